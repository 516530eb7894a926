"""Offers, at a behavioural question, the kept story that fits it, until the answer begins. Nothing of it is spoken."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.interview.session import Stage
from simulator.stories.fitting import stories_for
from simulator.stories.story import Story, StoryId
from ui.messages import Message, MessageKind
from ui.widgets.story_hint import StoryHint

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages

_BEFORE_THE_ANSWER: Final = (Stage.ASKING, Stage.READY)


class StoryOffer(QObject):
    """Strict interviews, like real ones, offer nothing; nor does a follow-up, which is about what was just told."""

    def __init__(
        self, view: StoryHint, flow: InterviewFlow, store: Store, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._flow = flow
        self._store = store
        self._messages = messages
        self._fitting: tuple[Story, ...] = ()
        self._is_shown = False
        view.story_opened.connect(self._on_opened)
        flow.question_changed.connect(self._on_question_changed)
        flow.stage_changed.connect(self._on_stage_changed)

    def _on_question_changed(self, question: Question, _number: int, _total: int) -> None:
        session = self._flow.session
        is_offered = session is not None and not session.conduct.is_strict and not session.rung
        self._fitting = self._found(question) if is_offered else ()
        self._is_shown = False
        self._show(is_shown=self._flow.stage in _BEFORE_THE_ANSWER)

    def _on_stage_changed(self, stage: Stage) -> None:
        if stage is not Stage.PAUSED:
            self._show(is_shown=stage in _BEFORE_THE_ANSWER)

    def _show(self, *, is_shown: bool) -> None:
        """From the question being read to the user being ready it stays as it is, open or closed."""
        if is_shown and self._is_shown:
            return
        self._is_shown = is_shown
        self._view.show_stories(self._fitting if is_shown else ())

    def _found(self, question: Question) -> tuple[Story, ...]:
        try:
            return stories_for(question, self._store.stories.all())
        except SimulatorError as error:
            self._tell(error)
            return ()

    def _on_opened(self, story: StoryId) -> None:
        try:
            self._store.stories.use(story, datetime.now(UTC))
        except SimulatorError as error:
            self._tell(error)

    def _tell(self, error: SimulatorError) -> None:
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
