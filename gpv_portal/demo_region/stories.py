"""The people of the story: situations that the demo's reader is led to."""

from collections.abc import Callable

from gpv_portal.demo_region import deeds, moments
from gpv_portal.demo_region.pen import Pen
from gpv_portal.demo_region.wants import wanted
from referrals.reasons import Fail
from referrals.vocabulary import Flag, Urgency
from referrals.workflow import Kind

DAY, AHEAD = moments.working_day, moments.coming


def two_offers(pen: Pen) -> None:
    """Jutta Vogelsang: two offers side by side, and a question that is overdue."""
    pen.on(7).admit(AHEAD(6), ward=0, days=24)
    pen.need(wanted(pen, "bewo-sued", flags=[Flag.GUARDIAN, Flag.PET]))
    pen.on(6).send("bewo-sued", "gastfamilien", "bewo-nordufer")
    deeds.claim(pen.on(5), "bewo-sued", "gastfamilien", "bewo-nordufer")
    deeds.ask(pen.on(4), "bewo-nordufer", "Wer stellt die Medikamente in der ersten Woche?")
    until = moments.at_hour(AHEAD(3), 16)
    deeds.offer(pen.on(3), "bewo-sued", start_on=AHEAD(6), until=until)
    deeds.offer(pen.on(2), "gastfamilien", start_on=AHEAD(9), until=until, costs_open=True)
    pen.on(1).release("bewo-sued")


def no_appointment_yet(pen: Pen) -> None:
    """Erdal Sommerfeld: a confirmed place without a first appointment."""
    pen.on(8).admit(AHEAD(4), ward=2)
    pen.need(wanted(pen, "ts-mitte", flags=()))
    pen.on(7).send("ts-mitte")
    deeds.claim(pen, "ts-mitte")
    until = moments.at_hour(AHEAD(2), 16)
    deeds.offer(pen.on(5), "ts-mitte", start_on=AHEAD(4), until=until)
    pen.release("ts-mitte")
    deeds.confirm(pen.on(4), "ts-mitte")


def weekend_ahead(pen: Pen) -> None:
    """Paul Nowak-Reimann: everything stands, he leaves in three days."""
    pen.on(9).admit(AHEAD(3), ward=0)
    pen.need(wanted(pen, "soziotherapie", flags=()))
    pen.on(8).send("soziotherapie", "sucht-ambulant")
    deeds.claim(pen, "soziotherapie")
    until = moments.at_hour(AHEAD(1), 16)
    deeds.offer(pen.on(6), "soziotherapie", start_on=AHEAD(3), until=until)
    pen.release("soziotherapie")
    deeds.confirm(pen.on(5), "soziotherapie")
    deeds.schedule(pen.on(4), "soziotherapie", AHEAD(4))
    deeds.hand_over(pen, medication="Für Samstag und Sonntag noch nicht geklärt.")


def place_taken_back(pen: Pen) -> None:
    """Ines Falk: ohne Anschluss entlassen, the promised place came to nothing."""
    pen.on(9).admit(DAY(3), ward=2)
    pen.need(wanted(pen, "bewo-nordufer", flags=()), escalate=True)
    pen.on(8).send("bewo-nordufer")
    deeds.claim(pen, "bewo-nordufer")
    until = moments.at_hour(DAY(2), 16)
    deeds.offer(pen.on(6), "bewo-nordufer", start_on=DAY(2), until=until)
    pen.release("bewo-nordufer")
    deeds.confirm(pen.on(5), "bewo-nordufer")
    pen.on(3).discharge()
    deeds.fail(pen.on(2), "bewo-nordufer", Fail.PLACE_LOST)


def nobody_reached(pen: Pen) -> None:
    """Henning Quast: the contact deadline has passed, two calls reached nobody."""
    pen.on(14).admit(DAY(8), ward=0)
    pen.need(wanted(pen, "soziotherapie", flags=[Flag.GUARDIAN]))
    pen.on(13).send("soziotherapie")
    deeds.claim(pen, "soziotherapie")
    until = moments.at_hour(DAY(9), 16)
    deeds.offer(pen.on(12), "soziotherapie", start_on=DAY(8), until=until)
    pen.release("soziotherapie")
    deeds.confirm(pen.on(11), "soziotherapie")
    deeds.schedule(pen.on(10), "soziotherapie", DAY(6))
    pen.on(8).discharge()
    deeds.miss(pen.on(5), "soziotherapie")
    deeds.attempt(pen, "soziotherapie")
    deeds.attempt(pen.on(3), "soziotherapie")


