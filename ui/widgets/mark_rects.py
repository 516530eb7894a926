"""Where the marks of a document lie on the screen, worked out when one first comes into sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextDocument

from ui.widgets.piece_places import Mark
from ui.widgets.text_rects import rects_of


class MarkRects:
    """Kept until the text is laid out anew: a long answer has hundreds, of which a few are in sight."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[QRectF, ...]] = {}

    def forget(self) -> None:
        """The text lies elsewhere now."""
        self._known.clear()

    def within(self, document: QTextDocument, area: QRectF, marks: Iterable[Mark]) -> Iterator[tuple[str, QRectF]]:
        """The look and place of each mark with a part in this area; what lies behind others comes first."""
        layout, fuzzy = document.documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        first, last = layout.hitTest(area.topLeft(), fuzzy), layout.hitTest(area.bottomRight(), fuzzy)
        near = (mark for mark in marks if mark.first <= last and mark.last >= first)
        for mark in sorted(near, key=lambda mark: mark.look != "extra"):
            place = (mark.first, mark.last)
            if place not in self._known:
                self._known[place] = tuple(rects_of(document, *place))
            yield from ((mark.look, rect) for rect in self._known[place] if rect.intersects(area))
