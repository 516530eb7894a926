"""How something is named and refused, unknown or of no use. `key_points.refusals` and `cue_hits` search for it."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import word_set

OPPOSING: Final = word_set("not never avoid instead misleading mislead misleads wrong fails no without cannot")
"""In the text of a key point: it says itself what not to do, or what is not so."""

NOT: Final = word_set(
    """
    not never don't wouldn't won't shouldn't can't cannot couldn't didn't haven't doesn't isn't
    """
)

UNWILLING: Final = word_set("wouldn't won't i'd we'd would rather")

SPEAKER: Final = word_set("i i'm i'd i've i'll we we'd we've you you'd people")

MYSELF: Final = word_set("i i'm i'd i've i'll we we'd we've we're")

REFUSED: Final = word_set(
    """
    use using choose pick rely trust report recommend start go look take try tune throw drop remove add touch
    bother used tried
    """
)

UNKNOWN: Final = word_set(
    """
    know remember heard understand recall sure positive remembered understood care saying worked
    """
)

AFTERWARDS: Final = word_set("think believe say tell count explain needed read done need see bother")

FORGOTTEN: Final = word_set("forgot forgotten")

LEFT_OUT: Final = word_set("forgot forgotten skip leave omit")

OF_NO_USE: Final = word_set(
    """
    needed need needs necessary matter matters help helps issue idea concern concerns important problem interest
    interests interesting useful relevant
    """
)

STILL_MEANT: Final = word_set("only just mind")

DENYING: Final = word_set("isn't aren't doesn't don't not no never wasn't won't")

BORDERS: Final = word_set("but so because although though however before until unless")

ASIDE: Final = (
    ("instead", "of"),
    ("rather", "than"),
    ("nothing", "to", "do", "with"),
    ("as", "opposed", "to"),
    ("let", "alone"),
    ("no", "need", "for"),
    ("no", "idea"),
)
