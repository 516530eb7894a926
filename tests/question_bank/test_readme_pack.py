"""The pack that README shows is a pack: it loads just as it stands there, in ten lines."""

from __future__ import annotations

import re
from pathlib import Path

from question_bank.loader import Pack, load_pack
from tests.question_bank.samples import write_pack

README = Path(__file__).parents[2] / "README.md"


def test_the_pack_in_the_readme_loads(tmp_path: Path) -> None:
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(text.splitlines()) == 10
    pack = load_pack(write_pack(tmp_path, text, "payments.yaml"))
    assert isinstance(pack, Pack), pack
    (question,) = pack.questions
    assert [point.id for point in question.key_points] == ["log", "retry"]
