"""Where the words of key points are said and meant."""

from __future__ import annotations

from question_bank.models import KeyPoint
from simulator.analysis.key_points.cue_hits import CueHit, cue_hits
from simulator.analysis.utterance import Utterance

ASKED = "What does dropout do in training?"


def hit(answer: str, *cues: str) -> CueHit | None:
    point = KeyPoint("off", "Units are switched off at random.", cues)
    return cue_hits(Utterance.typed(answer), [point], ASKED).get("off")


def test_a_cue_is_found_at_its_words() -> None:
    assert hit("Well, it switches units off.", "switches units off") == CueHit(2, 4)


def test_the_question_read_out_makes_no_point() -> None:
    assert hit("So, what does dropout do in training? Good question.", "dropout", "zeroes units") is None
    assert hit("Dropout zeroes some units.", "dropout", "zeroes units") == CueHit(1, 3)


def test_a_point_whose_cues_all_stand_in_the_question_keeps_them() -> None:
    assert hit("Dropout, that is.", "dropout") == CueHit(0, 0)
