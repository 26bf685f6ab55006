"""The news agencies of the world: names a report may carry for who wrote it, whatever outlet published it."""

from __future__ import annotations

import re

# Name as it is told -> other forms it stands in. Forms are compared without case and points.
_FORMS = {
    "AAP": "Australian Associated Press",
    "AFP": "Agence France-Presse, Agence France Presse, أ ف ب, فرانس برس",
    "Agerpres": "",
    "ANI": "Asian News International",
    "ANSA": "",
    "APA": "Austria Presse Agentur",
    "Associated Press": "AP, The Associated Press, أ ب",
    "ATS": "SDA, Keystone-SDA, Keystone-ATS",
    "Belga": "",
    "Bernama": "",
    "BTA": "",
    "Canadian Press": "CP, The Canadian Press, La Presse Canadienne",
    "CNA": "Central News Agency",
    "ČTK": "CTK",
    "dpa": "Deutsche Presse-Agentur, dpa-AFX",
    "EFE": "Agencia EFE, EFE News",
    "epd": "",
    "Interfax": "Интерфакс",
    "IANS": "Indo-Asian News Service",
    "IRNA": "",
    "Jiji": "Jiji Press, 時事通信, 時事",
    "KCNA": "",
    "KNA": "",
    "Kyodo": "Kyodo News, 共同通信, 共同",
    "Lusa": "",
    "MENA": "Middle East News Agency",
    "MTI": "",
    "NTB": "",
    "PA": "Press Association, PA Media",
    "PAP": "",
    "PTI": "Press Trust of India",
    "Reuters": "Thomson Reuters, رويترز, Рейтер, 路透社",
    "RIA Novosti": "RIA, РИА Новости",
    "Ritzau": "",
    "SANA": "",
    "SID": "",
    "TASS": "ITAR-TASS, ТАСС",
    "Ukrinform": "Укринформ, Укрінформ",
    "UPI": "United Press International",
    "WAM": "",
    "Xinhua": "Xinhua News Agency, 新华社, 新華社",
    "Yonhap": "Yonhap News Agency, 연합뉴스",
    "Anadolu": "Anadolu Agency, Anadolu Ajansı",
}
# Words in a credit that stand for an agency without naming it.
_UNNAMED = frozenset({"agencies", "agency", "agenturen", "agences", "agencias", "agenzie", "wire services", "staff"})
_BETWEEN = re.compile(r"\s*(?:/|,|;|&|\+|(?<=\w)-(?=\w)|\band\b|\bund\b|\bet\b|\by\b)\s*")


def _key(form: str) -> str:
    return " ".join(form.replace(".", "").casefold().split())


_NAMES = {
    _key(form): name
    for name, forms in _FORMS.items()
    for form in (name, *filter(None, map(str.strip, forms.split(","))))
}


def agency(words: str) -> str:
    """Give the agency that a credit names (`AP` -> `Associated Press`), several joined by `-`; empty if none.

    Every part must be an agency: `AFP-Reuters` is one credit, `China Daily/Agencies` none.
    """
    whole = _NAMES.get(_key(words))
    if whole or len(words) > 80:
        return whole or ""
    names = [_NAMES.get(_key(part), "") for part in _BETWEEN.split(words)]
    return "-".join(dict.fromkeys(names)) if all(names) else ""


def credit(words: str) -> tuple[str, str]:
    """Give outlet and agency of a credit such as `China Daily/Agencies`: what is no agency is the outlet."""
    origin = agency(words)
    if origin:
        return "", origin
    parts = [part.strip() for part in words.split("/")]
    named = [part for part in parts if part and _key(part) not in _UNNAMED]
    outlets = [part for part in named if not agency(part)]
    origins = [agency(part) for part in named if agency(part)]
    return (outlets[0] if len(outlets) == 1 else ""), "-".join(origins)
