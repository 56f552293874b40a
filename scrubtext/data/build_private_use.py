"""Writes private_use.tsv: ``python scrubtext/data/build_private_use.py``."""

from pathlib import Path

# Positions of GB 18030-2000 in the private area and where the standard's later editions put them.
GB = {
    0xE7C7: 0x1E3F, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7,
    0xE832: 0x9FB8, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB, 0xE816: 0x20087,
    0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE,
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14,
    0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,
}  # fmt: skip
# Symbol and Wingdings as Word writes them: the bullets and ticks seen in exports.
SYMBOL = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF06C: "●", 0xF06E: "■", 0xF0E0: "→"}

HEADER = """\
# What: private-use characters whose meaning is known; private character, character, kind (gb, symbol).
# Source: the project's own list, after the published differences between GB 18030-2000, -2005 and
# -2022 and the layout of the fonts Symbol and Wingdings; made by build_private_use.py.
# Licence: MIT, as the project.
# Used by: private_use.
# Not for: icon fonts, which use the same code points for other things: symbol rows are guesses.
"""

if __name__ == "__main__":
    lines = [f"{chr(a)}\t{chr(b)}\tgb" for a, b in sorted(GB.items())]
    lines += [f"{chr(a)}\t{b}\tsymbol" for a, b in sorted(SYMBOL.items())]
    Path(__file__).with_name("private_use.tsv").write_text(
        HEADER + "\n".join(lines) + "\n", encoding="utf-8"
    )
