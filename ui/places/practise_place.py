"""Joins the Practise screen to the plans that can be made, to microphone and voices, and to the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.labels import area_label, topic_label
from question_bank.models import Question
from simulator.drills.drill import Drill
from simulator.errors import SimulatorError
from simulator.interview.conduct import spoken_text
from simulator.interview.plan import SessionPlan, Wish, expected_minutes
from ui.errands.device_search import DeviceSearch
from ui.errands.level_check import LevelCheck
from ui.errands.planner import Planner
from ui.errands.reading_aloud import ReadingAloud
from ui.screens.practise_screen import PractiseScreen
from ui.words.topic_progress import topics_together

if TYPE_CHECKING:
    from simulator.settings import Settings
    from ui.widgets.more_choices import TopicOptions
    from ui.workers.missing_cards import MissingCards


PREPARE_AFTER_MS: Final = 2_500  # after the window was painted, or a choice made
_LOOKED_BACK: Final = 8  # sessions among which are the last two interviews: recordings made elsewhere are none


class PractisePlace(QObject):
    """Plans interviews from what the user chose, and keeps the meter alive while the screen shows.

    Signals:
        interview_planned(object): `SessionPlan`, to be started.
    """

    interview_planned = Signal(object)

    def __init__(
        self,
        screen: PractiseScreen,
        planner: Planner,
        level_check: LevelCheck,
        device_search: DeviceSearch,
        reading_aloud: ReadingAloud,
        missing_cards: MissingCards,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._planner = planner
        self._level_check = level_check
        self._device_search = device_search
        self._reading_aloud = reading_aloud
        self._missing_cards = missing_cards
        self._plan: SessionPlan | None = None
        self._until_prepared = QTimer(self, singleShot=True, interval=PREPARE_AFTER_MS)
        self._until_prepared.timeout.connect(self._prepare_first_question)
        self._is_shown = False
        self._connect()

    def begin(self) -> None:
        """Fill in what only the running program knows: devices, voices, topics, how long an interview takes."""
        self.screen.show_settings(self._settings)
        self._show_topics()
        self._show_length()
        self._device_search.begin()
        self._missing_cards.start()

    def enter(self) -> None:
        """Open the microphone for its meter, look up last time and what is due."""
        self._is_shown = True
        found = self._planner.store.sessions(limit=_LOOKED_BACK)
        latest = (one for one in found if one.is_readable and not one.is_taken_in)
        last, before = (*latest, None, None)[:2]
        self.screen.show_last(last, before)
        self._show_due()
        own_work = self._planner.own_work.own_work
        self.screen.show_own_work(own_work, self._planner.store.stories.count())
        self.screen.show_job(own_work.advertisement, self._planner.job_practice())
        self._show_length()
        self._level_check.begin()

    def leave(self) -> None:
        """Nobody listens any more, unless an interview does."""
        self._is_shown = False
        self._until_prepared.stop()
        self._level_check.end()

    def plan_these(self, question_ids: tuple[str, ...]) -> None:
        """An interview of exactly these questions."""
        self._hold(lambda: self._planner.these(question_ids))

    @property
    def _settings(self) -> Settings:
        return self._planner.settings.now

    def _connect(self) -> None:
        screen, planner, search = self.screen, self._planner, self._device_search
        screen.start_requested.connect(self._on_start_requested)
        screen.drill_requested.connect(self._on_drill_requested)
        screen.due_requested.connect(self._on_due_requested)
        screen.job_requested.connect(self._on_job_requested)
        screen.choice_changed.connect(self._on_choice_changed)
        screen.microphone_chosen.connect(self._on_microphone_chosen)
        screen.voice_chosen.connect(self._on_voice_chosen)
        self._level_check.level_changed.connect(screen.show_level)
        self._level_check.judged.connect(screen.show_level_words)
        search.voices_found.connect(screen.show_voices)
        search.voices_missing.connect(screen.show_notice)
        search.microphones_found.connect(screen.show_microphones)
        planner.settings.changed.connect(self._on_settings_changed)
        planner.bank.changed.connect(self._on_bank_changed)
        self._missing_cards.finished.connect(self._on_caught_up)

    def _on_start_requested(self, wish: Wish) -> None:
        self._hold(lambda: self._planner.session(wish))

    def _on_drill_requested(self, drill: Drill) -> None:
        self._hold(lambda: self._planner.drill(drill))

    def _on_due_requested(self) -> None:
        self._hold(self._planner.due)

    def _on_job_requested(self) -> None:
        self._hold(self._planner.for_advertisement)

    def _hold(self, make: Callable[[], SessionPlan]) -> None:
        try:
            plan = make()
        except SimulatorError as error:
            self.screen.show_notice(str(error))
            return
        self._planner.draw_anew()
        self.interview_planned.emit(plan)

    def _on_choice_changed(self, wish: Wish) -> None:
        settings = _kept(self._settings, wish)
        if settings == self._settings:
            self._show_plan()
        else:
            self._planner.settings.change(settings)

    def _on_settings_changed(self, settings: Settings) -> None:
        self.screen.show_settings(settings)
        self._show_plan()

    def _show_plan(self) -> None:
        self._show_topics()
        self._show_length()

    def _show_topics(self) -> None:
        wish = self.screen.choice
        questions = self._planner.bank.now.matching(wish.role, wish.round)
        self.screen.show_topics(_topic_options(questions, self._settings.topics))

    def _show_length(self) -> None:
        """The plan of the next start, so that what is said of it is true."""
        try:
            plan = self._planner.session(self.screen.choice)
        except SimulatorError as error:
            self.screen.show_notice(str(error))
        else:
            self.screen.show_notice("")
            self.screen.show_length(len(plan.questions), expected_minutes(plan))
            self._plan = plan
            self._until_prepared.start()

    def _prepare_first_question(self) -> None:
        """Once nothing was changed for a while: the voice takes longest for its first words."""
        if self._is_shown and self._plan is not None:
            self._reading_aloud.prepare(spoken_text(self._plan, 0))

    def _show_due(self) -> None:
        if not self._planner.store.session_count():
            return
        due = self._planner.due_questions()
        plan = self._planner.due() if due else None
        self.screen.show_due(due, len(plan.questions) if plan else 0, expected_minutes(plan) if plan else 0)

    def _on_microphone_chosen(self, device_id: str | None) -> None:
        """The same one chosen again is tried again."""
        if device_id == self._settings.microphone_id:
            self._level_check.open_anew()
        else:
            self._planner.settings.change(replace(self._settings, microphone_id=device_id))

    def _on_voice_chosen(self, voice_id: str | None, wpm: int) -> None:
        self._planner.settings.change(replace(self._settings, voice_id=voice_id, voice_wpm=wpm))

    def _on_bank_changed(self) -> None:
        """The user's own packs are there, or others than before."""
        self._show_topics()
        self._on_caught_up()

    def _on_caught_up(self) -> None:
        """Other questions than before may be due."""
        if self._is_shown:
            self._show_due()
            self._show_length()


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


def _topic_options(questions: Iterable[Question], chosen: tuple[str, ...]) -> TopicOptions:
    """Each area with its topics together, then each topic, by name; before them several that were chosen together."""
    topics = sorted({topic for question in questions for topic in question.topics}, key=topic_label)
    areas = {
        area_label(topic): tuple(one for one in topics if area_label(one) == area_label(topic)) for topic in topics
    }
    groups = tuple((f"{area}, all", together) for area, together in sorted(areas.items()) if len(together) > 1)
    options = groups + tuple((topic_label(topic), (topic,)) for topic in topics)
    is_own_choice = chosen not in dict(options).values() and not set(topics).isdisjoint(chosen)
    return ((topics_together(chosen), chosen), *options) if is_own_choice else options
