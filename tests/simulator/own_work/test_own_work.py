"""What the user brings can be added to, changed and taken off; it is trimmed and has an end."""

from __future__ import annotations

from simulator.own_work.cv.project import Project
from simulator.own_work.own_work import MOST_PROJECTS, MOST_TECHNIQUES, Company, OwnWork
from simulator.own_work.trimmed_text import LONGEST_NAME, one_line


def test_adding_keeps_each_name_once_and_trimmed() -> None:
    own_work = OwnWork().with_techniques("XGBoost", " xgboost ", "", "k-means\x00\n").with_projects(
        Project("Bird  songs"), Project("bird songs"), Project(" ")
    )  # fmt: skip
    assert own_work.techniques == ("XGBoost", "k-means")
    assert own_work.projects == (Project("Bird songs"),)


def test_there_is_an_end_to_it() -> None:
    own_work = OwnWork().with_techniques(*(f"t{number}" for number in range(500)))
    own_work = own_work.with_projects(*(Project(f"{number} " + "x" * 500) for number in range(500)))
    assert len(own_work.techniques) == MOST_TECHNIQUES
    assert len(own_work.projects) == MOST_PROJECTS
    assert max(len(project.name) for project in own_work.projects) <= LONGEST_NAME


def test_a_technique_taken_off_is_gone_from_the_projects_too() -> None:
    own_work = OwnWork(("A", "B"), (Project("one", ("A", "B")),))
    assert own_work.without_technique("A") == OwnWork(("B",), (Project("one", ("B",)),))


def test_a_project_is_renamed_but_not_to_nothing_nor_to_another() -> None:
    own_work = OwnWork(projects=(Project("one", ("A",)), Project("two")))
    assert own_work.with_project_renamed("one", " three ").projects[0] == Project("three", ("A",))
    assert own_work.with_project_renamed("one", "  ") == own_work
    assert own_work.with_project_renamed("one", "TWO") == own_work
    assert own_work.without_project("one").projects == (Project("two"),)


def test_terms_are_the_names_once() -> None:
    own_work = OwnWork(("XGBoost",), (Project("one", ("XGBoost", "BM25")),), Company("Nordwind"))
    assert own_work.terms == ("Nordwind", "XGBoost", "BM25")


def test_emptiness() -> None:
    assert OwnWork(is_asked=True).is_empty
    assert not OwnWork().with_company(Company(role="x")).is_empty


def test_a_long_name_ends_with_a_whole_word() -> None:
    name = "Forecasting the demand of spare parts for wind turbines in four countries with missing sensor data"
    assert one_line(name) == "Forecasting the demand of spare parts for wind turbines in four countries with missing"
    assert one_line("x" * 200) == "x" * LONGEST_NAME
    assert one_line(name[:LONGEST_NAME]) == name[:LONGEST_NAME].strip()
