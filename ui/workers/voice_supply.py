"""More voices for the interviewer: which are here, and each of them downloaded, added or removed beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.downloads.transfer import Transfer
from simulator.errors import SimulatorError
from simulator.voice.more_voices import MoreVoice, download_address
from simulator.voice.voice_folder import Added, FileState, VoiceFolder, VoiceOffer
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.settings_in_use import SettingsInUse

WATCH_EVERY_MS: Final = 200

States = tuple[tuple[MoreVoice, FileState], ...]


class VoiceSupply(QObject):
    """The one that changes the folder of voices while the window is open. It asks nobody outside but in `download`.

    `address` is from where. What could not be done is told, and so is a chosen voice that is gone.

    Signals:
        changed(object): the offers, a tuple of `VoiceOffer`.
        voices_changed(): a voice has come or gone.
    """

    changed = Signal(object)
    voices_changed = Signal()

    def __init__(
        self,
        folder: VoiceFolder,
        settings: SettingsInUse,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
        address: Callable[[], str] = download_address,
    ) -> None:
        super().__init__(parent)
        self.address = ""
        self._folder = folder
        self._settings = settings
        self._jobs = jobs
        self._messages = messages
        self._find_address = address
        self._states: States = ()
        self._transfers: dict[str, Transfer] = {}
        self._watch = QTimer(self, interval=WATCH_EVERY_MS)
        self._watch.timeout.connect(self._tell)
        settings.changed.connect(self._tell_if_gone)

    @property
    def offers(self) -> tuple[VoiceOffer, ...]:
        """All voices there can be; none before `begin` has looked."""
        return tuple(VoiceOffer(voice, state, self._received(voice)) for voice, state in self._states)

    def begin(self) -> None:
        """Look which are here."""
        self._jobs.run(self._look, self._on_looked, self._on_no_registry)

    def download(self, name: str) -> None:
        """Fetch a voice. Pressed again while it comes, nothing more happens."""
        voice = self._voice(name)
        if voice is None or name in self._transfers:
            return
        transfer = self._transfers[name] = Transfer()
        folder, address = self._folder, self.address
        self._watch.start()
        self._tell()
        self._jobs.run(
            lambda: _fetch(voice, folder, address, transfer),
            lambda _: self._on_arrived(voice, transfer),
            lambda error: self._on_not_arrived(voice, transfer, error),
        )

    def cancel(self, name: str) -> None:
        """It is not wanted any more; what has come of it goes."""
        transfer = self._transfers.pop(name, None)
        if transfer is not None:
            transfer.cancel()
        self._tell()

    def add_from(self, source: Path) -> None:
        """Copy in the voices that a file is, or that are in a folder."""
        self._jobs.run(lambda: self._folder.add_from(source), self._on_added, self._on_refused)

    def remove(self, name: str) -> None:
        """Delete a voice; if it was chosen, the program's own is now."""
        voice = self._voice(name)
        if voice is None:
            return
        if self._settings.now.voice_id == voice.id:
            self._settings.change(replace(self._settings.now, voice_id=None))
        self._jobs.run(lambda: self._folder.remove(voice), lambda _: self.begin(), self._on_refused)

    def close(self) -> None:
        """Let go of whatever is being fetched."""
        for name in tuple(self._transfers):
            self.cancel(name)

    def _look(self) -> tuple[str, States]:
        known = self._folder.known
        return self._find_address(), tuple((voice, self._folder.state(voice)) for voice in known)

    def _on_looked(self, found: tuple[str, States]) -> None:
        before = self._here()
        self.address, self._states = found
        self._tell()
        self._tell_if_gone()
        if self._here() != before:
            self.voices_changed.emit()

    def _on_no_registry(self, _error: Exception) -> None:
        """Without hibari there are no more of its voices; that it is missing is told by the voice itself."""
        self._states = ()
        self._tell()

    def _on_arrived(self, voice: MoreVoice, transfer: Transfer) -> None:
        self._forget(voice, transfer)
        self.begin()

    def _on_not_arrived(self, voice: MoreVoice, transfer: Transfer, error: Exception) -> None:
        self._forget(voice, transfer)
        self._tell()
        if not transfer.is_cancelled:
            self._on_refused(error)

    def _on_added(self, added: Added) -> None:
        titles = ", ".join(f"“{voice.title}”" for voice in added.voices)
        refused = (
            f" Not added, because they are not the expected files: {', '.join(added.refused)}." if added.refused else ""
        )
        self._messages.tell(Message(MessageKind.VOICE_ADDED, f"Added: {titles}.{refused}"))
        self.begin()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self._messages.tell(Message(MessageKind.VOICE_REFUSED, str(error)))
        self.begin()

    def _forget(self, voice: MoreVoice, transfer: Transfer) -> None:
        """The name may belong to a later try by now."""
        if self._transfers.get(voice.name) is transfer:
            del self._transfers[voice.name]

    def _tell(self) -> None:
        if not self._transfers:
            self._watch.stop()
        self.changed.emit(self.offers)

    def _tell_if_gone(self, _settings: object = None) -> None:
        chosen = self._settings.now.voice_id
        gone = [offer for offer in self.offers if offer.voice.id == chosen and offer.state is not FileState.INSTALLED]
        if not gone:
            self._messages.settle(MessageKind.VOICE_GONE)
        for offer in gone:
            why = "is damaged" if offer.state is FileState.DAMAGED else "is no longer on this computer"
            self._messages.tell(
                Message(
                    MessageKind.VOICE_GONE,
                    f"The voice “{offer.voice.title}” {why}, so Viva Voce’s own voice is used. "
                    "You can download or add it again in Settings.",
                )
            )

    def _voice(self, name: str) -> MoreVoice | None:
        return next((voice for voice, _ in self._states if voice.name == name), None)

    def _here(self) -> frozenset[str]:
        return frozenset(voice.name for voice, state in self._states if state is FileState.INSTALLED)

    def _received(self, voice: MoreVoice) -> int | None:
        transfer = self._transfers.get(voice.name)
        return transfer.received if transfer is not None else None


def _fetch(voice: MoreVoice, folder: VoiceFolder, address: str, transfer: Transfer) -> None:
    """The job: even the libraries that could open a socket are only imported here."""
    from simulator.voice.voice_download import VoiceDownload

    VoiceDownload(voice, folder, address, transfer).run()
