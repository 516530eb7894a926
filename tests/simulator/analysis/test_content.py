from __future__ import annotations

import pytest

from simulator.analysis.content import count_ownership, hedges, remarks
from tests.simulator.analysis.content_sentences import DESERVED, TRAPS, sentences
from tests.simulator.analysis.speaking import heard


def _pairs(blocks: dict[str, str]) -> list[tuple[str, str]]:
    return [(kind, text) for kind, block in blocks.items() for text in sentences(block)]


@pytest.mark.parametrize(("kind", "text"), _pairs(dict(DESERVED)))
def test_a_deserved_remark_rests_on_its_words(kind: str, text: str) -> None:
    found = [remark for remark in remarks(heard(text)) if remark.kind == kind]
    assert found
    assert all(0 <= remark.first <= remark.last < len(text.split()) for remark in found)


@pytest.mark.parametrize(("kind", "text"), _pairs(dict(TRAPS)))
def test_a_trap_is_left_alone(kind: str, text: str) -> None:
    assert kind not in {remark.kind for remark in remarks(heard(text))}


@pytest.mark.parametrize("kind", DESERVED)
def test_there_are_ten_of_each(kind: str) -> None:
    assert min(len(sentences(DESERVED[kind])), len(sentences(TRAPS[kind]))) >= 10


def test_ownership_counts_i_and_we() -> None:
    ownership = count_ownership(heard("I built it, we shipped it, and my team's tests, I'm sure, are ours"))
    assert (ownership.i_count, ownership.we_count) == (3, 2)


def test_the_hedges_alone_are_those_among_all_remarks() -> None:
    text = "I guess it never fails, and maybe two hundred rows are enough, I guess, because nothing can go wrong."
    assert hedges(heard(text)) == tuple(remark for remark in remarks(heard(text)) if remark.kind == "hedge")
    assert [hedge.text for hedge in hedges(heard(text))] == ["I guess", "I guess"]
