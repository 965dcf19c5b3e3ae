"""What stands on the printed sheets of these tests: one context for every template."""

ISSUER = {"name": "PSAG Auental", "subtitle": "Kreis Auental", "lines": ["Marktplatz 1"]}
SHEET = {"issuer": ISSUER, "subject": "4. Sitzung 2026", "stand": "Fassung 1 · Stand 14.12.2026"}
ROW = {"number": 1, "what": "Vorschlag", "who": "AG Wohnen", "due": "31.03.2027", "status": "offen"}
VOTE = {
    "number": "2026-14",
    "text": "Genehmigt.",
    "yes": 15,
    "no": 0,
    "abstentions": 2,
    "outcome": "angenommen",
}
CALL = {
    "number": "030 23125-100",
    "name": "Krisendienst",
    "note": "Zentrale",
    "under": "Träger",
    "when": "",
    "conditions": "ab 18",
    "why": "zuständig",
    "checked": "01.11.2026",
    "old": True,
}
ITEM = {"number": 1, "title": "Begrüßung „Łódź“ ẞ €", "text": "Text\n\nZwei", "resolutions": [VOTE]}
SHEETS = {
    "minutes_meeting": {
        "meeting": {"place": "Kreishaus", "times": "14:00–16:10 Uhr"},
        "chair": "Hanne Brodersen",
        "keeper": "Miriam Okafor-Lenz",
        "quorum": "17 von 19",
        "items": [ITEM],
        "measures": [ROW] * 60,
        "attendance": [{"name": "H", "seat": "Kreis", "vote": "ja", "presence": "anwesend"}],
    },
    "minutes_conference": {
        "confidential": True,
        "recipient": "Ankerplatz e. V.",
        "person": "J. V.",
        "held": "27.11.2026",
        "roles": [{"label": "Moderation", "name": "H. B."}],
        "review": "gebilligt",
        "core_question": "Was hilft?",
        "sections": [{"heading": "Sicht", "text": "a\nb"}, {"heading": "Krise", "left_out": True}],
        "measures": [ROW],
        "attendance": [{"name": "H", "function": "Klientin", "presence": "anwesend"}],
    },
    "booklet": {
        "heading": "Wegweiser",
        "region": "Kreis Auental",
        "volume": 1,
        "volumes": 2,
        "count": 1,
        "phone": "030 23125-400",
        "first": [{"number": "112", "label": "Notruf"}],
        "chapters": [
            {
                "id": "art-pia",
                "title": "Ambulanz",
                "count": 1,
                "entries": [
                    {
                        "id": "e-1",
                        "name": "PIA „Łódź“",
                        "provider": "Klinik",
                        "text": "Text",
                        "phones": [{"number": "030 23125-100", "note": "Zentrale"}],
                        "rows": [("Zeiten", "nicht bekannt")],
                        "facts": ["ohne Termin"],
                        "checked": "01.11.2026",
                        "old": True,
                    }
                ],
            }
        ],
        "names": [{"title": "P", "entries": [{"id": "e-1", "name": "PIA „Łódź“"}]}],
        "places": [{"title": "Mitte", "entries": [{"id": "e-1", "name": "PIA „Łódź“"}]}],
    },
    "crisis_sheet": {
        "heading": "Hilfe in der Krise",
        "area": "Altmoor",
        "phone": "",
        "first": [{"number": "112", "label": "Notruf", "when": "rund um die Uhr"}] * 4,
        "groups": [{"title": "Krisendienst", "lines": [CALL] * 30}, {"title": "Leer", "lines": []}],
        "others": [CALL],
    },
    "handout": {
        "heading": "Wichtige Telefon-Nummern",
        "lines": [{"number": "112", "title": "Notruf", "text": "Hilfe.", "when": "Immer."}],
    },
    "contact_list": {
        "heading": "Kontaktliste",
        "edition": "Ausgabe 12",
        "changes": ["Station 4: neu"],
        "rows": [
            {
                "function": "Station 2",
                "person": "M",
                "ward": "Süd",
                "phone": "030 23125-512",
                "fax": "",
                "mail": "",
                "hours": "",
                "deputy": "",
                "confirmed": "",
                "changed": True,
            }
        ],
    },
}
