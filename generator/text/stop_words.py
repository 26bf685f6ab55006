"""The small words of the larger languages: what prose is held together by, whatever it tells of."""

from __future__ import annotations

# Forty or so of the commonest function words each, from memory of the language; none is needed for all of them.
_LISTS = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which one were her she all their been has will would there what if who about when its more said",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son ont "
    "aux mais comme ou cette leur elle d l qu s n été être sa ces nous ses deux je avait",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está",
    "it": "di e il la che in un a per è una sono con non del si da come le al dei nel alla più anche i gli lo della "
    "delle dal ha su ma nella ai o se loro questo hanno sua dalla questa stato essere suo l",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu "
    "sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era são",
    "nl": "de van een het en in is dat op te zijn met voor niet die aan er om ook als dan maar bij uit door over hij "
    "naar heeft ze nog wordt kan deze werd hebben zich was meer of tot tegen geen moet",
    "sv": "och i att en som är på det av för med den till inte har de om ett men var jag sig från vi så kan när man "
    "under också eller efter vid nu sin där hade ska han hon skulle än ut över",
    "da": "og i at en er på det af for med den til ikke har de om et men var jeg sig fra vi så kan når man under også "
    "eller efter ved nu sin hvor havde skal han hun ville end ud over som blev",
    "no": "og i å en er på det av for med den til ikke har de om et men var jeg seg fra vi så kan når man under også "
    "eller etter ved nå sin hvor hadde skal han hun ville enn ut over som ble",
    "fi": "ja on ei se että oli hän joka mutta ovat myös kun niin sen mukaan kuin jo ole vain tai olla jos sekä noin "
    "hänen nyt sitä siitä mitä vielä jotka sitten tämä ollut mukana",
    "pl": "w i na z się do nie że to jest o jak za od po przez dla są ale by czy tym a oraz jego był co ich może już "
    "tego przed także ze tylko jej lub być który które która będzie pod została",
    "cs": "a v se na je že s z do o to i za by pro k ve jsem po ale jako od byl tak však jeho které který si není jsou "
    "podle také už než byla být až nebo má při ze která bylo jen",
    "ro": "de și în a la cu pe din că o un nu pentru mai este care au fost sa se al ale prin sau dar după fi cele "
    "către despre sunt lui ce își ca iar această acest era",
    "hu": "a az és hogy nem is egy volt ez meg de már csak még el mint vagy aki ki azt lesz van szerint ezt után majd "
    "pedig ha én amely között több lehet által",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi kadar ne sonra en olduğunu ancak ise ya her ki mi o "
    "değil var tarafından dedi göre oldu ilk iki yeni şu üzere",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka "
    "lebih telah oleh kata sudah dia kami atau sebagai menjadi adalah bahwa para",
    "vi": "và của là có không được cho trong các một với người những này đã khi để đến từ về ra ông tại cũng như trên "
    "vào nhiều sẽ đó theo năm sau bị",
    "ru": "и в не на что с по он как это к но из у за от о его для так же все она было бы или был до их а году также "
    "после при только уже во со если которые который может были",
    "uk": "і в не на що з та у до як за про він це від для його але по вона також які який було був так під після або "
    "через року її може вже їх зі час щоб",
    "bg": "на и в за от да не се е с че си по като са това до при който но те той или през след които със беше има за "
    "която още бъде във най само",
    "el": "και το να του η της με που την από για ο τα στο είναι των τον σε οι στην τη θα δεν ότι στη μια ένα τους "
    "αλλά ως αυτό κατά έχει στον στα μετά οποία όπως",
    "ar": "في من على أن إلى عن مع هذا التي الذي هذه كان ما لا بعد بين قد كما لم وفي كل إن أو ذلك حيث خلال قال وقال "
    "عام ولا كانت قبل وأن حتى منذ غير أي هو وهو هي",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم شده می ها نیز بود شود شد وی ما یا اما اند باید هر "
    "پس دو گفت های",
    "he": "של את על לא הוא זה כי עם גם היא אל כל או אם מה יותר אך אבל בין רק היה הם לאחר אשר זו ידי כן כמו אני",
    "hi": "के में की है और से का को पर ने कि एक यह भी नहीं हैं लिए इस कर था तो ही गया हो या अपने कहा वह बाद जो साथ तक थे रहे हुए",
}

STOP_WORDS = {lang: frozenset(words.split()) for lang, words in _LISTS.items()}
