"""What a sentence of an advertisement demands, if anything, as short phrases. A demand too few does less harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.own_work.advertisement.duty_verbs import VERBS
from simulator.own_work.advertisement.headings import Part
from simulator.own_work.advertisement.lines import AdvertLine
from simulator.own_work.cv.lines import words_of
from simulator.own_work.trimmed_text import LONGEST_NAME, one_line

_MOST_LIST_WORDS: Final = 25
_FEWEST_DUTY_WORDS: Final = 2
_FEWEST_SPLIT_WORDS: Final = 3

_OPENS_WITH_VERB: Final = re.compile(rf"^(?:also |then |you |to )?{VERBS}\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:(?:you(?:'ll| will| would)|the (?:successful |ideal |right )?candidate will|the (?:role|job|position) (?:is|"
    r"will be) to|your (?:main |core |key )?(?:tasks?|job|mission|role|responsibility|responsibilities) "
    r"(?:is|are|will be|include|includes)(?: to)?)(?: (?:be|also|then|mainly|help(?: us)?(?: to)?|get to|have to))*"
    r"(?: (?:responsible for|in charge of))?|(?:be |are )?responsible for|you are going to)\s+",
    re.IGNORECASE,
)
"""What stands before a duty in a paragraph."""

_ASKS_FOR: Final = re.compile(
    r"\b(?:experience|experienced|knowledge|proficien\w+|fluen\w+ in|familiar\w*|skills?|understanding|expertise|"
    r"background in|command of|hands-on|required|requires?|must|should (?:have|know|be)|comfortable|grasp of|"
    r"you (?:have|know|bring|can|are|'ve|love|enjoy|write|think)|you've|ability to|able to|expert in|strong in|"
    r"a plus|advantage|desirable|nice to have|ideally|looking for|we use|our stack|work with|working with)\b",
    re.IGNORECASE,
)
_IS_NO_DEMAND: Final = re.compile(
    r"\b(?:we offer|we provide|benefits?|perks|salary|per annum|p\.a\.|compensation|bonus(?:es)?|stock options|equity|"
    r"pension|401\(?k\)?|health insurance|dental|holidays?|vacation|paid (?:leave|time)|days off|annual leave|parental|"
    r"gym|free (?:lunch|snacks|coffee|drinks|fruit)|home office|remote work|flexible (?:hours|working)|hybrid|"
    r"equal[- ]opportunit\w+|regardless of|without regard|discriminat\w+|sexual orientation|gender identity|"
    r"disabilit\w+|veteran|accommodations?|all qualified applicants|we (?:celebrate|value|welcome|encourage) "
    r"(?:diversity|applications|everyone|people|applicants)|apply (?:now|by|via|with|online|today|here|below)|"
    r"send (?:us )?your|cover letter|training budget|learning budget|relocation|visa|we look forward)\b|[€$£]\s?\d|"
    r"\d\s?(?:€|EUR|USD|GBP)\b",
    re.IGNORECASE,
)
_IS_CONDITION: Final = re.compile(
    r"\b(?:degree|bachelor\w*|master(?:'s| of| in|s degree)|b\.?sc|m\.?sc|ph\.?d|diploma|university|graduate of|gcse|"
    r"right to work|work permit|eligib\w+|driving licen[cs]e|willing\w* to (?:travel|relocate)|security clearance|"
    r"(?:fluent|fluency|native|business|very good|excellent|good|written|spoken)[\w\s,]{0,30}\b"
    r"(?:english|german|french|spanish|dutch|italian)|(?:english|german|french|dutch)[\w\s]{0,20}"
    r"(?:[abc][12]|level|skills|is a must)|full[- ]time|part[- ]time|starting date)\b",
    re.IGNORECASE,
)
_IS_DENIED: Final = re.compile(
    r"\b(?:no|not|never|don't|doesn't|do not|does not|isn't|aren't|without)\b[^.;]{0,60}"
    r"\b(?:required|needed|necessary|need|require|expect(?:ed)?|a must|prerequisite|matter)\b|"
    r"\b(?:no|not) (?:prior |previous )?(?:knowledge|experience)\b|\bneed not\b|^not (?:required|needed)\b",
    re.IGNORECASE,
)
_IS_ABOUT_THEM: Final = re.compile(
    r"^(?:we|our|us|it|they|this|the (?:team|role|company))\b|\b(?:hiring|looking for|seek(?:s|ing)|recruiting)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?;])(?<!e\.g\.)(?<!i\.e\.)(?<!incl\.)(?<!etc\.)(?<!vs\.)(?<!Ph\.)\s+(?=[A-Z“\"])"
)
_NEXT_DUTY: Final = re.compile(rf",?\s+and\s+(?={VERBS}\b)|,\s+(?={VERBS}\b)", re.IGNORECASE)
_NEXT_KNOWLEDGE: Final = re.compile(r"[,;]\s+(?:and\s+|or\s+)?")
_ADDRESS: Final = re.compile(
    r"^(?:(?:at least |minimum )?\d+\+? years'?(?: of)?(?: \w+)? ?(?:experience )?(?:in|of|with)|"
    r"you(?:'ll| will| have| are| can| know|'ve|'re)?(?: be)?|to|(?:the |an? )?(?:demonstrated )?ability to|"
    r"able to|also|be able to|we expect|ideally,?|responsible for|"
    r"(?:strong |solid |good |proven |deep |some |excellent |hands-on )?experience (?:in|of|with))\s+(?=\w)",
    re.IGNORECASE,
)
_PART_END: Final = re.compile(r"[,;:(]|\s(?:and|or|so|to|that|which|in order)\b")
_MARKS: Final = " .;:,!-–"


def demanding(line: AdvertLine) -> Iterator[str]:
    """The sentences of a line that demand something: by the list they stand in, or by their own words."""
    if line.is_heading or line.part is Part.OTHER:
        return
    for sentence in _SENTENCE_END.split(line.text):
        is_refused = _IS_NO_DEMAND.search(sentence) or _IS_DENIED.search(sentence)
        if not is_refused and (_is_listed(line, sentence) or _asks(line, sentence)):
            yield sentence


def is_told(line: AdvertLine, sentence: str) -> bool:
    """Whether the sentence says what one is to do, not what one is to know."""
    return line.part is Part.DUTIES or _TOLD.search(sentence) is not None


def opens_with_verb(phrase: str) -> bool:
    """ "Build dashboards", not "dashboards"."""
    return _OPENS_WITH_VERB.match(phrase) is not None


def phrases_of(line: AdvertLine, sentence: str) -> Iterator[str]:
    """What is demanded in a sentence: after "you will" in a paragraph, all of it in a list; no formal conditions."""
    is_paragraph = line.part is Part.OPEN and not line.is_bullet
    told = _TOLD.search(sentence) if line.part is Part.OPEN else _TOLD.match(sentence)
    if told is None and (is_paragraph or (not line.is_bullet and _IS_ABOUT_THEM.search(sentence))):
        return
    rest = sentence[told.end() :] if told else sentence
    if _IS_CONDITION.search(rest):
        return
    for piece in _pieces(line, rest):
        phrase = _short(" ".join(_without_address(piece).split()).strip(_MARKS))
        if len(words_of(phrase)) >= _FEWEST_DUTY_WORDS:
            yield phrase[0].upper() + phrase[1:]


def _is_listed(line: AdvertLine, sentence: str) -> bool:
    return line.part is not Part.OPEN and len(words_of(sentence)) <= _MOST_LIST_WORDS


def _asks(line: AdvertLine, sentence: str) -> bool:
    says_so = _TOLD.search(sentence) or _ASKS_FOR.search(sentence)
    return bool(says_so) or (line.is_bullet and opens_with_verb(sentence))


def _without_address(text: str) -> str:
    while (found := _ADDRESS.match(text)) is not None:
        text = text[found.end() :]
    return text


def _pieces(line: AdvertLine, text: str) -> list[str]:
    """ "Build models and present results" as two; "design, build and test models" is one, as it stands."""
    if line.part is Part.REQUIREMENTS and not opens_with_verb(text):
        return _NEXT_KNOWLEDGE.split(text)
    pieces = _NEXT_DUTY.split(text)
    return pieces if all(len(words_of(piece)) >= _FEWEST_SPLIT_WORDS for piece in pieces) else [text]


def _short(phrase: str) -> str:
    """No longer than a name may be: what comes after the last comma or "and" goes first."""
    while len(phrase) > LONGEST_NAME:
        ends = [found.start() for found in _PART_END.finditer(phrase)]
        if not ends or not ends[-1]:
            break
        phrase = phrase[: ends[-1]]
    return one_line(phrase).strip(_MARKS)
