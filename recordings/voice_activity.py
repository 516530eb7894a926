"""Is somebody speaking right now, and loudly enough? For the live window only; the transcript has its own detector."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from recordings.pcm import FULL_SCALE, SAMPLE_BYTES, SAMPLE_RATE, decibels_of

FRAME_S: Final = 0.02  # one decision; ITU-T G.729 B takes 10 ms, GSM 20 ms

_FRAME_BYTES: Final = int(FRAME_S * SAMPLE_RATE) * SAMPLE_BYTES

# Ours, tuned on headset, telephone and laptop recordings.
_ATTACK_FRAMES: Final = 3  # 60 ms: longer than a key click
_RELEASE_FRAMES: Final = 15  # 300 ms: longer than the stop inside a word
_ABOVE_FLOOR_ON_DB: Final = 10.0
_ABOVE_FLOOR_OFF_DB: Final = 6.0
_QUIETEST_VOICE_DB: Final = -50.0  # rustling in a quiet room lies below, a voice across the table above
_HIGHEST_FLOOR_DB: Final = -34.0  # above this a long vowel would be taken for noise
_FLOOR_BLOCK_FRAMES: Final = 25  # half a second
_FLOOR_BLOCKS: Final = 6


class NoiseFloor:
    """The quietest there was in the last three seconds, in dBFS: speech always has dips that long.

    Minimum statistics, after Martin 2001 (Noise power spectral density estimation), on broadband level.
    """

    def __init__(self) -> None:
        self._blocks: deque[float] = deque(maxlen=_FLOOR_BLOCKS)
        self._frames = 0

    def hear(self, level_db: float) -> float:
        """The floor after a frame of `level_db`."""
        if self._frames % _FLOOR_BLOCK_FRAMES == 0:
            self._blocks.append(level_db)
        self._frames += 1
        self._blocks[-1] = min(self._blocks[-1], level_db)
        return min(_HIGHEST_FLOOR_DB, *self._blocks)


class LiveVoiceActivity:
    """Speech or not, frame by frame, against a noise floor that follows the room.

    Speech begins when 60 ms in a row rise above the floor, and ends when 300 ms in a row fall back to it.
    """

    def __init__(self, quietest_voice_db: float = _QUIETEST_VOICE_DB) -> None:
        self._quietest_voice_db = quietest_voice_db
        self._floor = NoiseFloor()
        self._rest = b""
        self._is_speech = False
        self._contrary_frames = 0

    def feed(self, pcm: bytes) -> bool:
        """Whether there is speech at the end of `pcm`."""
        for frame in self._frames_of(pcm):
            self._hear(decibels_of(frame))
        return self._is_speech

    def _frames_of(self, pcm: bytes) -> list[memoryview]:
        sound = memoryview(self._rest + pcm)
        whole = len(sound) - len(sound) % _FRAME_BYTES
        self._rest = bytes(sound[whole:])
        return [sound[start : start + _FRAME_BYTES] for start in range(0, whole, _FRAME_BYTES)]

    def _hear(self, level_db: float) -> None:
        floor_db = self._floor.hear(level_db)
        above_db = _ABOVE_FLOOR_OFF_DB if self._is_speech else _ABOVE_FLOOR_ON_DB
        is_voiced = level_db > max(self._quietest_voice_db, floor_db + above_db)
        self._contrary_frames = self._contrary_frames + 1 if is_voiced is not self._is_speech else 0
        if self._contrary_frames >= (_RELEASE_FRAMES if self._is_speech else _ATTACK_FRAMES):
            self._is_speech, self._contrary_frames = is_voiced, 0


class LevelWord(StrEnum):
    """What the level check says; the value is the sentence shown."""

    WAITING = "Say a few words."
    GOOD = "Good. I can hear you."
    QUIET = "Very quiet: move closer to the microphone."
    LOUD = "Too loud: the sound is clipping."
    SILENCE = "Only silence. Is the microphone muted?"


_JUDGED_S: Final = 3.0
_QUIET_VOICE_DB: Final = -42.0  # ours: half of the meter's height is -30, and below this the recogniser loses words
_FAINTEST_VOICE_DB: Final = -70.0
_CLIPPED_AT: Final = FULL_SCALE - 200
_CLIPPED_SAMPLES: Final = 8  # a single one may be a click


@dataclass(frozen=True, slots=True)
class _Moment:
    samples: int
    level_db: float
    is_speech: bool
    clipped: int
    is_zero: bool


class LevelJudge:
    """The state of the microphone in words, from the last `over_s` seconds."""

    def __init__(self, over_s: float = _JUDGED_S) -> None:
        self._over_s = over_s
        self._activity = LiveVoiceActivity(quietest_voice_db=_FAINTEST_VOICE_DB)
        self._moments: deque[_Moment] = deque()
        self._samples = 0

    def feed(self, pcm: bytes) -> LevelWord:
        """The word after `pcm`."""
        if pcm:
            self._remember(self._moment(pcm))
        return self.word

    @property
    def word(self) -> LevelWord:
        """`SILENCE` only for digital silence: a quiet room has noise, a muted microphone has none."""
        spoken_db = [moment.level_db for moment in self._moments if moment.is_speech]
        if self._samples >= SAMPLE_RATE and all(moment.is_zero for moment in self._moments):
            return LevelWord.SILENCE
        if sum(moment.clipped for moment in self._moments) >= _CLIPPED_SAMPLES:
            return LevelWord.LOUD
        if not spoken_db:
            return LevelWord.WAITING
        return LevelWord.GOOD if max(spoken_db) > _QUIET_VOICE_DB else LevelWord.QUIET

    def _moment(self, pcm: bytes) -> _Moment:
        samples = memoryview(pcm).cast("h")
        highest, lowest = max(samples), min(samples)
        is_zero = highest == lowest == 0
        is_loud = highest >= _CLIPPED_AT or lowest <= -_CLIPPED_AT
        return _Moment(
            samples=len(samples),
            level_db=decibels_of(pcm),
            is_speech=not is_zero and self._activity.feed(_sounding(pcm)),
            clipped=sum(abs(sample) >= _CLIPPED_AT for sample in samples) if is_loud else 0,
            is_zero=is_zero,
        )

    def _remember(self, moment: _Moment) -> None:
        self._moments.append(moment)
        self._samples += moment.samples
        while self._samples - self._moments[0].samples >= self._over_s * SAMPLE_RATE:
            self._samples -= self._moments.popleft().samples


def _sounding(pcm: bytes) -> bytes:
    """Without the digital silence that many devices begin with: held against that, a quiet room would be a voice."""
    silent_bytes = len(pcm) - len(pcm.lstrip(b"\0"))
    return pcm[silent_bytes - silent_bytes % SAMPLE_BYTES :]
