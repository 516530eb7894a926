"""Transcripts as somebody would have spoken them: each word takes 0.3 s and 0.1 s to the next; "[2.0]" is a silence."""

from __future__ import annotations

import re
from typing import Final

from simulator.analysis.utterance import Utterance
from simulator.transcript import FilledPause, Span, Transcript, Word

WORD_S: Final = 0.3
GAP_S: Final = 0.1
_SILENCE: Final = re.compile(r"\[([\d.]+)\]")


def spoken(text: str, *, filled_pauses: tuple[FilledPause, ...] = (), tail_s: float = 0.0) -> Transcript:
    """The transcript of `text`: speech wherever no silence is written, and `tail_s` of silence at the end."""
    words: list[Word] = []
    spans: list[Span] = []
    now_s, span_start_s = 0.0, 0.0
    for piece in text.split():
        silence = _SILENCE.fullmatch(piece)
        if silence:
            spans.append(Span(span_start_s, now_s))
            now_s += float(silence.group(1))
            span_start_s = now_s
        else:
            words.append(Word(piece, now_s, now_s + WORD_S, 0.9))
            now_s += WORD_S + GAP_S
    spans.append(Span(span_start_s, now_s))
    speech = tuple(span for span in spans if span.duration_s > 0)
    return Transcript(now_s + tail_s, tuple(words), speech, filled_pauses, language="en", model="base")


def heard(text: str, *, filled_pauses: tuple[FilledPause, ...] = ()) -> Utterance:
    """The same, ready for judging."""
    return Utterance.of(spoken(text, filled_pauses=filled_pauses))
