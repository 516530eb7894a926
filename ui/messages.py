"""What the program has to tell the user, and which of several messages stands at the top of the window: no widgets.

Every room that has something to say tells it here; ui.widgets.notice shows what stands. Where an error of the library
or a sentence of the sound path is caught, it gets its kind: no message is known again by its words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, Signal

Action = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class MessageKind(Enum):
    """What a message is about."""

    LIBRARY_OPENING = auto()  # it takes longer than usual
    LIBRARY_CLOSED = auto()  # it could not be opened
    LIBRARY_MENDED = auto()  # it was opened, but not as it was
    LIBRARY_BACKED_UP = auto()  # to a file of the user's choice
    NO_COPY_MADE = auto()  # of the history, as is done by itself
    ENCRYPTION = auto()  # what became of it, or of its keys
    LIBRARY_REFUSED = auto()  # something could not be read from it, kept in it or deleted
    CHOICES_NOT_KEPT = auto()  # settings, judging rules or own work hold, but are not on the disk
    ANSWER_CUT_OFF = auto()  # by the end of an earlier run
    INTERVIEW_CUT_OFF = auto()  # likewise; its answer is recovered, and it can be gone on with
    DRAFT_CUT_OFF = auto()  # likewise, a typed one
    RECORDINGS_FOUND = auto()  # that no answer names
    HISTORY_OUTDATED = auto()  # judged by an earlier analysis; or judged anew by now
    RECORDINGS_ADDED = auto()  # made elsewhere; or were not, as the program was cut off
    INTERVIEW_TROUBLE = auto()  # the interview goes on all the same
    INTERVIEW_ENDED = auto()  # by the user, with questions left
    SOUND_SYSTEM_GONE = auto()
    MICROPHONE_LOST = auto()
    NO_VOICE = auto()  # or nothing to play it with
    SPEAKERS_GONE = auto()  # the chosen ones; the system's choice is used
    VOICE_GONE = auto()  # the chosen one; the program's own reads
    VOICE_ADDED = auto()
    VOICE_REFUSED = auto()  # could not be downloaded, added or removed
    MODEL_GONE = auto()  # the chosen speech model; the built-in one is used
    MODEL_ADDED = auto()
    MODEL_REFUSED = auto()  # could not be downloaded, added, measured or removed
    NO_WORDS = auto()  # no speech engine, or a poorer one
    RECORDING_UNREADABLE = auto()
    SESSION_NOT_DELETED = auto()  # or not all of it
    DELETED = auto()  # a session or an answer, which can be undone for a while
    STORY_DELETED = auto()
    TERM_OFFERED = auto()  # for the user's own words: it was put right in the same way before
    PACK_CHANGED = auto()
    PACK_REFUSED = auto()  # could not be read or written
    REPORT_EXPORTED = auto()  # or copied
    REPORT_REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Message:
    """One or two sentences: what went wrong, what was kept, what to do; and what can be done at once."""

    kind: MessageKind
    text: str
    actions: tuple[Action, ...] = ()

    def repeats(self, other: Message) -> bool:
        """Whether it says what `other` says."""
        return (self.kind, self.text) == (other.kind, other.text)


CAUSES: Final = {MessageKind.NO_VOICE: frozenset({MessageKind.SOUND_SYSTEM_GONE})}
"""What explains a kind of message, so that it need not be said as well."""

Standing = tuple[Message, ...]
"""Messages not yet done with: the first is shown, the others wait in this order."""


def with_told(standing: Standing, told: Message) -> Standing:
    """What stands once `told` has been told: the one place that says which message may take the place of which.

    A consequence is not told while its cause stands, and goes when its cause comes. What stands already stays where it
    is. Messages with buttons come first, the newest before the others, and are never pushed off: one without buttons
    waits behind them, the newest last. A message without buttons that stands alone gives way to another without.
    """
    causes = CAUSES.get(told.kind, frozenset())
    if any(message.kind in causes for message in standing):
        return standing
    standing = tuple(message for message in standing if told.kind not in CAUSES.get(message.kind, frozenset()))
    if any(told.repeats(message) for message in standing):
        return tuple(told if told.repeats(message) else message for message in standing)
    if len(standing) == 1 and not standing[0].actions and not told.actions:
        return (told,)
    return (told, *standing) if told.actions else (*standing, told)


def with_settled(standing: Standing, *kinds: MessageKind) -> Standing:
    """What stands once nothing of these kinds is so any more."""
    return tuple(message for message in standing if message.kind not in kinds)


class Messages(QObject):
    """What stands to be read, in one place.

    Signals:
        shown_changed(object): the `Message` to be shown now, also if it was told again; None when there is none left.
    """

    shown_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing = ()

    @property
    def shown(self) -> Message | None:
        """The message at the top of the window."""
        return self._standing[0] if self._standing else None

    def tell(self, message: Message) -> None:
        """Show it, or keep it until its turn comes (see `with_told`)."""
        self._stand(with_told(self._standing, message), told=message)

    def dismiss(self) -> None:
        """The one shown is done with; the next that waits is shown."""
        self._stand(self._standing[1:])

    def settle(self, *kinds: MessageKind) -> None:
        """Nothing of these kinds is so any more: what was told of them goes, unread or not."""
        self._stand(with_settled(self._standing, *kinds))

    def _stand(self, standing: Standing, told: Message | None = None) -> None:
        before, self._standing = self.shown, standing
        if self.shown is not before or self.shown is told is not None:
            self.shown_changed.emit(self.shown)
