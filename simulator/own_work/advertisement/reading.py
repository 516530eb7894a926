"""What a job advertisement demands, read from its text: the job, its techniques, its duties. Nothing is kept here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.own_work.advertisement.demand_topics import topics_of_duty, topics_of_technique
from simulator.own_work.advertisement.demands import (
    LONGEST_LINE,
    NO_ADVERTISEMENT,
    Advertisement,
    Demand,
    DemandSort,
    limited,
    merged,
)
from simulator.own_work.advertisement.headings import Part
from simulator.own_work.advertisement.job import job_in
from simulator.own_work.advertisement.lines import AdvertLine, advert_lines
from simulator.own_work.advertisement.sentences import demanding, is_told, opens_with_verb, phrases_of
from simulator.own_work.cv.techniques import techniques_of_line

_MOST_TAKEN_OVER: Final = 3
"""Topics of the techniques beside it, for a duty that says nothing more itself."""

_HIRING: Final = re.compile(
    r"^(?:position|vacancy|role|job)\s*:|"
    r"\b(?:we(?:'re| are)|is|are|now|currently) (?:\w+ )?(?:looking for|hiring|seeking|recruiting|searching for)|"
    r"\bseeks\b|\bwe (?:need|hire|seek)\b|\b(?:candidates?|applicants?|vacanc\w+|job description|job title|"
    r"(?:apply|applications?)(?: now| to| by| via| with| today)?|(?:this|the) (?:role|position|job)|"
    r"join (?:us|our|the|[A-Z]\w+)|your (?:profile|tasks|responsibilities|mission|role)|nice to have|what you|"
    r"about you|who you are|what we|we offer|full[- ]time)\b|\((?:m|f|w|d|all|gn)/",
    re.IGNORECASE,
)


def read_advertisement(text: str) -> Advertisement:
    """What the text of an advertisement demands and who is hiring; an empty one if it is no advertisement at all.

    Techniques and duties come in the order in which they are named, each once. Benefits, pay, words on equal
    opportunities, and formal conditions (degrees, languages, permits) are no demands: no interview practises them.
    """
    lines = advert_lines(text.replace("’", "'"))
    demands = merged(demand for line in lines for demand in _demands_of(line))
    job = job_in(lines)
    if not _is_advertisement(lines, demands, has_role=job.role is not None):
        return NO_ADVERTISEMENT
    return Advertisement(job.title, job.company, job.role, job.level, limited(demands))


def _is_advertisement(lines: Sequence[AdvertLine], demands: Sequence[Demand], *, has_role: bool) -> bool:
    """Somebody is hiring, and it is for something that this program can ask about."""
    is_hiring = any(line.is_heading and line.part is Part.DUTIES for line in lines) or any(
        _HIRING.search(line.text) for line in lines
    )
    return is_hiring and (has_role or any(demand.topics for demand in demands))


def _demands_of(line: AdvertLine) -> Iterator[Demand]:
    for sentence in demanding(line):
        techniques = tuple(_techniques_of(sentence))
        yield from techniques
        yield from _duties_of(line, sentence, techniques)


def _techniques_of(sentence: str) -> Iterator[Demand]:
    said = _cut(sentence)
    # As in a list of skills: what stands in a demand is meant as a term, "know Airflow or the like".
    for technique in techniques_of_line(f"Skills: {sentence}"):
        yield Demand(technique.name, DemandSort.TECHNIQUE, said, topics_of_technique(technique))


def _duties_of(line: AdvertLine, sentence: str, techniques: Sequence[Demand]) -> Iterator[Demand]:
    """What one is to do, as short phrases; what is only to be known counts where it goes beyond the techniques."""
    named = tuple(dict.fromkeys(topic for technique in techniques for topic in technique.topics))
    for phrase in phrases_of(line, sentence):
        topics = topics_of_duty(phrase)
        if is_told(line, sentence) or opens_with_verb(phrase):
            yield Demand(phrase, DemandSort.DUTY, _cut(sentence), topics or named[:_MOST_TAKEN_OVER])
        elif not set(topics) <= set(named):
            yield Demand(phrase, DemandSort.DUTY, _cut(sentence), topics)


def _cut(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rpartition(' ')[0]}…"
