"""How a speaker owns to not knowing something. `analysis.not_knowing` searches for it."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

DENYING: Final = word_set(
    """
    not never don't wouldn't won't shouldn't can't cannot couldn't didn't haven't hasn't doesn't isn't aren't wasn't
    weren't nobody none neither nor
    """
)

MYSELF: Final = word_set("i i'm i'd i've i'll we we'd we've me my")

STILL_MEANT: Final = word_set("only just")

NOT_KNOWING: Final = phrase_set(
    """
    no idea / no clue / not sure what / not sure how / not sure about / not familiar / don't remember /
    do not remember / can't remember / cannot remember / can't recall / don't recall / never heard / haven't heard /
    i forgot / i've forgotten / rather not
    """
)

KNOWING: Final = word_set(
    """
    know remember recall care say tell explain understand understood heard used tried worked done seen read looked
    learned learnt
    """
)