def leaves_tomorrow(pen: Pen) -> None:
    """Marlies Tönning: nursing comes the day after."""
    pen.on(8).admit(AHEAD(1), ward=5)
    pen.need(wanted(pen, "app", flags=()))
    pen.on(7).send("app")
    deeds.claim(pen, "app")
    until = moments.at_hour(AHEAD(1), 16)
    deeds.offer(pen.on(6), "app", start_on=AHEAD(1), until=until)
    pen.release("app")
    deeds.confirm(pen.on(5), "app")
    deeds.schedule(pen.on(4), "app", AHEAD(2), 9)
    deeds.hand_over(pen, discharge_plan="Nach Hause; die Tochter ist bis Mittag da.")


def three_running(pen: Pen) -> None:
    """Samira Bensaid: three inquiries, no offer, little time."""
    pen.on(4).admit(AHEAD(3), ward=2)
    pen.need(wanted(pen, "tagesklinik", urgency=Urgency.REGULAR, flags=[Flag.INTERPRETER]))
    pen.on(1).send("tagesklinik", "pia", "pia-seefurt")
    deeds.claim(pen, "pia")


def on_a_waiting_list(pen: Pen) -> None:
    """Oskar Lindqvist: a place with night duty, in some weeks."""
    pen.on(12).admit(AHEAD(7), ward=2)
    pen.need(wanted(pen, "haus-kai", urgency=Urgency.PLANNABLE, flags=[Flag.SMOKER]))
    pen.on(11).send("haus-kai", "wohnverbund")
    deeds.claim(pen.on(9), "haus-kai", "wohnverbund")
    deeds.waitlist(pen.on(8), "haus-kai", weeks=9, news_on=AHEAD(4))


def nobody_asked_yet(pen: Pen) -> None:
    """Erika Dombrowski: wants to speak with her daughter first."""
    pen.on(2).admit(AHEAD(10), ward=0)
    pen.need(wanted(pen, "ts-altmoor", flags=()))


def comes_back(pen: Pen) -> None:
    """Gülşen Öztürk: Rückkehr, "Ihre Klientin ist hier"."""
    pen.on(1).admit(AHEAD(9), ward=1, days=1)
    pen.need(wanted(pen, "bewo-sued", flags=()), kind=Kind.RETURN)
    pen.release("bewo-sued")
    pen.send("bewo-sued")


def announced_to_the_clinic(pen: Pen) -> None:
    """Arben Hoxha: the Institutsambulanz announces a Krisenaufnahme."""
    pen.on(2).agree_to_search()
    pen.need(wanted(pen, "klinik", urgency=Urgency.URGENT), kind=Kind.CRISIS_ADMISSION)
    pen.on(0).send("klinik")


def handed_to_a_day_centre(pen: Pen) -> None:
    """Beate Steinhäuser: the SpDi looks for a Tagesstätte."""
    pen.on(4).agree_to_search()
    pen.need(wanted(pen, "ts-mitte"))
    pen.on(3).send("ts-mitte", "spz")
    deeds.claim(pen.on(2), "ts-mitte", "spz")


def call_tomorrow(pen: Pen) -> None:
    """Leyla Richter-Özdemir: the night service asks the SpDi to get in touch."""
    pen.on(1).agree_to_search()
    pen.need(wanted(pen, "spdi-nord", urgency=Urgency.URGENT), kind=Kind.EMERGENCY_CONTACT)
    pen.release("spdi-nord", months=1)
    pen.on(0).send("spdi-nord")


def called_back(pen: Pen) -> None:
    """Malte Wendt: the PIA rang the next morning."""
    pen.on(6).agree_to_search()
    pen.need(wanted(pen, "pia", urgency=Urgency.URGENT), kind=Kind.EMERGENCY_CONTACT)
    pen.release("pia", months=1)
    pen.send("pia")
    deeds.confirm_return(pen.on(5), "pia")
    deeds.contact(pen, "pia", "telephone")


Story = Callable[[Pen], None]

STORIES: dict[int, Story] = {
    0: two_offers,
    1: no_appointment_yet,
    2: weekend_ahead,
    3: place_taken_back,
    4: nobody_reached,
    5: leaves_tomorrow,
    6: three_running,
    7: on_a_waiting_list,
    8: nobody_asked_yet,
    9: comes_back,
    56: announced_to_the_clinic,
    57: handed_to_a_day_centre,
    58: call_tomorrow,
    59: called_back,
}
"""By the place of the person in the table of clients."""
