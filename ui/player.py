"""Playback of one sound at a time: a question being read, an answer heard again. It plays what it is given.

QtMultimedia is imported at the first `play`. Where the sound server hangs, Qt waits for it, up to 30 s: the window has
its player in a child process (`ui.workers.player_child`).
"""

from __future__ import annotations

import time
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, QUrl, Signal, SignalInstance

from recordings.pulseaudio import prepare_audio_environment, server_watch
from recordings.take_file import is_sealed, open_take
from ui.outputs import OutputInfo, found_outputs, id_of, output_device

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer

TICK_MS: Final = 40
# Qt changes the volume at once, between two stretches of 20 ms or so, which clicks. In steps as small as these one
# hears none; from loud to silent takes a quarter of a second, and longer for whoever is held up.
FADE_MS: Final = 16
FADE_STEP: Final = 0.07
# Qt goes on saying "playing" without a sound server. PulseAudio may take 2 s to begin, Qt 4 s to find it again.
STALLED_S: Final = 6.0
DEAD_S: Final = 1.5  # without a server that answers
SLOWEST, FASTEST = 0.5, 2.0

NO_FILE = "The recording {name} is missing, so it cannot be played. The text is still here."
NO_OUTPUT = "There are no speakers or headphones. Plug some in, or read the text instead."
STALLED = "The speakers are not responding. The text is still here; try playing again in a few seconds."
OUTPUT_GONE = "The speakers you chose are not plugged in, so the system default is being used."
UNPLAYABLE = "The recording {name} cannot be played. The text is still here."


class _Phase(Enum):
    IDLE = auto()
    WAITING = auto()  # for the sound server to come back
    LOADING = auto()
    PLAYING = auto()
    PAUSED = auto()


