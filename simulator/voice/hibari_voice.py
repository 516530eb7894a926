"""The program's own voice: hibari, a small network that comes with the install. Imported in the child process only.

Its weights and tables are inside the package and checked here, so it sounds the same on every computer and needs no
network. By itself it would fetch any other voice that is named: it is only ever given the bytes of one that the user
has added, once they have been checked, and its own door to the network is shut.
"""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from simulator.child_process import yield_to_the_window
from simulator.voice.british_sounds import with_british_sounds
from simulator.voice.hibari_files import BRITISH_SHA256, MODEL, SHA256, assets, check
from simulator.voice.more_voices import ID_PREFIX
from simulator.voice.phonemes import MISAKI
from simulator.voice.voice_child import serve_on
from simulator.voice.voice_engine import EngineMissing, KnownEngine, VoiceInfo

if TYPE_CHECKING:
    from simulator.voice.voice_folder import VoiceFolder

WPM_AT_ONE: Final = 180.0
"""Words a minute at its speed 1.0, measured over the questions of the bank."""

VOICE: Final = "heart"
_SLOWEST, _FASTEST = 0.45, 2.0  # beyond, words break up
_LEAD_IN_S: Final = 0.1  # it speaks from the first sample, which a loudspeaker that has to wake up swallows
_SEED: Final = 0  # of the noise in its consonants: the same text is the same file
# onnxruntime reports models it loads to its makers unless this is set before the import.
_OFFLINE: Final = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1"}


class HibariVoice:
    """American English, and the voices that the user has added. The files of its own are checked at once; a voice is
    loaded when it first has something to say, and stays until another has.
    """

    def __init__(self, more: VoiceFolder | None = None) -> None:
        """Raises EngineMissing where it is not installed, or not as it should be."""
        os.environ.update(_OFFLINE)
        self._assets = assets()
        check(self._assets, SHA256)
        yield_to_the_window()
        self._more = more
        self._loaded: Any = None

    def voices(self) -> tuple[VoiceInfo, ...]:
        own = VoiceInfo(VOICE, "Hibari (American English)", "en-us")
        more = self._more.installed() if self._more is not None else ()
        return (own, *(VoiceInfo(voice.name, f"Hibari ({voice.title})", voice.language) for voice in more))

    def render(self, text: str, voice_id: str | None, wpm: int, path: Path) -> None:
        """Its own voice reads where another was named that is not there, or not as it should be."""
        import numpy as np
        from hibari import SAMPLE_RATE, write_wav

        reader = self._reader(voice_id or VOICE)
        speed = min(max(wpm / WPM_AT_ONE, _SLOWEST), _FASTEST)
        said = reader(with_british_sounds(text) if reader.g2p.british else text, speed=speed, seed=_SEED)
        write_wav(str(path), np.pad(said, (round(_LEAD_IN_S * SAMPLE_RATE), 0)))

    def _reader(self, name: str) -> Any:
        if self._loaded is None or self._loaded.voice != name:
            content = self._content(name)
            if content is not None:
                self._loaded = _load(name, content)
            elif self._loaded is None or self._loaded.voice != VOICE:
                self._loaded = _load(VOICE, str(self._assets / MODEL))
        return self._loaded

    def _content(self, name: str) -> bytes | None:
        """The checked file of a voice that the user has added, if everything that it needs is there."""
        with contextlib.suppress(EngineMissing):
            voice = self._more.find(name) if self._more is not None else None
            if self._more is not None and voice is not None:
                if voice.is_british:
                    check(self._assets, BRITISH_SHA256)
                return self._more.content(voice)
        return None


def hibari_engine(more: VoiceFolder | None = None) -> KnownEngine:
    """hibari as the program knows it, with the voices that the user has added to a folder, if there is one."""
    return KnownEngine(
        "hibari",
        partial(serve_on, partial(HibariVoice, more)),
        id_prefix=ID_PREFIX,
        stays=True,
        pronunciation=MISAKI,
        has=partial(_has, more),
    )


def _load(name: str, model: str | bytes) -> Any:
    """A voice, from this very model: with it given, hibari never asks where one is to be had."""
    from hibari import Hibari, voices

    voices.download = _never
    return Hibari(name, model=model)


def _never(*_args: object) -> NoReturn:
    raise PermissionError("a voice is downloaded when the user asks for it, and not by hibari")


def _has(more: VoiceFolder | None, name: str) -> bool:
    return name == VOICE or (more is not None and more.find(name) is not None)


HIBARI_VOICE: Final = hibari_engine()
