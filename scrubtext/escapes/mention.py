"""Whether a sentence speaks of an entity: its place among the words tells, as of any quoted word."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, cached_property

__all__ = ["Mentions", "alone_near"]

_REACH = 120  # characters of a sentence that are looked at on each side
_NEAR = 60  # ... for the character itself
_AROUND = re.escape("|:：-–—>()（）\"'“”‘’,，、")
_STOPS = re.escape(".。;；!！?？")
_STANDING = "©®™•·×…←↑→↓^|"  # stand between spaces in ordinary text, as dashes and quotation marks do
_LETTERS = "àáâéèêíóôöúæøå"  # words of languages that are written in Latin letters
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8});"
_ENDS = re.compile(r"[.!?](?=\s)|[。！？]")


@cache
def _subject() -> re.Pattern[str]:
    """What entities are called and what is done to them."""
    return re.compile(
        r"(?i)\bentit(?:y|ies|é|és|à|ät|äten)\b|\bentidad|\bent[ei]jt|сущност|мнемоник|エンティティ|文字参照"
        r"|\b(?:un)?escap(?:e|es|ed|ing)\b|\b(?:en|de)cod(?:e|es|ed|ing)\b|\breplac(?:e|es|ed|ing)\b"
        r"|\bersetz|\bremplac|\breemplaz|\bsostitui|замен(?:и|я)|置換|実体"
        r"|[实實][体體]|[转轉][义義]|替[换換]|[编編][码碼]|[写寫]成|[显顯]示[成为為]"
    )


@cache
def _language() -> re.Pattern[str]:
    """Where entities are at home."""
    return re.compile(r"\b(?:X?HTML5?|XML|JSON|SGML|UTF-?8|ASCII|Unicode|regex|Vim|sed)\b|正[则則]")


@cache
def _named() -> re.Pattern[str]:
    """A noun or a verb whose object is what follows at once."""
    return re.compile(
        r"(?i)\b(?:entit(?:y|ies|é|à|ät)|entidad|code|código|сущность|символ|код|escape sequence"
        r"|(?:sign|symbol|character|letter) (?:is|as|named))[:：]?\s+\Z"
    )


@cache
def _put() -> re.Pattern[str]:
    """Verbs of writing and of replacing; "terms of use" and its kind are no verbs."""
    return re.compile(
        r"(?i)(?<!of )(?<!fair )\b(?:us(?:e|es|ed|ing)|writ(?:e|es|ten|ing)|typ(?:e|es|ed|ing)|enter|insert"
        r"|put|add|replac(?:e|es|ed|ing)|convert|remove|strip|delete|find|see|shows?|prints?|contains?"
        r"|schreib\w*|benutz\w*|verwend\w*|ersetz\w*|écri\w+|utilis\w+|tap(?:ez|er)|remplac\w+"
        r"|escrib\w+|reemplaz\w+|scriv\w+|sostitu\w+|пиш\w+|напиш\w+|замен\w+|использ\w+|введите|вставьте)"
        r"\s+(?:(?:a|an|the|all|every|each|any|das|die|den|le|les|el|los|все)\s+)?\Z"
    )


@cache
def _governed() -> re.Pattern[str]:
    """What goes on in such a sentence behind the entity."""
    return re.compile(
        r"\s*(?:[.,;:?]?\Z|[,;.]\s|(?:for|between|in|into|to|with|by|as|at|when|where|if|and|or|before|after"
        r"|around|instead|für|statt|durch|zwischen|und|oder|mit|pour|entre|par|et|ou|dans|por|para|en|y|o|per|con"
        r"|и|или|на|для|вместо|между)\s)"
    )


@cache
def _told() -> re.Pattern[str]:
    """What is told of an entity that stands before it."""
    return re.compile(
        r"(?i)\s*(?:(?:instead of|in place of|rather than|gives|yields|means|stands for|becomes|renders"
        r"|is (?:the (?:code|entity|escape)|written|rendered|shown|displayed|decoded)"
        r"|is an? (?:[\w-]+ ){0,3}(?:space|entity|character|symbol|sign|ampersand|quote|dash)"
        r"|statt|anstatt|anstelle"
        r"|au lieu|en lugar|en vez|вместо|означает)\b"
        r"|(?:[来來去]|怎[么麼]|如何|[这這]个|[这這][种種]|全部|都|批量)*(?:表示|代替|替[换換]|代表|[换換]成|改成|[转轉]成"
        r"|[转轉][换換]|[写寫]|[实實][体體]|即可)|を[^。\n]{0,20}(?:置換|変換|置き換|書き換)|と(?:書|入力)|で表)"
    )


@cache
def _put_east() -> re.Pattern[str]:
    """The same verbs in Chinese, without a space."""
    return re.compile(
        r"(?:使?用|[写寫][成作为為]|[输輸]入|插入|打成|[显顯]示[成为為]?|改[成为為]|[换換]成|替[换換](?:成|为|為)?"
        r"|[转轉](?:[换換])?成|[变變]成|成了|所有的?|把|[将將])\s*\Z"
    )


class Mentions:
    """Tells, for the entities of one text, whether sentences speak of them."""

    def __init__(self, text: str) -> None:
        self.text = text

    def spoken(self, start: int, end: int, new: str) -> bool:
        """Whether the entity or run of entities at ``start`` is a word of its sentence, not part of one.

        ``new`` is what it stands for. Dashes, bullets, quotation marks and letters that stand between
        spaces anyway need more than one sign of it.
        """
        text = self.text
        left, right = _sentence(text, start, end)
        if start in self._listed or self._beside_its_word(start, end, new, left, right):
            return True
        if len(new) > 1 and (new.isspace() or new.isalpha() or _says_words(new)):
            return False  # words, not a character
        apart = left[-1:] in ("", " ", "\t") and right[:1] in ("", *" \t.,;:?!)，。、；：？！）")
        if not apart:
            return not _is_quote(new) and _in_chinese(left, right)
        stands = _is_word(new) or all(c in _STANDING or c in "—–―‒" or _is_quote(c) for c in new)
        span = start - len(left), end + len(right)
        before = left[-40:]
        signs = int(_told().match(right) is not None)
        signs += self._about(self._subjects, *span)
        signs += not stands and not new.isspace() and self._about(self._languages, *span)
        if (named := _named().search(before)) is not None:
            signs += 2 if new in _STANDING else 1
        if named is None and _put().search(before) is not None:
            signs += _governed().match(right) is not None
        signs += right[:1] not in ("", " ") and _put_east().search(before) is not None
        return signs > stands

    @cached_property
    def _subjects(self) -> list[int]:
        return [m.start() for m in _subject().finditer(self.text)]

    @cached_property
    def _languages(self) -> list[int]:
        return [m.start() for m in _language().finditer(self.text)]

    def _about(self, words: list[int], start: int, end: int) -> bool:
        k = bisect_left(words, start)
        return k < len(words) and words[k] < end

    @cached_property
    def _listed(self) -> set[int]:
        """Where entities stand in a row of several, or in twos that an "and" joins."""
        out: set[int] = set()
        text = self.text
        for m in _row().finditer(text):
            names = {e.group(): m.start() + e.start() for e in _one().finditer(m.group())}
            if len(names) < 3:
                continue
            left, right = _sentence(text, m.start(), m.end())
            span = m.start() - len(left), m.end() + len(right)
            told = self._about(self._subjects, *span) or self._about(self._languages, *span)
            if told or names.keys() & _PLAIN:
                out.update(m.start() + e.start() for e in _one().finditer(m.group()))
        for m in _two().finditer(text):
            if m.group(1) != m.group(2) and not {m.group(1), m.group(2)} & _TRADE:
                out.update((m.start(1), m.start(2)))
        return out

    def _beside_its_word(self, start: int, end: int, new: str, left: str, right: str) -> bool:
        """Whether the word it is part of stands nearby as it should be, and the two are compared."""
        head = re.split(r"[\s:：|]", left[-40:])[-1]
        tail = re.split(r"[\s:：|]", right[:40])[0].rstrip(".,;!?)")
        word = head.lstrip("(\"'“‘") + new + tail
        if not (head or tail) or len(word) < 2 or "&" in word:
            return False
        if word in left or word in right:
            span = start - len(left), end + len(right)
            about = self._about(self._subjects, *span) or self._about(self._languages, *span)
            return about or _arrow().search(left + " " + right) is not None
        return _labelled_twin(self.text, start, end, new)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind in the same sentence and line."""
    left = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    right = text[end : end + _REACH].partition("\n")[0]
    stop = _ENDS.search(right)
    return _ENDS.split(left)[-1], right[: stop.start()] if stop else right


