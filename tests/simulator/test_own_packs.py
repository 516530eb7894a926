"""One's own packs on the disk: whole or not at all, taken back, and nothing of value lost."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.errors import NotWritten
from question_bank.loader import Pack, load_pack
from question_bank.models import Question
from simulator.own_packs import OwnPacks, built_in_names
from tests.simulator.builders import a_question


@pytest.fixture
def packs(tmp_path: Path) -> OwnPacks:
    return OwnPacks(tmp_path)


def own(number: int = 1) -> Question:
    return replace(a_question(number), pack="mine", topics=("own.mine",))


def questions_in(path: Path) -> tuple[Question, ...]:
    pack = load_pack(path)
    assert isinstance(pack, Pack), pack
    return pack.questions


def test_the_first_question_begins_a_pack(packs: OwnPacks, tmp_path: Path) -> None:
    change = packs.save(own())
    assert change.path == tmp_path / "mine.yaml"
    assert stat.S_IMODE(change.path.stat().st_mode) == 0o600
    assert questions_in(change.path) == (own(),)
    packs.take_back(change)
    assert list(tmp_path.iterdir()) == []


def test_questions_are_added_changed_deleted_and_all_of_it_is_taken_back(packs: OwnPacks, tmp_path: Path) -> None:
    path = packs.path_of("mine")
    changes = [packs.save(own(1)), packs.save(own(2))]
    changes.append(packs.save(replace(own(1), id="renamed", level=5), old_id=own(1).id))
    assert [question.id for question in questions_in(path)] == ["renamed", own(2).id]
    changes += [packs.delete("mine", "renamed"), packs.delete("mine", own(2).id)]
    assert not path.exists()
    for change in reversed(changes):
        packs.take_back(change)
    assert list(tmp_path.iterdir()) == []


def test_comments_that_would_be_lost_stay_beside_the_pack(packs: OwnPacks) -> None:
    path = packs.save(own()).path
    text = path.read_text().replace("level: 1", "level: 1  # too easy?")
    path.write_text(text)
    unharmed = packs.save(replace(own(), text="Why?"), old_id=own().id)
    assert unharmed.previous is None
    assert "# too easy?" in path.read_text()
    before = path.read_bytes()
    harmed = packs.save(replace(own(), text="Why?", level=2), old_id=own().id)
    assert harmed.previous is not None
    assert harmed.previous.read_bytes() == before


def test_what_was_changed_by_hand_since_is_not_taken_back(packs: OwnPacks) -> None:
    change = packs.save(own())
    change.path.write_text("# mine now\n")
    with pytest.raises(NotWritten, match="changed since"):
        packs.take_back(change)
    assert change.path.read_text() == "# mine now\n"


def test_an_import_keeps_the_pack_before_it(packs: OwnPacks) -> None:
    first = packs.put("mine", b"one")
    assert first.previous is None
    second = packs.put("mine", b"two")
    assert second.previous is not None
    assert second.previous.read_bytes() == b"one"


def test_the_programs_packs_are_not_the_users(packs: OwnPacks, tmp_path: Path) -> None:
    name = min(built_in_names())
    with pytest.raises(NotWritten, match="built-in pack"):
        packs.put(name, b"")
    with pytest.raises(NotWritten, match="built-in pack"):
        packs.save(replace(own(), pack=name))
    assert packs.free_name(name.replace("_", " ")) not in built_in_names()
    assert list(tmp_path.iterdir()) == []


def test_a_new_pack_gets_a_name_that_is_free(packs: OwnPacks) -> None:
    assert packs.free_name("Mine") == "mine"
    packs.save(own())
    assert packs.free_name("Mine") == "mine-2"
    assert packs.free_name("!") == "mine-2"


def test_a_broken_pack_is_not_written_to(packs: OwnPacks) -> None:
    path = packs.path_of("mine")
    path.write_text("title: [")
    with pytest.raises(NotWritten, match="fix the file first"):
        packs.save(own())
    with pytest.raises(NotWritten, match="fix the file first"):
        packs.delete("mine", own().id)
    path.write_bytes(b"\xff")
    with pytest.raises(NotWritten, match="not UTF-8"):
        packs.save(own())


def test_a_full_disk_leaves_the_pack_as_it_was(packs: OwnPacks, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packs.save(own()).path
    before = path.read_bytes()

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotWritten, match="No space left"):
        packs.save(own(2))
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["mine.yaml"]


def test_a_deleted_question_stands_in_no_file_until_it_is_taken_back(packs: OwnPacks, tmp_path: Path) -> None:
    packs.save(replace(own(1), text="The secret question?"))
    path = packs.save(own(2)).path
    path.write_text(path.read_text().replace("level: 1", "level: 1  # hard"))
    packs.save(replace(own(2), level=3), old_id=own(2).id)  # writes what stood there before beside it
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert set(before) == {"mine.yaml", "mine.yaml.previous"}
    change = packs.delete("mine", own(1).id)
    assert not any(b"secret" in each.read_bytes() for each in tmp_path.iterdir())
    assert questions_in(path) == (replace(own(2), level=3),)
    packs.take_back(change)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


@pytest.mark.parametrize("is_last", [False, True])
def test_a_deletion_that_fails_half_way_has_changed_nothing(
    packs: OwnPacks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_last: bool
) -> None:
    path = packs.save(own(1)).path
    if not is_last:
        packs.save(own(2))
    (tmp_path / "mine.yaml.previous").write_text("earlier")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".previous":
            raise OSError(13, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(NotWritten, match="the earlier version is unchanged"):
        packs.delete("mine", own(1).id)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
