"""The prompt that makes a recogniser write down hesitation, with the question's own terms in it. No engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable

HESITATION = "Um, uh, so, er, I mean, hmm, uh, like, um..."
MAX_TOKENS = 60  # long prompts lose whole sentences


def prompt_for(terms: Iterable[str], count_tokens: Callable[[str], int]) -> str:
    """The hesitation prompt with as many of `terms`, first ones first, as fit into MAX_TOKENS."""
    fitting: list[str] = []
    for term in dict.fromkeys(" ".join(term.split()) for term in terms):
        if term and count_tokens(_with_terms([*fitting, term])) <= MAX_TOKENS:
            fitting.append(term)
    return _with_terms(fitting)


def _with_terms(terms: list[str]) -> str:
    return f"{', '.join(terms)}. {HESITATION}" if terms else HESITATION
