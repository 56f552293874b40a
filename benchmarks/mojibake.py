"""How much wrongly decoded text is repaired, by chain and length, beside ftfy in the same run.

    python benchmarks/mojibake.py [--per 40] [--seed 1] [--worst 12] [--json FILE] [--no-ftfy]

Sentences below are written for this purpose. A case is a piece of one of them (2 to 5, 6 to 12, 13 to 40
characters, the whole sentence), written in one encoding and read as another, once or several times,
so that no byte is lost: the way back exists and is checked. The answer is right, unchanged, or a third
string; lossy chains (bytes dropped or replaced) are counted apart: right where all that survived is
repaired. Two to five characters are tried with the language given, too.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCES = {
    "zh-Hans": """今天下午我们在图书馆讨论了下个月的旅行计划。
孩子们把画好的风筝带到公园里，一直玩到太阳落山。
这家小店的面条味道很好，价格也不贵，所以每天都要排队。
他把旧自行车修理干净，送给了刚搬来的邻居。
据说这座石桥已经有四百多年的历史，至今仍在使用。
会议结束以后，请把资料发到我的邮箱，谢谢！
奶奶常说：“早睡早起身体好”，可是弟弟从来不听。
工程师检查了发动机，发现一个零件需要马上更换。
如果明天不下雨，我们就去山上看日出。
数据保存失败，请检查网络连接后重试。
北京的冬天又干又冷，但是屋子里非常暖和。
她用三年时间学会了弹钢琴，还写了几首曲子。
登录密码至少需要八个字符，并且包含数字。
农民在田里收割水稻，远处传来火车的声音。
文件名不能包含特殊符号，否则系统无法识别。""",
    "zh-Hant": """昨天晚上颱風過後，街道上到處都是樹葉。
請將您的身分證影本寄到下列地址，謝謝您的合作。
學生們對這次實驗的結果感到非常驚訝。
這條鐵路連接了海岸與內陸的許多小鎮。
爺爺每天清晨都會到公園打太極拳，風雨無阻。
圖書館的閱覽室週末開放到晚上九點。
醫生建議他多喝水、多休息，少吃油膩的食物。
我們準備了豐富的點心，歡迎大家踴躍參加！
網站維護期間，部分功能將暫時無法使用。
她把舊照片整理成一本厚厚的相簿，送給母親當生日禮物。
下雨天開車要特別小心，保持安全距離。
這篇文章討論臺灣與日本的貿易關係。
檔案上傳失敗，請確認網路連線狀態後再試一次。
老闆說：「今天的魚很新鮮，買兩條算你便宜一點。」
種子發芽之後，需要充足的陽光和水分。""",
    "ja": """明日の会議は午前十時から三階の部屋で行います。
駅前の喫茶店で友達とコーヒーを飲みながら話しました。
このファイルは壊れているため、開くことができません。
祖母が作ってくれた味噌汁は、とても温かくておいしかった。
新しいパソコンを買ったので、設定に時間がかかった。
雨が降りそうだから、傘を持って出かけたほうがいいよ。
日本語の文章には、ひらがなとカタカナと漢字が使われる。
データを保存してから、ウィンドウを閉じてください。
山の上から見た夕焼けは、言葉にできないほど美しかった。
子供たちは公園でサッカーをして遊んでいる。
彼は毎朝五時に起きて、海岸を走っているそうです。
「お疲れさまでした」と言って、部長は先に帰った。
インストールが完了しました。再起動してください。
電車が遅れたせいで、授業に間に合わなかった。
冷蔵庫に卵と牛乳がまだ残っているはずです。""",
    "ko": """내일 오전에 회의가 있으니 자료를 미리 준비해 주세요.
우리 동네 도서관은 주말에도 늦게까지 문을 엽니다.
할머니께서 끓여 주신 된장찌개가 정말 맛있었어요.
파일을 저장하지 못했습니다. 다시 시도해 주십시오.
비가 많이 와서 기차가 한 시간이나 늦게 도착했다.
아이들은 운동장에서 축구를 하며 뛰어놀고 있다.
새로 산 컴퓨터의 속도가 생각보다 훨씬 빠르다.
그 영화는 마지막 장면이 가장 인상적이었다.
서울에서 부산까지 고속철도로 얼마나 걸립니까?
비밀번호는 여덟 글자 이상이어야 합니다.
겨울이 오기 전에 창문을 고쳐야겠다고 생각했다.
친구에게 보낼 편지를 쓰다가 잠이 들었다.
설치가 완료되면 프로그램을 다시 시작하세요.
이 문서는 누구나 자유롭게 복사할 수 있습니다.
시장에서 사과와 배추를 싸게 샀다.""",
    "ru": """Сегодня вечером мы собираемся в театр на новую пьесу.
