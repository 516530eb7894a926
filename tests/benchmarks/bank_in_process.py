"""The Questions screen on a library of ten thousand questions, driven and timed; prints its figures as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simulator.data_folder import DataFolder
from simulator.settings import Settings
from tests.fakes import FakeMicrophone, FakePlayer, FakeSpeechService, FakeVoice
from ui.devices import Devices
from ui.equipment import Equipment
from ui.errands.pack_changes import PackChanges
from ui.errands.reading_aloud import ReadingAloud
from ui.messages import Messages
from ui.opening import open_library
from ui.places.questions_place import QuestionsPlace
from ui.screens.questions_screen import QuestionsScreen
from ui.theme import apply_theme
from ui.widgets.question_list import QuestionList

WORDS: Final = (
    "what",
    "w",
    "model",
    "case number 77",
    "regularisation weights",
    "how would you",
    "nosuchword",
    "the a",
)
PATIENCE_S: Final = 300.0
SCROLL_STEPS: Final = 400
LEAST: Final = 10_000


def main() -> int:
    """Load, search, narrow and scroll."""
    app = QApplication([])
    apply_theme(app, "light")
    data_folder = DataFolder.find(Path(sys.argv[1]))
    data_folder.prepare()
    opened = open_library(data_folder)
    devices = Devices(FakeMicrophone(), FakePlayer(), FakeVoice(data_folder.voice_cache), FakeSpeechService())
    equipment = Equipment(data_folder, Settings(), opened.bank, opened.store, devices, Messages())
    screen = QuestionsScreen()
    screen.resize(1072, 800)
    messages = equipment.messages
    packs = PackChanges(data_folder.packs, equipment.jobs, equipment.bank, messages)
    aloud = ReadingAloud(equipment.question_reader, equipment.settings)
    place = QuestionsPlace(screen, equipment.bank, opened.store, packs, aloud, equipment.settings, messages)
    screen.show()
    load_s, gap_ms = _load(app, equipment)
    if len(equipment.bank.now.questions) < LEAST or equipment.bank.now.broken:
        raise RuntimeError(f"{len(equipment.bank.now.questions)} questions: this measured something else")
    place.enter()
    figures = {
        "load_s": load_s,
        "gap_ms": gap_ms,
        "search_ms": _slowest(app, [partial(screen.search_changed.emit, word) for word in WORDS]),
    }
    screen.search_changed.emit("")
    figures["filter_ms"] = _slowest(app, _choices(screen))
    figures["scroll_ms"] = _scroll(app, screen)
    equipment.close()
    print(json.dumps(figures))
    return 0


def _load(app: QApplication, equipment: Equipment) -> tuple[float, float]:
    """Seconds until the bank is there, and the longest gap between two ticks of the loop meanwhile, in milliseconds."""
    done: list[bool] = []
    ticks: list[float] = []
    equipment.bank.changed.connect(lambda: done.append(True))
    ticker = QTimer(interval=1)
    ticker.timeout.connect(lambda: ticks.append(time.perf_counter()))
    ticker.start()
    began_s = time.perf_counter()
    equipment.bank.begin()
    while not done and time.perf_counter() - began_s < PATIENCE_S:
        app.processEvents()
        time.sleep(0.0005)
    took_s = time.perf_counter() - began_s
    ticker.stop()
    return took_s, 1000 * max(after - before for before, after in pairwise(ticks))


def _choices(screen: QuestionsScreen) -> list[Callable[[], object]]:
    """One choice in each list, and back again."""
    choices: list[Callable[[], object]] = []
    for name in ("role", "round", "topic", "level", "kind", "standing"):
        select = screen.filters.select(name)
        choices += [partial(select.setCurrentIndex, 1), partial(select.setCurrentIndex, 0)]
    chip = screen.filters.chips.chip("only_own")
    return [*choices, chip.click, chip.click]


def _slowest(app: QApplication, works: Sequence[Callable[[], object]]) -> float:
    """The longest of these, each until the screen is painted, in milliseconds."""
    return max(_timed_ms(app, work) for work in works)


def _timed_ms(app: QApplication, work: Callable[[], object]) -> float:
    app.processEvents()
    began_s = time.perf_counter()
    work()
    app.processEvents()
    return 1000 * (time.perf_counter() - began_s)


def _scroll(app: QApplication, screen: QuestionsScreen) -> float:
    (view,) = screen.findChildren(QuestionList)
    bar = view.verticalScrollBar()
    steps = [partial(bar.setValue, bar.maximum() * step // SCROLL_STEPS) for step in range(SCROLL_STEPS + 1)]
    return _slowest(app, steps)


if __name__ == "__main__":
    raise SystemExit(main())
