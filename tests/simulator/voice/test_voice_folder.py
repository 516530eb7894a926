"""The folder of more voices: what is kept is the pinned file, and nothing else is ever left in it."""

from __future__ import annotations

import errno
import os
import pickle
import stat
from pathlib import Path

import pytest

from simulator.errors import VoiceRefused
from simulator.voice.more_voices import MoreVoice
from simulator.voice.voice_engine import EngineMissing
from simulator.voice.voice_folder import FileState, VoiceFolder
from tests.simulator.voice.voice_files import EMMA, EMMA_BYTES, FENRIR, FENRIR_BYTES, known, left_in, voice_folder


def put(folder: VoiceFolder, name: str, content: bytes) -> Path:
    folder.folder.mkdir(parents=True, exist_ok=True)
    path = folder.folder / name
    path.write_bytes(content)
    return path


def test_an_empty_folder_has_none(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    assert folder.installed() == ()
    assert folder.state(EMMA) is FileState.ABSENT
    assert folder.find("emma") is None
    assert folder.content(EMMA) is None
    assert not folder.folder.exists()


def test_what_is_there_and_right_is_found(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    put(folder, EMMA.file, EMMA_BYTES)
    assert folder.installed() == (EMMA,)
    assert folder.find("emma") == EMMA
    assert folder.content(EMMA) == EMMA_BYTES
    assert pickle.loads(pickle.dumps(folder)).installed() == (EMMA,)  # noqa: S301 - as it goes to the child


@pytest.mark.parametrize("content", [b"", EMMA_BYTES[:-1], EMMA_BYTES + b"!", b"f" + EMMA_BYTES[1:]])
def test_a_damaged_file_is_never_given_out(tmp_path: Path, content: bytes) -> None:
    folder = voice_folder(tmp_path)
    put(folder, EMMA.file, content)
    assert folder.state(EMMA) is FileState.DAMAGED
    assert folder.installed() == ()
    assert folder.content(EMMA) is None


def test_a_file_that_changes_is_looked_at_again(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    path = put(folder, EMMA.file, EMMA_BYTES)
    assert folder.find("emma") == EMMA
    path.write_bytes(b"f" + EMMA_BYTES[1:])
    os.utime(path, ns=(1, 1))
    assert folder.state(EMMA) is FileState.DAMAGED
    path.unlink()
    assert folder.state(EMMA) is FileState.ABSENT


def test_a_folder_in_the_place_of_a_file_is_no_voice(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    (folder.folder / EMMA.file).mkdir(parents=True)
    assert folder.state(EMMA) is FileState.DAMAGED


def test_without_hibari_there_are_none(tmp_path: Path) -> None:
    def none() -> tuple[MoreVoice, ...]:
        raise EngineMissing("reinstall Viva Voce")

    folder = VoiceFolder(tmp_path, none)
    assert folder.installed() == ()
    assert folder.find("emma") is None


def test_a_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    source = tmp_path / "emma (1).onnx"
    source.write_bytes(EMMA_BYTES)
    assert folder.add_from(source).voices == (EMMA,)
    assert left_in(folder) == [EMMA.file]
    assert folder.content(EMMA) == EMMA_BYTES
    assert stat.S_IMODE(folder.path_of(EMMA).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700
    assert source.exists()


def test_a_folder_is_looked_through(tmp_path: Path) -> None:
    folder, source = voice_folder(tmp_path), tmp_path / "stick"
    (source / "deeper").mkdir(parents=True)
    (source / "one").write_bytes(EMMA_BYTES)
    (source / "letter.txt").write_text("Dear Viva")
    (source / FENRIR.file).write_bytes(FENRIR_BYTES[:-1])
    added = folder.add_from(source)
    assert added.voices == (EMMA,)
    assert added.refused == (FENRIR.file,)
    assert left_in(folder) == [EMMA.file]


def test_the_folder_itself_may_be_chosen(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    put(folder, EMMA.file, EMMA_BYTES)
    assert folder.add_from(folder.folder).voices == (EMMA,)
    assert folder.content(EMMA) == EMMA_BYTES


def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    wrong = tmp_path / EMMA.file
    wrong.write_bytes(b"f" + EMMA_BYTES[1:])
    with pytest.raises(VoiceRefused, match=r"^emma\.onnx in .* is not the expected file, so it was not added\.$"):
        folder.add_from(wrong)
    assert left_in(folder) == []


def test_where_there_is_no_voice_it_says_what_it_looks_for(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(VoiceRefused, match=r"No voice .*it accepts emma\.onnx, fenrir\.onnx\.$"):
        voice_folder(tmp_path).add_from(empty)
    with pytest.raises(VoiceRefused, match=r"cannot be read \(No such file or directory\); nothing was added\.$"):
        voice_folder(tmp_path).add_from(tmp_path / "gone")


def test_a_voice_that_was_there_stays_when_another_file_is_refused(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    put(folder, EMMA.file, EMMA_BYTES)
    with folder.incoming(EMMA) as arriving:
        arriving.write(EMMA_BYTES[:-1])
    assert left_in(folder) == [EMMA.file]
    assert folder.content(EMMA) == EMMA_BYTES


def test_a_full_disk_is_said_with_place_and_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = voice_folder(tmp_path)
    source = tmp_path / "emma"
    source.write_bytes(EMMA_BYTES)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VoiceRefused, match=r"was not added: the disk is full; it needs 0\.2 MB in .*voices\.$"):
        folder.add_from(source)
    assert left_in(folder) == []


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "voices").touch()
    source = tmp_path / "emma"
    source.write_bytes(EMMA_BYTES)
    with pytest.raises(VoiceRefused, match="nothing can be written to"):
        voice_folder(tmp_path).add_from(source)


def test_removed_means_gone(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    put(folder, EMMA.file, b"damaged")
    folder.remove(EMMA)
    folder.remove(EMMA)
    assert left_in(folder) == []
    (folder.folder / EMMA.file).mkdir()
    with pytest.raises(VoiceRefused, match=r"^“British, female” could not be removed \("):
        folder.remove(EMMA)


def test_what_a_killed_program_left_goes_with_the_next(tmp_path: Path) -> None:
    folder = voice_folder(tmp_path)
    stale, fresh = put(folder, "emma.onnxabc.part", b"e"), put(folder, "emma.onnxdef.part", b"e")
    os.utime(stale, (1, 1))
    with folder.incoming(EMMA) as arriving:
        arriving.write(EMMA_BYTES)
    assert left_in(folder) == [EMMA.file, fresh.name]


def test_the_real_registry_is_the_default(tmp_path: Path) -> None:
    assert {voice.name for voice in VoiceFolder(tmp_path).known} == {"emma", "fenrir", "fable", "kore"}
    assert len(known()) == 2
