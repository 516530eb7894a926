"""Joins the Practise screen to microphone, voices, plan and settings."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from recordings.pcm import level_of
from recordings.voice_activity import LevelJudge, LevelWord
from simulator.errors import SimulatorError
from simulator.plan import SessionPlan, expected_minutes, plan_quick_drill, plan_session
from ui.equipment import Equipment
from ui.screens.practise import PractiseChoice, PractiseScreen
from ui.theme import Tone

if TYPE_CHECKING:
    from simulator.settings import Settings
    from simulator.voice import VoiceInfo

_TONES: Final[dict[LevelWord, Tone]] = {
    LevelWord.WAITING: "",
    LevelWord.GOOD: "green",
    LevelWord.QUIET: "amber",
    LevelWord.LOUD: "amber",
    LevelWord.SILENCE: "amber",
}
RECENT_QUESTIONS: Final = 60  # asked lately: not asked again while there are others


class PractiseDesk(QObject):
    """Plans interviews from what the user chose, and keeps the meter alive while the screen shows.

    Signals:
        interview_planned(object): `SessionPlan`, to be started.
        voices_found(object): tuple of `VoiceInfo`, looked up once.
        microphones_found(object): tuple of `MicrophoneInfo`, whenever they change.
    """

    interview_planned = Signal(object)
    voices_found = Signal(object)
    microphones_found = Signal(object)

    def __init__(self, screen: PractiseScreen, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._equipment = equipment
        self._judge = LevelJudge()
        self._is_shown = False
        screen.start_requested.connect(self._on_start_requested)
        screen.drill_requested.connect(self._on_drill_requested)
        screen.choice_changed.connect(self._on_choice_changed)
        screen.microphone_chosen.connect(self._on_microphone_chosen)
        screen.voice_chosen.connect(self._on_voice_chosen)
        microphone = equipment.devices.microphone
        microphone.chunk_received.connect(self._on_chunk_received)
        microphone.lost.connect(self._on_microphone_lost)
        microphone.devices_changed.connect(self._on_devices_changed)
        equipment.settings_changed.connect(self._on_settings_changed)

    def begin(self) -> None:
        """Fill in what only the running program knows: devices, voices, last time."""
        self._screen.show_settings(self._equipment.settings)
        self._show_minutes()
        self._show_microphones()
        self._equipment.background.run(
            self._equipment.devices.voice.voices, self._show_voices, lambda error: self._screen.show_notice(str(error))
        )

    def enter(self) -> None:
        """The screen shows: open the microphone for its meter, and look up last time."""
        self._is_shown = True
        last, before = (*self._equipment.store.sessions(limit=2), None, None)[:2]
        self._screen.show_last(last, before)
        self._open_microphone()

    def leave(self) -> None:
        """The screen is gone: nobody listens any more, unless an interview does."""
        self._is_shown = False
        if not self._equipment.flow.is_running:
            self._equipment.devices.microphone.close()
        self._screen.show_level(0.0)

    def plan_these(self, question_ids: tuple[str, ...]) -> None:
        """An interview of exactly these questions."""
        settings = self._equipment.settings
        questions = tuple(self._equipment.bank.get(question_id) for question_id in question_ids)
        self.interview_planned.emit(SessionPlan(settings.role, None, questions, seed=0, strict=settings.strict))

    def _on_start_requested(self, choice: PractiseChoice) -> None:
        self._plan(lambda seed, avoid: self._interview(choice, seed, avoid))

    def _on_drill_requested(self) -> None:
        role = self._equipment.settings.role
        self._plan(lambda seed, avoid: plan_quick_drill(self._equipment.bank, role, seed, avoid))

    def _interview(self, choice: PractiseChoice, seed: int, avoid: tuple[str, ...]) -> SessionPlan:
        return plan_session(self._equipment.bank, choice.role, choice.round, choice.count, seed, avoid)

    def _plan(self, make: _Planner) -> None:
        avoid = self._equipment.store.recent_question_ids(RECENT_QUESTIONS)
        try:
            plan = replace(make(secrets.randbelow(1 << 31), avoid), strict=self._equipment.settings.strict)
        except SimulatorError as error:
            self._screen.show_notice(str(error))
        else:
            self.interview_planned.emit(self._equipment.own_background.mixed_into(plan, avoid))

    def _on_choice_changed(self, choice: PractiseChoice) -> None:
        settings = replace(self._equipment.settings, role=choice.role, round=choice.round, question_count=choice.count)
        self._equipment.change_settings(settings)

    def _show_minutes(self) -> None:
        settings = self._equipment.settings
        try:
            plan = plan_session(self._equipment.bank, settings.role, settings.round, settings.question_count, seed=0)
        except SimulatorError as error:
            self._screen.show_notice(str(error))
        else:
            self._screen.show_notice("")
            self._screen.show_minutes(expected_minutes(plan))

    def _open_microphone(self) -> None:
        self._judge = LevelJudge()
        if not self._equipment.devices.microphone.is_open:
            self._equipment.devices.microphone.open(self._equipment.settings.microphone_id)

    def _on_devices_changed(self) -> None:
        self._show_microphones()
        if self._is_shown and self._equipment.devices.microphone.devices():
            self._open_microphone()

    def _show_microphones(self) -> None:
        microphones = self._equipment.devices.microphone.devices()
        self._screen.show_microphones(microphones)
        self.microphones_found.emit(microphones)

    def _show_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        self._screen.show_voices(voices)
        self.voices_found.emit(voices)

    def _on_microphone_chosen(self, device_id: str | None) -> None:
        self._equipment.change_settings(replace(self._equipment.settings, microphone_id=device_id))
        self._equipment.devices.microphone.close()
        if self._is_shown:
            self._open_microphone()

    def _on_voice_chosen(self, voice_id: str | None, wpm: int) -> None:
        self._equipment.change_settings(replace(self._equipment.settings, voice_id=voice_id, voice_wpm=wpm))

    def _on_settings_changed(self, settings: Settings) -> None:
        self._screen.show_settings(settings)
        self._show_minutes()

    def _on_chunk_received(self, chunk: bytes) -> None:
        if self._is_shown and not self._equipment.asking.is_audible:
            self._screen.show_level(level_of(chunk))
            word = self._judge.feed(chunk)
            self._screen.show_level_words(str(word), _TONES[word])

    def _on_microphone_lost(self, sentence: str) -> None:
        if self._is_shown:
            self._screen.show_level(0.0)
            self._screen.show_level_words(sentence, "amber")


if TYPE_CHECKING:
    from collections.abc import Callable

    _Planner = Callable[[int, tuple[str, ...]], SessionPlan]
