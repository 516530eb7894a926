"""Whether red flags are heard on the sentences written for them, and not on those that reject them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from question_bank.bank import Bank
from question_bank.models import Question
from question_bank.sayings import saying_of
from simulator.judge import Judge
from tests.answers.labelled import RedFlagSentences, red_flag_sentences, strangers_red_flag_sentences
from tests.benchmarks.answers.answer_sets import AnswerSet, answers_of, questions_of
from tests.benchmarks.table import Figure


def red_flag_figures(answer_set: AnswerSet, bank: Bank, judge: Judge) -> Iterator[Figure]:
    """Shares of sentences, of which none is a saying of its flag, alone and within an answer; none where none were
    written.
    """
    is_strangers = answer_set is AnswerSet.STRANGERS
    questions = {question.id: question for question in questions_of(answer_set, bank)}
    written = strangers_red_flag_sentences() if is_strangers else map(_but_sayings, red_flag_sentences())
    flags = [row for row in written if row.question in questions]
    if not flags:
        return
    hears = [[_is_heard(said, row, questions[row.question], judge) for said in row.commits] for row in flags]
    at_all = f"{sum(map(any, hears))} of {len(flags)} at least once"
    heard = [is_heard for of_one in hears for is_heard in of_one]
    yield Figure(f"{answer_set}: red flags heard", _share(heard), 1.0, "", at_all, is_least=True)
    wrongly = [_is_heard(said, row, questions[row.question], judge) for row in flags for said in row.rejects]
    yield _wrongly(f"{answer_set}: red flags heard from who rejects them", wrongly)
    around = {question.id: answer.text for question, answer in answers_of(answer_set, bank) if answer.kind == "good"}
    within = [(_put_into(around[row.question], row.commits[0]), row) for row in flags]
    heard = [_is_heard(said, row, questions[row.question], judge) for said, row in within]
    yield Figure(f"{answer_set}: red flags heard within good answers", _share(heard), 1.0, "", is_least=True)
    within = [(_put_into(around[row.question], row.rejects[0]), row) for row in flags]
    wrongly = [_is_heard(said, row, questions[row.question], judge) for said, row in within]
    yield _wrongly(f"{answer_set}: red flags heard within good answers from who rejects them", wrongly)


def _wrongly(name: str, told: Sequence[bool]) -> Figure:
    return Figure(name, _share(told), 0.0, "", f"{sum(told)} of {len(told)}")


def _put_into(answer: str, sentence: str) -> str:
    """The answer with the sentence after its first one."""
    first, *others = answer.split(". ")
    return ". ".join([first, sentence.rstrip("."), *others])


def _but_sayings(row: RedFlagSentences) -> RedFlagSentences:
    saying = saying_of(row.red_flag)
    read = () if saying is None else (saying.made, saying.contrary)
    commits, rejects = (tuple(said for said in all_said if said not in read) for all_said in (row.commits, row.rejects))
    return replace(row, commits=commits, rejects=rejects)


def _is_heard(said: str, row: RedFlagSentences, question: Question, judge: Judge) -> bool:
    return any(flag.text == row.red_flag for flag in judge.typed(said, question).red_flags or ())


def _share(told: Sequence[bool]) -> float:
    return sum(told) / max(1, len(told))
