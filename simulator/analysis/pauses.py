"""Silent pauses, and where in a clause they fall. Filled pauses: `fillers.filler_sounds`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from simulator.analysis.bands import LONG_PAUSE_S, PAUSE_S
from simulator.analysis.english.grammar import CLAUSE_STARTS
from simulator.analysis.english.word_forms import ends_clause, normalise
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.report import Pause, PauseKind
from simulator.analysis.spoken_answer import answer_span
from simulator.analysis.utterance import Utterance, merge_spans, rest_of
from simulator.transcript import Span, Word

_QUIET_WORD_SHARE: Final = 0.8
_SURE: Final = 0.5


def find_pauses(utterance: Utterance) -> tuple[Pause, ...]:
    """Silences of at least 0.25 s up to the last word, in order. Silence after the last word is no pause."""
    answer, sounds = answer_span(utterance), sound_indexes(utterance.words)
    return tuple(
        Pause(round(span.start_s, 3), round(span.end_s, 3), _kind(utterance.words, sounds, span, answer.start_s))
        for span in silences(utterance)
        if span.duration_s >= PAUSE_S and _middle_s(span) < answer.end_s
    )


def pauses_within(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Those after the first word: a pause before the answer is time to think."""
    return tuple(pause for pause in pauses if pause.kind != "before_answer")


def speaking_s(utterance: Utterance) -> float:
    """Seconds of the answer, from its first word to its last, without the pauses in it."""
    quiet_s = sum(pause.end_s - pause.start_s for pause in pauses_within(find_pauses(utterance)))
    return max(0.0, answer_span(utterance).duration_s - quiet_s)


def is_long(pause: Pause, long_pause_s: float = LONG_PAUSE_S) -> bool:
    """Whether the pause lasts 1.5 s or more, or whatever the user calls long."""
    return pause.end_s - pause.start_s >= long_pause_s


def silences(utterance: Utterance) -> tuple[Span, ...]:
    """Stretches with neither a voice nor a word in them.

    Voice activity says where the sound is; word times alone run into the silence around a word. A word that lies wholly
    in a "silence" was too quiet for the detector: its time counts as speech.
    """
    spans = [*utterance.speech, *(Span(pause.start_s, pause.end_s) for pause in utterance.filled_pauses)]
    quiet = rest_of(merge_spans(spans), 0.0, utterance.duration_s)
    spans += [Span(word.start_s, word.end_s) for word in utterance.words if _is_quiet_word(word, quiet)]
    return rest_of(merge_spans(spans), 0.0, utterance.duration_s)


def longest_run_s(utterance: Utterance, long_pause_s: float = LONG_PAUSE_S) -> float | None:
    """The longest stretch of the answer without a long pause, in seconds; None without speech."""
    if not utterance.speech:
        return None
    runs = merge_spans(utterance.speech, long_pause_s)
    return round(max(run.duration_s for run in runs), 3)


def _is_quiet_word(word: Word, quiet: Sequence[Span]) -> bool:
    length_s = word.end_s - word.start_s
    if length_s <= 0 or (word.probability is not None and word.probability < _SURE):
        return False
    return any(
        min(word.end_s, span.end_s) - max(word.start_s, span.start_s) >= _QUIET_WORD_SHARE * length_s for span in quiet
    )


def _middle_s(span: Span) -> float:
    return (span.start_s + span.end_s) / 2


def _kind(words: tuple[Word, ...], sounds: frozenset[int], span: Span, answer_start_s: float) -> PauseKind:
    middle_s = _middle_s(span)
    said = [index for index, word in enumerate(words) if (word.start_s + word.end_s) / 2 < middle_s]
    boundary = len(said)
    before = next((words[index] for index in range(boundary - 1, -1, -1) if index not in sounds), None)
    after = next((words[index] for index in range(boundary, len(words)) if index not in sounds), None)
    if before is None or middle_s < answer_start_s:
        return "before_answer"
    starts_clause = after is not None and normalise(after.text) in CLAUSE_STARTS
    closes = ends_clause(before) or any(
        ends_clause(words[index]) for index in range(boundary) if words[index] is before
    )
    return "between_clauses" if closes or starts_clause or after is None else "inside_clause"
