"""The one way to a report: an answer goes to the text model, then to `simulator.analysis`, by the rules in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.transcript import Transcript
from simulator.unknown_question import was_asked

if TYPE_CHECKING:
    from question_bank.models import Kind, Question
    from simulator.analysis.key_points.entailment import Entailment
    from simulator.analysis.report import AnswerReport, Usual
    from simulator.analysis.utterance import Utterance
    from simulator.entailment.meter import Meter
    from simulator.store.records import AnswerRecord
    from simulator.transcript import Word

# The analysis is imported where it is called: it takes a third of a second, which the window does not have to open.


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges answers by `rules`; what they say of the key points is read by `meter`.

    Without one, or where it cannot read, key points are found by their words alone, and the report says so. With
    one, every method may block for as long as the meter does; without, it takes milliseconds. Nothing is raised.
    """

    rules: JudgingRules = DEFAULT_RULES
    meter: Meter | None = None

    @property
    def by_words_alone(self) -> Judge:
        """The same judge without the text model."""
        return replace(self, meter=None)

    def prepare(self, question: Question) -> None:
        """Let the text model be loaded before an answer to `question` comes."""
        if self.meter is not None:
            self.meter.prepare(question)

    def follow(self, words: Sequence[Word], question: Question) -> None:
        """Let the text model read an answer while it is spoken; `words` are all that have settled so far."""
        from simulator.analysis.utterance import Utterance

        if self.meter is not None and words:
            so_far = Transcript(max(word.end_s for word in words), tuple(words))
            self.meter.follow(Utterance.of(so_far), question)

    def spoken(
        self,
        transcript: Transcript,
        question: Question | None = None,
        kind: Kind | None = None,
        recent_advice: Sequence[str] = (),
        usual: Usual | None = None,
    ) -> AnswerReport:
        """What is said of a spoken answer; the arguments are those of `analysis.analyse.analyse`."""
        from simulator.analysis.analyse import analyse
        from simulator.analysis.utterance import Utterance

        question, kind = _asked(question, kind)
        entailment = self._entailment(Utterance.of(transcript), question)
        return analyse(transcript, question, kind, recent_advice, usual, self.rules, entailment)

    def typed(self, text: str, question: Question | None = None, kind: Kind | None = None) -> AnswerReport:
        """What is said of a typed answer: whatever needs sound is None."""
        from simulator.analysis.analyse import analyse_text
        from simulator.analysis.utterance import Utterance

        question, kind = _asked(question, kind)
        entailment = self._entailment(Utterance.typed(text), question)
        return analyse_text(text, question, kind, self.rules, entailment)

    def anew(self, record: AnswerRecord) -> AnswerReport:
        """The record's report by this judge, against the same usual figures and earlier advice as at the time.

        Of a typed answer there is no transcript.
        """
        before, question = record.report, record.question
        if record.transcript is None:
            return self.typed(record.typed or (before.transcript.text if before else ""), question)
        recent_advice = before.held_back * 2 if before else ()
        usual = before.compared_with if before else None
        return self.spoken(record.transcript, question, recent_advice=recent_advice, usual=usual)

    def _entailment(self, utterance: Utterance, question: Question | None) -> Entailment | None:
        return self.meter.measure(utterance, question) if self.meter is not None and question is not None else None


def _asked(question: Question | None, kind: Kind | None) -> tuple[Question | None, Kind | None]:
    """What an answer is held against. What only stands in for a question gives the kind, and nothing else."""
    if question is None or was_asked(question):
        return question, kind
    return None, kind or question.kind
