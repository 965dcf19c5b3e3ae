"""What the worker does for the directory."""

from celery import shared_task
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import mail, outbox
from core.actor import SCHEDULER, Actor
from core.database import take_role, worker_role
from core.models import OutboxMessage, User
from core.rows import each_alone
from network.models import Contact, SavedSearch
from network.services import (
    questions,
    reviews,
    saved_searches,
    sheets,
    subscriptions,
    suggestions,
    uploads,
)
from network.services.editions import PRINT, TELL, print_edition
from network.services.people import INVITED, send_invitation
from network.together import put_regions_together as put_together

mail.register(
    INVITED,
    subject=_("Ihr Zugang zum GPV-Portal"),
    body=_(
        "Sie sind in das GPV-Portal eingeladen. Über den folgenden Link setzen Sie Ihr Passwort; "
        "wenn Sie schon eines haben, melden Sie sich einfach an."
    ),
)
mail.register(
    questions.ASK,
    subject=_("Stimmt Ihr Kontakt im GPV-Portal noch?"),
    body=_(
        "In der Kontaktliste des Verbunds steht ein Kontakt Ihrer Stelle. Einmal im Quartal fragen "
        "wir, ob er noch stimmt. Der Link zeigt den Kontakt; ein Klick dort bestätigt ihn, ohne "
        "Anmeldung. Er gilt einmal und 45 Tage lang."
    ),
)
mail.register(
    subscriptions.CONFIRM,
    subject=_("Bitte bestätigen: neue Ausgaben der Kontaktliste"),
    body=_(
        "Jemand hat diese Adresse angegeben, um neue Ausgaben der Kontaktliste zu erhalten. Waren "
        "Sie das, bestätigen Sie es über den Link. Sonst müssen Sie nichts tun: Nach sieben Tagen "
        "löschen wir die Adresse."
    ),
)
mail.register(
    subscriptions.MEMBERS,
    subject=_("Neue Ausgabe der Kontaktliste"),
    body=_("Die Koordination hat eine neue Ausgabe der Kontaktliste veröffentlicht."),
)
mail.register(
    subscriptions.OUTSIDE,
    subject=_("Neue Ausgabe der Kontaktliste"),
    body=_(
        "Die Koordination hat eine neue Ausgabe der Kontaktliste veröffentlicht. Die öffentliche "
        "Fassung hängt an: Funktionen und ihre Nummern, keine Namen. Was heute gilt, steht hier:"
    ),
)


@outbox.handles(INVITED)
def person_invited(message: OutboxMessage, actor: Actor) -> None:
    """Send the invitation."""
    send_invitation(user=User.objects.get(pk=message.object_id), by=actor)


@outbox.handles(PRINT)
def edition_published(message: OutboxMessage, actor: Actor) -> None:
    """Print the edition, and order its mails."""
    print_edition(edition_id=message.object_id, by=actor)


mail.register(
    reviews.ASK,
    subject=_("Stimmt Ihr Eintrag im Verzeichnis noch?"),
    body=_(
        "Sie verantworten den folgenden Eintrag im Verzeichnis. Er ist lange nicht geprüft. Öffnen "
        "Sie den Link: Dort sagen Sie mit einem Knopf, dass alles noch stimmt, oder ändern ihn. "
        "Der Link gilt 30 Tage und einmal."
    ),
)
mail.register(
    reviews.RETURNED,
    subject=_("Ihr Eintrag im Verzeichnis braucht noch etwas"),
    body=_("Die Koordination hat den folgenden Eintrag zurückgegeben. Dort steht, was fehlt."),
)
mail.register(
    reviews.HINTED,
    subject=_("Ein Hinweis zu Ihrem Eintrag im Verzeichnis"),
    body=_("Zu dem folgenden Eintrag hat jemand eine Änderung vorgeschlagen. Bitte antworten Sie."),
)


@outbox.handles(reviews.ASK)
def entry_review(message: OutboxMessage, actor: Actor) -> None:
    """Ask one owner whether the entry is still true."""
    person = message.recipient
    reviews.send_question(service_id=message.object_id, person=person, by=actor)


