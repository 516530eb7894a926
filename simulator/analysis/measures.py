"""Everything measured of one answer, gathered for those who talk about it."""

from __future__ import annotations

from dataclasses import dataclass

from question_bank.models import Kind, Question, TargetTimes
from simulator.analysis.content import Remark
from simulator.analysis.report import (
    Cluster,
    Filler,
    FillerRates,
    KeyPointResult,
    Length,
    Pace,
    Pause,
    Rambling,
    RamblingReason,
    RedFlagHeard,
    ThinkAloud,
    Tone,
    Usual,
)
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.utterance import Utterance

Place = tuple[float | None, float | None]
"""Where to listen: start and end in seconds, None for a typed answer."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The measured answer. What needs sound is None for a typed one."""

    utterance: Utterance
    kind: Kind
    times: TargetTimes
    question: Question | None
    fillers: tuple[Filler, ...]
    filler_rates: FillerRates
    clusters: tuple[Cluster, ...]
    pauses: tuple[Pause, ...] | None
    pace: Pace | None
    length: Length | None
    rambling: Rambling
    key_points: tuple[KeyPointResult, ...]
    time_to_point_s: float | None
    think_aloud: ThinkAloud | None
    remarks: tuple[Remark, ...]
    usual: Usual | None
    rules: JudgingRules = DEFAULT_RULES
    tone: Tone | None = None
    is_meaning_judged: bool = False
    red_flags: tuple[RedFlagHeard, ...] = ()

    @property
    def has_all_points(self) -> bool:
        """Whether there are key points and every one was made."""
        return bool(self.key_points) and all(point.covered for point in self.key_points)

    def words_place(self, first: int, last: int) -> Place:
        """From the start of one word to the end of another."""
        words, shown = self.utterance.words, self.utterance.shown
        return shown(words[first].start_s), shown(words[last].end_s)

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
