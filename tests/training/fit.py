"""Fits the few figures of `simulator.analysis.key_points.verdicts`: from what windows say of a claim to one verdict.

`python -m tests.training.fit` reads answers to the questions of the training part that are held back to choose by (the
network never learnt from them) and single sentences about them, as the shortest answers there are. It prints the
figures, and how they fare on answers, fitted on other questions each time: for claims by themselves, for those beside
the model answer's sentences, and for those beside these and their sayings.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced
from typing import Final, Literal

import torch
from msgspec.structs import replace

from question_bank.bank import Bank
from question_bank.sayings import saying_of
from simulator.analysis.key_points.claim_odds import odds_of
from simulator.analysis.key_points.cue_hits import CueHit, cue_hits
from simulator.analysis.key_points.entailment import Beside, Entailment, Wording
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.key_points.verdicts import signs_of
from simulator.analysis.utterance import Utterance
from simulator.entailment.entailment_models import load_entailment_model
from tests.answers.labelled import (
    LabelledAnswer,
    Statements,
    Verdict,
    heard_statements,
    strangers_development_answers,
)
from tests.training.pairs import LABELS, own_answers, own_opposed, own_questions, own_statements
from tests.training.reading_by_model import entailment_of
from tests.training.slips import Slips
from tests.training.wordings import model_answers

VERDICTS: Final = ("made", "contrary", "not")
_FOLDS: Final = 10
_PENALTY: Final = 0.003
_TRUST_IN_CUES: Final = 0.5
_TIMES: Final = {False: 1, True: 2}
_STATEMENTS: Final = 600
_SPOKEN: Final = 0.5
_SEED: Final = 4
_SENTENCE: Final = "sentence"
_MODEL_ANSWER: Final = "model answer"
_TEXTBOOK: Final = "textbook"
_TEXTBOOK_SHARE: Final = 2 / 3
_RIGHT: Final = ("good", "partial", _MODEL_ANSWER)


@dataclass(frozen=True, slots=True)
class Case:
    """One point of one answer: the signs, and which of `VERDICTS` a person gave."""

    question: str
    kind: str
    signs: tuple[float, ...]
    is_alone: bool
    verdict: int
    is_strangers: bool


_READ: Final = {
    Beside.NOTHING: frozenset[Wording](),
    Beside.MODEL_ANSWER: frozenset({Wording.IN_MODEL_ANSWER}),
    Beside.SAYINGS: frozenset(Wording),
}


def read_beside(beside: Beside, entailment: Entailment) -> Entailment:
    """What would have been read with no other words than these."""
    by_claim = {
        claim: replaced(read, others={wording: row for wording, row in read.others.items() if wording in _READ[beside]})
        for claim, read in entailment.by_claim.items()
    }
    return replaced(entailment, by_claim=by_claim)


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer, where a cue was heard of which points, and what its windows say of all claims."""

    answer: LabelledAnswer
    kind: str
    cues: Mapping[str, CueHit]
    entailment: Entailment
    is_strangers: bool = False


def answers_read() -> list[ReadAnswer]:
    """Every labelled answer, model answers, answers of textbook sentences, and some statements as answers of one
    sentence, of which none is a saying of its claim. No model answer is read beside its own sentences.
    """
    known = (saying_of(point.text) for question in _BANK.questions for point in question.key_points)
    sayings = {text for saying in known if saying is not None for text in (saying.made, saying.contrary)}
    chosen = [one for one in random.Random(_SEED).sample(_statements(), _STATEMENTS) if one.text not in sayings]
    models = model_answers(own_questions(development=True))
    return [
        *(_read(one, one.kind) for one in _as_heard(own_answers(development=True))),
        *(_read(one, _MODEL_ANSWER, beside=frozenset({Wording.SAID, Wording.CONTRARY_SAID})) for one in models),
        *(_read(one, _TEXTBOOK) for one in _textbook_answers(random.Random(_SEED))),
        *(replaced(_read(one, one.kind), is_strangers=True) for one in strangers_development_answers()),
        *(_read(one, _SENTENCE) for one in chosen),
    ]


