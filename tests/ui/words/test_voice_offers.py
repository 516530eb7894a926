"""What is said of a voice: before a download from where and how large, after it that it is here."""

from __future__ import annotations

import pytest

from simulator.voice.more_voices import MoreVoice
from simulator.voice.voice_folder import FileState, VoiceOffer
from ui.words.voice_offers import offer_sentence, own_sentence

EMMA = MoreVoice("emma", "British, female", "en-gb", "emma.onnx", 7_936_868, "")
ADDRESS = "https://voices.example/all"


@pytest.mark.parametrize(
    ("offer", "address", "is_chosen", "said"),
    [
        (VoiceOffer(EMMA, FileState.ABSENT), ADDRESS, False, "7.9 MB from voices.example, Apache-2.0 licence"),
        (VoiceOffer(EMMA, FileState.ABSENT), "", False, "7.9 MB, from a folder only"),
        (VoiceOffer(EMMA, FileState.ABSENT, 3_100_000), ADDRESS, False,
         "Downloading from voices.example: 3.1 of 7.9 MB"),
        (VoiceOffer(EMMA, FileState.INSTALLED), ADDRESS, False, "On this computer"),
        (VoiceOffer(EMMA, FileState.INSTALLED), ADDRESS, True, "In use"),
        (VoiceOffer(EMMA, FileState.DAMAGED), ADDRESS, True,
         "Damaged and not used. 7.9 MB from voices.example, Apache-2.0 licence"),
    ],
)  # fmt: skip
def test_it_is_said_what_is_so(offer: VoiceOffer, address: str, is_chosen: bool, said: str) -> None:
    assert offer_sentence(offer, address, is_chosen=is_chosen) == said


def test_the_own_voice_is_always_here() -> None:
    assert own_sentence(is_chosen=False) == "American, female; included"
    assert own_sentence(is_chosen=True) == "American, female; included. In use"
