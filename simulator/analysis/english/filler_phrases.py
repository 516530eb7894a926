"""Words and phrases that may be fillers. When each of them is one is decided in `fillers.filler_words`."""

from __future__ import annotations

from typing import Final

FILLER_PHRASES: Final = {
    "you know": "",
    "i mean": "",
    "like": "",
    "kind of": "",
    "sort of": "",
    "basically": "",
    "actually": "",
    "literally": "",
    "right": "at the end, as a question",
    "so": "as the first word",
}
"""Words and phrases that may be fillers, each with where, if it is one only in one place."""
