"""Interviews for other programs: what they may rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.corrections import FlagCorrection
from simulator.transcript import Word
from simulator.verdict_corrections import VerdictCorrection
from simulator.word_corrections import WordCorrection
from tests.ui.reports.made_up import MARKUP, mischievous_record, report_of, report_of_period
from tests.ui.samples import sample_record, sample_report, sample_summary, silent_record
from ui.reports.contents import ReportContents, ReportedAnswer, ReportedSession
from ui.reports.json_document import SCHEMA, SCHEMA_VERSION, json_document

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def document_of(report: ReportContents) -> dict[str, Any]:
    read: dict[str, Any] = json.loads("".join(json_document(report, NOW)))
    return read


def test_the_head_says_what_it_is() -> None:
    document = document_of(report_of(sample_record()))
    assert (document["schema"], document["schema_version"]) == (SCHEMA, SCHEMA_VERSION) == ("viva-voce.sessions", 1)
    assert document["exported_at"] == "2026-11-20T08:00:00+00:00"
    assert document["program"].startswith("viva-voce ")
    assert set(document["measures"]) == set(Measure)
    formula = DEFINITIONS[Measure.WORDS_PER_MINUTE].formula
    assert document["measures"]["pace.words_per_minute"]["formula"] == formula


def test_sessions_hold_their_answers_whole() -> None:
    document = document_of(
        report_of_period((sample_summary(3), (sample_record(), silent_record())), (sample_summary(4), ()))
    )
    first, second = document["sessions"]
    assert (first["id"], second["id"], second["answers"]) == (3, 4, [])
    answer = first["answers"][0]
    assert answer["report"]["fillers"][0]["text"] == "um"
    assert answer["question"]["id"] == "ml.overfitting-detect"
    assert answer["transcript"]["words"][0]["text"] == "Um,"
    assert document_of(report_of_period())["sessions"] == []


def test_measures_have_their_formula_and_say_why_they_are_missing() -> None:
    why = {"pace": "it was typed"}
    record = sample_record(report=replace(sample_report(), pace=None, not_measured=why))
    measures = {one["measure"]: one for one in _only_answer(report_of(record))["measures"]}
    assert measures["fillers_per_minute.sound"]["value"] == 4.1
    assert measures["fillers_per_minute.sound"]["formula"].startswith("um, uh")
    assert measures["pace.words_per_minute"]["value"] is None
    assert measures["pace.words_per_minute"]["why_not_measured"] == "it was typed"


def test_verdicts_tell_the_users_from_the_programs() -> None:
    report = sample_report()
    points = report.key_points or ()
    said = replace(points[4], covered=True, verdict="made", found_by="user")
    corrected = replace(report, key_points=(*points[:4], said, points[5]))
    corrections = (
        VerdictCorrection("leakage", "made"),
        FlagCorrection("sound", 0, 0.6, 1.0, "um", "off"),
        WordCorrection(1, (Word("curbs", 1, 2),), (Word("curves", 1, 2),)),
    )
    answer = ReportedAnswer(sample_record(report=corrected), None, corrections, report)
    summary = sample_summary()
    contents = ReportContents("", "", True, (summary,), iter((ReportedSession(summary, (answer,)),)))
    told = _only_answer(contents)
    verdicts = {one["id"]: one for one in told["verdicts"]}
    leakage = verdicts["leakage"]
    assert (leakage["verdict"], leakage["is_by_user"], leakage["judged_as"]) == ("made", True, "not")
    assert leakage["text"] == "Rule out leakage"
    assert (verdicts["compare"]["verdict"], verdicts["compare"]["judged_as"]) == ("made", "made")
    assert [one["of"] for one in told["corrections"]] == ["verdict", "filler", "words"]
    assert told["corrections"][2]["said"][0]["text"] == "curves"


def test_words_come_back_as_they_were() -> None:
    assert _only_answer(report_of(mischievous_record(MARKUP)))["note"] == MARKUP


def _only_answer(report: ReportContents) -> dict[str, Any]:
    (session,) = document_of(report)["sessions"]
    answer: dict[str, Any] = session["answers"][0]
    return answer
