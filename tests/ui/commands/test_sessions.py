"""Past interviews as the command line shows them; looking changes nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from simulator.data_folder import DataFolder
from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.store.errors import DatabaseMissing, UnknownRecord
from simulator.store.records import SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import (
    NOON,
    a_plan,
    a_question,
    a_report,
    a_transcript,
    add_judged,
    add_saved,
    add_session,
)
from ui.commands.sessions import list_sessions, show_session


@pytest.fixture
def session(data_folder: DataFolder) -> SessionId:
    """The last of 60 interviews, the only one with answers."""
    data_folder.prepare()
    store = Store.open(data_folder.database)
    session = [add_session(store) for _ in range(60)][-1]
    answer = add_judged(store, session, a_report(a_transcript("we tried shrinkage")))
    store.set_note(answer, "Mind the end.")
    add_saved(store, session, a_question("other", "And then?"), position=1)
    store.close()
    return session


def test_nobody_has_practised_yet(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert list_sessions(data_folder, "", as_json=False) == 0
    assert capsys.readouterr().out == "No interviews yet.\n"
    assert list_sessions(data_folder, "", as_json=True) == 0
    assert capsys.readouterr().out == ""
    assert not data_folder.data.exists()
    with pytest.raises(DatabaseMissing):
        show_session(data_folder, 1, as_json=False)


def test_all_pages_are_listed_newest_first(
    data_folder: DataFolder, session: SessionId, capsys: pytest.CaptureFixture[str]
) -> None:
    list_sessions(data_folder, "", as_json=True)
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [entry["id"] for entry in entries] == list(range(session, 0, -1))
    assert entries[0]["question_texts"] == ["What does dropout do?", "And then?"]


def test_search_narrows_the_list(
    data_folder: DataFolder, session: SessionId, capsys: pytest.CaptureFixture[str]
) -> None:
    list_sessions(data_folder, "shrinkage", as_json=False)
    (line,) = capsys.readouterr().out.splitlines()
    assert "ML engineer, Machine learning" in line
    assert "2 answers" in line
    list_sessions(data_folder, "nonsense", as_json=False)
    assert capsys.readouterr().out == "No interview found.\n"


def test_a_session_is_shown_with_its_answers(
    data_folder: DataFolder, session: SessionId, capsys: pytest.CaptureFixture[str]
) -> None:
    show_session(data_folder, session, as_json=False)
    text = capsys.readouterr().out
    for part in ("What does dropout do?", "we tried shrinkage", "Note: Mind the end.", "Not transcribed yet."):
        assert part in text
    show_session(data_folder, session, as_json=True)
    shown = json.loads(capsys.readouterr().out)
    assert shown["id"] == session
    assert [answer["status"] for answer in shown["answers"]] == ["saved", "saved"]
    assert shown["answers"][0]["report"]["transcript"]["text"] == "we tried shrinkage"


def test_an_unknown_session_is_said_to_be_unknown(data_folder: DataFolder, session: SessionId) -> None:
    with pytest.raises(UnknownRecord):
        show_session(data_folder, 999, as_json=False)


def _drilled(data_folder: DataFolder, drill: Drill, *, strict: bool = False) -> tuple[Store, SessionId]:
    data_folder.prepare()
    store = Store.open(data_folder.database)
    return store, store.begin_session(replace(a_plan(), drill=drill, strict=strict), NOON)


def _shown(data_folder: DataFolder, session: SessionId, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    show_session(data_folder, session, as_json=True)
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


def test_a_guess_is_shown_beside_what_was_measured(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    store, session = _drilled(data_folder, GUESS_FIRST)
    answer = add_judged(store, session, a_report())
    store.drills.keep_guess(answer, 300.0, 9)
    store.close()
    show_session(data_folder, session, as_json=False)
    text = capsys.readouterr().out
    assert "   Your guess\n     Your answer was" in text
    assert "You guessed   Measured" in text
    assert "Length          5:00" in text
    shown = _shown(data_folder, session, capsys)
    assert (shown["drill"], shown["mode"]) == ("guess-first", "practice")
    outcome = shown["answers"][0]["outcome"]
    assert (outcome["title"], outcome["columns"]) == ("Your guess", ["You guessed", "Measured"])
    assert outcome["rows"][0]["first"] == "5:00"


def test_what_became_of_a_silence_is_shown(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    store, session = _drilled(data_folder, HOLD_THE_SILENCE)
    answer = add_judged(store, session, a_report())
    store.drills.keep_silence(answer, 60.0, None)
    store.close()
    show_session(data_folder, session, as_json=False)
    assert "You held the silence" in capsys.readouterr().out
    assert _shown(data_folder, session, capsys)["answers"][0]["outcome"]["rows"] == []


def test_the_second_try_stands_beside_the_first(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    store, session = _drilled(data_folder, SAME_QUESTION)
    for attempt in (1, 2):
        store.keep_report(add_saved(store, session, attempt=attempt), a_report())
    store.close()
    first, second = (answer["outcome"] for answer in _shown(data_folder, session, capsys)["answers"])
    assert first is None
    assert second["title"] == "Compared with your previous try"


def test_a_minute_is_shown_with_the_minutes_before(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    store, session = _drilled(data_folder, FILLER_FREE_MINUTE)
    add_judged(store, session, a_report())
    store.close()
    show_session(data_folder, session, as_json=False)
    assert "   Your minute\n" in capsys.readouterr().out


def test_a_strict_interview_is_told_from_practice(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    store, session = _drilled(data_folder, QUICK, strict=True)
    add_judged(store, session, a_report())
    store.close()
    list_sessions(data_folder, "", as_json=False)
    assert "Quick drill, strict" in capsys.readouterr().out
    list_sessions(data_folder, "", as_json=True)
    assert json.loads(capsys.readouterr().out)["drill"] == "quick"
    shown = _shown(data_folder, session, capsys)
    assert (shown["drill"], shown["mode"]) == ("quick", "strict")
    assert shown["answers"][0]["outcome"] is None
