"""Whose job an advertisement offers, and which: its title, the bank's role, the seniority, the company's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from question_bank.models import Role
from simulator.own_work.advertisement.headings import Label, Part, head_and_rest, label_of
from simulator.own_work.advertisement.lines import AdvertLine
from simulator.own_work.trimmed_text import one_line

_TOP_LINES: Final = 8
_MOST_TITLE_WORDS: Final = 14
_MOST_NAME_WORDS: Final = 4
_LONGEST_LABELLED: Final = 100

# The narrower before the wider: a "machine learning engineer (NLP)" is asked about language.
_ROLE_WORDS: Final = {
    Role.ROBOTICS_ENGINEER: r"robot\w* (?:\w+ ){0,2}(?:engineer|scientist|developer)|robotics|slam engineer",
    Role.CV_ENGINEER: r"computer vision|(?:machine )?vision (?:\w+ ){0,2}(?:engineer|scientist|developer)|"
    r"(?:perception|image processing) (?:engineer|scientist)",
    Role.NLP_ENGINEER: r"nlp|natural language processing|computational linguist|"
    r"(?:llm|language model|conversational ai|generative ai|genai|prompt) (?:engineer|scientist|developer|specialist)",
    Role.RESEARCH_SCIENTIST: r"research (?:scientist|engineer)|applied (?:research )?scientist|"
    r"(?:ai|ml|machine learning|deep learning) research(?:er)?",
    Role.ML_ENGINEER: r"(?:machine[- ]learning|ml|ai|deep learning|ml platform|artificial intelligence) "
    r"(?:\w+ )?(?:engineer|developer|architect|specialist)s?|mlops|ml ops",
    Role.DATA_ENGINEER: r"(?:data|analytics|etl|dwh) (?:\w+ )?(?:engineer|developer|architect)s?|data engineering",
    Role.DATA_SCIENTIST: r"(?:data|decision|machine learning|ml) scien(?:tist|ce)s?|statistician|quant\w* researcher",
    Role.DATA_ANALYST: r"(?:data|business|bi|product|marketing|insights?|reporting|analytics|web|pricing|intelligence) "
    r"(?:data )?analysts?|business intelligence",
}
_ROLES: Final = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), role) for role, words in _ROLE_WORDS.items())
_SENIOR: Final = re.compile(r"\b(?:senior|sr|lead|principal|staff|head|expert|chief)\b", re.IGNORECASE)
_JUNIOR: Final = re.compile(
    r"\b(?:junior|jr|intern|internship|working student|werkstudent\w*|trainee|graduate|entry[- ]level|apprentice|"
    r"placement)\b",
    re.IGNORECASE,
)
_PLAIN_LEVEL, _SENIOR_LEVEL, _JUNIOR_LEVEL = 3, 4, 2

_WANTED: Final = re.compile(
    r"\b(?:looking for|hiring|seeking|seeks|recruiting|searching for|in search of|in need of|we need|"
    r"join (?:us|our (?:\w+ ){0,3}team|[A-Z][\w.-]+(?: [A-Z][\w.-]+)?) as|as)\s+"
    r"(?:(?:an?|our|another|the|one|two|several)\s+)?((?:[\w+/&().,-]+\s+){0,6}?[\w+/&-]+)",
)
_ENDS_WANTED: Final = re.compile(r"\b(?:with|who|to|for|alongside|that|and|in|at|of|someone)\b|[.;:(]")
_TITLE_END: Final = re.compile(
    r"\s*(?:\((?:[mwfdxn*]|all|gn)[^)]*\)|\b[mwf]/[wfmdx](?:/[dxw])?\b|\s[|–—]\s|\s-\s|\bat\b|@|,\s(?=[A-Z\d])).*$"
)

_NAME_END: Final = re.compile(r"\s*[|–—:]\s+|\s-\s|,\s")

_OPENING_TITLE: Final = re.compile(
    r"(?:[A-Z][\w/&.-]*,?\s(?:of\s|in\s|for\s|and\s|&\s)?){0,5}?"
    r"(?:Engineer|Scientist|Analyst|Developer|Researcher|Specialist|Architect|Associate in (?:[A-Z]\w+ ){1,3})\b"
    r"(?: I{1,3}\b)?(?:\s?\([^()]{1,30}\))?"
)
_UNTITLED: Final = re.compile(
    r"^(?:(?:first|second|new|next|great|experienced|talented|passionate|motivated)\s+)+|\s+wanted\b.*$"
)

_JOB_WORD: Final = re.compile(r"\b(?:engineer|scientist|analyst|developer|researcher|specialist|nlp)\b", re.IGNORECASE)

_LEGAL: Final = (
    r"(?:GmbH(?: & Co\. KG)?|AG|SE|KG|Ltd\.?|Limited|plc|PLC|Inc\.?|LLC|Corp\.?|S\.A\.|SAS|B\.V\.|N\.V\.|A/S|AB|Oy|ApS)"
)
_WORD: Final = r"[A-ZÄÖÜ0-9][\w'’&.-]*"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:of|and|&|for|de)\s)?{_WORD}){{0,{_MOST_NAME_WORDS - 1}}}"
_ABOUT: Final = re.compile(rf"^(?:About|Why|Life at|Working at|Who is)\s+({_NAME})[:?]?$")
_LEGAL_NAME: Final = re.compile(rf"(?<!\w)({_NAME}),?\s{_LEGAL}(?!\w)")
_LEGAL_NAME_INSIDE: Final = re.compile(rf"(?:^|(?<=[a-z.!?]\s))({_NAME}),?\s{_LEGAL}(?!\w)")
"""In a line that may be several: what stands in front with a capital, the place or the title, is none of the name."""
_SUBJECT: Final = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:Here at |At )?({_NAME}),?\s(?:is|are|was)\s(?:currently\s|now\s)?"
    r"(?:looking for|hiring|seeking|recruiting|searching for|growing|an?\s|one of|the\s)"
)
_SEEKS: Final = re.compile(rf"(?:^|(?<=[.!?]\s))({_NAME})\s(?:seeks|offers|builds|develops|makes|helps)\s")
_AT: Final = re.compile(rf"(?:^|\s)[Aa]t\s({_NAME})(?=,?\s(?:we|you|our)\b|[.!]?$|,)")
_WE_ARE: Final = re.compile(rf"\bWe(?:'re| are) ({_NAME})(?=[,.!]| and we\b)")
_JOIN: Final = re.compile(rf"\b[Jj]oin\s({_NAME})\s(?:as|and|to|in)\b")
_LEGAL_END: Final = re.compile(rf",?\s{_LEGAL}$")
_NO_NAMES: Final = """
a about all an and apply are as at because benefits candidates company data description engineer everyone experience for
full-time here hi home how if in interested it job join life machine manager new nlp our please position python remote
requirements responsibilities role salary scientist senior she sql team technology that the there these they this time
title us we what who why with work you your
"""
_STARTS_NO_NAME: Final = "a an as at he if in it our she the their these they this we what who why you your"
_NOT_ALONE: Final = frozenset(_NO_NAMES.split())
_NOT_FIRST: Final = frozenset(_STARTS_NO_NAME.split())


@dataclass(frozen=True, slots=True)
class Job:
    """What is offered; empty, or None, where the text does not say it. `level` is that of fitting questions."""

    title: str
    company: str
    role: Role | None
    level: int


def job_in(lines: Sequence[AdvertLine]) -> Job:
    """The job that the lines of an advertisement offer."""
    title, role = next(_titles(lines), ("", None))
    return Job(title, next(_companies(lines), ""), role, _level_of(title))


def role_of(title: str) -> Role | None:
    """The bank's role for a title, by its words; None where none fits."""
    return next((role for words, role in _ROLES if words.search(title)), None)


