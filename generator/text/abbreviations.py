"""How languages shorten words and begin sentences, as far as it decides whether a full stop ends one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.text.tags import primary


class Habits(NamedTuple):
    """What one language shortens, and the words that mostly begin a sentence when they are written large.

    `shortened` has all that may be shortened, in lower case.
    """

    leading: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    shortened: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    asks_by_semicolon: bool


@lru_cache(maxsize=64)
def habits_of(lang: str) -> Habits:
    """Give the habits of a language (`en`, `de-AT`; none is English); of one not in the tables, no more than titles."""
    language = primary(lang) or "en"
    leading = _words(_LEADING.get(language, "dr prof"))
    numbered = _words(_NUMBERED.get(language, ""))
    either = _words(_EITHER.get(language, ""))
    return Habits(
        leading=leading,
        numbered=numbered,
        either=either,
        shortened=leading | numbered | {word.lower() for word in either},
        starters=_words(_STARTERS.get(language, "")),
        ordinals=language in _ORDINALS,
        asks_by_semicolon=language == "el",
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Shortened words that never end a sentence: a name or the rest of the phrase comes next.
_LEADING = {
    "en": "mr mrs ms mx dr prof rev fr hon gen lt col maj sgt cpl pte pvt capt cmdr adm brig gov sen rep pres supt "
    "insp det cst dep asst atty amb mgr msgr messrs mme mlle vs v viz cf ca approx",
    "de": "hr fr dr prof nr abs art bzw ca evtl ggf inkl zzgl vgl sog max mio mrd geb gest gen präs st",
    "fr": "m mm mme mmes mlle dr pr me mgr st ste art av bd env cf",
    "es": "sr sra sres srta d dña dr dra ud uds lic ing gral tte av avda art núm pág st sta",
    "it": "sig sigg dott prof avv ing on sen gen art pag cfr st",
    "pt": "sr sra srs dr dra prof av art pág núm gen sto sta",
    "nl": "dhr mevr mw dr drs prof mr ir ing st art blz bijv jl ca",
    "ru": "г ул им см стр проф акад рис тов св",
}
# Shortened words that number what comes next; without a number behind them they are words.
_NUMBERED = {
    "en": "no nos p pp art fig ch vol para sec jan feb mar apr jun jul aug sep sept oct nov dec",
    "fr": "no n p pp fig vol",
    "es": "no n p pp",
    "nl": "nr no p",
    "ru": "п пп ст",
}
# Shortened words that may end a sentence, as they are written ("Ill.", not "ill"): only a
# starter behind them says so. So may all with dots inside ("U.S.").
_EITHER = {
    "en": "St Ste Mt Jr Sr Inc Co Corp Ltd Bros Ave Blvd Rd Dept Univ dept ft Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct "
    "Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md "
    "Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man Nfld",
    "de": "usw Str Mind Jr",
    "ru": "руб коп тыс млн млрд гг др пр",
}
_STARTERS = {
    "en": "the a an this that these those it he she they we i you his her their its our my there here in on at by for "
    "from with as but and or so if when while after before since because however meanwhile also although though under "
    "during according some many most several more all no not both each another what who why how where which once now "
    "then still yet only even just one two three four five six seven eight nine ten last earlier later until about "
    "officials police witnesses authorities residents experts critics local among despite instead nearly to",
    "de": "der die das den dem des ein eine einer eines es er sie wir ich man dies diese dieser dieses im in am an auf "
    "aus bei mit nach von vor zu zum zur für über unter und aber auch wenn als so doch nun noch seit wie was wer wo "
    "dort hier dann damit dabei dagegen allerdings jedoch zudem laut",
    "fr": "le la les un une des il elle ils elles on nous vous je ce cette ces cet c l d en au aux dans pour par sur "
    "avec mais et si selon après avant depuis pendant alors ainsi",
    "es": "el la los las un una unos unas él ella ellos ellas se su sus en al para por con pero y si según tras desde "
    "durante esta este estos estas eso no",
    "it": "il lo la i gli le un una uno l è si nel nella in per con ma e se secondo dopo prima da questo questa",
    "pt": "o a os as um uma ele ela eles elas se em no na nos nas para por com mas e segundo após desde este esta",
    "nl": "de het een hij zij ze we wij ik dit dat deze die in op aan bij met na van voor en maar ook als volgens er",
    "ru": "он она они оно мы я вы это эти этот эта в на по при за из к о об от до для с и а но как также после",
}
# "15. Dezember", "3. října": these languages write an ordinal as number and stop.
_ORDINALS = _words("cs da de et fi fo hr hu is lt lv nb nn no pl sk sl sr tr")
ORDINAL_MONTHS = _words("januar februar märz mai juni juli august september oktober november dezember")
# What may stand behind "7 p.m." within a sentence: a day, a month, a time zone.
AFTER_HOUR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr aug sept oct nov dec est edt et cst cdt ct mst mdt mt pst pdt "
    "pt gmt utc bst eastern central mountain pacific"
)
HOUR = _words("a.m p.m")
# Behind '?"' these mark the speaker, so the sentence goes on.
SPEECH = _words("said says asked asks told wrote writes added tweeted demanded shouted cried")
