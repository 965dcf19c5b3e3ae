"""The trial of a list says row by row what was read, and what would change from what to what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from network.models import DirectoryUpload, Service
from network.roles import Role
from network.services import uploads
from tests.people import acting, member
from tests.performance.counting import statements_of

pytestmark = pytest.mark.django_db
HEAD = "Name;Art;Straße;PLZ;Ort;Telefon;E-Mail;Internet;Öffnungszeiten;Einzugsgebiet;Parkplatz\n"
ROW = (
    "Haus Elbe;Suchtberatung;Weg 1;10115;Berlin;030/39 06 31 29 App. 12;info@elbe.example;"
    "www.elbe.example;Mo-Fr 9-17 Uhr;Nordstadt;am Hof\n"
)
VAGUE = "Haus Spree;Tagesstätte;Weg 2;10115;Berlin;auf Anfrage;;;meist vormittags;;\n"
REFUGE = "Frauenhaus Süd;Frauenhaus;Lindenweg 3;10115;Berlin;030 23125-100;;;;;Hinterhaus\n"


@pytest.fixture
def coordinator(people, sign_in):
    return sign_in(people.coordinator, people.office)


def taken_in(client, rows):
    file = SimpleUploadedFile("liste.csv", (HEAD + rows).encode())
    client.post(reverse("network:upload-new"), {"file": file, "source": "Wegweiser"})
    return DirectoryUpload.objects.filter(done_at=None).get()


def shown(client, upload, **asked):
    page = client.get(reverse("network:upload", args=[upload.pk]), asked)
    assert page.status_code == 200
    return page.content.decode()


def carried_out(people, client, rows):
    by = acting(people.coordinator, people.office)
    return uploads.carry_out(upload=taken_in(client, rows), by=by)


def test_a_row_says_what_was_read_and_what_stays_as_text(coordinator):
    page = shown(coordinator, taken_in(coordinator, ROW))

    for said in (
        "Suchtberatung",
        "Weg 1, 10115 Berlin",
        "030/39 06 31 29 (App. 12), gewählt wird +493039063129",
        "info@elbe.example",
        "www.elbe.example",
        "Mo–Fr: 09:00–17:00 Uhr",
        "im Text: Mo-Fr 9-17 Uhr",
        "Nordstadt",
        "Parkplatz: am Hof",
        "1 Nummer, Zeiten gelesen",
    ):
        assert said in page, said


def test_what_was_not_understood_stays_as_text_and_says_so(coordinator):
    page = shown(coordinator, taken_in(coordinator, VAGUE))

    assert "bleibt Text: meist vormittags" in page
    assert "Telefon bleibt Text, Zeiten bleiben Text" in page


def test_a_changed_row_says_from_what_to_what_and_nothing_else(people, coordinator):
    carried_out(people, coordinator, ROW)

    moved = ROW.replace("9-17", "9-12").replace("App. 12", "App. 14")
    page = shown(coordinator, taken_in(coordinator, moved))

    assert "2 Angaben ändern sich" in page
    assert page.count("<del>") == page.count("<ins>") == 2
    gone, come = page.split("<del>")[1:], page.split("<ins>")[1:]
    assert "App. 12" in gone[0].split("</del>")[0]
    assert "App. 14" in come[0].split("</ins>")[0]
    assert "09:00–17:00" in gone[1].split("</del>")[0]
    assert "09:00–12:00" in come[1].split("</ins>")[0]


def test_what_somebody_has_changed_by_hand_does_not_change(people, coordinator):
    carried_out(people, coordinator, ROW)
    Service.objects.update(website="https://von-hand.example")

    moved = ROW.replace("www.elbe.example", "www.neu.example")
    page = shown(coordinator, taken_in(coordinator, moved))

    assert "Am Eintrag ändert sich nichts" in page
    assert "<del>" not in page


def test_a_refuge_is_a_kreis_for_the_summary_and_marked_for_its_coordination(coordinator):
    page = shown(coordinator, taken_in(coordinator, REFUGE))

    assert "Lindenweg 3, 10115 Berlin (nicht öffentlich)" in page
    assert "Lindenweg" not in page.split("<summary>")[1].split("</summary>")[0]


def test_nobody_else_opens_the_trial(people, coordinator, sign_in):
    upload = taken_in(coordinator, REFUGE)
    for person, house in (
        (people.org_admin, people.clinic),
        (people.social_worker, people.clinic),
        (people.committee_member, people.office),
    ):
        page = sign_in(person, house).get(reverse("network:upload", args=[upload.pk]))

        assert page.status_code in (403, 404)
        assert "Lindenweg" not in page.content.decode()


def test_the_report_that_is_kept_holds_nothing_that_was_read(people, coordinator):
    upload = carried_out(people, coordinator, REFUGE)

    upload.refresh_from_db()
    assert "Lindenweg" not in str(upload.report)
    assert "Lindenweg" not in shown(coordinator, upload)


def test_600_long_rows_make_a_page_that_a_slow_line_can_carry(coordinator):
    long = "Wort " * 900
    rows = "".join(
        ROW.replace("Haus Elbe", f"Haus {n}").replace("am Hof", long).replace("Nordstadt", long)
        for n in range(uploads.MAX_ROWS)
    )
    upload = taken_in(coordinator, rows)

    page = shown(coordinator, upload)

    assert page.count("<details") <= 101 + page.split("<main")[0].count("<details")
    assert len(page) < 600_000
    assert "Haus 599" in shown(coordinator, upload, ab="550")


def test_more_changed_rows_cost_no_more_statements(people, coordinator):
    def cost(count):
        rows = [ROW.replace("Elbe", f"Elbe {count} {n}") for n in range(count)]
        carried_out(people, coordinator, "".join(rows))
        upload = taken_in(coordinator, "".join(rows).replace("9-17", "9-12"))
        sent = statements_of(lambda: shown(coordinator, upload))
        uploads.throw_away(upload=upload, by=acting(people.coordinator, people.office))
        return len(sent)

    assert cost(1) == cost(30)


def test_an_entry_that_its_house_keeps_is_not_said_to_change(people, coordinator):
    carried_out(people, coordinator, ROW)
    member(people.provider, Role.ORG_ADMIN, "Ute Sommer")
    Service.objects.update(facility=people.provider)

    page = shown(coordinator, taken_in(coordinator, ROW.replace("9-17", "9-12")))

    assert "pflegt den Eintrag selbst" in page
    assert "<del>" not in page


def test_the_command_says_the_same_but_no_street_of_a_refuge(people, tmp_path, capsys):
    file = tmp_path / "wegweiser.csv"

    def run(rows, **options):
        file.write_text(HEAD + rows)
        call_command("import_directory", str(file), **options)
        return capsys.readouterr().out

    told = run(ROW + REFUGE, dry_run=True, verbosity=2)
    assert "Einzugsgebiet" not in told
    assert "Zuständig für: Nordstadt" in told
    assert "Öffnungszeiten: Mo–Fr: 09:00–17:00 Uhr | im Text: Mo-Fr 9-17 Uhr" in told
    assert "Lindenweg" not in told
    assert "die Adresse ist zum Schutz nicht öffentlich" in told
    assert "Nordstadt" not in run(ROW + REFUGE, dry_run=True)

    run(ROW + REFUGE)
    moved = (ROW + REFUGE).replace("9-17", "9-12").replace("Lindenweg 3", "Ahornweg 4")
    told = run(moved, dry_run=True)

    assert "Öffnungszeiten: Mo–Fr: 09:00–17:00 Uhr | im Text: Mo-Fr 9-17 Uhr -> Mo–Fr: " in told
    assert "Lindenweg" not in told
    assert "Ahornweg" not in told
