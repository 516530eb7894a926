"""A program that owns a microphone, for tests: commands in by line, what the microphone says out as JSON by line.

Commands: `open [id]`, `close`, `report`, `devices`, `stall seconds`, `quit`; with `--fake` also `hear tone|silence`,
`unplug` and `plug`, which the outside world does for the real one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer

from recordings.microphone import Microphone
from recordings.pcm import level_of
from recordings.qt_inputs import QtInputs
from recordings.voice_activity import LevelJudge
from tests.fakes import FakeMicrophone
from tests.sound import silence, tone

BEAT_MS = 50


class Listener(QObject):
    """Prints an object with `event`, `at_s` and what belongs to it for all that happens."""

    def __init__(self, microphone: Microphone | FakeMicrophone) -> None:
        super().__init__()
        self._microphone = microphone
        self._judge = LevelJudge()
        self._received_bytes = 0
        self._lengths: set[int] = set()
        self._loudest = 0.0
        microphone.opened.connect(self._on_opened)
        microphone.lost.connect(self._on_lost)
        microphone.only_silence.connect(self._on_only_silence)
        microphone.devices_changed.connect(self._on_devices_changed)
        microphone.chunk_received.connect(self._on_chunk_received)
        microphone.sound_missing.connect(self._on_sound_missing)
        self._slowest_beat_s, self._beaten_at = 0.0, time.monotonic()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._on_beat)
        self._beat.start(BEAT_MS)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)
        self._say("ready")

    def _say(self, event: str, **facts: object) -> None:
        print(json.dumps({"event": event, "at_s": time.monotonic(), **facts}), flush=True)

    def _obey(self, line: str) -> None:
        verb, _, argument = line.partition(" ")
        commands: dict[str, Callable[[str], None]] = {
            "open": self._open,
            "close": self._close,
            "report": self._report,
            "devices": self._tell_devices,
            "stall": self._stall,
        }
        commands.get(verb, self._quit)(argument)

    def _open(self, device_id: str) -> None:
        self._received_bytes, self._loudest = 0, 0.0
        self._lengths.clear()
        self._microphone.open(device_id or None)

    def _close(self, _: str) -> None:
        self._microphone.close()
        self._report(_)

    def _report(self, _: str) -> None:
        self._say(
            "report",
            byte_count=self._received_bytes,
            lengths=sorted(self._lengths),
            loudest=self._loudest,
            word=self._judge.word.name,
            is_open=self._microphone.is_open,
            device_id=self._microphone.device_id,
            slowest_beat_s=self._slowest_beat_s,
        )

    def _tell_devices(self, _: str) -> None:
        self._say("devices", found=[[info.id, info.is_default] for info in self._microphone.devices()])

    def _stall(self, seconds: str) -> None:
        time.sleep(float(seconds))
        self._beaten_at = time.monotonic()  # this was asked for
        self._say("stalled")

    def _quit(self, _: str) -> None:
        QCoreApplication.quit()

    def _on_opened(self) -> None:
        self._say("opened", device_id=self._microphone.device_id, byte_count=self._received_bytes)

    def _on_lost(self, sentence: str) -> None:
        self._say("lost", sentence=sentence, is_open=self._microphone.is_open)

    def _on_only_silence(self, sentence: str) -> None:
        self._say("only_silence", sentence=sentence)

    def _on_sound_missing(self, lasted_s: float, ago_s: float) -> None:
        self._say("sound_missing", lasted_s=lasted_s, ago_s=ago_s)

    def _on_beat(self) -> None:
        now = time.monotonic()
        self._slowest_beat_s, self._beaten_at = max(self._slowest_beat_s, now - self._beaten_at), now

    def _on_devices_changed(self) -> None:
        self._say("devices_changed")

    def _on_chunk_received(self, chunk: bytes) -> None:
        self._received_bytes += len(chunk)
        self._loudest = max(self._loudest, level_of(chunk))
        self._lengths.add(len(chunk))
        self._judge.feed(chunk)

    def _on_input(self) -> None:
        lines = os.read(sys.stdin.fileno(), 4096).decode().splitlines()
        for line in lines or ["quit"]:
            self._obey(line)


class FakeWorld(Listener):
    """A listener with a fake microphone, and the air around it: 60 ms of sound every 60 ms."""

    def __init__(self, microphone: FakeMicrophone) -> None:
        super().__init__(microphone)
        self._fake = microphone
        self._sound = silence(0.06)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(60)

    def _obey(self, line: str) -> None:
        match line.split():
            case ["hear", "tone"]:
                self._sound = tone(0.06, peak_db=-10)
            case ["hear", "silence"]:
                self._sound = silence(0.06)
            case ["unplug"]:
                self._fake.unplug("virtmic")
            case ["plug"]:
                self._fake.plug_in("virtmic")
            case _:
                super()._obey(line)

    def _on_timeout(self) -> None:
        self._fake.hear(self._sound)


if __name__ == "__main__":
    application = QCoreApplication([])
    if "--fake" in sys.argv:
        listener: Listener = FakeWorld(FakeMicrophone("virtmic"))
    else:
        listener = Listener(Microphone(inputs=QtInputs() if "--qt" in sys.argv else None))
    sys.exit(application.exec())
