"""Questions in Markdown, to be read and edited as prose. What Markdown itself means: markdown-it.

::

    # Title of the pack
    source: What the facts were checked against

    ## Question
    kind: short
    level: 2

    - key point :: cue; cue :: id

    The model answer, in paragraphs.

    ### Follow-ups
    - text :: covered :: id of a key point

Code stands in a fence; lists under "Red flags" and "Read next" are just that. Everything but the question and its
answer may be missing. What is written in any other way is read by `found_questions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from question_bank.answer_paragraphs import as_code, is_code
from question_bank.errors import UnreadablePack
from question_bank.exchange.found_questions import read_found
from question_bank.exchange.question_cells import TIMES, cells_of, fields_of
from question_bank.exchange.sheet_rows import Row, tree_of
from question_bank.models import Question
from question_bank.pack_format import PackHead
from question_bank.yaml_tree import MAX_SCALAR_CHARS, YamlTree, check_characters, check_scalar

SETTINGS: Final = ("id", "kind", "level", "roles", "rounds", "topics", *TIMES)
SECTIONS: Final = {
    "key points": "key_points",
    "model answer": "model_answer",
    "follow-ups": "follow_ups",
    "red flags": "red_flags",
    "read next": "shelf",
}

_OF_ONE_WORD: Final = ("id", "kind", "level", *TIMES)
_LISTS: Final = ("follow_ups", "red_flags", "shelf")
_HEADINGS: Final = {column: heading.capitalize() for heading, column in SECTIONS.items()}
# The blocks first, without looking into their lines: a line of ten megabytes is refused before it is taken apart.
# What looks like the target of a link ("[1]: …") is part of an answer.
_BLOCKS: Final = MarkdownIt("commonmark").disable(["inline", "reference"])
_INLINE: Final = MarkdownIt("commonmark")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&#~]")
_BLOCK_START: Final = re.compile(r"^(?:[-+=]|\d+(?=[.)]))", re.MULTILINE)
_LONGEST_LINE: Final = 2 * MAX_SCALAR_CHARS
"""Every letter of a value may have a backslash before it."""
_QUESTION: Final = r"^(?:##\s.*|.*\S.*\n-{2,}\s*)$"
_OWN: Final = re.compile(
    rf"{_QUESTION}\n\s*(?:{'|'.join(SETTINGS)})[ \t]*:|^###\s+(?:{'|'.join(SECTIONS)})[ \t#]*$|^[-*]\s.*\s::\s",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_QUESTION: Final = re.compile(_QUESTION, re.MULTILINE)
_SOURCE: Final = re.compile(r"^source[ \t]*:", re.IGNORECASE | re.MULTILINE)
_BETWEEN: Final = {"model_answer": "\n\n", "code": "\n\n"}


def markdown_text(head: PackHead, questions: Iterable[Question]) -> str:
    """A pack as a document of which every letter is read back."""
    blocks = [f"# {_escaped(head.title)}", f"source: {_escaped(head.source)}"]
    for question in questions:
        blocks += _blocks_of(question)
    return "\n\n".join(blocks) + "\n"


def read_markdown(text: str) -> YamlTree:
    """The questions of a document, this program's or a stranger's; raises `UnreadablePack` with the line.

    A document that is written as above says so by its settings, its sections or a key point with cues; in any other the
    questions have to be found.
    """
    check_characters(text)
    _refuse_long_lines(text)
    if not _is_own(text):
        return read_found(text)
    reader = _Reader()
    for node in SyntaxTreeNode(_BLOCKS.parse(text)).children:
        reader.take(node)
    if not reader.drafts:
        raise UnreadablePack("No questions found: each needs a heading that begins with “##”.", 1)
    return tree_of([draft.row() for draft in reader.drafts], reader.head)


def _is_own(text: str) -> bool:
    first = _FIRST_QUESTION.search(text)
    return first is not None and bool(_OWN.search(text) or _SOURCE.search(text, 0, first.start()))


def _refuse_long_lines(text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise UnreadablePack(f"A line has {len(line):,} characters; the limit is {_LONGEST_LINE:,}.", number)


def _blocks_of(question: Question) -> Iterator[str]:
    cells = cells_of(question)
    yield f"## {_escaped(question.text)}"
    yield "\n".join(f"{name}: {_escaped(cells[name])}" for name in SETTINGS if cells[name])
    yield _list(cells["key_points"])
    yield from (part if is_code(part) else _escaped(part) for part in question.model_answer.split("\n\n"))
    if question.code:
        longest = max(map(len, re.findall(r"`+", question.code)), default=0)
        fence = "`" * max(3, longest + 1)
        yield f"{fence}\n{question.code}\n{fence}"
    for name in _LISTS:
        if cells[name]:
            yield f"### {_HEADINGS[name]}"
            yield _list(cells[name])


def _list(cell: str) -> str:
    return "\n".join(f"- {_escaped(line)}" for line in cell.split("\n"))


def _escaped(text: str) -> str:
    """One line of text without anything that Markdown, or HTML inside of it, would make something else of."""
    return _BLOCK_START.sub(_behind_backslash, _SPECIAL.sub(r"\\\g<0>", text))


def _behind_backslash(start: re.Match[str]) -> str:
    """A hyphen is escaped itself; of "1." it is the full stop that can be."""
    return f"{start.group()}\\" if start.group()[0].isdigit() else f"\\{start.group()}"


@dataclass(slots=True)
class _Draft:
    """What stands under one heading, as cells."""

    line: int
    text: str
    cells: dict[str, list[str]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    section: str = ""

    @property
    def is_untouched(self) -> bool:
        return not self.cells and not self.section

    def add(self, name: str, text: str, line: int) -> None:
        self.cells.setdefault(name, []).append(text)
        self.lines.setdefault(name, line)

    def row(self) -> Row:
        joined = {name: _BETWEEN.get(name, "\n").join(texts) for name, texts in self.cells.items()}
        return Row(self.line, fields_of({"text": self.text, **self.settings, **joined}), self.lines)


@dataclass(slots=True)
class _Reader:
    """Goes through the blocks of a document from top to bottom."""

    head: dict[str, str] = field(default_factory=dict)
    drafts: list[_Draft] = field(default_factory=list)

    def take(self, node: SyntaxTreeNode) -> None:
        line = node.map[0] + 1 if node.map else 1
        if node.type == "heading" and node.tag in ("h1", "h2", "h3"):
            self._take_heading(node.tag, _text_within(node, line), line)
        elif not self.drafts:
            self._take_head(_text_within(node, line))
        elif node.type == "code_block":
            self._take_paragraph(as_code(node.content.removesuffix("\n")), line)
        elif node.type == "fence":
            check_scalar(node.content, line)
            self.drafts[-1].add("code", node.content.removesuffix("\n"), line)
        elif node.type in ("bullet_list", "ordered_list"):
            self._take_list(node)
        else:
            self._take_paragraph(_text_within(node, line), line)

    def _take_heading(self, tag: str, text: str, line: int) -> None:
        if tag == "h2":
            self.drafts.append(_Draft(line, text))
        elif tag == "h1":
            self.head.setdefault("title", text)
        elif self.drafts:
            section = SECTIONS.get(text.strip().lower())
            if section is None:
                known = ", ".join(_HEADINGS.values())
                raise UnreadablePack(f"The heading “{text[:40]}” is unknown; the known headings are {known}.", line)
            self.drafts[-1].section = section

    def _take_head(self, text: str) -> None:
        """Above the first question only the pack's settings count; an introduction is for readers."""
        self.head.update(_settings(text, ("title", "source")) or {})

    def _take_list(self, node: SyntaxTreeNode) -> None:
        draft = self.drafts[-1]
        for item in node.children:
            line = item.map[0] + 1 if item.map else draft.line
            draft.add(draft.section or "key_points", " ".join(_text_within(item, line).split()), line)

    def _take_paragraph(self, text: str, line: int) -> None:
        draft = self.drafts[-1]
        settings = _settings(text, SETTINGS) if draft.is_untouched and not draft.settings else None
        if settings is not None:
            draft.settings = settings
            draft.lines |= {name: line + offset for offset, name in enumerate(settings)}
        elif text.strip():
            name = draft.section or "model_answer"
            draft.add(name, text if name == "model_answer" else " ".join(text.split()), line)


def _settings(text: str, names: Iterable[str]) -> dict[str, str] | None:
    """The lines of a paragraph as `name: value`; None unless all are that, each once, with names that are known.

    "Level: of detail matters." is no setting, for a level is one word.
    """
    settings: dict[str, str] = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not colon or name not in names or name in settings or (name in _OF_ONE_WORD and len(value.split()) > 1):
            return None
        settings[name] = value.strip()
    return settings


def _text_within(node: SyntaxTreeNode, line: int) -> str:
    """The plain text of a block and of all blocks in it, a paragraph a line; HTML stays as it was written."""
    if node.type == "inline":
        check_scalar(node.content.replace("\\", ""), line)
        return _plain(node.content)
    if node.type in ("html_block", "fence", "code_block"):
        return node.content.strip("\n")
    return "\n".join(_text_within(child, line) for child in node.children)


def _plain(content: str) -> str:
    tokens = _INLINE.parseInline(content)[0].children or []
    return "".join("\n" if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
