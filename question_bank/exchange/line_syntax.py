r"""How a key point or a follow-up is written on one line, and a list in one cell. Nothing is known of questions here.

Fields stand between " :: ", entries of a list between ";" or ","; a backslash before one of these (or before another
backslash) makes it an ordinary character, and so do the figures around the comma of 10,000. Any other backslash stays,
so that formulas can be written as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_BETWEEN_FIELDS: Final = re.compile(r"(?:^|(?<=\s))::(?=\s|$)")
COMMA_IN_NUMBER: Final = r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"
"""A pattern for a comma that separates nothing."""
_ENTRY: Final = re.compile(rf"(?:\\.|[^;,]|{COMMA_IN_NUMBER})+", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(::|[\\;,])")


def join_fields(fields: Iterable[str]) -> str:
    """Fields that are already escaped, on one line."""
    return " :: ".join(fields)


def split_fields(line: str) -> list[str]:
    """The fields of a line, still escaped."""
    return [field.strip() for field in _BETWEEN_FIELDS.split(line)]


def join_entries(entries: Iterable[str]) -> str:
    """A list in one cell."""
    return "; ".join(re.sub(r"[;,]", r"\\\g<0>", escape(entry)) for entry in entries)


def split_entries(cell: str) -> list[str]:
    """The entries of a list, without empty ones."""
    entries = (unescape(found.group()).strip() for found in _ENTRY.finditer(cell))
    return [entry for entry in entries if entry]


def escape(text: str) -> str:
    """`text` as one field of a line."""
    return text.replace("\\", "\\\\").replace("::", "\\::")


def unescape(text: str) -> str:
    """What was meant by a field or an entry."""
    return _ESCAPED.sub(r"\1", text)
