"""Words that mean the same within a phrase, and slips of the ear. Cues are searched for in `key_points.cues`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from simulator.analysis.english.numbers import MOST_WORDS, may_begin, number_at
from simulator.analysis.english.word_forms import parts_as_said, stem

NOT: Final = "not"
"""The one meaning of every negation."""

# Words a phrase may gain or lose without saying something else.
_SMALL_WORDS: Final = """
a an the this that these those it it's its is are was were be been being am to of for with by and so then also i we you
he she they them their his her my our your me us i'm i'd i'll i've we'd we'll we've you'd you'll you've they're there
there's here do does did has have had will would can could may might just really very quite simply basically actually
like well know kind sort get gets getting got which who what as at on in into some any say let's okay
"""

_NEGATIONS: Final = """
not never no without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't
haven't hasn't hadn't nobody none nothing neither nor
"""

# Each line is one meaning, as people speak of models, data and work. Within phrases only: alone, "price" is no sign of
# "cost", but "the price of a mistake" is "the cost of an error".
_SAME: Final = """
reduce lower decrease shrink
increase raise grow rise
big large huge high
small tiny little low
each every
predict guess forecast
wrong mistake error incorrect
same identical equal
remember memorise
pick choose select
begin start
stop end
fast quick rapid
client customer
colleague coworker teammate
somebody someone anybody anyone
picture image photo
network net
middle centre
throw discard drop remove delete
number count
compute calculate
watch monitor observe
company firm business
boss manager
weight weighting
class label category
unseen new
value content
keep stay remain
fill impute
repair fix correct
expensive costly dear
price cost
row record
function method
split cut divide
past older earlier before previous
later newer next future
need require
test try
penalty penalise punish
multiply times
many lots several
share fraction proportion ratio
part subset
random chance
"""

# What a recogniser, or the tongue, makes of terms: only forms that hardly mean anything else.
_TERMS: Final = {
    "per cent": "percent",
    "ab": "a b",
    "data set": "dataset",
    "data sets": "datasets",
    "pre trained": "pretrained",
    "non linear": "nonlinear",
    "hyper parameter": "hyperparameter",
    "hyper parameters": "hyperparameters",
    "likely hood": "likelihood",
    "forrest": "forest",
    "laura": "lora",
    "x g boost": "xgboost",
    "extra boost": "xgboost",
    "light g b m": "lightgbm",
    "pie torch": "pytorch",
    "numb pie": "numpy",
    "psychic learn": "scikit learn",
    "sidekick learn": "scikit learn",
    "sk learn": "scikit learn",
    "sklearn": "scikit learn",
    "re lu": "relu",
    "ray lou": "relu",
    "cosign": "cosine",
    "word to vec": "word2vec",
    "word 2 vec": "word2vec",
    "support vector machine": "svm",
    "support vector machines": "svm",
    "s v m": "svm",
    "vm": "virtual machine",
    "v m": "virtual machine",
    "rnn": "recurrent network",
    "r n n": "recurrent network",
    "gpu": "graphics card",
    "g p u": "graphics card",
    "pca": "principal component analysis",
    "p c a": "principal component analysis",
}

_MARKS: Final = frozenset(",;:.?!")
_MAX_TERM_WORDS: Final = max(len(term.split()) for term in _TERMS)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word to compare, and the numbers of the first and last word of the text that it stands for."""

    text: str
    first: int
    last: int

    @property
    def stem(self) -> str:
        return stem(self.text)

    @property
    def meaning(self) -> str:
        return meaning(self.stem)


def as_terms(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with slips of the ear set right: "v m" and "vm" both become "virtual", "machine"."""
    heard = tuple(pieces)
    start = 0
    while start < len(heard):
        size = _term_size(heard[start : start + _MAX_TERM_WORDS])
        run = heard[start : start + max(size, 1)]
        words = _TERMS[_spelling(run)].split() if size else [run[0].text]
        yield from (Piece(word, run[0].first, run[-1].last) for word in words)
        start += len(run)


def as_numbers(pieces: Iterable[Piece], breaks: Collection[int] = ()) -> Iterator[Piece]:
    """The pieces with each number in one piece, as figures; none goes on behind a word in `breaks`."""
    heard = tuple(pieces)
    texts = tuple(piece.text for piece in heard)
    start = 0
    while start < len(heard):
        is_likely = may_begin(texts[start])
        number = number_at(texts[: _next_break(heard, start, breaks)], start) if is_likely else None
        run = heard[start : start + (number.word_count if number else 1)]
        yield Piece(number.text if number else run[0].text, run[0].first, run[-1].last)
        start += len(run)


def _next_break(pieces: Sequence[Piece], start: int, breaks: Collection[int]) -> int:
    """The place behind the next piece after which a clause ends."""
    ends = (
        index + 1
        for index in range(start, min(start + MOST_WORDS, len(pieces)) - 1)
        if pieces[index].last in breaks and pieces[index + 1].first != pieces[index].last
    )
    return next(ends, start + MOST_WORDS)


def _term_size(run: Sequence[Piece]) -> int:
    """How many pieces at the start of the run make a term; 0 if none do."""
    return next((size for size in range(len(run), 0, -1) if _spelling(run[:size]) in _TERMS), 0)


def _spelling(pieces: Iterable[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


@cache
def meaning(stemmed: str) -> str:
    """The stem that stands for all stems of one meaning within a phrase."""
    return _meanings().get(stemmed, stemmed)


def is_small(stemmed: str) -> bool:
    """Whether a phrase may gain or lose the word without saying something else."""
    return stemmed in _small_stems()


@cache
def _small_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _SMALL_WORDS.split())


@cache
def _meanings() -> dict[str, str]:
    lines = [[stem(word) for word in line.split()] for line in _SAME.strip().splitlines()]
    same = {stemmed: line[0] for line in lines for stemmed in line}
    return same | {stem(word): NOT for word in _NEGATIONS.split()}


def cue_pieces(cue: str) -> tuple[Piece, ...]:
    """The comparable words of a cue; a comma parts numbers, as in "zero, fifty, two"."""
    words = cue.split()
    breaks = frozenset(index for index, word in enumerate(words) if word[-1] in _MARKS)
    pieces = (Piece(text, index, index) for index, word in enumerate(words) for text in parts_as_said(word))
    return tuple(as_terms(as_numbers(pieces, breaks)))
