"""Lists of links that a page carries for search engines, not for readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.fields import check_fields
from scrubtext.spam.farm_gate import may_hold_farm
from scrubtext.spam.lone_gate import may_hold_lone
from scrubtext.spam.offer_gate import may_offer

__all__ = ["LinkFarm"]


@dataclass(frozen=True, kw_only=True)
class LinkFarm:
    r"""Lines of text and host in turn, dumps of addresses, exchanged links, injected brands.

    The evidence is weighed (``spam/farm_verdict.py``): phrases and bare hosts in turn, glued, disguised
    by capitals, spaces or other stops (``a[.]com``, ``a dot com``), in the markup of pages or forums;
    hosts of one machine-made family, of one domain with a town each or bred below one that the page never
    names, or called after what farms sell (``host_words.tsv``); search phrases glued before one host;
    goods and services (``trades.tsv``) before hosts that the page does not speak of; a heading such as
    友情链接 or Partner links with names below or behind it; one gambling brand in brackets before 公司
    again and again. A brand in the heading of links, or alone beside a farm, takes its one sentence with
    it (``spam/beside.py``). Farms go from lines of their own, from behind the last sentence of a line or
    before its first. Two to six links must tell more each than those of a long list
    (``spam/farm_few.py``). One sentence or bracket between those of an article goes where goods, a call and
    a host bred for them, a gambling brand and the way in, or a reader site's host in disguise stand in it
    and the page speaks of none of them (``spam/offers.py``).

    Left alone: references, reading lists, changelogs, lists below an honest heading
    (``link_headings.tsv``) or a colon, numbered and bulleted links of which nothing sells, hosts of
    governments and universities, the parts of a firm's own site, hosts beside the names they are called
    after, hosts in disguise on pages that speak of malware or phishing, quoted and fenced lists,
    addresses in sentences, and documents that are nothing but a list of hosts. Doubtful lists stay and
    leave a note.

    ``strict`` deletes doubtful lists too (six different hosts without a sentence) and drops documents
    of which four fifths went. It costs honest lists of projects, mirrors and hosts without a heading.

    >>> import scrubtext
    >>> farm = "牙疼吃什么药ab1cd2.cn 耳鸣挂什么科ab3cd4.cn 打嗝怎么办ab5cd6.cn 湿疹图片ab7cd8.cn"
    >>> scrubtext.clean("石桥修好了，孩子们不用再绕路上学。\n" + farm, scrubtext.LinkFarm())
    '石桥修好了，孩子们不用再绕路上学。'
    """

    name: ClassVar[str] = "link_farm"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {
            "doubtful links",
            "dump of addresses",
            "exchanged links",
            "injected brand",
            "injected offer",
            "mostly links",
            "text and host in turn",
        }
    )

    strict: bool = False  # doubtful lists go too, and documents that are mostly links are dropped

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """Farms of links, from left to right."""
        signs = may_hold_farm(doc)
        if not signs and not may_hold_lone(doc) and not may_offer(doc):
            return ()
        from scrubtext.spam.linking import linking
        from scrubtext.spam.settle import judged, settled

        def look(left: Doc) -> tuple[list[Edit], list[Note]]:
            return linking(left, self.strict, signs if left is doc else None)

        return judged(doc, look, "mostly links") if self.strict else settled(doc, look)
