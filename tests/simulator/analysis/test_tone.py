from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import pytest

from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.report import AnswerReport, Tone
from simulator.analysis.tone import measure_tone, why_no_tone
from simulator.transcript import Prosody, Span, Transcript, VoicedPhrase
from tests.simulator.analysis.speaking import spoken

_WORDS = "I looked at the data first and found that one column held the answer already. " * 8


def phrase(
    start_s: float, hertz: float = 120.0, spread: float = 6.0, loudness_db: float = -25.0, drop_db: float = 2.0
) -> VoicedPhrase:
    return VoicedPhrase(start_s, start_s + 5.0, 2.5, hertz, spread, loudness_db, drop_db)


def prosody(*phrases: VoicedPhrase, spread: float = 6.0, voiced_s: float = 20.0) -> Prosody:
    return Prosody(voiced_s, 120.0, spread, 12.0, phrases)


def tone_of(*phrases: VoicedPhrase) -> Tone:
    tone = measure_tone(prosody(*phrases))
    assert tone is not None
    return tone


def report_of(heard: Prosody | None) -> AnswerReport:
    return analyse(replace(spoken(_WORDS), prosody=heard))


def said(report: AnswerReport, finding_id: str) -> Sequence[tuple[str, float | None, float | None]]:
    return [(one.text, one.start_s, one.end_s) for one in report.findings if one.id == finding_id]


def test_the_figures_are_those_of_the_voice() -> None:
    tone = tone_of(phrase(0.0), phrase(6.0, spread=2.5))
    assert (tone.pitch_hz, tone.pitch_spread_semitones, tone.loudness_spread_db) == (120.0, 6.0, 12.0)
    assert tone.phrase_count == 2
    assert tone.flattest == Span(6.0, 11.0)


def test_a_trend_leads_from_the_first_third_to_the_last() -> None:
    tone = tone_of(phrase(0.0, 200.0, loudness_db=-20), phrase(6.0, 500.0), phrase(12.0, 100.0, loudness_db=-26))
    assert (tone.pitch_trend_semitones, tone.loudness_trend_db) == (-12.0, -6.0)


@pytest.mark.parametrize("phrases", [(), (phrase(0.0),), (replace(phrase(0.0), pitch_hz=0.0), phrase(6.0))])
def test_a_short_answer_has_no_trend(phrases: tuple[VoicedPhrase, ...]) -> None:
    tone = tone_of(*phrases)
    assert (tone.pitch_trend_semitones, tone.loudness_trend_db) == (None, None)


def test_a_fading_end_is_the_last_two_seconds_of_its_phrase() -> None:
    (end,) = tone_of(phrase(0.0), phrase(6.0, drop_db=12.0)).fading_ends
    assert (end.start_s, end.end_s, end.drop_db) == (9.0, 11.0, 12.0)


def test_without_enough_voice_there_is_no_tone_but_a_reason() -> None:
    little = prosody(phrase(0.0), voiced_s=5.2)
    assert measure_tone(little) is None
    assert why_no_tone(little) == "5 s of voice with a pitch; at least 8 s are needed"
    assert measure_tone(None) is None
    assert report_of(None).not_measured["tone"] == "the pitch of the voice was not measured"
    assert report_of(little).tone is None
    assert "tone" not in report_of(prosody()).not_measured


def test_a_typed_answer_has_no_tone() -> None:
    report = analyse_text(_WORDS)
    assert report.tone is None
    assert report.not_measured["tone"] == "a typed answer has no sound"


def test_one_note_is_said_gently_with_its_flattest_phrase() -> None:
    report = report_of(prosody(phrase(0.0, spread=2.8), phrase(6.0, spread=1.9), spread=2.4))
    ((text, start_s, end_s),) = said(report, "voice.one_note")
    assert text == "Your voice stayed close to one note, within 2.4 semitones: let it rise on the words that matter."
    assert (start_s, end_s) == (6.0, 11.0)


@pytest.mark.parametrize("spread", [3.0, 4.1, 9.0])
def test_a_voice_that_moves_is_left_alone(spread: float) -> None:
    report = report_of(prosody(phrase(0.0), spread=spread))
    assert said(report, "voice.one_note") == []
    assert DEFINITIONS[Measure.PITCH_SPREAD].label_of(spread + 0.1) == "moving"


def test_one_note_without_a_phrase_is_the_whole_answer() -> None:
    report = report_of(prosody(spread=1.0))
    ((_, start_s, end_s),) = said(report, "voice.one_note")
    assert (start_s, end_s) == (0.0, report.transcript.words[-1].end_s)


@pytest.mark.parametrize(("fading", "steady", "is_said"), [(2, 2, True), (3, 1, True), (1, 3, False), (3, 0, False)])
def test_fading_is_said_from_half_of_four_phrases_on(fading: int, steady: int, is_said: bool) -> None:
    drops = [11.0, *[14.0] * (fading - 1), *[3.0] * steady]
    report = report_of(prosody(*[phrase(6.0 * index, drop_db=drop) for index, drop in enumerate(drops)]))
    found = said(report, "voice.fading")
    assert len(found) == is_said
    if is_said:
        assert found[0][0].startswith(f"{fading} of {fading + steady} phrases faded away")
        assert found[0][1:] == (9.0, 11.0)  # the faintest


def test_what_was_kept_before_there_was_a_tone_is_still_read() -> None:
    kept = msgspec.json.decode(b'{"duration_s": 2.0, "words": [], "model": "base"}', type=Transcript)
    assert kept.prosody is None
    report = msgspec.to_builtins(report_of(prosody(phrase(0.0))))
    assert msgspec.convert(report, AnswerReport).tone is not None
    del report["tone"]
    assert msgspec.convert(report, AnswerReport).tone is None
