"""The program's own voice: hibari, a small network that comes with the install. Imported in the child process only.

Its weights and tables are inside the package and checked here, so it sounds the same on every computer and needs no
network. It knows other voices too, and fetches them when they are named: no name is ever passed but that of its own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from simulator.child_process import yield_to_the_window
from simulator.voice.phonemes import MISAKI
from simulator.voice.voice_child import serve_on
from simulator.voice.voice_engine import EngineMissing, KnownEngine, VoiceInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

WPM_AT_ONE: Final = 180.0
"""Words a minute at its speed 1.0, measured over the questions of the bank."""

VOICE: Final = "heart"
MODEL: Final = "hibari.onnx"
SHA256: Final = {
    MODEL: "5f70741d4e900f4e85d0037498736cc1b3e1b9a63a13546a5da1e63abf4fccd8",
    "lexicon_us_gold.json.gz": "63ae94f8ef0e906d5b24fe9b59ffcbd1529aca5686a774610e43973cbaa86ad2",
    "lexicon_us_silver.json.gz": "c4c2546ebf1eb07010331e7ef785a431aa17ba8e7bfb6b4af8d654ee96a71fd3",
    "normalize.json": "d478ff05404bc43ac3e0468e306674e51085f1b1afc94cdef7c7ea4fb0d56bd8",
    "oov.json": "b462e6e5dbdf0e7346c732385d0dd844f612f1770871441c56932bff4ca75d8c",
    "oov.onnx": "d3cfd8122c5f172a98c8de38268bf1213ee09f2c2ae4df6e055fc6532590fe76",
    "tagger.json.gz": "d2da7502284bbbe45d49e0b7ce3ce67bdab82254150f4317f1b8559b4d38d0eb",
    "tokenizer_exceptions.json": "ddf3a3da07bdcf5144270ea4530191d8580fb4fd6f5ae93296e87916e795659a",
    "vocab.json": "70abefbe8a1c8865e43e0a43bbdc25b91a33e4aa053479d443ccf23e20a59e5d",
    "voices.json": "f8b7657ecd0e0e362d3403e99538c0e5bfe20d6a903dfcd04c772b2c73abb204",
}
"""Everything that it reads, as it is in hibari-tts 0.2.1."""

_SLOWEST, _FASTEST = 0.45, 2.0  # beyond, words break up
_LEAD_IN_S: Final = 0.1  # it speaks from the first sample, which a loudspeaker that has to wake up swallows
_SEED: Final = 0  # of the noise in its consonants: the same text is the same file
_INSTALL: Final = "install Viva Voce again"
# onnxruntime reports models it loads to its makers unless this is set before the import.
_OFFLINE: Final = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1"}


class HibariVoice:
    """One voice, American English. Its files are checked at once; it is loaded when it first has something to say."""

    def __init__(self) -> None:
        """Raises EngineMissing where it is not installed, or not as it should be."""
        os.environ.update(_OFFLINE)
        self._assets = _assets()
        check(self._assets, SHA256)
        yield_to_the_window()
        self._loaded: Any = None

    def voices(self) -> tuple[VoiceInfo, ...]:
        return (VoiceInfo(VOICE, "Hibari (American English)", "en-us"),)

    def render(self, text: str, voice_id: str | None, wpm: int, path: Path) -> None:  # noqa: ARG002
        """There is one voice, so whichever is named, this one reads."""
        import numpy as np
        from hibari import SAMPLE_RATE, write_wav

        speed = min(max(wpm / WPM_AT_ONE, _SLOWEST), _FASTEST)
        said = self._voice(text, speed=speed, seed=_SEED)
        write_wav(str(path), np.pad(said, (round(_LEAD_IN_S * SAMPLE_RATE), 0)))

    @property
    def _voice(self) -> Any:
        if self._loaded is None:
            from hibari import Hibari

            # With the model's path given, it never asks where a voice is to be had.
            self._loaded = Hibari(VOICE, model=str(self._assets / MODEL))
        return self._loaded


def check(assets: Path, sha256: Mapping[str, str]) -> None:
    """Whether these files are the pinned ones. Raises EngineMissing."""
    for name, pinned in sha256.items():
        try:
            found = hashlib.sha256((assets / name).read_bytes()).hexdigest()
        except OSError as error:
            raise EngineMissing(f"{_INSTALL}, for {name} of its own voice cannot be opened") from error
        if found != pinned:
            raise EngineMissing(f"{_INSTALL}, for {name} of its own voice is damaged")


def _assets() -> Path:
    """Where its files lie, without importing it."""
    package = importlib.util.find_spec("hibari")
    if package is None or package.origin is None:
        raise EngineMissing(f"{_INSTALL}, for its own voice is missing")
    return Path(package.origin).with_name("assets")


HIBARI_VOICE: Final = KnownEngine(
    "hibari", partial(serve_on, HibariVoice), id_prefix="hibari:", stays=True, pronunciation=MISAKI
)
