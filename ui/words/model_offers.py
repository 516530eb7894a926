"""What is said of each speech model: how large it is, from where it would come, how fast it is, what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from recordings.transcription.kept_models import ModelState
from recordings.transcription.model_catalogue import LICENCE
from recordings.transcription.model_speed import keeps_up

if TYPE_CHECKING:
    from recordings.transcription.kept_models import KeptModel
    from recordings.transcription.model_offer import ModelOffer

BUILT_IN_NAME: Final = "Built in"
BUILT_IN_IS: Final = "Whisper base; included"
_LIVE: Final = "fast enough to listen while you speak"
_CAREFULLY: Final = "too slow to listen while you speak; used for “Listen again, carefully”"
_MINUTE_S: Final = 60


def offer_sentence(offer: ModelOffer, address: str, *, is_chosen: bool) -> str:
    """What is so of it now. Before a download: how much, and from where."""
    if offer.is_coming and offer.spec is not None:
        return coming_sentence(offer.spec.size, offer.received, address)
    if offer.is_measured:
        return "Measuring its speed on this computer…"
    if offer.model is not None and offer.state is not None:
        return kept_sentence(offer.model, offer.state, is_chosen=is_chosen)
    return available_sentence(offer.spec.size, offer.received, address) if offer.spec is not None else ""


def offer_verbs(offer: ModelOffer, *, is_chosen: bool) -> tuple[str, ...]:
    """What can be done with it now, in the words of its buttons."""
    if offer.is_coming:
        return ("Pause", "Cancel")
    if offer.is_measured:
        return ()
    if offer.model is None:
        return ("Resume", "Cancel") if offer.received else ("Download",)
    if offer.state is ModelState.HERE:
        measure = ("Measure",) if offer.model.speed_here is None else ()
        return (*(() if is_chosen else ("Use",)), *measure, "Remove")
    is_ours = offer.model.is_downloaded and offer.spec is not None
    return ("Download", "Remove") if is_ours else ("Remove",)


def speed_sentence(speed: float | None) -> str:
    """How long a minute of speech takes on this computer, and what that is good for."""
    if speed is None:
        return "Speed not measured; used for “Listen again, carefully”"
    use = _LIVE if keeps_up(speed) else _CAREFULLY
    return f"A minute of speech takes {_seconds(speed * _MINUTE_S)} to transcribe on this computer: {use}"


def kept_sentence(model: KeptModel, state: ModelState, *, is_chosen: bool) -> str:
    """What is so of a model of the user's."""
    if state is ModelState.GONE:
        return f"No longer in {model.folder}; the built-in one is used"
    if state is ModelState.DAMAGED:
        return "Damaged or changed; the built-in one is used"
    in_use = "In use. " if is_chosen else ""
    return f"{in_use}{megabytes(model.size)}. {speed_sentence(model.speed_here)}"


def built_in_sentence(*, is_chosen: bool) -> str:
    """The same of the one that comes with the program."""
    return f"{BUILT_IN_IS}. In use" if is_chosen else BUILT_IN_IS


def available_sentence(size: int, received: int, address: str) -> str:
    """What is so of a model that can be downloaded: how much, from where, and how much of it came before."""
    download = f"{megabytes(size)} from {host(address)}, {LICENCE} licence"
    return f"Paused at {received / 1e6:.0f} of {download}" if received else download


def coming_sentence(size: int, received: int, address: str) -> str:
    """The same of one that is being downloaded."""
    return f"Downloading from {host(address)}: {received / 1e6:.0f} of {megabytes(size)}"


def megabytes(size: int) -> str:
    """Bytes as people compare them: 486 MB."""
    return f"{size / 1e6:.0f} MB"


def host(address: str) -> str:
    """Who is asked, as the user knows them."""
    return urlsplit(address).hostname or address


def _seconds(seconds: float) -> str:
    return f"{max(1, round(seconds))} s"
