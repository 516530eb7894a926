"""The speaker's own words, short enough for a sentence of ours: whole clauses with clean edges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import Final

from simulator.analysis.clauses import clauses_of, content_stems
from simulator.analysis.english.grammar import CONNECTORS
from simulator.analysis.english.word_forms import normalise
from simulator.analysis.fillers.filler_sounds import sound_indexes
from simulator.analysis.utterance import Utterance

_MOST_WORDS: Final = 18
"""Our own: what can be read at a glance and heard in some six seconds."""

_LEADING: Final = CONNECTORS - {"because", "which"} | {"well", "okay", "yeah"}
_EDGES: Final = " .,;:!?…—–-"
_MARKS: Final = str.maketrans("", "", '"“”')


def quoted(utterance: Utterance, first: int, last: int, about: str) -> str:
    """The words from `first` to `last`, both included, if they are 18 at most.

    Of more, the clauses in a row that share most words with `about`; of a clause that is too long, how it begins.
    """
    whole = _bare(utterance, first, last)
    if len(whole) <= _MOST_WORDS:
        return _text(whole)
    wanted = content_stems(about.split())
    words = max(_runs(utterance, first, last), key=lambda run: (len(wanted & content_stems(run)), len(run)))
    return _text(words) if len(words) <= _MOST_WORDS else f"{_text(words[:_MOST_WORDS])} …"


def _runs(utterance: Utterance, first: int, last: int) -> Iterator[list[str]]:
    """Each clause of the stretch, and clauses in a row as long as they are short enough together."""
    cuts = [
        (max(first, clause.first), min(last, clause.last))
        for clause in clauses_of(utterance)
        if clause.first <= last and first <= clause.last
    ]
    for index, (start, _) in enumerate(cuts):
        for further, (_, end) in enumerate(cuts[index:]):
            words = _bare(utterance, start, end)
            if further and len(words) > _MOST_WORDS:
                break
            yield words


def _bare(utterance: Utterance, first: int, last: int) -> list[str]:
    """The words without filler sounds, quotation marks, and what only leads on from the sentence before."""
    sounds = sound_indexes(utterance.words)
    words = (utterance.words[index].text.translate(_MARKS) for index in range(first, last + 1) if index not in sounds)
    return [word for word in dropwhile(lambda word: normalise(word) in _LEADING, words) if word]


def _text(words: list[str]) -> str:
    return " ".join(words).strip(_EDGES)
