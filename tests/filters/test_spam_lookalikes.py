"""Honest lists that look like keyword blocks or link farms: none is touched."""

import pytest

from scrubtext import Doc, Edit
from scrubtext.filters.keyword_stuffing import KeywordStuffing
from scrubtext.filters.link_farm import LinkFarm

ZH = "小镇的集市每周三开放，摊主大多是附近的农户。今年春天雨水多，蔬菜比往年便宜一些，来的人也多了。\n"
EN = "The market opens every Wednesday, and most of the stalls belong to farmers who live nearby. It rained a lot this spring, so vegetables are cheaper than last year.\n"
JA = "市場は毎週水曜日に開かれ、店の多くは近くの農家のものだ。今年の春は雨が多く、野菜は例年より安い。\n"
RU = "Рынок открывается каждую среду, и большинство прилавков принадлежит местным фермерам. Весной было много дождей, поэтому овощи дешевле.\n"
LOOKALIKES = (
    ZH + "标签：旅行，摄影，美食，徒步，露营，咖啡",
    ZH + "关键词：数字经济；产业升级；区域协调；创新驱动；就业结构",
    ZH + "配料：小麦粉、白砂糖、植物油、鸡蛋、食用盐、碳酸氢钠、柠檬酸、食用香精",
    ZH
    + "1号线：苹果园 古城 八角游乐园 八宝山 玉泉路 五棵松 万寿路 公主坟 军事博物馆 木樨地 南礼士路 复兴门 西单",
    ZH + "苹果园—古城—八角游乐园—八宝山—玉泉路—五棵松—万寿路—公主坟",
    ZH
    + "宫保鸡丁 28元\n鱼香肉丝 26元\n麻婆豆腐 18元\n水煮牛肉 48元\n清蒸鲈鱼 68元\n蒜蓉西兰花 22元\n米饭 2元\n酸辣汤 12元",
    ZH + "参加人员：王伟、李娜、张敏、刘洋、陈静、杨帆、赵磊、黄婷、周杰、吴倩、徐鹏、孙丽",
    ZH
    + "目录\n什么是区块链\n区块链怎么工作\n区块链有什么用\n如何购买比特币\n比特币安全吗\n什么是智能合约\n什么是挖矿\n挖矿赚钱吗\n什么是钱包\n本书讨论区块链、比特币、智能合约、挖矿与钱包的原理，并给出许多例子。",
    ZH
    + "常见问题\n怎么注册账号？\n怎么找回密码？\n怎么修改手机号？\n怎么申请退款？\n多久可以到账？\n客服电话是多少？\n可以开发票吗？\n如何注销账号？",
    ZH
    + "研究选取的搜索词包括“感冒吃什么药”“发烧怎么办”“咳嗽什么原因”“头痛挂什么科”“失眠怎么办”“牙疼吃什么药”等，统计其搜索量。",
    ZH + "春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少",
    ZH + "赵钱孙李 周吴郑王 冯陈褚卫 蒋沈韩杨 朱秦尤许 何吕施张 孔曹严华 金魏陶姜",
    ZH + "红色 橙色 黄色 绿色 青色 蓝色 紫色 黑色 白色 灰色 棕色 粉色",
    ZH + "北京|上海|广州|深圳|杭州|南京|成都|武汉|西安|重庆",
    ZH + "首页 | 新闻 | 体育 | 财经 | 娱乐 | 科技 | 汽车 | 房产 | 旅游",
    ZH + "公司主营：钢管、角钢、槽钢、工字钢、螺纹钢、镀锌管、无缝管、不锈钢管、方管、圆钢",
    ZH + "本店提供开锁、换锁、修锁、配钥匙、汽车开锁、保险柜开锁等服务，价格公道，随叫随到。",
    ZH + "公园提供游船租赁、自行车租赁、帐篷租赁、烧烤架租赁、雨伞租赁，价格见门口的牌子。",
    ZH
    + "法院认定，被告人在群内发布“代办信用卡”“代办贷款”“代开发票”“代办学历”“代办驾照”等信息，共获利三万元。",
    ZH
    + "诈骗短信常见的词有：中奖、免费领取、刷单返利、高额回报、内部消息、稳赚不赔、加微信、点击链接。",
    ZH
    + "彩票开奖结果\n双色球 03 08 15 22 27 31 + 09\n大乐透 02 11 19 25 33 + 04 10\n福彩3D 4 7 2\n排列三 9 0 5\n七星彩 1 5 8 3 0 2 9",
    ZH + "感谢以下志愿者：小林、老周、阿芳、大卫、晓雨、思远、子涵、梓萱、浩然、一诺",
    ZH
    + "课程设置：高等数学、线性代数、概率论、离散数学、数据结构、操作系统、计算机网络、编译原理、数据库、软件工程",
    ZH + "A. 什么人\nB. 什么事\nC. 什么时候\nD. 什么地方\nE. 为什么\nF. 怎么样",
    ZH
    + "怎么做红烧肉\n怎么做糖醋排骨\n怎么做清蒸鱼\n怎么做麻婆豆腐\n红烧肉要用五花肉，糖醋排骨要先焯水，清蒸鱼要选新鲜的，麻婆豆腐要用嫩豆腐。",
    ZH
    + "性教育课程内容：身体发育、青春期变化、月经、遗精、避孕、性病预防、性别平等、拒绝性侵害、亲密关系。",
    EN + "Tags: travel, photography, food, hiking, camping, coffee, weekend",
    EN
    + "Keywords: machine learning; domain adaptation; transfer learning; image segmentation; medical imaging",
    EN
    + "Ingredients: wheat flour, sugar, palm oil, cocoa powder, whey powder, salt, baking soda, soy lecithin, vanilla extract",
    EN
    + "Cast: Anna Smith, John Doe, Maria Garcia, Peter Parker, Lucy Liu, Tom Hardy, Emma Stone, Chris Pine, Ryan Cole",
    EN + "Home | About | Services | Portfolio | Blog | Contact | Privacy | Terms",
    EN
    + "Chapter 1 What is Python\nChapter 2 How to install Python\nChapter 3 Where to find help\nChapter 4 What is a list\nChapter 5 What is a dictionary\nChapter 6 How to write a function\nChapter 7 What is a class\nChapter 8 How to test",
    EN
    + "What is a volcano\nWhat is lava\nWhat is magma\nHow do volcanoes form\nHow much lava flows\nWhat is a crater\nWhat does dormant mean\nA volcano is an opening in the crust. Lava is magma that reached the surface. Volcanoes form where plates meet, and a crater is the bowl at the top; a dormant one sleeps.",
    EN
    + "red, orange, yellow, green, blue, indigo, violet, black, white, gray, brown, pink, cyan, magenta",
    EN
    + "Create user\nDelete user\nEdit user\nCreate group\nDelete group\nEdit group\nCreate role\nDelete role\nEdit role\nCreate token\nDelete token\nEdit token",
    EN
    + "Fried rice 8.50\nNoodle soup 7.20\nSpring rolls 4.00\nDumplings 6.50\nGreen tea 2.00\nBeef curry 11.00\nTofu salad 6.00\nMango pudding 4.50",
    EN
    + "Central Station - Market Street - Town Hall - Museum - Harbour - Airport North - Airport South",
    EN
    + "AliceBlue AntiqueWhite Aqua Aquamarine Azure Beige Bisque Black BlanchedAlmond Blue BlueViolet Brown BurlyWood CadetBlue Chartreuse Chocolate Coral",
    EN
    + 'The study used queries such as "cheap flights", "best hotels", "car rental near me", "weather london", "how to tie a tie" and "pizza delivery".',
    EN
    + "Albany, NY\nAtlanta, GA\nAustin, TX\nBoise, ID\nBoston, MA\nChicago, IL\nDallas, TX\nDenver, CO\nHelena, MT\nLansing, MI",
    EN
    + "apt install nginx\napt install curl\napt install git\napt install python3\napt install vim\napt install htop\napt install tmux\napt install jq",
    EN
    + "Free downloads\nFree trial\nFree support\nFree updates\nNo credit card\nCancel any time\nTry it now",
    EN
    + "Monday yoga beginners\nMonday yoga advanced\nTuesday pilates beginners\nTuesday pilates advanced\nWednesday spin beginners\nWednesday spin advanced\nThursday boxing beginners\nThursday boxing advanced\nFriday dance beginners\nFriday dance advanced\nSaturday swim beginners\nSaturday swim advanced",
    EN
    + "Thanks to Adam, Bea, Carl, Dina, Emil, Fay, Gus, Hana, Ivan, Jill, Karl and Lena for their help with this release.",
    EN
    + "See also: https://www.python.org/ https://docs.python.org/3/ https://pypi.org/ https://peps.python.org/",
    EN
    + "Useful sites\npython.org\nrust-lang.org\ngolang.org\nruby-lang.org\nphp.net\nnodejs.org\nkotlinlang.org",
    EN
    + "Mirrors\nftp.us.debian.org\nftp.de.debian.org\nftp.fr.debian.org\nftp.uk.debian.org\nftp.jp.debian.org\nftp.cn.debian.org",
    EN
    + "Wikipedia en.wikipedia.org\nWiktionary en.wiktionary.org\nWikisource wikisource.org\nCommons commons.wikimedia.org\nMeta meta.wikimedia.org",
    EN
    + "org.apache.commons.lang.StringUtils\norg.apache.commons.io.FileUtils\norg.apache.commons.net.ftp.FTPClient\norg.apache.http.client.HttpClient",
    JA + "タグ：旅行、写真、料理、登山、キャンプ、コーヒー",
    JA + "渋谷 恵比寿 目黒 五反田 大崎 品川 田町 浜松町 新橋 有楽町 東京 神田 秋葉原",
    JA + "材料：薄力粉、砂糖、バター、卵、牛乳、ベーキングパウダー、塩、バニラエッセンス",
    JA
    + "目次\n日本酒とは\n日本酒の種類\n日本酒の作り方\n日本酒の選び方\n日本酒の飲み方\n日本酒の保存方法\n日本酒に合う料理\n日本酒の歴史\nこの本では日本酒の種類、作り方、選び方、飲み方、保存方法を順に説明する。",
    JA + "出演：田中太郎、鈴木花子、佐藤一郎、高橋美咲、伊藤健、渡辺直美、山本翔、中村愛",
    RU + "Теги: путешествия, фотография, еда, походы, кофе, выходные",
    RU
    + "Состав: мука пшеничная, сахар, масло растительное, яйца, соль, разрыхлитель, ваниль, какао",
    RU
    + "В ролях: Иван Петров, Анна Смирнова, Пётр Иванов, Мария Кузнецова, Олег Попов, Елена Волкова",
    RU + "Понедельник\nВторник\nСреда\nЧетверг\nПятница\nСуббота\nВоскресенье",
    RU + "купить хлеб\nкупить молоко\nкупить сыр\nпозвонить маме\nзабрать посылку\nоплатить свет",
)


@pytest.mark.parametrize("text", LOOKALIKES, ids=lambda t: ascii(t.split("\n", 1)[1][:12]))
def test_lookalikes_stay(text):
    for look in (KeywordStuffing(), LinkFarm()):
        assert not [f for f in look(Doc(text)) if isinstance(f, Edit)]
