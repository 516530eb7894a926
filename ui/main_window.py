"""The window: places on the left, a screen beside them, and an interview that takes it whole. Nothing is wired here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.messages import Messages
from ui.widgets.nav_rail import NavRail
from ui.widgets.notice import NoticeBar

if TYPE_CHECKING:
    from ui.widgets.command_palette import CommandPalette
    from ui.widgets.key_sheet import KeySheet

PLACES: Final = ("Practise", "History", "Progress", "Questions", "Settings")
SEARCH: Final = "Search"
_SMALLEST: Final = (560, 380)  # a screen of 1280×800 at 200 %, less its bars; smaller ones are filled
_FIRST_SIZE: Final = (1280, 800)
_FRAME_PX: Final = 32  # a title bar, which Qt knows only once the window shows
_NARROW_PX: Final = 900


class MainWindow(QMainWindow):
    """One window with five places, and across its top what `messages` have to say.

    A place keeps the screen it showed last: feedback after an answer stands at Practise until it is replaced.

    Signals:
        place_chosen(str): the user went to this place; the screen it showed last, if any, is shown already.
        closing(): the window is about to close; stop and save now.
        painted(): the user sees the window for the first time; what takes long may begin.
    """

    place_chosen = Signal(str)
    closing = Signal()
    painted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Viva Voce")
        room = self.screen().availableSize() - QSize(0, _FRAME_PX)
        self.setMinimumSize(QSize(*_SMALLEST).boundedTo(room))
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self._messages = messages
        self._screens: dict[str, QWidget] = {}
        self._place = PLACES[0]
        self._is_whole_window = False
        self._is_painted = False
        self._key_sheet: KeySheet | None = None
        self._palette: CommandPalette | None = None
        self._nav = NavRail(PLACES)
        self._stack = QStackedWidget()
        self._notice = NoticeBar(messages)
        self._nav.place_chosen.connect(self._on_place_chosen)
        self._nav.show_place(self._place)
        self._lay_out()
        self._add_keys()

    @property
    def place(self) -> str:
        """Where the user is."""
        return self._place

    @property
    def is_whole_window(self) -> bool:
        """Whether a screen takes the whole window, as an interview does."""
        return self._is_whole_window

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in view, None before the first."""
        return self._stack.currentWidget()

    @property
    def messages(self) -> Messages:
        """What the bar at the top shows."""
        return self._messages

    @property
    def notice(self) -> NoticeBar:
        """The bar at the top."""
        return self._notice

    def add_place(self, name: str, screen: QWidget) -> None:
        """Put a screen at one of the `PLACES`."""
        self._screens[name] = screen
        self._keep(screen)
        if name == self._place and not self._is_whole_window:
            self._stack.setCurrentWidget(screen)

    def show_place(self, name: str) -> None:
        """Go to a place, with the navigation beside it."""
        self._place = name
        self._nav.show_place(name)
        self._set_whole_window(False)
        if name in self._screens:
            self._stack.setCurrentWidget(self._screens[name])

    def show_screen(self, screen: QWidget, place: str | None = None, *, is_whole_window: bool = False) -> None:
        """Show a screen at `place` (the present one without), or without navigation over the whole window."""
        self._keep(screen)
        if is_whole_window:
            self._set_whole_window(True)
        else:
            name = place or self._place
            self._screens[name] = screen
            self.show_place(name)
        self._stack.setCurrentWidget(screen)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        from ui.widgets.key_sheet import KeySheet

        if self._key_sheet is None:
            self._key_sheet = KeySheet(self)
        self._key_sheet.show()
        self._key_sheet.activateWindow()

    def show_commands(self) -> None:
        """Open the palette: every place, and every button that could be pressed now."""
        from ui.widgets.command_palette import Command, CommandPalette, commands_in

        if self._palette is None:
            self._palette = CommandPalette(self)
        places = [] if self._is_whole_window else PLACES
        going = [Command(name, f"Ctrl+{number}", partial(self._go, name)) for number, name in enumerate(places, 1)]
        shown = [] if self.screen_shown is None else commands_in(self.screen_shown)
        self._palette.offer((*shown, *going, Command("Keys", "F1", self.show_keys)))

    def _lay_out(self) -> None:
        central = QWidget()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._nav)
        across.addWidget(self._stack, 1)
        down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._notice)
        down.addLayout(across, 1)
        self.setCentralWidget(central)

    def _add_keys(self) -> None:
        for number, name in enumerate(PLACES, start=1):
            self._add_key(f"Ctrl+{number}", partial(self._go, name))
        self._add_key("Ctrl+F", self._focus_search)
        self._add_key("Ctrl+K", self.show_commands)
        self._add_key("F1", self.show_keys)
        self._add_key("?", self.show_keys)

    def _add_key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _go(self, name: str) -> None:
        if not self._is_whole_window:
            self.show_place(name)
            self.place_chosen.emit(name)

    def _focus_search(self) -> None:
        """The search field of the screen in view, or else that of History."""
        if self._is_whole_window:
            return
        field = self._search_field()
        if field is None:
            self._go("History")
            field = self._search_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _search_field(self) -> QLineEdit | None:
        screen = self._stack.currentWidget()
        if screen is None:
            return None
        fields = screen.findChildren(QLineEdit)
        return next((field for field in fields if field.accessibleName() == SEARCH and field.isVisibleTo(screen)), None)

    def _keep(self, screen: QWidget) -> None:
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)

    def _set_whole_window(self, is_whole: bool) -> None:
        self._is_whole_window = is_whole
        self._nav.setVisible(not is_whole)

    def _on_place_chosen(self, name: str) -> None:
        self._go(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # what lies in the window is painted within this same event

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._nav.set_narrow(self.width() < _NARROW_PX)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
