"""Where one chooses what to practise. It hands choices over; `simulator.interview.plan` finds what fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from question_bank.models import Question, Role, Round
from simulator.drills.quick import QUICK
from simulator.interview.plan import Wish
from simulator.settings import Settings, whole_limits
from ui.theme import SPACE, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup
from ui.widgets.field import Field
from ui.widgets.flow_layout import Flow
from ui.widgets.last_time_card import LastTimeCard
from ui.widgets.level_meter import LevelMeter
from ui.widgets.more_choices import MoreChoices, TopicOptions
from ui.widgets.page import Page, TurningRow
from ui.widgets.select import Select, Stepper
from ui.widgets.text import Text
from ui.words.interview_length import about_length
from ui.words.practise_chips import ROLE_CHIPS, ROUND_CHIPS

if TYPE_CHECKING:
    from recordings.inputs import MicrophoneInfo
    from simulator.own_work.advertisement.demands import Advertisement
    from simulator.own_work.job_practice import DemandPractice
    from simulator.own_work.own_work import OwnWork
    from simulator.store.records import SessionSummary
    from simulator.voice.voice_engine import VoiceInfo
    from ui.widgets.drill_menu import DrillMenu
    from ui.widgets.due_card import DueCard
    from ui.widgets.job_card import JobCard
    from ui.widgets.own_work_card import OwnWorkCard

_NARROW_PX: Final = 760
_DEFAULT_DEVICE: Final = ("System default", None)
_OWN_VOICE: Final = ("Viva Voce’s own", None)


class PractiseScreen(Page):
    """One decision after the other, each already made sensibly.

    Signals:
        start_requested(Wish): begin an interview.
        drill_requested(Drill): begin a drill for the chosen role.
        due_requested(): begin with what is due.
        choice_changed(Wish): something was chosen; answer with `show_length`.
        own_work_requested(): the user wants to tell about their CV and the company.
        stories_requested(): the user wants to see the stories they kept.
        recordings_requested(): the user wants to add recordings made elsewhere.
        job_requested(): begin an interview for the job that the user prepares for.
        microphone_chosen(object): id of a microphone, None for the system's own.
        voice_chosen(object, int): id of a voice (None for the system's own) and its speed in words per minute.
    """

    start_requested = Signal(object)
    drill_requested = Signal(object)
    due_requested = Signal()
    choice_changed = Signal(object)
    own_work_requested = Signal()
    stories_requested = Signal()
    recordings_requested = Signal()
    job_requested = Signal()
    microphone_chosen = Signal(object)
    voice_chosen = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "What would you like to practise?",
            "Your answers are recorded, timed and transcribed on this computer, offline.",
            parent,
        )
        self._settings = Settings()
        self._role = ChipGroup("Role", ROLE_CHIPS)
        self._round = ChipGroup("Round", ROUND_CHIPS)
        self._count = Stepper("Number of questions", *whole_limits("question_count"))
        self._count_field = Field("Questions", self._count)
        self._length = Text("", "soft", wraps=False)
        self._length.setMinimumHeight(self._count.minimumHeight())  # in line with the number
        self._more = MoreChoices()
        self._microphone = Select("Microphone")
        self._meter = LevelMeter()
        self._level = Field("Level", self._meter)
        self._voice = Select("Voice")
        self._last = LastTimeCard()
        self._start = Button("Start interview", "Enter", "primary")
        self._drill = Button(f"{QUICK.label} · {QUICK.questions.count} questions", "D")
        self._drill.setAccessibleName(QUICK.label)
        self._drills = Button("More drills", icon_name="list", look="quiet")
        self._notice = Text("", "soft")
        # These are made when they are needed, after the first paint.
        self._minutes: Stepper | None = None
        self._minutes_field: Field | None = None
        self._menu: DrillMenu | None = None
        self._due: DueCard | None = None
        self._own_work: OwnWorkCard | None = None
        self._job: JobCard | None = None
        self._right, self._length_row = QVBoxLayout(), QHBoxLayout()
        self._wanted_microphone: str | None = None
        self._wanted_voice: str | None = None
        self._lay_out()
        self._connect()
        self._add_keys()
        self.show_microphones(())
        self.show_voices(())
        self.show_settings(self._settings)

    @property
    def wishes(self) -> tuple[SignalInstance, ...]:
        """Every signal that asks for something."""
        return (
            self.choice_changed,
            self.start_requested,
            self.drill_requested,
            self.due_requested,
            self.own_work_requested,
            self.stories_requested,
            self.recordings_requested,
            self.job_requested,
            self.microphone_chosen,
            self.voice_chosen,
        )

    @property
    def choice(self) -> Wish:
        """What is chosen now."""
        return Wish(
            role=cast(Role, self._role.value),
            round=cast("Round | None", self._round.value),
            count=self._count.value(),
            minutes=self._minutes.value() if self._minutes and self._more.chosen.is_timed else None,
            level=self._more.chosen.level,
            topics=self._more.chosen.topics,
            strict=self._more.chosen.is_strict,
        )

    def show_settings(self, settings: Settings) -> None:
        """Show the choices of last time. Emits nothing."""
        self._settings = settings
        self._role.choose(settings.role)
        self._round.choose(None if settings.is_loop else settings.round)
        self._more.show_settings(settings)
        self._show_count()
        self._wanted_microphone = settings.microphone_id
        self._wanted_voice = settings.voice_id
        self._microphone.choose(settings.microphone_id)
        self._voice.choose(settings.voice_id)

    def show_topics(self, options: TopicOptions) -> None:
        """Offer these topics, or groups of them, beside all."""
        self._more.show_topics(options)

    def show_microphones(self, microphones: tuple[MicrophoneInfo, ...]) -> None:
        """Offer these microphones, keeping the one in the settings if it is there."""
        if not microphones:
            self._microphone.show_options((("None found", None),), None)
            self._microphone.setEnabled(False)
            return
        options = tuple((microphone.name, microphone.id) for microphone in microphones)
        self._microphone.show_options((_DEFAULT_DEVICE, *options), self._wanted_microphone)

    def show_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        """Offer these voices, keeping the one in the settings if it is there."""
        options = tuple((voice.name, voice.id) for voice in voices)
        self._voice.show_options((_OWN_VOICE, *options), self._wanted_voice)

    def show_level(self, level: float) -> None:
        """Show how loud the microphone is, 0 to 1."""
        self._meter.show_level(level)

    def show_level_words(self, words: str, tone: Tone = "") -> None:
        """Say in words what the level means."""
        self._level.show_words(words)
        self._level.words.set_tone(tone)

    def show_length(self, count: int, minutes: int) -> None:
        """Say how many questions the chosen interview has, and how many minutes it takes."""
        self._length.setText(about_length(count, minutes, is_timed=self._more.chosen.is_timed))
        self._last.show_expected(count, minutes)

    def show_due(self, due: Sequence[Question], at_once: int, minutes: int) -> None:
        """Show what is due, and how long the `at_once` of them that are asked first take. For a newcomer nothing can be
        due, and nothing need be said.
        """
        if self._due is None:
            self._due = self._made_due_card()
        self._due.show_due(due, at_once, minutes)

    def show_own_work(self, own_work: OwnWork, story_count: int = 0) -> None:
        """Show what is known of the user's own work and how many stories are kept, and the ways to both."""
        if self._own_work is None:
            self._own_work = self._made_own_work_card()
        self._own_work.show_own_work(own_work, story_count)

    def show_job(self, advertisement: Advertisement, practice: Sequence[DemandPractice]) -> None:
        """Show the job that the user prepares for, if there is one, and what was practised of it."""
        if self._job is None:
            self._job = self._made_job_card()
        self._job.show_job(advertisement, practice)

    def show_last(self, summary: SessionSummary | None, before: SessionSummary | None = None) -> None:
        """Show how the last interview went, against the one before it; None for somebody who is new here."""
        self._last.show_last(summary, before, date.today())  # noqa: DTZ011 - the user's own day is meant

    def show_notice(self, text: str) -> None:
        """Say one sentence beside the buttons; "" takes it away."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        for column, cards in ((left, (self._choices_card(), self._sound_card())), (self._right, (self._last,))):
            column.setSpacing(5 * SPACE)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        columns = TurningRow(_NARROW_PX)
        columns.row.addLayout(left, 17)
        columns.row.addLayout(self._right, 10)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        self._lay_out_foot()

    def _made_due_card(self) -> DueCard:
        from ui.widgets.due_card import DueCard

        card = DueCard()
        card.practise_requested.connect(self.due_requested)
        self._right.insertWidget(0, card)
        card.show()
        return card

    def _made_own_work_card(self) -> OwnWorkCard:
        from ui.widgets.own_work_card import OwnWorkCard

        card = OwnWorkCard()
        card.wanted.connect(self.own_work_requested)
        card.stories_wanted.connect(self.stories_requested)
        self._right.insertWidget(self._right.indexOf(self._last) + 1, card)
        card.show()
        return card

    def _made_job_card(self) -> JobCard:
        from ui.widgets.job_card import JobCard

        card = JobCard()
        card.practise_requested.connect(self.job_requested)
        self._right.insertWidget(self._right.indexOf(self._last) + 1, card)
        return card

    def _choices_card(self) -> Card:
        choices = Card()
        choices.body.setSpacing(5 * SPACE)
        choices.body.addWidget(Field("Role", self._role))
        choices.body.addWidget(Field("Round", self._round))
        self._length_row.setSpacing(4 * SPACE)
        self._length_row.addWidget(self._count_field, 1)
        self._length_row.addWidget(self._length, 1, Qt.AlignmentFlag.AlignBottom)
        choices.body.addLayout(self._length_row)
        choices.body.addWidget(self._more)
        return choices

    def _sound_card(self) -> Card:
        sound = Card()
        devices = TurningRow(480)
        devices.row.addWidget(Field("Microphone", self._microphone), 5)
        devices.row.addWidget(self._level, 6)
        devices.row.addWidget(Field("Voice", self._voice), 5)
        sound.body.addWidget(devices)
        return sound

    def _lay_out_foot(self) -> None:
        buttons = Flow(spacing=3 * SPACE)
        for button in (self._start, self._drill, self._drills):
            buttons.add(button)
        self.foot.setSpacing(2 * SPACE)
        self.foot.addWidget(self._notice)
        self.foot.addWidget(buttons)
        self._notice.hide()
        self.foot.setContentsMargins(self.foot.contentsMargins().left(), 3 * SPACE, 11 * SPACE, 6 * SPACE)

    def _show_count(self) -> None:
        """A loop has a number of its own, since each of its rounds wants a question."""
        name = "loop_question_count" if self._round.value is None else "question_count"
        was_blocked = self._count.blockSignals(True)
        self._count.setRange(*whole_limits(name))
        self._count.blockSignals(was_blocked)
        self._count.show_value(getattr(self._settings, name))
        is_timed = self._more.chosen.is_timed
        self._count_field.setVisible(not is_timed)
        if is_timed:
            self._show_minutes()
        elif self._minutes_field is not None:
            self._minutes_field.hide()

    def _show_minutes(self) -> None:
        if self._minutes is None or self._minutes_field is None:
            self._minutes = Stepper("Number of minutes", *whole_limits("minutes"), step=5)
            self._minutes.setValue(self._settings.minutes)
            self._minutes.valueChanged.connect(self._on_choice_changed)
            self._minutes_field = Field("Minutes", self._minutes)
            self._length_row.insertWidget(0, self._minutes_field, 1)
        self._minutes.show_value(self._settings.minutes)
        self._minutes_field.show()

    def _connect(self) -> None:
        self._role.chosen.connect(self._on_choice_changed)
        self._round.chosen.connect(self._on_round_chosen)
        self._count.valueChanged.connect(self._on_choice_changed)
        self._more.changed.connect(self._on_more_changed)
        self._more.speed_chosen.connect(self._on_speed_chosen)
        self._microphone.activated.connect(self._on_microphone_activated)
        self._voice.activated.connect(self._on_voice_activated)
        self._start.clicked.connect(self._on_start_clicked)
        self._drill.clicked.connect(self._on_drill_clicked)
        self._drills.clicked.connect(self._on_drills_clicked)
        self._last.recordings_wanted.connect(self.recordings_requested)

    def _add_keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_Return, self._on_enter_pressed),
            (Qt.Key.Key_Enter, self._on_enter_pressed),
            (Qt.Key.Key_D, self._drill.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _on_enter_pressed(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            self._start.click()

    def _on_choice_changed(self, _value: object) -> None:
        self.choice_changed.emit(self.choice)

    def _on_round_chosen(self, _round: object) -> None:
        self._show_count()
        self.choice_changed.emit(self.choice)

    def _on_more_changed(self) -> None:
        self._show_count()
        self.choice_changed.emit(self.choice)

    def _on_microphone_activated(self, _index: int) -> None:
        self._wanted_microphone = cast("str | None", self._microphone.currentData())
        self.microphone_chosen.emit(self._wanted_microphone)

    def _on_voice_activated(self, _index: int) -> None:
        self._wanted_voice = cast("str | None", self._voice.currentData())
        self.voice_chosen.emit(self._wanted_voice, self._settings.voice_wpm)

    def _on_speed_chosen(self, wpm: int) -> None:
        self.voice_chosen.emit(self._wanted_voice, wpm)

    def _on_start_clicked(self) -> None:
        self.start_requested.emit(self.choice)

    def _on_drill_clicked(self) -> None:
        self.drill_requested.emit(QUICK)

    def _on_drills_clicked(self) -> None:
        from ui.widgets.drill_menu import DrillMenu

        if self._menu is None:
            self._menu = DrillMenu(self)
            self._menu.drill_chosen.connect(self.drill_requested)
        self._menu.open_above(self._drills)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)
