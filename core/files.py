"""Files as ciphertext in PostgreSQL: transactional, one backup, no orphans."""

import uuid

from core import audit, crypto
from core.actor import Actor
from core.models import DataKey, StoredFile
from core.sealing_key import site_seal, site_unseal

_ENCODING = "latin-1"  # any byte survives the round trip


def _place(file_id: uuid.UUID) -> str:
    return f"core_storedfile|ciphertext|{file_id}"


def store(
    content: bytes, *, content_type: str, name: str, data_key: DataKey | None, by: Actor
) -> StoredFile:
    """Keep ``content``, sealed by ``data_key`` or, without one, by the ring."""
    file = StoredFile(data_key=data_key, name=name, content_type=content_type, size=len(content))
    if data_key is None:
        file.ciphertext = site_seal(content.decode(_ENCODING), _place(file.id))
    else:
        file.ciphertext = crypto.seal(
            content, key=data_key.plain, key_id=data_key.id, place=_place(file.id)
        )
    file.save()
    audit.record(by=by, deed="file.stored", obj=file)
    return file


def load(file: StoredFile, *, by: Actor) -> bytes:
    """The content; the caller has checked that ``by`` may read it."""
    audit.record(by=by, deed="file.read", obj=file)
    sealed = bytes(file.ciphertext)
    if file.data_key is None:
        return site_unseal(sealed, _place(file.id)).encode(_ENCODING)
    key = file.data_key
    return crypto.unseal(sealed, key=key.plain, key_id=key.id, place=_place(file.id))
