"""The one way from a transcript to a report: what is measured, and when. How, is in a module for each measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from question_bank.models import Kind, Question
from simulator.analysis import bands
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.fillers.counting import as_reported, clusters, find_fillers, rates, rates_per_minute
from simulator.analysis.findings.advice import MAX_SENTENCES, advise, held_back
from simulator.analysis.findings.all_findings import find, find_in_brief
from simulator.analysis.intelligibility import why_not_understood
from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.judged_points import JudgedPoints, judge_points
from simulator.analysis.key_points.matching import time_to_point_s
from simulator.analysis.length import measure_length
from simulator.analysis.measured_answer import MeasuredAnswer
from simulator.analysis.measures import DEFINITIONS, OF_QUICK_FACTS, Measure, Need
from simulator.analysis.pace import measure_pace
from simulator.analysis.pauses import find_pauses
from simulator.analysis.rambling.rambling import judge_rambling
from simulator.analysis.report import (
    ANALYSIS_VERSION,
    BY_WORDS_ALONE,
    NOT_UNDERSTOOD,
    Advice,
    AnswerReport,
    Filler,
    KeyPointResult,
    ReportedTranscript,
    ReportedWord,
    Usual,
)
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.spoken_answer import spoken_words
from simulator.analysis.think_aloud import measure_think_aloud
from simulator.analysis.tone import measure_tone, why_no_tone
from simulator.analysis.utterance import Utterance, is_english
from simulator.transcript import Transcript, join_words

WORDS_ALONE: Final = (
    "the text model was not available, so key points were matched by words alone, which cannot tell right from wrong"
)

_LEAD_IN_BRIEF: Final = "Not enough speech to measure pace and fillers"
_LEAD_COMPLETE: Final = "Nothing is missing; the answer is just too short to measure pace and fillers"
"""A short answer that makes every point lacks nothing, and is not told that it was not enough."""

_ENOUGH_SPEECH: Final = "enough_speech"
"""Beside the measures' keys in `not_measured`: why there are no figures."""

_BEYOND_CONTENT: Final = frozenset(one for one in Measure if DEFINITIONS[one].need is not Need.QUESTION)
"""What is left out where a measure would be chance."""


@dataclass(frozen=True, slots=True)
class _Extent:
    """How much of an answer can be measured: all but `left_out`, and why not more."""

    left_out: frozenset[Measure] = frozenset()
    why: str = ""

    @classmethod
    def of(cls, utterance: Utterance, kind: Kind) -> _Extent:
        """By how much was said; of a quick fact a few seconds are enough for some of it."""
        why = _why_not_enough(utterance, bands.MIN_SPEECH_S, bands.MIN_WORDS)
        if not why:
            return cls()
        too_short = _why_not_enough(utterance, bands.MIN_QUICK_SPEECH_S, bands.MIN_QUICK_WORDS)
        if kind is Kind.QUICK and not too_short:
            return cls(_BEYOND_CONTENT - OF_QUICK_FACTS, why)
        return cls(_BEYOND_CONTENT, why if kind is not Kind.QUICK else too_short)

    @classmethod
    def seen_in(cls, report: AnswerReport) -> _Extent:
        """How much was measured in `report`."""
        if _ENOUGH_SPEECH in report.not_measured:
            return cls(_BEYOND_CONTENT, report.not_measured[_ENOUGH_SPEECH])
        if Measure.RAMBLING.of(report) is None:
            return cls(_BEYOND_CONTENT - OF_QUICK_FACTS, report.not_measured.get(Measure.RAMBLING.key, ""))
        return cls()

    @property
    def is_content_alone(self) -> bool:
        return self.left_out == _BEYOND_CONTENT

    @property
    def reasons(self) -> dict[str, str]:
        """Why there is nothing under the keys of what is left out."""
        return {measure.key: self.why for measure in self.left_out}

    def limit(self, report: AnswerReport) -> AnswerReport:
        """The report without what is left out."""
        nothing: dict[str, Any] = dict.fromkeys(self.reasons)
        return replace(report, **nothing)


def analyse(
    transcript: Transcript,
    question: Question | None = None,
    kind: Kind | None = None,
    recent_advice: Sequence[str] = (),
    usual: Usual | None = None,
    rules: JudgingRules = DEFAULT_RULES,
    entailment: Entailment | None = None,
) -> AnswerReport:
    """What is said of a spoken answer, by the user's own `rules`.

    `recent_advice` holds the finding ids said after the last two answers, an id twice if it was said after both;
    `usual` are the user's own last answers of this kind. Without a kind the question's is taken, else a short reply.
    `entailment` is that of this answer to this question; without it, key points are found by their words alone. What is
    too short for measures is held against the key points all the same: a right answer may take ten seconds. Never
    raises on any transcript.
    """
    utterance = Utterance.of(transcript)
    why_not, not_understood = _why_not_judged(transcript), why_not_understood(transcript)
    has_fillers = is_english(transcript.language) and not not_understood
    fillers = find_fillers(utterance, rules) if has_fillers else ()
    report = _words_and_proofs(utterance, transcript.language, transcript.model, fillers, rules)
    if not_understood and not why_not:
        return _not_understood(report, utterance, not_understood)
    if why_not := why_not or _why_nothing_to_judge(utterance):
        return _unjudged(report, utterance, why_not)
    answer = _measured(_unmeasured(utterance, question, kind, usual, rules, report), fillers, entailment)
    return _report(answer, recent_advice, _Extent.of(utterance, answer.kind))


