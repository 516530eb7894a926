"""The program's own voice: what comes with the install, checked, and no network for any of it."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import sys
from pathlib import Path

import psutil
import pytest

from simulator.child_process import Child, Connection
from simulator.errors import VoiceUnavailable
from simulator.voice import hibari_voice
from simulator.voice.engine_in_child import EngineInChild
from simulator.voice.engines import ENGINES
from simulator.voice.hibari_files import BRITISH_SHA256, SHA256, check
from simulator.voice.hibari_voice import HIBARI_VOICE, HibariVoice
from simulator.voice.sound_cache import has_sound
from simulator.voice.spoken_text import spoken_text
from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice import Voice
from simulator.voice.voice_engine import EngineMissing
from tests.simulator.voice.conftest import Children
from tests.waiting import PATIENCE_S

QUESTION = "Your model does well on the training set and badly in production. What do you do first?"
ODD = "How do BERT, t-SNE and GELU differ, and is P(A|B) = 95 %?"


def installed() -> Path:
    package = importlib.util.find_spec("hibari")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).with_name("assets")


def test_it_comes_first_and_the_systems_voice_after_it() -> None:
    assert ENGINES == (HIBARI_VOICE, SYSTEM_VOICE)
    assert HIBARI_VOICE.stays


def test_every_file_that_it_reads_is_pinned() -> None:
    american = {path.name for path in installed().iterdir() if "_gb" not in path.name}
    assert set(SHA256) == american
    assert set(SHA256) | set(BRITISH_SHA256) == {path.name for path in installed().iterdir()}
    check(installed(), SHA256 | BRITISH_SHA256)


@pytest.mark.parametrize("name", ["hibari.onnx", "tagger.json.gz"])
def test_a_file_that_differs_by_a_bit_is_told_and_not_loaded(name: str, tmp_path: Path) -> None:
    for pinned in SHA256:
        (tmp_path / pinned).symlink_to(installed() / pinned)
    (tmp_path / name).unlink()
    content = bytearray((installed() / name).read_bytes())
    content[100] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(EngineMissing, match=f"reinstall Viva Voce; {name} of its own voice is damaged"):
        check(tmp_path, SHA256)
    (tmp_path / name).unlink()
    with pytest.raises(EngineMissing, match="cannot be opened"):
        check(tmp_path, SHA256)


def test_where_it_is_not_installed_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(EngineMissing, match="its own voice is missing"):
        HibariVoice()


def test_where_it_is_missing_the_systems_voice_reads(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_of_voice: Children
) -> None:
    """A package of its name that has no voice in it comes first on the child's path."""
    (tmp_path / "hibari" / "assets").mkdir(parents=True)
    (tmp_path / "hibari" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    voice = Voice(cache, PATIENCE_S)
    path = voice.render(QUESTION, None, 165)
    assert path == Voice(cache, PATIENCE_S, [SYSTEM_VOICE]).cached(QUESTION, None, 165)
    with pytest.raises(VoiceUnavailable, match=r"hibari\.onnx of its own voice cannot be opened"):
        voice._engines[0].voices()
    assert voice.why_not_own().startswith("No voice could be started: reinstall Viva Voce; hibari.onnx")
    voice.close()
    assert left_of_voice() == []


def test_where_it_works_nothing_is_said_against_it(cache: Path) -> None:
    with contextlib.closing(Voice(cache, PATIENCE_S)) as voice:
        assert voice.why_not_own() == ""


def test_one_child_reads_a_whole_interview_without_network_or_window(
    cache: Path, left_of_voice: Children, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HIBARI_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    voice = Voice(cache, PATIENCE_S, [HIBARI_VOICE])
    assert all(has_sound(voice.render(text, None, 165)) for text in (QUESTION, ODD))
    (child,) = left_of_voice()
    assert child.net_connections() == []
    assert child.nice() > psutil.Process().nice()
    assert child.memory_info().rss < 400 * 10**6
    loaded = {Path(mapping.path).name for mapping in child.memory_maps()}
    assert any("onnxruntime" in name for name in loaded)
    assert not [name for name in loaded if "Qt6" in name or "PySide6" in name or "ctranslate2" in name]
    assert not (tmp_path / "home").exists()
    voice.close()
    assert left_of_voice() == []


def test_no_socket_is_ever_made(tmp_path: Path) -> None:
    """Python tells its audit hooks of every socket, every name looked up and every address opened."""
    child = Child(speak_under_audit, str(tmp_path / "said.wav"), name="voice")
    child.start()
    assert child.receive(PATIENCE_S) == []
    assert has_sound(tmp_path / "said.wav")
    child.kill()


def speak_under_audit(connection: Connection, path: str) -> None:
    """The child's part: whatever it asks of the network, it says at the end."""
    asked: list[str] = []
    sys.addaudithook(lambda event, _args: asked.append(event) if event.startswith(("socket.", "urllib.")) else None)
    voice = HibariVoice()
    voice.voices()
    voice.render(spoken_text(ODD, pronunciation=HIBARI_VOICE.pronunciation), "emma", 165, Path(path))
    connection.send(asked)


def test_no_other_voice_is_ever_named(tmp_path: Path) -> None:
    """Others would be fetched: what the settings hold from elsewhere never reaches the package."""
    engine = EngineInChild(HIBARI_VOICE, PATIENCE_S)
    paths = [tmp_path / f"{name}.wav" for name in ("heart", "emma")]
    for path in paths:
        engine.render(QUESTION, f"hibari:{path.stem}", 165, path)
    engine.close()
    heart, emma = (hashlib.sha256(path.read_bytes()).digest() for path in paths)
    assert heart == emma
    assert [voice.id for voice in HibariVoice().voices()] == [hibari_voice.VOICE]


def test_old_choices_of_the_systems_voices_stay_as_they_are(cache: Path) -> None:
    voice = Voice(cache, PATIENCE_S)
    chosen = voice.render(QUESTION, "gmw/en", 165)
    assert chosen == Voice(cache, PATIENCE_S, [SYSTEM_VOICE]).cached(QUESTION, "gmw/en", 165)
    voice.close()
