"""Judging rules that are kept and told, whatever the disk says."""

from __future__ import annotations

from pathlib import Path

from simulator.analysis.rules import DEFAULT_RULES
from simulator.rules_file import load_rules
from tests.ui.parts import HeardMessages, Told
from ui.workers.rules_in_use import RulesInUse

CHANGED = DEFAULT_RULES.with_switch("you know", is_on=False)


def test_changed_rules_are_kept_and_told_once(tmp_path: Path) -> None:
    file, messages = tmp_path / "rules.toml", HeardMessages()
    rules = RulesInUse(file, messages)
    told = Told(rules.changed)
    for _ in range(2):
        rules.change(CHANGED)
    assert told == [CHANGED]
    assert load_rules(file) == RulesInUse(file, messages).now == CHANGED
    assert messages.told == []


def test_rules_that_cannot_be_saved_are_used_and_told(tmp_path: Path) -> None:
    file, messages = tmp_path / "rules.toml", HeardMessages()
    rules = RulesInUse(file, messages)
    file.mkdir()
    rules.change(CHANGED)
    assert rules.now == CHANGED
    assert len(messages.told) == 1
