"""UTF-8 with bad bytes, NULs among text, short words of scripts no code page has; and what must stay."""

import json
from pathlib import Path

import pytest

from scrubtext import decode

SENTENCES = json.loads(
    (Path(__file__).parents[1] / "benchmarks" / "decode_sentences.json").read_text("utf-8")
)
GERMAN = "Die alte Brücke wurde im Frühjahr erneuert. Die Kinder müssen keinen Umweg mehr gehen – schön.\n"
OWN = {
    "uk": "Учора ввечері ми чекали на потяг, а він спізнився на годину.\n",
    "da": "Køerne står på marken, og børnene går hjem ad den våde sti.\n",
    "hy": "Երեկ երեկոյան մենք սպասում էինք գնացքին, բայց այն ուշացավ։\n",
    "ka": "გუშინ საღამოს მატარებელს ველოდით, მაგრამ დააგვიანა.\n",
    "gu": "ગઈકાલે સાંજે અમે ટ્રેનની રાહ જોતા હતા, પણ તે મોડી પડી.\n",
    "si": "ඊයේ සවස අපි දුම්රිය එනතුරු බලා සිටියෙමු.\n",
    "am": "ትናንት ማታ ባቡሩን ጠበቅን ነገር ግን ዘገየ።\n",
    "dv": "އިއްޔެ ހަވީރު އަހަރެމެން ވަނީ މަޑުކޮށްފައި.\n",
    "kk": "Кеше кешке біз пойызды күттік, бірақ ол кешігіп келді.\n",
    "is": "Í gær biðum við eftir lestinni en hún kom þremur stundum of seint.\n",
}
LANGUAGES = {**{tag: " ".join(rows) + "\n" for tag, rows in SENTENCES.items()}, **OWN}
LEGACY = {
    "zh-Hans": "gbk", "zh-Hant": "big5", "ja": "cp932", "ko": "cp949", "ru": "cp1251", "el": "cp1253", "tr": "cp1254",
    "pl": "cp1250", "cs": "iso8859-2", "hu": "cp1250", "de": "cp1252", "fr": "cp1252", "es": "cp1252", "pt": "cp1252",
    "th": "cp874", "he": "cp1255", "ar": "cp1256",
}  # fmt: skip


def fitting(text, encoding):
    return text.encode(encoding, "ignore").decode(encoding)


# What must stay


@pytest.mark.parametrize("times", [1, 8])
@pytest.mark.parametrize("lang", LEGACY)
def test_legacy_text_stays_legacy(lang, times):
    text = fitting(LANGUAGES[lang] * times, LEGACY[lang])
    assert decode(text.encode(LEGACY[lang])).text == text


@pytest.mark.parametrize("phrase", ["活动模式", "缺失 'sof:' 前缀", "学习", "小说", "同时，什么", "盖茨黑德郡"])
@pytest.mark.parametrize("times", [20, 400])
def test_chinese_that_is_utf8_in_part_again_and_again(phrase, times):
    text = f"{phrase}\n" * times + "今天我们去图书馆看书。\n"
    assert decode(text.encode("gbk")).text == text


@pytest.mark.parametrize("word", ["Кърнинг", "китайска"])
def test_a_bulgarian_word_of_dos_again_and_again(word):
    text = f"{word}\n" * 100
    assert decode(text.encode("cp855")).text == text


@pytest.mark.parametrize(("lang", "encoding"), [("ja", "euc_jp"), ("ja", "cp932"), ("ko", "cp949"), ("zh-Hans", "gbk")])
def test_lines_in_two_encodings_stay_apart(lang, encoding):
    text = fitting(LANGUAGES[lang], encoding)
    names = ["utf-8", encoding, "utf-8", "utf-8", encoding]
    made = decode(b"".join(text.encode(name) for name in names))
    assert made.text == text * len(names)
    assert made.mixed


@pytest.mark.parametrize("lang", ["ru", "el", "he", "de"])
def test_a_line_of_an_old_code_page_among_utf8(lang):
    text = fitting(LANGUAGES[lang], LEGACY[lang])
    made = decode(text.encode() * 3 + text.encode(LEGACY[lang]) + text.encode() * 3)
    assert made.text == text * 7
    assert [s.encoding for s in made.segments][::2] == ["utf-8", "utf-8"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["ok", "plain text", "Müller & Söhne", "привет, мир", "你好，世界。ok", "私は 学生です。",
                                  "안녕 하세요", "Γειά σου", "第1章 绪论\n第2章 方法\n", "გამარჯობა, მსოფლიო"])  # fmt: skip
def test_utf16_without_a_mark_is_found(encoding, text):
    assert decode(text.encode(encoding)).text == text


# A few bad bytes


