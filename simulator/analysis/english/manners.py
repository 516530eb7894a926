"""What sounds rough in an interview: abuse of an employer, slang, asking for pay. `content` searches for it."""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.word_lists import phrase_set, word_set

EMPLOYER_WORDS: Final = word_set(
    "boss bosses manager managers employer employers company management colleague colleagues team lead startup"
)

FORMER: Final = word_set("last old former previous ex present current first second direct own whole entire")

ABUSE: Final = word_set(
    """
    stupid idiot idiots idiotic moron morons incompetent useless clueless toxic terrible awful horrible crap
    crappy dumb rubbish lazy joke nightmare
    """
)

INTENSIFIERS: Final = word_set(
    "a an just so really very totally completely absolutely pretty quite simply honestly complete total"
)

HATING: Final = phrase_set("i hated / i hate / i couldn't stand / i can't stand / i despised / fed up with")

SLANG: Final = phrase_set(
    """
    ain't / dunno / shit / shitty / fuck / fucking / fucked / damn / bullshit / crap / crappy / dude / bro / idiot /
    idiots / moron / morons / pissed off / screwed up / freaking
    """
)

PAY: Final = phrase_set(
    """
    what about the salary / what is the salary / what's the salary / the salary for this / how much you pay / how much
    do you pay / how much would you pay / how much will you pay / how much would i / what do
    you pay / what does the job pay / what does this job pay / my salary / salary range for / what's
    the pay / what is the pay / what about pay / what about the pay / what about money / how much money would i / my
    bonus / what's the bonus / your compensation package / the compensation for this / pay for this role / pay for this
    position / stock options do you / do you offer stock / do i get stock
    """
)

IS_OR_WAS: Final = word_set("was were is are")

BEFORE_EMPLOYER: Final = FORMER | ABUSE | INTENSIFIERS | {"team"}
"""What may stand between "my" and the employer: "my useless old team lead"."""
