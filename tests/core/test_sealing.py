"""Sealed texts: unreadable by accident, bound to their row, gone with their key."""

import pytest
from cryptography.exceptions import InvalidTag

from core import crypto
from core.models import DataKey

pytestmark = pytest.mark.django_db


def test_a_sealed_text_opens_with_its_own_key_and_place():
    key = DataKey.objects.create_new()
    sealed = crypto.seal(b"Ada", key=key.plain, key_id=key.id, place="t|name|1")

    assert b"Ada" not in sealed
    again = DataKey.objects.get(pk=key.pk)
    assert crypto.unseal(sealed, key=again.plain, key_id=key.id, place="t|name|1") == b"Ada"


def test_a_sealed_text_moved_to_another_row_does_not_open():
    key = DataKey.objects.create_new()
    sealed = crypto.seal(b"Ada", key=key.plain, key_id=key.id, place="t|name|1")

    with pytest.raises(InvalidTag):
        crypto.unseal(sealed, key=key.plain, key_id=key.id, place="t|name|2")


def test_a_destroyed_key_opens_nothing():
    key = DataKey.objects.create_new()
    key.destroy()

    with pytest.raises(crypto.KeyDestroyed):
        _ = DataKey.objects.get(pk=key.pk).plain
