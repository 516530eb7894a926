"""Questions of every shape, made of the letters that some format gives a meaning to."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from question_bank.exchange.exporting import export_text
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from question_bank.loader import BrokenPack, Problem
from question_bank.models import (
    TARGET_TIMES,
    FollowUp,
    FollowUpTrigger,
    KeyPoint,
    Kind,
    Question,
    RedFlag,
    Role,
    Round,
    TargetTimes,
)  # fmt: skip
from question_bank.pack_format import PackHead, is_common_number

PACK = "mine"
HEAD = PackHead("Things: a *title* & <more>", "=SUM(1) – somebody's book, “page” #3")

_MEANINGFUL = "=+-@'\"\\;:,|#*_<>&~`[](){}!%?$^/.0123456789 \tabcXYZéß“”–漢😀\u00a0\u2028\ufeff"
_CHARACTERS = st.sampled_from(_MEANINGFUL) | st.characters(
    exclude_categories=("Cs", "Cc"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff",
)


def _texts(max_size: int = 40) -> st.SearchStrategy[str]:
    return st.text(_CHARACTERS, max_size=max_size).map(lambda text: " ".join(text.split())).filter(bool)


def _ids() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z0-9]{1,8}([.\-][a-z0-9]{1,5}){0,2}", fullmatch=True)


def _tuples(entries: st.SearchStrategy[str], min_size: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(entries, min_size=min_size, max_size=3, unique=True).map(tuple)


def _in_order(of: type[Role] | type[Round]) -> st.SearchStrategy[tuple[Role | Round, ...]]:
    chosen = st.sets(st.sampled_from(list(of)), min_size=1)
    return chosen.map(lambda some: tuple(each for each in of if each in some))


_CODE = st.text(_CHARACTERS | st.just("\n"), max_size=40).map(
    lambda code: "\n".join(code.splitlines()).rstrip() or None
)
_ANSWER = st.lists(_texts(60), min_size=1, max_size=3).map("\n\n".join)
_CUES = _tuples(_texts(20).map(str.lower).filter(lambda cue: not is_common_number(cue)), min_size=1)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question as the loader would give it, of the pack `PACK`."""
    kind = draw(st.sampled_from(Kind))
    ids = draw(st.lists(_ids(), min_size=1, max_size=3, unique=True))
    seconds = sorted(draw(st.lists(st.floats(0.001, 3600), min_size=3, max_size=3)))
    about_points = st.builds(FollowUp, _texts(), st.just(FollowUpTrigger.MISSED), st.sampled_from(ids))
    about_terms = st.builds(FollowUp, _texts(), st.just(FollowUpTrigger.TERM), _texts())
    return Question(
        id=draw(_ids()),
        pack=PACK,
        kind=kind,
        level=draw(st.integers(1, 5)),
        text=draw(_texts(80)),
        roles=draw(_in_order(Role)),  # type: ignore[arg-type]  # the tuple of one of the two enumerations
        rounds=draw(_in_order(Round)),  # type: ignore[arg-type]
        topics=draw(_tuples(st.just("found.statistics") | _texts(10).map("own.{}".format), min_size=1)),
        key_points=tuple(KeyPoint(id_, draw(_texts()), draw(_CUES)) for id_ in ids),
        model_answer=draw(_ANSWER),
        times=draw(st.sampled_from([TARGET_TIMES[kind], TargetTimes(*seconds)])),
        code=draw(st.none() | _CODE),
        follow_ups=tuple(draw(st.lists(about_points | about_terms, max_size=2))),
        red_flags=tuple(RedFlag(text, draw(st.just(()) | _CUES)) for text in draw(_tuples(_texts()))),
        shelf=draw(_tuples(_texts())),
    )


def packs_of_questions() -> st.SearchStrategy[list[Question]]:
    return st.lists(questions(), min_size=1, max_size=3, unique_by=lambda question: question.id)


def there_and_back(some: list[Question], format_: Format, folder: Path) -> Import:
    """What an import gives of an export."""
    file = folder / "exported"
    file.write_bytes(export_text(some, HEAD, format_).encode())
    imported = read_import(file, format_, PACK)
    assert isinstance(imported, Import), imported.problems
    return imported


def imported(folder: Path, text: str, format_: Format) -> tuple[Question, ...]:
    """The questions of a file with this text."""
    file = folder / "file"
    file.write_bytes(text.encode())
    result = read_import(file, format_, PACK)
    assert isinstance(result, Import), result.problems
    return result.pack.questions


def problems(folder: Path, content: str | bytes, format_: Format) -> tuple[Problem, ...]:
    """What is wrong with a file of this content."""
    file = folder / "file"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = read_import(file, format_, PACK)
    assert isinstance(result, BrokenPack), "this file should have been refused"
    return result.problems
