"""allauth's pages under German addresses; the names are the ones allauth asks for."""

from allauth.account import views
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from core.access import public, signed_in
from core.views import account


class LettersAndDigits(StringConverter):
    """The part of a mailed link before its first hyphen; the rest holds hyphens of its own."""

    regex = "[0-9A-Za-z]+"


register_converter(LettersAndDigits, "letters")

_door = public("one has to be able to sign in")
_reset = public("whoever forgot the password is not signed in")
_own = signed_in("everybody manages their own password")

urlpatterns = [
    path("anmelden/", _door(views.login), name="account_login"),
    path("abmelden/", _own(views.logout), name="account_logout"),
    path("anmelden/neu/", _door(views.signup), name="account_signup"),
    path("konto/passwort/", _own(views.password_change), name="account_change_password"),
    path("konto/passwort/setzen/", _own(views.password_set), name="account_set_password"),
    path("konto/inaktiv/", _door(views.account_inactive), name="account_inactive"),
    path("konto/bestaetigen/", _own(views.reauthenticate), name="account_reauthenticate"),
    path("passwort/", _reset(views.password_reset), name="account_reset_password"),
    path(
        "passwort/gesendet/", _reset(views.password_reset_done), name="account_reset_password_done"
    ),
    path(
        "passwort/neu/<letters:uidb36>-<key>/",
        _reset(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "passwort/fertig/",
        _reset(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("konto/adresse/", account.address, name="account_email"),
    path(
        "konto/adresse/gesendet/",
        _door(views.email_verification_sent),
        name="account_email_verification_sent",
    ),
]
