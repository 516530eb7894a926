"""Kept answers of an interview, made up: how their key points stand is written as one letter for each."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round
from simulator.analysis.report import (
    ANALYSIS_VERSION,
    AnswerReport,
    Finding,
    KeyPointResult,
    Length,
    RedFlagHeard,
    ReportedTranscript,
    ReportedWord,
    Verdict,
)
from simulator.light import Light
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus, SessionId
from simulator.transcript import Transcript
from tests.simulator.store.builders import NOON

SESSION: Final = SessionId(3)
TARGET_S: Final = 90.0
BEFORE_S: Final = 2.0
_VERDICTS: Final[dict[str, Verdict]] = {"m": "made", "?": "maybe", "x": "contrary", "o": "not"}
_CLAIMS: Final = (
    "Dropout switches units off at random while training",
    "No unit can rely on a single other one",
    "It is switched off when the model is used",
    "The outputs are scaled to make up for it",
    "It costs more steps of training",
)
_SAID: Final = "well the way I see it some units are switched off at random in each step of the training"


def a_question(number: int = 1, points: int = 5, topic: str = "dl.dropout", text: str = "") -> Question:
    """A question with so many key points."""
    return Question(
        id=f"made-up.{number}",
        pack="made-up",
        kind=Kind.SHORT,
        level=1,
        text=text or f"What is question number {number} about?",
        roles=(Role.ML_ENGINEER,),
        rounds=(Round.MACHINE_LEARNING,),
        topics=(topic,),
        key_points=tuple(KeyPoint(f"point-{at}", claim, ("cue",)) for at, claim in enumerate(_CLAIMS[:points])),
        model_answer="",
        times=TARGET_TIMES[Kind.SHORT],
    )


def a_report(
    verdicts: str = "", *, over_s: float = 0.0, findings: tuple[Finding, ...] = (), flags: tuple[str, ...] = ()
) -> AnswerReport:
    """A report of an answer of which all was measured; a word each half second, from second 2 on."""
    words = tuple(
        ReportedWord(word, BEFORE_S + at / 2, BEFORE_S + at / 2 + 0.4, 0.9) for at, word in enumerate(_SAID.split())
    )
    light = Light.GREEN if not over_s else Light.AMBER if over_s <= 30 else Light.RED
    return AnswerReport(
        duration_s=TARGET_S + over_s,
        speech_s=40.0,
        language="en",
        enough_speech=True,
        model="test",
        analysis_version=ANALYSIS_VERSION,
        transcript=ReportedTranscript(_SAID, words),
        length=Length(TARGET_S, over_s, light, answer_s=TARGET_S + over_s, before_s=BEFORE_S),
        key_points=tuple(_result(at, letter) for at, letter in enumerate(verdicts)) or None,
        findings=findings,
        red_flags=tuple(RedFlagHeard(text, "as said", 3.0, 4.0, 2, 2) for text in flags) or None,
    )


def an_answer(
    verdicts: str = "",
    position: int = 0,
    rung: int = 0,
    attempt: int = 1,
    *,
    question: Question | None = None,
    report: AnswerReport | None = None,
) -> AnswerRecord:
    """A spoken answer that was judged."""
    return AnswerRecord(
        id=AnswerId(1 + attempt + 10 * rung + 100 * position),
        session_id=SESSION,
        position=position,
        attempt=attempt,
        question=question or a_question(position + 1, len(verdicts) or 5),
        status=AnswerStatus.SAVED,
        file_name=f"{position}-{rung}-{attempt}.wav",
        samples=16_000 * 100,
        byte_count=1,
        sha256="",
        started_at=NOON,
        report=report or a_report(verdicts),
        rung=rung,
    )


def a_follow_up(record: AnswerRecord, letters: str, rung: int = 1) -> AnswerRecord:
    """The answer to a follow-up of `record`'s question: a letter for each of its points, "-" where it is not asked."""
    results = tuple(_result(at, letter) for at, letter in enumerate(letters) if letter != "-")
    asked = tuple(point for point in record.question.key_points if point.id in {one.id for one in results})
    question = replace(
        record.question, id=f"{record.question.id}/{rung}", text=f"And what about number {rung}?", key_points=asked
    )
    report = replace(a_report(), key_points=results or None)
    return an_answer("", record.position, rung, question=question, report=report)


def skipped(position: int = 0) -> AnswerRecord:
    """A question that was passed over."""
    return replace(an_answer("", position), status=AnswerStatus.SKIPPED, file_name=None, samples=None, report=None)


def waiting(position: int = 0) -> AnswerRecord:
    """A saved answer whose words nobody has written down yet."""
    return replace(an_answer("", position), report=None)


def silent(position: int = 0) -> AnswerRecord:
    """An answer in which nothing was said."""
    report = AnswerReport(4.0, 0.0, None, False, "test", ANALYSIS_VERSION, ReportedTranscript("", ()))
    return replace(an_answer("", position), report=report, transcript=Transcript(4.0))


def a_finding(name: str, weight: float = 100.0, *, is_praise: bool = False) -> Finding:
    return Finding(name, f"About {name}.", 4.0, 6.0, weight, is_praise)


def _result(at: int, letter: str) -> KeyPointResult:
    """The words that show a point stand at twice its place."""
    verdict = _VERDICTS[letter]
    if verdict == "not":
        return KeyPointResult(f"point-{at}", False, None, verdict=verdict)
    at_s = BEFORE_S + at
    return KeyPointResult(f"point-{at}", verdict == "made", at_s, 2 * at, 2, "meaning", verdict=verdict)
