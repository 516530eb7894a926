"""The recovery key as it is written down: 28 letters and digits in groups of four, of which none look alike.

It holds 130 random bits and a checksum of 10, so that a slip of the pen is noticed. The letters are Crockford's Base 32
(https://www.crockford.com/base32.html): O is read as 0, I and L as 1.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from simulator.vault.errors import WrongRecoveryKey

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_RANDOM_LETTERS: Final = 26
_CHECK_LETTERS: Final = 2
_GROUP: Final = 4


def new_recovery_key() -> str:
    """A fresh one, as it is to be written down: "7Q4M-…"."""
    random = "".join(secrets.choice(_LETTERS) for _ in range(_RANDOM_LETTERS))
    whole = random + _check_of(random)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def bits_of(typed: str) -> bytes:
    """What keys are made of, from the recovery key as somebody typed it. Raises WrongRecoveryKey for a slip."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
    random, check = letters[:_RANDOM_LETTERS], letters[_RANDOM_LETTERS:]
    if len(check) != _CHECK_LETTERS or set(letters) - set(_LETTERS) or _check_of(random) != check:
        raise WrongRecoveryKey
    return random.encode("ascii")


def _check_of(random: str) -> str:
    digest = hashlib.sha256(random.encode("ascii", "replace")).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_CHECK_LETTERS])
