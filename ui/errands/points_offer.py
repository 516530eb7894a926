"""Offers, before a question is answered once more, the key points that the answer just given did not make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.interview.session import Stage
from ui.messages import Message, MessageKind
from ui.widgets.points_hint import PointsHint

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.interview.session import Session, Step
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages

_BEFORE_THE_ANSWER: Final = (Stage.ASKING, Stage.READY)


class PointsOffer(QObject):
    """Not at a first try, which would not be one with the answer at hand; and never in a strict interview."""

    def __init__(
        self, view: PointsHint, flow: InterviewFlow, store: Store, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._flow = flow
        self._store = store
        self._messages = messages
        self._before: tuple[Session, Step, AnswerId] | None = None
        flow.answer_kept.connect(self._on_answer_kept)
        flow.stage_changed.connect(self._on_stage_changed)

    def _on_answer_kept(self, answer: AnswerId) -> None:
        session = self._flow.session
        self._before = (session, session.step, answer) if session is not None else None

    def _on_stage_changed(self, stage: Stage) -> None:
        """In a pause it stays as it is, open or closed; and so from the question being read again to the answer."""
        if stage is Stage.PAUSED or (stage in _BEFORE_THE_ANSWER and not self._view.isHidden()):
            return
        question, before = self._flow.question, self._answer_before
        if stage in _BEFORE_THE_ANSWER and question is not None and before is not None:
            self._offer(question, before)
        else:
            self._view.withdraw()

    @property
    def _answer_before(self) -> AnswerId | None:
        session = self._flow.session
        if session is None or session.conduct.is_strict or self._before is None:
            return None
        interview, step, answer = self._before
        return answer if interview is session and step == session.step else None

    def _offer(self, question: Question, before: AnswerId) -> None:
        """Of an answer that is still being judged nothing counts as made."""
        try:
            report = self._store.answer(before).report
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        made = {point.id for point in (report.key_points if report else None) or () if point.covered}
        self._view.show_points(
            [point.text for point in question.key_points if point.id not in made],
            [point.text for point in question.key_points if point.id in made],
        )
