"""The places where one looks back, put together: History and Progress, and Summary, Review and Compare behind them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.store.records import SessionId
from ui.errands.answering_again import AnsweringAgain
from ui.main_window import PLACES
from ui.places.compare_place import ComparePlace
from ui.places.history_place import HistoryPlace
from ui.places.progress_place import ProgressPlace
from ui.places.review_place import ReviewPlace
from ui.places.summary_place import SummaryPlace

if TYPE_CHECKING:
    from ui.equipment import Equipment
    from ui.places.place import Place
    from ui.screens.all_screens import AllScreens
    from ui.shared_errands import SharedErrands

_PRACTISE, HISTORY, PROGRESS, *_OTHERS = PLACES


class LookingBack(QObject):
    """Each place is made when the user first comes to it.

    Signals:
        entered(object, str): the `Place` is to be shown, under this name of the navigation.
        left(str): to the place of this name.
        go_on_requested(): back to practising.
        practise_requested(object): tuple of question ids to be practised.
        topics_requested(object): tuple of topic ids, likewise.
        interview_planned(object): the `SessionPlan` of an interview that is to be held now.
        rules_requested(): to the rules that answers are judged by.
        recordings_requested(): to where recordings made elsewhere are added.
    """

    entered = Signal(object, str)
    left = Signal(str)
    go_on_requested = Signal()
    practise_requested = Signal(object)
    topics_requested = Signal(object)
    interview_planned = Signal(object)
    rules_requested = Signal()
    recordings_requested = Signal()

    def __init__(
        self, screens: AllScreens, equipment: Equipment, errands: SharedErrands, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._equipment = equipment
        self._errands = errands
        self._before_review = HISTORY
        self._before_compare: tuple[Place, str] | None = None

    def open_review(self, session_id: int, answer_id: int | None = None) -> None:
        """Show what was said in an interview, from its first answer on, or this one."""
        self._before_review = HISTORY
        self._review.open_session(session_id, answer_id)

    def open_summary(self, session_id: int) -> None:
        """Show what an interview came to."""
        self._summary.open_session(SessionId(session_id))

    def compare(self, answer_id: int, other_id: int, back: Place, back_name: str) -> None:
        """Hold two answers to one question against each other; from there one goes `back`."""
        self._before_compare = back, back_name
        self._compare.open(answer_id, other_id)

    @cached_property
    def history(self) -> HistoryPlace:
        """Every interview that was held."""
        equipment, errands, screen = self._equipment, self._errands, self._screens.history
        place = HistoryPlace(
            screen,
            equipment.store,
            equipment.jobs,
            errands.deleting,
            equipment.rules,
            errands.exporting,
            equipment.messages,
            self,
        )
        screen.add_requested.connect(self.recordings_requested)
        place.session_wanted.connect(self.open_review)
        place.answer_wanted.connect(partial(self._open_answer, HISTORY))
        return place

    @cached_property
    def progress(self) -> ProgressPlace:
        """How one gets on."""
        equipment, screen = self._equipment, self._screens.progress
        library = equipment.data_folder.database
        screen.answer_opened.connect(partial(self._open_answer, PROGRESS))
        screen.practise_requested.connect(self.topics_requested)
        screen.rules_requested.connect(self.rules_requested)
        return ProgressPlace(screen, library, equipment.rules, equipment.jobs, equipment.messages, self)

    @cached_property
    def _review(self) -> ReviewPlace:
        equipment, errands, screen = self._equipment, self._errands, self._screens.review
        place = ReviewPlace(
            screen,
            equipment.store,
            errands.answer_sound,
            errands.reading_aloud,
            equipment.judging_queue,
            equipment.careful_listening,
            errands.deleting,
            errands.exporting,
            equipment.settings,
            equipment.messages,
            self,
        )
        place.opened.connect(self._on_review_opened)
        place.closed.connect(self._on_review_left)
        place.summary_requested.connect(self.open_summary)
        screen.back_requested.connect(self._on_review_left)
        again = AnsweringAgain(errands.planner, equipment.flow, self.interview_planned.emit, equipment.messages, place)
        screen.answer_again_requested.connect(again.ask)
        screen.others.compare_requested.connect(
            lambda answer, other: self.compare(answer, other, place, self._before_review)
        )
        return place

    @cached_property
    def _summary(self) -> SummaryPlace:
        equipment, errands, screen = self._equipment, self._errands, self._screens.summary
        place = SummaryPlace(
            screen,
            equipment.store,
            equipment.bank,
            errands.answer_sound,
            equipment.judging_queue,
            errands.exporting,
            equipment.settings,
            equipment.jobs,
            equipment.messages,
            self,
        )
        place.opened.connect(lambda: self.entered.emit(place, HISTORY))
        place.review_requested.connect(self.open_review)
        place.practise_requested.connect(self.practise_requested)
        screen.go_on_requested.connect(self.go_on_requested)
        return place

    @cached_property
    def _compare(self) -> ComparePlace:
        equipment, screen = self._equipment, self._screens.compare
        place = ComparePlace(
            screen,
            equipment.store,
            self._errands.answer_sound,
            equipment.judging_queue,
            equipment.jobs,
            equipment.messages,
            self,
        )
        place.opened.connect(self._on_compare_opened)
        screen.back_requested.connect(self._on_compare_left)
        return place

    def _open_answer(self, come_from: str, answer_id: int, words: tuple[int, ...] = ()) -> None:
        self._before_review = come_from
        self._review.open_answer(answer_id, words)

    def _on_review_opened(self) -> None:
        self._screens.review.show_way_back(self._before_review)
        self.entered.emit(self._review, self._before_review)

    def _on_review_left(self) -> None:
        self.left.emit(self._before_review)

    def _on_compare_opened(self) -> None:
        _back, name = self._before_compare or (self.history, HISTORY)
        self.entered.emit(self._compare, name)

    def _on_compare_left(self) -> None:
        self.entered.emit(*(self._before_compare or (self.history, HISTORY)))