@outbox.handles(reviews.RETURNED)
@outbox.handles(reviews.HINTED)
def entry_waits(message: OutboxMessage, actor: Actor) -> None:
    """Tell one owner that the entry was returned, or that a hint waits."""
    reviews.send_word(
        kind=message.kind, service_id=message.object_id, person=message.recipient, by=actor
    )


@shared_task
def watch_entries() -> None:
    """Ask about entries whose check came due, and forget old hints; may run twice."""
    reviews.ask_owners(by=SCHEDULER)
    with transaction.atomic():
        take_role(worker_role())
        suggestions.forget_decided(by=SCHEDULER)


@outbox.handles(TELL)
def edition_news(message: OutboxMessage, actor: Actor) -> None:
    """Tell one subscriber of an edition, unless they have left meanwhile."""
    if message.recipient is not None:
        subscriptions.tell(
            edition_id=message.object_id, subscription_id=message.recipient, by=actor
        )


@outbox.handles(subscriptions.CONFIRM)
def subscription_asked(message: OutboxMessage, actor: Actor) -> None:
    """Ask an outside address to confirm itself."""
    subscriptions.send_confirmation(subscription_id=message.object_id, by=actor)


@outbox.handles(questions.ASK)
def contact_question(message: OutboxMessage, actor: Actor) -> None:
    """Ask the owner of a contact, if it still exists and nobody has confirmed it meanwhile."""
    contact = Contact.objects.to_ask().filter(pk=message.object_id).first()
    if contact is not None:
        questions.send_question(contact=contact, by=actor)


@shared_task
def ask_owners() -> None:
    """Order the quarterly question for every contact whose time has come; each once."""
    each_alone(Contact.objects.to_ask(), _ask)


def _ask(contact: Contact) -> bool:
    return questions.ask_owner(contact=contact, by=SCHEDULER)


@shared_task
def forget_subscriptions() -> None:
    """Delete the addresses that nobody has confirmed in a week."""
    with transaction.atomic():
        take_role(worker_role())
        subscriptions.forget_unconfirmed(by=SCHEDULER)


@shared_task
def forget_uploads() -> None:
    """Delete the lists that were taken in and not carried out within their day."""
    with transaction.atomic():
        take_role(worker_role())
        uploads.forget_over(by=SCHEDULER)


@outbox.handles(sheets.ORDER)
def sheets_ordered(message: OutboxMessage, actor: Actor) -> None:
    """Order the print of what has changed in a region."""
    sheets.order_sheets(region_id=message.object_id, by=actor)


@outbox.handles(sheets.PRINT)
def sheet_changed(message: OutboxMessage, actor: Actor) -> None:
    """Print one sheet."""
    sheets.print_sheet(sheet_id=message.object_id, by=actor)


@shared_task
def watch_sheets() -> None:
    """Have every region's printed sheets looked at."""
    with transaction.atomic():
        take_role(worker_role())
        sheets.watch_sheets(by=SCHEDULER)


mail.register(
    saved_searches.NEWS,
    subject=_("Neu im Verzeichnis"),
    body=_(
        "Im Verzeichnis steht etwas Neues, das zu einer Suche passt, die Sie sich gemerkt haben. "
        "Welche Suche das ist, steht nur im Portal unter „Gemerkte Suchen“."
    ),
)


@outbox.handles(saved_searches.NEWS)
def search_news(message: OutboxMessage, actor: Actor) -> None:
    """Tell one member what newly fits, unless they want no mail any more or have left."""
    saved_searches.tell(search_id=message.object_id, by=actor)


@shared_task
def watch_searches() -> None:
    """Compare every search that somebody kept with the directory of today; may run twice."""
    each_alone(SavedSearch.objects.mailed(), _compare)
    with transaction.atomic():
        take_role(worker_role())
        saved_searches.forget_left(by=SCHEDULER)


def _compare(search: SavedSearch) -> bool:
    return saved_searches.compare(search=search, by=SCHEDULER)


@shared_task
def put_regions_together() -> None:
    """Put the entries of each region side by side again; may run twice."""
    with transaction.atomic():
        take_role(worker_role())
        put_together()
