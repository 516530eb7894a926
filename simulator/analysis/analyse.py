"""The one way from a transcript to a report. Each measure lives in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from question_bank.models import Kind, Question
from simulator.analysis import bands
from simulator.analysis.content import count_ownership, remarks
from simulator.analysis.fillers.counting import as_reported, clusters, find_fillers, rates
from simulator.analysis.findings.advice import MAX_SENTENCES, advise, held_back
from simulator.analysis.findings.all_findings import find, find_in_brief
from simulator.analysis.key_points.matching import find_key_points, time_to_point_s
from simulator.analysis.key_points.red_flags import find_red_flags, without_contradicted
from simulator.analysis.key_points.stretch_similarity import Similarity
from simulator.analysis.length import measure_length
from simulator.analysis.measures import Measures
from simulator.analysis.pace import measure_pace, spoken_words
from simulator.analysis.pauses import find_pauses
from simulator.analysis.rambling.rambling import judge_rambling
from simulator.analysis.report import (
    ANALYSIS_VERSION,
    Advice,
    AnswerReport,
    Filler,
    ReportedTranscript,
    ReportedWord,
    Usual,
)
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules
from simulator.analysis.think_aloud import measure_think_aloud
from simulator.analysis.tone import measure_tone, why_no_tone
from simulator.analysis.utterance import Utterance
from simulator.transcript import Transcript, join_words

WORDS_ALONE: Final = "the model of meanings was not there, so key points were found by their words alone"

_TYPED: Final = "a typed answer has no sound"
_QUESTION_FIGURES: Final = ("key_points", "red_flags")
_SOUND_FIGURES: Final = ("fillers_per_minute", "pauses", "pace", "length", "time_to_point_s", "tone")


def analyse(
    transcript: Transcript,
    question: Question | None = None,
    kind: Kind | None = None,
    recent_advice: Sequence[str] = (),
    usual: Usual | None = None,
    rules: JudgingRules = DEFAULT_RULES,
    similarity: Similarity | None = None,
) -> AnswerReport:
    """What is said of a spoken answer, by the user's own `rules`.

    `recent_advice` holds the finding ids said after the last two answers, an id twice if it was said after both;
    `usual` are the user's own last answers of this kind. Without a kind the question's is taken, else a short reply.
    `similarity` is that of this answer to this question; without it, key points are found by their words alone. What is
    too short for figures is held against the key points all the same: a right answer may take ten seconds. Never raises
    on any transcript.
    """
    utterance = Utterance.of(transcript)
    fillers = find_fillers(utterance, rules) if _is_english(transcript.language) else ()
    why_not = _why_not_judged(transcript) or _why_nothing_to_judge(utterance)
    if why_not:
        return _unjudged(transcript, utterance, fillers, why_not, rules)
    measures = _measure(utterance, question, _kind(question, kind), fillers, usual, rules, similarity)
    why_no_figures = _too_little_speech(utterance) or _too_few_words(utterance)
    if why_no_figures:
        return _brief_report(measures, transcript.language, transcript.model, recent_advice, why_no_figures)
    return _report(measures, transcript.language, transcript.model, recent_advice)


def analyse_text(
    text: str,
    question: Question | None = None,
    kind: Kind | None = None,
    rules: JudgingRules = DEFAULT_RULES,
    similarity: Similarity | None = None,
) -> AnswerReport:
    """What is said of a typed answer: whatever needs sound is None."""
    utterance = Utterance.typed(text)
    fillers = find_fillers(utterance, rules)
    if not utterance.words:
        return _unjudged(Transcript(0.0), utterance, fillers, _too_few_words(utterance), rules)
    measures = _measure(utterance, question, _kind(question, kind), fillers, None, rules, similarity)
    if why_no_figures := _too_few_words(utterance):
        return _brief_report(measures, None, None, (), why_no_figures)
    return _report(measures, None, None, ())


def _kind(question: Question | None, kind: Kind | None) -> Kind:
    return kind or (question.kind if question else Kind.SHORT)


def _is_english(language: str | None) -> bool:
    return language is None or language.lower().startswith("en")


def _why_not_judged(transcript: Transcript) -> str:
    """Why not a word of it can be judged; empty if there is no such reason."""
    if not _is_english(transcript.language):
        return f"the answer was heard as another language ({transcript.language}), and only English is judged"
    return "no speech model wrote this answer down" if transcript.model is None else ""


def _why_nothing_to_judge(utterance: Utterance) -> str:
    return "" if utterance.words else _too_little_speech(utterance) or _too_few_words(utterance)


def _too_little_speech(utterance: Utterance) -> str:
    if utterance.speech_s >= bands.MIN_SPEECH_S:
        return ""
    return f"{utterance.speech_s:.0f} s of speech; {bands.MIN_SPEECH_S:.0f} s are needed"


def _too_few_words(utterance: Utterance) -> str:
    count = len(spoken_words(utterance))
    return f"{count} words; {bands.MIN_WORDS} are needed" if count < bands.MIN_WORDS else ""


def _measure(
    utterance: Utterance,
    question: Question | None,
    kind: Kind,
    fillers: tuple[Filler, ...],
    usual: Usual | None,
    rules: JudgingRules,
    similarity: Similarity | None,
) -> Measures:
    times = rules.times_of(question) if question else rules.target_times(kind)
    red_flags = find_red_flags(utterance, question.red_flags) if question else ()
    made = find_key_points(utterance, question.key_points, question.text, similarity) if question else ()
    key_points = without_contradicted(made, red_flags)
    is_timed = utterance.is_timed
    return Measures(
        utterance=utterance,
        kind=kind,
        times=times,
        question=question,
        fillers=as_reported(fillers, utterance),
        filler_rates=rates(fillers, utterance, utterance.speech_s / 60),
        clusters=clusters(fillers),
        pauses=find_pauses(utterance) if is_timed else None,
        pace=measure_pace(utterance) if is_timed else None,
        length=measure_length(utterance, times, rules.long_pause_s) if is_timed else None,
        rambling=judge_rambling(utterance, kind, times, question, key_points),
        key_points=key_points,
        time_to_point_s=time_to_point_s(key_points),
        think_aloud=measure_think_aloud(utterance) if kind is Kind.THINK_ALOUD else None,
        remarks=remarks(utterance),
        usual=usual,
        rules=rules,
        is_meaning_judged=similarity is not None,
        tone=measure_tone(utterance.prosody),
        red_flags=red_flags,
    )


def _report(measures: Measures, language: str | None, model: str | None, recent_advice: Sequence[str]) -> AnswerReport:
    utterance = measures.utterance
    is_timed = utterance.is_timed
    findings = find(measures)
    return replace(
        _words_and_proofs(utterance, language, model, measures.fillers, measures.rules),
        enough_speech=True,
        fillers_per_minute=measures.filler_rates if is_timed else None,
        pauses=measures.pauses,
        pace=measures.pace,
        length=measures.length,
        rambling=measures.rambling,
        key_points=measures.key_points if measures.question else None,
        time_to_point_s=measures.time_to_point_s,
        think_aloud=measures.think_aloud,
        advice=advise(findings, recent_advice),
        not_measured=_not_measured(measures),
        fillers_per_100_words=rates(measures.fillers, utterance, len(spoken_words(utterance)) / 100),
        clusters=measures.clusters if is_timed else None,
        ownership=count_ownership(utterance),
        findings=findings,
        compared_with=measures.usual,
        held_back=held_back(recent_advice),
        tone=measures.tone,
        red_flags=measures.red_flags if measures.question else None,
    )


def _unless_default(rules: JudgingRules) -> JudgingRules | None:
    return None if rules == DEFAULT_RULES else rules


def _not_measured(measures: Measures) -> dict[str, str]:
    """What has no figure, and why, in words."""
    reasons = measures.utterance.cannot_hear | _without_meaning(measures)
    if not measures.utterance.is_timed:
        reasons |= dict.fromkeys(_SOUND_FIGURES, _TYPED)
    if measures.question is None:
        reasons |= dict.fromkeys(_QUESTION_FIGURES, "no question was given to judge the answer against")
    if measures.time_to_point_s is None and measures.utterance.is_timed:
        reasons["time_to_point_s"] = "no key point was heard" if measures.question else reasons["key_points"]
    if measures.tone is None and measures.utterance.is_timed:
        reasons["tone"] = why_no_tone(measures.utterance.prosody)
    return reasons


def _without_meaning(measures: Measures) -> dict[str, str]:
    """How key points were found, where it was not by words and meaning together."""
    return {"meaning": WORDS_ALONE} if measures.key_points and not measures.is_meaning_judged else {}


def _brief_report(
    measures: Measures, language: str | None, model: str | None, recent_advice: Sequence[str], why: str
) -> AnswerReport:
    """What is left where figures would be chance: the words, the proofs, the key points, and why there is no more."""
    utterance = measures.utterance
    findings = find_in_brief(measures)
    about_content = advise(findings, recent_advice)[: MAX_SENTENCES - 1]
    not_enough = _not_enough("Not enough speech for figures" if findings else "Not enough speech to judge", why)
    return replace(
        _words_and_proofs(utterance, language, model, measures.fillers, measures.rules),
        key_points=measures.key_points if measures.question else None,
        advice=(*about_content, not_enough),
        not_measured={"enough_speech": why} | utterance.cannot_hear | _without_meaning(measures),
        findings=findings,
        held_back=held_back(recent_advice),
        red_flags=measures.red_flags if measures.question else None,
    )


def _unjudged(
    transcript: Transcript, utterance: Utterance, fillers: tuple[Filler, ...], why: str, rules: JudgingRules
) -> AnswerReport:
    """The words, what proofs there are, and the reason why nothing is said of them."""
    return replace(
        _words_and_proofs(utterance, transcript.language, transcript.model, as_reported(fillers, utterance), rules),
        advice=(_not_enough("Not enough speech to judge", why),),
        not_measured={"enough_speech": why} | utterance.cannot_hear,
    )


def _words_and_proofs(
    utterance: Utterance, language: str | None, model: str | None, fillers: tuple[Filler, ...], rules: JudgingRules
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
        fillers=fillers,
        rules=rules.name,
        rules_used=_unless_default(rules),
    )


def _not_enough(lead: str, why: str) -> Advice:
    return Advice(f"{lead}: {why}.", None, None, "not_enough_speech")


def _view(utterance: Utterance) -> ReportedTranscript:
    words = tuple(
        ReportedWord(word.text, utterance.shown(word.start_s), utterance.shown(word.end_s), word.probability)
        for word in utterance.words
    )
    return ReportedTranscript(join_words(utterance.words), words)
