"""Rules the user may change: what changes with them, and what a name of theirs tells apart."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from question_bank.models import TARGET_TIMES, Kind, TargetTimes
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.english.filler_phrases import FILLER_PHRASES
from simulator.analysis.fillers.filler_words import _RULES
from simulator.analysis.measures import DEFINITIONS, Measure, definition_of
from simulator.analysis.rules import BAND_LIMITS, DEFAULT_RULES, JudgingRules, as_phrase
from simulator.transcript import Span, Transcript, Word
from tests.simulator.builders import a_question

SPOKEN = (
    "At the end of the day I would, you know, look at the data first because um the labels may be uh wrong. "
    "Then I would train the simple model and, at the end of the day, compare it with a baseline on a set. "
    "If the error is high on both, I add features; if only on the second, I regularise it."
)


def transcript() -> Transcript:
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(SPOKEN.split()))
    length_s = len(words) / 2
    return Transcript(length_s, words, (Span(0.0, length_s),), language="en", model="test")


def words_found(rules: JudgingRules) -> list[str]:
    return [filler.text for filler in analyse(transcript(), rules=rules).fillers if filler.kind == "word"]


def test_the_word_list_is_what_is_judged() -> None:
    assert set(FILLER_PHRASES) == {" ".join(rule[0]) for rule in _RULES}


def test_a_phrase_switched_off_is_no_filler() -> None:
    assert words_found(DEFAULT_RULES) == ["you know"]
    assert words_found(DEFAULT_RULES.with_switch("you know", is_on=False)) == []


def test_a_phrase_of_ones_own_counts_wherever_it_is_said() -> None:
    rules = DEFAULT_RULES.with_filler("  At the END of the day, ")
    assert words_found(rules) == ["at the end of the day", "you know", "at the end of the day"]
    assert words_found(rules.with_switch("at the end of the day", is_on=False)) == ["you know"]
    assert rules.without_filler("at the end of the day") == DEFAULT_RULES


def test_adding_what_is_there_switches_it_on() -> None:
    off = DEFAULT_RULES.with_switch("so", is_on=False)
    assert off.with_filler("So") == DEFAULT_RULES
    assert DEFAULT_RULES.with_filler(" … ") == DEFAULT_RULES
    assert as_phrase("one two three four five six seven") == ""


def test_a_report_names_its_rules() -> None:
    usual, changed = analyse(transcript()), analyse(transcript(), rules=DEFAULT_RULES.with_band("pace_low_wpm", 90))
    assert (usual.rules, usual.rules_used) == ("default", None)
    assert len(changed.rules) == 8
    assert changed.rules_used is not None
    assert changed.analysis_version == usual.analysis_version
    assert analyse_text(SPOKEN, rules=DEFAULT_RULES.with_switch("so", is_on=False)).rules != "default"
    assert analyse(Transcript(1.0), rules=DEFAULT_RULES.with_switch("so", is_on=False)).rules != "default"


def test_every_change_has_a_name_of_its_own() -> None:
    changes = [
        DEFAULT_RULES,
        DEFAULT_RULES.with_filler("anyhow"),
        DEFAULT_RULES.with_switch("so", is_on=False),
        DEFAULT_RULES.with_times(Kind.QUICK, 30, 50),
        *(DEFAULT_RULES.with_band(field, low + 0.7) for field, (low, _) in BAND_LIMITS.items()),
    ]
    assert len({rules.name for rules in changes}) == len(changes)


def test_the_order_of_a_word_list_means_nothing() -> None:
    one = DEFAULT_RULES.with_filler("anyhow").with_filler("say")
    other = DEFAULT_RULES.with_filler("say").with_filler("anyhow")
    assert one.name == other.name != "default"


def test_bands_that_may_not_cross_give_way() -> None:
    rules = DEFAULT_RULES.with_band("fluent_per_minute", 15)
    assert (rules.unremarkable_per_minute, rules.costly_per_minute) == (15, 15)
    assert DEFAULT_RULES.with_band("pace_high_wpm", 100).pace_low_wpm == 100
    assert DEFAULT_RULES.with_band("long_pause_s", 99).long_pause_s == BAND_LIMITS["long_pause_s"][1]


@pytest.mark.parametrize("kind", list(Kind))
def test_targets_never_fall(kind: Kind) -> None:
    times = DEFAULT_RULES.with_times(kind, 5, 3).target_times(kind)
    assert times == TargetTimes(5, 5, 5)
    assert DEFAULT_RULES.with_times(kind, TARGET_TIMES[kind].target_s, TARGET_TIMES[kind].max_s) == DEFAULT_RULES


def test_a_question_with_a_target_of_its_own_keeps_it() -> None:
    rules = DEFAULT_RULES.with_times(Kind.SHORT, 60, 80)
    usual = a_question(1, Kind.SHORT)
    own = replace(usual, times=TargetTimes(10, 30, 60))
    assert rules.asked(usual).times == TargetTimes(30, 60, 80)
    assert rules.asked(own) == own
    length = analyse(transcript(), usual, rules=DEFAULT_RULES.with_times(Kind.SHORT, 20, 25)).length
    assert length is not None
    assert (length.target_s, length.light) == (20, "red")


def test_reset_of_one_part_leaves_the_other() -> None:
    rules = DEFAULT_RULES.with_filler("anyhow").with_band("pace_low_wpm", 90)
    assert rules.with_usual_bands() == DEFAULT_RULES.with_filler("anyhow")
    assert rules.with_usual_words() == DEFAULT_RULES.with_band("pace_low_wpm", 90)


def test_advice_goes_by_the_users_bands() -> None:
    pace = analyse(transcript(), rules=DEFAULT_RULES.with_band("pace_high_wpm", 100))
    assert any(finding.id == "pace.fast" and "up to 100" in finding.text for finding in pace.findings)
    strict = analyse(transcript(), rules=DEFAULT_RULES.with_band("unremarkable_per_minute", 2))
    assert any(finding.id == "fillers.sounds" for finding in strict.findings)
    assert not any(finding.id == "fillers.sounds" for finding in analyse(transcript()).findings)


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_under_the_usual_rules_is_the_published_one(measure: Measure) -> None:
    assert definition_of(measure) is DEFINITIONS[measure]


def test_a_measure_under_ones_own_rules_says_so_and_keeps_the_source() -> None:
    figure = definition_of(Measure.WORDS_PER_MINUTE, DEFAULT_RULES.with_band("pace_low_wpm", 90))
    assert figure.band == "90 to 165"
    assert figure.label_of(95) == "comfortable"
    assert "your own setting" in figure.source
    assert DEFINITIONS[Measure.WORDS_PER_MINUTE].source in figure.source
    fillers = definition_of(Measure.FILLER_SOUNDS, DEFAULT_RULES.with_band("fluent_per_minute", 4))
    assert fillers.label_of(3.5) == "fluent"
    words = definition_of(Measure.FILLER_WORDS, DEFAULT_RULES.with_switch("so", is_on=False).with_filler("anyhow"))
    assert "anyhow" in words.formula
    assert "so" not in words.formula.split(" ÷ ")[0].split(", ")
    assert "long from 2 s" in definition_of(Measure.PAUSES, DEFAULT_RULES.with_band("long_pause_s", 2)).formula
    assert "60 to 80 s" in definition_of(Measure.LENGTH, DEFAULT_RULES.with_times(Kind.SHORT, 60, 80)).band


def test_limits_hold_for_every_number() -> None:
    numbers = {field.name for field in fields(JudgingRules) if isinstance(getattr(DEFAULT_RULES, field.name), float)}
    assert numbers == set(BAND_LIMITS)
