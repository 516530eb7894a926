"""A small file of the user's own: read whatever it holds, written whole, never lost, gone when it is to be gone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from simulator.errors import RulesNotSaved
from simulator.private_file import delete, read_object, write_object


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "small.json"


def test_what_is_written_is_read_by_nobody_else(path: Path) -> None:
    write_object(path, {"a": [1, "é"]}, RulesNotSaved)
    assert read_object(path) == ({"a": [1, "é"]}, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_file_is_no_fault(path: Path) -> None:
    assert read_object(path) == ({}, "")


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b'{"a": "\xff"}', b"[" * 10_000])
def test_a_file_that_holds_no_object_says_why_and_stays_beside_the_new_one(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    stored, why = read_object(path)
    assert stored == {}
    assert why
    write_object(path, {"a": 1}, RulesNotSaved)
    assert path.with_name("small.json.unreadable").read_bytes() == content
    delete(path, RulesNotSaved)
    assert list(path.parent.iterdir()) == []


def test_a_refusal_is_told_with_its_reason(path: Path) -> None:
    path.mkdir()
    assert read_object(path)[1]
    with pytest.raises(RulesNotSaved, match="Is a directory"):
        write_object(path, {}, RulesNotSaved)
