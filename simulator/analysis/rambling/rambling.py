"""Whether an answer rambles: seven rules, each with the stretch it rests on; two or more make a flag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from question_bank.models import Kind, Question, TargetTimes
from simulator.analysis import bands
from simulator.analysis.clauses import chain_length, chains_of, clauses_of, content_stems, sentences_of
from simulator.analysis.english import phrase_search, straying, terms
from simulator.analysis.english.word_forms import ends_sentence, tokens_of
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.rambling.drift import Drift
from simulator.analysis.rambling.repetition import Echo, find_echoes
from simulator.analysis.report import KeyPointResult, Rambling, RamblingReason
from simulator.analysis.spoken_answer import answer_span
from simulator.analysis.timecode import clock
from simulator.analysis.utterance import Sentence, Utterance

_MIN_CONNECTORS: Final = 3
_LONG_SENTENCE_WORDS: Final = 40
# Of the target: 30 and 45 s of a short reply. Our own, the same in seconds as before its target grew.
_SHORT_SHARE: Final = 1 / 4
_SHORT_AND_RIGHT_SHARE: Final = 3 / 8
_RIGHT_SHARE: Final = 0.5
_MIN_LEFT_AFTER_STOP: Final = 8
_QUOTED_WORDS: Final = 7
_GENERIC: Final = content_stems(terms.GENERIC_STEMS_FROM)


@dataclass(frozen=True)
class _Case:
    """An answer before the rules."""

    utterance: Utterance
    kind: Kind
    times: TargetTimes
    question: Question | None
    key_points: tuple[KeyPointResult, ...]

    @cached_property
    def made(self) -> tuple[range, ...]:
        """The words that make key points, in order."""
        return _in_order(point for point in self.key_points if point.covered)

    @cached_property
    def touched(self) -> tuple[range, ...]:
        """The words that make key points, maybe make them or say their contrary, in order: all of it is no straying."""
        return _in_order(point for point in self.key_points if point.is_touched)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All words but filler sounds, in lower case."""
        sounds = sound_indexes(self.utterance.words)
        return tuple(token.text for token in tokens_of(self.utterance.words, skip=sounds))

    @cached_property
    def spoken_s(self) -> float:
        """From the first word to the end of the last."""
        return answer_span(self.utterance).duration_s

    def reason(self, rule: str, first: int, last: int, why: str) -> RamblingReason:
        """A reason resting on the words from `first` to `last`."""
        span, shown = self.utterance.span_of(first, last), self.utterance.shown
        return RamblingReason(rule, shown(span.start_s), shown(span.end_s), why, first, last - first + 1)

    def place(self, word_index: int) -> str:
        """Where a word stands, for a sentence: at a time, or for a typed answer at a word."""
        if self.utterance.is_timed:
            return f"at {clock(self.utterance.words[word_index].start_s)}"
        return f"at word {word_index + 1}"


def _in_order(points: Iterable[KeyPointResult]) -> tuple[range, ...]:
    return tuple(sorted((point.words for point in points if point.words), key=lambda words: (words.start, words.stop)))


def judge_rambling(
    utterance: Utterance,
    kind: Kind,
    times: TargetTimes,
    question: Question | None,
    key_points: Sequence[KeyPointResult],
) -> Rambling:
    """The rules that the answer breaks, whether they make a flag, and where the answer could have stopped."""
    case = _Case(utterance, kind, times, question, tuple(key_points))
    reasons = tuple(reason for rule in _RULES for reason in rule(case))
    needed = bands.RULES_FOR_FLAG + _is_right_to_the_end(case)
    is_flagged = len(reasons) >= needed and not _is_short_and_right(case)
    stop = _could_stop(case) if is_flagged else None
    if stop is None:
        return Rambling(is_flagged, reasons, None)
    return Rambling(is_flagged, reasons, utterance.shown(utterance.words[stop].end_s), stop)


def _is_short_and_right(case: _Case) -> bool:
    """A quarter of the target is short whatever is said; three eighths of it are, where half of the key points were
    made and the first came soon."""
    if case.spoken_s <= _SHORT_SHARE * case.times.target_s:
        return True
    is_right = bool(case.made) and len(case.made) >= _RIGHT_SHARE * len(case.key_points)
    return (
        is_right
        and not _is_late(case, case.made[0].start)
        and case.spoken_s <= _SHORT_AND_RIGHT_SHARE * case.times.target_s
    )


