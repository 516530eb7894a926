"""The bank, to look through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel
from pytestqt.qtbot import QtBot

from question_bank.loader import BrokenPack, Problem
from question_bank.models import Question, Role
from simulator.bank_view import BankFilter, UsersView
from simulator.question_record import QuestionRecord, Standing
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.samples import MUTABLE_DEFAULT, OVERFITTING
from tests.ui.screen_text import has_words, press
from ui.screens.questions_screen import QuestionsScreen
from ui.theme import apply_theme
from ui.widgets.question_preview import Standings

ANALYST = replace(OVERFITTING, id="other", text="What is a p-value?", roles=(Role.DATA_ANALYST,))
ALL = (OVERFITTING, MUTABLE_DEFAULT, ANALYST)
MINE = Standings("In your pack mine.yaml, line 4.", "2 answers so far.", is_own=True)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> QuestionsScreen:
    apply_theme(qapp, "light")
    shown = QuestionsScreen()
    qtbot.addWidget(shown)
    shown.question_chosen.connect(lambda question: shown.show_preview(question, Standings()))
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_questions(ALL, UsersView())
    return shown


def list_of(screen: QuestionsScreen) -> QAbstractItemView:
    found = named(screen, "Question list")
    assert isinstance(found, QAbstractItemView)
    return found


def choose_rows(screen: QuestionsScreen, *rows: int) -> None:
    view = list_of(screen)
    view.setCurrentIndex(view.model().index(rows[0], 0))
    for row in rows[1:]:
        view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def test_its_controls_have_names(screen: QuestionsScreen) -> None:
    assert nameless(screen) == []
    assert has_words(screen, "3 questions")


def test_the_answer_is_hidden_until_asked_for(screen: QuestionsScreen) -> None:
    choose_rows(screen, 1)
    assert has_words(screen, "basket.append(item)")
    assert not has_words(screen, MUTABLE_DEFAULT.model_answer)
    press(screen, "Show the answer")
    assert has_words(screen, MUTABLE_DEFAULT.model_answer)
    assert has_words(screen, "The default is made once")
    choose_rows(screen, 0)
    assert not has_words(screen, OVERFITTING.model_answer)


def test_a_question_can_be_heard(screen: QuestionsScreen, qtbot: QtBot) -> None:
    choose_rows(screen, 1)
    with qtbot.waitSignal(screen.preview.hear_requested) as asked:
        press(screen, "Hear it")
    assert asked.args == [MUTABLE_DEFAULT.text]


def test_what_is_ones_own_can_be_edited_and_deleted_and_all_else_copied(screen: QuestionsScreen) -> None:
    preview = screen.preview
    told = [Told(signal) for signal in (preview.copy_requested, preview.edit_requested, preview.delete_requested)]
    press(screen, "Copy and edit")
    screen.show_preview(OVERFITTING, MINE)
    assert has_words(screen, MINE.origin)
    press(screen, "Edit")
    press(screen, "Delete")
    assert told == [[OVERFITTING.id], [OVERFITTING.id], [OVERFITTING.id]]
    assert nameless(screen) == []


def test_a_star_and_a_hidden_question_are_toggled(screen: QuestionsScreen) -> None:
    starred, hidden = Told(screen.preview.star_toggled), Told(screen.preview.hide_toggled)
    press(screen, "Star")
    press(screen, "Hide")
    screen.show_preview(OVERFITTING, replace(MINE, is_starred=True, is_hidden=True))
    press(screen, "Remove star")
    press(screen, "Unhide")
    assert starred == [(OVERFITTING.id, True), (OVERFITTING.id, False)]
    assert hidden == [(OVERFITTING.id, True), (OVERFITTING.id, False)]


def test_what_is_wanted_is_told(screen: QuestionsScreen) -> None:
    told: list[BankFilter] = Told(screen.filter_changed)
    filters = screen.filters
    for name, value in (("role", Role.DATA_ANALYST), ("standing", Standing.WEAK), ("level", 3)):
        select = filters.select(name)
        select.setCurrentIndex(next(row for row in range(select.count()) if select.itemData(row) == value))
    filters.chips.chip("only_starred").click()
    assert told[-1] == BankFilter(role=Role.DATA_ANALYST, standing=Standing.WEAK, level=3, only_starred=True)


def test_topics_are_chosen_by_area_or_one_by_one_and_ones_own_are_there(screen: QuestionsScreen) -> None:
    screen.filters.show_own_topics(("own.payments",))
    select = screen.filters.select("topic")
    select.setCurrentText("Foundations")
    assert screen.filters.wanted == BankFilter(area="Foundations")
    select.setCurrentText("    Payments")
    assert screen.filters.wanted == BankFilter(topic="own.payments")
    screen.filters.show_own_topics(("own.cards", "own.payments"))
    assert screen.filters.wanted == BankFilter(topic="own.payments")
    screen.filters.clear()
    assert screen.filters.wanted == BankFilter()


@pytest.mark.parametrize("width", [1072, 700, 500])
def test_the_lists_find_room_in_a_narrow_window(screen: QuestionsScreen, qtbot: QtBot, width: int) -> None:
    screen.resize(width, 700)
    selects = [screen.filters.select(name) for name in ("role", "round", "topic", "level", "kind", "standing")]
    if width == 500:
        qtbot.waitUntil(lambda: screen.filters.isHidden())
        press(screen, "Filters")
    qtbot.waitUntil(lambda: all(select.width() >= 100 for select in selects))
    places = [select.mapTo(screen, select.rect().topLeft()) for select in selects]
    assert len({(place.x(), place.y()) for place in places}) == len(selects)
    assert all(place.x() + select.width() <= width for place, select in zip(places, selects, strict=True))


def test_the_chosen_question_stays_while_it_is_in_the_list(screen: QuestionsScreen) -> None:
    choose_rows(screen, 2)
    screen.show_questions((MUTABLE_DEFAULT, ANALYST), UsersView())
    assert [question.id for question in screen.chosen] == ["other"]
    screen.show_questions(ALL, UsersView(), MUTABLE_DEFAULT.id)
    assert screen.preview.question_id == MUTABLE_DEFAULT.id


def test_practise_says_what_it_will_ask(screen: QuestionsScreen, qtbot: QtBot) -> None:
    screen.show_usual_count(4)
    with qtbot.waitSignal(screen.practise_requested):
        press(screen, "Practise these 3")
    choose_rows(screen, 0, 2)
    assert [question.id for question in screen.chosen] == [OVERFITTING.id, "other"]
    assert has_words(screen, "3 questions, 2 chosen")
    press(screen, "Practise these 2")
    many = tuple(replace(ANALYST, id=f"q{number}") for number in range(30))
    screen.show_questions(many, UsersView())
    press(screen, "Practise 4 of these")
    screen.show_questions(many[:1], UsersView())
    press(screen, "Practise this")


def test_search_is_told_and_what_was_found_is_shown(screen: QuestionsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.search_changed) as told:
        QTest.keyClicks(named(screen, "Search"), "value")
    assert told.args == ["value"]
    screen.show_questions((), UsersView())
    assert has_words(screen, "No matching questions")


def test_a_row_says_the_users_marks(screen: QuestionsScreen) -> None:
    ids = frozenset({OVERFITTING.id})
    screen.show_questions(ALL, UsersView({OVERFITTING.id: QuestionRecord(1, 0.1)}, ids, ids, frozenset(), ids))
    spoken = list_of(screen).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("needs work · due · mine · ★")
    assert not screen.grab().isNull()


def test_a_broken_pack_is_shown_with_its_reasons_and_its_folder(screen: QuestionsScreen, qtbot: QtBot) -> None:
    path = Path("mine.yaml")
    problems = tuple(Problem(path, line, f"<b>problem {line}</b>") for line in range(1, 7))
    screen.show_broken((BrokenPack("mine", path, problems),))
    assert has_words(screen, "mine.yaml")
    assert has_words(screen, "line 1: <b>problem 1</b>")
    assert has_words(screen, "and 2 more")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))
    with qtbot.waitSignal(screen.folder_requested):
        press(screen, "Open the folder")


def test_an_import_is_looked_at_first(screen: QuestionsScreen, qtbot: QtBot) -> None:
    card = screen.import_card
    card.show_found("cards.csv", 2, 1, "cards")
    assert has_words(screen, "2 questions in cards.csv")
    assert has_words(screen, "The new pack will be called “cards”. 1 question left out")
    with qtbot.waitSignal(card.confirmed):
        press(card, "Import")
    card.show_refused("cards.csv", (Problem(Path("cards.csv"), 3, "text is missing"),))
    assert has_words(screen, "nothing was imported, 1 problem")
    assert has_words(screen, "line 3: text is missing")
    with qtbot.waitSignal(card.dismissed):
        press(card, "Close")
    card.show_nothing_new("cards.csv", 3)
    assert has_words(screen, "3 questions, all already in the bank")


def test_undo_and_the_other_buttons_are_told(screen: QuestionsScreen, qtbot: QtBot) -> None:
    list_of(screen).setFocus()
    with qtbot.waitSignal(screen.undo_requested):
        QTest.keyClick(list_of(screen), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignals([screen.new_requested, screen.import_requested, screen.export_requested]):
        for name in ("New question", "Import", "Export"):
            press(screen, name)


def test_ten_thousand_questions_are_shown_and_chosen(screen: QuestionsScreen) -> None:
    many: tuple[Question, ...] = tuple(replace(ANALYST, id=f"q{number}") for number in range(10_000))
    screen.show_questions(many, UsersView())
    list_of(screen).selectAll()
    assert len(screen.chosen) == 10_000
    press(screen, "Practise 5 of these")
    screen.grab()
