"""A CV on the command line: what is found, and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.errors import UnreadableDocument
from tests.simulator.own_work.cvs import CV, PROJECTS, TECHNIQUES, pdf_of, write
from ui.command_line import main
from ui.commands.cv import show_cv


def test_it_is_one_object(data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, "cv.pdf", pdf_of(CV))
    assert main(["--data-dir", str(data_folder.data), "questions", "cv", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert tuple(found["techniques"]) == TECHNIQUES
    assert [project["name"] for project in found["projects"]] == list(PROJECTS)
    assert len(found["questions"]) > 3 * len(TECHNIQUES)
    assert not data_folder.data.exists()


def test_it_is_a_list_for_people(data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        show_cv(data_folder, write(tmp_path, "cv.txt", "Programming: Python \x1b[31m, XGBoost\n"), as_json=False) == 0
    )
    out = capsys.readouterr().out
    assert "2 techniques" in out
    assert "– XGBoost" in out
    assert "\x1b" not in out


def test_a_file_that_is_none_is_one_line(data_folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument):
        show_cv(data_folder, tmp_path / "gone.pdf", as_json=False)
