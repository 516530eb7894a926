"""Small, whole values to put into a library: a question, a plan, a transcript, a report."""

from __future__ import annotations

from datetime import UTC, datetime

from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round
from simulator.analysis.report import (
    ANALYSIS_VERSION,
    Advice,
    AnswerReport,
    FillerRates,
    KeyPointResult,
    Length,
    Pace,
    Rambling,
    ReportedTranscript,
    ReportedWord,
)
from simulator.interview.plan import SessionPlan
from simulator.light import Light
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from simulator.transcript import Span, Transcript, Word

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_question(name: str = "dropout", text: str = "What does dropout do?", kind: Kind = Kind.SHORT) -> Question:
    return Question(
        id=name,
        pack="test",
        kind=kind,
        level=1,
        text=text,
        roles=(Role.ML_ENGINEER,),
        rounds=(Round.MACHINE_LEARNING,),
        topics=("topic.deep-learning",),
        key_points=(KeyPoint("thins", "It thins the network out.", ("thin",)),),
        model_answer="It drops units at random.",
        times=TARGET_TIMES[kind],
    )


def a_plan(*questions: Question) -> SessionPlan:
    return SessionPlan(Role.ML_ENGINEER, Round.MACHINE_LEARNING, questions or (a_question(),), seed=7)


def a_transcript(text: str = "um it drops units at random") -> Transcript:
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(text.split()))
    return Transcript(len(words) / 2, words, (Span(0.0, len(words) / 2),), language="en", model="test")


def a_report(
    transcript: Transcript | None = None,
    *,
    sounds: float | None = 3.0,
    speech_s: float | None = 30.0,
    over_s: float = 0.0,
    wpm: float | None = 140.0,
    point_s: float | None = 5.0,
    findings: tuple[str, ...] = (),
) -> AnswerReport:
    heard = transcript or a_transcript()
    return AnswerReport(
        duration_s=heard.duration_s,
        speech_s=speech_s,
        language="en",
        enough_speech=True,
        model="test",
        analysis_version=ANALYSIS_VERSION,
        transcript=ReportedTranscript(heard.text, tuple(ReportedWord(w.text, w.start_s, w.end_s) for w in heard.words)),
        fillers_per_minute=FillerRates(sounds, None, None),
        pauses=(),
        pace=Pace(wpm, None),
        length=Length(90.0, over_s, Light.RED if over_s else Light.GREEN),
        rambling=Rambling(False, (), None),
        key_points=(KeyPointResult("thins", point_s is not None, point_s), KeyPointResult("averages", False, None)),
        time_to_point_s=point_s,
        advice=tuple(Advice(f"About {finding}.", 0.0, 1.0, finding) for finding in findings),
    )


def add_session(store: Store, *questions: Question) -> SessionId:
    return store.begin_session(a_plan(*questions), NOON)


def add_saved(
    store: Store, session: SessionId, question: Question | None = None, position: int = 0, attempt: int = 1
) -> AnswerId:
    """A saved answer that nobody has transcribed yet."""
    name = f"{session}-{position}-{attempt}.wav"
    answer = store.begin_answer(session, question or a_question(), position, attempt, name, NOON)
    store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    return answer


def add_judged(
    store: Store, session: SessionId, report: AnswerReport, question: Question | None = None, position: int = 0
) -> AnswerId:
    """A saved answer with transcript and report."""
    answer = add_saved(store, session, question, position)
    store.keep_transcript(answer, a_transcript(report.transcript.text))
    store.keep_report(answer, report)
    return answer
