"""Words around "like" that tell whether it compares, means liking, or fills. `fillers.like` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.grammar import PREPOSITIONS, SUBJECTS
from simulator.analysis.english.word_lists import word_set

LIKING: Final = word_set(
    """
    i you we they who i'd we'd you'd they'd he'd she'd would wouldn't don't do didn't did doesn't does really
    might may will people always still sure most would've never
    """
)

COMPARING: Final = word_set(
    """
    look looks looked looking sound sounds sounded seem seems seemed feel feels felt something anything nothing
    things thing stuff just more exactly much act acts behave behaves work works worked treat treats taste smell
    somebody someone people models problems metrics tools libraries way ones lot it quite almost rather not one
    what's
    """
)

SAYING: Final = word_set("said say says mentioned discussed talked described saw did told explained noted wrote see")

SPEAKERS: Final = word_set("i i'm i've we we're they they're he he's she she's there's")

LOOSE_ADVERBS: Final = word_set("basically actually sometimes maybe literally probably")

CLAUSE_OPENERS: Final = SUBJECTS | word_set(
    """
    if when sometimes maybe my people there basically everybody nobody someone anyone
    """
)

COMPARED: Final = word_set("most any all other every many in with before the a an our my your")

LINKS: Final = word_set("and but so because or then also well okay ok yeah no yes plus")

CANNOT_GOVERN_LIKE: Final = word_set("until that in at on of with from about by saying guess")

HAVING: Final = word_set(
    """
    have has had having got get gets getting take takes took taking need needs needed spend spent cost costs gave
    gain gained lost dropped added
    """
)
"""Verbs whose object follows at once: nobody has, takes or spends "like" something else."""

MAKING: Final = word_set("use used using try tried trying build built make made write wrote want wanted saw see")
"""The same, if a subject stands before them: "I used like a forest", but "it is used like a hammer"."""

MAKERS: Final = SUBJECTS | word_set("can could would will should might to who")

GIVING: Final = word_set("give gives gave giving showed sent cost costs took takes lost")

RECEIVERS: Final = word_set("me us you them him her it")

NO_OBJECT: Final = PREPOSITIONS | SUBJECTS | LINKS | word_set("that this those him her them me us any most every")

ABOUT_AN_AMOUNT: Final = word_set(
    """
    was were are is there's only maybe perhaps probably roughly around about for after within every another least most
    than up
    """
)

AMOUNTS: Final = word_set("half hundred hundreds thousand thousands million millions dozen dozens twice")

AMOUNTS_AFTER_A: Final = word_set("few couple lot hundred thousand million billion dozen bunch tenth third quarter bit")

DEGREES: Final = word_set("really very super totally completely pretty extremely incredibly fairly way too")

ANNOUNCED: Final = word_set("thing problem point question idea issue reason trouble trick")

DONE: Final = word_set("was were had did went got took gave threw ran knew came began became wrote wasn't didn't")
"""Past forms that are neither nouns nor adjectives: after "we like" they can be no object of liking."""
