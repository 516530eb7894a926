"""History judged anew, one answer after another, by `simulator.judge` and the rules in use now."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.judge import Judge
from simulator.store.records import AnswerId
from simulator.time_left import TimeLeft
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.analysis.rules import JudgingRules
    from simulator.entailment.meter import Meter
    from simulator.store.records import AnswerRecord
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs


class Rejudging(QObject):
    """Judges every kept answer again; the analysis runs beside the window, the library is written between two answers.

    What was said before stays in the library as an earlier report, and the user's corrections hold. If the library
    refuses, that is told; what was judged so far is kept.

    Signals:
        progressed(int, int): so many answers of so many are done.
        answer_judged(object): `AnswerId`; its new report is in the store.
        finished(int, bool): so many were judged, and whether that was all of them.
    """

    progressed = Signal(int, int)
    answer_judged = Signal(object)
    finished = Signal(int, bool)

    def __init__(
        self,
        store: Store,
        jobs: Jobs,
        messages: Messages,
        meter: Meter | None = None,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._messages = messages
        self._judge = Judge(meter=meter)
        self._left: deque[AnswerId] = deque()
        self._forgotten: set[AnswerId] = set()
        self._done = 0
        self._total = 0
        self._is_running = False
        self._clock = clock
        self._time_left = TimeLeft(0.0)

    @property
    def left_s(self) -> float | None:
        """How many seconds it will still take; None while nobody can tell, or nothing is judged."""
        return self._time_left.after(self._done, self._total, self._clock()) if self._is_running else None

    @property
    def is_running(self) -> bool:
        """Whether answers are being judged."""
        return self._is_running

    def start(self, rules: JudgingRules, only: Iterable[AnswerId] | None = None) -> None:
        """Begin with the oldest answer, of `only` these if they are given; nothing happens while it is running."""
        if self._is_running:
            return
        try:
            self._left = deque(self._store.judgeable() if only is None else only)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        self._judge = replace(self._judge, rules=rules)
        self._done, self._total = 0, len(self._left)
        self._is_running = True
        self._time_left = TimeLeft(self._clock())
        self.progressed.emit(0, self._total)
        self._go_on()

    def cancel(self) -> None:
        """Stop after the answer at hand."""
        self._left.clear()

    def forget(self, answers: Iterable[AnswerId]) -> None:
        """These answers are being deleted: they are not judged, nor counted among those to be."""
        self._forgotten.update(answers)
        kept = [answer_id for answer_id in self._left if answer_id not in self._forgotten]
        self._total -= len(self._left) - len(kept)
        self._left = deque(kept)

    def _go_on(self) -> None:
        try:
            record = self._next()
        except SimulatorError as error:
            self._stop(error)
            return
        if record is None:
            self._end()
            return
        judge = self._judge
        self._jobs.run(lambda: judge.anew(record), lambda report: self._on_judged(record.id, report), self._on_failed)

    def _next(self) -> AnswerRecord | None:
        """The next answer of which anything can be judged; None after the last."""
        while self._left:
            record = self._store.answer(self._left.popleft())
            if record.can_be_judged:
                return record
            self._total -= 1
        return None

    def _on_judged(self, answer_id: AnswerId, report: AnswerReport) -> None:
        if answer_id in self._forgotten:
            self._total -= 1
            self._go_on()
            return
        try:
            self._store.keep_report(answer_id, report)
            is_outdated = answer_id in self._store.word_corrections.unjudged()
        except SimulatorError as error:
            self._stop(error)
            return
        if is_outdated:  # its words were corrected while it was judged
            self._left.appendleft(answer_id)
            self._go_on()
            return
        self._done += 1
        self.answer_judged.emit(answer_id)
        self.progressed.emit(self._done, self._total)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._is_running = False
        raise error  # the analysis never raises: this is a bug, for the crash report

    def _stop(self, error: SimulatorError) -> None:
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
        self._end()

    def _end(self) -> None:
        self._is_running = False
        self.finished.emit(self._done, self._done == self._total)
