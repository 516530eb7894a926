"""Two answers compared on the command line; looking changes nothing."""

from __future__ import annotations

import json

import pytest

from simulator.data_folder import DataFolder
from simulator.errors import NotComparable
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.store import Store
from tests.simulator.store.builders import a_question, a_report, a_transcript, add_judged, add_session
from ui.command_line import main
from ui.commands.compare_answers import compare_answers


@pytest.fixture
def answers(data_folder: DataFolder) -> list[AnswerId]:
    """Two to one question, and one to another."""
    data_folder.prepare()
    store = Store.open(data_folder.database)
    session = add_session(store)
    made = [
        add_judged(store, session, a_report(a_transcript("it drops units"), wpm=180.0, point_s=None)),
        add_judged(store, add_session(store), a_report(a_transcript("it drops random units"))),
        add_judged(store, session, a_report(), a_question("other"), position=1),
    ]
    store.close()
    return made


def test_as_text(data_folder: DataFolder, answers: list[AnswerId], capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_answers(data_folder, answers[1], answers[0], as_json=False) == 0
    out = capsys.readouterr().out
    assert out.startswith("What does dropout do?\nEarlier: ")
    assert "Key points: 1 gained" in out
    assert "it drops {+random+} units" in out


def test_as_json(data_folder: DataFolder, answers: list[AnswerId], capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_answers(data_folder, answers[0], answers[1], as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["question_id"], told["first"]["id"], told["second"]["light"]) == ("dropout", answers[0], "green")
    pace = next(one for one in told["measures"] if one["measure"] == "pace.words_per_minute")
    assert pace == {"measure": "pace.words_per_minute", "first": 180.0, "second": 140.0, "change": "better"}
    assert told["key_points"][0] == {
        "id": "thins",
        "text": "It thins the network out.",
        "first": {"verdict": "not", "at_s": None},
        "second": {"verdict": "made", "at_s": 5.0},
        "change": "won",
    }
    assert (told["wording"]["added"], told["wording"]["dropped"]) == (1, 0)
    assert {"said": "added", "text": "random"} in told["wording"]["second"]
    assert told["unlike"] == []


def test_what_cannot_be_compared_is_refused(data_folder: DataFolder, answers: list[AnswerId]) -> None:
    with pytest.raises(NotComparable, match="do not answer the same question"):
        compare_answers(data_folder, answers[0], answers[2], as_json=False)
    with pytest.raises(NotComparable, match="itself"):
        compare_answers(data_folder, answers[0], answers[0], as_json=True)
    with pytest.raises(UnknownRecord):
        compare_answers(data_folder, answers[0], 99, as_json=True)


def test_it_is_a_call_of_the_command_line(
    data_folder: DataFolder, answers: list[AnswerId], capsys: pytest.CaptureFixture[str]
) -> None:
    called = ["sessions", "compare", str(answers[0]), str(answers[1]), "--data-dir", str(data_folder.data)]
    assert main(called) == 0
    assert "gained" in capsys.readouterr().out