def _read(answer: LabelledAnswer, kind: str, beside: frozenset[Wording] = frozenset(Wording)) -> ReadAnswer:
    question, utterance = replaced(_BANK.get(answer.question), red_flags=()), Utterance.typed(answer.text)
    reading = Reading.of(utterance, question)
    reading = replaced(reading, others=tuple(of for of in reading.others if of.wording in beside))
    entailment = entailment_of(reading, _MODEL)
    hits = cue_hits(utterance, question.key_points, question.text)
    return ReadAnswer(answer, kind, hits, entailment)


def _as_heard(answers: Sequence[LabelledAnswer]) -> list[LabelledAnswer]:
    """Half of them with a recogniser's slips: most answers are spoken, and some are typed."""
    chance = random.Random(_SEED)
    said = (text for row in own_statements(development=True) for text in row.made)
    slips = Slips.of(heard_statements(), said)
    return [
        replace(answer, text=slips.heard(answer.text, chance)) if chance.random() < _SPOKEN else answer
        for answer in answers
    ]


_BANK: Final = Bank.load()
_MODEL: Final = load_entailment_model()


def _statements() -> list[LabelledAnswer]:
    verdicts: dict[str, Verdict] = {"made": "made", "contrary": "contrary", "neither": "not"}
    return [
        LabelledAnswer(row.question, "good", said, {row.point: verdicts[label]})
        for row in own_statements(development=True)
        for label in LABELS
        for said in getattr(row, label)
    ]


def _textbook_answers(chance: random.Random) -> Iterator[LabelledAnswer]:
    """For each question four answers of textbook sentences for most of its points: two right, two wrong in all."""
    by_question: dict[str, list[Statements]] = {}
    for row in own_opposed("textbook", development=True):
        by_question.setdefault(row.question, []).append(row)
    sides: tuple[tuple[Literal["made", "contrary"], int], ...] = (
        ("made", 0),
        ("made", 1),
        ("contrary", 0),
        ("contrary", 1),
    )
    for question, rows in sorted(by_question.items()):
        for side, number in sides:
            said = chance.sample(rows, max(2, round(_TEXTBOOK_SHARE * len(rows))))
            text = " ".join(f"{getattr(row, side)[number].rstrip('.?!')}." for row in said)
            yield LabelledAnswer(question, "good", text, {row.point: side for row in said})


def cases_of(read: ReadAnswer, beside: Beside) -> Iterator[Case]:
    """Every labelled point of it but those only half made."""
    question, labels = _BANK.get(read.answer.question), read.answer.labels
    entailment = read_beside(beside, read.entailment)
    odds = odds_of([point.text for point in question.key_points], entailment)
    for point in question.key_points:
        label = labels.get(point.id, "half")
        if label != "half":
            signs = signs_of(point.text, odds, entailment.windows, read.cues.get(point.id))
            verdict = VERDICTS.index(label)
            yield Case(question.id, read.kind, signs.figures, signs.is_alone, verdict, read.is_strangers)


def fitted(known: Sequence[Case]) -> torch.Tensor:
    """Weights of a multinomial logistic regression: a row for each of `VERDICTS`, bias first; that of "not" is zero.

    What cues weigh is found first, halved, and held while all else is fitted to it. Strangers' answers count twice.
    """
    signs, verdicts = _tensors([case for case in known for _ in range(_TIMES[case.is_strangers])])
    cues = _fitted(signs, verdicts, torch.zeros(0))[:, -1] * _TRUST_IN_CUES
    return _fitted(signs, verdicts, cues)


def _fitted(signs: torch.Tensor, verdicts: torch.Tensor, cues: torch.Tensor) -> torch.Tensor:
    """With these weights of cues, or with fitted ones if there are none."""
    size = signs.shape[1] - (1 if len(cues) else 0)
    free = torch.zeros((len(VERDICTS) - 1, size), requires_grad=True)
    optimizer = torch.optim.LBFGS([free], max_iter=500, line_search_fn="strong_wolfe")

    def whole() -> torch.Tensor:
        rows = torch.cat((free, cues[:-1, None]), dim=1) if len(cues) else free
        return torch.cat((rows, torch.zeros((1, rows.shape[1]))))

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        penalty = _PENALTY * free[:, 1:].pow(2).sum()
        value = torch.nn.functional.cross_entropy(signs @ whole().T, verdicts) + penalty
        value.backward()
        return value

    optimizer.step(loss)
    return whole().detach()


