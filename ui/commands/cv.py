"""`viva-voce questions cv`: what would be asked about a CV. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from question_bank.bank import Bank
from simulator.data_folder import DataFolder
from simulator.own_work.cv.projects import projects_in
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.documents.reading import read_document
from simulator.own_work.own_work import OwnWork
from simulator.own_work.questions.own_questions import questions_from
from ui.commands.output import say, say_json
from ui.words.times import counted


def show_cv(data_folder: DataFolder, file: Path, *, as_json: bool) -> int:
    """Print the techniques and projects found in `file`, and the questions made of them. Raises UnreadableDocument."""
    text = read_document(file)
    own_work = OwnWork().with_techniques(*(technique.name for technique in techniques_in(text)))
    own_work = own_work.with_projects(*projects_in(text))
    questions = questions_from(own_work, Bank.load(data_folder.packs).questions)
    if as_json:
        found = {"techniques": own_work.techniques, "projects": own_work.projects, "questions": questions}
        say_json({"file": str(file), **found})
        return 0
    _say_list(counted(len(own_work.techniques), "technique"), own_work.techniques)
    _say_list(counted(len(own_work.projects), "project"), [project.name for project in own_work.projects])
    _say_list(counted(len(questions), "question"), [question.text for question in questions])
    return 0


def _say_list(title: str, entries: Sequence[str]) -> None:
    say(title)
    for entry in entries:
        say(f"  – {entry}")
