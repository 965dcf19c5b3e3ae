"""Streets and towns that stand where nobody looks for them."""

from tests.network.lists import dialled, open_times, read


def test_a_street_in_the_column_of_the_town_is_kept():
    (entry,) = read("Name;Ort;Tel\nTreff;Weg 32, 80337 München;115\n")

    assert [entry.values[name] for name in ("street", "postcode", "town")] == [
        *("Weg 32", "80337", "München")
    ]


def test_a_town_before_its_street_is_an_address_under_any_name():
    first, _second = read(
        'Name;Lokal;Tel\nA;"38820 Halberstadt, Weg 14";115\nB;"6618 Naumburg, Weg 6";115\n'
    )

    assert (first.values["street"], first.values["postcode"]) == ("Weg 14", "38820")


def test_the_house_behind_a_number_is_not_the_street():
    (entry,) = read(
        'Name;Kontakt\nSpDi;"Fröbelstr. 17, Haus 4\n10405 Berlin\nTel.: 030 23125-510"\n'
    )

    assert "Fröbelstr. 17" in str(entry.values["street"])
    assert "Haus 4" in str(entry.values["street"])
    assert dialled(entry) == ["+493023125510"]


def test_mornings_and_afternoons_are_hours_of_one_day():
    (entry,) = read("Name;Ort;Tel;Vormittags;Nachmittags\nA;Bonn;115;Mo-Fr 9-12;Mo, Do 14-17\n")

    assert "Mo, Do 14-17" in str(entry.values["hours_text"])
    times = {*((day, 540, 720) for day in range(5)), (0, 840, 1020), (3, 840, 1020)}
    assert open_times(entry) in (set(), times)


def test_an_ending_behind_a_number_without_area_code():
    (entry,) = read("Name;Vorwahl;Rufnummer;Ort\nA;030;23125 -522/-523;Berlin\n")

    assert dialled(entry) == ["+493023125522", "+493023125523"]


def test_a_stripped_postcode_before_town_and_street_is_whole_again():
    known, unknown = read(
        'Name;Adresse;Tel\nA;"6618 Naumburg, Weg 6";115\nB;"1234 Nirgendsheim, Weg 6";115\n'
    )

    assert [known.values[name] for name in ("street", "postcode", "town")] == [
        *("Weg 6", "06618", "Naumburg")
    ]
    assert unknown.values["postcode"] == ""


def test_words_before_a_postcode_are_no_street():
    (entry,) = read('Name;Ort;Tel\nA;"Bezirk Mitte, 10115 Berlin";115\n')

    assert (entry.values["street"], entry.values["town"]) == ("", "Berlin")


def test_day_and_time_of_a_group_in_columns_of_their_own_are_read_together():
    (entry,) = read(
        "Gruppe;Wochentag;Uhrzeit;Rhythmus;Treffpunkt;Kontaktmail\n"
        'Zwänge;Dienstag;19:00;14-tägig;"Weg 21, 22765 Hamburg";gruppe(at)example(dot)org\n'
    )

    for word in ("Dienstag", "19:00", "14-tägig"):
        assert word in str(entry.values["hours_text"])
    assert not entry.hours.spans
    assert (entry.values["type"], entry.values["email"]) == ("other", "gruppe@example.org")
