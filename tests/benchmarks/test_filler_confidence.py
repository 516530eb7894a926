from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from tests.benchmarks.filler_confidence import Flag, confidence_figures, flags


class _Judge(ModuleType):
    FILLERS = frozenset({"um", "uh"})

    @staticmethod
    def tokens(text: str) -> list[str]:
        return text.split()

    @staticmethod
    def align(said: list[str], heard: list[str]) -> list[tuple[int | None, int | None]]:
        return [(index if index < len(said) else None, index) for index in range(len(heard))]


_JUDGE = _Judge("judge")


def _result(*fillers: tuple[float, float]) -> dict[str, Any]:
    words = [{"text": "we", "start_s": 1.0}]
    found = [
        {"kind": "sound", "text": "um", "start_s": start_s, "confidence": confidence, "source": "both"}
        for start_s, confidence in fillers
    ]
    return {"transcript": {"words": words}, "fillers": found}


def test_a_flag_is_true_where_the_reference_has_a_sound() -> None:
    row = {"id": "a", "text": "um we"}
    assert list(flags(_JUDGE, row, _result((0.5, 0.9), (2.0, 0.6)))) == [
        Flag("a", "both", 0.9, True),
        Flag("a", "both", 0.6, False),
    ]


def test_said_is_set_against_true_and_unchecked_texts_are_left_out() -> None:
    pair = ({"id": "a", "text": "um we"}, _result((0.5, 0.9)))
    (figure,) = confidence_figures(_JUDGE, {"calls": [pair], "calls-unverified": [pair]})
    assert figure.value == pytest.approx(0.1)
    assert "1 of 1" in figure.detail
