"""A whole interview at a glance, once it is over: how it went, each question, when they come back. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from simulator.interview_summary.summed_up import SummedUp
from simulator.store.records import SessionSummary
from ui.theme import SPACE
from ui.widgets.asked_questions_card import AskedQuestionsCard
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.export_button import ExportButton
from ui.widgets.flow_layout import Flow
from ui.widgets.page import WIDEST, Page
from ui.widgets.paragraph import Paragraph
from ui.widgets.remarks_card import RemarksCard
from ui.words.coming_back import NOTHING_SCHEDULED
from ui.words.interview_remarks import shown_remarks, still_awaited, why_nothing
from ui.words.session_summary import session_figures, session_start, session_title
from ui.words.times import counted

PRACTISE_WEAK: Final = "Practise what needs work"


class SummaryScreen(Page):
    """The summary of one interview, and the ways on from it.

    Signals:
        play_requested(object): the `ShownRemark` whose moment is to be heard.
        stop_requested(): it has been heard enough.
        answer_opened(int): show this answer in Review.
        practise_requested(): practise the questions that need work.
        review_requested(): open Review.
        go_on_requested(): back to Practise.
        export_requested(): export the interview.
        print_requested(): print the summary.
    """

    play_requested = Signal(object)
    stop_requested = Signal()
    answer_opened = Signal(int)
    practise_requested = Signal()
    review_requested = Signal()
    go_on_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__("Summary", widest_px=WIDEST)
        self.remarks = RemarksCard()
        self.questions = AskedQuestionsCard()
        self._back = Card("When these questions come back", padding=5 * SPACE)
        self._days = Paragraph()
        self._practise = Button(PRACTISE_WEAK, look="primary")
        self._review = Button("Open Review")
        self._go_on = Button("Back to Practise")
        self._export = ExportButton()
        self._print = Button("Print…", look="link")
        self._print.setAccessibleName("Print")
        self._print.setToolTip("Print (Ctrl+P)")
        self._lay_out()
        self._connect()

    def show_session(self, session: SessionSummary) -> None:
        """Show which interview it is, before it is summed up."""
        when = session_start(session)
        self.show_subtitle(f"{session_title(session)} · {when}" if session.is_readable else when)
        for card in (self.remarks, self.questions, self._back):
            card.hide()
        self._practise.hide()
        self.scroll_to(self.remarks)

    def show_summary(self, session: SessionSummary, summed_up: SummedUp, due: Sequence[str], weak_count: int) -> None:
        """Show what it came to; `due` says when its questions come back, `weak_count` how many need work."""
        answers = [record for one in summed_up.asked for record in one.answers]
        remarks = shown_remarks(summed_up.remarks)
        self.remarks.show_remarks(remarks, why_nothing(answers), still_awaited(answers))
        self.questions.show_answers(answers, summed_up.ladder_ends, session_figures(session))
        self._days.setText("\n".join(due) or NOTHING_SCHEDULED)
        for card in (self.remarks, self.questions, self._back):
            card.show()
        self._practise.setVisible(weak_count > 0)
        self._practise.setAccessibleDescription(counted(weak_count, "question"))

    def focus_ways_on(self) -> None:
        """Put the keyboard where a press that comes late costs nothing: an answer often ends with one."""
        self._review.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_playing(self, is_playing: bool) -> None:
        """Show whether an answer is sounding."""
        self.remarks.set_playing(is_playing)

    def _lay_out(self) -> None:
        self._back.body.addWidget(self._days)
        for card in (self.remarks, self.questions, self._back):
            self.column.addWidget(card)
        self.column.addStretch(1)
        buttons = Flow(spacing=3 * SPACE)
        for button in (self._practise, self._review, self._go_on, self._print, self._export):
            buttons.add(button)
        self.foot.addWidget(buttons)
        self.foot.setContentsMargins(self.foot.contentsMargins().left(), 3 * SPACE, 11 * SPACE, 6 * SPACE)

    def _connect(self) -> None:
        self.remarks.play_requested.connect(self.play_requested)
        self.remarks.stop_requested.connect(self.stop_requested)
        self.remarks.answer_opened.connect(self.answer_opened)
        self.questions.answer_opened.connect(self.answer_opened)
        self._practise.clicked.connect(self.practise_requested)
        self._review.clicked.connect(self.review_requested)
        self._go_on.clicked.connect(self.go_on_requested)
        self._export.clicked.connect(self.export_requested)
        self._print.clicked.connect(self.print_requested)
        keys = QShortcut(QKeySequence("Ctrl+P"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setAutoRepeat(False)
        keys.activated.connect(self.print_requested)
