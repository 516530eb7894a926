"""Has a question that was answered before asked once more; what is said of the new answer is shown when it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.interview.plan import SessionPlan
    from ui.errands.planner import Planner
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages

UNDER_WAY: Final = "An interview is under way. Finish it first, then you can answer this question again."


class AnsweringAgain(QObject):
    """`hold` begins an interview of that one question, unless another is under way."""

    def __init__(
        self,
        planner: Planner,
        flow: InterviewFlow,
        hold: Callable[[SessionPlan], object],
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._planner = planner
        self._flow = flow
        self._hold = hold
        self._messages = messages

    def ask(self, question: Question) -> None:
        """Ask this question, as it was asked before."""
        if self._flow.session is not None:
            self._messages.tell(Message(MessageKind.INTERVIEW_TROUBLE, UNDER_WAY))
        else:
            self._hold(self._planner.this(question))
