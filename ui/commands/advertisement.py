"""`viva-voce questions advertisement`: what a job advertisement demands. Nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

from question_bank.labels import role_label, topic_label
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.advertisement.reading import read_advertisement
from simulator.own_work.documents.reading import read_document
from ui.commands.output import say, say_json
from ui.words.times import counted


def show_advertisement(file: Path, *, as_json: bool) -> int:
    """Print the job found in `file`, and each demand with the topics that practise it. Raises UnreadableDocument."""
    found = read_advertisement(read_document(file))
    if as_json:
        say_json(
            {
                "file": str(file),
                "title": found.title,
                "company": found.company,
                "role": found.role,
                "level": found.level,
                "demands": [_as_object(demand) for demand in found.demands],
            }
        )
    elif found.is_empty:
        say("This does not look like a job advertisement in English: no requirements were found.")
    else:
        _say_job(found)
    return 0


def _as_object(demand: Demand) -> dict[str, object]:
    names = ("name", "sort", "line", "topics", "times")
    return {name: getattr(demand, name) for name in names}


def _say_job(found: Advertisement) -> None:
    say(f"Title: {found.title or 'not found'}")
    say(f"Company: {found.company or 'not found'}")
    say(f"Role: {role_label(found.role) if found.role else 'not found'}")
    for sort, noun in ((DemandSort.TECHNIQUE, "technique"), (DemandSort.DUTY, "responsibility")):
        demands = [demand for demand in found.demands if demand.sort is sort]
        say(counted(len(demands), noun, "responsibilities" if sort is DemandSort.DUTY else ""))
        for demand in demands:
            topics = ", ".join(map(topic_label, demand.topics)) or "no question in the bank"
            say(f"  – {demand.name}: {topics}")
