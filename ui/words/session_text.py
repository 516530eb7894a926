"""A session and its answers as plain text for a terminal. What is said of each report is `report_text`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from question_bank.labels import role_label, round_label
from simulator.drills.outcome import Outcome, OutcomeComparison
from simulator.store.records import AnswerRecord, SessionSummary
from ui.words.answer_line import answer_name, duration_of
from ui.words.answer_title import sentence_of
from ui.words.recording_gaps import gap_words
from ui.words.report_text import WIDTH, report_lines
from ui.words.session_summary import within_target
from ui.words.times import clock, counted, short_seconds


def session_line(summary: SessionSummary) -> str:
    """One session on one line: its number, when it was, what was practised, how it went."""
    if not summary.is_readable:
        return f"{summary.id:>4}  This interview cannot be read. `sessions show` shows what is left of it."
    when = summary.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{summary.id:>4}  {when}  {_practised(summary)}  ({_how_it_went(summary)})"


def answer_lines(answer: AnswerRecord, outcome: Outcome | None) -> Iterator[str]:
    """One answer with all that is kept of it, and what its drill says of it."""
    again = f", attempt {answer.attempt}" if answer.attempt > 1 else ""
    yield f"\n{answer_name(answer)}  [{answer.status}{again}]"
    if not answer.is_readable:
        yield f"   {sentence_of(answer)}"
        return
    if outcome is not None:
        yield from (f"   {line}" for line in outcome_lines(outcome))
    if answer.report is not None:
        yield from (f"   {line}" if line else "" for line in report_lines(answer.report, answer.question))
    elif answer.samples:
        yield f"   {clock(duration_of(answer))} recorded. {answer.failure or 'Not transcribed yet.'}"
    elif answer.typed:
        yield "   Typed, not judged yet."
    if gaps := gap_words(answer.gaps):
        yield from (f"   {line}" for line in textwrap.wrap(gaps, WIDTH))
    if answer.note:
        yield f"   Note: {answer.note}"


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What the drill says: what it is about, its sentence, then the figures in columns."""
    yield outcome.title
    yield from textwrap.wrap(outcome.sentence, WIDTH, initial_indent="  ", subsequent_indent="  ")
    heading = [OutcomeComparison("", *outcome.columns)] if outcome.rows else []
    for row in (*heading, *outcome.rows):
        yield f"  {row.name:<16}{row.first:<14}{row.second}"


def _practised(summary: SessionSummary) -> str:
    if summary.is_taken_in:
        return "recordings added"
    about = [role_label(summary.role)] if summary.role else []
    about += [round_label(summary.round)] if summary.round else []
    about += [summary.drill.label] if summary.drill else []
    about += ["Whole loop"] if summary.is_loop else []
    about += ["strict"] if summary.mode == "strict" else []
    return ", ".join(about) or "any role"


def _how_it_went(summary: SessionSummary) -> str:
    told = [counted(summary.answer_count, "answer")]
    if summary.follow_up_count:
        told.append(counted(summary.follow_up_count, "follow-up"))
    if summary.timed_answers:
        told.append(f"{within_target(summary)} within target")
    if summary.filler_sounds_per_minute is not None:
        told.append(f"{summary.filler_sounds_per_minute:.1f} filler sounds per minute")
    if summary.time_to_point_s is not None:
        told.append(f"to the point after {short_seconds(summary.time_to_point_s)}")
    return "; ".join(told)
