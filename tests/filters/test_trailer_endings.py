"""How an article ends is the author's, also where furniture for certain follows; and what stands in it goes."""

import pytest

import scrubtext

ARTICLE = {
    "zh": "石桥在春天修好了，孩子们不用再绕路上学。村里的老人说，上一次修桥还是他年轻的时候，那时没有汽车。\n"
    "桥头种了两排柳树，到了夏天，人们在树下乘凉、下棋，一坐就是半天，直到月亮升起。",
    "ja": "春に石橋が直り、子どもたちは遠回りをせずに学校へ通えるようになった。村の老人は、前に橋を直したのは若いころだったと話す。\n"
    "橋のたもとには柳が植えられ、夏になると人々が木陰で涼み、将棋を指している。",
    "ko": "봄에 돌다리가 고쳐져 아이들은 더 이상 먼 길로 돌아가지 않아도 된다. 마을 노인은 젊었을 때 다리를 고친 적이 있다고 말했다.\n"
    "다리 옆에는 버드나무를 심었고, 여름이면 사람들이 그늘에 앉아 장기를 둔다.",
    "ru": "Весной починили каменный мост, и детям больше не нужно ходить в школу в обход. Старик говорит, что в последний"
    " раз мост чинили, когда он был молод.\nУ моста посадили ивы, и летом люди сидят в тени до самого вечера.",
    "en": "The stone bridge was repaired in spring, and the children no longer walk the long way to school. An old man says"
    " it was last repaired when he was young.\nWillows were planted beside it, and in summer people sit in the shade.",
}
FURNITURE = {
    "zh": "责任编辑：方圆\n分享到：微信 微博\n相关阅读：\n老城的新灯\n河边的春天\n关于我们 | 联系我们 | 隐私政策\nCopyright © 2020 河岸网 版权所有",
    "ja": "この記事をシェアする\n関連記事\n港の朝市\n町の灯り\n会社概要 | プライバシーポリシー | お問い合わせ\n© 2020 河岸新聞",
    "ko": "이 기사를 공유하기\n관련기사\n항구의 아침 시장\n마을의 등불\n회사소개 | 개인정보처리방침 | 고객센터\n저작권자 © 강변일보 무단전재 및 재배포 금지",
    "ru": "Поделиться в соцсетях\nЧитайте также:\nУтренний рынок у порта\nФонари старого города\nО нас | Контакты | Реклама\n"
    "© 2020 Речная газета. Все права защищены.",
    "en": "Share this article\nRelated stories\nThe morning market\nLamps of the old town\nAbout us | Contact | Privacy policy\n"
    "© 2020 River Courier. All rights reserved.",
}
ENDINGS = {
    "zh": ["方圆", "二〇二一年三月于北京", "（完）", "作者附记", "晚安，石桥", "图为修好的石桥", "门票：二十元", "时间：三月五日\n地点：文化馆",
           "王小明　李大山　赵四海", "下期预告 柳树的故事", "谨以此文纪念我的祖父", "写于春天的最后一天", "热门的不一定是好的",
           "祝大家新年快乐", "给读者的一封信", "集合地点：老城门口", "配料：糯米、红糖", "第二天：雨", "我的微信步数", "编辑部的灯还亮着"],
    "ja": ["おわり", "（山田太郎）", "参加費 五百円", "集合場所：旧城門", "材料：もち米、黒砂糖", "問い合わせ先 文化会館", "写真は直った石橋", "次の春へ", "祖父に捧げる",
           "みなさん、お元気で"],
    "ko": ["끝", "김철수", "참가비 오천 원", "모이는 곳: 옛 성문", "문의 문화회관", "할아버지께 바칩니다", "다음 봄을 기다리며", "독자 여러분께"],
    "ru": ["Конец", "Иван Петров", "Посвящается моему деду", "Вход свободный", "Место встречи: у старых ворот", "Состав: рожь, мёд", "До новой весны", "Новости одного моста",
           "С уважением, Иван Петров"],
    "en": ["Jane Moss", "For my grandfather", "Admission free", "Until next spring", "Yours, Jane Moss", "Deine Anna",
           "Wien, im Mai", "Für meinen Großvater", "Mit herzlichen Grüßen\nIhr Thomas", "Stories my grandfather told",
           "A letter to the reader", "Meeting point: the old gate", "Ingredients: rye, honey, salt",
           "Second day: rain", "Motto: slowly", "Home at last", "The latest word", "Top of the hill", "Two eggs\nA spoon of honey"],
}  # fmt: skip
CASES = [(lang, ending) for lang, endings in ENDINGS.items() for ending in endings]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize(("lang", "ending"), CASES)
def test_the_last_words_of_the_author_stay(lang, ending, gap):
    text = gap.join([*ARTICLE[lang].split("\n"), ending, *FURNITURE[lang].split("\n")])
    cleaned = scrubtext.clean(text)
    assert all(line in cleaned for line in ending.split("\n"))
    assert FURNITURE[lang].split("\n")[-1] not in cleaned


