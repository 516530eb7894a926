"""Sound and words on one card, with the same marks in both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.gap import Gap
from simulator.store.records import AnswerId, AnswerRecord
from simulator.transcript import Span
from tests.ui.samples import sample_peaks, sample_record, sample_report
from ui.widgets.heard_answer import HeardAnswer
from ui.widgets.text import Text
from ui.widgets.zoomed_waveform import ZoomedWaveform
from ui.words.answer_marks import MarkKind
from ui.words.marked_transcript import could_stop_s


def with_contrary() -> AnswerRecord:
    report = sample_report()
    points = list(report.key_points or ())
    points[1] = replace(points[1], covered=False, verdict="contrary", word_index=34, word_count=9)
    return sample_record(report=replace(report, key_points=tuple(points)))


def looked_at(answer: HeardAnswer) -> tuple[bool, Span | None]:
    """Whether a part of its recording is in sight, and what is chosen of it."""
    assert isinstance(answer.waveform, ZoomedWaveform)
    return answer.waveform.is_zoomed, answer.waveform.stretch


@pytest.fixture
def studied(qtbot: QtBot) -> HeardAnswer:
    shown = HeardAnswer(is_studied=True)
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show_answer(with_contrary(), sample_peaks())
    shown.show()
    return shown


def test_a_kind_is_taken_off_in_sound_and_words(studied: HeardAnswer) -> None:
    assert studied.legend is not None
    assert "You could have stopped here" in studied.transcript.toPlainText()
    starts = studied.transcript.flag_starts()
    pictures = [part.grab().toImage() for part in (studied.waveform, studied.transcript)]
    studied.legend.chip(MarkKind.STOP).click()
    assert "You could have stopped here" not in studied.transcript.toPlainText()
    assert set(starts) - set(studied.transcript.flag_starts()) == {could_stop_s(sample_report())}
    assert [part.grab().toImage() for part in (studied.waveform, studied.transcript)] != pictures
    studied.legend.chip(MarkKind.STOP).click()
    assert studied.transcript.flag_starts() == starts


@pytest.mark.parametrize("kind", [MarkKind.FILLER, MarkKind.REPEAT, MarkKind.CONTRARY, MarkKind.RAMBLING])
def test_marks_over_words_leave_the_words_as_they_are(studied: HeardAnswer, kind: MarkKind) -> None:
    assert studied.legend is not None
    text, shown = studied.transcript.toPlainText(), studied.transcript.grab().toImage()
    studied.transcript.choose_at(9.0)
    studied.legend.chip(kind).click()
    assert studied.transcript.toPlainText() == text
    assert studied.transcript.grab().toImage() != shown


def test_the_word_at_the_caret_and_the_one_that_sounds_stay_so(studied: HeardAnswer) -> None:
    assert studied.legend is not None
    word = with_contrary().transcript
    assert word is not None
    studied.transcript.choose_at(word.words[50].start_s)
    studied.set_position(40.0)
    chosen, spoken = studied.transcript.piece_at_caret, studied.transcript.spoken_word
    studied.legend.chip(MarkKind.PAUSE).click()
    assert (studied.transcript.piece_at_caret, studied.transcript.spoken_word) == (chosen, spoken)


def test_what_is_said_of_a_word_names_its_marks(studied: HeardAnswer) -> None:
    record = with_contrary()
    assert record.transcript is not None
    studied.transcript.choose_at(record.transcript.words[38].start_s)
    assert studied.flag_bar.words.endswith("the opposite of “Plot learning curves for both”")


def test_another_answer_begins_whole_and_with_nothing_chosen(studied: HeardAnswer) -> None:
    assert isinstance(studied.waveform, ZoomedWaveform)
    studied.zoom(is_closer=True)
    studied.waveform.choose(Span(3.0, 9.0))
    studied.show_answer(with_contrary(), sample_peaks())
    assert looked_at(studied) == (True, Span(3.0, 9.0))
    studied.show_answer(replace(with_contrary(), id=AnswerId(99)), sample_peaks())
    assert looked_at(studied) == (False, None)


def test_right_after_an_answer_there_is_no_legend_and_nothing_it_would_explain(qtbot: QtBot) -> None:
    plain = HeardAnswer()
    qtbot.addWidget(plain)
    plain.show_answer(with_contrary(), sample_peaks())
    assert (plain.legend, plain.tools) == (None, None)
    assert plain.waveform.accessibleDescription() == "1:52 recorded, 7 fillers, 1 repeat, complete at 0:58"


def test_what_the_recording_lacks_is_said_beside_it(studied: HeardAnswer) -> None:
    def said() -> list[str]:
        shown = (text.text() for text in studied.findChildren(Text) if text.isVisible())
        return [words for words in shown if "Not recorded" in words]

    assert said() == []
    studied.show_answer(replace(with_contrary(), gaps=(Gap(42.4, 12.0),)), sample_peaks())
    (words,) = said()
    assert "12 s at 0:42" in words
    studied.show_answer(replace(with_contrary(), gaps=(Gap(42.4, 0.01),)), sample_peaks())
    assert studied._gaps.isHidden()
