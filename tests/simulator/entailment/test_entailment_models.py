from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from simulator.entailment.entailment_model import EntailmentModel, EntailmentModelUnavailable
from simulator.entailment.entailment_models import (
    ENTAILMENT_MODELS,
    Load,
    load_entailment_model,
    load_trained_minilm,
)

CLAIMS = ("Dropout sets units to zero at random.", "The warehouse is in Hamburg.")
SAID = ("some neurons are switched off by chance", "our storage building stands in Hamburg", CLAIMS[0])
PAIRS = tuple((claim, said) for claim in CLAIMS for said in SAID)


class SameLetters:
    """The plain model of these tests: a text makes a claim as far as they have letters in common."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[float, float], ...]:
        return tuple((len(set(a) & set(b)) / len(set(a) | set(b)), 0.0) for a, b in pairs)


def missing() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is not installed.")


def damaged() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is damaged.")


MODELS = [*ENTAILMENT_MODELS, SameLetters]


@pytest.fixture(scope="module", params=MODELS, ids=lambda load: load.__name__)
def model(request: pytest.FixtureRequest) -> EntailmentModel:
    load: Load = request.param
    return load()


def test_there_are_two_shares_for_each_pair(model: EntailmentModel) -> None:
    figures = model.read(PAIRS)
    assert len(figures) == len(PAIRS)
    assert all(0 <= made <= 1 and 0 <= contrary <= 1 and made + contrary <= 1.001 for made, contrary in figures)


def test_who_says_the_claim_itself_makes_it(model: EntailmentModel) -> None:
    figures = model.read(PAIRS[: len(SAID)])
    made = [made for made, _contrary in figures]
    assert made[2] == max(made) > 0.5
    assert figures[2][1] < 0.5


def test_a_pair_has_the_same_figures_in_any_company(model: EntailmentModel) -> None:
    assert model.read(PAIRS) == tuple(model.read((pair,))[0] for pair in PAIRS)


def test_nothing_said_is_nothing_read(model: EntailmentModel) -> None:
    assert model.read(()) == ()


def test_the_first_that_works_is_taken() -> None:
    assert isinstance(load_entailment_model((missing, SameLetters, damaged)), SameLetters)


@pytest.mark.parametrize(("models", "reason"), [((missing, damaged), "not installed"), ((), "There is no text model")])
def test_where_none_works_the_best_one_says_why(models: Sequence[Load], reason: str) -> None:
    with pytest.raises(EntailmentModelUnavailable, match=reason):
        load_entailment_model(models)


def test_without_what_runs_it_a_model_is_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simulator.entailment.trained_minilm", None)
    with pytest.raises(EntailmentModelUnavailable, match="cannot be run here"):
        load_trained_minilm()
