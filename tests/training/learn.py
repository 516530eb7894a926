"""Trains the network: public entailment and students' answers first, then this project's own, seven times.

`python -m tests.training.learn --public FOLDER --out FILE` takes about five hours on two cores. What is
printed after each stage is measured on questions of the training part that nothing is learnt from.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn

from tests.answers.labelled import heard_statements
from tests.training.mining import mined
from tests.training.network import Entailment, batches, tensors, tokenizer, untrained
from tests.training.pairs import (
    LABELS,
    Pair,
    as_spoken,
    as_written,
    counted,
    entailment,
    nearest_and_told,
    nearest_but_not_made,
    own_answers,
    own_questions,
    own_statements,
    red_flags,
    students,
)
from tests.training.slips import Slips, as_heard, with_slips
from tests.training.wordings import fresh, in_lists, in_own_words, model_answers, put_right, read_back

SEED: Final = 1
RATE: Final = 8e-5
_WARMING: Final = 0.06
_SMOOTHING: Final = 0.05
_TOKENS: Final = 2600
_TOKENS_AT_LAST: Final = 1300
_SORTED_TOGETHER: Final = 1024
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
_REPORT_EVERY: Final = 50
_SMALLER_BATCHES_FROM: Final = 5
_LAST_COURSE: Final = 6

Stage = list[Pair]


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


def third_course(network: Entailment, public: Path, chance: random.Random) -> Iterator[Stage]:
    """Windows of whole answers that it misreads, its statements beside others, and the students' answers once more."""
    pairs = mined(own_answers(development=False), lambda asked: probabilities(network, asked).tolist())
    pairs += as_spoken(own_statements(development=False), chance, in_company=_MORE_COMPANY)
    pairs += red_flags(development=False) + students(public, kept=False)
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]


def fourth_course(network: Entailment, public: Path, chance: random.Random) -> Iterator[Stage]:
    """What it misreads again, and all that statements lack: the claim's own words, lists, mistakes put right."""
    questions = own_questions(development=False)
    answers = own_answers(development=False) + model_answers(questions)
    answers = chance.sample(answers, round(_ANSWERS_AGAIN * len(answers)))
    pairs = mined(answers, lambda asked: probabilities(network, asked).tolist())
    known = own_statements(development=False)
    pairs += as_spoken(fresh(known, chance), chance, in_company=_MORE_COMPANY)
    pairs += in_own_words(known, chance) + put_right(known, chance) + read_back(questions, chance)
    pairs += in_lists(known, chance) + in_lists(known, chance)
    pairs += 2 * red_flags(development=False)
    pairs += [pair for pair in students(public, kept=False) if chance.random() < _STUDENTS_AGAIN]
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _NEITHER_KEPT]


def fifth_course(network: Entailment, public: Path, chance: random.Random) -> Iterator[Stage]:
    """All that tells made from contrary once more, all students, and answers where cues show what makes a point."""
    answers = own_answers(development=False) + model_answers(own_questions(development=False))
    answers = chance.sample(answers, round(_ANSWERS_ONCE_MORE * len(answers)))
    pairs = mined(answers, lambda asked: probabilities(network, asked).tolist())
    known = own_statements(development=False)
    pairs += as_spoken(known, chance, in_company=_MORE_COMPANY)
    pairs += put_right(known, chance) + in_lists(known, chance) + 2 * red_flags(development=False)
    yield [pair for pair in pairs if pair.label != "neither" or chance.random() < _LITTLE_NEITHER] + students(
        public, kept=False
    )


