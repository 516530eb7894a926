"""A comparison as sentences, and as text to copy."""

from __future__ import annotations

from dataclasses import replace

from simulator.comparison.comparison import Comparison, Unlike, compare
from tests.simulator.comparison.takes import judged, saying, take
from ui.words.comparison import comparison_text, in_short, reservations


def told(before: str, after: str) -> Comparison:
    """Two answers in these words, of which the later one made a point more."""
    first, second = saying(1, before), saying(2, after)
    points = judged(compare="made", gap="not"), judged(compare="made", gap="made")
    records = [
        replace(record, report=replace(record.report, key_points=report.key_points))
        for record, report in zip((first, second), points, strict=True)
        if record.report is not None
    ]
    return compare(records[0], records[1])


def test_it_is_told_in_two_sentences() -> None:
    assert in_short(told("plot the curves", "plot both curves")) == "Key points: 1 gained, 1 kept. Better: key points."
    assert in_short(compare(take(1, judged()), take(2, judged()))) == (
        "Every measure with a set range is as good as before."
    )
    assert in_short(compare(take(1), replace(take(2), report=None))).startswith(
        "One of the answers has not been judged"
    )


def test_what_was_judged_differently_is_said() -> None:
    compared = compare(take(1), take(2))
    assert reservations(compared) == ""
    said = reservations(replace(compared, unlike=tuple(Unlike)))
    for words in ("key points changed", "different rules", "versions", "speech models", "words alone"):
        assert words in said


def test_the_text_has_everything_that_the_screen_shows() -> None:
    text = comparison_text(told("Plot the curves in practice.", "I plot the curves."))
    lines = text.splitlines()
    assert lines[0] == "How do you find out whether it is overfitting?"
    assert lines[1].startswith("Earlier: 20 Nov 2026, ")
    assert lines[1].endswith(" · attempt 1 · 1:52 · ▲ a little over")
    assert next(line for line in lines if line.startswith("Pace")).split("  ")[-1] == "= same"
    assert any(line.endswith("A gap that grows is the sign (gained)") for line in lines)
    assert "Plot the curves [-in practice.-]" in lines
    assert "{+I+} plot the curves." in lines
    assert max(map(len, lines)) <= 100


def test_two_silences_have_no_transcripts() -> None:
    assert "Earlier:\n" not in comparison_text(compare(saying(1, ""), saying(2, "")))
