"""The parts of Progress: what one says, how one says it, what one guessed, when one practised. Each shows its share."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.analysis.rules import JudgingRules
from simulator.progress.progress import Progress
from ui.widgets.button import Button
from ui.widgets.chart_card import ChartCard, TrendCard, WideCard
from ui.widgets.heat_map import HeatMap
from ui.widgets.practice_calendar import PracticeCalendarView
from ui.widgets.section import Section
from ui.widgets.weak_topics_card import WeakTopicsCard
from ui.words.progress_sentences import CURVES_SENTENCE, GUESS_SENTENCE, calendar_table, calendar_words
from ui.words.topic_progress import MAP_SENTENCE, NO_POINTS, topics_table
from ui.words.trends import guess_trends, spoken_trends

_FEW_TOPICS: Final = 10
_NARROW_PX: Final = 660  # curves are narrow cards: two of them fit side by side in the smallest window


class ProgressSection(Section):
    """One part with its charts.

    Signals:
        answer_opened(int): an answer behind a chart is wanted.
        practise_requested(object): tuple of topic ids to be practised.
    """

    answer_opened = Signal(int)
    practise_requested = Signal(object)
    cards: tuple[ChartCard, ...] = ()

    def show_progress(self, progress: Progress, rules: JudgingRules) -> None:
        """Show this part of it, against the bands of `rules`."""
        raise NotImplementedError

    def _pass_on(self) -> None:
        for card in self.cards:
            card.answer_opened.connect(self.answer_opened)


class ContentSection(ProgressSection):
    """Topics that need work, and key points by topic and week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._weak = WeakTopicsCard()
        self._map = HeatMap()
        self._map_card = WideCard("Key points by topic", self._map, MAP_SENTENCE)
        self._all_topics = Button("", look="link")
        self._progress: Progress | None = None
        sentence = "Key points for the questions you were asked."
        super().__init__("What you say", sentence, [self._weak, self._map_card], parent=parent)
        self._all_topics.setCheckable(True)
        self._map_card.add_below(self._all_topics)
        self._all_topics.toggled.connect(self._show_map)
        self._weak.practise_requested.connect(self.practise_requested)
        self.cards = (self._map_card,)
        self._pass_on()

    def show_progress(self, progress: Progress, rules: JudgingRules) -> None:
        del rules  # made is made
        self._progress = progress
        self._weak.show_topics(progress.topics, progress.weak)
        self._all_topics.setChecked(False)
        self._map_card.show_numbers(
            topics_table(progress.topics, progress.stretches), "" if progress.topics else NO_POINTS
        )
        self._show_map()

    def _show_map(self) -> None:
        """The weakest topics, or all of them."""
        if self._progress is None:
            return
        rows = self._progress.topics
        is_long = len(rows) > _FEW_TOPICS
        is_whole = self._all_topics.isChecked() or not is_long
        self._map.show_rows(rows if is_whole else rows[:_FEW_TOPICS], self._progress.stretches)
        self._all_topics.setVisible(is_long)
        self._all_topics.setText("Show fewer topics" if is_whole else f"Show all {len(rows)} topics")
        self._all_topics.updateGeometry()


class SpokenSection(ProgressSection):
    """A curve for each measure of how one speaks."""

    _NAMES: ClassVar = ("Within target", "Pace", "Filler sounds", "Filler words", "Time to the point")

    def __init__(self, parent: QWidget | None = None) -> None:
        self._trends = tuple(TrendCard(name) for name in self._NAMES)
        left, right = self._trends[::2], self._trends[1::2]
        super().__init__("How you say it", CURVES_SENTENCE, left, right, parent=parent, narrow_px=_NARROW_PX)
        self.cards = self._trends
        self._pass_on()

    def show_progress(self, progress: Progress, rules: JudgingRules) -> None:
        for card, trend in zip(self._trends, spoken_trends(progress, rules), strict=True):
            card.show_trend(trend)


class GuessSection(ProgressSection):
    """What was guessed first, beside what it was."""

    _NAMES: ClassVar = ("Length, guessed and measured", "Filler sounds, guessed and measured")

    def __init__(self, parent: QWidget | None = None) -> None:
        self._trends = tuple(TrendCard(name) for name in self._NAMES)
        left, right = self._trends[:1], self._trends[1:]
        super().__init__("What you guessed", GUESS_SENTENCE, left, right, parent=parent, narrow_px=_NARROW_PX)
        self.cards = self._trends
        self._pass_on()

    def show_progress(self, progress: Progress, rules: JudgingRules) -> None:
        del rules  # a guess has no band
        for card, trend in zip(self._trends, guess_trends(progress), strict=True):
            card.show_trend(trend)


class DaysSection(ProgressSection):
    """The days one practised on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._days = PracticeCalendarView()
        self._card = WideCard("Days practised", self._days, "")
        sentence = "Both interviews and drills, regardless of what is chosen above."
        super().__init__("When you practised", sentence, [self._card], parent=parent)
        self.cards = (self._card,)
        self._pass_on()

    def show_progress(self, progress: Progress, rules: JudgingRules) -> None:
        del rules
        self._days.show_calendar(progress.calendar)
        self._card.say(calendar_words(progress.calendar))
        self._card.show_numbers(calendar_table(progress.calendar), "")
