"""What the user's ears make of the machine's words: put right, joined, split or deleted, and brought back.

Flags are put right in `corrections`, verdicts in `verdict_corrections`. Nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from simulator.analysis.fillers.filler_sounds import is_sound
from simulator.transcript import FilledPause, Transcript, Word

_SAME_SOUND_S: Final = 0.2  # word times of a speech engine are off by up to about this much


@dataclass(frozen=True, slots=True)
class WordCorrection:
    """What was said where the machine heard `heard`, whose first word is number `word_index` of all it heard.

    No words in `said`: nothing was said there. None: the machine's words stand again; with nothing in `heard`, all of
    them. It is found again by its words and its time, so that it holds when the answer is written down anew.
    """

    word_index: int
    heard: tuple[Word, ...]
    said: tuple[Word, ...] | None


AS_HEARD: Final = WordCorrection(0, (), None)
"""Brings the machine's words back, all of them."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A place where the words in use are not the machine's.

    In use are `word_count` words from `word_index` on, none if they were deleted; the machine heard `heard`, whose
    first word is number `heard_index` of all it heard.
    """

    word_index: int
    word_count: int
    heard_index: int
    heard: tuple[Word, ...]

    @property
    def end_index(self) -> int:
        return self.word_index + self.word_count

    @property
    def heard_text(self) -> str:
        """What the machine heard, as running text."""
        return " ".join(word.text.strip() for word in self.heard)


def brought_back(change: WordChange) -> WordCorrection:
    """The correction that says: here the machine was right."""
    return WordCorrection(change.heard_index, change.heard, None)


def put_right(heard: Transcript, corrections: Iterable[WordCorrection]) -> tuple[Transcript, tuple[WordChange, ...]]:
    """The transcript with the user's words in it, and where they stand; the latest correction of a place counts.

    Without any effect it is `heard` itself. A correction whose words are no longer there says nothing. Where a filler
    sound was put right into something else, the sound that was found there is none either.
    """
    words: list[Word] = []
    changes: list[WordChange] = []
    after = 0
    for place in _standing(heard.words, corrections):
        words += heard.words[after : place.first]
        there = heard.words[place.first : place.after]
        changes.append(WordChange(len(words), len(place.said), place.first, there))
        words += place.said
        after = place.after
    if not changes:
        return heard, ()
    words += heard.words[after:]
    pauses = tuple(_pauses_left(heard.filled_pauses, changes, words))
    return replace(heard, words=tuple(words), filled_pauses=pauses), tuple(changes)


def correction_of(
    words: Sequence[Word], changes: Sequence[WordChange], word_index: int, word_count: int, text: str
) -> WordCorrection | None:
    """The correction that says: in place of `word_count` words in use from `word_index` on, `text` was said.

    A space in it parts two words; an empty text deletes. As many words as before keep their times; else they share the
    time from the first start to the last end in proportion to their letters. None if that changes nothing. Raises
    IndexError unless there are such words.
    """
    if word_count < 1 or not 0 <= word_index <= len(words) - word_count:
        raise IndexError(f"there are no {word_count} words from {word_index} on")
    first, now, texts = _trimmed(word_index, words[word_index : word_index + word_count], text.split())
    if [word.text for word in now] == texts:
        return None
    after = first + len(now)
    wide_first, wide_after = _widened(changes, first, after)
    said = (*words[wide_first:first], *_timed(texts, now), *words[after:wide_after])
    heard_first, heard_after = _heard_range(changes, wide_first, wide_after)
    heard = _heard_words(words, changes)[heard_first:heard_after]
    is_as_heard = [word.text for word in said] == [word.text for word in heard]
    return WordCorrection(heard_first, heard, None if is_as_heard else said)


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of the machine's from `first` to before `after`, and what stands in their place."""

    first: int
    after: int
    said: tuple[Word, ...]


def _standing(words: Sequence[Word], corrections: Iterable[WordCorrection]) -> list[_Place]:
    """What holds once all corrections are made, in order of place: a later one covers what it meets of earlier ones."""
    places: list[_Place] = []
    for correction in corrections:
        if not correction.heard:
            places = []
            continue
        first = _found(correction, words)
        if first is None:
            continue
        after = first + len(correction.heard)
        places = [place for place in places if place.after <= first or after <= place.first]
        if correction.said is not None:
            places.append(_Place(first, after, correction.said))
    return sorted(places, key=lambda place: place.first)


