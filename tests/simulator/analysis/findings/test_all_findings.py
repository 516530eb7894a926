"""Each finding, made by an answer that deserves it; what is measured is tested beside its measure."""

from __future__ import annotations

from typing import Final

import pytest

from question_bank.models import Kind
from simulator.analysis.analyse import analyse
from simulator.analysis.report import AnswerReport, Usual
from simulator.transcript import FilledPause
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import spoken

_GOOD: Final = (
    "Overfitting is when a model learns the noise by heart. I compare training error with validation error on unseen"
    " data, and a gap between the two tells me. Then I add dropout or weight decay, because both are cheap to try. More"
    " data or early stopping would be my next step. In the end I choose whatever closes the gap without hurting the"
    " score."
)
_PADDING: Final = "Nobody in that town ever painted a fence in winter. "


def _report(text: str, kind: Kind = Kind.SHORT, usual: Usual | None = None, tail_s: float = 0.0) -> AnswerReport:
    return analyse(spoken(text, tail_s=tail_s), OVERFITTING, kind, usual=usual)


def _ids(report: AnswerReport) -> set[str]:
    return {finding.id for finding in report.findings}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (_GOOD, "points.all"),
        (_GOOD, "point.early"),
        (_GOOD, "fillers.fluent"),
        (_GOOD.replace("dropout or weight decay", "this or that"), "points.missed"),
        (_PADDING * 9 + _GOOD, "point.late"),
        (_GOOD + " I don't know this one, but I would look it up.", "honesty"),
        (_GOOD + " It never fails.", "claims.over"),
        (_GOOD + " My last boss was an idiot.", "tone.employer"),
        (_GOOD + " That sucks.", "tone.slang"),
        (_GOOD + " What about the salary?", "tone.pay"),
        (_GOOD + " Maybe it helps. I guess it might. Probably it does.", "hedges"),
        (_GOOD + " " + _PADDING * 15 + "It learns the noise by heart, so yeah", "structure.could_stop"),
        (_GOOD + " So yeah", "structure.trails_off"),
        (_GOOD.replace("a gap", "um a gap um between uh"), "fillers.cluster"),
        (_GOOD.replace(" the ", " um the "), "fillers.sounds"),
        (
            _GOOD.replace("Then", "It was, you know, hard. It was, you know, slow. It was, you know, late. Then"),
            "words.filler",
        ),
        (_GOOD.replace(" the ", " the the "), "repeats"),
        (_GOOD.replace("the gap", "the [2.0] gap").replace("the noise", "the [2.0] noise"), "pauses.inside"),
        (_GOOD.replace(". ", ". [9.0] "), "pace.slow"),
    ],
)
def test_findings(text: str, finding: str) -> None:
    assert finding in _ids(_report(text))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (_GOOD.replace("Then", "[6.0] Then"), "thinking.silence"),
        ("[12.0] " + _GOOD, "thinking.silence"),
        (_GOOD, "thinking.assumptions"),
        ("I assume few rows. Alternatively we could go on. " + _GOOD, "thinking.clear"),
    ],
)
def test_findings_on_thinking_aloud(text: str, finding: str) -> None:
    assert finding in _ids(_report(text, Kind.THINK_ALOUD))


def test_length_has_its_say_only_beyond_its_marks() -> None:
    assert "length.over" in _ids(_report(_GOOD + " [130] That is all."))
    assert "length.good" in _ids(
        _report(_GOOD + " That is how I go about it, and so far it has served me well in practice.")
    )
    assert "length.good" not in _ids(_report(_GOOD, tail_s=20.0))
    assert "length.short" in _ids(_report(_GOOD.split(" More data")[0]))
    assert "length.short" not in _ids(_report(_GOOD))


def test_the_users_own_figures_come_before_the_band() -> None:
    usual = Usual(answer_count=5, filler_sounds_per_minute=8.0)
    report = _report(_GOOD.replace("a gap", "um a gap um"), usual=usual)
    (finding,) = [finding for finding in report.findings if finding.id == "fillers.fewer"]
    assert "you usually have 8.0" in finding.text
    assert finding.is_praise


