"""A Markdown document of a stranger's as a flat list of blocks, each with its line and the depth at which it stands.

What Markdown means: markdown-it. Usual HTML is taken off; what can be unfolded (`<details>`) is a depth like a list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice
from textwrap import dedent
from typing import Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from question_bank.exchange.html_text import is_usual_tag, read_html
from question_bank.yaml_tree import check_scalar


class BlockKind(Enum):
    """What a block is in the document."""

    HEADING = auto()
    SUMMARY = auto()
    ITEM = auto()
    PROSE = auto()
    CODE = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document that is not divided further.

    `line` counts from 1, `depth` the lists, quotes and folds around it. `rank` is that of a heading, 1 to 6. `lead` is
    what stands in bold at its beginning; `cells` are those of a table's row.
    """

    kind: BlockKind
    text: str
    line: int
    depth: int
    rank: int = 0
    lead: str = ""
    cells: tuple[str, ...] = ()
    is_head: bool = False


_Targets: TypeAlias = dict[str, dict[str, str]]
"""Where links lead of which the text gives only a name."""

# Blocks and lines are parsed one after the other: what is too long is refused before it is taken apart.
_BLOCKS: Final = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
_INLINE: Final = MarkdownIt("commonmark")
_FENCE: Final = re.compile(r"[\s>]*(`{3,}|~{3,})")
_FOLD: Final = re.compile(r"<(/?)(details|summary)\b[^<>]*>", re.IGNORECASE)
_TARGET: Final = re.compile(r" {0,3}\[([^\[\]]{1,200})\]:[ \t]*(\S+)")
_FRONT_MATTER: Final = re.compile(r"---\n(?:[^\n]*\n){0,40}?---\n")
_LETTER: Final = re.compile(r"[^\W\d]")
_SOURCES: Final = re.compile(r"[ \t]*\[\s*(?:src|source|answer|ans|ref|reference|link)s?\s*\d*\s*\]", re.IGNORECASE)
_OWN_PLACE: Final = "#"
_BREAKS: Final = ("softbreak", "hardbreak")


def blocks_of(text: str) -> list[Block]:
    """The blocks from top to bottom; raises `UnreadablePack` with the line of one that is too long for a value."""
    if found := _FRONT_MATTER.match(text):
        text = "\n" * found.group().count("\n") + text[found.end() :]
    targets: _Targets = {}
    blocks: list[Block] = []
    for part in [*_parts_of(text, targets)]:  # all of it first: a target stands behind the links to it
        blocks += _Walk(part, targets).blocks()
    return blocks


@dataclass(slots=True)
class _Part:
    """What stands between two borders of folds; a summary is the line that one unfolds by."""

    line: int
    depth: int
    is_summary: bool = False
    pieces: list[str] = field(default_factory=list)


def _parts_of(text: str, targets: _Targets) -> Iterator[_Part]:
    """The document cut at the borders of its folds, code left alone; targets of links are taken out into `targets`."""
    part = _Part(1, 0)
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        at = 0
        if not fence and (target := _TARGET.match(line)):
            targets[normalizeReference(target[1])] = {"href": target[2], "title": ""}
            line = ""
        for tag in () if fence or _FENCE.match(line) else _FOLD.finditer(line):
            if line.count("`", 0, tag.start()) % 2:
                continue
            part.pieces.append(line[at : tag.start()])
            yield part
            part, at = _after(part, tag, number), tag.end()
        fence = _fence_after(line, fence)
        part.pieces.append(line[at:] + "\n")
    yield part


def _after(part: _Part, tag: re.Match[str], line: int) -> _Part:
    is_end, name = bool(tag[1]), tag[2].lower()
    if name == "summary":
        return _Part(line, part.depth, is_summary=not is_end)
    return _Part(line, max(0, part.depth + (-1 if is_end else 1)))


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open behind this line; empty outside of code."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    is_end = found[1].startswith(fence) and not line[found.end() :].strip()
    return "" if is_end else fence


