"""Two answers to one question held against each other, as sentences and as text to copy. No Qt; compares nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.comparison.comparison import Comparison, Unlike
from simulator.comparison.measure_changes import Change
from simulator.comparison.wording import Said, Stretch
from ui.words.compared_measures import shown_changes, titles_of
from ui.words.compared_points import ShownPlace, points_summed, shown_point_changes
from ui.words.compared_wording import wording_counted
from ui.words.take_words import take_at, take_facts
from ui.words.times import clock

COMPARE: Final = "Compare"
EARLIER: Final = "Earlier"
LATER: Final = "Later"
WITH_PREVIOUS: Final = "Compare with your previous try"
NOTHING_TO_COMPARE: Final = "There is no other answer to this question to compare with."
_NOT_JUDGED: Final = "One of the answers has not been judged yet, so only the words can be compared."
_MEASURED_ALIKE: Final = "Every measure with a set range is as good as before."
_WIDTH: Final = 88
_SIGNS: Final = {Said.DROPPED: ("[-", "-]"), Said.ADDED: ("{+", "+}")}
_SIGNS_EXPLAINED: Final = "[-dropped-] {+new+}"

_UNLIKE: Final = {
    Unlike.QUESTION: "The question’s key points changed between these answers.",
    Unlike.RULES: "The answers were judged by different rules. Re-analyse past answers in Settings to compare like with"
    " like.",
    Unlike.ANALYSIS: "The answers were judged by different versions of the analysis.",
    Unlike.SPEECH_MODEL: "The answers were transcribed by different speech models; fillers and pauses may differ for"
    " that reason alone.",
    Unlike.POINTS: "For one of the answers, key points were matched by words alone, not by meaning.",
}


def in_short(comparison: Comparison) -> str:
    """The whole comparison in two sentences: key points first, then what got better and what worse."""
    if not comparison.is_judged:
        return _NOT_JUDGED
    points = points_summed(comparison)
    better, worse = (titles_of(comparison, change) for change in (Change.BETTER, Change.WORSE))
    sentences = (
        f"Key points: {points}." if points else "",
        f"Better: {', '.join(better)}." if better else "",
        f"Worse: {', '.join(worse)}." if worse else "",
        "" if better or worse or not comparison.measures else _MEASURED_ALIKE,
    )
    return " ".join(sentence for sentence in sentences if sentence)


def reservations(comparison: Comparison) -> str:
    """Why a difference need not be the speaker's; empty if the two were judged alike."""
    return " ".join(_UNLIKE[one] for one in comparison.unlike)


def comparison_text(comparison: Comparison) -> str:
    """The comparison as plain text, to be copied or printed: lines of at most `_WIDTH` letters but for the table."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    yield from textwrap.wrap(second.question.text, _WIDTH)
    for name, record in ((EARLIER, first), (LATER, second)):
        yield f"{name + ':':<9}{take_at(record.started_at, record.attempt)} · {take_facts(record)}"
    yield ""
    for sentence in filter(None, (in_short(comparison), reservations(comparison))):
        yield from textwrap.wrap(sentence, _WIDTH)
    yield from _measure_lines(comparison)
    yield from _point_lines(comparison)
    yield from _wording_lines(comparison)


def _measure_lines(comparison: Comparison) -> Iterator[str]:
    rows = [(row.name, row.first.number, row.second.number, row.moved) for row in shown_changes(comparison)]
    if rows:
        yield ""
        yield from _table([("", EARLIER, LATER, ""), *rows])


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip()


def _point_lines(comparison: Comparison) -> Iterator[str]:
    points = shown_point_changes(comparison)
    if points:
        yield ""
        yield f"Key points: {points_summed(comparison)}"
    for point in points:
        signs = f"  {_sign(point.first)} → {_sign(point.second)}  "
        yield from textwrap.wrap(
            f"{point.text} ({point.change})", _WIDTH, initial_indent=signs, subsequent_indent=" " * len(signs)
        )


def _sign(place: ShownPlace) -> str:
    return f"{place.mark} {clock(place.at_s) if place.at_s is not None else '':<5}"


def _wording_lines(comparison: Comparison) -> Iterator[str]:
    wording = comparison.wording
    if not (wording.first or wording.second):
        return
    yield ""
    yield f"{wording_counted(wording)} {_SIGNS_EXPLAINED}"
    for name, stretches in ((EARLIER, wording.first), (LATER, wording.second)):
        yield ""
        yield f"{name}:"
        yield from textwrap.wrap(" ".join(_marked(stretch) for stretch in stretches), _WIDTH)


def _marked(stretch: Stretch) -> str:
    before, after = _SIGNS.get(stretch.said, ("", ""))
    return f"{before}{stretch.text}{after}"
