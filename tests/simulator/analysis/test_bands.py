from __future__ import annotations

import pytest

from simulator.analysis.bands import FIGURES


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_opens_to_its_formula_band_and_source(name: str) -> None:
    figure = FIGURES[name]
    assert all((figure.name, figure.formula, figure.band, figure.source))


@pytest.mark.parametrize(
    ("rate", "label"),
    [
        (0.0, "fluent"),
        (1.9, "fluent"),
        (2.0, "fluent"),
        (2.1, "unremarkable"),
        (5.0, "unremarkable"),
        (12.0, "noticeable"),
        (40.0, "costs ratings"),
    ],
)
def test_filler_bands_meet_without_gap_or_overlap(rate: float, label: str) -> None:
    assert FIGURES["filler_sounds_per_minute"].label_of(rate) == label


@pytest.mark.parametrize(
    ("rate", "label"), [(109.9, "slow"), (110.0, "comfortable"), (165.0, "comfortable"), (166.0, "fast")]
)
def test_pace_bands(rate: float, label: str) -> None:
    assert FIGURES["words_per_minute"].label_of(rate) == label


def test_a_figure_without_bands_has_no_label() -> None:
    assert FIGURES["ownership"].label_of(0.5) is None
