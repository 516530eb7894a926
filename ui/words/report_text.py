"""A report as plain text for a terminal: what is said first, the measures, the proofs, the words. No rule is here."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from question_bank.models import KeyPoint, Question
from simulator.analysis.measures import DEFINITIONS, Measure, definition_of
from simulator.analysis.report import BY_WORDS_ALONE, AnswerReport, Filler
from simulator.light import LIGHT_SHAPES, LIGHT_WORDS_AFTER
from simulator.question_record import is_weak
from ui.words.key_point_verdicts import apart_from_made, shown_points
from ui.words.shown_advice import shown_advice
from ui.words.times import clock, counted, rate_words, seconds_over, short_seconds

WIDTH: Final = 88
_NAMED_FILLERS: Final = 8
_TOO_SHORT: Final = "too short for a fair rate per minute"


def report_lines(report: AnswerReport, question: Question | None = None) -> Iterator[str]:
    """The report, line by line, at most `WIDTH` letters wide but for file names and such."""
    yield from _advice_lines(report)
    if report.enough_speech:
        yield ""
        for measure, words in _measures(report):
            name = DEFINITIONS[measure].title
            yield from textwrap.wrap(words, WIDTH, initial_indent=f"{name:<16}", subsequent_indent=" " * 16)
    elif report.key_points:
        yield ""
    yield from _key_point_lines(report, question)
    yield from _red_flag_lines(report)
    yield from _rambling_lines(report)
    yield from _shelf_lines(report, question)
    if report.transcript.text:
        yield ""
        yield from textwrap.wrap(f"“{report.transcript.text}”", WIDTH)


def note_lines(notes: Iterable[str]) -> Iterator[str]:
    """Sentences to be known before the report is read, as it has its lines; none without notes."""
    for note in notes:
        yield from textwrap.wrap(note, WIDTH, initial_indent="! ", subsequent_indent="  ")


def _advice_lines(report: AnswerReport) -> Iterator[str]:
    for shown in shown_advice(report):
        advice, mark = shown.advice, f"{shown.mark} " if shown.is_praise else "→ "
        place = f" [{clock(advice.start_s)}]" if advice.start_s is not None else ""
        yield from textwrap.wrap(f"{advice.text}{place}", WIDTH, initial_indent=mark, subsequent_indent="  ")


def _measures(report: AnswerReport) -> Iterator[tuple[Measure, str]]:
    yield Measure.LENGTH, _length(report)
    yield Measure.FILLER_SOUNDS, _filler_sounds(report)
    yield Measure.FILLER_WORDS, _fillers(report, "word")
    yield Measure.REPEATS, _fillers(report, "repeat")
    yield Measure.WORDS_PER_MINUTE, _pace(report)
    if report.tone is not None:
        yield (
            Measure.PITCH_SPREAD,
            f"spans {report.tone.pitch_spread_semitones:.1f} semitones (10th to 90th percentile)",
        )
    if report.time_to_point_s is not None:
        yield Measure.TIME_TO_POINT, f"after {short_seconds(report.time_to_point_s)}"
    if report.think_aloud is not None and report.think_aloud.speaking_share is not None:
        longest = report.think_aloud.longest_silence_s
        silence = f", longest silence {short_seconds(longest)}" if longest is not None else ""
        yield Measure.THINK_ALOUD, f"speaking {report.think_aloud.speaking_share:.0%} of the time{silence}"


def _length(report: AnswerReport) -> str:
    if report.length is None or report.answer_s is None:
        return _why_not(report, Measure.LENGTH)
    length, light = report.length, report.length.light
    target = ", ".join(filter(None, (f"target {clock(length.target_s)}", seconds_over(length.over_s))))
    beside = f"  {length.beside}" if length.beside else ""
    return f"{clock(report.answer_s)} ({target})  {LIGHT_SHAPES[light]} {LIGHT_WORDS_AFTER[light]}{beside}"


def _filler_sounds(report: AnswerReport) -> str:
    rate = Measure.FILLER_SOUNDS.of(report)
    if rate is None:
        return _why_not(report, Measure.FILLER_SOUNDS)
    margin = report.fillers_per_minute.give_or_take if report.fillers_per_minute else None
    band = definition_of(Measure.FILLER_SOUNDS, report.rules_in_use).label_of(rate) if margin is None else _TOO_SHORT
    if not any(filler.kind == "sound" for filler in report.fillers):
        return f"none heard ({band})"
    return f"at least {_fillers(report, 'sound')}, {rate_words(rate, margin)} ({band})"


def _fillers(report: AnswerReport, kind: str) -> str:
    """How many, and where the first few are."""
    found = [filler for filler in report.fillers if filler.kind == kind]
    if not found:
        return "none"
    places = ", ".join(_place(filler) for filler in found[:_NAMED_FILLERS])
    more = f" and {len(found) - _NAMED_FILLERS} more" if len(found) > _NAMED_FILLERS else ""
    return f"{len(found)}: {places}{more}"


def _place(filler: Filler) -> str:
    word = filler.text.strip(" ,.")
    return f"{word} {clock(filler.start_s)}" if filler.start_s is not None else word


def _pace(report: AnswerReport) -> str:
    pace = report.pace
    if pace is None or pace.words_per_minute is None:
        return _why_not(report, Measure.WORDS_PER_MINUTE)
    alone = f", {pace.articulation_wpm:.0f} while speaking" if pace.articulation_wpm is not None else ""
    rules = report.rules_in_use
    band = f"aim for {rules.pace_low_wpm:.0f}–{rules.pace_high_wpm:.0f}"
    return f"{pace.words_per_minute:.0f} words per minute{alone} ({band})"


def _key_point_lines(report: AnswerReport, question: Question | None) -> Iterator[str]:
    if not report.key_points:
        return
    alone = " (matched by words alone)" if BY_WORDS_ALONE in report.not_measured else ""
    made = ", ".join((f"{report.covered_count} of {len(report.key_points)}", *apart_from_made(report)))
    yield f"{DEFINITIONS[Measure.KEY_POINTS].title:<16}{made}{alone}"
    points = question.key_points if question else [KeyPoint(one.id, one.id, ()) for one in report.key_points]
    for point in shown_points(report, points):
        place = f"  {clock(point.at_s)}" if point.at_s is not None else ""
        yield from textwrap.wrap(
            f"{point.text}{place}", WIDTH, initial_indent=f"  {point.mark} ", subsequent_indent="    "
        )
        for below in filter(None, (point.right, point.note)):
            yield from textwrap.wrap(below, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _red_flag_lines(report: AnswerReport) -> Iterator[str]:
    if not report.red_flags:
        return
    yield f"{'Better not':<16}{len(report.red_flags)}"
    for flag in report.red_flags:
        place = f" [{clock(flag.start_s)}]" if flag.start_s is not None else ""
        text = f"{flag.text} “{flag.said}”{place}"
        yield from textwrap.wrap(text, WIDTH, initial_indent="  ▲ ", subsequent_indent="    ")


def _shelf_lines(report: AnswerReport, question: Question | None) -> Iterator[str]:
    """What to read, where the answer was weak."""
    if question is not None and question.shelf and is_weak(report):
        listed = " · ".join(question.shelf)
        yield from textwrap.wrap(listed, WIDTH, initial_indent=f"{'Read next':<16}", subsequent_indent=" " * 16)


def _rambling_lines(report: AnswerReport) -> Iterator[str]:
    rambling = report.rambling
    if rambling is None or not rambling.flag:
        return
    yield f"{DEFINITIONS[Measure.RAMBLING].title:<16}{counted(len(rambling.reasons), 'reason')}"
    for reason in rambling.reasons:
        place = f" [{clock(reason.start_s)}]" if reason.start_s is not None else ""
        yield from textwrap.wrap(f"{reason.why}{place}", WIDTH, initial_indent="  – ", subsequent_indent="    ")
    if rambling.could_stop_s is not None:
        yield f"  You could have stopped at {clock(rambling.could_stop_s)}."


def _why_not(report: AnswerReport, measure: Measure) -> str:
    why = measure.why_not(report)
    return f"– ({why})" if why else "–"
