"""What hostile text costs is counted, not timed: steps, readings, searches in vain."""

import random

import pytest

from scrubtext.doc import Doc
from scrubtext.filters.mojibake import Mojibake
from scrubtext.mojibake import repair, search
from scrubtext.mojibake.second_opinion import ftfy_readings

POOLS = {
    "han, Latin, Cyrillic": [range(0x4E00, 0x9FA5), range(0xC0, 0x250), range(0x400, 0x460)],
    "han, ASCII, Cyrillic": [range(0x4E00, 0x9FA5), range(0x61, 0x7B), range(0x400, 0x460)],
    "Latin-1": [range(0x80, 0x100)],
    "all of the BMP": [range(0x80, 0xD800)],
}
PIECES = {"scars": ["锟斤拷", "Ã©", "é ", "\ufffd"], "holes": ["\ufffd", "Ã", "鍏", "a", " ", "銆", "锛", "€"]}


def noise(kind, size):
    rng = random.Random(size)
    if kind in PIECES:
        return "".join(rng.choices(PIECES[kind], k=size))[:size]
    return "".join(chr(rng.choice(rng.choice(POOLS[kind]))) for _ in range(size))


@pytest.fixture
def work(monkeypatch):
    """Counts of searches and of characters weighed, reset by ``clear``."""
    found = {"searches": 0, "characters": 0}

    def searching(*args):
        found["searches"] += 1
        return search.search(*args)

    def weighing(line, readings, lang):
        readings = list(readings)
        found["characters"] += sum(len(r.new) for r in readings)
        return weigh(line, readings, lang)

    weigh = search.weigh
    monkeypatch.setattr(repair, "search", searching)
    monkeypatch.setattr(search, "weigh", weighing)
    return found


@pytest.mark.parametrize("kind", [*POOLS, *PIECES])
def test_work_grows_with_the_length_of_noise_at_most(kind, work):
    one, two = (_weighed(noise(kind, size), work) for size in (2_000, 4_000))
    assert two < 3 * one + 10_000
    assert two < 400 * 4_000


def _weighed(text, work):
    repair.looked.cache_clear()
    repair.search_once.cache_clear()
    work["characters"] = 0
    list(Mojibake()(Doc(text)))
    return work["characters"]


def test_noise_is_given_up_on(work):
    rng = random.Random(3)
    han = [chr(c) for c in range(0x4E00, 0x9FA5)]
    text = "\n".join("".join(rng.choices(han, k=8)) for _ in range(300))
    assert list(Mojibake()(Doc(text))) == []
    assert work["searches"] <= repair.TRIES + len(text) // repair.TRY_EVERY


def test_behind_noise_plain_damage_is_still_undone():
    rng = random.Random(3)
    han = [chr(c) for c in range(0x4E00, 0x9FA5)]
    head = "\n".join("".join(rng.choices(han, k=8)) for _ in range(120))
    right = "会议结束以后请把资料发到我的邮箱谢谢大家"
    edits = list(Mojibake()(Doc(head + "\n" + right.encode().decode("gb18030"))))
    assert [e.new for e in edits] == [right]


def test_text_that_repeats_itself_is_not_compared_character_by_character():
    assert list(ftfy_readings("Ã© é " * 96)) == []
    assert [r.new for r in ftfy_readings("cafÃ© au lait")] == ["é"]
