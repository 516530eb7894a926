"""A key is had by the passphrase, by the recovery key, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from simulator.vault.errors import WrongPassphrase, WrongRecoveryKey
from simulator.vault.header import (
    decoded,
    encoded,
    header_for,
    is_key_of,
    opened_by_passphrase,
    opened_by_recovery_key,
    with_passphrase,
    with_recovery_key,
)
from simulator.vault.keys import VaultKey, new_key
from simulator.vault.recovery_key import new_recovery_key
from tests.vaults import PASSPHRASE, a_vault


def test_the_passphrase_opens_it_at_its_real_price() -> None:
    key = new_key()
    header = decoded(encoded(header_for(key, PASSPHRASE, new_recovery_key())))
    assert header.by_passphrase.n * header.by_passphrase.r * 128 == 128 << 20  # bytes that each guess costs
    assert opened_by_passphrase(header, PASSPHRASE) == key


@pytest.mark.parametrize("typed", ["", PASSPHRASE[:-1], PASSPHRASE.upper(), f"{PASSPHRASE} "])
def test_another_passphrase_opens_nothing(typed: str) -> None:
    _, header = a_vault()
    with pytest.raises(WrongPassphrase):
        opened_by_passphrase(header, typed)


def test_one_letter_however_it_is_composed() -> None:
    key, header = a_vault("cafe\u0301 au lait")
    assert opened_by_passphrase(header, "caf\u00e9 au lait") == key


def test_the_recovery_key_opens_it_however_it_is_typed() -> None:
    recovery_key = new_recovery_key()
    key, header = a_vault(recovery_key=recovery_key)
    assert opened_by_recovery_key(header, recovery_key) == key
    assert opened_by_recovery_key(header, recovery_key.lower().replace("-", " ")) == key
    with pytest.raises(WrongRecoveryKey):
        opened_by_recovery_key(header, new_recovery_key())


def test_a_changed_passphrase_wraps_the_same_key() -> None:
    recovery_key = new_recovery_key()
    key, header = a_vault(recovery_key=recovery_key)
    changed = with_passphrase(header, key, "another one")
    assert opened_by_passphrase(changed, "another one") == key
    assert opened_by_recovery_key(changed, recovery_key) == key
    with pytest.raises(WrongPassphrase):
        opened_by_passphrase(changed, PASSPHRASE)


def test_a_new_recovery_key_ends_the_old_one() -> None:
    old, new = new_recovery_key(), new_recovery_key()
    key, header = a_vault(recovery_key=old)
    changed = with_recovery_key(header, key, new)
    assert opened_by_recovery_key(changed, new) == key
    with pytest.raises(WrongRecoveryKey):
        opened_by_recovery_key(changed, old)


def test_a_key_from_elsewhere_must_prove_itself() -> None:
    key, header = a_vault()
    assert is_key_of(header, key)
    assert not is_key_of(header, replace(key, secret=bytes(32)))
    assert not is_key_of(header, new_key())


def test_no_two_purposes_share_a_key() -> None:
    key = new_key()
    derived = {key.for_database(), key.for_file(b"a" * 16).hex(), key.for_file(b"b" * 16).hex(), key.proof().hex()}
    assert len(derived | {key.secret.hex()}) == 5


def test_what_is_written_down_does_not_hold_the_key() -> None:
    key, header = a_vault()
    assert key.secret not in encoded(header)
    assert key.secret.hex() not in repr(key)
    assert key.secret not in header.by_passphrase.wrapped + header.by_recovery_key.wrapped + header.proof


@pytest.mark.parametrize("n", [0, 1, 3, 1 << 30])
def test_a_price_that_nobody_can_pay_is_not_paid(n: int) -> None:
    _, header = a_vault()
    spoilt = msgspec.structs.replace(header, by_passphrase=msgspec.structs.replace(header.by_passphrase, n=n))
    with pytest.raises(WrongPassphrase):
        opened_by_passphrase(spoilt, PASSPHRASE)


def test_every_bit_of_what_is_wrapped_counts() -> None:
    _, header = a_vault()
    for at in range(len(header.by_passphrase.wrapped)):
        wrapped = bytearray(header.by_passphrase.wrapped)
        wrapped[at] ^= 1
        by_passphrase = msgspec.structs.replace(header.by_passphrase, wrapped=bytes(wrapped))
        with pytest.raises(WrongPassphrase):
            opened_by_passphrase(msgspec.structs.replace(header, by_passphrase=by_passphrase), PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff", b'{"format": 2}'])
def test_what_is_no_vault_is_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a vault"):
        decoded(content)


def test_vaults_have_ids_and_keys_of_their_own() -> None:
    assert len({new_key().vault_id for _ in range(20)}) == 20
    assert len({new_key().secret for _ in range(20)}) == 20
    assert isinstance(new_key(), VaultKey)
