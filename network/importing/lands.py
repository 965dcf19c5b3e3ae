"""The two letters of a Land, by its name."""

_LANDS = {
    "baden-württemberg": "BW",
    "bayern": "BY",
    "berlin": "BE",
    "brandenburg": "BB",
    "bremen": "HB",
    "hamburg": "HH",
    "hessen": "HE",
    "mecklenburg-vorpommern": "MV",
    "niedersachsen": "NI",
    "nordrhein-westfalen": "NW",
    "rheinland-pfalz": "RP",
    "saarland": "SL",
    "sachsen": "SN",
    "sachsen-anhalt": "ST",
    "schleswig-holstein": "SH",
    "thüringen": "TH",
}


def land_of(*names: str) -> str:
    """The Land that all ``names`` name, or "" when they name none or several."""
    found = {_LANDS.get(name.strip().casefold(), "") for name in names}
    return found.pop() if len(found) == 1 else ""
