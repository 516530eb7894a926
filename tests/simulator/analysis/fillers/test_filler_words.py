from __future__ import annotations

import pytest

from simulator.analysis.fillers.counting import find_fillers
from simulator.analysis.fillers.filler_words import filler_words
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.speaking import heard
from tests.simulator.analysis.trap_sentences import NO_FILLER, WITH_FILLERS


def _unpunctuated(sentence: str) -> str:
    return " ".join(sentence.lower().translate(str.maketrans("", "", ",.?!")).split())


def test_there_are_traps_enough() -> None:
    assert len(set(NO_FILLER)) >= 60


@pytest.mark.parametrize("sentence", NO_FILLER)
def test_no_flag_on_a_trap(sentence: str) -> None:
    assert not find_fillers(Utterance.typed(sentence))
    assert not find_fillers(heard(sentence))


@pytest.mark.parametrize("sentence", NO_FILLER)
def test_no_flag_on_a_trap_without_punctuation(sentence: str) -> None:
    assert not find_fillers(Utterance.typed(_unpunctuated(sentence)))


@pytest.mark.parametrize(("sentence", "fillers"), WITH_FILLERS)
def test_fillers_are_found(sentence: str, fillers: tuple[str, ...]) -> None:
    found = find_fillers(Utterance.typed(sentence))
    assert tuple(filler.text.lower() for filler in found) == fillers


def test_a_filler_points_to_its_words() -> None:
    (found,) = filler_words(heard("We tried, you know, a few."))
    assert (found.word_index, found.word_count) == (2, 2)
    assert found.start_s == pytest.approx(0.8)


def test_a_sound_inside_a_phrase_is_seen_through() -> None:
    (found,) = filler_words(heard("we tried you um know a few"))
    assert (found.text, found.word_index, found.word_count) == ("you know", 2, 3)


def test_a_hesitation_before_a_name_does_not_make_like_a_filler() -> None:
    assert not filler_words(heard("Frameworks like [0.8] PyTorch help."))


def test_an_adverb_said_three_times_is_a_habit() -> None:
    text = "It basically learns. It basically stops. It basically fails."
    assert len(filler_words(heard(text))) == 3
    assert not filler_words(heard("It basically learns. Then it stops."))
