"""Clean articles of made sentences, and page furniture composed around them.

Every language has two vocabularies: ``tune`` for building the filters and ``test`` for measuring them.
Nothing of the one is in the other but the language.
"""

import random
from typing import NamedTuple

LANGS = ("zh", "hant", "ja", "ko", "en", "de", "ru", "fr", "es", "pt", "it", "pl", "vi", "tr")

# subject, verb phrase, object, close: sentences are joined from these.
_WORDS = {
    "zh": {
        "tune": ("村里的老师|河边的工人|年轻的画家", "在冬天里修好了|仔细记下了|慢慢走过了", "三座木桥|每一棵果树|整条石路", "，邻居们都说很好。|，第二天又回来看了一遍。|，孩子们跟在后面。"),
        "test": ("镇上的医生|山里的牧人|退休的船长", "花了两年测量|一口气画完了|终于等到了", "北边的湖水|那片松林|最后一班渡船", "，消息很快传开了。|，只是没有告诉别人。|，大家才放下心来。"),
    },
    "hant": {
        "tune": ("村裡的老師|河邊的工人|年輕的畫家", "在冬天裡修好了|仔細記下了|慢慢走過了", "三座木橋|每一棵果樹|整條石路", "，鄰居們都說很好。|，第二天又回來看了一遍。"),
        "test": ("鎮上的醫生|山裡的牧人|退休的船長", "花了兩年測量|一口氣畫完了|終於等到了", "北邊的湖水|那片松林|最後一班渡船", "，消息很快傳開了。|，只是沒有告訴別人。"),
    },
    "ja": {
        "tune": ("村の先生は|川辺の職人は|若い画家は", "冬のあいだに|ていねいに|ゆっくりと", "三つの木の橋を直した|果樹を一本ずつ数えた|石の道を歩いた", "。|、みんなが喜んだ。"),
        "test": ("町の医者は|山の羊飼いは|引退した船長は", "二年かけて|一息に|やっと", "北の湖を測った|松林を描き終えた|最後の渡し船を見送った", "。|、うわさはすぐに広まった。"),
    },
    "ko": {
        "tune": ("마을의 선생님은|강가의 일꾼은|젊은 화가는", "겨울 동안|꼼꼼하게|천천히", "나무 다리를 고쳤다|과일나무를 세었다|돌길을 걸었다", ".|고 이웃들이 전했다."),
        "test": ("읍내의 의사는|산속의 목동은|은퇴한 선장은", "두 해에 걸쳐|단숨에|마침내", "북쪽 호수를 쟀다|솔숲을 그렸다|마지막 배를 보냈다", ".|고 사람들이 말했다."),
    },
    "en": {
        "tune": ("The teacher of the village|A worker by the river|The young painter", "repaired|counted|walked along", "three wooden bridges in winter|every fruit tree|the whole stone road", " and came back the next day.|, as the neighbours tell it."),
        "test": ("The doctor of the town|A shepherd in the hills|The retired captain", "measured|finished drawing|waited for", "the lake in the north|that pine forest|the last ferry of the year", " without telling anyone.|, and the news spread quickly."),
    },
    "de": {
        "tune": ("Die Lehrerin im Dorf|Ein Arbeiter am Fluss|Der junge Maler", "reparierte|zählte|beschrieb", "drei hölzerne Brücken|jeden Obstbaum|die ganze Steinstraße", " und kam am nächsten Tag zurück.|, wie die Nachbarn erzählen."),
        "test": ("Die Ärztin der Stadt|Ein Hirte in den Bergen|Der alte Kapitän", "vermaß|zeichnete|erwartete", "den See im Norden|jenen Kiefernwald|die letzte Fähre des Jahres", ", ohne es jemandem zu sagen.|, und die Nachricht ging schnell herum."),
    },
    "ru": {
        "tune": ("Учительница из деревни|Рабочий у реки|Молодой художник", "починил|сосчитал|обошёл", "три деревянных моста|каждую яблоню|всю каменную дорогу", " и вернулся на другой день.|, как говорят соседи."),
        "test": ("Врач из городка|Пастух в горах|Старый капитан", "измерил|нарисовал|дождался", "северное озеро|тот сосновый лес|последний паром года", ", никому не сказав.|, и новость быстро разошлась."),
    },
    "fr": {
        "tune": ("L’institutrice du village|Un ouvrier près de la rivière", "a réparé|a compté", "trois ponts de bois|chaque arbre du verger", " et est revenue le lendemain.|, disent les voisins."),
        "test": ("Le médecin du bourg|Le capitaine à la retraite", "a mesuré|a dessiné", "le lac du nord|cette forêt de pins", " sans le dire à personne.|, et la nouvelle a vite circulé."),
    },
    "es": {
        "tune": ("La maestra del pueblo|Un obrero junto al río", "reparó|contó", "tres puentes de madera|cada árbol del huerto", " y volvió al día siguiente.|, según dicen los vecinos."),
        "test": ("El médico de la villa|El capitán retirado", "midió|dibujó", "el lago del norte|aquel bosque de pinos", " sin decírselo a nadie.|, y la noticia corrió deprisa."),
    },
    "pt": {
        "tune": ("A professora da aldeia|Um operário junto ao rio", "consertou|contou", "três pontes de madeira|cada árvore do pomar", " e voltou no dia seguinte.|, dizem os vizinhos."),
        "test": ("O médico da vila|O capitão aposentado", "mediu|desenhou", "o lago do norte|aquela floresta de pinheiros", " sem contar a ninguém.|, e a notícia correu depressa."),
    },
    "it": {
        "tune": ("La maestra del villaggio|Un operaio lungo il fiume", "riparò|contò", "tre ponti di legno|ogni albero del frutteto", " e tornò il giorno dopo.|, raccontano i vicini."),
        "test": ("Il medico del paese|Il capitano in pensione", "misurò|disegnò", "il lago del nord|quella pineta", " senza dirlo a nessuno.|, e la notizia girò in fretta."),
    },
    "pl": {
        "tune": ("Nauczycielka ze wsi|Robotnik znad rzeki", "naprawiła|policzyła", "trzy drewniane mosty|każde drzewo w sadzie", " i wróciła następnego dnia.|, jak mówią sąsiedzi."),
        "test": ("Lekarz z miasteczka|Stary kapitan", "zmierzył|narysował", "północne jezioro|tamten las sosnowy", ", nie mówiąc nikomu.|, a wieść szybko się rozeszła."),
    },
    "vi": {
        "tune": ("Cô giáo trong làng|Người thợ bên sông", "đã sửa|đã đếm", "ba cây cầu gỗ|từng cây ăn quả", " rồi hôm sau quay lại.|, theo lời hàng xóm."),
        "test": ("Bác sĩ ở thị trấn|Vị thuyền trưởng già", "đã đo|đã vẽ", "hồ nước phía bắc|cánh rừng thông ấy", " mà không nói với ai.|, và tin lan đi rất nhanh."),
    },
    "tr": {
        "tune": ("Köyün öğretmeni|Nehir kıyısındaki işçi", "onardı|saydı", "üç ahşap köprüyü|her meyve ağacını", " ve ertesi gün döndü.|, komşular böyle anlatıyor."),
        "test": ("Kasabanın doktoru|Emekli kaptan", "ölçtü|çizdi", "kuzeydeki gölü|o çam ormanını", " ve kimseye söylemedi.|, haber hızla yayıldı."),
    },
}  # fmt: skip

