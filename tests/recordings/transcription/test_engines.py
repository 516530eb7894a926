"""Which recogniser is chosen, and what every one must do; the one that other tests put in its place as well."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from recordings.transcription.engines import ENGINES, Engine, Load, load_engine
from recordings.transcription.errors import EngineUnavailable, ModelUnavailable
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import SAMPLE_RATE
from tests.recordings.transcription.fakes import FakeEngine
from tests.recordings.transcription.speaking import spoken, word_errors

SAID = "I think the answer is that we need more data and a better model"


def load_fake(_models_dir: Path, _why_no_better: str) -> Engine:
    return FakeEngine()


def refuse(models_dir: Path, _why_no_better: str) -> Engine:
    raise ModelUnavailable(f"There is no model in {models_dir.name}.")


@pytest.fixture(scope="module", params=[*ENGINES, load_fake], ids=lambda load: load.__name__.removeprefix("load_"))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    load: Load = request.param
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # SpeechRecognition imports aifc and audioop
        return load(tmp_path_factory.mktemp("models"), "The better one is missing.")


@pytest.mark.speech
def test_it_says_what_it_is_and_what_it_cannot(engine: Engine) -> None:
    assert engine.name
    assert engine.model
    assert engine.manners[0] is Manner.FULL
    assert len(set(engine.manners)) == len(engine.manners)
    assert all(sentence.endswith(".") for sentence in engine.cannot_hear.values())


@pytest.mark.speech
def test_it_hears_words_at_their_times(engine: Engine, tmp_path: Path) -> None:
    samples = spoken(SAID, tmp_path, 140, "en-us")
    phrases = engine.hear(samples, ("data",))
    words = [word for phrase in phrases for word in phrase.words]
    assert words
    assert all(isinstance(phrase, Phrase) for phrase in phrases)
    assert [word.start_s for word in words] == sorted(word.start_s or 0.0 for word in words)
    assert all(0 <= (word.start_s or 0.0) <= len(samples) / SAMPLE_RATE + 0.5 for word in words)
    if not isinstance(engine, FakeEngine):
        assert word_errors(SAID, " ".join(word.text.strip() for word in words)) <= 0.6


@pytest.mark.speech
def test_it_names_a_language_by_two_letters_or_none(engine: Engine) -> None:
    code = engine.language(np.zeros(SAMPLE_RATE, np.int16))
    assert code is None or len(code) == 2


def test_the_first_that_can_be_had_is_chosen(tmp_path: Path) -> None:
    assert isinstance(load_engine(tmp_path, [refuse, load_fake, refuse]), FakeEngine)


def test_a_later_one_is_told_why_the_best_could_not_be_had(tmp_path: Path) -> None:
    told: list[str] = []

    def take_note(_models_dir: Path, why_no_better: str) -> Engine:
        told.append(why_no_better)
        return FakeEngine()

    def refuse_otherwise(_models_dir: Path, _why_no_better: str) -> Engine:
        raise EngineUnavailable("Nor this one.")

    load_engine(tmp_path, [take_note])
    load_engine(tmp_path / "models", [refuse, refuse_otherwise, take_note])
    assert told == ["", "There is no model in models."]


@pytest.mark.parametrize(("engines", "words"), [([refuse, refuse], "There is no model"), ([], "no speech recogniser")])
def test_where_there_is_none_that_is_said(tmp_path: Path, engines: list[Load], words: str) -> None:
    with pytest.raises(EngineUnavailable, match=words):
        load_engine(tmp_path, engines)
