"""Which voices hibari has besides the one that comes with the install: who speaks, and exactly which file that is.

What is known of them is in the registry of the installed package, which is pinned. Nothing is fetched or loaded here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from simulator.voice.hibari_files import REGISTRY, SHA256, assets, check, home_address

if TYPE_CHECKING:
    from pathlib import Path

ID_PREFIX: Final = "hibari:"
LICENCE: Final = "Apache-2.0"
_BELOW_HOME: Final = "resolve/main/voices"


@dataclass(frozen=True, slots=True)
class MoreVoice:
    """A voice that can be had. `name` is hibari's own, `title` the user's; its file is pinned by `size` and `sha256`.

    `size` is in bytes, `language` a tag such as "en-gb".
    """

    name: str
    title: str
    language: str
    file: str
    size: int
    sha256: str

    @property
    def id(self) -> str:
        """What settings call it."""
        return f"{ID_PREFIX}{self.name}"

    @property
    def is_british(self) -> bool:
        """Whether it reads by the British lexicon."""
        return self.language == "en-gb"


@cache
def more_voices() -> tuple[MoreVoice, ...]:
    """All of them, in the order of the registry. Raises EngineMissing where hibari is missing or its registry is not
    the pinned one.
    """
    return voices_in(assets())


def voices_in(folder: Path) -> tuple[MoreVoice, ...]:
    """Those of the registry in `folder`. Raises EngineMissing."""
    check(folder, {REGISTRY: SHA256[REGISTRY]})
    entries: dict[str, dict[str, Any]] = json.loads((folder / REGISTRY).read_bytes())
    return tuple(_voice(name, entry) for name, entry in entries.items() if not entry["bundled"])


def download_address() -> str:
    """Below which address their files can be downloaded; empty if that is not known."""
    home = home_address()
    return f"{home}/{_BELOW_HOME}" if home else ""


def _voice(name: str, entry: dict[str, Any]) -> MoreVoice:
    return MoreVoice(
        name,
        f"{entry['accent']}, {entry['gender']}",
        entry["language"].lower(),
        entry["file"],
        entry["bytes"],
        entry["sha256"],
    )
