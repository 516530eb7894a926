"""The judging rules in one small JSON file: how they are read and kept. A bad value falls back alone."""

from __future__ import annotations

from dataclasses import Field, dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from question_bank.models import TargetTimes
from simulator.analysis.rules import (
    BAND_LIMITS,
    DEFAULT_RULES,
    MOST_PHRASES,
    ORDERED,
    TIME_LIMITS_S,
    JudgingRules,
    as_phrase,
)
from simulator.errors import RulesNotSaved
from simulator.private_file import read_object, usable_values, write_object

_KEPT_BESIDE: Final = "When you change any, the old file is kept beside the new one."


@dataclass(frozen=True, slots=True)
class LoadedRules:
    """Rules as far as they could be read, and a sentence for each value that could not."""

    rules: JudgingRules
    problems: tuple[str, ...] = ()


def load_rules(path: Path) -> JudgingRules:
    """The rules in `path`, with the default for everything missing or unusable. Never raises."""
    return read_rules(path).rules


def read_rules(path: Path) -> LoadedRules:
    """Like `load_rules`, with what was wrong. A missing file is no problem; unknown keys are left alone."""
    stored, why = read_object(path)
    if why:
        return LoadedRules(
            DEFAULT_RULES,
            (f"The judging rules in {path} cannot be read ({why}), so the defaults are in use. {_KEPT_BESIDE}",),
        )
    return _from_stored(stored)


def save_rules(rules: JudgingRules, path: Path) -> None:
    """Keep the rules in `path`. Raises RulesNotSaved."""

    def not_saved(why: str) -> RulesNotSaved:
        return RulesNotSaved(f"The judging rules could not be saved to {path} ({why}); the earlier ones stay in place.")

    write_object(path, rules, not_saved)


def _from_stored(stored: dict[str, Any]) -> LoadedRules:
    usable, problems = usable_values(stored, JudgingRules, _checked, _unusable)
    rules, crossed = _uncrossed(JudgingRules(**usable))
    return LoadedRules(rules, (*problems, *crossed))


def _unusable(field: Field[Any], error: Exception) -> str:
    return f"The judging rule “{field.name}” cannot be used ({error}); the default is used instead."


def _checked(name: str, stored: object, type_: Any) -> Any:
    value = msgspec.convert(stored, type_)
    if isinstance(value, tuple):
        return _checked_phrases(value)
    if isinstance(value, TargetTimes):
        return _checked_times(value)
    low, high = BAND_LIMITS[name]
    return _within(value, low, high)


def _within(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise msgspec.ValidationError(f"{value} is not between {low:g} and {high:g}")
    return value


def _checked_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    if len(phrases) > MOST_PHRASES:
        raise msgspec.ValidationError(f"more than {MOST_PHRASES} phrases")
    return tuple(dict.fromkeys(phrase for phrase in map(as_phrase, phrases) if phrase))


def _checked_times(times: TargetTimes) -> TargetTimes:
    for seconds in (times.min_s, times.target_s, times.max_s):
        _within(seconds, *TIME_LIMITS_S)
    if not times.min_s <= times.target_s <= times.max_s:
        raise msgspec.ValidationError("the times must not decrease: min_s, then target_s, then max_s")
    return times


def _uncrossed(rules: JudgingRules) -> tuple[JudgingRules, tuple[str, ...]]:
    """The rules with the defaults for bands that cross one another, and a sentence for each such group."""
    problems = []
    for group in ORDERED:
        values = [getattr(rules, name) for name in group]
        if values != sorted(values):
            defaults: dict[str, Any] = {name: getattr(DEFAULT_RULES, name) for name in group}
            rules = replace(rules, **defaults)
            problems.append(
                f"The judging rules {', '.join(group)} contradict each other; the defaults are used instead."
            )
    return rules, tuple(problems)
