"""Importing writes one pack or nothing; exporting replaces a file at the end or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.errors import NotWritten, UnknownFormat, UnknownPack
from question_bank.exchange.formats import Format
from simulator.data_folder import DataFolder
from ui.command_line import main
from ui.commands.questions import check_questions, export_questions, import_questions

CARDS = "question,answer\nWhat is a mean?,The sum by the number.\nWhat is a mode?,The most frequent value.\n"


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    file = tmp_path / "My cards.csv"
    file.write_text(CARDS, encoding="utf-8")
    return file


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing fails at the last moment, when all is in the temporary file."""

    def fsync(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


def do_import(data_folder: DataFolder, file: Path, name: str | None = None, *, is_dry_run: bool = False) -> int:
    return import_questions(data_folder, file, name, None, is_dry_run=is_dry_run)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_import_makes_a_pack_that_is_asked_from_at_once(
    data_folder: DataFolder, cards: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do_import(data_folder, cards) == 0
    pack = data_folder.packs / "my-cards.yaml"
    assert f"2 questions written to {pack}." in capsys.readouterr().out
    assert stat.S_IMODE(pack.stat().st_mode) == 0o600
    assert stat.S_IMODE(pack.parent.stat().st_mode) == 0o700
    assert Bank.load(data_folder.packs).get("my-cards.what-is-a-mean").pack == "my-cards"
    assert check_questions(data_folder, (), as_json=False) == 0


def test_a_dry_run_writes_nothing(data_folder: DataFolder, cards: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do_import(data_folder, cards, is_dry_run=True) == 0
    assert "2 questions would be written" in capsys.readouterr().out
    assert not data_folder.data.exists()


def test_one_wrong_row_keeps_all_out(data_folder: DataFolder, cards: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cards.write_text(CARDS + ",x\n" * 60, encoding="utf-8")
    assert do_import(data_folder, cards) == 1
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert lines[0] == f"viva-voce: {cards}:4: question 3: “text” is missing."
    assert len(lines) == 51
    assert lines[-1] == "viva-voce: 10 more problems; nothing was imported."
    assert not data_folder.data.exists()


def test_a_later_import_replaces_the_pack_and_keeps_the_one_before(data_folder: DataFolder, cards: Path) -> None:
    do_import(data_folder, cards)
    first = files_in(data_folder.packs)
    do_import(data_folder, cards)
    assert files_in(data_folder.packs) == first
    cards.write_text(CARDS.replace("by the", "divided by the"), encoding="utf-8")
    do_import(data_folder, cards)
    after = files_in(data_folder.packs)
    assert after["my-cards.yaml.previous"] == first["my-cards.yaml"]
    assert b"divided" in after["my-cards.yaml"]
    assert len(Bank.load(data_folder.packs).questions) == len(Bank.load().questions) + 2


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_no_half_pack(data_folder: DataFolder, cards: Path) -> None:
    with pytest.raises(NotWritten, match="No space left on device"):
        do_import(data_folder, cards)
    assert files_in(data_folder.packs) == {}


def test_a_failure_while_replacing_leaves_the_old_pack(
    data_folder: DataFolder, cards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do_import(data_folder, cards)
    before = files_in(data_folder.packs)["my-cards.yaml"]
    cards.write_text(CARDS.replace("by the", "divided by the"), encoding="utf-8")
    replace = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.name == "my-cards.yaml":
            raise OSError(5, "Input/output error")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotWritten, match="is unchanged"):
        do_import(data_folder, cards)
    after = files_in(data_folder.packs)
    assert after["my-cards.yaml"] == before
    assert set(after) <= {"my-cards.yaml", "my-cards.yaml.previous"}


def test_an_id_of_another_pack_is_a_clash(
    data_folder: DataFolder, cards: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = Bank.load().questions[0]
    cards.write_text(f"id,question,answer\n{taken.id},Something else?,x\n", encoding="utf-8")
    assert do_import(data_folder, cards) == 1
    err = capsys.readouterr().err
    assert f"{cards}:2: The id “{taken.id}” is already used by a question of the pack “{taken.pack}”" in err
    do_import(data_folder, cards.with_name("none.csv"))
    assert "There is no such file" in capsys.readouterr().err


def test_a_pack_of_the_program_is_not_hidden_by_one_of_the_same_name(data_folder: DataFolder, cards: Path) -> None:
    with pytest.raises(NotWritten, match="a built-in pack"):
        do_import(data_folder, cards, "foundations")
    assert not data_folder.data.exists()


@pytest.mark.parametrize("format_", Format)
def test_what_was_exported_is_known_when_it_comes_back(
    format_: Format, data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out"
    assert export_questions(data_folder, file, "foundations", format_) == 0
    assert ("without" in capsys.readouterr().out) == (format_ in (Format.CSV, Format.ANKI))
    assert import_questions(data_folder, file, None, format_, is_dry_run=False) == 0
    assert "othing new" in capsys.readouterr().out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_file_the_questions_go_to_the_standard_output(
    data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export_questions(data_folder, None, None, Format.CSV) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == [question.id for question in Bank.load().questions]


def test_the_name_of_the_file_tells_the_format_and_the_pack_gives_its_title(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    export_questions(data_folder, tmp_path / "some.json", "foundations", None)
    pack = json.loads((tmp_path / "some.json").read_text(encoding="utf-8"))
    assert pack["title"] == "Foundations"
    assert {question.id for question in Bank.load().questions} > {question["id"] for question in pack["questions"]}


@pytest.mark.usefixtures("full_disk")
def test_an_export_that_fails_leaves_the_file_as_it_was(data_folder: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("mine")
    with pytest.raises(NotWritten, match="No space left on device"):
        export_questions(data_folder, file, None, None)
    assert files_in(tmp_path) == {"some.csv": b"mine"}


def test_what_cannot_be_exported_is_told(data_folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(UnknownPack, match="There is no pack “nope”; the packs are candidate"):
        export_questions(data_folder, None, "nope", None)
    with pytest.raises(UnknownFormat, match="the format cannot be told"):
        export_questions(data_folder, tmp_path / "out.doc", None, None)
    with pytest.raises(NotWritten, match="not a regular file"):
        export_questions(data_folder, tmp_path, None, Format.CSV)


@pytest.mark.parametrize("name", ["../up", "A", "a/b", ".hidden", "", "x" * 61])
def test_a_pack_name_is_no_path(name: str, cards: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "import", str(cards), "--pack", name]) == 2
    assert "a pack's name may contain" in capsys.readouterr().err


def test_both_calls_reach_the_library_that_was_named(
    cards: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--data-dir", str(tmp_path / "library")]
    assert main([*library, "questions", "import", str(cards), "--pack", "two_means"]) == 0
    assert main([*library, "questions", "export", "--pack", "two_means", "--format", "anki"]) == 0
    assert "What is a mean?" in capsys.readouterr().out
    assert main([*library, "questions", "import", str(tmp_path / "deck.apkg")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_dry_run_lists_what_was_found_and_what_was_left_out(
    data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.md"
    file.write_text("#### 1) What is a mean?\n\nThe sum.\n\n#### 2) And a mode?\n")
    assert do_import(data_folder, file, is_dry_run=True) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "1 question without an answer was left out: “And a mode?” (line 5)."
    assert out[1] == "  What is a mean?"


def test_questions_of_an_unknown_topic_come_in_without_it_or_with_the_one_given(
    data_folder: DataFolder, cards: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards.write_text("question,answer,topic\nWhat is a prior?,A belief.,Bayes statistics\n")
    assert do_import(data_folder, cards) == 0
    assert "The topic “Bayes statistics” is not known (nearest: “Statistics”" in capsys.readouterr().out
    assert Bank.load(data_folder.packs).get("my-cards.what-is-a-prior").topics == ("own.my-cards",)
    library = ["--data-dir", str(tmp_path / "library")]
    assert main([*library, "questions", "import", str(cards), "--topic", "statistics"]) == 0
    assert "not known" not in capsys.readouterr().out
    assert main([*library, "questions", "show", "my-cards.what-is-a-prior"]) == 0
    assert "Topics: Statistics" in capsys.readouterr().out
    assert main([*library, "questions", "import", str(cards), "--topic", "statistic"]) == 2
    assert "there is no topic “statistic”; the nearest are “Statistics”" in capsys.readouterr().err
