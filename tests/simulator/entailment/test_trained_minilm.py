"""The text model in this process: what it takes for near, and what it refuses to load."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.entailment import minilm as model
from simulator.entailment.trained_minilm import TrainedMiniLm
from simulator.entailment.entailment_models import EntailmentModelUnavailable

TEXTS = ("The model has learnt the noise of the training data.", "Pooling makes the picture smaller.")


@pytest.fixture(scope="module")
def loaded() -> TrainedMiniLm:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORT_DISABLE_TELEMETRY", "1")
        return TrainedMiniLm.load()


def test_what_means_the_same_is_near(loaded: TrainedMiniLm) -> None:
    (noise, pooling) = loaded.cosines(
        TEXTS, ("it knows the examples by heart with all their noise", "it halves the image")
    )
    assert noise[0] > noise[1] + 0.2
    assert pooling[1] > pooling[0] + 0.2


def test_a_text_is_as_near_as_can_be_to_itself_in_any_case(loaded: TrainedMiniLm) -> None:
    ((same, shouted),) = loaded.cosines(TEXTS[:1], (TEXTS[0], TEXTS[0].upper()))
    assert same == pytest.approx(1.0, abs=1e-4)
    assert shouted == same


@pytest.mark.parametrize("odd", ["", "\x00", "漢字", "🙂 🙂", "a" * 5000, "word " * 5000, "[SEP] [MASK]"])
def test_odd_texts_have_a_figure_too(loaded: TrainedMiniLm, odd: str) -> None:
    ((figure,),) = loaded.cosines(TEXTS[:1], (odd,))
    assert -1 <= figure <= 1


def test_nothing_to_compare_gives_empty_rows(loaded: TrainedMiniLm) -> None:
    assert loaded.cosines(TEXTS, ()) == ((), ())
    assert loaded.cosines((), TEXTS) == ()


def test_damaged_weights_are_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"not the weights")
    monkeypatch.setattr(model, "_installed", lambda: damaged)
    with pytest.raises(EntailmentModelUnavailable, match=r"model\.onnx of the model of meanings is damaged"):
        TrainedMiniLm.load()


def test_missing_weights_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_installed", lambda: tmp_path / "model.onnx")
    with pytest.raises(EntailmentModelUnavailable, match="cannot be read"):
        TrainedMiniLm.load()
    monkeypatch.undo()
    monkeypatch.setattr(model, "MODEL_PACKAGE", "a_package_nobody_has")
    with pytest.raises(EntailmentModelUnavailable, match="not installed"):
        TrainedMiniLm.load()
