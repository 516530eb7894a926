"""The choices of an interview that may be left as they are, in a fold. `simulator.interview.plan` heeds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.interview.plan import Level
from simulator.settings import LIMITS, Settings
from ui.theme import SPACE
from ui.widgets.chips import ChipGroup
from ui.widgets.field import Field
from ui.widgets.fold import Fold
from ui.widgets.page import TurningRow
from ui.widgets.select import Select, Stepper

Topics = tuple[str, ...]
TopicOptions = tuple[tuple[str, Topics], ...]

_ALL_TOPICS: Final = ("All topics", ())
_LEVELS: Final = (
    ("Any", Level.ANY),
    ("1", Level.ONE),
    ("2", Level.TWO),
    ("3", Level.THREE),
    ("4", Level.FOUR),
    ("5", Level.FIVE),
    ("Rising", Level.CLIMB),
)
_LEVEL_WORDS: Final = {Level.ANY: "Any level", Level.CLIMB: "From easy to hard"}
_LEVEL_HINTS: Final = {
    Level.ANY: "Mixed difficulty, easiest first.",
    Level.CLIMB: "From easiest to hardest.",
}
_MODES: Final = (("Practice", False), ("Strict", True))
_MODE_WORDS: Final = {False: "feedback after each answer", True: "feedback at the end"}
_MODE_HINTS: Final = {
    False: "Feedback after each answer, and another try if you want one.",
    True: "No feedback until the end, strict time limits, no second try.",
}
_LENGTHS: Final = (("Questions", False), ("Minutes", True))
_NARROW_PX: Final = 440


@dataclass(frozen=True, slots=True)
class MoreChosen:
    """What is chosen in the fold. `topics` are the only ones allowed, none means all; `is_timed`: in minutes."""

    level: Level = Level.ANY
    topics: Topics = ()
    is_strict: bool = False
    is_timed: bool = False
    voice_wpm: int = 165


class MoreChoices(Fold):
    """Level, topics, mode, how the length is counted, and the speed of the voice; made once they are asked for.

    Signals:
        changed(): something that the plan depends on was chosen.
        speed_chosen(int): in words per minute.
    """

    changed = Signal()
    speed_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("More choices", "Fewer choices", self._made_controls, parent)
        self._chosen = MoreChosen()
        self._options: TopicOptions = (_ALL_TOPICS,)
        self._wanted_topics: Topics = ()
        self._controls: _Controls | None = None
        self._show()

    @property
    def chosen(self) -> MoreChosen:
        """What is chosen now."""
        return self._chosen

    def show_settings(self, settings: Settings) -> None:
        """Show the choices of last time. Emits nothing."""
        self._wanted_topics = settings.topics
        self._chosen = replace(
            self._chosen,
            level=settings.level,
            topics=self._offered(settings.topics),
            is_strict=settings.strict,
            is_timed=settings.is_timed,
            voice_wpm=settings.voice_wpm,
        )
        self._show()

    def show_topics(self, options: TopicOptions) -> None:
        """Offer these topics, or groups of them, beside all; those of last time are chosen once they are among them."""
        self._options = (_ALL_TOPICS, *options)
        self._chosen = replace(self._chosen, topics=self._offered(self._wanted_topics))
        self._show()

    def _offered(self, topics: Topics) -> Topics:
        """The topics if there are such questions, else all: the user's own packs are read after the start."""
        return topics if topics in dict(self._options).values() else ()

    def _made_controls(self) -> QWidget:
        self._controls = _Controls()
        self._controls.chosen.connect(self._on_chosen)
        self._controls.speed_chosen.connect(self.speed_chosen)
        self._show()
        return self._controls

    def _show(self) -> None:
        chosen = self._chosen
        level = _LEVEL_WORDS.get(chosen.level, f"Level {chosen.level}")
        topics = next((label for label, topics in self._options[1:] if topics == chosen.topics), "all topics")
        self.show_summary(f"{level} · {topics} · {_MODE_WORDS[chosen.is_strict]}")
        if self._controls is not None:
            self._controls.show_chosen(chosen, self._options)

    def _on_chosen(self, chosen: MoreChosen) -> None:
        self._chosen = chosen
        self._wanted_topics = chosen.topics
        self._show()
        self.changed.emit()


class _Controls(QWidget):
    """The controls in the fold.

    Signals:
        chosen(MoreChosen): something that the plan depends on.
        speed_chosen(int): in words per minute.
    """

    chosen = Signal(object)
    speed_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._level = ChipGroup("Difficulty", _LEVELS)
        self._level_field = Field("Difficulty", self._level)
        self._topics = Select("Topics")
        self._mode = ChipGroup("Mode", _MODES)
        self._mode_field = Field("Mode", self._mode)
        self._length = ChipGroup("Length in", _LENGTHS)
        low, high = (int(limit) for limit in LIMITS["voice_wpm"])
        self._speed = Stepper("Speaking speed", low, high, step=5)
        self._lay_out()
        for signal in (self._level.chosen, self._mode.chosen, self._length.chosen, self._topics.activated):
            signal.connect(self._on_chosen)
        self._speed.valueChanged.connect(self.speed_chosen)

    def show_chosen(self, chosen: MoreChosen, options: TopicOptions) -> None:
        """Show these choices, and the topics there are to choose from. Emits nothing."""
        self._level.choose(chosen.level)
        self._topics.show_options(options, chosen.topics)
        self._mode.choose(chosen.is_strict)
        self._length.choose(chosen.is_timed)
        self._speed.show_value(chosen.voice_wpm)
        self._level_field.show_words(_LEVEL_HINTS.get(chosen.level, "Nearby levels are added if questions run short."))
        self._mode_field.show_words(_MODE_HINTS[chosen.is_strict])

    def _lay_out(self) -> None:
        speed = Field("Speaking speed", self._speed)
        speed.show_words("words per minute")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5 * SPACE)
        column.addWidget(self._level_field)
        for pair in ((Field("Topics", self._topics), self._mode_field), (Field("Length in", self._length), speed)):
            row = TurningRow(_NARROW_PX, 4 * SPACE)
            for field in pair:
                row.row.addWidget(field, 1)
            column.addWidget(row)

    def _on_chosen(self, _value: object) -> None:
        self.chosen.emit(
            MoreChosen(
                level=cast(Level, self._level.value),
                topics=cast(Topics, self._topics.currentData()),
                is_strict=bool(self._mode.value),
                is_timed=bool(self._length.value),
                voice_wpm=self._speed.value(),
            )
        )
