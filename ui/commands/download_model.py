"""`viva-voce models download`: a model fetched from where the line says, with progress; Ctrl+C pauses it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from recordings.transcription.errors import ModelRefused
from recordings.transcription.kept_models import ModelShelf, ModelState
from recordings.transcription.model_catalogue import CATALOGUE, LICENCE, download_address
from simulator.downloads.transfer import Transfer
from ui.call_parts import DONE, INTERRUPTED
from ui.commands.models import say_speed
from ui.commands.output import progress_line, say
from ui.words.model_offers import coming_sentence, host, megabytes

if TYPE_CHECKING:
    from recordings.transcription.kept_models import KeptModel
    from recordings.transcription.models import ModelSpec
    from simulator.data_folder import DataFolder
    from ui.model_trial import NewChild, Reader

_LOOK_EVERY_S: Final = 0.2
_FAREWELL_S: Final = 2.0


def download_model(
    data_folder: DataFolder,
    name: str,
    known: tuple[ModelSpec, ...] = CATALOGUE,
    voice: Reader | None = None,
    new_child: NewChild | None = None,
) -> int:
    """Fetch a model of those `known`, and measure it. Raises ModelRefused, or PlacesError."""
    spec, shelf, address = _wanted(name, known), ModelShelf(data_folder.models), download_address()
    model = shelf.find(name)
    if model is not None and shelf.state(model) is ModelState.HERE:
        say(f"“{name}” is already here, in {shelf.folder_of(model)}.")
        return DONE
    data_folder.prepare()
    place = shelf.models_dir / spec.folder_name
    say(f"Downloading “{name}”: {megabytes(spec.size)} from {host(address)}, {LICENCE} licence, into {place}.")
    transfer = Transfer()
    try:
        model = _fetched(spec, shelf, address, transfer)
    except KeyboardInterrupt:
        transfer.pause()
        say(f"Paused at {transfer.received / 1e6:.0f} of {megabytes(spec.size)}. Run the same command to resume.")
        return INTERRUPTED
    say(f"“{name}” has been downloaded, and every byte is as published.")
    say_speed(data_folder, model, voice, new_child)
    return DONE


def _wanted(name: str, known: tuple[ModelSpec, ...]) -> ModelSpec:
    for spec in known:
        if spec.name == name:
            return spec
    names = ", ".join(spec.name for spec in known)
    raise ModelRefused(f"There is no speech model “{name}” to download. Available: {names}.")


def _fetched(spec: ModelSpec, shelf: ModelShelf, address: str, transfer: Transfer) -> KeptModel:
    """The download goes on beside this thread, which shows how far it is. Raises ModelRefused."""
    download = _Download(spec, shelf, address, transfer)
    download.start()
    with progress_line() as line:
        try:
            while download.is_alive():
                line.show(coming_sentence(spec.size, transfer.received, address))
                download.join(_LOOK_EVERY_S)
        except KeyboardInterrupt:
            transfer.pause()
            download.join(_FAREWELL_S)
            raise
    return download.outcome()


class _Download(threading.Thread):
    """One download, and what came of it."""

    def __init__(self, spec: ModelSpec, shelf: ModelShelf, address: str, transfer: Transfer) -> None:
        super().__init__(name="download", daemon=True)
        self._wanted = (spec, shelf, address, transfer)
        self._model: KeptModel | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        from recordings.transcription.model_download import ModelDownload

        try:
            self._model = ModelDownload(*self._wanted).run()
        except Exception as error:  # noqa: BLE001 - whoever waits for it raises it again
            self._error = error

    def outcome(self) -> KeptModel:
        """The model, or what went wrong."""
        if self._error is not None or self._model is None:
            raise self._error or ModelRefused("The download ended early; try again.")
        return self._model