# related heading | navigation | share heading | credit | disclaimer | copyright | newsletter | comments | footer
_TRAIL = {
    "zh": {
        "tune": ("相关文章|相关阅读：|猜你喜欢|热门推荐|为您推荐", "上一篇：{t}\n下一篇：{t}", "分享到：", "责任编辑：{n}|编辑：{n}|（责编：{n}）", "免责声明：本文仅代表作者个人观点，与本网无关。", "版权所有 © 2019 {n}网 京ICP备12345678号", "扫描二维码关注我们", "发表评论|热门评论", "关于我们 | 联系我们 | 网站地图"),
        "test": ("【相关推荐】|延伸阅读|大家都在看|精彩推荐|相关新闻：", "上一条：{t}\n下一条：{t}", "分享至：", "【编辑：{n}】|[责任编辑：{n}]|来源：{n}日报", "本文来自网友投稿，不代表本站立场。如有侵权，请联系我们删除。", "Copyright © 2021 {n}传媒 版权所有 未经许可不得转载", "关注我们的微信公众号，获取更多资讯", "网友评论|0条评论", "返回顶部"),
    },
    "hant": {
        "tune": ("相關文章|延伸閱讀：|猜你喜歡", "上一篇：{t}\n下一篇：{t}", "分享到：", "責任編輯：{n}|編輯：{n}", "免責聲明：本文僅代表作者個人觀點。", "版權所有 © 2019 {n}報", "訂閱電子報", "發表評論", "關於我們 | 聯絡我們 | 隱私權政策"),
        "test": ("相關新聞|推薦閱讀|熱門文章", "上一則：{t}\n下一則：{t}", "分享至：", "責任編輯：{n}|來源：{n}晚報", "本文不代表本站立場，如有侵權請聯絡刪除。", "未經授權不得轉載 © {n}", "加入我們的LINE好友|追蹤我們", "留言", "服務條款"),
    },
    "ja": {
        "tune": ("関連記事|あわせて読みたい|おすすめ記事", "前の記事：{t}\n次の記事：{t}", "この記事をシェアする", "編集：{n}|取材・文：{n}", "免責事項：当サイトの情報により生じた損害について一切の責任を負いません。", "© 2019 {n}新聞 無断転載を禁じます", "メルマガ登録はこちら", "コメントを残す", "プライバシーポリシー | 利用規約 | お問い合わせ"),
        "test": ("【関連記事】|人気記事ランキング|こちらもおすすめ|関連ニュース", "前の記事へ\n次の記事へ", "シェアする\nツイート", "文責：{n}|執筆：{n}", "本記事は執筆時点の情報に基づくもので、内容を保証するものではありません。", "Copyright {n}社 All Rights Reserved. 記事・写真の無断転載を禁じます", "ニュースレターに登録する", "コメント一覧\n0件のコメント", "運営会社 | お問い合わせ"),
    },
    "ko": {
        "tune": ("관련기사|많이 본 뉴스|추천 기사", "이전글 {t}\n다음글 {t}", "공유하기", "편집 기자 {n}|출처: {n}일보", "본 기사는 작성자의 견해이며 당사의 공식 입장과 무관합니다.", "저작권자 © {n}신문 무단전재 및 재배포 금지", "뉴스레터 구독하기", "댓글 쓰기", "이용약관 | 개인정보처리방침"),
        "test": ("관련 뉴스|인기 기사|함께 보면 좋은 글", "이전 기사 {t}\n다음 기사 {t}", "이 기사를 공유합니다", "편집기자: {n}|출처 : {n}뉴스", "본 콘텐츠는 참고용이며 투자 책임은 투자자에게 있습니다.", "ⓒ {n}미디어. 무단 전재 및 재배포 금지", "카카오톡 채널 추가", "댓글 0|첫 댓글을 남겨보세요", "회사소개 | 광고문의"),
    },
    "en": {
        "tune": ("Related Articles|You may also like|Recommended for you|More from {n}", "Previous article: {t}\nNext article: {t}", "Share this article|Share this:", "Editor: {n}|Edited by {n}", "Disclaimer: The views expressed in this article are those of the author and do not necessarily reflect those of {n}.", "© 2019 {n} Media. All rights reserved.", "Sign up for our newsletter", "Leave a comment|Comments (3)", "About Us | Contact Us | Privacy Policy"),
        "test": ("Related Stories|Read next|You might also like|Trending Now|More Stories", "Previous post {t}\nNext post {t}", "Share on Facebook|Spread the word", "Reporting by {n}; Editing by {n}|Written by {n}", "This article is for informational purposes only and does not constitute legal advice.", "Copyright 2021 {n} Press. All Rights Reserved.", "Subscribe to our newsletter and never miss a story.|Follow us on Twitter", "Post a comment|0 Comments", "Terms of Use | Sitemap|Back to top"),
    },
    "de": {
        "tune": ("Ähnliche Artikel|Das könnte Sie auch interessieren|Mehr zum Thema", "Vorheriger Artikel: {t}\nNächster Artikel: {t}", "Artikel teilen", "Redaktion: {n}|Quelle: {n}", "Haftungsausschluss: Alle Angaben ohne Gewähr.", "© 2019 {n} Verlag. Alle Rechte vorbehalten.", "Newsletter abonnieren", "Kommentar schreiben", "Impressum | Datenschutz | Kontakt"),
        "test": ("Weitere Nachrichten|Lesen Sie auch:|Verwandte Beiträge|Meistgelesen", "Vorheriger Beitrag {t}\nNächster Beitrag {t}", "Diesen Beitrag teilen|Teilen", "Autor: {n}|Redakteur: {n}", "Die Meinung des Autors gibt nicht unbedingt die der Redaktion wieder.", "Copyright 2021 {n} GmbH – Alle Rechte vorbehalten", "Jetzt Newsletter abonnieren|Folgen Sie uns auf Facebook", "Hinterlassen Sie einen Kommentar|Kommentare (0)", "Nach oben|AGB | Impressum"),
    },
    "ru": {
        "tune": ("Читайте также|Похожие статьи|Материалы по теме", "Предыдущая статья: {t}\nСледующая статья: {t}", "Поделиться:", "Редактор: {n}|Автор: {n}", "Мнение автора может не совпадать с мнением редакции.", "© 2019 {n}. Все права защищены.", "Подпишитесь на нашу рассылку", "Оставить комментарий", "О проекте | Контакты | Реклама"),
        "test": ("Читайте по теме|Другие новости|Вам может быть интересно:|Популярные статьи", "Предыдущая запись {t}\nСледующая запись {t}", "Поделиться в соцсетях|Расскажите друзьям", "Источник: {n}|Корреспондент: {n}", "При использовании материалов сайта ссылка на источник обязательна.", "Copyright 2021 {n} Медиа. Все права защищены", "Подписывайтесь на наш Telegram-канал", "Комментарии (0)|Комментариев пока нет", "Политика конфиденциальности | Контакты|Наверх"),
    },
    "fr": {
        "tune": ("À lire aussi|Articles similaires", "Article précédent : {t}\nArticle suivant : {t}", "Partager", "Rédaction : {n}", "Les opinions exprimées n’engagent que leur auteur.", "© 2019 {n}. Tous droits réservés.", "Inscrivez-vous à la newsletter", "Laisser un commentaire", "Mentions légales | Contact"),
        "test": ("Sur le même sujet|Vous aimerez aussi|Articles récents", "Article précédent {t}\nArticle suivant {t}", "Partager cet article", "Auteur : {n}", "Cet article ne constitue pas un conseil médical.", "Copyright 2021 {n} Presse. Tous droits réservés", "Abonnez-vous à notre newsletter", "Commentaires (0)", "Plan du site | Publicité"),
    },
    "es": {
        "tune": ("Noticias relacionadas|Te puede interesar", "Artículo anterior: {t}\nArtículo siguiente: {t}", "Compartir", "Redacción: {n}", "Las opiniones expresadas son responsabilidad de su autor.", "© 2019 {n}. Todos los derechos reservados.", "Suscríbete a nuestro boletín", "Deja un comentario", "Aviso legal | Contacto"),
        "test": ("Artículos relacionados|Lee también|Lo más leído", "Entrada anterior {t}\nEntrada siguiente {t}", "Comparte esta noticia", "Fuente: {n}", "Este contenido no constituye asesoramiento legal ni recomendación.", "Copyright 2021 {n}. Todos los derechos reservados", "Síguenos en Instagram", "Comentarios (0)", "Política de privacidad | Publicidad"),
    },
    "pt": {
        "tune": ("Leia também|Notícias relacionadas", "Artigo anterior: {t}\nPróximo artigo: {t}", "Compartilhe", "Redação: {n}", "As opiniões expressas não refletem a posição do jornal.", "© 2019 {n}. Todos os direitos reservados.", "Assine nossa newsletter", "Deixe um comentário", "Contato | Expediente"),
        "test": ("Veja mais|Mais lidas|Artigos relacionados", "Post anterior {t}\nPróximo post {t}", "Compartilhar", "Fonte: {n}", "Este conteúdo não constitui aconselhamento médico.", "Copyright 2021 {n}. Todos os direitos reservados", "Siga-nos no Instagram", "Comentários (0)", "Política de privacidade | Anuncie"),
    },
    "it": {
        "tune": ("Leggi anche|Articoli correlati", "Articolo precedente: {t}\nArticolo successivo: {t}", "Condividi", "Redazione: {n}", "Le opinioni espresse non rispecchiano quelle della redazione.", "© 2019 {n}. Tutti i diritti riservati.", "Iscriviti alla newsletter", "Lascia un commento", "Chi siamo | Contatti"),
        "test": ("Potrebbe interessarti|I più letti|Notizie correlate", "Articolo precedente {t}\nArticolo successivo {t}", "Condividi questo articolo", "Fonte: {n}", "Questo testo non costituisce consulenza legale.", "Copyright 2021 {n}. Riproduzione riservata", "Seguici su Facebook", "Commenti (0)", "Privacy policy | Pubblicità"),
    },
    "pl": {
        "tune": ("Czytaj też|Podobne artykuły", "Poprzedni artykuł: {t}\nNastępny artykuł: {t}", "Udostępnij", "Redakcja: {n}", "Treści nie stanowią porady prawnej.", "© 2019 {n}. Wszelkie prawa zastrzeżone.", "Zapisz się do newslettera", "Dodaj komentarz", "Kontakt | Regulamin"),
        "test": ("Zobacz także|Najczęściej czytane|Polecane artykuły", "Poprzedni wpis {t}\nNastępny wpis {t}", "Podziel się", "Źródło: {n}", "Artykuł ma charakter informacyjny i nie zastępuje porady lekarza.", "Copyright 2021 {n}. Wszystkie prawa zastrzeżone", "Śledź nas na Facebooku", "Komentarze (0)", "Polityka prywatności | Reklama"),
    },
    "vi": {
        "tune": ("Bài viết liên quan|Tin liên quan", "Bài trước: {t}\nBài sau: {t}", "Chia sẻ", "Biên tập: {n}", "Nội dung chỉ mang tính chất tham khảo.", "Bản quyền thuộc {n}", "Đăng ký nhận bản tin", "Để lại bình luận", "Liên hệ | Điều khoản sử dụng"),
        "test": ("Có thể bạn quan tâm|Đọc nhiều nhất|Tin khác", "Bài viết trước {t}\nBài viết tiếp theo {t}", "Chia sẻ bài viết", "Nguồn: {n}", "Quan điểm trong bài không phản ánh quan điểm của tòa soạn.", "© 2021 {n}. Ghi rõ nguồn khi phát hành lại thông tin từ website này", "Theo dõi chúng tôi trên Facebook", "Bình luận (0)", "Quảng cáo | Chính sách bảo mật"),
    },
    "tr": {
        "tune": ("İlgili Haberler|Bunlar da ilginizi çekebilir", "Önceki haber: {t}\nSonraki haber: {t}", "Paylaş", "Editör: {n}", "Yazıdaki görüşler yazara aittir.", "© 2019 {n}. Tüm hakları saklıdır.", "E-bültenimize abone olun", "Yorum yaz", "İletişim | Künye"),
        "test": ("Benzer haberler|En çok okunanlar|Son haberler", "Önceki yazı {t}\nSonraki yazı {t}", "Haberi paylaş", "Kaynak: {n}", "Bu yazı yatırım tavsiyesi değildir.", "Copyright 2021 {n}. Her hakkı saklıdır", "Bizi takip edin", "Yorumlar (0)", "Gizlilik politikası | Reklam"),
    },
}  # fmt: skip

