"""Everything behind the screens, put together once: the library, the sound path and the interview's corridor."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from question_bank.bank import Bank
from recordings.take_folder import TakeFolder
from simulator.analysis.rules import JudgingRules
from simulator.data_folder import DataFolder
from simulator.errors import RulesNotSaved
from simulator.rules_file import load_rules, save_rules
from simulator.settings import Settings, save_settings
from simulator.voice.spoken_text import OwnWords
from ui.interview.flow import InterviewFlow
from ui.interview.listening import SoundSource
from ui.interview.parts import Parts
from ui.interview.question_reader import QuestionReader, QuestionVoice, SoundPlayer
from ui.workers.bank_watch import BankWatch, LoadedBank
from ui.workers.jobs import Jobs
from ui.workers.judging_queue import JudgingQueue
from ui.workers.kept_own_work import KeptOwnWork
from ui.workers.missing_cards import MissingCards
from ui.workers.rejudging import Rejudging
from ui.workers.speech_child import SpeechChild, SpeechProcess

if TYPE_CHECKING:
    from recordings.microphone import MicrophoneInfo
    from simulator.similarity.meter import Meter
    from simulator.store.question_index import QuestionIndex
    from simulator.store.store import Store
    from simulator.voice.voice_engine import VoiceInfo


class ListeningPlayer(SoundPlayer, Protocol):
    """A player that tells where it is."""

    @property
    def position_changed(self) -> SignalInstance: ...
    @property
    def playing_changed(self) -> SignalInstance: ...
    @property
    def is_playing(self) -> bool: ...
    def toggle_pause(self) -> None: ...
    def seek(self, position_s: float) -> None: ...
    def set_rate(self, rate: float) -> None: ...


class Microphones(SoundSource, Protocol):
    """A microphone that knows which others there are."""

    @property
    def devices_changed(self) -> SignalInstance: ...
    def devices(self) -> tuple[MicrophoneInfo, ...]: ...


class VoiceBox(QuestionVoice, Protocol):
    """A voice that knows which voices there are and how the user wants words said, and can be told to stop at once."""

    own_words: OwnWords

    def voices(self) -> tuple[VoiceInfo, ...]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Devices:
    """The parts that touch the world outside; the demo brings its own. Without a `meter`, words alone are judged."""

    microphone: Microphones
    player: ListeningPlayer
    voice: VoiceBox
    speech: SpeechProcess
    meter: Meter | None = None
    clock: Callable[[], float] = time.monotonic


class Equipment(QObject):
    """The parts of one running program, wired together.

    Signals:
        settings_changed(object): `Settings`, already saved.
        rules_changed(object): `JudgingRules`, already saved.
        bank_changed(): `bank` and `index` are as the packs are now.
        problem(str): one sentence for the user.
    """

    settings_changed = Signal(object)
    rules_changed = Signal(object)
    bank_changed = Signal()
    problem = Signal(str)

    def __init__(
        self,
        data_folder: DataFolder,
        settings: Settings,
        bank: Bank,
        store: Store,
        devices: Devices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.data_folder = data_folder
        self.settings = settings
        self.bank = bank
        self.index: QuestionIndex | None = None
        self.store = store
        self.devices = devices
        self.library = TakeFolder(data_folder.recordings)
        self.jobs = Jobs(self)
        self.bank_watch = BankWatch(data_folder, self.jobs, self)
        self.bank_watch.loaded.connect(self._use_bank)
        self.bank_watch.failed.connect(self.problem)
        self.question_reader = QuestionReader(devices.voice, devices.player, self.jobs, self, devices.clock)
        self.speech_child = SpeechChild(devices.speech, self)
        self.judging_queue = JudgingQueue(store, self.library, self.speech_child, self.jobs, devices.meter, self)
        self.judging_queue.problem.connect(self.problem)
        self.rejudging = Rejudging(store, self.jobs, devices.meter, self)
        self.rejudging.answer_judged.connect(self.judging_queue.answer_judged)
        self.rejudging.problem.connect(self.problem)
        self.missing_cards = MissingCards(store, self.jobs, self)
        self.missing_cards.problem.connect(self.problem)
        self.flow = InterviewFlow(
            Parts(
                store,
                self.library,
                devices.microphone,
                self.question_reader,
                self.speech_child,
                self.judging_queue,
                devices.clock,
            ),
            settings,
            self,
        )
        self.own_work = KeptOwnWork(data_folder, bank.questions, self.jobs, self)
        self.own_work.problem.connect(self.problem)
        self.own_work.changed.connect(self._tell_own_words)
        self._use_rules(load_rules(data_folder.rules_file))
        self._tell_own_words()

    def change_settings(self, settings: Settings) -> None:
        """Keep the user's choice and let everybody know."""
        from simulator.errors import SettingsNotSaved

        if settings == self.settings:
            return
        self.settings = settings
        self.flow.use_settings(settings)
        self._tell_own_words()
        try:
            save_settings(settings, self.data_folder.settings_file)
        except SettingsNotSaved as error:
            self.problem.emit(str(error))
        self.settings_changed.emit(settings)

    @property
    def rules(self) -> JudgingRules:
        """The rules that answers are judged by."""
        return self.judging_queue.rules

    def change_rules(self, rules: JudgingRules) -> None:
        """Keep the user's rules; they hold from the next answer on, and for history once it is judged anew."""
        if rules == self.rules:
            return
        self._use_rules(rules)
        try:
            save_rules(rules, self.data_folder.rules_file)
        except RulesNotSaved as error:
            self.problem.emit(str(error))
        self.rules_changed.emit(rules)

    def _use_rules(self, rules: JudgingRules) -> None:
        self.judging_queue.rules = rules
        self.flow.rules = rules

    def _tell_own_words(self) -> None:
        """The voice says the user's words as the user does, the recogniser expects them."""
        self.devices.voice.own_words = self.settings.pronunciations
        self.speech_child.own_words = (*self.settings.own_words, *self.own_work.own_work.terms)

    def _use_bank(self, loaded: LoadedBank) -> None:
        if self.index is not None:
            self.index.close()
        self.bank, self.index = loaded.bank, loaded.index
        self.own_work.use_bank(loaded.bank.questions)
        self.bank_changed.emit()

    def close(self) -> None:
        """End in the order in which nothing is lost: answer, sound, children, database."""
        self.flow.end()
        self.rejudging.cancel()
        self.missing_cards.stop()
        self.question_reader.stop()
        self.devices.player.stop()
        self.devices.microphone.close()
        self.bank_watch.close()
        self.jobs.close()
        self.devices.voice.close()
        if self.devices.meter is not None:
            self.devices.meter.close()
        self.speech_child.close()
        self.store.close()
