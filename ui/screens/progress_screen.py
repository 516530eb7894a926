"""How one gets on: first what was said, by topic and week, then how, then when one practised. Judges nothing."""

from __future__ import annotations

from collections import deque
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.progress.period import Period, Practice
from simulator.progress.progress import Progress
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.chart_card import ChartCard
from ui.widgets.chips import ChipGroup
from ui.widgets.page import Page, TurningRow
from ui.widgets.progress_sections import ContentSection, DaysSection, GuessSection, ProgressSection, SpokenSection
from ui.widgets.text import Text
from ui.words.progress_sentences import NOTHING_YET, PERIODS, PRACTICES, SUBTITLE, left_out_words

_WIDEST_PX: Final = 1080
_NARROW_PX: Final = 620
_SECTIONS: Final[tuple[type[ProgressSection], ...]] = (ContentSection, SpokenSection, GuessSection, DaysSection)


class ProgressScreen(Page):
    """Everything of one period and one way to practise.

    The parts are made and filled one after another, the loop turning between them: all at once they would hold it up.

    Signals:
        wish_changed(): another period or way to practise is chosen; answer with `show_progress`.
        answer_opened(int): an answer behind a chart is wanted.
        practise_requested(object): tuple of topic ids to be practised.
        rules_requested(): the rules, where history is judged anew.
        filled(): the last part shows what `show_progress` was given last.
    """

    wish_changed = Signal()
    answer_opened = Signal(int)
    practise_requested = Signal(object)
    rules_requested = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Progress", SUBTITLE, parent, widest_px=_WIDEST_PX)
        self._period = ChipGroup("Period", PERIODS)
        self._practice = ChipGroup("Practice", PRACTICES)
        self._period.choose(Period.THREE_MONTHS)
        self._left_out = Text("", "soft")
        self._judge_anew = Button("Re-analyse past answers…", look="link")
        self._empty = Text(NOTHING_YET, "soft")
        self._sections: dict[type[ProgressSection], ProgressSection] = {}
        self._shown: tuple[Progress, JudgingRules] | None = None
        self._left: deque[type[ProgressSection]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._fill_next)
        self._lay_out()
        self._period.chosen.connect(lambda _value: self.wish_changed.emit())
        self._practice.chosen.connect(lambda _value: self.wish_changed.emit())
        self._judge_anew.clicked.connect(self.rules_requested)

    @property
    def period(self) -> Period:
        """How far back one looks."""
        return cast(Period, self._period.value)

    @property
    def practice(self) -> Practice:
        """Whether interviews, drills or both are shown."""
        return cast(Practice, self._practice.value)

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """Every chart with its table that is there by now, from top to bottom."""
        return tuple(card for section in self._sections.values() for card in section.cards)

    def show_progress(self, progress: Progress, rules: JudgingRules = DEFAULT_RULES) -> None:
        """Show this, against the bands of `rules`; the first part at once, then one after the other."""
        self._shown = progress, rules
        said = left_out_words(progress)
        self._left_out.setText(said)
        self._left_out.setVisible(bool(said))
        self._judge_anew.setVisible(bool(progress.left_out))
        self._empty.setVisible(progress.is_empty)
        for section in self._sections.values():
            section.setVisible(not progress.is_empty)
        self._left = deque(() if progress.is_empty else _SECTIONS)
        self._fill_next()

    def _lay_out(self) -> None:
        chips = TurningRow(_NARROW_PX, 4 * SPACE)
        chips.row.addWidget(self._period)
        chips.row.addWidget(self._practice)
        chips.row.addStretch(1)
        self.column.addWidget(chips)
        self.column.addWidget(self._left_out)
        self.column.addWidget(self._judge_anew, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)
        for part in (self._left_out, self._judge_anew, self._empty):
            part.hide()

    def _fill_next(self) -> None:
        if self._shown is None or not self._left:
            self.filled.emit()
            return
        self._section(self._left.popleft()).show_progress(*self._shown)
        self._turn.start()

    def _section(self, kind: type[ProgressSection]) -> ProgressSection:
        if kind not in self._sections:
            section = self._sections[kind] = kind()  # type: ignore[call-arg]  # each knows its own title
            section.answer_opened.connect(self.answer_opened)
            section.practise_requested.connect(self.practise_requested)
            self.column.insertWidget(self.column.count() - 1, section)
        return self._sections[kind]
