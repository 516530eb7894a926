"""Ids made of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from question_bank.exchange.naming import free_id, made_id, slug
from question_bank.pack_format import is_id


def test_a_slug_is_the_words_in_plain_letters() -> None:
    assert slug("What is a Médian, and what isn't?") == "what-is-a-median-and-what-isnt"
    assert slug("漢字") == ""
    assert slug("one two three", 9) == "one-two"
    assert slug("onetwothree", 4) == "onet"


@given(st.text(max_size=200))
def test_every_text_has_an_id_and_always_the_same(text: str) -> None:
    assert is_id(made_id(text))
    assert is_id(made_id(text, "a-pack"))
    assert made_id(text) == made_id(text)


def test_long_texts_that_begin_alike_have_ids_of_their_own() -> None:
    start = "A question that goes on and on for a very long while before "
    assert made_id(start + "this") != made_id(start + "that")
    assert made_id("漢") != made_id("字")


def test_an_id_that_another_has_gets_a_number_behind_it() -> None:
    taken = {"why"}
    assert [free_id("why", taken) for _ in range(3)] == ["why-2", "why-3", "why-4"]
    assert free_id("how", taken) == "how"
    assert taken == {"why", "why-2", "why-3", "why-4", "how"}
