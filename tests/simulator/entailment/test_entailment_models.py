from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from simulator.entailment.entailment_models import (
    ENTAILMENT_MODELS,
    EntailmentModel,
    EntailmentModelUnavailable,
    Load,
    load_entailment_model,
    load_trained_minilm,
)

CLAIMS = ("Dropout sets units to zero at random.", "The warehouse is in Hamburg.")
SAID = ("some neurons are switched off by chance", "our storage building stands in Hamburg", CLAIMS[0])


class SameLetters:
    """The plain model of these tests: a text makes a claim as far as they have letters in common."""

    def read(self, claims: tuple[str, ...], said: Sequence[str]) -> tuple[tuple[tuple[float, float], ...], ...]:
        return tuple(tuple((len(set(a) & set(b)) / len(set(a) | set(b)), 0.0) for b in said) for a in claims)


def missing() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is not installed.")


def damaged() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is damaged.")


MODELS = [*ENTAILMENT_MODELS, SameLetters]


@pytest.fixture(scope="module", params=MODELS, ids=lambda load: load.__name__)
def model(request: pytest.FixtureRequest) -> EntailmentModel:
    load: Load = request.param
    return load()


def test_there_is_a_row_for_each_claim_with_two_shares_for_each_text(model: EntailmentModel) -> None:
    rows = model.read(CLAIMS, SAID)
    assert [len(row) for row in rows] == [3, 3]
    assert all(
        0 <= made <= 1 and 0 <= contrary <= 1 and made + contrary <= 1.001 for row in rows for made, contrary in row
    )


def test_who_says_the_claim_itself_makes_it(model: EntailmentModel) -> None:
    (row,) = model.read(CLAIMS[:1], SAID)
    made = [figures[0] for figures in row]
    assert made[2] == max(made) > 0.5
    assert row[2][1] < 0.5


def test_a_pair_has_the_same_figures_in_any_company(model: EntailmentModel) -> None:
    rows = model.read(CLAIMS, SAID)
    alone = tuple(tuple(model.read((claim,), (text,))[0][0] for text in SAID) for claim in CLAIMS)
    assert rows == alone


def test_nothing_said_is_nothing_read(model: EntailmentModel) -> None:
    assert model.read(CLAIMS, ()) == ((), ())
    assert model.read((), SAID) == ()


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
