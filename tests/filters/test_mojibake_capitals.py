"""Words in capitals have a reading in small letters in the next Cyrillic table: it is no text."""

from itertools import pairwise

import pytest

from scrubtext.filters.mojibake import Mojibake
from scrubtext.mojibake.cyrillic import convincing
from scrubtext.pipeline import Pipeline

CLEAN = {
    "be": "бахрэйн эрытрэя эстонія люты чэрвень жнівень верасень цяперашнюю рэдагаваць адчыніць захаваць як ўставіць",
    "bg": "нюфаундленд бързо меню януари февруари юли обединено кралство гърция унгария съхранение отваряне вмъкване",
    "uk": "єгипет угорщина жовтень липень редагувати вставити вийти цвях офшор юньнань",
    "sr": "јануар фебруар мађарска њемачка уређивање џибути љубљана шпанија ћуприја",
    "mk": "јануари унгарија шпанија џибути уредување ѓаконија ќерамика њујорк",
    "kk": "қаңтар ақпан қыркүйек өңдеу қою биіктігі эфиопия мьянма шығу",
    "ky": "үчтүн айы жетинин айы оңдоо чыгуу оффшор кыргызстан эстония",
    "tg": "ҷопон маҷористон оё фармони таҳрир ҳуҷҷат эфиопия чумҳурӣ",
    "mn": "хэрэглэх хэрэглэгчийн хэмжээ шинэчлэгдэх нэрлэх дугуй сум файлын нэгдмэл хэл бичээсээр хадгалах гарах",
    "ce": "йоккха мехкаш хьажор хийцам эфиопи шен цӏе оьрсийчоь",
    "tt": "гыйнвар июнь шәһәр үзгәртү чыгу эстония оффшор",
    "os": "хъуымыхъхъаг æфсæн уырыссаг",
}
GARBLED = {
    "не удалось открыть файл, проверьте права доступа": "koi8-r",
    "сегодня вечером мы собираемся в театр": "koi8-r",
    "бабушка испекла пирог с яблоками": "iso8859-5",
}


@pytest.mark.parametrize("lang", CLEAN)
def test_names_and_menus_in_capitals_stay(lang):
    line = Pipeline([Mojibake()])
    words = CLEAN[lang].upper().split()
    for text in [*words, *map(" ".join, pairwise(words)), " ".join(words)]:
        assert line(text) == text


@pytest.mark.parametrize("text", GARBLED)
def test_small_letters_read_as_capitals_come_back(text):
    assert Pipeline([Mojibake()])(text.encode(GARBLED[text]).decode("cp1251")) == text


def test_names_keep_their_turned_case():
    assert convincing("пТЙЧЕФ", "Привет")
    assert not convincing("ХЭРЭГЛЭХ", "иьтьзмьи")
    assert convincing("Ïðèâåò", "Привет")  # only Cyrillic is weighed
