"""Words around a mistake that show that it is not claimed. `key_points.red_flags` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

# Before the cue, in its sentence: others say it, it hangs on something, it was so once, or it is avoided.
NOT_CLAIMED: Final = word_set(
    """
    if unless suppose imagine whether why how when whenever where for under given assuming provided ideally strictly
    people everybody everyone others somebody someone colleague colleagues many beginners juniors manager boss once
    initially originally formerly might may can could tempting temptation tempted naive naively obvious obviously
    hear heard read claim claims claimed believe believes believed assume assumes assumed thought seem seems sounds
    looks avoid avoids stop hardly rarely seldom barely instead rather lest prevent prevents against says said saying
    say conclude concludes unlike compared than versus theory question with using only partly below above between minus
    """
)

CLAIMED_ALL_THE_SAME: Final = phrase_set(
    """
    i believe / we believe / i'd say / i would say / i say / i'd assume / i would assume / that's why / this is why /
    that is why / i read somewhere / once again / as i said / like i said
    """
)

# In its sentence or in the two beside it: the speaker knows that it is a mistake, or takes it back.
DISSENT: Final = phrase_set(
    """
    wrong / mistake / mistaken / mistakes / misleading / mislead / misleads / untrue / myth / misconception /
    misconceptions / misunderstanding / misunderstood / trap / traps / pitfall / pitfalls / fallacy / incorrect /
    nonsense / confuse / confuses / dangerous / risky / leak / leaks / leakage / cheating / sorry / correction /
    oversimplified / simplistic / shouldn't / mustn't / should not / must not / is false / that's false / not true /
    not right / not so / not quite / not always / not necessarily / not enough / no good / scratch that / no wait /
    wait no / actually no / of course not / on the contrary / the opposite / red flag / too simple / doesn't hold /
    does not hold / doesn't follow / does not follow / just kidding / i used to / used to think / used to believe /
    that's bad / is bad / would be bad / rookie / at your peril / bad idea / bad practice / fails / fail / too slow /
    too expensive / too much / one would think / you'd think / you would think / as a baseline / not safe /
    cannot be trusted / can't be trusted / worse than
    """
)

# After the cue, in its sentence: it is bounded, or mended.
BOUNDED: Final = phrase_set(
    """
    if / unless / when / where / except / provided / until / however / sometimes / often / usually / though /
    although / but / or / for / only / within / per / i mean
    """
)

BOUNDING: Final = frozenset(words[0] for words in BOUNDED if len(words) == 1)

# A sentence that begins so speaks of one case: "In a hospital, recall …".
OF_ONE_CASE: Final = word_set("in on at inside among during")

# Directly after the cue it holds in part, or is not all: "The colleague is right that …", "… helps against variance".
IN_PART: Final = word_set("that about with against plus minus times")

# How the next sentence begins that takes it back.
BACK: Final = word_set("no but however except though well actually wait")
