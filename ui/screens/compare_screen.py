"""Two answers to one question, side by side: what got better, what was won and lost, what was said. Decides nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.comparison.wording import Said
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.compared_measures_card import ComparedMeasuresCard
from ui.widgets.compared_points_card import ComparedPointsCard
from ui.widgets.compared_transcript import ComparedTranscript
from ui.widgets.page import TurningRow
from ui.widgets.paragraph import Paragraph
from ui.widgets.reading_area import GUTTER_PX, ReadingArea
from ui.widgets.reading_order import tab_in_reading_order
from ui.widgets.take_head import TakeHead
from ui.widgets.text import Text
from ui.words.answer_line import duration_of
from ui.words.compared_measures import shown_changes
from ui.words.compared_points import shown_point_changes
from ui.words.compared_wording import LEGEND, wording_counted
from ui.words.comparison import COMPARE, EARLIER, LATER, in_short, reservations
from ui.words.take_words import take_facts, take_name

if TYPE_CHECKING:
    from simulator.comparison.comparison import Comparison
    from simulator.store.records import AnswerRecord
    from simulator.store.takes import Take

NAMES: Final = (EARLIER, LATER)
COPY: Final = "Copy as text"
_COPIED: Final = "Copied"
_SIDE_PX: Final = 11 * SPACE
_TURNS_BELOW_PX: Final = 520


class CompareScreen(QWidget):
    """Two answers; each is side 0, the earlier one, or side 1.

    Signals:
        take_chosen(int, int): the side, and the answer that the user wants there.
        play_toggled(int): play this side, or pause it.
        play_requested(int, float): play this side from this second on.
        copy_requested(): the comparison as text, for the clipboard.
        back_requested(): back to where one came from.
    """

    take_chosen = Signal(int, int)
    play_toggled = Signal(int)
    play_requested = Signal(int, float)
    copy_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(COMPARE)
        self._back = Button("Back", "Esc", look="link", icon_name="arrow-left")
        self._copy = Button(COPY, look="link", icon_name="copy")
        self._question = Text("", "soft", selectable=True)
        self._heads = tuple(TakeHead(name, str(side + 1)) for side, name in enumerate(NAMES))
        self._in_short = Paragraph("", "strong")
        self._reservations = Paragraph("", "caption")
        self._measures = ComparedMeasuresCard()
        self._points = ComparedPointsCard()
        self._counted = Text("", "caption")
        self._transcripts = tuple(
            ComparedTranscript(f"{name} transcript", marks)
            for name, marks in zip(NAMES, (Said.DROPPED, Said.ADDED), strict=True)
        )
        self._wording = Card("What you said", padding=5 * SPACE)
        self._area = ReadingArea()
        self._comparison: Comparison | None = None
        self._lay_out()
        self._connect()
        self._add_keys()

    def show_takes(self, takes: Sequence[Take], records: tuple[AnswerRecord, AnswerRecord]) -> None:
        """Show which two answers are compared, and which others there are; what comes of it is still to be shown."""
        self._question.setText(records[1].question.text)
        for head, record, other in zip(self._heads, records, records[::-1], strict=True):
            options = tuple((take_name(take), take.answer_id) for take in takes if take.answer_id != other.id)
            head.show_take(options, record.id, take_facts(record), duration_of(record))
        for part in (self._in_short, self._reservations, self._measures, self._points, self._wording):
            part.hide()
        self._copy.setEnabled(False)
        self._comparison = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Show all that is told of the two answers, a part at a time: two of ten minutes would hold up the window."""
        self._comparison = comparison
        wording = comparison.wording
        parts = (
            self._show_in_short,
            self._show_measures,
            self._show_points,
            lambda _: self._transcripts[0].show_stretches(wording.first),
            lambda _: self._transcripts[1].show_stretches(wording.second),
            self._show_whole,
        )
        self._show_parts(comparison, deque(parts))

    def show_top(self) -> None:
        """From the beginning, with the keyboard on the first thing to do."""
        self._area.show_top()
        play = self._heads[0].play
        (play if play.isVisibleTo(self) else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_copied(self) -> None:
        """Say that the text can be pasted now."""
        self._copy.setText(_COPIED)
        self._copy.updateGeometry()

    def set_position(self, side: int, position_s: float) -> None:
        """Follow the playback of one side, in seconds."""
        self._heads[side].set_position(position_s)
        for number, transcript in enumerate(self._transcripts):
            transcript.set_position(position_s if number == side else None)

    def set_playing(self, side: int | None) -> None:
        """Show which side sounds; None for neither."""
        for number, head in enumerate(self._heads):
            head.set_playing(number == side)

    def _show_parts(self, comparison: Comparison, parts: deque[Callable[[Comparison], None]]) -> None:
        """The next part now and the others after it, unless others are compared by then."""
        if parts and comparison is self._comparison:
            parts.popleft()(comparison)
            QTimer.singleShot(0, self, partial(self._show_parts, comparison, parts))

    def _show_in_short(self, comparison: Comparison) -> None:
        for text, words in ((self._in_short, in_short(comparison)), (self._reservations, reservations(comparison))):
            text.setText(words)
            text.setVisible(bool(words))
        self.setAccessibleDescription(self._in_short.text())

    def _show_measures(self, comparison: Comparison) -> None:
        self._measures.show_changes(shown_changes(comparison))

    def _show_points(self, comparison: Comparison) -> None:
        can_play = duration_of(comparison.first) > 0, duration_of(comparison.second) > 0
        self._points.show_points(shown_point_changes(comparison), can_play)

    def _show_whole(self, comparison: Comparison) -> None:
        counted = wording_counted(comparison.wording)
        self._counted.setText(f"{counted} {LEGEND}")
        self._wording.setVisible(bool(counted))
        self._copy.setText(COPY)
        self._copy.setEnabled(True)
        tab_in_reading_order(self)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(_SIDE_PX, 6 * SPACE, _SIDE_PX - GUTTER_PX, 6 * SPACE)
        page.setSpacing(2 * SPACE)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, GUTTER_PX, 0)
        top.addWidget(self._back)
        top.addStretch(1)
        top.addWidget(self._copy)
        page.addLayout(top)
        page.addWidget(Text(COMPARE, "title"))
        page.addSpacing(SPACE)
        page.addWidget(self._area, 1)
        page.addStretch(0)
        self._wording.body.addWidget(self._counted)
        titled = [_titled(name, part) for name, part in zip(NAMES, self._transcripts, strict=True)]
        self._wording.body.addWidget(_side_by_side(titled))
        for part in (
            self._question,
            _side_by_side(self._heads),
            self._in_short,
            self._reservations,
            self._measures,
            self._points,
            self._wording,
        ):
            self._area.body.addWidget(part)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._points.play_requested.connect(self.play_requested)
        for side, (head, transcript) in enumerate(zip(self._heads, self._transcripts, strict=True)):
            head.take_chosen.connect(partial(self.take_chosen.emit, side))
            head.play_toggled.connect(partial(self.play_toggled.emit, side))
            transcript.word_clicked.connect(partial(self.play_requested.emit, side))
            transcript.place_moved.connect(partial(self._on_place_moved, transcript))

    def _add_keys(self) -> None:
        keys = {"Esc": self._back.click, "1": self._heads[0].play.click, "2": self._heads[1].play.click}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _on_place_moved(self, transcript: ComparedTranscript, area: QRect) -> None:
        self._area.reveal(transcript, area)


def _side_by_side(parts: Sequence[QWidget]) -> TurningRow:
    row = TurningRow(_TURNS_BELOW_PX)
    for part in parts:
        row.row.addWidget(part, 1)
    return row


def _titled(name: str, part: QWidget) -> QWidget:
    titled = QWidget()
    column = QVBoxLayout(titled)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    column.addWidget(Text(name, "label"))
    column.addWidget(part)
    column.addStretch(1)
    return titled
