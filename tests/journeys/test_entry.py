"""At the door: the public pages, signing in and out, and a forgotten password."""

import re

import pytest

from core.models import User
from gpv_portal.demo_region.accounts import PASSWORD, accounts
from gpv_portal.demo_region.directory import make_frame, make_region
from gpv_portal.demo_region.staff import make_staff

PUBLIC = (
    "/",
    "/anmelden/",
    "/anmelden/neu/",
    "/passwort/",
    "/konto/inaktiv/",
    "/konto/adresse/gesendet/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/bausteine/",
    "/vorfuehrung/postausgang/",
)
NEW = "ein-ganz-neuer-langer-Satz-2026"


@pytest.fixture
def demo(transactional_db, settings) -> dict[str, User]:
    """The people of the demo, who are offered at its door, and its mail page."""
    settings.GPV_DEMO = True
    settings.GPV_DEMO_PEOPLE = accounts()
    settings.EMAIL_BACKEND = "core.demo_mail.KeptMailBackend"
    return make_staff(make_frame(make_region())).people


@pytest.mark.shows("""
    core:start account_login account_signup account_reset_password account_inactive
    account_email_verification_sent core:imprint core:privacy core:accessibility core:components
    core:demo-outbox
""")
def test_every_page_before_the_door_can_be_used_by_everybody(visitor, demo):
    guest = visitor()
    for path in PUBLIC:
        guest.go(path)


@pytest.mark.shows("core:start account_login core:tasks")
def test_the_door_opens_without_javascript_and_a_wrong_password_gets_a_sentence(visitor, demo):
    email = demo["miriam"].email
    window = visitor(java_script_enabled=False)
    window.go("/").sees("Krise").go("/anmelden/")

    window.fill(login=email, password="falsch-geraten").press("Anmelden")
    assert window.page.locator("[name=login]").first.input_value() == email

    window.fill(password=PASSWORD).press("Anmelden")
    window.sees("Was wartet auf mich")


@pytest.mark.shows("""
    account_login core:account account_change_password account_reauthenticate account_email
    account_logout account_reset_password account_reset_password_done core:demo-outbox
    account_reset_password_from_key account_reset_password_from_key_done core:tasks
""")
def test_a_forgotten_password_is_set_anew_through_the_mail_of_the_demo(visitor, demo):
    miriam = visitor().go("/anmelden/")
    miriam.press("Miriam Okafor-Lenz", about="Miriam").follow("Konto")
    miriam.sees("Miriam Okafor-Lenz", demo["miriam"].email)
    miriam.go("/konto/adresse/").go("/konto/bestaetigen/").go("/konto/")
    miriam.follow("Passwort ändern").go("/konto/").follow("Abmelden").press("Abmelden")

    miriam.go("/anmelden/").follow("Passwort vergessen?")
    miriam.fill(email=demo["miriam"].email).press("Link zuschicken")
    miriam.go("/vorfuehrung/postausgang/").opens("neues Kennwort").sees(demo["miriam"].email)
    letter = miriam.page.locator("pre.mail").first.text_content()
    miriam.go(re.search(r"/passwort/neu/\S+", letter).group())
    miriam.fill(password1=NEW, password2=NEW).press("Passwort speichern")
    miriam.sees("Ihr neues Passwort gilt").follow("Zur Anmeldung")

    miriam.fill(login=demo["miriam"].email, password=NEW)
    miriam.press("Anmelden").sees("Was wartet auf mich")
