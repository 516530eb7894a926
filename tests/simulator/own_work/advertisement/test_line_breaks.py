"""What an advertisement demands when pasting has taken out its line breaks, and its signs of entries with them."""

from __future__ import annotations

import re

import pytest

from simulator.own_work.advertisement.line_breaks import with_line_breaks
from simulator.own_work.advertisement.reading import read_advertisement
from tests.simulator.own_work.advertisement import adverts

_SIGN = re.compile(r"(?m)^[-•*➤] ")


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def without_signs(text: str) -> str:
    return on_one_line(_SIGN.sub("", text))


@pytest.mark.parametrize(
    "text", [adverts.BULLETED, adverts.PRICING, adverts.SEABIRDS, adverts.PLATFORM, adverts.AMERICAN]
)
def test_one_line_with_signs_demands_what_many_lines_do(text: str) -> None:
    assert read_advertisement(on_one_line(text)).names == read_advertisement(text).names


@pytest.mark.parametrize(
    ("text", "lost"), [(adverts.PRICING, set()), (adverts.SEABIRDS, set()), (adverts.PLATFORM, {"Rust"})]
)
def test_one_line_without_signs_demands_nearly_all_and_nothing_else(text: str, lost: set[str]) -> None:
    assert set(read_advertisement(without_signs(text)).names) == set(read_advertisement(text).names) - lost


@pytest.mark.parametrize("text", [adverts.PRICING, adverts.PLATFORM])
def test_the_title_begins_the_line(text: str) -> None:
    found, whole = read_advertisement(without_signs(text)), read_advertisement(text)
    assert (found.title, found.role, found.level) == (whole.title, whole.role, whole.level)


def test_a_place_or_a_title_in_front_is_none_of_the_company() -> None:
    text = "Data Engineer Location: Ulm Kesselbach GmbH builds drives. " + "Requirements: • Python • SQL " * 8
    assert read_advertisement(text).company in ("", "Kesselbach")


def lines(text: str) -> list[str]:
    return with_line_breaks(text).split("\n")


def test_headings_within_a_line() -> None:
    text = "Analyst wanted What you'll do: Build dashboards. Requirements: SQL Location: Leeds"
    assert lines(text) == [
        "Analyst wanted",
        "What you'll do:",
        "• Build dashboards.",
        "Requirements:",
        "• SQL Location: Leeds",
    ]


def test_dashes_are_signs_where_there_are_several() -> None:
    assert lines("Your tasks - Build models - Present results - Test them") == [
        "Your tasks",
        "• Build models",
        "• Present results",
        "• Test them",
    ]
    assert lines("Data Scientist - Pricing - Leeds") == ["Data Scientist - Pricing - Leeds"]


PROSE = (
    "We run the Design team and our Research group, and work with Microsoft Azure Monitor and with Google Research "
    "people in Leeds, York and Hull, who know the Employee Benefits Manager and her Technology Stack better than "
    "anybody else in the whole of the company does."
)


@pytest.mark.parametrize("text", [PROSE, "Experience with GDPR and Data Protection", "the requirements: few", ""])
def test_capitals_in_a_sentence_break_nothing(text: str) -> None:
    assert lines(text) == [text]


def test_short_lines_are_left_as_they_were() -> None:
    text = "Data Scientist\n\nYour profile\n- Strong Python Experience\n- Knowledge of Spark\n"
    assert with_line_breaks(text) == text
