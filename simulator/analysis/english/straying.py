"""How an answer comes to the point, leaves it, says it again and trails off. `rambling` searches for them."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

COMING_TO_THE_POINT: Final = phrase_set(
    """
    to answer your question / to answer the question / coming to your question / coming back to your question /
    back to your question / back to the question / getting back to / get to the point / come to the point / so
    the answer is / the actual answer / what i wanted to say
    """
)

TANGENTS: Final = phrase_set(
    """
    that reminds me / reminds me of / by the way / where was i / off topic / i digress / a tangent / long story
    / what was the question / forgot the question / lost my train / lost my thread / side note / speaking of /
    funny story / but that's another story / that's another story / different story / different topic /
    unrelated / not really related / what was i saying / what i was saying / sorry what was / going off
    """
)

NARRATING: Final = word_set(
    """
    was were had did went said told came got gave fell met liked used sat began took knew made found built saw left
    ran wrote started moved studied asked wanted became wasn't didn't couldn't weren't hadn't
    """
)
"""Past forms in which something that happened is told."""

ASKING_FOR_A_STORY: Final = phrase_set(
    """
    tell me about / tell me of / describe a / an example / a time when / a situation / of yours / your own
    """
)

SUMMING_UP: Final = phrase_set(
    """
    in conclusion / to conclude / in short / in summary / to summarise / to summarize / to sum up / overall / so
    overall / therefore / that is why / that's why / so i would / so i'd / i would choose / i'd choose / i would
    pick / i'd pick / i would go with / i'd go with / i would start with / so the answer / my answer / in the
    end / finally / bottom line / the result was / the outcome was / as a result / so my choice / i recommend /
    i would recommend / i'd recommend
    """
)
"""How a last sentence begins that may say again what was said: a summary is no repetition."""

SAYING_AGAIN: Final = phrase_set(
    """
    as i said / like i said / as i mentioned / like i mentioned / as i was saying / like i was saying / i
    already said / what i'm saying / what i am saying / in other words / going back to what / to say it
    again / to repeat / as i say
    """
)

TRAILING_ENDS: Final = phrase_set(
    """
    so yeah / but yeah / and yeah / yeah / or something / or something like that / or whatever / whatever / and
    stuff / and stuff like that / and things like that / and all that / something like that / i guess / i guess
    so / i suppose / i don't know / i'm not sure / not sure / you know / if that makes sense / if that makes any
    sense / does that make sense / that's about it / that's kind of it / that's it really / that's it i guess /
    that's it i think / that's all i guess / so that's it / and everything / so anyway / but anyway / i think / i
    think so / hopefully that answers / so / and / but / or / because / to be honest / more or less / kind of /
    sort of / kind of thing / sort of thing / i mean / basically / and that / yeah so / so i don't know / i
    don't know really
    """
)