Не удалось открыть файл: проверьте права доступа.
Бабушка испекла пирог с яблоками и позвала соседей.
Поезд опоздал на сорок минут из-за сильного снега.
Дети построили во дворе большую снежную крепость.
Пожалуйста, введите пароль ещё раз и нажмите кнопку.
Летом река мелеет, и её можно перейти вброд.
Он долго искал ключи, а они лежали в кармане пальто.
В библиотеке хранится более двух миллионов книг.
Учитель объяснил задачу, но никто ничего не понял.
Программа завершена успешно, данные сохранены.
Утром над озером стоял густой туман.
Мой брат работает инженером на большом заводе.
Хороший хлеб пекут в маленькой пекарне за углом.""",
    "el": """Αύριο το πρωί θα πάμε μαζί στην αγορά για ψάρια.
Το αρχείο δεν βρέθηκε, ελέγξτε το όνομα και δοκιμάστε ξανά.
Η γιαγιά μου μαγειρεύει την καλύτερη φασολάδα του χωριού.
Το πλοίο άργησε εξαιτίας του δυνατού ανέμου.
Τα παιδιά παίζουν στην πλατεία μέχρι να νυχτώσει.
Παρακαλώ πληκτρολογήστε τον κωδικό σας.
Ο ήλιος έδυσε πίσω από τα βουνά και έπιασε κρύο.
Διάβασα ένα πολύ ενδιαφέρον βιβλίο για τη θάλασσα.
Η εγκατάσταση ολοκληρώθηκε με επιτυχία.
Στο λιμάνι μυρίζει αλάτι και φρέσκο ψωμί.""",
    "de": """Die Bäckerei an der Straße öffnet schon um fünf Uhr früh.
Für die Prüfung müssen wir noch zwölf Übungen lösen.
Das Mädchen trägt einen grünen Mantel und weiße Handschuhe.
Größere Änderungen können später rückgängig gemacht werden.
Überall hörte man Glocken läuten und Vögel zwitschern.
Bitte überprüfen Sie die Gültigkeit des Schlüssels.
Der König ließ die Brücke über den Fluß erneuern.
Im Frühling blühen die Bäume, und die Tage werden länger.
Schöne Grüße aus München, wir kommen am Dienstag zurück.
Tschüß, bis nächste Woche, und hör auf deine Großmutter!""",
    "fr": """L’été dernier, nous avons traversé la forêt à vélo.
Où as-tu rangé les clés de la bibliothèque ?
Le garçon préfère les crêpes au sucre et à la cannelle.
Vérifiez que le fichier a bien été téléchargé.
Après la fête, il a fallu balayer les pièces et laver la vaisselle.
Cette fenêtre donne sur le château et la rivière.
Un théâtre célèbre brûla en février, personne ne fut blessé.
Élève sérieuse, elle répète sa leçon à voix haute.
Le maître d’hôtel servit des œufs brouillés à côté du pâté.
Ça ne fait rien, répondit-il, je reviendrai à Noël.""",
    "pl": """Wczoraj wieczorem padał śnieg i ulice były całkiem białe.
Proszę sprawdzić, czy plik został zapisany prawidłowo.
Moja córka uczy się grać na skrzypcach już trzeci rok.
Późną jesienią żółte liście leżą na każdej ścieżce.
Źródło tej rzeki znajduje się wysoko w górach.
Gęś i kaczka pływają po stawie obok młyna.
Najpierw trzeba wyłączyć urządzenie, a później zdjąć osłonę.
Książka leży na półce między słownikiem a atlasem.
Ojciec kupił świeży chleb, masło i pół kilo śliwek.
Dziękuję za życzenia i serdecznie pozdrawiam z Łodzi.""",
    "vi": """Hôm qua chúng tôi đi chợ mua rất nhiều trái cây tươi.
