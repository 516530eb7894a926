"""From words to a report that is kept: what the speech child heard goes through the analysis into the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.models import Question
from recordings.transcription.expected_terms import terms_of
from simulator.analysis.rules import DEFAULT_RULES
from simulator.errors import SimulatorError
from simulator.transcript import Transcript

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.analysis.report import AnswerReport
    from simulator.similarity.meter import Meter
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.workers.jobs import Jobs
    from ui.workers.speech_child import SpeechChild


def import_analysis() -> None:
    """Import what judges answers: a third of a second, which the window's thread does not have when an answer comes."""
    import simulator.analysis.analyse
    import simulator.schedule

    simulator.schedule.import_scheduler()


class JudgingQueue(QObject):
    """Waits for transcripts and keeps the answers, judged by the `rules` in use.

    What answers mean is measured by `meter`; without one, key points are found by their words alone.

    Signals:
        answer_judged(object): `AnswerId`; its report is in the store.
        judging_failed(object, str): `AnswerId` and the reason; the recording is kept.
        problem(str): the library refused what was to be kept.
    """

    answer_judged = Signal(object)
    judging_failed = Signal(object, str)
    problem = Signal(str)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        speech_child: SpeechChild,
        jobs: Jobs,
        meter: Meter | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._meter = meter
        self._store = store
        self._library = library
        self._speech_child = speech_child
        self.rules = DEFAULT_RULES
        self._waiting: dict[str, tuple[AnswerId, Question]] = {}
        self._backlog: deque[AnswerId] = deque()
        self._catching_up: AnswerId | None = None
        self._tried: set[AnswerId] = set()
        self._forgotten: set[AnswerId] = set()
        speech_child.transcribed.connect(self._on_transcribed)
        speech_child.failed.connect(self._on_failed)

    def prepare(self, question: Question) -> None:
        """An answer to this question will come: the model of meanings is loaded while the question is asked."""
        meter = self._meter
        if meter is not None:
            self._jobs.run(lambda: meter.prepare(question), _nothing, self._on_bug)

    def expect(self, answer_id: AnswerId, question: Question) -> None:
        """The words of this answer are on their way."""
        self._waiting[str(answer_id)] = (answer_id, question)

    def judge_typed(self, answer_id: AnswerId, question: Question, text: str) -> None:
        """Judge a typed answer and keep the report; whatever needs sound stays unmeasured.

        Its words are in its report alone, so one is kept at once, by words alone; the one by their meaning follows.
        """
        from simulator.analysis.analyse import analyse_text

        try:
            self._store.keep_report(answer_id, analyse_text(text, question, question.kind, self.rules))
        except SimulatorError as error:
            self._say_refused(answer_id, error)
        else:
            self._judge_meaning(answer_id, question, text)

    def _judge_meaning(self, answer_id: AnswerId, question: Question, text: str) -> None:
        rules, meter = self.rules, self._meter
        if meter is None:
            self.answer_judged.emit(answer_id)
            return

        def judge() -> AnswerReport:
            from simulator.analysis.analyse import analyse_text
            from simulator.analysis.utterance import Utterance

            similarity = meter.measure(Utterance.typed(text), question)
            return analyse_text(text, question, question.kind, rules, similarity)

        self._jobs.run(judge, lambda report: self._keep(answer_id, None, report), self._on_bug)

    def transcribe_again(self, answer_id: AnswerId) -> None:
        """Ask anew for the words of a kept answer."""
        record = self._store.answer(answer_id)
        if record.file_name:
            self.expect(answer_id, record.question)
            path = self._library.path_of(record.file_name)
            self._speech_child.transcribe(str(answer_id), path, terms_of(record.question))

    def catch_up(self) -> None:
        """Ask for the words of every answer that was kept without them, once in each run of the program.

        One after the other: if the engine dies of one of them, the others are not lost with it.
        """
        found = [record.id for record in self._store.untranscribed() if str(record.id) not in self._waiting]
        self._backlog.extend(answer_id for answer_id in found if answer_id not in self._tried)
        self._tried.update(found)
        self._ask_for_next()

    def forget(self, answers: Iterable[AnswerId]) -> None:
        """These answers are being deleted: nothing is said or kept of them any more, whatever still comes."""
        gone = set(answers)
        self._forgotten |= gone
        self._backlog = deque(answer_id for answer_id in self._backlog if answer_id not in gone)
        for answer_id in gone:
            self._speech_child.cancel(str(answer_id))
            self._taken_off(str(answer_id))

    def _ask_for_next(self) -> None:
        if self._catching_up is None and self._backlog:
            self._catching_up = self._backlog.popleft()
            self.transcribe_again(self._catching_up)

    def _taken_off(self, job: str) -> tuple[AnswerId, Question] | None:
        """The answer that `job` stands for, which is waited for no longer."""
        waiting = self._waiting.pop(job, None)
        if waiting is not None and waiting[0] == self._catching_up:
            self._catching_up = None
            QTimer.singleShot(0, self, self._ask_for_next)
        return waiting

    def _on_transcribed(self, job: str, transcript: Transcript) -> None:
        waiting = self._taken_off(job)
        if waiting is None:
            return
        answer_id, question = waiting
        self._tried.add(answer_id)  # until its words are kept, it looks like one that nobody asked for
        try:
            judge = self._judge_of(answer_id, question, transcript)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
        else:
            self._jobs.run(judge, lambda report: self._keep(answer_id, transcript, report), self._on_bug)

    def _judge_of(self, answer_id: AnswerId, question: Question, transcript: Transcript) -> Callable[[], AnswerReport]:
        """What judges this answer, with all it needs from the library: beside the window, which it would hold up."""
        recent_advice = self._store.recent_advice()
        usual = self._store.usual(question.kind, before=answer_id)
        rules, meter = self.rules, self._meter

        def judge() -> AnswerReport:
            from simulator.analysis.analyse import analyse
            from simulator.analysis.utterance import Utterance

            similarity = meter.measure(Utterance.of(transcript), question) if meter else None
            return analyse(transcript, question, question.kind, recent_advice, usual, rules, similarity)

        return judge

    def _keep(self, answer_id: AnswerId, transcript: Transcript | None, report: AnswerReport) -> None:
        """Words and report together, so that what has words is judged; a typed answer's are in its report."""
        if answer_id in self._forgotten:
            return
        try:
            if transcript is not None:
                self._store.keep_transcript(answer_id, transcript)
            self._store.keep_report(answer_id, report)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
        else:
            self.answer_judged.emit(answer_id)

    @staticmethod
    def _on_bug(error: Exception) -> None:
        raise error  # the analysis never raises: this is for the crash report

    def _say_refused(self, answer_id: AnswerId, error: SimulatorError) -> None:
        self.problem.emit(str(error))
        self.judging_failed.emit(answer_id, str(error))

    def _on_failed(self, job: str, reason: str) -> None:
        waiting = self._taken_off(job)
        if waiting is None:
            return
        answer_id, _ = waiting
        try:
            self._store.transcription_failed(answer_id, reason)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
        else:
            self.judging_failed.emit(answer_id, reason)


def _nothing(_: object) -> None:
    """Nothing follows."""
