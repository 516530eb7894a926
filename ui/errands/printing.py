"""Prints a page once the user has chosen a printer, or a PDF file, in the system's own dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_to_print(html: str, title: str, window: QWidget) -> None:
    """Open the dialog over `window`, and print this page if the user says so; `title` names the print job.

    The window goes on while the dialog is open.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle("Print")
    dialog.setModal(True)
    dialog.accepted.connect(lambda: print_page(html, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def print_page(html: str, printer: QPrinter) -> None:
    """Print the page, laid out for the paper of `printer`."""
    document = QTextDocument()
    document.setHtml(html)
    document.print_(printer)
