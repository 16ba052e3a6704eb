"""A noun of an original title for which its English has nothing, told by dictionaries.

In comes an original with its English and the glossary, out come the words that are left out. It is told only
where no word of the English but verbs is left over, which render no noun, and where most other words of the
original are borne out; verbs, and nouns that English says by its grammar (者, 情况), are none.
"""

import re
from collections.abc import Iterator

from srcxlate.checks.meanings import Compared, Meaning, compare
from srcxlate.glossary import Glossary
from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.words import GLOSSARY, LEADERS, PLACES, cedict, jmdict

_LEAST = 2
"""Other words of the original that the English must bear out."""
_COVERED = 0.7
"""The share of them that it must."""
_HALF = 0.5
"""The same where every word of the English is accounted for."""
_GENERAL = re.compile(
    "[的者化版性型式系上中下内外前後后間间等用向件品物氏様人々たちなど会社回第号]|"
    "(?:過程|経緯|経過|成立|実態|実情|現状|状況|情勢|動向|事情|事例|今後|方針|方向|方法|在り方|あり方|"
    "取り組み|取組|問題|課題|"
    "関係|関連|対応|対策|活動|事業|業務|運動|展開|推進|実施|実行|実現|整備|開発|体制|制度|組織|分野|部門|"
    "場合|時代|時期|"
    "内容|様子|姿|声|気持ち|理由|原因|要因|背景|影響|結果|成果|効果|意味|意義|役割|存在|必要|重要|可能|"
    "以降|以後|以前|以来|"
    "世界|社会|地域|地方|現場|現地|各地|各国|全体|自身|自分|同士|関係者|当事者|利用者|回数|件数|人数|数|量|"
    "率|額|文字|"
    "資料|文書|報告|調査|研究|分析|考察|検討|評価|検証|紹介|解説|記事|記録|概要|概況|一覧|一考察|編|巻|号|"
    "章|節|月号|特集|"
    "昭和|平成|令和|大正|明治|西暦|民國|民国|中華民國|情况|情況|情形|问题|問題|工作|活动|活動|之间|之間|"
    "之后|之後|以后|以後|之前|以前|以来|以來|"
    "当天|當天|当日|當日|同日|同年|专业|專業|综合|綜合|不是|或将|或將|为何|為何|如何|怎么|怎麼|什么|什麼|"
    "部分|方面|进行|進行|实施|實施|开展|開展|推进|推進|建设|建設|发展|發展|管理|体系|體系|制度|"
    "机制|機制|模式|现状|現狀|现象|現象|状况|狀況|形势|形勢|趋势|趨勢|特点|特點|意义|意義|作用|影响|影響|"
    "原因|研究|分析|探讨|探討|思考|"
    "浅析|综述|報告|报告|通知|公告|解读|解讀|作为|作為|这个|這個|一个|一個|我们|我們|有关|有關|相关|相關|"
    "关于|關於|品目|最大)"
)
"""Words that a title's English may leave out, or say by its grammar."""
_VERB = re.compile(
    "(?:affect|aim|ask|await|bear|becom|begin|began|bring|brought|build|built|call|carr(?:y|ies)|carrying|"
    "caus|"
    "consider|contain|creat|cross|decid|driv|enter|exceed|expand|expect|explain|fac|fail|fall|fell|feel|"
    "felt|find|"
    "found|follow|forc|gain|gather|greet|grow|grew|handl|happen|hear|heard|held|help|hit|hold|hop|improv|"
    "increas|introduc|involv|issu|join|know|known|launch|lead|led|learn|leav|left|let|liv|look|los|lost|"
    "manag|mark|"
    "mean|meant|meet|met|mov|need|offer|open|operat|pass|plan|point|prepar|provid|rais|reach|receiv|remain|"
    "report|requir|reveal|ris|rose|run|ran|see|saw|seen|seek|sought|seem|send|sent|serv|set|settl|show|"
    "shown|shift|"
    "sit|spread|stand|stood|start|stay|suffer|tak|talk|think|thought|try|tries|trying|tried|turn|urg|us|"
    "wait|want|"
    "warn|watch|win|won|work)(?:e|es|s|ed|d|ing|ting|ning|n|en)?",
    re.I,
)
"""Verbs that English puts into a title: no noun is rendered by them."""
_VERBS = re.compile(r"to |\(?(?:bound form|particle|prefix|suffix|classifier|interj|conjunction|pronoun)")
_KANA_END = re.compile(f"[{HAN}][ぁ-ん]+\\Z")
"""How words end that a verb was made into: 重ね."""
_HAN = re.compile(f"[{HAN}]")
_UNKNOWN = re.compile(f"[{HAN}]{{2}}")
"""Characters that no word of a dictionary holds."""
_OURS = (GLOSSARY, PLACES, LEADERS)
_NARROWS = re.compile(
    "(?i:"
    r"(?!(?:"
    r"ally|ambly|anomaly|apply|assembly|barely|bully|butterfly|comply|costly|curly|daily|deadly|doily|"
    r"early|elderly|family|finally|friendly|ghostly|gully|hardly|heavenly|hilly|holy|homely|hourly|"
    r"imply|italy|jelly|july|kindly|likely|lively|lonely|lovely|melancholy|merely|monopoly|monthly|"
    r"multiply|nearly|newly|oily|only|orderly|presently|quarterly|rally|really|rely|reply|sally|"
    r"scholarly|simply|sickly|silly|supply|tally|timely|ugly|unfriendly|unlikely|unruly|weekly|wholly|"
    r"worldly|yearly"
    r")\b)[a-z]{3,}ly\b|"
    r"massive|huge|tiny|vast|foreign|overseas|abroad|rural|urban|coastal|remote|young|elderly|aging|"
    r"former|female|male|poor|wealthy|rich|disabled|blind|deaf|homeless|jobless|unemployed|temporary|"
    r"provisional|interim|permanent|seasonal|military|civilian|illegal|unlawful|illicit|secret|covert|"
    r"confidential|mandatory|compulsory|voluntary|urgent|emergency|partial|digital|online|organic|"
    r"frozen|imported|abandoned|derelict|unmanned|traditional|ancient|wild|controversial|disputed|"
    r"deadly|fatal|lethal|strict|rapid|sluggish|armed|peaceful|violent|ethnic|indigenous|religious|"
    r"historic|unprecedented|rare|famous|popular|cheap|expensive|costly|luxury|nationwide|worldwide|"
    r"statewide|citywide|successful|alleged|suspected|sudden|surprise|abrupt|brutal|bloody|bitter|"
    r"fierce|heated|anonymous|unnamed|unpaid|underpaid|nighttime|overnight|offshore|underground|"
    r"indefinite|unilateral|bilateral|multilateral|retired|veteran|disgraced|embattled|ailing|"
    r"cash-strapped|troubled|struggling|corrupt|pregnant|toxic|radioactive|contaminated|counterfeit|"
    r"fake|forced"
    ")"
)
"""Words that narrow a claim: adverbs in -ly, and adjectives that no grammar asks for."""


