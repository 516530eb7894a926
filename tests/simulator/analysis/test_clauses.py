from __future__ import annotations

from simulator.analysis.clauses import chain_length, clauses_of, content_stems, sentences_of
from tests.simulator.analysis.speaking import heard


def test_clauses_are_cut_at_commas_and_connectors() -> None:
    utterance = heard("we plot the two losses together, then we look for a gap and we stop the training there.")
    assert [(clause.first, clause.last) for clause in clauses_of(utterance)] == [(0, 5), (6, 11), (12, 17)]


def test_short_pieces_stay_together() -> None:
    assert len(clauses_of(heard("it is small, cheap, and fast."))) == 1


def test_content_stems_leave_out_what_says_nothing() -> None:
    assert content_stems(["the models are, you know, overfitting"]) == {"model", "overfit"}


def test_sentences_in_the_same_form() -> None:
    utterance = heard("Noise is learnt, um, by heart. It and that and so on.")
    first, second = sentences_of(utterance)
    assert {"nois", "learn", "heart"} <= first.stems
    assert chain_length(utterance, utterance.sentences[1]) == 3
    assert second.first == 6
