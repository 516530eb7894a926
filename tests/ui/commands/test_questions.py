"""The bank as the command line shows it."""

from __future__ import annotations

import json

import pytest

from question_bank.bank import Bank
from question_bank.errors import UnknownQuestion
from simulator.data_folder import DataFolder
from tests.question_bank.samples import GOOD_PACK, write_pack
from ui.commands.questions import check_questions, list_questions, show_question


def test_the_list_is_one_object_a_line(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert list_questions(data_folder, as_json=True) == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [entry["id"] for entry in entries] == [question.id for question in Bank.load().questions]
    for name in ("id", "pack", "kind", "level", "roles", "rounds", "topics", "key_points"):
        assert all(entry[name] for entry in entries), name
    assert all(role.startswith("role.") for entry in entries for role in entry["roles"])


def test_the_list_for_people_has_the_texts(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    list_questions(data_folder, as_json=False)
    assert Bank.load().questions[0].text in capsys.readouterr().out


def test_a_question_is_shown_whole(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    question = Bank.load().questions[0]
    show_question(data_folder, question.id, as_json=False)
    text = capsys.readouterr().out
    for part in (question.text, question.model_answer.strip(), *(point.text for point in question.key_points)):
        assert part in text
    show_question(data_folder, question.id, as_json=True)
    assert json.loads(capsys.readouterr().out)["text"] == question.text
    with pytest.raises(UnknownQuestion):
        show_question(data_folder, "nope", as_json=False)


def test_the_packs_that_come_with_the_program_have_no_problem(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_questions(data_folder, (), as_json=False) == 0
    assert "nothing wrong" in capsys.readouterr().out


@pytest.mark.parametrize("is_named", [True, False])
def test_a_broken_pack_is_told_with_its_reason(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str], is_named: bool
) -> None:
    data_folder.packs.mkdir(parents=True)
    pack = data_folder.packs / "mine.yaml"
    pack.write_text("questions: [")
    assert check_questions(data_folder, [pack] if is_named else (), as_json=True) == 1
    out, err = capsys.readouterr()
    (problem,) = map(json.loads, out.splitlines())
    assert problem["path"] == str(pack)
    assert problem["text"]
    assert problem["is_refused"] is True
    assert "1 problem found" in err


def test_a_cue_that_proves_nothing_is_told_with_its_line_and_left_in_use(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data_folder.packs.mkdir(parents=True)
    text = GOOD_PACK.replace("half  of the values]", "median,\n          half of the values]")
    pack = write_pack(data_folder.packs, text)
    assert check_questions(data_folder, (), as_json=True) == 0
    (weak,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (weak["path"], weak["line"], weak["is_refused"]) == (str(pack), 17, False)
    assert weak["text"].startswith("example.first, middle: “median” is in the question itself")
    assert check_questions(data_folder, [pack], as_json=False) == 0
    out = capsys.readouterr().out
    assert f"{pack}:17: example.first, middle" in out
    assert "2 questions, 1 weak cue; they are still in use." in out


def test_a_broken_pack_does_not_hide_the_others(data_folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    data_folder.packs.mkdir(parents=True)
    (data_folder.packs / "mine.yaml").write_text("questions: [")
    assert list_questions(data_folder, as_json=True) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == len(Bank.load().questions)
    assert "mine.yaml" in err
