"""The text of a report says what was measured, where, and why something was not."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import RedFlag
from simulator.analysis.analyse import analyse, analyse_text
from tests.simulator.store.builders import a_question
from tests.ui.commands.speech import ANSWER, spoken
from ui.words.report_text import WIDTH, report_lines


def text_of(*lines: str) -> str:
    return "\n".join(lines)


def test_a_spoken_answer_shows_its_figures_with_their_places() -> None:
    text = text_of(*report_lines(analyse(spoken())))
    assert "0:22 (target 2:00)  ● on time" in text
    assert "at least 1: um 0:00" in text
    assert "words a minute" in text
    assert ANSWER.split()[0] in text


def test_key_points_are_shown_by_their_text() -> None:
    text = text_of(*report_lines(analyse(spoken(), a_question()), a_question()))
    assert "0 of 1" in text
    assert "– It thins the network out." in text


def test_too_little_speech_shows_no_figure_at_all() -> None:
    text = text_of(*report_lines(analyse(spoken("Well, no."))))
    assert "Not enough speech" in text
    assert "words a minute" not in text
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
