"""Cards as Anki exports them ("Notes in Plain Text") and imports them. What cannot be a card is left out.

A card holds the question with its code, the key points and the model answer; its tags hold topics, kind, level, roles
and rounds, its GUID the id. Ids and cues of key points, times, follow-ups, red flags and the shelf have no place there.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from question_bank.answer_paragraphs import code_in, is_code
from question_bank.coverage import OWN_PREFIX, is_known_topic
from question_bank.errors import UnreadablePack
from question_bank.exchange.answer_parts import AnswerParts
from question_bank.exchange.cloze import without_gaps
from question_bank.exchange.html_text import NoteField, looks_like_html, read_html
from question_bank.exchange.naming import slug
from question_bank.exchange.pack_writing import role_names, round_names
from question_bank.exchange.sheet_rows import Row, tree_of
from question_bank.exchange.tables import SEPARATORS, table_rows
from question_bank.models import Question
from question_bank.pack_format import is_id
from question_bank.yaml_tree import MAX_SCALAR_CHARS, Value, YamlTree, check_characters

_HEAD: Final = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n"
_HEAD_LINE: Final = re.compile(r"#([a-z ]+):(.*)\n?", re.IGNORECASE)
_NAMED_SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_NOT_FIELDS: Final = ("guid column", "notetype column", "deck column", "tags column")
_TAG_KEYS: Final = {"kind": "kind", "level": "level", "role": "roles", "round": "rounds"}
_ANKIS_OWN_TAGS: Final = frozenset({"marked", "leech"})
_SOUND: Final = re.compile(r"\[sound:[^\[\]]*\]")
_FORMULA: Final = re.compile(
    r"\[latex\](.*?)\[/latex\]|\[\${1,2}\](.*?)\[/\${1,2}\]|<anki-mathjax[^<>]*>(.*?)</anki-mathjax>", re.DOTALL
)


def anki_text(questions: Iterable[Question]) -> str:
    """A file for Anki's import; the fields are HTML, so text that looks like HTML is written as entities."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter="\t", lineterminator="\n")
    for question in questions:
        writer.writerow((question.id, _front(question), _back(question), " ".join(_tags_of(question))))
    return _HEAD + table.getvalue()


def read_anki(text: str) -> YamlTree:
    """Questions from notes in plain text; raises `UnreadablePack` with the line."""
    check_characters(text)
    head = _read_head(text)
    cards = [
        _card(line, head, cells)
        for line, cells in table_rows(text[head.length :], head.separator, head.lines + 1)
        if any(map(str.strip, cells))
    ]
    return tree_of(cards)


@dataclass(frozen=True, slots=True)
class _Head:
    """What the lines with "#" at the top say; columns count from 0."""

    length: int
    lines: int
    separator: str
    is_html: bool
    columns: dict[str, int]
    tags: list[str]


def _read_head(text: str) -> _Head:
    said: dict[str, str] = {}
    length = 0
    while found := _HEAD_LINE.match(text, length):
        said[found[1].strip().lower()] = found[2].strip("\r ")
        length = found.end()
    rest = text[length:]
    named = said.get("separator", "")
    separator = _NAMED_SEPARATORS.get(named.lower(), named) or _separator_of(rest)
    lines = text.count("\n", 0, length)
    if len(separator) != 1:
        raise UnreadablePack(f"The separator “{named[:40]}” is not known.", 1)
    columns = {name: int(said[name]) - 1 for name in _NOT_FIELDS if said.get(name, "").isdecimal()}
    is_html = said["html"].lower() == "true" if "html" in said else looks_like_html(rest)
    return _Head(length, lines, separator, is_html, columns, said.get("tags", "").split())


def _separator_of(text: str) -> str:
    first = text.partition("\n")[0]
    return next((each for each in ("\t", *SEPARATORS) if each in first), "\t")


def _card(line: int, head: _Head, cells: list[str]) -> Row:
    for cell in cells:
        if len(cell) > 2 * MAX_SCALAR_CHARS:
            raise UnreadablePack(f"A field has {len(cell):,} characters; the limit is {2 * MAX_SCALAR_CHARS:,}.", line)
    named = {name: cells[index] for name, index in head.columns.items() if index < len(cells)}
    texts = [cell for index, cell in enumerate(cells) if index not in head.columns.values()]
    front, *backs = texts or [""]
    asked_for, filled = without_gaps(front)
    if asked_for != filled:
        backs.insert(0, filled)
        front = asked_for
    asked = _field(front, head.is_html)
    fields: dict[str, Value] = {"text": " ".join((*asked.lines, *asked.items)).strip()}
    fields |= _answer([_field(back, head.is_html) for back in backs])
    if asked.code:
        fields["code"] = asked.code
    if is_id(named.get("guid column", "")):
        fields["id"] = named["guid column"]
    return Row(line, fields | _from_tags([*named.get("tags column", "").split(), *head.tags]))


def _field(cell: str, is_html: bool) -> NoteField:
    cell = _FORMULA.sub(_as_mathjax, _SOUND.sub("", cell))
    return read_html(cell) if is_html else NoteField(tuple(cell.splitlines()), (), "")


def _as_mathjax(formula: re.Match[str]) -> str:
    r"""Every way in which Anki writes a formula as the one of its later versions, \(…\)."""
    return rf"\({next(filter(None, formula.groups()), '').strip()}\)"


def _answer(backs: list[NoteField]) -> dict[str, Value]:
    """List items are key points, all else is the model answer, with its code as a paragraph."""
    parts = AnswerParts()
    for back in backs:
        parts.take_lines(back.lines)
        parts.take_items(back.items)
        parts.take_code(back.code)
    return parts.fields()


def _from_tags(tags: Iterable[str]) -> dict[str, Value]:
    """Tags such as "kind::quick" say what they say; all others are topics, of the user's own unless known."""
    fields: dict[str, Value] = {}
    found: dict[str, list[Value]] = {"roles": [], "rounds": [], "topics": []}
    for tag in tags:
        group, _, rest = tag.partition("::")
        key = _TAG_KEYS.get(group.lower(), "")
        if key in found and rest:
            found[key].append(rest)
        elif key and rest:
            fields[key] = rest
        elif tag.lower() not in _ANKIS_OWN_TAGS and (topic := _topic(tag)):
            found["topics"].append(topic)
    return {**fields, **found}


def _topic(tag: str) -> str:
    if is_known_topic(tag):
        return tag
    own = slug(tag)
    return OWN_PREFIX + own if own else ""


def _tags_of(question: Question) -> Iterator[str]:
    yield from ("_".join(topic.split()) for topic in question.topics)
    yield f"kind::{question.kind}"
    yield f"level::{question.level}"
    yield from (f"role::{name}" for name in role_names(question))
    yield from (f"round::{name}" for name in round_names(question))


def _front(question: Question) -> str:
    code = f"<pre>{_html(question.code)}</pre>" if question.code else ""
    return _html(question.text) + code


def _back(question: Question) -> str:
    points = "".join(f"<li>{_html(point.text)}</li>" for point in question.key_points)
    answer = "".join(map(_paragraph, question.model_answer.split("\n\n")))
    return f"<ul>{points}</ul>{answer}"


def _paragraph(text: str) -> str:
    return f"<pre>{_html(code_in(text))}</pre>" if is_code(text) else f"<p>{_html(text)}</p>"


def _html(text: str) -> str:
    return html.escape(text, quote=False)
