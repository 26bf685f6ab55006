"""Tell whether a sentence, taken alone, still says what it says."""

from __future__ import annotations

import re

from generator.text.tags import primary


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# First words that lean on what was said before: pronouns, pointers, connectives.
_LEANING = {
    "en": "he she it they we i you his her hers its their our my your him them this that these those such but and or "
    "nor so then there yet both either neither none instead besides otherwise therefore thus hence still here another "
    "others okay ok oh yes",
    "de": "er sie es wir ich ihr sein seine seinen seiner ihre ihren ihrer unser unsere dies diese dieser dieses "
    "diesen diesem aber und oder doch denn auch dort da dabei damit dagegen dafür darauf danach zudem außerdem jedoch "
    "allerdings trotzdem deshalb",
    "fr": "il elle ils elles on nous je ce cela ça cette ces celui celle ceux celles son sa ses leur leurs notre nos "
    "mais et ou donc or car ainsi aussi",
    "es": "él ella ellos ellas nosotros yo este esta esto estos estas ese esa eso esos esas aquel aquella su sus "
    "nuestro nuestra pero y e o así también ahí allí",
    "it": "egli lui lei loro essa essi noi io questo questa questi queste quello quella ciò suo sua suoi sue ma e ed o "
    "però anche così",
    "pt": "ele ela eles elas nós eu este esta isto esse essa isso aquele aquela seu sua seus suas mas e ou também",
    "nl": "hij zij ze wij we ik dit dat deze die hun haar zijn onze ons maar en of dus ook daar daarom toch",
    "pl": "on ona ono oni one my ja ten ta to te jego jej ich ale i a lub też także więc",
    "ru": "он она оно они мы я этот эта это эти его её ее их наш но и а или также однако там поэтому",
    "uk": "він вона воно вони ми я цей ця це ці його її їх наш але і й та а або також однак там тому",
    "tr": "o onlar biz ben bu şu bunlar ama ve veya ancak ayrıca",
    "ar": "هو هي هم هذا هذه ذلك تلك لكن ولكن كما",
}
_LEANING_WORDS = {language: _words(words) for language, words in _LEANING.items()}
_LEANING_WORDS[""] = frozenset().union(*(_LEANING_WORDS[language] for language in ("en", "ru", "uk", "ar")))
# Beginnings that are no words of their own: scripts without blanks, and the Arabic "and he added that".
_LEANING_BEGINNINGS = {
    "zh": ("他", "她", "它", "这", "這", "那", "但", "而", "此外", "因此", "我", "同时", "同時"),
    "ar": ("وأضاف", "وتابع", "وأشار إلى", "وأشارت إلى", "وأكد أن", "وأكدت أن", "وقال إن", "وقالت إن"),
    "ja": ("これ", "それ", "あれ", "この", "その", "彼", "しかし", "また", "そして", "だが", "私"),
}
_LEANING_BEGINNINGS[""] = tuple(beginning for each in _LEANING_BEGINNINGS.values() for beginning in each)
# A role that stands for somebody named before: "The official said ...", "The 23-year-old told police ...".
_NAMELESS = re.compile(
    r"(?:The|An?other)\s(?:\d+-year-old(?!\s(?:\w+\s){1,2}of\b)|(?:[a-z\d][\w-]*\s)?"
    r"(?:official|spokes(?:man|woman|person)|minister|president|secretary|diplomat|envoy|leader|officer|man|woman|boy|"
    r"girl|couple|pair|duo|two|three|company|group|firm|agency|suspect|victim|driver|"
    r"teenager|defendant|accused|men|women|children|brother|sister|mother|father|"
    r"statement|report|source|incident|move|announcement|decision))s?\b"
)
_NAMED_ROLE = re.compile(r"(?:\s(?:of|for|in|at|from)\b|\s[A-Z])")
# "In a statement, he said ...": no name goes before the pronoun, for a clause that begins so has but places and days;
# "When asked again, she ..." may have one.
_PRONOUN_AFTER_CLAUSE = re.compile(
    r"(?:(?:In|On|At|During|Since|By)\b[^,.;:\"“]{0,60}|"
    r"(?:After|Before|When|While|As|Asked|Speaking|Later|Earlier|Instead|Also)\b[^,.;:\"“A-Z]{0,60}),\s"
    r"(?:he|she|they)\b"
)
_KNOWN_THING = re.compile(r"The\s[a-z][\w'’-]*+(?!\s[A-Z])|\d+-year-old\s[A-Z][\w'’-]*+(?!\s[A-Z])")
# "An old report filed it as ...": before the pronoun stands but who did it, so what it means was named elsewhere.
_NOT_YET = r"(?!(?:that|who|which|when|after|as|if|and|or|but|in|on|at|of|for|to|from|with|by|about|over|said|says)\b)"
_UNNAMED_OBJECT = re.compile(
    rf"(?:{_NOT_YET}[\w'’-]++\s){{2,6}}?(?:him|them|it(?=[.,;]|\s(?:as|in|on|at|for|from|with|by|into|after|before)\b))\b"
)
# A column or an advertisement speaks to its reader, a report does not.
_TO_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’")
# '..., he said', '..., the official said': a speaker who was named elsewhere.
_UNNAMED_SPEAKER = re.compile(
    r"[,\"”’]\s(?:he|she|they|it|the\s(?:[a-z]+\s)?(?:official|spokes(?:man|woman|person)|source|diplomat|statement))\s"
    r"(?:has\s|had\s|also\s)?(?:said|says|added|adds|told|wrote|tweeted|explained|noted|continued|recalled|warned|"
    r"insisted)\b"
)
_UNNAMED_AFTER = re.compile(r"\b(?:said|added)\s(?:he|she)\b")
# What pages say around an article, and captions that slipped into it.
_FURNITURE: tuple[str, ...] = (
    *("http://", "https://", "www.", "|", "©", "►", "▶", "→", "click here", "read more", "sign up", "subscribe"),
    *("follow us", "all rights reserved", "newsletter"),
)
_CAPTION = re.compile(
    r"(?:photos?|pictures?|image|video|file|updated|posted|published|by|source|watch|see also|related|advertisement)"
    r"\b\s?[:/(]",
    re.IGNORECASE,
)
# Openers that only tie a sentence to the one before; the sentence says the same without them.
_TIES = re.compile(
    r"(?:However|Meanwhile|Moreover|Furthermore|Additionally|In addition|At the same time|Cependant|Toutefois|"
    r"Par ailleurs|En outre|Sin embargo|Mientras tanto|Además|No obstante|Por otra parte|Tuttavia|Intanto|Inoltre|"
    r"Nel frattempo|No entanto|Enquanto isso|Além disso|Однако|Тем временем|Между тем|Кроме того),\s+(?=\S)"
)
# What stands before a name to say who that is: an office, in the languages that set it right before the name.
_OFFICES = (
    *("president", "minister", "secretary", "chancellor", "ambassador", "envoy", "senator", "governor", "mayor"),
    *("premier", "king", "queen", "pope", "general", "representative", "spokesman", "spokeswoman", "commissioner"),
    *("Präsident(?:in)?", "(?:Bundes)?kanzler(?:in)?", "Außenminister(?:in)?", "Ministerpräsident(?:in)?"),
    *("Bürgermeister(?:in)?", "présidente?", "ministre", "president[ea]", "ministr[oa]", "canciller", "secretario"),
    *("segretario", "secretário", "prezydent", "президент", "министр", "госсекретарь", "канцлер", "міністр"),
)
# One of them is in each of these words.
_OFFICE_STEMS = (
    *("presid", "minist", "secret", "chancellor", "ambassador", "envoy", "senator", "governor", "mayor", "premier"),
    *("king", "queen", "pope", "general", "represent", "spokes", "commission", "präsident", "kanzler", "meister"),
    *("présid", "canciller", "segret", "prezydent", "президент", "министр", "госсекр", "канцлер", "міністр"),
)
_LARGE = "[^\\W\\d_a-zß-öø-ÿа-яёіїєґ]"
_INTRODUCED = re.compile(
    rf"\b(?i:{'|'.join(_OFFICES)})(?:\s(?:of|for|de|des|del|della|do|da|и|of the)\s[^\W\d_]+)?"
    rf"(?:\s{_LARGE}[\w'’.-]*){{1,3}}?\s((?:{_LARGE}['’])?{_LARGE}[\w-]+)(?![\w-]|\s{_LARGE})"
)
# A quotation may open with these: its speaker stands behind it.
_FIRST_PERSON = _words("i we my our you your ich wir je nous yo nosotros io noi ik wij мы я")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset(".!…。！｡．।॥۔։።။។")
_QUESTIONS = frozenset("?？؟")
_CLOSERS = "\"'”’“»«)]）」』》 \u00a0\u202f"
_OPENERS = "\"'“‘„”«»([（「『《¿¡ \u00a0\u202f"
_CURRENCY = frozenset("$€£¥₹₽")
_OPENING, _CLOSING = "([（「『《", ")]）」』》"
_QUOTATIONS = frozenset(('""', "“”", "„“", "«»", "»«", "「」", "『』", "‘’"))
_QUOTATION_BEGINS = tuple('"“„«「『')
_DOUBLE_QUOTES = '"“”„«»'


