"""Where a service is, on the list of services one may ask."""

from network.models import Service


def test_the_list_of_services_says_nothing_of_a_hidden_place(case, visit):
    sender = visit(case.people.social_worker, case.people.clinic)
    home = case.people.clinic.organisation.region
    for service, public in ((case.a, True), (case.b, False)):
        Service.objects.filter(pk=service.pk).update(
            district="Gassenviertel" if public else "Schutzviertel",
            town="Schutzstadt",
            address_public=public,
            region=home,
        )

    page = sender.get("services", case.referral.pk, dienst=[case.a.pk, case.b.pk]).content.decode()

    assert "Gassenviertel" in page
    assert case.b.name in page
    assert "Schutzviertel" not in page
    assert "Schutzstadt" not in page
