from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.follow_ups.ladder import Limit, NextStep, Rung
from simulator.follow_ups.ladder_end import ladder_end
from simulator.store.records import AnswerId, AnswerRecord
from tests.simulator.ladders import END, Ladder
from tests.ui.samples import sample_record


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> Ladder:
    made = Ladder(follow_ups=2)
    monkeypatch.setattr("simulator.follow_ups.ladder.next_step", made)
    return made


def chain(*rungs: int) -> tuple[AnswerRecord, ...]:
    return tuple(replace(sample_record(), id=AnswerId(number), rung=rung) for number, rung in enumerate(rungs, start=1))


def test_the_last_rung_says_why_the_ladder_ended(ladder: Ladder) -> None:
    answers = chain(0, 0, 1, 2)
    assert ladder_end(answers, answers[-1], 4) == END
    climbed = ladder.climbed[-1]
    assert [rung.question for rung in climbed] == [one.question for one in answers[1:]]
    assert ladder.depths == [4]


def test_other_answers_say_nothing_of_it(ladder: Ladder) -> None:
    answers = chain(0, 1, 2)
    assert [ladder_end(answers, one, 4) for one in answers[:2]] == ["", ""]
    assert ladder_end(chain(0), chain(0)[0], 4) == ""


def test_who_left_before_the_end_is_told_nothing(ladder: Ladder) -> None:
    answers = chain(0, 1)
    assert ladder_end(answers, answers[1], 4) == ""


def test_an_answer_without_words_is_no_rung(ladder: Ladder) -> None:
    answers = chain(0, 1, 2)
    lost = replace(answers[2], report=None)
    assert ladder_end((*answers[:2], lost), lost, 4) == ""


def test_the_real_ladder_keeps_the_seam() -> None:
    from simulator.follow_ups.ladder import next_step

    record = sample_record()
    assert record.report is not None
    step = next_step([Rung(record.question, record.report)], max_depth=0)
    assert isinstance(step, NextStep)
    assert (step.question, step.limit) == (None, Limit.DEEP_ENOUGH)
