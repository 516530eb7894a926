"""Logs hold no words of an answer, nor of a question, a CV or a file's name that the user chose."""

from __future__ import annotations

import ast
import logging
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from recordings.library_archive import ArchiveError, LibraryArchive
from recordings.recovery import recover
from recordings.taking_in.copying import carried_out
from recordings.taking_in.messages import Copy
from simulator.own_work.documents.file_text import _read
from simulator.settings import read_settings
from tests.simulator.engine.studio import ANSWER, Studio, plan_of

ROOT = Path(__file__).parents[1]
ROOMS = ("question_bank", "simulator", "recordings", "ui")
MARKER = "xylophonquark"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
TOLD = {"error", "reason", "report", "self._name", "text", "type(error).__name__"}
"""Faults in sentences of our own, where a bug was met, the name of a child, and what Qt says to the doctor."""


def test_nothing_that_was_said_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Spoken, typed, judged, searched, corrected, failed, refused: none of it leaves the marker in a log."""
    caplog.set_level(logging.DEBUG)
    with closing(Studio(tmp_path / "library")) as studio:
        plan = plan_of(3)
        asked = tuple(replace(question, text=f"What is {MARKER}?") for question in plan.questions)
        studio.engine.start(replace(plan, questions=asked))
        studio.finish_reading()
        studio.answer()
        studio.write_down(f"{ANSWER} {MARKER}")
        studio.engine.leave_question()
        studio.finish_reading()
        studio.engine.type_instead()
        studio.engine.submit_typed(f"It is {MARKER}.")
        studio.engine.leave_question()
        studio.fail_to_write_down()
        studio.engine.end()
        assert studio.store.sessions(search=MARKER)
    _refuse_everything(tmp_path)
    assert MARKER not in caplog.text


def _refuse_everything(folder: Path) -> None:
    file = folder / f"{MARKER}.pdf"
    file.write_text(f"%PDF-{MARKER}")
    _read(file)
    carried_out(Copy(0, file, folder, "take"))
    read_settings(file)
    with pytest.raises(ArchiveError):
        LibraryArchive(file)
    part = folder / "a.wav.part"
    part.write_bytes(MARKER.encode() * 20)
    recover(part)


def test_only_faults_are_logged() -> None:
    """A new call of a logger is to be looked at: what it may be given stands here."""
    found = set()
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _is_of_a_logger(node.func):
                    assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
                    found |= {ast.unparse(argument) for argument in node.args[1:]}
    assert found <= TOLD


def _is_of_a_logger(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in LEVELS
        and isinstance(function.value, ast.Name)
        and function.value.id in ("log", "logger", "logging")
    )
