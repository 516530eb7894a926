"""A measure of two answers side by side, in words: the numbers of their feedback, and whether it got better. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.report import AnswerReport, FillerKind
from simulator.comparison.comparison import Comparison
from simulator.comparison.measure_changes import Change, MeasureChange, number_of
from simulator.store.records import AnswerRecord
from ui.words.key_point_verdicts import Shade
from ui.words.shown_measures import UNKNOWN, explanation_of, five_measures
from ui.words.times import counted, rate_words

_FIVE: Final = (
    Measure.LENGTH,
    Measure.FILLER_SOUNDS,
    Measure.WORDS_PER_MINUTE,
    Measure.TIME_TO_POINT,
    Measure.KEY_POINTS,
)
"""Those of the feedback, in its order."""
_NOTED: Final = frozenset({Measure.LENGTH, Measure.FILLER_SOUNDS, Measure.WORDS_PER_MINUTE})
"""What the feedback notes of the others stands elsewhere in the comparison."""
_TOO_LITTLE: Final = "not enough speech"

_CHANGES: Final[Mapping[Change, tuple[str, Shade]]] = {
    Change.BETTER: ("better", "green"),
    Change.WORSE: ("worse", "red"),
    Change.SAME: ("same", ""),
    Change.BOTH_IN_RANGE: ("both in range", ""),
    Change.NO_RANGE: ("no set range", ""),
    Change.TOO_SHORT: ("too short to judge", ""),
    Change.NOT_MEASURED: ("cannot be compared", ""),
}


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A measure of one answer: "3", "4.1 a minute", and a note below it, which says why if nothing was measured."""

    value: str
    unit: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """Value and unit, and the reason of a dash."""
        return f"not measured ({self.note})" if self.value == UNKNOWN else self.number

    @property
    def number(self) -> str:
        """ "4 of 6", "3, 4.1 a minute"."""
        between = ", " if self.unit[:1].isdigit() else " "
        return f"{self.value}{between}{self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One row: `arrow` says where the number went, `change` how that is to be taken, and `shade` colours both."""

    name: str
    first: ShownNumber
    second: ShownNumber
    arrow: str
    change: str
    shade: Shade
    explanation: str

    @property
    def spoken(self) -> str:
        """All of it as a screen reader says it."""
        return f"{self.name}: {self.first.words}, then {self.second.words}: {self.change}"

    @property
    def moved(self) -> str:
        """Arrow and change."""
        return f"{self.arrow} {self.change}".lstrip()


def shown_changes(comparison: Comparison) -> tuple[ShownChange, ...]:
    """Every measure that at least one of the two answers has."""
    first, second = _Numbers(comparison.first), _Numbers(comparison.second)
    return tuple(_shown(one, first, second) for one in comparison.measures)


def titles_of(comparison: Comparison, change: Change) -> tuple[str, ...]:
    """What went that way: ("length", "filler sounds")."""
    return tuple(DEFINITIONS[one.measure].title.lower() for one in comparison.measures if one.change is change)


def _shown(one: MeasureChange, first: _Numbers, second: _Numbers) -> ShownChange:
    change, shade = _CHANGES[one.change]
    return ShownChange(
        name=_NAMES.get(one.measure, DEFINITIONS[one.measure].title),
        first=first.of(one.measure),
        second=second.of(one.measure),
        arrow=_arrow(one),
        change=change,
        shade=shade,
        explanation=explanation_of(one.measure, rules=second.report.rules_in_use) if second.report else "",
    )


def _arrow(one: MeasureChange) -> str:
    if one.first is None or one.second is None:
        return ""
    if one.first == one.second:
        return "="
    return "↑" if one.second > one.first else "↓"


class _Numbers:
    """The measures of one answer, as its feedback writes them."""

    def __init__(self, record: AnswerRecord) -> None:
        self.report = record.report
        self._five = dict(zip(_FIVE, five_measures(record), strict=False))

    def of(self, measure: Measure) -> ShownNumber:
        """This measure; a dash with the reason where it was not measured."""
        number = number_of(measure, self.report) if self.report else None
        if self.report is None or number is None:
            return ShownNumber(UNKNOWN, note=self._why_not(measure))
        shown = self._five.get(measure)
        if shown is not None:
            return ShownNumber(shown.value, shown.unit, shown.note if measure in _NOTED else "")
        return _WRITTEN[measure](self.report, number)

    def _why_not(self, measure: Measure) -> str:
        if self.report is None or not self.report.enough_speech:
            return (measure.why_not(self.report) if self.report else "") or _TOO_LITTLE
        return measure.why_not(self.report) or _PLAIN


def _fillers(kind: FillerKind) -> Callable[[AnswerReport, float], ShownNumber]:
    def written(report: AnswerReport, rate: float) -> ShownNumber:
        count = sum(one.kind == kind for one in report.fillers)
        return ShownNumber(str(count), rate_words(rate)) if count else _NONE

    return written


def _count(_report: AnswerReport, number: float) -> ShownNumber:
    return ShownNumber(f"{number:.0f}") if number else _NONE


def _rambling(_report: AnswerReport, number: float) -> ShownNumber:
    return ShownNumber("flagged", "", counted(int(number), "reason")) if number else ShownNumber("no flag")


def _key_points(report: AnswerReport, number: float) -> ShownNumber:
    """Of an answer too short for the five of the feedback."""
    return ShownNumber(f"{number:.0f}", f"of {len(report.key_points or ())}")


def _share(_report: AnswerReport, number: float) -> ShownNumber:
    return ShownNumber(f"{number:.0%}", "speaking")


_PLAIN: Final = "not measured"
_NONE: Final = ShownNumber("none")
_NAMES: Final = {
    Measure.FILLER_SOUNDS: f"{DEFINITIONS[Measure.FILLER_SOUNDS].title}, at least",
    Measure.TIME_TO_POINT: f"{DEFINITIONS[Measure.TIME_TO_POINT].title} after",
    Measure.PAUSES: "Pauses",
}
"""What a measure is called where its number stands beside it."""
_WRITTEN: Final[Mapping[Measure, Callable[[AnswerReport, float], ShownNumber]]] = {
    Measure.FILLER_WORDS: _fillers("word"),
    Measure.REPEATS: _fillers("repeat"),
    Measure.PAUSES: _count,
    Measure.RED_FLAGS: _count,
    Measure.RAMBLING: _rambling,
    Measure.THINK_ALOUD: _share,
    Measure.KEY_POINTS: _key_points,
}
"""What the five of the feedback do not show."""
