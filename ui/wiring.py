"""Joins the window to its desks: which screen shows when, and what is said across the top of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from recordings.transcription.messages import Ready
from simulator.plan import SessionPlan
from simulator.session import Stage
from simulator.settings import Settings
from simulator.store.records import SessionId
from ui.desks.background import BackgroundDesk
from ui.desks.interview import InterviewDesk
from ui.desks.judging_rules import JudgingRulesDesk
from ui.desks.own_packs import OwnPacksDesk
from ui.desks.practise import PractiseDesk
from ui.desks.question_editor import QuestionEditorDesk
from ui.desks.question_exchange import QuestionExchangeDesk
from ui.desks.questions import QuestionsDesk
from ui.desks.reading import ReadingDesk
from ui.desks.recovery import RecoveryDesk
from ui.equipment import Equipment
from ui.judging import import_analysis
from ui.main_window import MainWindow
from ui.screens.background import BackgroundScreen
from ui.screens.feedback import FeedbackScreen
from ui.screens.history import HistoryScreen
from ui.screens.interview import InterviewScreen
from ui.screens.judging_rules import JudgingRulesScreen
from ui.screens.practise import PractiseScreen
from ui.screens.progress import ProgressScreen
from ui.screens.question_editor import QuestionEditorScreen
from ui.screens.questions import QuestionsScreen
from ui.screens.review import ReviewScreen
from ui.screens.settings import SettingsScreen
from ui.theme import apply_theme

PRACTISE: Final = "Practise"
HISTORY: Final = "History"
PROGRESS: Final = "Progress"
QUESTIONS: Final = "Questions"
SETTINGS: Final = "Settings"


class Screens:
    """Every screen of the window. Practise is made before the first paint, the others after it."""

    def __init__(self, practise: PractiseScreen) -> None:
        self.practise = practise
        self.interview = InterviewScreen()
        self.feedback = FeedbackScreen()
        self.history = HistoryScreen()
        self.review = ReviewScreen()
        self.progress = ProgressScreen()
        self.questions = QuestionsScreen()
        self.question_editor = QuestionEditorScreen()
        self.settings = SettingsScreen()
        self.judging_rules = JudgingRulesScreen()
        self.background = BackgroundScreen()


class Wiring(QObject):
    """The window, alive."""

    def __init__(
        self, window: MainWindow, practise: PractiseScreen, equipment: Equipment, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._equipment = equipment
        self.screens = Screens(practise)
        self._practise = PractiseDesk(practise, equipment, self)
        self._interview = InterviewDesk(self.screens.interview, self.screens.feedback, equipment, self)
        self._reading = ReadingDesk((self.screens.history, self.screens.review, self.screens.progress), equipment, self)
        self._packs = OwnPacksDesk(equipment, self)
        self._questions = QuestionsDesk(self.screens.questions, equipment, self._packs, self)
        self._editor = QuestionEditorDesk(self.screens.question_editor, equipment, self._packs, self)
        self._exchange = QuestionExchangeDesk(self.screens.questions, equipment, self._packs, self)
        self._judging_rules = JudgingRulesDesk(self.screens.judging_rules, equipment, self)
        self._background = BackgroundDesk(self.screens.background, equipment, self)
        self._recovery = RecoveryDesk(window, equipment, self)
        self._at = ""
        self._connect()
        self._connect_questions()

    def begin(self, news: tuple[str, ...] = ()) -> None:
        """Start the children, fill the first screen, offer what an earlier run left unfinished."""
        for place, screen in (
            (HISTORY, self.screens.history),
            (PROGRESS, self.screens.progress),
            (QUESTIONS, self.screens.questions),
            (SETTINGS, self.screens.settings),
        ):
            self._window.add_place(place, screen)
        self._equipment.hearing.start()
        self._equipment.background.run(import_analysis, _nothing, _nothing)  # what fails now fails later, and is told
        self._practise.begin()
        self._equipment.bank_watch.begin(self._equipment.bank)
        self.screens.settings.show_settings(self._equipment.settings)
        self.screens.settings.show_data_folder(self._equipment.places.data)
        self.go_to(PRACTISE)
        for sentence in news:
            self._window.show_notice(sentence)
        self._recovery.begin()

    def _connect(self) -> None:
        window, equipment, screens = self._window, self._equipment, self.screens
        window.place_chosen.connect(self._on_place_chosen)
        screens.settings.settings_changed.connect(equipment.change_settings)
        screens.settings.hear_requested.connect(lambda word: equipment.asking.say(word, equipment.settings))
        equipment.settings_changed.connect(self._on_settings_changed)
        equipment.problem.connect(window.show_notice)
        equipment.asking.voice_missing.connect(window.show_notice)
        equipment.hearing.ready.connect(self._on_ready)
        equipment.hearing.unavailable.connect(window.show_notice)
        self._practise.voices_found.connect(screens.settings.show_voices)
        self._practise.microphones_found.connect(screens.settings.show_microphones)
        self._practise.interview_planned.connect(self.hold)
        self._interview.interview_shown.connect(
            lambda: window.show_screen(screens.interview, PRACTISE, is_whole_window=True)
        )
        self._interview.feedback_shown.connect(lambda: window.show_screen(screens.feedback, PRACTISE))
        self._interview.finished.connect(self._on_interview_finished)
        self._interview.problem.connect(window.show_notice)
        self._interview.microphone_lost.connect(self._on_microphone_lost)
        self._reading.review_shown.connect(lambda: window.show_screen(screens.review, HISTORY))
        self._reading.review_closed.connect(lambda: self.go_to(HISTORY))
        self._reading.problem.connect(window.show_notice)
        self._recovery.review_wanted.connect(self._reading.open_session)
        screens.review.back_requested.connect(lambda: self.go_to(HISTORY))
        screens.settings.judging_rules_requested.connect(lambda: window.show_screen(screens.judging_rules, SETTINGS))
        screens.judging_rules.back_requested.connect(lambda: self.go_to(SETTINGS))
        screens.practise.background_requested.connect(self._show_background)
        screens.settings.background_requested.connect(self._show_background)
        screens.background.back_requested.connect(lambda: self.go_to(PRACTISE))
        self._background.interview_planned.connect(self.hold)

    def _connect_questions(self) -> None:
        window, screens = self._window, self.screens
        for said in (self._packs.changed, self._packs.failed, self._exchange.said):
            said.connect(window.show_notice)
        self._questions.practise_requested.connect(self._practise.plan_these)
        self._questions.edit_requested.connect(self._editor.edit)
        self._questions.copy_requested.connect(self._editor.copy)
        screens.questions.new_requested.connect(self._editor.begin_new)
        self._editor.shown.connect(lambda: window.show_screen(screens.question_editor, QUESTIONS))
        self._editor.left.connect(self._on_editor_left)

    def go_to(self, place: str) -> None:
        """Show a place, by its name in the navigation."""
        self._window.show_place(place)
        self._on_place_chosen(place)

    def _show_background(self) -> None:
        self._leave(self._at)
        self._at = PRACTISE
        self._window.show_screen(self.screens.background, PRACTISE)

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
            self._window.show_screen(self.screens.settings, SETTINGS)

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

    def _on_microphone_lost(self, sentence: str) -> None:
        flow = self._equipment.flow
        if flow.stage is not Stage.PAUSED and not self._equipment.devices.microphone.devices():
            flow.type_instead()
            self._window.show_notice(sentence)
            return
        ways_on = (("Listen again", flow.listen_again), ("Type answers instead", flow.type_instead))
        self._window.show_notice(sentence, ways_on)

    def _on_ready(self, ready: Ready) -> None:
        self.screens.settings.show_model(ready.model)
        if ready.degraded:
            self._window.show_notice(ready.degraded)
        self._equipment.judging.catch_up()

    def _on_settings_changed(self, settings: Settings) -> None:
        self.screens.settings.show_settings(settings)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, settings.theme)


def _nothing(_outcome: object) -> None:
    """Imports are done; there is nothing to do about it."""
