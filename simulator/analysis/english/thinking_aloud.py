"""How a thought is spoken: reasons, assumptions, alternatives, conclusions. `think_aloud` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set

REASONING: Final = phrase_set(
    """
    because / since we / trade off / tradeoff / trade offs / tradeoffs / i assume / i'm assuming / assuming /
    assumption / therefore / the reason / which means / that means / so that / on the other hand / alternatively
    / instead / compared to / the downside / the advantage / the drawback / depends on / first / if we / let me
    check / let me think
    """
)

ASSUMPTIONS: Final = phrase_set(
    """
    i assume / i'm assuming / i am assuming / assuming / let's assume / let me assume / my assumption / suppose
    / let's say / i would clarify / i'd clarify / i would ask / i'd ask
    """
)

ALTERNATIVES: Final = phrase_set(
    """
    alternatively / another option / another way / another approach / the alternative / on the other hand /
    instead of / we could also / i could also / or we could / versus / compared to / trade off / trade offs /
    the other option / one option
    """
)

CONCLUSIONS: Final = phrase_set(
    """
    in conclusion / to conclude / in short / in summary / to summarise / to summarize / to sum up / overall / so
    overall / therefore / that is why / that's why / so i would / so i'd / i would choose / i'd choose / i would
    pick / i'd pick / i would go with / i'd go with / i would start with / so the answer / my answer / in the
    end / finally / bottom line / the result was / the outcome was / as a result / so my choice / i recommend /
    i would recommend / i'd recommend
    """
)
