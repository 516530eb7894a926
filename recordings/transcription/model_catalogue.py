"""Which speech models can be downloaded: SYSTRAN's and Mobius Labs' conversions of Whisper, pinned. Nothing is fetched.

Each revision, size and hash is what is published for it. None of them is loaded unless every byte is the pinned one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

from recordings.transcription.models import Download, ModelFile, ModelSpec

LICENCE: Final = "MIT"
_MIRROR: Final = "HF_ENDPOINT"
_HOME: Final = "https://huggingface.co"

_ENGLISH: Final = (
    ModelFile("tokenizer.json", 2_128_466, "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df"),
    ModelFile("vocabulary.txt", 422_309, "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf"),
)
_THIRD: Final = (
    ModelFile("preprocessor_config.json", 340, "7ccc62c6f2765af1f3b46c00c9b5894426835a05021c8b9c01eecb6dfb542711"),
    ModelFile("vocabulary.json", 1_068_114, "c69260f2ab26d659b7c398f9a2b2b48ed0df16c3b47d7326782fd9cba71690c1"),
)


def _spec(name: str, repository: str, revision: str, *files: ModelFile) -> ModelSpec:
    return ModelSpec(name, revision, files, (Download(repository, revision),))


CATALOGUE: Final[tuple[ModelSpec, ...]] = (
    _spec(
        "distil-small.en",
        "Systran/faster-distil-whisper-small.en",
        "ef77d90526ccd62cde3808ee70626a01e5cf83e4",
        ModelFile("config.json", 2_812, "b571ae8022a34c1df50876a65b5f813a5c22e5ee3b87bc0e4db5662dfc9c2c3d"),
        ModelFile("preprocessor_config.json", 339, "a6a76d28c93edb273669eb9e0b0636a2bddbb1272c3261e47b7ca6dfdbac1b8d"),
        ModelFile("tokenizer.json", 2_405_466, "c9c77688528c0509abbd41873edab16384b8f041531b1d3092ab4d1d83a02a50"),
        ModelFile("vocabulary.json", 825_480, "4dadfee7c4a871665f65c06037f5f5ec893fb2d7f5eb4cf11063618e31dbe11a"),
        ModelFile("model.bin", 332_308_257, "1187de3982cdcf962a2fb8f797e429fb4651b875b18fe9ce50b58b52fc9072b7"),
    ),
    _spec(
        "small.en",
        "Systran/faster-whisper-small.en",
        "d1d751a5f8271d482d14ca55d9e2deeebbae577f",
        ModelFile("config.json", 2_657, "666a9605530ac1f61fa8177f3702b4dacec9966749e42610839fcc32661d5fae"),
        *_ENGLISH,
        ModelFile("model.bin", 483_545_366, "62b2a45b05ee59acb4a5341b33ee35e041395d378d418a18acfe4c9e768ee37a"),
    ),
    _spec(
        "medium.en",
        "Systran/faster-whisper-medium.en",
        "a29b04bd15381511a9af671baec01072039215e3",
        ModelFile("config.json", 2_643, "4a1848ebabe7938d9797c15a2e8e4ce1d36e6fd4a43d096ae5955257c67c7962"),
        *_ENGLISH,
        ModelFile("model.bin", 1_527_904_330, "11b220779aea4c6f3ce9d2549c8a95ea869ed84066864b999531ef53e594fe5b"),
    ),
    _spec(
        "distil-large-v3",
        "Systran/faster-distil-whisper-large-v3",
        "c3058b475261292e64a0412df1d2681c06260fab",
        ModelFile("config.json", 2_690, "90c55f775cc4e0bb17293d0bf12f96557a486f20dea886fabd8e6075a3588b21"),
        ModelFile("tokenizer.json", 2_480_617, "6d8cbd7cd0d8d5815e478dac67b85a26bbe77c1f5e0c6d76d1ce2abc0e5f21ca"),
        *_THIRD,
        ModelFile("model.bin", 1_512_927_867, "b79368e19b6623813609431a6e5ee309a71506701ebc49fd7820e692dec7c5f5"),
    ),
    _spec(
        "large-v3-turbo",
        "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        "0a363e9161cbc7ed1431c9597a8ceaf0c4f78fcf",
        ModelFile("config.json", 2_263, "b0253ea6c0d3bea6b1e19e91a02acfd3b53f4467362efcb5a3e6b16c9b3a9b7e"),
        ModelFile("tokenizer.json", 2_710_337, "297b13372ac43916285644fb9687add3cc62ee2a1adb60da3dc25cc94c1871fd"),
        *_THIRD,
        ModelFile("model.bin", 1_617_884_929, "e76620f83d5f5b69efd3d87e3dc180c1bd21df9fbebacfd4335e5e1efcc018da"),
    ),
)
"""The smallest first."""


def download_address() -> str:
    """Below which address the models are asked for: Hugging Face, or the mirror that the user's system names."""
    return os.environ.get(_MIRROR, "").strip() or _HOME


def model_with(files: Iterable[ModelFile], known: Iterable[ModelSpec] = CATALOGUE) -> ModelSpec | None:
    """The model that has the same weights as one of these files."""
    weights = {file.sha256 for file in files}
    return next((spec for spec in known if spec.files[-1].sha256 in weights), None)


def url_of(spec: ModelSpec, file: ModelFile, address: str) -> str:
    """Where this file of it can be had. Raises LookupError if it has no place to download from."""
    source = next((source for source in spec.sources if isinstance(source, Download)), None)
    if source is None:
        raise LookupError(spec.name)
    return f"{address.rstrip('/')}/{source.repository}/resolve/{source.revision}/{file.name}"