def _is_right_to_the_end(case: _Case) -> bool:
    """Whether every key point was made, and the last one in the last third: such an answer may be long."""
    is_whole = bool(case.made) and len(case.made) == len(case.key_points)
    return is_whole and case.made[-1].stop > len(case.utterance.words) * 2 // 3


def _could_stop(case: _Case) -> int | None:
    """The last word of the sentence (of the clause, if the sentence has no end) that touched the last new key point.

    None where no key point was made: nobody is told to stop who has not begun.
    """
    if not case.made:
        return None
    touched = max(words.stop for words in case.touched) - 1
    sentence = case.utterance.sentence_at(touched)
    last = sentence.last
    if sentence.word_count > _LONG_SENTENCE_WORDS:
        last = next(clause.last for clause in clauses_of(case.utterance) if touched <= clause.last)
    return last if len(case.utterance.words) - last > _MIN_LEFT_AFTER_STOP else None


def _over_target(case: _Case) -> Iterator[RamblingReason]:
    words, target_s, start_s = case.utterance.words, case.times.target_s, answer_span(case.utterance).start_s
    if case.spoken_s <= target_s * (1 + bands.OVER_TARGET_SHARE):
        return
    first = next(index for index, word in enumerate(words) if word.end_s > start_s + target_s)
    length = clock(case.spoken_s)
    told = f"It took {length}" if case.utterance.is_timed else f"At 150 words per minute it would take {length}"
    yield case.reason("over_target", first, len(words) - 1, f"{told}; the target was {clock(target_s)}.")


def _point_late(case: _Case) -> Iterator[RamblingReason]:
    """Thinking aloud begins with the thinking, so there is no such rule there."""
    if case.kind is Kind.THINK_ALOUD:
        return
    first = _first_direct_answer(case)
    if first is not None and _is_late(case, first):
        came = "The first point came" if case.touched else "You only got to the question"
        yield case.reason("point_late", 0, max(0, first - 1), f"{came} {case.place(first)}.")
    elif _has_no_point_at_all(case):
        last = len(case.utterance.words) - 1
        yield case.reason("point_late", 0, last, "You made no key point and did not address the question.")


def _has_no_point_at_all(case: _Case) -> bool:
    """Whether a question was given and nothing in the answer met it."""
    is_asked = case.question is not None and case.kind is not Kind.THINK_ALOUD
    return is_asked and case.spoken_s > bands.POINT_LATE_S and _first_direct_answer(case) is None


def _is_late(case: _Case, word_index: int) -> bool:
    """Counted from the first word: a pause to think before it is no fault."""
    words = case.utterance.words
    return words[word_index].start_s - words[0].start_s > bands.POINT_LATE_S


def _first_direct_answer(case: _Case) -> int | None:
    """The word that begins the answer proper; None if nothing met the question, or if there is no question to meet.

    That is the first key point, be it made well or not, else what "to answer your question" announces, else the first
    sentence in the question's own words.
    """
    if case.touched:
        return case.touched[0].start
    announced = _announced_point(case)
    if announced is not None or case.question is None:
        return announced
    asked = content_stems([case.question.text]) - _GENERIC
    on_topic = (s.first for s in sentences_of(case.utterance) if len(s.stems & asked) >= min(2, len(asked)))
    return next(on_topic, None)


def _announced_point(case: _Case) -> int | None:
    """Where the speaker says that the answer comes now; after a long preamble, where the preamble's sentence ends."""
    tokens = tokens_of(case.utterance.words)
    hit = phrase_search.first([token.text for token in tokens], straying.COMING_TO_THE_POINT)
    return None if hit is None else tokens[hit.start].word_index


def _repeats_itself(case: _Case) -> Iterator[RamblingReason]:
    """Saying a word of the subject again is no fault: a tenth of the answer must bring nothing but what was said."""
    echoes = [echo for echo in find_echoes(case.utterance) if not _makes_a_point(case, echo)]
    repeated = {index for echo in echoes for index in range(echo.later.first, echo.later.last + 1)}
    if len(repeated) < bands.REPEATED_SHARE * len(case.utterance.words) or not echoes:
        return
    echo = echoes[-1]
    quoted = " ".join(
        word.text for word in case.utterance.words[echo.later.first : echo.later.last + 1][:_QUOTED_WORDS]
    )
    why = f"“{quoted} …” {case.place(echo.later.first)} repeats what you said {case.place(echo.earlier.first)}."
    yield case.reason("repeats_itself", echo.later.first, echo.later.last, why)


