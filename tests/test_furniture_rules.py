"""Rules of the user's: what is refused, what a rule matches, what a preview shows."""

import pytest

from scrubtext import clean, explain
from scrubtext.errors import ConfigError
from scrubtext.filters.placeholder import Placeholder
from scrubtext.filters.trailer import Trailer
from scrubtext.furniture.rules import is_pattern, lint_rules, matcher, preview, read_rules

BODY = "老街的修缮在春天开始，工匠们先把松动的瓦片取下，再一块一块换上新烧的青瓦。\n\n到了夏天，茶馆重新开张，掌柜说客人比往年多了三成。"
REFUSED = [
    "/a.*b/",
    "/.+/",
    "/(?:x|y)*zz/",
    r"/\w+页/",
    "/[/",
    "/x?/",
    "/./",
    "的",
    "ab",
    "/一|二/",
]
TAKEN = ["猜你还想看", "Our partners", "/猜你还想看.{0,10}/", "/第[0-9]{1,3}频道/"]


@pytest.mark.parametrize("rule", REFUSED)
def test_refused(rule):
    assert [p.rule for p in lint_rules([rule])] == [rule]
    for filter_ in (Trailer, Placeholder):
        with pytest.raises(ConfigError, match="extra rule"):
            filter_(extra=(rule,))


@pytest.mark.parametrize("rule", TAKEN)
def test_taken(rule):
    assert lint_rules([rule]) == []
    assert is_pattern(rule) == rule.startswith("/")


def test_matcher_takes_whole_lines_only():
    matches = matcher(("猜你还想看", "/第[0-9]{1,3}频道/"))
    assert matches(" 猜你还想看 ")
    assert matches("第12频道")
    assert not matches("猜你还想看的人很多")
    assert not matches("我看第12频道")


@pytest.mark.parametrize("rule", ["本台晚间节目单", "/本台.{2,6}单/"])
def test_trailer_goes_with_a_rule_of_the_users(rule):
    text = BODY + "\n\n本台晚间节目单\n新闻联报\n戏曲之夜"
    assert clean(text, Trailer()) == text
    result = explain(text, Trailer(extra=(rule,)))
    assert result.text == BODY
    assert {row.why for row in result.edits} == {"user rule"}


@pytest.mark.parametrize("rule", ["老宋小铺三号", "/老宋.{2,4}三号/"])
def test_placeholder_goes_with_a_rule_of_the_users(rule):
    text = BODY.replace("\n\n", "\n老宋小铺三号\n")
    assert clean(text, Placeholder()) == text
    assert clean(text, Placeholder(extra=(rule,))) == BODY.replace("\n\n", "\n")


def test_rule_files(tmp_path):
    plain = tmp_path / "rules.txt"
    plain.write_text("# mine\n猜你还想看\n/第[0-9]{1,3}频道/\n", "utf-8")
    toml = tmp_path / "rules.toml"
    toml.write_text('markers = ["猜你还想看"]\npatterns = ["第[0-9]{1,3}频道"]\n', "utf-8")
    assert read_rules(plain) == read_rules(toml) == ("猜你还想看", "/第[0-9]{1,3}频道/")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "的\n", "rule 1"),
        ("a.toml", "markers = [", "not TOML"),
        ("a.toml", "words = ['x']", "unknown key 'words'"),
    ],
)
def test_bad_rule_files(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(ConfigError, match=message):
        read_rules(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        read_rules(tmp_path / "none.txt")


def test_preview_shows_the_most_frequent_first():
    hits = preview(
        ["/第[0-9]{1,3}频道/", "猜你还想看"], ["第1频道\n猜你还想看", "猜你还想看\n第2频道的人"]
    )
    assert [(h.line, h.times) for h in hits] == [("猜你还想看", 2), ("第1频道", 1)]
    assert preview(["猜你还想看"], ["别的"]) == []
