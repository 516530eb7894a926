"""Joins the Practise screen to microphone, voices, plan and settings."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from question_bank.labels import area_label, topic_label
from question_bank.models import Question
from recordings.pcm import level_of
from recordings.voice_activity import LevelJudge, LevelWord
from simulator.drills.drill import Drill
from simulator.errors import SimulatorError
from simulator.interview.plan import (
    Past,
    SessionPlan,
    Wish,
    due_questions,
    expected_minutes,
    plan_drill,
    plan_due,
    plan_session,
    plan_these,
)
from simulator.schedule import local_day
from ui.equipment import Equipment
from ui.screens.practise_screen import PractiseScreen
from ui.theme import Tone

if TYPE_CHECKING:
    from simulator.settings import Settings
    from simulator.voice.voice_engine import VoiceInfo
    from ui.widgets.more_choices import TopicOptions

_TONES: Final[dict[LevelWord, Tone]] = {
    LevelWord.WAITING: "",
    LevelWord.GOOD: "green",
    LevelWord.QUIET: "amber",
    LevelWord.LOUD: "amber",
    LevelWord.SILENCE: "amber",
}
RECENT_QUESTIONS: Final = 60  # asked lately: not asked again while there are others


class PractisePlace(QObject):
    """Plans interviews from what the user chose, and keeps the meter alive while the screen shows.

    `voices` are those found so far.

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
        self._seed = _any_seed()
        self.voices: tuple[VoiceInfo, ...] = ()
        screen.start_requested.connect(self._on_start_requested)
        screen.drill_requested.connect(self._on_drill_requested)
        screen.due_requested.connect(self._on_due_requested)
        screen.choice_changed.connect(self._on_choice_changed)
        screen.microphone_chosen.connect(self._on_microphone_chosen)
        screen.voice_chosen.connect(self._on_voice_chosen)
        microphone = equipment.devices.microphone
        microphone.chunk_received.connect(self._on_chunk_received)
        microphone.lost.connect(self._on_microphone_lost)
        microphone.devices_changed.connect(self._on_devices_changed)
        equipment.settings_changed.connect(self._on_settings_changed)
        equipment.bank_changed.connect(self._on_bank_changed)
        equipment.missing_cards.finished.connect(self._on_caught_up)

    def begin(self) -> None:
        """Fill in what only the running program knows: devices, voices, topics, how long an interview takes."""
        self._screen.show_settings(self._equipment.settings)
        self._show_topics()
        self._show_length()
        self._show_microphones()
        self._equipment.jobs.run(
            self._equipment.devices.voice.voices, self._show_voices, lambda error: self._screen.show_notice(str(error))
        )
        self._equipment.missing_cards.start()

    def enter(self) -> None:
        """The screen shows: open the microphone for its meter, look up last time and what is due."""
        self._is_shown = True
        last, before = (*self._equipment.store.sessions(limit=2), None, None)[:2]
        self._screen.show_last(last, before)
        self._show_due()
        self._screen.show_own_work(self._equipment.own_work.own_work)
        self._show_length()
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
        self._hold(lambda: plan_these(questions, settings.role, strict=settings.strict))

    def _on_start_requested(self, wish: Wish) -> None:
        self._hold(lambda: self._session_plan(wish))

    def _on_drill_requested(self, drill: Drill) -> None:
        bank, settings = self._equipment.bank, self._equipment.settings
        self._hold(lambda: plan_drill(bank, drill, settings.role, self._seed, self._past(), strict=settings.strict))

    def _on_due_requested(self) -> None:
        self._hold(self._due_plan)

    def _hold(self, make: Callable[[], SessionPlan]) -> None:
        try:
            plan = make()
        except SimulatorError as error:
            self._screen.show_notice(str(error))
            return
        self._seed = _any_seed()
        self.interview_planned.emit(plan)

    def _session_plan(self, wish: Wish) -> SessionPlan:
        past = self._past()
        plan = plan_session(self._equipment.bank, wish, self._seed, past)
        return self._equipment.own_work.mixed_into(plan, past.lately)

    def _due_plan(self) -> SessionPlan:
        settings = self._equipment.settings
        return plan_due(self._equipment.bank, settings.role, self._seed, self._past(), strict=settings.strict)

    def _past(self) -> Past:
        store = self._equipment.store
        begin, end = local_day(date.today())  # noqa: DTZ011 - the user's own day is meant
        return Past(
            due=store.cards.due(end),
            today=store.cards.asked_since(begin),
            lately=store.recent_question_ids(RECENT_QUESTIONS),
            hidden=store.marks.hidden_ids(),
        )

    def _on_choice_changed(self, wish: Wish) -> None:
        self._equipment.change_settings(_kept(self._equipment.settings, wish))
        self._show_topics()
        self._show_length()

    def _show_topics(self) -> None:
        wish = self._screen.choice
        self._screen.show_topics(_topic_options(self._equipment.bank.matching(wish.role, wish.round)))

    def _show_length(self) -> None:
        """The plan of the next start, so that what is said of it is true."""
        try:
            plan = self._session_plan(self._screen.choice)
        except SimulatorError as error:
            self._screen.show_notice(str(error))
        else:
            self._screen.show_notice("")
            self._screen.show_length(len(plan.questions), expected_minutes(plan))

    def _show_due(self) -> None:
        if not self._equipment.store.session_count():
            return
        due = due_questions(self._equipment.bank, self._past())
        plan = self._due_plan() if due else None
        self._screen.show_due(due, len(plan.questions) if plan else 0, expected_minutes(plan) if plan else 0)

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
        self.voices = voices
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
        self._show_length()

    def _on_bank_changed(self) -> None:
        """The user's own packs are there, or others than before."""
        self._show_topics()
        if self._is_shown:
            self._show_due()
            self._show_length()

    def _on_caught_up(self) -> None:
        """Answers from before there was a schedule may be due."""
        if self._is_shown:
            self._show_due()
            self._show_length()

    def _on_chunk_received(self, chunk: bytes) -> None:
        if self._is_shown and not self._equipment.question_reader.is_audible:
            self._screen.show_level(level_of(chunk))
            word = self._judge.feed(chunk)
            self._screen.show_level_words(str(word), _TONES[word])

    def _on_microphone_lost(self, sentence: str) -> None:
        if self._is_shown:
            self._screen.show_level(0.0)
            self._screen.show_level_words(sentence, "amber")


def _any_seed() -> int:
    return secrets.randbelow(1 << 31)


def _kept(settings: Settings, wish: Wish) -> Settings:
    """The settings with what was wished for, so that it is chosen already next time."""
    changes: dict[str, object] = {
        "role": wish.role,
        "is_loop": wish.round is None,
        "is_timed": wish.minutes is not None,
        "level": wish.level,
        "topics": wish.topics,
        "strict": wish.strict,
        "loop_question_count" if wish.round is None else "question_count": wish.count,
    }
    if wish.round is not None:
        changes["round"] = wish.round
    if wish.minutes is not None:
        changes["minutes"] = wish.minutes
    return replace(settings, **changes)  # type: ignore[arg-type]  # by name, each of its own type


def _topic_options(questions: Iterable[Question]) -> TopicOptions:
    """Each area with its topics together, then each topic, by name."""
    topics = sorted({topic for question in questions for topic in question.topics}, key=topic_label)
    areas = {
        area_label(topic): tuple(one for one in topics if area_label(one) == area_label(topic)) for topic in topics
    }
    groups = tuple((f"{area}, all", together) for area, together in sorted(areas.items()) if len(together) > 1)
    return groups + tuple((topic_label(topic), (topic,)) for topic in topics)
