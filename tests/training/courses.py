"""What the network reads in each course, from students' answers to sides exchanged; `learn` holds them in turn."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.answers.labelled import Style, heard_statements
from tests.training.mining import Likelihoods, mined
from tests.training.pairs import (
    Pair,
    as_spoken,
    as_written,
    entailment,
    nearest_and_told,
    nearest_but_not_made,
    own_answers,
    own_opposed,
    own_questions,
    own_statements,
    red_flags,
    students,
)
from tests.training.slips import Slips, as_heard, with_slips
from tests.training.wordings import fresh, in_lists, in_own_words, model_answers, put_right, read_back

_PUBLIC_PAIRS: Final = 6000
_NEITHER_AGAIN: Final = 0.45
_NEITHER_KEPT: Final = 0.65
_MORE_COMPANY: Final = 0.35
_ANSWERS_AGAIN: Final = 0.6
_STUDENTS_AGAIN: Final = 0.25
_LITTLE_NEITHER: Final = 0.45
_ANSWERS_ONCE_MORE: Final = 0.5
_ANSWERS_AT_LAST: Final = 0.25
_STATEMENTS_AT_LAST: Final = 0.6
_WITH_SLIPS: Final = 0.4
_TEXTBOOK_BESIDE: Final = 0.4
_STATEMENTS_BESIDE: Final = 0.2
_TOLD_BESIDE: Final = 0.5
_STUDENTS_BESIDE: Final = 0.08
_EXCHANGED_BESIDE: Final = 0.35
_MISTAKEN_BESIDE: Final = 0.35
_TEXTBOOK_AGAIN: Final = 0.5
_EVERYDAY_BESIDE: Final = 0.5
_OPPOSED_AGAIN: Final = 0.3
_LEARNT_BEFORE: Final[tuple[Style, ...]] = ("textbook", "exchanged", "mistaken")
_STATEMENTS_AGAIN: Final = 0.3
_STUDENTS_ONCE_MORE: Final = 0.1

Stage = list[Pair]
Reader = Callable[[list[Pair]], Sequence[Likelihoods]]
"""How the network as it is now reads pairs: the courses that learn from its errors ask it."""


def first_course(public: Path, chance: random.Random) -> Iterator[Stage]:
    """What kind of task it is, then its own statements, then these beside what whole answers leave out."""
    yield students(public, kept=False) + entailment(public, _PUBLIC_PAIRS, chance)
    known = own_statements(development=False)
    mistakes = red_flags(development=False)
    yield as_spoken(known, chance) + mistakes
    yield as_spoken(known, chance) + mistakes + nearest_but_not_made(own_answers(development=False))


def second_course(chance: random.Random) -> Iterator[Stage]:
    """The statements again, with fewer that say neither: what is left is to tell made from contrary."""
    told = nearest_and_told(own_answers(development=False))
    pairs = as_spoken(own_statements(development=False), chance) + red_flags(development=False) + told
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_AGAIN]


def third_course(read: Reader, public: Path, chance: random.Random) -> Iterator[Stage]:
    """Windows of whole answers that it misreads, its statements beside others, and the students' answers once more."""
    pairs = mined(own_answers(development=False), read)
    pairs += as_spoken(own_statements(development=False), chance, in_company=_MORE_COMPANY)
    pairs += red_flags(development=False) + students(public, kept=False)
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]


def fourth_course(read: Reader, public: Path, chance: random.Random) -> Iterator[Stage]:
    """What it misreads again, and all that statements lack: the claim's own words, lists, mistakes put right."""
    questions = own_questions(development=False)
    answers = own_answers(development=False) + model_answers(questions)
    answers = chance.sample(answers, round(_ANSWERS_AGAIN * len(answers)))
    pairs = mined(answers, read)
    known = own_statements(development=False)
    pairs += as_spoken(fresh(known, chance), chance, in_company=_MORE_COMPANY)
    pairs += in_own_words(known, chance) + put_right(known, chance) + read_back(questions, chance)
    pairs += in_lists(known, chance) + in_lists(known, chance)
    pairs += 2 * red_flags(development=False)
    pairs += [pair for pair in students(public, kept=False) if chance.random() < _STUDENTS_AGAIN]
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]


def fifth_course(read: Reader, public: Path, chance: random.Random) -> Iterator[Stage]:
    """All that tells made from contrary once more, all students, and answers where cues show what makes a point."""
    answers = own_answers(development=False) + model_answers(own_questions(development=False))
    answers = chance.sample(answers, round(_ANSWERS_ONCE_MORE * len(answers)))
    pairs = mined(answers, read)
    known = own_statements(development=False)
    pairs += as_spoken(known, chance, in_company=_MORE_COMPANY)
    pairs += put_right(known, chance) + in_lists(known, chance) + 2 * red_flags(development=False)
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _LITTLE_NEITHER] + students(
        public, kept=False
    )