def _is_quote(new: str) -> bool:
    return all(c in "\"'" or unicodedata.category(c) in ("Pi", "Pf") for c in new)


def _is_word(new: str) -> bool:
    """Whether the letter is a word of some language."""
    return new.isalpha() and (new.lower() in _LETTERS or new > "\u024f")


def _says_words(new: str) -> bool:
    """Whether a run holds words beyond ASCII with their marks; ``<br>`` in entities may be spoken of."""
    return sum(c.isalpha() and c > "\x7f" for c in new) > 1


def _in_chinese(left: str, right: str) -> bool:
    if not _put_east().search(left[-12:]):
        return False
    verb = re.search(r"(?:把|[将將]|所有的?)\s*\Z", left[-12:]) is None
    return _told().match(right) is not None or (verb and right[:1] in ("", *",，。、；;"))


_PLAIN = frozenset({"&amp;", "&lt;", "&gt;"})
_TRADE = frozenset({"&reg;", "&trade;", "&copy;", "&quot;", "&#39;"})  # "® and ™ are trademarks"


@cache
def _one() -> re.Pattern[str]:
    return re.compile(_ENTITY)


@cache
def _row() -> re.Pattern[str]:
    return re.compile(rf"{_ENTITY}(?:[ \t]{{0,3}}[,，、/|]?[ \t]{{0,3}}(?:and |or |和|或)?{_ENTITY}){{2,40}}")


