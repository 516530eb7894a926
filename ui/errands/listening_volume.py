"""How loud answers are heard: told to what plays while it is being chosen, and kept once it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.errands.answer_sound import AnswerSound
    from ui.widgets.volume_control import VolumeControl
    from ui.workers.settings_in_use import SettingsInUse


class ListeningVolume(QObject):
    """Joins one control to the sound and to the settings; all controls show the same."""

    def __init__(
        self, control: VolumeControl, sound: AnswerSound, settings: SettingsInUse, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        control.show_volume(settings.now.volume)
        control.volume_changed.connect(sound.set_volume)
        control.volume_chosen.connect(self._on_volume_chosen)
        settings.changed.connect(lambda now: control.show_volume(now.volume))

    def _on_volume_chosen(self, percent: int) -> None:
        self._settings.change(replace(self._settings.now, volume=percent))