_NAMES = {
    "tune": {"zh": "林间|周原", "hant": "林間|周原", "ja": "森田|小川", "ko": "한별|이슬", "": "Berg|Linden"},
    "test": {"zh": "陈河|郑亮", "hant": "陳河|鄭亮", "ja": "石井|中野", "ko": "서우|다온", "": "Moss|Harald"},
}  # fmt: skip
NETWORKS = {"zh": ("微信", "微博", "QQ空间"), "hant": ("Facebook", "LINE"), "ja": ("Facebook", "LINE", "はてなブックマーク"), "ko": ("페이스북", "카카오톡"), "ru": ("ВКонтакте", "Telegram")}  # fmt: skip
PLACEHOLDERS = {
    "zh": ("在这里插入图片描述", "广告", "展开全部", "点击查看大图", "您的浏览器版本过低，请升级后再访问。"),
    "hant": ("廣告", "請繼續往下閱讀", "圖片載入中..."),
    "ja": ("スポンサーリンク", "- 広告 -", "JavaScriptを有効にしてください。"),
    "ko": ("광고", "브라우저가 동영상을 지원하지 않습니다."),
    "en": ("Advertisement", "Story continues below advertisement", "Please enable JavaScript to view the comments.", "Click to expand..."),
    "de": ("Anzeige", "Ihr Browser unterstützt dieses Video nicht."),
    "ru": ("Реклама", "Ваш браузер устарел."),
    "fr": ("Publicité", "La suite après cette publicité"),
    "es": ("Publicidad", "Su navegador no soporta este vídeo."),
    "pt": ("Continua após a publicidade", "Publicidade"),
    "it": ("Pubblicità", "Il tuo browser non supporta il video."),
    "pl": ("Reklama", "Dalsza część artykułu pod reklamą"),
    "vi": ("Quảng cáo",),
    "tr": ("Reklam",),
}  # fmt: skip

