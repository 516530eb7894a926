"""Joins the screen of recordings made elsewhere to what takes them in, and to the bank whose questions they answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from question_bank.models import Question
from recordings.taking_in.batch import Brought, Stage
from simulator.unknown_question import unasked_question
from ui.messages import Message, MessageKind
from ui.screens.taking_in_screen import Chosen, TakingInScreen
from ui.words.taking_in import outcome_words, recording_title

if TYPE_CHECKING:
    from ui.messages import Messages
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.taking_in import TakingIn

MOST_AT_ONCE: Final = 200  # our own: each has a row with two lists in it
_SOUND: Final = (
    "Recordings (*.wav *.flac *.mp3 *.m4a *.aac *.ogg *.oga *.opus *.mp4 *.m4v *.mov *.webm *.mkv *.mka *.aif *.aiff "
    "*.caf *.wma *.amr *.3gp *.w64 *.au *.avi)"
)
_FILTERS: Final = f"{_SOUND};;All files (*)"


class TakingInPlace(QObject):
    """Files come in by the button or by dropping them; going elsewhere interrupts nothing.

    Signals:
        review_wanted(object): the `SessionId` of what was added.
    """

    review_wanted = Signal(object)

    def __init__(
        self,
        screen: TakingInScreen,
        taking_in: TakingIn,
        bank: BankInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._taking_in = taking_in
        self._bank = bank
        self._messages = messages
        self._is_shown = False
        self._is_outcome_shown = False
        self._looking: set[Path] = set()
        self._connect()

    def add(self, paths: Iterable[Path]) -> None:
        """Look at these files, and show those that hold sound."""
        if self._taking_in.is_running:
            self.screen.refuse("Recordings are already being added. Add these once that is done.")
            return
        if self._is_outcome_shown:
            self._begin_anew()
        self._taking_in.look([path for path in paths if self._is_worth_a_look(path)])

    def enter(self) -> None:
        """What was chosen, or how far it is, shows already."""
        self._is_shown = True

    def leave(self) -> None:
        """Taking in goes on beside the window; an outcome has been seen."""
        self._is_shown = False
        if self._is_outcome_shown:
            self._begin_anew()

    def _connect(self) -> None:
        screen, taking_in = self.screen, self._taking_in
        screen.files_requested.connect(self._on_files_requested)
        screen.question_wanted.connect(self._on_question_wanted)
        screen.start_requested.connect(self._on_start_requested)
        screen.cancel_requested.connect(taking_in.cancel)
        screen.review_requested.connect(lambda: self.review_wanted.emit(taking_in.session_id))
        screen.again_requested.connect(self._begin_anew)
        taking_in.looked.connect(self._on_looked)
        taking_in.refused.connect(self._on_refused)
        taking_in.progressed.connect(self._on_progressed)
        taking_in.finished.connect(self._on_finished)

    def _is_worth_a_look(self, path: Path) -> bool:
        """Whether it may be added; if not, why is said, unless it is there already."""
        if path in self._looking or path in self.screen.paths:
            return False
        if len(self._looking) + len(self.screen.paths) >= MOST_AT_ONCE:
            self.screen.refuse(f"At most {MOST_AT_ONCE} recordings can be added at once; the others were left out.")
        elif path.is_dir():
            self.screen.refuse(f"{path.name} is a folder. Add the recordings in it.")
        elif not path.is_file():
            self.screen.refuse(f"{path.name} is not there.")
        else:
            self._looking.add(path)
            return True
        return False

    def _on_files_requested(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self.screen, "Add recordings", "", _FILTERS)
        self.add(map(Path, chosen))

    def _on_looked(self, path: Path, duration_s: float | None) -> None:
        self._looking.discard(path)
        self.screen.add_recording(path, duration_s)

    def _on_refused(self, path: Path, sentence: str) -> None:
        self._looking.discard(path)
        self.screen.refuse(sentence)

    def _on_question_wanted(self, path: Path) -> None:
        from ui.widgets.question_chooser import QuestionChooser

        chooser = QuestionChooser(self._found, f"Which question does {path.name} answer?", self.screen.window())
        chooser.chosen.connect(lambda question: self.screen.show_question(path, question))
        chooser.open()

    def _found(self, text: str) -> Sequence[Question]:
        """What the search finds; until the index is there, everything."""
        index = self._bank.index
        return index.search(text) if index and text.strip() else self._bank.now.questions

    def _on_start_requested(self) -> None:
        self._taking_in.start([_brought(chosen) for chosen in self.screen.chosen])

    def _on_progressed(self) -> None:
        if self._taking_in.batch is not None and self._taking_in.is_running:
            self.screen.show_running(self._taking_in.batch, self._taking_in.left_s)

    def _on_finished(self) -> None:
        batch, session = self._taking_in.batch, self._taking_in.session_id
        if batch is None:
            return
        self._is_outcome_shown = True
        self.screen.show_outcome(batch)
        if not self._is_shown:
            can_open = session is not None and any(batch.numbered(Stage.ADDED))
            actions = (("Open in Review", lambda: self.review_wanted.emit(session)),) if can_open else ()
            self._messages.tell(Message(MessageKind.RECORDINGS_ADDED, outcome_words(batch), actions))

    def _begin_anew(self) -> None:
        self._is_outcome_shown = False
        self.screen.show_choosing()


def _brought(chosen: Chosen) -> Brought:
    question = chosen.question or unasked_question(str(uuid4()), recording_title(chosen.path.name), chosen.kind)
    return Brought(chosen.path, question, chosen.duration_s)
