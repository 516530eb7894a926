"""How large everything is drawn, as Qt must know it before it begins; it looks once. No widgets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from typing import Final

SCALE_FACTOR: Final = "QT_SCALE_FACTOR"
"""See https://doc.qt.io/qt-6/highdpi.html#environment-variable-reference."""


@contextmanager
def drawn_at(percent: int) -> Iterator[None]:
    """An application that is made inside draws everything at `percent`, times what its environment asks for.

    Afterwards the environment is as before: a file manager or a report has its own size.
    """
    if percent == 100:
        yield
        return
    before = os.environ.get(SCALE_FACTOR)
    os.environ[SCALE_FACTOR] = f"{_factor(before) * percent / 100:g}"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SCALE_FACTOR]
        else:
            os.environ[SCALE_FACTOR] = before


def _factor(asked: str | None) -> float:
    """What the environment asks for; 1 where that is nothing Qt would heed."""
    try:
        factor = float(asked or "")
    except ValueError:
        return 1.0
    return factor if isfinite(factor) and factor > 0 else 1.0
