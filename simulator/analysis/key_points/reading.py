"""What of an answer is read beside what: every window beside every claim, and the likeliest beside other words for it.

Reading takes time, which whoever pressed Stop has to wait for. So other words for a claim are read only beside those
sentences that seem to say most of the claim itself, and a window of two sentences says of them what the one says that
says more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from question_bank.models import Question
from question_bank.sayings import saying_of
from simulator.analysis.english.word_forms import ends_sentence
from simulator.analysis.key_points.answer_windows import said_in_windows
from simulator.analysis.key_points.entailment import AnswerWindow, ClaimRead, Entailment, Likelihood, Row, Wording
from simulator.analysis.key_points.modelled import modelled
from simulator.analysis.utterance import Sentence, Utterance

Pair = tuple[str, str]
"""A claim, or other words for it or its contrary, and what is said in a window."""

_LIKELIEST: Final = 4
"""Sentences that are read beside other words, for either side of a claim. Our own, chosen on answers to questions that
the network never learnt from: a third to a half of the sentences of a long answer, and the negative log-likelihood of
the labels is 0.279 with these alone and 0.280 with every window read (0.281 with three, 0.287 with two)."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """A text that says a claim in other words, or its contrary."""

    claim: str
    wording: Wording
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Windows of an answer with what is said in each, and what they are read beside."""

    windows: tuple[AnswerWindow, ...]
    said: tuple[str, ...]
    claims: tuple[str, ...]
    """Key points first, then red flags."""
    others: tuple[OtherWords, ...] = ()

    @classmethod
    def of(cls, utterance: Utterance, question: Question) -> Reading:
        """What is to be read for this answer."""
        return cls._of(utterance, question, utterance.sentences)

    @classmethod
    def so_far(cls, utterance: Utterance, question: Question) -> Reading:
        """What is to be read for an answer that still grows: all but the sentence that is under way.

        These windows are among those of the whole answer. One sort of answer is an exception: that in which full stops
        become so rare that pauses are taken for them.
        """
        is_whole = bool(utterance.words) and ends_sentence(utterance.words[-1])
        return cls._of(utterance, question, utterance.sentences if is_whole else utterance.sentences[:-1])

    @classmethod
    def _of(cls, utterance: Utterance, question: Question, sentences: Sequence[Sentence]) -> Reading:
        said = said_in_windows(utterance, sentences)
        points, flags = (point.text for point in question.key_points), (flag.text for flag in question.red_flags)
        claims = tuple(dict.fromkeys((*points, *flags)))
        return cls(tuple(said), tuple(said.values()), claims, tuple(_other_words(claims, question)))

    def wanted(self, known: Mapping[Pair, Likelihood]) -> tuple[Pair, ...]:
        """What must be read as far as `known` tells, each pair once.

        Other words are among it when all is known of the claims themselves: then `entailment` needs no more than this.
        """
        own = tuple(dict.fromkeys((claim, said) for said in self.said for claim in self.claims))
        if not all(pair in known for pair in own):
            return own
        others = ((of.text, self.said[at]) for of in self.others for at in self._likeliest(of.claim, known))
        return tuple(dict.fromkeys((*own, *others)))

    def entailment(self, known: Mapping[Pair, Likelihood]) -> Entailment:
        """What the windows say of each claim; whatever is `wanted` must be known."""
        return Entailment(self.windows, {claim: self._claim_read(claim, known) for claim in self.claims})

    def _claim_read(self, claim: str, known: Mapping[Pair, Likelihood]) -> ClaimRead:
        own, likeliest = self._itself(claim, known), frozenset(self._likeliest(claim, known))
        others = {of.wording: self._beside(of, own, likeliest, known) for of in self.others if of.claim == claim}
        return ClaimRead(own, others)

    def _itself(self, claim: str, known: Mapping[Pair, Likelihood]) -> Row:
        return tuple(known[claim, said] for said in self.said)

    def _likeliest(self, claim: str, known: Mapping[Pair, Likelihood]) -> list[int]:
        """The sentences that say most for the claim and most against it, by their places among the windows."""
        own, sentences = self._itself(claim, known), [places[0] for places in self._places]
        made = sorted(sentences, key=lambda at: -own[at].made)[:_LIKELIEST]
        contrary = sorted(sentences, key=lambda at: -own[at].contrary)[:_LIKELIEST]
        return sorted({*made, *contrary})

    def _beside(self, of: OtherWords, own: Row, likeliest: frozenset[int], known: Mapping[Pair, Likelihood]) -> Row:
        """What the windows say of the other words: a sentence that was not read, what it says of the claim itself."""
        is_contrary = of.wording is Wording.CONTRARY_SAID

        def of_sentence(at: int) -> Likelihood:
            if at in likeliest:
                return known[of.text, self.said[at]]
            return own[at].turned if is_contrary else own[at]

        return tuple(max(map(of_sentence, sentences), key=attrgetter("strength")) for sentences in self._sentences)

    @property
    def _places(self) -> list[list[int]]:
        """The windows that begin with the same word, by their places: a sentence, then the longer ones."""
        places = groupby(range(len(self.windows)), key=lambda at: self.windows[at].first)
        return [list(alike) for _, alike in places]

    @property
    def _sentences(self) -> Iterator[list[int]]:
        """For each window the sentences that it holds, by their places among the windows."""
        sentences = [places[0] for places in self._places]
        for number, places in enumerate(self._places):
            for at in places:
                both = sentences[number : number + 2]
                yield [own for own in both if self.windows[at].holds(self.windows[own].first, self.windows[own].last)]


def _other_words(claims: Sequence[str], question: Question) -> Iterator[OtherWords]:
    in_model_answer = modelled(question)
    for claim in claims:
        if (saying := saying_of(claim)) is not None:
            yield OtherWords(claim, Wording.SAID, saying.made)
            yield OtherWords(claim, Wording.CONTRARY_SAID, saying.contrary)
        if claim in in_model_answer:
            yield OtherWords(claim, Wording.IN_MODEL_ANSWER, in_model_answer[claim])
