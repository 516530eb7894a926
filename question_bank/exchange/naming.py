"""Ids and names made from what people wrote. The same text always gives the same id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

_MAX_SLUG_CHARS: Final = 56
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str, max_chars: int = _MAX_SLUG_CHARS) -> str:
    """ "What is a Médian?" as "what-is-a-median"; cut behind a whole word, empty when no Latin letter is left."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = _NOT_IN_IDS.sub("-", plain.lower()).strip("-")
    if len(words) <= max_chars:
        return words
    return words[: max_chars + 1].rpartition("-")[0] or words[:max_chars]


def made_id(text: str, prefix: str = "") -> str:
    """An id for this text: its words, and a few figures of its hash where the words alone do not tell it apart."""
    whole = slug(text, max_chars=len(text) * 4 + 1)
    words = slug(text)
    parts = [words] if words else []
    if words != whole or len(words) < 2:
        parts.append(hashlib.sha256(text.encode()).hexdigest()[:6])
    name = "-".join(parts)
    return f"{prefix}.{name}" if prefix else name


def free_id(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with a number behind it when another has it; taken from now on."""
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    taken.add(free)
    return free
