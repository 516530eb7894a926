"""What follows an answer, decided when its report is there and never before, whatever becomes of the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.drills.quick import QUICK
from simulator.engine.awaited_step import WITHOUT_WORDS
from simulator.engine.events import QuestionChanged
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from tests.simulator.engine.studio import ANSWER, NO_WORDS, Studio, plan_of
from tests.simulator.ladders import END, WHY, Ladder, deeper, use_ladder


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> Ladder:
    return use_ladder(monkeypatch)


def test_the_report_decides_and_the_follow_up_is_rendered_at_once(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    assert studio.steps == []
    studio.write_down()
    (step,) = [told.step for told in studio.steps]
    assert studio.engine.next_step is step
    assert step.why == WHY
    assert step.question is not None
    assert studio.voice.prepared[-1] == step.question.text
    assert studio.stage() is Stage.FEEDBACK


def test_a_chain_goes_deeper_and_is_kept_under_its_question(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    ladder = use_ladder(monkeypatch, follow_ups=2)
    studio.begin()
    for _ in range(3):
        studio.answer()
        studio.write_down()
        studio.engine.next_question()
    first, second = plan_of(2).questions
    texts = [first.text, deeper(first, 1).text, deeper(first, 2).text, second.text]
    asked = studio.of(QuestionChanged)
    assert [event.question.text for event in asked] == texts
    assert [event.number for event in asked] == [1, 1, 1, 2]
    assert [(row.position, row.rung, row.attempt) for row in studio.rows()] == [(0, 0, 1), (0, 1, 1), (0, 2, 1)]
    assert [len(rungs) for rungs in ladder.climbed] == [1, 2, 3]
    assert [rung.question.text for rung in ladder.climbed[-1]] == texts[:3]


def test_a_second_try_stands_for_its_rung(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    studio.write_down("Something else was said here, and it was not what I wanted to say at all in the end. " * 2)
    studio.engine.answer_again()
    studio.answer()
    studio.write_down()
    studio.engine.next_question()
    studio.answer()
    studio.write_down()
    assert [rung.report.transcript.text for rung in ladder.climbed[-1]] == [ANSWER, ANSWER]


def test_who_goes_on_before_the_report_waits_a_moment(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    studio.engine.next_question()
    assert studio.stage() is Stage.DECIDING
    studio.engine.next_question()
    assert studio.stage() is Stage.DECIDING
    studio.write_down()
    assert studio.stage() is Stage.ASKING
    assert studio.session().step == (0, 1)


@pytest.mark.parametrize("is_waiting", [True, False])
def test_the_follow_up_can_be_passed_over(studio: Studio, ladder: Ladder, is_waiting: bool) -> None:
    studio.begin()
    studio.answer()
    if is_waiting:
        studio.engine.next_question()
        assert studio.stage() is Stage.DECIDING
    else:
        studio.write_down()
    left = studio.engine.answer_id
    studio.engine.leave_question()
    assert studio.session().step == (1, 0)
    if is_waiting:
        studio.write_down(answer_id=left)
    assert studio.session().step == (1, 0)


@pytest.mark.parametrize("is_waiting", [True, False])
def test_words_that_fail_lead_on_and_lose_nothing(studio: Studio, ladder: Ladder, is_waiting: bool) -> None:
    studio.begin()
    studio.answer()
    if is_waiting:
        studio.engine.next_question()
    studio.fail_to_write_down()
    if not is_waiting:
        assert studio.engine.next_step is not None
        assert studio.engine.next_step.why == WITHOUT_WORDS
        studio.engine.next_question()
    assert studio.session().step == (1, 0)
    (row,) = studio.rows()
    assert (row.status, row.failure) == (AnswerStatus.SAVED, NO_WORDS)


def test_words_written_down_after_all_decide_anew(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    studio.fail_to_write_down()
    answer_id = studio.engine.answer_id
    assert answer_id is not None
    studio.judge.expect(answer_id, studio.session().question)
    studio.write_down()
    assert [told.step.question is not None for told in studio.steps] == [False, True]


def test_words_that_fail_at_once_do_not_hold_up_the_interview(
    studio: Studio, ladder: Ladder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where there is no speech engine: the failure comes before the answer counts as kept."""
    monkeypatch.setattr(studio.transcriber, "finish", lambda _job, _path: studio.fail_to_write_down())
    studio.begin()
    studio.answer()
    assert studio.stage() is Stage.FEEDBACK
    studio.engine.next_question()
    assert studio.stage() is Stage.ASKING
    assert studio.rows()[0].failure == NO_WORDS


