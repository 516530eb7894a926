"""The file of a voice, fetched when the user has pressed Download. Nothing of it is kept unless it is the pinned file.

Whoever may need this imports it once there is something to fetch, since it leads to the network.
"""

from __future__ import annotations

from simulator.downloads.fetching import SILENCE_S, FetchCancelled, demand_secure, fetch
from simulator.downloads.transfer import Transfer
from simulator.errors import NotFetched, VoiceRefused
from simulator.voice.more_voices import MoreVoice
from simulator.voice.voice_folder import VoiceFolder


class DownloadCancelled(VoiceRefused):
    """The user does not want it any more; nothing of it is left."""


class VoiceDownload:
    """One voice, fetched once from below `address` into a folder. `run` blocks; another thread may watch its transfer.

    Once that is cancelled, `run` ends with the next bytes, or when the other side has said nothing for `silence_s`.
    """

    def __init__(
        self,
        voice: MoreVoice,
        folder: VoiceFolder,
        address: str,
        transfer: Transfer | None = None,
        silence_s: float = SILENCE_S,
    ) -> None:
        self.voice = voice
        self.transfer = transfer or Transfer()
        self._folder = folder
        self._url = f"{address.rstrip('/')}/{voice.file}"
        self._silence_s = silence_s

    def run(self) -> None:
        """Fetch it. Raises DownloadCancelled, or VoiceRefused with a sentence; then nothing has changed."""
        try:
            demand_secure(self._url)
            with self._folder.incoming(self.voice) as arriving:
                fetch(self._url, arriving, self.transfer, self._silence_s)
        except FetchCancelled as error:
            raise DownloadCancelled(f"“{self.voice.title}” was not downloaded: {error}.") from error
        except NotFetched as error:
            raise VoiceRefused(f"“{self.voice.title}” was not downloaded: {error}.") from error
