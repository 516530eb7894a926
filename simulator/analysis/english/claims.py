"""How sure somebody sounds: hedges, promises too great, open not-knowing. `content` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

HEDGES: Final = phrase_set(
    """
    i guess / maybe / probably / perhaps / i'm not sure but / i'm not really sure / not entirely sure / i
    suppose / or something / or whatever / more or less / somehow / kind of maybe / i don't really know
    """
)

OVERCLAIMS: Final = phrase_set(
    """
    i guarantee / i can guarantee / we guarantee / we can guarantee / guaranteed success / 100 percent accurate /
    hundred percent accurate / 100 percent accuracy / hundred percent accuracy / 100 percent correct / never makes
    mistakes / never makes a mistake / never wrong / always right / expert in everything / know everything about /
    0 errors / no errors at all / works perfectly every time / solves every problem / the best in the world
    """
)

ABSOLUTE_ENDS: Final = phrase_set("never fails / never fail / never failed / always works / always worked")
"""Overclaiming only of one's own work, and only where nothing follows: "never fails silently" is plain use."""

OWN_WORK: Final = word_set("it model models system pipeline code solution algorithm approach network service")

DENYING: Final = word_set(
    """
    no not never cannot nobody nothing without if whether unless can't don't won't wouldn't isn't aren't doesn't
    couldn't hardly claim claims claimed says said promise promises who which that
    """
)
"""A claim after one of these is denied, reported or asked about, not made."""

HONEST_NOT_KNOWING: Final = phrase_set(
    """
    i don't know / i do not know / i haven't used / i have not used / i haven't worked with / i have not worked
    with / i've never used / i have never used / i'm not familiar / i am not familiar / i don't remember
    """
)

FINDING_OUT: Final = phrase_set(
    """
    find out / look it up / look up / i would start / i'd start / i would check / i'd check / i would read / i'd
    read / i would look / i'd look / i would try / i'd try / i would test / i'd test / i would ask / i'd ask / i
    would reason / i'd reason / my guess would / i would measure / i'd measure
    """
)

QUOTING: Final = word_set(
    """
    word words comment comments wrote written said says saying slur slurs swear swearing profanity insult insults
    phrase phrases token tokens tweet tweets review reviews label labelled called post posts flagged message messages
    """
)

GOING_ON: Final = frozenset(["and", "so", "because", "since"])

BEFORE_NUMBERS: Final = frozenset(["maybe", "perhaps", "probably"])

HEDGING_A_POINT: Final = HEDGES + phrase_set(
    """
    i think / something about / something like / something with / has to do with / have to do with / somehow / hmm /
    i don't remember / i'm not sure / not quite sure / can't remember
    """
)
