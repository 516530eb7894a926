"""A voice that the user has added reads, and only from its checked file; the model that is installed plays its part."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest

from simulator.child_process import Child, Connection
from simulator.voice.engine_in_child import EngineInChild
from simulator.voice.engines import engines_with
from simulator.voice.hibari_files import MODEL, SHA256, assets
from simulator.voice.hibari_voice import HibariVoice, hibari_engine
from simulator.voice.more_voices import MoreVoice
from simulator.voice.sound_cache import has_sound
from simulator.voice.voice import Voice
from simulator.voice.voice_folder import VoiceFolder
from tests.waiting import PATIENCE_S

QUESTION = "How does [ROC](/ɹˈɑk/) differ from a lot of other curves?"


def known() -> tuple[MoreVoice, ...]:
    """A British voice and an American one, whose files are that of the voice that is installed."""
    size = (assets() / MODEL).stat().st_size
    return (
        MoreVoice("emma", "British, female", "en-gb", "emma.onnx", size, SHA256[MODEL]),
        MoreVoice("fenrir", "American, male", "en-us", "fenrir.onnx", size, SHA256[MODEL]),
    )


@pytest.fixture
def folder(tmp_path: Path) -> VoiceFolder:
    made = VoiceFolder(tmp_path / "voices", known)
    made.folder.mkdir()
    for voice in known():
        made.path_of(voice).write_bytes((assets() / MODEL).read_bytes())
    return made


def damage(folder: VoiceFolder, name: str) -> None:
    """Turn one bit of its file."""
    path = folder.folder / f"{name}.onnx"
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)


def said(voice: HibariVoice, name: str | None, folder: Path) -> bytes:
    path = folder / "said.wav"
    voice.render(QUESTION, name, 165, path)
    assert has_sound(path)
    return path.read_bytes()


def test_they_are_listed_and_read_each_in_its_own_way(folder: VoiceFolder, tmp_path: Path) -> None:
    """With one model for all, the American one sounds as its own; the British one reads by the British lexicon."""
    voice = HibariVoice(folder)
    assert [(info.id, info.name, info.language) for info in voice.voices()] == [
        ("heart", "Hibari (American English)", "en-us"),
        ("emma", "Hibari (British, female)", "en-gb"),
        ("fenrir", "Hibari (American, male)", "en-us"),
    ]
    own = said(voice, None, tmp_path)
    assert said(voice, "fenrir", tmp_path) == own
    assert voice._loaded.voice == "fenrir"
    assert said(voice, "emma", tmp_path) != own
    assert voice._loaded.g2p.british
    assert said(voice, "heart", tmp_path) == own


def test_a_damaged_one_is_neither_listed_nor_loaded(folder: VoiceFolder, tmp_path: Path) -> None:
    damage(folder, "emma")
    voice = HibariVoice(folder)
    assert [info.id for info in voice.voices()] == ["heart", "fenrir"]
    assert said(voice, "emma", tmp_path) == said(voice, None, tmp_path)
    assert voice._loaded.voice == "heart"


def test_hibaris_own_way_to_a_voice_is_shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path / "home"))
    said(HibariVoice(), "emma", tmp_path)
    from hibari import Hibari, voices

    with pytest.raises(PermissionError, match="when the user asks for it"):
        Hibari("emma")
    with pytest.raises(PermissionError):
        voices.voice_path("kore")


def test_no_socket_is_made_with_an_added_voice(folder: VoiceFolder, tmp_path: Path) -> None:
    """Python tells its audit hooks of every socket, every name looked up and every address opened."""
    child = Child(speak_under_audit, folder, str(tmp_path / "said.wav"), name="voice")
    child.start()
    assert child.receive(PATIENCE_S) == ("emma", [])
    assert has_sound(tmp_path / "said.wav")
    child.kill()


def speak_under_audit(connection: Connection, folder: VoiceFolder, path: str) -> None:
    """The child's part: which voice read, and whatever was asked of the network."""
    asked: list[str] = []
    sys.addaudithook(lambda event, _args: asked.append(event) if event.startswith(("socket.", "urllib.")) else None)
    voice = HibariVoice(folder)
    voice.voices()
    voice.render(QUESTION, "emma", 165, Path(path))
    connection.send((voice._loaded.voice, asked))


def test_where_the_chosen_one_is_gone_the_own_voice_reads_and_keeps_its_own_sound(
    folder: VoiceFolder, cache: Path
) -> None:
    with contextlib.closing(Voice(cache, PATIENCE_S, [hibari_engine(folder)])) as voice:
        chosen = voice.render(QUESTION, "hibari:emma", 165)
        assert chosen != voice.render(QUESTION, None, 165)
        damage(folder, "emma")
        assert voice.cached(QUESTION, "hibari:emma", 165) == voice.render(QUESTION, None, 165)
        (folder.folder / "emma.onnx").unlink()
        assert voice.render(QUESTION, "hibari:emma", 165) == voice.render(QUESTION, None, 165)
        (folder.folder / "emma.onnx").write_bytes((assets() / MODEL).read_bytes())
        assert voice.cached(QUESTION, "hibari:emma", 165) == chosen


def test_a_voice_added_while_the_child_runs_is_found(folder: VoiceFolder, tmp_path: Path) -> None:
    content = (folder.folder / "emma.onnx").read_bytes()
    (folder.folder / "emma.onnx").unlink()
    with contextlib.closing(EngineInChild(hibari_engine(folder), PATIENCE_S)) as engine:
        assert "hibari:emma" not in [info.id for info in engine.voices()]
        (folder.folder / "emma.onnx").write_bytes(content)
        assert "hibari:emma" in [info.id for info in engine.voices()]


def test_the_program_looks_in_the_users_folder(tmp_path: Path) -> None:
    own, system = engines_with(tmp_path)
    assert (own.name, system.name) == ("hibari", "system")
    assert own.has("heart")
    assert not own.has("emma")
    assert system.has("gmw/en")