# What template engines leave in a text of any language, on a line of its own.
REMNANTS = ("{{ article.lead }}", "{% include 'ads.html' %}", "${page.subtitle}", "#{post.body}", "<%= render :ad %>", "[[+introtext]]", "%PAGE_TITLE%", '[caption id="attachment_12" align="left"]', "[gallery ids='4,8']", "{$item.name}", "IMG_4711.jpg")  # fmt: skip
# Credits of several people, of one line or two: {n} is a name.
CREDITS = {
    "zh": ("文/{n} 图/{n}", "撰文：{n} 摄影：{n}", "（记者 {n} 通讯员 {n}）"),
    "hant": ("文／{n} 攝影／{n}", "撰文：{n} 編輯：{n}"),
    "ja": ("文＝{n}恵 写真＝{n}健", "取材：{n}恵 撮影：{n}健"),
    "ko": ("글·사진={n}이 기자", "취재 {n}이, 편집 {n}이"),
    "en": ("Words and photographs: Jane {n}", "Story: Tom {n} | Photos: Ann {n}"),
    "de": ("Text: Anna {n}, Fotos: Tom {n}", "Text und Bilder: Anna {n}"),
    "ru": ("Текст: Анна {n}\nФото: Иван {n}", "Подготовила Анна {n}"),
}  # fmt: skip
# Rows above an article: paths, letter sizes, counters, buttons.
HEADS = {
    "zh": ("您所在的位置：首页 > 生活 > 正文", "字体：大 中 小 打印 收藏", "时间：2019-04-02 09:30 来源：{n}网 浏览：318次", "首页 » 本地 » 新闻\n2019-04-02 09:30 阅读(318) 评论(2)"),
    "hant": ("目前位置：首頁 > 生活 > 新聞", "字級：小 中 大\n瀏覽人次：318"),
    "ja": ("ホーム > 地域 > ニュース", "トップ > 生活\n2019/04/02 09:30 コメント(2)", "文字サイズ：小 中 大"),
    "ko": ("홈 > 생활 > 지역", "입력 2019.04.02 09:30 댓글 2\n글자크기 크게 작게"),
    "en": ("Home » Local » Schools", "4 min read\nShare\nPrint", "You are here: Home > News", "Skip to content\nMenu\nSearch"),
    "de": ("Startseite › Region › Schule", "Lesezeit: 4 Minuten\nTeilen\nDrucken", "Zum Inhalt springen\nMenü\nSuche"),
    "ru": ("Главная / Новости / Город", "Вы здесь: Главная > Общество", "Время чтения: 4 мин.\nПоделиться"),
}  # fmt: skip


