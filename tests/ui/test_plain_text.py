"""What somebody else wrote is never read as markup: every place that can show it shows it as it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from ui.widgets.button import IconButton
from ui.widgets.text import tip_of

ROOT = Path(__file__).parents[2]
HOSTILE = "<img src='file:///etc/passwd'> <b>bold</b> & more"
MARKUP = {
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "fromHtml", "fromMarkdown", "RichText",
    "AutoText", "MarkdownText", "setWhatsThis", "setStatusTip",
}  # fmt: skip
PAGES = {"ui/errands/printing.py", "ui/reports/pdf_pages.py"}
"""They are given pages of `ui.reports`, whose templates escape everything; see `tests/ui/reports/`."""
TIPS = {"setToolTip", "showText"}
SAFE_TIPS = {"tip_of", "_as_markup"}
SHOWS_ANYTHING = {"QLabel", "QMessageBox"}
"""Made without a format, they read markup wherever a text looks like it."""

TREES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "ui").rglob("*.py"))
}


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""), node


def _is_ours(value: ast.expr) -> bool:
    """Whether a text is written in the sources, or made safe."""
    match value:
        case ast.Constant():
            return True
        case ast.IfExp(_, first, second):
            return _is_ours(first) and _is_ours(second)
        case ast.JoinedStr(parts):
            named = [part.value for part in parts if isinstance(part, ast.FormattedValue)]
            return all(isinstance(one, ast.Name) and one.id.isupper() for one in named)
        case ast.Call(ast.Name(name)):
            return name in SAFE_TIPS
    return False


def test_nothing_takes_markup_but_pages_that_escape() -> None:
    found = {
        name: sorted(used)
        for name, tree in TREES.items()
        if (used := {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & MARKUP)
    }
    assert found == {name: ["setHtml"] for name in PAGES}


def test_tool_tips_are_our_own_words_or_made_safe() -> None:
    found = [
        f"{name}:{call.lineno}"
        for name, tree in TREES.items()
        for function, call in _calls(tree)
        if function in TIPS and not _is_ours(call.args[1] if function == "showText" else call.args[0])
    ]
    assert found == []


def test_labels_and_boxes_are_told_that_text_is_plain() -> None:
    """Whoever makes one, or makes a class of one, says so in the same file."""
    careless = []
    for name, tree in TREES.items():
        is_told = "PlainText" in {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        made = {function for function, _ in _calls(tree)} & SHOWS_ANYTHING
        bases = {
            getattr(base, "id", "") for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases
        }
        if (made | bases) & SHOWS_ANYTHING and not is_told:
            careless.append(name)
    assert careless == []


@pytest.mark.parametrize("name", [HOSTILE, "Remove <b>.wav", "plain"])
def test_a_name_is_shown_as_it_is(qtbot: QtBot, name: str) -> None:
    button = IconButton("x", name)
    qtbot.addWidget(button)
    assert button.accessibleName() == name
    shown = button.toolTip()
    assert QTextDocumentFragment.fromHtml(shown).toPlainText() == name
    assert (shown == name) is (name == "plain")
    assert tip_of(name) == shown
