from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest

from question_bank.models import RedFlag
from simulator.store.rows import question_from, questions_from, to_json
from tests.simulator.store.builders import a_question

FLAGGED = replace(a_question(), red_flags=(RedFlag("Always.", ("always",)), RedFlag("Never.")))


def test_a_question_is_kept_with_the_cues_of_its_red_flags() -> None:
    assert question_from(to_json(FLAGGED)) == FLAGGED


def test_red_flags_from_when_they_were_plain_sentences_are_read() -> None:
    older = json.loads(to_json(FLAGGED)) | {"red_flags": ["Always.", "Never."]}
    flags = (RedFlag("Always."), RedFlag("Never."))
    assert question_from(json.dumps(older)) == replace(FLAGGED, red_flags=flags)
    assert questions_from(json.dumps([older, older]))[1].red_flags == flags


def test_what_holds_no_question_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        question_from('{"id": "x"}')
