"""The coordination teaches the search a word that people use."""

import pytest


@pytest.mark.shows("network:glossary network:glossary-edit network:directory")
def test_the_coordination_teaches_the_search_a_word(visitor, region):
    hanne = visitor(region.people["hanne"], region.house("koordination"))
    hanne.go("/verzeichnis/?q=Plauderstube").sees("Dazu haben wir nichts gefunden")

    hanne.go("/verwaltung/suchwoerter/").sees("Bekannte Wörter")
    hanne.fill(asked="Plauderstube", phrases="Treffpunkt").press("Hinzufügen")
    hanne.sees("Die Suche kennt die Wörter ab sofort", "SpDi")
    hanne.go("/verzeichnis/?q=Plauderstube").sees("Treffpunkt Leuchtfeuer")

    hanne.go("/verwaltung/suchwoerter/").follow("Plauderstube")
    hanne.fill(phrases="Kontaktstelle").press("Speichern")
    hanne.go("/verzeichnis/?q=Plauderstube").sees("Kontakt- und Beratungsstelle Marktgasse")
    hanne.go("/verwaltung/suchwoerter/").follow("Plauderstube").press("Gruppe entfernen")
    hanne.go("/verzeichnis/?q=Plauderstube").sees("Dazu haben wir nichts gefunden")
