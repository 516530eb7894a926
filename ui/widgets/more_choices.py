"""The choices of an interview that may be left as they are, in a fold. What they lead to is the plan's."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.plan import Level
from simulator.settings import LIMITS, Settings
from ui.theme import SPACE
from ui.widgets.chips import ChipGroup
from ui.widgets.field import Field
from ui.widgets.fold import Fold
from ui.widgets.page import TurningRow
from ui.widgets.select import Select, Stepper

Topics = tuple[str, ...]

ALL_TOPICS: Final[tuple[str, Topics]] = ("All topics", ())

_LEVELS: Final = (
    ("Any", Level.ANY),
    ("1", Level.ONE),
    ("2", Level.TWO),
    ("3", Level.THREE),
    ("4", Level.FOUR),
    ("5", Level.FIVE),
    ("Climb", Level.CLIMB),
)
_LEVEL_WORDS: Final = {Level.ANY: "Any level", Level.CLIMB: "From easy to hard"}
_LEVEL_HINTS: Final = {
    Level.ANY: "As the questions come, the easier ones first.",
    Level.CLIMB: "From the easiest to the hardest.",
}
_MODES: Final = (("Practice", False), ("Strict", True))
_MODE_WORDS: Final = {False: "feedback after each answer", True: "feedback at the end"}
_MODE_HINTS: Final = {
    False: "Feedback after each answer, and another try if you want one.",
    True: "No feedback until the end, hard limits, no second try.",
}
_LENGTHS: Final = (("Questions", False), ("Minutes", True))
_NARROW_PX: Final = 440


class MoreChoices(Fold):
    """Level, topics, mode, how the length is counted, and the speed of the voice.

    Signals:
        changed(): something that the plan depends on was chosen.
        speed_chosen(int): in words a minute.
    """

    changed = Signal()
    speed_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("More choices", "Fewer choices", parent)
        self._level = ChipGroup("Difficulty", _LEVELS)
        self._level_field = Field("Difficulty", self._level)
        self._topics = Select("Topics")
        self._topics.show_options((ALL_TOPICS,), ())
        self._mode = ChipGroup("Mode", _MODES)
        self._mode_field = Field("Mode", self._mode)
        self._length = ChipGroup("Length in", _LENGTHS)
        low, high = (int(limit) for limit in LIMITS["voice_wpm"])
        self._speed = Stepper("Speaking speed", low, high, step=5)
        self._lay_out()
        for choice in (self._level.chosen, self._mode.chosen, self._length.chosen, self._topics.activated):
            choice.connect(self._on_chosen)
        self._speed.valueChanged.connect(self.speed_chosen)
        self._show_words()

    @property
    def level(self) -> Level:
        return cast(Level, self._level.value)

    @property
    def topics(self) -> Topics:
        """The only topics allowed; none means all."""
        return cast(Topics, self._topics.currentData() or ())

    @property
    def is_strict(self) -> bool:
        return bool(self._mode.value)

    @property
    def is_timed(self) -> bool:
        """Whether the length is chosen in minutes."""
        return bool(self._length.value)

    def show_settings(self, settings: Settings) -> None:
        """Show the choices of last time. Emits nothing."""
        self._level.choose(settings.level)
        self._mode.choose(settings.strict)
        self._length.choose(settings.is_timed)
        self._speed.show_value(settings.voice_wpm)
        self._show_words()

    def show_topics(self, options: tuple[tuple[str, Topics], ...]) -> None:
        """Offer these topics, or groups of them, beside all; what is chosen stays if it is among them."""
        self._topics.show_options((ALL_TOPICS, *options), self.topics)
        self._show_words()

    def _lay_out(self) -> None:
        speed = Field("Speaking speed", self._speed)
        speed.show_words("words a minute")
        self.body.addWidget(self._level_field)
        for pair in ((Field("Topics", self._topics), self._mode_field), (Field("Length in", self._length), speed)):
            row = TurningRow(_NARROW_PX, 4 * SPACE)
            for field in pair:
                row.row.addWidget(field, 1)
            self.body.addWidget(row)

    def _show_words(self) -> None:
        level = _LEVEL_WORDS.get(self.level, f"Level {self.level}")
        topics = self._topics.currentText() if self.topics else ALL_TOPICS[0].lower()
        self.show_summary(f"{level} · {topics} · {_MODE_WORDS[self.is_strict]}")
        self._level_field.show_words(_LEVEL_HINTS.get(self.level, "The nearest levels where there are too few."))
        self._mode_field.show_words(_MODE_HINTS[self.is_strict])

    def _on_chosen(self, _value: object) -> None:
        self._show_words()
        self.changed.emit()
