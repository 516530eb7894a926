"""A half-typed answer: it is on the disk while one types, and no way out of the question loses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.errors import StoreFull
from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from tests.simulator.engine.studio import Studio, plan_of

HALF = "I would begin with"


@pytest.fixture
def typing(tmp_path: Path) -> Studio:
    """An interview of two questions whose answers are typed; the first has been read."""
    studio = Studio(tmp_path, Settings(follow_ups=False))
    studio.engine.start(plan_of(2))
    studio.engine.type_instead()
    studio.engine.stop_speaking()
    return studio


def test_a_killed_program_leaves_what_was_typed_half_a_second_ago(typing: Studio, tmp_path: Path) -> None:
    typing.engine.draft_typed("I would")
    typing.pass_by(0.5)
    typing.engine.draft_typed(HALF)
    typing.pass_by(0.5)
    after = Store.open(tmp_path / "library.db")  # the first was never closed
    (left,) = after.unfinished()
    assert (left.typed, left.file_name, left.position) == (HALF, None, 0)
    after.close()


def test_a_given_answer_leaves_no_draft(typing: Studio) -> None:
    typing.engine.draft_typed(HALF)
    typing.pass_by(0.5)
    typing.engine.submit_typed(f"{HALF} the data.")
    typing.engine.draft_typed(HALF)  # the editor still holds it
    typing.pass_by(0.5)
    (row,) = typing.rows()
    assert (row.status, row.typed) == (AnswerStatus.SAVED, f"{HALF} the data.")
    assert typing.engine.wake_at_s is None


def test_what_was_wiped_out_again_leaves_nothing(typing: Studio) -> None:
    for text in (HALF, "  "):
        typing.engine.draft_typed(text)
        typing.pass_by(0.5)
    assert typing.rows() == ()
    typing.engine.end()
    assert typing.rows() == ()


@pytest.mark.parametrize("leave", [lambda studio: studio.engine.skip(), lambda studio: studio.engine.end()])
def test_leaving_the_question_keeps_what_was_typed(typing: Studio, leave: Callable[[Studio], None]) -> None:
    typing.engine.draft_typed(HALF)
    typing.pass_by(0.1)  # not on the disk yet
    leave(typing)
    row = typing.rows()[0]
    assert (row.status, row.typed) == (AnswerStatus.SAVED, HALF)
    assert row.report is not None
    assert typing.stage() in (Stage.ASKING, Stage.ENDED)


def test_the_end_in_a_pause_keeps_it_too(typing: Studio) -> None:
    typing.engine.draft_typed(HALF)
    typing.engine.toggle_pause()
    assert typing.stage() is Stage.PAUSED
    typing.engine.end()
    (row,) = typing.rows()
    assert (row.status, row.typed) == (AnswerStatus.SAVED, HALF)


def test_a_refused_answer_stays_a_draft(typing: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    typing.engine.draft_typed(HALF)
    typing.pass_by(0.5)
    with monkeypatch.context() as patch:
        patch.setattr(typing.store, "typed_saved", _refuse)
        typing.engine.submit_typed(HALF)
    assert typing.stage() is Stage.READY
    (row,) = typing.rows()
    assert (row.status, row.typed) == (AnswerStatus.RECORDING, HALF)
    typing.engine.submit_typed(HALF)
    (row,) = typing.rows()
    assert row.status is AnswerStatus.SAVED


def _refuse(*_values: object) -> None:
    raise StoreFull(Path("library.db"))