def left_out(original: str, english: str, language: str, glossary: Glossary) -> Iterator[Span]:
    """The nouns of an original that its English leaves out, each as its place in the original.

    :param language: ``ja`` or ``zh``; there is no dictionary of Korean that tells nouns from verbs.
    """
    if language not in ("ja", "zh"):
        return
    both = compare(original, english, language, glossary)
    if any(not _VERB.fullmatch(one.text) for one in both.left):
        return
    for one in both.meanings:
        if not one.borne_out and _is_noun(one, language) and _others_are_there(one, both):
            yield one.span


def put_in(original: str, english: str, language: str, glossary: Glossary) -> Iterator[Span]:
    """Words by which an English says less or more, each as its place in it: quietly, deadly, nationwide.

    They are told only where all that the original is known to mean is in the English.
    """
    if language == "und" or not _NARROWS.search(english):
        return
    both = compare(original, english, language, glossary)
    known = [one for one in both.meanings if one.english]
    unknown = original
    for one in both.meanings:
        if len(one.word.text) > 1:
            unknown = unknown[: one.word.start] + " " * len(one.word.text) + unknown[one.word.end :]
    if _UNKNOWN.search(unknown) or (language == "ko" and len(known) < len(both.meanings)):
        return  # a word that the dictionary lacks may say it
    if len(known) >= _LEAST and all(one.borne_out for one in known):
        yield from (one.span for one in both.left if _NARROWS.fullmatch(one.text))


def phrase_put_in(original: str, english: str, language: str, glossary: Glossary) -> Iterator[Span]:
    """Phrases of an English such as *in schools*, *for tenants*, for which no word of the original stands.

    A free rendering has them too; they are told only where most words of the original are borne out.
    """
    if language == "und" or not _PHRASE.search(english):
        return
    both = compare(original, english, language, glossary)
    there = sum(one.borne_out for one in both.meanings)
    if there < _LEAST or there < _MOSTLY * len(both.meanings):
        return
    left = {one.span for one in both.left}
    for phrase in _PHRASE.finditer(english):
        words = re.compile(r"[\w’'-]+").finditer(english, phrase.start("said"), phrase.end())
        if all(word.span() in left for word in words):
            yield phrase.span()


_MOSTLY = 0.65
"""The share of an original's words that must be borne out where its English may say more."""
_PHRASE = re.compile(
    r"\b(?:in|at|on|for|from|among|by|near|across|during|after|before|over|under|without|ahead of|amid|"
    r"despite)\s+"
    r"(?:(?:the|its|their|all)\s+)?(?P<said>[a-z][a-z’'-]{2,}(?:\s+[a-z][a-z’'-]{3,}s)?)(?=\Z|[,:;.?!])"
)
"""A phrase that ends a title or a part of it."""


def _others_are_there(one: Meaning, both: Compared) -> bool:
    """Whether the English bears out most of an original's other words."""
    others = [
        other for other in both.meanings
        if other is not one and other.english and (other.borne_out or len(other.word.text) > 1)
    ]  # fmt: skip
    there = sum(other.borne_out for other in others)
    return there >= _LEAST and there >= (_COVERED if both.left else _HALF) * len(others)


def _is_noun(one: Meaning, language: str) -> bool:
    """Whether a word is a noun of some content for sure."""
    text = one.word.text
    if not one.english or one.word.authority in _OURS or len(text) < 2 or _GENERAL.fullmatch(text):
        return False
    if text[0] in "不未非无無" or any(word[0].isupper() for word in one.english):
        return False  # what denies or names is told elsewhere
    if language == "ja":
        if _KANA_END.search(text):
            return False
        found = jmdict.entries(text, in_kana=not _HAN.search(text))
        return bool(found) and all(_is_plain_noun(entry) for entry in found)
    senses = [sense for entry in cedict.entries(text) for sense in entry.senses]
    return bool(senses) and not any(_VERBS.match(said) for sense in senses for said in sense)


def _is_plain_noun(entry: jmdict.Entry) -> bool:
    """Whether a word is no verb and no part of other words besides."""
    speech = {one for sense in entry.senses for one in sense.speech}
    return any("noun" in one for one in speech) and not any(
        "suru" in one or "verb" in one or "suffix" in one or "pronoun" in one or "expression" in one
        or "conjunction" in one or "numeric" in one for one in speech
    )  # fmt: skip