def test_a_follow_up_that_is_skipped_ends_the_ladder(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    studio.write_down()
    studio.engine.next_question()
    studio.pass_by(1.0)
    studio.engine.skip()
    assert studio.session().step == (1, 0)
    assert [(row.rung, row.status) for row in studio.rows()] == [(0, AnswerStatus.SAVED), (1, AnswerStatus.SKIPPED)]


def test_the_last_question_may_have_a_follow_up(studio: Studio, ladder: Ladder) -> None:
    studio.begin(1)
    assert studio.is_last()
    studio.answer()
    studio.write_down()
    assert not studio.is_last()
    studio.engine.next_question()
    studio.answer()
    studio.write_down()
    assert studio.is_last()
    assert studio.engine.next_step is not None
    assert studio.engine.next_step.why == END
    studio.engine.next_question()
    assert len(studio.ended) == 1


@pytest.mark.parametrize("settings", [Settings(follow_ups=False), Settings(follow_up_depth=2)])
def test_follow_ups_are_the_users_choice(studio: Studio, ladder: Ladder, settings: Settings) -> None:
    studio.engine.use_settings(settings)
    studio.begin()
    studio.answer()
    assert (studio.engine.next_step is not None) is not settings.follow_ups
    studio.write_down()
    assert ladder.depths == ([2] if settings.follow_ups else [])
    studio.engine.next_question()
    assert studio.session().rung == int(settings.follow_ups)


def test_drills_and_the_candidates_own_questions_go_no_deeper(studio: Studio, ladder: Ladder) -> None:
    question = replace(plan_of(1).questions[0], topics=("you.questions-for-us",))
    for plan in (replace(plan_of(2), drill=QUICK), replace(plan_of(1), questions=(question,) * 2)):
        studio.engine.start(plan)
        studio.answer()
        studio.engine.next_question()
        assert studio.stage() is Stage.ASKING
        assert studio.engine.session is not None
        assert studio.session().step == (1, 0)
        studio.engine.end()
    assert ladder.climbed == []


def test_strict_interviews_go_on_by_themselves(studio: Studio, ladder: Ladder) -> None:
    studio.engine.start(plan_of(2, strict=True))
    studio.answer()
    assert studio.stage() is Stage.DECIDING
    studio.write_down()
    assert studio.stage() is Stage.ASKING
    studio.answer()
    studio.write_down()
    studio.answer()
    studio.fail_to_write_down()
    assert len(studio.ended) == 1
    assert Stage.FEEDBACK not in studio.stages
    assert [(row.position, row.rung) for row in studio.rows()] == [(0, 0), (0, 1), (1, 0)]


def test_strict_interviews_without_follow_ups_never_wait(studio: Studio) -> None:
    studio.engine.use_settings(Settings(follow_ups=False))
    studio.engine.start(plan_of(2, strict=True))
    studio.answer()
    assert (studio.stage(), studio.session().position) == (Stage.ASKING, 1)
    studio.answer()
    assert len(studio.ended) == 1


def test_a_strict_typed_interview_goes_deeper_too(studio: Studio, ladder: Ladder) -> None:
    studio.engine.start(plan_of(1, strict=True))
    studio.engine.type_instead()
    studio.engine.submit_typed(ANSWER)
    assert studio.stage() is Stage.ASKING
    studio.pass_by(1.0)
    studio.engine.stop_speaking()
    studio.engine.submit_typed(ANSWER)
    assert len(studio.ended) == 1
    assert [row.rung for row in studio.rows()] == [0, 1]


@pytest.mark.parametrize("strict", [True, False])
def test_ending_in_the_middle_asks_nothing_more(studio: Studio, ladder: Ladder, strict: bool) -> None:
    studio.engine.use_settings(Settings(follow_ups=not strict))
    studio.engine.start(plan_of(2, strict=strict))
    studio.engine.stop_speaking()
    said = len(studio.voice.said)
    studio.toggle()
    studio.say(2.0)
    studio.engine.end()
    assert not studio.engine.is_running
    assert len(studio.voice.said) == said
    assert len(studio.rows()) == 1
    assert not studio.voice.is_speaking


def test_a_report_that_comes_after_the_end_changes_nothing(studio: Studio, ladder: Ladder) -> None:
    studio.begin()
    studio.answer()
    left = studio.engine.answer_id
    studio.engine.next_question()
    studio.engine.end()
    studio.write_down(answer_id=left)
    assert not studio.engine.is_running
    assert ladder.climbed == []
