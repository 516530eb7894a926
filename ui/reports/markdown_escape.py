"""Words as Markdown that reads as these very words: nothing of them is a heading, a link, a list or HTML. CommonMark
and GitHub's additions alike.
"""

from __future__ import annotations

import re
from typing import Final

_ANYWHERE: Final = re.compile(r"([\\`*_\[\]<>&|~$])")
_AT_THE_START: Final = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=:])|(\d{1,9})([.)]))")
_LINKS: Final = re.compile(r"(?<=www)\.|(?<=[a-z]):(?=//)|@", re.IGNORECASE)
_FENCE: Final = re.compile(r"`+")


def inline(text: str) -> str:
    """`text` on one line, to stand anywhere in a line."""
    words = " ".join(text.split())
    return _LINKS.sub(lambda found: f"\\{found.group()}", _ANYWHERE.sub(r"\\\1", words))


def line(text: str) -> str:
    """Likewise, where it begins a line."""
    return _AT_THE_START.sub(_escaped_start, inline(text))


def lines(text: str) -> str:
    """`text` with its own breaks between lines; empty lines part paragraphs."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(text.splitlines()).strip())
    return "\n\n".join("\\\n".join(line(each) for each in part.splitlines() if each.strip()) for part in paragraphs)


def code_block(code: str) -> str:
    """Code in a fence that no fence within it closes."""
    longest = max((len(fence) for fence in _FENCE.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _escaped_start(found: re.Match[str]) -> str:
    heading, sign, number, stop = found.groups()
    return f"{number}\\{stop}" if number else f"\\{heading or sign}"
