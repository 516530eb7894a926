"""Turns a report into what is shown: value, unit, words beside it, formula and source. Measures nothing, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from question_bank.models import Question
from simulator.analysis.measures import DEFINITIONS, Measure, definition_of
from simulator.analysis.pauses import pauses_within
from simulator.analysis.report import BY_WORDS_ALONE, AnswerReport, FillerKind, KeyPointResult, Usual
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.light import Light
from simulator.store.records import AnswerRecord
from ui.words.key_point_verdicts import Shade, apart_from_made, verdict_of
from ui.words.times import clock, counted, rate_words, seconds_over, short_seconds

UNKNOWN: Final = "–"
_NAMED_WORDS: Final = 6  # of a key point: one line and a half of the card
_SHADES: Final[Mapping[Light | None, Shade]] = {
    None: "",
    Light.GREEN: "green",
    Light.AMBER: "amber",
    Light.RED: "red",
}


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """One measure as people read it. `shade` colours the note; `explanation` is formula, band and source."""

    name: str
    value: str
    unit: str = ""
    note: str = ""
    shade: Shade = ""
    explanation: str = ""


def five_measures(record: AnswerRecord, usual: Usual | None = None) -> tuple[ShownMeasure, ...]:
    """The five measures of an answer; what was not measured says why. Empty without enough speech."""
    report = record.report
    usual = usual if usual is not None and usual.is_habit else None
    if report is None or not report.enough_speech:
        return ()
    return (
        _length(report, record.question, usual),
        _filler_sounds(report, usual),
        _pace(report, usual),
        _to_the_point(report, usual),
        _key_points(report, record.question),
    )


def also_measured(report: AnswerReport) -> tuple[str, ...]:
    """The rest in short phrases: filler words, repeats, pauses, pace of speech alone, thinking aloud, tone, I, we."""
    if not report.enough_speech:
        return ()
    beside = (report.length.beside,) if report.length and report.length.beside else ()
    return (*_also(report), *beside)


def explanation_of(measure: Measure, before: str = "", rules: JudgingRules = DEFAULT_RULES) -> str:
    """Formula, band and source of a measure, by the rules it was judged by, as sentences."""
    known = definition_of(measure, rules)
    sentences = (before, f"Measured: {known.formula}.", f"Range: {known.band}.", f"Source: {known.source}.")
    return "\n".join(sentence for sentence in sentences if sentence)


def _length(report: AnswerReport, question: Question, usual: Usual | None) -> ShownMeasure:
    name = DEFINITIONS[Measure.LENGTH].title
    usual_words = _usual_words(usual.length_s if usual else None, short_seconds)
    explanation = explanation_of(Measure.LENGTH, usual_words, report.rules_in_use)
    if report.length is None or report.answer_s is None:
        return _unknown(name, report, Measure.LENGTH, explanation)
    length, target = report.length, clock(report.length.target_s)
    shade = _SHADES[length.light]
    if over := seconds_over(length.over_s):
        note = f"{over} {target}"
    elif report.answer_s < report.rules_in_use.times_of(question).min_s:
        note, shade = f"target {target}", ""
    else:
        note = f"within {target}"
    return ShownMeasure(name, clock(report.answer_s), "", note, shade, explanation)


def _filler_sounds(report: AnswerReport, usual: Usual | None) -> ShownMeasure:
    rules = report.rules_in_use
    definition = definition_of(Measure.FILLER_SOUNDS, rules)
    name = f"{definition.title}, at least"
    explanation = explanation_of(Measure.FILLER_SOUNDS, rules=rules)
    rate = Measure.FILLER_SOUNDS.of(report)
    if rate is None:
        return _unknown(name, report, Measure.FILLER_SOUNDS, explanation)
    margin = report.fillers_per_minute.give_or_take if report.fillers_per_minute else None
    note, shade = definition.label_of(rate), _shade(Measure.FILLER_SOUNDS, rate, rules)
    if margin is not None:
        note, shade = f"give or take {margin:.1f}: too short for a fair rate per minute", ""
    if usual is not None and usual.filler_sounds_per_minute is not None:
        note = f"{note}; you usually have {usual.filler_sounds_per_minute:.1f}"
    count = _count(report, "sound")
    return ShownMeasure(name, str(count), rate_words(rate), note, shade, explanation)


def _pace(report: AnswerReport, usual: Usual | None) -> ShownMeasure:
    rules = report.rules_in_use
    definition = definition_of(Measure.WORDS_PER_MINUTE, rules)
    before = _usual_words(usual.words_per_minute if usual else None, _whole)
    explanation = explanation_of(Measure.WORDS_PER_MINUTE, before, rules)
    rate = Measure.WORDS_PER_MINUTE.of(report)
    if rate is None:
        return _unknown(definition.title, report, Measure.WORDS_PER_MINUTE, explanation)
    band, shade = f"{rules.pace_low_wpm:.0f}–{rules.pace_high_wpm:.0f}", _shade(Measure.WORDS_PER_MINUTE, rate, rules)
    note = f"within {band}" if shade == "green" else f"{definition.label_of(rate)}; aim for {band}"
    return ShownMeasure(definition.title, f"{rate:.0f}", "words per minute", note, shade, explanation)


def _to_the_point(report: AnswerReport, usual: Usual | None) -> ShownMeasure:
    name = f"{DEFINITIONS[Measure.TIME_TO_POINT].title} after"
    before = _usual_words(usual.time_to_point_s if usual else None, short_seconds)
    explanation = explanation_of(Measure.TIME_TO_POINT, before)
    time_s = report.time_to_point_s
    if time_s is None:
        return _unknown(name, report, Measure.TIME_TO_POINT, explanation)
    shade = _shade(Measure.TIME_TO_POINT, time_s)
    return ShownMeasure(name, short_seconds(time_s), "", f"first point at {clock(time_s)}", shade, explanation)


def _key_points(report: AnswerReport, question: Question) -> ShownMeasure:
    name, alone = DEFINITIONS[Measure.KEY_POINTS].title, report.not_measured.get(BY_WORDS_ALONE, "")
    explanation = explanation_of(Measure.KEY_POINTS, f"Here {alone}." if alone else "")
    points = report.key_points
    if not points:
        return _unknown(name, report, Measure.KEY_POINTS, explanation, "this question has none")
    covered, unit = str(report.covered_count), f"of {len(points)}"
    if report.covered_share == 1:
        return ShownMeasure(name, covered, unit, "all of them", "green", explanation)
    note = "; ".join((*apart_from_made(report), *_missed(points, question)))
    return ShownMeasure(name, covered, unit, note, "red" if report.contrary_points else "", explanation)


def _missed(points: Sequence[KeyPointResult], question: Question) -> Iterator[str]:
    """The first point of which nothing was heard, in its own words, and how many more there are."""
    texts = {point.id: point.text for point in question.key_points}
    missed = [texts.get(point.id, "") for point in points if verdict_of(point) == "not"]
    if missed:
        more = f" and {len(missed) - 1} more" if len(missed) > 1 else ""
        yield f"not heard: “{_shortened(missed[0])}”{more}" if missed[0] else f"{len(missed)} not heard"


def _shortened(text: str) -> str:
    words = text.rstrip(".").split()
    more = " …" if len(words) > _NAMED_WORDS else ""
    return f"{' '.join(words[:_NAMED_WORDS]).rstrip('.,;:')}{more}"


def _shade(measure: Measure, value: float, rules: JudgingRules = DEFAULT_RULES) -> Shade:
    band = definition_of(measure, rules).band_of(value)
    return _SHADES[band.shade if band else None]


def _unknown(
    name: str, report: AnswerReport, measure: Measure, explanation: str, otherwise: str = "not measured"
) -> ShownMeasure:
    return ShownMeasure(name, UNKNOWN, "", measure.why_not(report) or otherwise, "", explanation)


def _usual_words(value: float | None, words: Callable[[float], str]) -> str:
    return "" if value is None else f"Usually {words(value)}."


def _also(report: AnswerReport) -> Iterator[str]:
    for measure in Measure:
        if measure in _ALSO:
            yield from _ALSO[measure](report)
        elif (phrase := DEFINITIONS[measure].phrase) and (value := measure.of(report)) is not None:
            yield phrase.format(value)


def _ownership(report: AnswerReport) -> Iterator[str]:
    said = report.ownership
    if said is not None and said.i_count + said.we_count:
        yield f"“I” {_times(said.i_count)}, “we” {_times(said.we_count)}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _filler_words(report: AnswerReport) -> Iterator[str]:
    texts = [filler.text.strip(",. ").lower() for filler in report.fillers if filler.kind == "word"]
    words = counted(len(texts), "filler word")
    yield f"{words} ({', '.join(_distinct(texts)[:4])})" if texts else "no filler words"


def _repeats(report: AnswerReport) -> Iterator[str]:
    yield counted(_count(report, "repeat"), "repeat or restart", "repeats or restarts")


def _pauses(report: AnswerReport) -> Iterator[str]:
    """Pauses before the answer are thinking time, which nobody minds, and are not counted."""
    if report.pauses is None:
        return
    pauses = pauses_within(report.pauses)
    if not pauses:
        yield "no pauses"
        return
    long_s = report.rules_in_use.long_pause_s
    lengths_s = [pause.end_s - pause.start_s for pause in pauses]
    long_count = sum(1 for length_s in lengths_s if length_s >= long_s)
    longest_s = max(lengths_s)
    yield f"{counted(len(pauses), 'pause')}, {long_count} long, the longest {short_seconds(longest_s)}"


def _think_aloud(report: AnswerReport) -> Iterator[str]:
    measured = report.think_aloud
    if measured is None:
        return
    if measured.speaking_share is not None:
        yield f"speaking {measured.speaking_share:.0%} of the time"
    yield counted(measured.reasoning_markers, "spoken reason")


def _count(report: AnswerReport, kind: FillerKind) -> int:
    return sum(1 for filler in report.fillers if filler.kind == kind)


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _whole(value: float) -> str:
    return f"{value:.0f}"


_ALSO: Final[Mapping[Measure, Callable[[AnswerReport], Iterator[str]]]] = {
    Measure.FILLER_WORDS: _filler_words,
    Measure.REPEATS: _repeats,
    Measure.PAUSES: _pauses,
    Measure.THINK_ALOUD: _think_aloud,
    Measure.OWNERSHIP: _ownership,
}
"""What takes more words than the phrase of its definition."""
