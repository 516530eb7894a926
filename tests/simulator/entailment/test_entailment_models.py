from __future__ import annotations

from collections.abc import Sequence

import pytest

from simulator.entailment.entailment_models import (
    ENTAILMENT_MODELS,
    Load,
    EntailmentModel,
    EntailmentModelUnavailable,
    load_entailment_model,
)

TEXTS = ("Dropout sets units to zero at random.", "The warehouse is in Hamburg.")
SAID = ("some neurons are switched off by chance", "our storage building stands in Hamburg")


class SameLetters:
    """The plain model of these tests: texts are as near as the share of letters that they have in common."""

    def prepare(self, texts: tuple[str, ...]) -> None:
        """Nothing needs to be made ready."""

    def cosines(self, texts: tuple[str, ...], said: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(len(set(a) & set(b)) / len(set(a) | set(b)) for b in said) for a in texts)


def missing() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is not installed.")


def damaged() -> EntailmentModel:
    raise EntailmentModelUnavailable("It is damaged.")


@pytest.fixture(scope="module", params=[*ENTAILMENT_MODELS, SameLetters], ids=lambda load: load.__name__)
def model(request: pytest.FixtureRequest) -> EntailmentModel:
    load: Load = request.param
    return load()


def test_there_is_a_row_for_each_text_with_a_figure_for_each_stretch(model: EntailmentModel) -> None:
    rows = model.cosines(TEXTS, (*SAID, TEXTS[0]))
    assert [len(row) for row in rows] == [3, 3]
    assert all(-1.001 <= figure <= 1.001 for row in rows for figure in row)


def test_a_text_is_nearest_to_itself(model: EntailmentModel) -> None:
    (row,) = model.cosines(TEXTS[:1], (*SAID, TEXTS[0]))
    assert max(row) == row[2] == pytest.approx(1, abs=0.01)


def test_being_ready_changes_no_figure(model: EntailmentModel) -> None:
    before = model.cosines(TEXTS, SAID)
    model.prepare(TEXTS)
    assert model.cosines(TEXTS, SAID) == before


def test_nothing_said_is_near_nothing(model: EntailmentModel) -> None:
    assert model.cosines(TEXTS, ()) == ((), ())
    assert model.cosines((), SAID) == ()


def test_the_first_that_works_is_taken() -> None:
    assert isinstance(load_entailment_model((missing, SameLetters, damaged)), SameLetters)


@pytest.mark.parametrize(("models", "reason"), [((missing, damaged), "not installed"), ((), "There is no model")])
def test_where_none_works_the_best_one_says_why(models: Sequence[Load], reason: str) -> None:
    with pytest.raises(EntailmentModelUnavailable, match=reason):
        load_entailment_model(models)
