"""Applies the setting for recordings beside the window: at the start, once chosen, and after answers were judged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from recordings.errors import RecordingError
from recordings.retention import Retention, apply, due
from simulator.errors import SimulatorError
from ui.errands.confirming import is_deletion_wanted
from ui.messages import Message, MessageKind
from ui.words.retention_words import QUESTION, what_goes

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.take_folder import TakeFolder
    from simulator.settings import Settings
    from simulator.store.records import SessionId
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.settings_in_use import SettingsInUse

PAUSE_MS: Final = 300_000
"""After an answer was judged: time to listen to it once more."""
WHILE_COUNTING_MS: Final = 1_000
"""After the number of days was changed: time to change it further."""


class RetentionCare(QObject):
    """Nothing is deleted unless the user has chosen so, and said so again when asked: `Settings.keep_agreed`.

    A rule that would delete more is asked about once it was chosen, and taken back unless it was meant; until then what
    was agreed before holds. What cannot be done is told.
    """

    def __init__(
        self,
        settings: SettingsInUse,
        store: Store,
        library: TakeFolder,
        under_way: Callable[[], SessionId | None],
        jobs: Jobs,
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._store = store
        self._library = library
        self._under_way = under_way
        self._jobs = jobs
        self._messages = messages
        self._window = window
        self._keep = settings.now.keep_recordings
        self._asked_about: Retention | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.apply)
        self._chosen = QTimer(self, singleShot=True)  # not within the change itself: others have yet to hear of it
        self._chosen.timeout.connect(self._on_chosen)
        settings.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Delete what is due, and ask what was not answered when the program was closed."""
        self.apply()
        self._chosen.start(0)

    def apply(self) -> None:
        """Delete what is due by the rule that was agreed to."""
        settings, path, library, busy = self._settings.now, self._store.path, self._library, self._under_way()
        rule = _rule(settings).as_far_as(settings.keep_agreed)
        self._jobs.run(lambda: _applied(path, library, rule, busy), lambda _count: None, self._on_failed)

    def apply_soon(self) -> None:
        """Likewise, in a while: an answer was judged."""
        if self._settings.now.keep_recordings != "always":
            self._pause.start()

    def _on_changed(self, settings: Settings) -> None:
        """A number passes others on its way to where it is wanted."""
        before, self._keep = self._keep, settings.keep_recordings
        self._chosen.start(0 if before != self._keep else WHILE_COUNTING_MS)

    def _on_chosen(self) -> None:
        """Keeping more is agreed to by choosing it; then keeping less is asked about again."""
        settings, rule = self._settings.now, _rule(self._settings.now)
        if rule.is_within(settings.keep_agreed):
            self._settings.change(replace(settings, keep_agreed=rule.after_days))
        elif self._asked_about is None:
            self._asked_about = rule
            path, library, busy = self._store.path, self._library, self._under_way()
            self._jobs.run(lambda: _count_due(path, library, rule, busy), self._ask, self._on_not_counted)

    def _ask(self, count: int) -> None:
        rule = self._asked_about
        if rule == _rule(self._settings.now):
            is_wanted = is_deletion_wanted(self._window, QUESTION, what_goes(count))
            if rule == _rule(self._settings.now):
                self._answered(rule, is_wanted=is_wanted)
        self._asked_about = None
        self._chosen.start(0)

    def _answered(self, rule: Retention, *, is_wanted: bool) -> None:
        if not is_wanted:
            self._take_back()
            return
        self._settings.change(replace(self._settings.now, keep_agreed=rule.after_days))
        self.apply()

    def _take_back(self) -> None:
        """The settings say what was agreed to."""
        settings = self._settings.now
        agreed = _rule(settings).as_far_as(settings.keep_agreed)
        days = agreed.days if agreed.keep == "days" else settings.keep_days
        self._settings.change(replace(settings, keep_recordings=agreed.keep, keep_days=days))

    def _on_not_counted(self, error: Exception) -> None:
        self._asked_about = None
        self._take_back()
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError | RecordingError):
            raise error
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))


def _rule(settings: Settings) -> Retention:
    return Retention(settings.keep_recordings, settings.keep_days)


def _applied(path: Path, library: TakeFolder, rule: Retention, busy: SessionId | None) -> int:
    """With a connection of its own."""
    from simulator.store.store import Store

    with closing(Store.open_beside(path)) as store:
        return apply(store, library, rule, datetime.now(UTC), busy)


def _count_due(path: Path, library: TakeFolder, rule: Retention, busy: SessionId | None) -> int:
    """Likewise: every recording is looked for on the disk."""
    from simulator.store.store import Store

    with closing(Store.open_beside(path)) as store:
        return len(due(store, library, rule, datetime.now(UTC), busy))
