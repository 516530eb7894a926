"""The user's last word: totals follow, nothing else does, and taking it back leaves no trace."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.models import Kind
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import AnswerReport, FillerRates
from simulator.corrections import FlagCorrection, corrected, put_on, taken_off
from simulator.transcript import FilledPause, Span, Transcript, Word

SPOKEN = (
    "Um, I would, you know, look at the data first because um the labels may be uh wrong. "
    "Then I would like, train the the simple model and compare it with a baseline on a validation set. "
    "If the error is high on both, I add features; if only on the second, I regularise it."
)


def transcript(text: str = SPOKEN, *, shift_s: float = 0.0) -> Transcript:
    words = tuple(Word(word, at / 2 + shift_s, at / 2 + 0.4 + shift_s, 0.9) for at, word in enumerate(text.split()))
    length_s = len(words) / 2 + 1
    heard = (FilledPause("um", 25.42, 25.48, 0.8),)
    return Transcript(length_s, words, (Span(0.0, length_s),), heard, language="en", model="test")


def report() -> AnswerReport:
    return analyse(transcript(), kind=Kind.SHORT)


def counts(judged: AnswerReport) -> dict[str, int]:
    kinds = [filler.kind for filler in judged.fillers]
    return {kind: kinds.count(kind) for kind in ("sound", "word", "repeat")}


def index_of(judged: AnswerReport, text: str) -> int:
    return next(at for at, word in enumerate(judged.transcript.words) if word.text.strip(".,;") == text)


def test_a_flag_taken_off_leaves_the_totals() -> None:
    before = report()
    um = before.fillers[0]
    after = corrected(before, [taken_off(um)])
    assert um not in after.fillers
    assert counts(after)["sound"] == counts(before)["sound"] - 1
    assert after.fillers_per_minute is not None
    assert after.speech_s is not None
    assert after.fillers_per_minute.sound == round(counts(after)["sound"] / (after.speech_s / 60), 2)
    assert after.fillers_per_minute.word == before.fillers_per_minute.word if before.fillers_per_minute else False
    assert after.fillers_per_100_words != before.fillers_per_100_words
    assert (after.pace, after.length, after.transcript) == (before.pace, before.length, before.transcript)


def test_a_flag_put_on_counts_and_says_that_it_is_the_users() -> None:
    before = report()
    after = corrected(before, [put_on(before, index_of(before, "simple"))])
    (added,) = [filler for filler in after.fillers if filler.by_user]
    assert (added.text, added.kind, added.source, added.word_count) == ("simple", "word", "words", 1)
    assert counts(after)["word"] == counts(before)["word"] + 1
    assert list(after.fillers) == sorted(after.fillers, key=lambda filler: filler.start_s or 0.0)


def test_a_cluster_goes_with_its_flags_and_so_does_the_advice_on_it() -> None:
    before = report()
    assert before.clusters
    assert any(advice.finding == "fillers.cluster" for advice in before.advice)
    after = corrected(before, [taken_off(filler) for filler in before.fillers])
    assert after.fillers == ()
    assert after.clusters == ()
    assert after.fillers_per_minute == FillerRates(0.0, 0.0, 0.0)
    assert not any(advice.finding in ("fillers.cluster", "fillers.sounds") for advice in after.advice)
    assert any(finding.id == "fillers.fluent" for finding in after.findings)


def test_findings_that_rest_on_no_flag_stay() -> None:
    before = report()
    after = corrected(before, [taken_off(filler) for filler in before.fillers])
    kept = [one for one in before.findings if not one.id.startswith(("fillers.", "words.filler", "repeats"))]
    assert [one for one in after.findings if one in kept] == kept


def test_a_sound_that_only_the_recording_has_can_be_taken_off() -> None:
    before = report()
    heard = next(filler for filler in before.fillers if filler.word_index is None)
    after = corrected(before, [taken_off(heard)])
    assert heard not in after.fillers
    again = replace(taken_off(heard), action="on")
    assert corrected(before, [taken_off(heard), again]) is before


def test_of_two_ums_the_one_meant_comes_off() -> None:
    before = report()
    ums = [filler for filler in before.fillers if filler.text == "um" and filler.word_index is not None]
    after = corrected(before, [taken_off(ums[1])])
    assert ums[0] in after.fillers
    assert ums[1] not in after.fillers


def test_a_correction_survives_other_word_times_and_other_places() -> None:
    before = report()
    corrections = [taken_off(before.fillers[0]), put_on(before, index_of(before, "simple"))]
    anew = analyse(transcript(f"Well {SPOKEN}", shift_s=-0.4), kind=Kind.SHORT)
    after = corrected(anew, corrections)
    assert counts(after)["sound"] == counts(anew)["sound"] - 1
    assert any(filler.by_user and filler.text == "simple" for filler in after.fillers)


def test_a_correction_whose_words_are_gone_says_nothing() -> None:
    before = report()
    gone = FlagCorrection("word", 999, 300.0, 300.4, "nowhere", "on")
    assert corrected(before, [gone, replace(gone, action="off")]) is before


def test_a_word_that_is_flagged_already_is_not_counted_twice() -> None:
    before = report()
    you_know = next(filler for filler in before.fillers if filler.text == "you know")
    assert you_know.word_index is not None
    assert corrected(before, [put_on(before, you_know.word_index + 1)]) is before


def test_a_typed_answer_is_corrected_by_the_place_of_its_words() -> None:
    before = analyse_text(SPOKEN, kind=Kind.SHORT)
    after = corrected(before, [taken_off(before.fillers[0]), put_on(before, index_of(before, "simple"))])
    assert after.fillers_per_minute is None
    assert after.clusters is None
    assert before.fillers[0] not in after.fillers
    assert [filler.text for filler in after.fillers if filler.by_user] == ["simple"]


def test_what_cannot_be_heard_stays_unmeasured() -> None:
    deaf = replace(transcript(), cannot_hear={"filler_sounds": "this engine drops them"})
    before = analyse(deaf, kind=Kind.SHORT)
    after = corrected(before, [put_on(before, index_of(before, "simple"))])
    assert after.fillers_per_minute is not None
    assert after.fillers_per_minute.sound is None


def test_without_enough_speech_only_the_flags_change() -> None:
    before = analyse(transcript("Um, I do not know."), kind=Kind.SHORT)
    after = corrected(before, [taken_off(before.fillers[0])])
    assert after == replace(before, fillers=before.fillers[1:])


def test_advice_of_a_report_without_findings_stays() -> None:
    before = replace(report(), findings=())
    after = corrected(before, [taken_off(before.fillers[0])])
    other = [advice for advice in before.advice if not advice.finding.startswith(("fillers.", "words.", "repeats"))]
    assert all(advice in after.advice for advice in other)


@given(st.data())
def test_taking_off_then_putting_on_gives_the_same_totals(data: st.DataObject) -> None:
    before = report()
    off = [taken_off(filler) for filler in data.draw(st.lists(st.sampled_from(before.fillers), unique=True))]
    on = [replace(correction, action="on") for correction in data.draw(st.permutations(off))]
    assert corrected(before, [*off, *on]) == before


@given(st.data())
def test_putting_on_then_taking_off_gives_the_same_totals(data: st.DataObject) -> None:
    before = report()
    indexes = data.draw(st.lists(st.integers(0, len(before.transcript.words) - 1), unique=True, max_size=8))
    flagged = {index for one in before.fillers if one.word_index is not None for index in
               range(one.word_index, one.word_index + one.word_count)}  # fmt: skip
    on = [put_on(before, index) for index in indexes if index not in flagged]
    off = [replace(correction, action="off") for correction in data.draw(st.permutations(on))]
    added = corrected(before, on)
    assert len(added.fillers) == len(before.fillers) + len(on)
    assert corrected(before, [*on, *off]) == before


@pytest.mark.parametrize("index", [0, 3])
def test_put_on_takes_the_word_as_it_is_said(index: int) -> None:
    judged = report()
    made = put_on(judged, index)
    word = judged.transcript.words[index]
    assert (made.word_index, made.start_s, made.end_s, made.action) == (index, word.start_s, word.end_s, "on")
    assert made.kind == ("sound" if index == 0 else "word")
