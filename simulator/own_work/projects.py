"""Which projects a CV tells of: entries under a heading such as "Projects", and what somebody says to have built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from simulator.own_work.cv_lines import Line, lines_of, without_addresses, words_of
from simulator.own_work.own_work import LONGEST_NAME, Project
from simulator.own_work.techniques import techniques_of_line

MOST_FOUND: Final = 12
"""Of one CV; nobody is asked about more. Our own."""

_PROJECT_HEADINGS: Final = re.compile(r"\bprojects?\b|\bportfolio\b|\bcase studies\b|\bthes[ie]s\b", re.IGNORECASE)
_WORK_HEADINGS: Final = re.compile(r"\b(?:experience|employment|career|work history|positions?)\b", re.IGNORECASE)
_OTHER_HEADINGS: Final = re.compile(
    r"^(?:(?:technical|key|core|other|professional|personal|soft|programming|additional|relevant)\s+)*"
    r"(?:education|skills?|technologies|tools|languages?|interests|hobbies|awards?|honou?rs|publications|talks|"
    r"certifications?|certificates?|courses?|references|referees|summary|profile|about me|about|contact|objective|"
    r"volunteering|activities|achievements|memberships?|training|details|information)"
    r"(?:\s*(?:and|&|/)\s*[a-z ]+)?\s*:?$",
    re.IGNORECASE,
)
_MOST_HEADING_WORDS: Final = 5
_MOST_BARE_HEADING_WORDS: Final = 2  # where neither a blank line nor capitals set it apart
_MOST_TITLE_WORDS: Final = 14

_DATES: Final = re.compile(
    r"[(\[]?\s*\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*\.?\s+)?"
    r"(?:19|20)\d\d\b(?:\s*(?:[-–—/]|to|until)\s*(?:[a-z]+\.?\s+)?(?:(?:19|20)\d\d|\d\d|present|now|today|ongoing)\b)?"
    r"\s*[)\]]?",
    re.IGNORECASE,
)
_TITLE_END: Final = re.compile(
    r"\s[|–—-]\s|:\s|\s[|–—-]$|:$|\t|;\s|\.\s|\.$|\s\(|,\s+(?:built|using|with|in|an?|for)\b"
)
_BUILDING: Final = re.compile(
    r"^(?:i\s+|we\s+)?(?:have\s+)?(?:also\s+)?(?:successfully\s+)?(?:(?:co-?)?"
    r"(?:designed|built|developed|created|implemented|trained|deployed|launched|led|migrated|introduced|prototyped|"
    r"established|delivered|engineered|automated|set up|rebuilt|redesigned|shipped))"
    r"(?:\s*(?:,|and|&)\s*(?:designed|built|developed|implemented|trained|deployed|launched|led|delivered|shipped))*\s+",
    re.IGNORECASE,
)
_NAME_END: Final = re.compile(
    r"\s(?:that|which|where|who|using|with|by|so|thereby|to|based on|resulting|reducing|increasing|improving|cutting|"
    r"saving|leading|achieving|via|through|on top of|in order|and (?:deployed|built|brought|put|reduced|improved))\b"
    r"|[,;(|:]|\s[–—-]\s|\.\s|\.$"
)
_ARTICLE: Final = re.compile(r"^(?:an?|the|our|my|several|various|new)\s+", re.IGNORECASE)
_FEWEST_NAME_WORDS: Final = 2
_SENTENCE_END: Final = re.compile(r"[.;]\s+(?=\S)|(?<=[a-z]):\s+(?=(?:built|developed|trained|designed|created|led)\b)")
_NAMED: Final = re.compile(
    r"^(?:(?:side|personal|final|main|university|capstone)\s+)?(?:project|(?:master|bachelor)(?:'?s)?\s+thesis|thesis):\s+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Entry:
    """A title and the lines below it that tell more."""

    title: str
    details: list[str] = field(default_factory=list)


def projects_in(text: str) -> tuple[Project, ...]:
    """The projects that a CV tells of, those under headings of their own first; each name once.

    In a text without such headings, as one types it in a hurry, whole sentences tell of them.
    """
    lines = lines_of(text)
    found = [*_under_headings(lines), *_built_at_work(lines)] or [*_told_in_sentences(lines)]
    named = {project.name.casefold(): project for project in reversed(found)}
    return tuple(dict.fromkeys(named[project.name.casefold()] for project in found))[:MOST_FOUND]


def _under_headings(lines: Sequence[Line]) -> Iterator[Project]:
    for section in _sections(lines, _PROJECT_HEADINGS):
        for entry in _entries(section):
            name = project_name(_title_of(entry.title))
            if name:
                told = " \n".join((entry.title, *entry.details))
                yield Project(name, _techniques_of(told))


def _built_at_work(lines: Sequence[Line]) -> Iterator[Project]:
    for section in _sections(lines, _WORK_HEADINGS):
        for line in section:
            yield from _opening_with(_BUILDING, line.text)


def _told_in_sentences(lines: Sequence[Line]) -> Iterator[Project]:
    """ "Project: churn model with SHAP. Built a search engine for a museum."."""
    for line in lines:
        for sentence in _SENTENCE_END.split(line.text):
            yield from _opening_with(_NAMED, sentence)
            yield from _opening_with(_BUILDING, sentence)


def _opening_with(opening: re.Pattern[str], text: str) -> Iterator[Project]:
    """The project that a text names right behind `opening`, if it begins with that."""
    found = opening.match(text)
    name = project_name(_ARTICLE.sub("", _until(_NAME_END, text[found.end() :]))) if found else ""
    if len(words_of(name)) >= _FEWEST_NAME_WORDS:
        yield Project(name[0].upper() + name[1:], _techniques_of(text))


def _sections(lines: Sequence[Line], wanted: re.Pattern[str]) -> Iterator[list[Line]]:
    """The lines below each heading that fits, up to the next heading of a part of a CV."""
    section: list[Line] | None = None
    for line in lines:
        if _is_part_heading(line):
            if section:
                yield section
            section = [] if wanted.search(line.text) and not _OTHER_HEADINGS.match(line.text) else None
        elif section is not None:
            section.append(line)
    if section:
        yield section


def _is_part_heading(line: Line) -> bool:
    text = line.text.rstrip(": ")
    if _OTHER_HEADINGS.match(text.partition(":")[0]) and not line.is_bullet:  # "Skills: Python, SQL"
        return True
    if line.is_bullet or len(words_of(text)) > _MOST_HEADING_WORDS or "," in text:
        return False
    stands_apart = line.is_heading or text.isupper() or line.text.endswith(":") or line.follows_blank
    is_short = len(words_of(text)) <= _MOST_BARE_HEADING_WORDS
    is_part = _PROJECT_HEADINGS.search(text) or _WORK_HEADINGS.search(text)
    return bool(is_part) and (stands_apart or is_short) and not _DATES.search(text)


def _entries(section: Sequence[Line]) -> Iterator[_Entry]:
    """Titles with their details: what is no bullet is a title where there are both; else every bullet, or paragraph.

    Bullets right below the heading are the entries themselves.
    """
    has_titles = not section[0].is_bullet
    has_bullets = any(line.is_bullet for line in section)
    entry: _Entry | None = None
    for number, line in enumerate(section):
        if _is_title(line, number, has_titles=has_titles, has_bullets=has_bullets):
            if entry is not None:
                yield entry
            entry = _Entry(line.text)
        elif entry is not None:
            entry.details.append(line.text)
    if entry is not None:
        yield entry


def _is_title(line: Line, number: int, *, has_titles: bool, has_bullets: bool) -> bool:
    if not has_titles:
        return True
    if has_bullets:
        return not line.is_bullet and (line.is_heading or len(words_of(line.text)) <= _MOST_TITLE_WORDS)
    return number == 0 or line.follows_blank or line.is_heading


def _title_of(text: str) -> str:
    return _until(_TITLE_END, _DATES.sub(" ", without_addresses(text)).strip(" |–—-,;:()"))


def _until(end: re.Pattern[str], text: str) -> str:
    found = end.search(text)
    return text[: found.start()] if found else text


def project_name(text: str) -> str:
    """A name as it is kept: one line, no longer than can be spoken in a breath; empty if it holds no letter."""
    name = " ".join(text.split()).strip(' |–—-,;:."“”')
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME + 1].rpartition(" ")[0] or name[:LONGEST_NAME]
    return name if any(mark.isalpha() for mark in name) else ""


def _techniques_of(text: str) -> tuple[str, ...]:
    found = (technique.name for line in text.split("\n") for technique in techniques_of_line(line))
    return tuple(dict.fromkeys(found))
