"""`viva-voce sessions export`, as it is called."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from simulator.store.records import SessionId
from tests.ui.reports.conftest import Kept, kept
from ui.command_line import main

__all__ = ["kept"]


@pytest.fixture
def call(kept: Kept, capsys: pytest.CaptureFixture[str]) -> Call:
    return Call(kept, capsys)


class Call:
    """Calls the command line on the library; what it printed and complained of is there after."""

    def __init__(self, library: Kept, capsys: pytest.CaptureFixture[str]) -> None:
        self.library = library
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        code = main(["--data-dir", str(self.library.data_folder.data), "sessions", "export", *map(str, arguments)])
        self.out, self.err = self._capsys.readouterr()
        return code


def test_without_a_file_it_is_printed(call: Call) -> None:
    assert call("--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(call.out)))
    assert [row["text"] for row in rows] == ["um we tried shrinkage", "we tried dropout", "we tried nothing"]
    assert call(1, "--format", "json") == 0
    assert [session["id"] for session in json.loads(call.out)["sessions"]] == [1]
    assert call(2) == 0
    assert call.out.startswith("<!DOCTYPE html>")
    assert call.err == ""


def test_a_pdf_goes_into_a_pipe_and_never_to_a_terminal(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = ["--data-dir", str(kept.data_folder.data), "sessions", "export", "--format", "pdf"]
    main([*arguments, "1"])
    assert capsysbinary.readouterr().out.startswith(b"%PDF-")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(arguments) == 2
    assert b"name a file with --out" in capsysbinary.readouterr().err


def test_the_name_of_the_file_says_its_format(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "some.md"
    assert call(1, 3, "--out", target) == 0
    assert call.out == f"2 interviews written to {target}.\n"
    assert target.read_text().startswith("# 2 interviews")


def test_a_folder_gets_a_file_named_after_the_interview(call: Call, tmp_path: Path) -> None:
    assert call(1, "--out", f"{tmp_path / 'new'}/") == 0
    assert call("--from", "2026-03-02", "--format", "json", "--out", tmp_path / "new") == 0
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["viva-voce-2026-03-01-interview-1.html", "viva-voce-from-2026-03-02.json"]


def test_a_period_takes_in_both_its_days(call: Call) -> None:
    assert call("--from", "2026-03-01", "--to", "2026-03-02", "--format", "json") == 0
    assert [session["id"] for session in json.loads(call.out)["sessions"]] == [1, 2]


def test_subtitles_are_one_file_an_answer(call: Call, tmp_path: Path) -> None:
    call.library.add(SessionId(1), "and a second")
    assert call(1, "--format", "srt") == 1
    assert "name a folder with --out" in call.err
    assert call(1, "--format", "srt", "--out", tmp_path / "subs") == 0
    names = sorted(path.name for path in (tmp_path / "subs").iterdir())
    assert names == [f"viva-voce-2026-03-01-interview-1-answer-{number}.srt" for number in (1, 4)]
    assert call("--answer", 4, "--format", "vtt") == 0
    assert call.out.startswith("WEBVTT\n\n")
    assert call(2, "--format", "vtt", "--out", tmp_path / "one.vtt") == 0
    assert "we tried dropout" in (tmp_path / "one.vtt").read_text()


def test_recordings_come_along_if_they_are_wanted(call: Call) -> None:
    assert call(1, "--sound") == 0
    assert "data:audio/wav;base64," in call.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((1, "--answer", 1), "only one of these"),
        ((1, "--from", "2026-03-01"), "only one of these"),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "ends (2026-03-01) before it begins"),
        (("--sound", "--format", "pdf"), "Only a web page"),
        (("--from", "yesterday"), "is not a date"),
        (("--format", "docx"), "invalid"),
    ],
)
def test_wrong_usage_is_told(call: Call, arguments: tuple[object, ...], words: str) -> None:
    assert call(*arguments) == 2
    assert words in call.err


def test_what_cannot_be_done_is_told_in_one_line(call: Call, tmp_path: Path) -> None:
    for arguments, words in (
        ((99,), "no session 99"),
        (("--answer", 99), "no answer 99"),
        (("--from", "2030-01-01"), "No interviews with answers"),
        ((1, "--out", tmp_path / "nowhere" / "x.html"), "could not be written"),
    ):
        assert call(*arguments) == 1
        assert words in call.err
        assert call.err.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()
