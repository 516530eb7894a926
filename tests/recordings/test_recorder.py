"""From chunks of sound to the take: what is kept, to the sample, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, SAMPLE_RATE
from recordings.recorder import PRE_ROLL_S, TAIL_PATIENCE_S, TAIL_S
from recordings.take import FinishedTake, TakeWriter
from simulator.engine.sound_events import (
    ClockChanged,
    LevelChanged,
    TakeBegun,
    TakeCutShort,
    TakeRefused,
    VoiceBeforeAnswer,
    VoiceHeard,
)
from tests.recordings.recorder_desk import AFTER, BEFORE, QUESTION, SILENCE, VOICE, Desk
from tests.recordings.small_disk import small_disk
from tests.sound import read_wav, silence, tone


def test_the_take_begins_a_moment_before_start_and_ends_a_moment_after_stop(desk: Desk) -> None:
    desk.hear(BEFORE, 20)
    desk.start()
    desk.hear(VOICE, 5)
    desk.stop()
    assert desk.pcm() == BEFORE * round(PRE_ROLL_S / 0.1) + VOICE * 5 + AFTER * round(TAIL_S / 0.1)
    assert desk.gaps == []
    assert not desk.recorder.is_recording


def test_a_longer_pre_roll_can_be_asked_for(desk: Desk) -> None:
    desk.hear(BEFORE, 40)
    desk.start(pre_roll_s=1.2)
    desk.stop()
    assert desk.pcm() == BEFORE * 12 + AFTER * round(TAIL_S / 0.1)


def test_before_an_answer_it_is_told_whether_somebody_speaks(desk: Desk) -> None:
    desk.hear(SILENCE, 5)
    desk.hear(VOICE, 5)
    told = [event for event in desk.told if isinstance(event, VoiceBeforeAnswer)]
    assert [event.is_voice for event in told] == [False] * 5 + [True] * 5
    assert {event.lasted_s for event in told} == {0.1}
    desk.start()
    desk.told.clear()
    desk.hear(VOICE, 5)
    assert not any(isinstance(event, VoiceBeforeAnswer) for event in desk.told)


def test_the_programs_own_voice_is_nobody_who_speaks(desk: Desk) -> None:
    desk.is_muted = True
    desk.hear(QUESTION, 10)
    assert not any(isinstance(event, VoiceBeforeAnswer) for event in desk.told)


def test_a_tail_is_cut_to_the_sample(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.press_stop()
    desk.hear(tone(0.08), 10)
    assert desk.finished[0].samples == (0.1 + TAIL_S) * SAMPLE_RATE


def test_the_clock_counts_samples_written(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 3)
    assert desk.clock == pytest.approx([0.1, 0.2, 0.3])
    assert desk.recorder.duration_s == pytest.approx(0.3)
    assert (desk.path.stat().st_size - HEADER_BYTES) / SAMPLE_BYTES / SAMPLE_RATE == pytest.approx(desk.clock[-1])
    desk.stop()
    assert desk.finished[0].duration_s == pytest.approx(desk.clock[-1])


def test_of_the_programs_own_voice_nothing_is_kept(desk: Desk) -> None:
    desk.hear(BEFORE, 10)
    desk.is_muted = True
    desk.hear(QUESTION, 10)
    assert desk.level == 0.0
    desk.is_muted = False
    desk.hear(VOICE)
    desk.start()
    desk.is_muted = True
    desk.hear(QUESTION, 10)
    desk.is_muted = False
    desk.hear(VOICE)
    desk.stop()
    assert desk.pcm() == VOICE * 2 + AFTER * 3
    assert desk.level > 0


def test_sound_from_before_the_microphone_was_closed_is_no_pre_roll(desk: Desk) -> None:
    desk.hear(BEFORE, 10)
    desk.recorder.on_microphone_opened()
    desk.hear(VOICE)
    desk.start()
    desk.stop()
    assert desk.pcm() == VOICE + AFTER * 3


def test_a_pre_roll_is_used_once(desk: Desk) -> None:
    desk.hear(BEFORE, 5)
    desk.start("one")
    desk.hear(VOICE, 3)
    desk.stop_now()
    desk.start("two")
    desk.hear(VOICE)
    desk.stop_now()
    assert [read_wav(take.path) for take in desk.finished] == [BEFORE * 3 + VOICE * 3, VOICE]


def test_a_pause_writes_nothing_and_marks_a_gap(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 4)
    desk.recorder.pause()
    desk.hear(QUESTION, 10)
    assert desk.clock[-1] == pytest.approx(0.4)
    desk.recorder.resume()
    desk.hear(VOICE, 2)
    desk.stop_now()
    assert desk.pcm() == VOICE * 6
    assert desk.gaps == [(0.4, 1.0)]


def test_resuming_what_was_not_paused_marks_nothing(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.recorder.resume()
    desk.hear(VOICE)
    desk.stop_now()
    assert desk.gaps == []


def test_a_pause_at_the_end_of_an_answer_is_no_gap(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 4)
    desk.recorder.pause()
    desk.hear(QUESTION, 10)
    desk.stop_now()
    assert desk.gaps == []


def test_what_the_program_says_during_an_answer_leaves_a_gap(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 2)
    desk.is_muted = True
    desk.hear(QUESTION, 3)
    desk.is_muted = False
    desk.hear(VOICE, 2)
    desk.stop_now()
    assert desk.gaps == [(0.2, 0.3)]


def test_stopping_while_paused_needs_no_tail(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.recorder.pause()
    desk.press_stop()
    assert desk.pcm() == VOICE


def test_a_lost_microphone_leaves_the_take_open_for_the_next(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE, 3)
    desk.lose_microphone()
    assert desk.level == 0.0
    assert desk.recorder.is_recording
    assert desk.finished == []

    desk.wait(7.0)
    desk.recorder.on_microphone_opened()
    desk.recorder.resume()
    desk.hear(VOICE, 2)
    desk.stop()
    assert desk.pcm() == VOICE * 5 + AFTER * 3
    assert desk.gaps == [(0.3, 7.0)]


def test_a_microphone_lost_in_the_tail_ends_the_take(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    desk.press_stop()
    desk.hear(AFTER)
    desk.lose_microphone()
    assert desk.pcm() == VOICE + AFTER


def test_stop_does_not_wait_for_a_microphone_that_gives_nothing(desk: Desk) -> None:
    desk.start()
    desk.hear(VOICE)
    assert desk.waits_until() is None
    desk.press_stop()
    assert desk.waits_until() == desk.now_s + TAIL_PATIENCE_S
    desk.wait(TAIL_PATIENCE_S - 0.1)
    assert desk.finished == []
    desk.wait(0.2)
    assert desk.pcm() == VOICE
    assert desk.waits_until() is None


def test_stop_in_the_same_event_as_start_makes_one_file(desk: Desk) -> None:
    desk.hear(BEFORE, 5)
    desk.start()
    desk.press_stop()
    desk.press_stop()
    desk.hear(AFTER, 10)
    desk.press_stop()
    desk.stop_now()
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav"]
    assert desk.pcm() == BEFORE * 3 + AFTER * 3


def test_sound_that_never_came_marks_a_gap_where_it_is_missing(desk: Desk) -> None:
    desk.miss_sound(5.0)
    desk.start()
    desk.hear(VOICE, 2)
    desk.miss_sound(3600.0)
    desk.hear(VOICE, 4)
    desk.miss_sound(1.5, ago_s=0.3)
    desk.miss_sound(1.5, ago_s=60.0)  # before the answer
    desk.stop_now()
    assert desk.gaps == [(0.2, 3600.0), (0.3, 1.5)]
    assert desk.pcm() == VOICE * 6


def test_a_voice_is_told_from_silence(desk: Desk) -> None:
    desk.start()
    desk.hear(silence(0.1), 10)
    desk.hear(VOICE, 10)
    desk.hear(silence(0.1), 10)
    voices = [event for event in desk.told if isinstance(event, VoiceHeard)]
    assert [voice.is_voice for voice in voices[8::10]] == [False, True, False]
    assert [voice.at_s for voice in voices] == pytest.approx(desk.clock)


def test_on_a_full_disk_what_was_written_is_kept_and_handed_over(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=100) as folder:
        desk = Desk(folder)
        desk.start()
        desk.hear(VOICE, 60)
        take = desk.cut_short.take
        assert "full" in desk.cut_short.sentence
        assert isinstance(take, FinishedTake)
        assert take.path.suffix == ".wav"
        assert take.samples > SAMPLE_RATE
        assert (VOICE * 60).startswith(read_wav(take.path))
        assert not desk.recorder.is_recording
        assert desk.clock[-1] <= take.duration_s
        assert desk.finished == []


def test_when_the_disk_fails_the_part_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start()
    desk.hear(VOICE, 9)
    monkeypatch.setattr(TakeWriter, "_write_header", _fail)
    desk.hear(VOICE)
    assert "disk" in desk.cut_short.sentence
    assert desk.cut_short.take is None
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav.part"]


def test_when_the_disk_fails_at_the_end_the_part_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start()
    desk.hear(VOICE)
    monkeypatch.setattr(TakeWriter, "_write_header", _fail)
    desk.stop_now()
    assert desk.finished == []
    assert desk.cut_short.take is None
    assert [path.name for path in desk.folder.iterdir()] == ["take.wav.part"]


def test_a_take_that_cannot_begin_says_why(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TakeWriter, "_write_header", _fail)
    desk.start()
    (refused,) = desk.told
    assert isinstance(refused, TakeRefused)
    assert "could not start" in refused.sentence
    assert not desk.recorder.is_recording
    assert list(desk.folder.iterdir()) == []


def test_a_pre_roll_that_finds_no_room_is_told_after_the_begin(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=8) as folder:
        desk = Desk(folder)
        desk.hear(BEFORE, 10)
        desk.told.clear()
        desk.start()
        kinds = [type(event) for event in desk.told if not isinstance(event, LevelChanged | ClockChanged | VoiceHeard)]
        assert kinds == [TakeBegun, TakeCutShort]
        assert not desk.recorder.is_recording


def _fail(_take: TakeWriter) -> None:
    raise OSError(5, "Input/output error")
