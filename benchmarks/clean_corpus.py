"""Make a corpus of clean text in 30 languages from Debian's packages: manuals, guides, fortunes.

    python benchmarks/clean_corpus.py FOLDER [--megabytes 1.2]

Needs Debian or Ubuntu (``apt-get download``, ``dpkg-deb``). Writes FOLDER/<language>.jsonl, a record a
page with ``text`` and ``source``. The text stays out of the project: fetch it, measure, throw it away.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

PACKAGES = {
    "zh-cn": "libreoffice-help-zh-cn debian-reference-zh-cn debian-faq-zh-cn maint-guide-zh-cn gimp-help-zh-cn",
    "zh-tw": "libreoffice-help-zh-tw debian-reference-zh-tw maint-guide-zh-tw",
    "zh-man": "manpages-zh",
    "zh-fortunes": "fortunes-zh",
    "ja": "libreoffice-help-ja debian-reference-ja debian-faq-ja maint-guide-ja manpages-ja",
    "ko": "libreoffice-help-ko debian-faq-ko gimp-help-ko",
    "en": "debian-handbook debian-reference-en developers-reference doc-debian fortunes fortunes-min",
    "de": "debian-reference-de developers-reference-de fortunes-de manpages-de",
    "fr": "libreoffice-help-fr debian-reference-fr manpages-fr",
    "es": "libreoffice-help-es debian-reference-es fortunes-es manpages-es",
    "it": "libreoffice-help-it debian-reference-it fortunes-it manpages-it",
    "pt": "libreoffice-help-pt debian-reference-pt fortunes-br",
    "nl": "libreoffice-help-nl debian-faq-nl manpages-nl",
    "ru": "libreoffice-help-ru developers-reference-ru fortunes-ru manpages-ru",
    "uk": "gimp-help-uk manpages-uk",
    "pl": "libreoffice-help-pl fortunes-pl manpages-pl",
    "cs": "libreoffice-help-cs fortunes-cs manpages-cs",
    "sk": "libreoffice-help-sk",
    "hu": "libreoffice-help-hu manpages-hu",
    "ro": "gimp-help-ro manpages-ro",
    "bg": "fortunes-bg",
    "el": "libreoffice-help-el manpages-el",
    "tr": "libreoffice-help-tr manpages-tr",
    "vi": "libreoffice-help-vi maint-guide-vi",
    "id": "libreoffice-help-id debian-reference-id",
    "hi": "libreoffice-help-hi",
    "fa": "gimp-help-fa",
    "km": "libreoffice-help-km",
    "sv": "libreoffice-help-sv manpages-sv",
    "fi": "libreoffice-help-fi manpages-fi",
    "da": "libreoffice-help-da manpages-da",
    "ca": "libreoffice-help-ca maint-guide-ca",
    "sl": "libreoffice-help-sl",
    "et": "libreoffice-help-et",
    "eu": "libreoffice-help-eu",
    "dz": "libreoffice-help-dz",
    "sr": "manpages-sr",
}

ROFF_COMMENT = re.compile(r'^[.\']\\".*\n?|\\".*', re.M)
ROFF_REQUEST = re.compile(r"^[.'][A-Za-z]*[ \t]*", re.M)
ROFF_ESCAPE = re.compile(r"\\(?:f(?:\[[^\]]*\]|\(..|.)|[&/,|^%:]|s[-+]?\d|\*(?:\[[^\]]*\]|\(..|.))")
ROFF_NAMED = {"\\-": "-", "\\(aq": "'", "\\(bu": "•", "\\(co": "©", "\\e": "\\", "\\ ": " "}


def download(packages: str, folder: Path) -> None:
    """Fetch packages one by one (one that does not exist costs itself) and unpack them."""
    for package in packages.split():
        done = subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=False)
        if done.returncode == 0:
            deb = next(folder.glob(f"{package}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", deb, folder / package], check=True)
            deb.unlink()


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """(source, text) of every readable page below ``folder``."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()):
        text = read(path)
        if text and len(text) > 200:
            yield str(path.relative_to(folder)), text


def read(path: Path) -> str:
    name = path.name.removesuffix(".gz")
    if not (name.endswith((".html", ".htm", ".txt", ".xhtml")) or is_man(name) or is_fortune(path)):
        return ""
    raw = gzip.decompress(path.read_bytes()) if path.name.endswith(".gz") else path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if name.endswith((".html", ".htm", ".xhtml")):
        return strip_html(text)
    return strip_roff(text) if is_man(name) else text


def is_man(name: str) -> bool:
    return re.search(r"\.[1-8][a-z]*$", name) is not None


def is_fortune(path: Path) -> bool:
    return "fortunes" in path.parts and "." not in path.name


def strip_html(text: str) -> str:
    import warnings

    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)

    soup = BeautifulSoup(text, "lxml")
    for tag in soup(["script", "style", "nav", "noscript"]):
        tag.decompose()
    return re.sub(r"\n\s*\n+", "\n\n", soup.get_text()).strip()


def strip_roff(text: str) -> str:
    text = ROFF_COMMENT.sub("", text)
    for name, sign in ROFF_NAMED.items():
        text = text.replace(name, sign)
    return ROFF_ESCAPE.sub("", ROFF_REQUEST.sub("", text)).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--megabytes", type=float, default=1.2, help="at most this much a language")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    for language, packages in PACKAGES.items():
        with tempfile.TemporaryDirectory() as tmp:
            download(packages, Path(tmp))
            size = write(args.folder / f"{language}.jsonl", Path(tmp), args.megabytes * 1e6)
        print(f"{language:12} {size / 1e6:6.2f} MB", flush=True)


def write(out: Path, folder: Path, limit: float) -> int:
    """Write pages until the limit, taking packages' pages evenly spread rather than the first ones."""
    found = list(pages(folder))
    total = sum(len(text.encode()) for _, text in found)
    step = max(1, int(total / limit))
    size = 0
    with out.open("w", encoding="utf-8") as file:
        for source, text in found[::step]:
            file.write(json.dumps({"source": source, "text": text}, ensure_ascii=False) + "\n")
            size += len(text.encode())
    return size


if __name__ == "__main__":
    main()
