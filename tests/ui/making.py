"""Places and what they have done for them, made as the wiring makes them, in a room without a window."""

from __future__ import annotations

from tests.ui.parts import Room
from ui.errands.answer_sound import AnswerSound
from ui.errands.device_search import DeviceSearch
from ui.errands.exporting import Exporting
from ui.errands.going_on_alone import GoingOnAlone
from ui.errands.level_check import LevelCheck
from ui.errands.microphone_test import MicrophoneTest
from ui.errands.pack_changes import PackChanges
from ui.errands.planner import Planner
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.recovery_offer import RecoveryOffer
from ui.errands.session_deleting import SessionDeleting
from ui.main_window import MainWindow
from ui.places.compare_place import ComparePlace
from ui.places.feedback_place import FeedbackPlace
from ui.places.history_place import HistoryPlace
from ui.places.interview_place import InterviewPlace
from ui.places.practise_place import PractisePlace
from ui.places.questions_place import QuestionsPlace
from ui.places.review_place import ReviewPlace
from ui.places.summary_place import SummaryPlace
from ui.screens.compare_screen import CompareScreen
from ui.screens.feedback_screen import FeedbackScreen
from ui.screens.history_screen import HistoryScreen
from ui.screens.interview_screen import InterviewScreen
from ui.screens.practise_screen import PractiseScreen
from ui.screens.questions_screen import QuestionsScreen
from ui.screens.review_screen import ReviewScreen
from ui.screens.summary_screen import SummaryScreen


def planner(room: Room) -> Planner:
    equipment = room.equipment
    return Planner(equipment.bank, equipment.settings, equipment.store, equipment.own_work)


def reading_aloud(room: Room) -> ReadingAloud:
    return ReadingAloud(room.equipment.question_reader, room.equipment.settings)


def device_search(room: Room) -> DeviceSearch:
    return DeviceSearch(room.microphone, room.voice, room.equipment.jobs)


def level_check(room: Room) -> LevelCheck:
    reader = room.equipment.question_reader
    return LevelCheck(room.microphone, room.equipment.settings, room.flow, lambda: reader.is_audible)


def microphone_test(room: Room) -> MicrophoneTest:
    equipment, cache = room.equipment, room.data_folder.cache
    reader = equipment.question_reader
    return MicrophoneTest(room.microphone, room.player, reader, equipment.settings, room.flow, cache)


def answer_sound(room: Room) -> AnswerSound:
    equipment = room.equipment
    return AnswerSound(equipment.library, room.player, equipment.jobs, room.messages, equipment.settings.now.volume)


def pack_changes(room: Room) -> PackChanges:
    return PackChanges(room.data_folder.packs, room.equipment.jobs, room.equipment.bank, room.messages)


def session_deleting(room: Room) -> SessionDeleting:
    equipment = room.equipment
    workers = (equipment.judging_queue, equipment.rejudging, equipment.missing_cards)
    return SessionDeleting(room.store, equipment.library, room.flow, workers, equipment.jobs, room.messages)


def exporting(room: Room) -> Exporting:
    return Exporting(None, room.store, room.data_folder, room.messages)


def recovery_offer(room: Room, window: MainWindow) -> RecoveryOffer:
    equipment = room.equipment
    workers = (equipment.judging_queue, equipment.jobs)
    return RecoveryOffer(room.store, equipment.library, *workers, room.messages, room.flow, window)


def practise_place(room: Room, screen: PractiseScreen) -> PractisePlace:
    return PractisePlace(
        screen, planner(room), level_check(room), device_search(room), reading_aloud(room), room.equipment.missing_cards
    )


def interview_place(room: Room, screen: InterviewScreen) -> InterviewPlace:
    equipment = room.equipment
    return InterviewPlace(screen, room.flow, room.microphone, equipment.settings, equipment.rules, room.messages)


def feedback_place(room: Room, screen: FeedbackScreen) -> FeedbackPlace:
    equipment = room.equipment
    return FeedbackPlace(
        screen,
        room.flow,
        room.store,
        answer_sound(room),
        reading_aloud(room),
        equipment.judging_queue,
        equipment.careful_listening,
        GoingOnAlone(screen.going_on, equipment.settings, room.clock),
        equipment.settings,
        room.messages,
    )


def history_place(room: Room, screen: HistoryScreen, deleting: SessionDeleting) -> HistoryPlace:
    equipment = room.equipment
    return HistoryPlace(screen, room.store, equipment.jobs, deleting, equipment.rules, exporting(room), room.messages)


def review_place(room: Room, screen: ReviewScreen, deleting: SessionDeleting) -> ReviewPlace:
    equipment = room.equipment
    return ReviewPlace(
        screen,
        room.store,
        answer_sound(room),
        reading_aloud(room),
        equipment.judging_queue,
        equipment.careful_listening,
        deleting,
        exporting(room),
        equipment.settings,
        room.messages,
    )


def compare_place(room: Room, screen: CompareScreen) -> ComparePlace:
    equipment = room.equipment
    return ComparePlace(screen, room.store, answer_sound(room), equipment.judging_queue, equipment.jobs, room.messages)


def summary_place(room: Room, screen: SummaryScreen) -> SummaryPlace:
    equipment = room.equipment
    return SummaryPlace(
        screen,
        room.store,
        equipment.bank,
        answer_sound(room),
        equipment.judging_queue,
        exporting(room),
        equipment.settings,
        equipment.jobs,
        room.messages,
    )


def questions_place(room: Room, screen: QuestionsScreen, packs: PackChanges) -> QuestionsPlace:
    equipment = room.equipment
    return QuestionsPlace(
        screen, equipment.bank, room.store, packs, reading_aloud(room), equipment.settings, room.messages
    )
