"""Offers to go on where an interview was ended, so that a wrong press of End interview costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.interview.left_over import left_over
from ui.messages import Message, MessageKind
from ui.words.times import counted

if TYPE_CHECKING:
    from simulator.interview.plan import SessionPlan
    from simulator.interview.session import Session
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages

GO_ON: Final = "Continue with them"


class EndingEarly(QObject):
    """What was left is offered once, at the top of the window, until the next interview begins or it is dismissed."""

    def __init__(
        self,
        flow: InterviewFlow,
        messages: Messages,
        hold: Callable[[SessionPlan], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow = flow
        self._messages = messages
        self._hold = hold
        self._session: Session | None = None
        flow.question_changed.connect(self._on_question_changed)
        flow.session_ended.connect(self._on_session_ended)

    def _on_question_changed(self) -> None:
        self._session = self._flow.session

    def _on_session_ended(self) -> None:
        session, self._session = self._session, None
        rest = left_over(session) if session is not None else None
        if rest is not None:
            words = f"You ended the interview with {counted(len(rest.questions), 'question')} left."
            go_on = (GO_ON if len(rest.questions) > 1 else "Continue with it", lambda: self._hold(rest))
            self._messages.tell(Message(MessageKind.INTERVIEW_ENDED, words, (go_on,)))