def analyse_text(
    text: str,
    question: Question | None = None,
    kind: Kind | None = None,
    rules: JudgingRules = DEFAULT_RULES,
    entailment: Entailment | None = None,
) -> AnswerReport:
    """What is said of a typed answer: whatever needs sound is None."""
    utterance = Utterance.typed(text)
    fillers = find_fillers(utterance, rules)
    report = _words_and_proofs(utterance, None, None, fillers, rules)
    if not utterance.words:
        return _unjudged(report, utterance, _why_nothing_to_judge(utterance))
    answer = _measured(_unmeasured(utterance, question, kind, None, rules, report), fillers, entailment)
    return _report(answer, (), _Extent.of(utterance, answer.kind))


def analysed_with_points(
    report: AnswerReport, points: tuple[KeyPointResult, ...], question: Question, transcript: Transcript | None
) -> AnswerReport:
    """What `report` would say had the key points been judged as in `points`; what rests on none of them stays.

    `transcript` is that of the answer, None for a typed one. Findings and advice are chosen anew.
    """
    utterance = Utterance.of(transcript) if transcript is not None else Utterance.typed(report.transcript.text)
    gone = {_ENOUGH_SPEECH, Measure.TIME_TO_POINT.key}
    answer = _unmeasured(utterance, question, None, report.compared_with, report.rules_in_use, report)
    judged = replace(
        report,
        key_points=points,
        time_to_point_s=time_to_point_s(points),
        rambling=judge_rambling(utterance, answer.kind, answer.times, question, points),
        not_measured={key: reason for key, reason in report.not_measured.items() if key not in gone},
    )
    return _report(replace(answer, report=judged), report.held_back * 2, _Extent.seen_in(report))


def _why_not_judged(transcript: Transcript) -> str:
    """Why not a word of it can be judged; empty if there is no such reason."""
    if not is_english(transcript.language):
        return f"the answer sounded like another language ({transcript.language}), and only English is analysed"
    return "no speech model transcribed this answer" if transcript.model is None else ""


def _why_nothing_to_judge(utterance: Utterance) -> str:
    if utterance.words:
        return ""
    if not utterance.is_timed:
        return "there are no words in it"
    return "no words were heard" if utterance.speech_s > 0 else "no speech was heard"


def _why_not_enough(utterance: Utterance, least_s: float, fewest_words: int) -> str:
    """What is short of so many seconds of speech or so many words; empty if nothing is."""
    if utterance.is_timed and utterance.speech_s < least_s:
        return f"{utterance.speech_s:.0f} s of speech; at least {least_s:.0f} s are needed"
    count = len(spoken_words(utterance))
    return f"{count} words; at least {fewest_words} are needed" if count < fewest_words else ""


def _unmeasured(
    utterance: Utterance,
    question: Question | None,
    kind: Kind | None,
    usual: Usual | None,
    rules: JudgingRules,
    report: AnswerReport,
) -> MeasuredAnswer:
    """The answer before anything is measured of it."""
    kind = kind or (question.kind if question else Kind.SHORT)
    times = rules.times_of(question) if question else rules.target_times(kind)
    return MeasuredAnswer(utterance, question, kind, times, remarks(utterance), usual, report, rules)


def _measured(answer: MeasuredAnswer, fillers: Sequence[Filler], entailment: Entailment | None) -> MeasuredAnswer:
    """The answer with everything that can be measured of it."""
    utterance, question, is_timed = answer.utterance, answer.question, answer.utterance.is_timed
    points = judge_points(utterance, question, entailment) if question else JudgedPoints((), ())
    by_words_alone = {BY_WORDS_ALONE: WORDS_ALONE} if points.key_points and entailment is None else {}
    report = replace(
        answer.report,
        fillers_per_minute=rates_per_minute(fillers, utterance) if is_timed else None,
        pauses=find_pauses(utterance) if is_timed else None,
        pace=measure_pace(utterance) if is_timed else None,
        length=measure_length(utterance, answer.times, answer.rules.long_pause_s) if is_timed else None,
        rambling=judge_rambling(utterance, answer.kind, answer.times, question, points.key_points),
        key_points=points.key_points if question else None,
        time_to_point_s=time_to_point_s(points.key_points),
        think_aloud=measure_think_aloud(utterance) if answer.kind is Kind.THINK_ALOUD else None,
        fillers_per_100_words=rates(fillers, utterance, len(spoken_words(utterance)) / 100),
        clusters=clusters(fillers) if is_timed else None,
        ownership=count_ownership(utterance),
        tone=measure_tone(utterance.prosody),
        red_flags=points.red_flags if question else None,
        not_measured=utterance.cannot_hear | by_words_alone,
    )
    return replace(answer, report=report)


