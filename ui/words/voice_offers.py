"""What is said of each voice that can be had: where it would come from, how large it is, whether it is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from simulator.voice.more_voices import LICENCE
from simulator.voice.voice_folder import FileState

if TYPE_CHECKING:
    from simulator.voice.voice_folder import VoiceOffer

OWN_VOICE: Final = "Viva Voce’s own"
_OWN_IS: Final = "American, female; included"


def offer_sentence(offer: VoiceOffer, address: str, *, is_chosen: bool) -> str:
    """What is so of it now. Before a download: how much, and from where; `address` is empty if that is not known."""
    size = f"{_megabytes(offer.voice.size)} MB"
    if offer.received is not None:
        return f"Downloading from {_host(address)}: {_megabytes(offer.received)} of {size}"
    if offer.state is FileState.INSTALLED:
        return "In use" if is_chosen else "On this computer"
    download = f"{size} from {_host(address)}, {LICENCE} licence" if address else f"{size}, from a folder only"
    return f"Damaged and not used. {download}" if offer.state is FileState.DAMAGED else download


def own_sentence(*, is_chosen: bool) -> str:
    """The same of the program's own voice."""
    return f"{_OWN_IS}. In use" if is_chosen else _OWN_IS


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
