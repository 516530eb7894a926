"""Which techniques a text names. What they are is in the catalogue; a false hit counts as worse than a miss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from simulator.own_work.cv.lines import Line, is_name, lines_of, without_addresses, words_of
from simulator.own_work.cv.technique_catalogue import Care, Spelling, Technique, plain, spellings

_TOKEN: Final = re.compile(r"[^\W_]+(?:\+\+|#)?")
_GAPS: Final = frozenset({"", " ", "-", "\u2010", "\u2011", "–", ".", "/", " & ", "&"})
_INITIAL: Final = re.compile(r"(?:^|\s)[A-Z]\.\s*$")
_LIST_BEFORE: Final = re.compile(r"(?:^|[,;/|(:•·]|\s[&+]|\b(?:in|and|or|with|using|used|uses?|plus))\s*$")
_LIST_AFTER: Final = re.compile(
    r"^(?:\s*[,;/|)]|\s[&+]\s|\s*\.?\s*$|\s(?:and|or|for|programming|packages?|scripts?|code|services?|backends?)\b|\s\()"
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:]\s|[(])\s*$")
_NEXT_WORD: Final = re.compile(r"^\s([^\W_]+)")
_LEAST_LETTERS_APART: Final = 6

_STREET_WORDS: Final = """
street st road rd avenue ave lane drive court square boulevard blvd platz straße strasse weg close
"""
_JOINING_WORDS: Final = "and or with for on as via in plus"
_TECHNICAL_WORDS: Final = """
analyses analysis analytics api apis backend batch classifier classifiers cluster clusters code coding consumer
consumers container containers dashboard dashboards data database databases deployed deployment developer etl event
events framework frameworks frontend index indexes infrastructure ingestion job jobs language languages learning
libraries library machine message messages microservice microservices migrated migrating migration ml model modelling
models network networks operator operators optimisation package packages pipeline pipelines platform processing
producer producers production programming project queries query queue repository scheduler script scripts server
servers service services skills software spectrogram spectrograms sql stack storage stream streaming streams table
tables technologies tools topic topics trained training workflow workflows written
"""
"""Words that make it likely that a technical term is meant by the word beside them."""

_STREETS: Final = frozenset(_STREET_WORDS.split())
_JOINING: Final = frozenset(_JOINING_WORDS.split())
_COMPANY: Final = frozenset(_TECHNICAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class TechniqueHit:
    """A technique, with the place of its words in the line."""

    technique: Technique
    spelling: Spelling
    start: int
    end: int

    @property
    def is_sure(self) -> bool:
        """Whether it needs no company to count."""
        return self.spelling.care in (Care.ANY, Care.EXACT)


def techniques_in(text: str) -> tuple[Technique, ...]:
    """The techniques that a CV, or any text, names: each once, in the order in which they come up."""
    return techniques_of_lines(lines_of(text))


def techniques_of_lines(lines: Sequence[Line]) -> tuple[Technique, ...]:
    """The techniques of a whole CV, the name on top of it left out."""
    lists = _lists(_without_name(lines))
    return tuple(dict.fromkeys(technique for texts in lists for technique in techniques_of_list(texts)))


def techniques_of_list(texts: Sequence[str]) -> tuple[Technique, ...]:
    """The techniques of lines that belong together: "Spark" below "PyTorch" is the tool."""
    sure = [any(hit.is_sure for hit in hits_of(text)) for text in texts]
    beside = [any(sure[max(index - 1, 0) : index + 2]) for index in range(len(texts))]
    found = (techniques_of_line(text, is_in_company=near) for text, near in zip(texts, beside, strict=True))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def techniques_of_line(text: str, *, is_in_company: bool = False) -> tuple[Technique, ...]:
    """The techniques of one line of sense, in order, each once; `is_in_company`: lines beside it are technical."""
    text = without_addresses(text)
    hits = hits_of(text)
    wary = {hit.technique for hit in hits if hit.spelling.care is Care.WARY}
    has_company = (
        is_in_company
        or len(wary) > 1
        or any(hit.is_sure for hit in hits)
        or not _COMPANY.isdisjoint(map(str.lower, words_of(text)))
    )
    meant = (hit for hit in hits if hit.is_sure or (has_company and _is_meant(hit, text, hits)))
    return tuple(dict.fromkeys(hit.technique for hit in meant))


def hits_of(text: str) -> list[TechniqueHit]:
    """What is written like a technique, but for names and places; addresses are blank already, or do not matter."""
    return [hit for hit in _hits(text) if not _is_name_or_place(hit, text)]


def _lists(lines: Sequence[Line]) -> Iterator[list[str]]:
    """The texts of lines without a gap between them, and of bullets one below the other."""
    texts: list[str] = []
    before: Line | None = None
    for line in lines:
        is_apart = line.is_heading or (line.follows_blank and not line.is_bullet)
        if before is not None and (is_apart or before.is_heading):
            yield texts
            texts = []
        texts.append(line.text)
        before = line
    yield texts


def _without_name(lines: Sequence[Line]) -> Sequence[Line]:
    if lines and is_name(lines, sum(hit.is_sure for hit in _hits(lines[0].text))):
        return lines[1:]
    return lines


def _hits(text: str) -> Iterator[TechniqueHit]:
    """Every spelling in the text, the longest at each place, as far as its capitals allow."""
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        hit, size = _longest(text, tokens[place : place + _most_words()])
        if hit is not None:
            yield hit
        place += size


def _longest(text: str, tokens: Sequence[re.Match[str]]) -> tuple[TechniqueHit | None, int]:
    for size in range(_joinable(text, tokens), 0, -1):
        start, end = tokens[0].start(), tokens[size - 1].end()
        found = _known(text[start:end], size)
        if found is not None:
            hit = TechniqueHit(*found, start, end)
            return (hit if _has_its_capitals(text[start:end], hit.spelling) else None), size
    return None, 1


def _joinable(text: str, tokens: Sequence[re.Match[str]]) -> int:
    """How many tokens from the first on have no more between them than a blank or a hyphen."""
    for index in range(1, len(tokens)):
        if text[tokens[index - 1].end() : tokens[index].start()] not in _GAPS:
            return index
    return len(tokens)


def _known(written: str, size: int) -> tuple[Technique, Spelling] | None:
    known, key = spellings(), plain(written)
    found = known.get(key) or (known.get(key.removesuffix("s")) if len(key) > 3 else None)
    if found is None:
        return None
    is_torn = size > len(_TOKEN.findall(found[1].text)) and len(key) < _LEAST_LETTERS_APART
    return None if is_torn else found


def _has_its_capitals(written: str, spelling: Spelling) -> bool:
    if spelling.care is Care.ANY:
        return True
    letters = "".join(words_of(written))
    wanted = "".join(words_of(spelling.text))
    return letters.removesuffix("s") == wanted.removesuffix("s") or _is_shouted(letters, spelling)


def _is_shouted(letters: str, spelling: Spelling) -> bool:
    """Whole lists in capitals are common in CVs: "SPARK, KAFKA"; one letter is no shout."""
    return spelling.care is Care.WARY and len(letters) > 3 and letters.isupper()


@cache
def _most_words() -> int:
    return max(len(_TOKEN.findall(spelling.text)) for _, spelling in spellings().values())


def _is_name_or_place(hit: TechniqueHit, text: str) -> bool:
    """ "12 Hadoop Street", "J. Keras", "Franz Kafka-Novak"."""
    following = _NEXT_WORD.match(text[hit.end :])
    is_street = following is not None and following[1].lower() in _STREETS
    is_hyphened = not hit.is_sure and (text[hit.end : hit.end + 1] == "-" or text[hit.start - 1 : hit.start] == "-")
    return is_street or is_hyphened or bool(_INITIAL.search(text[: hit.start]))


def _is_meant(hit: TechniqueHit, text: str, hits: Iterable[TechniqueHit]) -> bool:
    if hit.spelling.care is Care.LONE:
        return _is_listed(hit, text, hits)
    return _stands_as_term(hit, text, hits)


def _stands_as_term(hit: TechniqueHit, text: str, hits: Iterable[TechniqueHit]) -> bool:
    """Not "Spark joy", not "Excel at", not "Julia Rust": what follows is no ordinary word and no surname."""
    following = _NEXT_WORD.match(text[hit.end :])
    if following is None:
        return _is_beside_a_sure_one(hit, hits) or not any(other.end + 1 == hit.start for other in hits)
    word = following[1]
    if word.lower() in _COMPANY or _is_beside_a_sure_one(hit, hits):
        return True
    if word[0].isupper():
        return False
    is_start = bool(_SENTENCE_START.search(text[: hit.start]))
    return word in _JOINING or not is_start


def _is_listed(hit: TechniqueHit, text: str, hits: Iterable[TechniqueHit]) -> bool:
    """ "Python, R, SQL" and "written in Go", but not "Go to", "R. Smith", "A, B, C"."""
    before, after = text[: hit.start], text[hit.end :]
    if not (_LIST_BEFORE.search(before) and _LIST_AFTER.match(after)):
        return False
    others = {other.start for other in hits}
    neighbours = (re.search(r"(\b[A-Z])\s*[,;/]\s*$", before), re.match(r"\s*[,;/]\s*([A-Z]\b)(?![+#])", after))
    places = ((0, neighbours[0]), (hit.end, neighbours[1]))
    return all(found is None or offset + found.start(1) in others for offset, found in places)


def _is_beside_a_sure_one(hit: TechniqueHit, hits: Iterable[TechniqueHit]) -> bool:
    """Whether it stands in a row without commas that holds a sure one: "Python Spark Kafka", not "Julia Rust"."""
    row = [hit]
    for other in hits:
        if any(other.start == one.end + 1 or other.end + 1 == one.start for one in row):
            row.append(other)
    return any(one.is_sure for one in row)
