"""Every speech model: the built-in one, those that are here, those that can be downloaded. Nothing is done here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.offer_row import OfferRow
from ui.widgets.text import Text
from ui.words.model_offers import BUILT_IN_NAME, built_in_sentence, offer_sentence, offer_verbs

if TYPE_CHECKING:
    from recordings.transcription.model_offer import ModelOffer
    from simulator.settings import Settings

_HINT = (
    "A better model makes fewer mistakes but is slower. One that keeps up on this computer listens while you speak; "
    "a slower one listens again, carefully, after the answer."
)


class ModelList(QWidget):
    """The models, and the way to add one.

    Signals:
        use_requested(object): the name of a model (None: the built-in one), to be chosen.
        download_requested(str), pause_requested(str), cancel_requested(str): the name of a model.
        measure_requested(str), remove_requested(str): likewise.
        folder_requested(): add the one in a folder.
    """

    use_requested = Signal(object)
    download_requested = Signal(str)
    pause_requested = Signal(str)
    cancel_requested = Signal(str)
    measure_requested = Signal(str)
    remove_requested = Signal(str)
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: str | None = None
        self._offers: tuple[ModelOffer, ...] = ()
        self._address = ""
        self._rows: dict[str, OfferRow] = {}
        self._built_in = OfferRow(BUILT_IN_NAME, {"Use": lambda: self.use_requested.emit(None)})
        self._list = QVBoxLayout()
        self._list.setSpacing(3 * SPACE)
        self._list.addWidget(self._built_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        column.addWidget(Text(_HINT, "caption"))
        column.addLayout(self._list)
        column.addLayout(self._way_in())
        self._show()

    def show_settings(self, settings: Settings) -> None:
        """Show which model is chosen. Emits nothing."""
        self._chosen = settings.speech_model
        self._show()

    def show_offers(self, offers: tuple[ModelOffer, ...], address: str) -> None:
        """Show these models, which can be downloaded from below `address`."""
        self._offers, self._address = offers, address
        names = {offer.name for offer in offers}
        for name in self._rows.keys() - names:
            self._rows.pop(name).deleteLater()
        for offer in offers:
            if offer.name not in self._rows:
                row = self._rows[offer.name] = OfferRow(offer.name, self._acts_on(offer.name))
                self._list.addWidget(row)
        self._show()

    def _way_in(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        button = Button("Add from folder", is_small=True)
        button.setAccessibleName("Add a speech model from a folder")
        button.clicked.connect(self.folder_requested)
        ways.addWidget(button)
        ways.addStretch(1)
        return ways

    def _acts_on(self, name: str) -> dict[str, Callable[[], object]]:
        return {
            "Use": lambda: self.use_requested.emit(name),
            "Measure": lambda: self.measure_requested.emit(name),
            "Download": lambda: self.download_requested.emit(name),
            "Resume": lambda: self.download_requested.emit(name),
            "Pause": lambda: self.pause_requested.emit(name),
            "Cancel": lambda: self.cancel_requested.emit(name),
            "Remove": lambda: self.remove_requested.emit(name),
        }

    def _show(self) -> None:
        self._built_in.show_now(
            built_in_sentence(is_chosen=self._chosen is None), *(("Use",) if self._chosen is not None else ())
        )
        for offer in self._offers:
            is_chosen = offer.name == self._chosen
            sentence = offer_sentence(offer, self._address, is_chosen=is_chosen)
            self._rows[offer.name].show_now(sentence, *offer_verbs(offer, is_chosen=is_chosen))