class Made(NamedTuple):
    """A document with furniture, and the same without."""

    lang: str
    kind: str
    dirty: str
    clean: str


def pick(rng: random.Random, choices: str) -> str:
    return rng.choice(choices.split("|"))


def sentence(rng: random.Random, lang: str, words: str) -> str:
    gap = "" if lang in ("zh", "hant", "ja") else " "
    subject, verb, thing, close = _WORDS[lang][words]
    return gap.join((pick(rng, subject), pick(rng, verb), pick(rng, thing))) + pick(rng, close)


def title(rng: random.Random, lang: str, words: str) -> str:
    subject, _, thing, _ = _WORDS[lang][words]
    gap = "与" if lang == "zh" else "與" if lang == "hant" else "と" if lang == "ja" else " – "
    return pick(rng, subject).rstrip("は은는") + gap + pick(rng, thing)


def article(rng: random.Random, lang: str, words: str) -> str:
    gap = "" if lang in ("zh", "hant", "ja") else " "
    paragraphs = [
        gap.join(sentence(rng, lang, words) for _ in range(rng.randint(2, 4)))
        for _ in range(rng.randint(3, 8))
    ]
    if rng.random() < 0.3:
        paragraphs.insert(rng.randint(1, len(paragraphs) - 1), title(rng, lang, words))
    return rng.choice(("\n\n", "\n")).join(paragraphs)


