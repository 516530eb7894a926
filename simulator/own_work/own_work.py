"""What a user brings, as values: techniques, projects, company, job. `documents` reads them, `questions` asks.

Everything is the user's own text: plain, trimmed, limited in length and number, never taken for anything but words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from simulator.own_work.advertisement.demands import (
    LONGEST_LINE,
    NO_ADVERTISEMENT,
    Advertisement,
    Demand,
    DemandSort,
    limited,
    merged,
)
from simulator.own_work.cv.project import Project
from simulator.own_work.trimmed_text import one_line, passage

# Our own: what a screen can list.
MOST_TECHNIQUES: Final = 60
MOST_PROJECTS: Final = 20


@dataclass(frozen=True, slots=True)
class Company:
    """Who is hiring: its name, what it does, and the text of the role, as far as the user entered them."""

    name: str = ""
    does: str = ""
    role: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.does or self.role)


@dataclass(frozen=True, slots=True)
class OwnWork:
    """Everything the interviewer knows of the user. `is_asked`: these questions may come up in interviews.

    `advertisement` is the job that the user prepares for, an empty one where there is none.
    """

    techniques: tuple[str, ...] = ()
    projects: tuple[Project, ...] = ()
    company: Company = Company()
    is_asked: bool = False
    advertisement: Advertisement = NO_ADVERTISEMENT

    @property
    def is_empty(self) -> bool:
        return not (self.techniques or self.projects) and self.company.is_empty and self.advertisement.is_empty

    def with_techniques(self, *names: str) -> OwnWork:
        """These added at the end; what is there already stays once."""
        return replace(self, techniques=_distinct((*self.techniques, *map(one_line, names)))[:MOST_TECHNIQUES])

    def without_technique(self, name: str) -> OwnWork:
        """Gone from the list and from every project, so that it is asked about nowhere."""
        projects = tuple(
            replace(project, techniques=tuple(used for used in project.techniques if used != name))
            for project in self.projects
        )
        return replace(self, techniques=tuple(kept for kept in self.techniques if kept != name), projects=projects)

    def with_projects(self, *projects: Project) -> OwnWork:
        """These added at the end; a project of the same name stays as it is."""
        known = {project.name.casefold() for project in self.projects}
        trimmed = (replace(project, name=one_line(project.name)) for project in projects)
        new: dict[str, Project] = {}
        for project in trimmed:
            new.setdefault(project.name.casefold(), project)
        added = tuple(project for name, project in new.items() if name and name not in known)
        return replace(self, projects=(*self.projects, *added)[:MOST_PROJECTS])

    def without_project(self, name: str) -> OwnWork:
        return replace(self, projects=tuple(project for project in self.projects if project.name != name))

    def with_project_renamed(self, name: str, new_name: str) -> OwnWork:
        """Another name for a project; an empty one, or one that is taken, changes nothing."""
        new_name = one_line(new_name)
        taken = {project.name.casefold() for project in self.projects if project.name != name}
        if not new_name or new_name.casefold() in taken:
            return self
        renamed = (replace(one, name=new_name) if one.name == name else one for one in self.projects)
        return replace(self, projects=tuple(renamed))

    def with_company(self, company: Company) -> OwnWork:
        """Another company, its texts trimmed."""
        return replace(self, company=Company(one_line(company.name), passage(company.does), passage(company.role)))

    def with_asking(self, *, is_on: bool) -> OwnWork:
        """Asked about in interviews from now on, or no longer."""
        return replace(self, is_asked=is_on)

    def with_advertisement(self, advertisement: Advertisement) -> OwnWork:
        """Another job to prepare for, its words trimmed; an empty one takes the present one away."""
        demands = limited(merged(_trimmed(demand) for demand in advertisement.demands if one_line(demand.name)))
        title, company = one_line(advertisement.title), one_line(advertisement.company)
        return replace(self, advertisement=replace(advertisement, title=title, company=company, demands=demands))

    @property
    def terms(self) -> tuple[str, ...]:
        """Names that the user is likely to say and a recogniser may not know."""
        demanded = (one.name for one in self.advertisement.wanted if one.sort is DemandSort.TECHNIQUE)
        in_projects = (used for one in self.projects for used in one.techniques)
        own = (self.company.name, self.advertisement.company, *self.techniques, *in_projects, *demanded)
        return _distinct(name for name in own if name)


def _trimmed(demand: Demand) -> Demand:
    return replace(demand, name=one_line(demand.name), line=passage(demand.line)[: LONGEST_LINE + 1])


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(name.casefold(), name)
    return tuple(name for name in by_key.values() if name)
