"""Figures as people read them."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.report import FillerRates, KeyPointResult, Length, Pace, Tone
from simulator.light import Light
from tests.ui.samples import sample_record, sample_report, sample_usual, short_record
from ui.words.shown_measures import UNKNOWN, ShownMeasure, also_measured, five_measures


def tile(name: str, **changes: object) -> ShownMeasure:
    report = replace(sample_report(), **changes)  # type: ignore[arg-type]  # fields of the report
    return next(one for one in five_measures(sample_record(report=report)) if one.name.startswith(name))


def test_length_says_how_far_over_the_target() -> None:
    shown = tile("Length")
    assert (shown.value, shown.note, shown.shade) == ("1:52", "22 s over 1:30", "amber")


def test_a_short_answer_is_not_blamed() -> None:
    shown = tile("Length", duration_s=20.0, length=Length(120.0, 0.0, Light.GREEN))
    assert (shown.note, shown.shade) == ("target 2:00", "")


def test_length_goes_from_the_first_word_to_the_last_and_says_what_is_around_it() -> None:
    beside = "The recording ran on for 40 s after your last word, which does not count here."
    length = Length(90.0, 0.0, Light.GREEN, 20.0, 71.9, 0.3, 40.0, beside)
    assert tile("Length", length=length).value == "1:11"
    assert also_measured(replace(sample_report(), length=length))[-1] == beside


def test_a_few_seconds_have_a_margin_and_no_shade() -> None:
    shown = tile("Filler", fillers_per_minute=FillerRates(45.0, 0, 0, 7.5))
    assert (shown.unit, shown.shade) == ("45.0 a minute", "")
    assert shown.note == "give or take 7.5: too short for a fair rate per minute"


def test_filler_sounds_are_compared_with_the_own_usual_before_any_band() -> None:
    with_usual = five_measures(sample_record(), sample_usual())[1]
    assert (with_usual.value, with_usual.unit, with_usual.note) == ("6", "4.1 a minute", "normal; you usually have 4.4")
    assert tile("Filler").note == "normal"
    assert tile("Filler", fillers_per_minute=FillerRates(13.0, 0, 0)).shade == "red"


def test_what_an_engine_cannot_hear_is_a_dash_with_its_reason() -> None:
    shown = tile(
        "Filler", fillers_per_minute=FillerRates(None, 1, 0), not_measured={"filler_sounds": "this engine drops them"}
    )
    assert (shown.value, shown.note) == (UNKNOWN, "this engine drops them")


def test_pace_outside_the_band_is_amber() -> None:
    assert tile("Pace").note == "within 110–165"
    shown = tile("Pace", pace=Pace(180.0, 200.0))
    assert (shown.note, shown.shade) == ("fast; aim for 110–165", "amber")


def test_missed_key_points_are_named() -> None:
    shown = tile("Key points")
    assert (shown.value, shown.unit, shown.note) == ("4", "of 6", "not heard: “Rule out leakage” and 1 more")
    many = tuple(KeyPointResult(f"point-{number}", False, None) for number in range(4))
    assert tile("Key points", key_points=many).note == "4 not heard"


def test_the_opposite_is_red_and_a_doubt_is_no_miss() -> None:
    contrary = KeyPointResult("curves", False, 3.0, 1, 2, "meaning", verdict="contrary", probability=0.1)
    maybe = replace(contrary, id="gap", verdict="maybe", probability=0.5)
    made, missed = KeyPointResult("a", True, 1.0, verdict="made"), KeyPointResult("drift", False, None, verdict="not")
    shown = tile("Key points", key_points=(made, contrary, maybe, missed))
    assert (shown.value, shown.unit, shown.shade) == ("1", "of 4", "red")
    assert shown.note == "one the opposite; one maybe; not heard: “Rule out drift”"
    assert tile("Key points", key_points=(made, maybe)).note == "one maybe"


def test_key_points_found_by_their_words_alone_are_said_to_be() -> None:
    alone = tile("Key points", not_measured={"meaning": "the model was not there, so words alone counted"})
    assert alone.explanation.startswith("Here the model was not there, so words alone counted.")
    assert "words alone" not in tile("Key points").explanation


def test_every_figure_opens_to_formula_band_and_source() -> None:
    for shown in five_measures(sample_record()):
        assert all(word in shown.explanation for word in ("Measured:", "Range:", "Source:")), shown.name


def test_without_enough_speech_there_are_no_figures() -> None:
    assert five_measures(short_record()) == ()
    assert five_measures(sample_record(report=None)) == ()


def test_filler_words_repeats_and_pauses_are_counted_apart() -> None:
    also = also_measured(sample_report())
    assert "1 filler word (you know)" in also
    assert "1 repeat or restart" in also
    assert "3 pauses, 1 long, the longest 1.5 s" in also


def test_tone_is_told_only_where_it_was_measured() -> None:
    report = sample_report()
    tone = Tone(118.0, 4.24, 9.0, None, None, 3)
    assert any("4.2 semitones" in phrase for phrase in also_measured(replace(report, tone=tone)))
    assert not any("semitones" in phrase for phrase in also_measured(replace(report, tone=None)))