def trailer(rng: random.Random, lang: str, words: str) -> str:
    related, nav, share, credit, disclaimer, copyright_, news, comments, footer = _TRAIL[lang][words]
    names = _NAMES[words].get(lang, _NAMES[words][""])

    def fill(text: str) -> str:
        while "{n}" in text:
            text = text.replace("{n}", pick(rng, names), 1)
        while "{t}" in text:
            text = text.replace("{t}", title(rng, lang, words), 1)
        return text

    def titles() -> str:
        lines = [pick(rng, related)]
        for _ in range(rng.randint(3, 6)):
            lines.append(title(rng, lang, words) + rng.choice(("", "", "2019-10-20")))
            if rng.random() < 0.2:
                lines.append(sentence(rng, lang, words)[:-3] + "…")
        return "\n".join(lines)

    networks = NETWORKS.get(lang, ("Facebook", "Twitter", "WhatsApp"))
    blocks = [
        pick(rng, credit),
        disclaimer,
        "\n".join((pick(rng, share), *networks)),
        titles(),
        nav,
        pick(rng, comments),
        pick(rng, news),
        copyright_,
        pick(rng, footer),
    ]
    if lang in CREDITS and rng.random() < 0.3:
        blocks[0] = rng.choice(CREDITS[lang])
    chosen = [fill(b) for b in blocks if rng.random() < 0.5]
    if len(chosen) < 2:
        chosen = [fill(blocks[3]), fill(blocks[4])]
    return rng.choice(("\n", "\n\n")).join(chosen)


