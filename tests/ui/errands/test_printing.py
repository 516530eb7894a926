"""Printing: asked about in a dialog, and on paper what was handed in."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.errands.printing import ask_to_print, print_page

PAGE = "<html><body><p>Well answered.</p></body></html>"


def words_of(file: Path) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_a_page_is_printed_into_a_file(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "summary.pdf"))
    print_page(PAGE, printer)
    assert "Well answered." in words_of(tmp_path / "summary.pdf")


def test_nothing_is_printed_before_the_user_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ask_to_print(PAGE, "An interview", window)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    assert dialog.printer().docName() == "An interview"
    dialog.reject()
    assert list(tmp_path.iterdir()) == []

    ask_to_print(PAGE, "An interview", window)
    dialog = next(one for one in window.findChildren(QPrintDialog) if one.isVisible())
    dialog.printer().setOutputFileName(str(tmp_path / "summary.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: (tmp_path / "summary.pdf").exists())
    assert "Well answered." in words_of(tmp_path / "summary.pdf")
