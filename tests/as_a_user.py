"""What tells a build machine from a user's own: libraries keep quiet there about what they do everywhere else, and
Python compiles every module at every start where it may not keep the bytecode.
"""

from __future__ import annotations

import os
from typing import Final

UNLIKE_A_USER: Final = (
    "CI",
    "GITHUB_ACTIONS",
    "TF_BUILD",
    "DO_NOT_TRACK",
    "HF_HUB_OFFLINE",
    "ORT_DISABLE_TELEMETRY",
    "ORT_RUNNING_UNIT_TESTS",
    "PYTHONDONTWRITEBYTECODE",
)


def users_environment() -> dict[str, str]:
    """This process's environment without them, for a program that shall not know it is tested."""
    return {name: value for name, value in os.environ.items() if name not in UNLIKE_A_USER}
