"""Which follow-ups fit what was said, the best first. Whether the ladder goes on at all is decided in `ladder`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from question_bank.models import FollowUp, FollowUpTrigger, KeyPoint, Kind, Question
from simulator.follow_ups import general_questions as wording
from simulator.follow_ups.answer_quality import is_about_the_candidate
from simulator.follow_ups.answer_summary import AnswerSummary
from simulator.follow_ups.answers_so_far import AnswersSoFar
from simulator.follow_ups.method_names import BUILDING
from simulator.follow_ups.steps import Aim, LadderStep

# Our own: from here on a good interviewer goes deeper instead of asking for the rest.
_NEARLY_ALL: Final = 0.75
_EARLY_POINTS: Final = 2
_MANY_TERMS: Final = 3
_MANY_WE: Final = 3
_FEW_I: Final = 0

_WHY: Final = {
    FollowUpTrigger.COVERED: wording.COVERED_WHY,
    FollowUpTrigger.HALF: wording.HALF_WHY,
    FollowUpTrigger.TERM: wording.TERM_WHY,
}


@dataclass(frozen=True)
class FollowUpChoice:
    """The steps that could come after the answers so far."""

    so_far: AnswersSoFar

    def steps(self) -> Iterator[LadderStep]:
        """Every step that fits, the best first; some may have been asked before."""
        yield from self._probes()
        yield from self._challenges()
        yield from self._after_thin() if self.last.is_thin else self._after_good()

    @property
    def first(self) -> Question:
        return self.so_far.first

    @property
    def last(self) -> AnswerSummary:
        return self.so_far.last

    def _probes(self) -> Iterator[LadderStep]:
        """Once into each thing said that is the contrary of a point."""
        for point in self.so_far.unprobed:
            quote = self.so_far.contrary[point.id]
            if quote and not any(f"“{quote}”" in heard.question.text for heard in self.so_far.heard):
                yield wording.probe(point, quote, is_another=self.so_far.has_probed, is_conduct=self._is_about_conduct)
            for step in self._from_pack(FollowUpTrigger.MISSED, frozenset([point.id])):
                yield replace(step, aim=Aim.CONTRARY, why=wording.CONTRARY_WHY)
            yield wording.probe_unquoted(point)

    @property
    def _has_nearly_all(self) -> bool:
        return len(self.so_far.missing) <= (1 - _NEARLY_ALL) * len(self.first.key_points)

    def _challenges(self) -> Iterator[LadderStep]:
        """What no interviewer lets pass: a promise too great, a row of bare names, a story without an own part."""
        if self.last.overclaim:
            yield wording.evidence(self.last.overclaim)
        for term in self._names_without_more():
            yield wording.explain(term)
        if self._hides_own_part():
            own = self._ids([point for point in self.so_far.left_out if "own" in point.id.split("-")])
            yield from self._from_pack(FollowUpTrigger.MISSED, own)
            yield wording.OWN_PART

    def _names_without_more(self) -> tuple[str, ...]:
        """A row of terms of which nothing is said; in an answer that is thin otherwise, three terms are enough."""
        terms = self.last.terms if self.last.is_thin else ()
        return self.last.bare_terms or (terms if len(set(terms)) >= _MANY_TERMS else ())

    def _after_thin(self) -> Iterator[LadderStep]:
        if not self._is_about_conduct and not self.so_far.made:
            early = [point for point in self.first.key_points[:_EARLY_POINTS] if point in self.so_far.left_out]
            yield from self._from_pack(FollowUpTrigger.MISSED, self._ids(early))
            if early:
                yield wording.from_the_start(early[0], self._why_missed)
        yield from self._left_out()
        yield from self._halves()
        yield from self._deeper_by_pack()
        if self.so_far.left_out:
            yield wording.anything_else(self.so_far.left_out, self._why_missed)
        yield from self._deeper()
        yield from self._chain()

    def _after_good(self) -> Iterator[LadderStep]:
        yield from self._terms()
        if not self._has_nearly_all:
            yield from self._rest()
        yield from self._deeper_by_pack()
        yield from self._chain()
        if self._has_nearly_all:
            yield from self._deeper()
        yield from self._rest()
        if self.so_far.left_out:
            yield wording.anything_else(self.so_far.left_out, self._why_missed)
        yield from self._general()

    def _rest(self) -> Iterator[LadderStep]:
        """What was said in part or left out, as far as the question has a follow-up for it."""
        yield from self._halves()
        yield from self._left_out()

    def _left_out(self) -> Iterator[LadderStep]:
        """What nothing was said of comes before what was asked about because its contrary was said."""
        contrary = self.so_far.contrary.keys()
        left_out = self._ids(self.so_far.left_out)
        yield from self._from_pack(FollowUpTrigger.MISSED, left_out - contrary)
        yield from self._from_pack(FollowUpTrigger.MISSED, left_out & contrary)

    def _deeper_by_pack(self) -> Iterator[LadderStep]:
        yield from self._from_pack(FollowUpTrigger.COVERED, self.last.made)
        for step in self._from_pack(FollowUpTrigger.COVERED, self.so_far.made - self.last.made):
            yield replace(step, why=wording.EARLIER_WHY)

    def _deeper(self) -> Iterator[LadderStep]:
        """Deeper into what was said, by the question's own follow-ups or by asking for the reason behind it."""
        yield from self._deeper_by_pack()
        for heard in () if self._is_about_conduct else reversed(self.so_far.heard):
            for point in self.first.key_points:
                if point.id in heard.made and heard.quotes.get(point.id):
                    yield wording.deeper(point, heard.quotes[point.id], is_of_last=heard is self.last)

    def _terms(self) -> Iterator[LadderStep]:
        for asked in self.first.follow_ups:
            if asked.when is FollowUpTrigger.TERM and self.last.says(asked.about):
                yield self._pack_step(asked)

    def _halves(self) -> Iterator[LadderStep]:
        """The rest of what was begun, or what is behind a name that counted."""
        for point in self.so_far.missing:
            if point.id in self.last.half:
                is_named = point.id in self.so_far.covered
                yield from map(_as_named, self._rest_of(point)) if is_named else self._rest_of(point)

    def _rest_of(self, point: KeyPoint) -> Iterator[LadderStep]:
        yield from self._from_pack(FollowUpTrigger.HALF, frozenset([point.id]))
        for step in self._from_pack(FollowUpTrigger.MISSED, frozenset([point.id])):
            yield replace(step, aim=Aim.HALF, why=wording.HALF_WHY)
        if self.last.touches[point.id]:
            yield wording.finish(point, self.last.touches[point.id])

    def _chain(self) -> Iterator[LadderStep]:
        """How measured, which measure and why, why unseen, how does that model work: each only where it fits."""
        metrics = tuple(dict.fromkeys(name for heard in self.so_far.heard for name in heard.metrics))
        models = tuple(dict.fromkeys(name for heard in self.so_far.heard for name in heard.models))
        if not self._is_about_building:
            return
        is_plan = self.first.kind is Kind.THINK_ALOUD
        yield wording.metric(metrics) if metrics else wording.measured(is_plan)
        if models or any(heard.says("model") for heard in self.so_far.heard):
            yield wording.unseen(is_plan)
        if models:
            yield wording.model(models[-1])

    def _general(self) -> Iterator[LadderStep]:
        """What can be asked about most answers of its sort, when all else was asked."""
        if not self._is_about_conduct:
            yield from self._deeper()
        elif self.first.kind is Kind.STORY:
            if not any(heard.amounts for heard in self.so_far.heard):
                yield wording.RESULT
            yield wording.FAILED if self._is_about_building else wording.LEARNT
        else:
            yield wording.EXAMPLE
        if not self._is_about_conduct or self._is_about_building:
            if any(heard.choices for heard in self.so_far.heard):
                yield wording.REASON
            yield wording.LIMITS

    @property
    def _why_missed(self) -> str:
        if self.so_far.made:
            return wording.MISSED_WHY
        return wording.START_WHY if any(heard.utterance.words for heard in self.so_far.heard) else wording.SILENT_WHY

    @property
    def _is_about_building(self) -> bool:
        return any(topic.startswith(BUILDING) for topic in self.first.topics)

    @property
    def _is_about_conduct(self) -> bool:
        return is_about_the_candidate(self.first)

    def _hides_own_part(self) -> bool:
        heard = self.last
        is_story = self.first.kind is Kind.STORY
        return is_story and heard.we_count >= _MANY_WE and heard.i_count <= _FEW_I

    def _from_pack(self, when: FollowUpTrigger, about: frozenset[str]) -> Iterator[LadderStep]:
        """The question's own follow-ups of a trigger about any of these points."""
        for asked in self.first.follow_ups:
            if asked.when is when and asked.about in about:
                yield self._pack_step(asked)

    def _pack_step(self, asked: FollowUp) -> LadderStep:
        carries = asked.when in (FollowUpTrigger.MISSED, FollowUpTrigger.HALF)
        points = tuple(point for point in self.first.key_points if carries and point.id == asked.about)
        is_missed = asked.when is FollowUpTrigger.MISSED
        why = self._why_missed if is_missed else _WHY[asked.when].format(asked.about)
        return LadderStep(Aim(asked.when.value), asked.about, asked.text, why, points)

    @staticmethod
    def _ids(points: Sequence[KeyPoint]) -> frozenset[str]:
        return frozenset(point.id for point in points)


def _as_named(step: LadderStep) -> LadderStep:
    """The question for the rest of a point, where the point counts as made by its name."""
    return replace(step, aim=Aim.NAMED, why=wording.NAMED_WHY)
