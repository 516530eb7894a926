"""What every voice engine must do, whichever it is; one that hums stands in for the next to come."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from simulator.child_process import Child
from simulator.voice.engine_in_child import EngineInChild
from simulator.voice.engines import ENGINES
from simulator.voice.sound_cache import has_sound
from simulator.voice.voice_child import NoVoiceEngine, Render, Rendered
from simulator.voice.voice_engine import KnownEngine
from tests.simulator import children
from tests.simulator.voice.tone_engine import TONES
from tests.waiting import PATIENCE_S

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"
WINDOW_AND_LIBRARY = ("PySide6", "sqlite_utils")
OF_THE_CHILD_ONLY = ("hibari", "pyttsx3", "onnxruntime", "numpy", "PySide6")

every_engine = pytest.mark.parametrize("engine", [*ENGINES, TONES], ids=lambda engine: engine.name)


def rendered(engine: KnownEngine, folder: Path, text: str = QUESTION, voice: str = "", wpm: int = 165) -> Path:
    """What the engine makes of the text; its file is there and empty before, as in the program."""
    path = folder / f"{len(list(folder.iterdir()))}.wav"
    path.touch()
    with contextlib.closing(EngineInChild(engine, PATIENCE_S)) as in_child:
        in_child.render(text, voice or engine.id_prefix, wpm, path)
    return path


def duration_s(path: Path) -> float:
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getnframes() / sound.getframerate()


def test_every_engine_has_a_name_and_a_prefix_of_its_own() -> None:
    assert len({engine.name for engine in ENGINES}) == len({engine.id_prefix for engine in ENGINES}) == len(ENGINES)
    assert all(engine.id_prefix == "" or engine.id_prefix.endswith(":") for engine in ENGINES)


@every_engine
def test_a_question_becomes_sound_that_lasts_as_long_as_it_takes_to_say(engine: KnownEngine, tmp_path: Path) -> None:
    path = rendered(engine, tmp_path)
    assert has_sound(path)
    assert 3 < duration_s(path) < 9


@every_engine
def test_the_whole_text_is_read(engine: KnownEngine, tmp_path: Path) -> None:
    one, ten = (duration_s(rendered(engine, tmp_path, " ".join([QUESTION] * times))) for times in (1, 10))
    assert 8 * one < ten < 12 * one


@every_engine
def test_the_speed_is_obeyed(engine: KnownEngine, tmp_path: Path) -> None:
    slow, fast = (duration_s(rendered(engine, tmp_path, wpm=wpm)) for wpm in (100, 250))
    assert slow > 1.8 * fast


@every_engine
def test_voices_are_told_apart_and_can_be_had(engine: KnownEngine, tmp_path: Path) -> None:
    with contextlib.closing(EngineInChild(engine, PATIENCE_S)) as in_child:
        voices = in_child.voices()
    assert len({voice.id for voice in voices}) == len(voices) >= 1
    for voice in voices:
        assert voice.id.startswith(engine.id_prefix)
        assert voice.name
        assert voice.language == voice.language.lower().replace("_", "-")
    english = [voice for voice in voices if voice.language.startswith("en")]
    assert has_sound(rendered(engine, tmp_path, voice=english[0].id))


@every_engine
def test_a_voice_that_is_gone_leaves_the_engines_own(engine: KnownEngine, tmp_path: Path) -> None:
    own, gone = (rendered(engine, tmp_path, voice=voice) for voice in ("", f"{engine.id_prefix}no/such-voice"))
    # Hashes, as pytest would look for hours at how two sounds differ.
    assert hashlib.sha256(gone.read_bytes()).hexdigest() == hashlib.sha256(own.read_bytes()).hexdigest()


@every_engine
@pytest.mark.parametrize("text", ["<b>Why?</b> & [[h@]] {0} %s", "Was heißt „Überanpassung“? 過学習 λ"])
def test_odd_characters_are_read_past(engine: KnownEngine, tmp_path: Path, text: str) -> None:
    assert has_sound(rendered(engine, tmp_path, text))


@every_engine
def test_its_child_carries_no_window_and_no_library(engine: KnownEngine, tmp_path: Path) -> None:
    child = Child(children.speak_and_name_modules, engine.in_child, WINDOW_AND_LIBRARY, name="voice")
    child.start()
    child.send(Render("Why?", None, 165, str(tmp_path / "why.wav")))
    assert isinstance(child.receive(PATIENCE_S), Rendered)
    assert child.receive(PATIENCE_S) == ()
    child.kill()


def test_the_program_itself_imports_none() -> None:
    code = f"import sys, simulator.voice.voice; print([m for m in {OF_THE_CHILD_ONLY} if m in sys.modules])"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_engine_that_is_missing_says_what_to_do() -> None:
    child = Child(children.find_no_engine, name="voice")
    child.start()
    child.send(Render("Why?", None, 165, ""))
    answer = child.receive(PATIENCE_S)
    assert isinstance(answer, NoVoiceEngine)
    assert answer.what_to_do.startswith("install espeak-ng")
    child.kill()
