"""The prompt: hesitation always, the question's terms as far as the budget goes."""

from __future__ import annotations

from recordings.transcription.verbatim_prompt import HESITATION, MAX_TOKENS, prompt_for


def count_words(text: str) -> int:
    return len(text.split())


def test_without_terms_it_is_hesitation_alone() -> None:
    assert prompt_for((), count_words) == HESITATION


def test_terms_come_before_the_hesitation_once_each() -> None:
    prompt = prompt_for(("random  forest", "bagging", "random forest"), count_words)
    assert prompt == f"random forest, bagging. {HESITATION}"


def test_terms_beyond_the_budget_are_left_out() -> None:
    prompt = prompt_for([f"term{number}" for number in range(500)], count_words)
    assert count_words(prompt) <= MAX_TOKENS
    assert prompt.startswith("term0, term1")
    assert prompt.endswith(HESITATION)
