"""Tell what a sentence says of time's course: that something lies ahead, has only begun, or has come to an end."""

from __future__ import annotations

import re

from generator.text.beginnings import BEGUN, ENDED
from generator.text.tags import primary

# What points ahead: the future where a language has a word for it, and plans. German "wird" is not among them: it
# makes the passive too, and so tells of what happens.
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are|be) (?:expected|due|scheduled|set|slated|poised|about|planned|supposed) (?:to|for|on|in)|"
    r"(?:plans?|intends?|aims?) to|[Tt]omorrow|[Nn]ext (?:week|month|year)|"
    r"morgen|(?:nächste|kommende)[nrs]? (?:Woche|Monat|Jahr)|(?:soll|sollen) (?:am|im|bis)|"
    r"[Dd]emain|(?:est|sont) (?:attendue?s?|prévue?s?)|doi(?:ven)?t se (?:réunir|rencontrer|rendre|tenir)|"
    r"[Mm]añana|(?:está|están) previst[oa]s?|(?:tiene|tienen) previsto|se espera que|"
    r"[Dd]omani|(?:è|sono) (?:attes|previst)[oaie]|[Aa]manhã|(?:está|estão) previst[oa]s?|"
    r"[Zz]ullen|[Vv]olgende (?:week|maand)|[Bb]ędzie|[Bb]ędą|[Jj]utro|"
    r"[Зз]автра|[Бб]удет|[Бб]удут|[Оо]жидается|[Оо]жидаются|[Пп]ланируется|[Нн]амерена?|[Сс]остоится|[Сс]остоятся|"
    r"[Бб]уде|[Бб]удуть|[Оо]чікується|[Пп]ланується|bekleniyor|planlanıyor)\b|"
    r"明日|明天|将于|將於|预计将|預計將|予定だ|予定です|見通しだ|غدا|من المقرر|من المتوقع"
)
# Verbs of the past and nothing else, and any that stands right before "in May": what they tell of has happened.
_HAPPENED = re.compile(
    r"\b(?:became|began|broke|came|chose|drew|drove|fell|flew|froze|gave|grew|knew|rose|sang|saw|shook|spoke|stole|"
    r"swore|threw|took|went|withdrew|wore|wrote)\b|\b[a-z]{2,}ed (?:in|on) $"
)
_YET_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|to be|next|due|set|expected|scheduled|plan(?:s|ned)?|slated|"
    r"proposed|supposed|poised|hope[sd]?|until|before|by|for)\b"
)
_CLAUSE = re.compile(r"[^,;:—–()\"“”]*$")
# The noun: "to impose its will".
_A_WILL = re.compile(
    r"\b(?:a|the|its|his|her|their|our|my|your|free|good|ill|political|last|living) will\b", re.IGNORECASE
)
# Without one of these no plain sentence looks ahead, which is told in a tenth of the time.
_AHEAD_WORDS = frozenset(
    (
        *("will", "expected", "due", "scheduled", "set", "slated", "poised", "about", "planned", "supposed", "plans"),
        *("plan", "intend", "intends", "aim", "aims", "tomorrow", "next", "morgen", "kommende", "kommenden", "soll"),
        *("kommender", "kommendes", "sollen", "demain", "est", "sont", "doit", "doivent", "espera", "domani", "sono"),
        *("zullen", "volgende", "jutro", "bekleniyor", "tiene", "tienen"),
    )
)
# "He said it will" and "if they will" tell of a saying and of a case, not of what lay ahead.
_SAYING = re.compile(
    r"[,\"“«„]|\b(?:that|said|says|told|believes?|if|when|after|sagte|dass|wenn|dit|déclaré|que|dijo|disse|che|"
    r"сказал|заявил|что|сказав|заявив|що)\b"
)

# No clause is longer.
_MOST_LETTERS = 300

