"""The program as `viva-voce` starts it, its loop watched from the first paint on and as each screen comes: a probe."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from simulator.data_folder import DataFolder
from tests.benchmarks.pulse import Pulse
from ui.import_hook import leave_sources_unread

if TYPE_CHECKING:
    from ui.app import Program

FIRST_MS: Final = 2_000
SETTLED_MS: Final = 500  # what a screen still fetches when it shows has come by then


class Watch(QObject):
    """Looks on while the program opens, then goes to every screen once."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._pulse = Pulse(self)
        self._measured: dict[str, float] = {}
        self._opening_ms = 0.0
        self._pulse.start()
        program.opened.connect(lambda: QTimer.singleShot(FIRST_MS, self, self._on_opened))

    def _on_opened(self) -> None:
        self._opening_ms = self._pulse.take_longest_ms()
        self._visits = iter(self._all_visits())
        self._visit_next()

    def _all_visits(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        window, wiring, equipment = self._program._window, self._program._wiring, self._program._equipment
        if wiring is None or equipment is None:
            raise RuntimeError("the library is not open: this measured something else")
        go = window._go
        flow = equipment.flow
        session = equipment.store.sessions(limit=1)[0].id
        plans = wiring.practise

        def answer() -> None:
            flow.type_instead()
            flow.submit_typed("I would look at the data first.")

        return (
            ("History", partial(go, "History")),
            ("Review", lambda: wiring.open_review(session)),
            ("Progress", partial(go, "Progress")),
            ("Questions", partial(go, "Questions")),
            ("Question editor", wiring.write_question),
            ("Settings", partial(go, "Settings")),
            ("Judging rules", wiring.open_judging_rules),
            ("CV and company", wiring.open_own_work),
            ("Interview", lambda: plans.plan_these((equipment.bank.now.questions[0].id,))),
            ("Feedback", answer),
        )

    def _visit_next(self) -> None:
        visit = next(self._visits, None)
        if visit is None:
            self._tell()
            return
        name, act = visit
        before = self._program._window.screen_shown
        self._pulse.take_longest_ms()
        act()
        if self._program._window.screen_shown is before:
            raise RuntimeError(f"{name} did not show: this measured something else")
        QTimer.singleShot(SETTLED_MS, self, partial(self._on_settled, name))

    def _on_settled(self, name: str) -> None:
        self._measured[name] = self._pulse.take_longest_ms()
        self._visit_next()

    def _tell(self) -> None:
        print(json.dumps({"opening_ms": self._opening_ms, "shows_ms": self._measured}), flush=True)
        QApplication.exit(0)


def main() -> int:
    """Open the window on the library in the argument."""
    leave_sources_unread()  # as the command line does
    from ui import app

    begin = app.Program.begin

    def begin_watched(self: Program) -> None:
        Watch(self)
        begin(self)

    app.Program.begin = begin_watched  # type: ignore[method-assign]  # this is how a benchmark looks into a program
    return app.run(DataFolder.find(Path(sys.argv[1])))


if __name__ == "__main__":
    raise SystemExit(main())
