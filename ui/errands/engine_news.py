"""What the speech engine says of itself, told to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.messages import Message, MessageKind, Messages

if TYPE_CHECKING:
    from recordings.transcription.messages import Ready
    from ui.workers.speech_child import SpeechChild


class EngineNews(QObject):
    """Tells which engine there is not, which hears less, and which model another stands in for."""

    def __init__(self, child: SpeechChild, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        child.ready.connect(self._on_ready)
        child.unavailable.connect(self._on_unavailable)

    def _on_ready(self, ready: Ready) -> None:
        if ready.instead:
            self._tell(MessageKind.MODEL_GONE, ready.instead)
        else:
            self._messages.settle(MessageKind.MODEL_GONE)
        if ready.degraded:
            self._tell(MessageKind.NO_WORDS, ready.degraded)

    def _on_unavailable(self, reason: str) -> None:
        self._tell(MessageKind.NO_WORDS, reason)

    def _tell(self, kind: MessageKind, sentence: str) -> None:
        self._messages.tell(Message(kind, sentence))
