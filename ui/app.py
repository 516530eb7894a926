"""The program as a window: paint first, then open the library, then wire the parts; close so that nothing is lost."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from simulator.data_folder import DataFolder
from simulator.settings import load_interface_percent, load_theme, read_settings
from ui.early_wishes import EarlyWishes
from ui.interface_size import drawn_at
from ui.interrupts import Interrupts
from ui.main_window import MainWindow
from ui.messages import Action, Message, MessageKind, Messages
from ui.opening import forget_spoken, is_half_encrypted, may_be_locked
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from question_bank.bank import Bank
    from simulator.settings import Settings
    from simulator.store.store import Store
    from ui.crash import CrashReporter
    from ui.devices import Devices
    from ui.equipment import Equipment
    from ui.errands.unlocking import Unlocking
    from ui.one_instance import Doorbell
    from ui.wiring import Wiring
    from ui.workers.jobs import Jobs

log = logging.getLogger(__name__)
PAINT_PATIENCE_MS: Final = 1_000  # a minimised window is not painted; its library is opened all the same

NO_LOCK: Final = (
    "Viva Voce cannot lock {} while it is open, because the disk does not allow this. Nothing was changed. Free some "
    "space on the disk and try again, or choose another folder."
)
IN_USE: Final = (
    "Another program is using {}, but no window responds: perhaps a command that has not finished, or a copy of "
    "Viva Voce that has frozen. Nothing was changed. Try again once it has ended, or choose another folder."
)
LONG_OPENING: Final = "Opening your history. If it is long, this can take a little while."
LONG_OPENING_MS: Final = 1_000  # by then one wonders
TURN_MS: Final = 1
PLAYER_AFTER_MS: Final = 3_000  # once the window has settled, and before anybody can have asked for sound
REPAINT_MS: Final = 30  # until the window is painted with what was filled in, and threads may compete with it again


def run(data_folder: DataFolder) -> int:
    """Open the window on the library at `data_folder`; returns the exit code once it is closed."""
    prepare_environment()
    with drawn_at(load_interface_percent(data_folder.settings_file)):
        app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - the command line makes no other kind
    app.setApplicationName("Viva Voce")
    app.setDesktopFileName("viva-voce")
    interrupts = Interrupts(app)
    code, again = _run_once(app, data_folder, None)
    while again is not None:
        code, again = _run_once(app, again.data_folder, again.deed)
    interrupts.close()
    return code


@dataclass(frozen=True, slots=True)
class Again:
    """The library that is to be opened once more, after something that needs it closed."""

    data_folder: DataFolder
    deed: Callable[[], object]


def _run_once(
    app: QApplication, data_folder: DataFolder, deed: Callable[[], object] | None
) -> tuple[int, Again | None]:
    """One window until it is closed: the exit code, and whether there is to be another."""
    apply_theme(app, load_theme(data_folder.settings_file))
    window = MainWindow(Messages())
    practise = PractiseScreen()
    window.add_place("Practise", practise)
    program = Program(data_folder, window, practise, deed)
    opening = QTimer(window, singleShot=True, interval=PAINT_PATIENCE_MS)
    opening.timeout.connect(program.begin)
    window.painted.connect(lambda: opening.start(0))
    opening.start()
    window.show()
    code = app.exec()
    program.close()
    return code, program.again


def prepare_environment() -> None:
    """Environment that Qt reads once, before its libraries are loaded."""
    from recordings.pulseaudio import prepare_audio_environment

    prepare_audio_environment()
    # Qt says at every start that there is no PipeWire library; its PulseAudio backend is the one in use.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")


class Program(QObject):
    """One run of the program behind one window.

    Signals:
        opened(): the library is open, and the window alive.
    """

    opened = Signal()

    def __init__(
        self,
        data_folder: DataFolder,
        window: MainWindow,
        practise: PractiseScreen,
        deed: Callable[[], object] | None = None,
    ) -> None:
        """`deed` is done before the library is opened, with nobody else in it."""
        super().__init__(window)
        self._data_folder = data_folder
        self._deed = deed
        self._unlocking: Unlocking | None = None
        self.again: Again | None = None
        """What is to be done once the window is closed; None where the program ends."""
        self._window = window
        self._practise = practise
        self._doorbell: Doorbell | None = None
        self._equipment: Equipment | None = None
        self._wiring: Wiring | None = None
        self._crash: CrashReporter | None = None
        self._jobs: Jobs | None = None
        self._is_closed = False
        self._wishes = EarlyWishes(practise.wishes, self)
        self._long_opening = QTimer(self, singleShot=True, interval=LONG_OPENING_MS)
        self._long_opening.timeout.connect(self._say_opening)
        window.closing.connect(self.close)

    def begin(self) -> None:
        """Open the library. The window has been painted by now; what cannot be opened is said in it."""
        from simulator.errors import SimulatorError

        self._catch_bugs()
        self._window.messages.settle(MessageKind.LIBRARY_CLOSED)
        try:
            self._data_folder.prepare()
            if not self._claim():
                return
        except SimulatorError as error:
            self._on_not_opened(error)
        else:
            self._prepare()

    def close(self) -> None:
        """Stop and keep what is being recorded, end the children, close the database. Safe to call twice."""
        self._is_closed = True
        self._dismiss_jobs()
        self._dismiss_unlocking()
        if self._equipment is not None:
            equipment, self._equipment = self._equipment, None
            equipment.close()
            forget_spoken(self._data_folder)
        if self._doorbell is not None:
            self._doorbell.release()
            self._doorbell = None

    def _dismiss_unlocking(self) -> None:
        if self._unlocking is not None:
            self._unlocking.close()
            self._unlocking.deleteLater()
            self._unlocking = None

    def _catch_bugs(self) -> None:
        from ui.crash import CrashReporter

        if self._crash is None:
            self._crash = CrashReporter(self._window, self)
            self._crash.install()

    def _claim(self) -> bool:
        """Whether the library is ours; False if the window that has it was brought forward. Raises PlacesError."""
        from simulator.errors import PlacesError
        from ui.one_instance import Doorbell

        if self._doorbell is not None:  # a second try: our own lock must not stand in the way
            self._doorbell.release()
        doorbell = Doorbell(self._data_folder, self)
        if doorbell.claim():
            self._doorbell = doorbell
            doorbell.rung.connect(self._come_forward)
            return True
        if not doorbell.is_anothers:
            raise PlacesError(NO_LOCK.format(self._data_folder.data))
        if not doorbell.ring():
            raise PlacesError(IN_USE.format(self._data_folder.data))
        print("Viva Voce is already open; its window has been brought to the front.", file=sys.stderr)
        self._window.close()
        QApplication.exit(0)
        return False

    def _come_forward(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    def _prepare(self) -> None:
        """Import and read beside the window what has nothing to do with Qt."""
        from ui.opening import import_library, load_bank
        from ui.workers.jobs import Jobs

        data_folder = self._data_folder

        def prepare() -> Bank:
            import_library()
            return load_bank(data_folder)

        self._jobs = Jobs(self)
        self._jobs.run(prepare, self._on_prepared, self._on_not_opened)

    def _dismiss_jobs(self) -> None:
        """Once the library is open its equipment has jobs of its own."""
        self._long_opening.stop()
        self._window.messages.settle(MessageKind.LIBRARY_OPENING)
        if self._jobs is not None:
            self._jobs.close()
            self._jobs.deleteLater()
            self._jobs = None

    def _on_prepared(self, bank: Bank) -> None:
        self._dismiss_jobs()
        if self._deed is None and not may_be_locked(self._data_folder):
            self._look_over(bank)
            return
        from ui.errands.unlocking import Unlocking

        deed, self._deed = self._deed, None
        self._unlocking = Unlocking(self._window, self._data_folder, self)
        self._unlocking.done.connect(lambda news: self._on_unlocked(bank, news))
        self._unlocking.refused.connect(self._on_not_opened)
        self._unlocking.begin(deed)

    def _on_unlocked(self, bank: Bank, news: tuple[str, ...]) -> None:
        self._dismiss_unlocking()
        self._look_over(bank, news)

    def _look_over(self, bank: Bank, unlocked: tuple[str, ...] = ()) -> None:
        """Have the history checked beside the window: all of it is read, and an older one is brought up to date."""
        from simulator.errors import SimulatorError
        from ui.opening import clear_the_way, look_over
        from ui.workers.jobs import Jobs

        database = self._data_folder.database
        try:
            news = (*unlocked, *clear_the_way(self._data_folder))
        except SimulatorError as error:
            self._on_not_opened(error)
            return
        self._jobs = Jobs(self)
        self._long_opening.start()
        self._jobs.run(lambda: look_over(database), partial(self._on_looked_over, bank, news), self._on_not_opened)

    def _on_looked_over(self, bank: Bank, news: tuple[str, ...], found: tuple[str, ...]) -> None:
        self._dismiss_jobs()
        self._take_step(self._opening(bank, (*news, *found)))

    def _say_opening(self) -> None:
        self._window.messages.tell(Message(MessageKind.LIBRARY_OPENING, LONG_OPENING))

    def _on_reopen_requested(self, deed: Callable[[], object]) -> None:
        self.again = Again(self._data_folder, deed)
        self._window.close()

    def _take_step(self, steps: Iterator[int]) -> None:
        """One step now, the next once the loop has turned: the window does not stand still for all of them together."""
        from simulator.errors import SimulatorError

        if self._is_closed:
            return
        try:
            pause_ms = next(steps, None)
        except SimulatorError as error:
            self._on_not_opened(error)
            return
        if pause_ms is not None:
            QTimer.singleShot(pause_ms, self, lambda: self._take_step(steps))

    def _opening(self, bank: Bank, news: tuple[str, ...]) -> Iterator[int]:
        """The way from the painted window to the live one; after each step it says how many ms to pause."""
        from simulator.store.store import Store
        from ui.opening import WINDOW_MODULES

        for name in WINDOW_MODULES:
            import_module(name)
            yield TURN_MS
        store = Store.open_beside(self._data_folder.database)
        chosen = read_settings(self._data_folder.settings_file)
        self._equipment = self._equip(bank, store, chosen.settings)
        yield TURN_MS
        wiring = self._wire(self._equipment)
        wiring.fill()
        self._wishes.grant()
        yield TURN_MS
        wiring.enter()
        yield REPAINT_MS
        wiring.look_around((*news, *chosen.problems, *self._equipment.rules.problems))
        self._wiring = wiring
        self.opened.emit()

    def _equip(self, bank: Bank, store: Store, settings: Settings) -> Equipment:
        from ui.equipment import Equipment

        made = Equipment(self._data_folder, settings, bank, store, self._devices(), self._window.messages, self)
        made.reopen_requested.connect(self._on_reopen_requested)
        return made

    def _wire(self, equipment: Equipment) -> Wiring:
        from ui.wiring import Wiring

        return Wiring(self._window, self._practise, equipment, self)

    def _on_not_opened(self, error: Exception) -> None:
        from simulator.errors import SimulatorError

        self._dismiss_jobs()
        self._dismiss_unlocking()
        if not isinstance(error, SimulatorError):
            raise error
        log.warning("the library could not be opened: %s", error)
        self._offer_another_place(str(error))

    def _devices(self) -> Devices:
        from recordings.closing import beside
        from recordings.microphone import Microphone
        from recordings.transcription.service import SpeechService
        from simulator.entailment.meter import EntailmentMeter
        from simulator.voice.engines import engines_with
        from simulator.voice.voice import Voice
        from ui.devices import Devices
        from ui.workers.player_child import ChildPlayer

        models = self._data_folder.models
        player = ChildPlayer(self)
        QTimer.singleShot(PLAYER_AFTER_MS, player, player.warm_up)
        return Devices(
            Microphone(self),
            player,
            Voice(self._data_folder.voice_cache, engines=engines_with(self._data_folder.voices)),
            SpeechService(models),
            EntailmentMeter(),
            new_speech=lambda choice: SpeechService(models, choice),
            closing=beside(),
        )

    def _offer_another_place(self, sentence: str) -> None:
        ways_on: tuple[Action, ...] = (("Choose another folder", self._choose_place), ("Try again", self.begin))
        if is_half_encrypted(self._data_folder):
            ways_on = (("Undo", self._turn_back), *ways_on)
        self._window.messages.tell(Message(MessageKind.LIBRARY_CLOSED, sentence, ways_on))

    def _turn_back(self) -> None:
        from simulator.errors import SimulatorError
        from ui.errands.unlocking import turn_back

        try:
            turn_back(self._data_folder)
        except SimulatorError as error:
            self._on_not_opened(error)
        else:
            self.begin()

    def _choose_place(self) -> None:
        from pathlib import Path

        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, "Where should Viva Voce keep your interviews?")
        if chosen:
            self._data_folder = DataFolder.find(Path(chosen))
            self.begin()
