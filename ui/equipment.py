"""Everything behind the screens, put together once: the library, the sound path and the interview.

Only those who make a window know the whole of it; a place is given what it uses (see ui.wiring).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from question_bank.bank import Bank
from recordings.take_folder import TakeFolder
from recordings.transcription.kept_models import ModelShelf
from simulator.data_folder import DataFolder
from simulator.settings import Settings
from simulator.voice.voice_folder import VoiceFolder
from ui.devices import Devices
from ui.interview.flow import InterviewFlow
from ui.interview.parts import Parts
from ui.interview.question_reader import QuestionReader
from ui.messages import Messages
from ui.workers.bank_in_use import BankInUse
from ui.workers.bank_watch import BankWatch
from ui.workers.careful_listening import CarefulListening
from ui.workers.judging_queue import JudgingQueue
from ui.workers.kept_own_work import KeptOwnWork
from ui.workers.missing_cards import MissingCards
from ui.workers.model_supply import ModelSupply
from ui.workers.rejudging import Rejudging
from ui.workers.rules_in_use import RulesInUse
from ui.workers.settings_in_use import SettingsInUse
from ui.workers.speech_child import SpeechChild
from ui.workers.taking_in import TakingIn
from ui.workers.traces import TracesClearing
from ui.workers.voice_supply import VoiceSupply

if TYPE_CHECKING:
    from simulator.store.store import Store


class Equipment(QObject):
    """The parts of one running program, joined to each other.

    Signals:
        reopen_requested(object): the library is to be closed, this called, and the library opened again.
    """

    reopen_requested = Signal(object)

    def __init__(
        self,
        data_folder: DataFolder,
        settings: Settings,
        bank: Bank,
        store: Store,
        devices: Devices,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.data_folder = data_folder
        self.store = store
        self.last_answer_before: Final = store.mending.latest()
        """The latest answer of earlier runs, 0 without one: whatever is begun after it is this run's."""
        self.devices = devices
        self.messages = messages
        self.settings = SettingsInUse(settings, data_folder.settings_file, messages, self)
        self.rules = RulesInUse(data_folder.rules_file, messages, self)
        self.library = TakeFolder(data_folder.recordings)
        self.jobs = devices.jobs(self)
        self.voice_supply = VoiceSupply(VoiceFolder(data_folder.voices), self.settings, self.jobs, messages, self)
        self.bank = BankInUse(bank, BankWatch(data_folder, self.jobs, messages, self), self)
        self.question_reader = QuestionReader(devices.voice, devices.player, self.jobs, self, devices.clock)
        self.speech_child = SpeechChild(devices.speech, self, devices.reader)
        self.judging_queue = JudgingQueue(
            store, self.library, self.speech_child, self.jobs, messages, devices.meter, self
        )
        self.model_supply = ModelSupply(
            ModelShelf(data_folder.models), devices.voice, devices.new_speech, self.settings, self.jobs, messages, self
        )
        self.careful_listening = CarefulListening(
            self.library, self.judging_queue, messages, devices.new_speech, self, devices.reader
        )
        self.rejudging = Rejudging(store, self.jobs, messages, devices.meter, self, devices.clock)
        self.taking_in = TakingIn(
            store,
            self.library,
            self.speech_child,
            self.judging_queue,
            messages,
            devices.recording_reader,
            devices.reader,
            devices.clock,
            self,
        )
        self.missing_cards = MissingCards(store, self.jobs, messages, self)
        self.traces = TracesClearing(store, self.jobs, self.back_up, self)
        self.flow = InterviewFlow(self._parts(), settings, self)
        self.own_work = KeptOwnWork(data_folder, bank.questions, self.jobs, messages, self)
        self._connect()

    def back_up(self) -> object:
        """Copy the history if it has changed since the last copy, beside whoever writes to it; for a thread."""
        from simulator.store.backups import BackupFolder

        database = self.data_folder.database
        return BackupFolder.beside(database).make(database, datetime.now(UTC))

    def close(self) -> None:
        """End in the order in which nothing is lost: answer, sound, children, database."""
        self.flow.end()
        self.rejudging.cancel()
        self.missing_cards.stop()
        self.question_reader.stop()
        self.devices.player.close()
        self.devices.microphone.close()
        self.bank.close()
        self.voice_supply.close()
        self.model_supply.close()
        self.jobs.close()
        self.devices.voice.close()
        if self.devices.meter is not None:
            self.devices.meter.close()
        self.careful_listening.close()
        self.taking_in.close()
        self.traces.finish()
        self.speech_child.close()
        self.store.close()

    def _parts(self) -> Parts:
        return Parts(
            self.store,
            self.library,
            self.devices.microphone,
            self.question_reader,
            self.speech_child,
            self.judging_queue,
            self.devices.clock,
            self.devices.closing,
        )

    def _connect(self) -> None:
        self.settings.changed.connect(self.flow.use_settings)
        self.settings.changed.connect(self._spread_own_words)
        self.own_work.changed.connect(self._spread_own_words)
        self.settings.changed.connect(self._spread_model)
        self.model_supply.changed.connect(self._spread_model)
        self.model_supply.chosen_changed.connect(self.speech_child.reload)
        self.rules.changed.connect(self._spread_rules)
        self.bank.changed.connect(self._spread_bank)
        self.rejudging.answer_judged.connect(self.judging_queue.answer_judged)
        self._spread_rules()
        self._spread_own_words()
        self._spread_model()

    def _spread_rules(self) -> None:
        self.judging_queue.rules = self.flow.rules = self.rules.now

    def _spread_own_words(self) -> None:
        """The voice says the user's words as the user does, the recogniser expects them."""
        self.devices.voice.own_words = self.settings.now.pronunciations
        self.speech_child.own_words = self.careful_listening.own_words = (
            *self.settings.now.own_words,
            *self.own_work.own_work.terms,
        )

    def _spread_model(self) -> None:
        """What the user has chosen listens live if it keeps up, and to kept answers in any case."""
        chosen = self.model_supply.chosen
        self.careful_listening.use_model(chosen)
        self.speech_child.use_model(self.settings.now.speech_model)

    def _spread_bank(self) -> None:
        self.own_work.use_bank(self.bank.now.questions)
