"""What a text said aloud and what was heard of it have in common, however the words are spelt. No voice in here.

Figures count as the words they are said in, British spelling as American, and words that are written together, or in
letters, as those that are not: "over fitting", "S Q L". A term that the recogniser cannot spell counts as heard when it
writes the same sounds.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import Final

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SIGNS: Final = {"%": " percent ", "&": " and ", "+": " plus ", "=": " equals ", "'": "", "’": "", "$": " dollars "}
# The same word on both sides of the ocean; both texts pass, so a word that only looks like one does no harm.
_AMERICAN: Final = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)\b)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=\b|s\b|ed\b|al\b|able\b)"), "or"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)\b)"), "l"),
    (re.compile(r"tre\b"), "ter"),
)
# However one counts: "a hundred and ten" and "one hundred ten", "point nine" and "0.9".
_COUNTED: Final = (
    (re.compile(r"\ba (?=(?:hundred|thousand|million)\b)"), "one "),
    (re.compile(r"(?<=hundred) and (?=\w)"), " "),
    (re.compile(r"\bzero (?=point\b)"), ""),
)
_LONGEST_JOIN: Final = 4
# As it is written, and how the recogniser writes the same sounds.
_SAME_SOUND: Final[dict[str, tuple[str, ...]]] = {
    "adam": ("atom",),
    "churn": ("chern",),
    "modulo": ("module o",),
    "pytorch": ("pie torch",),
    "tensorflow": ("tenser flow", "tensor flow"),
    "bleu": ("blue",),
    "byte": ("bite",),
    "for": ("four",),
    "percent": ("per cent",),
    "plain": ("plane",),
    "pallets": ("palettes",),
    "r cnn": ("our cnn", "are cnn"),
    "r cnns": ("our cnns", "are cnns"),
    "right": ("write",),
    "roc": ("rock",),
    "sne": ("sni",),
    "trie": ("try",),
    "you are": ("youre",),
}


def word_errors(said: str, heard: str) -> float:
    """The words that were added, lost or changed, over the number of words said."""
    reference, hypothesis = words_of(said), words_of(heard)
    return _fewest_changes(reference, hypothesis) / len(reference)


def words_of(text: str) -> list[str]:
    """The words of a text in one spelling."""
    text = "".join(_SIGNS.get(sign, sign) for sign in unicodedata.normalize("NFKC", text).lower())
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\d+(?:\.\d+)?", _number, text)
    text = " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())
    for pattern, same in (*_AMERICAN, *_COUNTED):
        text = pattern.sub(same, text)
    for written, sounds in _SAME_SOUND.items():
        text = re.sub(rf"\b(?:{'|'.join(sounds)})\b", written, text)
    return text.split()


def _number(digits: re.Match[str]) -> str:
    whole, _, decimals = digits[0].partition(".")
    point = f" point {' '.join(_ONES[int(digit)] for digit in decimals)}" if decimals else ""
    return f" {_in_words(int(whole))}{point} "


def _in_words(number: int) -> str:
    """As one counts, without "and"; what is longer than any figure in a question stays as it is."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{_in_words(number // size)} {name} {_in_words(rest) if rest else ''}".strip()
    if number < len(_ONES):
        return _ONES[number]
    return f"{_TENS[number // 10]} {_ONES[number % 10] if number % 10 else ''}".strip()


def _fewest_changes(reference: list[str], hypothesis: list[str]) -> int:
    """Edit distance in words, where some words beside each other may be as many others written together."""
    rows = [list(range(len(hypothesis) + 1))]
    for i in range(1, len(reference) + 1):
        row = [i]
        for j in range(1, len(hypothesis) + 1):
            changed = rows[i - 1][j - 1] + (reference[i - 1] != hypothesis[j - 1])
            row.append(min(rows[i - 1][j] + 1, row[j - 1] + 1, changed, *_joined(reference[:i], hypothesis[:j], rows)))
        rows.append(row)
    return rows[-1][-1]


def _joined(reference: list[str], hypothesis: list[str], rows: list[list[int]]) -> list[int]:
    """The changes before the last few words of both, where those are the same letters."""
    ends = range(1, _LONGEST_JOIN + 1)
    return [
        rows[len(reference) - few][len(hypothesis) - others]
        for few, others in product(ends[: len(reference)], ends[: len(hypothesis)])
        if "".join(reference[-few:]) == "".join(hypothesis[-others:])
    ]
