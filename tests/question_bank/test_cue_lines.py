from __future__ import annotations

from pathlib import Path

from question_bank.cue_lines import cue_lines
from tests.question_bank.samples import GOOD_PACK, write_pack


def test_each_cue_has_its_line(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, GOOD_PACK.replace("cues: [Middle, ", "cues: [Middle,\n          "))
    assert cue_lines(pack) == {
        ("example.first", "middle", "middle"): 17,
        ("example.first", "middle", "half of the values"): 18,
        ("example.second", "sum", "sum"): 39,
    }
