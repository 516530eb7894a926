"""An advertisement as lines, each with the part it stands in; what pasting left of a web page is cleared away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.own_work.advertisement.headings import Part, head_and_rest, label_of, part_of_heading
from simulator.own_work.advertisement.line_breaks import with_line_breaks
from simulator.own_work.cv.lines import MOST_CHARACTERS, Line, lines_of


@dataclass(frozen=True, slots=True)
class AdvertLine:
    """One line of sense, and the part of the advertisement it stands in. A heading opens its part and says no more."""

    text: str
    part: Part
    is_bullet: bool = False
    is_heading: bool = False


_UNSEEN: Final = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ENTRY: Final = re.compile(r"<li(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_HEADING: Final = re.compile(r"<h[1-6](?:\s[^<>]{0,300})?>", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|ul|ol|br|tr|table|section|article|header|footer|h[1-6]|li|td|th)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_INLINE: Final = re.compile(r"</?(?:span|strong|b|em|i|u|a|font|small|sup|sub)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_UNWRITTEN: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\ufe0f]")

# Up to three signs at the start of a line mark an entry, glued to it or not; what Markdown begins with does not.
_ODD_BULLET: Final = re.compile(r"^\s*(?!\*\*|__|--|#)(?:[^\w\s\"'(\[$€£&@.<>“‘/\\+]{1,3}|[oO](?=\s))\s*(?=[\w\"“(])")
_BOLD: Final = re.compile(r"^\s*(\*\*|__)(?=\S)([^*_]+)\1\s*:?\s*$")
_OPENS_HEADING: Final = re.compile(r"(?:about|how|join|life|meet|more|our|what|when|where|who|why)\b", re.IGNORECASE)
_MOST_HEADING_WORDS: Final = 8
_MOST_BARE_WORDS: Final = 5


def advert_lines(text: str) -> tuple[AdvertLine, ...]:
    """The lines of an advertisement as it was pasted or read: tags, entities, odd bullets and hard blanks gone."""
    marked = "\n".join(_marked(line) for line in _plain_text(text).split("\n"))
    return tuple(_with_parts(lines_of(marked)))


def _plain_text(text: str) -> str:
    shown = _UNSEEN.sub(" ", text[:MOST_CHARACTERS])
    for tag, instead in ((_ENTRY, "\n• "), (_HEADING, "\n# "), (_BLOCK, "\n"), (_INLINE, "")):
        shown = tag.sub(instead, shown)
    written = _UNWRITTEN.sub("", html.unescape(shown)).replace("\r\n", "\n").replace("\r", "\n")
    return with_line_breaks(written)


def _marked(line: str) -> str:
    """The line with headings and entries marked as Markdown marks them, so that nothing is joined to them."""
    if part_of_heading(line) is not None:
        return f"## {line.strip().lstrip('#*_ ')}"
    head, rest = head_and_rest(line) or ("", "")
    if head and label_of(head) is None and part_of_heading(head) is not None:
        return f"## {head}\n• {rest}"
    bold = _BOLD.match(line)
    return f"## {bold[2]}" if bold else _ODD_BULLET.sub("• ", line)


def _with_parts(lines: tuple[Line, ...]) -> Iterator[AdvertLine]:
    part = Part.OPEN
    for line in lines:
        opened = part_of_heading(line.text) if line.is_heading else None
        is_heading = opened is not None or _is_unknown_heading(line)
        if is_heading:
            part = opened or Part.OPEN
        yield AdvertLine(line.text, part, line.is_bullet, is_heading)


def _is_unknown_heading(line: Line) -> bool:
    """A heading by its looks that says nothing of what follows: "Machine learning:", "PLATFORM TEAM"."""
    text, words = line.text, len(line.text.split())
    if line.is_bullet or words > _MOST_HEADING_WORDS:
        return False
    is_bare = words <= _MOST_BARE_WORDS and text[-1].isalnum() and bool(_OPENS_HEADING.match(text))
    return line.is_heading or text.endswith(":") or (text.isupper() and len(text) > 3) or is_bare
