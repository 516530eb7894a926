"""All questions at hand: finding and filtering. How a pack is read is `loader`'s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from pathlib import Path
from typing import Final

from question_bank.errors import UnknownQuestion
from question_bank.loader import BrokenPack, Pack, Problem, load_folder
from question_bank.models import Kind, Question, Role, Round

BUILT_IN_PACKS: Final = Path(__file__).parent / "packs"


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

    def checks(self) -> tuple[Problem, ...]:
        """Every problem of every pack that could not be taken in."""
        return tuple(problem for pack in self.broken for problem in pack.problems)


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
