"""By what a row is known again the next time its list is read."""

from hashlib import sha256

from network.importing.fields import Field
from network.importing.row import Row


def source_id(row: Row) -> str:
    """The source's own key, or one made of what does not change: name and place."""
    own = row.text(Field.SOURCE_ID)
    if own:
        return own[:60]
    stable = (
        *(Field.NAME, Field.SITE, Field.STREET, Field.ADDRESS),
        *(Field.NAMED_ADDRESS, Field.PLACE),
    )
    text = _joined(row, stable)
    if not text.strip("|"):
        text = _joined(row, (Field.ORGANISATION, Field.OFFERS, Field.SECTION))
    return sha256(text.encode()).hexdigest()[:32]


def _joined(row: Row, fields: tuple[Field, ...]) -> str:
    return "|".join(
        " ".join(row.text(each).casefold().split()) for each in fields if each in row.places
    )
