"""Corrected words in the library: in use at once, undone in turn with all else, and the machine's kept beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.analyse import analyse, analyse_text
from simulator.corrections import corrected, taken_off
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.verdict_corrections import VerdictCorrection
from simulator.vocabulary_offer import HeardTerm
from simulator.word_corrections import AS_HEARD, WordCorrection, brought_back, correction_of
from tests.simulator.store.builders import NOON, a_question, a_transcript, add_saved, add_session

SPOKEN = "um we use k means here and it fins the network out in each step so that no unit rests on another one " * 2
K_MEANS = HeardTerm("k means", "k-means")


def add_answer(store: Store, text: str = SPOKEN) -> AnswerId:
    answer = add_saved(store, add_session(store))
    store.keep_transcript(answer, a_transcript(text))
    judge(store, answer)
    return answer


def judge(store: Store, answer: AnswerId) -> None:
    """Judge the words in use."""
    transcript = store.answer(answer).transcript
    assert transcript is not None
    store.keep_report(answer, analyse(transcript, a_question()))


def edit(store: Store, answer: AnswerId, said: str, text: str) -> WordCorrection:
    """Put the first words in use that are `said` right."""
    record = store.answer(answer)
    assert record.transcript is not None
    texts = [word.text for word in record.transcript.words]
    index, count = _index(texts, said), len(said.split())
    correction = correction_of(record.transcript.words, record.word_changes, index, count, text)
    assert correction is not None
    store.correct(answer, correction)
    return correction


def _index(texts: list[str], said: str) -> int:
    return next(at for at in range(len(texts)) if texts[at : at + len(said.split())] == said.split())


def words_of(store: Store, answer: AnswerId) -> str:
    transcript = store.answer(answer).transcript
    assert transcript is not None
    return transcript.text


def test_corrected_words_are_in_use_and_found_and_the_machines_kept(store: Store, path: Path) -> None:
    answer = add_answer(store)
    correction = edit(store, answer, "k means", "k-means")
    store.close()
    again = Store.open(path)
    record = again.answer(answer)
    assert words_of(again, answer) == a_transcript(SPOKEN).text.replace("k means", "k-means", 1)
    assert [change.heard_text for change in record.word_changes] == ["k means"]
    assert again.word_corrections.all(answer) == (correction,)
    again.correct(answer, AS_HEARD)
    assert again.answer(answer).transcript == a_transcript(SPOKEN)
    assert again.answer(answer).word_changes == ()
    again.close()


def test_the_words_can_be_searched_as_they_are_now(store: Store) -> None:
    answer = add_answer(store)
    edit(store, answer, "fins", "thins")
    assert [match.answer_id for match in store.search_answers("thins")] == [answer]


def test_until_it_is_judged_anew_the_answer_waits_for_it(store: Store) -> None:
    answer = add_answer(store)
    assert store.word_corrections.unjudged() == ()
    edit(store, answer, "fins", "thins")
    assert store.word_corrections.unjudged() == (answer,)
    assert store.word_corrections.is_unjudged(answer)
    before = store.original_report(answer)
    assert before is not None
    store.keep_report(answer, before)  # by who judged the words of before, and comes late
    assert store.word_corrections.unjudged() == (answer,)
    judge(store, answer)
    assert not store.word_corrections.is_unjudged(answer)
    assert store.word_corrections.unjudged() == ()
    record = store.answer(answer)
    assert record.report is not None
    assert record.report.covered_count == before.covered_count + 1
    assert store.sessions()[0].key_points_covered == record.report.covered_count


def test_undone_before_it_was_judged_nothing_waits(store: Store) -> None:
    answer = add_answer(store)
    correction = edit(store, answer, "fins", "thins")
    assert store.uncorrect(answer) == correction
    assert store.word_corrections.unjudged() == ()
    assert store.answer(answer).transcript == a_transcript(SPOKEN)
    assert store.uncorrect(answer) is None


def test_words_flags_and_verdicts_are_undone_in_turn(store: Store) -> None:
    answer = add_answer(store)
    report = store.answer(answer).report
    assert report is not None
    flag, verdict = taken_off(report.fillers[0]), VerdictCorrection("thins", "contrary")
    store.correct(answer, flag)
    first = edit(store, answer, "k means", "k-means")
    second = edit(store, answer, "network", "net")
    store.correct(answer, verdict)
    third = edit(store, answer, "fins", "thins")
    undone = [store.uncorrect(answer) for _ in range(6)]
    assert undone == [third, verdict, second, first, flag, None]
    assert store.answer(answer).transcript == a_transcript(SPOKEN)


def test_flags_and_verdicts_hold_on_the_corrected_words(store: Store) -> None:
    answer = add_answer(store)
    report = store.answer(answer).report
    assert report is not None
    off = taken_off(report.fillers[0])
    store.correct(answer, off)
    edit(store, answer, "k means", "k-means")
    transcript = store.answer(answer).transcript
    assert transcript is not None
    judge(store, answer)
    assert store.answer(answer).report == corrected(analyse(transcript, a_question()), [off])
    assert store.original_report(answer) == analyse(transcript, a_question())


def test_they_hold_when_the_answer_is_written_down_anew(store: Store) -> None:
    answer = add_answer(store)
    edit(store, answer, "k means", "k-means")
    store.keep_transcript(answer, a_transcript(SPOKEN.replace("um we", "um he")))
    assert words_of(store, answer).startswith("um he use k-means here")
    assert store.word_corrections.unjudged() == (answer,)


def test_the_report_of_the_machines_words_stays_and_none_of_those_between(store: Store) -> None:
    answer = add_answer(store)
    machines = store.answer(answer).report
    for said, text in (("fins", "thins"), ("network", "net"), ("rests", "relies")):
        edit(store, answer, said, text)
        judge(store, answer)
    assert [earlier.report for earlier in store.earlier_reports(answer)] == [machines]


def test_how_often_a_term_was_put_right_alike(store: Store) -> None:
    first, second = add_answer(store), add_answer(store)
    assert store.word_corrections.times_alike(K_MEANS) == 0
    edit(store, first, "k means", "k-means")
    assert store.word_corrections.times_alike(K_MEANS) == 1
    edit(store, second, "k means", "k-means")
    edit(store, second, "fins", "thins")
    assert store.word_corrections.times_alike(K_MEANS) == 2
    edit(store, second, "k means", "k-means,")  # the other one in the same answer
    assert store.word_corrections.times_alike(K_MEANS) == 3


def test_what_was_brought_back_counts_no_more(store: Store) -> None:
    answer = add_answer(store)
    edit(store, answer, "k means", "k-means")
    store.correct(answer, brought_back(store.answer(answer).word_changes[0]))
    edit(store, answer, "k means", "k-means")
    assert store.word_corrections.times_alike(K_MEANS) == 1


def test_a_typed_answer_has_nothing_that_was_heard(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    report = analyse_text(SPOKEN, a_question())
    store.keep_report(answer, report)
    store.correct(answer, AS_HEARD)
    record = store.answer(answer)
    assert (record.transcript, record.report, record.word_changes) == (None, report, ())
    assert store.word_corrections.unjudged() == ()


def test_typed_words_are_put_right_one_after_the_other_and_what_was_typed_is_kept(store: Store) -> None:
    session = add_session(store)
    answer = store.begin_answer(session, a_question(), 0, 1, "", NOON)
    store.typed_saved(answer, SPOKEN)
    store.keep_report(answer, analyse_text(SPOKEN, a_question()))
    original = store.answer(answer)
    for said, text in (
        ("um we use", "we use"),
        ("k means", "k-means"),
        ("fins", "really thins"),
        ("k means", "k-means"),
    ):
        record = store.answer(answer)
        assert record.typed_words is not None
        texts = [word.text for word in record.typed_words.words]
        index, count = _index(texts, said), len(said.split())
        correction = correction_of(record.typed_words.words, record.word_changes, index, count, text)
        assert correction is not None
        store.correct(answer, correction)
        assert store.word_corrections.unjudged() == (answer,)
        typed = store.answer(answer).typed
        store.keep_report(answer, analyse_text(typed, a_question()))
        assert store.answer(answer).typed == typed
        assert store.word_corrections.unjudged() == ()
    assert store.answer(answer).typed.startswith("we use k-means here and it really thins the network")
    assert store.answer(answer).typed.count("k-means") == 2
    assert [change.heard_text for change in store.answer(answer).word_changes] == ["um", "k means", "fins", "k means"]
    assert store.word_corrections.times_alike(K_MEANS) == 0
    store.correct(answer, AS_HEARD)
    store.keep_report(answer, analyse_text(store.answer(answer).typed, a_question()))
    assert store.answer(answer) == original


def test_unknown_answers_are_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(UnknownRecord):
        store.correct(AnswerId(9), AS_HEARD)
    with pytest.raises(UnknownRecord):
        store.keep_transcript(AnswerId(9), a_transcript(SPOKEN))


def test_deleting_the_session_leaves_no_word_of_either(store: Store, path: Path) -> None:
    answer = add_answer(store, f"xylophonist {SPOKEN}")
    edit(store, answer, "xylophonist", "glockenspiel")
    judge(store, answer)
    store.delete_session(store.answer(answer).session_id)
    store.close()
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"xylophonist" not in left
    assert b"glockenspiel" not in left
