"""Files dropped anywhere on the window: while they are held over it, it says what will happen. It reads none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE, colours, font

_WORDS: Final = "Drop to add these recordings"
_HINT: Final = "They will be copied into your library; the originals will not be changed."
_TITLE_PX: Final = 22
_HINT_PX: Final = 15
_RADIUS: Final = 16
_MARGIN: Final = 4 * SPACE
_VEIL: Final = 235


class DropTarget(QWidget):
    """Lies over `window` while files are held over it, and only then.

    `is_wanted` says whether files may be dropped just now.

    Signals:
        files_dropped(object): a tuple of `Path`, files or folders of this computer.
    """

    files_dropped = Signal(object)

    def __init__(self, window: QWidget, is_wanted: Callable[[], bool] = lambda: True) -> None:
        super().__init__(window)
        self.setAccessibleName(_WORDS)
        self.setAcceptDrops(True)
        self._is_wanted = is_wanted
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until the pointer moves once more, what is held over the window is the window's, and not yet ours."""
        if watched is not self._window:
            return super().eventFilter(watched, event)
        match event:
            case QDragEnterEvent():
                self._on_entered(event)
            case QDragMoveEvent():
                self.dragMoveEvent(event)
            case QDragLeaveEvent():
                self.hide()
            case QDropEvent():
                self.dropEvent(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._on_entered(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _accept_as_copy(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        _accept_as_copy(event)
        if paths := local_files(event.mimeData()):
            self.files_dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(palette.background)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setBrush(QColor(palette.accent_soft))
        painter.setPen(QPen(QColor(palette.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        middle = frame.center().y()
        self._write(painter, QRectF(frame.left(), middle - 36, frame.width(), 32), _WORDS, _TITLE_PX, palette.ink)
        self._write(painter, QRectF(frame.left(), middle + 4, frame.width(), 28), _HINT, _HINT_PX, palette.soft)

    @staticmethod
    def _write(painter: QPainter, area: QRectF, text: str, size_px: int, ink: str) -> None:
        painter.setFont(font(size_px, 600 if size_px == _TITLE_PX else 400))
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _on_entered(self, event: QDragEnterEvent) -> None:
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        if not can_copy or not self._is_wanted() or not local_files(event.mimeData()):
            event.ignore()
            return
        _accept_as_copy(event)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()


def _accept_as_copy(event: QDropEvent) -> None:
    """Whoever is told of a move deletes the originals."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer in what is dragged; what lies elsewhere is left alone."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile())
