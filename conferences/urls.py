"""Addresses of case conferences and committees."""

from django.urls import path

from conferences.views import bodies, cases, dates, minutes, people, public, sitting

app_name = "conferences"

ONE = "konferenzen/<uuid:pk>/"
WHO = ONE + "personen/<uuid:person>/"
BODY = "gremien/<slug:slug>/"
SITTING = BODY + "sitzungen/<uuid:pk>/"
ITEM = SITTING + "punkte/<uuid:item>/"

urlpatterns = [
    path("konferenzen/", cases.conferences, name="conferences"),
    path("konferenzen/neu/", cases.proposal, name="proposal"),
    path("konferenzen/vorschlagen/", cases.propose, name="propose"),
    path(ONE, cases.conference, name="conference"),
    path(ONE + "angaben/", cases.edit_form, name="edit-form"),
    path(ONE + "angaben/aendern/", cases.edit, name="edit"),
    path(ONE + "schritt/<slug:step>/", cases.take_step, name="step"),
    path(ONE + "fachkraft/", people.professional_form, name="professional-form"),
    path(ONE + "fachkraft/hinzufuegen/", people.add_professional, name="add-professional"),
    path(ONE + "gast/", people.guest_form, name="guest-form"),
    path(ONE + "gast/hinzufuegen/", people.add_guest, name="add-guest"),
    path(WHO + "zustimmung/", people.approval_form, name="approval-form"),
    path(WHO + "zustimmung/festhalten/", people.approve, name="approve"),
    path(WHO + "herausnehmen/", people.remove, name="remove"),
    path(ONE + "antwort/", people.answer, name="answer"),
    path(ONE + "termin/", dates.date_form, name="date-form"),
    path(ONE + "termin/festlegen/", dates.fix_date, name="fix-date"),
    path(ONE + "umfrage/", dates.poll_form, name="poll-form"),
    path(ONE + "umfrage/starten/", dates.poll, name="poll"),
    path(ONE + "umfrage/antworten/", dates.answer_poll, name="answer-poll"),
    path(ONE + "protokoll/", minutes.minutes_form, name="minutes-form"),
    path(ONE + "protokoll/speichern/", minutes.save_minutes, name="save-minutes"),
    path(ONE + "freigabe/", minutes.release_form, name="release-form"),
    path(ONE + "freigabe/erteilen/", minutes.release, name="release"),
    path(ONE + "vereinbarungen/<uuid:measure>/", minutes.settle, name="settle"),
    path(ONE + "ausfertigungen/<uuid:copy>/", minutes.download, name="copy"),
    path("protokolle/", public.minutes_list, name="public-minutes"),
    path("protokolle/<uuid:pk>/", public.minutes_file, name="public-file"),
    path("gremien/", bodies.bodies, name="bodies"),
    path(BODY, bodies.body, name="body"),
    path(BODY + "massnahmen/<uuid:measure>/", sitting.settle, name="settle-measure"),
    path(BODY + "sitzungen/neu/", bodies.meeting_form, name="meeting-form"),
    path(BODY + "sitzungen/planen/", bodies.convene, name="convene"),
    path(SITTING, bodies.meeting, name="meeting"),
    path(SITTING + "schritt/<slug:step>/", bodies.take_step, name="meeting-step"),
    path(SITTING + "termin/", sitting.date_form, name="meeting-date-form"),
    path(SITTING + "termin/aendern/", sitting.reschedule, name="reschedule"),
    path(SITTING + "punkt/", sitting.item_form, name="item-form"),
    path(SITTING + "punkt/aufnehmen/", sitting.add_item, name="add-item"),
    path(SITTING + "vorschlag/", sitting.propose_form, name="propose-form"),
    path(SITTING + "vorschlag/senden/", sitting.propose_item, name="propose-item"),
    path(ITEM + "aufnehmen/", sitting.list_item, name="list-item"),
    path(ITEM + "ablehnen/", sitting.turn_down, name="turn-down"),
    path(ITEM + "ergebnis/", sitting.result_form, name="result-form"),
    path(ITEM + "ergebnis/speichern/", sitting.write_result, name="write-result"),
    path(ITEM + "beschluss/", sitting.resolution_form, name="resolution-form"),
    path(ITEM + "beschluss/eintragen/", sitting.resolve, name="resolve"),
    path(SITTING + "anwesenheit/", sitting.attendance_form, name="attendance-form"),
    path(SITTING + "anwesenheit/speichern/", sitting.attend, name="attend"),
    path(SITTING + "massnahme/", sitting.measure_form, name="measure-form"),
    path(SITTING + "massnahme/eintragen/", sitting.agree, name="agree"),
    path(SITTING + "ausfertigungen/<uuid:copy>/", bodies.download, name="meeting-copy"),
]
