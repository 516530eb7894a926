"""Numbered questions in a plain text, written the way `found_questions` reads them. No Markdown was meant in it."""

from __future__ import annotations

import re
from typing import Final

from question_bank.exchange.asked_text import cleaned_question, label_of, looks_asked

_NUMBER: Final = re.compile(r" {0,3}#?(\d{1,4})\s?[.):]\s+(?=\S)")
_MARKUP: Final = re.compile(r"(?<=\S)[*_`<\[]|^#(?=\s)")
_CODE_INDENT: Final = ("    ", "\t")
_HEAD_OF_CARDS: Final = "#"
_FEWEST: Final = 2


def is_question_list(text: str) -> bool:
    """Whether numbered or labelled questions stand here, and other lines below them; cards of Anki's have tabs."""
    lines = [line for line in text.split("\n") if line.strip()]
    if "\t" in text or not lines or lines[0].startswith(_HEAD_OF_CARDS):
        return False
    asked = sum(_is_asked(line) for line in lines)
    return _FEWEST <= asked < len(lines)


def as_document(text: str) -> str:
    """The same lines, each question that counts on from the one before it labelled "Q2.", nothing else marked up."""
    lines, number = [], 0
    for line in text.split("\n"):
        found = _NUMBER.match(line)
        if found and _is_asked(line) and int(found[1]) == number + 1:
            number += 1
            lines.append(f"Q{number}. {_plain(line[found.end() :])}")
        else:
            lines.append(line if line.startswith(_CODE_INDENT) else _plain(line))
    return "\n".join(lines)


def _is_asked(line: str) -> bool:
    return bool(label_of(line.strip())) and looks_asked(cleaned_question(line))


def _plain(line: str) -> str:
    return _MARKUP.sub(lambda found: "\\" + found[0], line)
