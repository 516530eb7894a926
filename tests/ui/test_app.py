"""The program as a window: it opens on a library, says what it cannot open, and closes so that nothing is lost."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from simulator.data_folder import DataFolder
from simulator.settings import Settings, save_settings
from simulator.store.errors import DatabaseFromNewerVersion
from simulator.store.store import Store
from tests.fakes import FakeMicrophone, FakePlayer, FakeSpeechService, FakeVoice
from tests.sound import tone
from tests.threads import Threads
from tests.ui.parts import ManualClock, Told, plan_of
from tests.ui.screen_text import has_words, press
from ui import app as program_module
from ui.app import Program
from ui.devices import Devices
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.one_instance import Doorbell, LibraryLock, alone
from ui.opening import look_over
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme


@dataclass
class Desk:
    data_folder: DataFolder
    window: MainWindow
    program: Program

    def notice(self) -> str:
        return self.window.notice.text

    def settle(self, qtbot: QtBot) -> None:
        """Wait until it is open, or has said why it is not, or has left."""
        qtbot.waitUntil(lambda: self.program._wiring is not None or bool(self.notice()) or not self.window.isVisible())

    def has_library(self) -> bool:
        return self.program._equipment is not None


@pytest.fixture(autouse=True)
def hook() -> Iterator[None]:
    """The program takes over `sys.excepthook`."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.fixture(autouse=True)