@cache
def _two() -> re.Pattern[str]:
    join = r"[ \t]{0,3}(?:and|or|und|oder|et|ou|y|o|e|и|или|和|或|与|と)[ \t]{0,3}"
    return re.compile(rf"(?<![^\s,])({_ENTITY}){join}({_ENTITY})(?![^\s.,;:!?。，])")


@cache
def _arrow() -> re.Pattern[str]:
    return re.compile(r"->|=>|→|⇒|\b(?:instead of|becomes|should (?:be|read))\b|[变變]成|代替")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"[ \t]*[^:：&\n]{1,24}[:：][ \t]*")


def _labelled_twin(text: str, start: int, end: int, new: str) -> bool:
    """Whether this line and one beside it say the same behind labels, as in a bug report."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    label = _label().match(text, begin, start + 1)
    if label is None or stop - begin > 300:
        return False
    said = (text[label.end() : start] + new + text[end:stop]).strip()
    above = text[max(text.rfind("\n", 0, max(begin - 1, 0)) + 1, begin - 300) : max(begin - 1, 0)]
    below = text[stop + 1 : stop + 301].partition("\n")[0]
    return any((m := _label().match(line)) and line[m.end() :].strip() == said for line in (above, below))


def alone_near(text: str, start: int, end: int, new: str) -> bool:
    """Whether what it stands for stands by itself nearby, as in ``© is written &copy;``."""
    if new[0].isalpha() and _is_inside_word(text, start, end):
        return False
    left = text[max(start - _NEAR, 0) : start].rpartition("\n")[2]
    right = text[end : end + _NEAR].partition("\n")[0]
    stops = "" if _is_quote(new) else _STOPS
    alone = rf"(?<![^\s{_AROUND}]){re.escape(new)}(?![^\s{_AROUND}{stops}])"
    return re.search(alone, left) is not None or re.search(alone, right) is not None


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a letter of Latin or Cyrillic, or another entity, stands beside it at once."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if (before.isalnum() and before < "\u2e80") or (after[:1].isalnum() and after < "\u2e80"):
        return True
    return re.match("&[A-Za-z#]", after) is not None or (
        before == ";" and re.search(rf"{_ENTITY}\Z", text[max(start - 40, 0) : start]) is not None
    )
