"""From a text to its language, on evidence: Japanese, Korean, Chinese, or open.

In comes a string in original script, with what is printed round it if that is known; out comes a
:class:`Route` that names its witnesses. Where they leave it open the answer is ``und`` and a person
decides; never a silent guess. The witnesses, the surest first:

* the script: kana is Japanese, hangul Korean;
* character forms: a character that a language's standard set does not hold, or holds in another form,
  speaks against it (the sets are those of the JIS, KS, GB and Big5 codecs, the forms OpenCC's);
* words: how well the string is cut into words of each language (wordfreq's lists; hanja are read in
  hangul first);
* pycld2 and langdetect, which are unsure of short kanji and are weighed so;
* what is printed round it: the romanisation, the address, the publisher.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from srcxlate.languages import HAN, HANGUL, KANA, Language, Script

_HAN_CHARACTER = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_KANA_CHARACTER = re.compile(f"[{KANA}]")
_HANGUL_CHARACTER = re.compile(f"[{HANGUL}]")

_SCRIPT_WEIGHT = 4.0
"""One kana or hangul against one character form that its language does not have."""
_FORM_WEIGHT = 3.0
_DECIDES = 4.0
"""The lead over the second language from which an answer is given: odds of about 50 to 1."""
_TOO_SHORT = 6
"""A string of Han alone, in forms that several languages share, is left open up to this many characters
unless something beside it speaks: in ``tests/data/headlines`` such strings are mostly good in two."""
_ENOUGH = 2_000
"""Characters of a text that are cut into words and shown to the detectors; more tells no more."""
_UNKNOWN_WORD = math.log(3e-9)
"""The frequency given to a character that no word list holds; wordfreq's rarest words have 1e-8."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is printed round a string; all of it optional."""

    romanised: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where a text goes, and why."""

    text: str
    language: Language
    script: Script | None
    """For Chinese only."""
    confidence: float
    """From 0 to 1: the leading language's share of belief among the three; an order, not a frequency."""
    evidence: tuple[str, ...]
    """What each witness said, the surest first."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """What one witness adds to each language's score (natural-log odds), and its words."""

    says: str
    scores: tuple[tuple[str, float], ...]


def route(text: str, context: Context | None = None) -> Route:
    """The language and script of one text; the same answer every time for the same input."""
    context = context or Context()
    kana = len(_KANA_CHARACTER.findall(text))
    hangul = len(_HANGUL_CHARACTER.findall(text))
    han = _HAN_CHARACTER.findall(text)
    if not (kana or hangul or han):
        return Route(text, "und", None, 0.0, ("no original script",))
    foreign = _foreign(han)
    witnesses = [*_script(kana, hangul), *_forms(foreign)]
    if not (kana or hangul):
        witnesses += _han_alone(text, len(han), foreign)
    witnesses += _surroundings(context, text)
    scores = {"ja": 0.0, "ko": 0.0, "zh": 0.0}
    for witness in witnesses:
        for language, score in witness.scores:
            scores[language] += score
    evidence = [witness.says for witness in witnesses]
    (first, top), (_, second), _ = sorted(scores.items(), key=lambda item: -item[1])
    confidence = round(1 / sum(math.exp(score - top) for score in scores.values()), 3)
    if top - second < _DECIDES:
        return Route(text, "und", None, confidence, (*evidence, "open: no language leads clearly"))
    script = None
    if first == "zh":
        script, why = _chinese_script(foreign, context.url)
        evidence.append(why)
    return Route(text, _LANGUAGE[first], script, confidence, tuple(evidence))


def chinese_script(text: str, url: str | None = None) -> Script:
    """The script of a text that is known to be Chinese."""
    return _chinese_script(_foreign(_HAN_CHARACTER.findall(text)), url)[0]


_LANGUAGE: dict[str, Language] = {"ja": "ja", "ko": "ko", "zh": "zh"}


def _script(kana: int, hangul: int) -> Iterable[_Witness]:
    if kana:
        yield _Witness(f"{kana} kana", (("ja", _SCRIPT_WEIGHT * min(kana, 5)),))
    if hangul:
        yield _Witness(f"{hangul} hangul", (("ko", _SCRIPT_WEIGHT * min(hangul, 5)),))


