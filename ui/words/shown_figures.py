"""Turns a report into what is shown: value, unit, words beside it, formula and source. Measures nothing, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from question_bank.models import Question
from simulator.analysis import bands
from simulator.analysis.figures import figure_of
from simulator.analysis.report import AnswerReport, FillerKind, ThinkAloud, Usual
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.store.records import AnswerRecord
from ui.words.times import clock, counted, short_seconds

Shade = Literal["", "green", "amber", "red"]

UNKNOWN: Final = "–"
_NAMED_POINTS: Final = 2
_FILLER_SHADES: Final[dict[str, Shade]] = {
    "fluent": "green",
    "unremarkable": "green",
    "noticeable": "amber",
    "costs ratings": "red",
}


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One figure as people read it. `shade` colours the note; `explanation` is formula, band and source."""

    name: str
    value: str
    unit: str = ""
    note: str = ""
    shade: Shade = ""
    explanation: str = ""


def five_figures(record: AnswerRecord, usual: Usual | None = None) -> tuple[ShownFigure, ...]:
    """The five figures of an answer; what was not measured says why. Empty without enough speech."""
    report = record.report
    usual = usual if usual is not None and usual.is_habit else None
    if report is None or not report.enough_speech:
        return ()
    return (
        _length(report, record.question, usual),
        _filler_sounds(report, usual),
        _pace(report, usual),
        _to_the_point(report, usual),
        _key_points(report),
    )


def also_measured(report: AnswerReport) -> tuple[str, ...]:
    """The rest in short phrases: filler words, repeats, pauses, pace of speech alone, thinking aloud, tone, I, we."""
    if not report.enough_speech:
        return ()
    return tuple(_also(report))


def explanation_of(figure: str, before: str = "", rules: JudgingRules | None = None) -> str:
    """Formula, band and source of a figure of `bands.FIGURES`, by the rules it was judged by, as sentences."""
    known = figure_of(figure, rules or DEFAULT_RULES)
    sentences = (before, f"Measured: {known.formula}.", f"Band: {known.band}.", f"Source: {known.source}.")
    return "\n".join(sentence for sentence in sentences if sentence)


def _length(report: AnswerReport, question: Question, usual: Usual | None) -> ShownFigure:
    explanation = explanation_of(
        "length", _usual_words(usual.length_s if usual else None, short_seconds), report.rules_used
    )
    if report.length is None or report.duration_s is None:
        return _unknown("Length", report, "length", explanation)
    length, target = report.length, clock(report.length.target_s)
    if length.over_s >= 1:
        note = f"{short_seconds(round(length.over_s))} over {target}"
    elif report.duration_s < _rules_of(report).times_of(question).min_s:
        return ShownFigure("Length", clock(report.duration_s), "", f"target {target}", "", explanation)
    else:
        note = f"within {target}"
    return ShownFigure("Length", clock(report.duration_s), "", note, length.light, explanation)


def _filler_sounds(report: AnswerReport, usual: Usual | None) -> ShownFigure:
    name = "Filler sounds, at least"
    rules = _rules_of(report)
    explanation = explanation_of("filler_sounds_per_minute", rules=rules)
    rate = report.fillers_per_minute.sound if report.fillers_per_minute else None
    if rate is None:
        measure = "filler_sounds" if "filler_sounds" in report.not_measured else "fillers_per_minute"
        return _unknown(name, report, measure, explanation)
    band = figure_of("filler_sounds_per_minute", rules).label_of(rate) or ""
    note, shade = band, _FILLER_SHADES.get(band, "")
    if usual is not None and usual.filler_sounds_per_minute is not None:
        note, shade = f"your usual: {usual.filler_sounds_per_minute:.1f}", ""
        explanation = explanation_of("filler_sounds_per_minute", f"{rate:.1f} a minute is {band}.", rules)
    count = sum(1 for filler in report.fillers if filler.kind == "sound")
    return ShownFigure(name, str(count), f"{rate:.1f} a minute", note, shade, explanation)


def _pace(report: AnswerReport, usual: Usual | None) -> ShownFigure:
    rules = _rules_of(report)
    before = _usual_words(usual.words_per_minute if usual else None, _whole)
    explanation = explanation_of("words_per_minute", before, rules)
    rate = report.pace.words_per_minute if report.pace else None
    if rate is None:
        return _unknown("Pace", report, "pace", explanation)
    band = f"{rules.pace_low_wpm:.0f}–{rules.pace_high_wpm:.0f}"
    label = figure_of("words_per_minute", rules).label_of(rate)
    is_inside = label == "comfortable"
    note = f"in the band {band}" if is_inside else f"{label}: the band is {band}"
    return ShownFigure("Pace", f"{rate:.0f}", "words a minute", note, "green" if is_inside else "amber", explanation)


