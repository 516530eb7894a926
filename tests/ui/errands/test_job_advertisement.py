"""A job advertisement, alive: pasted or opened, corrected, practised, and gone when told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.interview.plan import SessionPlan
from simulator.own_work.advertisement.demands import Advertisement
from simulator.own_work.own_work_file import read_own_work
from simulator.settings import Settings
from tests.simulator.own_work.advertisement.adverts import BULLETED
from tests.simulator.own_work.cvs import write
from tests.simulator.store.builders import a_plan, a_report
from tests.ui.making import planner
from tests.ui.names import named, nameless
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press
from ui.errands.job_advertisement import JobAdvertisement
from ui.widgets.advertisement_card import AdvertisementCard

NAMES = 11


class Shown:
    """The card with its errand, in a room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.card = AdvertisementCard()
        self.errand = JobAdvertisement(self.card, planner(room), room.equipment.jobs, room.equipment)
        self.plans: list[SessionPlan] = Told(self.errand.interview_planned)

    def kept(self) -> Advertisement:
        return read_own_work(self.room.data_folder.own_work_file).own_work.advertisement

    def paste(self, text: str) -> None:
        field = named(self.card, "Job advertisement text")
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText(text)
        press(self.card, "Read it")

    def switch(self, name: str) -> QCheckBox:
        found = named(self.card, name)
        assert isinstance(found, QCheckBox)
        return found


@pytest.fixture
def shown(qtbot: QtBot, room: Room) -> Shown:
    made = Shown(room)
    qtbot.addWidget(made.card)
    made.card.resize(600, 900)
    made.card.show()
    return made


@pytest.fixture
def read(qtbot: QtBot, shown: Shown) -> Shown:
    shown.paste(BULLETED)
    qtbot.waitUntil(lambda: has_words(shown.card, "Found 6 techniques and 5 responsibilities"))
    return shown


def test_what_is_pasted_is_shown_and_kept_without_its_text(read: Shown) -> None:
    assert has_words(read.card, "Senior Data Scientist at Nordwind")
    assert has_words(read.card, f"0 of {NAMES} requirements practised")
    assert has_words(read.card, "never practised")
    assert read.kept().names == read.room.equipment.own_work.own_work.advertisement.names
    assert read.kept().read_at is not None
    assert "Kubernetes of snacks" not in read.room.data_folder.own_work_file.read_text()
    assert nameless(read.card) == []
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in read.card.findChildren(QLabel))


def test_a_demand_is_ticked_off_and_on_with_the_keyboard(read: Shown) -> None:
    switch = read.switch("Docker")
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert "Docker" not in [one.name for one in read.kept().wanted]
    assert has_words(read.card, f"0 of {NAMES - 1} requirements practised")
    assert has_words(read.card, "not a requirement")
    assert read.switch("Docker") is switch  # the focus stays where it was
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert "Docker" in [one.name for one in read.kept().wanted]


def test_a_file_is_read_beside_the_window_or_told(
    qtbot: QtBot, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = write(tmp_path, "job.txt", "Data Engineer\n\nYour tasks:\n- Run Kafka in production\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(job), ""))
    press(shown.card, "Open an advertisement…")
    qtbot.waitUntil(lambda: has_words(shown.card, "Found 1 technique and 1 responsibility"), timeout=60_000)
    shown.errand.read_file(tmp_path / "gone.txt")
    qtbot.waitUntil(lambda: has_words(shown.card, "“gone.txt”"), timeout=60_000)
    assert shown.kept().names == ("Kafka", "Run Kafka in production")


def test_what_is_no_advertisement_leaves_the_job_as_it_was(qtbot: QtBot, read: Shown) -> None:
    read.paste("Leek soup. Clean the leeks and cook them.")
    qtbot.waitUntil(lambda: has_words(read.card, "does not look like a job advertisement"))
    assert read.kept().company == "Nordwind"


def test_practising_plans_an_interview_for_the_job(read: Shown) -> None:
    press(read.card, "Interview for this job")
    (plan,) = read.plans
    assert len(plan.questions) == Settings().question_count
    assert "Nordwind" in plan.questions[0].text


def test_without_anything_to_ask_the_reason_is_told(read: Shown) -> None:
    for name in read.kept().names:
        if read.switch(name).isChecked():
            read.switch(name).click()
    press(read.card, "Interview for this job")
    assert read.plans == []
    assert has_words(read.card, "nothing on what this job asks for")
    assert has_words(read.card, "Nothing in it can be practised here.")


def test_answers_since_it_was_read_are_practice(qtbot: QtBot, read: Shown) -> None:
    since = read.kept().read_at
    assert since is not None
    bank = read.room.equipment.bank.now
    question = next(one for one in bank.questions if "prog.sql" in one.topics)
    session = read.room.store.begin_session(a_plan(question), since)
    answer = read.room.store.begin_answer(session, question, 0, 1, "sql.wav", since)
    read.room.store.answer_saved(answer, 1, 1, "c0ffee")
    read.room.store.keep_report(answer, a_report())
    read.errand.show()
    assert has_words(read.card, "1 answer, 50% of the key points in the latest")
    assert not has_words(read.card, "0 of")
    read.paste(BULLETED)  # the same job once more
    qtbot.waitUntil(lambda: has_words(read.card, "Found 6 techniques"))
    assert read.kept().read_at == since


def test_removing_takes_it_away(read: Shown) -> None:
    press(read.card, "Remove this job")
    assert read.kept() == Advertisement()
    assert not has_words(read.card, "Nordwind")
    field = named(read.card, "Job advertisement text")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    assert not named(read.card, "Interview for this job").isVisibleTo(read.card)
