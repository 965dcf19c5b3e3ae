"""What is looked for, in words that name nobody; the same service always asks for the same."""

from collections.abc import Sequence
from zlib import crc32

from gpv_portal.demo_region.pen import Pen
from network.models import Service
from referrals.services import Wanted
from referrals.vocabulary import CostState, Flag, Need, Urgency

Type = Service.Type

NEEDS: dict[str, tuple[Need, ...]] = {
    Type.BEWO: (Need.DAILY_LIFE, Need.AUTHORITIES, Need.MEDICATION),
    Type.HOUSING: (Need.LIVING, Need.DAILY_LIFE),
    Type.DAY_CENTRE: (Need.DAY_STRUCTURE, Need.CONTACTS),
    Type.DAY_CLINIC: (Need.TREATMENT, Need.DAY_STRUCTURE),
    Type.PIA: (Need.TREATMENT, Need.MEDICATION),
    Type.SPDI: (Need.CRISIS, Need.AUTHORITIES),
    Type.APP: (Need.MEDICATION, Need.DAILY_LIFE),
    Type.SOCIOTHERAPY: (Need.TREATMENT, Need.AUTHORITIES),
    Type.WORK: (Need.WORK, Need.DAY_STRUCTURE),
}
FLAGS: tuple[tuple[Flag, ...], ...] = (
    (),
    (Flag.GUARDIAN,),
    (Flag.PET,),
    (),
    (Flag.ADDICTION, Flag.SMOKER),
    (Flag.INTERPRETER,),
    (),
    (Flag.CHILDREN,),
)
REMARKS = (
    "",
    "Erstgespräch bitte auf Station, nachmittags.",
    "Braucht morgens Zeit; telefonisch ab 10 Uhr gut zu erreichen.",
    "Wichtig ist eine Bezugsperson, die bleibt.",
    "",
)


def wanted(
    pen: Pen, key: str, *, urgency: str = Urgency.REGULAR, flags: Sequence[str] | None = None
) -> Wanted:
    """What the client of ``pen`` asks of a service like ``key``."""
    number = crc32(f"{pen.number}{key}".encode())
    kind = pen.service(key).type
    return Wanted(
        service_type=kind,
        needs=NEEDS.get(kind, (Need.DAILY_LIFE,)),
        flags=FLAGS[number % len(FLAGS)] if flags is None else flags,
        urgency=urgency,
        cost_state=list(CostState)[number % len(CostState)],
        risk_recorded=number % 9 == 0,
        remarks=REMARKS[number % len(REMARKS)],
    )
