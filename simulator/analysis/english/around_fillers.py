"""Words around a filler, or around words said twice, that tell whether they are meant. `fillers` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.grammar import COPULAS, FUNCTION_WORDS, SUBJECTS
from simulator.analysis.english.word_lists import word_set

NOT_SOUNDS: Final = frozenset({"err", "errr", "aha"})

BACK_CHANNEL_PAIRS: Final = frozenset({("mm", "hmm"), ("mm", "hm"), ("uh", "huh"), ("um", "hmm"), ("um", "hum")})

AFTER_ER: Final = frozenset({"diagram", "diagrams", "schema", "schemas", "model", "models"})

UNITS_LIKE_SOUNDS: Final = frozenset({"um", "ah", "mm"})
"""Micrometres, ampere-hours, millimetres."""

SYMBOLS_LIKE_SOUNDS: Final = frozenset({"ah", "er", "mm"})
"""What is written with a capital within a sentence only where it is no sound: ampere-hours, erbium, megametres."""

NUMBER_WORDS: Final = word_set(
    "zero one two three four five six seven eight nine ten twelve twenty fifty hundred point per"
)

NUMBERED: Final = word_set("version chapter step figure table question part level week day number top phase stage")
"""What a number may name rather than count."""

AFTER_A_UNIT: Final = frozenset({"per"})
BEFORE_A_UNIT: Final = frozenset({"per"})
BEFORE_A_CLOSING_UNIT: Final = frozenset({"in", "per"})
"""Before a unit that ends its sentence: "measured in um."."""

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
    very really much many more no yes yeah ok okay right bye well far long way had that is again too ha la
    wow hey good fine sure million percent day step by never ever big little old deep wait now there go oh
    hundred thousand point thank thanks please blah small large great quick quickly slow slowly close hard heavy
    early often simple tiny huge super extremely highly almost every better worse bigger smaller higher lower
    later faster slower further one two three four five six seven eight nine ten zero
    """
)
"""Said twice for weight, or as it is spelt ("had had", "that that", numbers)."""

MEANT_TWICE_IN_ONE_BREATH: Final = frozenset({"so"})
"""Said twice for weight ("so so slow"), but begun again where a mark stands between: "so, so we tried"."""

PARTICLES: Final = word_set("in on out off over up down through by around along")

BEFORE_A_PARTICLE: Final = word_set(
    """
    log logs logged logging sign signed plug plugs plugged check checked opt opted zoom zoomed tune tuned fill filled
    kick kicks kicked come comes came coming go goes went going move moves moved moving carry carries carried hold
    turn turns turned switch switched stay stays pass passes passed step steps stepped
    """
)
"""Verbs that take a small word with them: after "log in" or "move on" the same small word may well come once more."""

JOINING_A_WORD_TO_ITSELF: Final = word_set("and by after upon or")
"""What joins a word to itself: "again and again", "element by element"."""

OFTEN_BEGUN_AGAIN: Final = FUNCTION_WORDS | word_set("think mean know want would use used try tried called")
