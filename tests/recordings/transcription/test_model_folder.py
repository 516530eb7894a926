"""What a folder is taken for: any faster-whisper model, whatever it is called, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.transcription.engines import LOADERS
from recordings.transcription.errors import ModelRefused
from recordings.transcription.model_folder import KINDS, find_in, name_of
from recordings.transcription.models import WHISPER
from tests.recordings.transcription.made_up_models import FILES, TINY, write_model


def test_a_model_is_found_with_the_hash_of_each_file(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "mine")
    (folder / "README.md").write_text("Not part of it.")
    found = find_in(folder)
    assert (found.folder, found.kind) == (folder, WHISPER)
    assert set(found.files) == set(TINY.files)


def test_a_folder_of_the_cache_leads_to_its_snapshot(tmp_path: Path) -> None:
    cached = tmp_path / "models--Systran--faster-whisper-small.en"
    snapshot = write_model(cached / "snapshots" / "d1d751")
    assert find_in(cached).folder == snapshot
    assert name_of(snapshot) == "small.en"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("faster-whisper-small.en", "small.en"),
        ("faster-distil-whisper-large-v3", "distil-large-v3"),
        ("Whisper Turbo", "whisper turbo"),
        ("faster-whisper-", "model"),
    ],
)
def test_it_is_called_as_its_folder(folder: str, name: str) -> None:
    assert name_of(Path("/models") / folder) == name


@pytest.mark.parametrize("missing", [name for name in FILES if name != "vocabulary.txt"])
def test_what_is_missing_is_said(tmp_path: Path, missing: str) -> None:
    folder = write_model(tmp_path / "mine")
    (folder / missing).unlink()
    with pytest.raises(
        ModelRefused, match=f"does not contain a speech model: {missing} is missing. Nothing was added."
    ):
        find_in(folder)


def test_either_vocabulary_will_do(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "mine")
    (folder / "vocabulary.txt").rename(folder / "vocabulary.json")
    assert "vocabulary.json" in {file.name for file in find_in(folder).files}
    (folder / "vocabulary.json").unlink()
    with pytest.raises(ModelRefused, match=r"vocabulary\.json or vocabulary\.txt is missing"):
        find_in(folder)


def test_a_model_for_something_else_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "mine", weights=b"\x06\x00\x00\x00\x10\x00TransformerSpec\x00")
    with pytest.raises(ModelRefused, match="is not for faster-whisper"):
        find_in(folder)


@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_what_is_no_folder_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ModelRefused, match="There is no folder"):
        find_in(tmp_path / place)


def test_each_kind_has_its_loader() -> None:
    assert {kind.name for kind in KINDS} == set(LOADERS)