Không thể mở tập tin, vui lòng kiểm tra quyền truy cập.
Bà ngoại nấu món canh chua ngon nhất trong xóm.
Những đứa trẻ thả diều trên cánh đồng vào buổi chiều.
Trời mưa to nên chuyến tàu đến muộn một giờ.
Vui lòng nhập mật khẩu mới gồm ít nhất tám ký tự.
Quyển sách này kể về cuộc sống của ngư dân ven biển.
Mùa đông ở Hà Nội lạnh và ẩm, ít khi có nắng.
Cảm ơn bạn đã giúp đỡ gia đình tôi trong những ngày qua.
Thư viện mở cửa từ tám giờ sáng đến chín giờ tối.""",
}
NARROW = (
    "latin-1",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1254",
    "cp1257",
    "iso8859-15",
    "mac_roman",
    "cp437",
    "cp850",
    "cp866",
    "koi8-r",
)
WIDE = ("gb18030", "cp950", "cp932", "cp949")
NATIVE = {
    "zh-Hans": ("gb18030",), "zh-Hant": ("cp950",), "ja": ("cp932", "euc_jp"), "ko": ("cp949",),
    "ru": ("cp1251", "koi8-r", "cp866"), "el": ("cp1253",),
}  # fmt: skip
BINS = ((2, 5), (6, 12), (13, 40), (41, 200))


class Case(NamedTuple):
    lang: str
    chain: str
    length: str
    right: str
    given: str
    kept: float = 1.0  # share of characters that survive, for lossy chains


def read_as(raw: bytes, codec: str) -> str | None:
    """Decode; bytes without a meaning become C1 controls, as in browsers."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        if codec not in NARROW:
            return None
        return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in raw)


def chains(lang: str) -> Iterator[tuple[tuple[str, str], ...]]:
    for read in NARROW + WIDE:
        yield (("utf-8", read),)
    for read in ("latin-1", "cp1252", "cp1251"):
        yield (("utf-8", read),) * 2
    yield (("utf-8", "cp1252"),) * 3
    for wrote in NATIVE.get(lang, ()):
        if lang in ("ru", "el"):
            for read in ("latin-1", "cp1252", "cp1251", "koi8-r", "cp866"):
                if read != wrote and not (lang == "el" and read not in ("latin-1", "cp1252")):
                    yield ((wrote, read),)
            continue
        for read in (*NARROW, *WIDE):
            if read != wrote:
                yield ((wrote, read),)
        yield (("utf-8", "cp1252"), (wrote, "cp1252"))[::-1]


def garbled(text: str, chain: tuple[tuple[str, str], ...]) -> str | None:
    for wrote, read in chain:
        try:
            made = read_as(text.encode(wrote), read)
        except UnicodeEncodeError:
            return None
        if made is None:
            return None
        if read not in NARROW:
            try:
                if made.encode(read).decode(wrote) != text:
                    return None
            except UnicodeError:
                return None
        text = made
    return text


def piece(rng: random.Random, lang: str, low: int, high: int) -> str | None:
    """A piece of a sentence: cut anywhere where no spaces part words, else at spaces."""
    sentence = rng.choice(SENTENCES[lang].splitlines())
    if low > 40:
        return " ".join(rng.sample(SENTENCES[lang].splitlines(), 2))[:200]
    size = rng.randint(low, high)
    if lang in ("zh-Hans", "zh-Hant", "ja"):
        at = rng.randrange(max(1, len(sentence) - size))
        cut = sentence[at : at + size]
    else:
        words = re.findall(r"\S+", sentence)
        at = rng.randrange(len(words))
        cut = words[at]
        while len(cut) < low and at + 1 < len(words):
            at += 1
            cut += " " + words[at]
        cut = cut.strip(",.!?:;“”’")
    return cut if low <= len(cut) <= high and not cut.isascii() else None


def cases(rng: random.Random, per: int) -> Iterator[Case]:
    for lang in SENTENCES:
        for chain in chains(lang):
            name = " + ".join(f"{w} as {r}" for w, r in chain)
            for low, high in BINS:
                made = 0
                for _ in range(per * 6):
                    text = piece(rng, lang, low, high)
                    given = text and garbled(text, chain)
                    if text and given and given != text:
                        made += 1
                        yield Case(lang, name, f"{low}-{high}", text, given)
                    if made >= per:
                        break


