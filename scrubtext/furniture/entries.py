"""What weblogs, boards and shops print below an entry, told by its form: where it is filed, who changed
it when, the entries before and behind it, goods with their prices."""

from __future__ import annotations

import re

__all__ = ["entry_line"]

_DAY = r"(?:\d{1,4}[-./年]\s?\d{1,2}(?:[-./月]\s?\d{1,4}\s?日?)?|\d{1,2}\.?\s[^\W\d_]{3,10}\.?,?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})"
_PRICE = r"(?:[$€£¥￥₩₽]\s?\d[\d,. ]{0,9}|\d[\d., ]{0,9}\s?(?:[$€£₽₩]|元|円|원|руб\.?|EUR|USD|zł))"
_FILED = (
    r"(?:Posted|Filed|Published|Categorized|Tagged|Posted by \w+) (?:in|under|as|with)\b|Categor(?:y|ies):|Tags?:"
    r"|Veröffentlicht (?:in|unter)\b|Kategorien?:|Abgelegt unter\b|Verschlagwortet mit\b|Schlagwörter:|Schlagworte:"
    r"|Publié (?:dans|par)\b|Classé (?:dans|sous)\b|Catégories?\s?:|Marqué\b|Étiquettes?\s?:|Mots-clés\s?:|Tagué\b"
    r"|Publicado (?:en|em|por)\b|Archivado en\b|Arquivado em\b|Categorías?:|Categorias?:|Etiquetas?:|Etiquetado\b|Marcado\b"
    r"|Рубрик[аи]:|Категори[яи]:|Метки:|Теги:|Опубликовано в\b|カテゴリー?[:：]|タグ[:：]|카테고리[:：]|태그[:：]"
    r"|分类[:：]|分類[:：]|标签[:：]|標籤[:：]|发布于|發佈於"
)
_BAR = re.compile(r"\s+[|｜·•/]\s+|\s?[|｜]\s?")
_FORMS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (cls, weight, re.compile(pattern))
    for cls, weight, pattern in (
        # « the entry before | Home | the entry behind »
        ("navigation", 2, r"(?:«|‹|≪|<{1,2}|←|＜|前へ|◀)[^|｜]{1,60}[|｜][^|｜]{1,40}(?:[|｜][^|｜]{1,60})?(?:»|›|≫|>{1,2}|→|＞|▶)"),
        # 'category' 카테고리의 다른 글
        ("related", 2, r"['‘\"“「『《].{1,30}['’\"”」』》]\s?(?:카테고리의 다른 글|カテゴリの(?:最新|他の)記事|分类的最新文章"
         r"|分類的(?:最新|其他)文章|の(?:最新記事|記事一覧)|의 다른 글|의 최신 글)"),
        # a title, its replies, its day
        ("related", 1, rf".{{4,60}}\s[(（\[]\d{{1,4}}[)）\]]\s?{_DAY}\.?"),
        # who changed it, and when
        ("comments", 1, rf"(?:Last edited|Edited|Last modified|Zuletzt (?:bearbeitet|geändert|editiert)|Последн\w+ (?:раз )?(?:редактир\w+|изменен\w+)"
         rf"|Отредактировано|Сообщение отредактировал\w*|Dernière (?:modification|édition)|Editado|Última edi(?:ción|ção)|本帖最[后後]由|最終編集)"
         rf"\W{{0,3}}(?:by|von|от|par|por)?\s?.{{0,40}}\d.{{0,30}}"),
        # which storey of a thread, and when
        ("comments", 1, rf"(?:#\d{{1,4}}|\d{{1,4}}\s?[楼樓#])\s{{1,3}}.{{0,16}}{_DAY}.{{0,12}}|\d{{1,4}}[:：].{{1,24}}[:：]{_DAY}.{{4,40}}"),
        ("source", 1, r"(?:来自|來自|发自|發自|本帖来自|via|Sent from|Gesendet von|Отправлено (?:с|из)|Envoyé de|Enviado desde|Enviado do)\s?"
         r".{0,16}(?:客户端|客戶端|手机|手機|iPhone|iPad|Android|Tapatalk|App|app|网页版|網頁版|мобильн\w+|Handy)"),
        ("comments", 1, r"(?:Спасибо сказали|Поблагодарили|Сказали спасибо|Thanked by|The following \d* ?users? say.{0,20}|Liked by|Gefällt"
         r"|Danke sagen|Folgende Benutzer bedankten sich|Les membres suivants.{0,20}|感谢|点赞|评分)\s?[:：]\s?\S.{0,120}"),
        ("comments", 1, r"(?:You|Вы|Sie|Du|Vous|您|你)\s(?:may not|may|cannot|can|не можете|можете|dürfen|können|ne pouvez pas|pouvez)\s.{0,16}"
         r"(?:post|edit|reply|delete|attach|vote|rate|начинать|отвечать|редактировать|прикреплять|удалять|schreiben|antworten|bearbeiten|anhängen|publier|répondre|modifier|joindre)"
         r"\w{0,6}(?:\s.{1,30})?"),
        ("comments", 1, r"(?:Reply|Responder|Répondre|Antworten|Ответить)\s(?:With Quote|con cita|com citação|avec citation|mit Zitat|с цитированием|с цитатой)"),
        # goods with their price and a button: a price alone may be of a menu or a fair
        ("navigation", 1, rf".{{2,60}}\s{_PRICE}(?:\s(?:В корзину|Add to (?:cart|basket|bag)|Buy(?: now)?|In den Warenkorb|Купить|Заказать|加入购物车"
         rf"|加入購物車|立即购买|去购买|購入する|カートに入れる|구매하기|담기|Ajouter au panier|Comprar|Añadir al carrito))"),
        ("related", 2, r"(?:С этим товаром (?:\w+ )?(?:покупают|смотрят|берут|заказывают)|Вместе с этим товаром.{0,24}|(?:Customers|Shoppers|People|Users) who .{4,40} also .{4,30}"
         r"|(?:Frequently|Often) bought together|Kunden,? die .{6,50} auch .{0,24}|Wird oft zusammen gekauft|(?:Les )?clients? ayant .{6,50}aussi.{0,20}"
         r"|(?:Los )?clientes que .{6,50} también .{0,24}|Quem (?:comprou|viu|leu) .{0,30}também .{0,24}|この商品を(?:買った|見た|チェックした)人は.{0,30}"
         r"|(?:买了|購買|购买|浏览)(?:此|该|本|了)?(?:商品|宝贝|产品).{0,8}(?:还|也|還).{0,10}|(?:이 상품을|함께) .{0,12}(?:구매|본|산) .{0,12})"),
        ("navigation", 1, r"(?:楽天(?:市場|ブックス)?|Amazon|アマゾン|Yahoo!?ショッピング|メルカリ|公式(?:サイト|ストア|ショップ)?|紀伊國屋|honto|天猫|京东|当当|淘宝|博客來|"
         r"쿠팡|네이버|교보문고|알라딘|예스24)(?:で|에서|で商品を|商品を)?\s?(?:見る|購入(?:する)?|買う|探す|チェック(?:する)?|詳細(?:を見る)?|구매|보기|购买|旗舰店)"),
        ("navigation", 1, r"(?i:(?:[^\W\d_]{1,12}\s){0,4}(?:warenkorb|merkzettel|merkliste|wunschliste|wunschzettel|cart|basket|shopping bag|wish ?list|panier|"
         r"carrito|cesta de la compra|lista de deseos|carrinho|lista de desejos|корзин[ауеы]|избранное)(?:\s(?:legen|hinzufügen|lägg))?)"
         r"|(?:加入|放入|移入|查看)?(?:购物车|購物車|心愿单|願望清單)|.{0,8}(?:カート|買い物かご|お気に入り)(?:に入れる|へ入れる|に追加|に追加する|を見る)"
         r"|(?:장바구니|위시리스트|찜)(?:에|\s)?\s?(?:담기|넣기|추가|보기|하기)"),
        ("navigation", 1, r"(?:Next|Up next|Next up|Coming up)(?: Up)?(?: In| in|:)\s?\S.{0,40}"),
        ("comments", 1, r"(?:Карма|Рейтинг|Репутация|Karma|Reputation|积分|經驗值|经验|威望|金币)\s?[:：]?\s?[+-]?\d[\d.,]*(?:[\s|,，/]+[^\W\d_]{2,12}\s?[:：]?\s?[+-]?\d[\d.,]*){0,5}"),
        ("navigation", 1, r"(?:レシピ|商品|作品|記事|物件|求人|Artikel|Item|Product|Recipe|SKU|ISBN|货号|商品编号|상품)\s?(?:ID|番号|No\.?|nr\.?|번호)?\s?[:：]\s?[\w\-]*\d{4,}.{0,40}"),
    )
)  # fmt: skip
_STATS = re.compile(
    r"(?:最新更新日期|更新日期|最后更新|最後更新|发布日期|最終更新日?|公開日|Last updated?|Updated|Stand|Обновлено|Mis à jour|Actualizado|Atualizado)\s?[:：]?\s?"
    rf"(?:le |on |am |el |em )?{_DAY}.{{0,14}}\s[^\W\d_]{{2,12}}\s?[:：]\s?\d[\d,. ]*\S{{0,4}}",
    re.I,
)


