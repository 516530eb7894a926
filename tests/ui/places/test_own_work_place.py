"""CV and company, alive: read, corrected, asked about, and gone when told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from question_bank.models import Role, Round
from simulator.interview.plan import SessionPlan, Wish, plan_session
from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.own_work_file import read_own_work
from simulator.own_work.questions.question_making import PACK
from simulator.settings import Settings
from tests.simulator.own_work.cvs import CV, PROJECTS, TECHNIQUES, pdf_of, write
from tests.ui.making import planner, reading_aloud
from tests.ui.names import named, nameless
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press
from ui.places.own_work_place import OwnWorkPlace
from ui.screens.own_work_screen import OwnWorkScreen

BROUGHT = OwnWork().with_techniques("XGBoost", "BERT").with_projects(Project("Bird songs"), Project("Recipes"))


class Shown:
    """The screen with its place, in a room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.own = room.equipment.own_work
        self.screen = OwnWorkScreen()
        self.place = OwnWorkPlace(self.screen, planner(room), reading_aloud(room), room.equipment.jobs, room.equipment)
        self.plans: list[SessionPlan] = Told(self.place.interview_planned)

    def kept(self) -> OwnWork:
        return read_own_work(self.room.data_folder.own_work_file).own_work

    def type_into(self, name: str, text: str) -> None:
        field = named(self.screen, name)
        assert isinstance(field, QLineEdit)
        field.setText("")
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def shown(qtbot: QtBot, room: Room) -> Shown:
    made = Shown(room)
    qtbot.addWidget(made.screen)
    made.screen.resize(1072, 800)
    made.screen.show()
    return made


@pytest.fixture
def brought(qtbot: QtBot, shown: Shown) -> Shown:
    shown.own.change(BROUGHT)
    qtbot.waitUntil(lambda: bool(shown.own.questions))
    return shown


def test_a_pasted_cv_fills_the_lists_and_its_text_is_not_kept(qtbot: QtBot, shown: Shown) -> None:
    text = named(shown.screen, "CV text")
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText(CV)
    press(shown.screen, "Find techniques and projects")
    qtbot.waitUntil(lambda: has_words(shown.screen, "Found 24 techniques and 5 projects"))
    assert shown.kept().techniques == TECHNIQUES
    assert {project.name for project in shown.kept().projects} == set(PROJECTS)
    assert b"Zo\xc3\xab" not in shown.room.data_folder.own_work_file.read_bytes()
    qtbot.waitUntil(lambda: has_words(shown.screen, "questions so far"))
    assert nameless(shown.screen) == []
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown.screen.findChildren(QLabel))


def test_a_file_is_read_beside_the_window_or_told(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    shown.place.read_file(write(tmp_path, "cv.pdf", pdf_of(CV)))
    qtbot.waitUntil(lambda: has_words(shown.screen, "in cv.pdf"))
    assert shown.kept().techniques == TECHNIQUES
    shown.place.read_file(write(tmp_path, "scan.pdf", pdf_of("")))
    qtbot.waitUntil(lambda: has_words(shown.screen, "pictures of text"))
    assert shown.kept().techniques == TECHNIQUES


def test_a_text_without_anything_is_told(qtbot: QtBot, shown: Shown) -> None:
    shown.screen.text_given.emit("I like the sea.")
    qtbot.waitUntil(lambda: has_words(shown.screen, "No techniques or projects were found"))


def test_lists_are_corrected_by_hand(shown: Shown) -> None:
    shown.type_into("Technique", "k-means")
    shown.type_into("Technique", "<b>R&D</b>")
    shown.type_into("Project", "Bird songs")
    assert shown.kept().techniques == ("k-means", "<b>R&D</b>")
    shown.type_into("Project 1", "Bird calls")
    assert shown.kept().projects == (Project("Bird calls"),)
    press(shown.screen, "Remove k-means")
    assert shown.kept().projects == (Project("Bird calls"),)
    assert shown.kept().techniques == ("<b>R&D</b>",)
    press(shown.screen, "Remove Bird calls")
    assert shown.kept().projects == ()


def test_the_company_is_kept_after_a_pause_in_typing(qtbot: QtBot, shown: Shown) -> None:
    name = named(shown.screen, "Company")
    does = named(shown.screen, "What the company does")
    assert isinstance(does, QPlainTextEdit)
    QTest.keyClicks(_line(name), "Nordwind")
    does.setPlainText("Parcels")
    qtbot.waitUntil(lambda: shown.kept().company == Company("Nordwind", "Parcels"))


def test_practising_them_plans_an_interview(brought: Shown) -> None:
    press(brought.screen, "Practise these")
    (plan,) = brought.plans
    assert len(plan.questions) == Settings().question_count
    assert {question.id for question in plan.questions} <= {question.id for question in brought.own.questions}


def test_they_come_up_in_interviews_only_when_wanted(qtbot: QtBot, brought: Shown) -> None:
    plan = plan_session(brought.room.equipment.bank.now, Wish(Role.ML_ENGINEER, Round.PROJECT_PRESENTATION, 6), 1)
    assert brought.own.mixed_into(plan, ()) is plan
    press(brought.screen, "Ask about these in interviews")
    assert brought.kept().is_asked
    qtbot.waitUntil(lambda: bool(brought.own.questions))
    mixed = brought.own.mixed_into(plan, ())
    assert sum(question.pack == PACK for question in mixed.questions) == 2


def test_the_recogniser_learns_the_users_words(brought: Shown) -> None:
    assert "XGBoost" in brought.room.equipment.speech_child.own_words


@pytest.mark.parametrize(
    ("answer", "is_gone"), [(QMessageBox.StandardButton.Discard, True), (QMessageBox.StandardButton.Cancel, False)]
)
def test_deleting_asks_again_and_leaves_nothing(
    brought: Shown, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton, is_gone: bool
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answer)
    spoken = brought.room.voice.render("Tell me about “Bird songs”.", None, 165)
    press(brought.screen, "Delete everything")
    assert brought.own.own_work.is_empty is is_gone
    assert brought.room.data_folder.own_work_file.exists() is not is_gone
    assert spoken.exists() is not is_gone
    assert has_words(brought.screen, "Everything was deleted.") is is_gone


def test_what_cannot_be_saved_is_told(shown: Shown) -> None:
    told = shown.room.messages.told
    shown.room.data_folder.own_work_file.mkdir()
    shown.own.change(BROUGHT)
    assert len(told) == 1
    assert not shown.own.delete()
    assert len(told) == 2


def _line(widget: QWidget) -> QLineEdit:
    assert isinstance(widget, QLineEdit)
    return widget
