"""`viva-voce questions cv`: what would be asked about a CV. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from question_bank.bank import Bank
from simulator.data_folder import Places
from simulator.own_work.cv_reading import read_document
from simulator.own_work.own_questions import questions_from
from simulator.own_work.own_work import Background
from simulator.own_work.projects import projects_in
from simulator.own_work.techniques import techniques_in
from ui.commands.output import say, say_json
from ui.words.times import counted


def show_cv(places: Places, file: Path, *, as_json: bool) -> int:
    """Print the techniques and projects found in `file`, and the questions made of them. Raises UnreadableDocument."""
    text = read_document(file)
    background = Background().with_techniques(*(technique.name for technique in techniques_in(text)))
    background = background.with_projects(*projects_in(text))
    questions = questions_from(background, Bank.load(places.packs).questions)
    if as_json:
        found = {"techniques": background.techniques, "projects": background.projects, "questions": questions}
        say_json({"file": str(file), **found})
        return 0
    _say_list(counted(len(background.techniques), "technique"), background.techniques)
    _say_list(counted(len(background.projects), "project"), [project.name for project in background.projects])
    _say_list(counted(len(questions), "question"), [question.text for question in questions])
    return 0


def _say_list(title: str, entries: Sequence[str]) -> None:
    say(title)
    for entry in entries:
        say(f"  – {entry}")
