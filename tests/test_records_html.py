"""Pages: the article stays, readable; navigation, hidden and injected things go; encodings disagree."""

import itertools

import pytest

from scrubtext.records import read
from scrubtext.records.html import charset, main_text

LONG = "这是文章里的一个完整的段落，它的长度足够，讲的是一件很普通的事情，没有任何链接在里面。"
ENGLISH = "This is a paragraph of the article, long enough to be told from a menu, with no links in it at all."


def page(*parts):
    return f"<html><head><title>t</title></head><body>{''.join(parts)}</body></html>"


GONE = [
    "<nav><ul><li><a href=/a>首页</a><li><a href=/b>新闻</a></ul></nav>",
    "<div role=navigation><a href=/a>GONE</a> some words that stand in the navigation of a page, long</div>",
    "<div style='display:none'>GONE " + LONG + "</div>",
    "<div style='position:absolute; left:-9999px'>GONE " + LONG + "</div>",
    "<p hidden>GONE " + LONG + "</p>",
    "<span aria-hidden=true>GONE</span>",
    "<script>var GONE = 1</script><style>.GONE{}</style><noscript>GONE</noscript>",
    "<!-- GONE " + LONG + " -->",
    "<div>" + "".join(f"<a href=/{i}>GONE link number {i}</a> " for i in range(20)) + "</div>",
    "<footer>" + LONG + " GONE</footer>",
    '<samp id="ogu0s"></samp><em id="x1k2z"></em>',
    "<form><select><option>GONE</select><input value=GONE><button>GONE</button></form>",
]


@pytest.mark.parametrize("junk", GONE)
@pytest.mark.parametrize("body", [LONG, ENGLISH])
def test_what_is_not_article_goes(junk, body):
    made = main_text(page(junk, f"<p>{body}</p>", f"<p>{body}</p>", junk))
    assert made == f"{body}\n\n{body}"


def test_headings_short_paragraphs_and_quotes_between_stay():
    made = main_text(page(f"<h1>标题</h1><p>{LONG}</p><h2>小标题</h2><p>短句。</p><p>{LONG}</p><p>完。</p>"))
    assert made.split("\n\n") == ["标题", LONG, "小标题", "短句。", LONG, "完。"]


def test_a_link_inside_a_paragraph_is_text():
    assert main_text(page(f"<p>{LONG}<a href=/x>参见</a>{LONG}</p>")) == f"{LONG}参见{LONG}"


def test_breaks_lists_tables_and_code_stay_readable():
    made = main_text(
        page(
            f"<p>{LONG}<br>第二行</p>",
            "<ul><li>一<li>二<ul><li>二甲</ul></ul><ol><li>先<li>后</ol>",
            "<table><tr><th>名<th>数<tr><td>甲<td>1<tr><td>乙<td>2</table>",
            "<pre>if x:\n    y = 1\n</pre>",
            f"<p>{LONG}</p>",
        )
    )
    assert made.split("\n\n") == [
        f"{LONG}\n第二行",
        "- 一\n- 二\n  - 二甲",
        "1. 先\n2. 后",
        "名 | 数\n甲 | 1\n乙 | 2",
        "if x:\n    y = 1",
        LONG,
    ]


def test_entities_are_read_once():
    assert main_text("<p>a &amp;lt; b &#20013;</p>") == "a &lt; b 中"


def test_a_short_page_keeps_what_it_has():
    assert main_text("<p>你好。</p>") == "你好。"
    assert main_text("") == ""


def test_a_page_nested_a_thousand_deep():
    assert LONG in main_text("<div>" * 1500 + f"<p>{LONG}</p>" + "</div>" * 1500)


META = {
    "none": "",
    "gbk": "<meta charset=gb2312>",
    "equiv": '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
    "late": "<!--" + "x" * 1500 + "--><meta charset='gb2312'>",
    "wrong": "<meta charset=utf-8>",
}


@pytest.mark.parametrize(("declared", "meta"), list(itertools.product([None, "utf-8", "iso-8859-1"], META)))
def test_header_meta_and_bytes_disagree(tmp_path, declared, meta):
    path = tmp_path / "a.html"
    path.write_bytes(f"<html>{META[meta]}<p>{LONG}</p>".encode("gbk"))
    (record,) = read(path, declared=declared)
    assert record.texts == (LONG,)


def test_a_charset_with_an_odd_dash_is_read():
    assert charset("<meta charset='iso-8859–1'>".encode()) is not None
