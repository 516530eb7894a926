"""HTML of a card to plain text: paragraphs, list items, code. Nothing is rendered, loaded or kept of the markup.

Python's own parser takes seconds for a few kilobytes of unclosed tags; this one reads every letter once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_PARAGRAPHS: Final = frozenset(["p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"])
_BREAKS: Final = _PARAGRAPHS | {"br", "tr", "dt", "dd"}
_HIDDEN: Final = frozenset({"script", "style", "head", "title", "template", "noscript"})
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>")
_ENTITY: Final = re.compile(r"&#?\w{1,32};")
_ALONE: Final = frozenset({"br", "img", "hr"})
_USUAL: Final = (
    _BREAKS
    | _HIDDEN
    | frozenset(
        [
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "span",
            "li",
            "img",
            "pre",
            "code",
            "sub",
            "sup",
            "td",
            "th",
            "tbody",
            "font",
            "center",
            "kbd",
            "small",
            "big",
            "mark",
            "strike",
            "s",
            "ins",
            "del",
            "thead",
            "details",
            "summary",
            "blockquote",
        ]
    )
)


def is_usual_tag(name: str) -> bool:
    """Whether this, in small letters, is a tag that people write, and not the type of a list or a placeholder."""
    return name in _USUAL


def looks_like_html(text: str) -> bool:
    """Whether there is an entity in it, or usual tags as they are used: an end to a beginning, or one that needs none.

    Who asks what a <div> is writes no HTML.
    """
    begun: set[str] = set()
    for found in _TAG.finditer(text):
        name = (found[2] or "").lower()
        if name in _ALONE or (found[1] and name in begun):
            return True
        begun |= {name} & _USUAL
    return any(html.unescape(found.group()) != found.group() for found in _ENTITY.finditer(text))


@dataclass(frozen=True, slots=True)
class NoteField:
    """What a field of a card says: lines of text (an empty one between paragraphs), list items, preformatted code."""

    lines: tuple[str, ...]
    items: tuple[str, ...]
    code: str


def read_html(markup: str) -> NoteField:
    """The field as plain text; any markup is understood, none can do harm."""
    reader = _Reader()
    markup = "".join(_without_comments(markup))
    at = 0
    for tag in _TAG.finditer(markup):
        reader.take_text(html.unescape(markup[at : tag.start()]))
        reader.take_tag((tag[2] or "").lower(), is_end=bool(tag[1]))
        at = tag.end()
    reader.take_text(html.unescape(markup[at:]))
    return reader.field()


def _without_comments(markup: str) -> Iterator[str]:
    """What stands outside of comments; one that never ends is text."""
    at = 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        yield markup[at:start]
        at = end + 3
    yield markup[at:]


@dataclass(slots=True)
class _Reader:
    """Sorts the words of a field by what surrounds them; each text is a list of pieces until the end."""

    _lines: list[list[str]] = field(default_factory=lambda: [[]])
    _items: list[list[str]] = field(default_factory=list)
    _code: list[list[str]] = field(default_factory=list)
    _is_in_item: bool = False
    _is_in_code: bool = False
    _hidden_by: str = ""

    def field(self) -> NoteField:
        lines = tuple(" ".join("".join(pieces).split()) for pieces in self._lines)
        items = (" ".join("".join(pieces).split()) for pieces in self._items)
        codes = ("".join(pieces).strip("\n") for pieces in self._code)
        return NoteField(lines, tuple(filter(None, items)), "\n\n".join(filter(str.strip, codes)))

    def take_text(self, text: str) -> None:
        if not self._hidden_by:
            self._open().append(text)

    def take_tag(self, name: str, *, is_end: bool) -> None:
        if self._hidden_by:
            self._hidden_by = "" if is_end and name == self._hidden_by else self._hidden_by
        elif name in _HIDDEN:
            self._hidden_by = "" if is_end else name
        elif name == "pre":
            self._is_in_code = not is_end
            self._code += [] if is_end else [[]]
        elif name == "li":
            self._is_in_item = not is_end
            self._items += [] if is_end else [[]]
        elif name in _BREAKS:
            self._break(name, is_end=is_end)

    def _open(self) -> list[str]:
        if self._is_in_code:
            return self._code[-1]
        return self._items[-1] if self._is_in_item else self._lines[-1]

    def _break(self, name: str, *, is_end: bool) -> None:
        if self._is_in_item and not self._is_in_code and is_end and name in ("ul", "ol"):
            self._is_in_item = False
        if self._is_in_code or self._is_in_item:
            self._open().append("\n")
        elif name in _PARAGRAPHS:
            self._lines += [[], []]
        elif not is_end:
            self._lines.append([])
