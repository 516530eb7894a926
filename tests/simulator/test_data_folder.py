from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

import platformdirs
import pytest

from simulator.data_folder import ENVIRONMENT_VARIABLE, Places
from simulator.errors import PlacesError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def no_library_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)


def test_the_system_names_the_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / "share" / name)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name, **_: tmp_path / "cache" / name)
    places = Places.find()
    assert places == Places(tmp_path / "share" / "viva-voce", tmp_path / "cache" / "viva-voce")


def test_a_given_folder_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "named"))
    assert Places.find().data == tmp_path / "named"
    assert Places.find(tmp_path / "given").data == tmp_path / "given"


def test_an_empty_environment_variable_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    assert Places.find().data == platformdirs.user_data_path("viva-voce", appauthor=False)


def test_a_given_folder_holds_its_own_cache(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    assert places.voice_cache.is_relative_to(tmp_path)


def test_home_and_relative_paths_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert Places.find(Path("~/practice")).data == tmp_path / "practice"
    assert Places.find(Path("practice")).data == tmp_path / "practice"


def test_finding_creates_nothing(tmp_path: Path) -> None:
    Places.find(tmp_path / "library")
    assert list(tmp_path.iterdir()) == []


def test_no_two_things_share_a_place(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    all_places = [
        places.recordings,
        places.database,
        places.settings_file,
        places.models,
        places.packs,
        places.voice_cache,
        places.lock_file,
    ]
    assert len(set(all_places)) == len(all_places)


def test_prepared_folders_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        places = Places.find(tmp_path / "deep" / "library")
        places.prepare()
    finally:
        os.umask(before)
    folders = [places.data, places.recordings, places.models, places.packs, places.cache, places.voice_cache]
    assert [oct(mode(folder)) for folder in folders] == ["0o700"] * len(folders)


def test_preparing_again_changes_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    places = Places.find(tmp_path)
    places.prepare()
    (places.recordings / "take.wav").touch()
    before = sorted(tmp_path.rglob("*"))
    places.prepare()
    assert sorted(tmp_path.rglob("*")) == before
    assert mode(tmp_path) == 0o750


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("not a folder")
    with pytest.raises(PlacesError, match="library") as refusal:
        Places.find(tmp_path / "library").prepare()
    assert "--data-dir" in str(refusal.value)
    assert (tmp_path / "library").read_text() == "not a folder"


def test_a_read_only_folder_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    places.prepare()

    def refuse(dir: Path) -> None:  # noqa: A002 - the name that tempfile uses
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(dir))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(PlacesError, match="Read-only file system"):
        places.prepare()
