from __future__ import annotations

import copy
from dataclasses import dataclass, replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from question_bank.models import Question
from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.interview.session import SETTLE_S, Session, Stage, Step
from tests.simulator.builders import a_plan
from tests.simulator.walking import ANSWER, MOVES, Walker, moved

WAY_TO: dict[Stage, tuple[str, ...]] = {
    Stage.ASKING: (),
    Stage.READY: ("question_spoken",),
    Stage.ANSWERING: ("question_spoken", "start_answer"),
    Stage.CLOSING: ("question_spoken", "start_answer", "stop_answer"),
    Stage.FEEDBACK: ("question_spoken", "start_answer", "stop_answer", "answer_kept"),
    Stage.HOLDING: ("question_spoken", "start_answer", "hold_silence"),
    Stage.DECIDING: ("question_spoken", "start_answer", "stop_answer", "answer_kept", "await_report"),
    Stage.PAUSED: ("pause",),
    Stage.ENDED: ("end",),
}

# The whole machine, from a first question of several: what each stage allows, and where that leads.
ALLOWED: dict[Stage, dict[str, Stage]] = {
    Stage.ASKING: {
        "question_spoken": Stage.READY,
        "skip": Stage.ASKING,
        "pause": Stage.PAUSED,
        "end": Stage.ENDED,
    },
    Stage.READY: {
        "ask_again": Stage.ASKING,
        "start_answer": Stage.ANSWERING,
        "skip": Stage.ASKING,
        "pause": Stage.PAUSED,
        "end": Stage.ENDED,
    },
    Stage.ANSWERING: {
        "hold_silence": Stage.HOLDING,
        "stop_answer": Stage.CLOSING,
        "answer_lost": Stage.READY,
        "skip": Stage.ASKING,
        "pause": Stage.PAUSED,
        "end": Stage.ENDED,
    },
    Stage.HOLDING: {"stop_answer": Stage.CLOSING, "answer_lost": Stage.READY, "end": Stage.ENDED},
    Stage.CLOSING: {"answer_kept": Stage.FEEDBACK, "answer_lost": Stage.READY, "end": Stage.ENDED},
    Stage.FEEDBACK: {
        "answer_again": Stage.READY,
        "await_report": Stage.DECIDING,
        "follow_up": Stage.ASKING,
        "next_question": Stage.ASKING,
        "pause": Stage.PAUSED,
        "end": Stage.ENDED,
    },
    Stage.DECIDING: {
        "follow_up": Stage.ASKING,
        "next_question": Stage.ASKING,
        "skip": Stage.ASKING,
        "end": Stage.ENDED,
    },
    Stage.PAUSED: {"resume": Stage.ASKING, "end": Stage.ENDED},
    Stage.ENDED: {},
}


@dataclass(frozen=True)
class Snapshot:
    """All that can be seen of a session."""

    stage: Stage
    paused_from: Stage | None
    since_s: float | None
    step: Step
    question: Question
    attempt: int
    answered: frozenset[Step]
    skipped: frozenset[Step]
    paused_s: float

    @classmethod
    def of(cls, session: Session, now: float) -> Snapshot:
        return cls(
            session.stage,
            session.paused_from,
            session.since_s,
            session.step,
            session.question,
            session.attempt,
            session.answered,
            session.skipped,
            session.paused_s(now),
        )


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("stage", Stage)
def test_every_move_in_every_stage(stage: Stage, move: str) -> None:
    walker = Walker(question_count=3, drill=HOLD_THE_SILENCE)
    session = walker.make(*WAY_TO[stage])
    assert session.stage is stage
    before = Snapshot.of(session, walker.now + 1)
    leads_to = ALLOWED[stage].get(move)
    assert walker.tries(move) is (leads_to is not None)
    if leads_to is None:
        assert Snapshot.of(session, walker.now) == before
    else:
        assert session.stage is leads_to