def _report(answer: MeasuredAnswer, recent_advice: Sequence[str], extent: _Extent) -> AnswerReport:
    """What is said of the answer, as far as it could be measured."""
    answer = replace(answer, report=extent.limit(answer.report))
    if extent.is_content_alone:
        return _brief_report(answer, recent_advice, extent.why)
    findings = find(answer)
    return replace(
        answer.report,
        enough_speech=True,
        advice=advise(findings, recent_advice),
        not_measured=answer.report.not_measured | _not_measured(answer) | extent.reasons,
        findings=findings,
        compared_with=answer.usual,
        held_back=held_back(recent_advice),
    )


def _not_measured(answer: MeasuredAnswer) -> dict[str, str]:
    """Why a measure is missing, in words, by its key in the report."""
    utterance, report = answer.utterance, answer.report
    reasons: dict[str, str] = {}
    if not utterance.is_timed:
        reasons |= _without(Need.SOUND)
    if answer.question is None:
        reasons |= _without(Need.QUESTION)
    if report.time_to_point_s is None and utterance.is_timed:
        reasons[Measure.TIME_TO_POINT.key] = _why_no_time_to_point(answer)
    if report.tone is None and utterance.is_timed:
        reasons[Measure.PITCH_SPREAD.key] = why_no_tone(utterance.prosody)
    return reasons


def _why_no_time_to_point(answer: MeasuredAnswer) -> str:
    if answer.question is None:
        return Need.QUESTION.value
    return "it is not known when the point was made" if answer.report.covered_count else "no key point was made"


def _without(need: Need) -> dict[str, str]:
    return {measure.key: need.value for measure in Measure if DEFINITIONS[measure].need is need}


def _brief_report(answer: MeasuredAnswer, recent_advice: Sequence[str], why: str) -> AnswerReport:
    """What is left where measures would be chance: the words, the proofs, the key points, and why there is no more."""
    findings = find_in_brief(answer)
    about_content = advise(findings, recent_advice)[: MAX_SENTENCES - 1]
    not_enough = _not_enough(_LEAD_IN_BRIEF if findings else "Not enough speech to judge", why)
    if answer.has_all_points:
        not_enough = _not_enough(_LEAD_COMPLETE, why)
    return replace(
        answer.report,
        advice=(*about_content, not_enough),
        not_measured={_ENOUGH_SPEECH: why} | answer.report.not_measured,
        findings=findings,
        held_back=held_back(recent_advice),
    )


def _unjudged(report: AnswerReport, utterance: Utterance, why: str) -> AnswerReport:
    """The words, what proofs there are, and the reason why nothing is said of them."""
    return replace(
        report,
        advice=(_not_enough("Not enough speech to judge", why),),
        not_measured={_ENOUGH_SPEECH: why} | utterance.cannot_hear,
    )


def _not_understood(report: AnswerReport, utterance: Utterance, why: str) -> AnswerReport:
    """The words as they were written down, and the reason why nothing rests on them."""
    said = Advice(f"This could not be judged: {why}.", None, None, "not_understood")
    reasons = {_ENOUGH_SPEECH: why, NOT_UNDERSTOOD: why}
    return replace(report, advice=(said,), not_measured=reasons | utterance.cannot_hear)


def _words_and_proofs(
    utterance: Utterance, language: str | None, model: str | None, fillers: Sequence[Filler], rules: JudgingRules
) -> AnswerReport:
    """What every report has, whatever else can be said."""
    return AnswerReport(
        duration_s=utterance.shown(utterance.duration_s),
        speech_s=utterance.shown(utterance.speech_s),
        language=language,
        enough_speech=False,
        model=model,
        analysis_version=ANALYSIS_VERSION,
        transcript=_view(utterance),
        fillers=as_reported(fillers, utterance),
        rules=rules.name,
        rules_used=None if rules == DEFAULT_RULES else rules,
    )


def _not_enough(lead: str, why: str) -> Advice:
    return Advice(f"{lead}: {why}.", None, None, "not_enough_speech")


def _view(utterance: Utterance) -> ReportedTranscript:
    words = tuple(
        ReportedWord(word.text, utterance.shown(word.start_s), utterance.shown(word.end_s), word.probability)
        for word in utterance.words
    )
    return ReportedTranscript(join_words(utterance.words), words)
