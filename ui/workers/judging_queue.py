"""From words to a report that is kept: what the speech child heard goes through the analysis into the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from question_bank.models import Question
from recordings.transcription.expected_terms import terms_of
from simulator.errors import SimulatorError
from simulator.judge import Judge
from simulator.transcript import Transcript, Word
from ui.messages import Message, MessageKind
from ui.workers.reading_along import ReadingAlong

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.analysis.report import AnswerReport
    from simulator.analysis.rules import JudgingRules
    from simulator.entailment.meter import Meter
    from simulator.store.records import AnswerId, AnswerRecord
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.speech_child import SpeechChild


def import_analysis() -> None:
    """Import what judges answers: a third of a second, which the window's thread does not have when an answer comes."""
    import simulator.analysis.analyse
    import simulator.schedule

    simulator.schedule.import_scheduler()


class JudgingQueue(QObject):
    """Waits for transcripts and keeps the answers, judged by the `rules` in use.

    What answers say is read by `meter`; without one, key points are found by their words alone. What the library
    refuses to keep is told.

    Signals:
        answer_judged(object): `AnswerId`; its report is in the store.
        judged_anew(object): `AnswerId`, whose words were corrected; its new report is in the store.
        judging_failed(object, str): `AnswerId` and the reason; the recording is kept.
    """

    answer_judged = Signal(object)
    judged_anew = Signal(object)
    judging_failed = Signal(object, str)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        speech_child: SpeechChild,
        jobs: Jobs,
        messages: Messages,
        meter: Meter | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._judge = Judge(meter=meter)
        self._store = store
        self._library = library
        self._speech_child = speech_child
        self._waiting: dict[str, tuple[AnswerId, Question]] = {}
        self._backlog: deque[AnswerId] = deque()
        self._catching_up: AnswerId | None = None
        self._tried: set[AnswerId] = set()
        self._forgotten: set[AnswerId] = set()
        self._anew: set[AnswerId] = set()
        self._along = ReadingAlong(jobs, self._on_bug)
        speech_child.transcribed.connect(self._on_transcribed)
        speech_child.failed.connect(self._on_failed)

    @property
    def rules(self) -> JudgingRules:
        """The rules that answers to come are judged by."""
        return self._judge.rules

    @rules.setter
    def rules(self, rules: JudgingRules) -> None:
        self._judge = replace(self._judge, rules=rules)

    def prepare(self, question: Question) -> None:
        """An answer to this question will come: the model that reads it is loaded while the question is asked."""
        judge = self._judge
        if judge.meter is not None:
            self._jobs.run(lambda: judge.prepare(question), _nothing, self._on_bug)

    def follow(self, question: Question, words: tuple[Word, ...]) -> None:
        """So much of an answer to this question has settled: it is read now, so that little is left at the end."""
        judge = self._judge
        if judge.meter is not None:
            self._along.read(lambda: judge.follow(words, question))

    def expect(self, answer_id: AnswerId, question: Question) -> None:
        """The words of this answer are on their way."""
        self._waiting[str(answer_id)] = (answer_id, question)

    def judge_typed(self, answer_id: AnswerId, question: Question, text: str) -> None:
        """Judge a typed answer and keep the report; whatever needs sound stays unmeasured.

        A report by words alone is kept at once; the one by what they say follows.
        """
        judge = self._judge
        try:
            self._store.keep_report(answer_id, judge.by_words_alone.typed(text, question))
        except SimulatorError as error:
            self._say_refused(answer_id, error)
            return
        if judge.meter is None:
            self.answer_judged.emit(answer_id)
        else:
            self._run(lambda: judge.typed(text, question), answer_id)

    def judge_anew(self, answer_id: AnswerId) -> None:
        """Judge a kept answer by its words as they are now; words corrected meanwhile are judged after these."""
        if answer_id in self._anew:
            return
        try:
            record = self._store.answer(answer_id)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
            return
        self._anew.add(answer_id)
        judge = self._judge
        self._jobs.run(lambda: judge.anew(record), lambda report: self._keep_anew(record, report), self._on_bug)

    def transcribe_again(self, answer_id: AnswerId) -> None:
        """Ask anew for the words of a kept answer."""
        record = self._store.answer(answer_id)
        if record.file_name:
            self.expect(answer_id, record.question)
            path = self._library.path_of(record.file_name)
            self._speech_child.transcribe(str(answer_id), path, terms_of(record.question))

    def catch_up(self) -> None:
        """Ask for the words of every answer that was kept without them, once in each run of the program.

        One after the other: if the engine dies of one of them, the others are not lost with it. Answers whose words
        were corrected, and the program closed before it had judged them, are judged.
        """
        for answer_id in self._store.word_corrections.unjudged():
            self.judge_anew(answer_id)
        found = [record.id for record in self._store.untranscribed() if str(record.id) not in self._waiting]
        self._backlog.extend(answer_id for answer_id in found if answer_id not in self._tried)
        self._tried.update(found)
        self._ask_for_next()

    def take_up(self) -> None:
        """Judge every answer whose words are kept and whose report is not: the program was cut off between the two.

        So is every answer whose words were corrected and not judged since; a typed one needs no speech engine.
        """
        try:
            found, corrected = self._store.unjudged(), self._store.word_corrections.unjudged()
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        for record in (one for one in found if one.can_be_judged):
            if record.transcript is None:
                self._run(partial(self._judge.anew, record), record.id)
            else:
                self._run(self._judging_of(record.id, record.question, record.transcript), record.id)
        for answer_id in sorted(set(corrected) - {one.id for one in found}):
            self.judge_anew(answer_id)

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
        self._along.drop()
        answer_id, question = waiting
        if answer_id in self._forgotten:
            return
        self._tried.add(answer_id)  # until its words are kept, it looks like one that nobody asked for
        self.judge_heard(answer_id, question, transcript)

    def judge_heard(self, answer_id: AnswerId, question: Question, transcript: Transcript) -> None:
        """Judge an answer by these words of it, and keep both in place of what was kept before."""
        try:
            self._store.keep_transcript(answer_id, transcript)
            judging = self._judging_of(answer_id, question, transcript)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
        else:
            self._run(judging, answer_id)

    def _judging_of(
        self, answer_id: AnswerId, question: Question, transcript: Transcript
    ) -> Callable[[], AnswerReport]:
        """What judges this answer, with all it needs from the library: beside the window, which it would hold up."""
        recent_advice = self._store.recent_advice()
        usual = self._store.usual(question.kind, before=answer_id)
        judge = self._judge
        return lambda: judge.spoken(transcript, question, recent_advice=recent_advice, usual=usual)

    def _run(self, judging: Callable[[], AnswerReport], answer_id: AnswerId) -> None:
        self._jobs.run(judging, lambda report: self._keep(answer_id, report), self._on_bug)

    def _keep(self, answer_id: AnswerId, report: AnswerReport) -> None:
        if answer_id in self._forgotten:
            return
        try:
            self._store.keep_report(answer_id, report)
            is_outdated = self._store.word_corrections.is_unjudged(answer_id)
        except SimulatorError as error:
            self._say_refused(answer_id, error)
            return
        self.answer_judged.emit(answer_id)
        if is_outdated:
            self.judge_anew(answer_id)

    def _keep_anew(self, record: AnswerRecord, report: AnswerReport) -> None:
        """Nobody waits for it, and what the interview does next was decided without it."""
        self._anew.discard(record.id)
        if record.id in self._forgotten:
            return
        try:
            self._store.keep_report(record.id, report)
            is_outdated = self._store.word_corrections.is_unjudged(record.id)
        except SimulatorError as error:
            self._say_refused(record.id, error)
            return
        if is_outdated:
            self.judge_anew(record.id)
        else:
            self.judged_anew.emit(record.id)

    @staticmethod
    def _on_bug(error: Exception) -> None:
        raise error  # the analysis never raises: this is for the crash report

    def _say_refused(self, answer_id: AnswerId, error: SimulatorError) -> None:
        self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
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
