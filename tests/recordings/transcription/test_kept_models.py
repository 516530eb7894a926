"""The models that the user has brought: noted, checked, forgotten; nothing is deleted that is not ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recordings.transcription.errors import ModelRefused, ModelUnavailable
from recordings.transcription.kept_models import KeptModel, ModelShelf, ModelState
from recordings.transcription.model_folder import find_in
from recordings.transcription.models import ModelFile
from tests.recordings.transcription.made_up_models import FILES, TINY, WEIGHTS, write_model


@pytest.fixture
def shelf(tmp_path: Path) -> ModelShelf:
    return ModelShelf(tmp_path / "library" / "models")


@pytest.fixture
def model(shelf: ModelShelf, tmp_path: Path) -> KeptModel:
    """One that was added from a folder."""
    return shelf.add(find_in(write_model(tmp_path / "faster-whisper-mine")))


def write_downloaded(shelf: ModelShelf) -> Path:
    return write_model(shelf.models_dir / TINY.folder_name)


def test_there_is_none_at_first(shelf: ModelShelf) -> None:
    assert shelf.models() == ()
    assert not shelf.models_dir.exists()


def test_a_folder_is_noted_and_stays_where_it_is(shelf: ModelShelf, model: KeptModel, tmp_path: Path) -> None:
    assert (model.name, model.is_downloaded) == ("mine", False)
    assert model.id.startswith("mine-")
    assert ModelShelf(shelf.models_dir).find("mine") == model
    assert shelf.folder_of(model) == tmp_path / "faster-whisper-mine"
    assert shelf.state(model) is ModelState.HERE
    assert shelf.verified_folder(model) == shelf.folder_of(model)


def test_the_same_folder_again_is_the_same_model(shelf: ModelShelf, model: KeptModel) -> None:
    shelf.add(find_in(shelf.folder_of(model)))
    assert [each.name for each in shelf.models()] == ["mine"]


def test_another_folder_of_the_same_name_gets_a_number(shelf: ModelShelf, model: KeptModel, tmp_path: Path) -> None:
    other = shelf.add(find_in(write_model(tmp_path / "other" / "mine", WEIGHTS + b"!")))
    assert [each.name for each in shelf.models()] == [model.name, other.name] == ["mine", "mine-2"]


def test_speed_holds_for_this_computer_only(shelf: ModelShelf, model: KeptModel) -> None:
    assert model.speed_here is None
    shelf.keep(model.with_speed(0.25))
    kept = shelf.find("mine")
    assert kept is not None
    assert kept.speed_here == 0.25
    assert KeptModel("a", "whisper", "a", model.files, speed=0.25, measured_on="another computer").speed_here is None


def test_one_that_is_gone_is_noticed(shelf: ModelShelf, model: KeptModel, tmp_path: Path) -> None:
    (tmp_path / "faster-whisper-mine").rename(tmp_path / "elsewhere")
    assert shelf.state(model) is ModelState.GONE
    with pytest.raises(ModelUnavailable, match="“mine” is no longer in"):
        shelf.verified_folder(model)


@pytest.mark.parametrize("spoilt", list(FILES))
def test_one_that_was_changed_is_noticed(shelf: ModelShelf, model: KeptModel, spoilt: str) -> None:
    assert shelf.state(model) is ModelState.HERE
    path = shelf.folder_of(model) / spoilt
    path.write_bytes(path.read_bytes()[:-1] + b"#")
    assert shelf.state(model) is ModelState.DAMAGED
    with pytest.raises(ModelUnavailable, match="is damaged or has been changed"):
        shelf.verified_folder(model)
    path.unlink()
    assert shelf.state(model) is ModelState.DAMAGED


def test_removing_leaves_the_users_folder_alone(shelf: ModelShelf, model: KeptModel) -> None:
    shelf.remove(model)
    assert shelf.models() == ()
    assert {path.name for path in shelf.folder_of(model).iterdir()} == set(FILES)


def test_removing_deletes_what_was_downloaded_and_nothing_else(shelf: ModelShelf) -> None:
    folder = write_downloaded(shelf)
    shelf.remove(shelf.add_downloaded(TINY))
    assert not folder.exists()
    folder = write_downloaded(shelf)
    (folder / "notes.txt").write_text("mine")
    shelf.remove(shelf.add_downloaded(TINY))
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert shelf.models() == ()


def test_a_library_that_was_moved_has_its_downloads(shelf: ModelShelf, tmp_path: Path) -> None:
    write_downloaded(shelf)
    model = shelf.add_downloaded(TINY)
    shelf.models_dir.parent.rename(tmp_path / "moved")
    assert ModelShelf(tmp_path / "moved" / "models").state(model) is ModelState.HERE


def test_no_name_in_the_list_leads_out_of_the_folder(shelf: ModelShelf, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    shelf.models_dir.mkdir(parents=True)
    forged = KeptModel("x", "whisper", "x", (ModelFile("../../../precious.txt", 4, "0" * 64),), is_downloaded=True)
    shelf.keep(forged)
    shelf.remove(forged)
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("text", ["{", "[]", '{"models": 3}', '{"models": [3, {"name": "a"}, {"name": 1}]}'])
def test_a_list_that_cannot_be_read_holds_none(shelf: ModelShelf, text: str) -> None:
    shelf.models_dir.mkdir(parents=True)
    (shelf.models_dir / "models.json").write_text(text)
    assert shelf.models() == ()


def test_an_entry_that_cannot_be_read_leaves_the_others(shelf: ModelShelf, model: KeptModel) -> None:
    path = shelf.models_dir / "models.json"
    stored = json.loads(path.read_text())
    path.write_text(json.dumps({"models": [{"name": "no more"}, *stored["models"]]}))
    assert shelf.models() == (model,)


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(ModelRefused, match="could not be saved"):
        ModelShelf(tmp_path / "models").add_downloaded(TINY)
