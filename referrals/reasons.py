"""Coded reasons: why a service declines, a search ends, a place comes to nothing."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Decline(TextChoices):
    """Why a service cannot help."""

    NO_PLACE = "no_place", _("kein freier Platz")
    STAFF = "staff", _("Personal fehlt")
    TARGET_GROUP = "target_group", _("andere Zielgruppe")
    NOT_RESPONSIBLE = "not_responsible", _("nicht zuständig")
    CONCEPT = "concept", _("nach Konzept ausgeschlossen")
    COSTS = "costs", _("Kosten nicht geklärt")
    INFORMATION = "information", _("Angaben reichen nicht aus")
    NOT_FITTING = "not_fitting", _("passt nach dem Kennenlernen nicht")
    OTHER = "other", _("anderer Grund")


class Withdraw(TextChoices):
    """Why the sender no longer asks; stays with the sender."""

    OTHER_CHOICE = "other_choice", _("Person hat anders gewählt")
    NEED_CHANGED = "need_changed", _("Bedarf hat sich geändert")
    CLIENT_DECLINES = "client_declines", _("Person möchte nicht mehr")
    STAY_CONTINUES = "stay_continues", _("Aufenthalt dauert an")
    RELEASE_WITHDRAWN = "release_withdrawn", _("Entbindung widerrufen")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Einwilligung widerrufen")
    DIED = "died", _("verstorben")
    OTHER = "other", _("anderer Grund")


class Fail(TextChoices):
    """Why a confirmed place came to nothing."""

    NOT_REACHED = "not_reached", _("nicht erreicht")
    CLIENT_DECLINED = "client_declined", _("Person hat abgelehnt")
    NO_COSTS = "no_costs", _("Kosten nicht bewilligt")
    PLACE_LOST = "place_lost", _("Platz nicht mehr frei")
    READMITTED = "readmitted", _("wieder aufgenommen")
    MOVED = "moved", _("verzogen")
    OTHER = "other", _("anderer Grund")


class Outcome(TextChoices):
    """How an arrival turned out."""

    STAYS = "stays", _("Hilfe läuft")
    PASSED_ON = "passed_on", _("weitervermittelt")
    ENDED_BY_CLIENT = "ended_by_client", _("von der Person beendet")
    ENDED_BY_SERVICE = "ended_by_service", _("vom Dienst beendet")
    BY_TIME = "by_time", _("nach 28 Tagen abgeschlossen")


class Close(TextChoices):
    """How a referral ends."""

    ARRIVED = "arrived", _("angekommen")
    SUPPLIED = "supplied", _("anderweitig versorgt")
    CLIENT_DECLINES = "client_declines", _("Person lehnt ab")
    MOVED = "moved", _("verzogen")
    TRANSFERRED = "transferred", _("verlegt")
    DIED = "died", _("verstorben")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Einwilligung widerrufen")
    HANDED_TO_SPDI = "handed_to_spdi", _("an den Sozialpsychiatrischen Dienst übergeben")


class Expiry(TextChoices):
    """Why an inquiry ran out."""

    NO_ANSWER = "no_answer", _("ohne Antwort abgelaufen")
    SERVICE_CLOSED = "service_closed", _("Angebot eingestellt")


class NextStep(TextChoices):
    """What follows when an appointment or a place came to nothing."""

    NEW_APPOINTMENT = "new_appointment", _("neuen Termin vereinbaren")
    TELEPHONE = "telephone", _("anrufen")
    HOME_VISIT = "home_visit", _("aufsuchen")
    SENDER_CALLS = "sender_calls", _("anfragende Stelle ruft an")
    NEW_SEARCH = "new_search", _("neu suchen")
    NO_FURTHER = "no_further", _("nichts Weiteres, so gewünscht")