@dataclass(slots=True)
class _Walk:
    """Goes through one part of a document."""

    part: _Part
    targets: _Targets

    def blocks(self) -> Iterator[Block]:
        text = dedent("".join(self.part.pieces))
        if self.part.is_summary:
            yield self._block(BlockKind.SUMMARY, _Words.of(" ".join(text.split()), self.targets), self.part.line, 0)
            return
        root = SyntaxTreeNode(_BLOCKS.parse(text))
        yield from self._within(root, 0)

    def _within(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        for child in node.children:
            yield from self._of(child, depth)

    def _of(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        line = self._line(node)
        match node.type:
            case "heading":
                yield self._block(BlockKind.HEADING, self._words(node), line, depth, rank=int(node.tag[1]))
            case "paragraph":
                yield from self._paragraph(node, line, depth)
            case "fence" | "code_block":
                check_scalar(node.content, line)
                yield self._plain(BlockKind.CODE, node.content.rstrip("\n"), line, depth)
            case "html_block":
                yield from self._html(node.content, line, depth)
            case "table":
                yield from self._rows(node, depth)
            case "list_item":
                yield from self._item(node, depth)
            case "blockquote":
                yield from self._within(node, depth + 1)
            case _:
                yield from self._within(node, depth)

    def _paragraph(self, node: SyntaxTreeNode, line: int, depth: int) -> Iterator[Block]:
        """A paragraph; one in which lines in bold ask something is as many as there are such lines."""
        for offset, words in self._words(node).parts():
            yield self._block(BlockKind.PROSE, words, line + offset, depth)

    def _item(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        """An item's first paragraph, then what else is in it; an entry of a table of contents is none."""
        children = node.children
        if children and children[0].type == "paragraph":
            words = self._words(children[0])
            if words.leads_only_to.startswith(_OWN_PLACE):
                children = children[1:]
            else:
                yield self._block(BlockKind.ITEM, words, self._line(node), depth)
                children = children[1:]
        for child in children:
            yield from self._of(child, depth + 1)

    def _html(self, markup: str, line: int, depth: int) -> Iterator[Block]:
        found = read_html(markup)
        paragraphs = "\n".join(found.lines).split("\n\n")
        for text in filter(str.strip, paragraphs):
            yield self._plain(BlockKind.PROSE, text.strip(), line, depth)
        for item in found.items:
            yield self._plain(BlockKind.ITEM, item, line, depth)
        if found.code:
            yield self._plain(BlockKind.CODE, found.code, line, depth)

    def _rows(self, table: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        for part in table.children:
            for row in part.children:
                cells = tuple(self._words(cell).text for cell in row.children)
                text = ", ".join(filter(None, cells))
                is_head = part.type == "thead"
                yield Block(BlockKind.ROW, text, self._line(row), self.part.depth + depth, cells=cells, is_head=is_head)

    def _words(self, node: SyntaxTreeNode) -> _Words:
        if not node.children:
            return _Words()
        inline = node.children[0]
        check_scalar(inline.content.replace("\\", ""), self._line(node))
        return _Words.of(inline.content, self.targets)

    def _line(self, node: SyntaxTreeNode) -> int:
        return self.part.line + (node.map[0] if node.map else 0)

    def _block(self, kind: BlockKind, words: _Words, line: int, depth: int, rank: int = 0) -> Block:
        return Block(kind, words.text, line, self.part.depth + depth, rank, words.lead)

    def _plain(self, kind: BlockKind, text: str, line: int, depth: int) -> Block:
        return Block(kind, text, line, self.part.depth + depth)


@dataclass(slots=True)
class _Words:
    """The tokens of a paragraph as plain text, a line feed for each of its breaks."""

    tokens: list[Token] = field(default_factory=list)

    @classmethod
    def of(cls, content: str, targets: _Targets) -> _Words:
        inline = _INLINE.parseInline(content, {"references": targets})[0]
        return cls(inline.children or [])

    @property
    def text(self) -> str:
        return _SOURCES.sub("", "".join(map(_text_of, self.tokens))).strip()

    @property
    def lead(self) -> str:
        return _bold_start(self.tokens)

    @property
    def leads_only_to(self) -> str:
        return _only_link(self.tokens)

    def parts(self) -> Iterator[tuple[int, _Words]]:
        """The paragraph cut before each line that begins with a question in bold, and how far down each part begins."""
        begin, line, begin_line = 0, 0, 0
        for index, token in enumerate(self.tokens):
            if token.type not in _BREAKS:
                continue
            line += 1
            if "?" in _bold_start(self.tokens, index + 1):
                yield begin_line, _Words(self.tokens[begin:index])
                begin, begin_line = index + 1, line
        yield begin_line, _Words(self.tokens[begin:])


def _text_of(token: Token) -> str:
    match token.type:
        case type_ if type_ in _BREAKS:
            return "\n"
        case "image":
            return ""
        case "html_inline":
            return _text_of_tag(token.content)
    return token.content


def _text_of_tag(tag: str) -> str:
    name = re.sub(r"^</?|[\s/>].*$", "", tag, flags=re.DOTALL).lower()
    if name == "br":
        return "\n"
    return "" if tag.startswith("<!--") or is_usual_tag(name) else tag


def _bold_start(tokens: list[Token], start: int = 0) -> str:
    """What is in bold before anything else on its line but a number is said."""
    depth = 0
    lead: list[str] = []
    for token in islice(tokens, start, None):
        depth += (token.type == "strong_open") - (token.type == "strong_close")
        if token.type == "strong_close" and not depth:
            return "".join(lead).strip()
        if not depth and (token.type in _BREAKS or _LETTER.search(_text_of(token))):
            return ""
        lead.append(_text_of(token))
    return ""


def _only_link(tokens: list[Token]) -> str:
    """Where a paragraph leads that is nothing but a link."""
    links = [token for token in tokens if token.type == "link_open"]
    if len(links) != 1 or tokens[0] is not links[0] or tokens[-1].type != "link_close":
        return ""
    return str(links[0].attrGet("href") or "")
