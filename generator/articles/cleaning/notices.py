"""Tell what a site says to its readers in the midst of an article: newsletters, subscriptions, shares, 'Read more'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.cleaning.lines import Line

# No notice seen was longer; a paragraph of an article may well be.
_LONGEST = 80
_SPEECH = '"“”„«»'

# What a site offers its readers. An article may be about any of it: then its opening says the word too.
_OFFER = re.compile(
    r"\b(?:newsletters?|mailing list|e-?mail address|in-?box|junk folder|cookies|javascript|web ?browser"
    r"|subscri(?:be|bers?|ptions?)|(?:our|this) (?:home ?page|web ?site|app|channel|comments|article)|our stor(?:y|ies)"
    r"|(?:article|other|user) comment(?:s|ers)|social network|(?:to )?hear (?:from you|what you)"
    r"|notifications|sign(?:ing|ed)? up|log in|logged in|alerts|ad-?block(?:er)?|valid email|video has failed"
    r"|abonn(?:ieren|ements?|enten|ent|és?|ées?|er|ez)|e-?mail-adresse|posteingang|diese[nmr]? (?:artikel|inhalt)"
    r"|boîte mail|adresse e-?mail|cet article|lettres? d['’]information|un autre appareil"
    r"|suscri(?:pción|ptores|bete|birte|birse)|correo electrónico|este dispositivo|boletín|esta noticia"
    r"|iscriviti|abbona(?:ti|mento|rsi)|questo articolo|inscreva|assin(?:e|atura|ante)|esta notícia|este artigo"
    r"|nieuwsbrief|dit artikel|подпи(?:шитесь|сывайтесь|ска)|рассылк[ауи]|abone|nyhetsbrev(?:et)?|subskrypcj[aięe])\b",
    re.IGNORECASE,
)
# How it speaks to them, or of itself.
_ADDRESSES = (
    "you your yours us our we please ihnen sie ihr ihre ihren ihrem ihrer uns unser unsere unserem unseren wir dich "
    "dein deine deinen vous votre vos nous notre nos tu tus te ti tuo tua tue tuoi nuestro nuestra nuestros nuestras "
    "usted puedes nostro nostra nostri nostre você nosso nossa jouw uw ons onze вы вас вам ваш ваше вашу наш наша нашу "
    "нас sen siz bizi din dig oss vår twój nasz naszego"
)
_ADDRESS = frozenset(form for word in _ADDRESSES.split() for form in (word, word.capitalize()))  # 'US' is a country
# What it says to them without a word for them.
_SELLING = re.compile(
    r"\b(?:affiliate (?:links?|commissions?|partnerships?)|(?:may|might) (?:earn|receive|get) an? (?:small )?commission"
    r"|affiliate-links?|provisions-links?|partnerlinks?|liens? (?:affiliés?|d['’]affiliation)"
    r"|(?:enlaces?|links?) de afiliad[oa]s?|link di affiliazione"
    r"|(?:reading|lecture|leyendo|lettura) .{0,40}(?:(?:this|another) device|un autre appareil|este dispositivo)"
    r"|(?:already (?:an? )?(?:subscriber|member|customer)|(?:bereits|schon) (?:kunde|kundin|abonnent|abonnentin)"
    r"|déjà (?:abonnée?|cliente?)|ya (?:eres|es) (?:suscriptor|suscriptora)|già (?:abbonato|cliente)|já é assinante"
    r"|al abonnee|уже подписаны)\s?\?)",
    re.IGNORECASE,
)
# In each of these is one of those words: to look for them first takes a tenth of the time.
_SELLING_WORDS = (
    "affiliate commission provisions partnerlink partnerlinks affilié affiliés affiliation afiliado afiliados afiliada "
    "afiliadas affiliazione device appareil dispositivo already bereits schon déjà ya già já abonnee уже"
)
_SELLERS = frozenset(_SELLING_WORDS.split())
# What it bids them do, or thanks them for, as the first word.
_BIDDINGS = (
    "thanks thank danke merci gracias grazie obrigado bedankt click tap follow subscribe join sign register download "
    "share bookmark klicken folgen abonnieren teilen cliquez suivez abonnez partagez inscrivez téléchargez síguenos "
    "sigue suscríbete recibe comparte regístrate haz clica clicca seguici iscriviti abbonati condividi scarica clique "
    "siga assine compartilhe inscreva volg deel klik подписывайтесь подпишитесь читайте"
)
_BIDS = frozenset(_BIDDINGS.split())
_PLACES = re.compile(
    r"\b(?:facebook|twitter|instagram|whatsapp|telegram|google news|youtube|tiktok|linkedin|here|hier|ici|aquí|qui"
    r"|aqui|telegram-канал\w*)\b",
    re.IGNORECASE,
)
# 'READ MORE: Minister resigns': a label in front of the headline of another article.
_ELSEWHERE = re.compile(
    r"(?:(?:read|see|watch|view|find out|learn) (?:more|also|next|this|it)|also (?:read|see|watch|on)|related(?: \w+)?"
    r"|more (?:from|on|in|about) [^:]{2,40}|don['’]t miss|must read|you (?:may|might) (?:also )?like|recommended"
    r"|on \w+\.(?:com|org|net)|most read|editors?['’]? picks?|trending"
    r"|lesen sie (?:auch|hier|mehr|dazu)|mehr (?:dazu|zum thema|lesen)|auch interessant|siehe auch"
    r"|das könnte sie[^:]{0,30}|(?:à )?lire (?:aussi|également)|voir aussi|sur le même (?:thème|sujet)|à voir"
    r"|(?:lea|lee|leer|ver|vea|mira) (?:también|además|más)|te puede interesar|más información|te recomendamos"
    r"|leggi anche|vedi anche|per approfondire|potrebbe interessarti|(?:leia|veja) (?:também|mais)|saiba mais"
    r"|lees (?:ook|meer|verder)|læs også|läs (?:också|mer|även)|les også|(?:zobacz|czytaj) (?:też|także|również|więcej)"
    r"|(?:читайте|смотрите) (?:также|ещё|еще)|по теме|читайте також|ayrıca (?:okuyun|bakınız)|ilgili haberler?"
    r"|δείτε επίσης|διαβάστε (?:επίσης|ακόμη)|اقرأ (?:أيضا|أيضاً|المزيد)|相关阅读|延伸阅读|関連記事|관련기사)"
    r"\s*(?:[:：>»|–—]|-\s|$)",
    re.IGNORECASE,
)
# 'Ada Holm is a politics reporter at the Examiner', below an article.
_POSTS = (
    "reporter correspondent editor writer journalist columnist producer contributor redakteur redakteurin reporterin "
    "korrespondent korrespondentin journalistin autor autorin journaliste correspondant correspondante rédacteur "
    "rédactrice periodista corresponsal redactor redactora giornalista corrispondente jornalista correspondente "
    "redacteur verslaggever журналист корреспондент обозреватель журналіст кореспондент dziennikarz dziennikarka"
)
_ON_AUTHOR = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s){1,4}(?:\([^()]{1,40}\)\s)?(?:is an? |is the |ist (?:eine? )?|est (?:une? )?|es (?:una? )?"
    rf"|è (?:una? )?|é (?:uma? )?|is (?:een )?|[—–-] |jest )(?:[\w.'’&-]+\s){{0,5}}(?:{'|'.join(_POSTS.split())})\s"
    r"(?:for|at|with|based|covering|in|bei|beim|der|des|für|chez|à|au|de|du|en|del|della|di|per|da|do|bij|van|в|у|w)\b",
    re.IGNORECASE,
)
# Capitals throughout, and more words than a sub-heading has: the headline of another article.
_SHOUTED = 7


def notice_rule(line: Line, opening: frozenset[str]) -> str:
    """Give the rule by which a line is no part of the article; empty for one that may be.

    `opening` are the stems of the article's first lines.
    """
    if line.length > _LONGEST:
        return ""
    if _ELSEWHERE.match(line.text):
        return "a link to another article"
    if len(line.words) >= _SHOUTED and not line.whole and line.text.isupper():
        return "a link to another article"
    if any(map(line.text.__contains__, _SPEECH)):
        return ""
    selling = None if _SELLERS.isdisjoint(line.folded) else _SELLING.search(line.text)
    if selling and selling[0].casefold().split()[0][:6] not in opening:
        return "a notice to the reader"
    bid = bool(line.folded) and line.folded[0] in _BIDS
    if bid and line.length <= 25 and _PLACES.search(line.text):
        return "a notice to the reader"
    if bid or not _ADDRESS.isdisjoint(line.words):
        offers = [found[0].casefold() for found in _OFFER.finditer(line.text)]
        if any(not any(word[:6] in opening for word in offer.split()) for offer in offers):
            return "a notice to the reader"
    return ""


def is_on_author(line: Line, above: Sequence[Line]) -> bool:
    """Tell whether a line at the foot of an article says who wrote it, and for whom.

    Whom the lines above it name is no author.
    """
    if line.length > _LONGEST or not line.text[:1].isupper() or not _ON_AUTHOR.match(line.text):
        return False
    return bool(above) and not any(line.folded[0] in other.folded for other in above)
