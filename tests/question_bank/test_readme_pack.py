"""The pack that README shows loads just as it stands there, in ten lines, and the form changes only its own lines."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.loader import Pack, load_pack
from question_bank.models import Kind, RedFlag
from question_bank.pack_editing import with_changed
from tests.question_bank.samples import write_pack

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    loaded = load_pack(write_pack(tmp_path, text, "payments.yaml"))
    assert isinstance(loaded, Pack), loaded
    return loaded


def test_the_pack_in_the_readme_loads(pack: Pack) -> None:
    assert len(pack.source.read_text(encoding="utf-8").splitlines()) == 10
    (question,) = pack.questions
    assert [point.id for point in question.key_points] == ["log", "retry"]
    assert (question.kind, question.topics) == (Kind.SHORT, ("own.payments",))


def test_the_form_writes_only_what_changed_in_it(pack: Pack) -> None:
    text = pack.source.read_text(encoding="utf-8")
    (question,) = pack.questions
    harder = replace(question, level=4, red_flags=(RedFlag("Blames the bank.", ("fault of the bank",)),))
    edited = with_changed(text, pack.source, question.id, harder).text
    kept = text.replace("level: 3", "level: 4")
    assert edited.startswith(kept)
    assert len(edited.splitlines()) == 10 + 3
