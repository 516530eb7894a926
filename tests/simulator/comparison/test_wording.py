"""Which words were dropped and which are new; fillers are neither."""

from __future__ import annotations

from dataclasses import replace

from simulator.comparison.wording import Said, Stretch, wording_of, words_of
from simulator.transcript import Transcript
from tests.simulator.comparison.takes import saying, take


def told(stretches: tuple[Stretch, ...]) -> list[tuple[str, str]]:
    return [(stretch.said.value, stretch.text) for stretch in stretches]


def test_what_is_gone_and_what_is_new() -> None:
    wording = wording_of(
        saying(1, "Plot the learning curves in practice."), saying(2, "I plot the learning curves early.")
    )
    assert told(wording.first) == [("kept", "Plot the learning curves"), ("dropped", "in practice.")]
    assert told(wording.second) == [("added", "I"), ("kept", "plot the learning curves"), ("added", "early.")]
    assert (wording.dropped_count, wording.added_count, wording.kept_count) == (2, 2, 4)


def test_capitals_and_punctuation_make_no_difference() -> None:
    wording = wording_of(saying(1, "Dropout, then early stopping."), saying(2, "dropout then Early stopping"))
    assert {stretch.said for stretch in (*wording.first, *wording.second)} == {Said.KEPT}


def test_a_filler_is_no_content() -> None:
    wording = wording_of(saying(1, "Um, plot the curves.", (0, 1)), saying(2, "Plot, you know, the curves.", (1, 2)))
    assert told(wording.first) == [("filler", "Um,"), ("kept", "plot the curves.")]
    assert told(wording.second) == [("kept", "Plot,"), ("filler", "you know,"), ("kept", "the curves.")]
    assert (wording.dropped_count, wording.added_count, wording.kept_count) == (0, 0, 3)


def test_a_small_word_between_longer_changes_is_not_kept() -> None:
    wording = wording_of(
        saying(1, "Regularise the weights and stop training early."),
        saying(2, "Collect more examples and augment your images."),
    )
    assert told(wording.first) == [("dropped", "Regularise the weights and stop training early.")]
    assert wording.kept_count == 0


def test_a_word_of_content_between_changes_is_kept() -> None:
    wording = wording_of(
        saying(1, "Regularise the weights with dropout and stop early."),
        saying(2, "Collect more examples, use dropout, augment your images."),
    )
    assert ("kept", "dropout") in told(wording.first)


def test_words_corrected_since_they_were_judged_are_compared_without_marks() -> None:
    record = saying(1, "Um plot curves.", (0, 1))
    assert record.transcript is not None
    changed = replace(record, transcript=replace(record.transcript, words=record.transcript.words[1:]))
    wording = wording_of(changed, saying(2, "plot curves"))
    assert told(wording.first) == [("kept", "plot curves.")]


def test_a_typed_answer_has_words_without_times() -> None:
    typed = replace(take(1), transcript=None, report=None, typed="plot the curves")
    assert [word.text for word in words_of(typed)] == ["plot", "the", "curves"]
    assert {word.start_s for word in words_of(typed)} == {None}
    judged = replace(take(1), transcript=None)
    assert judged.report is not None
    assert words_of(judged) == judged.report.transcript.words


def test_silence_has_no_words() -> None:
    silent = replace(take(1), transcript=Transcript(4.0), report=None)
    wording = wording_of(silent, saying(2, "plot curves"))
    assert (wording.first, told(wording.second)) == ((), [("added", "plot curves")])
