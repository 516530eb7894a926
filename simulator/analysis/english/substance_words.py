"""Reasons, choices, amounts, and words that explain something. `substance` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

REASONS: Final = phrase_set(
    """
    because / since / so that / the reason / that's why / that is why / which means / that means / therefore / due to /
    thanks to / otherwise / in order to / depends on / as it / as they / as we / as i / as the / given that
    """
)

NAMING_A_CHOICE: Final = phrase_set(
    """
    i would use / i'd use / i would choose / i'd choose / i would take / i'd take / i would pick / i'd pick / i would go
    with / i'd go with / i would try / i'd try / i would start with / i'd start with / we used / we chose / i used / i
    chose / we decided / i decided / i would prefer / i'd prefer
    """
)

UNITS: Final = word_set(
    """
    percent percentage millisecond milliseconds ms second seconds minute minutes hour hours day days week weeks month
    months year years euro euros dollar dollars pound pounds row rows user users customer customers request requests
    image images picture pictures example examples record records document documents thousand million billion gigabyte
    gigabytes gb terabytes error errors complaints orders shops engineers patients tickets times failures
    """
)

AMOUNTS: Final = phrase_set(
    """
    half of / a half / by half / a quarter / 3 quarters / a third / 2 thirds / doubled / halved / twice as / twice
    the / tripled / a dozen / hundreds of / thousands of / a fifth / a tenth
    """
)

EXPLAINING: Final = word_set(
    """
    because since which means meaning so that's is are was were does do learns learn predicts predict lets let gives
    give takes take needs need handles handle if when where as than but whereas works worked fits fit helps help
    stores runs keeps reads turns makes splits
    """
)
