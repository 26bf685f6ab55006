"""What the larger languages call months, weekdays and the words around a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.text.tags import primary


class CalendarWord(NamedTuple):
    """A word, its place among those of its class from 1, and whether it is a common word too."""

    word: str
    place: int
    common: bool


def calendar_words(lang: str, name: str) -> Iterator[CalendarWord]:
    """Give the words of one class (`months`) in a language, none where it has none."""
    table = CALENDARS.get(lang, {})
    # "Montagabend", "maandagavond"
    parts = [part.strip() for part in table.get("day parts", "").split(",")] if name == "weekdays" else []
    for place, words in enumerate(table.get(name, "").split("|"), start=1):
        for word in filter(None, map(str.strip, words.split(","))):
            yield CalendarWord(word.rstrip("*"), place, word.endswith("*"))
            yield from (CalendarWord(word + part, place, common=False) for part in parts if part)


def language_of(tag: str) -> str:
    """Give the language of a tag (`en`, `de-AT`) as the tables name it; of none it is English."""
    return primary(tag) or "en"


def forms_of(lang: str, name: str) -> Iterator[tuple[str, CalendarWord]]:
    """Give each word of a class as texts write it, small where it may be, with a capital, or in capitals."""
    for each in calendar_words(lang, name):
        if lang not in _LARGE or name not in _NAMES:
            yield each.word, each
        yield each.word[0].upper() + each.word[1:], each
        yield each.word.upper(), each


def other_digits(lang: str) -> dict[int, int]:
    """Give the table that turns digits into those that a language has beside them, if it has any."""
    return _EASTERN_DIGITS if lang == "ar" else {}


# Words of one meaning are parted by commas, meanings that count up by strokes: January or Monday first, one upwards.
# A star marks a name that is a common word or a person's name too, and needs a preposition, a day or a year beside it;
# and a unit in the plural, which needs a number.
CALENDARS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "months": "january, jan* | february, feb* | march*, mar* | april*, apr* | may* | june*, jun* | july, jul* | "
        "august*, aug* | september, sept*, sep* | october, oct* | november, nov* | december, dec*",
        "weekdays": "monday | tuesday | wednesday | thursday | friday | saturday | sunday",
        "short weekdays": "mon | tue, tues | wed | thu, thur, thurs | fri | sat | sun",
        "day before": "yesterday",
        "same day": "today, tonight",
        "day after": "tomorrow",
        "seasons": "spring | summer | autumn, fall | winter",
        "units": "day, days* | week, weeks* | weekend | month, months* | quarter | half | year, years* | decade | "
        "night | morning, afternoon, evening",
        "numbers": "one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve",
        "ordinals": "first, opening | second | third | fourth",
        "last": "last",
        "next": "next, coming",
        "this": "this",
        "earlier": "earlier",
        "later": "later",
        "early": "early, beginning of, start of",
        "mid": "mid, middle of",
        "late": "late, end of",
        "ago": "ago",
        "articles": "a, an, the",
        "of": "of",
        "in": "in, during, throughout",
        "since": "since",
        "on": "on",
        "by": "by, no later than",
        "from": "from",
        "between": "between",
        "to": "to, through, until, till",
        "and": "and, or",
        "about": "about, around, circa",
        "ahead": "will, would, shall, due, scheduled, planned, plans to, proposed, expected, set to, set for, "
        "upcoming, won't, slated, going to, 'll",
        "had": "had",
        "said": "said, says, told, announced, reported, added, confirmed",
        "clause": "that, which, who, after, when, where, because",
        "names": "black, good, ash, palm, easter, super, bloody, holy, maundy, cyber, whit, shrove, fat",
        "every": "every, each",
    },
    "de": {
        "months": "januar, jänner, jan* | februar, feb* | märz, mrz* | april | mai | juni, jun* | juli, jul* | "
        "august, aug* | september, sept*, sep* | oktober, okt* | november, nov* | dezember, dez*",
        "weekdays": "montag | dienstag | mittwoch | donnerstag | freitag | samstag, sonnabend | sonntag",
        "day before": "gestern",
        "same day": "heute",
        "seasons": "frühling, frühjahr | sommer | herbst | winter",
        "units": "tag, tage*, tagen* | woche, wochen* | wochenende | monat, monate*, monaten*, monats | quartal | "
        "halbjahr | jahr, jahre*, jahren*, jahres | jahrzehnt | nacht",
        "numbers": "einem, einer | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf",
        "ordinals": "erste, ersten, erstes | zweite, zweiten, zweites | dritte, dritten, drittes | vierte, vierten",
        "last": "letzte, letzten, letzter, letztes, vergangene, vergangenen, vergangener, vorigen, vorige",
        "next": "nächste, nächsten, nächster, nächstes, kommende, kommenden, kommender",
        "this": "diese, diesen, dieser, dieses, diesem",
        "early": "anfang, beginn",
        "mid": "mitte",
        "late": "ende",
        "ago before": "vor",
        "of": "des, der, dem, den, von, vom, im jahr, im jahre",
        "in": "im, in",
        "since": "seit",
        "on": "am",
        "between": "zwischen",
        "to": "bis, bis zum",
        "and": "und, oder",
        "about": "etwa, circa, gegen",
        "ahead": "wird, werden, soll, sollen, geplant, geplante, geplanten, will, wollen, stattfinden, beginnt, "
        "beginnen, startet, findet, finden",
        "said": "sagte, sagten, teilte, erklärte, berichtete",
        "clause": "die, das, dass, nachdem",
        "every": "jeden, jeder, jedes, jede",
        "day parts": "abend, morgen, vormittag, mittag, nachmittag, nacht",
    },
    "fr": {
        "months": "janvier, janv* | février, févr* | mars | avril | mai | juin | juillet, juil* | août | "
        "septembre, sept* | octobre, oct* | novembre, nov* | décembre, déc*",
        "weekdays": "lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche",
        "day before": "hier",
        "same day": "aujourd'hui, aujourd’hui, ce soir, ce matin",
        "day after": "demain",
        "seasons": "printemps | été* | automne | hiver",
        "decades": "années, décennie",
        "units": "jour, jours* | semaine, semaines* | week-end | mois | trimestre | semestre | an, ans*, année | "
        "décennie | nuit",
        "numbers": "un, une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze",
        "ordinals": "premier | deuxième, second | troisième | quatrième",
        "last after": "dernier, dernière, passé, passée",
        "next after": "prochain, prochaine",
        "this": "ce, cette, cet",
        "early": "début, au début du mois de, au début de",
        "mid": "mi, milieu",
        "late": "fin, à la fin du mois de, à la fin de",
        "ago before": "il y a",
        "of": "de, du, d, le, l",
        "in": "en, au mois de",
        "since": "depuis, dès",
        "between": "entre",
        "to": "au, à, jusqu'au, jusqu'en",
        "and": "et, ou",
        "about": "vers, environ",
        "ahead": "sera, seront, doit, doivent, devrait, devraient, prévu, prévue, prévus, prévues, attendu, "
        "attendue, attendus",
        "said": "déclaré, annoncé, indiqué",
        "clause": "que, qui, dont, après",
        "every": "chaque",
    },
    "es": {
        "months": "enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre, setiembre | octubre | "
        "noviembre | diciembre",
        "weekdays": "lunes | martes | miércoles | jueves | viernes | sábado | domingo",
        "day before": "ayer",
        "same day": "hoy, esta noche",
        "seasons": "primavera | verano | otoño | invierno",
        "decades": "años, década",
        "units": "día, días* | semana, semanas* | fin de semana | mes, meses* | trimestre | semestre | año | década | "
        "noche",
        "numbers": "un, una | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | once | doce",
        "ordinals": "primer | segundo | tercer | cuarto",
        "last after": "pasado, pasada, último, última",
        "next after": "próximo, próxima, que viene",
        "this": "este, esta",
        "early": "principios, comienzos, inicios",
        "mid": "mediados",
        "late": "finales, fines",
        "ago before": "hace",
        "of": "de, del, el",
        "in": "en",
        "since": "desde",
        "between": "entre",
        "to": "a, al, hasta",
        "and": "y, o, u",
        "about": "hacia",
        "ahead": "será, serán, deberá, previsto, prevista, prevé",
        "said": "dijo, anunció, informó, declaró",
        "clause": "que, quien, después",
        "every": "cada",
    },
    "it": {
        "months": "gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre | "
        "novembre | dicembre",
        "weekdays": "lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica",
        "day before": "ieri",
        "same day": "oggi, stasera, stamattina",
        "day after": "domani",
        "seasons": "primavera | estate | autunno | inverno",
        "decades": "anni",
        "units": "giorno, giorni* | settimana, settimane* | fine settimana | mese, mesi* | trimestre | semestre | "
        "anno | decennio | notte",
        "numbers": "un, una | due | tre | quattro | cinque | sei | sette | otto | nove | dieci | undici | dodici",
        "ordinals": "primo | secondo | terzo | quarto",
        "last after": "scorso, scorsa, ultimo",
        "next after": "prossimo, prossima",
        "this": "questo, questa",
        "early": "inizio, inizi, primi",
        "mid": "metà",
        "late": "fine",
        "ago": "fa",
        "of": "di, del, dell, dello, il, l",
        "in": "a, nel, in, ad",
        "since": "dal, da",
        "between": "tra, fra",
        "to": "al, fino al",
        "and": "e, o",
        "about": "circa, verso",
        "ahead": "sarà, saranno, dovrà, dovrebbe, previsto, prevista",
        "said": "detto, annunciato, dichiarato, riferito",
        "clause": "che, cui, dopo",
        "every": "ogni",
    },
    "pt": {
        "months": "janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro | "
        "novembro | dezembro",
        "weekdays": "segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | sábado | domingo",
        "day before": "ontem",
        "same day": "hoje",
        "day after": "amanhã",
        "seasons": "primavera | verão | outono | inverno",
        "decades": "anos, década",
        "units": "dia, dias* | semana, semanas* | fim de semana | mês, meses* | trimestre | semestre | ano | década | "
        "noite",
        "numbers": "um, uma | dois, duas | três | quatro | cinco | seis | sete | oito | nove | dez | onze | doze",
        "ordinals": "primeiro | segundo | terceiro | quarto",
        "last after": "passado, passada, última, último",
        "next after": "próximo, próxima, que vem",
        "this": "este, esta, neste, nesta",
        "early": "início, começo",
        "mid": "meados",
        "late": "final, fim",
        "ago": "atrás",
        "ago before": "há",
        "of": "de, do, o",
        "in": "em",
        "since": "desde",
        "between": "entre",
        "to": "a, ao, até",
        "and": "e, ou",
        "about": "cerca",
        "ahead": "será, serão, deverá, deve, previsto, prevista",
        "said": "disse, anunciou, informou, afirmou",
        "clause": "que, quem, após",
        "every": "cada, toda, todo",
    },
    "nl": {
        "months": "januari, jan* | februari, feb* | maart, mrt* | april, apr* | mei | juni, jun* | juli, jul* | "
        "augustus, aug* | september, sept*, sep* | oktober, okt* | november, nov* | december, dec*",
        "weekdays": "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag",
        "day before": "gisteren",
        "same day": "vandaag, vanavond, vanochtend, vanmiddag",
        "day after": "morgen",
        "seasons": "voorjaar, lente | zomer | herfst, najaar | winter",
        "units": "dag, dagen* | week, weken* | weekend | maand, maanden* | kwartaal | helft | jaar, jaren* | "
        "decennium | nacht",
        "numbers": "een, één | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | elf | twaalf",
        "ordinals": "eerste | tweede | derde | vierde",
        "last": "vorige, vorig, afgelopen",
        "next": "volgende, volgend, komende",
        "this": "deze, dit",
        "early": "begin",
        "mid": "half, medio, midden",
        "late": "eind, einde",
        "ago": "geleden",
        "of": "van, het, de",
        "in": "in",
        "since": "sinds",
        "on": "op",
        "between": "tussen",
        "to": "tot, tot en met",
        "and": "en, of",
        "about": "omstreeks, circa",
        "ahead": "zal, zullen, wordt, worden, gepland, geplande, begint, beginnen, gaat, gaan",
        "said": "zei, meldde, zegt, vertelde",
        "clause": "dat, die, nadat",
        "every": "elke, elk, iedere, ieder",
        "day parts": "avond, ochtend, morgen, middag, namiddag, nacht",
    },
    "pl": {
        "months": "styczeń, stycznia, styczniu | luty*, lutego, lutym | marzec, marca, marcu | "
        "kwiecień, kwietnia, kwietniu | maj*, maja*, maju | czerwiec, czerwca, czerwcu | lipiec, lipca, lipcu | "
        "sierpień, sierpnia, sierpniu | wrzesień, września, wrześniu | październik, października, październiku | "
        "listopad, listopada, listopadzie | grudzień, grudnia, grudniu",
        "weekdays": "poniedziałek, poniedziałku | wtorek, wtorku | środę, środa, środy | czwartek, czwartku | "
        "piątek, piątku | sobotę, sobota, soboty | niedzielę, niedziela, niedzieli",
        "day before": "wczoraj",
        "same day": "dziś, dzisiaj",
        "day after": "jutro",
        "seasons": "wiosną | latem | jesienią | zimą",
        "units": "dzień, dni* | tydzień, tygodniu, tygodnie*, tygodni* | weekend | miesiąc, miesiącu, miesiące*, "
        "miesięcy* | kwartale | półroczu | rok, roku, lata*, lat*, r | dekada | noc",
        "numbers": "jeden | dwa, dwie | trzy | cztery | pięć | sześć | siedem | osiem | dziewięć | dziesięć",
        "ordinals": "pierwszym | drugim | trzecim | czwartym",
        "last": "zeszły, zeszłym, zeszłego, ubiegły, ubiegłym, ubiegłego, ubiegłą, zeszłą, minionym",
        "next": "przyszły, przyszłym, przyszłego, przyszłą, najbliższy, najbliższą",
        "this": "tym, bieżącym, ten, tę, tego, bieżącego",
        "early": "początku",
        "mid": "połowie",
        "late": "końcu, koniec, końca",
        "ago": "temu",
        "of": "dnia",
        "in": "w, we",
        "since": "od",
        "between": "między, pomiędzy",
        "to": "do",
        "and": "a, i, lub, albo",
        "about": "około",
        "ahead": "będzie, będą, ma, mają, planowane, planowany, odbędzie, odbędą, rozpocznie, rozpoczną, planowana, "
        "zaplanowano, zaplanowana, zaplanowany",
        "said": "powiedział, powiedziała, poinformował, oświadczył",
        "clause": "który, która, które, że, po",
        "every": "każdy, każdą, każdego, każdej",
    },
    "ru": {
        "months": "январь, января, январе | февраль, февраля, феврале | март, марта, марте | апрель, апреля, апреле | "
        "май, мая, мае | июнь, июня, июне | июль, июля, июле | август, августа, августе | "
        "сентябрь, сентября, сентябре | октябрь, октября, октябре | ноябрь, ноября, ноябре | "
        "декабрь, декабря, декабре",
        "weekdays": "понедельник, понедельника | вторник, вторника | среду* | четверг, четверга | "
        "пятницу, пятница, пятницы | субботу, суббота, субботы | воскресенье, воскресенья",
        "day before": "вчера",
        "same day": "сегодня",
        "day after": "завтра",
        "seasons": "весной | летом | осенью | зимой",
        "units": "день, дня, дней* | неделя, неделе, недели, недель*, неделю | | месяц, месяце, месяца, месяцев* | "
        "квартале | полугодии | год, году, года, лет*, г | десятилетие | ночью",
        "numbers": "один, одну | два, две | три | четыре | пять | шесть | семь | восемь | девять | десять",
        "ordinals": "первом | втором | третьем | четвертом, четвёртом",
        "last": "прошлый, прошлой, прошлом, прошлую, прошлого, минувший, минувшую",
        "next": "следующий, следующей, следующем, следующую, будущем, следующего, будущего",
        "this": "этой, этом, эту, этот, нынешнем, текущего, этого, нынешнего",
        "early": "начале, начала",
        "mid": "середине",
        "late": "конце, конца",
        "ago": "назад",
        "in": "в, во",
        "since": "с",
        "between": "между",
        "to": "по, до",
        "and": "и, или",
        "about": "около",
        "ahead": "будет, будут, состоится, запланировано, запланирована, запланирован, намечен, намечена, "
        "состоятся, пройдет, пройдёт, пройдут, начнется, начнётся, начнутся, планируется, ожидается, запланированы, "
        "намечены",
        "decade ending": "е, х",
        "said": "заявил, заявила, сообщил, сообщила, сообщили, рассказал",
        "clause": "который, которая, которое, которые, что, после",
        "every": "каждый, каждую, каждое, каждого, каждой",
    },
    "uk": {
        "months": "січень, січня, січні | лютий*, лютого*, лютому* | березень, березня, березні | "
        "квітень, квітня, квітні | травень, травня, травні | червень, червня, червні | липень, липня, липні | "
        "серпень, серпня, серпні | вересень, вересня, вересні | жовтень, жовтня, жовтні | "
        "листопад, листопада, листопаді | грудень, грудня, грудні",
        "weekdays": "понеділок, понеділка | вівторок, вівторка | середу* | четвер, четверга | "
        "п'ятницю, п’ятницю, п'ятниці, п’ятниці | суботу, субота, суботи | неділю, неділя, неділі",
        "day before": "вчора, учора",
        "same day": "сьогодні",
        "day after": "завтра",
        "seasons": "навесні | влітку | восени | взимку",
        "units": "день, дні, днів* | тиждень, тижня, тижні, тижнів* | | місяць, місяця, місяці, місяців* | кварталі | "
        "півріччі | рік, року, році, роки, років*, р | десятиліття | вночі",
        "numbers": "один | два, дві | три | чотири | п'ять, п’ять | шість | сім | вісім | дев'ять, дев’ять | десять",
        "ordinals": "першому | другому | третьому | четвертому",
        "last": "минулий, минулого, минулому, минулу",
        "next": "наступний, наступного, наступному, наступну",
        "this": "цього, цьому, цю",
        "early": "початку",
        "mid": "середині",
        "late": "наприкінці, кінці, кінця",
        "ago": "тому",
        "in": "у, в, на",
        "since": "з, від",
        "between": "між",
        "to": "до, по",
        "and": "і, та, або, чи",
        "about": "близько",
        "ahead": "буде, будуть, відбудеться, заплановано, відбудуться, пройде, пройдуть, розпочнеться, "
        "розпочнуться, планується, очікується, запланована, запланований, заплановані",
        "decade ending": "ті, х",
        "said": "заявив, заявила, повідомив, повідомила, повідомили, розповів",
        "clause": "який, яка, яке, які, що, після",
        "every": "кожен, кожну, кожного, кожної",
    },
    "tr": {
        "months": "ocak* | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim* | kasım | aralık*",
        "weekdays": "pazartesi | salı günü, salı* | çarşamba | perşembe | cuma | cumartesi | pazar günü, pazar*",
        "day before": "dün",
        "same day": "bugün, bu gece, bu sabah",
        "day after": "yarın",
        "seasons": "ilkbaharda | yazında | sonbaharda | kışında",
        "units": "gün | hafta | hafta sonu | ay | çeyreğinde | yarısında | yıl, sene | on yıl | gece",
        "numbers": "bir | iki | üç | dört | beş | altı | yedi | sekiz | dokuz | on",
        "ordinals": "ilk | ikinci | üçüncü | dördüncü",
        "last": "geçen, geçtiğimiz",
        "next": "gelecek, önümüzdeki",
        "this": "bu",
        "ago": "önce",
        "to": "ile",
        "and": "ve, veya",
        "about": "yaklaşık",
        "ahead": "yapılacak, olacak, planlanan",
        "said": "dedi, söyledi, açıkladı, bildirdi",
        "every": "her",
    },
    "ar": {
        "months": "يناير, كانون الثاني | فبراير, شباط | مارس, آذار | أبريل, إبريل, نيسان | مايو, أيار | "
        "يونيو, حزيران | يوليو, تموز | أغسطس, آب | سبتمبر, أيلول | أكتوبر, تشرين الأول | نوفمبر, تشرين الثاني | "
        "ديسمبر, كانون الأول",
        "weekdays": "الاثنين, الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد",
        "day before": "أمس",
        "same day": "اليوم",
        "day after": "غدا, غدًا",
        "seasons": "ربيع | صيف | خريف | شتاء",
        "units": "يوم, أيام*, يوما | أسبوع, الأسبوع, أسابيع* | | شهر, الشهر, أشهر* | | | "
        "عام, العام, سنة, السنة, سنوات*, أعوام* | عقد",
        "numbers": "| | ثلاثة, ثلاث | أربعة, أربع | خمسة, خمس | ستة, ست | سبعة, سبع | ثمانية, ثماني | "
        "تسعة, تسع | عشرة, عشر",
        "last after": "الماضي, الماضية",
        "next after": "المقبل, القادم, المقبلة, القادمة",
        "this": "هذا, هذه",
        "early": "أوائل, مطلع, بداية",
        "mid": "منتصف",
        "late": "أواخر, نهاية",
        "ago before": "قبل, منذ",
        "of": "من, عام, سنة, شهر",
        "in": "في, خلال",
        "between": "بين",
        "to": "إلى, حتى",
        "and": "و, أو",
        "about": "نحو, حوالي",
        "ahead": "سوف, سيتم, المقرر",
        "said": "قال, قالت, أعلن, أعلنت",
        "clause": "الذي, التي, أن, بعد",
        "every": "كل",
    },
}
# Languages that write the names of months and weekdays large.
_LARGE = frozenset({"en", "de", "tr"})
_NAMES = frozenset({"months", "weekdays", "short weekdays"})
_EASTERN_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
