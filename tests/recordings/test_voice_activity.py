from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.pcm import BYTES_PER_SECOND
from recordings.voice_activity import LevelJudge, LevelWord, LiveVoiceActivity
from tests import sound

CHUNK_BYTES = BYTES_PER_SECOND // 20
SENTENCE = "Regularisation keeps the weights small, so that the model does not learn the noise by heart."


def decisions(activity: LiveVoiceActivity, pcm: bytes) -> list[bool]:
    """One for every 50 ms."""
    return [activity.feed(pcm[start : start + CHUNK_BYTES]) for start in range(0, len(pcm), CHUNK_BYTES)]


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize("noise_db", [-75, -60, -50, -45])
@pytest.mark.parametrize("speech_db", [-35, -26, -18])
def test_a_sentence_is_heard_in_a_room_and_the_room_is_not(tmp_path: Path, noise_db: float, speech_db: float) -> None:
    if speech_db - noise_db < 15:
        speech_db = noise_db + 15
    spoken = sound.speech(SENTENCE, tmp_path, level_db=speech_db)
    length_s = len(spoken) / BYTES_PER_SECOND
    room = sound.noise(length_s + 4, level_db=noise_db)
    pcm = sound.mixed(room, sound.silence(2) + spoken + sound.silence(2))
    found = decisions(LiveVoiceActivity(), pcm)
    assert share(found[:38]) == 0
    assert share(found[40:-42]) > 0.85
    assert share(found[-30:]) == 0


def test_speech_from_the_first_sample_is_heard(tmp_path: Path) -> None:
    found = decisions(LiveVoiceActivity(), sound.speech(SENTENCE, tmp_path))
    assert any(found[:10])
    assert share(found) > 0.8


def test_a_long_um_is_speech_to_its_end() -> None:
    found = decisions(LiveVoiceActivity(), sound.noise(1, level_db=-60) + sound.tone(6, hertz=130, peak_db=-18))
    assert share(found[22:]) == 1


def test_a_fan_that_starts_is_taken_for_noise_in_three_seconds() -> None:
    found = decisions(LiveVoiceActivity(), sound.noise(2, level_db=-65) + sound.noise(10, level_db=-42, seed=2))
    assert share(found[-100:]) == 0


def test_a_key_click_is_no_speech() -> None:
    click = sound.noise(0.03, level_db=-12)
    room = sound.noise(0.47, level_db=-60)
    assert share(decisions(LiveVoiceActivity(), (room + click) * 6)) == 0


def test_speech_begins_after_60_ms_and_ends_after_300_ms() -> None:
    activity = LiveVoiceActivity()
    activity.feed(sound.noise(2, level_db=-65))
    assert not activity.feed(sound.tone(0.04))
    assert activity.feed(sound.tone(0.04))
    assert activity.feed(sound.noise(0.26, level_db=-65))
    assert not activity.feed(sound.noise(0.08, level_db=-65))


@pytest.mark.parametrize("pcm", [b"", b"\1\0", sound.silence(0.01), sound.silence(30)], ids=["0", "1", "10 ms", "30 s"])
def test_nothing_said_is_no_speech(pcm: bytes) -> None:
    assert not LiveVoiceActivity().feed(pcm)


def test_an_offset_is_no_speech() -> None:
    assert share(decisions(LiveVoiceActivity(), sound.shifted(sound.noise(5, level_db=-60), 6_000))) == 0


@given(st.lists(st.integers(0, 700), max_size=40))
def test_it_does_not_matter_how_the_sound_is_cut(lengths: list[int]) -> None:
    pcm = sound.noise(0.3, level_db=-65) + sound.tone(0.3) + sound.noise(0.3, level_db=-65)
    whole, cut = LiveVoiceActivity(), LiveVoiceActivity()
    position = 0
    for length in lengths:
        cut.feed(pcm[position : position + 2 * length])
        position += 2 * length
    assert cut.feed(pcm[position:]) == whole.feed(pcm)


def words_for(pcm: bytes) -> list[LevelWord]:
    judge = LevelJudge()
    return [judge.feed(pcm[start : start + CHUNK_BYTES]) for start in range(0, len(pcm), CHUNK_BYTES)]


def in_a_room(pcm: bytes) -> bytes:
    return sound.mixed(sound.noise(len(pcm) / BYTES_PER_SECOND, level_db=-72), pcm)


def test_a_muted_microphone_gives_only_silence() -> None:
    words = words_for(sound.silence(2))
    assert words[-1] is LevelWord.SILENCE
    assert words[0] is LevelWord.WAITING


def test_a_quiet_room_waits_for_words() -> None:
    assert set(words_for(sound.noise(5, level_db=-70))) == {LevelWord.WAITING}


@pytest.mark.parametrize("silent_s", [0.5, 0.73])
def test_a_device_that_begins_with_digital_silence_makes_no_voice_of_a_quiet_room(silent_s: float) -> None:
    words = words_for(sound.silence(silent_s) + sound.noise(5, level_db=-66))
    assert set(words) == {LevelWord.WAITING}


@pytest.mark.parametrize(
    ("level_db", "word"), [(-50, LevelWord.QUIET), (-25, LevelWord.GOOD), (-3, LevelWord.LOUD)], ids=str
)
def test_the_word_fits_the_voice(tmp_path: Path, level_db: float, word: LevelWord) -> None:
    spoken = sound.speech(SENTENCE, tmp_path, level_db=level_db)
    assert words_for(in_a_room(sound.silence(1) + spoken))[-1] is word


def test_the_word_forgets_what_is_three_seconds_old(tmp_path: Path) -> None:
    spoken = sound.speech(SENTENCE, tmp_path, level_db=-3)
    assert words_for(in_a_room(spoken + sound.silence(4)))[-1] is LevelWord.WAITING


def test_it_remembers_as_long_as_it_is_told_to(tmp_path: Path) -> None:
    spoken = sound.speech(SENTENCE, tmp_path, level_db=-3)
    judge = LevelJudge(over_s=10.0)
    assert judge.feed(in_a_room(spoken + sound.silence(4))) is LevelWord.LOUD


def test_without_sound_there_is_no_judgement() -> None:
    assert LevelJudge().feed(b"") is LevelWord.WAITING
