"""The list of speech models: each with its sentence and the buttons for what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from recordings.transcription.kept_models import KeptModel, ModelState
from recordings.transcription.model_offer import ModelOffer
from simulator.settings import Settings
from tests.recordings.transcription.made_up_models import TINY
from tests.ui.parts import Told
from tests.ui.screen_text import has_words
from ui.widgets.model_list import ModelList

ADDRESS = "https://models.example"
MINE = KeptModel("mine", "whisper", "/models/mine", TINY.files)


def made(qtbot: QtBot, *offers: ModelOffer) -> ModelList:
    models = ModelList()
    qtbot.addWidget(models)
    models.show_offers(offers, ADDRESS)
    models.show()
    return models


def button(models: ModelList, name: str) -> QPushButton:
    return next(each for each in models.findChildren(QPushButton) if each.accessibleName() == name)


def shown(models: ModelList) -> set[str]:
    return {each.accessibleName() for each in models.findChildren(QPushButton) if each.isVisible()}


def test_every_button_asks_for_what_it_says(qtbot: QtBot) -> None:
    here = ModelOffer("mine", MINE, ModelState.HERE)
    there = ModelOffer("tiny", spec=TINY)
    models = made(qtbot, here, there)
    used, downloaded, removed = (
        Told(models.use_requested),
        Told(models.download_requested),
        Told(models.remove_requested),
    )
    measured, folders = Told(models.measure_requested), Told(models.folder_requested)
    assert shown(models) == {
        "Use: mine", "Measure: mine", "Remove: mine", "Download: tiny", "Add a speech model from a folder",
    }  # fmt: skip
    for name in shown(models):
        button(models, name).click()
    assert (list(used), list(downloaded), list(removed), list(measured)) == (["mine"], ["tiny"], ["mine"], ["mine"])
    assert len(folders) == 1


def test_a_download_can_be_paused_resumed_and_cancelled(qtbot: QtBot) -> None:
    coming = ModelOffer("tiny", spec=TINY, received=1_000_000, is_coming=True)
    models = made(qtbot, coming)
    paused, cancelled, downloaded = (
        Told(models.pause_requested),
        Told(models.cancel_requested),
        Told(models.download_requested),
    )
    button(models, "Pause: tiny").click()
    button(models, "Cancel: tiny").click()
    models.show_offers((replace(coming, is_coming=False),), ADDRESS)
    assert has_words(models, "Paused at 1 of")
    button(models, "Resume: tiny").click()
    assert (list(paused), list(cancelled), list(downloaded)) == (["tiny"], ["tiny"], ["tiny"])


def test_the_built_in_one_can_be_chosen_again(qtbot: QtBot) -> None:
    models = made(qtbot, ModelOffer("mine", MINE, ModelState.HERE))
    assert "Use: Built in" not in shown(models)
    models.show_settings(Settings(speech_model="mine"))
    used = Told(models.use_requested)
    button(models, "Use: Built in").click()
    assert list(used) == [None]
    assert "Use: mine" not in shown(models)


def test_one_that_was_forgotten_is_no_longer_shown(qtbot: QtBot) -> None:
    models = made(qtbot, ModelOffer("mine", MINE, ModelState.HERE))
    models.show_offers((), ADDRESS)
    qtbot.waitUntil(lambda: shown(models) == {"Add a speech model from a folder"})
