"""What an interview writes down, and what happens when the library refuses it."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from simulator.interview.session import Stage
from simulator.store.errors import StoreFull
from simulator.store.store import Store
from tests.simulator.engine.studio import ANSWER, Studio, plan_of
from tests.sound import read_wav


def refuse(patch: pytest.MonkeyPatch, *methods: str) -> None:
    """The disk is full for these."""
    for method in methods:
        patch.setattr(Store, method, _full)


def _full(*_arguments: object) -> NoReturn:
    raise StoreFull(Path("library.db"))


def test_little_space_is_said_before_the_question(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recordings.take_folder.LEAST_FREE_BYTES", 1 << 60)
    studio.engine.start(plan_of(1))
    (sentence,) = studio.problems
    assert "Disk space is low" in sentence
    assert studio.stage() is Stage.ASKING


def test_an_interview_that_cannot_be_kept_does_not_begin(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "begin_session")
    studio.engine.start(plan_of(1))
    assert not studio.engine.is_running
    assert len(studio.problems) == 1
    monkeypatch.undo()
    studio.engine.start(plan_of(1))
    assert studio.engine.is_running


def test_an_answer_that_cannot_be_noted_does_not_begin(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.begin(1)
    refuse(monkeypatch, "begin_answer")
    studio.toggle()
    studio.engine.type_instead()
    studio.engine.submit_typed(ANSWER)
    assert len(studio.problems) == 2
    assert studio.stage() is Stage.READY
    assert studio.takes() == []


def test_an_answer_that_cannot_be_marked_as_saved_is_kept_all_the_same(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.begin(1)
    refuse(monkeypatch, "answer_saved")
    studio.answer(2.0)
    assert len(studio.problems) == 1
    assert "no space" in studio.problems[0]
    assert studio.stage() is Stage.FEEDBACK
    (row,) = studio.store.unfinished()
    assert len(read_wav(studio.folder.folder / str(row.file_name))) > 64_000


def test_an_interview_ends_even_if_that_cannot_be_kept(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.begin(1)
    refuse(monkeypatch, "answer_skipped", "end_session")
    studio.pass_by(1.0)
    studio.engine.skip()
    assert len(studio.ended) == 1
    assert len(studio.problems) == 2
