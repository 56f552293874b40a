"""Stand-ins in brackets between two sentences of a paragraph, as in ``It rained. [photo] He left.``."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.furniture.blanks import MAX_LINE, line_key, lines, said
from scrubtext.furniture.remnants import file_name
from scrubtext.tables import rows

__all__ = ["begins", "blanks", "boxes", "unfilled"]

_ALT = (
    "在(?:这里|這裡|此处)插入(?:图片|圖片)描述|(?:请|請)(?:添加|输入|輸入)(?:图片|圖片)描述"
    "|ここに画像(?:の説明)?を(?:挿入|入力)|(?:사진|이미지) 설명을 입력하세요|enter image description here"
)
_IMAGE = re.compile(
    rf"!\[(?:{_ALT}|image-\d{{14,20}}|insert image description here)\]\([^)\s]{{0,500}}\)"
    r"|\[?外链图片转存(?:失败|中)[^\]\n]{0,200}\](?:\([^)\n]{0,500}\)){0,2}"
)
_BLANK = re.compile(  # a picture of one point, which a script was to replace
    r"!\[[^\]\n]{0,60}\]\((?:data:image/[^)\s]{8,600}"
    r"|(?:[^)\s]{0,200}[/_\-])?(?:lazy|loading|placeholder|blank|spacer|transparent|pixel|grey|1x1)"
    r"(?:[_\-]?(?:\d{1,4}(?:x\d{1,4})?|image|img|pixel|gif))?\.(?:gif|png|svg|jpe?g|webp))\)"
)
_GLUED = re.compile(rf"(?:{_ALT})(?=[ \t\r]*$)|(?<=[。！？!?.；;:：])(?:{_ALT})", re.M)
_STOPS = frozenset("。！？!?.…”」』’\"")
_OPENS = tuple(
    (mask(kind), sign)
    for kind, sign in (
        (Kind.SQUARE, "["), (Kind.PAREN_OPEN, "("), (Kind.FULL_PAREN_OPEN, "（"), (Kind.CJK_OPEN, "【"),
        (Kind.FULL_OTHER, "［"),
    )
)  # fmt: skip
_BOX = re.compile(
    r"(?<=[。！？!?.…”」』’\"]) ?(?:[\[【［](?P<a>[^\[\]【】［］\n]{1,56})[\]】］]"
    r"|[(（](?P<b>[^()（）\n]{2,56})[)）])"
)
_NAMED = re.compile(r"(?:[^\W\d_]{2,12}|cid)\s?[:：]\s?(?P<file>\S[^\n]*)", re.I)
_NUMBER = re.compile(r"^\s+|\s?\d{0,3}\s*$")  # 图片 2
_CID = re.compile(r"cid:[\w.@\-]{6,60}", re.I)
# What goes on with the sentence the bracket begins: 【图片】用来插入图片.
_SUBJECT = re.compile(
    r"\s?(?:[，,、：:；;]|[的是为與与和及在有被把将將用来來按功可选選支会會上中里裡下内內作表显顯]|[はがをのにへとで]"
    r"|[은는이가을를의]\s|[a-z]|[а-я]"
    r"|按[钮鈕]|菜单|選單|图标|圖示|键|鍵|栏|欄|ボタン|メニュー|アイコン|タブ|機能|단추|버튼|메뉴|아이콘|탭|기능|항목)"
)


def begins(text: str, kinds: int) -> list[int]:
    """Where a bracket opens right behind a sentence, with the space before it."""
    found = []
    for kind, sign in _OPENS:
        at = text.find(sign, 2) if kinds & kind else 0
        while at > 0:
            if text[at - 1] in _STOPS:
                found.append(at)
            elif text[at - 1] == " " and text[at - 2] in _STOPS:
                found.append(at - 1)
            at = text.find(sign, at + 1)
    return found


def boxes(text: str, kinds: int) -> list[tuple[int, int]]:
    """The stand-ins in brackets that go, in order; ``kinds`` as of the document."""
    begun = begins(text, kinds)
    if not begun:
        return []
    near = [m for at in sorted(begun) if (m := _BOX.match(text, at))]
    found = [m for m in near if text[m.end() : m.end() + 1] not in ("(", "[")]  # no links
    sure = [m for m in found if _certain(m)]
    bare = [m for m in found if m["a"] and m not in sure and _NUMBER.sub("", m["a"]).casefold() in _nouns()]
    if bare and sum(map(text.count, "[【［")) == len(bare) + sum(bool(m["a"]) for m in sure):
        sure += [m for m in bare if not _SUBJECT.match(text, m.end())]
    return sorted(m.span() for m in sure)


def _certain(m: re.Match[str]) -> bool:
    """Whether the words in a bracket can be nothing but a stand-in."""
    inner = (m["a"] or m["b"]).strip()
    if _CID.fullmatch(inner):
        return True
    named = _NAMED.fullmatch(inner)
    if m["a"] and (file_name(inner) or (named and file_name(named["file"]) and _media(inner))):
        return True
    word = lines().get(line_key(inner))
    if word and not word.plain and word.cls in ("image", "loading") and word.weight > 1:
        return True
    told = said(inner) if len(inner) <= MAX_LINE else None
    return told is not None and told.cls in ("image", "loading") and told.weight > 1


def _media(inner: str) -> bool:
    return inner.split(":")[0].split("：")[0].strip().casefold() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    """What a bracket holds that stands for a picture: ``photo``, ``图片``."""
    own = [r[0] for r in rows("placeholder_lines.tsv") if r[3] == "boxed" and r[2] == "image"]
    return frozenset(word.casefold() for words in own for word in words.strip("()").split("|"))


def blanks(text: str) -> list[tuple[int, int]]:
    """Pictures of one point, which a script was to replace."""
    return [m.span() for m in _BLANK.finditer(text)]


def unfilled(text: str) -> list[tuple[int, int]]:
    """What an editor writes where a picture and its name belong, in order."""
    return sorted(m.span() for pattern in (_IMAGE, _GLUED) for m in pattern.finditer(text))
