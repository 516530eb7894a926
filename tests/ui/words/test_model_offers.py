"""What is said of each speech model, and what can be done with it."""

from __future__ import annotations

import platform
from dataclasses import replace

import pytest

from recordings.transcription.kept_models import KeptModel, ModelState
from recordings.transcription.model_offer import ModelOffer
from tests.recordings.transcription.made_up_models import TINY
from ui.words.model_offers import built_in_sentence, offer_sentence, offer_verbs

ADDRESS = "https://models.example"
MINE = KeptModel("mine", "whisper", "/models/mine", TINY.files)
FAST = replace(MINE, speed=0.15, measured_on=platform.node())
SLOW = replace(MINE, speed=0.9, measured_on=platform.node())
SIZE = "0 MB"
TOO_SLOW = (
    "A minute of speech takes 54 s to transcribe on this computer: too slow to listen while you speak; "
    "used for “Listen again, carefully”"
)


@pytest.mark.parametrize(
    ("offer", "is_chosen", "said", "verbs"),
    [
        (ModelOffer("tiny", spec=TINY), False, f"{SIZE} from models.example, MIT licence", ("Download",)),
        (
            ModelOffer("tiny", spec=TINY, received=100_000_000),
            False,
            f"Paused at 100 of {SIZE} from models.example, MIT licence",
            ("Resume", "Cancel"),
        ),
        (
            ModelOffer("tiny", spec=TINY, received=100_000_000, is_coming=True),
            False,
            f"Downloading from models.example: 100 of {SIZE}",
            ("Pause", "Cancel"),
        ),
        (
            ModelOffer("mine", MINE, ModelState.HERE, is_measured=True),
            False,
            "Measuring its speed on this computer…",
            (),
        ),
        (
            ModelOffer("mine", MINE, ModelState.HERE),
            False,
            f"{SIZE}. Speed not measured; used for “Listen again, carefully”",
            ("Use", "Measure", "Remove"),
        ),
        (
            ModelOffer("mine", FAST, ModelState.HERE),
            True,
            (
                f"In use. {SIZE}. A minute of speech takes 9 s to transcribe on this computer: fast enough to listen "
                "while you speak"
            ),
            ("Remove",),
        ),
        (
            ModelOffer("mine", SLOW, ModelState.HERE),
            False,
            f"{SIZE}. {TOO_SLOW}",
            ("Use", "Remove"),
        ),
        (
            ModelOffer("mine", MINE, ModelState.GONE),
            True,
            "No longer in /models/mine; the built-in one is used",
            ("Remove",),
        ),
        (
            ModelOffer("tiny", replace(MINE, is_downloaded=True), ModelState.DAMAGED, TINY),
            True,
            "Damaged or changed; the built-in one is used",
            ("Download", "Remove"),
        ),
    ],
)
def test_it_is_said_what_is_so(offer: ModelOffer, is_chosen: bool, said: str, verbs: tuple[str, ...]) -> None:
    assert offer_sentence(offer, ADDRESS, is_chosen=is_chosen) == said
    assert offer_verbs(offer, is_chosen=is_chosen) == verbs


def test_of_the_built_in_one_too() -> None:
    assert built_in_sentence(is_chosen=True) == "Whisper base; included. In use"
    assert built_in_sentence(is_chosen=False) == "Whisper base; included"
