"""What the speech engine says of itself stands at the top of the window."""

from __future__ import annotations

from recordings.transcription.messages import Ready
from tests.ui.parts import Room
from ui.errands.engine_news import EngineNews
from ui.messages import MessageKind


def told(room: Room) -> list[tuple[MessageKind, str]]:
    return [(message.kind, message.text) for message in room.messages.told]


def test_a_poorer_engine_a_stand_in_and_none_at_all_are_told(room: Room) -> None:
    child = room.equipment.speech_child
    news = EngineNews(child, room.equipment.messages, room.equipment)
    child.ready.emit(Ready("sphinx", "built-in", degraded="It hears no fillers."))
    child.ready.emit(Ready("whisper", "base", instead="The chosen model is gone."))
    child.unavailable.emit("There is no engine.")
    assert told(room) == [
        (MessageKind.NO_WORDS, "It hears no fillers."),
        (MessageKind.MODEL_GONE, "The chosen model is gone."),
        (MessageKind.NO_WORDS, "There is no engine."),
    ]
    assert news.parent() is room.equipment
