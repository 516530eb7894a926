"""The paragraphs of a model answer: running text on one line each, and code, whose lines are indented and stay."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Final

_INDENT: Final = " " * 4


def paragraphs_of(answer: str) -> list[str]:
    """Parts between empty lines, in order: prose on one line, code with its lines and indentation."""
    return [_code(part) if is_code(part) else _prose(part) for part in answer.split("\n\n") if part.strip()]


def is_code(paragraph: str) -> bool:
    """Whether every line of it is indented, as code is in a model answer."""
    return all(line.startswith(_INDENT) for line in paragraph.split("\n") if line.strip())


def as_code(code: str) -> str:
    """Lines of code as they stand in a model answer."""
    return indent(code.expandtabs(len(_INDENT)), _INDENT)


def code_in(paragraph: str) -> str:
    """A paragraph of code without the indentation that makes it one."""
    return dedent(paragraph)


def _code(part: str) -> str:
    return "\n".join(line.rstrip() for line in part.split("\n") if line.strip())


def _prose(part: str) -> str:
    return " ".join(part.split())
