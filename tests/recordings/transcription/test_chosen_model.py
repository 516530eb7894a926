"""The model of the user's choice in the speech child, with the built-in one's files in the part of another model."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recordings.transcription.engines import Engine, Loaded, load_chosen
from recordings.transcription.errors import EngineUnavailable, ModelUnavailable
from recordings.transcription.kept_models import KeptModel, ModelShelf
from recordings.transcription.messages import Ready
from recordings.transcription.model_folder import find_in
from recordings.transcription.model_speed import LIVE_AT_MOST, SAMPLE, ModelChoice, keeps_up, measured_speed
from recordings.transcription.models import install_built_in
from recordings.transcription.service import SpeechService
from tests.recordings.transcription.fakes import FakeEngine
from tests.recordings.transcription.made_up_models import write_model
from tests.recordings.transcription.speaking import spoken, write_take

WAIT_S = 60.0
CAREFULLY = ModelChoice("mine", must_keep_up=False)


class Chosen(FakeEngine):
    name = "chosen"


def load_built_in(_models_dir: Path, _why: str) -> Engine:
    return FakeEngine()


def load_none(_models_dir: Path, _why: str) -> Engine:
    raise EngineUnavailable("There is no speech recogniser.")


def refuse(_folder: Path, _model: str) -> Engine:
    raise ModelUnavailable("There may be too little memory for it.")


@pytest.fixture
def shelf(tmp_path: Path) -> ModelShelf:
    made = ModelShelf(tmp_path / "models")
    made.add(find_in(write_model(tmp_path / "mine")))
    return made


def loaded(shelf: ModelShelf, choice: ModelChoice) -> Loaded:
    return load_chosen(shelf, choice, [load_built_in], {"whisper": lambda _folder, _model: Chosen()})


def with_speed(shelf: ModelShelf, speed: float) -> None:
    model = shelf.find("mine")
    assert model is not None
    shelf.keep(model.with_speed(speed))


def test_without_a_choice_the_best_there_is(shelf: ModelShelf) -> None:
    assert (loaded(shelf, ModelChoice()).engine.name, loaded(shelf, ModelChoice()).instead) == (FakeEngine.name, "")


@pytest.mark.parametrize(("speed", "name"), [(LIVE_AT_MOST, "chosen"), (LIVE_AT_MOST * 2, FakeEngine.name)])
def test_while_one_speaks_it_has_to_keep_up(shelf: ModelShelf, speed: float, name: str) -> None:
    with_speed(shelf, speed)
    made = loaded(shelf, ModelChoice("mine"))
    assert (made.engine.name, made.instead) == (name, "")


def test_one_that_was_never_measured_does_not_listen_live(shelf: ModelShelf) -> None:
    assert loaded(shelf, ModelChoice("mine")).engine.name == FakeEngine.name
    assert loaded(shelf, CAREFULLY).engine.name == "chosen"


def test_one_that_is_gone_is_replaced_and_that_is_said(shelf: ModelShelf, tmp_path: Path) -> None:
    (tmp_path / "mine").rename(tmp_path / "elsewhere")
    made = loaded(shelf, CAREFULLY)
    assert made.engine.name == FakeEngine.name
    assert made.instead == (
        f"The speech model “mine” is no longer in {tmp_path / 'mine'}. The built-in one is used instead."
    )


def test_one_that_was_changed_is_not_loaded(shelf: ModelShelf, tmp_path: Path) -> None:
    (tmp_path / "mine" / "config.json").write_text("[]")
    assert "is damaged or has been changed. The built-in one is used instead." in loaded(shelf, CAREFULLY).instead


def test_one_that_was_forgotten_is_replaced(shelf: ModelShelf) -> None:
    model = shelf.find("mine")
    assert model is not None
    shelf.remove(model)
    said = "The speech model “mine” is no longer available. The built-in one is used instead."
    assert loaded(shelf, CAREFULLY).instead == said


def test_one_of_a_later_version_is_replaced(shelf: ModelShelf) -> None:
    model = shelf.find("mine")
    assert model is not None
    shelf.keep(replace(model, kind="parakeet"))
    assert "needs a different version of Viva Voce" in loaded(shelf, CAREFULLY).instead


def test_one_that_cannot_be_loaded_is_replaced(shelf: ModelShelf) -> None:
    made = load_chosen(shelf, CAREFULLY, [load_built_in], {"whisper": refuse})
    assert made.instead == "There may be too little memory for it. The built-in one is used instead."
    with pytest.raises(EngineUnavailable):
        load_chosen(shelf, CAREFULLY, [load_none], {"whisper": refuse})


def linked(source: Path, target: Path) -> Path:
    """The same files in another folder, without a second copy on the disk."""
    target.mkdir()
    for path in source.iterdir():
        try:
            os.link(path, target / path.name)
        except OSError:
            shutil.copy(path, target / path.name)
    return target


@pytest.mark.speech
def test_the_real_child_loads_it_and_its_speed_is_measured(tmp_path: Path) -> None:
    shelf = ModelShelf(tmp_path / "models")
    built_in = install_built_in(shelf.models_dir)
    model = shelf.add(find_in(linked(built_in, tmp_path / "faster-whisper-mine")))
    sound = tmp_path / "sample.wav"
    write_take(sound, spoken(SAMPLE, tmp_path, 150, "en-us"))
    shelf.keep(model.with_speed(measured_speed(SpeechService(shelf.models_dir, CAREFULLY), sound)))
    kept = shelf.find("mine")
    assert kept is not None
    assert 0 < (kept.speed_here or 0.0) < 5
    assert ready_of(shelf, CAREFULLY) == Ready("whisper", kept.id)
    if keeps_up(kept.speed_here):
        assert ready_of(shelf, ModelChoice("mine")) == Ready("whisper", kept.id)
    assert_built_in_when_damaged(shelf, kept, built_in)


def ready_of(shelf: ModelShelf, choice: ModelChoice) -> object:
    service = SpeechService(shelf.models_dir, choice)
    service.start()
    try:
        return service.receive(WAIT_S)
    finally:
        service.kill()


def assert_built_in_when_damaged(shelf: ModelShelf, kept: KeptModel, built_in: Path) -> None:
    (shelf.folder_of(kept) / "config.json").unlink()
    ready = ready_of(shelf, CAREFULLY)
    assert isinstance(ready, Ready)
    assert ready.model == built_in.name
    assert ready.instead is not None
