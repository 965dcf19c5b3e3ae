"""Sealed texts: unreadable by accident, bound to their row, gone with their key."""

import pytest
from cryptography.exceptions import InvalidTag
from django.template import Context, Template

from core import crypto
from core.actor import SCHEDULER
from core.files import load, store
from core.models import DataKey
from core.sealing import reveal
from core.sealing_key import site_seal, site_unseal
from tests.conferences.tables import make_client

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


@pytest.fixture
def two_rows(people):
    """Two people under one data key, as two rows of one case are."""
    rows = [make_client(people.clinic), make_client(people.clinic)]
    rows[1].data_key = rows[0].data_key
    rows[1].seal(first_name="Ada", last_name="Lovelace")
    rows[1].save()
    return rows


def test_a_text_copied_into_another_row_does_not_open(two_rows):
    own, other = two_rows

    type(own).objects.filter(pk=own.pk).update(first_name=other.first_name)

    with pytest.raises(InvalidTag):
        reveal(type(own).objects.get(pk=own.pk), "first_name")


def test_a_text_copied_into_another_column_does_not_open(two_rows):
    _own, other = two_rows

    type(other).objects.filter(pk=other.pk).update(last_name=other.first_name)

    assert reveal(type(other).objects.get(pk=other.pk), "first_name") == {"first_name": "Ada"}
    with pytest.raises(InvalidTag):
        reveal(type(other).objects.get(pk=other.pk), "last_name")


def test_a_text_sealed_with_another_key_or_version_is_refused_as_such():
    key, other = DataKey.objects.create_new(), DataKey.objects.create_new()
    sealed = crypto.seal(b"Ada", key=key.plain, key_id=key.id, place="t|1")

    with pytest.raises(ValueError, match="another key or version"):
        crypto.unseal(sealed, key=key.plain, key_id=other.id, place="t|1")
    with pytest.raises(ValueError, match="another key or version"):
        crypto.unseal(b"\x02" + sealed[1:], key=key.plain, key_id=key.id, place="t|1")


def test_a_wrapped_key_moved_to_another_row_does_not_open():
    key, other = DataKey.objects.create_new(), DataKey.objects.create_new()

    DataKey.objects.filter(pk=other.pk).update(wrapped=key.wrapped)

    with pytest.raises(InvalidTag):
        _ = DataKey.objects.get(pk=other.pk).plain


def test_a_destroyed_key_opens_nothing():
    key = DataKey.objects.create_new()
    key.destroy()

    with pytest.raises(crypto.KeyDestroyed):
        _ = DataKey.objects.get(pk=key.pk).plain


def test_a_template_that_names_a_sealed_text_prints_dots_and_no_cipher(two_rows):
    row = type(two_rows[1]).objects.get(pk=two_rows[1].pk)

    page = Template("{{ row.first_name }}|{{ row.phone }}").render(Context({"row": row}))

    assert page == "•••|"
    assert repr(row.first_name) == "•••"


def test_a_new_key_in_front_of_the_ring_leaves_everything_readable(settings):
    file = store(b"%PDF", content_type="application/pdf", name="Liste", data_key=None, by=SCHEDULER)
    key = DataKey.objects.create_new()
    text, plain = site_seal("Ada", "t|1"), key.plain

    settings.GPV_KEY_RING = {"new": crypto.new_key(), **settings.GPV_KEY_RING}

    assert load(file, by=SCHEDULER) == b"%PDF"
    assert site_unseal(text, "t|1") == "Ada"
    assert DataKey.objects.get(pk=key.pk).plain == plain


def test_a_ring_without_the_key_of_a_text_does_not_open_it(settings):
    text = site_seal("Ada", "t|1")

    settings.GPV_KEY_RING = {"new": crypto.new_key()}

    with pytest.raises(InvalidTag):
        site_unseal(text, "t|1")