_MATTERS = (
    "talks|negotiations|trial|voting|vote|elections?|polls|hearings?|summit|conference|meetings?|session|"
    "deliberations|discussions|consultations|counting|search"
)
# Words that a thing began, or is waited for; and words that it came to something. Only in languages that have both is
# anything said of an outcome.
_BEGUN_STEMS = (
    *(
        "open",
        "beg",
        "start",
        "launch",
        "resum",
        "conven",
        "under way",
        "ballots",
        "votes",
        "polls",
        "will ",
        " to meet",
    ),
    *("hop", "try", "tries", "seek", " to vote", " to rule", " to decide"),
)
_BEGUN = {
    "en": re.compile(
        rf"\b(?:open|beg[aiu]n|start|launch|resum|conven)(?:e?s|e?d|ing|ning)?\s(?:[\w'’-]+\s){{0,3}}?(?:{_MATTERS})\b|"
        rf"\b(?:{_MATTERS})\s(?:[\w'’-]+\s){{0,3}}?(?:opened|opens|began|begins?|started|starts|resumed|got under way|"
        r"are under way)\b|\bcast(?:ing)? (?:their )?(?:ballots|votes)\b|\b(?:go|went|head|headed) to the polls\b|"
        r"\b(?:is|are) (?:due|scheduled|expected|set) to (?:meet|vote|rule|decide|open|begin|start|convene)\b|"
        r"\bwill (?:meet|vote|rule|decide|open|begin|start|convene)\b|"
        r"\b(?:hopes?|hoping|tries|try|trying|seeks?|seeking) to "
        r"(?:reach|reconcile|agree|resolve|find|secure|end|halt|settle)\b",
    ),
    "de": re.compile(
        r"\b(?:begonnen|begann|begannen|beginnt|beginnen|eröffnete?n?|eröffnet|gestartet|aufgenommen|"
        r"auftakt|zusammengekommen)\b"
    ),
    "fr": re.compile(r"\b(?:ont|a) (?:débuté|commencé|entamé|ouvert|repris)\b|\bs['’](?:est|ouvre|ouvrent)\s?ouvert"),
    "es": re.compile(
        r"\b(?:comenzó|comenzaron|empezó|empezaron|inició|iniciaron|arrancó|abrió|abrieron|reanudaron|"
        r"acuden a las urnas)\b"
    ),
} | BEGUN
_ENDED = {
    "en": re.compile(
        r"\b(?:agreed|signed|vowed|pledged|approved|rejected|adopted|passed|failed|ended|concluded|won|wins|beat|"
        r"defeated|lost|convicted|acquitted|sentenced|elected|re-elected|ruled|resolved|collapsed|breakthrough|"
        r"outcome|verdict|declared|confirmed|clinched|struck a deal|broke (?:off|down)|without (?:agreement|result)|"
        r"(?:reached|sealed) (?:a|an|the)|(?:agreement|deal|accord) (?:was|has been) (?:reached|signed|struck)|"
        r"(?:after|following) (?:\w+ ){0,4}?(?:talks|negotiations|meetings?|hours|trial|vote|hearing|summit)|"
        r"nothing (?:had )?changed|results? (?:show|showed|of the vote)|preliminary results?|turnout)\b",
    ),
    "de": re.compile(
        r"\b(?:einig\w*|einigung|unterzeichne\w+|vereinbart\w*|beschloss\w*|beschlossen|gescheitert|scheitert\w*|"
        r"beendet\w*|endete\w*|gewann\w*|gewonnen|gewählt|verurteilt\w*|freigesprochen|abgelehnt|angenommen|"
        r"durchbruch|ergebnis\w*|urteil|nach (?:den|dem|der) \w+)\b"
    ),
    "fr": re.compile(
        r"\b(?:accord|convenu\w*|signé\w*|adopté\w*|approuvé\w*|rejeté\w*|échoué|échec|terminé\w*|achevé\w*|remporté|"
        r"gagné|élue?s?|condamné\w*|acquitté\w*|percée|résultats?|verdict|après)\b",
    ),
    "es": re.compile(
        r"\b(?:acordaron|acuerdo|firmaron|firmó|aprobó|aprobaron|rechazó|rechazaron|fracas\w+|terminó|terminaron|"
        r"concluy\w+|ganó|ganaron|elegid[oa]s?|condenad[oa]s?|absuelt[oa]s?|resultados?|veredicto|tras|después)\b",
    ),
} | ENDED


def looks_ahead(sentence: str) -> bool:
    """Tell whether it tells of what was still to come when it was written."""
    if sentence.isascii() and _AHEAD_WORDS.isdisjoint(sentence.lower().replace(",", " ").replace(".", " ").split()):
        return False
    sentence = _A_WILL.sub("", sentence) if "will" in sentence else sentence
    ahead = _AHEAD.search(sentence)
    return ahead is not None and not _SAYING.search(sentence, 0, ahead.start())


def tells_past(words: str, lang: str) -> bool:
    """Tell whether the words before a time say that it is over; never of another language than English."""
    if primary(lang) not in {"", "en"}:
        return False
    clause = _CLAUSE.search(words[-_MOST_LETTERS:])
    return bool(clause and _HAPPENED.search(clause[0]) and not _YET_TO_COME.search(clause[0]))


def tells_beginning(text: str, lang: str) -> bool:
    """Tell whether a text says that something began or is waited for; never of a language whose words are not known."""
    language, text = primary(lang), text.lower()
    if language == "en" and not any(map(text.__contains__, _BEGUN_STEMS)):
        return False
    words = _BEGUN.get(language)
    return words is not None and words.search(text) is not None


def tells_outcome(text: str, lang: str) -> bool:
    """Tell whether a text may say that something came to an end; always of a language whose words are not known."""
    words = _ENDED.get(primary(lang))
    return words is None or words.search(text.lower()) is not None
