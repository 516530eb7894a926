"""Where each question of a pack, and each of its keys, stands in the lines of the file. Nothing is changed here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import yaml

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Lines from `start` up to, not including, `end`, counted from 0; what is written begins at `column`."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True)
class QuestionLines:
    """A question: its id, all its lines, the column of its dash, and the lines of each key in their order."""

    id: str
    whole: LineSpan
    dash_column: int
    keys: dict[str, LineSpan]


def questions_in(text: str) -> tuple[QuestionLines, ...] | None:
    """The questions of a pack that the loader has read; None when they are not written one below the other.

    Comments and empty lines before a question or a key belong to neither.
    """
    lines = text.splitlines()
    root: Any = yaml.compose(text, Loader=_LOADER)
    items = next((value for key, value in root.value if key.value == "questions"), None)
    if items is None or items.flow_style or any(_is_crammed(item, lines) for item in items.value):
        return None
    return tuple(_question(item, lines) for item in items.value)


def _is_crammed(item: Any, lines: list[str]) -> bool:
    """Whether a question is in braces, or its first key does not stand right behind its dash."""
    if item.flow_style:
        return True
    before: str = lines[item.start_mark.line][: item.start_mark.column]
    return before.strip() != "-"


def _question(item: Any, lines: list[str]) -> QuestionLines:
    keys = {
        key.value: LineSpan(key.start_mark.line, _last_line(value, lines) + 1, key.start_mark.column)
        for key, value in item.value
    }
    name = next(value.value for key, value in item.value if key.value == "id")
    start = item.start_mark.line
    whole = LineSpan(start, max(stretch.end for stretch in keys.values()), item.start_mark.column)
    return QuestionLines(name, whole, lines[start].index("-"), keys)


def _last_line(node: Any, lines: list[str]) -> int:
    """The last line with anything of this value on it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last, lines)
    end: int = node.end_mark.line
    if not (isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")):
        return end
    # A block ends where the next thing begins: on a line of its own, after empty ones.
    end = min(end, len(lines))
    if end == len(lines) or not node.end_mark.column:
        end -= 1
    while end > node.start_mark.line and not lines[end].strip():
        end -= 1
    return end
