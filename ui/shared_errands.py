"""What several places of the window have done for them, each made once, when a place first needs it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from ui.equipment import Equipment
from ui.errands.answer_sound import AnswerSound
from ui.errands.device_search import DeviceSearch
from ui.errands.exporting import Exporting
from ui.errands.level_check import LevelCheck
from ui.errands.microphone_test import MicrophoneTest
from ui.errands.planner import Planner
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.retention_care import RetentionCare
from ui.errands.session_deleting import SessionDeleting
from ui.main_window import MainWindow


class SharedErrands(QObject):
    """The errands that the wiring and whoever puts places together hand to these."""

    def __init__(self, window: MainWindow, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._equipment = equipment

    @cached_property
    def planner(self) -> Planner:
        """Chooses what is asked."""
        equipment = self._equipment
        return Planner(equipment.bank, equipment.settings, equipment.store, equipment.own_work)

    @cached_property
    def device_search(self) -> DeviceSearch:
        """Knows microphones and voices."""
        devices = self._equipment.devices
        return DeviceSearch(devices.microphone, devices.voice, self._equipment.jobs, self)

    @cached_property
    def level_check(self) -> LevelCheck:
        """Shows how loud it is."""
        equipment = self._equipment
        reader, microphone = equipment.question_reader, equipment.devices.microphone
        return LevelCheck(microphone, equipment.settings, equipment.flow, lambda: reader.is_audible, self)

    @cached_property
    def microphone_test(self) -> MicrophoneTest:
        """Lets one hear how one sounds."""
        equipment = self._equipment
        devices = equipment.devices
        test = MicrophoneTest(
            devices.microphone,
            devices.player,
            equipment.question_reader,
            equipment.settings,
            equipment.flow,
            equipment.data_folder.cache,
            self,
        )
        self._window.closing.connect(test.end)
        return test

    @cached_property
    def reading_aloud(self) -> ReadingAloud:
        """The voice, for anything but a question that is being asked."""
        return ReadingAloud(self._equipment.question_reader, self._equipment.settings, self)

    @cached_property
    def answer_sound(self) -> AnswerSound:
        """Plays kept answers."""
        equipment = self._equipment
        return AnswerSound(
            equipment.library,
            equipment.devices.player,
            equipment.jobs,
            equipment.messages,
            equipment.settings.now.volume,
        )

    @cached_property
    def exporting(self) -> Exporting:
        """Writes reports."""
        equipment = self._equipment
        return Exporting(self._window, equipment.store, equipment.data_folder, self._equipment.messages, self)

    @cached_property
    def retention(self) -> RetentionCare:
        """Deletes sound when its time has come."""
        equipment = self._equipment
        care = RetentionCare(
            equipment.settings,
            equipment.store,
            equipment.library,
            lambda: equipment.flow.session_id,
            equipment.jobs,
            equipment.messages,
            self._window,
            self,
        )
        equipment.judging_queue.answer_judged.connect(lambda _answer: care.apply_soon())
        return care

    @cached_property
    def deleting(self) -> SessionDeleting:
        """Deletes what is kept."""
        equipment = self._equipment
        deleting = SessionDeleting(
            equipment.store,
            equipment.library,
            equipment.flow,
            (equipment.taking_in, equipment.judging_queue, equipment.rejudging, equipment.missing_cards),
            equipment.jobs,
            self._equipment.messages,
            self,
        )
        self._window.closing.connect(deleting.finish)
        return deleting
