from __future__ import annotations

import pytest

from simulator.analysis.fillers.filler_words import filler_words
from simulator.analysis.fillers.like import like_probability
from simulator.analysis.fillers.like_signs import signs_around
from simulator.analysis.fillers.neighbours import Context
from simulator.analysis.utterance import Utterance


def _first_like(sentence: str) -> tuple[Context, int]:
    context = Context(Utterance.typed(sentence))
    return context, context.texts.index("like")


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("like i said it depends", "as said"),
        ("and like i never saw it", "opens a clause"),
        ("it was like on the second floor", "is a quality"),
        ("it looks just like a tree", "seems"),
        ("we compare like for like", "like for like"),
        ("we like ran it again", "does"),
        ("we like it here", "likes"),
        ("it was used like a hammer", "other"),
        ("we used like a hammer", "has"),
        ("until like last year", "ungoverned"),
        ("they gave us like a list", "is given"),
        ("the problem is like nobody reads it", "is announced"),
        ("we're like we were", "begun again"),
        ("It was, like, slow.", "between marks"),
        ("and uh like what", "sound before"),
    ],
)
def test_what_stands_around(sentence: str, sign: str) -> None:
    assert sign in signs_around(*_first_like(sentence))


def test_a_probability_is_between_0_and_1() -> None:
    assert 0.5 < like_probability(*_first_like("and then like we lost it")) < 1
    assert 0 < like_probability(*_first_like("something like that")) < 0.1


def test_what_is_flagged_is_more_likely_a_filler_than_not() -> None:
    (found,) = filler_words(Utterance.typed("and like we never saw the numbers"))
    assert 0.5 <= found.confidence < 1
