"""Words find what holds them; no text typed into a search box is ever an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.store.store import Store
from tests.simulator.store.builders import a_question, a_report, a_transcript, add_judged, add_session


@pytest.fixture
def searched(store: Store) -> Store:
    session = add_session(store)
    answer = add_judged(store, session, a_report(a_transcript("L1 penalises large weights and naïve models")))
    store.set_note(answer, "mention shrinkage")
    add_judged(
        store, add_session(store), a_report(a_transcript("a convolution slides")), a_question("cnn", "Why CNNs?")
    )
    return store


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("penalise", [1]),
        ("PENALISING weights", [1]),
        ("naive", [1]),
        ("shrink", [1]),
        ("dropout", [1]),
        ("convol", [2]),
        ("penalise convolution", []),
        ("CNNs?", [2]),
        ('"', []),
        ("NEAR(", []),
        ("weights OR convolution", []),
        ("transcript_text:weights", []),
    ],
)
def test_sessions_are_found_by_words_question_and_note(searched: Store, text: str, found: list[int]) -> None:
    assert [summary.id for summary in searched.sessions(search=text)] == found


def test_blank_search_is_no_search(searched: Store) -> None:
    assert len(searched.sessions(search="  ")) == 2
    assert searched.search_answers("  ") == ()


def test_search_is_paged_like_the_list(store: Store) -> None:
    ids = [add_session(store) for _ in range(3)]
    for session in ids:
        add_judged(store, session, a_report(a_transcript("gradient descent")))
    first = store.sessions(limit=2, search="gradient")
    assert [summary.id for summary in store.sessions(limit=2, before=first[-1].id, search="gradient")] == ids[:1]


def test_a_match_shows_its_place(searched: Store) -> None:
    (match,) = searched.search_answers("weights")
    assert "large weights" in match.excerpt
    assert match.question_text == "What does dropout do?"


@pytest.fixture(scope="module")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A library that outlives the examples of one test."""
    opened = Store.open(tmp_path_factory.mktemp("search") / "library.db")
    yield opened
    opened.close()


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.text(alphabet='"*()^:-+ANDORNEAR ab\0', max_size=20)))
def test_any_text_can_be_searched_for(one_for_all: Store, text: str) -> None:
    one_for_all.sessions(search=text)
    one_for_all.search_answers(text)
