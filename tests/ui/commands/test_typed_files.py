"""A typed answer longer than anybody speaks is told in one line, and costs neither time nor memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.analysis.report import AnswerReport
from simulator.typed_text import LONGEST_TYPED
from tests.simulator.store.builders import a_report
from ui.commands.listener import NotJudged
from ui.commands.typed_files import Judged, judge_typed


def judge(text: str) -> AnswerReport:
    assert len(text) <= LONGEST_TYPED
    return a_report()


def test_a_long_file_is_refused_and_one_at_the_limit_is_not(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("é" * LONGEST_TYPED)
    assert len(list(judge_typed(file, judge))) == 1
    file.write_text("é" * (LONGEST_TYPED + 1))
    with pytest.raises(NotJudged, match="longer than 100,000 characters"):
        list(judge_typed(file, judge))


def test_a_long_line_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(("a", "b" * 200_000, "c" * 10**7))]
    file.write_text("\n".join([*lines, json.dumps({"id": 3, "text": "d"})]))
    outcomes = list(judge_typed(file, judge))
    assert [isinstance(one, Judged) for one in outcomes] == [True, False, False, True]
    assert [one.names for one in outcomes if isinstance(one, Judged)] == [{"id": 0}, {"id": 3}]
    assert "line 3: longer than 100,000 characters" in str(outcomes[2])
