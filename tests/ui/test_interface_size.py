"""How large everything is drawn: what Qt is told, what it makes of it, and that the window fits all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.child_program import ROOT
from ui.interface_size import SCALE_FACTOR, drawn_at

_OPENING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from simulator.data_folder import DataFolder
from ui import app

def tell(_messages):
    print(QApplication.primaryScreen().devicePixelRatio())
    raise SystemExit

app.MainWindow = tell
app.run(DataFolder.find(Path(sys.argv[1])))
"""
_FITTING = """
import sys
from PySide6.QtWidgets import QApplication
from ui.interface_size import drawn_at
from ui.main_window import MainWindow
from ui.messages import Messages

with drawn_at(int(sys.argv[1])):
    app = QApplication([])
window = MainWindow(Messages())
room = window.screen().availableSize()
for size in (room, window.size(), window.minimumSize()):
    print(size.width(), size.height())
"""


def printed(script: str, *arguments: str, platform: str = "offscreen", factor: str | None = None) -> list[str]:
    """What a program of its own says: Qt looks at its environment once."""
    environment = {name: value for name, value in os.environ.items() if name != SCALE_FACTOR}
    environment["QT_QPA_PLATFORM"] = platform
    if factor is not None:
        environment[SCALE_FACTOR] = factor
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.split()


@pytest.mark.parametrize(
    ("before", "inside"),
    [(None, "1.25"), ("2", "2.5"), ("1.5", "1.875"), ("", "1.25"), ("large", "1.25"), ("0", "1.25"), ("-1", "1.25"),
     ("nan", "1.25"), ("inf", "1.25")],
)  # fmt: skip
def test_the_size_is_multiplied_with_what_the_environment_asks_for(
    monkeypatch: pytest.MonkeyPatch, before: str | None, inside: str
) -> None:
    monkeypatch.delenv(SCALE_FACTOR, raising=False)
    if before is not None:
        monkeypatch.setenv(SCALE_FACTOR, before)
    with drawn_at(125):
        assert os.environ[SCALE_FACTOR] == inside
    assert os.environ.get(SCALE_FACTOR) == before


@pytest.mark.parametrize("before", [None, "2", "large"])
def test_at_its_own_size_the_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv(SCALE_FACTOR, raising=False)
    if before is not None:
        monkeypatch.setenv(SCALE_FACTOR, before)
    with drawn_at(100):
        assert os.environ.get(SCALE_FACTOR) == before


def test_the_environment_is_put_back_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCALE_FACTOR, raising=False)
    with pytest.raises(RuntimeError), drawn_at(150):
        raise RuntimeError
    assert SCALE_FACTOR not in os.environ


@pytest.mark.parametrize(
    ("stored", "factor", "ratio"),
    [(None, None, 1.0), ("{", None, 1.0), ('{"interface_percent": 150}', None, 1.5),
     ('{"interface_percent": 125}', "2", 2.5)],
)  # fmt: skip
def test_the_program_is_opened_at_the_size_that_was_chosen(
    tmp_path: Path, stored: str | None, factor: str | None, ratio: float
) -> None:
    if stored is not None:
        (tmp_path / "settings.json").write_text(stored)
    assert printed(_OPENING, str(tmp_path), factor=factor) == [str(ratio)]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 600), (640, 480)])
def test_the_largest_window_fits_the_screen(tmp_path: Path, width: int, height: int) -> None:
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    words = printed(_FITTING, "150", platform=f"offscreen:configfile={tmp_path / 'screens.json'}")
    room_width, room_height, *sizes = map(int, words)
    assert room_width == pytest.approx(width / 1.5, abs=1)
    for across, down in zip(sizes[::2], sizes[1::2], strict=True):
        assert across <= room_width
        assert down < room_height
