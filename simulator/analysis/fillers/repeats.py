"""Repeats and restarts: "the the", "in a in a", "I think I th-". Meant repeats are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.english.around_fillers import JOINING_A_WORD_TO_ITSELF, MEANT_TWICE, OFTEN_BEGUN_AGAIN
from simulator.analysis.english.word_forms import ends_clause, ends_sentence, is_cut_off, normalise, parts
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.report import Filler
from simulator.analysis.utterance import Utterance
from simulator.transcript import Word

_LONGEST: Final = 4
_SHORTEST_CONTENT_WORD: Final = 5
_CONFIDENCE: Final = 0.9
_CUT_OFF_CONFIDENCE: Final = 0.8


def repeats(utterance: Utterance) -> tuple[Filler, ...]:
    """Every stretch said twice in a row and every word broken off and begun again; the first saying is marked."""
    words = utterance.words
    skipped = sound_indexes(words)
    kept = [index for index in range(len(words)) if index not in skipped and normalise(words[index].text)]
    return tuple(_walk(words, kept))


def _walk(words: tuple[Word, ...], kept: list[int]) -> Iterator[Filler]:
    position = 0
    while position < len(kept):
        size = _repeat_size(words, kept, position) or _restart_size(words, kept, position)
        if size:
            yield _marked(words, kept[position], kept[position + size - 1])
        elif _is_broken_start(words, kept, position):
            yield _marked(words, kept[position], kept[position])
        position += size or 1


def _repeat_size(words: tuple[Word, ...], kept: list[int], position: int) -> int:
    """How many words are said again at once; 0 if none, or if the repeat is meant."""
    for size in range(min(_LONGEST, (len(kept) - position) // 2), 0, -1):
        said = [normalise(words[index].text) for index in kept[position : position + size]]
        again = [normalise(words[index].text) for index in kept[position + size : position + 2 * size]]
        if said == again and not _is_meant(words, kept, position, said):
            return size
    return 0


def _is_meant(words: tuple[Word, ...], kept: list[int], position: int, said: list[str]) -> bool:
    """Weight, figures, a new sentence on the same thing ("the deal. The deal is …"), "a long, long run"."""
    if len(set(said)) == 1 and said[0] in MEANT_TWICE:
        return True
    last = words[kept[position + len(said) - 1]]
    if ends_sentence(last):
        return True
    if all(map(_is_number, said)) or (len(said) > 1 and said[-1] in JOINING_A_WORD_TO_ITSELF):
        return True
    if len(said) == 1:
        return not _is_said_twice_by_slip(said[0], ends_clause(last))
    return said[-1] not in OFTEN_BEGUN_AGAIN


def _is_number(word: str) -> bool:
    return any(part[0].isdigit() for part in parts(word))


def _is_said_twice_by_slip(word: str, has_mark_after: bool) -> bool:
    return word in OFTEN_BEGUN_AGAIN or (len(word) >= _SHORTEST_CONTENT_WORD and not has_mark_after)


def _restart_size(words: tuple[Word, ...], kept: list[int], position: int) -> int:
    """Words up to one that is broken off, begun again in other words: "I th- I think" marks "I th-"."""
    for size in range(2, min(_LONGEST, len(kept) - position - 1) + 1):
        broken = words[kept[position + size - 1]]
        if is_cut_off(broken) and normalise(words[kept[position]].text) == normalise(words[kept[position + size]].text):
            return size
    return 0


def _is_broken_start(words: tuple[Word, ...], kept: list[int], position: int) -> bool:
    """ "th- think": a broken word and the word it was going to be; or one broken off at the end ("I think I th-")."""
    word = words[kept[position]]
    if not is_cut_off(word) or not normalise(word.text).isalpha():
        return False
    return not _is_spelt(words, kept, position) and not _shares_its_end(words, kept, position)


def _shares_its_end(words: tuple[Word, ...], kept: list[int], position: int) -> bool:
    """ "Pre- and post-processing"."""
    following = [words[index].text for index in kept[position + 1 : position + 3]]
    return (
        len(following) > 1
        and normalise(following[0]) in JOINING_A_WORD_TO_ITSELF
        and "-" in following[1].strip().rstrip("-")
    )


def _is_spelt(words: tuple[Word, ...], kept: list[int], position: int) -> bool:
    """A letter beside another one, as in "V- I- O- L- E- T"; "I- I think" is begun again."""
    letter, *beside = (normalise(words[kept[at]].text) for at in (position, *_beside(kept, position)))
    return len(letter) == 1 and any(len(other) == 1 and other != letter for other in beside)


def _beside(kept: list[int], position: int) -> Iterator[int]:
    return (at for at in (position - 1, position + 1) if 0 <= at < len(kept))


def _marked(words: tuple[Word, ...], first: int, last: int) -> Filler:
    text = " ".join(word.text.strip() for word in words[first : last + 1])
    confidence = _CUT_OFF_CONFIDENCE if is_cut_off(words[last]) else _CONFIDENCE
    return Filler(text, "repeat", "words", words[first].start_s, words[last].end_s, confidence, first, last - first + 1)
