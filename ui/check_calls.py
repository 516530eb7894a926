"""The call `sessions check`, which can put right what it finds, and undo that."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final

from ui.call_parts import add_call, add_json

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

EXAMPLES: Final = """\
  viva-voce sessions check                     check that everything is there and complete; changes nothing
  viva-voce sessions check --mend              and repair what is not; “--undo” undoes it
"""
_MEND_EXAMPLES: Final = """\
examples:
  viva-voce sessions check                     what is wrong, one a line, each with what --mend does about it
  viva-voce sessions check --mend              repair it
  viva-voce sessions check --undo              undo the latest --mend

--mend deletes nothing. Files it removes go into a folder in the data folder, named “mended-” and the date, with a list
of what was marked; --undo puts them back. Recordings that belonged to no answer become an interview of their own, and
cut-off answers are kept: delete them in History if you don't want them.
"""


def add_sessions_check(group: Any) -> None:
    """To the group `sessions`."""
    about = "Check that everything is there and complete, and repair what is not."
    call = add_call(group, "check", about, _check, _MEND_EXAMPLES)
    which = call.add_mutually_exclusive_group()
    which.add_argument("--mend", action="store_true", help="repair what is wrong; nothing is deleted")
    which.add_argument("--undo", action="store_true", help="undo the latest --mend")
    add_json(call, "one object")


def _check(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.check_library import check_sessions, mend_library, undo_mending

    if options.undo:
        return undo_mending(data_folder, as_json=options.json)
    deed = mend_library if options.mend else check_sessions
    return deed(data_folder, as_json=options.json)
