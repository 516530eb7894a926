"""The page of a session."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from simulator.analysis.report import RedFlagHeard
from simulator.drills.outcome import Outcome, OutcomeComparison
from simulator.transcript import Transcript, Word
from tests.ui.samples import (
    MUTABLE_DEFAULT,
    OVERFITTING,
    praised_report,
    sample_record,
    sample_report,
    sample_summary,
    silent_record,
)
from ui.words.report_html import report_html

EVIL = '<img src="http://example.org/x.png" onerror="alert(1)">'


class Outline(HTMLParser):
    """The tags of a page, its text, and whether every tag is closed in order."""

    VOID = frozenset({"meta", "br", "audio"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_well_formed_and_tells_the_session() -> None:
    page = Outline(report_html(sample_summary(), [sample_record(), silent_record()], {}))
    assert page.open == []
    assert "Two things to try next time" in page.text
    assert "You could have stopped here · 0:58" in page.text
    assert "This does not count as a bad answer" in page.text


def test_praise_has_no_number() -> None:
    html = report_html(sample_summary(), [sample_record(report=praised_report())], {})
    looks = [attributes.get("class") for tag, attributes in Outline(html).tags if tag == "li"]
    assert looks[:3] == [None, None, "praise"]
    assert '<li class="praise">All six key points made' in html


def test_marks_are_in_the_transcript() -> None:
    page = Outline(report_html(sample_summary(), [sample_record()], {}))
    looks = [attributes.get("class") for tag, attributes in page.tags if tag == "mark"]
    assert looks.count("filler") == 8
    assert looks.count("repeat") == 2


def test_sound_is_found_relative_to_the_page() -> None:
    record = sample_record()
    page = Outline(report_html(sample_summary(), [record], {record.id: "answer 1.wav"}))
    assert [attributes["src"] for tag, attributes in page.tags if tag == "audio"] == ["answer%201.wav"]


def test_every_word_is_escaped() -> None:
    question = replace(OVERFITTING, text=EVIL, model_answer=EVIL, code=EVIL)
    transcript = Transcript(20.0, (Word(EVIL, 0, 1),), model="base")
    record = sample_record(question=question, transcript=transcript, report=None, failure=EVIL)
    page = Outline(report_html(sample_summary(), [record], {record.id: EVIL}))
    assert all(tag != "img" for tag, _ in page.tags)
    assert EVIL in page.text


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = report_html(sample_summary(), [sample_record(question=MUTABLE_DEFAULT)], {})
    assert not re.search(r"https?://|//[a-z]|<link|<script|@import|url\(", html)


def test_a_red_flag_that_was_said_stands_there_with_its_words_and_place() -> None:
    flag = RedFlagHeard("Never <compares>.", "I <never> compare", 61.0, 62.5, 40, 3)
    record = sample_record(report=replace(sample_report(), red_flags=(flag,)))
    page = Outline(report_html(sample_summary(), [record], {}))
    assert "Better not▲ Never <compares>. “I <never> compare” 1:01" in page.text
    assert page.open == []
    assert "Better not" not in Outline(report_html(sample_summary(), [sample_record()], {})).text


def test_what_a_drill_says_stands_under_its_answer() -> None:
    record = sample_record()
    rows = (OutcomeComparison("Length", "1:00", "1:<52>"), OutcomeComparison("Filler sounds", "2", "6"))
    outcome = Outcome("Your guess", "It was <52> s longer than it felt.", ("You guessed", "Measured"), rows)
    page = Outline(report_html(sample_summary(), [record], {}, {record.id: outcome}))
    assert "Your guessIt was <52> s longer than it felt.You guessedMeasuredLength1:001:<52>Filler sounds26" in page.text
    assert page.open == []


def test_a_strict_interview_says_so() -> None:
    assert "· strict" in Outline(report_html(replace(sample_summary(), mode="strict"), [], {})).text
    assert "strict" not in Outline(report_html(sample_summary(), [], {})).text


def test_a_weak_answer_says_what_to_read() -> None:
    report = sample_report()
    weak = sample_record(report=replace(report, key_points=(report.key_points or ())[-2:]))
    assert "Read next: Introduction" in Outline(report_html(sample_summary(), [weak], {})).text
    assert "Read next" not in Outline(report_html(sample_summary(), [sample_record()], {})).text


def test_the_opposite_is_shown_in_ones_own_words_with_the_right_statement() -> None:
    report = sample_report()
    first, *others = report.key_points or ()
    contrary = replace(first, covered=False, verdict="contrary", word_index=1, word_count=4)
    record = sample_record(report=replace(report, key_points=(contrary, *others)))
    page = Outline(report_html(sample_summary(), [record], {}))
    assert "✗ You said the opposite: “first I\u0027d compare the”" in page.text
    assert "Right: Compare training and validation error" in page.text
    assert "You said the opposite of one key point" in page.text
    assert page.open == []