def with_trailer(seed: int, lang: str, words: str = "test") -> Made:
    rng = random.Random(f"{lang}{words}{seed}")
    clean = article(rng, lang, words)
    gap = rng.choice(("\n", "\n\n"))
    return Made(lang, "trailer", clean + gap + trailer(rng, lang, words), clean)


def with_placeholders(seed: int, lang: str, words: str = "test") -> Made:
    rng = random.Random(f"p{lang}{words}{seed}")
    clean = article(rng, lang, words)
    gap = "\n\n" if "\n\n" in clean else "\n"
    parts = clean.split(gap)
    word = rng.choice(PLACEHOLDERS[lang])
    places = sorted(rng.sample(range(1, len(parts)), min(len(parts) - 1, rng.randint(1, 3))))
    for at in reversed(places):
        parts.insert(at, word)
    return Made(lang, "placeholder", gap.join(parts), clean)


def with_remnants(seed: int, lang: str, words: str = "test") -> Made:
    """Lines of template code between the paragraphs."""
    rng = random.Random(f"r{lang}{words}{seed}")
    parts = article(rng, lang, words).split("\n")
    parts = [p for p in parts if p]
    clean = "\n\n".join(parts)
    at = rng.randint(1, len(parts) - 1)
    return Made(lang, "remnant", "\n\n".join([*parts[:at], rng.choice(REMNANTS), *parts[at:]]), clean)


def with_head(seed: int, lang: str, words: str = "test") -> Made:
    """Rows of the page above the article, with its title between them or not."""
    rng = random.Random(f"h{lang}{words}{seed}")
    clean = article(rng, lang, words)
    rows = rng.choice(HEADS[lang]).replace("{n}", pick(rng, _NAMES[words].get(lang, _NAMES[words][""])))
    if rng.random() < 0.5:
        name = title(rng, lang, words)
        first, *rest = rows.split("\n")
        dirty = "\n".join((first, name, *rest, "", clean))
        return Made(lang, "head", dirty, f"{name}\n\n{clean}")
    return Made(lang, "head", f"{rows}\n\n{clean}", clean)


def control(seed: int, lang: str, words: str = "test") -> str:
    """A document of an honest kind that must stay: list, verse, headings, table, references."""
    rng = random.Random(f"c{lang}{words}{seed}")
    lines = [title(rng, lang, words) for _ in range(rng.randint(4, 9))]
    kind = seed % 5
    if kind == 0:
        return "\n".join(f"- {line}" for line in lines)
    if kind == 1:
        return "\n".join(lines)
    if kind == 2:
        return "\n\n".join(f"## {line}\n\n{sentence(rng, lang, words)}" for line in lines)
    if kind == 3:
        return article(rng, lang, words) + "\n\n| a | b |\n| --- | --- |\n" + "\n".join(f"| {x} | 1 |" for x in lines)
    return article(rng, lang, words) + "\n\n" + "\n".join(f"[{i}] {x}" for i, x in enumerate(lines, 1))
