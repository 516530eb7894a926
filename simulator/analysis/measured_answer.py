"""An answer beside what was measured of it, for those who talk about it. What is said of it is in `findings`."""

from __future__ import annotations

from dataclasses import dataclass

from question_bank.models import Kind, Question, TargetTimes
from simulator.analysis.content import Remark
from simulator.analysis.report import BY_WORDS_ALONE, AnswerReport, KeyPointResult, Rambling, RamblingReason, Usual
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.utterance import Utterance

Place = tuple[float | None, float | None]
"""Where to listen: start and end in seconds, None for a typed answer."""


@dataclass(frozen=True, slots=True)
class MeasuredAnswer:
    """What was said, what it was asked by, and the `report` of it so far: measures, but no findings yet."""

    utterance: Utterance
    question: Question | None
    kind: Kind
    times: TargetTimes
    remarks: tuple[Remark, ...]
    usual: Usual | None
    report: AnswerReport
    rules: JudgingRules = DEFAULT_RULES

    @property
    def key_points(self) -> tuple[KeyPointResult, ...]:
        return self.report.key_points or ()

    @property
    def rambling(self) -> Rambling:
        return self.report.rambling or Rambling(False, (), None)

    @property
    def has_all_points(self) -> bool:
        """Whether there are key points and every one was made."""
        return self.report.covered_share == 1

    @property
    def touched_points(self) -> tuple[KeyPointResult, ...]:
        """The key points of which something was said: made, maybe made, or their contrary."""
        return tuple(point for point in self.key_points if point.is_touched)

    @property
    def makes_no_point(self) -> bool:
        """Whether there are key points and none was made."""
        return bool(self.key_points) and not self.report.covered_count

    @property
    def is_judged_by_words_alone(self) -> bool:
        """Whether no model read the answer, so that what it means in other words was not heard."""
        return BY_WORDS_ALONE in self.report.not_measured

    def words_place(self, first: int, last: int) -> Place:
        """From the start of one word to the end of another."""
        span = self.utterance.span_of(first, last)
        return self.utterance.shown(span.start_s), self.utterance.shown(span.end_s)

    def sentence_place(self, word_index: int) -> Place:
        """The sentence that holds the word."""
        sentence = self.utterance.sentence_at(word_index)
        return self.words_place(sentence.first, sentence.last)

    def opening_place(self) -> Place:
        """The first sentence."""
        return self.sentence_place(0)

    def closing_place(self) -> Place:
        """The last sentence."""
        return self.sentence_place(len(self.utterance.words) - 1)

    def broken_rule(self, rule: str) -> RamblingReason | None:
        """The reason filed under a rule of rambling, if it was broken."""
        return next((reason for reason in self.rambling.reasons if reason.rule == rule), None)
