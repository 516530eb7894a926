"""What the user brings: a CV, techniques, projects, the company, and what would be asked. Reads and keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from question_bank.models import Question
from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import Company, OwnWork
from ui.theme import SPACE, Tone
from ui.widgets.advertisement_card import AdvertisementCard
from ui.widgets.button import Button, Switch
from ui.widgets.captioned_rows import CaptionedRows
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow_layout import Flow
from ui.widgets.list_rows import RowList, ValueModel
from ui.widgets.own_lists import ChipList, EditableList
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.text import Text
from ui.widgets.text_line import TextArea, TextLine
from ui.words.question_facts import main_facts_of
from ui.words.times import counted

_PASTE_PX: Final = 150
_PASSAGE_PX: Final = 96
_LIST_PX: Final = 370
_PAUSE_MS: Final = 400
_LONGEST_NAME: Final = 90
_ABOUT_YOU: Final = "Add your CV, or type in what you have worked with. You can correct what is found."
_THE_JOB: Final = "Paste the advertisement if you have one, and say what you know about the company."
_THE_QUESTIONS: Final = "Questions that follow from what you entered above."


class OwnWorkScreen(Page):
    """Everything the interviewer may know of the user, and the questions that come of it.

    `advertisement` is the card of the job that the user prepares for; it has signals of its own.

    Signals:
        background_changed(object): `OwnWork` as it is now.
        text_given(str): a CV that was pasted, to be looked through.
        file_wanted(): a CV is to be read from a file.
        practise_requested(): an interview of these questions alone.
        deletion_requested(): everything is to go.
        back_requested(): back to Practise.
    """

    own_work_changed = Signal(object)
    text_given = Signal(str)
    file_wanted = Signal()
    practise_requested = Signal()
    deletion_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        subtitle = (
            "Everything here stays on this computer, and you can delete it at any time. Nothing is sent anywhere."
        )
        super().__init__("Your CV and company", subtitle, parent)
        self._own_work = OwnWork()
        self._back = Button("Practise", look="link", icon_name="arrow-left")
        self._text = TextArea("CV text", "Paste your CV here.", _PASTE_PX)
        self._find = Button("Find techniques and projects", is_small=True)
        self._file = Button("Choose a file…", look="quiet")
        self._reading = Text("", "caption")
        self._techniques = ChipList("Technique", "A technique, such as XGBoost")
        self._projects = EditableList("Project", "A project, named as you would say it")
        self._company = TextLine("Company", "Its name", _LONGEST_NAME)
        self._does = TextArea("What the company does", "A sentence or two, or text from its website.", _PASSAGE_PX)
        self._role = TextArea("Job description", "What the role is about, in a few sentences.", _PASSAGE_PX)
        self.advertisement = AdvertisementCard()
        self._is_asked = Switch("Ask about these in interviews")
        self._count = Text("", "soft")
        self._model: ValueModel[Question] = ValueModel(_spoken)
        self._list = RowList("Questions about you")
        self._practise = Button("Practise these", look="primary")
        self._delete = Button("Delete everything", look="quiet", icon_name="trash-2")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.show_reading("")
        self.show_own_work(self._own_work)
        self.show_questions((), 0)

    def show_own_work(self, own_work: OwnWork) -> None:
        """Show this. A text that is being typed is left alone. Emits nothing."""
        self._own_work = own_work
        self._techniques.show_names(own_work.techniques)
        self._projects.show_names(tuple(project.name for project in own_work.projects))
        if not self._pause.isActive():
            self._show_company(own_work.company)
        was_blocked = self._is_asked.blockSignals(True)
        self._is_asked.setChecked(own_work.is_asked)
        self._is_asked.blockSignals(was_blocked)
        self._delete.setEnabled(not own_work.is_empty)

    def show_questions(self, questions: Sequence[Question], count: int) -> None:
        """Show what would be asked; an interview of them has `count` questions."""
        self._model.show(questions)
        self._list.setVisible(bool(questions))
        self._count.setText(
            f"{counted(len(questions), 'question')} so far."
            if questions
            else "Nothing yet. Add your CV or type in a technique, and the questions will appear here."
        )
        self._practise.setText(f"Practise {count} of these" if count < len(questions) else "Practise these")
        self._practise.setAccessibleName("Practise these")
        self._practise.setEnabled(bool(questions))
        self._practise.updateGeometry()

    def show_reading(self, words: str, tone: Tone = "", *, is_busy: bool = False) -> None:
        """Say how reading a CV goes, or went; "" takes the line away."""
        self._reading.setText(words)
        self._reading.set_tone(tone)
        self._reading.setVisible(bool(words))
        self._file.setEnabled(not is_busy)
        self._find.setEnabled(not is_busy and bool(self._text.toPlainText().strip()))

    def clear_text(self) -> None:
        """Forget what was pasted, undo included."""
        self.advertisement.clear_text()
        self._text.document().clear()
        self._text.document().clearUndoRedoStacks()
        self._text.clear()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        found = (self._list_card("Techniques", self._techniques), self._list_card("Projects", self._projects))
        sections = (
            Section("About you", _ABOUT_YOU, (self._cv_card(),), found),
            Section("The job", _THE_JOB, (self.advertisement,), (self._company_card(),)),
            Section("The questions", _THE_QUESTIONS, (self._questions_card(),)),
        )
        self.column.addWidget(self._ways_to(sections))
        for section in sections:
            self.column.addWidget(section)
        self.column.addWidget(self._delete, alignment=Qt.AlignmentFlag.AlignRight)
        self.column.addStretch(1)

    def _ways_to(self, sections: Sequence[Section]) -> Flow:
        """What the page holds, in one line; each leads there, for the page is long."""
        ways = Flow(spacing=5 * SPACE)
        for section in sections:
            way = Button(section.title, look="link", icon_name="chevron-down")
            way.setAccessibleDescription(f"Scroll to: {section.accessibleDescription()}")
            way.clicked.connect(partial(self.scroll_to, section))
            ways.add(way)
        return ways

    def _cv_card(self) -> Card:
        card = Card("Your CV")
        card.body.setSpacing(3 * SPACE)
        card.body.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._find)
        row.addWidget(self._file)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self._reading)
        card.body.addWidget(
            Text("PDF, DOCX, Markdown or plain text. Only the techniques and projects found are kept.", "caption")
        )
        return card

    def _list_card(self, title: str, widget: QWidget) -> Card:
        card = Card(title)
        card.body.setSpacing(3 * SPACE)
        card.body.addWidget(widget)
        return card

    def _company_card(self) -> Card:
        card = Card("The company")
        card.body.setSpacing(4 * SPACE)
        card.body.addWidget(Field("Company", self._company))
        card.body.addWidget(Field("What the company does", self._does))
        card.body.addWidget(Field("Job description", self._role))
        return card

    def _questions_card(self) -> Card:
        self._list.setModel(self._model)
        self._list.setItemDelegate(CaptionedRows(self._list, 3, lambda question: question.text, main_facts_of))
        self._list.setMinimumHeight(_LIST_PX)
        card = Card("What you could be asked")
        card.body.setSpacing(3 * SPACE)
        card.body.addWidget(self._count)
        card.body.addWidget(self._list, 1)
        card.body.addWidget(self._is_asked)
        card.body.addWidget(
            Text("When this is on, one or two of these questions come up in rounds where they fit.", "caption")
        )
        card.body.addWidget(self._practise, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._text.textChanged.connect(lambda: self._find.setEnabled(bool(self._text.toPlainText().strip())))
        self._find.clicked.connect(lambda: self.text_given.emit(self._text.toPlainText()))
        self._file.clicked.connect(self.file_wanted)
        self._techniques.added.connect(lambda name: self._change(self._own_work.with_techniques(name)))
        self._techniques.removed.connect(lambda name: self._change(self._own_work.without_technique(name)))
        self._projects.added.connect(lambda name: self._change(self._own_work.with_projects(Project(name))))
        self._projects.removed.connect(lambda name: self._change(self._own_work.without_project(name)))
        self._projects.renamed.connect(lambda name, new: self._change(self._own_work.with_project_renamed(name, new)))
        for edited in (self._company.textEdited, self._does.textChanged, self._role.textChanged):
            edited.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self._is_asked.toggled.connect(self._on_asked_toggled)
        self._practise.clicked.connect(self.practise_requested)
        self._delete.clicked.connect(self._on_delete_clicked)

    def _change(self, own_work: OwnWork) -> None:
        self.show_own_work(own_work)
        self.own_work_changed.emit(own_work)

    def _show_company(self, company: Company) -> None:
        if self._typed_company() == company:
            return
        for field in (self._does, self._role):
            field.blockSignals(True)
        self._company.setText(company.name)
        self._does.setPlainText(company.does)
        self._role.setPlainText(company.role)
        for field in (self._does, self._role):
            field.blockSignals(False)

    def _typed_company(self) -> Company:
        typed = Company(self._company.text(), self._does.toPlainText(), self._role.toPlainText())
        return OwnWork().with_company(typed).company

    def _on_pause(self) -> None:
        self.own_work_changed.emit(self._own_work.with_company(self._typed_company()))

    def _on_asked_toggled(self, is_on: bool) -> None:
        self._change(self._own_work.with_asking(is_on=is_on))

    def _on_delete_clicked(self) -> None:
        self._pause.stop()
        self.deletion_requested.emit()


def _spoken(question: Question) -> str:
    """The row as a screen reader says it."""
    return f"{question.text} {main_facts_of(question)}"
