"""What is said of the marks in two transcripts."""

from __future__ import annotations

from simulator.comparison.wording import Said, wording_of
from tests.simulator.comparison.takes import saying
from ui.words.compared_wording import marks_spoken, wording_counted

WORDING = wording_of(
    saying(1, "Um, plot the curves in practice.", (0, 1)), saying(2, "Plot the curves for both sets early.")
)


def test_words_are_counted() -> None:
    assert wording_counted(WORDING) == "2 words dropped, 4 new, 3 kept. Fillers are not counted."
    assert wording_counted(wording_of(saying(1, ""), saying(2, ""))) == ""


def test_a_screen_reader_hears_what_is_marked() -> None:
    assert marks_spoken(WORDING.first, Said.DROPPED) == "2 words dropped: “in practice”."
    assert marks_spoken(WORDING.first, Said.ADDED) == "No words new."
    many = wording_of(saying(1, ""), saying(2, "um ".join(f"curve{number} " for number in range(15)), *_ums(15)))
    assert marks_spoken(many.second, Said.ADDED).endswith("; and 3 more.")


def _ums(count: int) -> list[tuple[int, int]]:
    return [(2 * number + 1, 1) for number in range(count - 1)]
