"""Numbers brought to one spelling, said or written: "thirty thousand", "30,000" and "30k" are all "30000".

Of the libraries for this, word2number has rested since 2017 and text2num is compiled and keeps no places of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_UNITS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS: Final = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_ORDINAL_UNITS: Final = """
first second third fourth fifth sixth seventh eighth ninth
"""
_NAMING_A_POINT: Final = """
this that the my your his her our their its a one each every which key first second third last next main end data
starting turning
"""

UNITS: Final = {word: number for number, word in enumerate(_UNITS.split())}
TENS: Final = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}

MOST_WORDS: Final = 24
"""No number is read further than this many words."""

_SCALES: Final = {
    "k": 10**3, "thousand": 10**3, "million": 10**6, "bn": 10**9, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_ORDINALS: Final = {word: number for number, word in enumerate(_ORDINAL_UNITS.split(), start=1)}
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_WRITTEN: Final = re.compile(
    r"(?P<figures>0|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[1-9][0-9]{0,14})(?P<rest>\.[0-9]{1,12})?(?P<scale>k|bn)?"
)
_FIGURES: Final = {word: str(number) for word, number in UNITS.items() if number < 10} | {"oh": "0", "nought": "0"}

# "k" counts no thousands in "five k fold"; nor does "point" begin a number in "my point two", nor "thousand" in "a few
# thousand".
_AFTER_LETTER_K: Final = frozenset({"fold", "folds", "means", "medoids", "nearest", "neighbours", "neighbors", "nn"})
_BEFORE_NO_NUMBER: Final = frozenset(_NAMING_A_POINT.split())
_BEFORE_A_VAGUE_NUMBER: Final = frozenset({"few", "several", "many", "some", "couple"})

_FIRST_WORDS: Final = frozenset({*UNITS, *TENS, *_SCALES, "nought", "point", "hundred", "half", "a"})

_ENDLESS: Final = Decimal("Infinity")
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in figures ("30000", "0.3", "95th"), and how many words it was said in."""

    text: str
    word_count: int


def may_begin(word: str) -> bool:
    """Whether a number may begin with the word: most do not, and need not be read further."""
    return word in _FIRST_WORDS or word[:1].isdecimal() or word.endswith("ieth")


def number_at(words: Sequence[str], start: int = 0) -> Number | None:
    """The longest number that begins at `start`, None if none does; words are in lower case and split at hyphens.

    "Second" and "first" are none, and "a" is one only before "hundred" and the like.
    """
    before = words[start - 1] if start else ""
    following = words[start : start + MOST_WORDS]
    if ordinal := _ordinal(following):
        return ordinal
    reading = _Reading(following, before)
    value = reading.number()
    return None if value is None else Number(_figures(value), reading.position)


def _ordinal(words: Sequence[str]) -> Number | None:
    """ "Ninety-fifth" as "95th"; those of one word but "ninetieth" say too little to be put into figures."""
    first, second = (*words[:2], "", "")[:2]
    unit = _ORDINALS.get(second)
    if first in TENS and unit:
        return Number(f"{TENS[first] + unit}{_ENDINGS.get(unit, 'th')}", 2)
    tens = TENS.get(f"{first.removesuffix('ieth')}y")
    return Number(f"{tens}th", 1) if tens and first.endswith("ieth") else None


def _figures(value: Decimal) -> str:
    return f"{value.normalize():f}"