def lossy_cases(rng: random.Random, per: int) -> Iterator[Case]:
    """UTF-8 read as something that drops or replaces what it cannot show."""
    for lang in SENTENCES:
        for read in ("gb18030", "cp950", "cp932", "cp949"):
            for way in ("replace", "question"):
                for _ in range(per):
                    text = piece(rng, lang, 13, 40)
                    if not text:
                        continue
                    given = text.encode().decode(read, "replace")
                    if way == "question":
                        given = given.replace("\ufffd", "?")
                    if given != text and "\ufffd" in text.encode().decode(read, "replace"):
                        yield Case(lang, f"utf-8 as {read}, {way}", "lossy", text, given)


def verdict(case: Case, got: str) -> str:
    if got == case.right:
        return "right"
    return "same" if got == case.given else "third"


def survived(case: Case, got: str) -> float:
    """Share of the characters of the right text that stand in the answer, in order."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, case.right, got, False).get_matching_blocks()
    return sum(b.size for b in blocks) / len(case.right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--per", type=int, default=40, help="cases of each chain and length")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=12, help="chains to list")
    parser.add_argument("--third", type=int, default=15, help="third strings to show")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--no-ftfy", action="store_true")
    args = parser.parse_args()
    import ftfy

    from scrubtext.filters.mojibake import Mojibake
    from scrubtext.pipeline import Pipeline

    plain = Pipeline([Mojibake()])
    told = {lang: Pipeline([Mojibake(lang=lang)]) for lang in SENTENCES}
    peers = {"scrubtext": lambda c: plain(c.given), "told": lambda c: told[c.lang](c.given)}
    if not args.no_ftfy:
        peers["ftfy"] = lambda c: ftfy.fix_encoding(c.given)
    counts: dict[tuple[str, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    shown: list[str] = []
    for case in cases(random.Random(args.seed), args.per):
        for who, run in peers.items():
            if who == "told" and case.length != "2-5":
                continue
            got = run(case)
            kind = verdict(case, got)
            for key in (
                (who, "length", case.length),
                (who, "all", "all"),
                (who, "lang", case.lang),
                (who, "chain", f"{case.lang} {case.chain} {case.length}"),
            ):
                counts[key][kind] += 1
            if kind == "third" and who == "scrubtext":
                shown.append(f"{case.lang} {case.chain}: {case.right!r} {case.given!r} -> {got!r}")
    for (who, what, name), kinds in counts.items():
        total = sum(kinds.values())
        if what in ("length", "lang", "all"):
            share = {k: f"{100 * kinds[k] / total:.2f} %" for k in ("right", "same", "third")}
            print(f"{who:10} {name:9} {total:6}", share)
    print("\nworst chains from 6 characters up, and with 2-5 characters:")
    rows = [
        (k["right"] / sum(k.values()), n, dict(k))
        for (w, c, n), k in counts.items()
        if w == "scrubtext" and c == "chain"
    ]
    for want in (False, True):
        for row in sorted([r for r in rows if r[1].endswith(" 2-5") is want], key=lambda r: r[0])[
            : args.worst
        ]:
            print(f"  {row[0]:.2f} {row[1]} {row[2]}")
    print("\nthird strings:", len(shown))
    random.Random(0).shuffle(shown)
    print("\n".join(shown[: args.third]))
    lossy: dict[str, list[float]] = defaultdict(list)
    before: dict[str, list[float]] = defaultdict(list)
    for case in lossy_cases(random.Random(args.seed), max(4, args.per // 4)):
        lossy[case.chain].append(survived(case, plain(case.given)))
        before[case.chain].append(survived(case, case.given))
    print("\nlossy: share of characters back (as given)")
    for name, values in lossy.items():
        print(
            f"  {name}: {sum(values) / len(values):.3f} ({sum(before[name]) / len(values):.3f}), {len(values)} texts"
        )
    if args.json:
        args.json.write_text(
            json.dumps({" | ".join(k): dict(v) for k, v in counts.items()}, indent=1), "utf-8"
        )


if __name__ == "__main__":
    main()
