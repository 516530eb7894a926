"""From the microphone to the take: what is kept of the sound, to the sample, and what never is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, SAMPLE_RATE
from recordings.take import FinishedTake, TakeWriter
from tests.fakes import FakeMicrophone
from tests.recordings.small_disk import small_disk
from tests.sound import read_wav, silence, tone
from tests.ui.parts import Told
from ui.interview.listening import PRE_ROLL_S, TAIL_S, Listening

VOICE = tone(0.1, 440)
BEFORE = tone(0.1, 880)
AFTER = tone(0.1, 660)
QUESTION = tone(0.1, 220)
SILENCE = silence(0.1)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.microphone = FakeMicrophone()
        self.is_muted = False
        self.listening = Listening(self.microphone, lambda: self.is_muted)
        self.finished: list[FinishedTake] = Told(self.listening.take_finished)
        self.broken = Told(self.listening.take_broken)
        self.lost = Told(self.listening.microphone_lost)
        self.clock: list[float] = Told(self.listening.clock_changed)
        self.levels: list[float] = Told(self.listening.level_changed)
        self.microphone.open()

    def hear(self, chunk: bytes, times: int = 1) -> None:
        for _ in range(times):
            self.microphone.hear(chunk)

    def start(self, name: str = "take") -> Path:
        return self.listening.start(self.folder, name)

    def stop(self) -> None:
        """Stop, and let the tail pass."""
        self.listening.stop()
        self.hear(AFTER, 10)

    def pcm(self) -> bytes:
        (take,) = self.finished
        return read_wav(take.path)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.listening.discard()


def test_the_take_begins_a_moment_before_start_and_ends_a_moment_after_stop(desk: Desk) -> None:
    desk.hear(BEFORE, 20)
    desk.start()
    desk.hear(VOICE, 5)
    desk.stop()
    assert desk.pcm() == BEFORE * round(PRE_ROLL_S / 0.1) + VOICE * 5 + AFTER * round(TAIL_S / 0.1)
    assert desk.finished[0].gaps_s == ()
    assert not desk.listening.is_recording


def test_a_tail_is_cut_to_the_sample(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.listening.stop()
    desk.hear(tone(0.08), 10)
    assert desk.finished[0].samples == (0.1 + TAIL_S) * SAMPLE_RATE


def test_the_clock_counts_samples_written(desk: Desk) -> None:
    path = desk.start()
    assert desk.listening.take_path == path
    desk.hear(VOICE, 3)
    assert desk.clock == pytest.approx([0.1, 0.2, 0.3])
    assert (path.stat().st_size - HEADER_BYTES) / SAMPLE_BYTES / SAMPLE_RATE == pytest.approx(desk.clock[-1])
    desk.stop()
    assert desk.finished[0].duration_s == pytest.approx(desk.clock[-1])


def test_of_the_programs_own_voice_nothing_is_kept(desk: Desk) -> None:
    desk.hear(BEFORE, 10)
    desk.is_muted = True
    desk.hear(QUESTION, 10)
    assert desk.levels[-1] == 0.0
    desk.is_muted = False
    desk.hear(VOICE)
    desk.start()
    desk.is_muted = True
    desk.hear(QUESTION, 10)
    desk.is_muted = False
    desk.hear(VOICE)
    desk.stop()
    assert desk.pcm() == VOICE * 2 + AFTER * 3
    assert desk.levels[-1] > 0


def test_sound_from_before_the_microphone_was_closed_is_no_pre_roll(desk: Desk) -> None:
    desk.hear(BEFORE, 10)
    desk.microphone.close()
    desk.microphone.open()
    desk.hear(VOICE)
    desk.start()
    desk.stop()
    assert desk.pcm() == VOICE + AFTER * 3


def test_a_pre_roll_is_used_once(desk: Desk) -> None:
    desk.hear(BEFORE, 5)
    desk.start("one")
    desk.hear(VOICE, 3)
    desk.listening.stop_now()
    desk.start("two")
    desk.hear(VOICE)
    desk.listening.stop_now()
    assert [read_wav(take.path) for take in desk.finished] == [BEFORE * 3 + VOICE * 3, VOICE]


def test_a_pause_writes_nothing_and_marks_a_gap(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 4)
    desk.listening.pause()
    desk.hear(QUESTION, 10)
    assert desk.clock[-1] == pytest.approx(0.4)
    desk.listening.resume()
    desk.hear(VOICE, 2)
    desk.listening.stop_now()
    assert desk.pcm() == VOICE * 6
    assert desk.finished[0].gaps_s == pytest.approx((0.4,))


def test_resuming_what_was_not_paused_marks_nothing(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.listening.resume()
    desk.listening.stop_now()
    assert desk.finished[0].gaps_s == ()


def test_stopping_while_paused_needs_no_tail(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.listening.pause()
    desk.listening.stop()
    assert desk.pcm() == VOICE


def test_a_lost_microphone_leaves_the_take_open_for_the_next(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 3)
    desk.microphone.unplug()
    assert len(desk.lost) == 1
    assert desk.levels[-1] == 0.0
    assert desk.listening.is_recording
    assert desk.finished == []

    desk.microphone.plug_in()
    desk.microphone.open()
    desk.listening.resume()
    desk.hear(VOICE, 2)
    desk.stop()
    assert desk.pcm() == VOICE * 5 + AFTER * 3
    assert desk.finished[0].gaps_s == pytest.approx((0.3,))


def test_a_microphone_lost_in_the_tail_ends_the_take(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.listening.stop()
    desk.hear(AFTER)
    desk.microphone.unplug()
    assert desk.pcm() == VOICE + AFTER
    assert len(desk.lost) == 1


def test_stop_does_not_wait_for_a_microphone_that_gives_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    with qtbot.waitSignal(desk.listening.take_finished):
        desk.listening.stop()
    assert desk.pcm() == VOICE


def test_stop_in_the_same_event_as_start_makes_one_file(qtbot: QtBot, desk: Desk) -> None:
    desk.hear(BEFORE, 5)
    desk.start()
    desk.listening.stop()
    desk.listening.stop()
    desk.hear(AFTER, 10)
    desk.listening.stop()
    desk.listening.stop_now()
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav"]
    assert desk.pcm() == BEFORE * 3 + AFTER * 3


def test_a_sleep_marks_a_gap(desk: Desk) -> None:
    desk.microphone.woken.emit(60.0)
    desk.start()
    desk.hear(VOICE, 2)
    desk.microphone.woken.emit(3600.0)
    desk.hear(VOICE)
    desk.listening.stop_now()
    assert desk.finished[0].gaps_s == pytest.approx((0.2,))
    assert desk.pcm() == VOICE * 3


def test_a_voice_is_told_from_silence(desk: Desk) -> None:
    voices = Told(desk.listening.voice_changed)
    desk.start()
    desk.hear(silence(0.1), 10)
    desk.hear(VOICE, 10)
    desk.hear(silence(0.1), 10)
    assert [is_voice for _, is_voice in voices[8::10]] == [False, True, False]
    assert [at_s for at_s, _ in voices] == pytest.approx(desk.clock)


def test_what_is_thrown_away_is_gone(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 3)
    desk.listening.discard()
    desk.stop()
    assert list(desk.folder.iterdir()) == []
    assert desk.finished == []


def test_on_a_full_disk_what_was_written_is_kept_and_handed_over(qtbot: QtBot, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=100) as folder:
        desk = Desk(folder)
        desk.start()
        desk.hear(VOICE, 60)
        ((sentence, take),) = desk.broken
        assert "full" in sentence
        assert isinstance(take, FinishedTake)
        assert take.path.suffix == ".wav"
        assert take.samples > SAMPLE_RATE
        assert (VOICE * 60).startswith(read_wav(take.path))
        assert not desk.listening.is_recording
        assert desk.clock[-1] <= take.duration_s
        assert desk.finished == []


def test_when_the_disk_fails_the_part_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start()
    desk.hear(VOICE, 9)
    monkeypatch.setattr(TakeWriter, "_write_header", _fail)
    desk.hear(VOICE)
    ((sentence, take),) = desk.broken
    assert "disk" in sentence
    assert take is None
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav.part"]


def test_when_the_disk_fails_at_the_end_the_part_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start()
    desk.hear(VOICE)
    monkeypatch.setattr(TakeWriter, "_write_header", _fail)
    desk.listening.stop_now()
    assert desk.finished == []
    assert [take for _, take in desk.broken] == [None]
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav.part"]


def test_only_silence_is_passed_on(desk: Desk) -> None:
    told = Told(desk.listening.only_silence)
    desk.hear(silence(0.1), 30)
    assert len(told) == 1


def _fail(_take: TakeWriter) -> None:
    raise OSError(5, "Input/output error")


def test_a_silence_that_stands_is_no_part_of_the_take(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.hold()
    desk.hear(SILENCE, 79)
    assert desk.finished == []
    desk.hear(SILENCE, 1)
    assert desk.pcm() == VOICE * 5 + SILENCE * round(TAIL_S / 0.1)
    assert desk.listening.went_on_s is None


def test_who_goes_on_talking_is_heard_to_the_end_with_the_silence_before(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.hold()
    desk.hear(SILENCE, 30)
    desk.hear(VOICE, 70)
    assert desk.listening.is_recording
    assert desk.listening.went_on_s == pytest.approx(3.1)
    desk.hear(SILENCE, 40)
    (take,) = desk.finished
    assert desk.pcm()[: 105 * len(VOICE)] == VOICE * 5 + SILENCE * 30 + VOICE * 70
    assert take.samples < 11 * SAMPLE_RATE  # the silence after it is left out again


def test_stop_ends_the_silence_at_once(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.hold()
    desk.hear(SILENCE, 10)
    desk.listening.stop()
    assert desk.pcm() == VOICE * 5 + SILENCE * round(TAIL_S / 0.1)


def test_a_last_word_said_in_the_silence_is_whole(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.hold()
    desk.hear(SILENCE, 10)
    desk.hear(VOICE, 5)
    desk.stop()
    assert desk.pcm() == VOICE * 5 + SILENCE * 10 + VOICE * 5 + AFTER * round(TAIL_S / 0.1)


def test_a_microphone_that_goes_while_the_silence_is_held_ends_it(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.hold()
    desk.hear(SILENCE, 10)
    desk.microphone.unplug()
    assert len(desk.finished) == 1


def test_a_microphone_that_gives_nothing_does_not_hold_up_the_silence(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.interview.listening.HOLD_S", -0.8)
    desk.start()
    desk.hear(VOICE, 5)
    with qtbot.waitSignal(desk.listening.take_finished):
        desk.listening.hold()


def test_a_paused_answer_has_no_silence_to_hold(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 5)
    desk.listening.pause()
    desk.listening.hold()
    assert len(desk.finished) == 1
