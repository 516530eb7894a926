from __future__ import annotations

from simulator.analysis.quotes import quoted
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.speaking import heard

LONG = (
    "So I looked at it for a long time, and what I would say is that L1 makes the weights small, but L2 sets them "
    "exactly to zero, which is why people take it for choosing features in the end."
)
CLAIM = "L1 sets weights exactly to zero."


def _quoted(text: str, about: str = CLAIM) -> str:
    utterance = heard(text)
    return quoted(utterance, 0, len(utterance.words) - 1, about)


def test_a_short_stretch_is_quoted_whole_with_clean_edges() -> None:
    assert _quoted("And so, um, L2 sets the weights to “zero”, uh.") == "L2 sets the weights to zero"


def test_of_a_long_one_the_clauses_that_are_meant() -> None:
    said = _quoted(LONG)
    assert "L2 sets them exactly to zero" in said
    assert len(said.split()) <= 18
    assert "for a long time" not in said


def test_a_clause_too_long_is_cut_with_a_mark() -> None:
    said = _quoted(" ".join(["zero"] * 40) + ".")
    assert said.split()[-1] == "…"
    assert len(said.split()) == 19


def test_only_the_stretch_is_quoted() -> None:
    utterance = heard("It is raining today. L2 sets weights to zero. We go home.")
    assert quoted(utterance, 4, 8, CLAIM) == "L2 sets weights to zero"


def test_a_stretch_of_sounds_gives_nothing() -> None:
    assert quoted(Utterance.typed("um uh"), 0, 1, CLAIM) == ""
