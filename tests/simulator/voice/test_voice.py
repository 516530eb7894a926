from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from simulator.child_process import Child, Connection
from simulator.errors import VoiceUnavailable
from simulator.voice import voice as voice_module
from simulator.voice.spoken_text import MAX_CHARACTERS
from simulator.voice.voice import FAILURES_UNTIL_OFF, Voice, VoiceInfo, has_sound
from tests.simulator import children
from tests.waiting import PATIENCE_S

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "voice"


@pytest.fixture
def voice(cache: Path) -> Voice:
    return Voice(cache, timeout_s=PATIENCE_S)


def duration_s(path: Path) -> float:
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getnframes() / sound.getframerate()


def test_a_question_becomes_sound(voice: Voice) -> None:
    path = voice.render(QUESTION, None, 165)
    assert has_sound(path)
    assert 3 < duration_s(path) < 9
    assert not voice.is_off


def test_the_whole_text_is_read_however_long(voice: Voice) -> None:
    # pyttsx3 returns before espeak-ng is done; beyond some 250 characters there would be no file.
    one, ten = (duration_s(voice.render(" ".join([QUESTION] * times), None, 165)) for times in (1, 10))
    assert 8 * one < ten < 12 * one


def test_a_text_without_end_is_cut_and_does_not_crash(voice: Voice) -> None:
    assert has_sound(voice.render("why " * 10 * MAX_CHARACTERS, None, 300))


def test_speed_and_voice_are_obeyed(voice: Voice) -> None:
    slow, fast = (voice.render(QUESTION, None, wpm) for wpm in (100, 250))
    assert duration_s(slow) > 1.8 * duration_s(fast)
    british, american = (voice.render(QUESTION, id_, 165) for id_ in ("gmw/en", "gmw/en-us"))
    assert british.read_bytes() != american.read_bytes()


def test_a_voice_that_is_gone_leaves_the_systems_own(voice: Voice) -> None:
    assert has_sound(voice.render(QUESTION, "no/such-voice", 165))


@pytest.mark.parametrize(
    "text", ["<b>Why?</b> & [[h@]] {0} %s", "Why\0not\ud800?", "Was heißt „Überanpassung“? 過学習 λ"]
)
def test_odd_characters_are_read_past(voice: Voice, text: str) -> None:
    assert has_sound(voice.render(text, None, 165))


@pytest.mark.parametrize("text", ["", " \n", "…", "\0"])
def test_nothing_to_say_is_no_failure_of_the_voice(cache: Path, text: str) -> None:
    voice = Voice(cache, in_child=children.crash)
    for _ in range(FAILURES_UNTIL_OFF + 1):
        with pytest.raises(VoiceUnavailable, match="nothing to read"):
            voice.render(text, None, 165)
    assert not voice.is_off


def test_what_was_said_once_is_there_without_a_child(voice: Voice, cache: Path) -> None:
    assert voice.cached(QUESTION, None, 165) is None
    path = voice.render(QUESTION, None, 165)
    mute = Voice(cache, in_child=children.crash)
    assert mute.cached(QUESTION, None, 165) == mute.render(QUESTION, None, 165) == path
    assert not mute.is_off


def test_another_voice_speed_or_text_is_another_file(voice: Voice) -> None:
    said = [("Why?", None, 165), ("Why?", None, 166), ("Why?", "gmw/en-us", 165), ("How?", None, 165)]
    assert len({voice.render(*how) for how in said}) == len(said)


def test_the_users_own_words_are_another_file_and_the_old_one_comes_back_with_them(voice: Voice) -> None:
    plain = voice.render("Why SQL?", None, 165)
    voice.own_words = (("SQL", "sequel"),)
    assert voice.cached("Why SQL?", None, 165) is None
    own = voice.render("Why SQL?", None, 165)
    assert own == voice.cached("Why sequel?", None, 165) != plain
    voice.own_words = ()
    assert voice.cached("Why SQL?", None, 165) == plain


