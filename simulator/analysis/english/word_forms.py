"""Words as comparable forms: normalised spelling, parts and stems. Words of one meaning: `equivalents`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from simulator.analysis.english.numbers import TENS, UNITS
from simulator.transcript import Word

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

_EDGES: Final = re.compile(r"^[\W_]+|[^\w+#]+$|(?<![a-z+#])[+#]+$")
_JOINTS: Final = re.compile(r"[\s\-‐‑–—/_…]+|\.{2,}")
_BARE_POINT: Final = re.compile(r"(?<![\w.])\.(?=[0-9])")
_SENTENCE_END: Final = re.compile(r"[.?!…][\"'”’)]*$")
_CLAUSE_END: Final = re.compile(r"[,;:.?!…—–][\"'”’)]*$")
_IZE: Final = re.compile(r"(?<=[a-z]{3})[iy][sz](?:e|es|ed|ing|er|ers|ation|ations)$")
_IFI: Final = re.compile(r"(?<=[a-z]{3})ifi$")
_OUR: Final = re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|al$|able$)")

_NUMBERS: Final = {word: str(number) for word, number in (UNITS | TENS).items()}

# Forms a suffix stemmer cannot bring together; only those that turn up in answers about data and models.
_IRREGULAR: Final = {
    "analysis": "analyse", "analyses": "analyse", "bases": "basis",
    "began": "begin", "begun": "begin", "better": "good",
    "biased": "bias", "biases": "bias", "broke": "break", "broken": "break", "built": "build", "centre": "center",
    "centred": "center", "centres": "center", "chose": "choose", "chosen": "choose", "criteria": "criterion",
    "drawn": "draw", "drew": "draw", "fallen": "fall", "fell": "fall", "fewer": "few", "found": "find", "gave": "give",
    "given": "give", "grew": "grow", "grown": "grow", "held": "hold", "hypotheses": "hypothesis", "indices": "index",
    "kept": "keep", "knew": "know", "known": "know", "learnt": "learn", "leaves": "leaf", "lost": "lose",
    "made": "make", "matrices": "matrix", "maxima": "maximum", "means": "mean", "meant": "mean", "minima": "minimum",
    "optima": "optimum", "overcame": "overcome", "ran": "run", "rose": "rise", "said": "say", "saw": "see",
    "seen": "see", "shown": "show", "shrank": "shrink", "shrunk": "shrink", "spent": "spend", "taken": "take",
    "taught": "teach", "thought": "think", "told": "tell", "took": "take", "vertices": "vertex", "went": "go",
    "worse": "bad", "written": "write", "wrote": "write",
}  # fmt: skip

# Words whose meaning is not that of the stem Porter gives them: a "positive" is no position, "probably" no probability,
# "important" no import. They are their own stem, without the ending of a plural.
_OWN_STEMS: Final = """
positive positively negative objective objectively effective effectively production productive important importance
meaning probably actually basically normally likely unlikely hardly nearly lately partly ending expensive valid sensible
collective respective respectively relatively generic several honestly naturally fairly mostly useful usefulness timing
numbered differently pointing
"""
_APART: Final = frozenset(_OWN_STEMS.split())


@dataclass(frozen=True, slots=True)
class Token:
    """One comparable part of a word: "cross-validation" gives two, both pointing to the same `word_index`."""

    text: str
    word_index: int

    @property
    def stem(self) -> str:
        return stem(self.text)


@lru_cache(maxsize=16_384)
def normalise(text: str) -> str:
    """The word in lower case, without the punctuation around it; inner hyphens and apostrophes stay, ".3" is "0.3"."""
    text = text.strip().lower().replace("’", "'").replace("%", " percent")
    return _EDGES.sub("", _BARE_POINT.sub("0.", text))


@lru_cache(maxsize=16_384)
def parts(text: str) -> tuple[str, ...]:
    """The word's comparable parts: split at hyphens, slashes and spaces, numbers up to ninety as digits."""
    return tuple(_NUMBERS.get(piece, piece) for piece in parts_as_said(text))


@lru_cache(maxsize=16_384)
def parts_as_said(text: str) -> tuple[str, ...]:
    """The word's parts with numbers as they were said, to be read as a whole by `numbers`."""
    pieces = (_EDGES.sub("", piece) for piece in _JOINTS.split(normalise(text)))
    return tuple(piece for piece in pieces if piece)


def tokens_of(words: Iterable[Word], skip: frozenset[int] = frozenset()) -> tuple[Token, ...]:
    """All parts of all words in order, leaving out the words at the indexes in `skip`."""
    return tuple(
        Token(part, index) for index, word in enumerate(words) if index not in skip for part in parts(word.text)
    )


@lru_cache(maxsize=16_384)
def stem(text: str) -> str:
    """What the inflections of a word share, by Porter's English stemmer (Snowball).

    "regularise" and "regular" stay apart, as do "positive" and "position": the stemmer alone would join them. British
    and American spellings meet, and so do "classifier" and "classification", which it would not join.
    """
    text = text.removesuffix("'s")
    text = _OUR.sub("or", _IRREGULAR.get(text, text))
    if _IZE.search(text):
        return _IZE.sub("iz", text)
    if text in _APART or text.removesuffix("s") in _APART:
        return text if text in _APART else text.removesuffix("s")
    return _IFI.sub("if", str(_stemmer().stemWord(text)))


def ends_sentence(word: Word) -> bool:
    """Whether the written word closes a sentence; a number such as "0.5" does not."""
    return bool(_SENTENCE_END.search(word.text.strip()))


def ends_clause(word: Word) -> bool:
    """Whether the written word carries any closing punctuation."""
    return bool(_CLAUSE_END.search(word.text.strip()))


def is_acronym(text: str) -> bool:
    """Whether the word is written in capitals alone, two or more: "HMM", "AND"."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


@cache
def _stemmer() -> EnglishStemmer:
    from snowballstemmer.english_stemmer import EnglishStemmer

    return EnglishStemmer()
