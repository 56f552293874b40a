"""Made dirt: clean text written in one encoding and read as another, on the way there and back."""

from hypothesis import strategies as st

SENTENCES = {
    "zh": "孩子们把画好的风筝带到公园里，一直玩到太阳落山。",
    "zh-Hant": "圖書館的閱覽室週末開放到晚上九點，歡迎大家參加。",
    "ja": "駅前の喫茶店で友達とコーヒーを飲みながら話しました。",
    "ko": "우리 동네 도서관은 주말에도 늦게까지 문을 엽니다.",
    "ru": "Бабушка испекла пирог с яблоками и позвала соседей.",
    "fr": "L’été dernier, nous avons traversé la forêt à vélo.",
}
CHAINS = {
    "zh": [("utf-8", "cp1252"), ("gb18030", "cp1252"), ("gb18030", "cp950")],
    "zh-Hant": [("utf-8", "cp1252"), ("cp950", "cp1252")],
    "ja": [("utf-8", "cp1252"), ("cp932", "gb18030"), ("euc_jp", "cp1252")],
    "ko": [("utf-8", "cp1252"), ("cp949", "cp1252"), ("cp949", "gb18030")],
    "ru": [("utf-8", "cp1251"), ("cp1251", "cp1252"), ("utf-8", "gb18030")],
    "fr": [("utf-8", "cp1252"), ("utf-8", "cp1250")],
}


def read_as(raw: bytes, codec: str) -> str:
    """Decode as browsers do: bytes without a meaning become controls."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in raw)


def cases():
    """(clean text, how it looks after the mix-up) for sentences and chains that lose no byte."""
    return st.sampled_from(
        [
            (text, read_as(text.encode(wrote), read))
            for lang, text in SENTENCES.items()
            for wrote, read in CHAINS[lang]
            if read_as(text.encode(wrote), read) != text
        ]
    )
