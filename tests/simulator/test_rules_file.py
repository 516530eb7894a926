"""The judging rules on disk: whole or not at all, private, and a bad value falls back alone."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from question_bank.models import Kind
from simulator.analysis.rules import DEFAULT_RULES
from simulator.errors import RulesNotSaved
from simulator.rules_file import load_rules, read_rules, save_rules

CHANGED = (
    DEFAULT_RULES.with_filler("at the end of the day")
    .with_switch("so", is_on=False)
    .with_band("pace_low_wpm", 90)
    .with_times(Kind.STORY, 150, 200)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.json"


def test_rules_come_back_as_they_were(path: Path) -> None:
    save_rules(CHANGED, path)
    assert load_rules(path) == CHANGED
    assert load_rules(path).name == CHANGED.name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["rules.json"]


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_rules(path).problems == ()
    assert load_rules(path) == DEFAULT_RULES


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pace_low_wpm", "slow"),
        ("pace_low_wpm", 10_000),
        ("long_pause_s", None),
        ("own_fillers", "um"),
        ("own_fillers", ["word"] * 500),
        ("quick_times", {"min_s": 50, "target_s": 20, "max_s": 40}),
        ("quick_times", {"min_s": 1, "target_s": 20, "max_s": 10**9}),
    ],
)
def test_one_bad_value_falls_back_alone(path: Path, field: str, value: object) -> None:
    save_rules(CHANGED, path)
    stored = json.loads(path.read_text())
    stored[field] = value
    path.write_text(json.dumps(stored))
    loaded = read_rules(path)
    assert getattr(loaded.rules, field) == getattr(DEFAULT_RULES, field)
    assert loaded.rules.fillers_off == ("so",)
    assert len(loaded.problems) == 1
    assert field in loaded.problems[0]


def test_bands_that_cross_fall_back_together(path: Path) -> None:
    path.write_text(json.dumps({"pace_low_wpm": 200, "pace_high_wpm": 100, "long_pause_s": 2.0}))
    loaded = read_rules(path)
    assert loaded.rules == DEFAULT_RULES.with_band("long_pause_s", 2.0)
    assert "pace_low_wpm" in loaded.problems[0]


def test_phrases_are_read_as_they_are_compared(path: Path) -> None:
    path.write_text(json.dumps({"own_fillers": ["  At The End ", "", "at the end"]}))
    assert load_rules(path).own_fillers == ("at the end",)


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_an_unreadable_file_is_kept_beside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    loaded = read_rules(path)
    assert loaded.rules == DEFAULT_RULES
    assert len(loaded.problems) == 1
    save_rules(CHANGED, path)
    assert load_rules(path) == CHANGED
    assert path.with_name("rules.json.unreadable").read_bytes() == content


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesNotSaved, match="earlier ones stay in place"):
        save_rules(CHANGED, tmp_path / "gone" / "rules.json")
