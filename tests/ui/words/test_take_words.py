"""An answer among others, in words."""

from __future__ import annotations

from dataclasses import replace

from simulator.store.records import AnswerId, SessionId
from simulator.store.takes import Take
from tests.ui.samples import NOW, brief_record, sample_record, silent_record
from ui.words.take_words import take_facts, take_name
from ui.words.times import time_of_day


def test_a_take_is_named_by_its_day_and_attempt() -> None:
    take = Take(AnswerId(1), SessionId(1), NOW, 2)
    assert take_name(take) == f"19 Nov 2026, {time_of_day(NOW)} · attempt 2"
    assert take_name(replace(take, started_at=None)) == "Date unknown · attempt 2"


def test_its_facts_are_length_and_light() -> None:
    assert take_facts(sample_record()) == "1:52 · ▲ a little over"
    assert take_facts(silent_record()) == "0:04 · Nothing was said"
    assert take_facts(brief_record()) == "0:05 · not timed"
    assert take_facts(sample_record(report=None)) == "1:52 · Transcribing your answer…"
    assert take_facts(replace(silent_record(), samples=0)) == "Nothing was said"
