"""What the interviewer knows of the user: counted, named, and whether it is asked about."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import Company, OwnWork
from tests.ui.screen_text import press
from ui.widgets.own_work_card import OwnWorkCard
from ui.widgets.text import Text


@pytest.fixture
def card(qtbot: QtBot) -> OwnWorkCard:
    made = OwnWorkCard()
    qtbot.addWidget(made)
    made.show()
    return made


def words(card: OwnWorkCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text) if text.isVisibleTo(card)]


@pytest.mark.parametrize(
    ("own_work", "known", "rest"),
    [
        (OwnWork(techniques=("SHAP",)), "1 technique", "Not included in interviews."),
        (
            OwnWork(("SHAP", "BERT"), (Project("Bird songs"),), Company("Nordwind"), is_asked=True),
            "2 techniques\u00a0· 1 project\u00a0· Nordwind",
            "Included in interviews.",
        ),
        (OwnWork(company=Company(does="Wind power")), "a company", "Not included in interviews."),
    ],
)
def test_what_is_known_is_counted(card: OwnWorkCard, own_work: OwnWork, known: str, rest: str) -> None:
    card.show_own_work(own_work)
    assert words(card) == ["Your own work", known, rest]


def test_where_nothing_is_known_it_says_what_it_is_for(card: OwnWorkCard, qtbot: QtBot) -> None:
    card.show_own_work(OwnWork())
    assert words(card) == [
        "Your own work",
        "Practise questions about your own projects and techniques, and why you want to join the company.",
    ]
    with qtbot.waitSignal(card.wanted):
        press(card, "Your CV and company")
