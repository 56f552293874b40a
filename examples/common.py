"""What the examples share: the sample articles as records, and a little generated corpus."""

from pathlib import Path

RAW = Path(__file__).parent.parent / "corpus_samples" / "raw"


def records(copies: int = 50) -> list[dict[str, str]]:
    """The four sample articles and ``copies`` made-up pages with a stuffed head line and glosses."""
    articles = [{"id": p.stem, "text": p.read_text("utf-8")} for p in sorted(RAW.glob("*.txt"))]
    for k in range(copies):
        text = f"第{k}篇：開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)。\n\n人工智能發(fā)展很快，，學(xué)者與企業(yè)(yè)都在研究。"
        articles.append({"id": f"made-{k}", "text": text})
    return articles
