"""The recovery key is written down by hand, and read back with slips noticed."""

from __future__ import annotations

import re

import pytest

from simulator.vault.errors import WrongRecoveryKey
from simulator.vault.recovery_key import bits_of, new_recovery_key


def test_it_comes_in_groups_of_letters_that_look_like_no_other() -> None:
    keys = {new_recovery_key() for _ in range(50)}
    assert len(keys) == 50
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", key) for key in keys)


def test_letters_that_were_taken_for_digits_are_read_as_them() -> None:
    key = next(key for key in iter(new_recovery_key, "") if "0" in key and "1" in key)
    assert bits_of(key.replace("0", "o").replace("1", "l")) == bits_of(key)


def test_a_slip_is_noticed() -> None:
    key = new_recovery_key()
    noticed = 0
    for at, letter in enumerate(key[:-5]):
        if letter == "-":
            continue
        try:
            bits_of(key[:at] + ("A" if letter != "A" else "B") + key[at + 1 :])
        except WrongRecoveryKey:
            noticed += 1
    assert noticed >= 21  # of 24; one in a thousand slips has the same checksum


@pytest.mark.parametrize("typed", ["", "-", "7Q4M", "é" * 28, "A" * 29, "U" * 28])
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(WrongRecoveryKey):
        bits_of(typed)
