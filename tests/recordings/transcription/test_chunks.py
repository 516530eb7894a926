"""Chunks: cut at pauses, never longer than the limit, and no voiced window is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recordings.transcription.chunks import (
    ENOUGH_LENGTH,
    LEAD,
    LONG_PAUSE,
    MAX_LENGTH,
    SHORT_PAUSE,
    TAIL,
    Chunk,
    Chunker,
)


def cut(*runs: tuple[bool, int]) -> list[Chunk]:
    chunker = Chunker()
    pushed = [chunker.push(is_voiced) for is_voiced, count in runs for _ in range(count)]
    return [chunk for chunk in [*pushed, chunker.finish()] if chunk is not None]


VOICE, PAUSE = True, False


def test_silence_gives_no_chunk() -> None:
    assert cut((PAUSE, 2000)) == []


def test_a_chunk_has_room_before_and_after_the_voice() -> None:
    assert cut((PAUSE, 50), (VOICE, 60), (PAUSE, 100)) == [Chunk(50 - LEAD, 110 + TAIL)]


def test_a_long_stretch_ends_at_the_first_pause() -> None:
    first, second = cut((VOICE, ENOUGH_LENGTH), (PAUSE, SHORT_PAUSE), (VOICE, 50))
    assert first.end == ENOUGH_LENGTH + TAIL
    assert second.start >= first.end
    assert not first.is_forced


def test_a_short_stretch_waits_for_a_long_pause() -> None:
    assert len(cut((VOICE, 30), (PAUSE, LONG_PAUSE - 1), (VOICE, 30))) == 1
    assert len(cut((VOICE, 30), (PAUSE, LONG_PAUSE), (VOICE, 30))) == 2


def test_without_a_pause_it_cuts_in_the_widest_gap() -> None:
    first, second = cut((VOICE, 100), (PAUSE, 8), (VOICE, 40), (PAUSE, 5), (VOICE, 150))
    assert first == Chunk(0, 104)
    assert second.start == 104


def test_without_any_gap_the_cut_is_forced() -> None:
    first, second = cut((VOICE, MAX_LENGTH + 40))
    assert first == Chunk(0, MAX_LENGTH, is_forced=True)
    assert second == Chunk(MAX_LENGTH, MAX_LENGTH + 40)


def test_a_forced_cut_can_be_moved_back_to_a_word_boundary() -> None:
    chunker = Chunker()
    forced = [chunk for _ in range(MAX_LENGTH) if (chunk := chunker.push(VOICE))]
    assert forced[0].is_forced
    chunker.resume_at(MAX_LENGTH - 20)
    assert chunker.needed_from == MAX_LENGTH - 20
    assert chunker.finish() == Chunk(MAX_LENGTH - 20, MAX_LENGTH)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 300)), max_size=20))
def test_every_voiced_window_is_in_exactly_one_chunk(runs: list[tuple[bool, int]]) -> None:
    chunks = cut(*runs)
    flags = [is_voiced for is_voiced, count in runs for _ in range(count)]
    covered = [window for chunk in chunks for window in range(chunk.start, chunk.end)]
    assert covered == sorted(set(covered))
    assert {window for window, is_voiced in enumerate(flags) if is_voiced} <= set(covered)
    assert all(0 <= chunk.start < chunk.end <= len(flags) for chunk in chunks)
    assert all(chunk.end - chunk.start <= MAX_LENGTH for chunk in chunks)
