"""What several places of the window have done for them, each made once, when a place first needs it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from ui.equipment import Equipment
from ui.errands.answer_sound import AnswerSound
from ui.errands.device_search import DeviceSearch
from ui.errands.exporting import Exporting
from ui.errands.level_check import LevelCheck
from ui.errands.planner import Planner
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.session_deleting import SessionDeleting
from ui.main_window import MainWindow


class SharedErrands(QObject):
    """The errands of the wiring, which hands them to its places."""

    def __init__(self, window: MainWindow, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._equipment = equipment
        self._messages = equipment.messages

    @cached_property
    def _planner(self) -> Planner:
        equipment = self._equipment
        return Planner(equipment.bank, equipment.settings, equipment.store, equipment.own_work)

    @cached_property
    def _device_search(self) -> DeviceSearch:
        devices = self._equipment.devices
        return DeviceSearch(devices.microphone, devices.voice, self._equipment.jobs, self)

    @cached_property
    def _level_check(self) -> LevelCheck:
        equipment = self._equipment
        reader, microphone = equipment.question_reader, equipment.devices.microphone
        return LevelCheck(microphone, equipment.settings, equipment.flow, lambda: reader.is_audible, self)

    @cached_property
    def _reading_aloud(self) -> ReadingAloud:
        return ReadingAloud(self._equipment.question_reader, self._equipment.settings, self)

    @cached_property
    def _answer_sound(self) -> AnswerSound:
        equipment = self._equipment
        return AnswerSound(equipment.library, equipment.devices.player, equipment.jobs, self._messages)

    @cached_property
    def _exporting(self) -> Exporting:
        equipment = self._equipment
        return Exporting(self._window, equipment.store, equipment.data_folder, self._messages, self)

    @cached_property
    def _deleting(self) -> SessionDeleting:
        equipment = self._equipment
        deleting = SessionDeleting(
            equipment.store,
            equipment.library,
            equipment.flow,
            (equipment.taking_in, equipment.judging_queue, equipment.rejudging, equipment.missing_cards),
            equipment.jobs,
            self._messages,
            self,
        )
        self._window.closing.connect(deleting.finish)
        return deleting
