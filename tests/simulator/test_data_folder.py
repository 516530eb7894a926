from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

import platformdirs
import pytest

from simulator.data_folder import ENVIRONMENT_VARIABLE, DataFolder
from simulator.errors import PlacesError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def no_library_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)


def test_the_system_names_the_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / "share" / name)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name, **_: tmp_path / "cache" / name)
    data_folder = DataFolder.find()
    assert data_folder == DataFolder(tmp_path / "share" / "viva-voce", tmp_path / "cache" / "viva-voce")


def test_a_given_folder_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "named"))
    assert DataFolder.find().data == tmp_path / "named"
    assert DataFolder.find(tmp_path / "given").data == tmp_path / "given"


def test_an_empty_environment_variable_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    assert DataFolder.find().data == platformdirs.user_data_path("viva-voce", appauthor=False)


def test_a_given_folder_holds_its_own_cache(tmp_path: Path) -> None:
    data_folder = DataFolder.find(tmp_path)
    assert data_folder.voice_cache.is_relative_to(tmp_path)


def test_home_and_relative_paths_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert DataFolder.find(Path("~/practice")).data == tmp_path / "practice"
    assert DataFolder.find(Path("practice")).data == tmp_path / "practice"


def test_finding_creates_nothing(tmp_path: Path) -> None:
    DataFolder.find(tmp_path / "library")
    assert list(tmp_path.iterdir()) == []


def test_no_two_things_share_a_place(tmp_path: Path) -> None:
    data_folder = DataFolder.find(tmp_path)
    all_places = [
        data_folder.recordings,
        data_folder.database,
        data_folder.settings_file,
        data_folder.models,
        data_folder.packs,
        data_folder.voice_cache,
        data_folder.lock_file,
    ]
    assert len(set(all_places)) == len(all_places)


def test_prepared_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        data_folder = DataFolder.find(tmp_path / "deep" / "library")
        data_folder.prepare()
    finally:
        os.umask(before)
    folders = [
        data_folder.data,
        data_folder.recordings,
        data_folder.models,
        data_folder.packs,
        data_folder.cache,
        data_folder.voice_cache,
    ]
    assert [oct(mode(folder)) for folder in folders] == ["0o700"] * len(folders)


def test_preparing_again_changes_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    data_folder = DataFolder.find(tmp_path)
    data_folder.prepare()
    (data_folder.recordings / "take.wav").touch()
    before = sorted(tmp_path.rglob("*"))
    data_folder.prepare()
    assert sorted(tmp_path.rglob("*")) == before
    assert mode(tmp_path) == 0o750


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("not a folder")
    with pytest.raises(PlacesError, match="library") as refusal:
        DataFolder.find(tmp_path / "library").prepare()
    assert "--data-dir" in str(refusal.value)
    assert (tmp_path / "library").read_text() == "not a folder"


def test_a_read_only_folder_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data_folder = DataFolder.find(tmp_path)
    data_folder.prepare()

    def refuse(dir: Path) -> None:  # noqa: A002 - the name that tempfile uses
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(dir))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(PlacesError, match="Read-only file system"):
        data_folder.prepare()


def test_a_name_that_no_folder_can_have_is_said_in_short(tmp_path: Path) -> None:
    with pytest.raises(PlacesError, match="cannot save anything") as refusal:
        DataFolder.find(tmp_path / ("x" * 300))
    assert len(str(refusal.value)) < 400
