"""Interviews as A4 pages, laid out by Qt without a window or a display. What stands on them is `templates/print.html`.

Qt keeps Python's lock while it lays out: this belongs into a process of its own, or on the command line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui.reports.html_page import environment
from ui.reports.shown_answer import shown_answer
from ui.theme import LIGHT, load_fonts
from ui.words.session_summary import session_figures, session_start, session_title

if TYPE_CHECKING:
    from ui.reports.contents import ReportContents, ReportedSession

_DPI: Final = 600
_MARGINS_MM: Final = QMarginsF(18, 18, 18, 16)
_FOOT_MM: Final = 10
_EDGE_PX: Final = 48  # 2 mm: the ground of a marked word at the top of a page reaches a little over its edge
_MM_PER_INCH: Final = 25.4
_KEPT_BELOW: Final = {1: 3, 2: 3, 3: 1}  # so many paragraphs begin on the page of a heading of this level


def pdf_pages(report: ReportContents) -> Iterator[bytes]:
    """The file, in one piece. A period begins each interview on a page of its own.

    Needs no application; makes one without a display where there is none.
    """
    _ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS_MM,
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(report.title)
    writer.setCreator("Viva Voce")
    pages = _Pages(writer, report.title)
    for session in report.sessions:
        pages.add(_html(report, session))
    pages.end()
    yield bytes(buffer.data().data())


class _Pages:
    """Pages that are written one after another, each with its number."""

    def __init__(self, writer: QPdfWriter, title: str) -> None:
        self._writer = writer
        self._title = title
        self._painter = QPainter(writer)
        self._count = 0
        foot_px = _FOOT_MM / _MM_PER_INCH * _DPI
        self._size = QSizeF(writer.width(), writer.height() - foot_px)

    def add(self, html: str) -> None:
        """Add what this says, beginning on a new page."""
        document = self._laid_out(html)
        for page in range(document.pageCount()):
            self._begin_page()
            area = QRectF(0, page * self._size.height(), self._size.width(), self._size.height())
            self._painter.save()
            self._painter.translate(0, -area.top())
            document.drawContents(self._painter, area.adjusted(0, 0, 0, -_EDGE_PX / 2))
            self._painter.restore()

    def end(self) -> None:
        """No page follows."""
        self._painter.end()

    def _laid_out(self, html: str) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(_font(10))
        document.documentLayout().setPaintDevice(self._writer)
        document.setDocumentMargin(_EDGE_PX)
        css, _, _ = environment().loader.get_source(environment(), "print.css")  # type: ignore[union-attr]
        document.setDefaultStyleSheet(css)
        document.setHtml(f"<body>{html}</body>")
        document.setPageSize(self._size)
        _keep_headings_with_text(document, self._size)
        return document

    def _begin_page(self) -> None:
        if self._count:
            self._writer.newPage()
        self._count += 1
        foot = QRectF(0, self._size.height(), self._size.width(), self._writer.height() - self._size.height())
        self._painter.setFont(_font(8))
        self._painter.setPen(QColor(LIGHT.soft))
        width_px = foot.width() * 0.85
        title = self._painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(width_px))
        bottom = Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(foot, int(bottom | Qt.AlignmentFlag.AlignLeft), title)
        self._painter.drawText(foot, int(bottom | Qt.AlignmentFlag.AlignRight), f"Page {self._count}")


def _keep_headings_with_text(document: QTextDocument, size: QSizeF) -> None:
    """A heading at the foot of a page, with nothing of its text below it, goes over to the next."""
    block = document.begin()
    while block.isValid():
        if block.blockNumber() and _is_left_alone(document, block, size.height()):
            moved = block.blockFormat()
            moved.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(moved)
            _lay_out_anew(document, size)
        block = block.next()


def _lay_out_anew(document: QTextDocument, size: QSizeF) -> None:
    """All of it: what Qt lays out for a changed block alone leaves tables where they were."""
    document.setPageSize(QSizeF(size.width(), -1))
    document.setPageSize(size)


def _is_left_alone(document: QTextDocument, heading: QTextBlock, page_px: float) -> bool:
    """Whether `heading` is one, and what belongs to it begins on a later page."""
    level = heading.blockFormat().headingLevel()
    if not level:
        return False
    kept = heading
    for _ in range(_KEPT_BELOW[level]):
        kept = kept.next()
        if not kept.isValid():
            return False
    layout = document.documentLayout()
    first_px = layout.blockBoundingRect(heading).top()
    line_px = layout.blockBoundingRect(kept).top() + kept.layout().lineAt(0).y()
    return int(first_px // page_px) != int(line_px // page_px)


def _html(report: ReportContents, session: ReportedSession) -> str:
    summary = session.summary
    title, subtitle = session_title(summary), f"{session_start(summary)} · {session_figures(summary)}"
    if report.is_single:
        title, subtitle = report.title, report.subtitle
    answers = [shown_answer(one) for one in session.answers]
    return environment().get_template("print.html").render(title=title, subtitle=subtitle, answers=answers)


def _font(points: float) -> QFont:
    made = QFont("Inter")
    made.setPointSizeF(points)
    made.setFeature(QFont.Tag("calt"), 0)  # its raised colon, as in 0:58, would be lost to whoever searches or copies
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _ensure_application() -> None:
    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _KEPT.append(QGuiApplication(["viva-voce"]))
    load_fonts()


_KEPT: Final[list[QGuiApplication]] = []  # Qt's application lives as long as the process
