"""How directories call their columns: whole names first, then words inside a name."""

import re

from network.importing.fields import WEEKDAYS, Field

WHOLE: dict[Field, str] = {
    Field.SOURCE_ID: "quellid id kennung datensatznr datensatznummer objectid objektid uuid key "
    "sourceid recordid einrichtungsid eintragsid datensatzid",
    Field.SOURCE: "quelle herkunft datenquelle source",
    Field.NAME: "einrichtung name einrichtungsname bezeichnung angebot dienst institution titel "
    "angebotsname title service servicename einrichtungsbezeichnung nameangebot namederstelle "
    "einrichtungname stelle beratungsstelle klinik krankenhaus objekt facility "
    "projektname projekt projekttitel "
    "einr einrichtg gruppenname selbsthilfegruppe krankenhausname fachdienst firma",
    Field.SITE: "standort abteilung haus zusatz namenszusatz station name2 filiale niederlassung "
    "untertitel nameii bezeichnung2 zusatzname site location "
    "aussenstelle zweigstelle",
    Field.ORGANISATION: "traeger traegername tname organisation anbieter betreiber verein verband "
    "rechtstraeger einrichtungstraeger traegerschaft organization provider organisationsname "
    "operator trg tr traegerverein traegerorganisation zuwendungsempfaenger projekttraeger "
    "leistungserbringer massnahmetraeger einrichtungstr einrtraeger",
    Field.TYPE: "artdesangebots art angebotsart typ kategorie einrichtungsart rubrik bereich "
    "einrichtungstyp angebotstyp hilfeart leistungsart leistungstyp category type sparte hilfeform "
    "versorgungsform fachrichtung fachgebiet angebotsform gruppe artdereinrichtung versorgungsart "
    "heimtyp heimart hilfetyp einrichtungskategorie "
    "dienstart hilfebereich einrichtungsform",
    Field.OFFERS: "leistungen leistung angebote schlagworte schwerpunkte schwerpunkt stichworte "
    "schlagwoerter stichwoerter services tags hilfen thema themen keywords hilfsangebote "
    "angebotsspektrum behandlungsangebot behandlungsangebote beratungsthemen "
    "beratungsangebot aufgaben",
    Field.DESCRIPTION: "beschreibung kurzbeschreibung beschreibungstext info angebotsbeschreibung "
    "description profil infotext kurzinfo text kurzprofil informationen "
    "kurzbeschr angebotsprofil inhalt angebotsinhalt",
    Field.STREET: "strasse str anschriftstrasse addressline1 street1 "
    "strassehausnr strassehausnummer strasseundhausnummer strassehnr "
    "strassenr strassenname street streetaddress strnr strhausnr strundnr strassemithausnummer",
    Field.HOUSE_NUMBER: "hausnr hausnrzus hausnummer hnr housenumber hausnummernzusatz "
    "hausnrzusatz adz "
    "hsnr",
    Field.POSTCODE: "plz postleitzahl postalcode zip postzustellbezirk zipcode postcode plznr",
    Field.PLACE: "ort stadt gemeinde wohnort city ortsname town place kommune ortschaft locality "
    "sitzort einsatzort standortgemeinde ortsangabe",
    Field.ADDRESS: "anschrift adresse adressestrassestandort plzort ortplz address "
    "adressen standortadresse besucheradresse besuchsadresse hausanschrift lage wo sitz anschr "
    "postort treffpunkt treffort veranstaltungsort "
    "adr besucheradr gruppenort postleitzahlort wofindensieuns",
    Field.DISTRICT: "bezirk stadtteil ortsteil stadtbezirk kreis landkreis sozialraum district "
    "planungsraum region stadtgebiet viertel quartier county kreisname "
    "ot ortst stadtbez planungsregion kreiszugehoerigkeit",
    Field.LATITUDE: "y ykoord koory ykoordinate nord hochwert breite latitude lat",
    Field.LONGITUDE: "x xkoord koorx xkoordinate ost rechtswert laenge longitude lon lng long",
    Field.LAND: "bundesland land country staat state",
    Field.AREA_CODE: "vorwahl ortsvorwahl telefonvorwahl telvorwahl areacode vorw "
    "onkz ortskennzahl",
    Field.PHONE: "telefon tel telefonnummer rufnummer telefonnr fon telnr telefonvorwahlnummer "
    "phone phonenumber telephone ruf handy mobil hotline rufnr telefonzentrale "
    "fernsprecher telef festnetz festnetznr mobilnr servicenummer servicenr "
    "notfallnummer notfallnr bereitschaftsnummer",
    Field.FAX: "fax telefax faxnummer telefaxnummer faxnr",
    Field.EMAIL: "email mail emailadresse epost mailadresse elektrpost",
    Field.WEBSITE: "internet homepage web website webseite url internetadresse www link netzseite",
    Field.REACH: "kontaktdaten erreichbarkeitsdaten kontaktinformationen kontaktmoeglichkeiten "
    "kommunikation telefonemail telemail kontaktinfo telefonfaxemail telfaxemail "
    "kontaktmoeglichkeit soerreichensieuns kontakttelmail",
    Field.HOURS: "oeffnungszeiten oeffnungszeit sprechzeiten oeffzeit zeiten zeit erreichbarkeit "
    "openinghours hours wann treffzeit treffzeiten treffen beratungszeiten "
    "beratungszeit wochentag wochentage rhythmus turnus sprechz sprechstd oeffnz oeffngsz oez "
    "gruppentreffen "
    "sprechtage sprechtag geoeffnet geoeffnetvon gruppenzeit gruppentermin terminzeit oeffnzeit",
    Field.TARGET_GROUP: "zielgruppe zielgruppen personenkreis fuerwen adressaten zielgr zielgrp "
    "personenkr "
    "perskreis nutzerkreis hilfesuchende werkannkommen offenfuer angebotfuer richtetsichan",
    Field.CATCHMENT: "einzugsgebiet zustaendigkeit zustaendigkeitsbereich versorgungsgebiet "
    "zust zustf "
    "ezg zustfuer wirkungskreis geltungsbereich versorgungsauftragfuer",
    Field.LANGUAGES: "sprachen sprache fremdsprachen languages language "
    "fremdspr sprachangebot sprachkenntnisse spr",
    Field.BARRIER_FREE: "barrierefrei barrierefreiheit rollstuhl rollstuhlgerecht rolli",
    Field.ACCESS: "zugang aufnahme zugangswege access anmeldung zugangsweg "
    "zuweisung wiekommeichrein",
    Field.CONTACT: "ansprechpartner ansprechpartnerin ansprechperson kontaktperson kontakt leitung "
    "ansprechp "
    "ap kontaktpers zustaendigeperson",
    Field.REMARK: "bemerkung bemerkungen hinweis hinweise anmerkung anmerkungen kommentar notiz "
    "notizen sonstiges besonderheiten remarks notes note bem anm "
    "hinw besonderh zusatzinfo weitereinformationen",
    Field.AS_OF: "stand datenstand aktualisiert aktualisiertam geprueft geprueftam letzteaenderung "
    "standderdaten lastupdate updated lastmodified aenderungsdatum standdatum "
    "erhebungsdatum",
    Field.SECTION: "zwischenueberschrift tabellenblatt",
    Field.AGE: "alter altersgruppe altersgruppen age altersbereich altersspanne altersgr "
    "altersstufe abbisjahre",
}

