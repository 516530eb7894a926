"""Whether red flags are heard on the sentences written for them, and not on those that reject them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from question_bank.bank import Bank
from question_bank.models import Question
from question_bank.sayings import sayings_of
from simulator.judge import Judge
from tests.answers.labelled import RedFlagSentences, red_flag_sentences, strangers_red_flag_sentences
from tests.benchmarks.answers.answer_sets import AnswerSet, questions_of
from tests.benchmarks.table import Figure


def red_flag_figures(answer_set: AnswerSet, bank: Bank, judge: Judge) -> Iterator[Figure]:
    """Two shares of sentences, of which none is a saying of its flag; none where no sentences were written."""
    is_strangers = answer_set is AnswerSet.STRANGERS
    questions = {question.id: question for question in questions_of(answer_set, bank)}
    written = strangers_red_flag_sentences() if is_strangers else map(_but_sayings, red_flag_sentences())
    flags = [row for row in written if row.question in questions]
    if not flags:
        return
    hears = [[_is_heard(said, row, questions[row.question], judge) for said in row.commits] for row in flags]
    wrongly = [_is_heard(said, row, questions[row.question], judge) for row in flags for said in row.rejects]
    at_all = f"{sum(map(any, hears))} of {len(flags)} at least once"
    heard = [is_heard for of_one in hears for is_heard in of_one]
    yield Figure(f"{answer_set}: red flags heard", _share(heard), 1.0, "", at_all, is_least=True)
    rejected = f"{sum(wrongly)} of {len(wrongly)}"
    yield Figure(f"{answer_set}: red flags heard from who rejects them", _share(wrongly), 0.0, "", rejected)


def _but_sayings(row: RedFlagSentences) -> RedFlagSentences:
    read = sayings_of([row.red_flag])
    commits, rejects = (tuple(said for said in all_said if said not in read) for all_said in (row.commits, row.rejects))
    return replace(row, commits=commits, rejects=rejects)


def _is_heard(said: str, row: RedFlagSentences, question: Question, judge: Judge) -> bool:
    return any(flag.text == row.red_flag for flag in judge.typed(said, question).red_flags or ())


def _share(told: Sequence[bool]) -> float:
    return sum(told) / max(1, len(told))
