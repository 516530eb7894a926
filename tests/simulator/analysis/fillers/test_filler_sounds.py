from __future__ import annotations

import pytest

from simulator.analysis.fillers.filler_sounds import is_sound, sound_indexes, sounds
from simulator.analysis.utterance import Utterance
from simulator.transcript import FilledPause, Transcript, Word
from tests.simulator.analysis.speaking import heard


@pytest.mark.parametrize(
    "text", ["um", "Um,", "Ummm...", "uh", "uhhh", "er", "erm", "Hmm.", "hm", "mm", "mmm", "ah", "eh", "u-uh", "um-um"]
)
def test_sounds(text: str) -> None:
    assert is_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "mm-hmm",
        "Uh-huh.",
        "uh-uh",
        "mhm",
        "huh",
        "err",
        "HMM",
        "ER",
        "umbrella",
        "her",
        "aha",
        "a",
        "-",
        "",
        "m",
        "oh",
        "em",
    ],
)
def test_not_sounds(text: str) -> None:
    assert not is_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "it is 5 mm wide",
        "five mm wide",
        "mm hmm yes",
        "uh huh yes",
        "an hmm has states",
        "draw an er diagram",
        "The HMM works.",
    ],
)
def test_terms_and_back_channels_are_left_alone(text: str) -> None:
    assert not sound_indexes(heard(text).words)


def test_a_sound_heard_at_the_time_of_a_written_one_confirms_it() -> None:
    utterance = heard("um so", filled_pauses=(FilledPause("um", 0.05, 0.35, 0.8),))
    (found,) = sounds(utterance)
    assert (found.source, found.start_s, found.word_index) == ("both", 0.05, 0)
    assert found.confidence > 0.9


def test_a_sound_that_the_words_lack_stands_alone() -> None:
    utterance = heard("so [1.0] we", filled_pauses=(FilledPause("uh", 0.7, 1.1, 0.8),))
    (found,) = sounds(utterance)
    assert (found.source, found.word_index, found.word_count) == ("sound", None, 0)


def test_an_unsure_sound_alone_is_not_counted() -> None:
    assert not sounds(heard("so [1.0] we", filled_pauses=(FilledPause("uh", 0.7, 1.1, 0.3),)))


def test_two_written_sounds_in_a_row_each_keep_their_own() -> None:
    pauses = (FilledPause("um", 0.0, 0.3, 0.8), FilledPause("uh", 0.4, 0.7, 0.8))
    assert [filler.source for filler in sounds(heard("um uh so", filled_pauses=pauses))] == ["both", "both"]


def test_one_long_sound_confirms_one_written_filler() -> None:
    found = sounds(heard("um uh so", filled_pauses=(FilledPause("um", 0.0, 0.35, 0.8),)))
    assert [filler.source for filler in found] == ["both", "words"]


def test_a_sound_that_the_recogniser_hardly_believed_is_still_more_likely_true_than_not() -> None:
    words = (Word("um", 0.0, 0.3, 0.002), Word("uh", 1.0, 1.3, 0.9))
    doubted, believed = sounds(Utterance.of(Transcript(2.0, words)))
    assert 0.5 < doubted.confidence < believed.confidence < 1


def test_two_witnesses_are_surer_than_one() -> None:
    pause = FilledPause("um", 0.05, 0.35, 0.9)
    (both,), (alone,) = sounds(heard("um so", filled_pauses=(pause,))), sounds(heard("um so"))
    assert both.confidence > alone.confidence
