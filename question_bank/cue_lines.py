"""On which line of a pack each cue of a key point stands. What is wrong with a cue is for others to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from question_bank.loader import as_cue, text_of
from question_bank.yaml_tree import read_yaml


def cue_lines(pack: Path) -> dict[tuple[str, str, str], int]:
    """The line (from 1) by the ids of question and key point, and the cue as the loader gives it.

    `pack` is a file that the loader has taken in; `UnreadablePack` is raised if it cannot be read any more.
    """
    tree = read_yaml(text_of(pack))
    root: Any = tree.value
    return {
        (question["id"], point["id"], as_cue(cue)): tree.line_of(
            ("questions", number, "key_points", point_number, "cues", cue_number)
        )
        for number, question in enumerate(root["questions"])
        for point_number, point in enumerate(question["key_points"])
        for cue_number, cue in enumerate(point["cues"])
    }