# -- character forms -----------------------------------------------------------------------------


@cache
def _converters() -> dict[str, object]:
    """OpenCC's conversions; loaded at first use (about 0.1 s)."""
    import opencc

    return {name: opencc.OpenCC(name) for name in ("t2s", "t2jp")}


def _convert(name: str, text: str) -> str:
    converted: str = _converters()[name].convert(text)  # type: ignore[attr-defined]
    return converted


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=30_000)
def _homes(character: str) -> frozenset[str]:
    """Where a Han character is written in that form: of ja, ko, zh-Hans and zh-Hant."""
    homes = set()
    if _encodes(character, "shift_jis") and _convert("t2jp", character) == character:
        homes.add("ja")
    if _encodes(character, "gb2312") and _convert("t2s", character) == character:
        homes.add("zh-Hans")
    if _encodes(character, "big5"):
        homes.add("zh-Hant")
    if _encodes(character, "euc_kr"):
        homes.add("ko")
    return frozenset(homes or {"ja", "ko", "zh-Hans", "zh-Hant"})  # a rare character speaks against nobody


_Foreign = dict[str, list[str]]
"""For each home, the characters that are not written so there, each once."""


def _foreign(han: Iterable[str]) -> _Foreign:
    different = {character: _homes(character) for character in han}
    return {
        home: [character for character, homes in different.items() if home not in homes]
        for home in ("ja", "ko", "zh-Hans", "zh-Hant")
    }


def _forms(foreign: _Foreign) -> Iterable[_Witness]:
    chinese = min(foreign["zh-Hans"], foreign["zh-Hant"], key=len)
    against = {"ja": foreign["ja"], "ko": foreign["ko"], "zh": chinese}
    if any(against.values()):
        told = "; ".join(f"not {language}: {''.join(cs[:6])}" for language, cs in against.items() if cs)
        yield _Witness(
            f"character forms {told}",
            tuple((language, -_FORM_WEIGHT * min(len(cs), 4)) for language, cs in against.items()),
        )


def _chinese_script(foreign: _Foreign, url: str | None) -> tuple[Script, str]:
    simplified, traditional = len(foreign["zh-Hant"]), len(foreign["zh-Hans"])
    if simplified != traditional:
        script: Script = "zh-Hans" if simplified > traditional else "zh-Hant"
        return script, f"{max(simplified, traditional)} forms of one Chinese script"
    taiwan = re.search(r"\.(?:tw|hk|mo)(?:[/:]|$)", url or "")
    return ("zh-Hant" if taiwan else "zh-Hans"), "forms shared by both Chinese scripts"


# -- Han alone -----------------------------------------------------------------------------------


def _han_alone(text: str, length: int, foreign: _Foreign) -> Iterable[_Witness]:
    """Witnesses for a text without kana or hangul, where forms alone may not tell.

    :param length: how many Han characters the text holds.
    """
    chinese = min(len(foreign["zh-Hans"]), len(foreign["zh-Hant"]))
    yield _Witness("no hangul: Korean in hanja alone is rare", (("ko", -2.0),))
    open_to = {"ja": len(foreign["ja"]), "ko": len(foreign["ko"]), "zh": chinese}
    if sorted(open_to.values())[1] >= 2 + min(open_to.values()):
        return
    marks = re.search(r"[^\W\d_]、[^\W\d_]", text)
    if marks and not re.search(r"[，；]", text):
        yield _Witness("、 between clauses", (("ja", 2.5),))
    if re.search(r"[，“”；]|《[^》]*》", text):
        yield _Witness("Chinese punctuation", (("zh", 2.0),))
    if re.search(r"[^\W\d_]\u3000[^\W\d_]", text):
        yield _Witness("ideographic space between words", (("ja", 1.0),))
    only_chinese = foreign["ja"] and not open_to["zh"] and length > 4
    short = length <= _TOO_SHORT and not marks and not only_chinese
    yield from _words(text[:_ENOUGH], 0.15 if short else 0.6)
    yield from _detectors(text[:_ENOUGH], 0.5 if short else 1.0)


