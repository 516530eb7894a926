"""Which part of an advertisement a heading opens, as data: duties, requirements, or what is no demand at all."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """Part of an advertisement."""

    DUTIES = "duties"
    REQUIREMENTS = "requirements"
    OTHER = "other"
    """Benefits, the company, how to apply: whatever is named there is no demand."""
    OPEN = "open"
    """Under no heading, or under one that says nothing: each line has to speak for itself."""


class Label(StrEnum):
    """What stands before a colon on one line of its own, and says nothing of the lines below it."""

    TITLE = "title"
    COMPANY = "company"
    OTHER = "other"


# As they read in lower case, with "you will" as "you'll", and without the words in front that say no more.
_DUTIES: Final = """
accountabilities; duties; responsibilities; responsibilities are; responsibilities include; responsibility; tasks
day in the life; day-to-day; day to day; typical day; challenge; contribution; impact; mission; work
job; job description; job summary; position; role; role description; role summary; position summary; scope of the role
about the job; about the position; about the role; about this role; what the job involves; what the role involves
how you'll contribute; how you'll help; how you'll make an impact; in this role you'll; in this position you'll
what will you do; what you do; what you'll be doing; what you'll be responsible for; what you'll be up to
what you'll be working on; what you'll deliver; what you'll do; what you'll get to do; what you'll own
what you'll work on; what you're going to do; you'll; you'll be; you'll be responsible for; you'll be working on
"""
_REQUIREMENTS: Final = """
background; candidate; candidate profile; competences; competencies; criteria; desirable; essential; experience
expertise; experience required; ideal candidate; knowledge; must have; must haves; must-have
must-haves; person specification
preferred; profile; qualifications; required; requirement; requirements; skill set; skills; skills required; skillset
about you; who you are; you; you bring; you have; you might be a good fit if; you may be a good fit if; you need
you may be a fit if; you might be a fit if; you should have; you offer; you're; you've got; ideally you have
what we expect; what we expect from you; what we look for; what we need; what we seek; what we're looking for
who we're looking for; we expect; we're looking for; we're looking for someone who
what you bring; what you bring to the table; what you have; what you need; what you offer; what you should bring
what you'll bring; what you'll need; what you'll need to succeed
a plus; bonus; bonus points; bonus points for; bonus points if; good to have; it's a plus if; nice to have; plus
nice to haves; nice-to-have; nice-to-haves; pluses
stack; tech stack; technologies; technology stack; tool stack; toolbox; tools; tools and technologies; toolset
"""
_OTHER: Final = """
about us; about the company; about our company; about the team; about our team; diversity and inclusion; diversity
equal opportunities; equal opportunity; in return; join us; life with us; why join us; why us; why work with us
advantages; benefits; bonuses; compensation; offer; offer you; package; pay; pay range; perks; remuneration; rewards
salary; salary range; we offer; we offer you; what we offer; what we offer you; what we can offer you; what to expect
look forward to; what you can expect; what you can look forward to; what you get; what you'll get; what's in it for you
commitment; company; company description; company overview; company profile; culture; department; location; locations
organisation; organization; philosophy; story; team; values; vision; what we believe in; what we build; what we do
who we are; offices
accommodations; application; application process; applications; apply; apply now; contact; contact details; contact us
deadline; closing date; have we sparked your interest; hiring process; how to apply; interested; interview process
next steps; process; questions; recruitment process; selection process; to apply
contract; contract type; data protection; disclaimer; employment type; hours; job type; legal; notes; privacy
start date; starting date; when; where; working hours
"""
_LABELS: Final = {
    Label.TITLE: "job title; title; position; role; vacancy; job",
    Label.COMPANY: "company; employer; organisation; organization",
    Label.OTHER: "department; employment type; location; reference; salary; seniority; start; start date; team; "
    "working hours; contract; contract type; hours; pay; salary range; industry",
}

_FIRST_WORDS: Final = """
a additional all an basic core daily desired essential general job key main minimum our preferred primary required some
technical the these your
"""
_SAYS_NO_MORE: Final = frozenset(_FIRST_WORDS.split())
_OF_OTHERS: Final = re.compile(
    r"about .+|why .+|life at .+|working at .+|benefits .+|in return.*|diversity.*|inclusion.*|"
    r"equal (?:employment )?opportunit.*|.+ offers|.+ offers you|what .+ offers|eeo.*|join us.*"
)
_OF_REQUIREMENTS: Final = re.compile(r".*\b(?:fit|match|apply|you|this role) if(?: you)?(?: have|'re| are)?")
_OF_DUTIES: Final = re.compile(r"(?:as|in) .{2,60},? (?:your tasks|your responsibilities|you'll)(?: be| include)?")
_JOINT: Final = re.compile(r"\s*(?:&|/|,|\band\b|\+)\s*")
_MARKS: Final = re.compile(r"^[^\w]+|[^\w]+$")
_HEAD: Final = re.compile(r"^\W{0,4}([A-Za-z][\w'’ /&,-]{1,60}?)\s*[:：]\s*(\S.*)$")
_FEWEST_CAPITALS: Final = 6
_MOST_WORDS: Final = 12


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for line in text.strip().splitlines() for phrase in line.split(";"))


_PARTS: Final = {
    **dict.fromkeys(_phrases(_OTHER), Part.OTHER),
    **dict.fromkeys(_phrases(_REQUIREMENTS), Part.REQUIREMENTS),
    **dict.fromkeys(_phrases(_DUTIES), Part.DUTIES),
}
_LABEL_PHRASES: Final = {phrase: label for label, phrases in _LABELS.items() for phrase in _phrases(phrases)}
_OPENING_WORDS: Final = {phrase.split()[0] for phrase in (*_PARTS, *_LABEL_PHRASES)} | _SAYS_NO_MORE | {"you"}
_LONE: Final = _phrases(
    "responsibilities; requirements; qualifications; benefits; perks; duties; accountabilities; desirable; essential"
)
"""Single words that are headings wherever they stand with a capital letter."""


def part_of_heading(text: str) -> Part | None:
    """The part that a line opens, None if it is no heading that says so: "What you'll do:", "Your profile"."""
    if len(text.split()) > _MOST_WORDS:
        return None
    heading = _plain(text)
    known = _known(heading) or _known(_JOINT.split(heading)[0])
    if known is not None:
        return known
    if _OF_DUTIES.fullmatch(heading):
        return Part.DUTIES
    if _OF_REQUIREMENTS.fullmatch(heading):
        return Part.REQUIREMENTS
    return Part.OTHER if _OF_OTHERS.fullmatch(heading) and not text.rstrip().endswith(".") else None


def label_of(text: str) -> Label | None:
    """What a line says by itself that begins with this and a colon, None if nothing: "Position: Data engineer"."""
    return _LABEL_PHRASES.get(_plain(text))


def head_and_rest(line: str) -> tuple[str, str] | None:
    """What stands before the colon of a line, and what after it: "Requirements: Excel"; None without such a colon."""
    found = _HEAD.match(line)
    return (found[1], found[2]) if found else None


def may_open_heading(word: str) -> bool:
    """Whether any known heading or label begins with this word; most words are ruled out by it at once."""
    return _MARKS.sub("", word.replace("’", "'").lower()) in _OPENING_WORDS


def is_heading_by_name(text: str) -> bool:
    """Whether nothing but known headings is written here: "Skills and experience", not "Skills in negotiation"."""
    heading = _plain(text)
    return bool(_known(heading) or all(_known(piece) for piece in _JOINT.split(heading)))


def is_distinct(heading: str) -> bool:
    """Whether a known heading is one wherever it stands: "Your profile", "Requirements"; "Work" or "Team" is not."""
    plain = _plain(heading)
    return " " in plain or plain in _LONE or (heading.isupper() and len(plain) >= _FEWEST_CAPITALS)


def _plain(text: str) -> str:
    straight = text.replace("’", "'").replace("‘", "'").lower()
    heading = " ".join(_MARKS.sub("", straight).split())
    for long, short in (("you will", "you'll"), ("we are", "we're"), ("you are", "you're"), (", you'll", " you'll")):
        heading = heading.replace(long, short)
    return "who you are" if heading == "who you're" else "who we are" if heading == "who we're" else heading


def _known(heading: str) -> Part | None:
    words = heading.split()
    for first, word in enumerate(words):
        part = _PARTS.get(" ".join(words[first:]))
        if part is not None:
            return part
        if word not in _SAYS_NO_MORE:
            return None
    return None