def entry_line(line: str) -> tuple[str, int]:
    """The class and weight of such a line; nothing where it is none.

    >>> [entry_line(s) for s in ("« Rain | Home | Snow »", "Posted in Garden | Tagged apple", "Rain | Snow")]
    [('navigation', 2), ('tags', 2), ('', 0)]
    """
    if not 4 < len(line) <= 160:
        return "", 0
    for cls, weight, form in _FORMS:
        if form.fullmatch(line):
            return cls, weight
    if _STATS.fullmatch(line):
        return "date", 2
    parts = _BAR.split(line)
    if 1 < len(parts) <= 6 and sum(re.match(_FILED, p) is not None for p in parts) + sum(map(_replies, parts)) > 1:
        return "tags", 2
    return "", 0


def _replies(part: str) -> bool:
    """Whether a part of a line counts replies."""
    return re.fullmatch(
        r"(?:\d{1,5}|No|Keine|Aucun|Leave a|Laisser un|Deja un|Deixe um|Оставить)\s?"
        r"(?:[Cc]omments?|Repl(?:y|ies)|Kommentare?|commentaires?|comentarios?|comentários?|комментари\w*|コメント|댓글|评论|評論|条评论)\s?"
        r"[(（]?\d{0,4}[)）]?|(?:Comments?|Kommentare|コメント|댓글|评论|評論|トラックバック)\s?[(（]\d{1,4}[)）]",
        part,
    ) is not None
