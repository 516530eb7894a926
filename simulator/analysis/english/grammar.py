"""The small words of English by their part in a sentence: pronouns, determiners, prepositions, what joins clauses."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import word_set

FUNCTION_WORDS: Final = word_set(
    """
    a an the this that these those it its it's i i'm i've i'd i'll me my mine we we're we've our us you you're
    your he she they them their he's she's they're there there's here is am are was were be been being do does
    did doing done have has had having will would shall should can could may might must of to in on at by for
    from with about into over under between through during and or but so because if then than as while when
    where which who whom whose what how why not no nor yes yeah okay ok well just also too very really quite
    only even still again already up down out off all any each every some such same other another more most less
    least much many few lot lots bit get gets got go goes going goes went come comes came make makes made take
    takes say says said thing things something anything everything way ways let lets let's don't doesn't didn't
    isn't aren't wasn't can't won't wouldn't couldn't that's what's um uh er erm hmm mm ah eh like know mean
    sort kind basically actually literally right gonna want wanted guess think thought maybe probably stuff
    really one two 1 2 s t re ve ll d m look looks see need needs use used using good
    """
)
"""Words too common to show what a sentence is about."""

CLAUSE_STARTS: Final = word_set(
    """
    and but because so or which although though while whereas if when then since unless until therefore however
    where who that after before as
    """
)
"""A pause before one of these stands between clauses."""

SUBJECTS: Final = word_set(
    """
    i we they he she it you i'm i've i'd we're we've they're they've he's she's it's there's that's
    """
)

COPULAS: Final = word_set(
    """
    is was are were be been it's that's he's she's they're we're i'm there's isn't wasn't aren't
    """
)

DETERMINERS: Final = word_set("a an the this my your our their his her its some any every each that these those")

PREPOSITIONS: Final = word_set(
    """
    in on at out from for with by about of into over through during until off down up under around to
    """
)

CONNECTORS: Final = frozenset({"and", "so", "but", "then", "because", "which", "cause", "plus"})
"""What holds long sentences together, one clause after another."""

OF_I: Final = frozenset(["i", "i'm", "i've", "i'd", "i'll", "my", "mine", "myself"])

OF_WE: Final = frozenset(["we", "we're", "we've", "we'd", "we'll", "our", "ours", "us"])

MY_OR_OUR: Final = frozenset(["my", "our"])
