"""The part of a recording that is the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.report import Rambling
from simulator.store.records import AnswerRecord
from tests.ui.samples import DURATION_S, STOP_S, sample_record, sample_report, sample_transcript, words_of
from ui.words.trimmed import trimmed, trimmed_words


def quiet_around(start_s: float, end_s: float) -> AnswerRecord:
    """An answer that did not ramble, within so many seconds of its recording."""
    transcript = replace(sample_transcript(), words=words_of("It thins the network out", start_s, end_s))
    return sample_record(transcript=transcript, report=replace(sample_report(), rambling=Rambling(False, (), None)))


def test_it_goes_from_the_first_word_to_where_one_could_have_stopped() -> None:
    stretch = trimmed(sample_record())
    assert stretch is not None
    assert (stretch.start_s, stretch.end_s) == pytest.approx((0.4, STOP_S))
    assert trimmed_words(sample_record(), stretch).startswith("From your first word to where you could have stopped")


def test_without_a_flag_it_ends_with_the_last_word() -> None:
    record = quiet_around(20.0, 60.0)
    stretch = trimmed(record)
    assert stretch is not None
    last = record.transcript.words[-1].end_s if record.transcript else 0.0
    assert (stretch.start_s, stretch.end_s) == pytest.approx((19.8, last + 0.2))
    assert trimmed_words(record, stretch).startswith("From your first word to your last, 0:")


def test_where_nothing_is_left_out_there_is_none() -> None:
    assert trimmed(quiet_around(0.1, DURATION_S + 5)) is None
    assert trimmed(sample_record(transcript=None)) is None
    assert trimmed(sample_record(samples=0)) is None
