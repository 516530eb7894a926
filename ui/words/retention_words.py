"""What is said of recordings that are deleted by a setting."""

from __future__ import annotations

from typing import Final

from ui.words.times import counted

OPTIONS: Final = (
    ("Keep them all", "always"),
    ("Delete them after a set number of days", "days"),
    ("Delete them once judged", "judged"),
)
HINT: Final = (
    "Words, results and notes are always kept. A recording is never deleted before it is transcribed and judged, or "
    "during its interview."
)
DAYS_HINT: Final = "Used with “Delete them after a set number of days”."
QUESTION: Final = "Delete recordings automatically?"
_COPIES: Final = (
    "Copies in backups you have saved, and in a library replaced by a restored one, stay until you delete them."
)


def what_goes(count: int) -> str:
    """What is deleted now, and from now on, and what is not."""
    now = (
        f"{counted(count, 'recording')} will be deleted now, and others as they become due."
        if count
        else "Nothing will be deleted now; recordings will be deleted as they become due."
    )
    return f"{now} You will not be able to listen to them any more; this cannot be undone. {_COPIES}"
