"""The calls `sessions backup` and `sessions restore`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.call_parts import add_call, add_json

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

EXAMPLES = """\
  viva-voce sessions backup --out backup.zip   everything in one file: history, recordings, settings, own questions
  viva-voce sessions restore backup.zip        shows what is in it and asks first
"""


def add_backup_and_restore(group: Any) -> None:
    """Both, to the group `sessions`."""
    backup = add_call(group, "backup", "Save the whole library to one file and check it.", _back_up)
    backup.add_argument(
        "--out", type=Path, metavar="FILE", help="the file or folder (default: a file named after today, here)"
    )
    add_json(backup, "one object")
    restore = add_call(group, "restore", "Replace the library with a backup; the current one is set aside.", _restore)
    restore.add_argument("file", type=Path, metavar="FILE", help="a file written by “sessions backup”")
    restore.add_argument("--preview", action="store_true", help="only show what is in it")
    restore.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    add_json(restore, "one object")


def _back_up(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.backup import back_up

    return back_up(data_folder, options.out, as_json=options.json)


def _restore(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.backup import restore_library

    return restore_library(
        data_folder, options.file, is_sure=options.yes, is_preview=options.preview, as_json=options.json
    )
