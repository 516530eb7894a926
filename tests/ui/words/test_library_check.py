"""What a check found and what mending did, as sentences that are true of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recordings.mending.findings import REMEDIES, Finding, FindingKind
from recordings.mending.mending import Mended, Outcome, Undone
from simulator.store.records import AnswerId, SessionId
from ui.words.library_check import counted_sentence, mended_line, mended_sentences, undone_sentence


def a_finding(kind: FindingKind) -> Finding:
    return Finding(kind, REMEDIES[kind], "/data/take.wav", SessionId(1), AnswerId(2))


@pytest.mark.parametrize(
    ("kind", "outcome", "end"),
    [
        (FindingKind.NO_SOUND, Outcome.DONE, "It was moved aside."),
        (FindingKind.ORPHAN, Outcome.DONE, "It was added as an interview of its own."),
        (FindingKind.CUT_OFF, Outcome.LOST, "It was marked as lost."),
        (FindingKind.TRUNCATED, Outcome.NOTED, "The original was not found, and this will not be reported again."),
        (FindingKind.NO_WORDS, Outcome.WAITING, "which happens while the window is open."),
        (FindingKind.UNREADABLE, Outcome.LEFT, "Nothing could be done here."),
    ],
)
def test_what_became_of_one_is_told_as_it_was(kind: FindingKind, outcome: Outcome, end: str) -> None:
    assert mended_line(a_finding(kind), outcome).endswith(end)


def test_of_what_is_lost_nothing_is_said_to_be_still_here() -> None:
    assert mended_line(a_finding(FindingKind.MISSING), Outcome.LOST) == (
        "Interview 1: take.wav is missing, and none of its words were kept. It was marked as lost."
    )


def test_only_what_was_fixed_is_counted_as_fixed() -> None:
    became = (
        (FindingKind.NO_SOUND, Outcome.DONE),
        (FindingKind.MISSING, Outcome.NOTED),
        (FindingKind.EMPTY, Outcome.LOST),
        (FindingKind.NO_WORDS, Outcome.WAITING),
    )
    mended = Mended(tuple((a_finding(kind), outcome) for kind, outcome in became), (), None)
    assert mended_sentences(mended) == (
        "1 problem fixed. 1 recording not found, and no longer reported. 1 answer marked as lost. "
        "1 answer still to be transcribed, which happens while the window is open."
    )
    assert mended_sentences(Mended((), (), None)) == "There was nothing to repair."
    assert mended_sentences(Mended((), ("The disk is full.",), None)) == "The disk is full."


def test_one_and_several_are_told_apart() -> None:
    assert counted_sentence(FindingKind.CUT_OFF, 1) == "1 answer that was cut off: the part that exists will be kept."
    assert counted_sentence(FindingKind.CUT_OFF, 3) == "3 answers that were cut off: the part that exists will be kept."
    assert counted_sentence(FindingKind.LEFTOVER, 2) == "2 files or folders left unfinished: to be moved aside."


@pytest.mark.parametrize(
    ("files", "marks", "sentence"),
    [
        (1, 0, "1 file is as it was before."),
        (0, 2, "2 marks are as they were before."),
        (1, 1, "1 file and 1 mark are as they were before."),
        (0, 0, "Nothing could be undone."),
    ],
)
def test_undoing_leaves_out_what_there_was_none_of(files: int, marks: int, sentence: str) -> None:
    assert undone_sentence(Undone(Path("mended"), files, marks, ())) == sentence
