"""Which words of an answer are gone in another, which are new. Fillers are no content, and are left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from simulator.analysis.english.grammar import FUNCTION_WORDS
from simulator.analysis.english.word_forms import normalise
from simulator.analysis.report import ReportedWord
from simulator.store.records import AnswerRecord

Block = tuple[int, int, int]
"""Where a stretch that both have begins in the first and in the second, and how many words it has."""


class Said(StrEnum):
    """What a word of one answer is beside the other answer."""

    KEPT = "kept"
    DROPPED = "dropped"
    """Of the first answer only."""
    ADDED = "added"
    """Of the second answer only."""
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words next to each other that are alike."""

    said: Said
    words: tuple[ReportedWord, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of two answers, in stretches. Counts are of words that are no fillers; `kept` of the second answer."""

    first: tuple[Stretch, ...]
    second: tuple[Stretch, ...]

    @property
    def dropped_count(self) -> int:
        return _count(self.first, Said.DROPPED)

    @property
    def added_count(self) -> int:
        return _count(self.second, Said.ADDED)

    @property
    def kept_count(self) -> int:
        return _count(self.second, Said.KEPT)


def wording_of(first: AnswerRecord, second: AnswerRecord) -> Wording:
    """The words of both answers, as corrected by the user, with what was dropped and added.

    Takes up to some 0.3 s for two answers of ten minutes: not for a thread that paints.
    """
    before, after = _Words(first), _Words(second)
    blocks = _without_lone_small_words(_common(before.content, after.content), before.content, after.content)
    kept_before = {before.indexes[at + step] for at, _, size in blocks for step in range(size)}
    kept_after = {after.indexes[at + step] for _, at, size in blocks for step in range(size)}
    return Wording(before.stretches(kept_before, Said.DROPPED), after.stretches(kept_after, Said.ADDED))


class _Words:
    """The words of one answer, and those of them that are content, as comparable forms."""

    def __init__(self, record: AnswerRecord) -> None:
        self.words = words_of(record)
        self._fillers = _filler_indexes(record)
        forms = [normalise(word.text) for word in self.words]
        self.indexes = [index for index, form in enumerate(forms) if form and index not in self._fillers]
        self.content = [forms[index] for index in self.indexes]

    def stretches(self, kept: set[int], otherwise: Said) -> tuple[Stretch, ...]:
        content = set(self.indexes)

        def said(index: int) -> Said:
            if index not in content:
                return Said.FILLER
            return Said.KEPT if index in kept else otherwise

        runs = groupby(range(len(self.words)), key=said)
        return tuple(Stretch(kind, tuple(self.words[index] for index in run)) for kind, run in runs)


def words_of(record: AnswerRecord) -> tuple[ReportedWord, ...]:
    """The words as they stand now; a typed answer that was not judged yet has them without times."""
    if record.transcript is not None:
        return tuple(ReportedWord(word.text.strip(), word.start_s, word.end_s) for word in record.transcript.words)
    if record.report is not None:
        return record.report.transcript.words
    return tuple(ReportedWord(text, None, None) for text in record.typed.split())


def _filler_indexes(record: AnswerRecord) -> frozenset[int]:
    """None while the words were corrected and not judged since: the marks are of other words."""
    report, transcript = record.report, record.transcript
    if report is None or (transcript is not None and not report.is_of(transcript)):
        return frozenset()
    spans = ((one.word_index, one.word_count) for one in report.fillers if one.word_index is not None)
    return frozenset(index for first, count in spans for index in range(first, first + max(1, count)))


def _common(first: Sequence[str], second: Sequence[str]) -> list[Block]:
    found = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in found if block.size]


def _without_lone_small_words(blocks: list[Block], first: Sequence[str], second: Sequence[str]) -> list[Block]:
    """Two answers always share an "and it is" somewhere: between longer changes that is no wording kept."""
    return [block for block, gaps in _with_gaps(blocks, len(first), len(second)) if not _is_lone(block, gaps, first)]


def _with_gaps(blocks: list[Block], first_count: int, second_count: int) -> Iterator[tuple[Block, tuple[int, int]]]:
    """Each block with the size of the change before it and of that after it."""
    ends = [(0, 0, 0), *blocks, (first_count, second_count, 0)]
    gaps = [max(after[0] - before[0] - before[2], after[1] - before[1] - before[2]) for before, after in pairwise(ends)]
    yield from ((block, (gaps[number], gaps[number + 1])) for number, block in enumerate(blocks))


def _is_lone(block: Block, gaps: tuple[int, int], first: Sequence[str]) -> bool:
    at, _, size = block
    return size <= min(gaps) and FUNCTION_WORDS.issuperset(first[at : at + size])


def _count(stretches: Sequence[Stretch], said: Said) -> int:
    return sum(len(stretch.words) for stretch in stretches if stretch.said is said)
