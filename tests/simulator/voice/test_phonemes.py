"""Terms in sounds: what hibari would get wrong is given to it so that it says it right."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from question_bank.bank import Bank
from simulator.voice.phonemes import MISAKI, SOUNDS, spelled
from simulator.voice.pronunciation import Pronunciation
from simulator.voice.spoken_text import MAX_CHARACTERS, spoken_text


def said(text: str) -> str:
    return spoken_text(text, pronunciation=MISAKI)


@pytest.mark.parametrize(
    ("written", "sounds"),
    [
        ("What is BERT?", "What is BERT?"),
        ("Is GELU odd?", "Is [GELU](/ʤˈɛlu/) odd?"),
        ("GANs, UMAP's map", "[GAN](/ɡˈænz/), [UMAP](/jˈu mˌæps/) map"),
        ("RoIs on an MAE", "[RoI](/ˌɑɹˌOˈIz/) on an [MAE](/ˌɛmˌAˈi/)"),
        ("a JAX-like t-SNE-map", "a [JAX](/ʤˈæks/) like [t-SNE](/tˌi snˈi/) map"),
        ("GAN, not GANTRY nor ORGAN", "[GAN](/ɡˈæn/), not GANTRY nor ORGAN"),
        ("An A/B test, e.g. in C++", "An A-B test, for example in C plus plus"),
        ("P(A|B) of O(n²)", "P of [A](/ˈA/) given B of O of n squared"),
        ("A plan A. Is E[X] = a?", "A plan [A](/ˈA/). Is E of X equals [a](/ˈA/)?"),
    ],
)
def test_terms_are_given_in_sounds_and_the_rest_stays(written: str, sounds: str) -> None:
    assert said(written) == sounds


def test_what_looks_like_sounds_in_somebodys_text_is_plain_text() -> None:
    assert "](/" not in said("See [the docs](/usr/share/doc) first")
    assert said("Why [GAN](/x/)?") == "Why [[GAN](/ɡˈæn/)] (/x/)?"


def test_the_users_own_words_come_before_the_sounds() -> None:
    assert spoken_text("Why GELU?", (("GELU", "gee loo"),), MISAKI) == "Why gee loo?"


def test_letters_are_said_one_by_one() -> None:
    assert spelled("AUC") == "ˌAjˌusˈi"
    assert spelled("wer") == "dˌʌbᵊljuˌiˈɑɹ"


def test_a_plural_ends_as_one_says_it() -> None:
    plurals = Pronunciation({}, {"Map": "mˈæp", "Loss": "lˈɔs", "Tree": "tɹˈi"})
    assert plurals.sound_out("Maps Losss Tree's") == "[Map](/mˈæps/) [Loss](/lˈɔsᵻz/) [Tree](/tɹˈiz/)"


def test_every_sound_is_one_that_the_voice_knows() -> None:
    package = importlib.util.find_spec("hibari")
    assert package is not None
    assert package.origin is not None
    known = json.loads((Path(package.origin).parent / "assets" / "vocab.json").read_text(encoding="utf-8"))
    assert {term: sounds for term, sounds in SOUNDS.items() if set(sounds) - set(known)} == {}
    assert [term for term, sounds in SOUNDS.items() if "ˈ" not in sounds] == []


def test_the_whole_bank_can_be_given_in_sounds() -> None:
    asked = [text for each in Bank.load().questions for text in (each.text, each.model_answer)]
    plain = [re.sub(r"\[([^\]]+)\]\(/[^/]+/\)", r"\1", said(text)) for text in asked]
    assert [text for text in plain if set(text) & set("[]/²³⁻×<>=^|%@#_`*{}→≤≥≈")] == []
    assert all(len(said(text)) <= MAX_CHARACTERS for text in asked)