def damaged(text):
    data = text.encode()
    at = len(text[: len(text) // 2].encode())
    last = max(i for i, b in enumerate(data) if b > 0x7F)
    for bad in (b"\xff", b"\xe9", b"\x92", b"\xc3"):
        yield bad + b"\n" + data
        yield data[:at] + bad + b"." + data[at:]
        yield data + bad
    yield data[:last]
    yield data[:last] + data[last + 1 :]


@pytest.mark.parametrize("times", [1, 6, 60])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_bad_byte_flips_no_file(lang, times):
    for data in damaged(LANGUAGES[lang] * times):
        made = decode(data)
        assert made.text == data.decode("utf-8", "replace")
        assert (made.encoding, made.ambiguous) == ("utf-8", False)
        assert made.bad_bytes == len(made.bad_offsets) or made.bad_bytes == 2


def test_the_bad_byte_is_counted():
    made = decode((GERMAN * 6).encode() + b"\xc3")
    assert made.text == GERMAN * 6 + "\ufffd"
    assert (made.encoding, made.ambiguous, made.bad_bytes) == ("utf-8", False, 1)
    assert made.bad_offsets == (len((GERMAN * 6).encode()),)
    assert made.confidence == 1.0


@pytest.mark.parametrize("lang", ["de", "ru", "el", "ar", "he", "cs", "vi", "es"])
def test_five_bad_bytes_and_a_bad_line_far_away(lang):
    text = LANGUAGES[lang]
    data = text.encode() * 5
    for k in range(5):
        at = data.index(b" ", k * len(data) // 5) + 1
        data = data[:at] + b"\xff" + data[at:]
    assert decode(data).text == data.decode("utf-8", "replace")
    far = text.encode() * 400 + b"abc\xff\n" + text.encode() * 400
    assert decode(far).text == far.decode("utf-8", "replace")


def test_few_letters_in_much_ascii():
    data = ("A plain line of text, and another one.\n" * 40 + "The café is closed.\n" + "Plain again.\n" * 40).encode()
    made = decode(data + b"The naive \xff one.\n" + "Ask Zoë at the café.\n".encode())
    assert (made.encoding, made.bad_bytes) == ("utf-8", 1)


# NUL among text


@pytest.mark.parametrize(
    "text",
    ["Name:\0Müller\n", "好\0的，，走吧\0", "Fin de rango inválido\0", "ok\0", "abc\0", "Name:\0Mueller\n", "a note\0",
     "\0Привет, мир!", "один\0два\0", "שלום\0עולם", "é\0è\0ç\0"],
)  # fmt: skip
def test_a_nul_or_two_make_no_utf16(text):
    made = decode(text.encode())
    assert made.text == text
    assert made.encoding == ("ascii" if text.isascii() else "utf-8")


@pytest.mark.parametrize(("text", "encoding"), [("Größe:\0 ändern\n", "cp1252"), ("今天天气很好，\0我们去爬山。", "gbk"),
                                               ("Добрый вечер,\0 товарищи\n", "cp1251")])  # fmt: skip
def test_a_nul_in_a_legacy_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


# Short words of other scripts


@pytest.mark.parametrize(
    "text",
    ["કાર્ય માટેના ખાના", "ਸੈੱਲ ਬਦਲਦਾ ਹੈ", "ඊතලයේ සෙවනැල්ල", "Կոստա-Ռիկա", "Հետո", "თბილისი", "_უცნობი ელემენტი", "తెలుగు",
     "മലയാളം", "ಕನ್ನಡ", "தமிழ்", "አማርኛ", "މާލެ", "བོད་ཡིག", "မြန်မာ", "ខ្មែរ", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "ພາສາລາວ", "ଓଡ଼ିଆ", "বাংলা", "हिन्दी"],
)  # fmt: skip
def test_four_letters_of_one_script_are_no_accident(text):
    made = decode(text.encode())
    assert made.text == text
    assert (made.encoding, made.ambiguous) == ("utf-8", False)


def test_bytes_that_are_damage_are_no_letters_of_another_encoding():
    """Each alone on a line of ASCII they read well in some code page; together in none."""
    text = LANGUAGES["ru"] * 4
    lines = [b"Save the file\n", b"Op\xe9n it\n", b"Close it a\xf3ll\n", b"Print\x92out\n", b"Th\xc3e end\n", b"Go\xeeCart\n"]
    data = b"".join(line + text.encode() for line in lines)
    made = decode(data)
    assert made.text == data.decode("utf-8", "replace")
    assert (made.encoding, made.bad_bytes, made.mixed) == ("utf-8", 5, False)


@pytest.mark.parametrize("text", ["۲۰۰۰", "Tasanɣut, Taṭamult, Ṭelyan, tamaziɣt n umeṛṛuk, Malṭa, Tasiṛbit, Σiraq, Ččad\n" * 2])
def test_digits_and_letters_of_rare_alphabets(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["મહેરબાની કરીને", "ਲਾਟਦਾ ਮੀਨੂ", "മലയാളം ഭാഷ", "සිංහල භාෂාව"])
def test_utf16_of_scripts_whose_upper_byte_is_a_line_break(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["\0A3", "A\0", "C\0A4"])
def test_two_or_three_bytes(text):
    made = decode(text.encode())
    assert made.text == text if len(text) > 2 else made.text in (text, "A")
