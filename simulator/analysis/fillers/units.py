"""Units that are written like a filler sound, "50 Ah", "3 um", "5 mm", told from it by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from simulator.analysis.english.around_fillers import (
    AFTER_A_UNIT,
    BEFORE_A_CLOSING_UNIT,
    BEFORE_A_UNIT,
    NUMBER_WORDS,
    NUMBERED,
    SYMBOLS_LIKE_SOUNDS,
    UNITS_LIKE_SOUNDS,
)
from simulator.analysis.english.grammar import SUBJECTS
from simulator.analysis.english.word_forms import ends_clause, ends_sentence, normalise
from simulator.transcript import Word

_AMOUNT: Final = re.compile(r"\d(?:[\d.,]*\d)?(?:[-–x×/]\d(?:[\d.,]*\d)?)*")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def is_unit(words: Sequence[Word], index: int) -> bool:
    """Whether the word, in form a filler sound, stands for a unit or a symbol here."""
    text = normalise(words[index].text)
    if text in SYMBOLS_LIKE_SOUNDS and _has_capital_within(words, index):
        return True
    if text not in UNITS_LIKE_SOUNDS:
        return False
    before, after = _at(words, index - 1), _at(words, index + 1)
    if text == "mm" and before in NUMBER_WORDS:
        return True
    if _is_set_off(words, index):
        return False
    return _is_amount_of(words, index) or _is_named(words[index], before, after)


def _is_amount_of(words: Sequence[Word], index: int) -> bool:
    """ "3 um wide"; not "of 3 um we", "2019 um the" or "Python 3 um and"."""
    number = _at(words, index - 1)
    if not _AMOUNT.fullmatch(number) or _YEAR.fullmatch(number) or _is_numbered(words, index - 2):
        return False
    return _at(words, index + 1) not in SUBJECTS or ends_clause(words[index])


def _is_numbered(words: Sequence[Word], index: int) -> bool:
    """Whether a number goes with the word before it: "Python 3", "step 2"."""
    if _at(words, index) in NUMBERED:
        return True
    return index > 0 and words[index].text.strip()[:1].isupper() and not ends_sentence(words[index - 1])


def _is_named(word: Word, before: str, after: str) -> bool:
    """ "Measured in um.", "the steps per um", "um per pixel"."""
    if after in AFTER_A_UNIT or before in BEFORE_A_UNIT:
        return True
    is_trailing_off = word.text.strip().endswith(("...", "…"))
    return before in BEFORE_A_CLOSING_UNIT and ends_sentence(word) and not is_trailing_off


def _has_capital_within(words: Sequence[Word], index: int) -> bool:
    """Whether it is written "Ah" where no sentence begins and nothing sets it off."""
    first = words[index].text.strip().lstrip("(")[:1]
    return index > 0 and first.isupper() and not ends_clause(words[index - 1]) and not _is_set_off(words, index)


def _is_set_off(words: Sequence[Word], index: int) -> bool:
    """Whether commas, or a sign that stands alone, part it from the word before: "we had 3, um, models"."""
    if index == 0:
        return True
    before = words[index - 1]
    return ends_clause(before) or not normalise(before.text)


def _at(words: Sequence[Word], index: int) -> str:
    return normalise(words[index].text) if 0 <= index < len(words) else ""
