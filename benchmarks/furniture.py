"""What the furniture filters find in made documents, by kind and language.

    python benchmarks/furniture.py [documents per language] [tune|test]

Prints, of documents with trailers and with placeholders: clean characters kept, dirty characters gone,
documents perfect; and of control documents how many were changed.
"""

import sys
from difflib import SequenceMatcher
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from dirt_furniture import LANGS, Made, control, with_placeholders, with_trailer

from scrubtext.filters import get
from scrubtext.pipeline import Pipeline

LINE = Pipeline([get(name)() for name in ("field_label", "placeholder", "trailer")])


def squeeze(text: str) -> str:
    return "".join(text.split())


def score(made: Made, show: bool) -> tuple[int, int, int, int, bool]:
    """Clean characters, of those kept, dirty characters, of those gone, whether all is right."""
    out = LINE(made.dirty)
    clean, got, dirty = squeeze(made.clean), squeeze(out), squeeze(made.dirty)
    if got == clean:
        return len(clean), len(clean), len(dirty) - len(clean), len(dirty) - len(clean), out == made.clean
    blocks = SequenceMatcher(None, clean, got, autojunk=False).get_matching_blocks()
    kept = sum(b.size for b in blocks)
    if show:
        print(f"  {made.lang} {made.kind}: left {got[kept:][-120:]!r}, lost {len(clean) - kept}")
    extra = len(dirty) - len(clean)
    return len(clean), kept, extra, max(0, extra - (len(got) - kept)), False


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    words = sys.argv[2] if len(sys.argv) > 2 else "test"
    show = "-v" in sys.argv
    print(f"{'kind':12} {'lang':5} {'kept %':>8} {'gone %':>8} {'perfect %':>9}")
    for kind, make in (("trailer", with_trailer), ("placeholder", with_placeholders)):
        for lang in LANGS:
            rows = [score(make(seed, lang, words), show) for seed in range(count)]
            clean, kept, dirty, gone = (sum(row[i] for row in rows) for i in range(4))
            perfect = 100 * sum(row[4] for row in rows) / len(rows)
            print(f"{kind:12} {lang:5} {100 * kept / clean:8.3f} {100 * gone / dirty:8.2f} {perfect:9.1f}")
    changed = sum(LINE(text) != text for text in (control(s, lg, words) for s in range(count) for lg in LANGS))
    print(f"controls changed: {changed} of {count * len(LANGS)}")


if __name__ == "__main__":
    main()
