"""Words beside a telephone number: what it is for is shown, who answers it is not."""

import re

from network.importing.entry import Entry
from network.places import folded

_WORD = re.compile(r"(?:\b[A-ZÄÖÜ]\.\s*-?)?\b[A-ZÄÖÜ][a-zäöüßşłğ]{2,}(?:-[A-ZÄÖÜ]\w+)*(?!\w)")
"""What is written as names are: "Muster", "M. Muster", "Muster-Feld"; "AB" and "WhatsApp" not."""

_KNOWN = re.compile(
    r"telefon|fon\b|\btel\b|ruf\b|anruf|rufn|rufb|hotline|durchwahl|zentral|sekretar|büro|anmeld|"
    r"aufnahme|empfang|pforte|leitung|leitstelle|vertretung|mobil|handy|festnetz|fax\b|mail\b|"
    r"signal|threema|internet|not(?:ruf|fall|dienst|aufn|telef)|krise|bereitschaft|"
    r"nachts?\b|nacht(?:d|t|b)|tags?\b|tages|uhr\b|zeit(?:en)?\b|stunden?\b|woche|wochentag|feiert|"
    r"abends?\b|mittags?\b|morgens?\b|\b(?:januar|februar|märz|april|juni|juli|august|september|"
    r"oktober|november|dezember)\b|termin|sprech|service|info|anfrage|auskunft|kontakt|ansprech|"
    r"person|fachkr|fachb|team|gruppe|standort|stellen?\b|dienst|abteilung|bereich|station|etage|"
    r"stock\b|zimmer\b|raum\b|haus\b|haus(?:n|m(?:ei)|l(?:eit))|gebäude|wohn|heim\b|werkst|küche\b|"
    r"laden\b|treff\b|caf[eé]|berat|hilfe|pflege(?!r)|therap|psych|sucht|klini[kn]|ambulan|praxis|"
    r"ärzt|\barzt|sozial|gesundheit|verw(?:\b|alt)|geschäft|betreu|beschäft|arbeit|schule\b|"
    r"schulsoz|\w+amt\b|behörde|gericht|verein\b|träger\b|vorwahl|nummer|kosten|gebühr|"
    r"\b(?:std|abt|geb|koord|app|apparat|nst|mob|zi|tgl|vorm|nachm|werkt|anm)\b|"
    r"haupt(?:st|h|n)|nebenst|einricht|koordin|teilhabe|reha(?:\b|b)|"
    r"förder|bildung|vermittl|ansage|zugang|anonym|erwachs|kinder|jugend|frauen|männer|senior|"
    r"angehör|famili|eltern|selbsth|region|bezirk|stadt(?:\b|t)|kreis\b|"
    r"\b(?:nord|süd|ost|west|mitte)\b|zentrum|deutsch|englisch|türkisch|arabisch|russisch|polnisch|"
    r"französisch|ukrainisch|sprach|\b(?:bitte|oder|und|nur|auch|ohne|mit|nach|von|bis|ab)\b|"
    r"erreichbar|täglich",
)


def told_for(text: str, entry: Entry) -> str:
    """The cell with its numbers and what they are for, without any other name in it."""
    own = (str(entry.values.get(each, "")) for each in ("name", "provider_name", "town"))
    known = folded(" ".join(own)).split()

    def kept(word: re.Match[str]) -> str:
        is_known = word[0][1:2] != "." and _KNOWN.search(word[0].lower())
        return word[0] if is_known or folded(word[0]) in known else " "

    rest = _WORD.sub(kept, text)
    return text if rest == text else _tidied(rest)


def _tidied(text: str) -> str:
    """Without the brackets and signs that words left behind."""
    rest = re.sub(r"\(\s*[,;/.:-]*\s*\)", " ", text)
    return re.sub(r"\s*([:,;])(?:\s*[:,;])+", r"\1", " ".join(rest.split())).strip(" ,;/:-–")