_DAY_WORDS = {
    "mo": "mo|mon|montags?|monday",
    "di": "di|die|tue|dienstags?|tuesday",
    "mi": "mi|wed|mittwochs?|wednesday",
    "do": "do|thu|don|donnerstags?|thursday",
    "fr": "fr|fre|fri|freitags?|friday",
    "sa": "sa|sam|sat|samstags?|sonnabends?|saturday",
    "so": "so|son|sun|sonntags?|sunday",
    "ph": "ph|feiertage?s?|feiertagen|holidays?",
}
_TIME_WORDS = r"(?:oe?ff\w*|sprech\w*|zeit\w*|uhr\w*|hours?|opening|von|bis|ab|vorm\w*|nachm\w*|"
_TIME_WORDS += r"from|to|start|ende?|beginn|opens?|closes?|\d|\s)*"

_ANY_DAY = "|".join(_DAY_WORDS.values())
TIME_WORDS = re.compile(_TIME_WORDS)

_OWN = r"tel\w*|handy\w*|mobil\w*|nr|nummern?|ruf\w*|fax|e ?mail|mail|adresse|anschrift|kontakt"
"""What a person has at home, as columns call it."""

# Looked through from above; the first pattern found in the spaced name decides.
INSIDE: tuple[tuple[Field, str], ...] = (
    *(
        (WEEKDAYS[day], rf"^{_TIME_WORDS}\b(?:{words})\b{_TIME_WORDS}$")
        for day, words in _DAY_WORDS.items()
    ),
    (
        Field.HOURS_DAYS,
        rf"^{_TIME_WORDS}\b(?:{_ANY_DAY})(?: (?:{_ANY_DAY}|und|u|bis))+\b{_TIME_WORDS}$",
    ),
    (
        Field.NAMED_ADDRESS,
        r"(?:einrichtung|name|stelle|dienst|institution|angebot|klinik|haus)s? "
        r"(?:und |u |mit |mit |inkl )?(?:anschrift|adresse)",
    ),
    (Field.INTERNAL, r"veroeffentlich(?:en|ung)\b|\bfreigabe|\bfreigegeben|\beinwilligung"),
    (Field.INTERNAL, r"\bintern(?:e[rs]?)?\b|\bvertraulich|\w (?:id|uuid|guid)$"),
    (Field.INTERNAL, rf"^privat$|\b(?:{_OWN}) (?:\w+ )?privat$|\bprivat(?:e[rs]?)? ?(?:{_OWN})"),
    (
        Field.INTERNAL,
        r"\b(?:traeger|verein|verband)\w* (?:str|plz|ort|tel|mail|adr|anschr|fax|haus)",
    ),
    (Field.INTERNAL, r"\btraegers?(?:str|plz|ort|tel|mail|adr|anschr|fax|haus)"),
    (Field.INTERNAL, r"\b(?:str\w*|plz|ort|tel\w*|e ?mail|adresse|anschrift) (?:des )?traegers?$"),
    (
        Field.PHONE,
        r"^(?:\w*telefon(?:nummer)?|tel|hotline|notruf\w*)\b(?!.*(?:zeit|sprechst|mail|fax))",
    ),
    (Field.HOURS, r"(?:ansprech|telefon|buero|dienst|besuchs)zeit"),
    (Field.NAME, r"\beinr(?:ichtung\w*)? traeger|traeger einr(?:ichtung|\b)|^angebot\w* traeger"),
    (Field.REACH, r"^tel\w* (?:und )?(?:tele)?fax|^tel\w* (?:und )?e ?mail|kontaktdaten"),
    (
        Field.CONTACT,
        r"ansprech|kontakt ?person|contact (?:person|name)|vorstand|kontakt (?:\d )?(?:name|ueber)",
    ),
    (
        Field.CONTACT,
        r"\b(?:heim|haus|einrichtungs|stations|pflegedienst|dienst|bereichs|gruppen|stellen|"
        r"leitstellen|team|fach|abteilungs|klinik|projekt)?leit(?:ung|er(?:in)?)\b|chefarzt|chefaerzt",
    ),
    (Field.CONTACT, r"geschaeftsfuehr|verantwortlich|\bvorname\b|\bnachname\b"),
    (Field.CONTACT, r"^wer (?:antwortet|ist da)|(?:mit|sach|sozial)arbeiter|sachbearbeit"),
    (Field.CONTACT, r"zustaendige\w* (?:person|mitarb|fachkr|kolleg)"),
    (Field.OTHER_ADDRESS, r"\bpost(?:anschrift|adresse|fach)\b|rechnungsa|lieferan|zweite an"),
    (Field.FAX, r"fax"),
    (Field.EMAIL, r"\be ?mails?\b|\be?mail\w*|\bmailadr|\bkontaktmails?\b"),
    (Field.WEBSITE, r"\binternet|home ?page|\bweb|\burl\b|\bwww\b|\blink\b|online ?adresse"),
    (Field.LAST_ADMISSION, r"letzte\w* (?:aufnahme|einlass)|(?:aufnahme|einlass) bis"),
    (
        Field.HOURS,
        r"\boe?ff\w*z|oeffnung|sprech(?:zeit|stu?n?d)|zeiten\b|\buhrzeit|opening|\bhours|^geoeffnet\b",
    ),
    (Field.HOURS, r"erreichbar(?! mit)|^wann\b|^treff\w*(?:zeit|termin)|^termine$|beratungszeit"),
    (Field.HOURS, r"^(?:vor|nach)mittags?$|^abends?$"),
    (Field.PHONE, r"vorwahl.*nummer|vorwahl und|vorwahl ruf"),
    (Field.AREA_CODE, r"vorwahl|\bvorw\b"),
    (Field.PHONE, r"\btel(?:e?fon\w*|nr|e)?\b|\bfon\b|phone|ruf ?n|handy|\bmobil\b|hotline"),
    (Field.PHONE, r"mobil(?:funk|nummer|telefon)|durchwahl|notruf|telefon|^zentrale$"),
    (Field.COORDINATES, r"koordinat|geo ?(?:point|punkt)|lat ?(?:lon|lng)"),
    (Field.LATITUDE, r"\blat(?:itude)?\b|\bbreite(?:ngrad)?\b|\bgeo ?breite"),
    (Field.LONGITUDE, r"\b(?:lon|lng|longitude)\b|\blaenge(?:ngrad)?\b|\bgeo ?laenge"),
    (Field.EASY_TEXT, r"leichte\w* sprache|easy read"),
    (Field.PLAIN_TEXT, r"einfache\w* sprache|plain language"),
    (Field.CATCHMENT, r"einzug|zustaendig|versorgungs(?:gebiet|sektor|region)|\bsektor|catchment"),
    (Field.CATCHMENT, r"pflichtversorg|\bgebiet\b|coverage"),
    (Field.AGE_FROM, r"mindestalter|alters? (?:von|ab|min)|\bab alter|min\w* ?(?:age|alter)"),
    (Field.AGE_TO, r"hoechstalter|alters? (?:bis|max)|\bbis alter|max\w* ?(?:age|alter)|age to"),
    (Field.AGE, r"\balters?(?:gr\w*|angabe\w*|klasse\w*)?\b|\bage\b"),
    (Field.COST, r"\bkoste[nt]|gebuehr|entgelt|\bpreis|finanzier|\bcosts?\b|\bfees?\b|eigenanteil"),
    (Field.BRING_ALONG, r"mitbring|mitzubringen|unterlagen"),
    (Field.WALK_IN, r"^keine? (?:termin|(?:vor ?)?anmeld)"),
    (
        Field.WITHOUT_REFERRAL,
        r"^keine? (?:ueberweis|einweis)|(?:ueberweis|einweis)ung (?:ist )?nicht",
    ),
    (Field.WITHOUT_INSURANCE, r"^keine? (?:kranken)?(?:versich|schein|kasse)"),
    (Field.WALK_IN, r"ohne (?:termin|anmeld|voranmeld)|offene sprech|walk ?in|spontan"),
    (Field.BY_APPOINTMENT, r"^termin$|(?:nur )?(?:mit|nach) termin|termin\w* (?:noetig|erford)"),
    (Field.BY_APPOINTMENT, r"terminpflicht|terminvereinbarung|appointment|anmeldung (?:noet|erf)"),
    (Field.WITHOUT_REFERRAL, r"ohne (?:ueberweis|einweis)|without referral"),
    (Field.NEEDS_REFERRAL, r"ueberweisung|einweisung|\breferral"),
    (
        Field.NEEDS_INSURANCE,
        r"(?:versicherung|versichertenkarte)\w* (?:noetig|erford|notw|pflicht)",
    ),
    (Field.WITHOUT_INSURANCE, r"ohne (?:kranken)?(?:versich|schein|kasse)|(?:un|nicht )versicher"),
    (Field.OUTREACH, r"aufsuchend|hausbesuch|(?:nach|zu) ?hause|outreach|home ?visit"),
    (Field.ANONYMOUS, r"anonym|ohne namen"),
    (Field.TAKES_INTOXICATED, r"intoxi|alkoholisier|unter einfluss|berauscht|betrunken"),
    (Field.WITH_CHILD, r"mit kind|kinder (?:moegl|willk|erlaub|mit)|begleitkind|with child"),
    (Field.WITH_CHILD, r"kinder (?:koennen|duerfen) mit|aufnahme (?:von|mit) kind"),
    (Field.WITH_DOG, r"\bhund|haustier|\btiere?\b|\bpets?\b|\bdogs?\b"),
    (Field.WITHOUT_GERMAN, r"ohne deutsch|dolmetsch|sprachmittl|interpret"),
    (Field.AFTER_POLICE, r"polizei|\bpolice"),
    (Field.WOMEN_ONLY, r"nur (?:fuer )?frauen|frauen only|women only"),
    (Field.BEDS, r"(?<!freie )\b(?:betten|schlafplaetze|plaetze|platzzahl|beds?)"),
    (
        Field.BEDS,
        r"\b(?:kapaz|bettenzahl)",
    ),
    (
        Field.BARRIER_FREE,
        r"barriere|\bbarr ?fr\w*|barrier free|rollstuhl|behindertenger|wheelchair|accessib|"
        r"rolligerecht",
    ),
    (Field.LANGUAGES, r"sprache|language"),
    (
        Field.AS_OF,
        r"^stand\b|datenstand|aktual(?:isier|\b)|letzte (?:aend|pruef|akt)|\bgeprueft|updated",
    ),
    (Field.AS_OF, r"aenderungsdatum|erfasst am|last (?:upd|mod)"),
    (Field.TARGET_GROUP, r"zielgrupp|personenkr|fuer wen|adressat|klientel|target|audience"),
    (Field.TARGET_GROUP, r"nutzergruppe|indikation|krankheitsbild|stoerungsbild"),
    (Field.ADDRESS, r"\bplz\w*\b.*\b(?:ort|stadt)\b|\b(?:ort|stadt)\b.*\bplz"),
    (Field.ADDRESS, r"\bstr\w*\b.*\b(?:ort|plz)\b"),
    (Field.POSTCODE, r"\bplz|postleitz|postal ?code|\bzip\b|post ?code"),
    (Field.STREET, r"\bstr\w*\b.*\b(?:haus ?(?:nr|nummer)|hs?nr)\b"),
    (Field.HOUSE_NUMBER, r"\bhaus ?(?:nr|nummer)|\bhnr\b|\bhouse ?number"),
    (Field.STREET, r"\bstrassen?\b|\bstr\b|\bstreet\b"),
    (Field.ADDRESS, r"anschrift|adress|\baddress"),
    (Field.DISTRICT, r"\blandkreis|\bl ?kr?s?\b|\bkreis (?:kreisfreie )?stadt|\bstadt kreis"),
    (Field.PLACE, r"\b(?:ort|stadt|gemeinde\w*|city|town|ortsname)\b"),
    (Field.DISTRICT, r"\bbezirk|stadtteil|ortsteil|\b(?:land)?kreis\b|sozialraum|district"),
    (Field.LAND, r"bundesland|\bcountry\b"),
    (Field.ORGANISATION, r"\btraeger(?!art)|organi[sz]ation|\banbieter|betreiber|dachverband"),
    (Field.TYPE, r"\bart\b|kategor|\btyp\b|angebotsart|rubrik|categor|\btype\b"),
    (Field.DESCRIPTION, r"beschreib|descri|\bprofil|kurzinfo|konzept"),
    (Field.OFFERS, r"was wir (?:bieten|tun|machen)|wir bieten"),
    (Field.OFFERS, r"leistung|angebote|schlagw|schwerpunkt|stichw|\bservices\b|\bthemen|hilfen"),
    (Field.ACCESS, r"zugang|aufnahme|anmeldung|\baccess\b|eligib|voraussetzung"),
    (Field.SITE, r"standort|abteilung|namenszusatz|\bname ?2\b|\bzusatz|filiale|station"),
    (Field.REMARK, r"bemerk|hinweis|anmerk|kommentar|\bnoti[zc]|besonderheit|sonstig|remark"),
    (Field.NAME, r"\bname\b|einrichtung|bezeichnung|\bangebot\b|institution|\btitel\b"),
    (Field.SOURCE, r"\bquelle\b|datenquelle"),
)

PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in INSIDE)
"""``INSIDE``, ready to search with."""
