"""Trains the network: public entailment and students' answers first, then this project's own, ten times.

`python -m tests.training.learn --public FOLDER --out FILE` takes six and a half hours on two cores. What is
printed after each stage is measured on questions of the training part that nothing is learnt from.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn

from tests.training.courses import LAST_COURSE, Stage, course
from tests.training.network import Entailment, batches, tensors, tokenizer, untrained
from tests.training.pairs import (
    LABELS,
    Pair,
    as_written,
    counted,
    own_opposed,
    own_statements,
    red_flags,
    students,
)
from tests.training.wordings import in_lists, in_own_words, put_right

SEED: Final = 1
RATE: Final = 8e-5
_WARMING: Final = 0.06
_SMOOTHING: Final = 0.05
_TOKENS: Final = 2600
_TOKENS_AT_LAST: Final = 1300
_SORTED_TOGETHER: Final = 1024
_REPORT_EVERY: Final = 50
_SMALLER_BATCHES_FROM: Final = 5
_AVERAGED: Final = {7: (7, 0.4), 9: (8, 0.5), 10: (10, 0.25)}
"""After which course weights are averaged with those from before which course, and the share of these."""
_SEED_LEFT_OUT: Final = 8  # of a pass that was tried and left out


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


def _average(network: Entailment, before: Mapping[str, torch.Tensor], share: float) -> None:
    """Weights between those of before the course and those of after: most of what was learnt, little of what was lost.

    Averaging after fine-tuning: Wortsman and others 2022, "Robust fine-tuning of zero-shot models" (WiSE-FT).
    """
    after = network.state_dict()
    network.load_state_dict({name: share * weight + (1 - share) * after[name] for name, weight in before.items()})


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


def _seed(number: int) -> int:
    seed = SEED + number - 1
    return seed if seed < _SEED_LEFT_OUT else seed + 1


def main() -> int:
    """Train from the base."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.learn", description=__doc__)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public pairs; see the model card")
    parser.add_argument("--out", type=Path, required=True, help="the weights, as safetensors")
    parser.add_argument("--after", type=Path, help="weights to go on from, with the course that --course names")
    parser.add_argument(
        "--course", type=int, default=1, choices=range(1, LAST_COURSE + 1), help="the first course to be held"
    )
    chosen = parser.parse_args()
    network = untrained()
    if chosen.after:
        network.load_state_dict(load_file(chosen.after))

    def read(asked: list[Pair]) -> list[list[float]]:
        return probabilities(network, asked).tolist()

    befores: dict[int, dict[str, torch.Tensor]] = {}
    for number in range(chosen.course, LAST_COURSE + 1):
        seed = _seed(number)
        torch.manual_seed(seed)
        print(f"course {number}", flush=True)
        stages = list(
            course(number, lambda asked: probabilities(network, asked).tolist(), chosen.public, random.Random(seed))
        )
        befores[number] = {name: weight.clone() for name, weight in network.state_dict().items()}
        learn(network, stages, chosen.out, _TOKENS if number < _SMALLER_BATCHES_FROM else _TOKENS_AT_LAST)
        since, share = _AVERAGED.get(number, (number, 0.0))
        if share and since in befores:
            _average(network, befores[since], share)
            save_file(network.state_dict(), chosen.out)
    held_back = own_statements(development=True)
    chance = random.Random(SEED)
    print(f"textbook, held back: {agreement(network, as_written(own_opposed('textbook', development=True)))}")
    print(f"in their own words, held back: {agreement(network, in_own_words(held_back, chance))}")
    print(f"put right, held back: {agreement(network, put_right(held_back, chance))}")
    print(f"in lists, held back: {agreement(network, in_lists(held_back, chance))}")
    print(f"red flags held back: {agreement(network, red_flags(development=True))}")
    print(f"students, questions kept: {agreement(network, students(chosen.public, kept=True))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
