"""Fits the few figures of `simulator.analysis.key_points.red_flags_by_meaning`: which window makes a mistake.

`python -m tests.training.fit_red_flags` reads the sentences about red flags of the questions that are held back to
choose by, alone and put into answers of their questions, and answers in which no mistake is made. It prints the
figures, and how they fare on answers, fitted on other questions each time: those for flags with their sayings, or with
`--plain` those for flags alone.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import torch

from question_bank.bank import Bank
from question_bank.models import Question
from question_bank.sayings import saying_of
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.key_points.red_flags import cue_places
from simulator.analysis.key_points.red_flags_by_meaning import signs_by_window
from simulator.analysis.utterance import Utterance
from simulator.entailment.entailment_models import load_entailment_model
from tests.answers.labelled import LabelledAnswer
from tests.training.pairs import own_answers, own_questions, own_red_flags
from tests.training.reading_by_model import entailment_of
from tests.training.wordings import model_answers

_WITHOUT_MISTAKES: Final = ("good", "partial", "jargon", "off-topic")
_ROUNDS: Final = 4
_FOLDS: Final = 10
_PENALTY: Final = 0.003
_TRUST_IN_CUES: Final = 0.5
_SEED: Final = 6

Figures = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An answer beside one red flag: the signs of each window in which the mistake may be made; `is_made` in one."""

    question: str
    kind: str
    is_made: bool
    windows: tuple[Figures, ...]


_BANK: Final = Bank.load()
_MODEL: Final = load_entailment_model()


def cases(*, is_plain: bool = False) -> list[Case]:
    """Sentences alone, sentences within an answer, and whole answers without a mistake; no sentence is a saying of its
    flag. With `is_plain`, sayings are not read.
    """
    answers = own_answers(development=True)
    return [
        *_of_sentences(answers, random.Random(_SEED), is_plain),
        *_of_answers((answer for answer in answers if answer.kind in _WITHOUT_MISTAKES), is_plain),
        *_of_answers(model_answers(own_questions(development=True)), is_plain),
    ]


def _of_sentences(answers: Sequence[LabelledAnswer], chance: random.Random, is_plain: bool) -> Iterator[Case]:
    for row in own_red_flags(development=True):
        question = _BANK.get(row.question)
        around = [answer.text for answer in answers if answer.question == row.question and answer.kind != "off-topic"]
        saying = saying_of(row.red_flag)
        for sentence in (*row.commits, *row.rejects):
            if saying is not None and sentence in (saying.made, saying.contrary):
                continue
            made_in = sentence if sentence in row.commits else ""
            kind = "makes it" if made_in else "rejects it"
            within = _put_into(chance.choice(around), sentence, chance)
            yield _case(question, row.red_flag, sentence, f"{kind}, alone", made_in, is_plain)
            yield _case(question, row.red_flag, within, f"{kind}, in an answer", made_in, is_plain)


def _put_into(text: str, sentence: str, chance: random.Random) -> str:
    sentences = text.split(". ")
    at = chance.randrange(len(sentences))
    return ". ".join([*sentences[:at], sentence.rstrip("."), *sentences[at:]])


def _of_answers(answers: Iterator[LabelledAnswer] | Sequence[LabelledAnswer], is_plain: bool) -> Iterator[Case]:
    for answer in answers:
        question = _BANK.get(answer.question)
        for flag in question.red_flags:
            yield _case(question, flag.text, answer.text, answer.kind, "", is_plain)


def _case(question: Question, flag: str, text: str, kind: str, made_in: str, is_plain: bool) -> Case:
    """`made_in` is the sentence that makes the mistake: windows without a word of it do not."""
    utterance = Utterance.typed(text)
    reading, entailment = _read(text, question.id, is_plain)
    flags = [known.text for known in question.red_flags]
    cues = tuple(cue_places(utterance, question.red_flags)[flags.index(flag)])
    signs = signs_by_window(flag, entailment, cues, frozenset(flags))
    said = dict(zip(reading.windows, reading.said, strict=True))
    kept = [of.figures for window, of in signs.items() if not made_in or _holds(said, window, made_in)]
    return Case(question.id, kind, bool(made_in), tuple(kept))


@cache
def _read(text: str, question: str, is_plain: bool) -> tuple[Reading, Entailment]:
    reading = Reading.of(Utterance.typed(text), _BANK.get(question))
    if is_plain:
        reading = dataclasses.replace(reading, others=())
    return reading, entailment_of(reading, _MODEL)


def _holds(said: dict[AnswerWindow, str], window: AnswerWindow, sentence: str) -> bool:
    return sentence.rstrip(".").split(". ")[0] in said[window]


def fitted(known: Sequence[Case]) -> torch.Tensor:
    """Weights of a logistic regression, bias first, learnt from the window of each case that seems likeliest so far."""
    read = [case for case in known if case.windows]
    made = torch.tensor([float(case.is_made) for case in read])
    weights = torch.tensor([0.0, 1.0] + [0.0] * (len(read[0].windows[0]) - 1))
    for _ in range(_ROUNDS):
        weights = _once(torch.stack([_likeliest(case, weights) for case in read]), made)
    weights[-1] *= _TRUST_IN_CUES
    return weights


def _once(signs: torch.Tensor, made: torch.Tensor) -> torch.Tensor:
    weights = torch.zeros(signs.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        penalty = _PENALTY * weights[1:].pow(2).sum()
        value = torch.nn.functional.binary_cross_entropy_with_logits(signs @ weights, made) + penalty
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach()


def _likeliest(case: Case, weights: torch.Tensor) -> torch.Tensor:
    signs = torch.tensor([(1.0, *figures) for figures in case.windows])
    return signs[(signs @ weights).argmax()]


def crossed(known: Sequence[Case]) -> list[float]:
    """For each case how likely its likeliest window makes the mistake, by figures fitted on the other questions."""
    questions = sorted({case.question for case in known})
    found = [0.0] * len(known)
    for fold in range(_FOLDS):
        own = set(questions[fold::_FOLDS])
        weights = fitted([case for case in known if case.question not in own])
        for index, case in enumerate(known):
            if case.question in own and case.windows:
                found[index] = (_likeliest(case, weights) @ weights).sigmoid().item()
    return found


def main() -> int:
    """Print the figures, and for each threshold the share of each kind of case that is told of a mistake."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.fit_red_flags", description=__doc__)
    parser.add_argument("--plain", action="store_true", help="for red flags without sayings")
    known = cases(is_plain=parser.parse_args().plain)
    found = crossed(known)
    kinds = sorted({case.kind for case in known})
    for percent in (50, 60, 70, 75, 80, 85, 90, 95):
        words = []
        for kind in kinds:
            of_kind = [figure for figure, case in zip(found, known, strict=True) if case.kind == kind]
            words.append(f"{kind} {sum(figure >= percent / 100 for figure in of_kind)}/{len(of_kind)}")
        print(f"{percent / 100:.2f}  " + "; ".join(words))
    print([round(figure, 3) for figure in fitted(known).tolist()])
    return 0


if __name__ == "__main__":
    sys.exit(main())
