"""What an answer says of its question is judged in one place: points, halves and red flags agree with one another."""

from __future__ import annotations

from question_bank.bank import Bank
from simulator.analysis.key_points.entailment import ClaimRead, Entailment, Likelihood
from simulator.analysis.key_points.judged_points import judge_points
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.report import KeyPointResult
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.readings import CONTRARY, MADE, MAYBE, NEITHER, read_as

LSTM = Bank.load().get("dl.lstm.gates")
BEGUN = "It has to do with the gradients, over the steps they get lost."


def test_every_point_has_its_result_in_order() -> None:
    judged = judge_points(Utterance.typed(LSTM.model_answer), LSTM)
    assert [result.id for result in judged.key_points] == [point.id for point in LSTM.key_points]


def test_a_point_begun_is_marked_where_it_was_touched() -> None:
    utterance = Utterance.typed(BEGUN)
    vanishing = next(result for result in judge_points(utterance, LSTM).key_points if result.id == "vanishing")
    assert (vanishing.covered, vanishing.word_index) == (False, None)
    assert vanishing.half_word_index is not None
    assert utterance.words[vanishing.half_word_index].text.strip(",.") in {"gradients", "steps", "lost"}


def test_a_point_found_by_its_meaning_is_no_mere_name() -> None:
    utterance = Utterance.typed("I think it is hmm something like that, and it lets the old state through as it was.")
    entailment = read_as(utterance, LSTM, {LSTM.key_points[0].id: MADE})
    first = judge_points(utterance, LSTM, entailment).key_points[0]
    assert (first.covered, first.found_by, first.half_word_index) == (True, "meaning", None)


FLAG = LSTM.red_flags[0].text
WRONG = "An LSTM has no gates at all. It only sees the last word that was said."


def _with_flag(likelihood: Likelihood) -> KeyPointResult:
    """What becomes of the first point where the same window says a red flag."""
    utterance = Utterance.typed(WRONG)
    entailment = read_as(utterance, LSTM, {LSTM.key_points[0].id: likelihood, FLAG: MADE})
    judged = judge_points(utterance, LSTM, entailment)
    assert [flag.text for flag in judged.red_flags] == [FLAG]
    return judged.key_points[0]


def test_the_window_of_a_mistake_makes_no_point() -> None:
    point = _with_flag(Likelihood(0.5, 0.01))
    assert (point.verdict, point.covered, point.word_index) == ("not", False, None)
    assert point.probability is not None
    assert point.probability < 0.5


def test_words_that_plainly_make_a_point_make_no_mistake_for_which_no_cue_speaks() -> None:
    utterance = Utterance.typed(WRONG)
    judged = judge_points(utterance, LSTM, read_as(utterance, LSTM, {LSTM.key_points[0].id: MADE, FLAG: MADE}))
    assert judged.red_flags == ()
    assert judged.key_points[0].verdict == "made"


def test_what_is_contrary_stays_so_in_the_words_of_a_mistake() -> None:
    point = _with_flag(CONTRARY)
    assert (point.verdict, point.covered, point.word_index) == ("contrary", False, 0)


def test_a_window_that_says_more_than_the_mistake_keeps_its_point() -> None:
    utterance = Utterance.typed(WRONG)
    reading = Reading.of(utterance, LSTM)
    first, both, _ = reading.windows
    assert (both.first, both.last) == (0, len(utterance.words) - 1)
    of_flag = (MADE, NEITHER, NEITHER)
    rows = dict.fromkeys(reading.claims, (NEITHER,) * 3) | {FLAG: of_flag}
    rows[LSTM.key_points[0].text] = (NEITHER, MADE, NEITHER)
    by_claim = {claim: ClaimRead(row) for claim, row in rows.items()}
    judged = judge_points(utterance, LSTM, Entailment(reading.windows, by_claim))
    assert judged.red_flags[0].word_count == first.word_count
    assert judged.key_points[0].verdict == "made"


def test_a_point_maybe_made_is_half_said_and_one_said_the_wrong_way_round_is_not() -> None:
    utterance = Utterance.typed(WRONG)
    first, second = LSTM.key_points[:2]
    entailment = read_as(utterance, LSTM, {first.id: MAYBE, second.id: CONTRARY})
    maybe, contrary = judge_points(utterance, LSTM, entailment).key_points[:2]
    assert (maybe.verdict, maybe.half_word_index) == ("maybe", 0)
    assert (contrary.verdict, contrary.half_word_index) == ("contrary", None)
