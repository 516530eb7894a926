"""All questions at hand: finding, filtering, choosing those of a session. How a pack is read does not live here."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from question_bank.errors import UnknownQuestion
from question_bank.loader import BrokenPack, Pack, Problem, load_folder
from question_bank.models import Kind, Question, Role, Round

BUILT_IN_PACKS: Final = Path(__file__).parent / "packs"

_OPENING_TOPIC: Final = "you.background"
_CLOSING_TOPIC: Final = "you.questions-for-us"


class Bank:
    """The questions of every pack that could be read, and the packs that could not."""

    def __init__(
        self, questions: Iterable[Question], broken: Iterable[BrokenPack] = (), own: Iterable[Pack] = ()
    ) -> None:
        """`own` are the user's packs among those that the questions come from."""
        self._by_id = {question.id: question for question in questions}
        self.broken = tuple(broken)
        self.own = tuple(own)
        self._own_by_id = {question.id: pack for pack in self.own for question in pack.questions}

    @classmethod
    def load(cls, user_folder: Path | None = None, load: Callable[[Path], Pack | BrokenPack] | None = None) -> Bank:
        """The built-in packs and the user's own; a pack that uses an id already taken counts as broken.

        `load` takes the place of `load_pack`, so that what was read before need not be read again.
        """
        loaded = load_folder(BUILT_IN_PACKS, load) + (load_folder(user_folder, load) if user_folder else ())
        packs = _refuse_taken_ids(loaded)
        whole = [pack for pack in packs if isinstance(pack, Pack)]
        return cls(
            [question for pack in whole for question in pack.questions],
            [pack for pack in packs if isinstance(pack, BrokenPack)],
            [pack for pack in whole if pack.source.parent == user_folder],
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(self._by_id.values())

    @property
    def ids(self) -> Set[str]:
        """The ids of all questions."""
        return self._by_id.keys()

    def get(self, question_id: str) -> Question:
        """The question with this id; raises `UnknownQuestion`."""
        try:
            return self._by_id[question_id]
        except KeyError:
            raise UnknownQuestion(question_id) from None

    def own_pack_of(self, question_id: str) -> Pack | None:
        """The user's pack that this question is in; None for a question of the program's."""
        return self._own_by_id.get(question_id)

    def matching(
        self,
        role: Role | None = None,
        round: Round | None = None,  # noqa: A002 - the field's own word, and the seam's name
        kind: Kind | None = None,
        topic: str | None = None,
    ) -> tuple[Question, ...]:
        """The questions for which everything given holds, in the packs' order."""
        return tuple(
            question
            for question in self._by_id.values()
            if (role is None or role in question.roles)
            and (round is None or round in question.rounds)
            and (kind is None or kind == question.kind)
            and (topic is None or topic in question.topics)
        )

    def choose(
        self,
        role: Role | None,
        round: Round | None,  # noqa: A002
        count: int,
        seed: int,
        avoid: Collection[str] = (),
        kinds: Collection[Kind] | None = None,
    ) -> tuple[Question, ...]:
        """Up to `count` questions in the order in which to ask them; the same arguments give the same questions.

        Those whose id is in `avoid` come only when there are too few others. Kinds and topics are spread; the order
        goes from introduction over easy and hard to "what would you like to ask us".
        """
        pool = [question for question in self.matching(role, round) if kinds is None or question.kind in kinds]
        chosen = _Draw(_shuffled(pool, seed), avoid).take(count)
        return tuple(sorted(chosen, key=_place_in_interview))

    def checks(self) -> tuple[Problem, ...]:
        """Every problem of every pack that could not be taken in."""
        return tuple(problem for pack in self.broken for problem in pack.problems)


@dataclass(slots=True)
class _Draw:
    """Draws one question after the other, each time the one that best rounds off those already drawn."""

    left: list[Question]
    avoid: Collection[str]
    _kinds: Counter[Kind] = field(default_factory=Counter)
    _topics: Counter[str] = field(default_factory=Counter)
    _share: dict[Kind, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # The square root lets the kind a round is full of prevail without crowding out the others.
        counts = Counter(question.kind for question in self.left)
        self._share = {kind: math.sqrt(number) for kind, number in counts.items()}

    def take(self, count: int) -> list[Question]:
        return [self._next() for _ in range(min(count, len(self.left)))]

    def _next(self) -> Question:
        best = min(self.left, key=self._cost)
        self.left.remove(best)
        self._kinds[best.kind] += 1
        self._topics.update(best.topics)
        return best

    def _cost(self, question: Question) -> tuple[bool, int, float]:
        """Smaller is better: not heard lately, then fresh topics, then a kind that is due; ties by the shuffle."""
        overlap = sum(self._topics[topic] for topic in question.topics)
        due = (self._kinds[question.kind] + 1) / self._share[question.kind]
        return question.id in self.avoid, overlap, due


def _shuffled(questions: Iterable[Question], seed: int) -> list[Question]:
    """An order that depends on the seed and each id alone, so a new question does not reshuffle the others."""
    return sorted(questions, key=lambda question: hashlib.sha256(f"{seed}:{question.id}".encode()).digest())


def _place_in_interview(question: Question) -> tuple[bool, bool, int]:
    return _CLOSING_TOPIC in question.topics, _OPENING_TOPIC not in question.topics, question.level


def _refuse_taken_ids(packs: Iterable[Pack | BrokenPack]) -> list[Pack | BrokenPack]:
    """The packs in their order, those that repeat an id of an earlier one replaced by the reason."""
    taken: dict[str, Pack] = {}
    kept: list[Pack | BrokenPack] = []
    for pack in packs:
        if isinstance(pack, Pack):
            clashes = [_clash(pack, question.id, taken) for question in pack.questions if question.id in taken]
            if not clashes:
                taken.update((question.id, pack) for question in pack.questions)
            kept.append(BrokenPack(pack.name, pack.source, tuple(clashes)) if clashes else pack)
        else:
            kept.append(pack)
    return kept


def _clash(pack: Pack, question_id: str, taken: dict[str, Pack]) -> Problem:
    owner = taken[question_id].source.name
    return Problem(pack.source, pack.lines.get(question_id), f"The id “{question_id}” is already used in {owner}.")