def _level_of(title: str) -> int:
    if _JUNIOR.search(title):
        return _JUNIOR_LEVEL
    return _SENIOR_LEVEL if _SENIOR.search(title) else _PLAIN_LEVEL


def _titles(lines: Sequence[AdvertLine]) -> Iterator[tuple[str, Role]]:
    """What may be the title, the likeliest first: named as one, on top, or what "we are looking for"."""
    for text in (*_labelled(lines, Label.TITLE), *_on_top(lines), *_opening(lines), *_sought(lines)):
        role = role_of(text)
        if role is not None:
            title = _UNTITLED.sub("", _TITLE_END.sub("", _behind_a_name(text))).strip(" -–—|:,*#!")
            yield one_line(title or text), role


def _behind_a_name(text: str) -> str:
    """What stands behind the company's name, or the place: "Nordwind — Senior Data Scientist"."""
    name, *rest = _NAME_END.split(text, maxsplit=1)
    is_name = not (role_of(name) or _SENIOR.search(name) or _JUNIOR.search(name))
    return rest[0] if rest and is_name and role_of(rest[0]) is not None else text


def _labelled(lines: Sequence[AdvertLine], label: Label) -> Iterator[str]:
    for line in lines:
        found = head_and_rest(line.text)
        if found and label_of(found[0]) is label and len(found[1]) <= _LONGEST_LABELLED:
            yield found[1]


def _on_top(lines: Sequence[AdvertLine]) -> Iterator[str]:
    for line in lines[:_TOP_LINES]:
        is_short = len(line.text.split()) <= _MOST_TITLE_WORDS
        if line.is_heading and line.part is not Part.OPEN:
            continue
        if is_short and not line.is_bullet and not line.text.endswith(".") and not _WANTED.search(line.text):
            yield line.text


def _opening(lines: Sequence[AdvertLine]) -> Iterator[str]:
    """The title with which a text begins that goes on without a line break: "Data Engineer (m/f/d) Fennel Foods is"."""
    found = _OPENING_TITLE.match(lines[0].text) if lines else None
    return iter((found[0],) if found else ())


def _sought(lines: Sequence[AdvertLine]) -> Iterator[str]:
    for line in lines:
        for found in _WANTED.finditer(line.text):
            rest = line.text[found.start(1) : found.start(1) + 90]
            yield _ENDS_WANTED.split(rest)[0].strip()


def _companies(lines: Sequence[AdvertLine]) -> Iterator[str]:
    """Names of the company, the surest first. A wrong name counts as worse than none."""
    for text in (*_labelled(lines, Label.COMPANY), *_told(lines)):
        name = one_line(_LEGAL_END.sub("", text.strip(" ,"))).strip(" .")
        if name and _is_name(name):
            yield name


def _told(lines: Sequence[AdvertLine]) -> Iterator[str]:
    for line in lines:
        pattern = _LEGAL_NAME if len(line.text) <= _LONGEST_LABELLED else _LEGAL_NAME_INSIDE
        yield from (found[1] for found in pattern.finditer(line.text))
    for pattern in (_SUBJECT, _ABOUT, _JOIN, _AT, _WE_ARE, _SEEKS):
        yield from (found[1] for line in lines if (found := pattern.search(line.text)))


def _is_name(name: str) -> bool:
    words = name.lower().split()
    return words[0] not in _NOT_FIRST and not _NOT_ALONE.issuperset(words) and not _JOB_WORD.search(name)
