"""The glossary in the memory of a process: read again when its stamp is another one."""

from network.models import SynonymGroup
from network.search.meanings import Meanings, meanings, shipped

_kept: dict[str, Meanings] = {}


def glossary_at(stamp: str) -> Meanings:
    """What the coordination's glossary says in the state ``stamp``; "" is as it was shipped.

    No statement when the process knows this state, else one.
    """
    if not stamp:
        return shipped()
    known = _kept.get(stamp)
    if known is None:
        rows = SynonymGroup.objects.order_by("created_at", "id")
        known = meanings((group.asked, group.phrases) for group in rows)
        _kept.clear()
        _kept[stamp] = known
    return known
