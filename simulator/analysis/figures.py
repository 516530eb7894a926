"""Formula, band and source of each figure under the rules in use. The defaults stand in `bands`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from question_bank.labels import kind_label
from question_bank.models import Kind
from simulator.analysis.bands import FIGURES, Band, Figure
from simulator.analysis.rules import DEFAULT_RULES, JudgingRules

_YOURS: Final = "your own setting; as it came: "


def figure_of(name: str, rules: JudgingRules = DEFAULT_RULES) -> Figure:
    """The figure `name` of `bands.FIGURES` with the user's own bands in it, and said to be so. Raises KeyError."""
    usual = FIGURES[name]
    if (changed := _with_rules(name, usual, rules)) == _with_rules(name, usual, DEFAULT_RULES):
        return usual
    return replace(changed, source=f"{_YOURS}{usual.band} ({usual.source})")


def _with_rules(name: str, usual: Figure, rules: JudgingRules) -> Figure:
    match name:
        case "filler_sounds_per_minute":
            return replace(usual, band=_filler_words(rules), bands=_filler_bands(rules))
        case "filler_words_per_minute":
            formula = f"{', '.join(filter(rules.is_on, rules.phrases()))} ÷ minutes of speech"
            return replace(usual, formula=formula, band=_filler_words(rules), bands=_filler_bands(rules))
        case "words_per_minute":
            return replace(usual, band=f"{rules.pace_low_wpm:g} to {rules.pace_high_wpm:g}", bands=_pace_bands(rules))
        case "pauses":
            return replace(usual, formula=f"silence of 0.25 s or more; long from {rules.long_pause_s:g} s")
        case "length":
            return replace(usual, band=_targets(rules))
        case _:
            return usual


def _filler_words(rules: JudgingRules) -> str:
    return (
        f"up to {rules.fluent_per_minute:g} fluent, up to {rules.unremarkable_per_minute:g} unremarkable,"
        f" up to {rules.costly_per_minute:g} noticeable, above that costs ratings; zero is not the goal"
    )


def _filler_bands(rules: JudgingRules) -> tuple[Band, ...]:
    return (
        Band("fluent", None, rules.fluent_per_minute),
        Band("unremarkable", rules.fluent_per_minute, rules.unremarkable_per_minute),
        Band("noticeable", rules.unremarkable_per_minute, rules.costly_per_minute),
        Band("costs ratings", rules.costly_per_minute, None),
    )


def _pace_bands(rules: JudgingRules) -> tuple[Band, ...]:
    return (
        Band("comfortable", rules.pace_low_wpm, rules.pace_high_wpm),
        Band("slow", None, rules.pace_low_wpm),
        Band("fast", rules.pace_high_wpm, None),
    )


def _targets(rules: JudgingRules) -> str:
    times = ((kind_label(kind), rules.target_times(kind)) for kind in Kind)
    return ", ".join(f"{label} {time.target_s:g} to {time.max_s:g} s" for label, time in times)
