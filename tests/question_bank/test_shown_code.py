"""The code shown with a question: every Python block runs, and prints or raises what the question rests on."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.models import Question

TIMEOUT_S = 30
SHOWN = tuple(question for question in Bank.load().questions if question.code)

# What a block prints, or the error that it is meant to end in.
PRINTED = {
    "dl.activation-functions.softmax-overflow": "[nan nan nan]",
    "found.gradient-descent.parabola": "6.0\n0.0\n6.0\n0.0",
    "prog.python-mutability.default-argument": "['new']\n['new', 'sale']",
    "prog.python-mutability.nested-copies": "[[7, 0, 0], [7, 0, 0]]\n[[1, 9], [2]]",
    "prog.python-iteration.used-up": "6.5\n0",
    "prog.oop.shared-attribute": "['jan.csv']",
    "prog.pandas-numpy.broadcasting": "(3, 4)",
    "prog.recursion.nested-records": "13",
    "ml.logistic-regression.spot-the-gap": "0.15 0.67",
    "found.cross-validation.spot-the-leak": "0.87",
    "prog.python-mutability.tuple-holding-list": ("'tuple' object does not support item assignment\n([1, 2, 3], 'x')"),
    "prog.pandas-numpy.view-or-copy": "[ 0 50  2  3  4]",
    "cv.training-detectors.overlap-bug": "-9.0",
}
RAISED = {"prog.python-hashing.equal-but-unhashable": "TypeError: unhashable type: 'Point'"}


def _is_python(question: Question) -> bool:
    try:
        ast.parse(question.code or "")
    except SyntaxError:
        return False
    return True


def _imports(code: str) -> set[str]:
    """Top-level names of the modules that the code imports."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import)]
    return {alias.name.split(".")[0] for node in nodes for alias in node.names}


def _can_run(question: Question) -> bool:
    return all(importlib.util.find_spec(name) for name in _imports(question.code or ""))


PYTHON = tuple(filter(_is_python, SHOWN))
RUNNABLE = tuple(filter(_can_run, PYTHON))
each_runnable = pytest.mark.parametrize("question", RUNNABLE, ids=lambda question: question.id)


def test_every_block_is_python_or_a_query() -> None:
    other = [question for question in SHOWN if question not in PYTHON]
    assert [question.id for question in other if not (question.code or "").startswith(("select", "with"))] == []


def test_only_pandas_may_be_missing() -> None:
    missing = {name for question in PYTHON if question not in RUNNABLE for name in _imports(question.code or "")}
    assert missing <= {"pandas", "numpy"}
    assert importlib.util.find_spec("numpy")


def test_the_outcomes_belong_to_blocks_that_run() -> None:
    assert PRINTED.keys() | RAISED.keys() <= {question.id for question in RUNNABLE}


@each_runnable
def test_shown_python_runs(question: Question, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", question.code or ""],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        cwd=tmp_path,
        check=False,
    )
    if question.id in RAISED:
        assert done.stderr.strip().splitlines()[-1].startswith(RAISED[question.id])
    else:
        assert (done.returncode, done.stderr) == (0, "")
    if question.id in PRINTED:
        assert done.stdout.strip() == PRINTED[question.id]
