"""What a reader of some form hands over: questions in the keys of a pack, each with its line.

What is missing is filled in by `defaults`, what is wrong is told by the loader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from question_bank.yaml_tree import Place, Value, YamlTree, check_scalar


@dataclass(frozen=True, slots=True)
class Row:
    """One question as it was read: `line` is where it begins, `lines` where single keys stand, if that is known."""

    line: int
    fields: dict[str, Value]
    lines: dict[str, int] = field(default_factory=dict)


def tree_of(rows: Sequence[Row], head: dict[str, str] | None = None, remarks: tuple[str, ...] = ()) -> YamlTree:
    """The rows as one pack; raises `UnreadablePack` for a value that a pack may not hold."""
    lines: dict[Place, int] = {}
    for index, row in enumerate(rows):
        place: Place = ("questions", index)
        lines[place] = row.line
        for key, value in row.fields.items():
            lines[(*place, key)] = line = row.lines.get(key, row.line)
            _check(value, line)
    questions: Value = [row.fields for row in rows]
    return YamlTree({**(head or {}), "questions": questions}, lines, remarks=remarks)


def _check(value: Value, line: int) -> None:
    if isinstance(value, str):
        check_scalar(value, line)
        return
    for part in value.values() if isinstance(value, dict) else value:
        _check(part, line)