@cache
def _word_list(language: str) -> dict[str, float]:
    """Words and the natural logarithm of their frequency; loaded at first use (about 0.4 s each)."""
    from wordfreq import get_frequency_dict

    return {word: math.log(frequency) for word, frequency in get_frequency_dict(language, "best").items()}


def _fit(text: str, language: str) -> float:
    """The best cut of a text into a language's words: the sum of their log frequencies."""
    words = _word_list(language)
    best = [0.0] + [-math.inf] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 8) + 1):
            weight = words.get(text[start:end], _UNKNOWN_WORD if end == start + 1 else -math.inf)
            best[end] = max(best[end], best[start] + weight)
    return best[-1]


def _words(text: str, weight: float) -> Iterable[_Witness]:
    """How much better one language's words cut the text than another's, times ``weight``."""
    import hanja

    runs = _HAN_RUN.findall(text)
    fits = {
        "ja": sum(_fit(run, "ja") for run in runs),
        "zh": sum(_fit(_convert("t2s", run), "zh") for run in runs),
        # a hangul reading stands for many words: one natural-log unit a character makes up for it
        "ko": sum(_fit(hanja.translate(run, "substitution"), "ko") - len(run) for run in runs),
    }
    best = max(fits.values())
    told = ", ".join(f"{language} {fit - best:+.1f}" for language, fit in fits.items() if fit != best)
    leader = max(fits, key=lambda language: fits[language])
    yield _Witness(
        f"words fit {leader} best ({told})",
        tuple((language, max(-8.0, weight * (fit - best))) for language, fit in fits.items()),
    )


def _detectors(text: str, weight: float) -> Iterable[_Witness]:
    """What the statistical detectors say; langdetect is seeded, so that it repeats."""
    import pycld2
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    text = "".join(c for c in text if c.isprintable() or c == "\u3000")  # pycld2 refuses control characters
    guess = pycld2.detect(text.encode(), bestEffort=True, isPlainText=True)[2][0][1]
    language = {"ja": "ja", "ko": "ko", "zh": "zh", "zh-Hant": "zh"}.get(guess)
    if language:
        yield _Witness(f"pycld2 {guess}", ((language, 1.5 * weight),))
    DetectorFactory.seed = 0
    try:
        likely = detect_langs(text)[0]
    except LangDetectException:
        return
    # on kanji without kana it says Korean most of the time: only its other answers count
    language = {"ja": "ja", "zh-cn": "zh", "zh-tw": "zh"}.get(likely.lang)
    yield _Witness(
        f"langdetect {likely.lang} {likely.prob:.2f}" + ("" if language else " (not counted)"),
        ((language, 0.5 * weight * likely.prob),) if language else (),
    )


# -- what is printed round it --------------------------------------------------------------------

_ROMANISATIONS = {
    "ja": re.compile(
        r"(?:(?:[kgsztdnhbpmrwfjv]|[kgnhbpmrj]y|sh|ch|ts|y|cch|kk|pp|ss|tt|ssh|tch|tts)?[aiueoāīūēōâîûêô]|n['’]?|m(?=[bmp]))+"),
    "ko": re.compile(
        r"(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjh]|k['’]|t['’]|p['’]|ch['’])?"
        r"(?:yae|yeo|wae|ae|eo|ya|yo|yu|ye|wa|wo|we|wi|oe|eu|ui|ŏ|ŭ|yŏ|wŏ|ŭi|[aeiou])(?:ng|kk|ss|[kgntdlrmpbsjh](?![aeiouyw]))?)+"),
    "zh": re.compile(
        r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|iu|"
        r"ua|uo|ui|un|üe|ue|er|[aeiouü])['’]?)+"),
}  # fmt: skip
"""Words of modified Hepburn, of Revised Romanisation and McCune–Reischauer, and of pinyin."""


