"""Labelled spam for clean articles: keyword blocks and link farms of every kind, joint, place and language.

Phrases are composed from small vocabularies, each split into two halves: thresholds are tuned on
one (``half=0``) and measured on the other. ``cases(seed)`` yields ``Case(kind, joint, place, dirty, clean)``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

ARTICLES = {
    "zh": (
        "老城区的雨水花园\n\n去年夏天，一场暴雨让南门街的积水没过了膝盖。街道办事处随后请来园林设计师，在三个路口试着修建雨水花园。\n\n所谓雨水花园，就是把低洼的绿地挖得更深一些，铺上砂石和腐殖土，再种上耐涝的植物。下雨的时候，水先流进花园，慢慢渗到地下，而不是一下子涌进管道。\n\n工程花了四个月。居民起初担心蚊子，后来发现水在一天之内就会渗完，蚊子并没有变多。今年六月又下了一场大雨，南门街第一次没有封路。\n\n设计师说，这种办法不能代替排水管，但可以让旧城少挨几次淹。明年他们打算把经验带到河西的两个小区去。",
        "山里的图书室\n记者到达石坪村时，图书室的门还锁着。管理员老郑正在地里收土豆，钥匙挂在他家门后的钉子上，谁想看书，自己去取。\n这间图书室只有十几平方米，书架是用旧门板做的，上面摆着两千多本书。最受欢迎的是养蜂手册，封面已经翻掉了，用牛皮纸重新糊过。\n老郑说，十年前这里没有一本课外书。一位退休的老师把自己的藏书寄了过来，此后陆续有人寄书，邮递员笑称自己成了图书管理员的助手。\n傍晚，放学的孩子们挤在门口写作业。天黑以后，灯要亮到九点才关。",
    ),
    "zh-Hant": (
        "海邊的舊燈塔\n\n這座燈塔建於一百二十年前，當時漁船回港全靠它的光。後來港口東移，塔上的燈在二十年前熄滅，守塔人也搬進了城裡。\n\n鎮公所原本打算拆除，附近的居民卻不同意。他們湊錢請來工匠，把剝落的磚牆重新補好，又在塔頂裝了一盞小燈。\n\n現在每到週末，遊客沿著步道走上山坡，坐在石階上看日落。守塔人的孫女在樓下開了一間小小的展覽室，牆上掛著老照片和航海圖。\n\n她說，燈亮不亮並不重要，重要的是還有人記得回港的路。",
    ),
    "en": (
        "The bakery that runs on tides\n\nOn the north shore of the bay there is a bakery whose mill turns only when the water moves. The owner, a former marine engineer, built the wheel from the timbers of a wrecked barge.\n\nTwice a day the tide fills a pond behind the house. When it falls, the gate is opened and the stones begin to grind. The flour is coarse and a little uneven, which the regulars say is the point.\n\nThe engineer keeps a notebook of every batch. In nine years she has missed eleven days, most of them because of ice. Her neighbours have learned to read the tide tables before they plan a breakfast.\n\nShe does not expect anybody to copy the idea. It is slow, she says, and the sea does not care when you would like to sleep.",
        "What the beetles told us\n\nA small team of biologists has spent three summers counting beetles along a motorway. They wanted to know whether the wide verges, which are mown once a year, could serve as a bridge between two forests.\n\nThe answer was less simple than they had hoped. Some species crossed within weeks, while others stopped at the first lamp post. Light, it turned out, mattered more than noise.\n\nThe council has since agreed to switch off every second lamp after midnight. Nobody has complained so far, and the beetles, according to the latest count, have begun to move.",
    ),
    "ja": (
        "川沿いの小さな印刷所\n\n町の外れに、今も活版印刷を続けている小さな印刷所がある。主人は七十歳を過ぎたが、毎朝六時には機械の前に立っている。\n\n活字は一本ずつ棚に並べられ、組み終わるまでに半日かかることもある。急ぐ客は来なくなったが、名刺や詩集を頼みに遠くから訪れる人は後を絶たない。\n\n去年の秋、近くの高校の生徒たちが見学に来た。彼らは自分の名前を組み、紙に刷って持ち帰った。主人は、あの日ほど機械がよく動いたことはないと笑う。\n\n今年からは月に一度、教室を開くことにした。",
    ),
    "ru": (
        "Последний паромщик\n\nНа этой реке давно построили мост, но паром всё ещё ходит. Паромщик Степан говорит, что без него старики из заречной деревни не попали бы на кладбище, где лежат их родители.\n\nЛетом он перевозит туристов с велосипедами, а зимой чинит лодки в сарае. Денег это почти не приносит, зато в доме всегда есть рыба.\n\nВ прошлом году районная газета написала о нём статью. После этого приехали студенты и сняли короткий фильм, который потом показали на фестивале. Сам Степан его не видел, потому что в тот вечер вода поднялась и надо было переставлять причал.\n\nОн надеется, что дело продолжит внук, хотя тот пока об этом молчит.",
    ),
    "ko": (
        "골목 끝의 수선집\n\n시장 골목 끝에는 삼십 년 넘게 옷을 고쳐 온 작은 수선집이 있다. 주인은 아침 일곱 시면 문을 열고 낡은 재봉틀에 기름을 친다.\n\n손님들은 대부분 오래된 단골이다. 어떤 사람은 아버지의 외투를 가져와 자기 몸에 맞게 줄여 달라고 부탁한다. 주인은 그런 옷을 고칠 때 가장 조심스럽다고 말한다.\n\n작년에는 근처 학교의 학생들이 찾아와 단추 다는 법을 배웠다. 그 뒤로 가게 벽에는 아이들이 만든 작은 인형들이 걸려 있다.",
    ),
    "de": (
        "Der Garten auf dem Parkhaus\n\nAuf dem Dach eines alten Parkhauses wachsen seit drei Jahren Tomaten, Bohnen und sogar ein kleiner Apfelbaum. Die Idee stammt von einer Lehrerin, die von ihrem Fenster aus jeden Tag auf den grauen Beton blickte.\n\nZuerst mussten die Statiker rechnen, denn nasse Erde ist schwer. Dann trugen Nachbarn und Schüler die Erde in Eimern hinauf, weil der Aufzug für die Säcke zu klein war.\n\nHeute kümmern sich vierzig Familien um die Beete. Im Herbst wird gemeinsam gekocht, und wer nichts geerntet hat, bringt eben Brot mit.",
    ),
    "fr": (
        "Le facteur qui dessinait des cartes\n\nPendant trente ans, le facteur de ce village a noté chaque chemin, chaque source et chaque maison abandonnée. À sa retraite, il avait rempli dix-sept carnets que personne n'avait jamais vus.\n\nC'est sa petite-fille qui les a trouvés dans une valise. Elle les a montrés à une géographe de l'université, qui n'en croyait pas ses yeux, car plusieurs de ces sentiers ne figurent plus sur aucune carte.\n\nDepuis, des bénévoles les rouvrent un par un. Le vieil homme les accompagne parfois et raconte qui habitait là.",
    ),
    "es": (
        "La escuela de los relojes\n\nEn el segundo piso de un edificio antiguo, una docena de jóvenes aprende a reparar relojes mecánicos. El maestro tiene ochenta años y todavía no usa gafas para ver las piezas pequeñas.\n\nLa escuela estuvo a punto de cerrar hace cinco años, porque nadie quería estudiar un oficio que parecía muerto. Entonces llegó una periodista y contó la historia, y al mes siguiente había una lista de espera.\n\nLos alumnos dicen que lo más difícil no es la técnica, sino la paciencia. El maestro sonríe y no contesta.",
    ),
    "pt": (
        "O coro dos pescadores\n\nTodas as quintas-feiras, depois de recolher as redes, um grupo de pescadores reúne-se no armazém do porto para cantar. Começaram há doze anos, quando um deles perdeu o barco numa tempestade e os outros quiseram animá-lo.\n\nNenhum sabia ler música. Uma professora reformada ensinou-lhes as primeiras canções e, desde então, nunca mais faltou a um ensaio.\n\nNo verão passado cantaram na catedral da cidade, e o armazém ficou vazio pela primeira vez em muitos anos.",
    ),
    "tr": (
        "Dağdaki kütüphane\n\nKöyün eski okulu yıllarca boş kaldıktan sonra bir kütüphaneye dönüştürüldü. Rafları köyün marangozu yaptı, kitapları ise uzak şehirlerden gelen insanlar gönderdi.\n\nKış aylarında yollar kapandığında çocuklar burada toplanıyor ve sobanın yanında kitap okuyor. Yaşlılar da zaman zaman uğrayıp eski hikâyeleri anlatıyor.\n\nÖğretmen, ilk yıl yalnızca üç çocuğun geldiğini, şimdi ise masaların yetmediğini söylüyor.",
    ),
    "id": (
        "Perahu perpustakaan\n\nSetiap hari Selasa sebuah perahu kecil berlayar dari satu pulau ke pulau lain dengan membawa buku. Nakhodanya adalah seorang mantan guru yang merasa anak-anak di pulau terpencil juga berhak membaca.\n\nPada awalnya ia hanya membawa dua puluh buku dalam sebuah peti kayu. Sekarang rak di perahu itu sudah penuh dan ia harus menolak sebagian sumbangan karena tidak ada lagi tempat.\n\nAnak-anak menunggu di dermaga sejak pagi, meskipun perahu biasanya baru tiba setelah tengah hari.",
    ),
    "vi": (
        "Lớp học bên bờ sông\n\nMỗi buổi chiều, khi nước rút, một cô giáo trẻ dọn bàn ghế ra bãi cát và bắt đầu lớp học. Học trò của cô là con của những người sống trên thuyền, các em chưa bao giờ được đến trường.\n\nBan đầu chỉ có bốn em, bây giờ lớp đã có hơn hai mươi. Cha mẹ các em giúp cô dựng một mái che để trời mưa vẫn có thể học được.\n\nCô nói rằng điều khiến cô vui nhất là khi một em nhỏ đọc được tên của chính con thuyền nhà mình.",
    ),
}

# kind: (language, patterns, slots...); each slot and pattern list is dealt to the two halves in turn.
VOCABULARY: dict[str, tuple[str, list[str], dict[str, list[str]]]] = {
    "zh questions": (
        "zh",
        ["{a}是什么意思", "{a}是什么原因", "{a}吃什么药", "什么是{a}", "{a}为什么", "{a}怎么办", "{a}有什么作用", "{a}多少钱一斤", "梦见{a}是什么预兆", "{a}哪个牌子好", "{a}挂什么科", "{a}属什么生肖", "如何治疗{a}", "{a}能不能吃", "{a}是哪个国家的", "{a}用英语怎么说"],
        {"a": ["头晕", "牙疼", "打嗝", "失眠", "口干", "耳鸣", "腹泻", "过敏", "湿疹", "贫血", "落枕", "痛风", "便秘", "咽炎", "抽筋", "流鼻血", "黑眼圈", "白头发", "蒲公英", "山药", "黄芪", "枸杞", "芒果", "榴莲", "燕窝", "海参", "螃蟹", "下雪", "掉头发", "搬新家", "老虎", "蛇", "彩虹", "石榴石", "玛瑙", "区块链", "蓝筹股", "通货膨胀", "举人", "进士", "处女座", "天蝎座", "重阳节", "端午节"]},
    ),
    "zh services": (
        "zh",
        ["{c}{s}", "{c}{s}公司", "{c}{s}价格", "{c}{s}电话", "{c}{s}哪家好", "专业{s}", "{c}{s}厂家", "{s}多少钱", "{c}{s}报价", "{c}附近{s}"],
        {
            "c": ["上海", "北京", "广州", "深圳", "杭州", "成都", "武汉", "南京", "苏州", "天津", "长沙", "郑州", "青岛", "宁波", "东莞", "佛山", "合肥", "昆明"],
            "s": ["搬家", "开锁", "管道疏通", "空调维修", "代理记账", "注册公司", "画册设计", "办公室装修", "钢结构加工", "二手车回收", "月嫂", "家政", "起重机租赁", "防水补漏", "外墙清洗", "地坪漆施工", "标牌制作", "除甲醛", "商标代理", "展台搭建"],
        },
    ),
    "zh adult": (
        "zh",
        ["{x}{y}{z}", "{x}{y}{w}{z}", "{y}{x}在线{z}", "{w}{y}{z}免费", "{x}{w}av{z}", "{y}一区二区{z}", "久久{x}{w}{z}"],
        {
            "x": ["国产", "亚洲", "欧美", "日韩", "日本", "99", "91", "麻豆", "蜜桃", "国内"],
            "y": ["精品", "人妻", "熟女", "少妇", "无码", "成人", "美女", "丝袜", "制服", "激情", "自拍"],
            "w": ["中文字幕", "高清", "免费", "久久", "最新", "黄色", "经典", "在线观看", "三级"],
            "z": ["视频", "影院", "网站", "大片", "电影", "观看", "毛片", "专区", "播放", "一区", "网"],
        },
    ),
    "zh-Hant questions": (
        "zh-Hant",
        ["{a}是什麼意思", "{a}怎麼辦", "{a}多少錢", "{a}推薦", "{a}哪裡買", "為什麼{a}", "{a}價格", "{a}評價", "{a}有什麼好處", "台北{a}", "高雄{a}費用"],
        {"a": ["植牙", "隆鼻", "抽脂", "搬家公司", "冷氣清洗", "除濕機", "二手車", "當舖", "徵信社", "月子中心", "裝潢設計", "小額借款", "滴雞精", "益生菌", "貓飼料", "床墊", "淨水器", "牙齒矯正"]},
    ),
    "en": (
        "en",
        ["cheap {a} {c}", "best {a} in {c}", "{a} near me", "{a} {c} price", "buy {a} online", "{c} {a} service", "affordable {a} {c}", "{a} reviews", "24 hour {a} {c}", "how much is {a}", "{a} company {c}", "discount {a}"],
        {
            "a": ["plumber", "roof repair", "payday loans", "replica watches", "car insurance", "divorce lawyer", "teeth whitening", "garage doors", "carpet cleaning", "solar panels", "used tyres", "wedding dresses", "weight loss pills", "essay writing", "locksmith", "tree removal"],
            "c": ["London", "Dallas", "Sydney", "Toronto", "Chicago", "Leeds", "Perth", "Miami", "Dublin", "Austin", "Boston", "Glasgow"],
        },
    ),
    "en adult": (
        "en",
        ["{a} escorts {c}", "{c} call girls", "free {a} porn videos", "{a} sex {w}", "hot {a} {w}", "{c} escort service {a}", "{a} {w} free"],
        {"a": ["russian", "milf", "teen", "amateur", "mature", "asian", "vip", "independent", "college", "blonde"], "c": ["Pune", "Goa", "Delhi", "Dubai", "Jaipur", "Mumbai", "Noida", "Surat"], "w": ["cams", "videos", "tube", "nude", "webcam", "hd porn", "xxx", "girls"]},
    ),
    "ja": (
        "ja",
        ["{a}とは", "{a} 口コミ", "{a} おすすめ", "{c} {a} 安い", "{a}の評判", "{a} 料金", "{c}の{a}", "{a} 比較 ランキング", "{a}の効果", "{a} 激安 通販", "{a}のやり方", "{c} {a} 求人"],
        {"a": ["脱毛サロン", "引越し業者", "太陽光発電", "債務整理", "育毛剤", "電子タバコ", "ホームページ制作", "車買取", "エアコン清掃", "転職エージェント", "包茎手術", "便利屋", "格安SIM", "過払い金", "浮気調査", "ダイエット茶"], "c": ["東京", "大阪", "名古屋", "福岡", "札幌", "仙台", "横浜", "神戸"]},
    ),
    "ru": (
        "ru",
        ["купить {a} {c}", "{a} цена", "{a} недорого", "заказать {a} {c}", "{a} отзывы", "{a} {c} стоимость", "где купить {a}", "{a} с доставкой", "дешевые {a}", "{a} оптом {c}", "{a} под ключ"],
        {"a": ["пластиковые окна", "натяжные потолки", "диплом", "кухни", "септик", "ремонт ноутбуков", "грузоперевозки", "займы", "шины", "входные двери", "бетон", "поликарбонат", "такси", "эвакуатор", "кроссовки", "памятники"], "c": ["москва", "спб", "казань", "в самаре", "екатеринбург", "в омске", "пермь", "в туле"]},
    ),
    "ko": (
        "ko",
        ["{a} 추천", "{c} {a}", "{a} 가격", "{a} 후기", "{c} {a} 업체", "{a} 비용", "{a} 잘하는곳", "{a} 순위", "{a} 싼곳"],
        {"a": ["포장이사", "임플란트", "다이어트약", "중고차", "개인회생", "인터넷가입", "탈모치료", "에어컨청소", "입주청소", "정수기렌탈", "운전연수", "홈페이지제작"], "c": ["강남", "부산", "대구", "인천", "수원", "분당", "일산", "제주"]},
    ),
    "tr": (
        "tr",
        ["{c} {a}", "{a} fiyatları", "en ucuz {a}", "{c} {a} firmaları", "{a} yorumları", "{a} satın al", "{c} kiralık {a}", "{a} güncel giriş"],
        {"a": ["evden eve nakliyat", "oto çekici", "escort bayan", "klima servisi", "canlı bahis", "deneme bonusu", "halı yıkama", "perde modelleri", "kombi tamiri", "forklift", "casino sitesi", "çilingir"], "c": ["istanbul", "ankara", "izmir", "bursa", "antalya", "konya", "mersin", "adana"]},
    ),
    "id": (
        "id",
        ["slot {a} {w}", "{a} slot gacor", "situs {a} {w}", "jual {b} {c}", "harga {b} murah", "sewa {b} {c}", "bocoran {a} hari ini", "link {a} {w}", "{b} terdekat {c}"],
        {"a": ["olympus", "zeus", "pragmatic", "mahjong", "togel", "toto 4d", "princess", "pulsa", "dana", "bonanza"], "w": ["gacor", "maxwin", "resmi", "terpercaya", "hari ini", "deposit dana", "terbaru", "login"], "b": ["genset", "mobil", "kanopi", "paving block", "baja ringan", "tenda", "sumur bor", "pompa air"], "c": ["jakarta", "bandung", "surabaya", "bekasi", "medan", "semarang"]},
    ),
    "vi": (
        "vi",
        ["{a} giá rẻ", "{a} {c}", "mua {a} ở đâu", "{a} uy tín {c}", "dịch vụ {a}", "{a} bao nhiêu tiền", "báo giá {a}", "{a} tốt nhất {c}"],
        {"a": ["sửa máy lạnh", "chuyển nhà", "tủ bếp", "thuê xe", "điện thoại cũ", "vay tiền", "nhà cái", "camera quan sát", "máy lọc nước", "thám tử", "in ấn", "thiết kế web"], "c": ["hà nội", "tphcm", "đà nẵng", "bình dương", "hải phòng", "cần thơ"]},
    ),
    "es": ("es", ["{a} baratos {c}", "comprar {a} online", "precio de {a}", "{a} en {c}", "mejores {a} {c}", "{a} ofertas", "{a} cerca de mí", "alquiler de {a}"], {"a": ["fontaneros", "muebles", "coches usados", "colchones", "cerrajeros", "seguros", "casino online", "zapatillas", "dentistas", "mudanzas"], "c": ["madrid", "sevilla", "bogotá", "lima", "valencia", "málaga"]}),
    "pt": ("pt", ["{a} barato {c}", "comprar {a} online", "preço de {a}", "{a} em {c}", "melhor {a} {c}", "{a} perto de mim", "{a} promoção", "onde comprar {a}"], {"a": ["móveis planejados", "seguro auto", "pneus", "encanador", "curso de inglês", "aposta esportiva", "passagens", "tênis", "dentista", "frete"], "c": ["curitiba", "recife", "lisboa", "salvador", "porto", "manaus"]}),
    "de": ("de", ["{a} günstig {c}", "{a} kaufen", "{a} Preise", "{a} in {c}", "bester {a} {c}", "{a} Erfahrungen", "{a} online bestellen", "{a} Notdienst {c}"], {"a": ["Schlüsseldienst", "Rohrreinigung", "Matratzen", "Umzugsfirma", "Gebrauchtwagen", "Potenzmittel", "Zahnersatz", "Sofortkredit", "Winterreifen", "Fenster"], "c": ["Berlin", "Essen", "Hamburg", "Kassel", "Bremen", "Leipzig"]}),
    "fr": ("fr", ["{a} pas cher {c}", "acheter {a} en ligne", "prix {a}", "{a} {c}", "meilleur {a} {c}", "{a} avis", "devis {a}", "{a} promo"], {"a": ["plombier", "serrurier", "matelas", "assurance auto", "voyance", "crédit rapide", "pneus", "cuisine équipée", "déménagement", "sac à main"], "c": ["paris", "lyon", "lille", "nantes", "bordeaux", "nice"]}),
    "zh towns": (
        "zh",
        ["{c}{s}"],
        {
            "c": ["嘉兴", "岳阳", "清远", "南通", "保定", "九江", "宜昌", "柳州", "漳州", "遵义", "曲靖", "银川", "赣州", "洛阳", "淄博", "镇江", "绵阳", "大庆", "丹东", "湛江", "荆州", "衡阳", "蚌埠", "菏泽", "包头", "秦皇岛", "玉林", "江阴", "昆山", "义乌"],
            "s": ["叉车租赁", "防水补漏", "代理记账", "窗帘定做", "空压机维修", "展台搭建", "搬家公司", "律师咨询", "彩钢活动房", "模具加工", "管道疏通", "婚庆策划", "月嫂公司", "灯具批发", "石材雕刻", "网站建设", "翻译公司", "电脑维修", "数控机床", "包装盒印刷", "大棚膜", "旅行社", "驾校", "开锁电话", "混凝土泵车", "木门厂家", "黄金回收", "宠物医院", "瑜伽培训", "家具定制"],
        },
    ),
    "en towns": (
        "en",
        ["{s} {c}"],
        {
            "s": ["forklift rental", "wedding catering", "stump removal", "payday loans", "garage door opener", "dog grooming", "bankruptcy lawyer", "carpet cleaning", "data recovery", "cosmetic dentist", "driving lessons", "web design company", "roof leak repair", "used car dealers", "pest control", "teeth whitening", "storage units", "bail bonds", "solar installers", "sofa cleaning"],
            "c": ["Leeds", "Tulsa", "Denver", "Hull", "Reno", "Omaha", "Cardiff", "Plano", "Fresno", "Derby", "Ottawa", "Perth", "Boise", "Mesa", "Swansea", "Halifax"],
        },
    ),
    "ru towns": (
        "ru",
        ["{s} {c}"],
        {
            "s": ["ремонт акпп", "доставка цветов", "бурение скважин", "клининговая компания", "юрист по разводам", "вывоз мусора", "аренда экскаватора", "натяжные потолки", "имплантация зубов", "выкуп авто", "курсы вождения", "заборы из профнастила", "заправка картриджей", "детский аниматор", "вскрытие замков", "печать визиток"],
            "c": ["Пермь", "Уфа", "Томск", "Тверь", "Самара", "Омск", "Калуга", "Сургут", "Пенза", "Курск", "Ижевск", "Барнаул"],
        },
    ),
}
PROSE = tuple(ARTICLES)
MAIN = ("zh questions", "zh services", "zh adult", "en", "en adult", "ja", "ru")
JOINTS = {"pipe": "|", "pipe space": "| ", "full pipe": "｜", "comma": ",", "comma space": ", ", "full comma": "，", "ideographic comma": "、", "space": " ", "underscore": "_", "stroke": "丨", "hash": "#", "quote": '" "', "hyphen": " - ", "slash": "/", "stop": ".", "newline": "\n", "blank line": "\n\n", "nothing": ""}
DENSE_ONLY = {"full pipe", "full comma", "ideographic comma", "stroke", "nothing"}
FEW_JOINTS = ("pipe", "comma space", "slash", "hyphen", "space")
PLACES = ("head", "middle", "tail", "start of a line")


class Case(NamedTuple):
    kind: str
    joint: str
    place: str
    dirty: str
    clean: str


def deal(items: list[str], half: int) -> list[str]:
    """Every second item; short lists are shared."""
    return items[half::2] if len(items) > 5 else items


def phrases(rng: random.Random, kind: str, count: int, half: int) -> list[str]:
    """Distinct phrases of a kind from one half of its vocabulary."""
    _, patterns, slots = VOCABULARY[kind]
    patterns = rng.sample(deal(patterns, half), k=min(len(deal(patterns, half)), rng.randint(3, 8)))
    seen: dict[str, None] = {}
    for _ in range(count * 20):
        filled = {name: rng.choice(deal(values, half)) for name, values in slots.items()}
        seen[rng.choice(patterns).format(**filled)] = None
        if len(seen) == count:
            break
    return list(seen)


def insert(rng: random.Random, article: str, block: str, place: str) -> str:
    """The article with a block at the head, between paragraphs, at the tail or before a sentence."""
    gap = "\n\n" if "\n\n" in article else "\n"
    if place == "head":
        return block + rng.choice(["\n", "\n\n"] if gap == "\n\n" else ["\n"]) + article
    if place == "tail":
        return article + gap + block
    parts = article.split(gap)
    at = rng.randrange(1, len(parts))
    if place == "start of a line":
        parts[at] = block + parts[at]
    else:
        parts.insert(at, block)
    return gap.join(parts)


def article_for(rng: random.Random, language: str) -> str:
    """An article in the language, or now and then in another one."""
    home = language if rng.random() < 0.8 else rng.choice(PROSE)
    return rng.choice(ARTICLES[home])


def stuffing_case(rng: random.Random, kind: str, half: int, joint: str, place: str) -> Case:
    language = VOCABULARY[kind][0]
    low, high = (5, 14) if "adult" in kind else (10, 40)
    if joint == "nothing":
        low = 10
    found = phrases(rng, kind, rng.randint(low, high), half)
    article = article_for(rng, language)
    sign = JOINTS[joint]
    block = sign.join(found)
    if joint == "hash":
        block = "#" + block
    if joint == "quote":
        block = f'"{block}"'
    if place == "start of a line":
        block += rng.choice([sign, " "]) if sign.strip() and joint not in ("quote",) else " "
    return Case(kind, joint, place, insert(rng, article, block, place), article)


def few_case(rng: random.Random, kind: str, half: int, joint: str, place: str) -> Case:
    """Five to seven phrases on a line of their own."""
    article = article_for(rng, VOCABULARY[kind][0])
    block = JOINTS[joint].join(phrases(rng, kind, rng.randint(5, 7), half))
    return Case("few: " + kind, joint, place, insert(rng, article, block, place), article)


def hosts(rng: random.Random, count: int) -> list[str]:
    """Hosts of one machine: a mould with digits, or letters by lot, or words run together."""
    ending = rng.choice(["cn", "com", "top", "xyz", "net", "com.cn", "ru"])
    way = rng.randrange(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    if way == 0:
        a, b = ("".join(rng.choices(letters, k=rng.randint(2, 4))) for _ in range(2))
        return [f"{a}{rng.randrange(10)}{b}{rng.randrange(10)}{rng.choice('ns')}.{ending}" for _ in range(count)]
    if way == 1:
        return ["".join(rng.choices(letters + "0123456789" * 2, k=rng.randint(6, 11))) + f".{ending}" for _ in range(count)]
    syllables = ["ba", "da", "jin", "xin", "hua", "mei", "long", "tai", "yu", "shan", "hai", "lin", "gao", "feng", "ka", "to", "ri", "ne", "so", "mar", "vel"]
    return ["".join(rng.choices(syllables, k=rng.randint(3, 5))) + f".{ending}" for _ in range(count)]


def disguise(rng: random.Random, host: str, way: str) -> str:
    if way == "mixed case":
        return "".join(c.upper() if rng.random() < 0.5 else c for c in "www." + host)
    if way == "spaced":
        return " ".join("www." + host)
    return host


FARMS = ("phrase and host", "phrase glued to host", "mixed case hosts", "spaced hosts", "dump of urls", "friend links", "friend links in a line", "anchor and url", "hosts that sell", "goods and hosts that sell", "towns below a domain", "links in markup", "two links in markup", "stops in disguise", "few bare addresses", "before the first sentence", "behind the last sentence")
HEADINGS = {"zh": ["友情链接", "友情链接：", "友情链接 / Friendship link"], "zh-Hant": ["友情連結", "友情鏈接："], "en": ["Friendship Links", "Partner links:", "Blogroll"], "ja": ["相互リンク"], "ru": ["Друзья сайта"], "ko": ["친구 링크"], "de": ["Linkpartner"], "fr": ["Liens amis"], "es": ["Enlaces amigos"], "pt": ["Sites parceiros"], "tr": ["Dost siteler"], "id": ["Tautan teman"], "vi": ["Liên kết bạn bè"]}


SOLD = {"casino": "slots", "loan": "payday loans", "replica": "replica bags", "pills": "diet pills", "essay": "term papers", "escort": "escort girls", "kredit": "quick credit", "outlet": "cheap boots", "poker": "poker bonus", "pharma": "online pharmacy"}
TOWNS = ("berlin", "hamburg", "koeln", "dresden", "seoul", "busan", "daegu", "london", "leeds", "bristol", "beijing", "shanghai", "moscow", "samara", "perm")


def sold(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """Goods and hosts that are called after them."""
    tails = ["mira", "alfa", "24", "77", "-one", "max", "rapid", "king", "-eu", "city", "prime", "-x"]
    names = rng.choices(sorted(SOLD), k=count)
    return [(SOLD[n], f"{n}{rng.choice(tails)}{rng.choice(['', '-shop', '365'])}.{rng.choice(['com', 'net', 'biz', 'info', 'shop'])}") for n in names]


def farm_case(rng: random.Random, way: str, half: int) -> Case:
    kind = rng.choice([k for k in VOCABULARY if "adult" not in k])
    language = VOCABULARY[kind][0]
    count = rng.randint(6, 30)
    words = phrases(rng, kind, count, half)
    names = hosts(rng, len(words))
    per_line = rng.choice([1, 3, 5])
    place = rng.choice(["tail", "tail", "middle", "head"])
    if way == "dump of urls":
        items = [f"http://{'www.' if rng.random() < 0.5 else ''}{n}/{rng.choice(['', f'a/{rng.randrange(9999)}.html', 'news/'])}" for n in names]
    elif way == "anchor and url":
        items = [f"{w}.http://www.{n}/" for w, n in zip(words, names, strict=True)]
    elif way == "hosts that sell":
        items = [f"http://www.{host}/" for _, host in sold(rng, count)]
    elif way == "goods and hosts that sell":
        joint = rng.choice([" ", " - ", ": ", " >> ", " | "])
        items = [goods + joint + host for goods, host in sold(rng, count)]
    elif way == "links in markup":
        form = rng.choice(['<a href="http://{}/">{}</a>', "[url=http://{}]{}[/url]"])
        items, per_line = [form.format(host, goods) for goods, host in sold(rng, count)], rng.choice([3, 5])
    elif way == "two links in markup":
        form = rng.choice(MARKUPS)
        items, per_line = [form.format(host, goods) for goods, host in sold(rng, 2)], 2
    elif way == "stops in disguise":
        stop = rng.choice(STOPS)
        items, per_line = [f"{goods} {host.replace('.', stop)}" for goods, host in sold(rng, rng.randint(2, 4))], 4
    elif way == "few bare addresses":
        head = rng.choice(["http://www.", "www.", "hxxp://", ""])
        items, per_line = [f"{head}{host}" for _, host in sold(rng, rng.randint(3, 5))], rng.choice([1, 5])
    elif way.endswith("sentence"):
        joint = rng.choice([" ", " - ", ": "])
        items, per_line = [goods + joint + host for goods, host in sold(rng, rng.randint(3, 4))], 4
        return glued_case(rng, way, " ".join(items), language)
    elif way == "towns below a domain":
        domain = rng.choice(names)
        items = [f"http://{town}.{domain}/" for town in rng.sample(TOWNS, k=rng.randint(5, 12))]
    elif way.startswith("friend"):
        return friend_case(rng, way, words, language, place)
    else:
        joint = "" if way == "phrase glued to host" else " "
        style = {"mixed case hosts": "mixed case", "spaced hosts": "spaced"}.get(way, "")
        items = [w + joint + disguise(rng, n, style) for w, n in zip(words, names, strict=True)]
    lines = [" ".join(items[i : i + per_line]) for i in range(0, len(items), per_line)]
    article = article_for(rng, language)
    return Case("farm: " + way, str(per_line), place, insert(rng, article, "\n".join(lines), place), article)


MARKUPS = ("<A HREF='http://{}'>{}</A>", '<a href="http://{}"><b>{}</b></a>', '[URL="http://{}"]{}[/URL]', "[url=http://{}]{}[/url]", "[http://{} {}]")
STOPS = ("[.]", "(.)", " DOT ", " (dot) ", "[dot]", "。", "点", " . ")


def glued_case(rng: random.Random, way: str, farm: str, language: str) -> Case:
    """A farm on the line of an article's first or last sentence."""
    article = article_for(rng, language)
    if way.startswith("before"):
        article = article.partition("\n")[2].lstrip()  # a title would be one more text without a host
    dirty = f"{farm} {article}" if way.startswith("before") else f"{article.rstrip()} {farm}"
    return Case("farm: " + way, "space", "head" if way.startswith("before") else "tail", dirty, article.rstrip() if way.startswith("behind") else article)


