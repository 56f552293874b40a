"""Writes confusable.tsv: ``python scrubtext/data/build_confusable.py``."""

from pathlib import Path

# Letters that look the same in usual fonts: Latin first. Only full twins: к/k, м/m, т/t differ.
CYRILLIC = "aаcсeеiіjјoоpрsѕxхyуhһdԁqԛwԝAАBВCСEЕHНIІJЈKКMМOОPРSЅTТXХYУ"
SMALL = "cᴄoᴏsꜱvᴠwᴡzᴢ"  # small capitals: of these letters alone they are shaped like the small ones
GREEK = "oοAΑBΒEΕHΗIΙKΚMΜNΝOΟPΡTΤXΧYΥZΖ"

HEADER = """\
# What: letters of two scripts that cannot be told apart by eye; Latin letter, twin, its script.
# Source: the project's own list, chosen by eye from the alphabets; made by build_confusable.py.
# Licence: MIT, as the project.
# Used by: confusable.
# Not for: security checks of names: Unicode's confusables list is far longer.
"""

if __name__ == "__main__":
    lines = [f"{a}\t{b}\tcyrillic" for a, b in zip(CYRILLIC[::2], CYRILLIC[1::2], strict=True)]
    lines += [f"{a}\t{b}\tsmall capital" for a, b in zip(SMALL[::2], SMALL[1::2], strict=True)]
    lines += [f"{a}\t{b}\tgreek" for a, b in zip(GREEK[::2], GREEK[1::2], strict=True)]
    Path(__file__).with_name("confusable.tsv").write_text(
        HEADER + "\n".join(lines) + "\n", encoding="utf-8"
    )
