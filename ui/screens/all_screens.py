"""Every screen of the window, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from ui.screens.compare_screen import CompareScreen
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
from ui.screens.stories_screen import StoriesScreen
from ui.screens.summary_screen import SummaryScreen


class AllScreens:
    """Practise is made before the first paint; the window has no time then for any other."""

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
    def summary(self) -> SummaryScreen:
        return SummaryScreen()

    @cached_property
    def compare(self) -> CompareScreen:
        return CompareScreen()

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

    @cached_property
    def stories(self) -> StoriesScreen:
        return StoriesScreen()
