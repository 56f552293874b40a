"""Blocks of exchanged links: a heading such as Friendship links and the names under or behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from scrubtext.spam.cased import cased_names
from scrubtext.spam.evidence import Looked, evidence_of
from scrubtext.spam.headings import glued_heading, heading_kind, is_row, opens_farm, split_heading
from scrubtext.spam.host_names import name_of, sold_share
from scrubtext.spam.host_signs import is_signed
from scrubtext.spam.items import items_of
from scrubtext.spam.lexicon import trades
from scrubtext.spam.page import Page, page_of, spoken_of, tokens
from scrubtext.spam.phrases import bare, piece_of
from scrubtext.spam.shelter import Shelter, quoted

__all__ = ["exchanges"]

_ASKS = re.compile(r"申请|申請|交换|交換|合作|请?联系|請?聯繫|说明|說明|欢迎|歡迎")
MIN_SOLD = 4  # goods and services under a heading that may be honest
MIN_WIDTH, MIN_LENGTH = 3.5, 12  # of three, so that each is more than a word; see phrases.width
MIN_NAMES = 3  # under a heading that asks to exchange links, at the end of the page
MAX_NAME = 40  # characters of a site's name on a line of its own
_SPEECH = re.compile(r"[的了在是]|\b(?:the|is|are|was|and|of)\b", re.I)
_FOOTER = re.compile(
    r"copyright|©|版权|版權|ICP|备案号|備案號|公网安备|技术支持|技術支援|@"
    r"|(?:联系|聯系|聯絡|电话|電話|地址|邮箱|郵箱|邮编|传真|tel|mail|phone|address)[^:：]{0,4}[:：]",
    re.IGNORECASE,
)


def exchanges(
    text: str, lines: Sequence[tuple[int, int]], shelter: Shelter, numbers: Iterable[int]
) -> Iterator[tuple[int, int, str]]:
    """Spans of lines that begin with one of the numbered: the heading and what belongs to it.

    Below a heading that may be a firm's own (partners, links) the names must be goods and services
    of which the page does not speak.
    """
    if found := _glued(text, lines, shelter):
        yield found
    until = -1
    for k in numbers:
        a, b = lines[k]
        if k <= until or b - a > 20_000:
            continue
        names = cased_names(text[a:b]) if k not in shelter else []
        if names and _sold(names, page_of(text, [(a, b)])):
            yield a, b, "exchanged links"
            continue
        if not opens_farm(text, a) or k in shelter or quoted(text, a, b) or _announces(text[a:b]):
            continue
        last = _block(text, lines, k)
        if last is not None and (_is_farm(text[a:b]) or _sells(text, lines, k, last)):
            until = last
            yield a, lines[last][1], "exchanged links"


def _glued(
    text: str, lines: Sequence[tuple[int, int]], shelter: Shelter
) -> tuple[int, int, str] | None:
    """A heading, a colon and names behind the last sentence of the text."""
    at = glued_heading(text)
    if at < 0:
        return None
    k = bisect_right(lines, (at, 1 << 62)) - 1
    b = lines[k][1]
    line = text[at:b]
    begin = split_heading(line)
    if not begin or k in shelter or quoted(text, at, b) or not _is_list(line[begin:].strip(), True):
        return None
    sold = _is_farm(line) or _sold([*_parts(line[begin:])], page_of(text, [(at, b)]))
    return (at, b, "exchanged links") if sold else None


def _announces(line: str) -> bool:
    """Whether words behind a heading end with a colon: ``Reciprocal links - you also agree that:``."""
    at = split_heading(line)
    return at > 0 and len(line[at:].strip()) > 1 and line.rstrip()[-1] in ":："


def _is_farm(line: str) -> bool:
    """Whether a line is, or opens with, a heading that nobody but farms has."""
    at = split_heading(line)
    return "farm" in (heading_kind(line), heading_kind(line[:at]))


def _sells(text: str, lines: Sequence[tuple[int, int]], k: int, last: int) -> bool:
    """Whether most names of a block are goods and services, foreign to the page."""
    a, b = lines[k][0], lines[last][1]
    own = text[a : lines[k][1]]
    rows = [text[slice(*line)] for line in lines[k + 1 : last + 1]] or [own[split_heading(own) :]]
    if _signed(rows):
        return False
    return _sold([name for row in rows for name in _parts(row)], page_of(text, [(a, b)]))


def _signed(rows: Sequence[str]) -> bool:
    """Whether half of the names stand beside hosts of that name, as those of firms do."""
    items = [item for row in rows if "." in row for item in items_of(row.strip())]
    own = sum(is_signed(item.anchor, name_of(item.address)) for item in items)
    return 2 * own >= len(items) > 0


def _sold(names: Sequence[str], page: Page) -> bool:
    seen = evidence_of(Looked([n for n in names if n]), page)
    traded = sum(map(_is_traded, names)) / (len(names) or 1)
    sold = max(seen.traded, traded)
    if seen.size == MIN_SOLD - 1:
        return sold == seen.foreign == 1 and (seen.width > MIN_WIDTH or seen.length >= MIN_LENGTH)
    return seen.size >= MIN_SOLD and sold >= 0.6 and seen.foreign >= 0.8


_LINKED = re.compile(r"\[([^\[\]]{1,60})\]\([^()\s]{4,200}\)")
_PARTED = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _parts(row: str) -> list[str]:
    """The names in a row: of links in markup their texts, of other rows the phrases."""
    if linked := _LINKED.findall(row):
        return list(linked)
    if names := cased_names(row):
        return names
    piece = piece_of(row, 0, len(row))
    if piece:
        return [row[i:j] for i, j in piece.phrases]
    parts = _CAPITAL.split(row.strip())
    return parts if len(parts) >= MIN_SOLD else [row.strip()]


_CAPITAL = re.compile(r"\s(?=[A-Z\u0410-\u042f][a-z\u0430-\u044f])")


def _is_traded(name: str) -> bool:
    """Whether a name is of goods or services, as a host is named too: ``BudgetTyres.com``."""
    if "." not in name:
        return trades().search(name)
    return sold_share([name_of(name)]) > 0 or trades().search(_PARTED.sub(" ", name.partition(".")[0]))


def _block(text: str, lines: Sequence[tuple[int, int]], k: int) -> int | None:
    """The number of the last line of the block that opens in line ``k``."""
    a, b = lines[k]
    line = text[a:b]
    if heading_kind(line) in ("farm", "maybe") or is_row(line):
        return _names(text, lines, k)
    at = split_heading(line)
    if not at:
        return None
    rest = line[at:].strip()
    if _returns(text, lines, k, rest):
        return _names(text, lines, k)
    if _ASKS.match(rest):
        last = _names(text, lines, k)
        many = sum(len(_parts(text[a:b])) for a, b in lines[k + 1 : last + 1]) >= MIN_NAMES
        ends = not text[lines[last][1] :].strip()
        return last if many and (ends or _sells(text, lines, k, last)) else None
    marked = line[at - 1] in ":：】]）|/- \t\u3000"
    if not _is_list(rest, marked):
        return None
    return k


def _returns(text: str, lines: Sequence[tuple[int, int]], k: int, rest: str) -> bool:
    """Whether the brand behind a heading stands alone again below it, among the names or behind them."""
    if not 1 < len(rest) <= MAX_NAME or not bare(rest):
        return False
    return any(text[a:b].strip() == rest for a, b in lines[k + 1 : k + MAX_NAMES])


MAX_NAMES = 60  # lines below a heading that are looked at


def _is_list(rest: str, marked: bool) -> bool:
    """Whether what stands behind a heading is names, not the rest of a sentence."""
    if len(_LINKED.findall(rest)) >= MIN_NAMES and not _LINKED.sub("", rest).strip(" ,、|·"):
        return True
    if re.search(r"[。！!；;]|[.?]\s|[？?]", rest):
        return False
    piece = piece_of(rest, 0, len(rest))
    if piece and piece.layout == "line" and (marked or not _SPEECH.search(rest[:40])):
        return True
    told = rest.endswith((".", "?")) or _SPEECH.search(rest[:40])  # a sentence stands behind the names
    return marked and not told and (bare(rest) or len(rest.split()) > 2)


def _names(text: str, lines: Sequence[tuple[int, int]], k: int) -> int:
    """The last line of names below a heading; the heading itself where there are none."""
    last, blank, apart = k, False, False
    for j in range(k + 1, len(lines)):
        line = text[lines[j][0] : lines[j][1]].strip()
        if not line:
            blank = True
            continue
        apart = apart or (blank and _goes_on(text, lines, j))
        if blank and not apart:
            break
        if heading_kind(line) == "honest" or not (_is_name(line) or _among(text, lines, j)):
            break
        last, blank = j, False
    if last > k and _is_title(text, lines[last]):
        last -= 1
    return last


def _is_title(text: str, line: tuple[int, int]) -> bool:
    """Whether the text below speaks of what a line names: then it is a title, not a link."""
    below = text[line[1] : line[1] + 2_000].casefold()
    return spoken_of([*set(tokens(text[slice(*line)]))], below)


def _is_name(line: str) -> bool:
    if _FOOTER.search(line):
        return False
    if _APPLIES.fullmatch(line):
        return True
    if len(line) <= MAX_NAME and bare(line) and (not _SPEECH.search(line) or _titled(line)):
        return True
    if "." in line and items_of(line):
        return True
    piece = piece_of(line, 0, len(line))
    return bool(piece and piece.layout == "line" and len(piece.phrases) > 2)


_APPLIES = re.compile(
    r"(?:申请|申請|交换|交換|互换|合作|加|换)(?:本站|)(?:友[链鏈]|友情[链鏈]接|[链鏈]接).{0,40}"
    r"|(?:友[链鏈]|友情[链鏈]接|[链鏈]接)(?:申请|申請|交换|交換|合作|联系).{0,40}|(?:\+|more|更多)\s?(?:友[链鏈]|>>)"
)
"""Who sells such links: the last of them."""


def _titled(line: str) -> bool:
    """Whether a line is written as titles are: every word but small ones with a capital."""
    words = [w for w in line.split() if not _SPEECH.fullmatch(w)]
    return len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words)


def _among(text: str, lines: Sequence[tuple[int, int]], j: int) -> bool:
    """Whether a short line that could be a question stands among names: half of the next lines are some.

    Where a blank line or the end of the text is near, the lines above count too.
    """
    rest = [text[a:b].strip() for a, b in lines[j : j + 9]]
    if not bare(rest[0]):
        return False
    above = [text[a:b].strip() for a, b in lines[max(0, j - 5) : j]] if "" in rest or len(rest) < 4 else []
    names = [_is_name(line) for line in (*above, *rest[1:]) if line]
    return len(names) > 2 and 2 * sum(names) >= len(names)


def _goes_on(text: str, lines: Sequence[tuple[int, int]], j: int) -> bool:
    """Whether names separated by blank lines go on: to the end, or four of which the text below is not."""
    rest = [line for line in lines[j : j + 40] if text[slice(*line)].strip()]
    names = list(takewhile(lambda line: _is_name(text[slice(*line)].strip()), rest))
    if len(names) == len(rest):
        return True
    return len(names) >= MIN_APART and not any(_is_title(text, line) for line in names)


MIN_APART = 4  # names with a sentence below them; a title, its author and its date are three
