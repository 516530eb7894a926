from __future__ import annotations

import pytest

from simulator.analysis.substance import amounts, bare_terms, choices, reasons
from tests.simulator.analysis.content_sentences import (
    BARE,
    COUNTED,
    EXPLAINED,
    REASONED,
    UNCOUNTED,
    UNREASONED,
    sentences,
)
from tests.simulator.analysis.speaking import heard


@pytest.mark.parametrize("text", sentences(REASONED))
def test_reasons(text: str) -> None:
    assert reasons(heard(text))


@pytest.mark.parametrize("text", sentences(UNREASONED))
def test_no_reason(text: str) -> None:
    assert not reasons(heard(text))


@pytest.mark.parametrize("text", sentences(COUNTED))
def test_amounts(text: str) -> None:
    assert amounts(heard(text))


@pytest.mark.parametrize("text", sentences(UNCOUNTED))
def test_no_amount(text: str) -> None:
    assert not amounts(heard(text))


@pytest.mark.parametrize("text", sentences(BARE))
def test_terms_with_nothing_after_them(text: str) -> None:
    assert len(bare_terms(heard(text))) >= 4


@pytest.mark.parametrize("text", sentences(EXPLAINED))
def test_terms_that_are_used(text: str) -> None:
    assert not bare_terms(heard(text))


def test_terms_the_question_asks_for_are_not_bare() -> None:
    known = {("arima",), ("prophet",)}
    assert not bare_terms(heard("You could use ARIMA, or Prophet, or an LSTM, or a transformer."), known)


def test_choices_are_named() -> None:
    assert [mention.text for mention in choices(heard("First I would use a tree, then I'd try a forest."))] == [
        "i would use",
        "i'd try",
    ]
