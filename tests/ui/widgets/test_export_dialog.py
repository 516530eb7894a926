"""The dialog by itself: what it offers, and what it says that was chosen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar
from pytestqt.qtbot import QtBot

from tests.ui.names import named, nameless
from tests.ui.screen_text import has_words, press
from ui.reports.report_format import FORMAT_USES, ReportFormat
from ui.widgets.date_field import DateField
from ui.widgets.export_dialog import ExportDialog, Subject, SubjectWords
from ui.widgets.select import Select

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WITHOUT_SUBTITLES = [kind for kind in ReportFormat if not kind.is_subtitles]


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog()
    qtbot.addWidget(made)
    made.show_formats(list(ReportFormat))
    made.offer(list(Subject), Subject.SESSION, FIRST, LAST)
    made.show_words(SubjectWords("Last Thursday", "About 3 MB."), can_copy=True)
    return made


def choose(dialog: ExportDialog, name: str, value: str) -> None:
    select = named(dialog, name)
    assert isinstance(select, Select)
    select.setCurrentIndex(select.findData(value))


def has_sound(dialog: ExportDialog) -> bool:
    """Asked anew each time, since a press changes it."""
    return dialog.has_sound


def format_of(dialog: ExportDialog) -> ReportFormat:
    """Likewise."""
    return dialog.format


def test_everything_has_a_name(dialog: ExportDialog) -> None:
    choose(dialog, "What to export", Subject.DAYS)
    assert nameless(dialog) == []


def test_it_opens_with_what_was_shown(dialog: ExportDialog) -> None:
    assert (dialog.subject, dialog.format, dialog.has_sound) == (Subject.SESSION, ReportFormat.HTML, False)
    assert has_words(dialog, "Last Thursday")
    assert has_words(dialog, FORMAT_USES[ReportFormat.HTML])
    assert not named(dialog, "From").isVisible()


def test_days_are_asked_for_only_where_they_count(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.changed):
        choose(dialog, "What to export", Subject.DAYS)
    field = named(dialog, "From")
    assert isinstance(field, DateField)
    assert field.isVisible()
    assert (dialog.first, dialog.last) == (FIRST, LAST)
    assert field.text() == "1 Nov 2026"
    with qtbot.waitSignal(dialog.changed):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert dialog.first == date(2026, 11, 2)


def test_sound_is_for_pages_alone(dialog: ExportDialog) -> None:
    press(dialog, "Include the recordings")
    assert has_sound(dialog)
    choose(dialog, "Format", ReportFormat.PDF)
    assert not has_sound(dialog)
    assert not named(dialog, "Include the recordings").isVisible()
    choose(dialog, "Format", ReportFormat.HTML)
    dialog.show_words(SubjectWords("Typed", "There is no recording.", can_have_sound=False), can_copy=True)
    assert not has_sound(dialog)


def test_a_format_that_is_offered_still_stays_chosen(dialog: ExportDialog) -> None:
    choose(dialog, "Format", ReportFormat.CSV)
    dialog.show_formats(WITHOUT_SUBTITLES)
    assert format_of(dialog) is ReportFormat.CSV
    dialog.show_formats(list(ReportFormat))
    choose(dialog, "Format", ReportFormat.SRT)
    dialog.show_formats(WITHOUT_SUBTITLES)
    assert format_of(dialog) is ReportFormat.HTML


def test_where_there_is_nothing_nothing_can_be_exported(dialog: ExportDialog) -> None:
    dialog.show_words(SubjectWords("No interview", has_any=False), can_copy=False)
    export, copy = named(dialog, "Export…"), named(dialog, "Copy as text")
    assert not export.isEnabled()
    assert not copy.isVisible()


def test_enter_exports_and_escape_cancels(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.export_requested):
        QTest.keyClick(named(dialog, "What to export"), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.stop_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_while_it_is_written_only_how_far_is_shown(dialog: ExportDialog) -> None:
    dialog.show_progress(0, 0)
    assert has_words(dialog, "Exporting…")
    dialog.show_progress(3, 12)
    assert has_words(dialog, "Exporting… 3 of 12 interviews")
    (bar,) = dialog.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (3, 12)
    shown = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisibleTo(dialog)]
    assert shown == ["Cancel"]
    dialog.offer([Subject.ALL], Subject.ALL, FIRST, LAST)
    assert not bar.isVisible()
    assert named(dialog, "Format").isVisible()
