"""The file is private, whole, survives what is wrong with it, and is gone when it is deleted."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from question_bank.models import Role
from simulator.errors import OwnWorkNotSaved
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.own_work_file import delete_own_work, read_own_work, save_own_work

BROUGHT = OwnWork(("XGBoost", "Ünïcode"), (Project("Bird songs", ("BERT",)),), Company("Nordwind", "parcels"), True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "background.json"


def test_what_is_saved_is_read_again_by_this_user_only(path: Path) -> None:
    before = os.umask(0)
    try:
        save_own_work(BROUGHT, path)
    finally:
        os.umask(before)
    assert read_own_work(path).own_work == BROUGHT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_nothing_there_is_no_problem(path: Path) -> None:
    assert read_own_work(path).own_work == OwnWork()
    assert read_own_work(path).problems == ()


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"a":' * 100_000, "\x00\xff"])
def test_a_file_that_is_none_is_told_and_kept(path: Path, content: str) -> None:
    path.write_bytes(content.encode("latin-1"))
    loaded = read_own_work(path)
    assert loaded.own_work == OwnWork()
    assert len(loaded.problems) == 1
    save_own_work(BROUGHT, path)
    assert path.with_name("background.json.unreadable").read_bytes() == content.encode("latin-1")


def test_a_bad_part_falls_back_alone(path: Path) -> None:
    path.write_text('{"techniques": ["XGBoost", "XGBoost"], "projects": 3, "company": {"name": "Nordwind"}}')
    loaded = read_own_work(path)
    assert loaded.own_work == OwnWork(("XGBoost",), (), Company("Nordwind"))
    assert len(loaded.problems) == 1


def test_deleting_leaves_nothing(path: Path) -> None:
    path.write_text("{broken")
    save_own_work(BROUGHT, path)
    delete_own_work(path)
    assert list(path.parent.iterdir()) == []
    delete_own_work(path)


def test_a_folder_in_the_way_is_told(path: Path) -> None:
    path.mkdir()
    assert len(read_own_work(path).problems) == 1
    with pytest.raises(OwnWorkNotSaved):
        save_own_work(BROUGHT, path)
    with pytest.raises(OwnWorkNotSaved):
        delete_own_work(path)


NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
JOB = Advertisement(
    "Data engineer",
    "Fennel",
    Role.DATA_ENGINEER,
    demands=(
        Demand("Kafka", DemandSort.TECHNIQUE, "Kafka and Spark", ("de.kafka",), times=2),
        Demand("Own our dashboards", DemandSort.DUTY, "Own our dashboards.", is_wanted=False),
    ),
    read_at=NOON,
)


def test_an_advertisement_is_kept_with_the_rest(path: Path) -> None:
    save_own_work(BROUGHT.with_advertisement(JOB), path)
    assert read_own_work(path).own_work == BROUGHT.with_advertisement(JOB)
    assert json.loads(path.read_text())["version"] == 2


def test_a_file_from_before_there_were_advertisements_loads_whole(path: Path) -> None:
    path.write_text('{"techniques": ["XGBoost"], "projects": [], "company": {"name": "Nordwind"}, "is_asked": true}')
    loaded = read_own_work(path)
    assert loaded.problems == ()
    assert loaded.own_work == OwnWork(("XGBoost",), (), Company("Nordwind"), True)


def test_a_bad_advertisement_falls_back_alone_and_a_strange_one_is_trimmed(path: Path) -> None:
    path.write_text('{"techniques": ["XGBoost"], "advertisement": {"role": "role.king"}}')
    loaded = read_own_work(path)
    assert loaded.own_work == OwnWork(("XGBoost",))
    assert len(loaded.problems) == 1
    demand = {"name": f" {'a ' * 200}", "sort": "duty", "line": "b" * 9_000}
    path.write_text(json.dumps({"advertisement": {"demands": [demand] * 90, "read_at": "2026-03-01T12:00:00"}}))
    kept = read_own_work(path).own_work.advertisement
    (one,) = kept.demands
    assert len(one.name) <= 90
    assert len(one.line) <= 301
    assert kept.read_at == NOON
