from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.fillers.counting import as_reported, clusters, find_fillers, rates
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.speaking import heard


def test_the_three_kinds_are_counted_apart() -> None:
    utterance = heard("Um, we, you know, tried the the thing.")
    assert [filler.kind for filler in find_fillers(utterance)] == ["sound", "word", "repeat"]
    counted = rates(find_fillers(utterance), utterance, per=0.5)
    assert (counted.sound, counted.word, counted.repeat) == (2.0, 2.0, 2.0)


def test_a_filler_word_said_twice_is_not_also_a_repeat() -> None:
    assert [filler.kind for filler in find_fillers(heard("you know you know it varies"))] == ["word", "word"]


def test_sounds_that_cannot_be_heard_have_no_rate() -> None:
    utterance = replace(heard("so it is"), cannot_hear={"filler_sounds": "this engine writes none"})
    assert rates((), utterance, per=1.0).sound is None
    assert rates((), utterance, per=1.0).word == 0.0


def test_three_fillers_within_ten_seconds_are_a_cluster() -> None:
    utterance = heard("um then we [3.0] uh tried [3.0] um it [30.0] uh once")
    (cluster,) = clusters(find_fillers(utterance))
    assert cluster.filler_count == 3
    assert cluster.start_s == 0.0
    assert cluster.end_s < 10


def test_two_fillers_are_no_cluster() -> None:
    assert not clusters(find_fillers(heard("um then uh we")))


def test_overlapping_clusters_are_one() -> None:
    utterance = heard("um a [2.0] um b [2.0] um c [2.0] um d [2.0] um e")
    (cluster,) = clusters(find_fillers(utterance))
    assert cluster.filler_count == 5


@pytest.mark.parametrize("utterance", [Utterance.typed("um so"), heard("um so")])
def test_times_are_reported_only_where_there_are_any(utterance: Utterance) -> None:
    reported = as_reported(find_fillers(utterance), utterance)
    assert all((filler.start_s is None) is not utterance.is_timed for filler in reported)
