"""Reports of a few sentences, in whatever language, are taken whole; lists of a few articles are refused."""

import pytest

from generator.articles.cleaning.clean import clean
from generator.articles.receipts import Refused

REPORTS = {
    "en": """Home|News|Sport
Harbour bridge to close for six weeks
4 March 2019
The harbour bridge will close for six weeks from Monday while its cables are replaced, the port said.
"We have put this off for too long," said Ada Holm.
Ferries will run every ten minutes.
Most read|Minister resigns|Contact us""",
    "ar": """الرئيسية|أخبار|رياضة
إغلاق جسر الميناء ستة أسابيع للصيانة
4 مارس 2019
أعلنت سلطة الميناء اليوم الاثنين إغلاق جسر الميناء أمام حركة المرور لمدة ستة أسابيع لاستبدال الكابلات.
وقالت مديرة السلطة آدا هولم إن العمل تأخر سنوات طويلة.
وستعمل العبارات كل عشر دقائق خلال فترة الإغلاق، ويُنصح السائقون باستخدام النفق.
اقرأ أيضا|الوزير يستقيل بعد أزمة الميزانية|اتصل بنا""",
    "ru": """Главная|Новости|Спорт
Мост в порту закроют на шесть недель
4 марта 2019
Мост через гавань закроют для движения на шесть недель, чтобы заменить тросы, сообщила администрация порта.
«Мы слишком долго это откладывали», — заявила директор порта Ада Холм.
Паромы будут ходить каждые десять минут.
Читайте также|Министр ушёл в отставку|Контакты""",
    "zh": """首页|新闻|体育
海港大桥将关闭六周更换缆索
2019-03-04 08:00
海港大桥将从周一起关闭六周，以更换老化的缆索，港务局当天宣布。
港务局局长霍尔姆表示，这项工程已经推迟得太久了。
渡轮将每十分钟开行一班，并建议司机改走隧道。
相关阅读|部长因预算危机辞职|联系我们""",
    "hi": """होम|समाचार|खेल
बंदरगाह का पुल छह हफ्ते के लिए बंद होगा
4 मार्च 2019
बंदरगाह प्राधिकरण ने सोमवार को कहा कि केबल बदलने के लिए बंदरगाह का पुल छह हफ्ते तक बंद रहेगा।
प्राधिकरण की निदेशक एडा होल्म ने कहा कि यह काम बहुत समय से टल रहा था।
इस दौरान हर दस मिनट में नाव चलेगी।
यह भी पढ़ें|मंत्री ने इस्तीफा दिया|संपर्क करें""",
    "tr": """Ana Sayfa|Gündem|Spor
Liman köprüsü altı hafta kapanacak
4 Mart 2019 08:00
Liman köprüsü, halatların değiştirilmesi için pazartesi gününden itibaren altı hafta boyunca trafiğe kapatılacak.
Liman müdürü Ada Holm, "Bunu çok uzun süredir erteliyorduk" dedi.
Feribotlar on dakikada bir kalkacak.
İlgili haberler|Bakan istifa etti|İletişim""",
}  # fmt: skip
STORIES = {
    "Tiger seen near school": "Police searched gardens in the north on Tuesday after two pupils saw a large cat.",
    "Bakers go on strike": "Bread was short in the capital this morning, as eight hundred ovens stayed cold.",
    "Comet returns tonight": "Astronomers expect thousands on the hills, where a faint tail can be seen at last.",
    "Minister resigns over house": "Expenses of a holiday cost Bo Lind his office, a spokeswoman confirmed last night.",
    "Old violin sold again": "An unnamed collector paid four million for an instrument that lay in an attic for years.",
}


@pytest.mark.parametrize("language", REPORTS)
def test_a_report_of_three_sentences_is_taken_whole_and_nothing_else(language: str) -> None:
    page = REPORTS[language].replace("|", "\n")
    assert [paragraph.text for paragraph in clean(page).paragraphs] == REPORTS[language].split("\n")[3:6]


