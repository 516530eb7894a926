"""The field's terms in British sounds: nothing American is left in them, and ordinary words agree with the lexicon."""

from __future__ import annotations

import pytest

from simulator.voice.british_sounds import british, with_british_sounds
from simulator.voice.phonemes import SOUNDS

# From misaki's two lexicons.
WORDS = [
    ("lˈɑt", "lˈɒt"), ("ɹˈɑk", "ɹˈɒk"), ("spˈɑ", "spˈɑː"), ("lˈɑmə", "lˈɑːmə"), ("zˈɪɹO", "zˈɪəɹQ"), ("nˌɪɹ", "nˌɪə"),
    ("kˈɑɹ", "kˈɑː"), ("hˈɜɹt", "hˈɜːt"), ("lˈɛɾəɹ", "lˈɛtə"), ("hˈæpi", "hˈapi"), ("bˈut", "bˈuːt"), ("bˈɔt", "bˈɔːt"),
    ("kˈɔɹ", "kˈɔː"), ("nˈɜɹs", "nˈɜːs"), ("sˈɪɾi", "sˈɪti"), ("kˈæt", "kˈat"),
]  # fmt: skip


@pytest.mark.parametrize(("american", "said"), WORDS)
def test_words_are_said_as_the_lexicon_has_them(american: str, said: str) -> None:
    assert british(american) == said


@pytest.mark.parametrize("term", SOUNDS)
def test_no_term_keeps_a_letter_that_the_voice_does_not_know(term: str) -> None:
    assert not set(british(SOUNDS[term])) & set("TOæɾᵻʔ")


def test_an_r_is_said_before_a_vowel_only() -> None:
    assert british(SOUNDS["PyTorch"]) == "pˈI tˌɔːʧ"
    assert british(SOUNDS["LoRA"]) == "lˈɔːɹə"
    assert british(SOUNDS["Redis"]) == "ɹˈɛdɪs"
    assert british(SOUNDS["AdaGrad"]) == "ˈAdəɡɹˌad"


def test_only_sounds_are_changed() -> None:
    assert with_british_sounds("Of T or O, [ROC](/ɹˈɑk/) (or AP)?") == "Of T or O, [ROC](/ɹˈɒk/) (or AP)?"
