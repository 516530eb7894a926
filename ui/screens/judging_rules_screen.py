"""How answers are judged: the word list, the bands and targets, and judging history anew. It decides nothing."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from question_bank.labels import kind_label
from question_bank.models import Kind
from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.rules import BAND_LIMITS, DEFAULT_RULES, TIME_LIMITS_S, JudgingRules
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.page import Page
from ui.widgets.select import Stepper
from ui.widgets.setting_row import SettingRow
from ui.widgets.tenths_stepper import TenthsStepper
from ui.widgets.text import Text
from ui.widgets.word_list import WordList
from ui.words.rejudging import outdated_words, rejudging_words

_WIDEST: Final = 760
_BANDS: Final = (
    ("fluent_per_minute", "Fluent up to", "Filler sounds per minute."),
    ("unremarkable_per_minute", "Normal up to", "Filler sounds per minute; above this you get advice."),
    ("costly_per_minute", "Distracting above", "Filler sounds per minute."),
    ("pace_low_wpm", "Slow below", "Words per minute, pauses included."),
    ("pace_high_wpm", "Fast above", "Words per minute, pauses included."),
    ("long_pause_s", "Long pause: at least", "Silence of at least this length."),
)
_SOURCES: Final = (Measure.FILLER_SOUNDS, Measure.WORDS_PER_MINUTE, Measure.PAUSES, Measure.LENGTH)
_TENTHS: Final = frozenset({"long_pause_s"})


class JudgingRulesScreen(Page):
    """All rules the user may change; a change holds at once for the answers to come.

    Signals:
        rules_changed(object): `JudgingRules` as they are now.
        judging_anew_requested(), cancel_requested(): judge every kept answer by these rules, or stop doing so.
        back_requested(): back to Settings.
    """

    rules_changed = Signal(object)
    judging_anew_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        subtitle = "Changes apply from your next answer on. Re-analyse to update past answers."
        super().__init__("How answers are judged", subtitle, parent, widest_px=_WIDEST)
        self._rules = DEFAULT_RULES
        self._bands: dict[str, Stepper] = {}
        self._times: dict[tuple[Kind, str], Stepper] = {}
        self._back = Button("Settings", look="link", icon_name="arrow-left")
        self._words = WordList()
        self._reset_words = Button("Reset word list", look="quiet")
        self._reset_bands = Button("Reset ranges and targets", look="quiet")
        self._judge = Button("Re-analyse history")
        self._cancel = Button("Cancel", look="quiet")
        self._progress = QProgressBar()
        self._progress_words = Text("", "caption")
        self._outdated = Text("", "body")
        self.column.insertWidget(0, self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_words_card()
        self._add_bands_card()
        self._add_targets_card()
        self._add_history_card()
        self.column.addStretch(1)
        self._connect()
        self.show_rules(self._rules)
        self.show_idle("")

    def show_rules(self, rules: JudgingRules) -> None:
        """Show these rules. Emits nothing."""
        self._rules = rules
        self._words.show_rules(rules)
        for field, stepper in self._bands.items():
            stepper.show_value(round(getattr(rules, field) * (10 if field in _TENTHS else 1)))
        for (kind, end), stepper in self._times.items():
            stepper.show_value(round(getattr(rules.target_times(kind), end)))
        self._reset_words.setEnabled(rules != rules.with_usual_words())
        self._reset_bands.setEnabled(rules != rules.with_usual_bands())

    def show_outdated(self, count: int) -> None:
        """So many answers were judged by other rules than these, or by an earlier analysis."""
        self._outdated.setText(outdated_words(count))

    def show_progress(self, done: int, total: int, left_s: float | None = None) -> None:
        """History is being judged: so many answers of so many, and perhaps how long the rest takes."""
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress_words.setText(rejudging_words(done, total, left_s))
        self._show_running(is_running=True)

    def show_idle(self, words: str) -> None:
        """Nothing is being judged; `words` say how the last time ended."""
        self._progress_words.setText(words)
        self._show_running(is_running=False)

    def band(self, field: str) -> Stepper:
        """The control of one band, by its name in `JudgingRules`."""
        return self._bands[field]

    def target(self, kind: Kind, end: str) -> Stepper:
        """The control of a target; `end` is "target_s" or "max_s"."""
        return self._times[kind, end]

    def _add_words_card(self) -> None:
        card = self._card("Filler words")
        hint = "When on, a word counts as a filler unless it carries meaning. Words you add are always counted."
        card.body.addWidget(Text(hint, "caption"))
        card.body.addWidget(self._words)
        card.body.addWidget(self._reset_words, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_bands_card(self) -> None:
        card = self._card("Ranges")
        for field, label, hint in _BANDS:
            low, high = BAND_LIMITS[field]
            if field in _TENTHS:
                stepper: Stepper = TenthsStepper(label, low, high)
                stepper.setSuffix(" s")
            else:
                stepper = Stepper(label, round(low), round(high), step=5 if field.startswith("pace") else 1)
            self._bands[field] = stepper
            card.body.addWidget(SettingRow(label, hint, stepper))
        for definition in map(DEFINITIONS.__getitem__, _SOURCES):
            formula = f"{definition.name}: {definition.formula}. Default: {definition.band}."
            card.body.addWidget(Text(formula, "caption"))
            card.body.addWidget(Text(f"Source: {definition.source}.", "caption"))

    def _add_targets_card(self) -> None:
        card = self._card("Target times")
        hint = "For questions without a target of their own: green up to the first time, amber up to the second."
        card.body.addWidget(Text(hint, "caption"))
        for kind in Kind:
            label = kind_label(kind)
            label = label[0].upper() + label[1:]
            both = QWidget()
            row = QHBoxLayout(both)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2 * SPACE)
            for end, words in (("target_s", "target"), ("max_s", "limit")):
                stepper = Stepper(f"{label}, {words}", int(TIME_LIMITS_S[0]), int(TIME_LIMITS_S[1]), step=5)
                stepper.setSuffix(" s")
                self._times[kind, end] = stepper
                row.addWidget(stepper)
            card.body.addWidget(SettingRow(label, "Target and limit.", both))
        card.body.addWidget(self._reset_bands, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_history_card(self) -> None:
        card = self._card("History")
        hint = "Re-analyses all saved answers with the rules above. Earlier results are kept, each with its version."
        card.body.addWidget(Text(hint, "caption"))
        card.body.addWidget(self._outdated)
        self._progress.setAccessibleName("Re-analysing history")
        self._progress.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._judge)
        row.addWidget(self._cancel)
        row.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(self._progress)
        words.addWidget(self._progress_words)
        card.body.addLayout(row)
        card.body.addLayout(words)

    def _card(self, title: str) -> Card:
        card = Card(title)
        card.body.setSpacing(3 * SPACE)
        self.column.addWidget(card)
        return card

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._judge.clicked.connect(self.judging_anew_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._words.switched.connect(lambda phrase, is_on: self._change(self._rules.with_switch(phrase, is_on=is_on)))
        self._words.added.connect(lambda text: self._change(self._rules.with_filler(text)))
        self._words.removed.connect(lambda phrase: self._change(self._rules.without_filler(phrase)))
        self._reset_words.clicked.connect(lambda: self._change(self._rules.with_usual_words()))
        self._reset_bands.clicked.connect(lambda: self._change(self._rules.with_usual_bands()))
        for field, stepper in self._bands.items():
            stepper.setKeyboardTracking(False)  # half a number typed would push its neighbours
            stepper.valueChanged.connect(partial(self._on_band_changed, field))
        for kind, end in self._times:
            self._times[kind, end].setKeyboardTracking(False)
            self._times[kind, end].valueChanged.connect(partial(self._on_time_changed, kind, end))

    def _change(self, rules: JudgingRules) -> None:
        has_changed = rules != self._rules
        self.show_rules(rules)
        if has_changed:
            self.rules_changed.emit(rules)

    def _on_band_changed(self, field: str, value: int) -> None:
        self._change(self._rules.with_band(field, value / 10 if field in _TENTHS else value))

    def _on_time_changed(self, kind: Kind, end: str, value: int) -> None:
        times = self._rules.target_times(kind)
        target_s, max_s = (value, times.max_s) if end == "target_s" else (min(times.target_s, value), value)
        self._change(self._rules.with_times(kind, target_s, max_s))

    def _show_running(self, *, is_running: bool) -> None:
        self._judge.setEnabled(not is_running)
        self._cancel.setVisible(is_running)
        self._progress.setVisible(is_running)
