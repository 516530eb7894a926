"""An advertisement on the command line: what it demands, and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.errors import UnreadableDocument
from tests.simulator.own_work.advertisement.adverts import BULLETED
from tests.simulator.own_work.cvs import write
from ui.command_line import main
from ui.commands.advertisement import show_advertisement


def test_it_is_one_object(data_folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, "job.txt", "Data Engineer\n\nYour tasks:\n- Run Kafka in production\n")
    assert main(["--data-dir", str(data_folder.data), "questions", "advertisement", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["role"], found["title"], found["company"]) == ("role.data-engineer", "Data Engineer", "")
    kafka, duty = found["demands"]
    assert (kafka["name"], kafka["sort"], kafka["topics"]) == ("Kafka", "technique", ["de.kafka"])
    assert (duty["name"], duty["line"], duty["times"]) == ("Run Kafka in production", "Run Kafka in production", 1)
    assert not data_folder.data.exists()


def test_it_is_a_list_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_advertisement(write(tmp_path, "job.txt", BULLETED), as_json=False) == 0
    out = capsys.readouterr().out
    assert "Company: Nordwind" in out
    assert "Role: Data scientist" in out
    assert "6 techniques" in out
    assert "5 responsibilities" in out
    assert "– Mentor junior colleagues: " in out


def test_what_is_none_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_advertisement(write(tmp_path, "soup.txt", "Leek soup. Clean the leeks."), as_json=False) == 0
    assert "does not look like a job advertisement" in capsys.readouterr().out
    with pytest.raises(UnreadableDocument):
        show_advertisement(tmp_path / "gone.pdf", as_json=False)