UNSTOPPED = {
    "ar": """الرئيسية|أخبار|رياضة
إغلاق جسر الميناء ستة أسابيع للصيانة
4 مارس 2019
أعلنت سلطة الميناء اليوم الاثنين إغلاق جسر الميناء أمام حركة المرور لمدة ستة أسابيع لاستبدال الكابلات التي تآكلت
وقالت مديرة السلطة آدا هولم في مؤتمر صحفي إن العمل تأخر سنوات طويلة وإن السلطة لم تعد قادرة على الانتظار
وأضافت أن العبارات ستعمل كل عشر دقائق خلال فترة الإغلاق، ونصحت السائقين باستخدام النفق أو ترك سياراتهم في المنازل
اقرأ أيضا|الوزير يستقيل بعد أزمة الميزانية|اتصل بنا""",
    "th": """หน้าแรก|ข่าว|กีฬา
ปิดสะพานท่าเรือหกสัปดาห์
2019-03-04 08:00
การท่าเรือประกาศปิดสะพานท่าเรือเป็นเวลาหกสัปดาห์เพื่อเปลี่ยนสายเคเบิลตั้งแต่วันจันทร์เป็นต้นไป
เอดา โฮล์ม ผู้อำนวยการท่าเรือ กล่าวว่าได้เลื่อนงานนี้มานานเกินไปแล้วและไม่สามารถรอได้อีกต่อไป
เรือข้ามฟากจะออกทุกสิบนาที และขอให้ผู้ขับขี่ใช้อุโมงค์หรือจอดรถไว้ที่บ้านในช่วงที่ปิดสะพาน
ข่าวที่เกี่ยวข้อง|รัฐมนตรีลาออก|ติดต่อเรา""",
}


@pytest.mark.parametrize("language", UNSTOPPED)
def test_where_no_full_stop_is_written_paragraphs_are_known_by_their_length(language: str) -> None:
    page = UNSTOPPED[language].replace("|", "\n")
    assert [paragraph.text for paragraph in clean(page).paragraphs] == UNSTOPPED[language].split("\n")[3:6]


def test_a_report_of_one_sentence_is_one_below_a_headline_that_tells_the_same() -> None:
    sentence = "The harbour bridge will close on Monday for six weeks, the port said."
    page = f"Home\nNews\nHarbour bridge to close\n4 March 2019\n{sentence}\nMost read\nMinister resigns\nContact us"
    assert [paragraph.text for paragraph in clean(page).paragraphs] == [sentence]
    with pytest.raises(Refused, match="only headlines or links"):
        clean(page.replace("Harbour bridge to close", "Weather and traffic"))


def test_what_the_site_says_below_a_short_report_is_no_part_of_it() -> None:
    notice = "Sign up for our newsletter and get the stories of the day in your inbox every morning."
    page = REPORTS["en"].replace("|", "\n").replace("Most read", notice)
    assert notice not in [paragraph.text for paragraph in clean(page).paragraphs]


@pytest.mark.parametrize("stories", [3, 4, 5])
@pytest.mark.parametrize("below", ["", "3 hours ago", "Read more"])
def test_a_list_of_a_few_articles_is_refused(stories: int, below: str) -> None:
    items = [line for item in list(STORIES.items())[:stories] for line in (*item, below)]
    with pytest.raises(Refused):
        clean("\n".join(["Home", "Latest news", *items, "Older posts"]))


def test_a_list_within_an_article_is_no_list_of_articles() -> None:
    plants = [
        (
            "Blue sage for beds",
            "The sage flowers until autumn in dry beds and wants next to no water from the gardener.",
        ),
        (
            "Old rose by the wall",
            "This rose flowers twice, wants a warm wall, and no gardener needs to water its beds.",
        ),
        (
            "White thyme on stones",
            "Thyme covers dry stones in a year, flowers in June and leaves the gardener in peace.",
        ),
        ("Wild mint in shade", "In shade the mint flowers late, wants water every day, and the gardener a good spade."),
    ]
    page = "\n".join(["Four plants for dry gardens", *(line for plant in plants for line in plant)])
    assert len([one for one in clean(page).paragraphs if one.kind == "prose"]) == 4
