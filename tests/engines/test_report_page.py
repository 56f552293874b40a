"""The report page in a real browser: it draws, it searches, it runs nothing of what it shows.

Needs Debian's chromium and chromium-driver, and selenium; SCREENSHOTS names a folder for pictures.
"""

import json
import os
import time
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from scrubtext.audit import Report, page_html
from scrubtext.audit.rows import Tally
from scrubtext.config import pipeline
from scrubtext.records.plain import json_bytes
from scrubtext.run import Options, run

ROOT = Path(__file__).parent.parent.parent
LINE = pipeline(
    [
        "pinyin_gloss",
        "doubled_punctuation",
        "keyword_stuffing",
        "link_farm",
        "trailer",
        "placeholder",
    ]
)
HOSTILE = [
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\u202egnp.exe\u202c \u2066\u2069 \u2028 \ud83d",
    "--><!--]]>&lt;b&gt;{{data}} ${x} \\u003c",
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (
        "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "hide-scrollbars",
        "disable-background-networking", "disable-component-update", "disable-sync",
        "window-size=1280,1000", f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


def opened(browser, path):
    browser.get(f"file://{path}")
    deadline = time.time() + 30
    while browser.find_element(By.TAG_NAME, "body").get_attribute("data-ready") != "yes":
        assert time.time() < deadline
        time.sleep(0.02)
    assert [x for x in browser.get_log("browser") if x["level"] == "SEVERE"] == []


def picture(browser, name):
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        height = browser.execute_script("return document.body.scrollHeight")
        browser.set_window_size(1280, min(height + 100, 4000))
        browser.save_screenshot(str(Path(folder, name)))
        browser.set_window_size(1280, 1000)


def shown(browser):
    return browser.find_element(By.ID, "count").text


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    audit = folder / "audit.jsonl"
    inputs = [str(ROOT / "corpus_samples" / "raw")]
    run(inputs, str(folder / "out"), Options(line=LINE, audit=str(audit)))
    page = folder / "report.html"
    page.write_bytes(page_html(Report.of([audit])))
    return page


def test_it_draws_and_filters(browser, samples):
    opened(browser, samples)
    picture(browser, "light.png")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#flow g.part")) >= 4
    total = int(shown(browser).split(" of ")[1].split()[0])
    assert len(browser.find_elements(By.CSS_SELECTOR, "#list li")) == min(200, total)
    browser.execute_script(
        "[...document.querySelectorAll('#filters tbody tr')]"
        ".find(r => r.cells[0].textContent === 'trailer').click()"
    )
    cards = browser.find_elements(By.CSS_SELECTOR, "#list li .about b")
    assert cards
    assert {c.text for c in cards} == {"trailer"}
    box = browser.find_element(By.ID, "search")
    browser.find_element(By.ID, "clear").click()
    box.send_keys("(fā)")
    time.sleep(0.4)
    found = int(shown(browser).split(" of ")[0])
    assert 0 < found < total
    assert all("(fā)" in e.text for e in browser.find_elements(By.CSS_SELECTOR, "#list li .text"))
    browser.find_element(By.ID, "clear").click()
    reason = Select(browser.find_element(By.ID, "reason"))
    reason.select_by_visible_text("doubled mark")
    assert shown(browser).startswith("59 of ")


def test_light_and_dark(browser, samples):
    opened(browser, samples)
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = browser.execute_script(paper)
    browser.find_element(By.ID, "theme").click()
    dark = browser.execute_script(paper)
    assert light != dark
    picture(browser, "dark.png")


def test_a_narrow_window_does_not_scroll_sideways(browser, samples):
    browser.set_window_size(500, 900)
    opened(browser, samples)
    wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.execute_script(wide) <= 0
    browser.save_screenshot(str(samples.with_name("narrow.png")))
    browser.set_window_size(1280, 1000)


def audit_of(path, texts, files=("a.txt",)):
    tally = Tally(records=len(texts), changed=len(texts), chars_in=200 * len(texts))
    tally.counts = {"link_farm\tlinks": [len(texts), 30 * len(texts), 0]}
    rows = [
        {
            "kind": "run",
            "scrubtext": "0",
            "fingerprint": "f" * 12,
            "preset": HOSTILE[0],
            "filters": [{"name": "link_farm"}],
        }
    ]
    names = ["link_farm", "trailer", "pinyin_gloss", "mojibake", "invisible"]
    for k, text in enumerate(texts):
        at = {"file": files[k % len(files)], "record": k + 1, "field": "text"}
        why = {
            "filter": names[k % 5],
            "why": f"reason {k % 7}",
            "left": "before ",
            "right": " after",
        }
        rows.append({"kind": "edit", **at, "start": 0, "end": 1, "old": text, "new": "", **why})
    rows.append({"kind": "reject", "file": HOSTILE[1], "record": 3, "why": HOSTILE[0]})
    rows.append({"kind": "file", "file": HOSTILE[0], "output": "", **tally.row()})
    path.write_bytes(b"".join(json_bytes(row) + b"\n" for row in rows))
    return Report.of([path])


def test_hostile_text_is_only_shown(browser, tmp_path):
    report = audit_of(tmp_path / "a.jsonl", HOSTILE * 3, HOSTILE)
    page = tmp_path / "page.html"
    page.write_bytes(page_html(report, HOSTILE[0]))
    opened(browser, page)
    assert browser.title == HOSTILE[0]
    assert len(browser.find_elements(By.CSS_SELECTOR, "#list li")) == 12
    assert browser.find_elements(By.CSS_SELECTOR, "#list img, #list script, main script") == []
    text = browser.find_element(By.ID, "list").text
    assert HOSTILE[0] in text
    assert "U+202E" in text
    picture(browser, "hostile.png")
    assert b"http:" not in page.read_bytes().replace(b"http://www.w3.org/2000/svg", b"")
    assert b"https:" not in page.read_bytes()


def test_a_hundred_thousand_findings(browser, tmp_path):
    texts = [f"广告词语第{k}号，" * (1 + k % 4) for k in range(100_000)]
    report = audit_of(tmp_path / "a.jsonl", texts, [f"folder/part-{k:03}.jsonl" for k in range(97)])
    page = tmp_path / "page.html"
    page.write_bytes(page_html(report))
    began = time.time()
    opened(browser, page)
    assert time.time() - began < 15
    search = """
        const began = performance.now();
        document.getElementById('search').value = arguments[0];
        list();
        return [performance.now() - began, document.querySelectorAll('#list li').length];
    """
    browser.execute_script(search, "warm")
    took, drawn = browser.execute_script(search, "第99999号")
    assert took < 1000
    assert drawn == 1
    took, drawn = browser.execute_script(search, "广告")
    assert took < 1000
    assert drawn == 200
    browser.execute_script("document.getElementById('more').click()")
    assert browser.execute_script("return document.querySelectorAll('#list li').length") == 400
    print(json.dumps({"page bytes": page.stat().st_size, "search ms": round(took)}))
