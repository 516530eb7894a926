"""Packs that were read before come back without being parsed, and only while nothing has changed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from question_bank import kept_packs, loader
from question_bank.bank import Bank
from question_bank.kept_packs import KeptPacks
from question_bank.loader import BrokenPack, Pack, load_pack
from tests.question_bank.samples import GOOD_PACK, write_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "questions"


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would be parsed from now on."""
    parsed: list[Path] = []

    def parse(path: Path, content: bytes) -> Pack | BrokenPack:
        parsed.append(path)
        return loader.parse_pack(path, content)

    monkeypatch.setattr(kept_packs, "parse_pack", parse)
    return parsed


def test_a_pack_is_parsed_once(tmp_path: Path, folder: Path, no_parsing: list[Path]) -> None:
    path = write_pack(tmp_path, GOOD_PACK)
    plain = load_pack(path)
    assert isinstance(plain, Pack)
    for kept in (KeptPacks(folder), KeptPacks(folder)):
        for _ in range(2):
            pack = kept.load(path)
            assert pack == plain
            assert isinstance(pack, Pack)
            assert pack.lines == plain.lines
    assert no_parsing == [path]


def test_a_changed_pack_is_read_anew_and_the_old_one_is_gone(tmp_path: Path, folder: Path) -> None:
    path = write_pack(tmp_path, GOOD_PACK)
    kept = KeptPacks(folder)
    kept.load(path)
    kept.forget_unused()
    path.write_text(GOOD_PACK.replace("What is a mean?", "What is a mode?"))
    pack = kept.load(path)
    kept.forget_unused()
    assert isinstance(pack, Pack)
    assert pack.questions[1].text == "What is a mode?"
    (file,) = folder.iterdir()
    assert b"What is a mean?" not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"{", b'{"title": "\xff"}', b""])
def test_a_damaged_copy_is_no_harm(tmp_path: Path, folder: Path, damage: bytes) -> None:
    path = write_pack(tmp_path, GOOD_PACK)
    KeptPacks(folder).load(path)
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert KeptPacks(folder).load(path) == load_pack(path)


def test_a_broken_pack_is_broken_each_time(tmp_path: Path, folder: Path) -> None:
    kept = KeptPacks(folder)
    for _ in range(2):
        assert isinstance(kept.load(write_pack(tmp_path, "title: [")), BrokenPack)
    assert isinstance(kept.load(tmp_path / "missing.yaml"), BrokenPack)
    assert not folder.exists()


def test_without_room_packs_are_read_all_the_same(tmp_path: Path) -> None:
    in_the_way = write_pack(tmp_path, "", "file")
    assert isinstance(KeptPacks(in_the_way / "cache").load(write_pack(tmp_path, GOOD_PACK)), Pack)


def test_the_bank_is_the_same_either_way(tmp_path: Path, folder: Path) -> None:
    write_pack(tmp_path, GOOD_PACK)
    plain = Bank.load(tmp_path)
    for kept in (KeptPacks(folder), KeptPacks(folder)):
        bank = Bank.load(tmp_path, kept.load)
        assert bank.questions == plain.questions
        assert [pack.name for pack in bank.own] == ["example"]
        own = bank.own_pack_of("example.first")
        assert own is not None
        assert own.source == tmp_path / "example.yaml"
        assert bank.own_pack_of(plain.questions[0].id) is None
