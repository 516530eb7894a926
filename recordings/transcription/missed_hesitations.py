"""Hesitation that Whisper's decoder passed over, found in its own probabilities. Child side only; no sound, no words.

Greedy decoding takes the likeliest next token, and a reader's "these" often beats a speaker's "uh, these" by a little,
though the whole sentence is likelier with the hesitation in it. So wherever "uh" or "um" was a fair second choice, the
sentence is scored with it and without, and the likelier one stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Tokens = tuple[int, ...]
Score = Callable[[Tokens], float]
Step = NDArray[np.float32]
"""How likely each token was, as a logarithm without a fixed zero."""

_SPACE: Final = "Ġ"
_WRITTEN: Final = (" uh,", " um,")
_HEARD: Final = (" uh", " um", " Uh", " Um", " er", " Er", " hmm", " Hmm", " mm", " ah", " Ah")

_FAIR_CHOICE: Final = (
    -2.0
)  # log of the odds of hesitation against the token taken; what was passed over had -0.2 or more
_MOST_PLACES: Final = 3  # in one chunk; each costs one pass of the decoder
LIKELIER: Final = -0.5
"""Gain in log probability from which hesitation is put in. On interviews and phone calls the three best of all places
(-0.2 to 1.3) had a hesitation that was passed over, and the best without one had -1.4. Read speech stays below that."""


@dataclass(frozen=True, slots=True)
class Hesitations:
    """How a tokenizer writes hesitation: as `written`, by its first token, if it is put in; as any of `heard` anywhere.

    A word may begin before one of `openers` and at its end stands one of the tokens from `first_special` on.
    """

    written: dict[int, Tokens]
    heard: frozenset[int]
    openers: frozenset[int]
    first_special: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Hesitations:
        """Those of Whisper's own tokenizer."""

        def tokens(text: str) -> Tokens:
            return tuple(tokenizer.encode(text, add_special_tokens=False).ids)

        openers = (token for text, token in tokenizer.get_vocab().items() if text.startswith(_SPACE))
        return cls(
            {tokens(text)[0]: tokens(text) for text in _WRITTEN},
            frozenset(tokens(text)[0] for text in _HEARD),
            frozenset(openers),
            tokens("<|endoftext|>")[0],
        )

    def may_stand_before(self, token: int, before: int) -> bool:
        """Whether a word begins with `token`, or a phrase ends there."""
        return token in self.openers or (token >= self.first_special and before < self.first_special)


def with_missed_hesitations(
    tokens: Sequence[int], steps: Sequence[Step], hesitations: Hesitations, score: Score
) -> Tokens:
    """The decoded tokens with the hesitation that was passed over; `steps` say what else might have stood at each.

    `score` gives the log probability of a whole row of tokens.
    """
    places = sorted(_places(tokens, steps, hesitations), reverse=True)[:_MOST_PLACES]
    if not places:
        return tuple(tokens)
    plain = score(tuple(tokens))
    gained = {place: score(_inserted(tokens, [(place, written)])) - plain for _, place, written in places}
    chosen = [(place, written) for _, place, written in places if gained[place] > LIKELIER]
    return _inserted(tokens, chosen)


def _places(
    tokens: Sequence[int], steps: Sequence[Step], hesitations: Hesitations
) -> Iterable[tuple[float, int, Tokens]]:
    """Where hesitation was a fair choice and none stands beside: how fair, before which token, and what."""
    for place, (token, step) in enumerate(zip(tokens, steps, strict=False)):
        before = tokens[place - 1] if place else hesitations.first_special
        if not hesitations.may_stand_before(token, before) or _is_beside_another(tokens, place, hesitations):
            continue
        choices: Step = np.asarray(step)
        best = max(hesitations.written, key=choices.__getitem__)
        odds = float(choices[best] - choices[token])
        if odds > _FAIR_CHOICE:
            yield odds, place, hesitations.written[best]


def _is_beside_another(tokens: Sequence[int], place: int, hesitations: Hesitations) -> bool:
    return not hesitations.heard.isdisjoint(tokens[max(0, place - 3) : place + 3])


def _inserted(tokens: Sequence[int], insertions: Sequence[tuple[int, Tokens]]) -> Tokens:
    written = dict(insertions)
    return tuple(chain.from_iterable((*written.get(place, ()), token) for place, token in enumerate(tokens)))
