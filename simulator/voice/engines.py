"""All voice engines, in the order in which they are tried. A new one is a file beside this one, and a line here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.voice.hibari_voice import HIBARI_VOICE, hibari_engine
from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice_engine import KnownEngine
from simulator.voice.voice_folder import VoiceFolder

ENGINES: Final[tuple[KnownEngine, ...]] = (HIBARI_VOICE, SYSTEM_VOICE)


def engines_with(voices: Path) -> tuple[KnownEngine, ...]:
    """All of them, with the voices that the user has added to this folder."""
    return (hibari_engine(VoiceFolder(voices)), SYSTEM_VOICE)
