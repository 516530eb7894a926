from __future__ import annotations

from dataclasses import replace

from simulator.analysis.report import Length
from simulator.light import Light
from tests.ui.samples import OVERFITTING, sample_record, sample_report, short_record
from ui.words.answer_line import answer_name, answer_spoken, duration_of, length_words, light_of, light_words


def test_an_answer_is_named_by_its_number_or_its_rung() -> None:
    assert answer_name(sample_record(position=1)) == f"2. {OVERFITTING.text}"
    assert answer_name(sample_record(rung=1)) == f"Follow-up 1: {OVERFITTING.text}"


def test_it_is_as_long_as_its_samples() -> None:
    assert duration_of(sample_record(samples=16_000)) == 1.0
    assert duration_of(sample_record(samples=None)) == 0.0


def test_its_length_is_the_one_of_its_feedback() -> None:
    record = sample_record()
    length = Length(90.0, 0.0, Light.GREEN, answer_s=82.4, before_s=2.0, after_s=27.6)
    assert length_words(replace(record, report=replace(sample_report(), length=length))) == "1:22"
    assert length_words(replace(record, report=None, samples=16_000)) == "0:01"


def test_light_and_attempt_stand_beside_the_length() -> None:
    record = sample_record(attempt=2)
    light = light_of(record)
    assert light is not None
    assert light_words(record, light).endswith(" · attempt 2")
    assert light_words(sample_record(attempt=1), Light.GREEN) == "● on time"
    assert light_words(sample_record(attempt=1), Light.AMBER) == "▲ a little over", "nothing is left to wrap up"


def test_what_was_not_measured_is_told_by_its_title() -> None:
    assert answer_spoken(short_record()).endswith("Too little to judge")
    assert answer_spoken(sample_record(position=0)).startswith(f"1. {OVERFITTING.text} 1:52, ")
