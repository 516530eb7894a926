from __future__ import annotations

import pytest

from simulator.analysis.fillers.filler_sounds import sounds
from simulator.analysis.utterance import Utterance

WITHOUT_SOUNDS = (
    "The pack stores 20 Ah and the other one 35 Ah.",
    "Capacity in Ah falls with age, and we predict the Ah that is left.",
    "The layer is 5 um thick and the wire 0.8 um wide.",
    "The pitch is given in um. We resolve 2.5 um per pixel.",
    "The depth is 12 um. I label what is above 10-15 um, and leave the rest.",
    "Every step is 3 mm, five mm at most.",
    "The fibre is doped with Er and pumped at one end.",
)
WITH_SOUNDS = (
    ("We had 3, um, good models.", ["um"]),
    ("There were 3 um I mean four.", ["um"]),
    ("In 2019 um the team moved to Python 3 um and it was, ah, slower.", ["um", "um", "ah"]),
    ("Ah, that is hard. Ah yes, ah the prior.", ["ah", "ah", "ah"]),
    ("It is, Ah, it is a rate in um... in hertz.", ["ah", "um"]),
    ("We had three um models.", ["um"]),
)


@pytest.mark.parametrize("text", WITHOUT_SOUNDS)
def test_units_and_symbols_are_no_filler_sounds(text: str) -> None:
    assert not sounds(Utterance.typed(text))


@pytest.mark.parametrize(("text", "heard"), WITH_SOUNDS)
def test_sounds_beside_numbers_are_heard(text: str, heard: list[str]) -> None:
    assert [filler.text for filler in sounds(Utterance.typed(text))] == heard
