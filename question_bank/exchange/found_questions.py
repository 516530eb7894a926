"""Questions in a document that was not written for this program: which of its blocks ask, and which answer.

Whoever keeps such a list writes all its questions in one shape: headings of one rank, bold lines, items, lines to
unfold, rows of a table. The shape that gives the most answered questions is theirs; one inside of another's answers has
to give more than twice as many. What asks nothing is left out, and so is what nobody answered; both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from question_bank.errors import UnreadablePack
from question_bank.exchange.answer_parts import AnswerParts
from question_bank.exchange.asked_text import (
    cleaned_question,
    is_about_the_page,
    is_answer_heading,
    is_way_back,
    label_of,
    looks_asked,
    split_asked,
    without_answer_label,
)
from question_bank.exchange.document_blocks import Block, BlockKind, blocks_of
from question_bank.exchange.document_tables import with_tables_read
from question_bank.exchange.naming import made_id
from question_bank.exchange.sheet_rows import Row, tree_of
from question_bank.yaml_tree import YamlTree

Shape: TypeAlias = tuple[str, int]
"""A way of writing questions; shapes that stand further out come first in order."""

_NO_SHAPE: Final[Shape] = ("none", 0)
_OUTERMOST_FIRST: Final = ("heading", "summary", "row", "label", "bold", "item", "line")
_INNER_HAS_TO_BE: Final = 2
_LONGEST_TITLE: Final = 200
_NOTHING_FOUND: Final = (
    "No question was found: a question is a heading (one that begins with “##”, for example), a line in bold, an item "
    "of a list or a row of a table, it ends with “?”, and its answer follows below."
)


def read_found(text: str) -> YamlTree:
    """The questions of a document as a pack; raises `UnreadablePack` with one sentence if there are none."""
    blocks = [*_with_labels_apart(with_tables_read(blocks_of(text)))]
    found = _best([_Found.of(shape, blocks) for shape in _shapes_in(blocks)])
    if found is None:
        raise UnreadablePack(_NOTHING_FOUND, 1)
    if not found.answered:
        raise UnreadablePack(_without_answers(found), found.entries[0].line)
    rows, again = _rows_of(found.answered)
    return tree_of(rows, _head_of(blocks, found), (*_left_out(found), *again))


@dataclass(slots=True)
class _Entry:
    """A question and the blocks that answer it, `rest` being what stood behind it in its own block."""

    question: str
    line: int
    depth: int
    rest: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def has_inner(self) -> bool:
        """Whether an answer stands in the very item that asks."""
        return bool(self.rest) or any(block.depth > self.depth for block in self.blocks)

    @property
    def is_answered(self) -> bool:
        return not self.parts()[0].is_empty

    @property
    def weight(self) -> float:
        """A question mark is sure; “Explain …” may open a sentence of an answer."""
        return 1 if "?" in self.question else 0.5

    def parts(self) -> tuple[AnswerParts, str]:
        """The answer, and code that belongs to the question: it stands right below, and more follows."""
        blocks, code = self.blocks, ""
        if not self.rest and len(blocks) > 1 and blocks[0].kind is BlockKind.CODE:
            code, blocks = blocks[0].text, blocks[1:]
        parts = AnswerParts()
        _tell(self.rest, parts)
        _take(blocks, parts)
        return parts, code


def _tell(text: str, parts: AnswerParts) -> None:
    if (said := without_answer_label(text)) and not is_way_back(said):
        parts.take_paragraph(said)


def _take(blocks: Sequence[Block], parts: AnswerParts) -> None:
    """An answer, block by block; items are taken together with what stands in them."""
    at = 0
    while at < len(blocks):
        block, at = blocks[at], at + 1
        if block.kind is BlockKind.ITEM:
            end = next((index for index in range(at, len(blocks)) if not _is_inside(blocks[index], block)), len(blocks))
            words = " ".join(each.text for each in (block, *blocks[at:end])).split()
            parts.take_items(filter(None, [without_answer_label(" ".join(words))]))
            at = end
        elif block.kind is BlockKind.CODE:
            parts.take_code(block.text)
        elif block.kind is BlockKind.PROSE or _is_heading_of_text(block, blocks[at : at + 1]):
            _tell(block.text, parts)


def _is_heading_of_text(block: Block, following: Sequence[Block]) -> bool:
    """Whether a heading inside of an answer stands above running text: above a list it would be left alone."""
    return not is_answer_heading(block.text) and any(each.kind is BlockKind.PROSE for each in following)


def _is_inside(block: Block, item: Block) -> bool:
    return block.depth > item.depth and block.kind is not BlockKind.CODE


@dataclass(slots=True)
class _Found:
    """What one shape gives; `others` are blocks of the shape that ask nothing although an answer follows."""

    shape: Shape
    entries: list[_Entry]
    others: list[_Entry]
    answered: list[_Entry]
    score: float

    @classmethod
    def of(cls, shape: Shape, blocks: Sequence[Block]) -> _Found:
        entries, others = _entries_of(shape, blocks)
        answered = [entry for entry in entries if entry.is_answered]
        if shape[0] in ("item", "line") and len(answered) * 2 < len(entries):
            answered = [entry for entry in answered if entry.has_inner]  # what follows a whole list answers nothing
        return cls(shape, entries, others, answered, sum(entry.weight for entry in answered))


def _best(all_found: Sequence[_Found]) -> _Found | None:
    """The outermost shape that no other leaves far behind; without any answers the one with the most questions."""
    best: _Found | None = None
    for found in all_found:
        if found.entries and (best is None or found.score > _INNER_HAS_TO_BE * best.score):
            best = found
    if best and not best.score:
        return max(all_found, key=lambda found: len(found.entries))
    return best


def _shapes_in(blocks: Sequence[Block]) -> list[Shape]:
    shapes = {_shape_of(block) for block in blocks} - {_NO_SHAPE}
    return sorted(shapes, key=lambda shape: (_OUTERMOST_FIRST.index(shape[0]), shape[1]))


def _shape_of(block: Block) -> Shape:
    match block.kind:
        case BlockKind.HEADING:
            return "heading", block.rank
        case BlockKind.SUMMARY:
            return "summary", block.depth
        case BlockKind.ROW:
            return "row", 0
        case BlockKind.ITEM:
            return "item", block.depth
        case BlockKind.PROSE:
            return _shape_of_prose(block)
    return _NO_SHAPE


def _shape_of_prose(block: Block) -> Shape:
    if block.lead and looks_asked(cleaned_question(block.lead)):
        return "bold", 0
    if _is_labelled(block.text) or _is_number(block.lead):
        return "label", 0
    is_line = "\n" not in block.text and block.text.endswith("?")
    return ("line", 0) if is_line else _NO_SHAPE


def _is_labelled(text: str) -> bool:
    """Whether it begins with “Q:” or “Question 3.”; a number alone may be that of a step."""
    return label_of(text)[:1] in ("q", "Q") and bool(cleaned_question(text))


def _is_number(lead: str) -> bool:
    """Whether what stands in bold is a number and no more: "**2)** Explain …"."""
    return bool(label_of(lead)) and not cleaned_question(lead)


def _entries_of(shape: Shape, blocks: Sequence[Block]) -> tuple[list[_Entry], list[_Entry]]:
    """What asks in this shape, and what has the shape but asks nothing."""
    asked: list[_Entry] = []
    others: list[_Entry] = []
    numbered: list[_Entry] = []
    for index, block in enumerate(blocks):
        if _shape_of(block) != shape or without_answer_label(block.text) != block.text:
            continue
        entry = _entry_at(blocks, index)
        if looks_asked(entry.question) or _is_labelled(block.text):
            asked.append(entry)
        elif entry.question and label_of(block.text):
            numbered.append(entry)
        elif entry.question:
            others.append(entry)
    if len(numbered) > len(asked):  # sections are numbered, too
        return asked, others + numbered
    return sorted(asked + numbered, key=lambda entry: entry.line), others


def _entry_at(blocks: Sequence[Block], index: int) -> _Entry:
    block = blocks[index]
    question, rest = _split(block)
    entry = _Entry(cleaned_question(question), block.line, block.depth, rest)
    for follower in blocks[index + 1 :]:
        if _ends(entry, block, follower):
            break
        entry.blocks.append(follower)
    return entry


def _split(block: Block) -> tuple[str, str]:
    if block.kind is BlockKind.ROW:
        return block.text, "\n".join(block.cells)
    if block.kind in (BlockKind.HEADING, BlockKind.SUMMARY):
        return block.text, ""
    if looks_asked(cleaned_question(block.lead)):
        return block.lead, block.text[len(block.lead) :].strip().lstrip("-–—:→ ")
    return split_asked(block.text)


def _ends(entry: _Entry, block: Block, follower: Block) -> bool:
    """Whether the answer to the question in `block` is over before `follower`."""
    if block.kind is BlockKind.HEADING:
        return follower.kind is BlockKind.HEADING and follower.rank <= block.rank
    if follower.depth <= block.depth and follower.kind is BlockKind.HEADING:
        return not is_answer_heading(follower.text)
    match block.kind:
        case BlockKind.ROW:
            return True
        case BlockKind.SUMMARY:
            return follower.depth < block.depth or _is_next_summary(block, follower)
        case BlockKind.ITEM:
            return follower.depth <= block.depth and _is_past_item(entry, block, follower)
    return _shape_of(follower) == _shape_of(block)


def _is_next_summary(block: Block, follower: Block) -> bool:
    return follower.kind is BlockKind.SUMMARY and follower.depth == block.depth


def _is_past_item(entry: _Entry, block: Block, follower: Block) -> bool:
    """An answer below a list's item, not indented, is one only where none stands in the item."""
    return follower.kind is BlockKind.ITEM or follower.depth < block.depth or entry.has_inner


