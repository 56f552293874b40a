"""Last sentences of stories that hold the words of a marker: an author's, so they stay."""

import pytest

from scrubtext import Trailer, clean

TOLD = {
    "zh": "石桥在春天修好了，孩子们不用再绕路上学。村里的老人说，上一次修桥还是他年轻的时候。\n"
    "桥头种了两排柳树，到了夏天，人们在树下乘凉、下棋，一坐就是半天。\n",
    "la": "The stone bridge was repaired in spring, and the children no longer walk the long way to school.\n"
    "Willows were planted beside the bridge, and in summer people sit in the shade and play chess.\n",
    "ru": "Весной починили каменный мост, и детям больше не нужно ходить в школу в обход.\n"
    "У моста посадили ивы, и летом люди сидят в тени и играют в шахматы до самого вечера.\n",
    "ko": "봄에 돌다리가 고쳐져 아이들은 더 이상 먼 길로 돌아가지 않아도 된다.\n"
    "다리 옆에는 버드나무를 심었고, 여름이면 사람들이 그늘에 앉아 장기를 둔다.\n",
}

STORIES = [
    ("zh", "法院认为，未经许可使用他人摄影作品，构成侵权，旅行社应当赔偿。"),
    ("zh", "如对结果有疑问，可以联系窗口的工作人员。"),
    ("zh", "我们不保证当天办完，但是会尽快处理。"),
    ("zh", "登录后可以在“我的申请”里查看进度，审核结果也会用短信通知。"),
    ("zh", "这位经理提醒，股市有风险，投资者不要借钱炒股。"),
    ("zh", "以上观点并不代表机构会立即加仓，多数机构仍在观望。"),
    ("zh", "下一篇：烘烤的温度与时间，我会在周末写好。"),
    ("zh", "他说转载这篇文章要先问过他，可是没有人问。"),
    ("la", "Log in to the server and restart the worker if the table is locked."),
    ("la", "Add a comment to each query that explains why it exists."),
    ("la", "Contact us at the counter if a corner is missing."),
    ("la", "Get the form at the counter, or ask for it by email."),
    ("la", "We use cookies and cream for the filling, but jam does as well."),
    ("la", "Follow us across the bridge, she said, and do not look down."),
    ("la", "Join us in the kitchen at six, when the first loaves come out."),
    ("la", "All rights to the song belong to his widow, who has never asked for a penny."),
    ("ru", "Подписаться под заявлением должны оба супруга."),
    ("ru", "Поделиться хлебом здесь считают делом обычным."),
    ("ru", "Следите за нами взглядом, сказала она, и не смотрите вниз."),
    ("ko", "로그인 후 신청 내역에서 진행 상황을 볼 수 있다."),
    ("ko", "댓글을 읽던 그는 웃으며 창문을 열었다."),
    ("ko", "무단으로 복제한 열쇠는 모두 회수되었다고 관리인은 말했다."),
]

NOTICES = [
    ("zh", "本文来自互联网用户投稿，该文观点仅代表作者本人，不代表本站立场。"),
    ("zh", "扫描二维码关注我们的公众号，获取更多资讯。"),
    ("la", "Follow us on Twitter and Facebook for more stories."),
    ("la", "We use cookies to improve your experience on this website."),
    ("ru", "Мнение редакции может не совпадать с мнением автора."),
]


@pytest.mark.parametrize(("lang", "line"), STORIES)
def test_last_sentence_of_a_story_stays(lang, line):
    assert clean(TOLD[lang] + line, Trailer()) == TOLD[lang] + line


@pytest.mark.parametrize(("lang", "line"), NOTICES)
def test_notice_in_its_place_goes(lang, line):
    assert clean(TOLD[lang] + line, Trailer()) == TOLD[lang].rstrip("\n")
