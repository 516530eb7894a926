"""Numbers, units and formulas, as they are said; and words, which stay as they are."""

from __future__ import annotations

import subprocess

import pytest

from question_bank.bank import Bank
from simulator.voice.formulas import say_formulas
from simulator.voice.spoken_text import spoken_text

SAID = {
    "L1": "L one",
    "L2 norm": "L two norm",
    "F1-score": "F one score",
    "L1.5": "L1.5",
    "O(n log n)": "O of n log n",
    "O(n²)": "O of n squared",
    "O(2^n)": "O of 2 to the n",
    "O(1)": "O of 1",
    "x²": "x squared",
    "R²": "R squared",
    "x³ + yⁿ": "x cubed plus y to the n",
    "x**2": "x squared",
    "10⁻³": "10 to the minus 3",
    "10^-3": "10 to the minus 3",
    "A⁻¹": "A inverse",
    "XᵀX": "X transposeX",
    "1e-3": "1 e minus 3",
    "2.5E4": "2.5 e 4",
    "p < 0.05": "p less than 0.05",
    "p<0.05": "p less than 0.05",
    "p ≥ 0.9": "p  greater than or equal to  0.9",
    "95 %": "95 percent",
    "95%": "95 percent",
    "7 % 3": "7 mod 3",
    "n×m": "n by m",
    "3x3": "3 by 3",
    "3×3×64": "3 by 3 by 64",
    "2 × 3": "2 times 3",
    "10x": "10 times",
    "α": " alpha ",
    "βx₁": " beta x 1",
    "λ": " lambda ",
    "P(A|B)": "P of A given B",
    "E[X]": "E of X",
    "f(x) = 2": "f of x equals 2",
    "k=5": "k equals 5",
    "x == y": "x  double equals  y",
    "n-1": "n minus 1",
    "-1": "minus 1",
    "5 GB": "5 gigabytes",
    "1 MB": "1 megabyte",
    "10 ms": "10 milliseconds",
    "500 req/s": "500 req per second",
    "1/n": "1 over n",
    "2/3": " two thirds ",
    "80/20": "80 20",
    "3/5": "3 over 5",
    "input/output": "input output",
    "10–20": "10 to 20",
    "GPT-4": "GPT 4",
    "3-fold": "3-fold",
    "precision@k": "precision at k",
    "Q&A": "Q and A",
    "df.groupby()": "df dot groupby",
    "fp16": "F-P 16",
}


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_formulas(written: str, said: str) -> None:
    assert say_formulas(written) == said


@pytest.mark.parametrize(
    "text",
    [
        "Well-known, of course: a bias–variance trade-off - or not?",
        "List<int>, <b>bold</b>, the question(s), U.S. data, i.i.d.",
        "Σωκράτης said so. A+ is a grade, and 1990s fashion is back.",
        "Is it 0.9 or 10,000? At 9 a.m.",
    ],
)
def test_words_stay_as_they_are(text: str) -> None:
    assert say_formulas(text) == text


def test_no_sign_of_a_formula_is_left_in_what_the_bank_reads_aloud() -> None:
    asked = [text for each in Bank.load().questions for text in (each.text, *(one.text for one in each.follow_ups))]
    odd = [text for text in asked if set(spoken_text(text)) & set("²³⁻×<>=^|%/@#&_`*{}[]→≤≥≈")]
    assert odd == []


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("What is the F1-score?", "What is the F one score?"),
        ("Is O(n log n) better than O(n²)?", "Is O of n log n better than O of n squared?"),
        ("When is p < 0.05?", "When is p less than zero point zero five?"),
        ("A rate of 10⁻³, or 95 %", "A rate of ten to the minus three, or ninety five percent"),
        ("Draw the ROC curve", "Draw the rock curve"),
    ],
)
def test_a_voice_says_both_alike(written: str, same_as: str) -> None:
    """What espeak-ng makes of a text: the phonemes of ours are those of the sentence as one would say it."""
    assert _phonemes(spoken_text(written)) == _phonemes(same_as)


def _phonemes(text: str) -> str:
    done = subprocess.run(
        ["espeak-ng", "-q", "-x", "-v", "en-gb", "--", text], capture_output=True, text=True, check=True, timeout=20
    )
    return "".join(sound for sound in done.stdout if sound not in "_:-,'" and not sound.isspace())  # without stress