def _makes_a_point(case: _Case, echo: Echo) -> bool:
    return any(echo.later.first <= words.start <= echo.later.last for words in case.touched)


def _chained(case: _Case) -> Iterator[RamblingReason]:
    chains = [sentence for sentence in chains_of(case.utterance) if _is_chain(case.utterance, sentence)]
    if not chains:
        return
    longest = max(chains, key=lambda sentence: sentence.word_count)
    why = f"{longest.word_count} words without a stop, joined by “and”, “so” and “then”."
    yield case.reason("chained_clauses", longest.first, longest.last, why)


def _is_chain(utterance: Utterance, sentence: Sentence) -> bool:
    """Without punctuation and times nobody can tell where a sentence ends."""
    if not (utterance.is_timed or any(ends_sentence(word) for word in utterance.words)):
        return False
    return sentence.word_count > bands.CHAIN_WORDS and chain_length(utterance, sentence) >= _MIN_CONNECTORS


def _trails_off(case: _Case) -> Iterator[RamblingReason]:
    for ending in sorted(straying.TRAILING_ENDS, key=len, reverse=True):
        if case.texts[-len(ending) :] == ending:
            last = len(case.utterance.words) - 1
            quoted = " ".join("I" if word == "i" else word for word in ending)
            why = f"It trails off with “{quoted}” instead of a conclusion."
            yield case.reason("trails_off", max(0, last - len(ending) + 1), last, why)
            return


def _no_new_point(case: _Case) -> Iterator[RamblingReason]:
    """A long stretch, most of the answer, in which no further key point came. What comes before the first one is the
    matter of `_point_late`."""
    if not case.key_points or _has_no_point_at_all(case):
        return
    words = case.utterance.words
    starts = [touched.start for touched in case.touched]
    ends = (*starts[1:], len(words) - 1)
    first, last = max(zip(starts or [0], ends, strict=True), key=lambda gap: _gap_s(case, *gap))
    is_story = case.kind is Kind.STORY
    share = bands.NO_NEW_POINT_STORY_SHARE if is_story else bands.NO_NEW_POINT_SHARE
    if _gap_s(case, first, last) < max(bands.NO_NEW_POINT_S, share * case.spoken_s):
        return
    is_after_a_point = any(made.start == first for made in case.made)
    after = f"After the point {case.place(first)}" if is_after_a_point else f"Starting {case.place(first)}"
    yield case.reason("no_new_point", first, last, f"{after}, no new key point came for {_stretch(case, first, last)}.")


def _gap_s(case: _Case, first: int, last: int) -> float:
    return case.utterance.words[last].end_s - case.utterance.words[first].start_s


def _stretch(case: _Case, first: int, last: int) -> str:
    return clock(_gap_s(case, first, last)) if case.utterance.is_timed else f"{last - first} words"


def _drift(case: _Case) -> Iterator[RamblingReason]:
    drift = Drift(case.utterance, case.question, case.touched)
    if (aside := drift.aside()) is not None:
        stretch, wording = aside
        why = f"“{wording}” {case.place(stretch.first)} drifts from the question."
    elif (story := drift.anecdote()) is not None:
        stretch, why = story, f"The story {case.place(story.first)} drifts from the question."
    elif (away := drift.off_topic()) is not None:
        stretch, why = (
            away,
            f"Starting {case.place(away.first)}, what you said has nothing to do with the question or its key points.",
        )
    elif (end := drift.end()) is not None:
        stretch, why = (
            end,
            f"Starting {case.place(end.first)}, nothing relates to the question or its key points.",
        )
    else:
        return
    yield case.reason("drift", stretch.first, stretch.last, why)


_RULES: Final[tuple[Callable[[_Case], Iterator[RamblingReason]], ...]] = (
    _over_target,
    _point_late,
    _repeats_itself,
    _chained,
    _trails_off,
    _drift,
    _no_new_point,
)