def test_a_damaged_file_is_made_anew(voice: Voice) -> None:
    path = voice.render(QUESTION, None, 165)
    path.write_bytes(b"")
    assert voice.cached(QUESTION, None, 165) is None
    assert has_sound(voice.render(QUESTION, None, 165))


def test_files_are_private_and_nothing_else_is_left(voice: Voice, cache: Path) -> None:
    path = voice.render(QUESTION, None, 165)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert list(cache.iterdir()) == [path]


BROKEN: list[tuple[Callable[[Connection], None], str]] = [
    (children.hang, "did not finish"),
    (children.crash, "stopped unexpectedly"),
    (children.write_half_and_crash, "stopped unexpectedly"),
    (children.claim_to_have_rendered, "no sound"),
    (children.render_silence, "no sound"),
    (children.find_no_engine, "No voice could be started: install espeak-ng"),
]


Children = Callable[[], list[psutil.Process]]


@pytest.fixture
def left_of_voice() -> Children:
    """The children that run since the test began: other tests' models may live as long as the session."""
    before = set(psutil.Process().children())

    def started_since() -> list[psutil.Process]:
        since = (child for child in psutil.Process().children() if child not in before)
        running = (child for child in since if child.status() != psutil.STATUS_ZOMBIE)
        return [child for child in running if "spawn_main" in " ".join(child.cmdline())]

    return started_since


@pytest.mark.parametrize(("in_child", "words"), BROKEN)
def test_a_broken_voice_says_so_and_goes_off_after_three(
    cache: Path, in_child: Callable[[Connection], None], words: str, left_of_voice: Children
) -> None:
    voice = Voice(cache, timeout_s=0.5 if in_child is children.hang else PATIENCE_S, in_child=in_child)
    for failures in range(FAILURES_UNTIL_OFF):
        assert not voice.is_off, failures
        with pytest.raises(VoiceUnavailable, match=words) as failure:
            voice.render(QUESTION, None, 165)
        assert str(failure.value).endswith("The question stays on the screen.")
    assert voice.is_off
    assert list(cache.iterdir()) == []
    assert left_of_voice() == []


def fail_to_render(voice: Voice, text: str) -> None:
    with pytest.raises(VoiceUnavailable):
        voice.render(text, None, 165)


