"""A small pack in text, which tests change in one place to make it wrong."""

from __future__ import annotations

from pathlib import Path

GOOD_PACK = """\
title: Example
source: Somebody, A Book
questions:
  - id: example.first
    kind: short
    level: 2
    text: >-
      What is
      a median?
    roles: [data-analyst, all]
    rounds: [final]
    topics: [found.statistics, own.medians]
    times: {max_s: 140}
    key_points:
      - id: middle
        text: The value in the middle.
        cues: [Middle, half  of the values]
    model_answer: |
      Sort the values and take
      the one in the middle.

      Half of the values lie below it.
    code: |
      def median(values):
          ...
    follow_ups:
      - {text: And for an even number?, when: covered, about: middle}
    red_flags: [Confuses it with the mean.]
    shelf: ["Somebody, A Book"]
  - id: example.second
    kind: quick
    level: 1
    text: What is a mean?
    roles: [ml-engineer]
    rounds: [technical-screening]
    topics: [found.statistics]
    key_points:
      - {id: sum, text: The sum divided by the number., cues: [sum]}
    model_answer: The sum divided by the number of values.
"""


def write_pack(folder: Path, text: str, name: str = "example.yaml") -> Path:
    """The path of a new file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
