"""Which projects a CV tells of: entries under a heading such as "Projects", and what somebody says to have built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from simulator.own_work.cv.lines import Line, lines_of, without_addresses, words_of
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.technique_catalogue import Sort, Technique, technique_named
from simulator.own_work.cv.techniques import hits_of, techniques_of_line, techniques_of_lines
from simulator.own_work.trimmed_text import LONGEST_NAME

MOST_FOUND: Final = 12
"""Of one CV; nobody is asked about more. Our own."""

_PROJECT_HEADINGS: Final = re.compile(r"\bprojects?\b|\bportfolio\b|\bcase studies\b|\bthes[ie]s\b", re.IGNORECASE)
_WORK_HEADINGS: Final = re.compile(r"\b(?:experience|employment|career|work history|positions?)\b", re.IGNORECASE)
_OTHER_HEADINGS: Final = re.compile(
    r"^(?:(?:technical|key|core|other|professional|personal|soft|programming|additional|relevant|selected|recent|main|"
    r"invited|academic|peer[- ]reviewed|conference|journal|scientific|voluntary|further|formal)\s+)*"
    r"(?:education|skills?|technologies|tools|languages?|interests|hobbies|awards?|honou?rs|publications?|papers|"
    r"articles|preprints|patents|talks|presentations|teaching|service|grants|funding|scholarships|posters|press|"
    r"certifications?|certificates?|courses?|coursework|references|referees|summary|profile|about me|about|contact|"
    r"objective|volunteering|activities|achievements|memberships?|training|details|information)"
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
    r"(?:\s*(?:,|and|&)\s*(?:[a-z]{2,20}ed|built|led|put))*\s+"
    r"(?:(?:an?|the)\s+(?:[a-z-]{2,20}\s+)?team\b.{0,40}?\s(?:to|that|which|who|in)\s+"
    r"(?:build(?:ing)?|built|develop(?:ed|ing)?|design(?:ed|ing)?|creat(?:e|ed|ing)|deploy(?:ed|ing)?|launch(?:ed|ing)?)\s+)?",
    re.IGNORECASE,
)
_GOES_ON_TO_TELL: Final = (
    r"\s(?:that|which|where|who|using|with|by|so|thereby|based on|resulting|reducing|increasing|improving|cutting|"
    r"saving|leading|achieving|via|through|on top of|in order|and (?:deployed|built|brought|put|reduced|improved))\b"
    r"|[,;(|:]|\s[–—-]\s|\.\s|\.$"
)
_NAME_END: Final = re.compile(r"\sto\b|" + _GOES_ON_TO_TELL)
_MOVE_END: Final = re.compile(_GOES_ON_TO_TELL)
_MOVED: Final = re.compile(r"\bmigrated\b", re.IGNORECASE)
_MOVE: Final = re.compile(r"\bmigrat", re.IGNORECASE)
_FROM: Final = re.compile(r"^(?:from|off)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:an?|the|our|my|several|various|new)\s+", re.IGNORECASE)
_NO_WORK: Final = re.compile(r"(?:[a-z-]+\s+)?teams?\b", re.IGNORECASE)  # one leads it, and asks about something else
_FEWEST_NAME_WORDS: Final = 2
_PIECE_OF_WORK: Final = re.compile(
    r"(?P<what>[A-Z][\w/&'-]*(?:\s+[\w/&'-]+){0,4}?)\s+(?:analysis|segmentation|classifier|classification|captioning|"
    r"detector|detection|predictor|prediction|forecast|forecasting|recognition|recommender|recommendation|translation|"
    r"summari[sz]ation|simulation|simulator|generator|optimi[sz]ation|dashboard|chatbot|scraper|model|system|pipeline|"
    r"engine|app|library)(?=$|\.$|\s+(?:in|with|using|for|of|on|from|by|via)\b|\s*[,(|]|\s[–—-]\s)"
)
_ANYBODYS_WORDS: Final = """
data statistical predictive exploratory machine learning deep advanced quantitative qualitative business large scale
complex big time series requirements regression cluster
"""
_SMALL_WORDS: Final = "a and at by for from in of on or the to with"
_OF_ANY_WORK: Final = frozenset(_ANYBODYS_WORDS.split())
_NO_NAME: Final = frozenset(_SMALL_WORDS.split())
_QUOTED: Final = re.compile(r"[\"“”„']([^\"“”]{3,90})[\"“”]")
_COMMA: Final = re.compile(r",\s+")
_PLACE: Final = re.compile(r"(?:top|rank(?:ed)?|place|\d)\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.;]\s+(?=\S)|(?<=[a-z]):\s+(?=(?:built|developed|trained|designed|created|led)\b)")
_LABELS: Final = (
    r"(?:(?:side|personal|private|final|main|university|academic|research|course|team|capstone|client)\s+)?"
    r"(?:projects?(?:\s+(?:[a-z]|\d{1,2}))?|(?:(?:master|bachelor|phd|doctoral)(?:'?s)?\s+)?thesis|dissertation)"
)
_NAMED: Final = re.compile(rf"^{_LABELS}:\s+", re.IGNORECASE)
_LABEL: Final = re.compile(
    rf"^(?:{_LABELS}|open[- ]?source|kaggle|github|gitlab|hackathon|competition|freelance)(?::|\s[–—|-])\s+",
    re.IGNORECASE,
)
_HAS_TEXT_BEHIND: Final = re.compile(r"^[^\s:][^:.]{0,60}(?::|\s[–—|])\s+\S")
_FEWEST_ALIKE: Final = 2  # lines "Name: what it is", so that each is an entry
_DETAIL: Final = re.compile(
    r"^(?:(?:technologies|technology|tech|stack|tech stack|tools?|techniques?|methods?|keywords|skills|languages|"
    r"libraries|environment|role|my role|my part|team|results?|outcome|impact|goal|aim|data|data set|dataset|links?|"
    r"code|repository|url|demo|supervisors?|advisors?|duration|description|used|built with)):\s*\S",
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
    """Its techniques are those of its own lines, as far as the whole CV makes them known: "a checker in Rust"."""
    sections = [*_sections(lines, _PROJECT_HEADINGS)]
    known = frozenset(techniques_of_lines(lines) if sections else ())
    for section in sections:
        for entry in _entries(section):
            name = project_name(_title_of(entry.title))
            if name:
                named = (techniques_of_line(text, is_in_company=True) for text in (entry.title, *entry.details))
                techniques = dict.fromkeys(technique for line in named for technique in line if technique in known)
                yield Project(name, _names(techniques))


def _built_at_work(lines: Sequence[Line]) -> Iterator[Project]:
    for section in _sections(lines, _WORK_HEADINGS):
        for line in section:
            yield from _opening_with(_BUILDING, line.text)
            yield from _named_by_its_kind(line.text)


def _told_in_sentences(lines: Sequence[Line]) -> Iterator[Project]:
    """ "Project: churn model with SHAP. Built a search engine for a museum."."""
    for line in lines:
        for sentence in _SENTENCE_END.split(line.text):
            yield from _opening_with(_NAMED, sentence)
            yield from _opening_with(_BUILDING, sentence)
            yield from _named_by_its_kind(sentence)


def _named_by_its_kind(text: str) -> Iterator[Project]:
    """ "Customer churn analysis in R": what was made and with what, though nobody says that they built it."""
    techniques = _names(techniques_of_line(text)) if _is_piece_of_work(text) else ()
    if techniques:
        yield Project(project_name(_title_of(text)), techniques)


def _is_piece_of_work(text: str) -> bool:
    """Whether it begins with the name of a single thing that one makes; "data analysis" is what everybody does."""
    found = _PIECE_OF_WORK.match(text)
    words = {word.lower() for word in words_of(found["what"])} if found else set()
    return not words <= _OF_ANY_WORK and words.isdisjoint(_NO_NAME)


def _opening_with(opening: re.Pattern[str], text: str) -> Iterator[Project]:
    """The project that a text names right behind `opening`, if it begins with that."""
    found = opening.match(text)
    if not found:
        return
    end = _MOVE_END if _MOVE.search(text) else _NAME_END
    name = project_name(_ARTICLE.sub("", _until_outside_techniques(end, text[found.end() :])))
    if len(name.split()) >= _FEWEST_NAME_WORDS and not _NO_WORK.match(name) and not _is_tool(name):
        if _MOVED.search(found[0]):
            name = f"migration {name}" if _FROM.match(name) else f"migration of {name}"
        yield Project(project_name(name[0].upper() + name[1:]), _names(techniques_of_line(text)))


def _is_tool(name: str) -> bool:
    """Whether the whole name is that of something known to be used: "Implemented GitHub Actions"."""
    known = technique_named(name)
    return bool(known.topic) and known.sort in (Sort.TOOL, Sort.LANGUAGE)


def _sections(lines: Sequence[Line], wanted: re.Pattern[str]) -> Iterator[list[Line]]:
    """The lines below each heading that fits, up to the next heading of a part of a CV."""
    section: list[Line] | None = None
    depth = 0
    for line in lines:
        if _is_part_heading(line) or 0 < line.depth <= depth:
            depth = line.depth
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
        return line.follows_blank or not _DETAIL.match(line.text) or text.lower().startswith("skills")
    if ":" in text or line.is_bullet or len(words_of(text)) > _MOST_HEADING_WORDS or "," in text:
        return False
    stands_apart = line.is_heading or text.isupper() or line.text.endswith(":") or line.follows_blank
    is_short = len(words_of(text)) <= _MOST_BARE_HEADING_WORDS
    is_part = _PROJECT_HEADINGS.search(text) or _WORK_HEADINGS.search(text)
    return bool(is_part) and (stands_apart or is_short) and not _DATES.search(text)


def _entries(section: Sequence[Line]) -> Iterator[_Entry]:
    """Titles with their details."""
    is_title = _titles_of(section)
    entry: _Entry | None = None
    for line in section:
        if is_title(line):
            if entry is not None:
                yield entry
            entry = _Entry(line.text)
        elif entry is not None:
            entry.details.append(line.text)
    if entry is not None:
        yield entry


def _titles_of(section: Sequence[Line]) -> Callable[[Line], bool]:
    """Which lines of a section are titles, by how it is written.

    What is no bullet is a title where there are both; else every bullet, or paragraph. Bullets right below the heading
    are the entries themselves.
    """
    are_alike = sum(_is_named_alike(line) for line in section) >= _FEWEST_ALIKE
    are_works = all(_is_piece_of_work(line.text) for line in section)
    first = section[0]

    def is_title(line: Line) -> bool:
        if _DETAIL.match(line.text) and line is not first:
            return False
        if first.is_bullet or line.is_heading:
            return True
        if any(other.is_bullet for other in section):
            return not line.is_bullet and len(words_of(line.text)) <= _MOST_TITLE_WORDS
        return line is first or line.follows_blank or (are_alike and _is_named_alike(line)) or are_works

    return is_title


def _is_named_alike(line: Line) -> bool:
    """ "Bird songs: a classifier", "Kaggle: M5 forecasting, LightGBM"."""
    return bool(_HAS_TEXT_BEHIND.match(line.text)) and not _DETAIL.match(line.text)


def _title_of(text: str) -> str:
    plain = _LABEL.sub("", _DATES.sub(" ", without_addresses(text)).strip(" |–—-,;:()"))
    quoted = _QUOTED.match(plain)
    if quoted:
        return quoted[1]
    return _until_techniques(_until(_TITLE_END, plain))


def _until_techniques(text: str) -> str:
    """ "M5 forecasting" where it says "M5 forecasting, top 5 %, LightGBM and Prophet"."""
    commas = tuple(_COMMA.finditer(text))
    starts = {hit.start for hit in hits_of(text)} if commas else set()
    ends = (comma.start() for comma in commas if comma.end() in starts or _PLACE.match(text, comma.end()))
    return text[: next(ends, len(text))]


def _until(end: re.Pattern[str], text: str) -> str:
    found = end.search(text)
    return text[: found.start()] if found else text


def _until_outside_techniques(end: re.Pattern[str], text: str) -> str:
    """Not "evaluation of learning" where it says "evaluation of learning to rank with LightGBM"."""
    spans = [(hit.start, hit.end) for hit in hits_of(text)]
    ends = (found.start() for found in end.finditer(text))
    return text[: next((at for at in ends if not any(start <= at < stop for start, stop in spans)), len(text))]


def project_name(text: str) -> str:
    """A name as it is kept: one line, no longer than can be spoken in a breath; empty if it holds no letter."""
    name = " ".join(text.split()).strip(' |–—-,;:."“”')
    if len(name) > LONGEST_NAME:
        name = name[: LONGEST_NAME + 1].rpartition(" ")[0] or name[:LONGEST_NAME]
    return name if any(mark.isalpha() for mark in name) else ""


def _names(techniques: Iterable[Technique]) -> tuple[str, ...]:
    return tuple(technique.name for technique in techniques)
