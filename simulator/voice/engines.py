"""All voice engines, in the order in which they are tried. A new one is a file beside this one, and a line here."""

from __future__ import annotations

from typing import Final

from simulator.voice.hibari_voice import HIBARI_VOICE
from simulator.voice.system_voice import SYSTEM_VOICE
from simulator.voice.voice_engine import KnownEngine

ENGINES: Final[tuple[KnownEngine, ...]] = (HIBARI_VOICE, SYSTEM_VOICE)
