"""What to say about delivery: fillers, pauses, pace, tone. The user's own usual figures come before published bands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.models import Kind
from simulator.analysis import bands
from simulator.analysis.findings.filler_findings import DELIVERY, SpokenFillers, filler_findings
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.pauses import is_long
from simulator.analysis.report import Finding
from simulator.analysis.spoken_answer import answer_span
from simulator.transcript import Span

_FEW_PAUSES: Final = 2


def delivery_findings(answer: MeasuredAnswer) -> Iterator[Finding]:
    """All of them, in no order; nothing for a typed answer but its filler words."""
    yield from filler_findings(SpokenFillers.of(answer.report, answer.usual))
    if answer.utterance.is_timed:
        yield from _pauses(answer)
        yield from _pace(answer)
        yield from _tone(answer)


def _pauses(answer: MeasuredAnswer) -> Iterator[Finding]:
    pauses = answer.report.pauses or ()
    inside = [pause for pause in pauses if pause.kind == "inside_clause" and is_long(pause, answer.rules.long_pause_s)]
    if len(inside) >= _FEW_PAUSES:
        longest = max(inside, key=lambda pause: pause.end_s - pause.start_s)
        text = f"{len(inside)} long pauses fell inside a clause; pauses between clauses are easier to follow."
        yield Finding("pauses.inside", text, longest.start_s, longest.end_s, DELIVERY + 25)


def _pace(answer: MeasuredAnswer) -> Iterator[Finding]:
    pace = answer.report.pace
    if pace is None or pace.words_per_minute is None:
        return
    span = answer_span(answer.utterance)
    start_s, end_s = answer.utterance.shown(span.start_s), answer.utterance.shown(span.end_s)
    rate, rules = pace.words_per_minute, answer.rules
    if rate > rules.pace_high_wpm:
        text = f"{rate:.0f} words per minute is fast; up to {rules.pace_high_wpm:.0f} is easy to follow."
        yield Finding("pace.fast", text, start_s, end_s, DELIVERY + 28)
    elif pace.closing_ratio is not None and pace.closing_ratio >= bands.HURRY_RATIO:
        text = f"You sped up at the end: {100 * (pace.closing_ratio - 1):.0f}% faster than before."
        words = answer.utterance.words
        yield Finding("pace.hurry", text, *answer.words_place(len(words) * 2 // 3, len(words) - 1), DELIVERY + 24)
    elif rate < rules.pace_low_wpm and answer.kind is not Kind.THINK_ALOUD:
        text = (
            f"{rate:.0f} words per minute, pauses included, is slow; {rules.pace_low_wpm:.0f} or more holds attention."
        )
        yield Finding("pace.slow", text, start_s, end_s, DELIVERY + 15)


def _tone(answer: MeasuredAnswer) -> Iterator[Finding]:
    tone = answer.report.tone
    if tone is None:
        return
    if tone.pitch_spread_semitones < bands.ONE_NOTE_SEMITONES:
        place = tone.flattest or Span(0.0, round(answer.utterance.end_s, 3))
        text = (
            f"Your voice stayed close to one note, within {tone.pitch_spread_semitones:.1f} semitones:"
            " let it rise on the words that matter."
        )
        yield Finding("voice.one_note", text, place.start_s, place.end_s, DELIVERY + 18)
    if tone.phrase_count >= bands.MIN_PHRASES and len(tone.fading_ends) >= bands.FADING_SHARE * tone.phrase_count:
        faintest = max(tone.fading_ends, key=lambda end: end.drop_db)
        count = f"{len(tone.fading_ends)} of {tone.phrase_count} phrases"
        text = f"{count} faded away at the end: give the last word as much breath as the first."
        yield Finding("voice.fading", text, faintest.start_s, faintest.end_s, DELIVERY + 16)
