"""A program that records until it is killed, for tests: 50 ms of a tone at a time; says how much by line."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from recordings.errors import TakeError
from recordings.take import TakeWriter
from tests.sound import tone

CHUNK_S = 0.05


def main(folder: str, name: str, chunks: int, pace_s: float) -> None:
    """Prints the seconds taken after each chunk, or the kind of fault, and leaves the take open."""
    pcm = tone(CHUNK_S)
    try:
        take = TakeWriter.create(Path(folder), name)
        for _ in range(chunks):
            take.append(pcm)
            print(take.duration_s, flush=True)
            time.sleep(pace_s)
    except TakeError as error:
        print(type(error).__name__, error.sentence, sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
