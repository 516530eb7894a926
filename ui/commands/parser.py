"""An argument parser whose help and version are output like any other: refused, they are not lost in silence."""

from __future__ import annotations

import argparse
from typing import Any

from ui.commands.output import say, say_as_it_is


class Parser(argparse.ArgumentParser):
    """Raises OutputRefused where argparse would keep quiet and call it done."""

    def print_help(self, file: Any = None) -> None:
        if file is None:
            say_as_it_is(self.format_help())
        else:
            super().print_help(file)


class Version(argparse.Action):
    """Looks the version up only when asked for it: reading package metadata takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        say(f"viva-voce {version('viva-voce')}")
        parser.exit(0)