def is_whole(sentence: str) -> bool:
    """Tell whether it is one full statement: no question, fragment, caption or heading, no quotation cut open."""
    if sentence.rstrip(_CLOSERS)[-1:] not in _ENDINGS or not _begins(sentence) or has_open_quotation(sentence):
        return False
    if _has_open_bracket(sentence) or _CAPTION.match(sentence):
        return False
    return not any(map(sentence.lower().__contains__, _FURNITURE))


def reads_as_sentence(text: str) -> bool:
    """Tell whether it ends as a statement does, be it in capitals; scripts without case may do without."""
    end = text.rstrip(_CLOSERS)[-1:]
    return end in _ENDINGS or (text.lower() == text.upper() and end not in _QUESTIONS)


def leans(sentence: str, lang: str = "") -> bool:
    """Tell whether it begins in mid-air, speaks to its reader, or has a speaker without a name who was told before.

    `lang` says whose pronouns count; without it, English ones and those of other scripts.
    """
    language = primary(lang)
    bare = without_tie(sentence).lstrip(_OPENERS)
    if bare.startswith(_LEANING_BEGINNINGS.get(language, ())) or _is_quotation(sentence):
        return True
    word = _FIRST_WORD.match(bare)
    first = word[0].lower() if word else ""
    if first in _LEANING_WORDS.get(language, ()) and (sentence[:1] == bare[:1] or first not in _FIRST_PERSON):
        return True
    role = _NAMELESS.match(bare)
    if role and not _NAMED_ROLE.match(bare, role.end()):
        return True
    if _PRONOUN_AFTER_CLAUSE.match(bare) or _UNNAMED_SPEAKER.search(sentence):
        return True
    if language in {"", "en"} and _TO_READER.search(sentence) and _TO_READER.search(_QUOTED.sub("", sentence)):
        return True
    return ("said" in sentence or "added" in sentence) and _UNNAMED_AFTER.search(sentence) is not None


