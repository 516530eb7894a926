"""What to export, in which format, with sound or not; then how far it is. Writes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.reports.report_format import FORMAT_NAMES, FORMAT_USES, ReportFormat
from ui.theme import SPACE
from ui.widgets.button import Button, Switch
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.select import Select
from ui.widgets.text import Text

_WIDTH_PX: Final = 520
_EXPORTING: Final = "Exporting…"


class Subject(StrEnum):
    """What can be exported; the value is how it is called."""

    ANSWER = "This answer"
    SESSION = "This interview"
    WEEK = "The last 7 days"
    MONTH = "The last 30 days"
    DAYS = "A period of your choice"
    ALL = "All interviews"


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What is said of what was chosen: which it is, and how large its sound.

    `has_any` is False where there is nothing to export; `can_have_sound` where no recording belongs to it.
    """

    about: str
    sound: str = ""
    has_any: bool = True
    can_have_sound: bool = True


class ExportDialog(QDialog):
    """Stands beside the window, which can be used meanwhile.

    Signals:
        changed(): something else was chosen; `show_words` and `show_formats` say what that means.
        export_requested(): write what is chosen.
        copy_requested(): put it on the clipboard, as plain text.
        stop_requested(): what is being written is not wanted any more.
    """

    changed = Signal()
    export_requested = Signal()
    copy_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setMinimumWidth(_WIDTH_PX)
        self._subject = Select("What to export")
        self._subject_field = Field("What to export", self._subject)
        self._first, self._last = DateField("From"), DateField("To")
        self._days = QWidget()
        self._format = Select("Format")
        self._format_field = Field("Format", self._format)
        self._sound = Switch("Include the recordings")
        self._sound_words = Text("", "caption")
        self._form = QWidget()
        self._progress = QWidget()
        self._progress_words = Text(_EXPORTING, "body")
        self._bar = QProgressBar(textVisible=False)
        self._copy = Button("Copy as text", look="quiet", icon_name="copy")
        self._cancel = Button("Cancel", "Esc")
        self._export = Button("Export…", look="primary")
        self._lay_out()
        self._connect()

    @property
    def subject(self) -> Subject:
        """What is chosen to be exported."""
        return Subject(self._subject.currentData())

    @property
    def first(self) -> date:
        """The first day of the period of one's choice."""
        return self._first.day

    @property
    def last(self) -> date:
        """Its last day."""
        return self._last.day

    @property
    def format(self) -> ReportFormat:
        """The format chosen."""
        return ReportFormat(self._format.currentData())

    @property
    def has_sound(self) -> bool:
        """Whether the recordings are to be in it."""
        return self.format.takes_sound and self._sound.isEnabled() and self._sound.isChecked()

    def offer(self, subjects: Sequence[Subject], chosen: Subject, first: date, last: date) -> None:
        """Show afresh, with these to choose from."""
        self._subject.blockSignals(True)
        self._subject.clear()
        for subject in subjects:
            self._subject.addItem(subject.value, subject.value)
        self._subject.choose(chosen.value)
        self._subject.blockSignals(False)
        self._first.show_day(first)
        self._last.show_day(last)
        self._show_progress(is_shown=False)
        self._on_subject_changed()
        self.show()
        self.activateWindow()
        self._subject.setFocus()

    def show_formats(self, formats: Sequence[ReportFormat]) -> None:
        """Offer these; the one chosen stays so if it is among them."""
        chosen = self._format.currentData()
        self._format.blockSignals(True)
        self._format.clear()
        for each in formats:
            self._format.addItem(FORMAT_NAMES[each], each.value)
        self._format.choose(chosen)
        self._format.blockSignals(False)
        self._show_format()

    def show_words(self, words: SubjectWords, *, can_copy: bool) -> None:
        """Say what was chosen."""
        self._subject_field.show_words(words.about)
        self._sound.setEnabled(words.can_have_sound)
        self._sound_words.setText(words.sound)
        self._export.setEnabled(words.has_any)
        self._copy.setVisible(can_copy)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is; a total of 0 says only that it has begun."""
        self._show_progress(is_shown=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._progress_words.setText(f"{_EXPORTING} {done} of {total} interviews" if total > 1 else _EXPORTING)

    def show_done(self) -> None:
        """It is written, or could not be: the window says which."""
        self.hide()

    def reject(self) -> None:
        """Cancel and Esc: nothing is written."""
        self.stop_requested.emit()
        super().reject()

    def _lay_out(self) -> None:
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(3 * SPACE)
        for field in (Field("From", self._first), Field("To", self._last)):
            days.addWidget(field)
        sound = QVBoxLayout()
        sound.setSpacing(0)
        sound.addWidget(self._sound)
        sound.addWidget(self._sound_words)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4 * SPACE)
        for part in (self._subject_field, self._days, self._format_field):
            form.addWidget(part)
        form.addLayout(sound)
        self._lay_out_progress()
        page = QVBoxLayout(self)
        page.setContentsMargins(7 * SPACE, 6 * SPACE, 7 * SPACE, 6 * SPACE)
        page.setSpacing(4 * SPACE)
        page.addWidget(Text("Export", "title"))
        page.addWidget(self._form)
        page.addWidget(self._progress)
        page.addStretch(1)
        page.addSpacing(SPACE)
        page.addLayout(self._buttons())

    def _lay_out_progress(self) -> None:
        self._bar.setAccessibleName("Export progress")
        column = QVBoxLayout(self._progress)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._progress_words)
        column.addWidget(self._bar)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._export)
        self._export.setDefault(True)
        for button in (self._copy, self._cancel):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self._subject.currentIndexChanged.connect(self._on_subject_changed)
        self._first.dateChanged.connect(self.changed)
        self._last.dateChanged.connect(self.changed)
        self._format.currentIndexChanged.connect(self._show_format)
        self._copy.clicked.connect(self.copy_requested)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self.export_requested)

    def _on_subject_changed(self) -> None:
        self._days.setVisible(self.subject is Subject.DAYS)
        self.changed.emit()
        self.adjustSize()

    def _show_format(self) -> None:
        self._format_field.show_words(FORMAT_USES[self.format])
        for part in (self._sound, self._sound_words):
            part.setVisible(self.format.takes_sound)
        self.adjustSize()

    def _show_progress(self, *, is_shown: bool) -> None:
        self._progress.setVisible(is_shown)
        for part in (self._form, self._copy, self._export):
            part.setVisible(not is_shown)
        self.adjustSize()
