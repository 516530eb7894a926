from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.voice.spoken_text import MAX_CHARACTERS, spoken_text


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Why is the AUC 0.9?", "Why is the A-U-C 0.9?"),
        ("Compare AUCs, SLAs and the MAE.", "Compare A-U-C's, S-L-A's and the M-A-E."),
        ("precision vs recall, SQL vs. NoSQL", "precision versus recall, SQL versus no S-Q-L"),
        ("Regularise, e.g. with L2, i.e. ridge.", "Regularise, for example with L two, that is ridge."),
        ("Design an A/B test in CI/CD.", "Design an A-B test in C-I, C-D."),
        ("An A/A test comes first.", "An A-A test comes first."),
        ("What does `train_test_split` do?", "What does train test split do?"),
        ("Is it *really* **overfitting**, or _noise_?", "Is it really overfitting, or noise?"),
        ("What is 2 * 3?", "What is 2 times 3?"),
        ("one\n  two\tthree\r\n", "one two three"),
        ("left\u202eright\x00\ud800", "left right"),
    ],
)
def test_how_it_is_said(written: str, spoken: str) -> None:
    assert spoken_text(written) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "MAPPING the EMAIL",
        "Robotics, nerves and maple",
        "canvas",
        "Systems of APIs",
        "roc",
        "P-value, e-mail (or post)",
    ],
)
def test_letters_within_words_are_left_alone(text: str) -> None:
    assert spoken_text(text) == text


@pytest.mark.parametrize("text", ["", "  \n", "…?!", "\x00\x01", "**"])
def test_nothing_to_say(text: str) -> None:
    assert spoken_text(text) == ""


def test_a_long_text_ends_with_a_sentence() -> None:
    sentence = "This is a sentence. "
    spoken = spoken_text(sentence * 1000)
    assert MAX_CHARACTERS - len(sentence) <= len(spoken) <= MAX_CHARACTERS
    assert spoken.endswith("sentence.")


def test_a_long_sentence_ends_with_a_word() -> None:
    spoken = spoken_text("word " * 10_000)
    assert MAX_CHARACTERS - 5 <= len(spoken) <= MAX_CHARACTERS
    assert spoken.endswith("word")


OWN = (("ROI", "R O I"), ("sql", "sequel"), ("ReLU", "ReLU"), ("data", "dah-ta"), ("x²", "ex two"))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("SQL and sql, not NoSQL", "sequel and sequel, not no S-Q-L"),
        ("The ROI of an roi", "The R O I of an roi"),
        ("Why ReLU?", "Why ReLU?"),
        ("Is x² data, or metadata?", "Is ex two dah-ta, or metadata?"),
    ],
)
def test_the_users_own_words_come_before_every_rule(written: str, spoken: str) -> None:
    assert spoken_text(written, OWN) == spoken


def test_an_own_word_without_letters_changes_nothing() -> None:
    assert spoken_text("Why?", (("", "x"), ("Why", "w\ue000\x00hy"))) == "w hy?"


@given(st.text(max_size=100), st.lists(st.tuples(st.text(max_size=5), st.text(max_size=9)), max_size=4))
def test_any_list_of_own_words_can_be_spoken(text: str, words: list[tuple[str, str]]) -> None:
    spoken = spoken_text(text, tuple(words))
    assert spoken.isprintable()
    spoken.encode()


@given(st.text(max_size=200) | st.text(alphabet="AUCe.g /vs*_`'s\n\ud800", max_size=200))
def test_any_text_can_be_sent_to_a_voice(text: str) -> None:
    spoken = spoken_text(text)
    assert len(spoken) <= MAX_CHARACTERS
    assert spoken.isprintable()
    assert spoken == " ".join(spoken.split())
    spoken.encode()
