"""Listening to one answer: what is settled, tentative and kept. Real voice detection, a fake engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recordings.transcription.listening import Listening
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Word, join_words
from tests.recordings.transcription.fakes import FakeEngine
from tests.recordings.transcription.speaking import silence, spoken

pytestmark = pytest.mark.speech
SENTENCE = "The learning rate decides how far each step goes."
WITHOUT_A_BREATH = " ".join(["we measure and we train and we measure and we train"] * 6)


@pytest.fixture(scope="module")
def sentence(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return spoken(SENTENCE, tmp_path_factory.mktemp("speech"))


def settle_all(listening: Listening) -> int:
    count = 0
    while listening.settle():
        count += 1
    return count


def test_a_sentence_settles_once_a_pause_has_followed(sentence: Samples) -> None:
    listening = Listening(FakeEngine())
    listening.feed(sentence)
    assert settle_all(listening) == 0
    listening.feed(silence(1.5))
    assert settle_all(listening) == 1
    assert join_words(listening.settled).startswith("word0 word1")


def test_at_the_end_nothing_waits_for_a_pause(sentence: Samples) -> None:
    listening = Listening(FakeEngine())
    listening.feed(sentence)
    listening.end()
    assert settle_all(listening) == 1
    transcript = listening.transcript()
    assert transcript.model == "fake-model"
    assert transcript.language == "en"
    assert transcript.speech[0].duration_s > 2.0
    assert transcript.duration_s == len(sentence) / SAMPLE_RATE


def test_the_voice_is_followed_chunk_by_chunk(sentence: Samples) -> None:
    listening = Listening(FakeEngine())
    listening.feed(np.concatenate([sentence, silence(2.0), sentence, silence(5.0)]))
    listening.end()
    assert settle_all(listening) == 2
    prosody = listening.transcript().prosody
    assert prosody is not None
    assert len(prosody.phrases) == 2
    assert 1.0 < prosody.voiced_s < 2 * len(sentence) / SAMPLE_RATE
    assert prosody.phrases[0].pitch_hz == pytest.approx(prosody.phrases[1].pitch_hz, rel=0.03)


def test_times_count_from_the_first_sample_of_the_answer(sentence: Samples) -> None:
    listening = Listening(FakeEngine())
    listening.feed(np.concatenate([silence(20.0), sentence]))
    listening.end()
    settle_all(listening)
    assert listening.settled[0].start_s == pytest.approx(20.0, abs=0.4)


def test_a_doubtful_chunk_is_heard_in_another_manner(sentence: Samples) -> None:
    def circling_unless_plain(samples: Samples, manner: Manner) -> tuple[Phrase, ...]:
        words = (Word(manner.name, 0.0, 1.0),)
        return (Phrase(words, compression_ratio=1.0 if manner is Manner.PLAIN else 9.0),)

    engine = FakeEngine(circling_unless_plain)
    listening = Listening(engine)
    listening.feed(sentence)
    listening.end()
    settle_all(listening)
    assert engine.asked == [Manner.FULL, Manner.CAREFUL, Manner.PLAIN]
    assert [word.text for word in listening.settled] == ["PLAIN"]


@pytest.mark.parametrize(("plain_log_probability", "kept"), [(-0.3, "PLAIN"), (-0.9, "FULL")])
def test_a_chunk_without_hesitation_is_heard_without_the_prompt_if_unsure(
    sentence: Samples, plain_log_probability: float, kept: str
) -> None:
    def unsure(samples: Samples, manner: Manner) -> tuple[Phrase, ...]:
        sureness = plain_log_probability if manner is Manner.PLAIN else -0.6
        return (Phrase((Word(manner.name, 0.0, 1.0),), mean_log_probability=sureness),)

    engine = FakeEngine(unsure)
    listening = Listening(engine)
    listening.feed(sentence)
    listening.end()
    settle_all(listening)
    assert engine.asked == [Manner.FULL, Manner.PLAIN]
    assert [word.text for word in listening.settled] == [kept]


def test_a_chunk_in_which_nothing_was_heard_is_heard_again(sentence: Samples) -> None:
    def heard_with_care(samples: Samples, manner: Manner) -> tuple[Phrase, ...]:
        return (Phrase((Word("heard", 0.0, 1.0),)),) if manner is Manner.CAREFUL else ()

    listening = Listening(FakeEngine(heard_with_care))
    listening.feed(sentence)
    listening.end()
    settle_all(listening)
    assert [word.text for word in listening.settled] == ["heard"]


def test_a_guess_where_nothing_was_heard_at_first_is_not_believed(sentence: Samples) -> None:
    def guessed_with_care(samples: Samples, manner: Manner) -> tuple[Phrase, ...]:
        guess = Phrase((Word("guess", 0.0, 1.0),), mean_log_probability=-1.4)
        return () if manner is Manner.FULL else (guess,)

    listening = Listening(FakeEngine(guessed_with_care))
    listening.feed(sentence)
    listening.end()
    settle_all(listening)
    assert listening.settled == []


def test_without_a_breath_chunks_end_between_words(tmp_path: Path) -> None:
    engine = FakeEngine()
    listening = Listening(engine)
    listening.feed(spoken(WITHOUT_A_BREATH, tmp_path, 220))
    listening.end()
    assert settle_all(listening) >= 2
    assert engine.longest_s <= 8.1
    starts = [word.start_s for word in listening.settled]
    assert starts == sorted(starts)


def test_tentative_words_are_decoded_only_for_new_voice(sentence: Samples) -> None:
    engine = FakeEngine()
    listening = Listening(engine)
    listening.feed(sentence)
    settle_all(listening)
    first = listening.tentative()
    assert first
    assert listening.tentative() == first
    assert engine.asked == [Manner.BRISK]


def test_settled_words_are_no_longer_tentative(sentence: Samples) -> None:
    listening = Listening(FakeEngine())
    listening.feed(sentence)
    settle_all(listening)
    assert listening.tentative()
    listening.feed(silence(2.0))
    settle_all(listening)
    assert listening.tentative() == ()


def test_an_hour_of_silence_is_not_kept(sentence: Samples) -> None:
    engine = FakeEngine()
    listening = Listening(engine)
    for _ in range(120):
        listening.feed(silence(30.0))
        settle_all(listening)
        assert len(listening._kept) < 3 * SAMPLE_RATE
    listening.feed(sentence)
    listening.end()
    settle_all(listening)
    assert listening.settled[0].start_s == pytest.approx(3600.0, abs=0.4)
    assert listening.transcript().duration_s > 3600