def refers_back(sentence: str) -> bool:
    """Tell whether it begins with something known, "The heist near ...", or with words of somebody's.

    It stands, but better behind another. So does "35-year-old Lang": who that is was told before; or "Ida Lang closed
    it at noon".
    """
    if sentence[:1] in _QUOTATION_BEGINS or _KNOWN_THING.match(sentence):
        return True
    return _UNNAMED_OBJECT.match(sentence) is not None


def has_open_quotation(text: str) -> bool:
    """Tell whether a quotation begins or ends outside the text."""
    if text.isascii():
        return text.count('"') % 2 == 1
    if sum(map(text.count, _DOUBLE_QUOTES)) % 2:
        return True
    if "„" not in text and text.rfind("“") > max(text.rfind("”"), text.rfind('"')):
        return True
    return text.count("‘") > text.count("’")


def introduced(sentence: str) -> frozenset[str]:
    """Give the last names of those whom it introduces by office and full name, as in "Mayor Ida Lang"."""
    lower = sentence.lower()
    if not any(map(lower.__contains__, _OFFICE_STEMS)):
        return frozenset()
    return frozenset([found[1].casefold() for found in _INTRODUCED.finditer(sentence)])


def without_tie(sentence: str) -> str:
    """Give the sentence without an opener ("However,") that only ties it to the one before."""
    tie = _TIES.match(sentence)
    return sentence[tie.end() :] if tie else sentence


def _begins(sentence: str) -> bool:
    bare = sentence.lstrip(_OPENERS)
    first = bare[:1]
    if first in _CURRENCY or (first.isalnum() and not first.islower()):
        return not (bare.isupper() and len(bare) > 1)
    return False


def _has_open_bracket(text: str) -> bool:
    if text.isascii():
        return text.count("(") != text.count(")") or text.count("[") != text.count("]")
    return list(map(text.count, _OPENING)) != list(map(text.count, _CLOSING))


def _is_quotation(sentence: str) -> bool:
    """Tell a quotation from end to end: whoever said it stands elsewhere."""
    ends = sentence[:1] + sentence[-1:]
    return ends in _QUOTATIONS and not any(mark in sentence[1:-1] for mark in ends)
