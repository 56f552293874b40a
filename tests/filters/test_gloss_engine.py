"""The parts of the gloss engine that are written for speed say what the plain ones would."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext.gloss.columns import Glosses, Places
from scrubtext.gloss.repairs import WINDOW, _unexplained
from scrubtext.gloss.run import Slot
from scrubtext.gloss.settle import _gaps, leads
from scrubtext.gloss.shares import hole_nats
from scrubtext.gloss.strays import strays
from scrubtext.gloss.syllables import LETTERS, has_tone
from scrubtext.gloss.tokens import bracketed, is_scar
from scrubtext.gloss.words import NEVER, START, _costs, _seen, advance, after_each, cuts, folded

PAGE = "開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)，發(fā)展 (zhǎn)，行(xíng)。"
PLAIN_STRAYS = re.compile(rf"(?:([?\ufffd][(（]?|[(（])|(?<![{LETTERS}]))([{LETTERS}]{{1,7}})[)）]")
PLAIN_BRACKETS = re.compile(rf"[(（?\ufffd][(（]? ?[{LETTERS}]{{1,7}} ?[)）]")
CRUMBS = st.lists(st.sampled_from([*"?\ufffd(（)）aāxǔ: 發漢術", "發(fā)", "術(shù)"])).map("".join)


@given(CRUMBS, st.integers(0, 12), st.integers(0, 40))
def test_strays_are_what_the_plain_pattern_finds(text, start, end):
    wanted = {
        m.start(): (m.end(), m[1] not in ("(", "（"))
        for m in PLAIN_STRAYS.finditer(text, start, end)
        if has_tone(m[2].replace("u:", "ü"))
    }
    found = strays(text, start, end, ())
    assert {at: (g.end, g.lost) for at, g in found.items()} == wanted


@given(CRUMBS)
def test_glosses_stand_where_the_plain_pattern_finds_brackets(text):
    usual, odd = bracketed(text)
    ends = {m.end() for m in PLAIN_BRACKETS.finditer(text)}
    rows = usual.rows()
    assert {g.end for g in [*rows, *odd]} <= ends
    assert rows == sorted(rows)
    assert all(text[g.at] == g.char for g in rows if g.start == g.at + 1)


def test_wide_and_narrow_brackets_are_told_apart():
    usual, odd = bracketed("發(fā)展，發（fā）展，技術(shù）與，()（）技術(shù)")
    assert [g.wide for g in usual.rows()] == [False, True, True, False]
    assert not odd


def test_columns_and_rows_are_the_same():
    usual, odd = bracketed(PAGE)
    rows = usual.rows()
    assert [(g.char, g.syllable) for g in rows] == [
        *zip("發術風險發", ["fā", "shù", "fēng", "xiǎn", "fā"], strict=True)
    ]
    assert [g.char for g in odd] == ["展", "行"]
    assert Glosses.of(rows).rows() == rows
    assert usual.tally.total() == len(usual) == 5
    assert {*usual.table} == set("發術風險")
    assert usual.outside([]) is usual
    inside = [(rows[1].start, rows[2].end)]
    assert usual.outside(inside).rows() == [rows[0], *rows[3:]]
    assert Glosses.of(rows).outside(inside).rows() == [rows[0], *rows[3:]]


def test_places_are_those_of_the_rows():
    usual, odd = bracketed(PAGE)
    places = Places(usual, odd)
    by_start = {g.start: g for g in [*usual.rows(), *odd]}
    every = range(-1, len(PAGE) + 2)
    assert [places.first(at, at + 9) for at in every] == [
        min([start for start in by_start if start >= at] + [at + 9]) for at in every
    ]
    assert {at: places.get(at) for at in every if at in places} == by_start


@given(CRUMBS)
def test_strays_begin_inside_a_gloss_where_no_bracket_is_left_over(text):
    text = text[:WINDOW]
    usual, odd = bracketed(text)
    scars = [g for g in odd if is_scar(g)]
    if not usual.spaced and not _unexplained(text, 0, usual.ends, [g.end for g in scars]):
        starts = {g.end: g.start for g in [*usual.rows(), *scars]}
        for at, g in strays(text, 0, len(text), Places(usual, scars)).items():
            assert starts[g.end] < at


@settings(max_examples=50)
@given(st.text("經濟建設發展，。的ab\0", min_size=1, max_size=6), st.data())
def test_cuts_are_the_cheapest_of_all(text, data):
    holes = [data.draw(st.sampled_from([4.0, 9.0, 20.0, NEVER])) for _ in text]
    found = cuts(text, holes)
    ways = [*_all_cuts(text, holes, 0)]
    assert found.total == pytest.approx(min(nats for nats, _ in ways))
    for k in range(len(text)):
        gone = min([nats for nats, gaps in ways if k in gaps])
        kept = min([nats for nats, gaps in ways if k not in gaps] + [NEVER])
        assert found.hole[k] == pytest.approx(gone)
        if kept < NEVER:
            assert found.whole[k] == pytest.approx(kept)


def test_one_restored_character_is_weighed_as_many_are():
    prices = [NEVER] * 3 + [hole_nats(0x9B, 0x5D)] + [NEVER] * 4
    wanted = _gaps("源模式沒有明顯的", prices, None)[3:4]
    assert leads([Slot("沒", 0x9B, 0x5D)], "源模式", "有明顯的") == pytest.approx(wanted)


def _all_cuts(text, holes, at):
    """What each way to cut the rest costs, and where it has holes."""
    if at == len(text):
        yield 0.0, frozenset()
        return
    for nats, gaps in _all_cuts(text, holes, at + 1):
        yield holes[at] + nats, gaps | {at}
    pieces = [_seen[text[max(0, at - 1) : at + 1]][1]]
    pieces += [_costs().get(folded(text[at : at + n]), NEVER) for n in (2, 3, 4) if at + n <= len(text)]
    for n, own in enumerate(pieces, 1):
        for nats, gaps in _all_cuts(text, holes, at + n) if own < NEVER else ():
            yield own + nats, gaps


@settings(max_examples=50)
@given(st.text("經濟建設發展，。的ab", max_size=5), st.text("經濟建設發展，。的ab", max_size=4))
def test_many_paths_go_on_as_one_does(before, text):
    path = START
    for char in before:
        path = advance(path, char)
    wanted = path
    for char in text:
        wanted = advance(wanted, char)
    assert after_each([path, START], text)[0] == wanted[4]


def test_a_page_without_scars_does_not_read_what_scars_need():
    code = (
        "import sys; from scrubtext import clean, PinyinGloss\n"
        f"clean({PAGE!r}, PinyinGloss())\n"
        "assert 'scrubtext.gloss.ngrams' not in sys.modules\n"
        "clean('開源模式?jīng)]有明顯的盈利點(diǎn),但發(fā)展與創(chuàng)新不斷。', PinyinGloss())\n"
        "from scrubtext.gloss import ngrams\n"
        "assert not ngrams._table.cache_info().currsize\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
