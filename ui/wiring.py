"""Joins the window to its desks: which screen shows when, and what is said across the top of it."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from recordings.microphone import SERVER_GONE
from recordings.transcription.messages import Ready
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.records import SessionId
from ui.equipment import Equipment
from ui.main_window import MainWindow
from ui.places.interview_place import InterviewPlace
from ui.places.judging_rules_place import JudgingRulesPlace
from ui.places.own_work_place import OwnWorkPlace
from ui.places.pack_changes import PackChanges
from ui.places.practise_place import PractisePlace
from ui.places.question_editor_place import QuestionEditorPlace
from ui.places.question_exchange import QuestionExchange
from ui.places.questions_place import QuestionsPlace
from ui.places.reading import ReadingPlace
from ui.places.recovery_offer import RecoveryOffer
from ui.places.settings_place import SettingsPlace
from ui.player import STALLED
from ui.screens.feedback_screen import FeedbackScreen
from ui.screens.history_screen import HistoryScreen
from ui.screens.interview_screen import InterviewScreen
from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.screens.own_work_screen import OwnWorkScreen
from ui.screens.practise_screen import PractiseScreen
from ui.screens.progress_screen import ProgressScreen
from ui.screens.question_editor_screen import QuestionEditorScreen
from ui.screens.questions_screen import QuestionsScreen
from ui.screens.review_screen import ReviewScreen
from ui.screens.settings_screen import SettingsScreen
from ui.theme import apply_theme
from ui.workers.judging_queue import import_analysis

PRACTISE: Final = "Practise"
HISTORY: Final = "History"
PROGRESS: Final = "Progress"
QUESTIONS: Final = "Questions"
SETTINGS: Final = "Settings"


class Screens:
    """Every screen of the window. Practise is made before the first paint, each other when it is first asked for."""

    def __init__(self, practise: PractiseScreen) -> None:
        self.practise = practise

    @cached_property
    def interview(self) -> InterviewScreen:
        return InterviewScreen()

    @cached_property
    def feedback(self) -> FeedbackScreen:
        return FeedbackScreen()

    @cached_property
    def history(self) -> HistoryScreen:
        return HistoryScreen()

    @cached_property
    def review(self) -> ReviewScreen:
        return ReviewScreen()

    @cached_property
    def progress(self) -> ProgressScreen:
        return ProgressScreen()

    @cached_property
    def questions(self) -> QuestionsScreen:
        return QuestionsScreen()

    @cached_property
    def question_editor(self) -> QuestionEditorScreen:
        return QuestionEditorScreen()

    @cached_property
    def settings(self) -> SettingsScreen:
        return SettingsScreen()

    @cached_property
    def judging_rules(self) -> JudgingRulesScreen:
        return JudgingRulesScreen()

    @cached_property
    def own_work(self) -> OwnWorkScreen:
        return OwnWorkScreen()


class Wiring(QObject):
    """The window, alive.

    A desk is made, and joined to the others, when the user first comes to it. It then reads what is so by that time:
    nothing that is said before needs to be heard by it.
    """

    def __init__(
        self, window: MainWindow, practise: PractiseScreen, equipment: Equipment, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._equipment = equipment
        self.screens = Screens(practise)
        self._practise = PractisePlace(practise, equipment, self)
        self._recovery = RecoveryOffer(window, equipment, self)
        self._at = ""
        self._connect()

    def begin(self, news: tuple[str, ...] = ()) -> None:
        """Bring the window to life at once. The program takes the three steps one by one: the loop turns between."""
        self.fill()
        self.enter()
        self.look_around(news)

    def fill(self) -> None:
        """Start the speech child, and fill in the first screen."""
        self._window.promise_place(HISTORY, lambda: self.screens.history)
        self._window.promise_place(PROGRESS, lambda: self.screens.progress)
        self._window.promise_place(QUESTIONS, lambda: self.screens.questions)
        self._window.promise_place(SETTINGS, lambda: self.screens.settings)
        self._equipment.speech_child.start()
        self._practise.begin()

    def enter(self) -> None:
        """Fill in the place where the user is, from the library, unless they have gone on by now."""
        if not self._at and not self._equipment.flow.is_running:
            self.go_to(self._window.place)

    def look_around(self, news: tuple[str, ...] = ()) -> None:
        """Tell the news, offer what an earlier run left unfinished, and begin what is done beside the window."""
        for sentence in news:
            self._window.show_notice(sentence)
        self._recovery.begin()
        self._equipment.bank_watch.begin(self._equipment.bank)
        self._equipment.jobs.run(import_analysis, _nothing, _nothing)  # what fails now fails later, and is told

    def _connect(self) -> None:
        window, equipment = self._window, self._equipment
        window.place_chosen.connect(self._on_place_chosen)
        equipment.settings_changed.connect(self._on_settings_changed)
        equipment.problem.connect(window.show_notice)
        equipment.question_reader.voice_missing.connect(self._tell)
        equipment.speech_child.ready.connect(self._on_ready)
        equipment.speech_child.unavailable.connect(window.show_notice)
        self._practise.interview_planned.connect(self.hold)
        self._recovery.review_wanted.connect(lambda session_id: self._reading.open_session(session_id))
        self.screens.practise.own_work_requested.connect(self._show_own_work)

    @cached_property
    def _interview(self) -> InterviewPlace:
        window, screens = self._window, self.screens
        desk = InterviewPlace(screens.interview, screens.feedback, self._equipment, self)
        desk.interview_shown.connect(lambda: window.show_screen(screens.interview, PRACTISE, is_whole_window=True))
        desk.feedback_shown.connect(lambda: window.show_screen(screens.feedback, PRACTISE))
        desk.finished.connect(self._on_interview_finished)
        desk.problem.connect(self._tell)
        desk.microphone_lost.connect(self._on_microphone_lost)
        return desk

    @cached_property
    def _reading(self) -> ReadingPlace:
        window, screens = self._window, self.screens
        desk = ReadingPlace((screens.history, screens.review, screens.progress), self._equipment, self)
        desk.review_shown.connect(lambda: window.show_screen(screens.review, HISTORY))
        desk.review_closed.connect(lambda: self.go_to(HISTORY))
        desk.problem.connect(window.show_notice)
        screens.review.back_requested.connect(lambda: self.go_to(HISTORY))
        return desk

    @cached_property
    def _packs(self) -> PackChanges:
        desk = PackChanges(self._equipment, self)
        desk.changed.connect(self._window.show_notice)
        desk.failed.connect(self._window.show_notice)
        return desk

    @cached_property
    def _questions(self) -> QuestionsPlace:
        screen = self.screens.questions
        desk = QuestionsPlace(screen, self._equipment, self._packs, self)
        desk.practise_requested.connect(self._practise.plan_these)
        desk.edit_requested.connect(lambda question: self._editor.edit(question))
        desk.copy_requested.connect(lambda question: self._editor.copy(question))
        screen.new_requested.connect(lambda: self._editor.begin_new())
        exchange = QuestionExchange(screen, self._equipment, self._packs, self)
        exchange.said.connect(self._window.show_notice)
        return desk

    @cached_property
    def _editor(self) -> QuestionEditorPlace:
        window, screen = self._window, self.screens.question_editor
        desk = QuestionEditorPlace(screen, self._equipment, self._packs, self)
        desk.shown.connect(lambda: window.show_screen(screen, QUESTIONS))
        desk.left.connect(self._on_editor_left)
        return desk

    @cached_property
    def _settings(self) -> SettingsPlace:
        screen = self.screens.settings
        screen.judging_rules_requested.connect(self._show_judging_rules)
        screen.own_work_requested.connect(self._show_own_work)
        return SettingsPlace(screen, self._equipment, self._practise, self)

    @cached_property
    def _judging_rules(self) -> JudgingRulesPlace:
        screen = self.screens.judging_rules
        screen.back_requested.connect(lambda: self.go_to(SETTINGS))
        return JudgingRulesPlace(screen, self._equipment, self)

    @cached_property
    def _own_work(self) -> OwnWorkPlace:
        screen = self.screens.own_work
        screen.back_requested.connect(lambda: self.go_to(PRACTISE))
        desk = OwnWorkPlace(screen, self._equipment, self)
        desk.interview_planned.connect(self.hold)
        return desk

    def go_to(self, place: str) -> None:
        """Show a place, by its name in the navigation."""
        self._window.show_place(place)
        self._on_place_chosen(place)

    def _show_own_work(self) -> None:
        self._leave(self._at)
        self._at = PRACTISE
        self._window.show_screen(self._own_work.screen, PRACTISE)

    def _show_judging_rules(self) -> None:
        self._window.show_screen(self._judging_rules.screen, SETTINGS)

    def _on_place_chosen(self, place: str) -> None:
        self._leave(self._at)
        self._at = place
        if place == PRACTISE and not self._equipment.flow.is_running:
            self._window.add_place(PRACTISE, self.screens.practise)
            self._practise.enter()
        elif place == HISTORY:
            self._window.show_screen(self.screens.history, HISTORY)
            self._reading.enter_history()
        elif place == PROGRESS:
            self._reading.enter_progress()
        elif place == QUESTIONS:
            self._questions.enter()
        elif place == SETTINGS:
            self._window.show_screen(self._settings.screen, SETTINGS)

    def _leave(self, place: str) -> None:
        if place == PRACTISE:
            self._practise.leave()
        elif place == HISTORY:
            self._reading.leave()
        elif place == QUESTIONS:
            self._questions.leave()

    def _on_editor_left(self, question_id: str) -> None:
        self._window.show_screen(self.screens.questions, QUESTIONS)
        self._at = QUESTIONS
        self._questions.enter(question_id)

    def hold(self, plan: SessionPlan) -> None:
        """Hold this interview."""
        self._window.notice.dismiss()
        self._interview.start(plan)
        if self._equipment.flow.is_running:
            self._practise.leave()

    def _on_interview_finished(self, session_id: SessionId) -> None:
        if self._equipment.store.answers(session_id):
            self.go_to(HISTORY)
            self._reading.open_session(session_id)
        else:
            self.go_to(PRACTISE)

    def _tell(self, sentence: str) -> None:
        """Say it, unless it takes the place of its own cause: without a sound system there are no speakers either."""
        if not (sentence == STALLED and self._window.notice.text == SERVER_GONE):
            self._window.show_notice(sentence)

    def _on_microphone_lost(self, sentence: str) -> None:
        flow = self._equipment.flow
        if flow.stage is not Stage.PAUSED and not self._equipment.devices.microphone.devices():
            flow.type_instead()
            self._window.show_notice(sentence)
            return
        ways_on = (("Listen again", flow.listen_again), ("Type answers instead", flow.type_instead))
        self._window.show_notice(sentence, ways_on)

    def _on_ready(self, ready: Ready) -> None:
        if ready.degraded:
            self._window.show_notice(ready.degraded)
        self._equipment.judging_queue.catch_up()

    def _on_settings_changed(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, settings.theme)


def _nothing(_outcome: object) -> None:
    """Imports are done; there is nothing to do about it."""
