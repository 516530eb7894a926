"""Models made up for tests: a few bytes that look like faster-whisper's files, in folders and to be downloaded."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from recordings.transcription.models import Download, ModelFile, ModelSpec

WEIGHTS: Final = b"\x06\x00\x00\x00\x0c\x00WhisperSpec\x00" + b"weights" * 40_000
FILES: Final = {
    "config.json": b"{}",
    "tokenizer.json": b'{"tokens": []}',
    "vocabulary.txt": b"one\ntwo\n",
    "model.bin": WEIGHTS,
}


def pinned(name: str, content: bytes) -> ModelFile:
    """The file of this name and content."""
    return ModelFile(name, len(content), hashlib.sha256(content).hexdigest())


TINY: Final = ModelSpec(
    "tiny.made-up",
    "a" * 40,
    tuple(pinned(name, content) for name, content in FILES.items()),
    (Download("someone/tiny", "a" * 40),),
)


def write_model(folder: Path, weights: bytes = WEIGHTS) -> Path:
    """A folder that holds one."""
    folder.mkdir(parents=True)
    for name, content in {**FILES, "model.bin": weights}.items():
        (folder / name).write_bytes(content)
    return folder
