"""Measures of two answers in words: the numbers that their feedback shows, and what became of them."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.measures import Measure
from simulator.analysis.report import FillerRates, Length, Pace, Rambling
from simulator.comparison.comparison import compare
from simulator.comparison.measure_changes import Change
from simulator.light import Light
from simulator.store.records import AnswerRecord
from tests.simulator.comparison.takes import take
from tests.ui.samples import brief_record, sample_report
from ui.words.compared_measures import ShownChange, ShownNumber, shown_changes, titles_of
from ui.words.shown_measures import five_measures


def shorter(**changes: object) -> AnswerRecord:
    """A later answer that got better and worse."""
    report = replace(
        sample_report(),
        length=Length(90.0, 0.0, Light.GREEN, None, 72.0),
        pace=Pace(104.0, None),
        fillers=(),
        fillers_per_minute=FillerRates(0.0, 0.0, 0.0),
        rambling=Rambling(False, (), None),
        **changes,  # type: ignore[arg-type]  # fields of the report
    )
    return take(2, report)


def row(name: str, second: AnswerRecord | None = None) -> ShownChange:
    changes = shown_changes(compare(take(1), second or shorter()))
    return next(change for change in changes if change.name.startswith(name))


def test_an_arrow_says_where_the_number_went_and_a_word_what_that_is_worth() -> None:
    assert [(row(name).moved, row(name).shade) for name in ("Length", "Pace", "Filler sounds", "Repeats", "Rambl")] == [
        ("↓ better", "green"),
        ("↓ worse", "red"),
        ("↓ both in range", ""),
        ("↓ no set range", ""),
        ("↓ better", "green"),
    ]


def test_numbers_are_those_of_the_feedback() -> None:
    record = take(1)
    for tile in five_measures(record):
        shown = row(tile.name)
        assert (shown.first.value, shown.first.unit) == (tile.value, tile.unit)
    assert row("Length").first == ShownNumber("1:52", "", "22 s over 1:30")
    assert row("Filler sounds").first.number == "6, 4.1 a minute"
    assert row("Key points").first.number == "4 of 6"


def test_the_rest_is_counted() -> None:
    assert (row("Filler words").first.number, row("Filler words").second.number) == ("1, 0.6 a minute", "none")
    assert row("Pauses").first.number == "3"
    assert (row("Rambling").first, row("Rambling").second) == (
        ShownNumber("flagged", "", "2 reasons"),
        ShownNumber("no flag"),
    )


def test_what_was_not_measured_is_a_dash_with_its_reason() -> None:
    deaf = shorter(not_measured={"pace": "the words have no times"})
    assert deaf.report is not None
    shown = row("Pace", replace(deaf, report=replace(deaf.report, pace=None)))
    assert (shown.second.value, shown.second.note, shown.moved) == (
        "–",
        "the words have no times",
        "cannot be compared",
    )
    assert shown.spoken == (
        "Pace: 148 words per minute, then not measured (the words have no times): cannot be compared"
    )


def test_of_too_few_words_there_are_key_points_all_the_same() -> None:
    few = replace(brief_record(), id=take(2).id, started_at=take(2).started_at)
    assert (row("Key points", few).second.number, row("Key points", few).change) == ("2 of 6", "worse")
    assert row("Length", few).second == ShownNumber("–", "", "not enough speech")


def test_every_row_explains_itself() -> None:
    assert "Range: 110 to 165" in row("Pace").explanation
    assert row("Length").spoken == "Length: 1:52, then 1:12: better"


def test_what_went_one_way_is_named() -> None:
    compared = compare(take(1), shorter())
    assert titles_of(compared, Change.BETTER) == ("length", "rambling")
    assert titles_of(compared, Change.WORSE) == ("pace",)
    assert {one.measure for one in compared.measures} >= {Measure.LENGTH, Measure.RAMBLING}
