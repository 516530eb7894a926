"""Everything that is kept of interviews, for other programs: words, verdicts, measures, corrections.

`SCHEMA_VERSION` goes up when a key changes its meaning or is gone; keys may be added without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import msgspec

from simulator.analysis.measures import DEFINITIONS, Measure, definition_of
from simulator.corrections import Correction, FlagCorrection
from simulator.drills.drill import Drill
from simulator.verdict_corrections import VerdictCorrection
from ui.words.key_point_verdicts import verdict_of

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport
    from simulator.store.records import AnswerRecord, SessionSummary
    from ui.reports.contents import ReportContents, ReportedAnswer, ReportedSession

SCHEMA: Final = "viva-voce.sessions"
SCHEMA_VERSION: Final = 1


def json_document(report: ReportContents, now: datetime | None = None) -> Iterator[str]:
    """One object, in pieces that end with a line each; `now` is when it is exported."""
    head = {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "program": f"viva-voce {version('viva-voce')}",
        "exported_at": (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds"),
        "title": report.title,
        "measures": {measure.value: _definition(measure) for measure in Measure},
    }
    yield f'{_json(head)[:-1]},\n"sessions":['
    separator = "\n"
    for session in report.sessions:
        yield f"{separator}{_json(_session(session))}"
        separator = ",\n"
    yield "\n]}\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _definition(measure: Measure) -> dict[str, object]:
    known = DEFINITIONS[measure]
    return {"name": known.name, "formula": known.formula, "range": known.band, "source": known.source}


def _session(session: ReportedSession) -> dict[str, object]:
    return _plain(session.summary) | {"answers": [_answer(answer) for answer in session.answers]}


def _answer(answer: ReportedAnswer) -> dict[str, object]:
    record, report = answer.record, answer.record.report
    return _plain(record) | {
        "measures": [_measured(measure, report) for measure in Measure] if report else [],
        "verdicts": list(_verdicts(answer)),
        "corrections": [_correction(correction) for correction in answer.corrections],
        "outcome": answer.outcome,
    }


def _plain(record: SessionSummary | AnswerRecord) -> dict[str, object]:
    values: dict[str, object] = {field.name: getattr(record, field.name) for field in fields(record)}
    drill = values.get("drill")
    return values | {"drill": drill.id} if isinstance(drill, Drill) else values


def _measured(measure: Measure, report: AnswerReport) -> dict[str, object]:
    """With the formula in the user's own rules, if the answer was judged by these."""
    known = definition_of(measure, report.rules_in_use)
    value: Any = measure.of(report)
    return {
        "measure": measure.value,
        "name": known.name,
        "formula": known.formula,
        "range": known.band,
        "value": value,
        "why_not_measured": None if value is not None else measure.why_not(report) or None,
    }


def _verdicts(answer: ReportedAnswer) -> Iterator[dict[str, object]]:
    """What became of each key point, in words, and what the program had made of it where the user says otherwise."""
    report = answer.record.report
    before = {point.id: point for point in (answer.uncorrected.key_points if answer.uncorrected else None) or ()}
    texts = {point.id: point.text for point in answer.record.question.key_points}
    for point in (report.key_points if report else None) or ():
        yield {
            "id": point.id,
            "text": texts.get(point.id),
            "verdict": verdict_of(point),
            "is_by_user": point.found_by == "user",
            "judged_as": verdict_of(before.get(point.id, point)),
            "probability": point.probability,
            "found_by": point.found_by,
            "at_s": point.at_s,
            "word_index": point.word_index,
            "word_count": point.word_count,
        }


def _correction(correction: Correction) -> dict[str, object]:
    return {"of": _kind(correction)} | {field.name: getattr(correction, field.name) for field in fields(correction)}


def _kind(correction: Correction) -> str:
    if isinstance(correction, FlagCorrection):
        return "filler"
    return "verdict" if isinstance(correction, VerdictCorrection) else "words"
