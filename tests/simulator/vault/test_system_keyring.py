"""The system's keyring keeps a key, or does not; a library is opened by its passphrase all the same."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import InitError, KeyringLocked

from simulator.vault.system_keyring import forget, remember, remembered_key
from tests.vaults import FakeKeyring, a_vault


@pytest.fixture
def system() -> Iterator[FakeKeyring]:
    before, made = keyring.get_keyring(), FakeKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_it_keeps_a_key_until_it_is_to_forget_it(system: FakeKeyring) -> None:
    key, header = a_vault()
    assert remembered_key(header) is None
    assert remember(key)
    assert remembered_key(header) == key
    assert forget(key.vault_id)
    assert remembered_key(header) is None
    assert forget(key.vault_id)
    assert system.kept == {}


def test_each_library_has_its_own(system: FakeKeyring) -> None:
    (one, its), (_, other) = a_vault(), a_vault()
    assert remember(one)
    assert remembered_key(its) == one
    assert remembered_key(other) is None


@pytest.mark.parametrize("kept", ["", "no base64!", "AAAA", "A" * 44])
def test_what_is_not_the_key_is_none(system: FakeKeyring, kept: str) -> None:
    key, header = a_vault()
    assert remember(key)
    system.kept = dict.fromkeys(system.kept, kept)
    assert remembered_key(header) is None


@pytest.mark.parametrize("fault", [KeyringLocked(), InitError(), RuntimeError(), OSError(), TimeoutError()])
def test_a_keyring_that_is_lost_or_locked_costs_the_typing_alone(system: FakeKeyring, fault: Exception) -> None:
    key, header = a_vault()
    assert remember(key)
    system.fault = fault
    assert remembered_key(header) is None
    assert not remember(key)
    assert not forget(key.vault_id)


def test_a_system_without_any_has_none() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    try:
        key, header = a_vault()
        assert not remember(key)
        assert remembered_key(header) is None
    finally:
        keyring.set_keyring(before)
