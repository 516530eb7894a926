"""Made-up answers that look like real ones, for screens to show. No engine, no database."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round
from simulator.analysis.report import (
    ANALYSIS_VERSION,
    Advice,
    AnswerReport,
    Filler,
    FillerRates,
    Finding,
    KeyPointResult,
    Length,
    Pace,
    Pause,
    Rambling,
    RamblingReason,
    ReportedTranscript,
    ReportedWord,
    Usual,
)
from simulator.light import Light
from simulator.store.records import (
    AnswerId,
    AnswerRecord,
    AnswerStatus,
    SessionId,
    SessionSummary,
)
from simulator.transcript import Span, Transcript, Word

NOW: Final = datetime(2026, 11, 19, 18, 30, tzinfo=UTC)
STOP_S: Final = 58.0
DURATION_S: Final = 112.0

_FIRST_PART: Final = (
    "Um, first I'd compare the error on the training set with the error on a validation set. If training error is low "
    "and validation error is high, uh, that is the classic sign. So I would plot the the learning curves for both, and "
    "if the gap keeps growing while I train, it's overfitting. First thing I do is um add regularization or get more "
    "data, and check with cross-validation."
)
_EXTRA_PART: Final = (
    "And uh so yeah, as I said, I'd look at the curves, the two curves, and see the gap, um, and so if it grows then "
    "it's, you know, overfitting, so yeah."
)

OVERFITTING: Final = Question(
    id="ml.overfitting-detect",
    pack="foundations",
    kind=Kind.SHORT,
    level=2,
    text="How do you find out whether it is overfitting?",
    roles=(Role.ML_ENGINEER, Role.DATA_SCIENTIST),
    rounds=(Round.MACHINE_LEARNING,),
    topics=("found.overfitting",),
    key_points=(
        KeyPoint("compare", "Compare training and validation error", ("validation error",)),
        KeyPoint("curves", "Plot learning curves for both", ("learning curves",)),
        KeyPoint("gap", "A gap that grows is the sign", ("gap",)),
        KeyPoint("cross-validation", "Confirm with cross-validation", ("cross-validation",)),
        KeyPoint("leakage", "Rule out leakage", ("leakage",)),
        KeyPoint("drift", "Rule out drift", ("drift",)),
    ),
    model_answer="I compare the error on the training set with the error on data the model has not seen. If the first "
    "keeps falling while the second stops or rises, the model is learning the noise. I plot both curves, confirm with "
    "cross-validation, and rule out leakage and drift before I blame the model.",
    times=TARGET_TIMES[Kind.SHORT],
    shelf=("Introduction to Machine Learning Interviews, Chip Huyen",),
)

MUTABLE_DEFAULT: Final = replace(
    OVERFITTING,
    id="prog.mutable-default",
    pack="programming",
    kind=Kind.QUICK,
    text="What does the second call return, and why?",
    topics=("prog.python-mutability",),
    key_points=(KeyPoint("once", "The default is made once", ("once",)),),
    model_answer="It returns both items: the list is made once, when the function is defined.",
    code="def add(item, basket=[]):\n    basket.append(item)\n    return basket\n\nadd('tea')\nadd('milk')",
    times=TARGET_TIMES[Kind.QUICK],
)


def words_of(text: str, start_s: float, end_s: float) -> tuple[Word, ...]:
    """The words of a text spread evenly over a stretch of time, in seconds."""
    texts = text.split()
    step = (end_s - start_s) / len(texts)
    return tuple(
        Word(word, start_s + index * step, start_s + index * step + step * 0.8, 0.9) for index, word in enumerate(texts)
    )


def as_reported(words: Sequence[Word]) -> ReportedTranscript:
    """The words as a report prints them."""
    reported = tuple(ReportedWord(word.text, word.start_s, word.end_s, word.probability) for word in words)
    return ReportedTranscript(" ".join(word.text for word in words), reported)


def fillers_in(words: Sequence[Word]) -> tuple[Filler, ...]:
    """Every um and uh, a "you know", and a word said twice."""
    bare = [word.text.strip(",.").lower() for word in words]
    found = []
    for index, (word, text) in enumerate(zip(words, bare, strict=True)):
        if text in ("um", "uh"):
            found.append(Filler(text, "sound", "both", word.start_s, word.end_s, 0.9, index, 1))
        elif bare[index : index + 2] == ["you", "know"]:
            found.append(Filler("you know", "word", "words", word.start_s, words[index + 1].end_s, 0.8, index, 2))
        elif index and text == bare[index - 1]:
            found.append(
                Filler(f"{text} {text}", "repeat", "words", words[index - 1].start_s, word.end_s, 0.9, index - 1, 2)
            )
    return tuple(found)


def sample_words() -> tuple[Word, ...]:
    return (*words_of(_FIRST_PART, 0.6, STOP_S), *words_of(_EXTRA_PART, STOP_S + 1.4, DURATION_S - 1))


def sample_transcript() -> Transcript:
    return Transcript(DURATION_S, sample_words(), (Span(0.6, 57.9), Span(59.4, 111)), language="en", model="base")


def sample_report() -> AnswerReport:
    words = sample_words()
    heard = Filler("um", "sound", "sound", 40.2, 40.6, 0.7, None, 0)
    return AnswerReport(
        duration_s=DURATION_S,
        speech_s=102.0,
        language="en",
        enough_speech=True,
        model="base",
        analysis_version=ANALYSIS_VERSION,
        transcript=as_reported(words),
        fillers=(*fillers_in(words), heard),
        fillers_per_minute=FillerRates(4.1, 0.6, 0.6),
        pauses=(
            Pause(14.4, 15.6, "between_clauses"),
            Pause(30.0, 30.4, "inside_clause"),
            Pause(57.9, 59.4, "between_clauses"),
        ),
        pace=Pace(148.0, 181.0),
        length=Length(90.0, 22.0, Light.AMBER),
        rambling=Rambling(
            True,
            (
                RamblingReason("repeats_itself", 66.0, 90.0, "It says the learning curves again."),
                RamblingReason("trails_off", 108.0, 111.0, "It ends with \u201cso yeah\u201d."),
            ),
            STOP_S,
        ),
        key_points=(
            KeyPointResult("compare", True, 9.0),
            KeyPointResult("curves", True, 28.0),
            KeyPointResult("gap", True, 37.0),
            KeyPointResult("cross-validation", True, 57.0),
            KeyPointResult("leakage", False, None),
            KeyPointResult("drift", False, None),
        ),
        time_to_point_s=9.0,
        advice=(
            Advice("You had answered by 0:58. What came after said the learning curves again.", 66.0, 90.0, "rambling"),
            Advice(
                "Five of your seven “um”s stand where you move to a new point. Try a silent second there.",
                0.6,
                16.0,
                "clusters",
            ),
        ),
    )


def praised_report() -> AnswerReport:
    """The sample, praised in the first of its sentences."""
    report = sample_report()
    text = "All six key points made, the last one by 0:57."
    return replace(
        report,
        advice=(Advice(text, 57.0, 60.0, "points.all"), *report.advice),
        findings=(Finding("points.all", text, 57.0, 60.0, 310.0, is_praise=True),),
    )


def sample_record(**changes: object) -> AnswerRecord:
    """A kept answer with transcript and report, changed as told."""
    record = AnswerRecord(
        id=AnswerId(7),
        session_id=SessionId(3),
        position=1,
        attempt=1,
        question=OVERFITTING,
        status=AnswerStatus.SAVED,
        file_name="6f1c1f0e.wav",
        samples=int(DURATION_S * 16_000),
        byte_count=int(DURATION_S * 32_000) + 44,
        sha256="0" * 64,
        started_at=NOW,
        transcript=sample_transcript(),
        report=sample_report(),
        note="Say leakage next time.",
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def long_record(word_count: int = 1500, duration_s: float = 600.0) -> AnswerRecord:
    """A ten-minute answer with an "um" now and then."""
    texts = ["um," if index % 17 == 0 else ("point." if index % 23 == 0 else "learning") for index in range(word_count)]
    words = words_of(" ".join(texts), 0.0, duration_s)
    report = replace(
        sample_report(),
        duration_s=duration_s,
        transcript=as_reported(words),
        fillers=fillers_in(words),
    )
    transcript = replace(sample_transcript(), duration_s=duration_s, words=words)
    return sample_record(transcript=transcript, report=report, samples=int(duration_s * 16_000))


def silent_record() -> AnswerRecord:
    """Nothing was said."""
    report = AnswerReport(4.0, 0.0, None, False, "base", ANALYSIS_VERSION, ReportedTranscript("", ()))
    return sample_record(transcript=Transcript(4.0), report=report, samples=64_000, note="")


def short_record() -> AnswerRecord:
    """A few words: too little to judge."""
    words = words_of("It is when the model learns the noise.", 0.5, 4.0)
    transcript = Transcript(5.0, words, (Span(0.5, 4.0),), language="en", model="base")
    report = AnswerReport(5.0, 3.5, "en", False, "base", ANALYSIS_VERSION, as_reported(words))
    return sample_record(transcript=transcript, report=report, samples=80_000, note="")


def brief_record(made: int = 2) -> AnswerRecord:
    """Too few words for figures, with so many of the six key points in them."""
    record = short_record()
    assert record.report is not None
    points = tuple(
        KeyPointResult(point.id, index < made, 0.5 if index < made else None, 0 if index < made else None, 1)
        for index, point in enumerate(record.question.key_points)
    )
    text = f"{made} of {len(points)} key points made."
    report = replace(
        record.report,
        key_points=points,
        advice=(
            Advice(text, 0.5, 4.0, "points.missed"),
            Advice(
                "Not enough speech to measure pace and fillers: 4 s of speech; at least 15 s are needed.",
                None,
                None,
                "not_enough_speech",
            ),
        ),
        findings=(Finding("points.missed", text, 0.5, 4.0, 300.0),),
    )
    return replace(record, report=report)


def sample_usual() -> Usual:
    return Usual(8, filler_sounds_per_minute=4.4, words_per_minute=151.0, time_to_point_s=12.0, length_s=98.0)


def sample_peaks(count: int = 600) -> list[float]:
    """Loudness as of speech: phrases with pauses between them, 0 to 1."""
    return [
        0.04 + abs(math.sin(index / 23)) ** 2 * (0.3 + 0.6 * abs(math.sin(index * 1.7) * math.sin(index / 7.3)))
        for index in range(count)
    ]


def sample_summary(number: int = 3, days_ago: float = 0.0) -> SessionSummary:
    """One session; the numbers vary with `number`."""
    started = NOW - timedelta(days=days_ago)
    return SessionSummary(
        id=SessionId(number),
        started_at=started,
        ended_at=started + timedelta(minutes=14),
        role=list(Role)[number % len(Role)],
        round=list(Round)[number % len(Round)],
        answer_count=3 + number % 3,
        question_texts=(OVERFITTING.text, "Tell me about a project that failed.", "What is a p-value?"),
        within_target=2 + number % 2,
        timed_answers=3,
        answered_s=410.0,
        filler_sounds_per_minute=None if number % 7 == 0 else 2.1 + number % 4,
        words_per_minute=140.0 + number % 20,
        time_to_point_s=9.0 + number % 8,
    )