def test_every_finding_has_a_place_to_listen_to() -> None:
    rambling = _GOOD + " " + _PADDING * 15 + "It learns the noise by heart, so yeah"
    for text in (_GOOD, rambling, _GOOD.replace(" a ", " um a ")):
        report = _report(text)
        assert report.duration_s is not None
        for finding in report.findings:
            assert finding.start_s is not None
            assert finding.end_s is not None
            assert 0 <= finding.start_s <= finding.end_s <= report.duration_s


def test_content_stands_above_structure_and_structure_above_delivery() -> None:
    text = _GOOD.replace("dropout or weight decay", "this or that").replace("a gap", "um a gap um uh") + " So yeah"
    ids = [finding.id for finding in _report(text).findings]
    assert ids.index("points.missed") < ids.index("structure.trails_off") < ids.index("fillers.cluster")


def test_a_sound_beside_the_words_counts_too() -> None:
    pauses = tuple(FilledPause("um", second + 0.31, second + 0.39, 0.9) for second in range(4, 24, 2))
    report = analyse(spoken(_GOOD, filled_pauses=pauses), OVERFITTING)
    assert "fillers.sounds" in _ids(report)


@pytest.mark.parametrize(
    ("text", "kind", "finding"),
    [
        (
            "I would use a tree because it is easy to read, since we have few rows, so that nobody waits. " + _GOOD,
            Kind.SHORT,
            "reasons.given",
        ),
        ("It took nine days and saved 20 % of the time. " + _GOOD, Kind.STORY, "evidence.numbers"),
        (_GOOD, Kind.STORY, "evidence.none"),
        (_GOOD + " You could use ARIMA, or Prophet, or an LSTM, or a transformer.", Kind.SHORT, "terms.bare"),
    ],
)
def test_findings_on_substance(text: str, kind: Kind, finding: str) -> None:
    report = _report(text, kind)
    (found,) = [one for one in report.findings if one.id == finding]
    assert found.start_s is not None


def test_choices_without_a_reason_get_a_hint() -> None:
    text = "I would use a tree for this. I'd take the median there. I would try dropout. " + _PADDING * 5
    assert "reasons.missing" in _ids(_report(text))
    assert "reasons.missing" not in _ids(_report(text + "That is because rows are few."))


def test_a_term_named_again_and_again_is_shown_once() -> None:
    text = _GOOD + " There was attention, causal attention, then embeddings, kubernetes, docker, and BERT."
    (found,) = [one for one in _report(text).findings if one.id == "terms.bare"]
    assert found.text.count("attention") == 1


def test_no_fluency_is_praised_beside_a_filler_warning() -> None:
    words = _GOOD.replace("Then", "It was, you know, hard. It was, you know, slow. It was, you know, late. Then")
    assert "words.filler" in _ids(_report(words))
    assert "fillers.fluent" not in _ids(_report(words))
    (fluent,) = [finding for finding in _report(_GOOD).findings if finding.id == "fillers.fluent"]
    assert "0.0" not in fluent.text


def test_ten_answers_in_a_row_vary_in_what_is_said() -> None:
    said: list[set[str]] = []
    for _ in range(10):
        recent = tuple(finding for advice in said[-2:] for finding in advice)
        report = analyse(spoken(_GOOD.replace("dropout or weight decay", "this or that")), OVERFITTING, None, recent)
        assert 1 <= len(report.advice) <= 3
        said.append({advice.finding for advice in report.advice})
    assert all(not (one & two & three) for one, two, three in zip(said, said[1:], said[2:], strict=False))
    assert len(set.union(*said)) >= 4


def test_a_cluster_is_told_by_its_kinds() -> None:
    text = _GOOD.replace("a gap", "um a gap um between the the")
    (finding,) = [finding for finding in _report(text).findings if finding.id == "fillers.cluster"]
    assert finding.text.startswith("2 filler sounds and 1 repeat came close together at ")


def test_a_rate_reads_in_advice_as_it_does_in_its_tile() -> None:
    report = _report(_GOOD.replace(" the ", " um the "))
    (finding,) = [finding for finding in report.findings if finding.id == "fillers.sounds"]
    assert report.fillers_per_minute is not None
    assert f"{report.fillers_per_minute.sound:.1f} a minute" in finding.text
