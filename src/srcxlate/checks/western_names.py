"""People of East Asia whom English knows by a name of its own: Sun Yat-sen, Jack Ma, Syngman Rhee.

In comes an English text with its original, out come those whom the original names too, and those whom it
does not. Facts only, a closed list: who is not here is not known, which proves nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from srcxlate.layout import Span

_PEOPLE = """
Sun Yat-sen|孙中山|孫中山|孫文|孙文|孫逸仙|쑨원|손문
Chiang Kai-shek|蒋介石|蔣介石|蔣中正|장제스|장개석
Chiang Ching-kuo|蔣經國|蒋经国|장징궈
Soong Mei-ling|宋美齡|宋美龄;Soong Ching-ling|宋慶齡|宋庆龄;Wellington Koo|顧維鈞|顾维钧
Eugene Chen|陳友仁|陈友仁
Lee Kuan Yew|李光耀|リー・クアンユー|리콴유;Lee Hsien Loong|李显龙|李顯龍|リー・シェンロン|리셴룽
Lawrence Wong|黄循财|黃循財;Goh Chok Tong|吴作栋|吳作棟;Tan Kah Kee|陈嘉庚|陳嘉庚
Jack Ma|马云|馬雲|ジャック・マー|마윈;Pony Ma|马化腾|馬化騰|마화텅;Robin Li|李彦宏|리옌훙
Richard Liu|刘强东|劉強東
William Ding|丁磊;Charles Zhang|张朝阳;Joseph Tsai|蔡崇信;Li Ka-shing|李嘉诚|李嘉誠
Morris Chang|張忠謀|张忠谋|モリス・チャン|장중머우;Terry Gou|郭台銘|郭台铭|テリー・ゴウ|궈타이밍
Mark Liu|劉德音|刘德音
Jensen Huang|黄仁勋|黃仁勳|ジェンスン・フアン|젠슨 황|젠슨황;Lisa Su|蘇姿丰|苏姿丰|リサ・スー|리사 수
Stan Shih|施振榮;Barry Lam|林百里;Young Liu|劉揚偉
Edward Yang|楊德昌|杨德昌|エドワード・ヤン|에드워드 양;Ang Lee|李安|アン・リー|이안 감독|리안
Wong Kar-wai|王家衛|王家卫|ウォン・カーウァイ|왕가위;John Woo|吳宇森|吴宇森|ジョン・ウー|오우삼
Tsui Hark|徐克|ツイ・ハーク;Ann Hui|許鞍華|许鞍华|アン・ホイ;Jackie Chan|成龍|成龙|ジャッキー・チェン|성룡
Bruce Lee|李小龍|李小龙|ブルース・リー|이소룡;Jet Li|李連杰|李连杰;Chow Yun-fat|周潤發|周润发
Tony Leung|梁朝偉|梁朝伟|トニー・レオン|양조위;Maggie Cheung|張曼玉|张曼玉;Jay Chou|周杰倫|周杰伦
Andy Lau|劉德華|刘德华
Teresa Teng|鄧麗君|邓丽君|テレサ・テン|등려군;Leslie Cheung|張國榮|张国荣
Eileen Chang|張愛玲|张爱玲;Louis Cha|金庸|查良鏞;Pearl Buck|赛珍珠|賽珍珠|パール・バック|펄 벅
Carrie Lam|林鄭月娥|林郑月娥|캐리 람;John Lee|李家超;Donald Tsang|曾蔭權|曾荫权;Tung Chee-hwa|董建華|董建华
Joshua Wong|黃之鋒|黄之锋|ジョシュア・ウォン|조슈아 웡;Jimmy Lai|黎智英|ジミー・ライ|지미 라이
Martin Lee|李柱銘|李柱铭
Agnes Chow|周庭;Edmund Ho|何厚鏵|何厚铧;Stanley Ho|何鴻燊|何鸿燊;Fernando Chui|崔世安
Annette Lu|呂秀蓮|吕秀莲;Joseph Wu|吳釗燮|吴钊燮;Audrey Tang|唐鳳|唐凤|オードリー・タン|오드리 탕
Eric Chu|朱立倫|朱立伦
Jaw Shaw-kong|趙少康;Johnny Chiang|江啟臣|江启臣;Wellington Koo|顧立雄
Syngman Rhee|이승만|李承晩|李承晚;Younghill Kang|강용흘;Philip Jaisohn|서재필
Yo-Yo Ma|马友友|馬友友|ヨーヨー・マ|요요마;Lang Lang|郎朗|ラン・ラン|랑랑
Ai Weiwei|艾未未|アイ・ウェイウェイ
Koo Chen-fu|辜振甫;Han Kang|한강|ハン・ガン|韓江;Isamu Noguchi|野口勇|イサム・ノグチ
Yoko Ono|小野洋子|オノ・ヨーコ
"""


@cache
def _table() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    lines = re.split(r"[;\n]", _PEOPLE.strip())
    rows = [line.split("|") for line in lines]
    forms: dict[str, tuple[str, ...]] = {}
    for name, *written in rows:
        forms[name] = (*forms.get(name, ()), *written)
    return tuple(
        (re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])"), written) for name, written in forms.items()
    )


def borne_out(original: str, english: str) -> Iterator[Span]:
    """Where English names such people whom the original names too."""
    for pattern, written in _table():
        if any(form in original for form in written):
            yield from (match.span() for match in pattern.finditer(english))


def strangers(original: str, english: str) -> Iterator[Span]:
    """Where English names such people of whom the original has not even the family name, or names another."""
    others = any(form in original for _, written in _table() for form in written)
    for pattern, written in _table():
        if any(form in original for form in written):
            continue
        if others or not any(form[0] in original for form in written):
            yield from (match.span() for match in pattern.finditer(english))
