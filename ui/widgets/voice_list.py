"""Every voice of the program: heard before it is chosen, downloaded, added, removed. Nothing is done here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.settings import LIMITS
from simulator.voice.voice_folder import FileState
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.offer_row import OfferRow
from ui.widgets.select import Stepper
from ui.widgets.setting_row import SettingRow
from ui.words.voice_offers import OWN_VOICE, offer_sentence, own_sentence

if TYPE_CHECKING:
    from simulator.settings import Settings
    from simulator.voice.voice_folder import VoiceOffer

_STEP_WPM: Final = 5


class VoiceList(QWidget):
    """The program's own voice, the others, the speed to hear them at, and the ways to add one.

    Signals:
        hear_requested(object, int): the id of a voice (None: the program's own), and words per minute.
        use_requested(object, int): the same, to be chosen.
        download_requested(str), cancel_requested(str), remove_requested(str): the name of a voice.
        folder_requested(), file_requested(): add what is in a folder, or a file.
    """

    hear_requested = Signal(object, int)
    use_requested = Signal(object, int)
    download_requested = Signal(str)
    cancel_requested = Signal(str)
    remove_requested = Signal(str)
    folder_requested = Signal()
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: str | None = None
        self._chosen_wpm = 0
        self._offers: tuple[VoiceOffer, ...] = ()
        self._address = ""
        self._rows: dict[str, OfferRow] = {}
        low, high = LIMITS["voice_wpm"]
        self._speed = Stepper("Speed to try", int(low), int(high), step=_STEP_WPM)
        self._own = OfferRow(OWN_VOICE, self._for_all(None))
        self._list = QVBoxLayout()
        self._list.setSpacing(3 * SPACE)
        self._list.addWidget(self._own)
        hint = "In words per minute. Press Use to choose a voice at this speed."
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        column.addWidget(SettingRow("Speed to try", hint, self._speed))
        column.addLayout(self._list)
        column.addLayout(self._ways_in())
        self._speed.valueChanged.connect(lambda _wpm: self._show())
        self._show()

    def show_settings(self, settings: Settings) -> None:
        """Show which voice is chosen, and offer its speed to begin with. Emits nothing."""
        if settings.voice_wpm != self._chosen_wpm:
            self._speed.show_value(settings.voice_wpm)
        self._chosen, self._chosen_wpm = settings.voice_id, settings.voice_wpm
        self._show()

    def show_offers(self, offers: tuple[VoiceOffer, ...], address: str) -> None:
        """Show these voices, which can be downloaded from below `address`, if it is known."""
        self._offers, self._address = offers, address
        for offer in offers:
            if offer.voice.name not in self._rows:
                row = self._rows[offer.voice.name] = OfferRow(offer.voice.title, self._for_one(offer))
                self._list.addWidget(row)
        self._show()

    def _ways_in(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(2 * SPACE)
        for text, name, signal in (
            ("Add from folder", "Add voices from a folder", self.folder_requested),
            ("Add from file", "Add a voice from a file", self.file_requested),
        ):
            button = Button(text, is_small=True)
            button.setAccessibleName(name)
            button.clicked.connect(signal)
            ways.addWidget(button)
        ways.addStretch(1)
        return ways

    def _for_all(self, voice_id: str | None) -> dict[str, Callable[[], object]]:
        return {
            "Hear it": lambda: self.hear_requested.emit(voice_id, self._speed.value()),
            "Use": lambda: self.use_requested.emit(voice_id, self._speed.value()),
        }

    def _for_one(self, offer: VoiceOffer) -> dict[str, Callable[[], object]]:
        name = offer.voice.name
        return {
            **self._for_all(offer.voice.id),
            "Download": lambda: self.download_requested.emit(name),
            "Cancel": lambda: self.cancel_requested.emit(name),
            "Remove": lambda: self.remove_requested.emit(name),
        }

    def _show(self) -> None:
        is_own = self._chosen is None
        self._own.show_now(own_sentence(is_chosen=is_own), "Hear it", *self._use(is_own))
        for offer in self._offers:
            is_chosen = offer.voice.id == self._chosen
            sentence = offer_sentence(offer, self._address, is_chosen=is_chosen)
            self._rows[offer.voice.name].show_now(sentence, *self._verbs(offer, is_chosen))

    def _verbs(self, offer: VoiceOffer, is_chosen: bool) -> tuple[str, ...]:
        if offer.received is not None:
            return ("Cancel",)
        if offer.state is FileState.INSTALLED:
            return ("Hear it", *self._use(is_chosen), "Remove")
        download = ("Download",) if self._address else ()
        return (*download, "Remove") if offer.state is FileState.DAMAGED else download

    def _use(self, is_chosen: bool) -> tuple[str, ...]:
        """Whether there is anything to choose: this voice, or this speed of it."""
        return () if is_chosen and self._speed.value() == self._chosen_wpm else ("Use",)