class _Reading:
    """Reads one number from the start of `words`; `position` is behind what was read."""

    def __init__(self, words: Sequence[str], before: str) -> None:
        self.position = 0
        self._words = words
        self._before = before

    def number(self) -> Decimal | None:
        """Groups with their scales, each smaller than the one before: "two million three hundred thousand and one"."""
        read = self._scaled(_ENDLESS)
        if read is None:
            return None
        value, scale = read
        while scale > 1 and (more := self._more(scale)):
            value, scale = value + more[0], more[1]
        return value

    def _word(self, ahead: int = 0) -> str:
        at = self.position + ahead
        return self._words[at] if at < len(self._words) else ""

    def _take(self, *words: str) -> bool:
        """Go on behind these words, if they come next."""
        is_next = tuple(self._words[self.position : self.position + len(words)]) == words
        self.position += len(words) * is_next
        return is_next

    def _more(self, scale: int) -> tuple[Decimal, int] | None:
        """What is added to thousands; "between one thousand and two" joins nothing."""
        mark = self.position
        has_and = self._take("and")
        read = None if has_and and self._before == "between" else self._scaled(Decimal(scale))
        if read is None:
            self.position = mark
        return read

    def _scaled(self, below: Decimal) -> tuple[Decimal, int] | None:
        """A group and its scale (1 without), less than `below` together."""
        mark = self.position
        group = self._group()
        if group is None:
            return None
        scale = _SCALES[self._word()] if self._is_scale() else 1
        if group * scale >= below:
            self.position = mark
            return None
        self.position += scale > 1
        return group * scale, scale

    def _is_scale(self, ahead: int = 0) -> bool:
        word = self._word(ahead)
        return word in _SCALES and not (word == "k" and self._word(ahead + 1) in _AFTER_LETTER_K)

    def _is_multiple(self, ahead: int = 0) -> bool:
        word = self._word(ahead)
        return word == "hundred" or (word != "k" and word in _SCALES)

    def _group(self) -> Decimal | None:
        value = self._counted()
        if value is None:
            return None
        if self._take("and", "a", "half"):
            value += _HALF
        if self._take("hundred"):
            value = value * 100 + self._after_hundred()
        return value

    def _counted(self) -> Decimal | None:
        """How many hundreds or thousands, or the number itself, with what stands behind its point."""
        written = self._written()
        if written is not None:
            return written
        if self._word() == "half" and self._word(1) == "a" and self._is_multiple(2):
            self.position += 2
            return _HALF
        value = self._one_multiple()
        return self._spoken() if value is None else value

    def _one_multiple(self) -> Decimal | None:
        """The one of "a hundred", and of "hundred" at the beginning."""
        is_article = self._word() == "a"
        is_bare = self.position == 0 and self._before not in _BEFORE_A_VAGUE_NUMBER
        if not self._is_multiple(ahead=is_article) or not (is_article or is_bare):
            return None
        self.position += is_article
        return Decimal(1)

    def _written(self) -> Decimal | None:
        found = _WRITTEN.fullmatch(self._word())
        if not found:
            return None
        self.position += 1
        value = Decimal(found["figures"].replace(",", "") + (found["rest"] or ""))
        if found["scale"]:
            return value * _SCALES[found["scale"]]
        return value if found["rest"] else value + self._behind_point()

    def _spoken(self) -> Decimal | None:
        whole = self._below_hundred()
        if whole is None:
            is_point = self.position == 0 and self._word() == "point" and self._before not in _BEFORE_NO_NUMBER
            return (self._behind_point() or None) if is_point else None
        return whole + self._behind_point()

    def _below_hundred(self) -> Decimal | None:
        word = self._word()
        if word in TENS:
            self.position += 1
            return TENS[word] + self._digit_after_tens()
        if word not in UNITS and word != "nought":
            return None
        self.position += 1
        return Decimal(UNITS.get(word, 0))

    def _digit_after_tens(self) -> Decimal:
        digit = UNITS.get(self._word(), 0)
        if not 0 < digit < 10:
            return Decimal(0)
        self.position += 1
        return Decimal(digit)

    def _after_hundred(self) -> Decimal:
        """The rest below a hundred: "and five" joins "a hundred and five", and not "a hundred and five hundred"."""
        mark = self.position
        has_and = self._take("and")
        rest = None if has_and and self._before == "between" else self._below_hundred()
        if rest is None or self._word() == "hundred":
            self.position = mark
            return Decimal(0)
        return rest

    def _behind_point(self) -> Decimal:
        """The fraction said after "point"; 0 if there is none."""
        mark = self.position
        figures = (self._figures_one_by_one() or self._figures_together()) if self._take("point") else ""
        if not figures:
            self.position = mark
        return Decimal(f"0.{figures or 0}")

    def _figures_one_by_one(self) -> str:
        figures = ""
        while figure := _FIGURES.get(self._word()):
            figures += figure
            self.position += 1
        return figures

    def _figures_together(self) -> str:
        """ "Twenty five" behind a point, or figures that were written."""
        if self._word().isdecimal():
            self.position += 1
            return self._words[self.position - 1]
        value = self._below_hundred()
        return "" if value is None else str(value)