_LONGEST_WORD = 40
"""Characters of a romanised word; what is longer is none, and would take the patterns long."""
_PUBLISHERS = {
    "ja": re.compile(r"Japan|Tokyo|Nikkei|Nihon|Nippon|Asahi|Yomiuri|Mainichi"),
    "ko": re.compile(r"Korea|Seoul|Chosun|Hankyoreh|JoongAng|Yonhap"),
    "zh": re.compile(r"China|Chinese|Beijing|Shanghai|Taiwan|Taipei|Hong Kong|Xinhua|People's Daily"),
}
"""Words in the names of publishers and outlets of one country."""


def _surroundings(context: Context, text: str) -> Iterable[_Witness]:
    if context.romanised:
        yield from _romanisation(context.romanised[:_ENOUGH], text)
    host = re.match(r"(?:https?://)?([^/]+)", context.url or "")
    country = re.search(r"\.(jp|kr|cn|tw|hk)$", host.group(1)) if host else None
    if country:
        language = {"jp": "ja", "kr": "ko"}.get(country.group(1), "zh")
        yield _Witness(f"address in .{country.group(1)}", ((language, 2.0),))
    named = {language for language, pattern in _PUBLISHERS.items() if pattern.search(context.publisher or "")}
    if len(named) == 1:
        language = named.pop()
        yield _Witness(f"publisher {context.publisher}", ((language, 1.0),))


def _romanisation(romanised: str, text: str) -> Iterable[_Witness]:
    """Which system of romanisation the words beside the title keep to, if only one.

    Macrons alone are Japanese, other tone marks pinyin, a breve is Korean. What could be both Korean and
    pinyin is held against the Korean reading of the title's characters.
    """
    romanised, toned = _without_tones(romanised.lower())
    words = re.findall(r"[a-zāīūēōâîûêôŏŭü'’]+", romanised)
    words = [word for word in words if 1 < len(word) <= _LONGEST_WORD]
    if not words:
        return
    kept = {
        language: sum(bool(pattern.fullmatch(word)) for word in words) / len(words)
        for language, pattern in _ROMANISATIONS.items()
    }
    if toned:
        kept["ja"] = kept["ko"] = 0.0
    elif re.search(r"[āīūēō]", romanised):
        kept["ja"] = max(kept["ja"], 0.9)
        kept["ko"] = kept["zh"] = 0.0
    elif re.search(r"[ŏŭ]", romanised):
        kept["ja"] = kept["zh"] = 0.0
    elif min(kept["ko"], kept["zh"]) >= 0.8:
        likeness = _likeness_to_korean(words, text)
        if likeness >= _IS_READING:
            kept["zh"] = 0.0
        elif likeness < _IS_NO_READING:
            kept["ko"] = 0.0
    (first, best), (_, second) = Counter(kept).most_common(2)
    if best >= 0.8 and best - second >= 0.2:
        system = {"ja": "Japanese", "ko": "Korean", "zh": "pinyin"}[first]
        yield _Witness(f"romanised as {system}", ((first, 6.0 if len(words) > 1 else 4.0),))


_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuüüüü")


def _without_tones(romanised: str) -> tuple[str, bool]:
    """Words without the tone marks of pinyin, if they have any but the first, which is a macron too."""
    romanised = unicodedata.normalize("NFC", romanised)
    toned = bool(re.search(r"[áǎàéěèíǐìóǒòúǔùǖǘǚǜ]", romanised))
    return (romanised.translate(_TONES) if toned else romanised), toned


_INITIALS = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
)  # fmt: skip
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu", "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t",
    "t", "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip
"""The letters of hangul in Unicode's order, in Revised Romanisation without sound changes."""
_IS_READING, _IS_NO_READING = 0.95, 0.75
"""Share of letters in common from which words are the Korean reading, and under which they are none."""


def _likeness_to_korean(words: Iterable[str], text: str) -> float:
    """How much of the Korean reading of a text's Han characters the words have, from 0 to 1."""
    import hanja

    reading = hanja.translate("".join(_HAN_RUN.findall(text[:_ENOUGH])), "substitution")
    codes = [ord(syllable) - ord("가") for syllable in reading if "가" <= syllable <= "힣"]
    letters = "".join(_INITIALS[c // 588] + _VOWELS[c // 28 % 21] + _FINALS[c % 28] for c in codes)
    return SequenceMatcher(None, letters, "".join(words), autojunk=False).ratio()
