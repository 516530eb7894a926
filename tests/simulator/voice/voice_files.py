"""Voices made up for tests: files of a few thousand bytes under hibari's names, and a folder that knows them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from simulator.voice.more_voices import MoreVoice
from simulator.voice.voice_folder import VoiceFolder

EMMA_BYTES: Final = b"emma" * 50_000
FENRIR_BYTES: Final = b"fenrir" * 40_000


def made_up(name: str, title: str, language: str, content: bytes) -> MoreVoice:
    """A voice whose file has this content."""
    digest = hashlib.sha256(content).hexdigest()
    return MoreVoice(name, title, language, f"{name}.onnx", len(content), digest)


EMMA: Final = made_up("emma", "British, female", "en-gb", EMMA_BYTES)
FENRIR: Final = made_up("fenrir", "American, male", "en-us", FENRIR_BYTES)


def known() -> tuple[MoreVoice, ...]:
    """The registry of these."""
    return (EMMA, FENRIR)


def voice_folder(folder: Path) -> VoiceFolder:
    """A folder for these."""
    return VoiceFolder(folder / "voices", known)


def left_in(folder: VoiceFolder) -> list[str]:
    """The names of everything that lies in it."""
    return sorted(path.name for path in folder.folder.iterdir()) if folder.folder.exists() else []
