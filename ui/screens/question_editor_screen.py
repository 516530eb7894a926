"""A question to be written or changed: a form that says at each field what is wrong. It checks and keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from question_bank.coverage import WANTED
from question_bank.drafting import Draft, Field, topic_words, usual_times
from question_bank.labels import kind_label, role_label, round_label
from question_bank.models import Kind, Role, Round
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup
from ui.widgets.draft_rows import FollowUpRows, KeyPointRows, RedFlagRows
from ui.widgets.form_field import FormField, LongText
from ui.widgets.page import Page, TurningRow
from ui.widgets.select import Select
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine
from ui.widgets.toggle_chips import ToggleChips
from ui.words.times import counted

_WIDEST: Final = 860
_NARROW_PX: Final = 520
_NEW_PACK: Final = ("A new pack", "")
_TIMES: Final = ("At least", "Target", "At most")
_ANSWER_WPM: Final = 150  # a comfortable pace (see the band of words per minute), to say how long a model answer is


class QuestionEditorScreen(Page):
    """Everything a question may have, the needful first.

    Signals:
        draft_changed(object): `Draft` as it is now.
        save_requested(), cancel_requested(): as they say.
        hear_requested(str): the question's words, to be read aloud.
    """

    draft_changed = Signal(object)
    save_requested = Signal()
    cancel_requested = Signal()
    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        subtitle = "Errors appear next to the field concerned. Nothing is kept until you save."
        super().__init__("New question", subtitle, parent, widest_px=_WIDEST)
        self._draft = Draft()
        self._fields: dict[str, FormField] = {}
        self._touched: set[str] = set()
        self._shows_all = False
        self._is_showing = False
        self._make_controls()
        self._add_card("The question", self._question_parts())
        self._add_card("The answer", self._answer_parts())
        self._add_card("Where it fits", self._place_parts())
        self._add_card("Optional", self._further_parts())
        self.column.addStretch(1)
        self._lay_out_foot()
        self._connect()
        self.show_spoken("")
        self.show_draft(self._draft, "New question", (), "")

    def show_draft(self, draft: Draft, title: str, packs: Sequence[str], pack: str, *, is_fixed: bool = False) -> None:
        """Begin with this draft; `packs` are offered to hold it, with `is_fixed` only `pack`."""
        self._is_showing = True
        self._draft = draft
        self._touched, self._shows_all = set(), False
        self._title.setText(title)
        self._pack.show_options((*((name, name) for name in packs), _NEW_PACK), pack)
        self._pack.setEnabled(not is_fixed)
        self._pack_name.setText("")
        self._show_pack_name()
        for name, control in self._texts.items():
            control.setPlainText(getattr(draft, name))
        self._kind.choose(draft.kind)
        self._level.choose(draft.level)
        self._roles.choose(draft.roles)
        self._rounds.choose(draft.rounds)
        self._topics.setText(draft.topics)
        self._points.show_values(draft.key_points)
        self._follow_ups.show_points([point.text for point in draft.key_points])
        self._follow_ups.show_values(draft.follow_ups)
        self._red_flags.show_values(draft.red_flags)
        for field, typed in zip(self._times, draft.times, strict=True):
            field.setText(typed)
        self._id.setText(draft.id)
        self._is_showing = False
        self.show_faults({})
        self._show_lengths()

    @property
    def draft(self) -> Draft:
        """The form as it is filled in."""
        at_least, target, at_most = (field.text() for field in self._times)
        roles: Any = self._roles.values
        rounds: Any = self._rounds.values
        kind: Any = self._kind.value
        level: Any = self._level.value
        return replace(
            self._draft, **{name: control.text for name, control in self._texts.items()}, kind=kind, level=level,
            roles=roles, rounds=rounds, topics=self._topics.text(), key_points=self._points.values,
            follow_ups=self._follow_ups.values, red_flags=self._red_flags.values, times=(at_least, target, at_most),
            id=self._id.text(),
        )  # fmt: skip

    @property
    def pack(self) -> tuple[str, bool]:
        """The name of the pack that is to hold the question, and whether that is a new one."""
        chosen = self._pack.currentData()
        return (chosen, False) if chosen else (self._pack_name.text(), True)

    def show_faults(self, faults: Mapping[Field, str]) -> None:
        """Say what is wrong, at fields that were touched, or at all after an attempt to save."""
        shown = {
            field: sentence
            for field, sentence in faults.items()
            if self._shows_all or (field and field[0] in self._touched)
        }
        for name, form_field in self._fields.items():
            form_field.show_fault(_fault_of(name, shown))
        self._points.show_faults({field: said for field, said in shown.items() if field[:1] == ("key_points",)})
        self._follow_ups.show_faults({field: said for field, said in shown.items() if field[:1] == ("follow_ups",)})
        self._red_flags.show_faults({field: said for field, said in shown.items() if field[:1] == ("red_flags",)})
        self._summary.setText(
            f"{counted(len(faults), 'field needs', 'fields need')} attention" if faults else "Ready to save"
        )
        self._summary.set_tone("red" if shown else "" if faults else "green")

    def show_all_faults(self, faults: Mapping[Field, str]) -> None:
        """Say everything that is wrong, and go to the first field of it."""
        self._shows_all = True
        self.show_faults(faults)
        wrong = {field[0] for field in faults if field}
        for control in [control for name, control in self._controls if name in wrong][:1]:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_spoken(self, words: str) -> None:
        """What the voice will say."""
        self._spoken.setText(f"Read aloud: “{words}”" if words else "What the voice will say appears here.")
        self._hear.setEnabled(bool(words))

    def show_saving(self, *, is_saving: bool) -> None:
        """While it is being written, once is enough."""
        self._save.setEnabled(not is_saving)

    def _make_controls(self) -> None:
        self._pack = Select("Pack")
        self._pack_name = TextLine("Name of the new pack", "For example: my company")
        self._texts = {
            "text": LongText("Text", 3),
            "code": LongText("Code", 5, is_code=True),
            "model_answer": LongText("Model answer", 8),
            "shelf": LongText("Read next", 3),
        }
        self._spoken = Text("", "caption", selectable=True)
        self._hear = Button("Hear it", icon_name="volume-2", is_small=True)
        self._kind = ChipGroup("Kind", [(kind_label(kind).capitalize(), kind) for kind in Kind])
        self._level = ChipGroup("Level", [(str(level), level) for level in range(1, 6)])
        self._roles = ToggleChips("Roles", [(role_label(role), role) for role in Role])
        self._rounds = ToggleChips("Rounds", [(round_label(one), one) for one in Round])
        self._topics = TextLine("Topics", "For example: Statistics, our payment system")
        self._topics.setCompleter(_LastWordCompleter(sorted(map(topic_words, WANTED)), self._topics))
        self._points = KeyPointRows()
        self._follow_ups = FollowUpRows()
        self._red_flags = RedFlagRows()
        self._times = [TextLine(f"{name}, in seconds") for name in _TIMES]
        self._id = TextLine("Id", "Generated from the text")
        self._summary = Text("", "soft")
        self._save = Button("Save", look="primary")
        self._cancel = Button("Cancel", look="quiet")
        self._controls: tuple[tuple[str, QWidget], ...] = (
            ("text", self._texts["text"]), ("code", self._texts["code"]), ("key_points", self._points.add),
            ("model_answer", self._texts["model_answer"]), ("roles", self._roles.chip(Role.DATA_ANALYST)),
            ("rounds", self._rounds.chip(Round.INITIAL_SCREENING)), ("topics", self._topics),
            ("follow_ups", self._follow_ups.add), ("red_flags", self._red_flags.add),
            ("shelf", self._texts["shelf"]), ("times", self._times[0]), ("id", self._id),
        )  # fmt: skip

    def _question_parts(self) -> list[QWidget]:
        heard = TurningRow(_NARROW_PX, 3 * SPACE)
        heard.row.addWidget(self._spoken, 1)
        heard.row.addWidget(self._hear, 0, Qt.AlignmentFlag.AlignTop)
        return [
            self._field("text", "Text", self._texts["text"], "One or two sentences, as an interviewer would say them."),
            heard,
            self._field("code", "Code", self._texts["code"], "Shown below, never read aloud. May be empty."),
        ]

    def _answer_parts(self) -> list[QWidget]:
        hint = "A good question has four to eight. Without cues, the key point's own words are used."
        return [
            self._field("key_points", "Key points", self._points, hint),
            self._field(
                "model_answer",
                "Model answer",
                self._texts["model_answer"],
                "As you would say it. Answers are compared with its sentences, too.",
            ),
        ]

    def _place_parts(self) -> list[QWidget]:
        packs = TurningRow(_NARROW_PX, 3 * SPACE)
        self._name_field = FormField("Name of the new pack", self._pack_name)
        packs.row.addWidget(FormField("Pack", self._pack), 1)
        packs.row.addWidget(self._name_field, 1)
        topics = "Separated by commas. An unknown name becomes a topic of your own."
        return [
            packs,
            self._field("kind", "Kind", self._kind),
            self._field("level", "Level", self._level),
            self._field("topics", "Topics", self._topics, topics),
            self._field("rounds", "Rounds", self._rounds),
            self._field("roles", "Roles", self._roles),
        ]

    def _further_parts(self) -> list[QWidget]:
        times = TurningRow(_NARROW_PX, 2 * SPACE)
        for name, field in zip(_TIMES, self._times, strict=True):
            times.row.addWidget(FormField(f"{name}, in seconds", field), 1)
        flags = "What a good answer would not say. Without cues it is only shown; each cue must state the mistake."
        return [
            self._field("follow_ups", "Follow-ups", self._follow_ups),
            self._field("red_flags", "Better not", self._red_flags, flags),
            self._field("shelf", "Read next", self._texts["shelf"], "One source per line: author and title."),
            self._field("times", "Length of a good answer", times, "Leave empty to use the usual times for this kind."),
            self._field(
                "id", "Id", self._id, "Lower-case letters, digits, dots and hyphens. Your answers are filed under it."
            ),
        ]

    def _field(self, name: str, label: str, control: QWidget, hint: str = "") -> FormField:
        self._fields[name] = FormField(label, control, hint)
        return self._fields[name]

    def _add_card(self, title: str, parts: Sequence[QWidget]) -> None:
        card = Card()
        card.setAccessibleName(title)
        card.body.setSpacing(4 * SPACE)
        card.body.addWidget(Text(title, "strong"))
        for part in parts:
            card.body.addWidget(part)
        self.column.addWidget(card)

    def _lay_out_foot(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 3 * SPACE, 0, 4 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addSpacing(2 * SPACE)
        row.addWidget(self._summary, 1)
        foot = QVBoxLayout()
        foot.addLayout(row)
        self.foot.addLayout(foot)

    def _connect(self) -> None:
        for name, control in self._texts.items():
            control.textChanged.connect(lambda name=name: self._on_changed(name))
        self._kind.chosen.connect(lambda _kind: self._on_changed("kind"))
        self._level.chosen.connect(lambda _level: self._on_changed("level"))
        self._roles.changed.connect(lambda: self._on_changed("roles"))
        self._rounds.changed.connect(lambda: self._on_changed("rounds"))
        self._topics.textChanged.connect(lambda: self._on_changed("topics"))
        self._points.removed.connect(lambda gone: self._follow_ups.show_points(self._point_texts(), gone))
        self._points.changed.connect(lambda: self._on_changed("key_points"))
        self._follow_ups.changed.connect(lambda: self._on_changed("follow_ups"))
        self._red_flags.changed.connect(lambda: self._on_changed("red_flags"))
        self._id.textChanged.connect(lambda: self._on_changed("id"))
        for field in self._times:
            field.textChanged.connect(lambda: self._on_changed("times"))
        self._pack.currentIndexChanged.connect(self._on_pack_changed)
        self._pack_name.textChanged.connect(lambda: self._on_changed("pack"))
        self._hear.clicked.connect(lambda: self.hear_requested.emit(self._texts["text"].text))
        self._save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.cancel_requested)

    def _on_changed(self, name: str) -> None:
        if self._is_showing:
            return
        self._touched.add(name)
        if name == "key_points":
            self._follow_ups.show_points(self._point_texts())
        self._show_lengths()
        self.draft_changed.emit(self.draft)

    def _on_pack_changed(self) -> None:
        self._show_pack_name()
        self._on_changed("pack")

    def _show_pack_name(self) -> None:
        self._name_field.setVisible(self._pack.currentData() == "")

    def _point_texts(self) -> list[str]:
        return [point.text for point in self._points.values]

    def _show_lengths(self) -> None:
        """How long the model answer takes, and the usual times of the kind in the empty fields."""
        words = len(self._texts["model_answer"].text.split())
        seconds = round(words / _ANSWER_WPM * 60)
        self._fields["model_answer"].show_length(f"About {seconds} s at a comfortable pace." if words else "")
        kind: Any = self._kind.value
        for field, usual in zip(self._times, usual_times(kind), strict=True):
            field.setPlaceholderText(usual)


class _LastWordCompleter(QCompleter):
    """Completes what stands after the last comma."""

    def __init__(self, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(QStringListModel(list(words), self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Any) -> str:
        widget = self.widget()
        typed = widget.text() if isinstance(widget, TextLine) else ""
        before, comma, _ = typed.rpartition(",")
        return f"{before}{comma}{' ' if comma else ''}{super().pathFromIndex(index)}"


def _fault_of(name: str, faults: Mapping[Field, str]) -> str:
    """What is wrong with a field as a whole; rows say for themselves what is wrong with them."""
    has_rows = name in ("key_points", "follow_ups", "red_flags")
    return next(
        (said for field, said in faults.items() if field[:1] == (name,) and not (has_rows and len(field) > 1)), ""
    )
