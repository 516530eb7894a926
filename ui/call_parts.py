"""What every call of the command line is made of, and how it can end."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130  # as shells report a program that Ctrl+C ended

Run = Callable[[argparse.Namespace, "DataFolder"], int]


def add_data_dir(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    """`--data-dir`, before or after the call; after it, it says nothing unless given, and so never undoes the first."""
    parser.add_argument(
        "--data-dir",
        type=_named_folder,
        metavar="DIR",
        default=default,
        help="use the library in DIR (default: $VIVA_VOCE_DATA if set, otherwise your own data folder)",
    )


def _named_folder(text: str) -> Path:
    """An empty name, as of a shell variable that is not set, is no folder: not the current one either."""
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def add_call(calls: Any, name: str, about: str, run: Run, examples: str = "") -> argparse.ArgumentParser:
    """A call of this name; `calls` is what `add_subparsers` gave, whose type argparse keeps to itself."""
    call: argparse.ArgumentParser = calls.add_parser(
        name, help=about, description=about, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_data_dir(call)
    call.set_defaults(run=run)
    return call


def add_group(calls: Any, name: str, about: str, examples: str) -> Any:
    """A call that needs a second word."""
    group: argparse.ArgumentParser = calls.add_parser(
        name, help=about, description=about, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_data_dir(group)
    return group.add_subparsers(title="commands", metavar="COMMAND", required=True)


def add_json(call: argparse.ArgumentParser, what: str) -> None:
    """`--json`, which prints `what`."""
    call.add_argument("--json", action="store_true", help=f"print JSON: {what}")
