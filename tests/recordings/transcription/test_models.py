"""Models: joined from packages, checked byte for byte, and nothing else is ever accepted."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from recordings.transcription.errors import ModelUnavailable
from recordings.transcription.models import (
    MANIFEST,
    Download,
    Folder,
    ModelFile,
    ModelSpec,
    Packages,
    Source,
    find_model,
    install_built_in,
    install_from,
)

FIRST, SECOND, SMALL = b"first half " * 1000, b"second half " * 1000, b"{}"


def spec_from(*sources: Source) -> ModelSpec:
    whole = FIRST + SECOND
    files = (
        ModelFile("config.json", len(SMALL), hashlib.sha256(SMALL).hexdigest()),
        ModelFile("model.bin", len(whole), hashlib.sha256(whole).hexdigest()),
    )
    return ModelSpec("toy", "0123456789abcdef", files, sources)


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two importable packages that hold the toy model in two halves."""
    packages = tmp_path / "packages"
    for name, half in (("toy_model_part1", FIRST), ("toy_model_part2", SECOND)):
        data = packages / name / "data"
        data.mkdir(parents=True)
        (packages / name / "__init__.py").touch()
        (data / f"model.bin.part{name[-1]}").write_bytes(half)
    (packages / "toy_model_part1" / "data" / "config.json").write_bytes(SMALL)
    monkeypatch.syspath_prepend(packages)
    monkeypatch.delitem(sys.modules, "toy_model_part1", raising=False)
    monkeypatch.delitem(sys.modules, "toy_model_part2", raising=False)
    return packages


TOY = spec_from(Packages(("toy_model_part1", "toy_model_part2")))


def test_joins_the_parts_in_order(parts: Path, tmp_path: Path) -> None:
    folder = install_built_in(tmp_path / "models", TOY)
    assert (folder / "model.bin").read_bytes() == FIRST + SECOND
    assert find_model(tmp_path / "models", TOY) == folder
    assert sorted(file.name for file in folder.iterdir()) == ["config.json", "model.bin"]


def test_an_intact_model_is_not_written_again(parts: Path, tmp_path: Path) -> None:
    folder = install_built_in(tmp_path / "models", TOY)
    before = (folder / "model.bin").stat()
    install_built_in(tmp_path / "models", TOY)
    assert (folder / "model.bin").stat().st_ino == before.st_ino


@pytest.mark.parametrize("damage", [b"", FIRST, FIRST + SECOND[:-1] + b"!"])
def test_a_damaged_file_is_never_found_and_is_joined_anew(parts: Path, tmp_path: Path, damage: bytes) -> None:
    folder = install_built_in(tmp_path / "models", TOY)
    (folder / "model.bin").write_bytes(damage)
    assert find_model(tmp_path / "models", TOY) is None
    install_built_in(tmp_path / "models", TOY)
    assert (folder / "model.bin").read_bytes() == FIRST + SECOND


def test_parts_that_are_not_the_pinned_ones_are_refused(parts: Path, tmp_path: Path) -> None:
    (parts / "toy_model_part2" / "data" / "model.bin.part2").write_bytes(SECOND[:-1] + b"!")
    with pytest.raises(ModelUnavailable, match=r"model\.bin is damaged"):
        install_built_in(tmp_path / "models", TOY)
    assert find_model(tmp_path / "models", TOY) is None
    assert not (tmp_path / "models" / TOY.folder_name / "model.bin").exists()
    assert [file.name for file in (tmp_path / "models" / TOY.folder_name).iterdir()] == ["config.json"]


def test_a_missing_part_is_no_model(parts: Path, tmp_path: Path) -> None:
    (parts / "toy_model_part2" / "data" / "model.bin.part2").unlink()
    with pytest.raises(ModelUnavailable, match="is missing on this computer"):
        install_built_in(tmp_path / "models", TOY)


def test_a_missing_package_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="is missing on this computer"):
        install_built_in(tmp_path / "models", spec_from(Packages(("no_such_package_at_all",))))


def test_an_unwritable_place_is_said_in_words(parts: Path, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(ModelUnavailable, match="could not be written"):
        install_built_in(tmp_path / "models", TOY)


def test_a_folder_is_a_source_too(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "config.json").write_bytes(SMALL)
    (given / "model.bin").write_bytes(FIRST + SECOND)
    folder = install_from(Folder(given), tmp_path / "models", TOY)
    assert find_model(tmp_path / "models", TOY) == folder


def test_a_download_is_never_fetched_on_its_own(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        install_built_in(tmp_path / "models", spec_from(Download("someone/some-model", "abc")))


def test_the_manifest_pins_everything() -> None:
    for spec in MANIFEST:
        assert len(spec.revision) == 40
        assert all(len(file.sha256) == 64 and file.size > 0 for file in spec.files)
        assert {"model.bin", "tokenizer.json", "config.json"} <= {file.name for file in spec.files}
