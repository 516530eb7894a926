"""Speech models beside the built-in one: each downloaded, paused, added, measured or removed beside the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from recordings.transcription.errors import TranscriptionError
from recordings.transcription.kept_models import KeptModel, ModelShelf, ModelState
from recordings.transcription.model_catalogue import CATALOGUE, download_address
from recordings.transcription.model_folder import find_in
from recordings.transcription.model_offer import ModelOffer
from simulator.downloads.transfer import Transfer
from simulator.errors import SimulatorError
from ui.messages import Message, MessageKind
from ui.model_trial import NewChild, Reader, tried

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.transcription.models import ModelSpec
    from simulator.settings import Settings
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.settings_in_use import SettingsInUse

WATCH_EVERY_MS: Final = 200


class ModelSupply(QObject):
    """The one that changes the list of models while the window is open. It asks nobody outside but in `download`.

    What could not be done is told. Without `new_child`, no model is measured.

    Signals:
        changed(object): the offers, a tuple of `ModelOffer`.
        chosen_changed(): the chosen model has come, gone, been mended or been measured since one looked first.
    """

    changed = Signal(object)
    chosen_changed = Signal()

    def __init__(
        self,
        shelf: ModelShelf,
        voice: Reader,
        new_child: NewChild | None,
        settings: SettingsInUse,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
        known: tuple[ModelSpec, ...] = CATALOGUE,
    ) -> None:
        super().__init__(parent)
        self.address = download_address()
        self._shelf = shelf
        self._voice = voice
        self._new_child = new_child
        self._settings = settings
        self._jobs = jobs
        self._messages = messages
        self._known = known
        self._found: tuple[ModelOffer, ...] = ()
        self._transfers: dict[str, Transfer] = {}
        self._measured: str | None = None
        self._watch = QTimer(self, interval=WATCH_EVERY_MS)
        self._watch.timeout.connect(self._tell)
        self._chosen_name = settings.now.speech_model
        settings.changed.connect(self._on_settings_changed)

    @property
    def offers(self) -> tuple[ModelOffer, ...]:
        """All models there can be; none before `begin` has looked."""
        return tuple(self._now(offer) for offer in self._found)

    @property
    def chosen(self) -> KeptModel | None:
        """The model of the user's choice, if it can be used."""
        model, state = self._chosen_of(self._found)
        return model if state is ModelState.HERE else None

    def begin(self) -> None:
        """Look which are here."""
        self._jobs.run(self._look, self._on_looked, self._on_refused)

    def download(self, name: str) -> None:
        """Fetch a model, or the rest of it. Pressed again while it comes, nothing more happens."""
        spec = next((spec for spec in self._known if spec.name == name), None)
        if spec is None or name in self._transfers:
            return
        transfer = self._transfers[name] = Transfer()
        shelf, address = self._shelf, self.address
        self._watch.start()
        self._tell()
        self._jobs.run(
            lambda: _fetch(spec, shelf, address, transfer),
            lambda model: self._on_arrived(model, transfer),
            lambda error: self._on_not_arrived(name, transfer, error),
        )

    def pause(self, name: str) -> None:
        """Let go of a download for now; what has come stays."""
        if name in self._transfers:
            self._transfers[name].pause()

    def cancel(self, name: str) -> None:
        """It is not wanted any more; what has come of it goes, also if it was paused."""
        spec = next((spec for spec in self._known if spec.name == name), None)
        if name in self._transfers:
            self._transfers[name].cancel()
        elif spec is not None:
            self._jobs.run(lambda: self._shelf.discard(spec), lambda _: self.begin(), self._on_refused)

    def add_from(self, folder: Path) -> None:
        """Note the model in this folder, and measure it."""
        self._jobs.run(lambda: self._shelf.add(find_in(folder)), self._on_added, self._on_refused)

    def remove(self, name: str) -> None:
        """Forget a model; if it was chosen, the built-in one is now."""
        model = self._shelf.find(name)
        if model is None:
            return
        if self._settings.now.speech_model == name:
            self._settings.change(replace(self._settings.now, speech_model=None))
        self._jobs.run(lambda: self._shelf.remove(model), lambda _: self.begin(), self._on_refused)

    def measure(self, name: str) -> None:
        """Find out how fast a model is on this computer; one at a time."""
        model, new_child = self._shelf.find(name), self._new_child
        if model is None or new_child is None or self._measured is not None:
            return
        self._measured = name
        self._tell()
        self._jobs.run(
            lambda: tried(self._shelf, model, self._voice, new_child), self._on_measured, self._on_not_measured
        )

    def close(self) -> None:
        """Let go of whatever is being fetched; what has come stays."""
        for transfer in self._transfers.values():
            transfer.pause()

    def _look(self) -> tuple[ModelOffer, ...]:
        shelf = self._shelf
        kept = {model.name: model for model in shelf.models()}
        known = {spec.name: spec for spec in self._known}
        here = [ModelOffer(name, model, shelf.state(model), known.get(name)) for name, model in kept.items()]
        others = [spec for spec in self._known if spec.name not in kept]
        return (*here, *(ModelOffer(spec.name, spec=spec, received=shelf.come(spec)) for spec in others))

    def _on_looked(self, found: tuple[ModelOffer, ...]) -> None:
        before, self._found = self._found, found
        self._tell()
        if before and self._chosen_of(before) != self._chosen_of(found):
            self.chosen_changed.emit()

    def _on_settings_changed(self, settings: Settings) -> None:
        """One that was chosen outside may have been added there, too."""
        before, self._chosen_name = self._chosen_name, settings.speech_model
        if self._found and before != self._chosen_name and self.chosen is None and self._chosen_name is not None:
            self.begin()

    def _chosen_of(self, offers: tuple[ModelOffer, ...]) -> tuple[KeptModel | None, ModelState | None]:
        name = self._settings.now.speech_model
        return next(((offer.model, offer.state) for offer in offers if offer.name == name), (None, None))

    def _on_arrived(self, model: KeptModel, transfer: Transfer) -> None:
        self._forget(model.name, transfer)
        self.begin()
        self.measure(model.name)

    def _on_not_arrived(self, name: str, transfer: Transfer, error: Exception) -> None:
        self._forget(name, transfer)
        if transfer.is_cancelled or transfer.is_paused:
            self.begin()
        else:
            self._on_refused(error)

    def _on_added(self, model: KeptModel) -> None:
        self._messages.tell(
            Message(MessageKind.MODEL_ADDED, f"Added: “{model.name}”. It stays in its own folder: {model.folder}.")
        )
        self.begin()
        self.measure(model.name)

    def _on_measured(self, _model: KeptModel) -> None:
        self._measured = None
        self.begin()

    def _on_not_measured(self, error: Exception) -> None:
        self._measured = None
        self._on_refused(error)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError | TranscriptionError | TimeoutError):
            raise error
        self._messages.tell(Message(MessageKind.MODEL_REFUSED, str(error)))
        self.begin()

    def _forget(self, name: str, transfer: Transfer) -> None:
        """The name may belong to a later try by now."""
        if self._transfers.get(name) is transfer:
            del self._transfers[name]

    def _now(self, offer: ModelOffer) -> ModelOffer:
        transfer = self._transfers.get(offer.name)
        is_measured = offer.name == self._measured
        if transfer is None:
            return replace(offer, is_measured=is_measured)
        return replace(offer, received=transfer.received, is_coming=True, is_measured=is_measured)

    def _tell(self) -> None:
        if not self._transfers:
            self._watch.stop()
        self.changed.emit(self.offers)


def _fetch(spec: ModelSpec, shelf: ModelShelf, address: str, transfer: Transfer) -> KeptModel:
    """The job: even the libraries that could open a socket are only imported here."""
    from recordings.transcription.model_download import ModelDownload

    return ModelDownload(spec, shelf, address, transfer).run()
