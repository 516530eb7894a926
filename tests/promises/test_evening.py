"""P1, P3, P5, P6: any order of answering, losing the microphone, crashing and deleting leaves on disk what it must.

The model knows which sounds were heard while the clock ran; the files must hold them, in order, and no others.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtWidgets import QApplication

from recordings.take_folder import TakeState
from simulator.engine.interview_engine import InterviewEngine
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus, SessionId
from tests.promises.desk import Desk
from tests.simulator.engine.studio import plan_of

PRE_ROLL = 4
TAIL = 3
MOVES = (
    "start_or_stop", "start_or_stop", "start_or_stop", "pause_or_go_on", "pause_or_go_on", "finish_reading", "skip",
    "again", "go_on", "lose_the_microphone", "find_it_again", "find_it_again", "sleep", "end", "close_and_open",
    "delete", "delete", "undo", "crash_and_recover", "crash_and_recover", "crash_and_discard",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _timers(qapp: QApplication) -> None:
    """Deleting waits by a timer, which needs a program."""


class Evening(RuleBasedStateMachine):
    """A user who does anything at any time, on a computer that may go down."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="vv-"))
        self.desk = Desk(self.place)
        self.must: dict[str, list[int]] = {}
        self.gone: set[SessionId] = set()
        self.going: list[SessionId] = []

    @property
    def engine(self) -> InterviewEngine:
        return self.desk.studio.engine

    @property
    def stage(self) -> Stage:
        return self.desk.studio.stage()

    def _running_file(self) -> str | None:
        """The take that is open now."""
        return next((part.name.removesuffix(".part") for part in self.desk.folder.glob("recordings/*.part")), None)

    def begin_to_answer(self) -> None:
        """In a new interview, if there is none."""
        if not self.engine.is_running:
            self.engine.start(plan_of(3))
        self.desk.studio.finish_reading()
        if self.stage is Stage.FEEDBACK:
            self.go_on()
        if self.stage is Stage.READY:
            self.start_or_stop()

    @rule(name=st.sampled_from(MOVES))
    def move(self, name: str) -> None:
        getattr(self, name)()

    def finish_reading(self) -> None:
        self.desk.studio.finish_reading()

    @rule(times=st.integers(1, 15))
    def speak(self, times: int) -> None:
        """Most of an evening is answers: where none is under way, one is begun now and then."""
        if not times % 2:
            self.begin_to_answer()
        for _ in range(times):
            file, is_answering = self._running_file(), self.stage is Stage.ANSWERING
            is_heard = self.desk.studio.is_listening()
            number = self.desk.hear()
            is_heard = is_heard and not self.desk.studio.voice.is_audible
            if file and is_answering and is_heard:
                self.must.setdefault(file, []).append(number)

    def start_or_stop(self) -> None:
        self.desk.studio.pass_by(1.0)
        self.engine.toggle_answer()
        if file := self._running_file():
            self.must.setdefault(file, [])

    def pause_or_go_on(self) -> None:
        self.engine.toggle_pause()

    def skip(self) -> None:
        self.engine.skip()

    def again(self) -> None:
        self.engine.answer_again()

    def go_on(self) -> None:
        self.desk.studio.write_down()
        self.engine.leave_question()

    def lose_the_microphone(self) -> None:
        self.desk.studio.unplug()

    def find_it_again(self) -> None:
        self.engine.listen_again()

    def sleep(self) -> None:
        self.desk.studio.pass_by(60.0)
        self.engine.on_sound_missing(60.0, 0.5)

    def end(self) -> None:
        self.engine.end()

    def crash_and_recover(self) -> None:
        """At the next start one presses Recover."""
        self._crash(is_wanted=True)

    def crash_and_discard(self) -> None:
        """Or Discard."""
        self._crash(is_wanted=False)

    def _crash(self, *, is_wanted: bool) -> None:
        running = self._running_file()
        self.desk.crash()
        self.going.clear()
        if is_wanted:
            self.desk.recover()
        else:
            self.desk.discard()
            if running is not None:
                self.must.pop(running, None)

    def close_and_open(self) -> None:
        self.desk.restart()
        for session in self.going:
            self._forget(session)
        self.going.clear()

    def delete(self) -> None:
        """The oldest, of an evening on which no interview is under way."""
        if self.engine.is_running:
            return
        sessions = [one.id for one in self.desk.studio.store.sessions() if one.id not in self.going]
        if sessions:
            session = sessions[-1]
            self.desk.deleting.delete_session(session)
            self.going.append(session)

    def undo(self) -> None:
        self.desk.deleting.undo()
        if self.going:
            self.going.pop()

    def _forget(self, session: SessionId) -> None:
        self.gone.add(session)
        kept = self.desk.saved()
        self.must = {file: numbers for file, numbers in self.must.items() if file in kept}

    @invariant()
    def what_was_promised_is_on_the_disk(self) -> None:
        kept, running = self.desk.saved(), self._running_file()
        for file, numbers in self.must.items():
            if not numbers:
                continue
            assert file in kept or file == running, f"{file} is neither kept nor running"
            found = self.desk.heard_in(file)
            first, last = found.index(numbers[0]), found.index(numbers[-1])
            assert found[first : last + 1] == numbers
            assert first <= PRE_ROLL
            assert len(found) - last - 1 <= TAIL + 1

    @invariant()
    def the_clock_shows_what_is_written(self) -> None:
        recorder = self.desk.studio.engine._ports.recorder
        if (file := self._running_file()) and recorder.is_recording:
            size = (self.desk.folder / "recordings" / f"{file}.part").stat().st_size
            assert recorder.duration_s == pytest.approx((size - 44) / 32_000)

    @invariant()
    def nothing_lies_there_that_nobody_knows(self) -> None:
        store, library = self.desk.studio.store, self.desk.studio.folder
        assert {session.id for session in store.sessions(limit=1000)}.isdisjoint(self.gone)
        known = set(store.file_names())
        assert set(library.find_orphans(known)) == set()
        assert set(library.find_stray_parts(known)) == set()
        for session in store.sessions(limit=1000):
            for record in store.answers(session.id):
                if record.status is AnswerStatus.SAVED and record.file_name:
                    assert library.check(record.file_name, record.samples or 0, record.sha256) is TakeState.WHOLE

    def teardown(self) -> None:
        assert self.desk.studio.store.faults() == ()
        self.desk.close()
        shutil.rmtree(self.place)


TestEvening = pytest.mark.timeout(300)(Evening.TestCase)
Evening.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
