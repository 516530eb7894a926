"""How much there is to read after an answer."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.samples import sample_record
from ui.words.answer_title import title_of
from ui.words.feedback_length import words_to_read


def test_advice_and_the_points_left_out_are_read_the_points_made_are_not() -> None:
    record = sample_record()
    assert record.report is not None
    assert record.report.key_points
    words = words_to_read(record, "")
    all_made = tuple(replace(point, covered=True) for point in record.report.key_points)
    none_made = tuple(replace(point, covered=False) for point in record.report.key_points)
    advice = sum(len(advice.text.split()) for advice in record.report.advice)
    fewest = words_to_read(replace(record, report=replace(record.report, key_points=all_made)), "")
    most = words_to_read(replace(record, report=replace(record.report, key_points=none_made)), "")
    assert advice < fewest < words < most


def test_what_comes_next_is_read_too() -> None:
    record = sample_record()
    assert words_to_read(record, "Next: a follow-up.") == words_to_read(record, "") + 3


def test_where_nothing_was_judged_it_is_the_sentence() -> None:
    record = replace(sample_record(), report=None, failure="The words could not be written down.")
    assert words_to_read(record, "") > len(title_of(record).split())
