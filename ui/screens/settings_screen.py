"""The user's choices as a form built from a list of descriptions. `simulator.settings` keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.settings import LIMITS, InterfacePercent, Settings
from ui.theme import SPACE
from ui.widgets.button import Button, Switch
from ui.widgets.card import Card
from ui.widgets.encryption_card import EncryptionCard
from ui.widgets.kept_data_list import KeptDataList
from ui.widgets.library_check import LibraryCheck
from ui.widgets.microphone_test_control import MicrophoneTestControl
from ui.widgets.model_list import ModelList
from ui.widgets.page import Page
from ui.widgets.pronunciations import Pronunciations
from ui.widgets.select import Select, Stepper
from ui.widgets.setting_row import SettingRow
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine
from ui.widgets.voice_list import VoiceList
from ui.words.retention_words import DAYS_HINT, HINT, OPTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.inputs import MicrophoneInfo
    from simulator.voice.voice_engine import VoiceInfo
    from ui.outputs import OutputInfo

Options = tuple[tuple[str, object], ...]
Control = Select | Stepper | Switch | TextLine

_DEFAULT: Final[Options] = (("System default", None),)
_OWN_VOICE: Final[Options] = (("Viva Voce’s own", None),)
_THEMES: Final[Options] = (("Follow system", "system"), ("Light", "light"), ("Dark", "dark"))
_SIZES: Final[Options] = tuple((f"{percent} %", percent) for percent in get_args(InterfacePercent))
SIZE_HINT: Final = "Scales everything, from the next time you open Viva Voce."
_WIDEST: Final = 760
_LONGEST_LINE: Final = 300


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the form: the field in `Settings`, what it is called, and what is to be known of it."""

    field: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice(Setting):
    """A setting chosen from a list."""

    options: Options = _DEFAULT


@dataclass(frozen=True, slots=True)
class Number(Setting):
    """A setting that is a whole number within the settings' own limits."""

    unit: str = ""
    step: int = 1


@dataclass(frozen=True, slots=True)
class OnOff(Setting):
    """A setting that is on or off; `needed_by` are fields that mean nothing while it is off."""

    needed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words(Setting):
    """A setting that is typed."""

    example: str = ""


Description = Choice | Number | OnOff | Words

SAMPLE: Final = "Your model does well in training and badly in production. What do you look at first?"
_INTERVIEWER: Final = "The interviewer"
_YOUR_ANSWER: Final = "Your answer"
_BELOW_SPEAKERS: Final = 3
_BELOW_MICROPHONE: Final = 1

FORM: Final[tuple[tuple[str, tuple[Description, ...]], ...]] = (
    (
        _INTERVIEWER,
        (
            Choice("voice_id", "Voice", options=_OWN_VOICE),
            Number("voice_wpm", "Speaking speed", "In words per minute.", step=5),
            Choice("speakers_id", "Speakers", "For the voice and for your recordings."),
            OnOff(
                "follow_ups",
                "Follow-up questions",
                "After an answer, the interviewer may ask further questions for as long as they are useful.",
                ("follow_up_depth",),
            ),
            Number("follow_up_depth", "Maximum follow-ups", "Per question."),
        ),
    ),
    (
        _YOUR_ANSWER,
        (
            Choice("microphone_id", "Microphone"),
            Words(
                "own_terms",
                "Your own terms",
                "Names and terms you use, separated by commas, so that they are recognised.",
                "Kubeflow, FastText, Marija",
            ),
            OnOff("captions", "Live captions", "Shows one line of your words as you speak."),
            OnOff(
                "nudge",
                "Nudge after silence",
                "In think-aloud questions, “Keep talking” appears after a silence.",
                ("nudge_first_s", "nudge_again_s"),
            ),
            Number("nudge_first_s", "First nudge", "Seconds of silence before it appears.", " s"),
            Number("nudge_again_s", "Second nudge", "Seconds until it appears again.", " s"),
            OnOff(
                "hands_free",
                "Hands-free",
                "Recording starts when you speak after the question and stops when you are silent. You end think-aloud "
                "answers yourself. After feedback the next question comes up by itself unless you press a key. Space "
                "still works.",
                ("hands_free_silence_s",),
            ),
            Number("hands_free_silence_s", "Stop after", "Seconds of silence; a countdown appears first.", " s"),
            OnOff(
                "strict",
                "Strict interview",
                "No feedback before the end and no second try; answers stop at their limit, after a 10 s warning.",
            ),
        ),
    ),
    (
        "Your recordings",
        (
            Choice("keep_recordings", "Recordings", HINT, options=OPTIONS),
            Number("keep_days", "Delete after", DAYS_HINT, " days"),
        ),
    ),
    (
        "Appearance",
        (
            Choice("theme", "Theme", options=_THEMES),
            Choice("interface_percent", "Interface size", SIZE_HINT, options=_SIZES),
        ),
    ),
)


