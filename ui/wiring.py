"""Joins the window to its places: where the user is, what leads from one place to another, what is told at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from simulator.interview.left_at import LeftAt
from simulator.interview.plan import SessionPlan
from simulator.interview_summary.summed_up import ends_in_summary
from simulator.store.records import SessionId
from ui.data_errands import data_errands
from ui.equipment import Equipment
from ui.errands.chosen_speakers import ChosenSpeakers
from ui.errands.ending_early import EndingEarly
from ui.errands.engine_news import EngineNews
from ui.errands.going_on_alone import GoingOnAlone
from ui.errands.history_copy import copy_history
from ui.errands.points_offer import PointsOffer
from ui.errands.sound_settings import SoundSettings
from ui.errands.story_offer import StoryOffer
from ui.looking_back import LookingBack
from ui.main_window import PLACES, MainWindow
from ui.messages import Message, MessageKind
from ui.offers_at_start import OffersAtStart
from ui.places.feedback_place import FeedbackPlace
from ui.places.interview_place import InterviewPlace
from ui.places.judging_rules_place import JudgingRulesPlace
from ui.places.own_work_place import OwnWorkPlace
from ui.places.place import Place
from ui.places.practise_place import PractisePlace
from ui.places.question_editor_place import QuestionEditorPlace
from ui.places.settings_place import SettingsPlace
from ui.places.stories_place import StoriesPlace
from ui.question_places import QuestionPlaces
from ui.recordings_door import RecordingsDoor
from ui.screens.all_screens import AllScreens
from ui.screens.practise_screen import PractiseScreen
from ui.shared_errands import SharedErrands
from ui.theme import change_theme
from ui.workers.judging_queue import import_analysis

PRACTISE, HISTORY, PROGRESS, QUESTIONS, SETTINGS = PLACES
UNDER_WAY = "An interview is under way. Finish it first, then you can begin another."


class Wiring(QObject):
    """The window, alive.

    A place is made, with its screen, and joined to the others, when the user first comes to it. It then reads what is
    so by that time: nothing that is said before needs to be heard by it.
    """

    def __init__(
        self, window: MainWindow, practise: PractiseScreen, equipment: Equipment, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._equipment = equipment
        self._messages = equipment.messages
        self.errands = SharedErrands(window, equipment, self)
        self.screens = AllScreens(practise)
        self._places: dict[str, Callable[[], Place]] = {
            PRACTISE: lambda: self.practise,
            HISTORY: lambda: self._looking_back.history,
            PROGRESS: lambda: self._looking_back.progress,
            QUESTIONS: lambda: self._question_places.questions,
            SETTINGS: lambda: self._settings,
        }
        self._under_way: dict[str, Place] = {}
        self._here: Place | None = None
        self._connect()

    def begin(self, news: tuple[str, ...] = ()) -> None:
        """Bring the window to life at once. The program takes the three steps one by one: the loop turns between."""
        self.fill()
        self.enter()
        self.look_around(news)

    def fill(self) -> None:
        """Start the speech child, and fill in the first screen."""
        self._equipment.speech_child.start()
        self.practise.begin()

    def enter(self) -> None:
        """Fill in the place where the user is, from the library, unless they have gone on by now."""
        if self._here is None:
            self.go_to(self._window.place)

    def look_around(self, news: tuple[str, ...] = ()) -> None:
        """Offer what an earlier run left unfinished, tell the news, and begin what is done beside the window."""
        self.errands.deleting.resume()
        self.errands.retention.begin()
        self._offers.begin()
        if news:  # all at once: a message without buttons gives way to the next
            self._tell(MessageKind.LIBRARY_MENDED, " ".join(news))
        self._equipment.judging_queue.take_up()
        self._equipment.bank.begin()
        self._equipment.voice_supply.begin()
        self._equipment.model_supply.begin()
        equipment = self._equipment
        copies = equipment.data_folder.database.with_name("backups")
        copy_history(equipment.back_up, copies, equipment.jobs, self._messages)
        self._equipment.jobs.run(import_analysis, _nothing, _nothing)  # what fails now fails later, and is told

    def go_to(self, name: str) -> None:
        """Go to a place, by its name in the navigation: to what is under way there, or to its first screen."""
        self._enter(self._under_way.get(name) or self._places[name](), name)

    def hold(self, plan: SessionPlan | LeftAt) -> None:
        """Hold this interview, or go on with one that was cut off; not while another is under way."""
        if self._equipment.flow.is_running:
            self._tell(MessageKind.INTERVIEW_TROUBLE, UNDER_WAY)
            return
        self._messages.dismiss()
        self._equipment.voice_supply.begin()  # the chosen voice may have gone since
        _ = self._feedback  # is to hear of the first answer
        if isinstance(plan, LeftAt):
            self._interview.go_on(plan)
        else:
            self._interview.start(plan)

    def open_review(self, session_id: int, answer_id: int | None = None) -> None:
        """Show what was said in an interview, from its first answer on, or this one."""
        self._looking_back.open_review(session_id, answer_id)

    def open_summary(self, session_id: int) -> None:
        """Show what an interview came to."""
        self._looking_back.open_summary(session_id)

    def open_judging_rules(self) -> None:
        """Show the rules that answers are judged by."""
        self._enter(self._judging_rules, SETTINGS)

    def open_own_work(self) -> None:
        """Show what the user brought: CV and company."""
        self._enter(self._own_work, PRACTISE)

    def open_stories(self) -> None:
        """Show the stories that the user kept."""
        self._enter(self._stories, PRACTISE)

    def write_question(self) -> None:
        """Show an empty form for a question of one's own."""
        self._question_places.write_question()

    def _enter(self, place: Place, name: str, *, is_whole_window: bool = False) -> None:
        """Leave where the user is, and show another place under this name."""
        if self._here is not None:
            self._here.leave()
        self._here = place
        self._window.show_screen(place.screen, name, is_whole_window=is_whole_window)
        place.enter()

    def _connect(self) -> None:
        equipment, practise = self._equipment, self.screens.practise
        self._window.place_chosen.connect(self.go_to)
        equipment.settings.changed.connect(lambda settings: change_theme(settings.theme))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state_changed)
        equipment.voice_supply.voices_changed.connect(self.errands.device_search.begin)
        equipment.question_reader.voice_missing.connect(partial(self._tell, MessageKind.NO_VOICE))
        EngineNews(equipment.speech_child, self._messages, self)
        ChosenSpeakers(equipment.devices.player, equipment.settings, self._messages, self)
        equipment.speech_child.ready.connect(lambda _ready: equipment.judging_queue.catch_up())
        self.practise.interview_planned.connect(self.hold)
        practise.own_work_requested.connect(self.open_own_work)
        practise.stories_requested.connect(self.open_stories)
        practise.recordings_requested.connect(self._door.open)
        self._offers.review_wanted.connect(self.open_review)
        self._offers.going_on_wanted.connect(self.hold)
        self._offers.rules_wanted.connect(self.open_judging_rules)
        EndingEarly(equipment.flow, self._messages, self.hold, self)

    @cached_property
    def practise(self) -> PractisePlace:
        """Where interviews are planned."""
        equipment = self._equipment
        return PractisePlace(
            self.screens.practise,
            self.errands.planner,
            self.errands.level_check,
            self.errands.device_search,
            self.errands.reading_aloud,
            equipment.missing_cards,
            self,
        )

    @cached_property
    def _interview(self) -> InterviewPlace:
        equipment = self._equipment
        place = InterviewPlace(
            self.screens.interview,
            equipment.flow,
            equipment.devices.microphone,
            equipment.settings,
            equipment.rules,
            self._messages,
            self,
        )
        StoryOffer(place.screen.story_hint, equipment.flow, equipment.store, self._messages, self)
        PointsOffer(place.screen.points_hint, equipment.flow, equipment.store, self._messages, self)
        place.question_shown.connect(self._on_question_shown)
        place.finished.connect(self._on_interview_finished)
        return place

    @cached_property
    def _feedback(self) -> FeedbackPlace:
        equipment = self._equipment
        place = FeedbackPlace(
            self.screens.feedback,
            equipment.flow,
            equipment.store,
            self.errands.answer_sound,
            self.errands.reading_aloud,
            equipment.judging_queue,
            equipment.careful_listening,
            GoingOnAlone(self.screens.feedback.going_on, equipment.settings, equipment.devices.clock, self),
            equipment.settings,
            self._messages,
            self,
        )
        place.shown.connect(self._on_feedback_shown)
        place.compare_offer.compare_requested.connect(
            lambda answer, other: self._looking_back.compare(answer, other, place, PRACTISE)
        )
        return place

    @cached_property
    def _looking_back(self) -> LookingBack:
        places = LookingBack(self.screens, self._equipment, self.errands, self)
        places.entered.connect(self._enter)
        places.left.connect(self.go_to)
        places.go_on_requested.connect(lambda: self.go_to(PRACTISE))
        places.practise_requested.connect(self.practise.plan_these)
        places.topics_requested.connect(self._on_topics_requested)
        places.interview_planned.connect(self.hold)
        places.rules_requested.connect(self.open_judging_rules)
        places.recordings_requested.connect(self._door.open)
        return places

    @cached_property
    def _question_places(self) -> QuestionPlaces:
        places = QuestionPlaces(
            self.screens, self._equipment, self.errands.reading_aloud, self.practise.plan_these, self
        )
        places.editor_shown.connect(self._on_editor_shown)
        places.editor_left.connect(self._on_editor_left)
        return places

    @cached_property
    def _settings(self) -> SettingsPlace:
        equipment, screen = self._equipment, self.screens.settings
        screen.judging_rules_requested.connect(self.open_judging_rules)
        screen.own_work_requested.connect(self.open_own_work)
        own_data = data_errands(screen, equipment)
        return SettingsPlace(
            screen,
            equipment.settings,
            self.errands.device_search,
            equipment.speech_child,
            self.errands.reading_aloud,
            equipment.voice_supply,
            equipment.model_supply,
            own_data,
            SoundSettings(screen, equipment.devices.player, self.errands.microphone_test, screen),
            equipment.data_folder.data,
            self,
        )

    @cached_property
    def _judging_rules(self) -> JudgingRulesPlace:
        screen = self.screens.judging_rules
        equipment = self._equipment
        screen.back_requested.connect(lambda: self.go_to(SETTINGS))
        return JudgingRulesPlace(screen, equipment.rules, equipment.rejudging, equipment.store, self._messages, self)

    @cached_property
    def _own_work(self) -> OwnWorkPlace:
        screen = self.screens.own_work
        screen.back_requested.connect(lambda: self.go_to(PRACTISE))
        place = OwnWorkPlace(screen, self.errands.planner, self.errands.reading_aloud, self._equipment.jobs, self)
        place.interview_planned.connect(self.hold)
        return place

    @cached_property
    def _stories(self) -> StoriesPlace:
        screen = self.screens.stories
        screen.back_requested.connect(lambda: self.go_to(PRACTISE))
        return StoriesPlace(screen, self._equipment.store, self.errands.answer_sound, self._messages, self)

    @cached_property
    def _offers(self) -> OffersAtStart:
        return OffersAtStart(self._equipment, self._window, self)

    @cached_property
    def _door(self) -> RecordingsDoor:
        door = RecordingsDoor(self._window, self._equipment, self)
        door.opened.connect(lambda place: self._enter(place, HISTORY))
        door.closed.connect(lambda: self.go_to(HISTORY))
        door.review_wanted.connect(self.open_review)
        return door

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        """Whoever comes back from a terminal may have chosen something there."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._equipment.settings.look()

    def _on_question_shown(self) -> None:
        self._under_way[PRACTISE] = self._interview
        self._enter(self._interview, PRACTISE, is_whole_window=True)

    def _on_feedback_shown(self) -> None:
        self._under_way[PRACTISE] = self._feedback
        self._enter(self._feedback, PRACTISE)

    def _on_interview_finished(self, session_id: SessionId) -> None:
        self._under_way.pop(PRACTISE, None)
        store = self._equipment.store
        if not store.answers(session_id):
            self.go_to(PRACTISE)
        elif ends_in_summary(store.session(session_id).drill):
            self.open_summary(session_id)
        else:
            self.open_review(session_id)

    def _on_topics_requested(self, topics: tuple[str, ...]) -> None:
        self.errands.planner.choose_topics(topics)
        self.go_to(PRACTISE)

    def _on_editor_shown(self, editor: QuestionEditorPlace) -> None:
        self._under_way[QUESTIONS] = editor
        self._enter(editor, QUESTIONS)

    def _on_editor_left(self) -> None:
        self._under_way.pop(QUESTIONS, None)
        self.go_to(QUESTIONS)

    def _tell(self, kind: MessageKind, sentence: str) -> None:
        self._messages.tell(Message(kind, sentence))


def _nothing(_outcome: object) -> None:
    """Imports are done; there is nothing to do about it."""
