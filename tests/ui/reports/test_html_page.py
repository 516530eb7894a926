"""The page of interviews."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from simulator.analysis.report import RedFlagHeard
from simulator.drills.outcome import Outcome, OutcomeComparison
from simulator.gap import Gap
from simulator.transcript import Transcript, Word
from simulator.word_corrections import WordCorrection, put_right
from tests.ui.reports.made_up import MARKUP, mischievous_record, report_of, report_of_period
from tests.ui.samples import (
    MUTABLE_DEFAULT,
    praised_report,
    sample_record,
    sample_report,
    sample_summary,
    silent_record,
)
from ui.reports.contents import ReportContents
from ui.reports.html_page import html_page


def page_of(report: ReportContents) -> str:
    return "".join(html_page(report))


def text_of(report: ReportContents) -> str:
    """What is read on the page, blank space made one."""
    return " ".join(Outline(page_of(report)).text.split())


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
    page = Outline(page_of(report_of(sample_record(), silent_record())))
    assert page.open == []
    assert "Two things to try next time" in page.text
    assert "You could have stopped here · 0:58" in page.text
    assert "This does not count as a bad answer" in page.text
    assert "Say leakage next time." in page.text


def test_headings_step_down_one_by_one() -> None:
    """For one interview as for several; a screen reader goes from heading to heading."""
    several = report_of_period((sample_summary(3), (sample_record(),)), (sample_summary(4), (sample_record(),)))
    for report, expected in ((report_of(sample_record()), "1233"), (several, "1" + 2 * "2344")):
        levels = "".join(tag[1] for tag, _ in Outline(page_of(report)).tags if re.fullmatch("h[1-6]", tag))
        assert levels == expected


def test_several_interviews_are_listed_with_ways_to_them() -> None:
    report = report_of_period((sample_summary(3), (sample_record(),)), (sample_summary(4), (sample_record(),)))
    tags = Outline(page_of(report)).tags
    ways = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert ways == ["#interview-3", "#interview-4"]
    assert [f"#{attributes['id']}" for tag, attributes in tags if (attributes.get("id") or "").startswith("i")] == ways


def test_praise_has_no_number() -> None:
    html = page_of(report_of(sample_record(report=praised_report())))
    looks = [attributes.get("class") for tag, attributes in Outline(html).tags if tag == "li"]
    assert looks[:3] == [None, None, "praise"]
    assert '<li class="praise">All six key points made' in html


def test_marks_are_in_the_transcript() -> None:
    page = Outline(page_of(report_of(sample_record())))
    looks = [attributes.get("class") for tag, attributes in page.tags if tag == "mark"]
    assert looks.count("filler") == 8
    assert looks.count("repeat") == 2
    assert '<mark class="filler">Um</mark>, first I&#39;d compare the error' in page_of(report_of(sample_record()))


def test_what_could_have_been_left_out_stands_in_one_stretch() -> None:
    page = page_of(report_of(sample_record()))
    assert page.count('<span class="extra">') == 1
    assert '<span class="extra">And <mark class="filler">uh</mark> so yeah' in page


def test_a_corrected_word_is_told_from_what_was_heard() -> None:
    heard = Transcript(3.0, (Word("thee", 0, 1), Word("curbs", 1, 2), Word("cough", 2, 3)), model="base")
    corrections = (
        WordCorrection(1, heard.words[1:2], (Word("curves", 1, 2),)),
        WordCorrection(2, heard.words[2:], ()),
    )
    transcript, changes = put_right(heard, corrections)
    record = sample_record(transcript=transcript, report=None, word_changes=changes)
    page = page_of(report_of(record))
    assert '<span class="changed" title="heard as “curbs”">curves</span>' in page
    assert "<del>cough</del>" in page
    assert "2 corrections by you" in page


def test_typed_words_that_are_not_judged_yet_are_there() -> None:
    record = sample_record(transcript=None, report=None, file_name=None, samples=0, typed="Small weights, I typed.")
    assert "Small weights, I typed." in text_of(report_of(record))


def test_sound_is_found_where_the_report_says() -> None:
    record = sample_record()
    page = Outline(page_of(report_of(record, sounds={record.id: "answer-1.wav"})))
    assert [attributes["src"] for tag, attributes in page.tags if tag == "audio"] == ["answer-1.wav"]
    assert "audio" not in [tag for tag, _ in Outline(page_of(report_of(record))).tags]


def test_every_word_is_escaped() -> None:
    for record in (mischievous_record(MARKUP), replace(mischievous_record(MARKUP), report=None, failure=MARKUP)):
        page = Outline(page_of(report_of(record, sounds={record.id: MARKUP})))
        assert page.open == []
        assert not {"img", "script"} & {tag for tag, _ in page.tags}
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
        assert page.text.count(MARKUP) >= 5


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = page_of(report_of(sample_record(question=MUTABLE_DEFAULT)))
    assert not re.search(r"https?://|//[a-z]|<link|<script|@import|url\(", html)
    assert "default-src 'none'" in html


def test_it_is_light_and_dark_and_can_be_printed() -> None:
    html = page_of(report_of(sample_record()))
    for rule in ("prefers-color-scheme: dark", "@media print", "@page", "break-inside: avoid"):
        assert rule in html
    folds = [attributes for tag, attributes in Outline(html).tags if tag == "details" and "class" not in attributes]
    assert folds == [{"open": None}]  # what is folded is not printed


def test_a_red_flag_that_was_said_stands_there_with_its_words_and_place() -> None:
    flag = RedFlagHeard("Never <compares>.", "I <never> compare", 61.0, 62.5, 40, 3)
    report = report_of(sample_record(report=replace(sample_report(), red_flags=(flag,))))
    assert "Better not ▲ Never <compares>. “I <never> compare” 1:01" in text_of(report)
    assert "Better not" not in text_of(report_of(sample_record()))


def test_what_a_drill_says_stands_under_its_answer() -> None:
    rows = (OutcomeComparison("Length", "1:00", "1:<52>"), OutcomeComparison("Filler sounds", "2", "6"))
    outcome = Outcome("Your guess", "It was <52> s longer than it felt.", ("You guessed", "Measured"), rows)
    page = Outline(page_of(report_of(sample_record(), outcome=outcome)))
    words = "Your guessIt was <52> s longer than it felt. You guessedMeasured Length1:001:<52> Filler sounds26"
    assert words in " ".join(page.text.split())
    assert page.open == []


def test_a_strict_interview_says_so() -> None:
    assert "· strict" in text_of(report_of(summary=replace(sample_summary(), mode="strict")))
    assert "strict" not in text_of(report_of())


def test_a_weak_answer_says_what_to_read() -> None:
    report = sample_report()
    weak = sample_record(report=replace(report, key_points=(report.key_points or ())[-2:]))
    assert "Read next: Introduction" in text_of(report_of(weak))
    assert "Read next" not in text_of(report_of(sample_record()))


def test_the_opposite_is_shown_in_ones_own_words_with_the_right_statement() -> None:
    report = sample_report()
    first, *others = report.key_points or ()
    contrary = replace(first, covered=False, verdict="contrary", word_index=1, word_count=4)
    record = sample_record(report=replace(report, key_points=(contrary, *others)))
    text = text_of(report_of(record))
    assert "✗ You said the opposite: “first I\u0027d compare the”" in text
    assert "Right: Compare training and validation error" in text
    assert "You said the opposite of one key point" in text


def test_what_a_recording_lacks_is_told() -> None:
    gap = Gap(42.4, 12.0)
    assert "Not recorded: 12 s at 0:42." in text_of(report_of(replace(sample_record(), gaps=(gap,))))
