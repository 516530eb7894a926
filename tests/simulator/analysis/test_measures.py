"""Every measure has its place in the report, and opens to its formula, band and source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.measures import DEFINITIONS, FILLER_SOUNDS_UNHEARD, Measure, Need
from simulator.analysis.report import AnswerReport, ReportedTranscript
from simulator.light import Light
from tests.simulator.analysis.speaking import spoken


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_opens_to_its_formula_band_and_source(measure: Measure) -> None:
    known = DEFINITIONS[measure]
    assert all((known.name, known.formula, known.band, known.source))


@pytest.mark.parametrize(
    ("rate", "label"),
    [
        (0.0, "fluent"),
        (1.9, "fluent"),
        (2.0, "fluent"),
        (2.1, "normal"),
        (5.0, "normal"),
        (12.0, "noticeable"),
        (40.0, "distracting"),
    ],
)
def test_filler_bands_meet_without_gap_or_overlap(rate: float, label: str) -> None:
    assert DEFINITIONS[Measure.FILLER_SOUNDS].label_of(rate) == label


@pytest.mark.parametrize(
    ("rate", "label"), [(109.9, "slow"), (110.0, "comfortable"), (165.0, "comfortable"), (166.0, "fast")]
)
def test_pace_bands(rate: float, label: str) -> None:
    assert DEFINITIONS[Measure.WORDS_PER_MINUTE].label_of(rate) == label


def test_a_measure_without_bands_has_no_label() -> None:
    assert DEFINITIONS[Measure.OWNERSHIP].label_of(0.5) == ""


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_its_place_in_the_report(measure: Measure) -> None:
    assert measure.key in AnswerReport.__dataclass_fields__
    empty = AnswerReport(None, None, None, False, None, 1, ReportedTranscript("", ()))
    assert measure.of(empty) is None
    assert measure.why_not(empty) == ""


def test_what_was_measured_is_read_by_its_place() -> None:
    report = analyse(spoken(" ".join(["um so we trained a model and then we looked at the result of it"] * 4)))
    assert report.pace is not None
    assert Measure.WORDS_PER_MINUTE.of(report) == report.pace.words_per_minute
    assert Measure.FILLER_SOUNDS.of(report) == 10.0
    assert Measure.OWNERSHIP.of(report) is report.ownership


def test_why_nothing_was_measured_is_kept_by_the_same_key() -> None:
    typed = analyse_text("I would look at the data first and then train a small model on it. " * 4)
    assert typed.not_measured == {
        "fillers_per_minute": Need.SOUND,
        "pauses": Need.SOUND,
        "pace": Need.SOUND,
        "length": Need.SOUND,
        "time_to_point_s": Need.SOUND,
        "tone": Need.SOUND,
        "key_points": Need.QUESTION,
        "red_flags": Need.QUESTION,
    }
    assert Measure.PITCH_SPREAD.why_not(typed) == Need.SOUND
    deaf = replace(typed, not_measured={**typed.not_measured, FILLER_SOUNDS_UNHEARD: "this engine drops them"})
    assert Measure.FILLER_SOUNDS.why_not(deaf) == "this engine drops them"
    assert Measure.FILLER_WORDS.why_not(deaf) == Need.SOUND


def test_a_band_knows_how_good_it_is() -> None:
    fillers = DEFINITIONS[Measure.FILLER_SOUNDS]
    assert [band.shade for band in fillers.bands] == [Light.GREEN, Light.GREEN, Light.AMBER, Light.RED]
    assert (fillers.good_range, DEFINITIONS[Measure.WORDS_PER_MINUTE].good_range) == ((0.0, 5.0), (110.0, 165.0))
    assert DEFINITIONS[Measure.TIME_TO_POINT].good_range == (0.0, 30.0)
    assert DEFINITIONS[Measure.OWNERSHIP].good_range is None
    assert DEFINITIONS[Measure.OWNERSHIP].band_of(0.5) is None