class SettingsScreen(Page):
    """All settings; a change holds at once.

    Signals:
        settings_changed(Settings): the user changed something; these are all settings as they are now.
        judging_rules_requested(): the user wants to see how answers are judged.
        background_requested(): the user wants to bring a CV or a company.
        hear_requested(str): a word, to hear how it is said, or a question, to hear the voice and its speed.

    What is asked of `voices`, `models` and `microphone_test` is told by their own signals, but for a choice.
    """

    settings_changed = Signal(object)
    judging_rules_requested = Signal()
    own_work_requested = Signal()
    hear_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Settings", "Changes apply immediately.", parent, widest_px=_WIDEST)
        self._settings = Settings()
        self._controls: dict[str, Control] = {}
        self._rows: dict[str, SettingRow] = {}
        self._needed_by: dict[str, tuple[str, ...]] = {}
        for title, descriptions in FORM:
            rows: list[QWidget] = [self._row(description) for description in descriptions]
            if title == _INTERVIEWER:
                rows.insert(_BELOW_SPEAKERS, self._hearing_row())
            elif title == _YOUR_ANSWER:
                rows.insert(_BELOW_MICROPHONE, self._test_row())
            self._add_card(title, rows)
            if title == _INTERVIEWER:
                self._add_voices_card()
            elif title == _YOUR_ANSWER:
                self._add_models_card()
        self._add_said_card()
        self._add_judged_card()
        self._add_own_work_card()
        self._data_folder = Text("–", "soft", selectable=True)
        self._model = Text("–", "soft", selectable=True)
        self._add_card(
            "On this computer",
            [
                SettingRow("Your recordings and history", "Never sent anywhere.", self._data_folder),
                SettingRow("Speech model", "Transcribes your answers, offline.", self._model),
            ],
        )
        self.kept_data = KeptDataList()
        self.library_check = LibraryCheck()
        self._add_card("Where your data is", [self.kept_data, self.library_check])
        self.encryption = EncryptionCard()
        self._add_card("Encryption", [self.encryption])
        self.column.addStretch(1)
        self.show_settings(self._settings)

    def _hearing_row(self) -> SettingRow:
        button = Button("Hear it", icon_name="volume-2")
        button.setAccessibleName("Hear this voice at this speed")
        button.clicked.connect(lambda: self.hear_requested.emit(SAMPLE))
        return SettingRow("How it sounds", "Plays a question with this voice, speed and speakers.", button)

    def _test_row(self) -> SettingRow:
        self.microphone_test = MicrophoneTestControl()
        hint = "Records 4 seconds, plays them back and keeps nothing."
        return SettingRow("How you sound", hint, self.microphone_test)

    def _add_voices_card(self) -> None:
        self.voices = VoiceList()
        self.voices.use_requested.connect(self._on_voice_chosen)
        self._add_card("Voices", [self.voices])

    def _add_models_card(self) -> None:
        self.models = ModelList()
        self.models.use_requested.connect(lambda name: self._on_changed("speech_model", name))
        self._add_card("Speech models", [self.models])

    def _add_said_card(self) -> None:
        self._pronunciations = Pronunciations()
        self._pronunciations.changed.connect(lambda words: self._on_changed("pronunciations", words))
        self._pronunciations.hear_requested.connect(self.hear_requested)
        hint = "Terms the voice gets wrong. Your corrections apply to every question from now on."
        self._add_card("Pronunciation", [Text(hint, "caption"), self._pronunciations])

    def _add_judged_card(self) -> None:
        button = Button("Word list and ranges")
        button.clicked.connect(self.judging_rules_requested)
        hint = "Filler words, ranges and targets; re-analyse your history."
        self._add_card("How answers are judged", [SettingRow("Your own rules", hint, button)])

    def _add_own_work_card(self) -> None:
        button = Button("Your CV and company")
        button.clicked.connect(self.own_work_requested)
        hint = "Your techniques, projects and target company become questions."
        self._add_card("Your background", [SettingRow("Questions about your own work", hint, button)])

    def show_settings(self, settings: Settings) -> None:
        """Show these settings. Emits nothing."""
        self._settings = settings
        self.voices.show_settings(settings)
        self.models.show_settings(settings)
        self._pronunciations.show_words(settings.pronunciations)
        for field, control in self._controls.items():
            was_blocked = control.blockSignals(True)
            _show_value(control, getattr(settings, field))
            control.blockSignals(was_blocked)
        self._show_needs()

    def show_microphones(self, microphones: tuple[MicrophoneInfo, ...]) -> None:
        """Offer these microphones."""
        self._offer("microphone_id", tuple((microphone.name, microphone.id) for microphone in microphones))

    def show_speakers(self, outputs: tuple[OutputInfo, ...]) -> None:
        """Offer these outputs."""
        self._offer("speakers_id", tuple((output.name, output.id) for output in outputs))

    def show_voices(self, voices: tuple[VoiceInfo, ...]) -> None:
        """Offer these voices."""
        self._offer("voice_id", tuple((voice.name, voice.id) for voice in voices))

    def show_data_folder(self, folder: Path) -> None:
        """Say where recordings and history lie."""
        self._data_folder.setText(str(folder))

    def show_model(self, words: str) -> None:
        """Say which speech model is in use."""
        self._model.setText(words)

    def control(self, field: str) -> Control:
        """The control of one setting, by the setting's name."""
        return self._controls[field]

    def _offer(self, field: str, options: Options) -> None:
        control = self._controls[field]
        if isinstance(control, Select):
            control.show_options(_defaults(field) + options, getattr(self._settings, field))

    def _add_card(self, title: str, rows: Sequence[QWidget]) -> None:
        card = Card(title)
        card.body.setSpacing(4 * SPACE)
        for row in rows:
            card.body.addWidget(row)
        self.column.addWidget(card)

    def _row(self, description: Description) -> SettingRow:
        control = _control(description)
        self._controls[description.field] = control
        self._connect(description.field, control)
        if isinstance(description, OnOff):
            self._needed_by[description.field] = description.needed_by
        row = SettingRow(description.label, description.hint, control)
        self._rows[description.field] = row
        return row

    def _connect(self, field: str, control: Control) -> None:
        if isinstance(control, Select):
            control.activated.connect(lambda _index: self._on_changed(field, control.currentData()))
        elif isinstance(control, Stepper):
            control.valueChanged.connect(lambda value: self._on_changed(field, value))
        elif isinstance(control, TextLine):
            control.editingFinished.connect(lambda: self._on_changed(field, control.text()))
        else:
            control.toggled.connect(lambda is_on: self._on_changed(field, is_on))

    def _on_voice_chosen(self, voice_id: str | None, wpm: int) -> None:
        self.show_settings(replace(self._settings, voice_id=voice_id, voice_wpm=wpm))
        self.settings_changed.emit(self._settings)

    def _on_changed(self, field: str, value: Any) -> None:
        kind = type(getattr(Settings(), field))
        changes: dict[str, Any] = {field: kind(value) if kind in (int, float) else value}
        self._settings = replace(self._settings, **changes)
        self._show_needs()
        self.models.show_settings(self._settings)
        self.settings_changed.emit(self._settings)

    def _show_needs(self) -> None:
        for field, needing in self._needed_by.items():
            for name in needing:
                self._rows[name].setEnabled(bool(getattr(self._settings, field)))


def _defaults(field: str) -> Options:
    return next(each.options for _, rows in FORM for each in rows if isinstance(each, Choice) and each.field == field)


def _control(description: Description) -> Control:
    match description:
        case Choice():
            select = Select(description.label)
            select.show_options(description.options, None)
            return select
        case Number():
            low, high = LIMITS[description.field]
            stepper = Stepper(description.label, int(low), int(high), step=description.step)
            stepper.setSuffix(description.unit)
            return stepper
        case OnOff():
            switch = Switch("")
            switch.setAccessibleName(description.label)
            return switch
        case Words():
            return TextLine(description.label, description.example, _LONGEST_LINE)


def _show_value(control: Control, value: Any) -> None:
    if isinstance(control, Select):
        control.choose(value)
    elif isinstance(control, Stepper):
        control.setValue(round(value))
    elif isinstance(control, TextLine):
        control.setText(value)
    else:
        control.setChecked(bool(value))
