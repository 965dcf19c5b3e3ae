"""Sixty invented people; whoever shares a name with somebody alive does so by chance."""

from typing import NamedTuple


class Someone(NamedTuple):
    """``born`` is the age today in years, ``guardian`` the tasks of a legal guardian."""

    last_name: str
    first_name: str
    age: int
    quarter: str
    wishes: str = ""
    guardian: str = ""
    house: str = "sozialdienst"


CLIENTS = (
    Someone("Vogelsang", "Jutta", 48, "lb-sued", "Frau als Bezugsperson, Katze kommt mit"),
    Someone("Sommerfeld", "Erdal", 41, "lb-nord", "möchte vormittags etwas zu tun haben"),
    Someone("Nowak-Reimann", "Paul", 57, "lb-mitte"),
    Someone("Falk", "Ines", 35, "lb-nord", "ruft lieber selbst zurück"),
    Someone("Quast", "Henning", 68, "sf-hafen", "", "Gesundheit, Vermögen"),
    Someone("Tönning", "Marlies", 77, "am-dorf", "Termine nicht vor 9 Uhr"),
    Someone("Bensaid", "Samira", 30, "lb-mitte", "Arabisch mit Sprachmittlung"),
    Someone("Lindqvist", "Oskar", 52, "sf-ost", "Zimmer zum Garten"),
    Someone("Dombrowski", "Erika", 71, "am-heide", "spricht erst mit der Tochter"),
    Someone("Öztürk", "Gülşen", 38, "lb-sued", "Gespräche auf Türkisch"),
    Someone("Wiśniewski", "Łukasz", 44, "lb-nord", "", "Vermögen"),
    Someone("Groß", "Hans-Jürgen", 65, "lb-mitte"),
    Someone("Grosse-Wächter", "Anneliese", 59, "sf-hafen"),
    Someone("von Bülow-Straßner", "Friederike", 46, "lb-sued"),
    Someone("Al-Hakim", "Youssef", 27, "lb-mitte", "Mann als Bezugsperson"),
    Someone("Đorđević", "Milica", 63, "sf-ost"),
    Someone("Çelik", "Emre", 23, "lb-nord", "möchte die Ausbildung fortsetzen"),
    Someone("Müller-Lüdtke", "Renate", 69, "am-dorf"),
    Someone("Nguyễn", "Thị Hương", 51, "lb-mitte", "Dolmetscherin bei wichtigen Gesprächen"),
    Someone("Kowalczyk", "Agnieszka", 33, "lb-sued", "Kind (6) lebt beim Vater"),
    Someone("Yıldız", "Hatice", 56, "lb-nord"),
    Someone("Schäfer", "Björn", 39, "sf-hafen", "raucht"),
    Someone("Petrović", "Dragan", 48, "sf-ost", "", "Gesundheit, Aufenthalt"),
    Someone("O’Sullivan-Krämer", "Niamh", 42, "lb-mitte"),
    Someone("zu Rhönfeld", "Albrecht", 74, "am-dorf"),
    Someone("Abdi", "Hodan", 29, "lb-sued"),
    Someone(
        "Freifrau von Hohenlinden-Rautenberg zu Altmoor und Seefurt",
        "Maria Theresia Apollonia Walburga",
        81,
        "am-heide",
    ),
    Someone("Heß", "Kevin", 26, "lb-nord", "Hund"),
    Someone("Hess", "Sandra", 45, "lb-mitte"),
    Someone("Baumgärtner", "Uwe", 60, "sf-hafen"),
    Someone("Ziółkowska", "Grażyna", 54, "lb-sued"),
    Someone("Demir-Vogt", "Aylin", 31, "lb-mitte"),
    Someone("Jansen", "Okke", 37, "sf-ost"),
    Someone("Rößler", "Ingeborg", 79, "am-dorf", "", "Gesundheit, Wohnung"),
    Someone("Haddad-Peters", "Karim", 22, "lb-nord"),
    Someone("Lichtenberg", "Saskia", 36, "lb-sued"),
    Someone("Tran", "Minh", 49, "lb-mitte"),
    Someone("Böhmer", "Karl-Heinz", 72, "sf-hafen"),
    Someone("Šimůnek", "Jiřina", 58, "sf-ost"),
    Someone("Osei", "Kwabena", 34, "lb-nord"),
    Someone("Thorwaldsen", "Swantje", 53, "lb-sued"),
    Someone("Aydın", "Murat", 40, "lb-mitte"),
    Someone("Pfeiffer", "Gisela", 66, "am-dorf"),
    Someone("Iwanowa", "Swetlana", 47, "lb-nord", "Gespräche auf Russisch"),
    Someone("de Almeida", "Tiago", 28, "sf-hafen"),
    Someone("Kästner-Weiß", "Dörte", 55, "lb-sued"),
    Someone("Ruß", "Manfred", 70, "am-heide"),
    Someone("Saïdi", "Zoé", 25, "lb-mitte"),
    Someone("Brückner", "Torsten", 43, "sf-ost"),
    Someone("Mokrani", "Lamia", 32, "lb-nord"),
    Someone("Ehlers", "Fenja", 24, "lb-sued"),
    Someone("Güntherodt", "Wolfgang", 64, "lb-mitte"),
    Someone("Łaski", "Bożena", 61, "sf-hafen"),
    Someone("Ağaoğlu", "Selim", 50, "lb-nord"),
    Someone("Königsmann", "Elfriede", 76, "am-dorf"),
    Someone("Peters", "Jan", 19, "lb-sued"),
    Someone("Hoxha", "Arben", 45, "lb-mitte", house="pia"),
    Someone("Steinhäuser", "Beate", 52, "lb-sued", house="spdi"),
    Someone("Richter-Özdemir", "Leyla", 39, "lb-nord", house="notfall"),
    Someone("Wendt", "Malte", 33, "sf-ost", house="notfall"),
)