def sixth_course(network: Entailment, public: Path, chance: random.Random) -> Iterator[Stage]:
    """What a recogniser writes: statements that it heard, others with its slips, and what it misreads in answers."""
    answers = own_answers(development=False)
    pairs = mined(
        chance.sample(answers, round(_ANSWERS_AT_LAST * len(answers))),
        lambda asked: probabilities(network, asked).tolist(),
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


def _course(number: int, network: Entailment, public: Path, chance: random.Random) -> Iterator[Stage]:
    match number:
        case 1:
            return first_course(public, chance)
        case 2:
            return second_course(chance)
        case 3:
            return third_course(network, public, chance)
        case 4:
            return fourth_course(network, public, chance)
        case 5:
            return fifth_course(network, public, chance)
        case _:
            return sixth_course(network, public, chance)


def learn(network: Entailment, read: Sequence[Stage], out: Path, tokens: int = _TOKENS) -> None:
    """One pass over each stage with one schedule, `tokens` in a batch; the weights are written after each."""
    known = tokenizer()
    held_back = as_written(own_statements(development=True))
    planned = [_planned(stage, known, tokens) for stage in read]
    optimizer, schedule = _optimizer(network, sum(len(batch) for batch in planned))
    network.train()
    for number, (stage, plan) in enumerate(zip(read, planned, strict=True)):
        print(f"stage {number}: {len(stage)} pairs {dict(counted(stage))}, {len(plan)} batches", flush=True)
        _one_pass(network, plan, optimizer, schedule)
        save_file(network.state_dict(), out)
        print(f"stage {number} held back: {agreement(network, held_back)}", flush=True)


Plan = list[tuple[dict[str, torch.Tensor], torch.Tensor]]


def _planned(stage: Stage, known: Tokenizer, tokens: int) -> Plan:
    encoded = [known.encode(pair.claim, pair.said) for pair in stage]
    labels = torch.tensor([LABELS.index(pair.label) for pair in stage])
    chance = random.Random(SEED)
    order = list(range(len(stage)))
    chance.shuffle(order)
    alike: list[int] = []
    for start in range(0, len(order), _SORTED_TOGETHER):
        alike += sorted(order[start : start + _SORTED_TOGETHER], key=lambda index: len(encoded[index].ids))
    plan = [(tensors([encoded[index] for index in batch]), labels[batch]) for batch in batches(encoded, tokens, alike)]
    chance.shuffle(plan)
    return plan


def _optimizer(network: Entailment, steps: int) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW; word embeddings stay as they are, so that a word never trained on stays beside its neighbours."""
    for parameter in network.encoder.embeddings.parameters():
        parameter.requires_grad = False
    learning = [parameter for parameter in network.parameters() if parameter.requires_grad]
    matrices = [parameter for parameter in learning if parameter.ndim > 1]
    rest = [parameter for parameter in learning if parameter.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE)
    warming = _WARMING * steps
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warming) * max(0.0, (steps - step) / steps)
    )


def _one_pass(
    network: Entailment, plan: Plan, optimizer: torch.optim.AdamW, schedule: torch.optim.lr_scheduler.LambdaLR
) -> None:
    started, losses = time.monotonic(), 0.0
    for number, (inputs, labels) in enumerate(plan, 1):
        loss = nn.functional.cross_entropy(network(**inputs), labels, label_smoothing=_SMOOTHING)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses += loss.item()
        if number % _REPORT_EVERY == 0:
            passed = time.monotonic() - started
            print(f"{number} of {len(plan)}: loss {losses / _REPORT_EVERY:.3f}, {passed:.0f} s", flush=True)
            losses = 0.0


def probabilities(network: Entailment, pairs: Sequence[Pair]) -> torch.Tensor:
    """Of each pair how likely each label is."""
    known = tokenizer()
    encoded = [known.encode(pair.claim, pair.said) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda index: len(encoded[index].ids))
    found = torch.zeros(len(pairs), len(LABELS))
    network.eval()
    with torch.inference_mode():
        for batch in batches(encoded, 2 * _TOKENS, order):
            found[batch] = network(**tensors([encoded[index] for index in batch])).softmax(-1)
    network.train()
    return found


def agreement(network: Entailment, pairs: Sequence[Pair]) -> str:
    """The share of pairs whose likeliest label is theirs, and precision and recall of each label."""
    found = probabilities(network, pairs).argmax(1)
    labels = torch.tensor([LABELS.index(pair.label) for pair in pairs])
    words = [f"{len(pairs)} pairs, right {(found == labels).float().mean().item():.3f}"]
    for index, label in enumerate(LABELS):
        hits = ((found == index) & (labels == index)).sum().item()
        precision = hits / max(1, (found == index).sum().item())
        recall = hits / max(1, (labels == index).sum().item())
        words.append(
            f"{label} {precision:.3f}/{recall:.3f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"
        )
    return "; ".join(words)


def main() -> int:
    """Train from the base."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.learn", description=__doc__)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public pairs; see the model card")
    parser.add_argument("--out", type=Path, required=True, help="the weights, as safetensors")
    parser.add_argument("--after", type=Path, help="weights to go on from, with the course that --course names")
    parser.add_argument(
        "--course", type=int, default=1, choices=range(1, _LAST_COURSE + 1), help="the first course to be held"
    )
    chosen = parser.parse_args()
    network = untrained()
    if chosen.after:
        network.load_state_dict(load_file(chosen.after))
    for number in range(chosen.course, _LAST_COURSE + 1):
        seed = SEED + number - 1
        torch.manual_seed(seed)
        print(f"course {number}", flush=True)
        stages = list(_course(number, network, chosen.public, random.Random(seed)))
        learn(network, stages, chosen.out, _TOKENS if number < _SMALLER_BATCHES_FROM else _TOKENS_AT_LAST)
    held_back = own_statements(development=True)
    chance = random.Random(SEED)
    print(f"in their own words, held back: {agreement(network, in_own_words(held_back, chance))}")
    print(f"put right, held back: {agreement(network, put_right(held_back, chance))}")
    print(f"in lists, held back: {agreement(network, in_lists(held_back, chance))}")
    print(f"red flags held back: {agreement(network, red_flags(development=True))}")
    print(f"students, questions kept: {agreement(network, students(chosen.public, kept=True))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
