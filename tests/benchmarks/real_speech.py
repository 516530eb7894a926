"""Where real speech to measure on is, if there is any: it is not part of this repository. Nothing is measured here.

The variable VIVA_VOCE_SPEECH names a folder with
- `reference.jsonl`, one clip a line: `set`, `audio` (a path within the folder), `text` (fillers kept) and, for some,
  `words` with `start_s`,
- `score.py`, whose `score(pairs)` compares results with references,
- `text/switchboard_dev.jsonl`, one utterance of a telephone call a line: `tokens` and their `tags` (D and E: fillers).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "VIVA_VOCE_SPEECH"
HOW_TO_MEASURE: Final = (
    f"Not measured: how real speech is heard. It is not part of this repository; {VARIABLE} may name a folder of it, "
    "laid out as tests/benchmarks/real_speech.py says."
)


def folder_named() -> Path | None:
    """The folder that the variable names; None if it names none."""
    return Path(named) if (named := os.environ.get(VARIABLE)) else None
