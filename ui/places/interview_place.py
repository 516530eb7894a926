"""The Interview screen, alive: a question asked and answered. What follows is ui.places.feedback_place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from simulator.interview.left_at import LeftAt
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Stage
from simulator.store.records import SessionId
from ui.messages import Action, Message, MessageKind
from ui.screens.interview_screen import InterviewScreen
from ui.words.interview_heading import heading_of

if TYPE_CHECKING:
    from recordings.inputs import MicrophoneInfo
    from ui.devices import Microphones
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages
    from ui.workers.rules_in_use import RulesInUse
    from ui.workers.settings_in_use import SettingsInUse

MOST_OTHERS: Final = 2  # microphones offered beside the one that was lost; Settings has them all
LONGEST_NAME: Final = 28


class InterviewPlace(QObject):
    """Shows the interview as it goes, and tells what is the matter with it.

    Signals:
        question_shown(): the question takes the whole window.
        finished(object): `SessionId` of the interview that ended.
    """

    question_shown = Signal()
    finished = Signal(object)

    def __init__(
        self,
        screen: InterviewScreen,
        flow: InterviewFlow,
        microphone: Microphones,
        settings: SettingsInUse,
        rules: RulesInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._flow = flow
        self._microphone = microphone
        self._settings = settings
        self._rules = rules
        self._messages = messages
        self._question: Question | None = None
        self._lost_microphone = ""
        self._offered: tuple[MicrophoneInfo, ...] = ()
        self._connect_flow()
        self._connect_screen()

    def start(self, plan: SessionPlan) -> None:
        """Begin this interview."""
        self._get_ready()
        self._flow.start(plan)

    def go_on(self, left: LeftAt) -> None:
        """Go on with one that was cut off."""
        self._get_ready()
        self._flow.go_on(left)

    def _get_ready(self) -> None:
        self.screen.show_spoken_answer()
        self.screen.show_captions(self._settings.now.captions)

    def enter(self) -> None:
        """The question shows already."""

    def leave(self) -> None:
        """The interview itself goes on."""

    def _connect_flow(self) -> None:
        flow, screen = self._flow, self.screen
        flow.question_changed.connect(self._on_question_changed)
        flow.stage_changed.connect(screen.show_stage)
        flow.level_changed.connect(screen.show_level)
        flow.clock_changed.connect(self._on_clock_changed)
        flow.caption_changed.connect(screen.show_caption)
        flow.cue_changed.connect(screen.show_cue)
        flow.typing_wanted.connect(screen.show_typed_answer)
        flow.typing_wanted.connect(self._forget_lost_microphone)
        flow.problem.connect(self._on_problem)
        flow.microphone_lost.connect(self._on_microphone_lost)
        flow.session_ended.connect(self._on_session_ended)
        self._microphone.opened.connect(self._forget_lost_microphone)
        self._microphone.devices_changed.connect(self._on_devices_changed)

    def _connect_screen(self) -> None:
        flow, screen = self._flow, self.screen
        screen.answer_toggled.connect(flow.toggle_answer)
        screen.replay_requested.connect(flow.replay)
        screen.skip_requested.connect(flow.skip)
        screen.pause_toggled.connect(flow.toggle_pause)
        screen.end_requested.connect(flow.end)
        screen.captions_toggled.connect(self._on_captions_toggled)
        screen.silence_requested.connect(flow.stop_speaking)
        screen.answer_typed.connect(flow.submit_typed)
        screen.draft_changed.connect(flow.draft_typed)

    def _on_question_changed(self, question: Question, _number: int, _total: int) -> None:
        session = self._flow.session
        assert session is not None  # noqa: S101 - a question belongs to an interview
        question = self._rules.now.asked(question)
        self._question = question
        self.screen.show_hands_free(self._settings.now.hands_free)
        self.screen.show_question(question, heading_of(session), is_timed=not session.conduct.guesses_first)
        self.screen.show_clock(0.0, question.times)
        self.question_shown.emit()

    def _on_clock_changed(self, elapsed_s: float) -> None:
        if self._question is not None:
            self.screen.show_clock(elapsed_s, self._question.times)

    def _on_captions_toggled(self, is_on: bool) -> None:
        self._settings.change(replace(self._settings.now, captions=is_on))

    def _on_problem(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.INTERVIEW_TROUBLE, sentence))

    def _on_microphone_lost(self, sentence: str) -> None:
        """An interview that begins without any microphone is typed; else the user says how to go on."""
        flow = self._flow
        if flow.stage is not Stage.PAUSED and flow.microphone_id is None and not self._microphone.devices():
            flow.type_instead()
            self._forget_lost_microphone()
            self._messages.tell(Message(self._kind_of_loss, sentence))
        else:
            self._lost_microphone = sentence
            self._tell_lost_microphone()

    @property
    def _kind_of_loss(self) -> MessageKind:
        return MessageKind.SOUND_SYSTEM_GONE if self._microphone.is_sound_system_gone else MessageKind.MICROPHONE_LOST

    def _tell_lost_microphone(self) -> None:
        """With the same microphone, any other that is plugged in, or none, as ways on."""
        flow = self._flow
        others = self._offered = self._others()
        ways_on = (
            ("Listen again", flow.listen_again),
            *(_use(info, flow) for info in others[:MOST_OTHERS]),
            ("Type answers instead", flow.type_instead),
        )
        self._messages.tell(Message(self._kind_of_loss, self._lost_microphone, ways_on))

    def _others(self) -> tuple[MicrophoneInfo, ...]:
        return tuple(info for info in self._microphone.devices() if info.id != self._flow.microphone_id)

    def _on_devices_changed(self) -> None:
        """What one may go on with is shown as it is now."""
        if self._lost_microphone and self._flow.is_running and self._others() != self._offered:
            self._messages.settle(MessageKind.SOUND_SYSTEM_GONE, MessageKind.MICROPHONE_LOST)
            self._tell_lost_microphone()

    def _forget_lost_microphone(self) -> None:
        """There is sound again, or none is needed."""
        self._lost_microphone = ""
        self._messages.settle(MessageKind.SOUND_SYSTEM_GONE, MessageKind.MICROPHONE_LOST)

    def _on_session_ended(self, session_id: SessionId) -> None:
        self._question = None
        self._forget_lost_microphone()
        self.finished.emit(session_id)


def _use(other: MicrophoneInfo, flow: InterviewFlow) -> Action:
    return f"Use {shorten(other.name, LONGEST_NAME, placeholder='…')}", partial(flow.use_microphone, other.id)
