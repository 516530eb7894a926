"""A control of a form: its label, a hint, and in the hint's place what is wrong with it. It checks nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import monospace_font
from ui.widgets.field import Field
from ui.widgets.text_line import TextArea

_FRAME_PX = 22


class FormField(Field):
    """`hint` stands below the control until `show_fault` has something to say."""

    def __init__(self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, control, parent)
        self._control = control
        # Qt names a combo box by its current text on Linux, and would describe it by its tool tip, markup and all.
        self._described = label if isinstance(control, QComboBox) else ""
        self._hint = hint
        self._length = ""
        self._fault = ""
        self._show()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; "" brings the hint back."""
        self._fault = sentence
        self._show()

    def show_length(self, words: str) -> None:
        """Say beside the hint how long what is typed will take; "" says nothing."""
        self._length = words
        self._show()

    def _show(self) -> None:
        hint = " ".join(filter(None, (self._hint, self._length)))
        self.words.set_tone("red" if self._fault else "")
        self.show_words(f"▲ {self._fault}" if self._fault else hint)
        self._control.setAccessibleDescription(self._fault or hint or self._described)


class LongText(TextArea):
    """So many lines to type into, of prose or of code."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None, *, is_code: bool = False) -> None:
        super().__init__(name, parent=parent)
        if is_code:
            self.setFont(monospace_font())
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _FRAME_PX)

    @property
    def text(self) -> str:
        """What is typed, as it is."""
        return self.toPlainText()