def _found(correction: WordCorrection, words: Sequence[Word]) -> int | None:
    """Where the machine's words of a correction stand now: where they stood, or where they are heard at that time."""
    indexes = (correction.word_index, *range(len(words)))
    return next((index for index in indexes if _is_heard_at(correction, words, index)), None)


def _is_heard_at(correction: WordCorrection, words: Sequence[Word], index: int) -> bool:
    there, heard = words[index : index + len(correction.heard)], correction.heard
    if [word.text for word in there] != [word.text for word in heard]:
        return False
    is_same_start = there[0].start_s == heard[0].start_s
    return is_same_start or (there[0].start_s < heard[-1].end_s and heard[0].start_s < there[-1].end_s)


def _trimmed(first: int, now: Sequence[Word], texts: list[str]) -> tuple[int, Sequence[Word], list[str]]:
    """The edit without the words at its edges that stay as they are; one word is left to carry what was put in."""
    while len(now) > 1 and texts and now[0].text == texts[0]:
        first, now, texts = first + 1, now[1:], texts[1:]
    while len(now) > 1 and texts and now[-1].text == texts[-1]:
        now, texts = now[:-1], texts[:-1]
    return first, now, texts


def _widened(changes: Sequence[WordChange], first: int, after: int) -> tuple[int, int]:
    """The words in use from `first` to before `after`, and all of every change that they are part of."""
    met = [change for change in changes if change.word_index < after and first < change.end_index]
    return min((first, *(one.word_index for one in met))), max((after, *(one.end_index for one in met)))


def _heard_range(changes: Sequence[WordChange], first: int, after: int) -> tuple[int, int]:
    """Where these words in use, of no change only a part, stand among the machine's."""
    return _heard_first(changes, first), _heard_after(changes, after - 1)


def _heard_first(changes: Sequence[WordChange], index: int) -> int:
    covering = _change_at(changes, index)
    return covering.heard_index if covering else index + _shift(changes, index)


def _heard_after(changes: Sequence[WordChange], index: int) -> int:
    covering = _change_at(changes, index)
    return covering.heard_index + len(covering.heard) if covering else index + _shift(changes, index) + 1


def _change_at(changes: Sequence[WordChange], index: int) -> WordChange | None:
    return next((change for change in changes if change.word_index <= index < change.end_index), None)


def _shift(changes: Sequence[WordChange], index: int) -> int:
    """How many more words the machine heard before this one, which is its own."""
    return sum(len(change.heard) - change.word_count for change in changes if change.end_index <= index)


def _heard_words(words: Sequence[Word], changes: Sequence[WordChange]) -> tuple[Word, ...]:
    """All that the machine heard, from the words in use."""
    heard: list[Word] = []
    after = 0
    for change in changes:
        heard += (*words[after : change.word_index], *change.heard)
        after = change.end_index
    return (*heard, *words[after:])


def _timed(texts: Sequence[str], now: Sequence[Word]) -> Iterator[Word]:
    """The user's words in the time of those that stood there; the machine's probabilities are not theirs."""
    if len(texts) == len(now):
        yield from (Word(text, word.start_s, word.end_s) for text, word in zip(texts, now, strict=True))
        return
    start_s, end_s = min(word.start_s for word in now), max(word.end_s for word in now)
    passed = [start_s + (end_s - start_s) * share for share in _shares(texts)]
    yield from (Word(text, *times) for text, times in zip(texts, pairwise(passed), strict=True))


def _shares(texts: Sequence[str]) -> list[float]:
    """How much of the letters has passed before each text and after the last, 0 to 1."""
    letters = [max(1, sum(map(str.isalnum, text))) for text in texts]
    return [passed / max(1, sum(letters)) for passed in accumulate(letters, initial=0)]


def _pauses_left(
    pauses: Iterable[FilledPause], changes: Iterable[WordChange], words: Sequence[Word]
) -> Iterator[FilledPause]:
    no_sounds = [sound for change in changes for sound in _unsaid_sounds(change, words)]
    return (pause for pause in pauses if not any(_is_at(pause, sound) for sound in no_sounds))


def _unsaid_sounds(change: WordChange, words: Sequence[Word]) -> Iterator[Word]:
    """Filler sounds that the machine heard where the user hears none."""
    if any(is_sound(word.text) for word in words[change.word_index : change.end_index]):
        return iter(())
    return (word for word in change.heard if is_sound(word.text))


def _is_at(pause: FilledPause, word: Word) -> bool:
    return pause.start_s < word.end_s + _SAME_SOUND_S and word.start_s - _SAME_SOUND_S < pause.end_s
