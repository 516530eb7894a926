"""What is said of each voice that can be had: where it would come from, how large it is, whether it is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from simulator.voice.more_voices import LICENCE
from simulator.voice.voice_folder import FileState

if TYPE_CHECKING:
    from simulator.voice.more_voices import MoreVoice

OWN_VOICE: Final = "Viva Voce’s own"
OWN_VOICE_IS: Final = "American, female; included."


def offer_sentence(
    voice: MoreVoice, state: FileState, received: int | None, address: str, *, is_chosen: bool
) -> str:
    """What is so of it now. Before a download: from where, and how much."""
    if received is not None:
        return f"Downloading from {_host(address)}: {_megabytes(received)} of {_megabytes(voice.size)} MB."
    if state is FileState.INSTALLED:
        return "In use." if is_chosen else "On this computer."
    where = f"from {_host(address)}" if address else "not known from where"
    what = f"{_megabytes(voice.size)} MB {where}, licence {LICENCE}."
    return f"Damaged, and not used. Again: {what}" if state is FileState.DAMAGED else what


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
