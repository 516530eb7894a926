"""The text of a report says what was measured, where, and why something was not."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import RedFlag
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import KeyPointResult
from tests.simulator.store.builders import a_question
from tests.ui.commands.speech import ANSWER, spoken
from tests.ui.samples import praised_report
from ui.words.report_text import WIDTH, report_lines


def text_of(*lines: str) -> str:
    return "\n".join(lines)


def test_a_spoken_answer_shows_its_figures_with_their_places() -> None:
    text = text_of(*report_lines(analyse(spoken())))
    assert "0:21 (target 2:00)  ● on time" in text
    assert "at least 1: um 0:00" in text
    assert "words per minute" in text
    assert ANSWER.split()[0] in text


def test_praise_has_a_tick_and_comes_after_what_there_is_to_try() -> None:
    lines = list(report_lines(praised_report()))
    assert [line[:2] for line in lines if line[:2] in ("→ ", "✓ ")] == ["→ ", "→ ", "✓ "]


def test_key_points_are_shown_by_their_text() -> None:
    text = text_of(*report_lines(analyse(spoken(), a_question()), a_question()))
    assert "0 of 1" in text
    assert "○ It thins the network out." in text


def test_too_little_speech_shows_no_figure_at_all() -> None:
    text = text_of(*report_lines(analyse(spoken("Well, no."))))
    assert "Not enough speech" in text
    assert "words per minute" not in text
    assert "Well, no." in text


def test_a_typed_answer_says_why_sound_figures_are_missing() -> None:
    text = text_of(*report_lines(analyse_text(ANSWER)))
    assert "– (a typed answer has no sound)" in text
    assert "None" not in text


def test_no_line_is_wider_than_a_terminal() -> None:
    lines = list(report_lines(analyse(spoken("um, you know, the the " * 60 + ANSWER))))
    assert max(map(len, lines)) <= WIDTH


def test_a_red_flag_that_was_said_is_shown_with_its_words() -> None:
    question = replace(a_question(), red_flags=(RedFlag("Never stops.", ("small weights make a smoother",)),))
    text = text_of(*report_lines(analyse(spoken(), question), question))
    assert "Better not      1" in text
    assert "▲ Never stops. “small weights make a smoother” [0:12]" in text


def test_a_weak_answer_says_what_to_read() -> None:
    question = replace(a_question(), shelf=("Somebody, A Book", "Another, A Longer Book"))
    text = text_of(*report_lines(analyse(spoken(), question), question))
    assert "Read next       Somebody, A Book · Another, A Longer Book" in text


def test_the_opposite_is_shown_in_ones_own_words_with_the_right_statement() -> None:
    contrary = KeyPointResult("thins", False, 0.5, 1, 4, "meaning", verdict="contrary", probability=0.05)
    report = replace(analyse(spoken(), a_question()), key_points=(contrary,), not_measured={})
    text = text_of(*report_lines(report, a_question()))
    said = " ".join(word.text for word in report.transcript.words[1:5])
    assert "Key points      0 of 1, one the opposite" in text
    assert f"✗ You said the opposite: “{said}”  0:00\n    Right: It thins the network out." in text
    maybe = replace(report, key_points=(replace(contrary, verdict="maybe"),))
    assert "≈ It thins the network out.  0:00\n    Maybe made." in text_of(*report_lines(maybe, a_question()))
    assert "✗ You said the opposite" in text_of(*report_lines(report))