def friend_case(rng: random.Random, way: str, words: list[str], language: str, place: str) -> Case:
    heading = rng.choice(HEADINGS[language])
    joint = rng.choice([" ", "|", "、"]) if language in ("zh", "zh-Hant", "ja") else rng.choice([" | ", ", "])
    if way == "friend links":
        block = "\n".join([heading, *words])
    else:
        block = heading.rstrip("：:") + rng.choice([": ", "："]) + joint.join(words)
    article = article_for(rng, language)
    return Case("farm: " + way, "newline" if way == "friend links" else joint, place, insert(rng, article, block, place), article)


def cases(seed: int = 0, rounds: int = 1, half: int = 1, kinds: tuple[str, ...] = tuple(VOCABULARY)) -> Iterator[Case]:
    """Every kind with every joint in every place, ``rounds`` times; then the farms."""
    rng = random.Random(seed)
    other = random.Random(seed + 1)  # of the short ones, so that the others stay what they were
    for _ in range(rounds):
        for kind in kinds:
            language = VOCABULARY[kind][0]
            for joint in JOINTS:
                if joint in DENSE_ONLY and language not in ("zh", "zh-Hant", "ja"):
                    continue
                for place in PLACES:
                    if place == "start of a line" and joint in ("newline", "blank line"):
                        continue
                    yield stuffing_case(rng, kind, half, joint, place)
            for joint in FEW_JOINTS:
                for place in PLACES[:3]:
                    yield few_case(other, kind, half, joint, place)
        for way in FARMS:
            for _ in range(12):
                yield farm_case(rng, way, half)
