"""Turns the curves of progress into what is shown of them: names, units, bands, one honest sentence, a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.analysis.measures import Definition, Measure, definition_of
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from ui.words.shown_table import ShownTable, TableRow
from ui.words.stretches import each_word
from ui.words.times import clock, counted, short_day, short_seconds

if TYPE_CHECKING:
    from simulator.progress.curves import Curve, CurvePoint
    from simulator.progress.progress import Progress

FEWEST_POINTS: Final = 2


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One point as it is drawn and said; `answer` is the answer that it opens.

    `usual` is the user's own median at that time, `guess` what they had expected; None if there is none.
    """

    value: float
    words: str
    answer: int
    usual: float | None = None
    guess: float | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure over time, oldest first. `latest` is the last value as it reads; `first_day` and `last_day` stand
    below the curve.

    `band` is the published band, in the measure's own unit, or None. `highest` is the top of the scale, None to fit it;
    `scale` writes a value of it. `note` says why there is no curve, "" if there is one.
    """

    name: str
    unit: str
    points: tuple[TrendPoint, ...]
    latest: str
    summary: str
    table: ShownTable
    scale: Callable[[float], str]
    first_day: str = ""
    last_day: str = ""
    band: tuple[float, float] | None = None
    highest: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one measure is called and written; `heading` stands above its column in the table."""

    name: str
    unit: str
    heading: str
    words: Callable[[float], str]
    band: tuple[float, float] | None = None
    highest: float | None = None
    is_guessed: bool = False

    def full(self, value: float) -> str:
        """The value with its unit."""
        return f"{self.words(value)} {self.unit}".rstrip()


def spoken_trends(progress: Progress, rules: JudgingRules = DEFAULT_RULES) -> tuple[Trend, ...]:
    """Within target, pace, fillers (sounds and words apart), time to the point, with the bands of `rules`."""
    sounds, words, pace, point = (
        definition_of(measure, rules)
        for measure in (
            Measure.FILLER_SOUNDS, Measure.FILLER_WORDS, Measure.WORDS_PER_MINUTE, Measure.TIME_TO_POINT,
        )
    )  # fmt: skip
    return (
        _trend(_Wording("Within target", "of answers", "Share", _percent, highest=1.0), progress.within_target),
        _trend(_rate(pace, "words per minute", _whole), progress.pace),
        _trend(_rate(sounds, "a minute", _tenths), progress.filler_sounds),
        _trend(_rate(words, "a minute", _tenths), progress.filler_words),
        _trend(_Wording(point.name, "", "Time", short_seconds, point.good_range), progress.time_to_point),
    )


def guess_trends(progress: Progress) -> tuple[Trend, ...]:
    """What was guessed first, beside what it was: length and filler sounds."""
    return (
        _trend(
            _Wording("Length, guessed and measured", "", "Measured", clock, is_guessed=True), progress.guessed_lengths
        ),
        _trend(
            _Wording("Filler sounds, guessed and measured", "", "Measured", _whole, is_guessed=True),
            progress.guessed_fillers,
        ),
    )


def _rate(definition: Definition, unit: str, words: Callable[[float], str]) -> _Wording:
    return _Wording(definition.title, unit, "A minute", words, definition.good_range)


def _trend(wording: _Wording, curve: Curve) -> Trend:
    points = curve.points
    shown = tuple(
        TrendPoint(point.value, _said(wording, curve, point), point.answer, point.usual, point.guess)
        for point in points
    )
    return Trend(
        name=wording.name,
        unit=wording.unit,
        points=shown,
        latest=wording.words(points[-1].value) if points else "–",
        summary=_summary(wording, curve),
        table=_table(wording, curve),
        scale=wording.words,
        first_day=_day(points[0]) if points else "",
        last_day=_day(points[-1]) if points else "",
        band=wording.band,
        highest=wording.highest,
        note=_note(curve),
    )


def _summary(wording: _Wording, curve: Curve) -> str:
    """What the curve is held against, in numbers; no praise."""
    if not curve.points:
        return ""
    if wording.is_guessed:
        guess = curve.points[-1].guess
        return f"you guessed {wording.words(guess)}" if guess is not None else ""
    parts = [] if curve.usual is None else [f"your median of the last 10: {wording.words(curve.usual)}"]
    if wording.band is not None:
        parts.append(_band_words(wording, wording.band))
    return re.sub(r"(?<=\d) s\b", "\N{NO-BREAK SPACE}s", " · ".join(parts))  # a number and its unit stay on one line


def _band_words(wording: _Wording, band: tuple[float, float]) -> str:
    low, high = band
    return f"good: up to {wording.words(high)}" if low <= 0 else f"good: {low:g} to {high:g}"


def _note(curve: Curve) -> str:
    """Why there is no curve."""
    count = len(curve.points)
    if count >= FEWEST_POINTS:
        return ""
    unit = "interview" if curve.is_of_interviews else "answer"
    return f"Only {counted(count, unit)} so far. A chart needs two." if count else "Not measured in this period."


def _said(wording: _Wording, curve: Curve, point: CurvePoint) -> str:
    """The point in one line: "19 Nov: 4.1 a minute, the middle of 7 answers that week"."""
    said = f"{_day(point)}: {wording.full(point.value)}"
    if point.kept is not None:
        said = f"{_day(point)}: {point.kept} of {counted(point.of, 'answer')} within target"
        return f"{said} that {each_word(curve.each)}" if curve.each else said
    if point.guess is not None:
        said = f"{said}, guessed {wording.words(point.guess)}"
    return f"{said}, the middle of {counted(point.of, 'answer')} that {each_word(curve.each)}" if curve.each else said


def _table(wording: _Wording, curve: Curve) -> ShownTable:
    """Newest on top."""
    of = "Interview" if curve.is_of_interviews else "Answer"
    first = each_word(curve.each).capitalize() if curve.each else of
    headings = [first, wording.heading, "Guessed" if wording.is_guessed else "Median"]
    headings += ["Answers"] if curve.each or curve.is_of_interviews else []
    rows = (TableRow(tuple(_cells(wording, curve, point)), point.answer) for point in reversed(curve.points))
    return ShownTable(tuple(headings), tuple(rows))


def _cells(wording: _Wording, curve: Curve, point: CurvePoint) -> list[str]:
    beside = point.guess if wording.is_guessed else point.usual
    cells = [_day(point), wording.words(point.value), "–" if beside is None else wording.words(beside)]
    if curve.is_of_interviews:
        cells.append(f"{point.kept} of {point.of}")
    elif curve.each:
        cells.append(str(point.of))
    return cells


def _day(point: CurvePoint) -> str:
    day = point.at.astimezone().date()
    return f"{short_day(day)} {day.year}"


def _percent(value: float) -> str:
    return f"{value:.0%}"


def _whole(value: float) -> str:
    return f"{value:.0f}"


def _tenths(value: float) -> str:
    return f"{value:.1f}"
