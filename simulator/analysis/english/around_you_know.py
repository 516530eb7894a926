"""Words around "you know" and "I mean" that tell whether they are meant. `fillers.you_know` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import word_set

KNOWING_BEFORE: Final = word_set(
    """
    do did does would could can will what whatever everything all anything than unless whether should might may
    must already now as once don't things thing ones far
    """
)

CONDITION_BEFORE: Final = word_set(
    """
    if when how that because since where until before after assuming suppose then and so but
    """
)

KNOWN: Final = word_set("the what how which whether why where exactly about nothing everything your this")

CLAUSE_KNOWN: Final = word_set(
    """
    are what how which whether why where exactly nothing everything beforehand
    """
)

KNOWN_THINGS: Final = word_set(
    """
    label labels answer answers truth ground class classes data distribution value values target targets outcome
    outcomes output outputs input inputs size length difference number mean true right correct state rules model
    parameters structure domain problem reason result results population variance probability order shape true
    exact real theory basics details users user customer business cause probabilities likelihood prior posterior
    gradient derivative function constraints requirements future past
    """
)

CANNOT_LEAD_TO_YOU: Final = word_set(
    """
    the a an to of with for we they it i is was are were be just on in at very more my our their his her really
    by from had has have into or it's
    """
)

MEANING_BEFORE: Final = word_set("what which that's how do did who as by if when where")

MEANT_AFTER: Final = word_set("by squared absolute precision")
