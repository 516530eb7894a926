"""What to say about the shape of an answer: how soon the point came, how long it went on, how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.models import Kind
from simulator.analysis import bands
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.report import Finding
from simulator.analysis.spoken_answer import answer_span
from simulator.analysis.timecode import clock, short_seconds

STRUCTURE: Final = 200.0
EARLY_POINT_S: Final = 10.0
_AT_ONCE_S: Final = 4.0
_REASONED: Final = 3
_SILENT_START_S: Final = 10.0
"""Our own: reading the question takes some seconds; after so many a neutral prompt comes."""

_ALONE: Final = {
    "repeats_itself": ("structure.repeats", 30, "{why} Say it once, then move on."),
    "chained_clauses": ("structure.chained", 25, "{why} Finish one thought before the next."),
    "trails_off": ("structure.trails_off", 28, "{why} End with one plain sentence: your main point."),
    "drift": ("structure.drift", 32, "{why} Come back to it, or stop sooner."),
}


def structure_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """All of them, in no order."""
    yield from _rambling(answer)
    yield from _point(answer)
    yield from _length(answer)
    if answer.report.think_aloud is not None:
        yield from _thinking(answer)


def _rambling(answer: MeasuredAnswer) -> Iterator[Finding]:
    rambling = answer.rambling
    if not rambling.flag:
        yield from _single_rules(answer)
        return
    stop = rambling.could_stop_word
    if stop is None:
        whys = " ".join(reason.why for reason in rambling.reasons[:2])
        yield Finding(
            "structure.rambling", whys, rambling.reasons[0].start_s, rambling.reasons[0].end_s, STRUCTURE + 60
        )
        return
    by = "" if rambling.could_stop_s is None else f"by {clock(rambling.could_stop_s)}"
    text = f"{_what_was_done(answer, by)}; {_what_came_after(answer, stop)}"
    last = len(answer.utterance.words) - 1
    place = answer.words_place(min(stop + 1, last), last)
    yield Finding("structure.could_stop", text, *place, STRUCTURE + 70)


def _what_was_done(answer: MeasuredAnswer, by: str) -> str:
    """What there was `by` a time, which a typed answer has not."""
    made, asked = answer.report.covered_count, len(answer.key_points)
    has_answered = 2 * made > asked and not answer.report.contrary_points
    if has_answered:
        return f"You had answered the question {by or 'well before the end'}"
    return f"Your last new point came {by or 'well before the end'}"


def _what_came_after(answer: MeasuredAnswer, stop: int) -> str:
    echo, drift = answer.broken_rule("repeats_itself"), answer.broken_rule("drift")
    if echo is not None and echo.word_index is not None and echo.word_index > stop:
        words = answer.utterance.words[echo.word_index : echo.word_index + 6]
        return f"after that you repeated “{' '.join(word.text for word in words)} …”."
    if drift is not None and drift.word_index is not None and drift.word_index > stop:
        return "after that you drifted from the question."
    return "after that there was no new point."


def _single_rules(answer: MeasuredAnswer) -> Iterator[Finding]:
    for rule, (finding, weight, text) in _ALONE.items():
        reason = answer.broken_rule(rule)
        if reason is not None:
            yield Finding(finding, text.format(why=reason.why), reason.start_s, reason.end_s, STRUCTURE + weight)


def _point(answer: MeasuredAnswer) -> Iterator[Finding]:
    at_s = answer.report.time_to_point_s
    if at_s is None or answer.kind is Kind.THINK_ALOUD:
        return
    first = min(point.words.start for point in answer.key_points if point.covered and point.words)
    if at_s > bands.POINT_LATE_S:
        is_told = answer.rambling.flag and answer.rambling.could_stop_word is None
        if is_told or _tried_before(answer, first):
            return
        text = f"Your first point came at {clock(at_s)}: answer in the first sentence, then explain."
        yield Finding("point.late", text, 0.0, at_s, STRUCTURE + 50)
    elif at_s <= EARLY_POINT_S:
        soon = f"after {short_seconds(at_s)}" if at_s >= _AT_ONCE_S else "right away"
        text = f"You got to the point {soon}: keep doing that."
        yield Finding("point.early", text, *answer.sentence_place(first), STRUCTURE + 15, is_praise=True)


def _tried_before(answer: MeasuredAnswer, word_index: int) -> bool:
    """Whether the answer took up a key point before, though not plainly or not rightly: that was no long way round."""
    return any(point.words.start < word_index for point in answer.touched_points if point.words)


def _length(answer: MeasuredAnswer) -> Iterator[Finding]:
    length_s, times = answer.report.answer_s, answer.times
    if length_s is None:
        return
    span = answer_span(answer.utterance)
    start_s, end_s = answer.utterance.shown(span.start_s), answer.utterance.shown(span.end_s)
    if answer.broken_rule("over_target") is not None:
        text = f"You spoke for {clock(length_s)}; the target is {clock(times.target_s)}. Listen for what you could cut."
        target_s = answer.utterance.shown(span.start_s + times.target_s)
        yield Finding("length.over", text, target_s, end_s, STRUCTURE + 40)
    elif length_s < times.min_s and not answer.has_all_points:
        room = f"{clock(times.min_s)} to {clock(times.target_s)}"
        text = f"Your answer took {clock(length_s)}; {room} leaves room for an example."
        yield Finding("length.short", text, *answer.closing_place(), STRUCTURE + 20)
    elif times.min_s <= length_s <= times.target_s and not answer.rambling.flag:
        text = f"{clock(length_s)} is a good length for this kind of question."
        yield Finding("length.good", text, start_s, end_s, STRUCTURE + 5, is_praise=True)


def _thinking(answer: MeasuredAnswer) -> Iterator[Finding]:
    thinking = answer.report.think_aloud
    if thinking is None:
        return
    before_s = answer.report.length.before_s if answer.report.length else None
    if not thinking.silences and before_s is not None and before_s >= _SILENT_START_S:
        text = f"You were silent for {short_seconds(before_s)} before your first word: think aloud from the start."
        yield Finding("thinking.silence", text, 0.0, answer.utterance.shown(before_s), STRUCTURE + 45)
    if thinking.silences:
        longest = max(thinking.silences, key=lambda silence: silence.duration_s)
        place = clock(longest.start_s)
        lasted = short_seconds(longest.duration_s)
        text = f"{lasted} of silence at {place}: say what you are weighing up, even half a thought."
        yield Finding("thinking.silence", text, longest.start_s, longest.end_s, STRUCTURE + 45)
    if "assumptions" not in thinking.states:
        text = "You stated no assumptions: begin with what you take as given, or ask."
        yield Finding("thinking.assumptions", text, *answer.opening_place(), STRUCTURE + 35)
    elif "conclusion" not in thinking.states:
        text = "No conclusion was heard: end with what you would choose and why."
        yield Finding("thinking.conclusion", text, *answer.closing_place(), STRUCTURE + 35)
    elif "alternatives" not in thinking.states:
        text = "You considered only one option: name an alternative and say why you would not choose it."
        yield Finding("thinking.alternatives", text, *answer.closing_place(), STRUCTURE + 30)
    elif thinking.reasoning_markers >= _REASONED:
        stated = "assumptions, alternatives, checks" if "checks" in thinking.states else "assumptions, alternatives"
        text = f"Your reasoning was easy to follow: you stated {stated} and a conclusion."
        yield Finding("thinking.clear", text, *answer.closing_place(), STRUCTURE + 30, is_praise=True)
