"""A file is there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.reports.errors import ExportRefused
from ui.reports.whole_file import part_beside, write_whole


def interrupted() -> Iterator[bytes]:
    yield b"half"
    raise KeyError("the library went away")


def test_it_takes_its_place_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("an earlier one")

    def chunks() -> Iterator[bytes]:
        yield b"a"
        assert target.read_text() == "an earlier one"
        yield b"b"

    write_whole(target, chunks())
    assert target.read_bytes() == b"ab"
    assert list(tmp_path.iterdir()) == [target]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_what_is_interrupted_leaves_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("an earlier one")
    with pytest.raises(KeyError):
        write_whole(target, interrupted())
    assert target.read_text() == "an earlier one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportRefused, match=r"could not be written \(No space left on device\)"):
        write_whole(tmp_path / "report.html", (b"a",))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    with pytest.raises(ExportRefused, match="not a regular file"):
        write_whole(tmp_path / "reports", (b"a",))


def test_a_link_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "report.html", tmp_path / "link.html"
    real.write_text("an earlier one")
    link.symlink_to(real)
    write_whole(link, (b"new",))
    assert real.read_bytes() == b"new"
    assert link.is_symlink()


def test_no_two_parts_have_one_name(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 240 + ".html")
    assert part_beside(target) != part_beside(target)
    write_whole(target, (b"a",))  # a long name leaves no room for an ending
    assert target.read_bytes() == b"a"
