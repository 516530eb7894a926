"""From chunks of sound to a take on disk: what is kept, and when. Reads no clock; the device is `microphone`'s."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Final

from recordings.closing import Closing, at_once
from recordings.errors import RecordingError
from recordings.pcm import BYTES_PER_SECOND, SAMPLE_BYTES, SAMPLE_RATE, level_of
from recordings.take import FinishedTake, TakeWriter
from recordings.voice_activity import LiveVoiceActivity
from simulator.drills.held_silence import HOLD_S, HeldSilence
from simulator.engine.sound_events import (
    ClockChanged,
    GapMarked,
    LevelChanged,
    SoundEvent,
    TakeBegun,
    TakeCutShort,
    TakeFinished,
    TakeRefused,
    VoiceBeforeAnswer,
    VoiceHeard,
)
from simulator.gap import Gap

TAIL_S: Final = 0.3  # kept after Stop, so that the last word is whole
PRE_ROLL_S: Final = 0.3  # kept from before Start, so that the first word is whole
_REMEMBERED_S: Final = 2.0  # the longest pre-roll there can be
TAIL_PATIENCE_S: Final = 0.9  # a microphone that gives nothing must not hold up Stop


class Recorder:
    """Owns the open take, in `folder`, and answers each input with what came of it.

    Chunks are 16 kHz mono 16-bit PCM; `now_s` is in monotonic seconds. Nothing is raised: a fault is an event, too.
    """

    def __init__(self, folder: Path, closing: Closing = at_once) -> None:
        """`closing` says where takes are closed; one that is being closed is told of by `wake` or `stop_now`."""
        self._folder = folder
        self._close = closing
        self._closing: Future[FinishedTake] | None = None
        self._take: TakeWriter | None = None
        self._is_paused = False
        self._tail_left: int | None = None
        self._silence: HeldSilence | None = None
        self._held: list[bytes] = []
        self._held_bytes = 0
        self._recent: deque[bytes] = deque()
        self._recent_bytes = 0
        self._activity = LiveVoiceActivity()
        self._activity_before = LiveVoiceActivity()
        self._wake_at_s: float | None = None
        self._heard_at_s: float | None = None
        self._gap_from_s: float | None = None

    @property
    def is_recording(self) -> bool:
        """Whether a take is open (also while paused, and during the tail), or being closed."""
        return self._take is not None or self._closing is not None

    @property
    def duration_s(self) -> float:
        """Seconds in the open take; 0 if there is none."""
        return self._take.duration_s if self._take else 0.0

    @property
    def went_on_s(self) -> float | None:
        """When in the held silence, held now or last, a voice was heard; None if none was."""
        return self._silence.went_on_s if self._silence else None

    @property
    def wake_at_s(self) -> float | None:
        """When `wake` is to be called, in monotonic seconds; None while nothing waits for the time."""
        return self._wake_at_s

    def start(self, name: str, *, pre_roll_s: float | None = None) -> tuple[SoundEvent, ...]:
        """Open a take and keep everything from now on, and from the seconds before: 0.3 unless said, at most 2."""
        try:
            self._take = TakeWriter.create(self._folder, name)
        except RecordingError as error:
            return (TakeRefused(str(error)),)
        self._is_paused = False
        self._tail_left = self._gap_from_s = None
        self._silence = None
        self._activity = LiveVoiceActivity()
        return (TakeBegun(self._take.path), *self._keep_recent(PRE_ROLL_S if pre_roll_s is None else pre_roll_s))

    def hear(self, chunk: bytes, now_s: float, *, is_muted: bool = False) -> tuple[SoundEvent, ...]:
        """Take in a chunk. `is_muted`: the program's own voice sounds, and must not end up in the answer."""
        if is_muted:
            self._forget_recent()
            self._begin_gap()
            return (LevelChanged(0.0),)
        told = (LevelChanged(level_of(chunk)), *self._take_in(chunk, now_s))
        self._heard_at_s = now_s
        return told

    def stop(self, now_s: float) -> tuple[SoundEvent, ...]:
        """Keep 0.3 s more, then close the take."""
        if self._take is None or self._tail_left is not None:
            return ()
        is_silent = self._is_holding and bool(self._held)  # the tail is there already
        if self._is_paused or is_silent:
            return self.stop_now()
        self._tail_left = int(TAIL_S * SAMPLE_RATE) * SAMPLE_BYTES
        self._wake_at_s = now_s + TAIL_PATIENCE_S
        return ()

    def hold(self, now_s: float) -> tuple[SoundEvent, ...]:
        """Listen on to the silence after the answer, then close the take.

        The take gets the silence only if it is broken: an answer is no longer for what was not said.
        """
        if self._take is None or self._is_paused:
            return self.stop(now_s)
        self._silence, self._held, self._held_bytes = HeldSilence(), [], 0
        self._be_patient_with_silence(now_s)
        return ()

    def stop_now(self) -> tuple[SoundEvent, ...]:
        """Close the take at once, and wait until it is."""
        return (*self._finish(), *self._closed())

    def pause(self) -> None:
        """Keep the take open but write nothing: from what was written last on there is a gap, if the take goes on."""
        self._begin_gap()
        self._is_paused = True

    def resume(self) -> None:
        """Go on writing; the gap ends with the next chunk."""
        self._is_paused = False

    def wake(self, now_s: float) -> tuple[SoundEvent, ...]:
        """The time is `now_s`: a take whose microphone gives nothing more is closed once it has been waited for."""
        if self._closing is not None:
            return tuple(self._closed_by_now())
        is_due = self._wake_at_s is not None and now_s >= self._wake_at_s
        return tuple(self._finish()) if is_due else ()

    def on_microphone_opened(self) -> None:
        """What was heard before it was closed is long ago."""
        self._forget_recent()

    def on_microphone_lost(self) -> tuple[SoundEvent, ...]:
        """The take stays open for `resume` or `stop`, unless it was about to be closed."""
        self._forget_recent()
        is_ending = self._tail_left is not None or self._is_holding
        self._begin_gap()
        self._is_paused = self._is_paused or not is_ending
        return (*(self.stop_now() if is_ending else ()), LevelChanged(0.0))

    def on_sound_missing(self, lasted_s: float, ago_s: float) -> tuple[SoundEvent, ...]:
        """For `lasted_s` seconds nothing was heard, `ago_s` seconds of sound before now: sleep, or a stall."""
        if not self._is_writing or ago_s >= self.duration_s:
            return ()
        return (GapMarked(Gap(self.duration_s - ago_s, lasted_s)),)

    @property
    def _is_writing(self) -> bool:
        return self._take is not None and not self._is_paused and not self._is_holding

    @property
    def _is_holding(self) -> bool:
        return self._silence is not None and self._take is not None and self._tail_left is None

    def _take_in(self, chunk: bytes, now_s: float) -> Iterator[SoundEvent]:
        if self._take is None:
            self._remember(chunk)
            yield VoiceBeforeAnswer(len(chunk) / BYTES_PER_SECOND, self._activity_before.feed(chunk))
        elif self._is_holding:
            yield from self._hold_on(chunk, now_s)
        elif not self._is_paused:
            yield from self._end_gap(now_s - len(chunk) / BYTES_PER_SECOND)
            yield from self._keep(chunk)

    def _begin_gap(self) -> None:
        """Nothing is written from now on; before the first sample there is nothing to part."""
        if self._is_writing and self._gap_from_s is None and self.duration_s:
            self._gap_from_s = self._heard_at_s

    def _end_gap(self, now_s: float) -> Iterator[SoundEvent]:
        from_s, self._gap_from_s = self._gap_from_s, None
        if from_s is not None and now_s > from_s:
            yield GapMarked(Gap(self.duration_s, now_s - from_s))

    def _hold_on(self, chunk: bytes, now_s: float) -> Iterator[SoundEvent]:
        silence = self._silence
        assert silence is not None  # noqa: S101 - only while it is held
        self._held.append(chunk)
        self._held_bytes += len(chunk)
        held_s = self._held_bytes / BYTES_PER_SECOND
        is_voice = self._activity.feed(chunk)
        is_over = silence.heard(held_s, is_voice)
        if held_s <= TAIL_S or (is_voice and silence.went_on_s is not None):
            yield from self._write_held()
        if self._take is None:
            return
        if silence.went_on_s is not None:
            self._be_patient_with_silence(now_s)
        if is_over:
            yield from self._finish()

    def _be_patient_with_silence(self, now_s: float) -> None:
        self._wake_at_s = now_s + HOLD_S + TAIL_PATIENCE_S

    def _write_held(self) -> Iterator[SoundEvent]:
        held, self._held = self._held, []
        for chunk in held:
            yield from self._write(chunk)

    def _keep_recent(self, pre_roll_s: float) -> Iterator[SoundEvent]:
        self._shorten_recent(pre_roll_s)
        recent = tuple(self._recent)
        self._forget_recent()
        for chunk in recent:
            yield from self._keep(chunk)

    def _keep(self, chunk: bytes) -> Iterator[SoundEvent]:
        if self._tail_left is not None:
            chunk = chunk[: self._tail_left]
            self._tail_left -= len(chunk)
        yield from self._write(chunk)
        if self._take is None:
            return
        yield VoiceHeard(self.duration_s, self._activity.feed(chunk))
        if self._tail_left == 0:
            yield from self._finish()

    def _write(self, chunk: bytes) -> Iterator[SoundEvent]:
        if self._take is None:
            return
        try:
            self._take.append(chunk)
        except RecordingError as error:
            yield self._cut_short(str(error))
        else:
            yield ClockChanged(self.duration_s)

    def _finish(self) -> Iterator[SoundEvent]:
        take = self._let_go()
        if take is not None:
            self._closing = self._close(take.close)
            self._wake_at_s = 0.0  # as soon as may be, and again until it is closed
            yield from self._closed_by_now()

    def _closed_by_now(self) -> Iterator[SoundEvent]:
        if self._closing is not None and self._closing.done():
            yield from self._closed()

    def _closed(self) -> Iterator[SoundEvent]:
        closing, self._closing = self._closing, None
        if closing is None:
            return
        self._wake_at_s = None
        try:
            finished = closing.result()
        except RecordingError as error:
            yield TakeCutShort(str(error), None)
        else:
            yield TakeFinished(finished)

    def _cut_short(self, sentence: str) -> TakeCutShort:
        take = self._let_go()
        kept: FinishedTake | None = None
        if take is not None:
            try:
                kept = take.close()
            except RecordingError:
                kept = None  # the .part stays; the next start offers to recover it
        return TakeCutShort(sentence, kept)

    def _let_go(self) -> TakeWriter | None:
        take, self._take = self._take, None
        self._wake_at_s = self._tail_left = None
        return take

    def _remember(self, chunk: bytes) -> None:
        self._recent.append(chunk)
        self._recent_bytes += len(chunk)
        self._shorten_recent(_REMEMBERED_S)

    def _shorten_recent(self, to_s: float) -> None:
        while self._recent and self._recent_bytes - len(self._recent[0]) >= to_s * BYTES_PER_SECOND:
            self._recent_bytes -= len(self._recent.popleft())

    def _forget_recent(self) -> None:
        self._recent.clear()
        self._recent_bytes = 0
