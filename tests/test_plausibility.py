import numpy as np

from scrubtext.plausibility import CLASSES, nats, pair_nats, score, table, total


def test_right_text_is_likelier_than_its_garble():
    for text, wrote, read in [
        ("我们在图书馆学习", "utf-8", "gb18030"),
        ("圖書館週末開放", "cp950", "gb18030"),
        ("日本語の文章", "cp932", "gb18030"),
        ("도서관은 주말에도", "cp949", "gb18030"),
        ("Привет, мир", "cp1251", "latin-1"),
        ("Καλημέρα κόσμε", "utf-8", "latin-1"),
        ("déjà vu à la forêt", "utf-8", "latin-1"),
    ]:
        dirty = text.encode(wrote).decode(read, "replace")
        assert total(text) - total(dirty) > 15, text


def test_one_number_per_character_whatever_the_text():
    for text in ("", "a", "\ud800\0\uffff", "😀é中", "x" * 10_000):
        assert len(nats(text)) == len(text)
    assert score("") == 0.0
    assert score("abc") < 0


def test_a_given_language_speaks_against_other_scripts():
    assert score("привет", lang="zh") < score("привет") == score("привет", lang="ru")


def test_the_table_is_sorted_and_complete():
    model = table()
    assert (model.pairs[1:] > model.pairs[:-1]).all()
    assert len(model.pairs) == len(model.after)
    assert model.classes.max() < len(CLASSES)
    assert (model.alone <= 0).all()


def test_every_pair_is_found_and_no_other():
    model = table()
    known, values = pair_nats(model.pairs)
    assert known.all()
    assert (values == model.after).all()
    others = np.setdiff1d(np.arange(0x4E004E00, 0x4E009FFF, dtype=np.uint32), model.pairs)
    known, _ = pair_nats(np.append(others, np.uint32(0)))
    assert not known.any()