def test_once_off_it_fails_without_waiting(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = Voice(cache, in_child=children.crash)
    for _ in range(FAILURES_UNTIL_OFF):
        with pytest.raises(VoiceUnavailable):
            voice.render(QUESTION, None, 165)
    monkeypatch.setattr(Child, "start", lambda _: pytest.fail("a child was started"))
    with pytest.raises(VoiceUnavailable, match="off after 3 failures"):
        voice.render(QUESTION, None, 165)
    with pytest.raises(VoiceUnavailable, match="off after 3 failures"):
        voice.voices()


def test_a_success_forgives(voice: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
    for round_ in range(2):
        monkeypatch.setattr(voice, "_in_child", children.crash)
        for _ in range(FAILURES_UNTIL_OFF - 1):
            with pytest.raises(VoiceUnavailable):
                voice.render(QUESTION, None, 200)
        monkeypatch.setattr(voice, "_in_child", voice_module.speak_in_child)
        voice.render(f"Question {round_}?", None, 165)
    assert not voice.is_off


def test_a_hanging_voice_is_killed_in_time(cache: Path, left_of_voice: Children) -> None:
    voice = Voice(cache, timeout_s=0.5, in_child=children.hang)
    began = time.monotonic()
    with pytest.raises(VoiceUnavailable, match=r"within 0\.5 s"):
        voice.render(QUESTION, None, 165)
    assert time.monotonic() - began < PATIENCE_S / 2
    assert left_of_voice() == []


def test_closing_frees_whoever_waits(cache: Path) -> None:
    voice = Voice(cache, timeout_s=PATIENCE_S, in_child=children.hang)
    refusals: list[str] = []

    def wait_for_it() -> None:
        try:
            voice.render(QUESTION, None, 165)
        except VoiceUnavailable as refusal:
            refusals.append(str(refusal))

    waiting = threading.Thread(target=wait_for_it)
    began = time.monotonic()
    waiting.start()
    while not voice._children and waiting.is_alive():
        waiting.join(0.01)
    voice.close()
    waiting.join(PATIENCE_S)
    assert time.monotonic() - began < PATIENCE_S / 2
    assert len(refusals) == 1
    with pytest.raises(VoiceUnavailable):
        voice.render(QUESTION, None, 165)
    assert voice.is_off


def test_two_threads_may_render_at_once(voice: Voice) -> None:
    paths: list[Path] = []
    threads = [threading.Thread(target=lambda: paths.append(voice.render(QUESTION, None, 165))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(paths) == 2
    assert has_sound(paths[0])
    assert list(paths[0].parent.iterdir()) == [paths[0]] == [paths[1]]


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    voice = Voice(tmp_path / "file" / "voice")
    with pytest.raises(VoiceUnavailable, match="cannot write"):
        voice.render(QUESTION, None, 165)


def test_only_english_voices_are_offered(voice: Voice) -> None:
    voices = voice.voices()
    assert all(known.language.startswith("en") for known in voices)
    assert len(voices) >= 2
    assert VoiceInfo("gmw/en", "English (Great Britain)", "en-gb") in voices
    assert len({known.id for known in voices}) == len(voices)


def test_the_text_is_on_no_command_line(cache: Path, left_of_voice: Children) -> None:
    private = "the question that nobody else may read"
    voice = Voice(cache, timeout_s=PATIENCE_S, in_child=children.hang)
    rendering = threading.Thread(target=fail_to_render, args=(voice, private))
    rendering.start()
    while not (processes := left_of_voice()) and rendering.is_alive():
        rendering.join(0.01)
    seen = [" ".join(process.cmdline()) + str(process.environ()) for process in processes]
    voice.close()
    rendering.join(PATIENCE_S)
    assert seen
    assert all(private not in text for text in seen)


def test_the_cache_keeps_the_newest_within_its_size(cache: Path) -> None:
    cache.mkdir(parents=True)
    for age in range(5):
        path = cache / f"{age}.wav"
        path.write_bytes(bytes(1000))
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    Voice(cache, cache_bytes=2_500).prune_cache()
    assert sorted(path.name for path in cache.iterdir()) == ["0.wav", "1.wav"]


def test_rendering_keeps_the_cache_within_its_size(voice: Voice, cache: Path) -> None:
    old = voice.render("An old question?", None, 165)
    os.utime(old, (1_000_000, 1_000_000))
    small = Voice(cache, PATIENCE_S, cache_bytes=old.stat().st_size + 1)
    new = small.render("Something else?", None, 165)
    assert list(cache.iterdir()) == [new]


def test_what_killed_children_left_goes_away_but_not_work_in_progress(voice: Voice, cache: Path) -> None:
    cache.mkdir(parents=True)
    left, working = cache / "left.part.wav", cache / "working.part.wav"
    left.write_bytes(bytes(100))
    working.write_bytes(bytes(100))
    os.utime(left, (1_000_000, 1_000_000))
    voice.prune_cache()
    assert list(cache.iterdir()) == [working]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x00\x00\x00\x00WAVE", b"no sound file at all"])
def test_what_is_no_sound_file_has_no_sound(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert not has_sound(path)
    assert not has_sound(tmp_path / "missing.wav")


def test_the_engine_is_imported_in_the_child_only() -> None:
    code = "import sys, simulator.voice.voice; print([m for m in ('pyttsx3', 'numpy', 'PySide6') if m in sys.modules])"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_voices_child_carries_no_window(tmp_path: Path) -> None:
    child = Child(children.speak_and_name_modules, ("PySide6", "pyttsx3", "sqlite_utils"), name="voice")
    child.start()
    child.send(voice_module._Render("Why?", None, 165, str(tmp_path / "why.wav")))
    assert isinstance(child.receive(PATIENCE_S), voice_module._Rendered)
    assert child.receive(PATIENCE_S) == ("pyttsx3",)
    child.kill()
