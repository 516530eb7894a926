from __future__ import annotations

import pytest

from simulator.interview.session import Stage
from ui.words.interview_stage import stage_words


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_words_or_none(stage: Stage) -> None:
    words = stage_words(stage, is_typing=False)
    assert (words == "") is (stage in (Stage.ANSWERING, Stage.FEEDBACK, Stage.ENDED))


def test_who_speaks_hands_free_has_nothing_to_press() -> None:
    changed = [stage for stage in Stage if stage_words(stage, is_typing=False, is_hands_free=True).startswith("Just")]
    assert changed == [Stage.READY]
    assert stage_words(Stage.READY, is_typing=True, is_hands_free=True).startswith("No microphone")


def test_who_types_is_told_what_to_press() -> None:
    under_way = [stage for stage in Stage if stage_words(stage, is_typing=True).startswith("No microphone")]
    assert under_way == [Stage.ASKING, Stage.READY, Stage.ANSWERING]
    assert stage_words(Stage.PAUSED, is_typing=True) == "Paused. The clock is stopped."