def _to_the_point(report: AnswerReport, usual: Usual | None) -> ShownFigure:
    name = "To the point after"
    explanation = explanation_of("time_to_point", _usual_words(usual.time_to_point_s if usual else None, short_seconds))
    time_s = report.time_to_point_s
    if time_s is None:
        return _unknown(name, report, "time_to_point_s", explanation)
    shade: Shade = "green" if time_s <= bands.POINT_LATE_S else "amber"
    return ShownFigure(name, f"{time_s:.0f} s", "", f"first point at {clock(time_s)}", shade, explanation)


def _key_points(report: AnswerReport) -> ShownFigure:
    alone = report.not_measured.get("meaning", "")
    explanation = explanation_of("key_points", f"Here {alone}." if alone else "")
    points = report.key_points
    if not points:
        return _unknown("Key points", report, "key_points", explanation, "this question has none")
    missed = [point.id.replace("-", " ") for point in points if not point.covered]
    covered, unit = str(len(points) - len(missed)), f"of {len(points)}"
    if not missed:
        return ShownFigure("Key points", covered, unit, "all of them", "green", explanation)
    named = ", ".join(missed[:_NAMED_POINTS])
    more = f" and {len(missed) - _NAMED_POINTS} more" if len(missed) > _NAMED_POINTS else ""
    return ShownFigure("Key points", covered, unit, f"missed: {named}{more}", "", explanation)


def _unknown(
    name: str, report: AnswerReport, measure: str, explanation: str, otherwise: str = "not measured"
) -> ShownFigure:
    return ShownFigure(name, UNKNOWN, "", report.not_measured.get(measure, otherwise), "", explanation)


def _rules_of(report: AnswerReport) -> JudgingRules:
    return report.rules_used or DEFAULT_RULES


def _usual_words(value: float | None, words: Callable[[float], str]) -> str:
    return "" if value is None else f"Your usual: {words(value)}."


def _also(report: AnswerReport) -> Iterator[str]:
    yield _filler_words(report)
    repeats = _count(report, "repeat")
    yield counted(repeats, "repeat or restart", "repeats or restarts")
    if report.pauses is not None:
        yield _pauses(report)
    if report.pace is not None and report.pace.articulation_wpm is not None:
        yield f"{report.pace.articulation_wpm:.0f} words a minute while speaking"
    if report.think_aloud is not None:
        yield from _think_aloud(report.think_aloud)
    if report.tone is not None:
        yield f"pitch moves over {report.tone.pitch_spread_semitones:.1f} semitones"
    if report.ownership is not None and report.ownership.i_count + report.ownership.we_count:
        yield f"“I” {_times(report.ownership.i_count)}, “we” {_times(report.ownership.we_count)}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _filler_words(report: AnswerReport) -> str:
    texts = [filler.text.strip(",. ").lower() for filler in report.fillers if filler.kind == "word"]
    words = counted(len(texts), "filler word")
    return f"{words} ({', '.join(_distinct(texts)[:4])})" if texts else "no filler words"


def _pauses(report: AnswerReport) -> str:
    """Pauses before the answer are thinking time, which nobody minds, and are not counted."""
    pauses = [pause for pause in report.pauses or () if pause.kind != "before_answer"]
    if not pauses:
        return "no pauses"
    long_s = _rules_of(report).long_pause_s
    lengths_s = [pause.end_s - pause.start_s for pause in pauses]
    long_count = sum(1 for length_s in lengths_s if length_s >= long_s)
    longest_s = max(lengths_s)
    return f"{counted(len(pauses), 'pause')}, {long_count} long, the longest {short_seconds(longest_s)}"


def _think_aloud(measured: ThinkAloud) -> Iterator[str]:
    if measured.speaking_share is not None:
        yield f"speaking {measured.speaking_share:.0%} of the time"
    if measured.longest_silence_s is not None:
        yield f"longest silence {short_seconds(measured.longest_silence_s)}"
    yield counted(measured.reasoning_markers, "spoken reason")


def _count(report: AnswerReport, kind: FillerKind) -> int:
    return sum(1 for filler in report.fillers if filler.kind == kind)


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _whole(value: float) -> str:
    return f"{value:.0f}"