SIGNED = {
    "zh": ["子女叩首", "店主 老罗 敬上", "魏长庚\n三月十一日", "二〇一九年秋于江边", "全剧终", "明年春天，我们再见！", "你呢？",
           "甲方：\n乙方：", "日期：                  日期：",
           "扫描二维码以前，先看一眼网址。公共场所的二维码可能被人贴过一层。"],
    "ja": ["またお会いしましょう！", "二〇一九年秋"],
    "ko": ["맛있게 드세요!", "그럼 다음에 또 만나요!", "2009년 가을"],
    "ru": ["Приятного аппетита!", "До встречи на собрании!", "Н. Лисицына",
           "Следующий рассказ будет о бане.\nВаш сосед Фёдор"],
    "en": ["See you at the next meeting!", "Enjoy!", "Yours faithfully, A Parishioner", "Happy walking!",
           "Hope this helps! Let me know how you get on.", "Signed: ____________    Date: ____________",
           "Guten Appetit!", "Frohes Bohren!", "H. Lavigne", "¡Nos vemos en la fiesta de San Roque!",
           "Schreib uns, wie es Dir geht, und teile uns mit, wann Du kommst.\nDeine Hanne",
           "Vielen Dank fürs Lesen und bis zum nächsten Mal auf dem Dorfplatz!", "Sampai jumpa di edisi berikutnya!",
           "See also: kittiwake, which does neither and lives at sea.", "MIT, by all who wrote it. See LICENSE."],
}  # fmt: skip


@pytest.mark.parametrize(("above", "below"), [("\n\n", "\n"), ("\n\n", "\n\n"), ("\n", "\n")])
@pytest.mark.parametrize("lang", SIGNED)
def test_a_farewell_stays_though_furniture_is_glued_to_it(lang, above, below):
    for ending in SIGNED[lang]:
        told = f"{ARTICLE[lang]}\n{ending}".replace("\n", above)
        assert scrubtext.clean(f"{told}{below}{FURNITURE[lang]}") == told


@pytest.mark.parametrize("lang", ARTICLE)
def test_a_group_apart_from_the_article_goes_whole(lang):
    group = "\n".join(["Kwixby > Lumo > Vask", "0", FURNITURE[lang]])
    told = ARTICLE[lang].replace("\n", "\n\n")
    assert scrubtext.clean(f"{told}\n\n{group}") == told
    assert scrubtext.clean(f"{told}\nKwixby Lumo\n{FURNITURE[lang]}") == f"{told}\nKwixby Lumo"


REPLY = {"zh": "回复", "ja": "返信する", "ru": "Ответить", "en": "Reply"}


@pytest.mark.parametrize("lang", REPLY)
def test_remarks_with_name_and_day_go_with_their_buttons(lang):
    thread = f"Mossy\n12.03.2019 14:25\nA fine walk, that.\n{REPLY[lang]}\nReed7\n13.03.2019 08:02\nQuite so.\n{REPLY[lang]}"
    assert scrubtext.clean(f"{ARTICLE[lang]}\n{thread}\n{FURNITURE[lang]}") == ARTICLE[lang]


def test_a_diary_with_days_and_remarks_stays():
    days = "\n".join(f"{day}.03.2019 14:25\nWe walked to the mill and back again." for day in range(10, 18))
    assert scrubtext.clean(days) == days


SENTENCES = [
    ("en", "The story of the drowned bell appeared in every newspaper."),
    ("en", "Published by her uncle, the book sold out in a week."),
    ("en", "Every Sunday, she wrote to him and put the letter in your inbox."),
    ("en", "Thank you for reading this far, dear reader."),
    ("en", "People here know the river well and fear it."),
    ("en", "I am a nurse in the Amazon, and I will stay."),
    ("en", "[Enter KING RICHARD]"),
    ("en", "![The crane unloading](unloading.jpg)"),
    ("en", "Taxi service 24/7 qtx24.com"),
    ("ru", "Журнал «Огонёк» выходит до сих пор."),
    ("ru", "Вы можете оставлять ключи у соседей, если уезжаете надолго."),
    ("ru", "Цены на хлеб могут измениться уже весной, считают эксперты."),
    ("ko", "올해 사과 가격 변동 폭은 더 커질 전망이다."),
    ("ja", "母さんを応援する"),
    ("zh", "我是有底线的。"),
    ("zh", "文章收录在他的第一本文集里。"),
    ("zh", "小说里的人把书放回书架就走了。"),
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_a_sentence_like_those_of_pages_stays(lang, sentence):
    first, last = ARTICLE[lang].split("\n")
    for text in ("\n\n".join([first, last, sentence]), "\n\n".join([first, sentence, last])):
        assert scrubtext.clean(text) == text
