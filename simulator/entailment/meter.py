"""The program's side of the child that reads answers: start it, ask it, do without it. Imports no engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from question_bank.models import Question
from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.reading import Pair, Reading
from simulator.analysis.utterance import Utterance
from simulator.child_process import Child, ChildDied, Connection
from simulator.entailment.child import run
from simulator.entailment.remembered import Remembered
from simulator.entailment.requests import NoModel, Prepare, Read, WasRead
from simulator.entailment.turns import Turns

TIMEOUT_S: Final = 20.0
FAILURES_UNTIL_OFF: Final = 3
PAIRS_AT_ONCE: Final = 24
"""What is read in one go, and what anybody else has to wait for: a fraction of a second."""

_ANY_PAIR: Final = ("any text", "any text")


class Meter(Protocol):
    """Reads what an answer says of the key points and red flags of its question, or says that it cannot."""

    def prepare(self, question: Question) -> None: ...
    def follow(self, utterance: Utterance, question: Question) -> None: ...
    def measure(self, utterance: Utterance, question: Question) -> Entailment | None: ...
    def close(self) -> None: ...


class EntailmentMeter:
    """Reads by a model in a child process, which is started when it is first needed and stays.

    `prepare`, `follow` and `measure` block: call them from a background thread; any number may call at once. They read
    a few pairs at a time, each within `timeout_s` seconds, and take turns, so that a long answer holds up nobody.
    What was read is remembered. What fails is tried again with a new child the next time, after three failures no more;
    nothing is raised, since key points can be found by their words alone. `in_child` does the child's part; tests put
    theirs in its place.
    """

    def __init__(self, timeout_s: float = TIMEOUT_S, in_child: Callable[[Connection], None] = run) -> None:
        self._timeout_s = timeout_s
        self._in_child = in_child
        self._turns = Turns()
        self._remembered = Remembered()
        self._child: Child | None = None
        self._failures = 0
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The child's id, None while there is none."""
        child = self._child
        return child.pid if child else None

    def prepare(self, question: Question) -> None:
        """Start the child while the question is asked."""
        if question.key_points:
            with self._turns:
                self._tried(lambda child: child.send(Prepare()))

    def follow(self, utterance: Utterance, question: Question) -> None:
        """Read what there is of an answer that still grows, so that `measure` has only its end left to read."""
        self._read(Reading.so_far(utterance, question))

    def measure(self, utterance: Utterance, question: Question) -> Entailment | None:
        """What the answer says of each key point and red flag; None without any, or with nothing to read or read by."""
        return self._read(Reading.of(utterance, question))

    def why_not(self) -> str:
        """Why there is nothing to read by, as a sentence; empty if there is."""
        with self._turns:
            answer = self._tried(lambda child: self._ask(child, Read((_ANY_PAIR,))))
        match answer:
            case WasRead():
                return ""
            case NoModel(reason):
                return reason
        return "The text model is not responding."

    def close(self) -> None:
        """End the child, whatever it is doing; nothing is read any more."""
        self._is_closed = True
        child = self._child
        if child is not None:
            child.kill()

    def _read(self, reading: Reading) -> Entailment | None:
        if not reading.claims or not reading.windows:
            return None
        with self._turns:
            self._remembered.forget_oldest()
        while True:
            with self._turns:  # whoever had the last one may have read the same answer
                unread = self._remembered.unread(reading)
                if not unread:
                    return self._remembered.entailment(reading)
                if not self._read_piece(unread[:PAIRS_AT_ONCE]):
                    return None

    def _read_piece(self, pairs: tuple[Pair, ...]) -> bool:
        """Whether it was read."""
        answer = self._tried(lambda child: self._ask(child, Read(pairs)))
        if not isinstance(answer, WasRead):
            return False
        self._remembered.keep(pairs, answer.figures)
        return True

    def _ask(self, child: Child, request: Read) -> object:
        child.send(request)
        return child.receive(self._timeout_s)

    def _tried(self, ask: Callable[[Child], object]) -> object:
        """What comes of asking the child, None if nothing does."""
        if self._is_closed or self._failures >= FAILURES_UNTIL_OFF:
            return None
        try:
            answer = ask(self._running())
        except (ChildDied, TimeoutError):
            self._failures += 1
            self._give_up()
            return None
        self._failures = 0
        return answer

    def _running(self) -> Child:
        if self._child is None:
            self._child = Child(self._in_child, name="reading model")
            self._child.start()
        return self._child

    def _give_up(self) -> None:
        """End the child: an answer that comes late must not be taken for that of the next question."""
        if self._child is not None:
            self._child.kill()
            self._child = None
