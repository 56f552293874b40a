"""Farewells until the next issue, with which writers of columns and weblogs end; thanks that end a talk."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["is_farewell"]


def is_farewell(line: str) -> bool:
    """Whether a line takes leave of the readers; a page only names its next article.

    >>> [is_farewell(s) for s in ("See you in the next post!", "下期再见！", "Next post")]
    [True, True, False]
    """
    return _farewell().match(line) is not None


@cache
def _farewell() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:thank you|thanks)[^.!?]{0,40} and see you|see you|until (?:the )?next|till next"
        r"|bis (?:zum|zur|bald|dann)|wir (?:lesen|sehen|hören) uns|до (?:встречи|скорого|новых)|увидимся"
        r"|спасибо за внимание\W{0,3}$"
        r"|à (?:bientôt|la prochaine|très)|nos vemos|hasta|até|ci (?:vediamo|leggiamo|sentiamo)|alla prossima"
        r"|a presto|do (?:zobaczenia|następn|usłyszenia|przeczytania)|sampai (?:jumpa|bertemu|ketemu)|hẹn gặp"
        r"|(?:bir )?(?:sonraki|gelecek|yeni) \S{3,12} görüş|görüş(?:mek|ürüz)|إلى اللقاء|نلتقي|نراكم"
        r"|では[、，]|また(?:次|来|お会)|次[号回]は|それでは|다음 (?:글|편|호|시간|기사|번)에|또 (?:만나|봐)"
        r"|(?:那(?:么|麼)?[，,]?)?(?:我们|我們|咱们)?下一?(?:次|回|周|週|期|篇|封)再?(?:见|見|会|會|聊))",
        re.I,
    )
