"""The text of a cell without what programs leave in it and nobody sees."""

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_TAG = re.compile(r"</?(?:br|p|div|span|b|i|strong|em|a|li|ul)\b[^<>]{0,200}/?>", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = re.compile("[\u2010\u2011\u2212\ufe63\uff0d]")
"""Other signs for a hyphen: numbers and addresses would end at them."""

_HYPHENATED = re.compile(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß]{3})(?!(?:und|oder|bzw|sowie|bis|als)\b)")
"""A word that a printed page broke at the end of its line."""

_ADDRESS = re.compile(r"@|www\.|://|\.[a-z]{2,}(?:/\S*)?[.,;:)]*\Z", re.IGNORECASE)
"""A mail or a page, whose hyphens belong to it."""

_LONGEST = 200

_TWICE_ENCODED = re.compile("Ã[\x80-\xbf\u0152-\u0178\u2013-\u2122]")


def clean(cell: str) -> str:
    """The cell with entities, broken umlauts and odd blanks put right and nothing unseen in it."""
    if _TWICE_ENCODED.search(cell):
        cell = _once_decoded(cell)
    if _ENTITY.search(cell):
        cell = html.unescape(cell)
    if "<" in cell:
        cell = _TAG.sub(lambda match: "\n" if match[0][:3].lower() == "<br" else " ", cell)
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    cell = _HYPHENATED.sub(_hyphen, cell)
    cell = _UNSEEN.sub("", _HYPHENS.sub("-", _BLANKS.sub(" ", cell))).strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1]
    return unicodedata.normalize("NFC", cell)


def _hyphen(match: re.Match[str]) -> str:
    """The hyphen of an address broken at it, nothing for that of a word."""
    around = (
        match.string[max(0, match.start() - _LONGEST) : match.start()],
        match.string[match.end() : match.end() + _LONGEST],
    )
    before, behind = (text.replace("-\n", "-").split() for text in around)
    token = f"{before[-1]}-{behind[0]}"
    return "-" if _ADDRESS.search(token) else ""


def _once_decoded(cell: str) -> str:
    try:
        return cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return cell