def _with_labels_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs in which a “Q:” line follows on other text, such as the answer to another, cut before each of them."""
    for block in blocks:
        if block.kind is not BlockKind.PROSE or not any(map(_is_labelled, block.text.split("\n"))):
            yield block
            continue
        lead = "" if _is_labelled(block.text) else block.lead
        piece: list[str] = []
        start = block.line
        for number, line in enumerate(block.text.split("\n"), block.line):
            if piece and _is_labelled(line):
                yield replace(block, text="\n".join(piece), line=start, lead=lead)
                piece, start, lead = [], number, ""
            piece.append(line)
        yield replace(block, text="\n".join(piece), line=start, lead=lead)


def _rows_of(entries: Sequence[_Entry]) -> tuple[list[Row], list[str]]:
    """The questions as rows; one that was asked before is told instead."""
    rows: dict[str, Row] = {}
    again: list[_Entry] = []
    for entry in entries:
        id_ = made_id(entry.question)
        if id_ in rows:
            again.append(entry)
            continue
        parts, code = entry.parts()
        fields = {"text": entry.question, **parts.fields()} | ({"code": code} if code else {})
        rows[id_] = Row(entry.line, fields)
    return list(rows.values()), [_told_of(again, "question", "asked before")] if again else []


def _head_of(blocks: Sequence[Block], found: _Found) -> dict[str, str]:
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    title = cleaned_question(first.text)[:_LONGEST_TITLE] if first and _shape_of(first) != found.shape else ""
    return {"title": title} if title else {}


def _left_out(found: _Found) -> Iterator[str]:
    answered = set(map(id, found.answered))
    if unanswered := [entry for entry in found.entries if id(entry) not in answered]:
        yield _told_of(unanswered, "question", "without an answer")
    others = [entry for entry in found.others if entry.is_answered and not is_about_the_page(entry.question)]
    if others and found.shape[0] == "heading":
        yield _told_of(others, "heading", "without a question")


def _told_of(entries: Sequence[_Entry], what: str, why: str) -> str:
    """ "2 questions without an answer were left out: “What is …?” (line 3) and 1 more." """
    first, count = entries[0], len(entries)
    more = f" and {count - 1:,} more" if count > 1 else ""
    those = f"{count:,} {what}s {why} were" if count > 1 else f"1 {what} {why} was"
    return f"{those} left out: “{first.question[:60]}” (line {first.line}){more}."


def _without_answers(found: _Found) -> str:
    count = len(found.entries)
    what = f"These are {count:,} questions" if count > 1 else "This is a question"
    return f"{what} without {'answers' if count > 1 else 'an answer'}; write an answer below each and import it again."
