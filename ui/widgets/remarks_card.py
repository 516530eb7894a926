"""What is said of a whole interview: what went well and what to do next, each sentence with its proof."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.sentence_line import SentenceLine
from ui.widgets.text import Text
from ui.words.interview_remarks import TO_DO_NEXT, WENT_WELL, ShownRemark

_STOP = "Stop"


class RemarksCard(Card):
    """The sentences under their two headings; without any, why there are none.

    Signals:
        play_requested(object): the `ShownRemark` whose moment is to be heard.
        stop_requested(): it has been heard enough.
        answer_opened(int): the answer on which a sentence rests.
    """

    play_requested = Signal(object)
    stop_requested = Signal()
    answer_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.setAccessibleName("How it went")
        self.body.setSpacing(SPACE)
        self._parts: list[QWidget] = []
        self._lines: dict[SentenceLine, ShownRemark] = {}
        self._remarks: tuple[ShownRemark, ...] = ()
        self._asked: SentenceLine | None = None
        self._is_playing = False
        self._instead = Text("", "body")
        self._awaited = Text("", "caption")
        self.body.addWidget(self._instead)
        self.body.addWidget(self._awaited)

    def show_remarks(self, remarks: Sequence[ShownRemark], instead: str, awaited: str) -> None:
        """Show these sentences; `instead` where there are none, and below them what is `awaited` still."""
        if self._remarks != tuple(remarks):
            self._clear()
            self._remarks = tuple(remarks)
            self._add(WENT_WELL, [one for one in remarks if one.is_praise])
            self._add(TO_DO_NEXT, [one for one in remarks if not one.is_praise])
        for text, words in ((self._instead, "" if remarks else instead), (self._awaited, awaited)):
            text.setText(words)
            text.setVisible(bool(words))

    def set_playing(self, is_playing: bool) -> None:
        """Show whether what was asked for last is sounding."""
        self._is_playing = is_playing
        if self._asked is not None and self._asked.link is not None:
            remark = self._lines[self._asked]
            self._asked.link.setText(_STOP if is_playing else remark.link)
            self._asked.link.setAccessibleName(_STOP if is_playing else remark.link_spoken)
            self._asked.link.updateGeometry()

    def _add(self, heading: str, remarks: Sequence[ShownRemark]) -> None:
        """Above the two texts that stay."""
        if not remarks:
            return
        label = Text(heading, "label")
        label.setContentsMargins(0, 3 * SPACE if self._parts else 0, 0, 0)
        self._insert(label)
        for remark in remarks:
            line = SentenceLine(remark.mark, remark.text, remark.link, is_praise=remark.is_praise)
            if line.link is not None:
                line.link.setAccessibleName(remark.link_spoken)
            line.pressed.connect(lambda at=line: self._on_pressed(at))
            self._lines[line] = remark
            self._insert(line)

    def _insert(self, part: QWidget) -> None:
        self.body.insertWidget(len(self._parts), part)
        self._parts.append(part)
        part.show()

    def _clear(self) -> None:
        self._asked = None
        self._lines.clear()
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def _on_pressed(self, line: SentenceLine) -> None:
        remark = self._lines[line]
        if remark.start_s is None:
            self.answer_opened.emit(remark.answer.id)
        elif line is self._asked and self._is_playing:
            self.stop_requested.emit()
        else:
            self.set_playing(False)
            self._asked = line
            self.play_requested.emit(remark)
