"""Guards: what was never said is dropped, what was said twice stays."""

from __future__ import annotations

import pytest

from recordings.transcription.invented_text import (
    believable,
    is_doubtful,
    is_unsure_without_hesitation,
    sureness,
    tidy,
    without_circles,
    without_leak,
)
from recordings.transcription.phrases import Phrase
from simulator.transcript import Word, join_words


def words(text: str, start_s: float = 0.0, each_s: float = 0.3) -> list[Word]:
    return [
        Word(word, start_s + index * each_s, start_s + (index + 1) * each_s) for index, word in enumerate(text.split())
    ]


def phrase(text: str, **figures: float) -> Phrase:
    return Phrase(tuple(words(text)), **figures)


def test_a_hundred_times_uh_in_two_seconds_is_ten_at_most() -> None:
    assert len(without_circles(words("uh, " * 100, each_s=0.02))) <= 10


def test_words_without_any_time_are_dropped_from_a_circle() -> None:
    said, invented = words("uh uh uh uh uh uh", each_s=0.4), words("uh " * 94, start_s=2.4, each_s=0.0)
    assert len(without_circles(said + invented)) == 6


@pytest.mark.parametrize("text", ["the the model", "no no no that is wrong", "we had we had a problem", "uh uh uh"])
def test_natural_repeats_stay(text: str) -> None:
    assert join_words(without_circles(words(text))) == text


def test_a_group_of_words_going_round_is_cut_down() -> None:
    found = without_circles(words("I think " + "the, uh, " * 40 + "end", each_s=0.02))
    assert len(found) < 15
    assert found[-1].text == "end"


def test_slow_counting_of_the_same_word_stays() -> None:
    assert len(without_circles(words("word " * 8, each_s=0.4))) == 8


def test_silence_by_the_engines_own_figures_is_dropped() -> None:
    silent = phrase("thank you", no_speech_probability=0.9, mean_log_probability=-1.4)
    assert believable([silent]) == []


def test_a_quiet_but_sure_phrase_stays() -> None:
    assert believable([phrase("thank you", no_speech_probability=0.9, mean_log_probability=-0.2)])


@pytest.mark.parametrize(
    "text", ["Thanks for watching!", "Thank you so much for watching.", "Please subscribe.", "Subtitles by someone"]
)
def test_farewells_from_films_are_dropped(text: str) -> None:
    assert believable([phrase(text)]) == []


@pytest.mark.parametrize("text", ["Thank you.", "Thanks for the question.", "We subscribe to the event stream."])
def test_polite_answers_stay(text: str) -> None:
    assert join_words(believable([phrase(text)])) == text


def test_lone_punctuation_joins_the_word_before() -> None:
    assert [word.text for word in tidy(words("and I - think ..."))] == ["and", "I-", "think..."]


@pytest.mark.parametrize(
    "doubtful",
    [
        Phrase(tuple(words("a b c")), compression_ratio=3.0),
        Phrase(tuple(words("a b c")), mean_log_probability=-1.5),
        Phrase(tuple(words("uh " * 60, each_s=0.1))),
        Phrase(tuple(words("one two") + words("three four five six", 0.6, each_s=0.0))),
        Phrase(tuple(words("two 2-2-2-2-2-2-2-"))),
    ],
)
def test_what_reads_like_a_circle_or_a_guess_is_doubtful(doubtful: Phrase) -> None:
    assert is_doubtful([doubtful], duration_s=6.0)


def test_a_guess_without_hesitation_is_worth_hearing_without_the_prompt() -> None:
    assert is_unsure_without_hesitation([phrase("not on printers", mean_log_probability=-0.7)])
    assert not is_unsure_without_hesitation([phrase("modern printers", mean_log_probability=-0.3)])
    assert not is_unsure_without_hesitation([phrase("uh, not on printers", mean_log_probability=-0.7)])
    assert not is_unsure_without_hesitation([phrase("not on the the printers", mean_log_probability=-0.7)])
    assert not is_unsure_without_hesitation([])


def test_a_voice_in_which_nothing_was_heard_is_doubtful() -> None:
    assert is_doubtful([], duration_s=2.0, voiced_s=1.2)
    assert not is_doubtful([], duration_s=2.0, voiced_s=0.3)


def test_fast_speech_is_not_doubtful() -> None:
    assert not is_doubtful([Phrase(tuple(words("word " * 48, each_s=0.166)))], duration_s=8.0)


def test_a_word_drawn_out_for_ever_is_cut_down() -> None:
    assert [word.text for word in tidy(words("m" + "a" * 200 + "n 1000000"))] == ["maaan", "1000000"]


def test_a_syllable_said_for_ever_is_cut_down() -> None:
    assert [word.text for word in tidy(words("two 2-2-2-2-2-2- cross-validation so-so"))] == [
        "two",
        "2-",
        "cross-validation",
        "so-so",
    ]


PROMPT = "random forest. Um, uh, so, er, I mean, hmm..."


def test_the_prompt_read_back_is_dropped() -> None:
    heard = words("that is all. Um, uh, so, er, I mean.")
    assert join_words(without_leak(heard, PROMPT)) == "that is all."


@pytest.mark.parametrize("text", ["um, uh, so we", "a random forest, um, I mean, many trees", "er, so, uh, um"])
def test_hesitation_that_only_resembles_the_prompt_stays(text: str) -> None:
    assert join_words(without_leak(words(text), PROMPT)) == text


def test_the_surer_way_of_hearing_wins() -> None:
    sure, guess, circle = (
        [phrase("yes", mean_log_probability=-0.3)],
        [phrase("yes", mean_log_probability=-1.2)],
        [phrase("uh uh", mean_log_probability=-0.1, compression_ratio=9.0)],
    )
    assert max([guess, sure, circle, []], key=sureness) is sure


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Ha ha ha, forced. Ha ha!", "forced."),
        ("That is hahaha funny", "That is funny"),
        ("Ha, I knew it", "Ha, I knew it"),
        ("he has a hash", "he has a hash"),
        ("and he he said", "and he he said"),
    ],
)
def test_laughter_is_not_said(heard: str, said: str) -> None:
    assert join_words(believable([phrase(heard)])) == said
