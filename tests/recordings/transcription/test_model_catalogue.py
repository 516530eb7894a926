"""What can be downloaded: pinned to the last bit, from an address that is known before."""

from __future__ import annotations

import pytest

from recordings.transcription.engines import LOADERS
from recordings.transcription.model_catalogue import CATALOGUE, download_address, model_with, url_of
from recordings.transcription.model_folder import KINDS
from recordings.transcription.models import ModelSpec
from tests.recordings.transcription.made_up_models import FILES, TINY, pinned


@pytest.mark.parametrize("spec", CATALOGUE, ids=lambda spec: spec.name)
def test_everything_is_pinned_and_complete(spec: ModelSpec) -> None:
    assert len(spec.revision) == 40
    assert all(len(file.sha256) == 64 and file.size > 0 for file in spec.files)
    names = {file.name for file in spec.files}
    kind = next(kind for kind in KINDS if kind.name == spec.kind)
    assert set(kind.needed) < names < set(kind.names)
    assert names & set(kind.either)
    assert spec.files[-1].name == kind.weights
    assert spec.kind in LOADERS


def test_sizes_rise() -> None:
    assert len({spec.name for spec in CATALOGUE}) == len(CATALOGUE)
    assert CATALOGUE[0].size == min(spec.size for spec in CATALOGUE)


def test_the_address_is_hugging_faces_or_the_mirror(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    assert download_address() == "https://huggingface.co"
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example/")
    assert url_of(TINY, TINY.files[0], download_address()) == (
        f"https://mirror.example/someone/tiny/resolve/{'a' * 40}/config.json"
    )


def test_a_known_model_is_known_by_its_weights() -> None:
    weights = TINY.files[-1]
    assert model_with([pinned("config.json", b"another"), weights], (TINY,)) is TINY
    assert model_with([pinned("model.bin", b"others")], (TINY,)) is None
    assert model_with([pinned(name, content) for name, content in FILES.items()]) is None
