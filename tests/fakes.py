"""Stand-ins for what touches the world outside: microphone, player, voice and speech recogniser.

They keep the promises of the real ones; `tests/recordings/test_microphone.py` and `tests/ui/test_player.py` put the
same questions to both. What happens next is up to the test: nothing here has a clock of its own.
"""

from __future__ import annotations

import queue
import threading
import wave
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.models import Question
from recordings.inputs import MicrophoneInfo
from recordings.microphone_faults import NO_MICROPHONE, NOT_THERE, SERVER_GONE, SILENT, UNPLUGGED
from recordings.sound_stream import PcmChunker, SilenceRun
from recordings.transcription.messages import Cancel, Command, Event, Follow, Ready, Transcribed
from recordings.transcription.model_speed import ModelChoice
from simulator.analysis.key_points.entailment import ClaimRead, Entailment, Likelihood
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.utterance import Utterance
from simulator.errors import ChildDied, VoiceUnavailable
from simulator.transcript import Transcript, join_words
from simulator.voice.spoken_text import OwnWords
from simulator.voice.voice_engine import VoiceInfo
from tests.sound import silence, write_wav
from ui.outputs import OutputInfo
from ui.player import NO_FILE, NO_OUTPUT, OUTPUT_GONE


class FakeMicrophone(QObject):
    """Hears what the test lets it hear, with `hear`.

    Signals: as `recordings.microphone.Microphone`.
    """

    chunk_received = Signal(bytes)
    lost = Signal(str)
    only_silence = Signal(str)
    opened = Signal()
    devices_changed = Signal()
    sound_missing = Signal(float, float)

    def __init__(self, *names: str, parent: QObject | None = None) -> None:
        """Plugged in are `names`, the first of them the default; without names there is one, "Fake microphone"."""
        super().__init__(parent)
        self._names = list(names or ("Fake microphone",))
        self._chunker = PcmChunker()
        self._silence = SilenceRun()
        self._has_opened = False
        self._is_open = False
        self.device_id: str | None = None
        self.is_sound_system_gone = False

    @property
    def is_open(self) -> bool:
        """Whether `open` was called and neither `close` nor a loss came after it."""
        return self._is_open

    def devices(self) -> tuple[MicrophoneInfo, ...]:
        """What is plugged in; a name is its own id."""
        return tuple(MicrophoneInfo(name, name, name == self._names[0]) for name in self._names)

    def open(self, device_id: str | None = None) -> None:
        """Listen; `opened` comes with the first sound."""
        self.close()
        self._is_open = True
        wanted = device_id or next(iter(self._names), None)
        if wanted in self._names:
            self.device_id = wanted
        else:
            QTimer.singleShot(0, self, lambda: self._lose(NOT_THERE if device_id else NO_MICROPHONE))

    def close(self) -> None:
        """Stop; the rest of what was heard comes first."""
        rest = self._chunker.rest() if self._has_opened else b""
        self._is_open, self._has_opened, self.device_id = False, False, None
        self._silence = SilenceRun()
        self._pass_on(rest)

    def hear(self, pcm: bytes) -> None:
        """Sound arrives from the device, if one is open."""
        if not self._is_listening():
            return
        if not self._has_opened:
            self._has_opened = True
            self.opened.emit()
        for chunk in self._chunker.feed(pcm):
            if not self._is_listening():  # closed by whoever got the last chunk
                return
            self._pass_on(chunk)
        if self._is_listening() and self._silence.feed(pcm):
            self.only_silence.emit(SILENT)

    def unplug(self, name: str | None = None) -> None:
        """Somebody pulls out `name`, or the one that is open or the default."""
        name = name or self.device_id or self._names[0]
        self._names.remove(name)
        if self.device_id == name:
            self._lose(UNPLUGGED)
        self.devices_changed.emit()

    def plug_in(self, name: str = "Fake microphone") -> None:
        """Somebody plugs in `name`; it becomes the default if it is the only one."""
        self._names.append(name)
        self.devices_changed.emit()

    def lose_server(self) -> None:
        """The sound server dies."""
        self.is_sound_system_gone = True
        if self._is_open:
            self._lose(SERVER_GONE)

    def _is_listening(self) -> bool:
        return self.device_id is not None

    def _lose(self, sentence: str) -> None:
        self.close()
        self.lost.emit(sentence)

    def _pass_on(self, chunk: bytes) -> None:
        if chunk:
            self.chunk_received.emit(chunk)


