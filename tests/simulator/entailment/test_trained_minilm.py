"""The trained model in this process: what it makes of a pair, what it hands to onnxruntime, what it refuses to load."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.entailment import trained_minilm
from simulator.entailment.entailment_model import EntailmentModelUnavailable
from simulator.entailment.trained_minilm import TrainedMiniLm

CLAIM = "Dropout is switched off at prediction."
MADE = "when I predict, I turn dropout off and all of the units stay on"
CONTRARY = "at prediction half of the units are still dropped, just as in training"
NEITHER = "I have used PyTorch in many projects, and it always worked well for me"
ODD = ["", "\x00", "漢字", "🙂 🙂", "a" * 5000, "word " * 5000, "[SEP] [MASK]"]
FIRST, SEPARATOR = 101, 102


class FakeSession:
    """Counts the pieces of the claim, of what was said, and puts both into the logits."""

    def __init__(self) -> None:
        self.inputs: list[Mapping[str, NDArray[np.int64]]] = []

    def run(self, outputs: Sequence[str] | None, inputs: Mapping[str, NDArray[np.int64]]) -> list[Any]:
        self.inputs.append(inputs)
        types = inputs["token_type_ids"]
        claim = (types == 0).sum(axis=1) / 10
        said = (types == 1).sum(axis=1) / 10
        return [np.stack([claim, said, np.zeros(len(types))], axis=1).astype(np.float32)]


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def model(session: FakeSession) -> TrainedMiniLm:
    return TrainedMiniLm(session, trained_minilm.tokenizer_of(vocabulary()))


@pytest.fixture(scope="module")
def loaded() -> TrainedMiniLm:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORT_DISABLE_TELEMETRY", "1")
        return TrainedMiniLm.load()


def vocabulary() -> list[str]:
    return (trained_minilm.FOLDER / "vocabulary.txt").read_text(encoding="utf-8").splitlines()


def test_logits_become_shares_of_made_and_contrary(model: TrainedMiniLm) -> None:
    (figures,) = model.read([("one two", "three")])
    powers = [math.exp(0.4), math.exp(0.2), 1.0]  # [CLS] one two [SEP], three [SEP]
    assert figures == pytest.approx([power / sum(powers) for power in powers[:2]], abs=1e-4)


def test_figures_come_in_the_order_of_the_pairs(model: TrainedMiniLm) -> None:
    short, longer_claim, more_said = model.read([("one", "four"), ("one two three", "four"), ("one", "four five six")])
    assert longer_claim[0] > short[0]  # by the fake's first logit
    assert more_said[1] > short[1]


def test_a_claim_comes_first_and_what_was_said_second_each_pair_alone(
    model: TrainedMiniLm, session: FakeSession
) -> None:
    model.read([("dropout", "it is random"), ("dropout", "no")])
    for inputs in session.inputs:
        (ids,), (types,), (mask,) = inputs["input_ids"], inputs["token_type_ids"], inputs["attention_mask"]
        assert {values.dtype for values in inputs.values()} == {np.dtype(np.int64)}
        assert (ids[0], ids[-1], list(ids).count(SEPARATOR)) == (FIRST, SEPARATOR, 2)
        first_end = list(ids).index(SEPARATOR)
        assert list(types) == [0] * (first_end + 1) + [1] * (len(ids) - first_end - 1)
        assert all(mask)


def test_the_longer_of_two_texts_is_cut_first(model: TrainedMiniLm, session: FakeSession) -> None:
    model.read([("one two three", "word " * 200)])
    (ids,), (types,) = session.inputs[0]["input_ids"], session.inputs[0]["token_type_ids"]
    assert (len(ids), list(types).count(0)) == (96, 5)


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_are_read_too(model: TrainedMiniLm, session: FakeSession, odd: str) -> None:
    for made, contrary in model.read([(CLAIM, odd), (odd, MADE)]):
        assert 0 <= made + contrary <= 1
    assert all(list(inputs["input_ids"][0]).count(SEPARATOR) == 2 for inputs in session.inputs)


def test_nothing_to_read_gives_no_figures(model: TrainedMiniLm) -> None:
    assert model.read(()) == ()


def test_made_contrary_and_neither_are_told_apart(loaded: TrainedMiniLm) -> None:
    made, contrary, neither = loaded.read([(CLAIM, said) for said in (MADE, CONTRARY, NEITHER)])
    assert made[0] > 0.5 > made[1]
    assert contrary[1] > 0.5 > contrary[0]
    assert max(neither) < 0.5


def test_capitals_change_nothing(loaded: TrainedMiniLm) -> None:
    as_said, shouted = loaded.read([(CLAIM, MADE), (CLAIM, MADE.upper())])
    assert as_said == shouted


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_have_figures(loaded: TrainedMiniLm, odd: str) -> None:
    ((made, contrary),) = loaded.read([(CLAIM, odd)])
    assert 0 <= made + contrary <= 1.001


def test_damaged_weights_are_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights.onnx").write_bytes(b"not the weights")
    monkeypatch.setattr(trained_minilm, "FOLDER", tmp_path)
    with pytest.raises(EntailmentModelUnavailable, match=r"weights\.onnx of the text model is damaged"):
        TrainedMiniLm.load()


def test_missing_weights_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained_minilm, "FOLDER", tmp_path)
    with pytest.raises(EntailmentModelUnavailable, match=r"weights\.onnx .* cannot be opened: No such file"):
        TrainedMiniLm.load()


def test_the_vocabulary_is_the_pinned_one() -> None:
    assert len(vocabulary()) == 30_522
    assert trained_minilm.checked(trained_minilm.FOLDER / "vocabulary.txt", trained_minilm.VOCABULARY_SHA256)
