"""The figures in the answers about modern networks and serving, computed again."""

from __future__ import annotations

import math

import pytest

from question_bank.bank import Bank

GIGA = 1e9
BILLION = 1e9
BANK = Bank.load()


def said(question: str, *words: str) -> bool:
    """Whether the model answer says all of this."""
    answer = " ".join(BANK.get(question).model_answer.split())
    return all(word in answer for word in words)


def cache_bytes(layers: int, heads: int, width: int = 128, bytes_each: int = 2) -> int:
    """Keys and values of one token."""
    return 2 * layers * heads * width * bytes_each


def tokens_per_pass(accepted: float, drafted: int) -> float:
    """What one pass of the large model yields on average: the drafted tokens up to the first refusal, and one more."""
    return sum(accepted**position for position in range(drafted + 1))


def false_alarms(true_cases: int, people: int = 1000, precision: float = 0.8, recall: float = 0.6) -> float:
    """Share of the innocent who are flagged."""
    found = true_cases * recall
    return found * (1 - precision) / precision / (people - true_cases)


def test_a_card_of_one_s_own() -> None:
    question = "prod.llm-serving.cost-per-token"
    weights_s = 70 / 4000
    assert round(1 / weights_s) == 57
    cache_gb = 60 * 2000 * cache_bytes(layers=80, heads=8) / GIGA
    assert cache_gb == pytest.approx(40, abs=1)
    step_s = (70 + 40) / 4000
    per_hour = 60 / step_s * 3600
    assert (step_s, 60 / step_s, per_hour) == pytest.approx((0.0275, 2200, 8e6), rel=0.02)
    price = 4 / (per_hour / 1e6)
    assert (round(price, 2), round(price / 0.4, 2)) == (0.51, 1.27)
    assert math.ceil(100e6 / per_hour) == 13
    assert pytest.approx(2900, rel=0.01) == 720 * 4
    assert pytest.approx(1.5, rel=0.05) == 720 * 4 / 2 / 1000
    assert said(question, "fifty-seven tokens", "forty gigabytes", "twenty-seven and a half", "fifty-one cents")
    assert said(question, "dollar twenty-seven", "thirteen hours", "one and a half billion")


def test_drafted_tokens() -> None:
    assert tokens_per_pass(0.8, 4) == pytest.approx(3.36, abs=0.01)
    assert tokens_per_pass(0.5, 4) == pytest.approx(1.94, abs=0.01)
    assert said("prod.llm-serving.speculative-decoding", "three point four tokens", "one point nine")


def test_weights_of_four_bits() -> None:
    assert [70 * bits / 8 for bits in (16, 8, 4)] == [140, 70, 35]
    assert said("prod.llm-serving.four-bits", "a hundred and forty gigabytes", "thirty-five gigabytes")


def test_the_cache_of_one_token() -> None:
    full, grouped = cache_bytes(32, 32), cache_bytes(32, 8)
    assert (full, grouped) == (2**19, 128 * 1024)
    assert 100_000 * full > 50 * GIGA
    latent = 512 + 64
    assert (latent, round(2 * 128 * 128 / latent)) == (576, 57)
    assert said(
        "dl.modern-architecture.smaller-cache", "half a megabyte", "five hundred and seventy-six", "fifty-seven"
    )


def test_the_budget_of_a_training() -> None:
    parameters = math.sqrt(1e22 / (6 * 20))
    assert parameters / BILLION == pytest.approx(9, abs=0.5)
    assert 20 * parameters / BILLION == pytest.approx(180, abs=5)
    assert pytest.approx(2000, rel=0.1) == 15_000 / 8
    assert said("dl.modern-architecture.scaling-laws", "about nine billion", "hundred and eighty billion")


def test_false_alarms_in_two_groups() -> None:
    assert false_alarms(500) == pytest.approx(0.15)
    assert false_alarms(200) == pytest.approx(0.0375)
    assert said("prod.safety-governance.fairness-criteria", "fifteen per cent", "under four per cent")


def test_the_parts_of_a_refusal() -> None:
    assert 12 + 9 + 12 - 3 == 30
    assert said("prod.safety-governance.shap-values", "twelve per cent", "is at thirty", "plus nine", "minus three")


def test_the_tokens_of_a_picture() -> None:
    assert (224 // 16) ** 2 == 196
    assert said("cv.vision-language.pictures-as-tokens", "fourteen by fourteen", "196")