class Player(QObject):
    """Plays a stretch of a file, faster or slower with the pitch kept, and as loud as is wanted.

    Signals:
        position_changed(float): seconds from the beginning of the file, some 15 times a second while playing.
        playing_changed(bool): sound is coming out or about to, or has stopped or paused.
        finished(): the end of the stretch or of the file; once, and not after `stop`.
        failed(str): it cannot be played; a sentence for the user. Comes after `play` has returned.
        output_missing(str): it is played, but not by the output that was chosen. Told once until that is there again.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    finished = Signal()
    failed = Signal(str)
    output_missing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._opened: QBuffer | None = None
        self._phase = _Phase.IDLE
        self._path = Path()
        self._end_s: float | None = None
        self._position_s = 0.0
        self._rate = 1.0
        self._output_id: str | None = None
        self._is_output_missing = False
        self._volume = 1.0
        self._progressed_at = 0.0
        self._fading = QTimer(self, interval=FADE_MS)
        self._fading.timeout.connect(self._fade)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_playing(self) -> bool:
        """Whether sound is coming out, or is about to."""
        return self._phase in (_Phase.WAITING, _Phase.LOADING, _Phase.PLAYING)

    @property
    def position_s(self) -> float:
        """Where in the file it plays, paused or stopped."""
        return self._position_s

    def outputs(self) -> tuple[OutputInfo, ...]:
        """Every output there is now, the system's choice first."""
        return found_outputs()

    def use_output(self, output_id: str | None) -> None:
        """Play by this output from the next sound on; by the system's choice for None, or while it is not there."""
        if output_id != self._output_id:
            self._output_id, self._is_output_missing = output_id, False

    def play(
        self, path: Path, start_s: float = 0.0, end_s: float | None = None, rate: float = 1.0, volume: float = 1.0
    ) -> None:
        """Play `path` from `start_s` to `end_s` (None: the end of the file). What was playing stops, unannounced."""
        self.stop()
        self._path, self._end_s, self._position_s, self._rate = path, end_s, max(0.0, start_s), _within(rate)
        self._volume = volume
        self._enter(_Phase.WAITING)
        QTimer.singleShot(0, self, self._load_if_possible)

    def stop(self) -> None:
        """Silence, at once; `finished` will not come."""
        self._enter(_Phase.IDLE)
        if self._media is not None:
            self._media.stop()

    def toggle_pause(self) -> None:
        """Pause, or go on from there. Does nothing when there is nothing to play."""
        if self._phase is _Phase.PLAYING and self._media is not None:
            self._media.pause()
            self._enter(_Phase.PAUSED)
        elif self._phase is _Phase.PAUSED:  # Qt stands still where a paused stream is loaded anew without a stop
            self.play(self._path, self._position_s, self._end_s, self._rate, self._volume)

    def set_rate(self, rate: float) -> None:
        """Speed of what plays now, 0.5 to 2."""
        self._rate = _within(rate)
        if self._media is not None:
            self._media.setPlaybackRate(self._rate)

    def set_volume(self, volume: float) -> None:
        """How loud what plays now is, 0 to 1 as one hears it; it gets there without a click."""
        self._volume = volume
        if self._output is not None:
            self._fading.start()

    def _enter(self, phase: _Phase) -> None:
        was_playing = self.is_playing
        self._phase = phase
        self._progressed_at = time.monotonic()
        if self.is_playing is was_playing:
            return
        if self.is_playing:
            self._timer.start()
        else:
            self._timer.stop()
        self.playing_changed.emit(self.is_playing)

    def _load_if_possible(self) -> None:
        """To ask Qt for a stream in vain can end the program (see `recordings.pulseaudio`), so we look first."""
        if self._phase is not _Phase.WAITING:
            return
        if not self._path.is_file():
            self._fail(NO_FILE.format(name=self._path.name))
            return
        prepare_audio_environment()
        server = server_watch()
        server.look()
        if server.is_ready:
            self._load()
        elif time.monotonic() - self._progressed_at > (STALLED_S if server.is_alive else DEAD_S):
            self._fail(STALLED)

    def _load(self) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        output = output_device(self._output_id)
        if output is None:
            self._fail(NO_OUTPUT)
            return
        if self._media is None:
            _connect_from_this_thread(output)
            self._media = QMediaPlayer(self)
            self._media.mediaStatusChanged.connect(self._on_media_status_changed)
            self._media.errorOccurred.connect(self._on_error_occurred)
            self._output = QAudioOutput(self)
            _settle_overrides(self._output.mutedChanged)
            _settle_overrides(self._media.errorChanged)
            self._media.setAudioOutput(self._output)
        if self._output is not None and self._output.device() != output:
            self._output.setDevice(output)
        self._fading.stop()
        if self._output is not None:
            self._output.setVolume(_gain(self._volume))
        self._media.setPlaybackRate(self._rate)
        self._enter(_Phase.LOADING)
        self._media.setSource(QUrl())  # the same file may have grown or been replaced
        self._give(self._media)
        self._tell_if_missing(output)

    def _tell_if_missing(self, output: QAudioDevice) -> None:
        was_missing, self._is_output_missing = self._is_output_missing, self._output_id not in (None, id_of(output))
        if self._is_output_missing and not was_missing:
            self.output_missing.emit(OUTPUT_GONE)

    def _fade(self) -> None:
        """One step on the way to the volume that is wanted."""
        if self._output is None:
            return
        wanted, now = _gain(self._volume), self._output.volume()
        self._output.setVolume(now + min(FADE_STEP, max(-FADE_STEP, wanted - now)))
        if abs(wanted - now) <= FADE_STEP:
            self._fading.stop()

    def _give(self, media: QMediaPlayer) -> None:
        """Hand over the file; one that is encrypted is opened into memory, never into another file."""
        address = QUrl.fromLocalFile(str(self._path))
        try:
            self._opened = _opened(self._path)
        except OSError:
            self._fail(UNPLAYABLE.format(name=self._path.name))
            return
        if self._opened is None:
            media.setSource(address)
        else:
            media.setSourceDevice(self._opened, address)

    def _finish(self) -> None:
        self.stop()
        self.finished.emit()

    def _fail(self, sentence: str) -> None:
        """Told first: to stop may take half a minute where the sound server hangs."""
        self._enter(_Phase.IDLE)
        self.failed.emit(sentence)
        if self._phase is _Phase.IDLE:
            self.stop()

    def _fault_while_playing(self) -> str | None:
        server = server_watch()
        server.look()
        has_output = bool(server.outputs) if server.knows_devices else True
        still_s = time.monotonic() - self._progressed_at
        # A busy computer keeps the server from answering while the sound goes on.
        if not server.is_alive or still_s > (STALLED_S if server.is_responding else DEAD_S):
            return STALLED
        return None if has_output else NO_OUTPUT

    def _follow(self, position_s: float) -> None:
        if position_s != self._position_s:
            self._position_s, self._progressed_at = position_s, time.monotonic()
            self.position_changed.emit(position_s)
        if self._phase is _Phase.PLAYING and self._end_s is not None and position_s >= self._end_s:
            self._finish()

    def _on_media_status_changed(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if self._media is None:
            return
        status = self._media.mediaStatus()
        if status is QMediaPlayer.MediaStatus.LoadedMedia and self._phase is _Phase.LOADING:
            self._media.setPosition(_milliseconds(self._position_s))
            self._enter(_Phase.PLAYING)
            self._media.play()
        elif status is QMediaPlayer.MediaStatus.EndOfMedia and self._phase is _Phase.PLAYING:
            self._finish()

    def _on_error_occurred(self) -> None:
        if self._phase is not _Phase.IDLE:
            self._fail(UNPLAYABLE.format(name=self._path.name))

    def _on_timeout(self) -> None:
        if self._phase is _Phase.WAITING:
            self._load_if_possible()
        elif fault := self._fault_while_playing():
            self._fail(fault)
        elif self._phase is _Phase.PLAYING and self._media is not None:
            self._follow(self._media.position() / 1000)


def _opened(path: Path) -> QBuffer | None:
    """What is in an encrypted take; None for any other file. Raises OSError."""
    if not is_sealed(path):
        return None
    buffer = QBuffer()
    with open_take(path) as sound:
        buffer.setData(sound.read())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _connect_from_this_thread(output: QAudioDevice) -> None:
    """Qt's one connection for streams belongs to the thread of the first stream.

    With QMediaPlayer that is a passing thread of its own: after the sound server died nobody is left to connect anew,
    and the next stream ends the program. A stream opened and closed from here, 5 ms without a sound, prevents that.
    """
    from PySide6.QtMultimedia import QAudioSink

    sink = QAudioSink(output, output.preferredFormat())
    sink.start()
    sink.stop()


def _settle_overrides(signal: SignalInstance) -> None:
    """Have PySide find out now that nobody overrides `connectNotify` and `disconnectNotify` of this signal's object.

    It asks Python once for each object and remembers the answer. Left to Qt's audio thread, which takes leave of its
    output under a lock on signals, the question waits for the interpreter; if the window's thread holds that and wants
    the lock, both wait for ever.
    """
    signal.disconnect(signal.connect(_nothing))


def _nothing() -> None:
    """Heeds no signal."""


def _within(rate: float) -> float:
    return min(FASTEST, max(SLOWEST, rate))


def _gain(volume: float) -> float:
    """What samples are multiplied with to sound so loud: half as loud is much less than half."""
    from PySide6.QtMultimedia import QtAudio

    scale = QtAudio.VolumeScale
    return QtAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
