"""What hibari reads, as it comes with the install: the files of its package, pinned. It is never imported here."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.voice.voice_engine import EngineMissing

if TYPE_CHECKING:
    from collections.abc import Mapping

MODEL: Final = "hibari.onnx"
REGISTRY: Final = "voices.json"
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
    REGISTRY: "f8b7657ecd0e0e362d3403e99538c0e5bfe20d6a903dfcd04c772b2c73abb204",
}
"""Everything that its own voice reads, as it is in hibari-tts 0.2.1."""
BRITISH_SHA256: Final = {
    "lexicon_gb_gold.json.gz": "66e675f23eb007d6707d23fe6603ba5e19f3513aefe42e3c8cd6c078a85f2ce0",
    "lexicon_gb_silver.json.gz": "637f887dd557d193af8c106f5c26624850db3e7bf0ec751ba917aac6d75e948d",
    "oov_gb.json": "e29077fc3548f08f2fab82a87e03309f614658d91d0ba464e653265e9a4d0cad",
    "oov_gb.onnx": "0997e3219543247de5646078d770f8ca77011d8fd0abb29fe48d12c60f53e9e1",
}
"""What British voices read besides."""

_DISTRIBUTION: Final = "hibari-tts"
_INSTALL: Final = "reinstall Viva Voce"


def assets() -> Path:
    """Where its files lie, without importing it. Raises EngineMissing where it is not installed."""
    package = importlib.util.find_spec("hibari")
    if package is None or package.origin is None:
        raise EngineMissing(f"{_INSTALL}; its own voice is missing")
    return Path(package.origin).with_name("assets")


def check(folder: Path, sha256: Mapping[str, str]) -> None:
    """Whether these files are the pinned ones. Raises EngineMissing."""
    for name, pinned in sha256.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise EngineMissing(f"{_INSTALL}; {name} of its own voice cannot be opened") from error
        if found != pinned:
            raise EngineMissing(f"{_INSTALL}; {name} of its own voice is damaged")


def home_address() -> str:
    """Where its makers keep its voices, as the installed package itself says; empty if it does not."""
    from importlib import metadata

    try:
        addresses = metadata.metadata(_DISTRIBUTION).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    return next(
        (address for label, _, address in (entry.partition(", ") for entry in addresses) if label == "Model"), ""
    )
