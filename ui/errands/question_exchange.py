"""Questions from and to files of other programs, by way of the Questions screen: read and written beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from question_bank.errors import BankError
from question_bank.exchange.formats import Format, format_of
from question_bank.loader import BrokenPack
from ui.errands.pack_changes import PackChanges
from ui.messages import Message, MessageKind
from ui.screens.questions_screen import QuestionsScreen
from ui.words.times import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from question_bank.exchange.importing import Import
    from question_bank.models import Question
    from ui.messages import Messages
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.jobs import Jobs

_READABLE: Final = "Questions (*.yaml *.yml *.json *.csv *.tsv *.md *.markdown *.txt);;All files (*)"
_WRITABLE: Final = {
    "Question pack (*.yaml)": Format.YAML,
    "JSON (*.json)": Format.JSON,
    "Table (*.csv)": Format.CSV,
    "Markdown (*.md)": Format.MARKDOWN,
    "Anki notes in plain text (*.txt)": Format.ANKI,
}
_SUFFIXES: Final = {
    Format.YAML: ".yaml",
    Format.JSON: ".json",
    Format.CSV: ".csv",
    Format.MARKDOWN: ".md",
    Format.ANKI: ".txt",
}


class QuestionExchange(QObject):
    """Import as a whole or not at all, into a pack of its own; export of what the list shows. The outcome is told."""

    def __init__(
        self,
        screen: QuestionsScreen,
        bank: BankInUse,
        packs: PackChanges,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen = screen
        self._bank = bank
        self._packs = packs
        self._jobs = jobs
        self._messages = messages
        self._found: Import | None = None
        self._format = Format.YAML
        screen.import_requested.connect(self._on_import_requested)
        screen.export_requested.connect(self._on_export_requested)
        screen.import_card.confirmed.connect(self._on_confirmed)
        screen.import_card.dismissed.connect(self._forget)

    def read(self, path: Path) -> None:
        """Look at a file that may be imported, and show what is in it or everything that is wrong with it."""
        from question_bank.exchange.importing import read_import

        self._forget()
        try:
            format_ = format_of(path)
        except BankError as error:
            self._refuse(str(error))
            return
        self._format = format_
        name, bank = self._packs.packs.free_name(path.stem), self._bank.now.questions
        self._jobs.run(
            lambda: read_import(path, format_, name, bank),
            lambda found: self._on_read(path, found),
            lambda error: self._refuse(f"{path.name} could not be read ({error}); nothing was imported."),
        )

    def write(self, path: Path, format_: Format) -> None:
        """Write the questions that the list shows."""
        from question_bank.exchange.exporting import LEFT_OUT, export_text
        from question_bank.pack_format import PackHead
        from simulator.own_packs import write_whole

        target = path if path.suffix else path.with_suffix(_SUFFIXES[format_])
        questions = tuple(self._screen.shown)
        without = f", without {LEFT_OUT[format_]}" if format_ in LEFT_OUT else ""
        head = PackHead("Questions", _sources(questions))
        self._jobs.run(
            lambda: write_whole(target, export_text(questions, head, format_).encode()),
            lambda _: self._say(f"{counted(len(questions), 'question')} exported to {target}{without}."),
            lambda error: self._refuse(str(error)),
        )

    def _on_import_requested(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._screen, "Import questions", "", _READABLE)
        if chosen:
            self.read(Path(chosen))

    def _on_export_requested(self) -> None:
        chosen, kind = QFileDialog.getSaveFileName(
            self._screen, "Export the questions shown", "questions.yaml", ";;".join(_WRITABLE)
        )
        if chosen:
            path = Path(chosen)
            self.write(path, _format_by_name(path) or _WRITABLE.get(kind, Format.YAML))

    def _on_read(self, path: Path, found: Import | BrokenPack) -> None:
        card = self._screen.import_card
        if isinstance(found, BrokenPack):
            card.show_refused(path.name, found.problems)
        elif not found.pack.questions:
            card.show_nothing_new(path.name, len(found.known))
        else:
            self._found = found
            card.show_found(path.name, len(found.pack.questions), len(found.known), found.pack.name)
            card.offer(found.pack.questions, found.unknown_topics, found.remarks)

    def _on_confirmed(self) -> None:
        if self._found is None:
            return
        found, preview = self._found, self._screen.import_card.preview
        ids, topics = preview.ticked_ids, preview.chosen_topics
        self._forget()
        if topics:
            self._read_again(found, ids, topics)
        else:
            self._put(found.only(ids))

    def _read_again(self, found: Import, ids: frozenset[str], topics: dict[str, str]) -> None:
        """Take the chosen questions in with the topics that were chosen."""
        from question_bank.exchange.importing import read_import

        path, bank = found.pack.source, self._bank.now.questions
        self._jobs.run(
            lambda: read_import(path, self._format, found.pack.name, bank, topics),
            lambda again: self._on_read_again(path, again, ids),
            lambda error: self._refuse(f"{path.name} could not be read ({error}); nothing was imported."),
        )

    def _on_read_again(self, path: Path, again: Import | BrokenPack, ids: frozenset[str]) -> None:
        if isinstance(again, BrokenPack):
            self._screen.import_card.show_refused(path.name, again.problems)
        else:
            self._put(again.only(ids))

    def _put(self, found: Import) -> None:
        self._packs.put(found.pack.name, found.content, counted(len(found.pack.questions), "question"))

    def _say(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.PACK_CHANGED, sentence))

    def _refuse(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.PACK_REFUSED, sentence))

    def _forget(self) -> None:
        self._found = None
        self._screen.import_card.hide()


def _format_by_name(path: Path) -> Format | None:
    try:
        return format_of(path)
    except BankError:
        return None  # a name without a known ending: what was chosen in the dialog tells


def _sources(questions: Sequence[Question]) -> str:
    packs = ", ".join(dict.fromkeys(question.pack for question in questions))
    return f"From {packs}; each pack names its own source."[:400]
