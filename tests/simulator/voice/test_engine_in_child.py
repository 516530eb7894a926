from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.child_process import Child, Connection
from simulator.errors import VoiceUnavailable
from simulator.voice.engine_in_child import CHARACTERS_IN_TIME, FAILURES_UNTIL_OFF
from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice import Voice
from simulator.voice.voice_children import ChildForEach
from tests.simulator import children
from tests.simulator.voice.conftest import Children
from tests.simulator.voice.tone_engine import engine_of
from tests.waiting import PATIENCE_S

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"

BROKEN: list[tuple[Callable[[Connection], None], str]] = [
    (children.hang, "did not finish"),
    (children.crash, "stopped unexpectedly"),
    (children.write_half_and_crash, "stopped unexpectedly"),
    (children.claim_to_have_rendered, "no sound"),
    (children.render_silence, "no sound"),
    (children.find_no_engine, "No voice could be started: install espeak-ng"),
]


@pytest.mark.parametrize(("in_child", "words"), BROKEN)
def test_a_broken_voice_says_so_and_goes_off_after_three(
    cache: Path, in_child: Callable[[Connection], None], words: str, left_of_voice: Children
) -> None:
    voice = Voice(cache, timeout_s=0.5 if in_child is children.hang else PATIENCE_S, engines=[engine_of(in_child)])
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
    voice = Voice(cache, engines=[engine_of(children.crash)])
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
        monkeypatch.setattr(voice._engines[0], "_children", ChildForEach(children.crash))
        for _ in range(FAILURES_UNTIL_OFF - 1):
            with pytest.raises(VoiceUnavailable):
                voice.render(QUESTION, None, 200)
        monkeypatch.setattr(voice._engines[0], "_children", ChildForEach(SYSTEM_VOICE.in_child))
        voice.render(f"Question {round_}?", None, 165)
    assert not voice.is_off


def test_a_hanging_voice_is_killed_in_time(cache: Path, left_of_voice: Children) -> None:
    voice = Voice(cache, timeout_s=0.5, engines=[engine_of(children.hang)])
    began = time.monotonic()
    with pytest.raises(VoiceUnavailable, match=r"within 0\.5 s"):
        voice.render(QUESTION, None, 165)
    assert time.monotonic() - began < PATIENCE_S / 2
    assert left_of_voice() == []


def test_a_text_longer_than_any_question_has_more_time(cache: Path) -> None:
    voice = Voice(cache, timeout_s=0.1, engines=[engine_of(children.hang)])
    with pytest.raises(VoiceUnavailable, match=r"within 0\.2 s"):
        voice.render(("words " * CHARACTERS_IN_TIME)[: 2 * CHARACTERS_IN_TIME - 1] + "?", None, 165)


def test_closing_frees_whoever_waits(cache: Path, left_of_voice: Children) -> None:
    voice = Voice(cache, timeout_s=PATIENCE_S, engines=[engine_of(children.hang)])
    refusals: list[str] = []

    def wait_for_it() -> None:
        try:
            voice.render(QUESTION, None, 165)
        except VoiceUnavailable as refusal:
            refusals.append(str(refusal))

    waiting = threading.Thread(target=wait_for_it)
    began = time.monotonic()
    waiting.start()
    while not left_of_voice() and waiting.is_alive():
        waiting.join(0.01)
    voice.close()
    waiting.join(PATIENCE_S)
    assert time.monotonic() - began < PATIENCE_S / 2
    assert len(refusals) == 1
    with pytest.raises(VoiceUnavailable):
        voice.render(QUESTION, None, 165)
    assert voice.is_off


def test_the_text_is_on_no_command_line(cache: Path, left_of_voice: Children) -> None:
    private = "the question that nobody else may read"
    voice = Voice(cache, timeout_s=PATIENCE_S, engines=[engine_of(children.hang)])
    rendering = threading.Thread(target=fail_to_render, args=(voice, private))
    rendering.start()
    while not (processes := left_of_voice()) and rendering.is_alive():
        rendering.join(0.01)
    seen = [" ".join(process.cmdline()) + str(process.environ()) for process in processes]
    voice.close()
    rendering.join(PATIENCE_S)
    assert seen
    assert all(private not in text for text in seen)
