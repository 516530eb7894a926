"""Exports an answer, an interview or a period beside the window, from wherever these show; or copies it as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from simulator.errors import SimulatorError
from simulator.store.records import AnswerId, SessionId
from ui.messages import Message, MessageKind
from ui.reports.contents import contents_of
from ui.reports.export import ExportOrder, name_of_file
from ui.reports.report_format import FORMAT_NAMES, ReportFormat
from ui.reports.scope import Period, Scope, last_days, points_of
from ui.widgets.export_dialog import ExportDialog, Subject, SubjectWords
from ui.words.answer_line import answer_name
from ui.words.export_words import (
    COPIED,
    NO_SOUND,
    SOUND_OF_MANY,
    exported_words,
    period_words,
    sound_size_words,
)
from ui.words.session_summary import session_start, session_title

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.export_child import ExportChild

Value = TypeVar("Value")
_WEEK_DAYS: Final = 7
_MONTH_DAYS: Final = 30


class Exporting(QObject):
    """Offers what there is to export, and sees to it that it is written. The outcome is told, with a way to it."""

    def __init__(
        self,
        window: QWidget | None,
        store: Store,
        data_folder: DataFolder,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._data_folder = data_folder
        self._messages = messages
        self._session: SessionId | None = None
        self._answer: AnswerId | None = None
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def offer(self, session_id: int | None = None, answer_id: int | None = None) -> None:
        """Open the dialog for an interview, with the answer of it that shows; without either, for a period.

        While something is being written, that is shown instead.
        """
        if self._child.is_running:
            self.dialog.activateWindow()
            return
        self._session = None if session_id is None else SessionId(session_id)
        self._answer = None if answer_id is None else AnswerId(answer_id)
        kept = ((self._answer, Subject.ANSWER), (self._session, Subject.SESSION))
        named = [subject for value, subject in kept if value is not None]
        subjects = (*reversed(named), Subject.WEEK, Subject.MONTH, Subject.DAYS, Subject.ALL)
        month = last_days(_MONTH_DAYS, _today())
        self.dialog.offer(subjects, subjects[0], month.first or _today(), _today())

    def copy_session(self, session_id: int) -> None:
        """Put an interview on the clipboard as plain text."""
        self._copy(Scope(sessions=(SessionId(session_id),)))

    def copy_answer(self, answer_id: int) -> None:
        """Likewise one answer."""
        self._copy(Scope(answer=AnswerId(answer_id)))

    def stop(self) -> None:
        """End what is being written; nothing of it is left."""
        if "_child" in vars(self):
            self._child.stop()

    @cached_property
    def dialog(self) -> ExportDialog:
        """The dialog, made when it is first needed."""
        dialog = ExportDialog(self._window)
        dialog.changed.connect(self._on_changed)
        dialog.export_requested.connect(self._on_export_requested)
        dialog.copy_requested.connect(self._on_copy_requested)
        dialog.stop_requested.connect(self.stop)
        return dialog

    @cached_property
    def _child(self) -> ExportChild:
        from ui.workers.export_child import ExportChild

        child = ExportChild(self._data_folder, self)
        child.progressed.connect(self.dialog.show_progress)
        child.written.connect(self._on_written)
        child.refused.connect(self._on_refused)
        return child

    @property
    def _scope(self) -> Scope:
        """What the dialog says."""
        match self.dialog.subject:
            case Subject.ANSWER:
                return Scope(answer=self._answer)
            case Subject.SESSION:
                return Scope(sessions=() if self._session is None else (self._session,))
            case Subject.WEEK:
                return Scope(period=last_days(_WEEK_DAYS, _today()))
            case Subject.MONTH:
                return Scope(period=last_days(_MONTH_DAYS, _today()))
            case Subject.DAYS:
                return Scope(period=Period(self.dialog.first, self.dialog.last))
            case Subject.ALL:
                return Scope()

    def _on_changed(self) -> None:
        scope = self._scope
        try:
            words, formats = self._described(scope)
        except SimulatorError as error:
            words, formats = SubjectWords(str(error), has_any=False), _without_subtitles()
        self.dialog.show_words(words, can_copy=scope.is_named and words.has_any)
        self.dialog.show_formats(formats)

    def _described(self, scope: Scope) -> tuple[SubjectWords, tuple[ReportFormat, ...]]:
        """What is said of it, and what it can be written as."""
        if scope.answer is not None:
            record = self._store.answer(scope.answer)
            size = sound_size_words((record,))
            is_timed = record.transcript is not None and bool(record.transcript.words)
            formats = tuple(ReportFormat) if is_timed else _without_subtitles()
            return SubjectWords(answer_name(record), size, can_have_sound=size != NO_SOUND), formats
        if scope.sessions:
            summary = self._store.session(scope.sessions[0])
            size = sound_size_words(self._store.answers(summary.id))
            about = f"{session_title(summary)}, {session_start(summary)}"
            return SubjectWords(about, size, can_have_sound=size != NO_SOUND), _without_subtitles()
        points = points_of(self._store, scope.period)
        return SubjectWords(period_words(points), SOUND_OF_MANY, has_any=bool(points)), _without_subtitles()

    def _on_export_requested(self) -> None:
        scope, kind = self._scope, self.dialog.format
        suggested = self._told(lambda: self._folder / self._name_of_file(scope, kind))
        if suggested is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self.dialog, "Export", str(suggested), f"{FORMAT_NAMES[kind]} (*{kind.suffix})"
        )
        if chosen:
            target = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(kind.suffix)
            self._folder = target.parent
            self.dialog.show_progress(0, 0)
            self._child.start(ExportOrder(scope, kind, target, self.dialog.has_sound))

    def _name_of_file(self, scope: Scope, kind: ReportFormat) -> str:
        if not scope.is_named:
            return name_of_file(scope, kind)
        session = scope.sessions[0] if scope.answer is None else self._store.answer(scope.answer).session_id
        return name_of_file(scope, kind, self._store.session(session))

    def _on_copy_requested(self) -> None:
        self._copy(self._scope)
        self.dialog.hide()

    def _copy(self, scope: Scope) -> None:
        from ui.reports.plain_text import plain_text

        text = self._told(lambda: plain_text(contents_of(self._store, scope)))
        if text is not None:
            QGuiApplication.clipboard().setText(text)
            self._tell(MessageKind.REPORT_EXPORTED, COPIED)

    def _on_written(self, order: ExportOrder) -> None:
        self.dialog.show_done()
        folder = QUrl.fromLocalFile(str(order.target.parent))
        action = ("Open folder", lambda: QDesktopServices.openUrl(folder))
        self._messages.settle(MessageKind.REPORT_EXPORTED, MessageKind.REPORT_REFUSED)
        self._messages.tell(Message(MessageKind.REPORT_EXPORTED, exported_words(order.target), (action,)))

    def _on_refused(self, reason: str) -> None:
        self.dialog.show_done()
        self._tell(MessageKind.REPORT_REFUSED, reason)

    def _told(self, read: Callable[[], Value]) -> Value | None:
        """What `read` gives; None, and the reason is told, if the library refuses."""
        try:
            return read()
        except SimulatorError as error:
            self._tell(MessageKind.REPORT_REFUSED, str(error))
            return None

    def _tell(self, kind: MessageKind, sentence: str) -> None:
        self._messages.settle(MessageKind.REPORT_EXPORTED, MessageKind.REPORT_REFUSED)
        self._messages.tell(Message(kind, sentence))


def _without_subtitles() -> tuple[ReportFormat, ...]:
    return tuple(each for each in ReportFormat if not each.is_subtitles)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day, as the clock on the wall has it
