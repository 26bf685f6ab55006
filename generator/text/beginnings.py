"""Words that a matter began, and words that it came to something, in languages beside those of `outlook`.

What began must be a matter that ends in an outcome (talks, a vote, a trial), named near the verb. Of an end any hint
counts: where in doubt it is not said that nobody tells of it.
"""

from __future__ import annotations

import re

# By language: how one says that something began, the matters, and sayings that need none.
_BEGUN = {
    "it": (
        (
            r"(?:è|sono|si è|si sono) (?:iniziat|cominciat|apert|ripres|ripartit)[oaie]|al via|pres[oi] il via|"
            r"inizian?o?|comincia(?:no)?|riprendono"
        ),
        r"colloqui|negoziat[oi]|trattative|vertice|processo|elezioni|voto|votazion[ei]|udienza|riunione|referendum",
        r"(?:va|vanno|chiamati|tornano) alle urne",
    ),
    "pt": (
        (
            r"começ(?:ou|aram|am|a)|inici(?:ou|aram|am)|abri(?:u|ram)|retom(?:ou|aram)|tiveram início|teve início|"
            r"arranc(?:ou|aram)"
        ),
        (
            r"negociaç(?:ões|ão)|conversações|conversas|cúpula|cimeira|julgamento|eleiç(?:ões|ão)|votação|audiência|"
            r"conferência|reunião|referendo|plebiscito"
        ),
        r"(?:vão|foram|vai) às urnas",
    ),
    "nl": (
        r"begonnen|begon|beginnen|begint|gestart|startten?|hervat(?:ten|te)?|geopend|opend?en?|van start",
        (
            r"gesprekken|onderhandelingen|overleg|topoverleg|top|proces|rechtszaak|verkiezingen|stemming|zitting|"
            r"conferentie|vergadering|referendum"
        ),
        r"naar de stembus",
    ),
    "sv": (
        r"började|börjar|börjat|inleddes|inleds|inledde|inletts|öppnade|öppnades|startade|återupptogs",
        (
            r"samtal(?:en)?|förhandlingar(?:na)?|toppmötet?|rättegång(?:en)?|val(?:et)?|omröstning(?:en)?|mötet?|"
            r"konferens(?:en)?|folkomröstning(?:en)?"
        ),
        r"går till val",
    ),
    "pl": (
        (
            r"rozpoczę(?:ły|ła|ło|li)|rozpoczął|rozpoczyna(?:ją)?|zacz(?:ął|ęły|ęła|ęło)|ruszy(?:ł|ła|ły|ło)|"
            r"wznowi(?:ono|ły|li)|otwarto"
        ),
        (
            r"rozm(?:owy|ów)|negocjacj[ei]|szczyt|proces|wybory|głosowanie|rozprawa|konferencj[aęi]|spotkanie|obrady|"
            r"referendum"
        ),
        r"idą do urn|poszli do urn",
    ),
    "ru": (
        (
            r"начал(?:ся|ась|ось|ись|и|а|о)?|начина(?:е|ю)т(?:ся)?|открыл(?:ся|ась|ось|ись)|"
            r"возобнов(?:или|ил|ила|ились|ился|илась)|стартовал[аио]?"
        ),
        (
            r"переговоры|саммит|встреч[аиу]|заседани[ея]|слушани[ея]|суд|процесс|выборы|голосование|конференци[яию]|"
            r"референдум|консультации"
        ),
        r"пришли на избирательные участки",
    ),
    "uk": (
        (
            r"розпоча(?:лися|лись|лася|лося|вся|ли|в|ла)|поча(?:лися|лись|лася|лося|вся)|відкри(?:лися|лась|лася|вся)|"
            r"віднови(?:ли|лися|лись|лася)|стартува(?:ли|в|ла|ло)"
        ),
        (
            r"переговори|перемовини|саміт|зустріч|засідання|слухання|суд|процес|вибори|голосування|конференці[яюї]|референдум|"
            r"консультації"
        ),
        r"прийшли на виборчі дільниці",
    ),
    "tr": (
        r"başladı|başlıyor|başlamıştı|açıldı",
        (
            r"görüşme(?:ler|leri|si)?|müzakere(?:ler|leri)?|zirve(?:si)?|toplantı(?:sı)?|dava(?:sı)?|duruşma(?:sı)?|"
            r"seçim(?:ler|leri)?|oylama(?:sı)?|konferans[ıi]?|referandum[u]?"
        ),
        r"sandık başına (?:gitti|gidiyor|gitmeye)",
    ),
}
_ENDED = {
    "it": "accord|intes[ae]|firmat|firma|approvat|respint|adottat|fallit|falliment|conclus|terminat|finit|vint|vince|"
    r"vitto|elett[oaie]\b|rielett|condannat|assolt|risultat|esito|sentenza|verdett|dopo|affluenza|svolta|interrott|rottura",
    "pt": r"acord|assin|aprov|rejeit|adot|adopt|fracass|termin|conclu|encerr|venc|ganh|vitória|eleit[oa]s?\b|reeleit|"
    "condenad|absolvid|resultad|veredit|veredict|sentença|após|depois|romp|ruptura|apura|decid",
    "nl": "akkoord|overeen|eens|onderteken|tekenden|goedgekeurd|verworpen|aangenomen|mislukt|beëindig|eindig|afgelopen|"
    r"afgerond|gewonnen|won|wint|winst|gekozen|verkozen|herkozen|veroordeel|vrijgesproken|uitslag|resultat|resultaat|"
    r"vonnis|uitspraak|na\b|doorbraak|opkomst|afgebroken|beslo|besluit",
    "sv": "avtal|överens|enad|enig|underteckn|undertecknad|skrev|godkän|avslog|antog|antagit|misslyck|avslut|slut|vann|"
    r"vinner|vunnit|seger|vald\b|valde|omvald|dömd|dömts|friad|resultat|dom\b|domen|efter|valdeltagande|genombrott|bröt|beslut",
    "pl": "porozumie|podpisa|przyję|odrzuc|zatwierdz|uzgod|zakończ|fiask|zerwa|wygra|zwycię|pokona|wybran|skaza|"
    r"uniewinni|wynik|wyrok|po\b|frekwencj|przełom|zawar|decyzj",
    "ru": "договорил|соглаш|подпис|принял|принят|одобр|отклон|отверг|провал|сорва|заверш|законч|оконч|побед|выигр|"
    "избра|осужд|осуди|приговор|оправда|итог|результат|реши|решен|явк|прорыв|после",
    "uk": "домов|угод|підпис|прийня|ухвал|схвал|відхил|провал|зірва|заверш|закінч|перемог|перемож|виграв|виграл|обра|"
    "засуд|вирок|виправда|підсум|результат|рішен|явк|прорив|після",
    "tr": "anlaş|imzala|kabul|reddet|onayla|başarısız|sona|bitti|tamamlan|sonuç|kazan|seçildi|mahkum|mahkûm|beraat|"
    "karar|sonra|ardından|uzlaş|katılım",
}
# Scripts without blanks, or with words grown together, have no word's edge to go by.
_BEGUN_ANYWHERE = {
    "ar": re.compile(
        r"(?:بدأت|بدأ|انطلقت|انطلق|استؤنفت|افتتحت|تبدأ|تنطلق)\s(?:\w{1,20}\s){0,3}?\w{0,4}"
        r"(?:محادثات|مفاوضات|مباحثات|قمة|محاكمة|انتخابات|تصويت|اقتراع|جلسة|مؤتمر|اجتماع|استفتاء|مشاورات)"
    ),
    "zh": re.compile(
        r"(?:会谈|會談|谈判|談判|选举|選舉|投票|峰会|峰會|审判|審判|公投)[^，。；,;]{0,8}(?:开始|開始|开幕|開幕|启动|啟動|恢复|恢復)|"
        r"(?:开始|開始|启动|啟動|恢复|恢復)[^，。；,;]{0,4}(?:会谈|會談|谈判|談判|投票|审判|審判)"
    ),
    "ja": re.compile(
        r"(?:協議|会談|交渉|選挙|投票|サミット|首脳会議|裁判|公判|国民投票)[^、。]{0,8}(?:始ま|開始|開幕|再開)|"
        r"(?:開始|再開)[^、。]{0,4}(?:協議|会談|交渉)"
    ),
}
_ENDED_ANYWHERE = {
    "ar": "اتفق|اتفاق|توصل|وقع|توقيع|وافق|أقر|رفض|فشل|انته|اختتم|ختام|فاز|فوز|انتخب|أدان|إدانة|الحكم|حكمت|حكما|برأ|"
    "تبرئة|نتائج|نتيجة|قرار|بعد|عقب|انهيار|انهارت|اعتمد",
    "zh": "达成|達成|协议|協議|签署|簽署|通过|通過|否决|否決|破裂|失败|失敗|结束|結束|闭幕|閉幕|"
    "当选|當選|胜|勝|获刑|有罪|无罪|無罪|"
    "判决|判決|判处|判處|"
    "结果|結果|之后|之後|同意|决定|決定|决议|決議",
    "ja": "合意|署名|可決|否決|採択|決裂|失敗|終了|終わ|閉幕|当選|勝|判決|有罪|無罪|結果|決定|後に|投票率",
}


def _near(verbs: str, matters: str, sayings: str) -> re.Pattern[str]:
    between = r"(?:[\w'’-]{1,30}\s){0,4}?"
    return re.compile(
        rf"\b(?:{verbs})\s{between}(?:{matters})\b|\b(?:{matters})\s{between}(?:{verbs})\b|\b(?:{sayings})\b"
    )


BEGUN = {language: _near(*words) for language, words in _BEGUN.items()} | _BEGUN_ANYWHERE
ENDED = {language: re.compile(rf"\b(?:{words})") for language, words in _ENDED.items()}
ENDED |= {language: re.compile(words) for language, words in _ENDED_ANYWHERE.items()}
