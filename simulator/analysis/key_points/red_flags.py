"""Which red flags of a question an answer says, and where. Only what is plainly claimed counts: when in doubt, none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from question_bank.models import RedFlag
from simulator.analysis.english import not_claimed, phrase_search
from simulator.analysis.english.equivalents import NOT, cue_pieces, is_small
from simulator.analysis.english.word_forms import ends_clause, tokens_of
from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment
from simulator.analysis.key_points.red_flags_by_meaning import CuePlace, window_that_says
from simulator.analysis.key_points.refusals import is_waved_away
from simulator.analysis.quotes import quoted
from simulator.analysis.report import KeyPointResult, RedFlagHeard
from simulator.analysis.utterance import Sentence, Utterance
from simulator.transcript import join_words

_MOST_TRIED: Final = 12
"""Who names a mistake a dozen times without ever claiming it is talking about it."""

_REACH: Final = 40
_DENIED_AFTER: Final = 4
_ANSWERED_WITHIN: Final = 3
_QUOTES: Final = frozenset('"“”')
_EDGES: Final = " .,;:!?…"


def find_red_flags(
    utterance: Utterance, flags: Sequence[RedFlag], entailment: Entailment | None = None
) -> tuple[RedFlagHeard, ...]:
    """The flags that were plainly said, in the question's order.

    With `entailment`, read from this utterance, each at the shortest window that makes its sentence; cues are a sign.
    Without, each at the first place where a cue stands in its own order within one sentence. A cue is not held against
    the speaker where the words around it deny it, ask it, put it into somebody else's mouth, make it depend on
    something, or take it back.
    """
    places = cue_places(utterance, flags)
    if entailment is None or not entailment.windows:
        heard = (_by_words(utterance, flag, own) for flag, own in zip(flags, places, strict=True))
    else:
        texts = frozenset(flag.text for flag in flags)
        heard = (
            _by_meaning(utterance, flag, window_that_says(flag.text, entailment, tuple(own), texts))
            for flag, own in zip(flags, places, strict=True)
        )
    return tuple(one for one in heard if one is not None)


def cue_places(utterance: Utterance, flags: Sequence[RedFlag]) -> list[Iterator[CuePlace]]:
    """For each flag, one by one, where a cue of it stands in its own order within one sentence."""
    cues = [tuple(_in_order(cue) for cue in flag.cues) for flag in flags]
    spoken = SpokenWords(utterance, (cue for own in cues for cue in own))
    return [_cue_places(utterance, spoken, own) for own in cues]


def without_contradicted(points: Sequence[KeyPointResult], flags: Sequence[RedFlagHeard]) -> tuple[KeyPointResult, ...]:
    """The key points, those not made that were found in the very words of a red flag: "more trees overfit" makes no
    point about more trees. A point whose contrary was said stays so.
    """
    wrong = frozenset(index for flag in flags for index in flag.words)
    return tuple(_not_made(point) if _rests_on(point, wrong) else point for point in points)


def _rests_on(point: KeyPointResult, wrong: Collection[int]) -> bool:
    """Whether words of its cue are those of a mistake; of a window, which may say more, whether all of them are."""
    if point.is_contrary or not point.words:
        return False
    return (all if point.found_by == "meaning" else any)(index in wrong for index in point.words)


def _not_made(point: KeyPointResult) -> KeyPointResult:
    """A window that makes a point and a mistake at once more likely makes the mistake."""
    probability = None if point.probability is None else round(min(point.probability, 1 - point.probability), 3)
    return KeyPointResult(point.id, covered=False, at_s=None, verdict="not", probability=probability)


def _in_order(text: str) -> Cue:
    """The cue for its words in their order alone: said the other way round, a mistake is often none."""
    return replace(Cue.of(text), core=())


def _cue_places(utterance: Utterance, spoken: SpokenWords, cues: Sequence[Cue]) -> Iterator[CuePlace]:
    """Where cues are said, in order, and whether they are meant there."""
    found = sorted(((place, cue) for cue in cues for place in spoken.places(cue)), key=lambda hit: hit[0])
    for (start, end), cue in found[:_MOST_TRIED]:
        if not _is_loose(utterance, spoken, start, end, cue):
            first, last = spoken.pieces[start].first, spoken.pieces[end - 1].last
            is_waved = is_waved_away(spoken, start, end, is_contrary=False)
            yield CuePlace(first, last, not is_waved and not _Around(utterance, first, last).is_doubtful)


def _by_words(utterance: Utterance, flag: RedFlag, cues: Iterator[CuePlace]) -> RedFlagHeard | None:
    place = next((cue for cue in cues if cue.is_meant), None)
    if place is None:
        return None
    said = join_words(utterance.words[place.first : place.last + 1]).strip(_EDGES)
    return _heard(utterance, flag, said, place.first, place.last)


def _by_meaning(utterance: Utterance, flag: RedFlag, window: AnswerWindow | None) -> RedFlagHeard | None:
    if window is None:
        return None
    said = quoted(utterance, window.first, window.last, flag.text)
    return _heard(utterance, flag, said, window.first, window.last)


def _heard(utterance: Utterance, flag: RedFlag, said: str, first: int, last: int) -> RedFlagHeard:
    span = utterance.span_of(first, last)
    return RedFlagHeard(
        flag.text, said, utterance.shown(span.start_s), utterance.shown(span.end_s), first, last - first + 1
    )


def _is_loose(utterance: Utterance, spoken: SpokenWords, start: int, end: int, cue: Cue) -> bool:
    """Whether a word that matters, or a comma, stands among those of the cue: "L2, unlike L1, …"."""
    pieces = spoken.pieces[start:end]
    expected = Counter(cue.stems)
    for piece in pieces:
        if expected[piece.stem]:
            expected[piece.stem] -= 1
        elif not is_small(piece.stem) or piece.text in not_claimed.NOT_CLAIMED | not_claimed.BOUNDING:
            return True
    return any(ends_clause(utterance.words[piece.last]) for piece in pieces[:-1])


@dataclass(frozen=True)
class _Around:
    """The words about those from `first` to `last` of an answer, both included."""

    utterance: Utterance
    first: int
    last: int

    @property
    def is_doubtful(self) -> bool:
        """Whether the words around say that the speaker does not mean it."""
        return (
            self._is_asked_or_quoted()
            or self._is_not_claimed()
            or self._is_bounded()
            or _has(self._before + self._after, not_claimed.DISSENT)
            or any(_has(self._texts(sentence), not_claimed.DISSENT) for sentence in self._neighbours)
            or self._is_taken_back()
        )

    @cached_property
    def _sentence(self) -> Sentence:
        return self.utterance.sentence_at(self.first)

    @cached_property
    def _before(self) -> list[str]:
        return self._texts_of(range(max(self._sentence.first, self.first - _REACH), self.first))

    @cached_property
    def _after(self) -> list[str]:
        return self._texts_of(range(self.last + 1, min(self._sentence.last, self.last + _REACH) + 1))

    @property
    def _neighbours(self) -> Iterator[Sentence]:
        """The sentence before and the one after."""
        if self._sentence.first > 0:
            yield self.utterance.sentence_at(self._sentence.first - 1)
        if self._sentence.last + 1 < len(self.utterance.words):
            yield self.utterance.sentence_at(self._sentence.last + 1)

    def _is_asked_or_quoted(self) -> bool:
        first, end = max(0, self.first - _REACH), self.last + _REACH + 1
        near = (word.text for word in self.utterance.words[first:end])
        is_quoted = any(not _QUOTES.isdisjoint(text) for text in near)
        return is_quoted or "?" in self.utterance.words[self._sentence.last].text

    def _is_not_claimed(self) -> bool:
        before = _without(self._before, not_claimed.CLAIMED_ALL_THE_SAME)
        is_of_one_case = not not_claimed.OF_ONE_CASE.isdisjoint(self._before[:1])
        return is_of_one_case or not not_claimed.NOT_CLAIMED.isdisjoint(before) or _denies(before)

    def _is_bounded(self) -> bool:
        goes_on = not ends_clause(self.utterance.words[self.last])
        is_in_part = goes_on and not not_claimed.IN_PART.isdisjoint(self._after[:1])
        return is_in_part or _has(self._after, not_claimed.BOUNDED) or _denies(self._after[:_DENIED_AFTER])

    def _is_taken_back(self) -> bool:
        """Whether the next sentence begins by denying it."""
        if self._sentence.last + 1 >= len(self.utterance.words):
            return False
        begins = self._texts(self.utterance.sentence_at(self._sentence.last + 1))[:_ANSWERED_WITHIN]
        return not not_claimed.BACK.isdisjoint(begins[:1]) or _denies(begins)

    def _texts(self, sentence: Sentence) -> list[str]:
        """The words of a sentence beside this one, as far as they are near."""
        near = range(max(sentence.first, self.first - 2 * _REACH), min(sentence.last, self.last + 2 * _REACH) + 1)
        return self._texts_of(near)

    def _texts_of(self, indexes: range) -> list[str]:
        return [token.text for token in tokens_of(self.utterance.words[index] for index in indexes)]


def _has(texts: Sequence[str], wordings: tuple[phrase_search.Phrase, ...]) -> bool:
    return phrase_search.first(texts, wordings) is not None


def _without(texts: Sequence[str], wordings: tuple[phrase_search.Phrase, ...]) -> list[str]:
    """The texts but for those that stand in one of the wordings."""
    gone = {index for hit in phrase_search.hits(texts, wordings) for index in range(hit.start, hit.end)}
    return [text for index, text in enumerate(texts) if index not in gone]


def _denies(texts: Sequence[str]) -> bool:
    return any(piece.meaning == NOT for text in texts for piece in cue_pieces(text))
