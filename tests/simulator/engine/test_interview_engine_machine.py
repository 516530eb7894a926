"""Users who press anything at any time: whatever they do, each answer has one row and one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.drills.drill import Drill
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.simulator.engine.studio import Studio, plan_of
from tests.simulator.ladders import use_ladder
from tests.sound import silence


def test_moves_without_an_interview_do_nothing(studio: Studio) -> None:
    for name, act in actions(studio).items():
        if name != "start":
            act()
    assert studio.stage() is Stage.ENDED
    assert studio.engine.question is None
    assert not studio.is_last()
    assert studio.store.session_count() == 0


def actions(studio: Studio) -> dict[str, Callable[[], object]]:
    """Everything a user, or a computer, may do."""
    engine = studio.engine
    return {
        "toggle": engine.toggle_answer,
        "toggle again": engine.toggle_answer,
        "wait": lambda: studio.pass_by(1.0),
        "speak": lambda: studio.say(0.3),
        "speak long": lambda: studio.say(1.1),
        "finish reading": studio.finish_reading,
        "fall silent": engine.stop_speaking,
        "replay": engine.replay,
        "skip": engine.skip,
        "next": engine.next_question,
        "leave": engine.leave_question,
        "words": studio.write_down,
        "no words": studio.fail_to_write_down,
        "be silent": lambda: studio.hear(silence(9.0)),
        "again": engine.answer_again,
        "pause": engine.toggle_pause,
        "listen again": engine.listen_again,
        "type": engine.type_instead,
        "submit": lambda: engine.submit_typed("A typed answer."),
        "unplug": studio.unplug,
        "doze": lambda: engine.on_sound_missing(3.0, 0.1),
        "start": lambda: engine.start(plan_of(3)),
        "end": engine.end,
    }


NAMES = [
    *("toggle", "toggle again", "wait", "speak", "speak long", "finish reading", "fall silent", "replay", "skip"),
    *("leave", "words", "words", "no words", "be silent"),
    *("next", "again", "pause", "listen again", "type", "submit", "unplug", "doze", "start", "end"),
]


KINDS = [None, None, HOLD_THE_SILENCE, SAME_QUESTION, GUESS_FIRST]


@given(
    moves=st.lists(st.sampled_from(NAMES), min_size=5, max_size=60), drill=st.sampled_from(KINDS), strict=st.booleans()
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_one_does_every_answer_has_one_row_and_one_file(
    monkeypatch: pytest.MonkeyPatch, moves: list[str], drill: Drill | None, strict: bool
) -> None:
    use_ladder(monkeypatch, follow_ups=2)
    with TemporaryDirectory() as folder, closing(Studio(Path(folder) / "library")) as studio:
        studio.engine.start(replace(plan_of(3), drill=drill, strict=strict))
        possible = actions(studio)
        for name in moves:
            told = len(studio.told)
            was_waiting = studio.engine.wake_at_s is not None
            before = len(_started(studio))
            is_ready = studio.stage() in (Stage.ASKING, Stage.READY)
            possible[name]()
            started = len(_started(studio)) - before
            assert started in ((0, 1) if is_ready or name == "start" else (0,)), name
            assert len(_open(studio)) <= 1
            assert (studio.stage() is Stage.ENDED) is not studio.engine.is_running
            if studio.engine.wake_at_s is not None and not was_waiting:
                assert len(studio.told) > told, "a timer would not have been started"
        studio.engine.end()
        assert studio.stages.count(Stage.ENDED) == 0
        assert not studio.microphone.is_open
        _check_library(studio)


def _started(studio: Studio) -> list[int]:
    return [
        row.id
        for session in studio.store.sessions()
        for row in studio.store.answers(session.id)
        if row.status is not AnswerStatus.SKIPPED
    ]


def _open(studio: Studio) -> list[str]:
    return [name for name in studio.takes() if name.endswith(".part")]


def _check_library(studio: Studio) -> None:
    """No open take, a file for each spoken answer that was saved and for no other, one row for each attempt."""
    assert studio.store.unfinished() == ()
    kept: list[str] = []
    for session in studio.store.sessions():
        rows = studio.store.answers(session.id)
        attempts = Counter(
            (row.position, row.rung, row.attempt) for row in rows if row.status is not AnswerStatus.SKIPPED
        )
        assert all(count == 1 for count in attempts.values())
        saved = {(row.position, row.rung) for row in rows if row.status is AnswerStatus.SAVED}
        assert all((position, rung - 1) in saved for position, rung in saved if rung), "a rung is missing"
        skipped = Counter((row.position, row.rung) for row in rows if row.status is AnswerStatus.SKIPPED)
        assert all(count == 1 for count in skipped.values())
        assert not saved & set(skipped)
        assert {row.status for row in rows} <= {AnswerStatus.SAVED, AnswerStatus.SKIPPED, AnswerStatus.LOST}
        kept += [row.file_name for row in rows if row.status is AnswerStatus.SAVED and row.file_name]
    assert studio.takes() == sorted(kept)
