"""What Settings does about sound: the list of speakers while the screen shows, and the microphone's test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui.errands.microphone_test import MicrophoneTest, MicrophoneTestStage

if TYPE_CHECKING:
    from ui.devices import ListeningPlayer
    from ui.outputs import OutputInfo
    from ui.screens.settings_screen import SettingsScreen

LOOK_MS: Final = 1_000


class SoundSettings(QObject):
    """Between `enter` and `leave` the list of speakers follows what is plugged in."""

    def __init__(
        self, screen: SettingsScreen, player: ListeningPlayer, test: MicrophoneTest, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._screen = screen
        self._player = player
        self._test = test
        self._outputs: tuple[OutputInfo, ...] = ()
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        control = screen.microphone_test
        self._shows = {
            MicrophoneTestStage.IDLE: control.show_idle,
            MicrophoneTestStage.RECORDING: control.show_recording,
            MicrophoneTestStage.PLAYING: control.show_playing,
        }
        control.pressed.connect(test.go_on)
        test.stage_changed.connect(lambda stage: self._shows[stage]())
        test.level_changed.connect(control.show_level)
        test.told.connect(control.show_words)

    def enter(self) -> None:
        """The screen shows."""
        self._look()
        self._looking.start()

    def leave(self) -> None:
        """It does not any more."""
        self._looking.stop()
        self._test.end()
        self._screen.microphone_test.show_words("")

    def _look(self) -> None:
        outputs = self._player.outputs()
        if outputs != self._outputs:
            self._outputs = outputs
            self._screen.show_speakers(outputs)