def test_a_whole_interview() -> None:
    walker = Walker(question_count=2)
    session = walker.make(*ANSWER, "next_question")
    assert (session.position, session.question.id, session.is_last) == (1, "made-up.1", True)
    session = walker.make(*ANSWER, "next_question")
    assert session.stage is Stage.ENDED
    assert session.answered == {(0, 0), (1, 0)}
    assert session.skipped == frozenset()
    assert session.question.id == "made-up.1"


def test_answering_again_keeps_the_question_and_counts() -> None:
    walker = Walker(question_count=2)
    session = walker.make(*ANSWER, "answer_again")
    assert (session.stage, session.position, session.attempt) == (Stage.READY, 0, 2)
    session = walker.make(*ANSWER[1:], "next_question")
    assert (session.position, session.attempt) == (1, 1)


def test_a_lost_recording_uses_up_its_number() -> None:
    walker = Walker(question_count=1)
    session = walker.make("question_spoken", "start_answer", "answer_lost")
    assert (session.stage, session.attempt, session.answered) == (Stage.READY, 2, frozenset())
    session = walker.make("start_answer", "stop_answer", "answer_lost")
    assert (session.stage, session.attempt) == (Stage.READY, 3)
    assert walker.make(*ANSWER[1:]).answered == {(0, 0)}


def test_skipping_the_last_question_ends_the_interview() -> None:
    session = Walker(question_count=2).make("skip", "skip")
    assert session.stage is Stage.ENDED
    assert session.skipped == {(0, 0), (1, 0)}


def test_an_answered_question_is_not_skipped() -> None:
    session = Walker(question_count=2).make(*ANSWER, "answer_again", "skip")
    assert (session.answered, session.skipped, session.position) == (frozenset({(0, 0)}), frozenset(), 1)


@pytest.mark.parametrize("stage", [Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.FEEDBACK])
def test_a_pause_returns_to_where_it_left(stage: Stage) -> None:
    walker = Walker(question_count=1)
    session = walker.make(*WAY_TO[stage], "pause")
    assert (session.stage, session.paused_from) == (Stage.PAUSED, stage)
    session = walker.make("resume")
    assert (session.stage, session.paused_from) == (stage, None)


def test_a_recording_lost_during_a_pause_is_begun_anew() -> None:
    session = Walker(question_count=1).make("question_spoken", "start_answer", "pause", "answer_lost", "resume")
    assert (session.stage, session.attempt) == (Stage.READY, 2)


def test_paused_time_adds_up() -> None:
    walker = Walker(question_count=1)
    session = walker.make("pause")
    assert session.paused_s(walker.now + 5) == 5
    walker.tries("resume", after_s=10)
    walker.make("question_spoken", "pause")
    walker.tries("end", after_s=7)
    assert session.paused_s(walker.now + 1000) == 17


def test_the_second_half_of_a_double_click_does_not_stop_the_answer() -> None:
    walker = Walker(question_count=1)
    session = walker.make("question_spoken", "start_answer")
    assert not walker.tries("stop_answer", after_s=0)
    assert not walker.tries("stop_answer", after_s=SETTLE_S / 2)
    assert session.stage is Stage.ANSWERING
    assert walker.tries("stop_answer", after_s=SETTLE_S)


def test_the_second_half_of_a_double_click_does_not_skip_an_unseen_question() -> None:
    walker = Walker(question_count=3)
    session = walker.make("skip")
    assert not walker.tries("skip", after_s=SETTLE_S / 2)
    walker.session.question_spoken(walker.now)
    assert not walker.tries("skip", after_s=0)
    assert (session.position, session.skipped) == (1, frozenset({(0, 0)}))


def test_a_storm_of_one_key_opens_one_recording() -> None:
    walker = Walker(question_count=1)
    walker.make("question_spoken")
    assert [walker.tries("start_answer", after_s=0.01) for _ in range(50)].count(True) == 1
    walker.now += 1
    assert [walker.tries("stop_answer", after_s=0.01) for _ in range(50)].count(True) == 1


