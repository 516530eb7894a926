"""The calls `viva-voce models …`: what can be called. The work is done in `ui.commands.models`, imported late."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ui.call_parts import add_call, add_group, add_json

if TYPE_CHECKING:
    import argparse

    from simulator.data_folder import DataFolder

_EXAMPLES: Final = """\
examples:
  viva-voce models list
  viva-voce models add faster-whisper-small.en   a folder you have; it stays where it is
  viva-voce models download small.en             says how large it is and from where; Ctrl+C pauses
  viva-voce models use small.en
  viva-voce models use built-in
  viva-voce models remove small.en

A model that keeps up on this computer listens while you speak. A slower one is used for “Listen again, carefully” after
the answer, and for `viva-voce analyse`. HF_ENDPOINT names a mirror to download from.
"""


def add_models(calls: Any) -> None:
    """`viva-voce models` with its second words; `calls` is what `add_subparsers` gave."""
    group = add_group(calls, "models", "Show, add, download and choose speech models.", _EXAMPLES)
    add_json(add_call(group, "list", "List all speech models, installed or available.", _list), "one object per line")
    add = add_call(group, "add", "Add a faster-whisper model from a folder, which stays where it is.", _add)
    add.add_argument("folder", type=Path, metavar="FOLDER", help="where model.bin, config.json and tokenizer.json are")
    about = "Download a model, or resume one that was paused."
    add_call(group, "download", about, _download).add_argument("name", metavar="NAME")
    about = "Measure how fast a model is on this computer."
    add_call(group, "measure", about, _measure).add_argument("name", metavar="NAME")
    about = "Choose the model that transcribes your answers."
    add_call(group, "use", about, _use).add_argument("name", metavar="NAME", help="“built-in” for the one included")
    about = "Forget a model; if it was downloaded, its files are deleted."
    add_call(group, "remove", about, _remove).add_argument("name", metavar="NAME")


def _list(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.models import list_models

    return list_models(data_folder, as_json=options.json)


def _add(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.models import add_model

    return add_model(data_folder, options.folder)


def _download(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.download_model import download_model

    return download_model(data_folder, options.name)


def _measure(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.models import measure_model

    return measure_model(data_folder, options.name)


def _use(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.models import use_model

    return use_model(data_folder, options.name)


def _remove(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.models import remove_model

    return remove_model(data_folder, options.name)
