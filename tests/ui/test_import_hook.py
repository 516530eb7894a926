"""Beside Qt, modules are imported as Python does it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AS_IT_IS = "import PySide6.QtCore\n"
PLAINLY = "from ui.import_hook import leave_sources_unread\nleave_sources_unread()\nleave_sources_unread()\n"
THEN = """
import linecache
from ui.main_window import MainWindow
from PySide6.QtNetwork import QLocalServer
from ui.one_instance import Doorbell
print(sum(name.endswith(("main_window.py", "one_instance.py")) for name in linecache.cache))
"""


@pytest.mark.parametrize(("before", "sources_kept"), [(AS_IT_IS, 2), (PLAINLY, 0)], ids=["as it is", "plainly"])
def test_no_source_is_read_and_kept(before: str, sources_kept: int) -> None:
    """As it is, PySide6 does: once it does not, `ui.import_hook` can go."""
    done = subprocess.run(
        [sys.executable, "-c", before + THEN], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert int(done.stdout) == sources_kept
