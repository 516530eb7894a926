"""The user's last word in the library: kept, undone, carried over to a new judgement, and gone with its session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import ANALYSIS_VERSION
from simulator.analysis.rules import DEFAULT_RULES
from simulator.corrections import corrected, put_on, taken_off
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.verdict_corrections import VerdictCorrection, put_right
from tests.simulator.store.builders import a_question, a_transcript, add_saved, add_session

SPOKEN = "um I would you know look at the um data and then uh train a simple model that I can compare with others " * 2


def add_answer(store: Store, text: str = SPOKEN) -> AnswerId:
    answer = add_saved(store, add_session(store))
    store.keep_transcript(answer, a_transcript(text))
    store.keep_report(answer, analyse(a_transcript(text), a_question()))
    return answer


def first_off(store: Store, answer: AnswerId) -> None:
    report = store.answer(answer).report
    assert report is not None
    store.correct(answer, taken_off(report.fillers[0]))


def test_a_correction_is_read_by_everyone_and_the_original_kept(store: Store, path: Path) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    assert original is not None
    correction = taken_off(original.fillers[0])
    store.correct(answer, correction)
    store.close()
    again = Store.open(path)
    assert again.answer(answer).report == corrected(original, [correction])
    assert again.original_report(answer) == original
    assert again.corrections(answer) == (correction,)
    again.close()


def test_the_figures_of_lists_and_curves_follow(store: Store) -> None:
    answer = add_answer(store)
    before = store.sessions()[0].filler_sounds_per_minute
    first_off(store, answer)
    report = store.answer(answer).report
    assert report is not None
    assert report.fillers_per_minute is not None
    after = store.sessions()[0].filler_sounds_per_minute
    assert after == pytest.approx(report.fillers_per_minute.sound)
    assert before is not None
    assert after is not None
    assert after < before
    assert store.usual(a_question().kind).filler_sounds_per_minute == pytest.approx(after)


def test_undo_takes_back_the_latest_one_until_there_is_none(store: Store) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    first_off(store, answer)
    once = store.answer(answer).report
    first_off(store, answer)
    assert store.uncorrect(answer) == store_correction(once)
    assert store.answer(answer).report == once
    assert store.uncorrect(answer) is not None
    assert store.answer(answer).report == original
    assert store.uncorrect(answer) is None
    assert store.corrections(answer) == ()


def store_correction(report: object) -> object:
    from simulator.analysis.report import AnswerReport

    assert isinstance(report, AnswerReport)
    return taken_off(report.fillers[0])


def test_corrections_hold_when_the_answer_is_judged_anew(store: Store) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    assert original is not None
    correction = put_on(original, 5)
    store.correct(answer, correction)
    rules = DEFAULT_RULES.with_switch("you know", is_on=False)
    anew = analyse(a_transcript(SPOKEN), a_question(), rules=rules)
    store.keep_report(answer, anew)
    report = store.answer(answer).report
    assert report == corrected(anew, [correction])
    assert report is not None
    assert any(filler.by_user for filler in report.fillers)
    assert not any(filler.text == "you know" for filler in report.fillers)


MADE = VerdictCorrection("thins", "made")


def test_a_verdict_put_right_counts_everywhere_at_once(store: Store) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    before = store.cards.card(a_question().id)
    assert original is not None
    assert original.covered_count == 0
    store.correct(answer, MADE)
    report = store.answer(answer).report
    assert report == put_right(original, [MADE], a_question(), a_transcript(SPOKEN))
    assert store.sessions()[0].key_points_covered == 1
    after = store.cards.card(a_question().id)
    assert before is not None
    assert after is not None
    assert after.due_at > before.due_at


def test_verdicts_and_flags_are_undone_in_turn(store: Store) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    first_off(store, answer)
    once = store.answer(answer).report
    card = store.cards.card(a_question().id)
    store.correct(answer, MADE)
    twice = store.answer(answer).report
    assert twice is not None
    assert once is not None
    assert (twice.covered_count, twice.fillers) == (1, once.fillers)
    assert store.uncorrect(answer) == MADE
    assert store.answer(answer).report == once
    assert store.cards.card(a_question().id) == card
    assert store.uncorrect(answer) is not None
    assert store.answer(answer).report == original


def test_a_verdict_put_right_holds_when_the_answer_is_judged_anew(store: Store) -> None:
    answer = add_answer(store)
    store.correct(answer, MADE)
    anew = analyse(a_transcript(SPOKEN), a_question(), rules=DEFAULT_RULES.with_band("pace_low_wpm", 90))
    store.keep_report(answer, anew)
    report = store.answer(answer).report
    assert report is not None
    assert report.key_points is not None
    assert (report.rules, report.key_points[0].found_by, report.covered_count) == (anew.rules, "user", 1)
    assert store.original_report(answer) == anew


def test_earlier_reports_stay_with_their_version_and_rules(store: Store) -> None:
    answer = add_answer(store)
    original = store.answer(answer).report
    first_off(store, answer)
    rules = DEFAULT_RULES.with_band("pace_low_wpm", 90)
    for judged in (analyse(a_transcript(SPOKEN), a_question(), rules=rules),) * 2:
        store.keep_report(answer, judged)
    (earlier,) = store.earlier_reports(answer)
    assert (earlier.report, earlier.rules, earlier.analysis_version) == (original, "default", ANALYSIS_VERSION)
    assert earlier.judged_at is not None
    report = store.answer(answer).report
    assert report is not None
    assert report.rules == rules.name


def test_an_early_correction_waits_for_its_report(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    report = analyse(a_transcript(SPOKEN), a_question())
    store.correct(answer, taken_off(report.fillers[0]))
    assert store.answer(answer).report is None
    store.correct(answer, MADE)
    store.keep_report(answer, report)
    after_flag = corrected(report, [taken_off(report.fillers[0])])
    assert store.answer(answer).report == put_right(after_flag, [MADE], a_question(), None)


def test_what_has_words_can_be_judged(store: Store) -> None:
    heard, typed = add_answer(store), add_saved(store, add_session(store))
    store.keep_report(typed, analyse_text(SPOKEN))
    add_saved(store, add_session(store))
    assert store.judgeable() == (heard, typed)


def test_unknown_answers_are_said_to_be_unknown(store: Store) -> None:
    report = replace(analyse(a_transcript(SPOKEN)))
    for act in (
        lambda: store.correct(AnswerId(9), taken_off(report.fillers[0])),
        lambda: store.uncorrect(AnswerId(9)),
        lambda: store.original_report(AnswerId(9)),
        lambda: store.keep_report(AnswerId(9), report),
    ):
        with pytest.raises(UnknownRecord):
            act()


def test_deleting_a_session_leaves_no_word_of_it(store: Store, path: Path) -> None:
    marker = "xylophonist"
    answer = add_answer(store, f"{marker} " + SPOKEN)
    report = store.answer(answer).report
    assert report is not None
    store.correct(answer, put_on(report, 0))
    store.keep_report(answer, analyse(a_transcript(SPOKEN), a_question()))
    store.delete_session(store.answer(answer).session_id)
    store.close()
    assert all(marker.encode() not in file.read_bytes() for file in path.parent.iterdir())
