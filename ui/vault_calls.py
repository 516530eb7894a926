"""The calls `sessions encrypt`, `sessions decrypt` and `sessions passphrase`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ui.call_parts import add_call

if TYPE_CHECKING:
    from simulator.data_folder import DataFolder

EXAMPLES = """\
  viva-voce sessions encrypt                   asks for a passphrase and shows a recovery key
  viva-voce sessions decrypt                   everything as plain files again
"""
_HOW_IT_IS_OPENED = """\
An encrypted library is opened with the key in the system's keyring, with the passphrase in VIVA_VOCE_PASSPHRASE, or by
prompting for it in the terminal.
"""


def add_encryption(group: Any) -> None:
    """All three, to the group `sessions`."""
    about = "Encrypt the library with a passphrase: history, recordings, CV and copies."
    encrypt = add_call(group, "encrypt", about, _encrypt, _HOW_IT_IS_OPENED)
    encrypt.add_argument("--remember", action="store_true", help="keep the key in the system's keyring")
    add_call(group, "decrypt", "Store the library as plain files again.", _decrypt, _HOW_IT_IS_OPENED)
    about = "Change the passphrase of an encrypted library."
    change = add_call(group, "passphrase", about, _change_passphrase, _HOW_IT_IS_OPENED)
    change.add_argument(
        "--new-recovery-key",
        action="store_true",
        help="show a new recovery key instead; the old one no longer works",
    )
    change.add_argument(
        "--use-recovery-key", action="store_true", help="open the library with the recovery key: for a lost passphrase"
    )


def _encrypt(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.encryption import encrypt_library

    return encrypt_library(data_folder, is_remembered=options.remember)


def _decrypt(_options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.encryption import decrypt_library

    return decrypt_library(data_folder)


def _change_passphrase(options: argparse.Namespace, data_folder: DataFolder) -> int:
    from ui.commands.encryption import change_passphrase

    return change_passphrase(
        data_folder, makes_recovery_key=options.new_recovery_key, by_recovery_key=options.use_recovery_key
    )
