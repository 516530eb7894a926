"""A disk of a few hundred kilobytes, so that it can really be full."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def small_disk(mount_point: Path, kilobytes: int) -> Iterator[Path]:
    """A file system in memory at `mount_point`; the tests run as root, on a machine of their own."""
    mount_point.mkdir()
    options = f"size={kilobytes}k,mode=700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "small-disk", str(mount_point)], check=True)
    try:
        yield mount_point
    finally:
        subprocess.run(["umount", str(mount_point)], check=True)
