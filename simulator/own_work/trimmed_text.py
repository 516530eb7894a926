"""The user's own text made fit to keep and to say: trimmed, printable, no longer than anybody means it to be."""

from __future__ import annotations

from typing import Final

# Our own: what a voice can say in a breath, and what nobody's CV exceeds.
LONGEST_NAME: Final = 90
LONGEST_TEXT: Final = 20_000


def one_line(text: str) -> str:
    """One trimmed line of at most 90 characters, without anything that does not print; it ends with a whole word."""
    printable = "".join(mark if mark.isprintable() else " " for mark in text[:LONGEST_TEXT])
    line = " ".join(printable.split())
    if len(line) <= LONGEST_NAME:
        return line
    return line[: LONGEST_NAME + 1].rpartition(" ")[0] or line[:LONGEST_NAME]


def passage(text: str) -> str:
    """At most 20,000 characters, their line breaks kept and anything else that does not print made a blank."""
    printable = "".join(mark if mark.isprintable() or mark == "\n" else " " for mark in text[:LONGEST_TEXT])
    return printable.strip()
