"""The list of voices: what can be done with each now, by name and by key, and heard before it is chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from simulator.settings import Settings
from simulator.voice.voice_folder import FileState, VoiceOffer
from tests.simulator.voice.voice_files import EMMA, FENRIR
from tests.ui.names import name_of, named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.widgets.select import Stepper
from ui.widgets.voice_list import VoiceList

ADDRESS = "https://voices.example/all"


def offers(state: FileState, received: int | None = None) -> tuple[VoiceOffer, ...]:
    return (VoiceOffer(EMMA, state, received), VoiceOffer(FENRIR, FileState.ABSENT))


@pytest.fixture
def voices(qtbot: QtBot) -> VoiceList:
    made = VoiceList()
    qtbot.addWidget(made)
    made.show_settings(Settings(voice_wpm=165))
    made.show_offers(offers(FileState.INSTALLED), ADDRESS)
    made.show()
    return made


def buttons(voices: VoiceList) -> set[str]:
    found = voices.findChildren(QAbstractButton)
    return {name_of(button) for button in found if button.isVisibleTo(voices)}


def to_emma(voices: VoiceList) -> set[str]:
    return {name.partition(":")[0] for name in buttons(voices) if name.endswith(": British, female")}


def speed(voices: VoiceList) -> Stepper:
    stepper = named(voices, "Speed to try")
    assert isinstance(stepper, Stepper)
    return stepper


def test_everything_has_a_name(voices: VoiceList) -> None:
    assert nameless(voices) == []
    assert {"Hear it: Viva Voce’s own", "Download: American, male", "Add voices from a folder"} <= buttons(voices)


@pytest.mark.parametrize(
    ("state", "received", "address", "verbs"),
    [
        (FileState.ABSENT, None, ADDRESS, {"Download"}),
        (FileState.ABSENT, None, "", set()),
        (FileState.ABSENT, 10, ADDRESS, {"Cancel"}),
        (FileState.INSTALLED, None, ADDRESS, {"Hear it", "Use", "Remove"}),
        (FileState.DAMAGED, None, ADDRESS, {"Download", "Remove"}),
        (FileState.DAMAGED, None, "", {"Remove"}),
    ],
)
def test_only_what_can_be_done_is_offered(
    voices: VoiceList, state: FileState, received: int | None, address: str, verbs: set[str]
) -> None:
    voices.show_offers(offers(state, received), address)
    assert to_emma(voices) == verbs


def test_voice_and_speed_are_heard_before_they_are_chosen(voices: VoiceList) -> None:
    heard, used = Told(voices.hear_requested), Told(voices.use_requested)
    speed(voices).setValue(150)
    press(voices, "Hear it: British, female")
    press(voices, "Hear it: Viva Voce’s own")
    assert heard == [(EMMA.id, 150), (None, 150)]
    assert used == []
    press(voices, "Use: British, female")
    assert used == [(EMMA.id, 150)]


def test_the_chosen_one_can_be_used_at_another_speed_only(voices: VoiceList) -> None:
    voices.show_settings(Settings(voice_wpm=165, voice_id=EMMA.id))
    assert to_emma(voices) == {"Hear it", "Remove"}
    assert has_words(voices, "In use")
    speed(voices).setValue(180)
    assert to_emma(voices) == {"Hear it", "Use", "Remove"}


def test_a_speed_being_tried_stays_when_something_else_is_changed(voices: VoiceList) -> None:
    speed(voices).setValue(180)
    voices.show_settings(replace(Settings(voice_wpm=165), captions=True))
    assert speed(voices).value() == 180
    voices.show_settings(Settings(voice_wpm=140))
    assert speed(voices).value() == 140


def test_what_is_pressed_is_told_by_name(voices: VoiceList) -> None:
    downloaded, removed, cancelled = (
        Told(signal) for signal in (voices.download_requested, voices.remove_requested, voices.cancel_requested)
    )
    press(voices, "Download: American, male")
    press(voices, "Remove: British, female")
    voices.show_offers(offers(FileState.ABSENT, 5), ADDRESS)
    press(voices, "Cancel: British, female")
    assert (downloaded, removed, cancelled) == (["fenrir"], ["emma"], ["emma"])


def test_the_focus_follows_what_happens(qtbot: QtBot, voices: VoiceList) -> None:
    """By keyboard: Enter on Download, and the focus is on Cancel; when it has come, on Hear it."""
    voices.activateWindow()
    voices.show_offers(offers(FileState.ABSENT), ADDRESS)
    download = named(voices, "Download: British, female")
    download.setFocus()
    qtbot.waitUntil(download.hasFocus)
    told = Told(voices.download_requested)
    QTest.keyClick(download, Qt.Key.Key_Return)
    assert told == ["emma"]
    voices.show_offers(offers(FileState.ABSENT, 0), ADDRESS)
    assert named(voices, "Cancel: British, female").hasFocus()
    voices.show_offers(offers(FileState.INSTALLED), ADDRESS)
    assert named(voices, "Hear it: British, female").hasFocus()
