"""The peaks that are kept beside a take, and what becomes of them when it changes or goes."""

from __future__ import annotations

import os
import random
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from recordings.errors import SoundUnreadable
from recordings.kept_peaks import FEWEST, MOST, kept_peaks, peaks_path
from recordings.pcm import BYTES_PER_SECOND, HEADER_BYTES, SAMPLE_RATE, wav_header
from recordings.recovery import discard
from recordings.take_folder import TakeFolder
from tests import sound


@pytest.fixture
def take(tmp_path: Path) -> Path:
    return sound.write_wav(tmp_path / "a.wav", sound.silence(1) + sound.tone(1, peak_db=-6) + sound.silence(2))


def test_they_are_found_once_and_then_read(take: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = kept_peaks(take)
    assert len(found) == FEWEST
    assert found[: FEWEST // 4] == [0.0] * (FEWEST // 4)
    assert max(found) == pytest.approx(0.5, abs=0.01)
    assert os.name == "nt" or stat.S_IMODE(peaks_path(take).stat().st_mode) == 0o600
    monkeypatch.setattr("recordings.kept_peaks.peaks", lambda *_: pytest.fail("found again"))
    assert kept_peaks(take) == found


def test_a_long_take_has_one_for_every_twentieth_of_a_second(tmp_path: Path) -> None:
    for minutes, count in ((10, 12_000), (60, MOST)):
        path = tmp_path / f"{minutes}.wav"
        with path.open("wb") as file:
            file.write(wav_header(minutes * 60 * SAMPLE_RATE))
            file.truncate(HEADER_BYTES + minutes * 60 * BYTES_PER_SECOND)
        assert len(kept_peaks(path)) == count
        assert peaks_path(path).stat().st_size < 25_000


def test_of_a_take_that_is_another_now_they_are_found_anew(take: Path) -> None:
    kept_peaks(take)
    sound.write_wav(take, sound.silence(4))
    os.utime(take, ns=(1, 1))
    assert max(kept_peaks(take)) == 0.0


@pytest.mark.parametrize("torn", [b"", b"vvpeaks1", b"something else that is long enough to have a head"])
def test_a_torn_file_is_made_anew(take: Path, torn: bytes) -> None:
    found = kept_peaks(take)
    peaks_path(take).write_bytes(torn)
    assert kept_peaks(take) == found
    whole = peaks_path(take).read_bytes()
    peaks_path(take).write_bytes(whole[:-1])
    assert kept_peaks(take) == found
    assert peaks_path(take).read_bytes() == whole


def test_where_they_cannot_be_kept_they_are_still_found(take: Path) -> None:
    peaks_path(take).mkdir()
    assert max(kept_peaks(take)) > 0


def test_without_a_take_there_are_none(take: Path) -> None:
    take.unlink()
    with pytest.raises(SoundUnreadable):
        kept_peaks(take)
    assert list(take.parent.iterdir()) == []


def test_they_go_with_their_take(take: Path) -> None:
    kept_peaks(take)
    TakeFolder(take.parent).delete(take.name)
    assert list(take.parent.iterdir()) == []


def test_they_go_with_a_stray_that_is_thrown_away(take: Path) -> None:
    kept_peaks(take)
    discard(take)
    assert list(take.parent.iterdir()) == []


def test_of_a_take_deleted_meanwhile_nothing_stays(take: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def found_while_deleting(path: Path, buckets: int, _opened: object) -> list[float]:
        TakeFolder(path.parent).delete(path.name)
        return [0.5] * buckets

    monkeypatch.setattr("recordings.kept_peaks.peaks", found_while_deleting)
    assert len(kept_peaks(take)) == FEWEST
    assert list(take.parent.iterdir()) == []


@pytest.mark.parametrize("seed", range(4))
def test_whatever_stands_in_a_header_it_is_told_or_shown(tmp_path: Path, seed: int) -> None:
    """A take that was cut off, written over or made by another program is never more than unreadable."""
    chance = random.Random(seed)
    whole = sound.write_wav(tmp_path / "whole.wav", sound.tone(0.2)).read_bytes()
    for number in range(750):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 4))):
            content[chance.randrange(HEADER_BYTES)] = chance.choice((0, 1, 2, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        path = tmp_path / f"{number}.wav"
        path.write_bytes(content[: chance.randrange(60)] if chance.random() < 0.2 else content)
        with suppress(SoundUnreadable):
            assert all(0 <= height <= 1 for height in kept_peaks(path))
