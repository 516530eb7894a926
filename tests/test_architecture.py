"""The house keeps its walls: rooms look one way, engines stay in children, and files stay readable."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("simulator", "ui", "question_bank", "recordings")
TOP_FOLDERS = {*ROOMS, "tests", "packaging", ".ci"}
LONGEST_FILE = 400
ENGINES = {
    "faster_whisper", "ctranslate2", "onnxruntime", "av", "speech_recognition", "pocketsphinx", "pyttsx3", "tokenizers",
    "huggingface_hub", "hibari",
}  # fmt: skip
QT = {"PySide6", "shiboken6"}
LATE = {
    "numpy",
    "sqlite_utils",
    "yaml",
    "soxr",
    "msgspec",
    "jinja2",
    "PySide6.QtMultimedia",
}  # they would hold up the first paint

_SOURCES = sorted(path for room in (*ROOMS, "tests") for path in (ROOT / room).rglob("*.py"))
_KEPT = subprocess.run(
    ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
).stdout.split("\0")  # fmt: skip


def run_python(script: str, *arguments: str) -> set[str]:
    """Modules that a script, run by its own Python, had imported when it printed them as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules: list[str] = json.loads(done.stdout.splitlines()[-1])
    return set(modules)


def test_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from simulator.data_folder import DataFolder
from simulator.drills.quick import QUICK
from simulator.interview.plan import plan_drill
from ui.app import Program, run
from ui.main_window import MainWindow

def use_it():
    window = next(widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow))
    equipment, wiring = window.findChild(Program)._equipment, window.findChild(Program)._wiring
    if wiring is None or equipment.speech_child.engine is None:
        return
    watch.stop()
    for place in ("History", "Progress", "Questions", "Settings", "Practise"):
        wiring.go_to(place)
    equipment.judging_queue.answer_judged.connect(lambda _answer: QTimer.singleShot(0, tell))
    wiring.hold(plan_drill(equipment.bank.now, QUICK, equipment.settings.now.role, seed=1))
    equipment.flow.type_instead()
    equipment.flow.submit_typed("First I would look at the data, and then I would train a simple model.")

def tell():
    print(json.dumps(sorted(sys.modules)))
    app.exit(0)

if __name__ == "__main__":
    app = QApplication([])
    watch = QTimer(interval=100)
    watch.timeout.connect(use_it)
    watch.start()
    sys.exit(run(DataFolder.find(Path(sys.argv[1]))))
"""


def test_the_window_never_imports_an_engine(tmp_path: Path) -> None:
    """From the start, with the speech child at work, through every screen, to an answer that was judged."""
    script = tmp_path / "window.py"
    script.write_text(WINDOW)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script, tmp_path / "library"],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert {"ui.wiring", "simulator.store.store", "simulator.analysis.analyse"} <= modules
    assert not modules & ENGINES


@pytest.mark.parametrize(
    "child",
    [
        "from recordings.transcription import engines, job_loop, whisper, sphinx, models, worker",
        "from simulator.voice import hibari_voice, system_voice, voice_child; import hibari.g2p, onnxruntime, pyttsx3",
    ],
    ids=["speech", "voice"],
)
def test_children_never_import_qt(child: str) -> None:
    modules = run_python(f"{child}\nimport json, sys; print(json.dumps(sorted(sys.modules)))")
    assert modules & ENGINES, "no engine was imported: this proves nothing"
    assert not modules & QT


def test_the_first_paint_waits_for_no_library() -> None:
    modules = run_python(
        "import ui.app, ui.screens.practise_screen, ui.main_window, json, sys; print(json.dumps(sorted(sys.modules)))"
    )
    assert "PySide6.QtWidgets" in modules
    assert not modules & LATE


def test_the_command_line_needs_no_qt() -> None:
    modules = run_python(
        "import ui.command_line, ui.commands.analyse_files, json, sys; print(json.dumps(sorted(sys.modules)))"
    )
    assert not modules & (QT | ENGINES)


def test_the_top_level_is_the_one_agreed_on() -> None:
    folders = {Path(name).parts[0] for name in _KEPT if len(Path(name).parts) > 1}
    assert folders <= TOP_FOLDERS
    assert set(ROOMS) <= folders
    assert {"pyproject.toml", "README.md", "LICENSE", "uv.lock", "Makefile"} <= set(_KEPT)


def test_files_are_short() -> None:
    long = {str(path.relative_to(ROOT)): lines for path in _SOURCES if (lines := _line_count(path)) > LONGEST_FILE}
    assert long == {}


def test_every_module_says_what_lives_in_it() -> None:
    silent = [path for path in _SOURCES if not path.name.startswith("test_") and not _has_docstring(path)]
    assert silent == []


def test_the_sources_know_nothing_of_this_computer() -> None:
    """No path of somebody's machine and no host of a package registry, but in the lock file."""
    suspicious = re.compile(r"/(?:home|Users|work|root)/\w|pypi\.org|pythonhosted")
    found = []
    for name in _KEPT:
        path = ROOT / name
        if name == "uv.lock" or path == Path(__file__) or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{name}: {match.group()}" for match in suspicious.finditer(text)]
    assert found == []


def _line_count(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def _has_docstring(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return not tree.body or ast.get_docstring(tree) is not None
