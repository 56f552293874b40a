"""Writes compat_form.tsv: ``python scrubtext/data/build_compat_form.py``."""

import unicodedata
from pathlib import Path

# CJK Radicals Supplement: radical forms that look like a character of their own (U+2E80 on). Only
# 2E9F and 2EF3 have a decomposition in Unicode; the others are read off their names and shapes.
SUPPLEMENT = (
    "⺁厂⺂乛⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤"
    "⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠"
    "⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)

HEADER = """\
# What: Kangxi radicals (U+2F00-2FD5) and CJK radicals (U+2E81-2EF3) with the character they look like.
# Source: Kangxi: Unicode's decompositions, from Python's unicodedata (Unicode licence v3); supplement: the
# project's own list; made by build_compat_form.py.
# Licence: MIT for the list, Unicode licence v3 for the decompositions.
# Used by: compat_form.
# Not for: texts about radicals, where the radical itself is meant.
"""

if __name__ == "__main__":
    table = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)}
    table |= dict(zip(SUPPLEMENT[::2], SUPPLEMENT[1::2], strict=True))
    assert all("\u2e80" <= a <= "\u2fd5" and b >= "\u3400" for a, b in table.items())
    for radical, char in table.items():
        decomposed = unicodedata.normalize("NFKC", radical)
        assert decomposed in (radical, char), (radical, char)
    lines = [f"{a}\t{b}" for a, b in sorted(table.items())]
    Path(__file__).with_name("compat_form.tsv").write_text(
        HEADER + "\n".join(lines) + "\n", encoding="utf-8"
    )
