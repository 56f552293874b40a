"""What must hold for any bytes and any text."""


from hypothesis import example, given, settings
from hypothesis import strategies as st

from scrubtext import decode
from scrubtext.decoding.codepages import breaks, read

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1b\ufeff~"), max_size=200)
CHINESE = "昨天下午，我们在图书馆门口等了半个小时，谁也没有带伞。山上的雪还没化，河边的柳树已经发芽。\n" * 12


@given(st.binary(max_size=400))
@example(b"\x00")
@example(b"\xff\xfe\x00")
@example(b"~{")
@example(b"\x1b$B")
@example(b"\x84\x31\x95\x33")
def test_no_bytes_raise_and_segments_tile(data):
    made = decode(data)
    at = start = 0
    for segment in made.segments:
        assert (segment.byte_start, segment.start) == (at, start)
        at, start = segment.byte_end, segment.end
        assert all(segment.byte_start <= b < segment.byte_end for b in segment.bad)
    assert (at, start) == (len(data), len(made.text))
    assert bool(made.bad_bytes) == bool(made.bad_offsets)


@given(st.lists(st.sampled_from(["第一行中文文字\n".encode(), "第二行国标文字\n".encode("gbk"), b"ascii\n", b"\xff\xfe\n", "日本語の行です\n".encode("cp932")]), max_size=12))
def test_mixtures_tile(pieces):
    test_no_bytes_raise_and_segments_tile.hypothesis.inner_test(b"".join(pieces))


@given(TEXTS)
def test_utf8_with_a_mark_comes_back(text):
    assert decode(text.encode("utf-8-sig")).text == text


@given(TEXTS)
def test_wide_text_with_a_mark_comes_back(text):
    assert decode(text.encode("utf-16")).text == text
    assert decode(text.encode("utf-32")).text == text


@given(TEXTS)
def test_utf8_among_chinese_comes_back(text):
    whole = CHINESE + text
    assert decode(whole.encode()).text == whole


def test_every_prefix_of_chinese_utf8_is_utf8():
    data = CHINESE.encode()[:3000]
    for n in range(3, len(data), 1):
        made = decode(data[:n])
        assert made.encoding == "utf-8", n
        assert made.text == data[:n].decode("utf-8", "replace")


def test_hostile_input_is_linear():
    for data in (b"\xff" * 1_000_000, b"\x80" * 1_000_000, b"~{" * 500_000, b"\x1b$B" * 300_000, b"<meta " * 150_000,
                 b"\xe4\xb8" * 500_000, b"\xff\n" * 200_000, b"\xe4\xb8\xad\xff\n" * 100_000, b"\0\xff" * 500_000):
        decode(data)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([b" ", b"a", b"A", b".", b"0", *(bytes([b]) for b in range(0x80, 0x100))]), max_size=30),
    st.sampled_from(["gb18030", "big5hkscs", "cp949", "euc_jp", "utf-8"]),
)
def test_breaks_are_never_more_than_what_fails(parts, encoding):
    data = b"".join(parts)
    assert breaks(data, encoding) <= len(read(data, encoding)[1])
