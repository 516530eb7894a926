"""What can go wrong in the question bank. Every message is one sentence that may be shown to the user.

::

    BankError
    ├── UnknownQuestion    no question has this id
    ├── UnknownPack        no pack has this name
    ├── UnknownFormat      the name of a file does not tell how its questions are written
    ├── NotWritten         questions could not be written to a file; what was there before is untouched
    └── UnreadablePack     a pack's text cannot be read at all; the loader turns it into a `BrokenPack`
        └── NotUtf8        its letters are in another encoding, or it is no text
"""

from __future__ import annotations


class BankError(Exception):
    """An expected error of the question bank."""


class UnknownQuestion(BankError):
    """No question of the loaded packs has this id."""

    def __init__(self, question_id: str) -> None:
        super().__init__(f"There is no question “{question_id}” in the bank; “viva-voce questions list” shows the ids.")
        self.question_id = question_id


class UnknownPack(BankError):
    """No pack that could be read has this name."""


class UnknownFormat(BankError):
    """Questions cannot be read from, or written to, a file of this kind."""


class NotWritten(BankError):
    """A file of questions could not be written; what was there before is untouched."""


class UnreadablePack(BankError):
    """The text of a pack is refused; `line` counts from 1, None when no line can be named."""

    def __init__(self, text: str, line: int | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.line = line


class NotUtf8(UnreadablePack):
    """The bytes of a file are not UTF-8."""
