from __future__ import annotations

from pathlib import Path

import pytest

from recordings.errors import LibraryRefused, LittleSpace
from recordings.take import FinishedTake, TakeWriter
from recordings.take_folder import STATE_SENTENCES, TakeFolder, TakeState
from tests import sound
from tests.recordings.small_disk import small_disk


@pytest.fixture
def take(tmp_path: Path) -> FinishedTake:
    writer = TakeWriter.create(tmp_path, "a")
    writer.append(sound.tone(1))
    return writer.close()


def test_a_saved_take_is_whole(take: FinishedTake) -> None:
    library = TakeFolder(take.path.parent)
    assert library.path_of("a.wav") == take.path
    assert library.check("a.wav", take.samples) is TakeState.WHOLE
    assert library.check("a.wav", take.samples, take.sha256) is TakeState.WHOLE


def test_missing_truncated_and_replaced_takes_are_told_apart(take: FinishedTake) -> None:
    library = TakeFolder(take.path.parent)
    content = take.path.read_bytes()
    take.path.write_bytes(content[:-2])
    assert library.check("a.wav", take.samples) is TakeState.TRUNCATED
    take.path.write_bytes(content + b"xx")
    assert library.check("a.wav", take.samples) is TakeState.REPLACED
    take.path.write_bytes(content[:-2] + b"xx")
    assert library.check("a.wav", take.samples) is TakeState.WHOLE
    assert library.check("a.wav", take.samples, take.sha256) is TakeState.REPLACED
    take.path.unlink()
    assert library.check("a.wav", take.samples, take.sha256) is TakeState.MISSING


def test_every_state_has_its_sentence() -> None:
    assert set(STATE_SENTENCES) == set(TakeState)


@pytest.mark.parametrize("name", ["../a.wav", "/etc/passwd", "a/b.wav", "", "..", "..\\a.wav"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        TakeFolder(tmp_path).path_of(name)


def test_orphans_are_found(take: FinishedTake) -> None:
    library = TakeFolder(take.path.parent)
    TakeWriter.create(library.folder, "b").close()
    TakeWriter.create(library.folder, "c").discard()
    unfinished = TakeWriter.create(library.folder, "d")
    assert library.find_orphans({"a.wav", "e.wav"}) == ("b.wav",)
    unfinished.discard()


def test_deleted_is_gone_and_may_be_deleted_again(take: FinishedTake) -> None:
    library = TakeFolder(take.path.parent)
    library.delete("a.wav")
    library.delete("a.wav")
    assert list(library.folder.iterdir()) == []


def test_what_cannot_be_deleted_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.wav").mkdir()
    with pytest.raises(LibraryRefused, match="delete it yourself"):
        TakeFolder(tmp_path).delete("a.wav")


def test_ten_minutes_need_fifty_megabytes_free(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", kilobytes=40_000) as folder:
        with pytest.raises(LittleSpace) as caught:
            TakeFolder(folder).check_space()
        assert "40 MB is free" in caught.value.sentence
        assert "21 min" in caught.value.sentence
        assert str(folder) in caught.value.sentence
        assert caught.value.free_bytes < caught.value.needed_bytes
    with small_disk(tmp_path / "enough", kilobytes=60_000) as folder:
        TakeFolder(folder).check_space()
        with pytest.raises(LittleSpace):
            TakeFolder(folder).check_space(needed_s=3600)