def test_a_session_without_questions_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="question"):
        Session(a_plan(0))


class AnyOrderOfMoves(RuleBasedStateMachine):
    """Whatever moves come, in any order and at any time, the session stays sound."""

    @initialize(question_count=st.integers(1, 4), strict=st.booleans(), drill=st.sampled_from([None, *DRILLS]))
    def begin(self, question_count: int, strict: bool, drill: Drill | None) -> None:
        self.count = question_count
        self.session = Session(replace(a_plan(question_count), strict=strict, drill=drill))
        self.now = 0.0
        self.open_recordings = 0
        self.kept: set[Step] = set()
        self.tried: set[tuple[Step, int]] = set()

    @rule(after_s=st.floats(0, 1000))
    def time_passes(self, after_s: float) -> None:
        self.now += after_s

    @precondition(lambda self: self.session.stage is not Stage.ENDED)
    @rule(move=st.sampled_from([move for move in MOVES if move != "end"]), times=st.integers(1, 3))
    def move(self, move: str, times: int) -> None:
        for _ in range(times):
            self._try(move)

    @rule(move=st.sampled_from(MOVES))
    def move_or_end(self, move: str) -> None:
        self._try(move)

    def _try(self, move: str) -> None:
        before = Snapshot.of(self.session, self.now)
        if not moved(self.session, move, self.now):
            assert Snapshot.of(self.session, self.now) == before
            return
        self._follow(move, before)

    def _follow(self, move: str, before: Snapshot) -> None:
        """Keep the books that a driver would keep, and hold the session to them."""
        after = Snapshot.of(self.session, self.now)
        assert before.stage is not Stage.ENDED
        assert after.step in (
            before.step,
            Step(before.step.position, before.step.rung + (move == "follow_up")),
            Step(before.step.position + 1, 0),
        )
        assert (after.question is before.question) is (after.step == before.step)
        assert after.answered >= before.answered
        assert after.skipped >= before.skipped
        if move == "start_answer":
            take = (after.step, after.attempt)
            assert take not in self.tried, "two recordings of one name"
            self.tried.add(take)
            self.open_recordings += 1
        elif move == "answer_kept":
            self.kept.add(after.step)
        if move in ("answer_kept", "answer_lost", "end") or (move == "skip" and before.stage is Stage.ANSWERING):
            self.open_recordings = 0

    @invariant()
    def the_books_agree(self) -> None:
        session = self.session
        assert 0 <= session.position < self.count
        assert session.attempt >= 1
        assert session.is_last is (session.position == self.count - 1)
        assert session.answered == self.kept
        assert not session.answered & session.skipped
        assert max(session.answered | session.skipped, default=Step(0, 0)) <= session.step

    @invariant()
    def a_recording_is_open_exactly_while_answering(self) -> None:
        stage = self.session.paused_from or self.session.stage
        assert self.open_recordings == (stage in (Stage.ANSWERING, Stage.HOLDING, Stage.CLOSING))

    @invariant()
    def strictness_has_no_feedback(self) -> None:
        if self.session.conduct.is_strict:
            assert Stage.FEEDBACK not in (self.session.stage, self.session.paused_from)

    @invariant()
    def only_a_pause_has_a_way_back(self) -> None:
        assert (self.session.paused_from is not None) is (self.session.stage is Stage.PAUSED)

    @invariant()
    def paused_time_is_possible(self) -> None:
        assert 0 <= self.session.paused_s(self.now) <= self.now

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        later = self.now + SETTLE_S
        possible = {move for move in MOVES if moved(copy.copy(self.session), move, later)}
        assert bool(possible) is (self.session.stage is not Stage.ENDED)
        assert possible != {"end"}


AnyOrderOfMoves.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestAnyOrderOfMoves = AnyOrderOfMoves.TestCase
