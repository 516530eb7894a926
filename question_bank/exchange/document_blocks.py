"""A Markdown document of a stranger's as a flat list of blocks, each with its line and the depth at which it stands.

What Markdown means: markdown-it. Usual HTML is taken off; what can be unfolded (`<details>`) is a depth like a list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from textwrap import dedent
from typing import Any, Final

from markdown_it import MarkdownIt
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


# Blocks and lines are parsed one after the other: what is too long is refused before it is taken apart.
_BLOCKS: Final = MarkdownIt("commonmark").enable("table").disable("inline")
_INLINE: Final = MarkdownIt("commonmark")
_FENCE: Final = re.compile(r"[\s>]*(`{3,}|~{3,})")
_FOLD: Final = re.compile(r"<(/?)(details|summary)\b[^<>]*>", re.IGNORECASE)
_FRONT_MATTER: Final = re.compile(r"---\n(?:[^\n]*\n){0,40}?---\n")
_OWN_PLACE: Final = "#"


def blocks_of(text: str) -> list[Block]:
    """The blocks from top to bottom; raises `UnreadablePack` with the line of one that is too long for a value."""
    if found := _FRONT_MATTER.match(text):
        text = "\n" * found.group().count("\n") + text[found.end() :]
    definitions: dict[str, Any] = {}
    _BLOCKS.parse(text, definitions)
    blocks: list[Block] = []
    for part in _parts_of(text):
        blocks += _Walk(part, definitions).blocks()
    return blocks


@dataclass(slots=True)
class _Part:
    """What stands between two borders of folds; a summary is the line that one unfolds by."""

    line: int
    depth: int
    is_summary: bool = False
    pieces: list[str] = field(default_factory=list)


def _parts_of(text: str) -> Iterator[_Part]:
    """The document cut at the borders of its folds, those in code left alone."""
    part = _Part(1, 0)
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        at = 0
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
    definitions: dict[str, Any]

    def blocks(self) -> Iterator[Block]:
        text = dedent("".join(self.part.pieces))
        if self.part.is_summary:
            yield self._block(BlockKind.SUMMARY, _Words.of(" ".join(text.split()), self.definitions), self.part.line, 0)
            return
        root = SyntaxTreeNode(_BLOCKS.parse(text, {"references": self.definitions.get("references", {})}))
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
                yield self._block(BlockKind.PROSE, self._words(node), line, depth)
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
        return _Words.of(inline.content, self.definitions)

    def _line(self, node: SyntaxTreeNode) -> int:
        return self.part.line + (node.map[0] if node.map else 0)

    def _block(self, kind: BlockKind, words: _Words, line: int, depth: int, rank: int = 0) -> Block:
        return Block(kind, words.text, line, self.part.depth + depth, rank, words.lead)

    def _plain(self, kind: BlockKind, text: str, line: int, depth: int) -> Block:
        return Block(kind, text, line, self.part.depth + depth)


@dataclass(slots=True)
class _Words:
    """The plain text of a paragraph, a line feed for each of its breaks."""

    text: str = ""
    lead: str = ""
    leads_only_to: str = ""

    @classmethod
    def of(cls, content: str, definitions: dict[str, Any]) -> _Words:
        tokens = _INLINE.parseInline(content, {"references": definitions.get("references", {})})[0].children or []
        text = "".join(map(_text_of, tokens)).strip()
        return cls(text, _bold_start(tokens), _only_link(tokens))


def _text_of(token: Token) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
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


def _bold_start(tokens: list[Token]) -> str:
    """What is in bold before anything else but a number is said."""
    depth = 0
    lead: list[str] = []
    for token in tokens:
        depth += (token.type == "strong_open") - (token.type == "strong_close")
        if token.type == "strong_close" and not depth:
            break
        if not depth and not lead and re.search(r"[^\W\d]", _text_of(token)):
            return ""
        lead.append(_text_of(token))
    else:
        return ""
    return "".join(lead).strip()


def _only_link(tokens: list[Token]) -> str:
    """Where a paragraph leads that is nothing but a link."""
    links = [token for token in tokens if token.type == "link_open"]
    if len(links) != 1 or tokens[0] is not links[0] or tokens[-1].type != "link_close":
        return ""
    return str(links[0].attrGet("href") or "")
