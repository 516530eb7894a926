"""Whatever holds sound becomes a take of the library; what does not leaves nothing behind."""

from __future__ import annotations

import hashlib
from pathlib import Path

import av
import numpy as np
import pytest

from recordings.pcm import SAMPLE_RATE
from recordings.take_folder import TakeFolder, TakeState
from recordings.taking_in.copying import carried_out
from recordings.taking_in.messages import Copied, Copy, Look, Looked, NoSound, NotCopied
from tests.recordings.transcription.sound_files import encode, sine
from tests.sound import pitch_hz, read_wav, tone, write_wav

KINDS = [("answer.mp4", "aac"), ("answer.mov", "aac"), ("answer.webm", "libopus"), ("answer.m4a", "aac")]


@pytest.fixture
def library(tmp_path: Path) -> TakeFolder:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return TakeFolder(folder)


def names_in(library: TakeFolder) -> list[str]:
    return sorted(path.name for path in library.folder.iterdir())


@pytest.mark.parametrize(("name", "codec"), KINDS)
def test_the_sound_of_every_container_becomes_a_take(
    name: str, codec: str, tmp_path: Path, library: TakeFolder
) -> None:
    file = encode(tmp_path / name, codec, "stereo", np.stack([sine(3.0, 48_000), sine(3.0, 48_000)]), rate=48_000)
    looked = carried_out(Look(file))
    assert isinstance(looked, Looked)
    assert looked.duration_s == pytest.approx(3.0, abs=0.2)
    copied = carried_out(Copy(7, file, library.folder, "take"))
    assert isinstance(copied, Copied)
    assert copied.number == 7
    pcm = read_wav(library.folder / "take.wav")
    assert copied.samples == len(pcm) // 2 == pytest.approx(3 * SAMPLE_RATE, abs=0.2 * SAMPLE_RATE)
    assert pitch_hz(pcm) == pytest.approx(440, abs=2)
    assert hashlib.sha256(pcm).hexdigest() == copied.sha256
    assert library.check("take.wav", copied.samples, copied.sha256) is TakeState.WHOLE


def with_pictures(path: Path) -> Path:
    """A film of two seconds with sound in it, as a telephone makes it."""
    with av.open(str(path), "w") as container:
        film = container.add_stream("mpeg4", rate=5)
        film.width, film.height, film.pix_fmt = 32, 32, "yuv420p"
        sound = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        for _ in range(10):
            container.mux(film.encode(av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")))
        frame = av.AudioFrame.from_ndarray(sine(2.0)[np.newaxis], format="fltp", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        resampler = av.AudioResampler("fltp", "mono", SAMPLE_RATE, frame_size=1024)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(sound.encode(piece))
        for stream in (film, sound):
            container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("name", ["film.mp4", "film.mov"])
def test_of_a_film_only_the_sound_is_taken(name: str, tmp_path: Path, library: TakeFolder) -> None:
    file = with_pictures(tmp_path / name)
    copied = carried_out(Copy(0, file, library.folder, "take"))
    assert isinstance(copied, Copied)
    assert copied.samples == pytest.approx(2 * SAMPLE_RATE, abs=0.2 * SAMPLE_RATE)
    assert names_in(library) == ["take.wav"]


def test_the_original_is_only_read(tmp_path: Path, library: TakeFolder) -> None:
    file = write_wav(tmp_path / "answer.wav", tone(1.0))
    before = file.read_bytes()
    file.chmod(0o400)
    assert isinstance(carried_out(Copy(0, file, library.folder, "take")), Copied)
    assert file.read_bytes() == before
    assert read_wav(library.folder / "take.wav") == read_wav(file)


def test_what_holds_no_sound_is_refused_in_a_sentence_and_leaves_nothing(tmp_path: Path, library: TakeFolder) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Not sound at all. " * 100)
    empty = write_wav(tmp_path / "empty.wav", b"")
    for file, why in ((text, "is not a sound file"), (tmp_path / "gone.wav", "is not there"), (empty, "")):
        refused = carried_out(Copy(1, file, library.folder, "take"))
        assert isinstance(refused, NotCopied)
        assert refused.sentence.startswith(file.name)
        assert why in refused.sentence
    looked = carried_out(Look(text))
    assert isinstance(looked, NoSound)
    assert looked.sentence == "notes.txt is not a sound file that can be read."
    assert names_in(library) == []


def test_a_playlist_is_not_followed(tmp_path: Path, library: TakeFolder) -> None:
    """A list of places is text that could make a decoder open other files, or addresses."""
    write_wav(tmp_path / "other.wav", tone(1.0))
    playlist = tmp_path / "list.m3u8"
    playlist.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nother.wav\n#EXT-X-ENDLIST\n")
    assert isinstance(carried_out(Copy(0, playlist, library.folder, "take")), NotCopied)


def test_a_full_disk_is_told_before_anything_is_written(
    tmp_path: Path, library: TakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_wav(tmp_path / "answer.wav", tone(1.0))
    monkeypatch.setattr("recordings.take_folder.LEAST_FREE_BYTES", 1 << 60)
    refused = carried_out(Copy(0, file, library.folder, "take"))
    assert isinstance(refused, NotCopied)
    assert refused.sentence.startswith("Disk space is low")
    assert names_in(library) == []
