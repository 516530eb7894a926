"""Words around a filler, or around words said twice, that tell whether they are meant. `fillers` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.grammar import COPULAS, FUNCTION_WORDS, SUBJECTS
from simulator.analysis.english.word_lists import word_set

NOT_SOUNDS: Final = frozenset({"err", "errr", "aha"})

BACK_CHANNEL_PAIRS: Final = frozenset({("mm", "hmm"), ("mm", "hm"), ("uh", "huh"), ("um", "hmm"), ("um", "hum")})

AFTER_ER: Final = frozenset({"diagram", "diagrams", "schema", "schemas", "model", "models"})

BEFORE_HMM: Final = frozenset({"an", "the", "hidden", "our", "this", "gaussian"})

QUALITIES: Final = word_set(
    """
    hard easy tricky tough weird strange funny nice cool bad good big small slow fast simple complex messy noisy
    long short odd sad important difficult unclear similar different unusual basic obvious random arbitrary
    expensive cheap clear new old useful useless vague like stuck lost there in on at out over way
    """
)

BEFORE_UNSTRESSED: Final = SUBJECTS | COPULAS | word_set("so and just but because")

BEFORE_RIGHT_IF_MEANT: Final = word_set(
    """
    that it is all be get got go turn the quite not exactly i sounds seems left top bottom that's it's to from
    was are am answer them this him her just about done did you us
    """
)

AFTER_SO_IF_MEANT: Final = word_set("that far many much long called on as to is are was")

BEFORE_KIND_OF: Final = word_set(
    """
    i we they he she you it just also then would will can could should might to i'm we're they're have had has
    been be
    """
)

AFTER_KIND_OF_IF_MEANT: Final = word_set(
    "course thing things stuff way ways people person data model models problem problems"
)

MEANT_TWICE: Final = word_set(
    """
    very really so much many more no yes yeah ok okay right bye well far long way had that is again too ha la
    wow hey good fine sure million percent day step by never ever big little old deep wait now there go oh
    hundred thousand point thank thanks please blah small large great quick quickly slow slowly close hard heavy
    early often simple tiny huge super extremely highly almost every better worse bigger smaller higher lower
    later faster slower further one two three four five six seven eight nine ten zero
    """
)
"""Said twice for weight, or as it is spelt ("had had", "that that", figures)."""

JOINING_A_WORD_TO_ITSELF: Final = word_set("and by after upon or")
"""What joins a word to itself: "again and again", "element by element"."""

OFTEN_BEGUN_AGAIN: Final = FUNCTION_WORDS | word_set("think mean know want would use used try tried called")
