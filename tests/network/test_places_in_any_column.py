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


def test_a_place_to_meet_is_the_name_where_nothing_else_is():
    entries = read(
        "Treffpunkt;Straße;PLZ;Ort;Telefon\nCafé Linde;Weg 4;50676;Köln;115\n"
        "Treff 55;Weg 5;50676;Köln;115\n"
    )

    assert [each.values["name"] for each in entries] == ["Café Linde", "Treff 55"]
    assert entries[0].values["street"] == "Weg 4"
    assert not any("ohne Namen" in reason for each in entries for reason in each.reasons)


def test_a_place_to_meet_is_no_name_beside_one():
    (named,) = read("Name;Treffpunkt;Ort;Tel\nA;Weg 4;Bonn;115\n")
    (told,) = read("Selbsthilfe bei;Treffpunkt;Tel\nZwang;Gemeindehaus;115\n")

    assert (named.values["name"], named.values["street"]) == ("A", "Weg 4")
    assert told.values["name"] == "Zwang"


def test_a_seat_without_figures_is_a_town():
    (alone,) = read("Name;Sitz;Telefon\nA;Potsdam;115\n")
    (beside,) = read("Name;Straße;PLZ;Sitz\nA;Weg 4;14467;Potsdam\n")
    (whole,) = read('Name;Sitz;Telefon\nA;"Weg 4, 14467 Potsdam";115\n')

    assert (alone.values["street"], alone.values["town"]) == ("", "Potsdam")
    assert (beside.values["street"], beside.values["town"]) == ("Weg 4", "Potsdam")
    assert not any("mehrere" in reason for reason in beside.reasons)
    assert (whole.values["street"], whole.values["town"]) == ("Weg 4", "Potsdam")
