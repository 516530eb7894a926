"""How many threads a speech child hears with. Set before the engines are imported: their libraries read it then."""

from __future__ import annotations

import os
from typing import Final

THREADS: Final = "OMP_NUM_THREADS"
_USUAL: Final = 2


def thread_count() -> int:
    """As many as the child was told; two where nobody said anything."""
    try:
        return max(1, int(os.environ.get(THREADS, "")))
    except ValueError:
        return _USUAL
