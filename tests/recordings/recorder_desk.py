"""A recorder on a desk: what it is given to hear, and all that it told."""

from __future__ import annotations

from pathlib import Path

from recordings.closing import Closing, at_once
from recordings.pcm import SAMPLE_BYTES, seconds_of
from recordings.recorder import Recorder
from recordings.take import FinishedTake
from simulator.engine.sound_events import (
    ClockChanged,
    GapMarked,
    LevelChanged,
    SoundEvent,
    TakeBegun,
    TakeCutShort,
    TakeFinished,
)
from tests.sound import read_wav, silence, tone

VOICE = tone(0.1, 440)
BEFORE = tone(0.1, 880)
AFTER = tone(0.1, 660)
QUESTION = tone(0.1, 220)
SILENCE = silence(0.1)


class Desk:
    """A recorder, and all that it told. The clock goes on as long as what it hears."""

    def __init__(self, folder: Path, closing: Closing = at_once) -> None:
        self.folder = folder
        self.recorder = Recorder(folder, closing)
        self.is_muted = False
        self.now_s = 1000.0
        self.told: list[SoundEvent] = []

    def hear(self, chunk: bytes, times: int = 1) -> None:
        for _ in range(times):
            self.now_s += seconds_of(len(chunk) // SAMPLE_BYTES)
            self.told += self.recorder.hear(chunk, self.now_s, is_muted=self.is_muted)

    def start(self, name: str = "take", *, pre_roll_s: float | None = None) -> None:
        self.told += self.recorder.start(name, pre_roll_s=pre_roll_s)

    def stop(self) -> None:
        """Stop, and let the tail pass."""
        self.press_stop()
        self.hear(AFTER, 10)

    def press_stop(self) -> None:
        self.told += self.recorder.stop(self.now_s)

    def stop_now(self) -> None:
        self.told += self.recorder.stop_now()

    def hold(self) -> None:
        self.told += self.recorder.hold(self.now_s)

    def lose_microphone(self) -> None:
        self.told += self.recorder.on_microphone_lost()

    def miss_sound(self, lasted_s: float, ago_s: float = 0.0) -> None:
        self.told += self.recorder.on_sound_missing(lasted_s, ago_s)

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """Place and length of each, rounded to milliseconds."""
        gaps = [event.gap for event in self.told if isinstance(event, GapMarked)]
        return [(round(gap.at_s, 3), round(gap.lasted_s, 3)) for gap in gaps]

    def wait(self, seconds: float) -> None:
        """The microphone gives nothing for so long."""
        self.now_s += seconds
        self.told += self.recorder.wake(self.now_s)

    def waits_until(self) -> float | None:
        """When it is to be told the time."""
        return self.recorder.wake_at_s

    @property
    def path(self) -> Path:
        """Where the last take grew."""
        return [event.path for event in self.told if isinstance(event, TakeBegun)][-1]

    @property
    def finished(self) -> list[FinishedTake]:
        takes = [event.take for event in self.told if isinstance(event, TakeFinished)]
        return [take for take in takes if isinstance(take, FinishedTake)]

    @property
    def cut_short(self) -> TakeCutShort:
        (event,) = (event for event in self.told if isinstance(event, TakeCutShort))
        return event

    @property
    def clock(self) -> list[float]:
        return [event.elapsed_s for event in self.told if isinstance(event, ClockChanged)]

    @property
    def level(self) -> float:
        """As it was told last."""
        return [event.level for event in self.told if isinstance(event, LevelChanged)][-1]

    def pcm(self) -> bytes:
        (take,) = self.finished
        return read_wav(take.path)