def devices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No device, no child."""

    def fakes(_program: Program) -> Devices:
        voice = FakeVoice(tmp_path)
        return Devices(FakeMicrophone(), FakePlayer(), voice, FakeSpeechService(), clock=ManualClock())

    monkeypatch.setattr(Program, "_devices", fakes)


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    return DataFolder.find(tmp_path / "library")


def begun(qtbot: QtBot, data_folder: DataFolder) -> Desk:
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.add_place("Practise", practise)
    window.show()
    program = Program(data_folder, window, practise)
    program.begin()
    return Desk(data_folder, window, program)


def opened(qtbot: QtBot, data_folder: DataFolder) -> Desk:
    desk = begun(qtbot, data_folder)
    desk.settle(qtbot)
    return desk


def test_it_opens_and_closes_and_opens_again(qtbot: QtBot, data_folder: DataFolder) -> None:
    for _ in range(2):
        desk = opened(qtbot, data_folder)
        assert desk.has_library()
        assert desk.notice() == ""
        desk.window.close()
        assert not desk.has_library()
        desk.program.close()  # once more does no harm
    assert data_folder.database.exists()


def test_closing_the_window_in_an_answer_keeps_it(qtbot: QtBot, data_folder: DataFolder) -> None:
    desk = opened(qtbot, data_folder)
    equipment = desk.program._equipment
    assert equipment is not None
    microphone, clock = equipment.devices.microphone, equipment.devices.clock
    assert isinstance(microphone, FakeMicrophone)
    assert isinstance(clock, ManualClock)
    equipment.flow.start(plan_of(1))
    equipment.flow.stop_speaking()
    clock.pass_by(1.0)
    equipment.flow.toggle_answer()
    microphone.hear(tone(2.0))
    desk.window.close()
    store = Store.open(data_folder.database)
    assert [row.samples for row in store.answers(store.sessions()[0].id)] == [32_000]
    store.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # the offscreen one has no stack
def test_a_second_instance_brings_the_first_forward_and_leaves(
    qtbot: QtBot, data_folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", left.append)
    first = opened(qtbot, data_folder)
    first.window.showMinimized()
    second = opened(qtbot, data_folder)
    assert not second.has_library()
    assert not second.window.isVisible()
    assert "already open" in capsys.readouterr().err
    assert left == [0]
    qtbot.waitUntil(lambda: not first.window.isMinimized())
    assert first.has_library()
    first.window.close()


def test_a_folder_that_cannot_be_written_is_said_and_another_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    desk = opened(qtbot, DataFolder.find(tmp_path / "file" / "library"))
    assert "cannot save anything in" in desk.notice()
    assert not desk.has_library()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    press(desk.window.notice, "Choose another folder")
    assert not desk.has_library()
    desk.program.begin()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    press(desk.window.notice, "Choose another folder")
    desk.settle(qtbot)
    assert desk.has_library()
    assert (tmp_path / "elsewhere" / "library.db").exists()
    desk.window.close()


def test_what_could_not_be_opened_can_be_tried_again(
    qtbot: QtBot, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("ui.opening.look_over", _refuse)
        desk = opened(qtbot, data_folder)
        assert "newer Viva Voce" in desk.notice()
        press(desk.window.notice, "Try again")
        desk.settle(qtbot)
        assert "newer Viva Voce" in desk.notice()
    press(desk.window.notice, "Try again")
    desk.settle(qtbot)
    assert desk.has_library()
    assert desk.window.isVisible()
    desk.window.close()


def test_a_history_that_takes_long_is_read_beside_the_window_which_says_so(
    qtbot: QtBot, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, is_read = Threads(), threading.Event()

    def read_at_length(database: Path) -> tuple[str, ...]:
        is_read.wait()
        return look_over(database)

    monkeypatch.setattr(program_module, "LONG_OPENING_MS", 1)
    monkeypatch.setattr("ui.opening.look_over", threads.watch(read_at_length))
    desk = begun(qtbot, data_folder)
    qtbot.waitUntil(lambda: desk.notice() == program_module.LONG_OPENING)
    with qtbot.waitSignal(desk.program.opened):
        is_read.set()
    assert threads.were_main == [False]
    assert desk.notice() == ""
    desk.window.close()


def test_what_is_pressed_before_the_library_is_open_is_done_once_it_is(qtbot: QtBot, data_folder: DataFolder) -> None:
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.add_place("Practise", practise)
    window.show()
    program = Program(data_folder, window, practise)
    program.begin()
    practise.choice_changed.emit(replace(practise.choice, count=3))
    press(practise, "Start interview")
    with qtbot.waitSignal(program.opened):
        pass
    equipment, wiring = program._equipment, program._wiring
    assert equipment is not None
    assert wiring is not None
    assert equipment.settings.now.question_count == 3
    assert equipment.flow.is_running
    assert len(equipment.store.sessions()) == 1
    assert window.screen_shown is wiring.screens.interview
    window.close()


def test_a_place_gone_to_before_the_library_is_open_is_filled_once_it_is(qtbot: QtBot, data_folder: DataFolder) -> None:
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.add_place("Practise", practise)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    program = Program(data_folder, window, practise)
    program.begin()
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(program.opened):
        pass
    assert program._wiring is not None
    assert window.screen_shown is program._wiring.screens.questions
    assert program._wiring.screens.questions.shown
    window.close()


def test_what_is_asked_for_early_is_what_one_comes_to(qtbot: QtBot, data_folder: DataFolder) -> None:
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.add_place("Practise", practise)
    program = Program(data_folder, window, practise)
    program.begin()
    practise.own_work_requested.emit()
    with qtbot.waitSignal(program.opened):
        pass
    assert program._wiring is not None
    assert window.screen_shown is program._wiring.screens.own_work
    window.close()


def test_closing_before_the_library_is_open(qtbot: QtBot, data_folder: DataFolder) -> None:
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.show()
    program = Program(data_folder, window, practise)
    program.begin()
    window.close()
    assert Told(program.opened) == []
    assert not data_folder.database.exists()
    doorbell = Doorbell(data_folder)
    assert doorbell.claim()
    doorbell.release()


def test_settings_and_rules_that_cannot_be_read_are_told_and_the_window_lives(
    qtbot: QtBot, data_folder: DataFolder
) -> None:
    data_folder.prepare()
    for file in (data_folder.settings_file, data_folder.rules_file):
        file.write_bytes(b'{"theme": "d\xffrk"}')
    desk = opened(qtbot, data_folder)
    assert "The settings in" in desk.notice()
    assert "The judging rules in" in desk.notice()
    assert desk.has_library()
    desk.window.close()


def test_where_no_window_answers_for_the_library_the_window_stays_and_says_so(
    qtbot: QtBot, data_folder: DataFolder
) -> None:
    data_folder.prepare()
    data_folder.database.touch()
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.show()
    program = Program(data_folder, window, practise)
    with alone(data_folder):
        program.begin()
        assert has_words(window, "no window responds")
    assert window.isVisible()
    with qtbot.waitSignal(program.opened):
        program.begin()
    window.close()


def test_a_lock_that_the_disk_refuses_is_not_taken_for_another_window(
    qtbot: QtBot, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_folder.prepare()
    window, practise = MainWindow(Messages()), PractiseScreen()
    qtbot.addWidget(window)
    window.show()

    def full(lock: LibraryLock) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(LibraryLock, "_opened", full)
    Program(data_folder, window, practise).begin()
    assert has_words(window, "Free some space on the disk")
    assert window.isVisible()
    window.close()


def test_a_damaged_database_is_moved_aside_and_said(qtbot: QtBot, data_folder: DataFolder) -> None:
    data_folder.prepare()
    data_folder.database.write_bytes(b"This is no database." * 100)
    desk = opened(qtbot, data_folder)
    assert "moved to library-damaged-" in desk.notice()
    assert desk.has_library()
    desk.window.close()


def test_a_whole_run_from_the_first_paint_to_the_exit_code(
    qtbot: QtBot, qapp: QApplication, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_folder.prepare()
    save_settings(Settings(theme="dark", question_count=2), data_folder.settings_file)
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        (window,) = (
            widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow) and widget.isVisible()
        )
        seen.append(
            (has_words(window, "What would you like to practise?"), window.palette().window().color().lightness() < 128)
        )
        window.close()

    begin = Program.begin

    def begin_then_look(program: Program) -> None:
        begin(program)
        QTimer.singleShot(0, look)

    monkeypatch.setattr(Program, "begin", begin_then_look)
    handler = signal.getsignal(signal.SIGTERM)
    assert program_module.run(data_folder) == 0
    apply_theme(qapp, "light")
    assert seen == [(True, True)]
    assert signal.getsignal(signal.SIGTERM) is handler
    doorbell = Doorbell(data_folder)
    assert doorbell.claim()
    doorbell.release()


def _refuse(database: Path) -> None:
    raise DatabaseFromNewerVersion(database)
