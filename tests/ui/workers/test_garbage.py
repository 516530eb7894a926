"""Reference cycles are found when we say so, and only then."""

from __future__ import annotations

import gc
import weakref

from pytestqt.qtbot import QtBot

from ui.workers.garbage import collect_if_due
from ui.workers.jobs import Jobs


class Loop:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


def many_loops() -> weakref.ref[Loop]:
    """More garbage than Python leaves lying about; the first of it."""
    loops = [Loop() for _ in range(2 * gc.get_threshold()[0])]
    return weakref.ref(loops[0])


def test_little_garbage_is_left_alone_and_much_is_collected() -> None:
    gc.collect()
    few = weakref.ref(Loop())
    collect_if_due()
    assert few() is not None
    many = many_loops()
    assert many() is not None
    collect_if_due()
    assert many() is None
    assert few() is None


def test_where_there_are_threads_the_gui_thread_collects(qtbot: QtBot) -> None:
    own_work = Jobs()
    assert not gc.isenabled()
    garbage = many_loops()
    qtbot.waitUntil(lambda: garbage() is None)
    own_work.close()
