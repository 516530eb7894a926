"""Text as one would type it: no ligatures, no soft hyphens, no words torn apart at the end of a line."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from simulator.own_work.cv.technique_catalogue import spellings

_LIKE_OTHERS: Final = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
    "\ufeff": None, "\u2215": "/", "\u2044": "/", "\u2122": None, "\u00ae": None, "\u00a9": None,
})  # fmt: skip
"""What looks like a letter that everybody types, or like nothing; NFKC leaves these as they are, or spells them out."""
_TORN: Final = re.compile(r"(?<![^\W_])([^\W_]{1,40})-\n[ \t]{0,40}([^\W_]{1,40})")
_SOFT_AT_END: Final = re.compile(r"\u00ad[ \t]{0,40}\n[ \t]{0,40}")
_FIRST_HALVES: Final = """
a add all co cost cross data drop end fact few fine full half high in k large left long low meta mid multi n near non
off on one open out plug post pre problem production pseudo q real right self semi short single small state step t
three time top two up user v weak well x zero
"""
_BEFORE_HYPHEN: Final = frozenset(_FIRST_HALVES.split())
"""What keeps its hyphen wherever the line ends: "cross-validation", "real-time"."""
_LONGEST_HEADING: Final = 80
_SPACED_OUT: Final = re.compile(r"^[ \t]*(?:[^\W\d_&] {1,2}){3,}[^\W\d_]?(?: {2,}(?:[^\W\d_&] )+[^\W\d_])*:?[ \t]*$")
_HEADING_WORDS: Final = re.compile(
    "(?:academic|about|additional|and|awards?|career|case|certifications?|contact|core|education|employment|experience|"
    "history|interests|key|languages?|me|personal|portfolio|professional|profile|projects?|publications?|relevant|"
    "research|selected|side|skills?|studies|summary|technical|technologies|thesis|tools|work)",
    re.IGNORECASE,
)


def in_plain_letters(text: str) -> str:
    """The text with plain letters and whole words; its lines stay, but for those that a hyphen ended."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = unicodedata.normalize("NFKC", _SOFT_AT_END.sub("", text).translate(_LIKE_OTHERS)).translate(_LIKE_OTHERS)
    return "\n".join(_closed_up(line) for line in _TORN.sub(_whole, plain).split("\n"))


def _whole(torn: re.Match[str]) -> str:
    """The word whose two halves stand on two lines, with its hyphen where it has one of its own."""
    first, second = torn[1], torn[2]
    known = spellings().get((first + second).casefold())
    written = known[1].text.casefold() if known else ""
    has_own_hyphen = "-" in written if known else _keeps_hyphen(first, second)
    return f"{first}-{second}" if has_own_hyphen else first + second


def _keeps_hyphen(first: str, second: str) -> bool:
    """ "cross-validation", "Holt-Winters", "2019-2021", "GPT-4"."""
    return not second[0].islower() or first[-1].isdigit() or first.casefold() in _BEFORE_HYPHEN


def _closed_up(line: str) -> str:
    """ "P R O J E C T S" as "PROJECTS"."""
    if len(line) > _LONGEST_HEADING or not _SPACED_OUT.match(line):
        return line
    words = (word.replace(" ", "") for word in re.split(r" {2,}", line.strip()))
    return " ".join(_apart(word) for word in words)


def _apart(letters: str) -> str:
    """ "WORKEXPERIENCE" as "WORK EXPERIENCE"."""
    words = _HEADING_WORDS.findall(letters)
    return " ".join(words) if "".join(words) == letters else letters