def sixth_course(read: Reader, public: Path, chance: random.Random) -> Iterator[Stage]:
    """What a recogniser writes: statements that it heard, others with its slips, and what it misreads in answers."""
    answers = own_answers(development=False)
    pairs = mined(
        chance.sample(answers, round(_ANSWERS_AT_LAST * len(answers))),
        read,
    )
    known = own_statements(development=False)
    own = as_spoken(known, chance, in_company=_MORE_COMPANY)
    pairs += [pair for pair in own if chance.random() < _STATEMENTS_AT_LAST]
    pairs += put_right(known, chance) + in_lists(known, chance) + red_flags(development=False)
    pairs = [pair for pair in pairs if pair.label != "neither" or chance.random() < _LITTLE_NEITHER]
    claims = {(row.question, row.point): row.claim for row in known}
    slips = Slips.of(heard_statements(), (text for row in known for text in row.made))
    spoken = [row for row in heard_statements() if (row.question, row.point) in claims]
    yield (
        with_slips(pairs, slips, _WITH_SLIPS, chance)
        + as_heard(spoken, claims)
        + [pair for pair in students(public, kept=False) if chance.random() < _STUDENTS_AGAIN]
    )


def seventh_course(public: Path, chance: random.Random) -> Iterator[Stage]:
    """Right sentences in the claim's own words, each beside the least change that turns it round.

    Statements written so far say a thing in other words where they make it and in the claim's where they deny it, and
    it took textbook sentences for their contrary. Of all else enough that it stays known.
    """
    textbook, known = own_opposed("textbook", development=False), own_statements(development=False)
    told = nearest_and_told(own_answers(development=False)) + nearest_but_not_made(own_answers(development=False))
    pairs = as_written(textbook)
    pairs += _part(as_spoken(textbook, chance, in_company=1.0), _TEXTBOOK_BESIDE, chance)
    pairs += _part(as_spoken(known, chance, in_company=_MORE_COMPANY), _STATEMENTS_BESIDE, chance)
    pairs += _part(told, _TOLD_BESIDE, chance) + red_flags(development=False)
    pairs = [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]
    slips = Slips.of(heard_statements(), (text for row in known for text in row.made))
    yield (
        with_slips(pairs, slips, _WITH_SLIPS, chance) + _part(students(public, kept=False), _STUDENTS_BESIDE, chance)
    )


def eighth_course(public: Path, chance: random.Random) -> Iterator[Stage]:
    """Which thing is said of which: right sentences that name both sides, and the same with the sides exchanged."""
    pairs = _with_contraries("exchanged", _EXCHANGED_BESIDE, chance)
    pairs += _part(as_written(own_opposed("textbook", development=False)), _TEXTBOOK_AGAIN, chance)
    yield _beside_all_else(pairs, public, chance)


def ninth_course(public: Path, chance: random.Random) -> Iterator[Stage]:
    """The same once more, with what is believed by mistake and told with as good a reason as what is right."""
    pairs = _with_contraries("exchanged", _EXCHANGED_BESIDE, chance)
    pairs += _with_contraries("mistaken", _MISTAKEN_BESIDE, chance)
    pairs += _part(as_written(own_opposed("textbook", development=False)), _TEXTBOOK_AGAIN, chance)
    yield _beside_all_else(pairs, public, chance)


def tenth_course(public: Path, chance: random.Random) -> Iterator[Stage]:
    """What strangers say in everyday words, in lists and by examples, and what they have the wrong way round."""
    pairs = _with_contraries("everyday", _EVERYDAY_BESIDE, chance)
    for style in _LEARNT_BEFORE:
        pairs += _part(as_written(own_opposed(style, development=False)), _OPPOSED_AGAIN, chance)
    yield _beside_all_else(pairs, public, chance)


def _with_contraries(style: Style, beside: float, chance: random.Random) -> list[Pair]:
    """As written, and a share of them beside what is said of another point."""
    known = own_opposed(style, development=False)
    return as_written(known) + _part(as_spoken(known, chance, in_company=1.0), beside, chance)


def _beside_all_else(pairs: list[Pair], public: Path, chance: random.Random) -> Stage:
    """With enough of all that was learnt before that it stays known."""
    known = own_statements(development=False)
    told = nearest_and_told(own_answers(development=False)) + nearest_but_not_made(own_answers(development=False))
    pairs += _part(as_spoken(known, chance, in_company=_MORE_COMPANY), _STATEMENTS_AGAIN, chance)
    pairs += _part(told, _TOLD_BESIDE, chance) + red_flags(development=False)
    pairs = [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]
    slips = Slips.of(heard_statements(), (text for row in known for text in row.made))
    return with_slips(pairs, slips, _WITH_SLIPS, chance) + _part(
        students(public, kept=False), _STUDENTS_ONCE_MORE, chance
    )


def _part(pairs: Sequence[Pair], share: float, chance: random.Random) -> list[Pair]:
    return chance.sample(pairs, round(share * len(pairs)))


_COURSES: Final[Sequence[Callable[[Reader, Path, random.Random], Iterator[Stage]]]] = (
    lambda _read, public, chance: first_course(public, chance),
    lambda _read, _public, chance: second_course(chance),
    third_course,
    fourth_course,
    fifth_course,
    sixth_course,
    lambda _read, public, chance: seventh_course(public, chance),
    lambda _read, public, chance: eighth_course(public, chance),
    lambda _read, public, chance: ninth_course(public, chance),
    lambda _read, public, chance: tenth_course(public, chance),
)
LAST_COURSE: Final = len(_COURSES)


def course(number: int, read: Reader, public: Path, chance: random.Random) -> Iterator[Stage]:
    """The stages of one course; the first is number 1. `public` is the folder with the public pairs."""
    return _COURSES[number - 1](read, public, chance)
