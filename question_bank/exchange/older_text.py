"""Text from before UTF-8 was everywhere, as spreadsheets on Windows still save it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OlderText:
    """What a file says, and the name of the encoding in which it does."""

    text: str
    encoding: str


def older_text(content: bytes) -> OlderText | None:
    """What a file that is not UTF-8 says; None for one that cannot be read in any other way either.

    A file in which other letters are UTF-8 is that, and damaged.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(content, "utf-16", "UTF-16")
    if not content.decode("utf-8", "ignore").isascii():
        return None
    return _decoded(content, "cp1252", "Windows-1252")


def _decoded(content: bytes, codec: str, name: str) -> OlderText | None:
    try:
        return OlderText(content.decode(codec), name)
    except UnicodeDecodeError:
        return None
