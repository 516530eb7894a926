"""The published schema is the one the loader reads by."""

from __future__ import annotations

import json

from question_bank.models import Kind, Role, Round
from question_bank.schema import SCHEMA_FILE, schema_text


def test_the_published_schema_is_up_to_date() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), "run: python -m question_bank.schema"


def test_the_schema_names_the_values_that_the_loader_knows() -> None:
    question = json.loads(schema_text())["$defs"]["WrittenQuestion"]
    properties = question["properties"]
    assert properties["kind"]["enum"] == sorted(Kind)
    assert properties["roles"]["items"]["enum"] == ["all", *(role.removeprefix("role.") for role in Role)]
    assert properties["rounds"]["items"]["enum"] == ["all", *(round_.removeprefix("round.") for round_ in Round)]
    assert (properties["level"]["minimum"], properties["level"]["maximum"]) == (1, 5)
    assert question["additionalProperties"] is False
    assert set(question["required"]) == {"id", "text", "key_points", "model_answer"}
