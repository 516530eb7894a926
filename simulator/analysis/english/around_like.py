"""Words around "like" that tell whether it compares, means liking, or fills. `fillers.like_signs` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.grammar import SUBJECTS
from simulator.analysis.english.word_lists import word_set

SPEAKERS: Final = word_set("i you we they he she")

SAYING: Final = word_set("said say says saying mentioned mention discussed described told explained noted wrote")

LIKING: Final = SUBJECTS | word_set(
    """
    who they'd we'd i'd you'd he'd she'd i'll you'll we'll they'll i've we've they've you've would wouldn't do don't
    does doesn't did didn't may might will can could should can't won't couldn't shouldn't to never really always
    still also even sure generally usually often particularly people users
    """
)
"""After these somebody may like something, or be about to do something else."""

ABLE: Final = word_set("can could should must can't couldn't shouldn't had to")
"""Before a verb; hardly anybody says that one can like something."""

DONE: Final = word_set(
    """
    was were had did went got took gave threw ran knew came began became wrote wasn't didn't told said left put lost
    found made saw felt kept fell broke sent sat stood spent brought bought thought forgot
    """
)
"""Past forms that are neither nouns nor adjectives: after "we like" they can be no object of liking."""

COMPARING: Final = word_set("more much exactly rather unlike quite almost nothing lot closer less most just")

SEEMING: Final = word_set(
    """
    look looks looked looking sound sounds sounded seem seems seemed feel feels felt feeling taste tastes smell smells
    act acts acted behave behaves treat treats treated work works worked talk talks dress
    """
)

INDEFINITE: Final = word_set(
    """
    something anything nothing everything thing things stuff somebody someone anybody anyone people place places way
    ways one ones case cases situation models tools methods libraries metrics problems systems languages
    """
)
"""What is often said to be like something else."""

JOINING: Final = word_set("and but or so because cause then also plus")

LINKS: Final = JOINING | word_set("well okay ok yeah no yes oh hey anyway")

LOOSE_ADVERBS: Final = word_set("basically actually sometimes maybe literally probably perhaps definitely usually")

SUBORDINATORS: Final = word_set("if when while since before after until although though once where whenever because")

SUBJECTS_OF_CLAUSES: Final = SUBJECTS | word_set("there i'll we'll they'll you'll it'll he'll she'll i'd we'd they'd")

COMPARED: Final = word_set("most any every everybody everyone anybody anyone other others")

ANNOUNCED: Final = word_set("thing problem point question idea issue reason trouble trick happens")
"""Before "is like" and a sentence that says which it is."""

UNGOVERNED_BEFORE: Final = word_set(
    """
    in on at of with from about by for into over under between through during without around within than as
    until that if when while since where which my your our their his her some any every a an the these this those
    """
)
"""What takes a noun or a sentence behind it: "like" can belong to none of them."""

THINKING: Final = word_set("think thought guess know say said says saying mean believe figure")

HAVING: Final = word_set(
    """
    have has had having get gets got need needs needed take takes took taken spend spent cost costs lose lost gain
    gained use used using try tried make made build built write wrote want wanted see saw read buy bought find found
    keep kept put pay paid called ran
    """
)
"""Verbs whose object follows at once."""

RECEIVERS: Final = word_set("me us you them him her it")

AMOUNTS: Final = word_set(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion half dozen dozens twice once zero
    """
)

AMOUNTS_AFTER_A: Final = word_set(
    """
    few couple lot hundred thousand million billion dozen bunch tenth third quarter bit year month week day hour minute
    """
)

ORDINAL_ENDS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

DEGREES: Final = word_set("really very super totally completely pretty extremely incredibly fairly way too so always")
