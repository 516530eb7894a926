"""A CV as lines: what a file's layout tore apart put together, what names no technique blotted out. Finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.own_work.cv.plain_letters import in_plain_letters

MOST_CHARACTERS: Final = 100_000
"""Of a text; some twenty pages. Our own."""

_LONGEST_LINE: Final = 1_000  # nobody writes one; the time that patterns take grows with the square of it
_SHORTEST_CV: Final = 5  # in lines; a name does not stand above less

_BULLET: Final = re.compile(r"^\s*(?:[•◦▪▫●○■□‣⁃∙·–—*➢➤►▶✓✔\uf0b7\uf0a7o]|-{1,2}|\d{1,2}[.)])\s+")
_BULLET_ALONE: Final = re.compile(r"^\s*[•◦▪▫●○■□‣⁃∙·–—*➢➤►▶✓✔\uf0b7\uf0a7-]\s*$")
_MARKDOWN_HEADING: Final = re.compile(r"^\s*#{1,6}\s+")
_EMPHASIS: Final = re.compile(r"\*\*|__|`")
_LINK: Final = re.compile(r"\[([^\]\n]{1,200})\]\([^)\n]{1,500}\)")
_GOES_ON: Final = re.compile(r"(?:[,;/&(]|\b(?:and|or|with|using|in|for|of|the|a|to))$")
_LONGEST_GOING_ON: Final = 8
_ADDRESSES: Final = re.compile(
    r"https?://\S+|www\.\S+|\S{1,64}@\S{1,255}|\b(?:[\w-]{1,63}\.){1,5}"
    r"(?:com|org|net|io|ai|dev|de|uk|eu|fr|ch|at|edu|gov|info|me|app)\b\S*",
    re.IGNORECASE,
)
_NOT_PRINTABLE: Final = re.compile(r"[^\S\n]|[^\w\s!-~\u00a0-\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of sense. `depth` is 1 to 6 for a heading that the text itself marks (Markdown), else 0.

    Blank lines are dropped but counted.
    """

    text: str
    is_bullet: bool = False
    depth: int = 0
    follows_blank: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the text itself says so."""
        return self.depth > 0


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a CV, those that a file broke in the middle of a list or a sentence joined again."""
    return tuple(_joined(_raw_lines(in_plain_letters(text[:MOST_CHARACTERS])[:MOST_CHARACTERS])))


def without_addresses(text: str) -> str:
    """The line with blanks for e-mail addresses, links and hosts, so that places stay where they are."""
    return _ADDRESSES.sub(lambda found: " " * len(found[0]), text)


def words_of(text: str) -> list[str]:
    """Runs of letters and figures."""
    return re.findall(r"[^\W_]+", text)


def _raw_lines(text: str) -> Iterator[Line]:
    follows_blank, is_bullet_due = True, False
    for raw in _short_lines(text):
        if _BULLET_ALONE.match(raw):  # a PDF may hold the mark and its text as two lines
            is_bullet_due = True
            continue
        line = _line_of(raw, follows_blank)
        if line.text:
            yield replace(line, is_bullet=True) if is_bullet_due else line
            is_bullet_due = False
        follows_blank = not line.text


def _short_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        rest = line
        while len(rest) > _LONGEST_LINE:
            end = rest.rfind(" ", 1, _LONGEST_LINE) + 1 or _LONGEST_LINE
            yield rest[:end]
            rest = rest[end:]
        yield rest


def _line_of(raw: str, follows_blank: bool) -> Line:
    heading = _MARKDOWN_HEADING.match(raw)
    bullet = None if heading else _BULLET.match(raw)
    depth = heading[0].count("#") if heading else 0
    text = _MARKDOWN_HEADING.sub("", raw)[bullet.end() if bullet else 0 :]
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", text))
    return Line(" ".join(_NOT_PRINTABLE.sub(" ", text).split()), bool(bullet), depth, follows_blank)


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    before: Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line):
            before = replace(before, text=f"{before.text} {line.text}")
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _goes_on(before: Line, line: Line) -> bool:
    if line.is_bullet or line.is_heading or before.is_heading or line.follows_blank:
        return False
    if len(before.text) + len(line.text) > _LONGEST_LINE:
        return False
    return bool(_GOES_ON.search(before.text[-_LONGEST_GOING_ON:])) or line.text[0].islower()


def is_name(lines: Sequence[Line], known: int) -> bool:
    """Whether the first line is the name of the person: two to four words with a capital, on top of a longer text.

    `known` is how many of its words are a technique's, by themselves.
    """
    if len(lines) < _SHORTEST_CV:
        return False
    first = lines[0].text
    words = first.replace("-", " ").replace(".", " ").split()
    is_capitals = all(word.isalpha() and word[0].isupper() for word in words)
    return is_capitals and 2 <= len(words) <= 4 and known < len(words)
