from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.child_process import Child, Connection
from simulator.errors import VoiceUnavailable
from simulator.voice.engine_in_child import FAILURES_UNTIL_OFF
from simulator.voice.engines import ENGINES
from simulator.voice.sound_cache import has_sound
from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice import Voice
from simulator.voice.voice_engine import KnownEngine
from tests.simulator import children
from tests.simulator.voice.tone_engine import TONES, engine_of
from tests.waiting import PATIENCE_S

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"


@pytest.mark.parametrize("text", ["", " \n", "…", "\0"])
def test_nothing_to_say_is_no_failure_of_the_voice(cache: Path, text: str) -> None:
    voice = Voice(cache, engines=[engine_of(children.crash)])
    for _ in range(FAILURES_UNTIL_OFF + 1):
        with pytest.raises(VoiceUnavailable, match="nothing to read"):
            voice.render(text, None, 165)
    assert not voice.is_off


def test_what_was_said_once_is_there_without_a_child(voice: Voice, cache: Path) -> None:
    assert voice.cached(QUESTION, None, 165) is None
    path = voice.render(QUESTION, None, 165)
    mute = Voice(cache, engines=[engine_of(children.crash)])
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
    assert len({known.id for known in voices}) == len(voices)


def test_rendering_keeps_the_cache_within_its_size(voice: Voice, cache: Path) -> None:
    old = voice.render("An old question?", None, 165)
    os.utime(old, (1_000_000, 1_000_000))
    small = Voice(cache, PATIENCE_S, [SYSTEM_VOICE], cache_bytes=old.stat().st_size + 1)
    new = small.render("Something else?", None, 165)
    assert list(cache.iterdir()) == [new]


def working_and(*in_children: Callable[[Connection], None], cache: Path) -> Voice:
    """A voice whose first engines do this, and whose last one works."""
    broken = [KnownEngine(f"broken {n}", do, f"broken-{n}:") for n, do in enumerate(in_children)]
    return Voice(cache, PATIENCE_S, [*broken, TONES])


@pytest.mark.parametrize("in_child", [children.crash, children.claim_to_have_rendered, children.find_no_engine])
def test_where_one_engine_fails_the_next_one_speaks(cache: Path, in_child: Callable[[Connection], None]) -> None:
    voice = working_and(in_child, cache=cache)
    assert voice.cached(QUESTION, None, 165) is None
    path = voice.render(QUESTION, None, 165)
    assert has_sound(path)
    assert voice.cached(QUESTION, None, 165) == voice.render(QUESTION, None, 165) == path
    assert list(cache.iterdir()) == [path]


def test_an_engine_that_fails_again_and_again_is_tried_no_more(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = working_and(children.crash, cache=cache)
    for number in range(FAILURES_UNTIL_OFF):
        voice.render(f"Question {number}?", None, 165)
    started: list[Child] = []
    start = Child.start

    def start_and_count(child: Child) -> None:
        started.append(child)
        start(child)

    monkeypatch.setattr(Child, "start", start_and_count)
    assert has_sound(voice.render(QUESTION, None, 165))
    assert len(started) == 1
    assert not voice.is_off


def test_where_no_engine_works_the_text_stands_alone(cache: Path) -> None:
    engines = [KnownEngine(f"broken {n}", children.crash, f"broken-{n}:") for n in range(2)]
    voice = Voice(cache, PATIENCE_S, engines)
    for _ in range(FAILURES_UNTIL_OFF):
        assert not voice.is_off
        with pytest.raises(VoiceUnavailable, match="stopped unexpectedly"):
            voice.render(QUESTION, None, 165)
    assert voice.is_off
    with pytest.raises(VoiceUnavailable, match="off after 3 failures"):
        voice.voices()


def test_without_any_engine_there_is_no_voice(cache: Path) -> None:
    voice = Voice(cache, engines=())
    with pytest.raises(VoiceUnavailable, match="There is no voice"):
        voice.render(QUESTION, None, 165)
    assert voice.voices() == ()


def test_the_engine_of_the_chosen_voice_comes_first(cache: Path) -> None:
    voice = Voice(cache, PATIENCE_S, [SYSTEM_VOICE, TONES])
    hummed, spoken = (voice.render(QUESTION, voice_id, 165) for voice_id in ("tones:high", "gmw/en"))
    alone = Voice(cache.parent / "alone", PATIENCE_S, [TONES]).render(QUESTION, "tones:high", 165)
    assert hummed.read_bytes() == alone.read_bytes() != spoken.read_bytes()


def test_where_the_chosen_voice_fails_another_reads_in_its_own(cache: Path) -> None:
    voice = Voice(cache, PATIENCE_S, [TONES, KnownEngine("broken", children.crash, "broken:")])
    assert voice.render(QUESTION, "broken:fine", 165) == voice.render(QUESTION, None, 165)


def test_the_voices_of_all_engines_are_offered_by_ids_that_tell_them_apart(cache: Path) -> None:
    with contextlib.closing(Voice(cache, PATIENCE_S, [TONES, *ENGINES])) as voice:
        voices = voice.voices()
    assert [known.id for known in voices[:2]] == ["tones:high", "tones:low"]
    assert {"gmw/en", "hibari:heart"} <= {known.id for known in voices}
    assert working_and(children.crash, cache=cache).voices() == voices[:2]
