"""Words written as broken off, "th-", told from other words with a hyphen behind them by what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from simulator.analysis.english.around_fillers import JOINING_A_WORD_TO_ITSELF
from simulator.analysis.english.word_forms import normalise
from simulator.transcript import Word

_CUT_OFF: Final = re.compile(r"([^\W\d_]+)[-‐‑–—][\"')\]”’]*$")
_WORDS_BACK: Final = 4


def cut_off(word: Word) -> str:
    """The letters of a word that may be broken off, as written; empty for "gate:-", "L1-", "-" and whole words."""
    found = _CUT_OFF.fullmatch(word.text.strip().lstrip("\"'([“‘"))
    return found.group(1) if found else ""


def is_the_beginning_of(broken: str, following: str, after: str = "") -> bool:
    """Whether `following`, before the word `after`, is what the broken word was going to be: "th-" and "think".

    Capitals tell a name from a beginning: "a grade of B- because", "NOTE- notes". "The a- and b-branch" are two words
    with one end.
    """
    begun, whole = broken.lower(), normalise(following)
    if begun == whole or not whole.startswith(begun):
        return False
    if whole in JOINING_A_WORD_TO_ITSELF and "-" in after.strip("-"):
        return False
    is_name = broken.isupper() and broken != "I" and not following.lstrip("\"'([“‘").startswith(broken)
    return not is_name


def is_taken_up_again(broken: str, before: Sequence[str]) -> bool:
    """Whether a word broken off at the very end was said whole shortly before: "I think I th-"."""
    return any(is_the_beginning_of(broken, text) for text in before[-_WORDS_BACK:])
