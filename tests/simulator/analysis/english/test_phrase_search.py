from __future__ import annotations

from simulator.analysis.english import phrase_search


def test_the_longest_phrase_at_a_place_wins() -> None:
    found = list(phrase_search.hits(["we", "had", "trade", "offs", "and", "trade"], [("trade",), ("trade", "offs")]))
    assert [(hit.phrase, hit.start, hit.end) for hit in found] == [(("trade", "offs"), 2, 4), (("trade",), 5, 6)]


def test_found_places_do_not_overlap() -> None:
    assert phrase_search.count(["so", "so", "so"], [("so", "so")]) == 1


def test_nothing_found_is_none() -> None:
    assert phrase_search.first(["a"], [("b",)]) is None