def _tensors(known: Sequence[Case]) -> tuple[torch.Tensor, torch.Tensor]:
    signs = torch.tensor([(1.0, *case.signs) for case in known])
    return signs, torch.tensor([case.verdict for case in known])


def crossed(known: Sequence[Case]) -> torch.Tensor:
    """Probabilities of `VERDICTS` for each case, by figures fitted on the other questions."""
    questions = sorted({case.question for case in known})
    found = torch.zeros((len(known), len(VERDICTS)))
    for fold in range(_FOLDS):
        own = set(questions[fold::_FOLDS])
        weights = fitted([case for case in known if case.question not in own])
        for index, case in enumerate(known):
            if case.question in own:
                found[index] = (torch.tensor((1.0, *case.signs)) @ weights.T).softmax(-1)
    return found


def _table(known: Sequence[Case], found: torch.Tensor) -> None:
    verdicts = torch.tensor([case.verdict for case in known])
    for tenths in range(30, 85, 5):
        least = tenths / 100
        made = (found[:, 0] >= least) & (found[:, 0] > found[:, 1])
        hits, credited, wanted = (made & (verdicts == 0)).sum().item(), made.sum().item(), (verdicts == 0).sum().item()
        contrary = (found[:, 1] >= least) & ~made
        told, heard = (contrary & (verdicts == 1)).sum().item(), contrary.sum().item()
        wrong = [index for index, case in enumerate(known) if case.kind == "wrong" and case.verdict]
        right = [index for index, case in enumerate(known) if case.kind in _RIGHT and case.verdict != 1]
        accused = (found[right, 1] >= least) & (found[right, 1] > found[right, 0])
        empty = [index for index, case in enumerate(known) if case.kind in ("jargon", "off-topic")]
        print(
            f"{least:.2f}  made P {hits / max(1, credited):.3f} R {hits / wanted:.3f}"
            f" F1 {2 * hits / (credited + wanted):.3f}"
            f"  contrary P {told / max(1, heard):.3f} R {told / (verdicts == 1).sum().item():.3f}"
            f"  right called contrary {accused.sum().item()} of {len(right)}"
            f"  credited wrong {made[wrong].float().mean().item():.3f} empty {made[empty].float().mean().item():.3f}"
        )


def _print_fit(known: Sequence[Case]) -> None:
    longer = [case for case in known if case.kind != _SENTENCE and not case.is_alone]
    alone = [case for case in known if case.is_alone]
    found = crossed(longer)
    by_hand = [index for index, case in enumerate(longer) if case.kind not in (_MODEL_ANSWER, _TEXTBOOK)]
    for name, is_strangers in (("answers written by hand", False), ("strangers' answers", True)):
        written = [index for index in by_hand if longer[index].is_strangers is is_strangers]
        print(name)
        _table([longer[index] for index in written], found[written])
        likelihoods = found[written, [longer[index].verdict for index in written]]
        print("negative log-likelihood", -likelihoods.log().mean().item())
    modelled = [index for index, case in enumerate(longer) if case.kind == _MODEL_ANSWER]
    print("model answers heard", (found[modelled].argmax(1) == 0).float().mean().item())
    textbook = [index for index, case in enumerate(longer) if case.kind == _TEXTBOOK]
    print("textbook sentences")
    _table([longer[index] for index in textbook], found[textbook])
    print("single sentences")
    _table(alone, crossed(alone))
    for name, part in (("answer", longer), ("sentence", alone)):
        for verdict, row in zip(VERDICTS, fitted(part).tolist(), strict=True):
            print(f"{name}, {verdict}:", tuple(round(figure, 3) for figure in row))


def main() -> int:
    """Print figures, thresholds and how they fare: for answers of several sentences, then for single sentences."""
    read = answers_read()
    for beside in Beside:
        print(f"\nbeside {beside.value}")
        _print_fit([case for one in read for case in cases_of(one, beside)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
