"""Every step as a page part: its word in the address, its form, its service, its texts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from referrals import services
from referrals.forms import answers, arrivals, choices
from referrals.forms.steps import StepForm
from referrals.models import Inquiry
from referrals.views.step_page import StepPage
from referrals.workflow import DIRECT, Kind, Step

PAGES: tuple[StepPage, ...] = (
    StepPage(
        "uebernehmen",
        Step.CLAIM,
        StepForm,
        services.claim,
        "eye",
        _("Sie haben die Anfrage übernommen."),
    ),
    StepPage(
        "bestaetigen",
        Step.CONFIRM,
        answers.ConfirmDirectForm,
        services.confirm,
        "tick",
        _("Die Übernahme ist bestätigt."),
        _("Übernahme bestätigen"),
    ),
    StepPage(
        "anbieten",
        Step.OFFER,
        answers.OfferForm,
        services.offer,
        "hand",
        _("Das Angebot ist abgegeben."),
    ),
    StepPage(
        "fragen",
        Step.ASK,
        answers.AskForm,
        services.ask,
        "question",
        _("Die Rückfrage ist gestellt. Ihre Frist ruht, bis die Antwort da ist."),
    ),
    StepPage(
        "frage-zuruecknehmen",
        Step.TAKE_BACK,
        StepForm,
        services.take_back,
        "cross",
        _("Die Rückfrage ist erledigt."),
        _("Telefonisch geklärt: Rückfrage zurücknehmen"),
    ),
    StepPage(
        "warteliste",
        Step.WAITLIST,
        answers.WaitlistForm,
        services.waitlist,
        "hourglass",
        _("Die Anfrage steht auf der Warteliste."),
        _("Auf Warteliste"),
    ),
    StepPage(
        "stand",
        Step.NEWS,
        answers.NewsForm,
        services.news,
        "hourglass",
        _("Der neue Stand ist gemeldet."),
    ),
    StepPage(
        "verlaengern",
        Step.EXTEND,
        answers.ExtendForm,
        services.extend,
        "calendar",
        _("Das Angebot gilt jetzt länger."),
    ),
    StepPage(
        "angebot-zuruecknehmen",
        Step.RETRACT,
        answers.RetractForm,
        services.retract,
        "cross",
        _("Das Angebot ist zurückgenommen."),
    ),
    StepPage(
        "beantworten",
        Step.ANSWER,
        choices.AnswerForm,
        services.answer,
        "pen",
        _("Die Antwort ist beim Dienst."),
    ),
    StepPage(
        "zusagen",
        Step.CONFIRM,
        choices.ConfirmForm,
        services.confirm,
        "tick",
        _("Die Wahl ist festgehalten. Die anderen Dienste lesen „anderweitig versorgt“."),
        _("Wahl der Person festhalten und zusagen"),
    ),
    StepPage(
        "kennenlernen",
        Step.INTRODUCE,
        choices.IntroduceForm,
        services.introduce,
        "people",
        _("Das Kennenlernen ist vereinbart. Der Dienst sieht jetzt Name und Kontakt."),
    ),
    StepPage(
        "termin",
        Step.SCHEDULE,
        arrivals.AppointmentForm,
        services.schedule,
        "calendar",
        _("Der Termin ist eingetragen."),
    ),
    StepPage(
        "kontakt",
        Step.CONTACT,
        arrivals.ContactForm,
        services.contact,
        "flag",
        _("Der erste Kontakt ist eingetragen. Die Person ist angekommen."),
    ),
    StepPage(
        "kontaktversuch",
        Step.ATTEMPT,
        arrivals.AttemptForm,
        services.attempt,
        "phone",
        _("Der Kontaktversuch ist festgehalten."),
    ),
    StepPage(
        "termin-verschieben",
        Step.RESCHEDULE,
        arrivals.AppointmentForm,
        services.reschedule,
        "calendar",
        _("Der Termin ist verschoben."),
    ),
    StepPage(
        "termin-absagen",
        Step.CANCEL,
        StepForm,
        services.cancel,
        "stop",
        _("Der Termin ist abgesagt."),
    ),
    StepPage(
        "termin-verpasst",
        Step.MISS,
        arrivals.MissForm,
        services.miss,
        "history",
        _("Festgehalten: Der Termin hat nicht stattgefunden."),
    ),
    StepPage(
        "abschliessen",
        Step.COMPLETE,
        arrivals.CompleteForm,
        services.complete,
        "tick",
        _("Die Anfrage ist abgeschlossen."),
    ),
    StepPage(
        "kontakt-zuruecknehmen",
        Step.UNDO_CONTACT,
        arrivals.UndoContactForm,
        services.undo_contact,
        "history",
        _("Der Eintrag ist zurückgenommen."),
    ),
    StepPage(
        "absagen",
        Step.DECLINE,
        answers.DeclineForm,
        services.decline,
        "stop",
        _("Die Anfrage ist abgesagt. Danke für die klare Antwort."),
    ),
    StepPage(
        "erneut",
        Step.REOPEN,
        choices.ReopenForm,
        services.reopen,
        "arrow",
        _("Der Dienst ist erneut angefragt."),
    ),
    StepPage(
        "nachfragen",
        Step.REVIVE,
        StepForm,
        services.revive,
        "question",
        _("Sie haben nachgefragt, ob der Platz noch benötigt wird."),
    ),
    StepPage(
        "neu-zuweisen",
        Step.REASSIGN,
        answers.ReassignForm,
        services.reassign,
        "swap",
        _("Die Anfrage ist neu zugewiesen."),
    ),
    StepPage(
        "gescheitert",
        Step.FAIL,
        arrivals.FailForm,
        services.fail,
        "cross",
        _("Festgehalten: Die Zusage ist nicht zustande gekommen."),
    ),
    StepPage(
        "zurueckziehen",
        Step.WITHDRAW,
        choices.WithdrawForm,
        services.withdraw,
        "cross",
        _("Die Anfrage ist zurückgezogen."),
    ),
    StepPage(
        "verwerfen",
        Step.DISCARD,
        StepForm,
        services.discard,
        "cross",
        _("Der Entwurf ist verworfen."),
    ),
    StepPage(
        "irrtum",
        Step.MARK_ERROR,
        choices.MarkErrorForm,
        services.mark_error,
        "stop",
        _("Die Anfrage ist als irrtümlich gekennzeichnet."),
    ),
)
"""In the order in which buttons stand: the likely next step first, the way out last."""

BY_WORD = {page.word: page for page in PAGES}
PRIMARY = (
    Step.CLAIM,
    Step.ANSWER,
    Step.CONFIRM,
    Step.OFFER,
    Step.NEWS,
    Step.SCHEDULE,
    Step.CONTACT,
    Step.COMPLETE,
    Step.REVIVE,
)
RARE = frozenset(
    {Step.MARK_ERROR, Step.REASSIGN, Step.FAIL, Step.WITHDRAW, Step.DECLINE, Step.DISCARD}
)


def page_for(step: Step, inquiry: Inquiry) -> StepPage | None:
    """How ``step`` is taken; a known service confirms a Rückkehr itself."""
    if step == Step.CONFIRM:
        direct = Kind(inquiry.referral.kind) in DIRECT
        return BY_WORD["bestaetigen" if direct else "zusagen"]
    return next((page for page in PAGES if page.step == step), None)
