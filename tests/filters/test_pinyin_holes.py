"""What fits into a hole: the n-grams, the chains of characters, and what is not decided."""

import pytest

from scrubtext.gloss.gbk import spelled, user_defined
from scrubtext.gloss.holes import MARK, _readings, fill
from scrubtext.gloss.ngrams import BREAK, after_two, beside
from scrubtext.gloss.pieces import fitting, ones, rival
from scrubtext.gloss.run import Slot


def merged(lost):
    """The slot that is left of some characters when all pairs between them are dropped."""
    lead, trail = spelled(lost[0])[0], spelled(lost[-1])[1]
    return Slot(bytes((lead, trail)).decode("gbk", "ignore") or "\0", lead, trail)


def test_costs_are_those_of_the_simplified_forms():
    assert after_two("經濟建設").tolist() == after_two("经济建设").tolist()


def test_a_break_costs_nothing_and_hides_what_stands_before_it():
    nats = after_two("經濟" + BREAK + "建設").tolist()
    assert nats[2] == 0.0
    assert nats[3:] == after_two("建設").tolist()


def test_beside_is_the_same_as_one_after_the_other():
    table = beside("經建", "濟設")
    for k, first in enumerate("經建"):
        for j, second in enumerate("濟設"):
            assert table[k, j] == pytest.approx(after_two(first + second)[1])


@pytest.mark.parametrize("text", ["", "國", "\U00020000", "a", MARK])
def test_short_and_strange_texts_have_costs(text):
    assert len(after_two(text + "國")) == len(text) + 1


@pytest.mark.parametrize("lost", ["太地", "水平", "同一", "要勇"])
def test_two_characters_are_among_those_that_fit(lost):
    slot = merged(lost)
    found = fitting(slot.lead, slot.trail, 0, False, False, "", "")
    assert lost in found
    assert all(user_defined(spelled(a)[1], spelled(b)[0]) for a, b in found)


def test_three_characters_are_among_those_that_fit():
    slot = merged("著名旅")
    found = fitting(slot.lead, slot.trail, 0, False, True, "的", "遊")
    assert "著名旅" in found
    assert all(len(piece) == 3 for piece in found)


def test_one_byte_is_kept():
    assert all(spelled(char)[0] == 0xB9 for char in ones(0xB9, 0, 0))
    assert all(spelled(char)[1] == 0xFA for char in ones(0, 0xFA, 0))


def test_the_neighbours_see_more_than_the_words():
    slot = merged("太地")
    assert slot.char == "特"
    assert rival(slot.lead, slot.trail, "亞", "特", "區") < 4.5
    assert rival(slot.lead, slot.trail, "獨", "特", "的") > 10


@pytest.mark.parametrize(
    ("before", "lost", "after"),
    [("基金組織以及亞", "太地", "區一些國"), ("貴陽市", "委、", "市政府")],
)
def test_what_leaves_no_doubt_is_filled(before, lost, after):
    text = fill([merged(lost)], before, after).text
    assert text.replace(MARK, "") in (lost, "")


@pytest.mark.parametrize("char", ["特", "經", "，"])
def test_nothing_is_decided_without_neighbours(char):
    raw = spelled(char)
    assert set(fill([Slot(char, *raw)], "", "").text) == {MARK}


@pytest.mark.parametrize("char", ["特", "國", "經"])
def test_a_character_in_its_word_is_kept(char):
    before, after = {"特": ("這是獨", "的風格"), "國": ("我們中", "人民的"), "經": ("發展", "濟建設")}[char]
    assert fill([Slot(char, *spelled(char))], before, after).text == char


def test_three_neighbours_of_the_page_tell_more_than_two():
    reading = next(r for r in _readings((Slot("沒", 0x9B, 0x5D),), "源模式", "有明顯的").tried if r.pieces == ("沒",))
    assert reading.line == "模式沒有明"
    two, three = reading.found({"式沒"}), reading.found({"式沒", "模式沒", "式沒有"})
    assert (reading.found(set()), two, three) == (0, 1, 3)