class FakePlayer(QObject):
    """Plays in no time: each `advance` is so many seconds of the file.

    Signals: as `ui.player.Player`.
    """

    position_changed = Signal(float)
    playing_changed = Signal(bool)
    finished = Signal()
    failed = Signal(str)
    output_missing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Plugged in are `output_names`, the first of them the system's choice; a name is its own id."""
        super().__init__(parent)
        self.has_output = True
        self.output_names = ["speakers", "micfeed"]
        self.output_id: str | None = None
        self._is_output_missing = False
        self.played: list[Path] = []
        self.position_s = 0.0
        self.rate = 1.0
        self.volume = 1.0
        self._end_s: float | None = None
        self._path: Path | None = None
        self._is_playing = False

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    def outputs(self) -> tuple[OutputInfo, ...]:
        return tuple(OutputInfo(name, name) for name in self.output_names)

    def use_output(self, output_id: str | None) -> None:
        if output_id != self.output_id:
            self.output_id, self._is_output_missing = output_id, False

    def play(
        self, path: Path, start_s: float = 0.0, end_s: float | None = None, rate: float = 1.0, volume: float = 1.0
    ) -> None:
        """Remember the file, and fail as the real one does when it is missing or nothing can be heard."""
        self.stop()
        self.played.append(path)
        self._path, self._end_s, self.position_s, self.rate = path, end_s, max(0.0, start_s), rate
        self.volume = volume
        self._set_playing(True)
        if not path.is_file():
            QTimer.singleShot(0, self, lambda: self._fail(path, NO_FILE.format(name=path.name)))
        elif not self.has_output:
            QTimer.singleShot(0, self, lambda: self._fail(path, NO_OUTPUT))
        else:
            QTimer.singleShot(0, self, self._tell_if_missing)

    def stop(self) -> None:
        self._path = None
        self._set_playing(False)

    def toggle_pause(self) -> None:
        if self._path is not None:
            self._set_playing(not self._is_playing)

    def set_rate(self, rate: float) -> None:
        self.rate = rate

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def close(self) -> None:
        """Nothing sounds any more."""
        self.stop()

    def advance(self, seconds: float) -> None:
        """Let so much time pass; `finished` comes at the end of the stretch or of the file."""
        if not self._is_playing or self._path is None:
            return
        if self._end_s is None:  # read once: a file that is deleted while it sounds goes on
            self._end_s = _duration_s(self._path)
        self.position_s = min(self._end_s, self.position_s + seconds * self.rate)
        self.position_changed.emit(self.position_s)
        if self.position_s >= self._end_s:
            self.stop()
            self.finished.emit()

    def _tell_if_missing(self) -> None:
        is_missing = self.output_id not in (None, *self.output_names)
        was_missing, self._is_output_missing = self._is_output_missing, is_missing
        if is_missing and not was_missing:
            self.output_missing.emit(OUTPUT_GONE)

    def _fail(self, path: Path, sentence: str) -> None:
        if path == self._path:
            self.stop()
            self.failed.emit(sentence)

    def _set_playing(self, is_playing: bool) -> None:
        if is_playing is not self._is_playing:
            self._is_playing = is_playing
            self.playing_changed.emit(is_playing)


class FakeVoice:
    """Renders every text as a tenth of a second of silence in `folder`; remembers what it was asked to say."""

    def __init__(self, folder: Path, is_broken: bool = False) -> None:
        self._folder = folder
        self.is_broken = is_broken
        self.is_off = False
        self.own_words: OwnWords = ()
        self.rendered: list[str] = []

    def cached(self, text: str, voice_id: str | None, wpm: int) -> Path | None:
        path = self._path_of(text, voice_id, wpm)
        return path if path.exists() else None

    def render(self, text: str, voice_id: str | None, wpm: int) -> Path:
        self._be_there()
        self.rendered.append(text)
        return write_wav(self._path_of(text, voice_id, wpm), silence(0.1))

    def voices(self) -> tuple[VoiceInfo, ...]:
        self._be_there()
        return (VoiceInfo("fake", "Fake voice", "en-gb"),)

    def close(self) -> None:
        """There is no child to end."""

    def _be_there(self) -> None:
        if self.is_broken:
            raise VoiceUnavailable("There is no voice on this computer.")

    def _path_of(self, text: str, voice_id: str | None, wpm: int) -> Path:
        return self._folder / f"{abs(hash((text, voice_id, wpm)))}.wav"


class FakeSpeechService:
    """Answers each take with `transcript`, as soon as it is finished; `events` may be fed by hand as well."""

    def __init__(self, transcript: Transcript | None = None) -> None:
        self.transcript = transcript or Transcript(duration_s=0.0)
        self.events: queue.Queue[Event | None] = queue.Queue()
        self.commands: list[Command] = []
        self.starts = 0
        self.choice = ModelChoice()

    def start(self) -> None:
        self.starts += 1
        self.events.put(Ready(engine="fake", model="fake"))

    def send(self, message: Command) -> None:
        self.commands.append(message)
        if not isinstance(message, Follow | Cancel):
            self.events.put(Transcribed(message.job, self.transcript))

    def receive(self, timeout_s: float | None = None) -> Event:
        """The next event; ChildDied after `kill`."""
        try:
            event = self.events.get(timeout=timeout_s)
        except queue.Empty:
            raise TimeoutError from None
        if event is None:
            raise ChildDied("fake recogniser", -9)
        return event

    def kill(self) -> None:
        self.events.put(None)

    def restart(self) -> None:
        self.events = queue.Queue()
        self.start()


class FakeMeter:
    """Reads of every answer that it makes the key points in `made` (ids) and says the contrary of those in `contrary`.

    Nothing is read once it is `broken`, and what is followed waits while the test has `held`.
    """

    def __init__(self, *made: str, contrary: tuple[str, ...] = ()) -> None:
        self._made = made
        self._contrary = contrary
        self.broken = False
        self.is_closed = False
        self.held = threading.Lock()
        self.prepared: list[Question] = []
        self.followed: list[tuple[str, Question]] = []

    def prepare(self, question: Question) -> None:
        self.prepared.append(question)

    def follow(self, utterance: Utterance, question: Question) -> None:
        with self.held:
            self.followed.append((join_words(utterance.words), question))

    def measure(self, utterance: Utterance, question: Question) -> Entailment | None:
        reading = Reading.of(utterance, question)
        if self.broken or not reading.claims or not reading.windows:
            return None
        made = {point.text for point in question.key_points if point.id in self._made}
        contrary = {point.text for point in question.key_points if point.id in self._contrary}
        by_claim = {
            claim: Likelihood(0.95 if claim in made else 0.02, 0.95 if claim in contrary else 0.02)
            for claim in reading.claims
        }
        rows = {claim: ClaimRead((likelihood,) * len(reading.windows)) for claim, likelihood in by_claim.items()}
        return Entailment(reading.windows, rows)

    def close(self) -> None:
        self.is_closed = True


def _duration_s(path: Path) -> float:
    with wave.open(str(path), "rb") as sound:
        return sound.getnframes() / sound.getframerate()
