"""Cues: short enough to be read, in order, and nothing in them is markup."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.transcript import Transcript, Word
from tests.ui.samples import long_record, sample_transcript, sample_words, words_of
from ui.reports.errors import NothingToExport
from ui.reports.report_format import ReportFormat
from ui.reports.subtitles import LINE_LETTERS, LINES, LONGEST_S, Cue, cues, subtitles

TIME = re.compile(r"(\d\d):(\d\d):(\d\d)[,.](\d{3})")
WORDS = st.lists(
    st.builds(
        lambda text, start_s, length_s: Word(text, start_s, start_s + length_s),
        st.text("abc,.<> \n\t-&", max_size=60),
        st.floats(0, 100),
        st.floats(0, 20),
    ),
    max_size=40,
)


def seconds(text: str) -> float:
    match = TIME.fullmatch(text)
    assert match, text
    hours, minutes, second, ms = map(int, match.groups())
    return hours * 3600 + minutes * 60 + second + ms / 1000


def parsed(file: str) -> list[tuple[float, float, list[str]]]:
    """The cues of a file, by the letter of its format."""
    blocks = file.strip("\n").split("\n\n")
    if blocks[0] == "WEBVTT":
        read = [block.split("\n") for block in blocks[1:]]
    else:
        numbered = [block.split("\n") for block in blocks]
        assert [lines[0] for lines in numbered] == [str(number) for number in range(1, len(blocks) + 1)]
        read = [lines[1:] for lines in numbered]
    times = [lines[0].split(" --> ") for lines in read]
    return [(seconds(start), seconds(end), lines[1:]) for (start, end), lines in zip(times, read, strict=True)]


@pytest.mark.parametrize("kind", [ReportFormat.SRT, ReportFormat.VTT])
@pytest.mark.parametrize("transcript", [sample_transcript(), long_record().transcript], ids=["short", "long"])
def test_a_file_can_be_read_and_goes_forward(kind: ReportFormat, transcript: Transcript) -> None:
    found = parsed(subtitles(transcript, kind))
    assert all(end > start for start, end, _ in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert " ".join(line for _, _, lines in found for line in lines) == transcript.text
    assert all(0 < len(lines) <= LINES and all(len(line) <= LINE_LETTERS for line in lines) for _, _, lines in found)


@given(WORDS)
def test_whatever_was_heard_cues_are_short_and_in_order(words: list[Word]) -> None:
    found = cues(words)
    for cue in found:
        assert 0 < len(cue.lines) <= LINES
        assert all(line == " ".join(line.split()) and 0 < len(line) <= LINE_LETTERS for line in cue.lines)
        assert 0 <= cue.start_s <= cue.end_s
    assert all(before.end_s <= after.start_s for before, after in pairwise(found))
    letters = "".join("".join(word.text.split()) for word in words)
    assert "".join("".join(cue.lines).replace(" ", "") for cue in found) == letters


def test_no_cue_stands_longer_than_seven_seconds() -> None:
    found = cues((*sample_words(), Word("well", 120.0, 200.0)))
    assert max(cue.end_s - cue.start_s for cue in found) <= LONGEST_S + 1e-9


def test_cues_follow_the_phrases() -> None:
    words = (*words_of("It is noise. And then", 0.0, 2.0), *words_of("we stop", 3.0, 3.8))
    assert [cue.lines for cue in cues(words)] == [("It is noise.",), ("And then",), ("we stop",)]


def test_a_long_sentence_is_parted_at_a_comma() -> None:
    text = "when the training error keeps falling and the other does not, the model is learning the noise of it all"
    first, *_ = cues(words_of(text, 0.0, 6.5))
    assert first.lines[-1].endswith("not,")


def test_a_word_that_flashes_by_stays_for_a_second_if_there_is_room() -> None:
    found = cues((Word("Yes.", 1.0, 1.1), Word("No.", 1.6, 1.7)))
    assert found == (Cue(1.0, 1.6, ("Yes.",)), Cue(1.6, 2.6, ("No.",)))


def test_nothing_said_is_markup() -> None:
    transcript = Transcript(4.0, (Word("<b>x</b>", 0, 1), Word("-->", 1, 2), Word("{\\an8}&", 2, 3)))
    assert "&lt;b&gt;x&lt;/b&gt; --&gt; {\\an8}&amp;" in subtitles(transcript, ReportFormat.VTT)
    assert "‹b›x‹/b› --› (\\an8)&" in subtitles(transcript, ReportFormat.SRT)


@pytest.mark.parametrize("transcript", [None, Transcript(4.0), Transcript(4.0, (Word(" ", 0, 1),))])
def test_without_words_there_are_no_subtitles(transcript: Transcript | None) -> None:
    with pytest.raises(NothingToExport, match="have no timings"):
        subtitles(transcript, ReportFormat.SRT)
