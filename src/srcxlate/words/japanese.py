"""The words of a Japanese text with their readings and their English.

In come a text and the stretches of it to gloss, out come their words: UniDic cuts the text and gives each
word's dictionary form; the longest row of its pieces that JMdict knows is one word; a verb has its endings
with it, and what they say. What is not sure is left open.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from srcxlate.languages import HAN, KANA
from srcxlate.layout import Span
from srcxlate.words.glossed import GRAMMAR, Glossed, in_short
from srcxlate.words.jmdict import NAME, Entry, Sense, entries, hiragana
from srcxlate.words.pieces import Piece, as_name, katakana, latin_of, romanised, within

UNIDIC = "UniDic"
_LONGEST = 7
"""Pieces of the longest word that is looked up."""
_SCRIPT = re.compile(f"[{KANA}{HAN}]")
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]+")
_KATAKANA = re.compile("[ァ-ヺー]+")
_COUNTRIES = frozenset("日米中韓朝台露英仏独欧印豪")
"""Characters that abbreviate countries in compounds; 日中 is daytime too, but not in headlines."""
_PARTICLES = {
    "は": "topic", "が": "subject", "を": "object", "の": "of, ’s", "に": "to, in, at, by",
    "へ": "to, toward", "と": "and, with; as quoted", "で": "in, at, by", "も": "also, even",
    "から": "from; because", "まで": "until, as far as", "より": "than, from", "や": "and, or",
    "か": "question; whether", "だけ": "only", "など": "and the like", "ばかり": "only, just", "さえ": "even",
    "しか": "only (with not)", "て": "and", "ながら": "while", "つつ": "while", "ば": "if", "し": "and",
    "ほど": "to the extent, about",
}  # fmt: skip
_JOINED_PARTICLES = {
    "について": "about", "についての": "about", "による": "by, due to", "により": "by, due to",
    "によって": "by, due to", "によると": "according to", "に対する": "toward, against",
    "に対し": "toward, against", "に対して": "toward, against", "における": "in, at", "において": "in, at",
    "に向けて": "toward, for", "に向けた": "toward, for", "に向け": "toward, for", "に関する": "concerning",
    "に関して": "concerning", "に関し": "concerning", "として": "as", "としての": "as",
    "とは": "as for what is called", "とみられる": "it is thought", "と見られる": "it is thought",
    "とともに": "together with", "と共に": "together with", "をめぐり": "over, concerning",
    "をめぐる": "over, concerning", "を巡り": "over, concerning", "を巡る": "over, concerning",
    "には": "to, in (topic)", "では": "in, at (topic)", "への": "to (of)", "との": "with (of)",
    "での": "in, at (of)", "からの": "from (of)", "までの": "until (of)",
}  # fmt: skip
_CLAUSES = {"が": "but; and", "と": "if, when; that"}
"""Particles that join clauses: another matter than between nouns."""
_COPULA = {"だ": "is", "です": "is", "た": "(past)", "ない": "not", "らしい": "seemingly", "べし": "should"}
_COPULA_FORMS = {"に": "-ly", "な": "that is", "で": "is, being", "なら": "if"}
_FUNCTION = {"ため": "for, because of", "為": "for, because of"}
"""Nouns that hold a sentence together."""
_COUNTED = {"割": "tenths (10%)", "倍": "times, -fold", "強": "a little over", "弱": "a little under",
            "年": "year, years", "日": "day, days", "分": "minutes; parts", "人": "people"}  # fmt: skip
"""Counters of which the dictionary tells something else first."""
_ENDINGS = {
    "れる": "passive", "られる": "passive or can", "せる": "causative", "させる": "causative", "ない": "not",
    "ず": "not", "ぬ": "not", "た": "past", "たい": "want to", "べし": "should", "まい": "will not",
    "らしい": "seemingly", "ます": "", "です": "",
}  # fmt: skip
_AFTER_TE = {
    "居る": "ongoing",
    "行く": "going on",
    "来る": "coming to",
    "仕舞う": "in the end",
    "置く": "beforehand",
}
_FINAL = dict(zip("けげせてねべめれえ", "くぐすつぬぶむるう", strict=True))
"""The last kana of a verb, by that before る in the form that says one can."""
_MUST = ("なければならない", "なければならぬ", "なくてはならない", "ねばならない", "ねばならぬ")
_FORMS = {"意志推量形": "let us, will", "命令形": "order"}
_FOREIGN_NAME = re.compile(
    f"(?<![{HAN}])[習李尹文金朴崔鄭趙姜呉徐申権黄宋洪柳盧毛鄧胡温周王張劉陳楊蔡馬蔣蒋孫頼謝蘇蕭潘][{HAN}]{{1,2}}"
    "(?=氏|さん|大統領|首相|総理|国家主席|主席|総書記|外相|総統|委員長|議員|会長|代表|教授)"
)
"""A Korean or Chinese name as Japanese print has it, before an office: UniDic does not know such names."""
_SPEECH = {
    "名詞": re.compile("nou?n|numeric|pronoun|counter|suffix|prefix|adjectival nouns|nouns|adverb"),
    "代名詞": re.compile("pronoun"),
    "動詞": re.compile("(?!noun|adverb|auxiliary).*verb"),
    "形容詞": re.compile("adjective|'(?:s?h?i?ku)' adjective"),
    "形状詞": re.compile("adjectival nouns|'taru' adj|archaic/formal|noun .common"),
    "副詞": re.compile("adverb"),
    "連体詞": re.compile("pre-noun|noun or verb acting|expressions"),
    "接続詞": re.compile("conjunction"),
    "感動詞": re.compile("interjection"),
    "接尾辞": re.compile("suffix|noun, used as a suffix|counter"),
    "接頭辞": re.compile("prefix|noun, used as a prefix"),
}
"""What UniDic calls a word, and how JMdict's names for that begin."""
_COUNTS = re.compile("counter|numeric")


def words(text: str, gaps: Iterable[Span]) -> Iterator[Glossed]:
    """The words in Japanese script in some stretches of a text."""
    names = {match.start(): match.end() for match in _FOREIGN_NAME.finditer(text) if not _is_word(match[0])}
    for start, end in gaps:
        pieces = within(text, start, end)
        at = 0
        while at < len(pieces):
            last = names.get(pieces[at].start, 0)
            if last and any(one.end == last for one in pieces[at:]):
                yield Glossed(text[pieces[at].start : last], pieces[at].start, last)
                at += sum(one.start < last for one in pieces[at:])
                continue
            word, at = _word(text, pieces, at)
            if word:
                yield word


def _is_word(written: str) -> bool:
    """Whether what looks like a name is or begins with a word: 金融, 文部."""
    return bool(entries(written, in_kana=False) or entries(written[:2], in_kana=False))


def reading(text: str, start: int, end: int) -> str | None:
    """A stretch in Hepburn, word by word; None if it has no word in Japanese script."""
    return " ".join(word.reading for word in words(text, [(start, end)]) if word.reading) or None


# -- words -------------------------------------------------------------------------------------------


def _glossed(text: str, row: Sequence[Piece], english: str | None, authority: str) -> Glossed:
    start, end = row[0].start, row[-1].end
    return Glossed(text[start:end], start, end, romanised(row), english, authority if english else None)


def _word(text: str, pieces: Sequence[Piece], at: int) -> tuple[Glossed | None, int]:
    """The word that begins with a piece, if it is in Japanese script, and the piece after it."""
    piece = pieces[at]
    if not _SCRIPT.search(piece.text) or piece.speech[0] in ("補助記号", "記号", "空白"):
        return None, at + 1
    for end in range(min(len(pieces), at + _LONGEST), at + 1, -1):
        row = pieces[at:end]
        if any(one.end != other.start for one, other in pairwise(row)):
            continue
        joined = _JOINED_PARTICLES.get("".join(one.text for one in row))
        if joined and piece.speech[0] == "助詞":
            return _glossed(text, row, joined, GRAMMAR), end
        known = None if _is_counted(pieces, at) and row[-1].speech[0] == "助詞" else _compound(row)
        if known:
            english, kana = known
            word, end = _with_endings(text, pieces, at, end, english, NAME)
            return (replace(word, reading=as_name(row, latin_of(kana, kana))) if kana else word), end
    return _alone(text, pieces, at)


def _compound(row: Sequence[Piece]) -> tuple[str, str] | None:
    """What a row of pieces means as one word of the dictionary, and its reading if not the row's."""
    written = "".join(one.text for one in row[:-1]) + row[-1].base
    in_kana = _KATAKANA.fullmatch(written) is not None
    if not (in_kana or _HAN.search(written)) or row[0].speech[0] in ("助詞", "助動詞", ""):
        return None
    spoken = hiragana("".join(one.kana for one in row[:-1]) + row[-1].base_kana)
    found = entries(written, in_kana=in_kana)
    alike = [entry for entry in found if _bare(spoken) in map(_bare, entry.kana)]
    if any(one.speech[0] == "助詞" for one in row):
        found = tuple(entry for entry in alike if _is_phrase(entry))
    elif alike:
        found = tuple(alike)
    elif len(found) > 1 or any(one.text.isdigit() for one in row):
        return None
    english = _said(_of_countries(written, _senses(found)))
    if english is None:
        return None
    differs = written == "".join(one.text for one in row) and not any(spoken in one.kana for one in found)
    return english, katakana(found[0].kana[0]) if differs else ""


def _of_countries(written: str, senses: list[Sense]) -> list[Sense]:
    """The senses that name countries, where all characters of a word may abbreviate one."""
    if len(written) > 1 and all(character in _COUNTRIES for character in written):
        return [sense for sense in senses if sense.words[0][:1].isupper()] or senses
    return senses


def _said(senses: Sequence[Sense]) -> str | None:
    """Senses in short; verbs have more of them than nouns."""
    verb = any(map(_SPEECH["動詞"].match, senses[0].speech)) if senses else False
    return in_short([sense.words for sense in senses], most=3 if verb else 2)


def _is_phrase(entry: Entry) -> bool:
    return any(one.startswith("expressions") for sense in entry.senses for one in sense.speech)


def _bare(kana: str) -> str:
    """A reading for comparing: in hiragana, without the voicing that words get in compounds."""
    plain = unicodedata.normalize("NFD", hiragana(kana))
    return "".join(one for one in plain if one not in "\u3099\u309a")


def _alone(text: str, pieces: Sequence[Piece], at: int) -> tuple[Glossed, int]:
    """A piece that is a word by itself."""
    piece = pieces[at]
    kind, finer = piece.speech[:2]
    if kind == "助詞":
        clause = _CLAUSES.get(piece.text) if finer == "接続助詞" else None
        said = "one, that" if finer == "準体助詞" else clause or _PARTICLES.get(piece.text)
        if (piece.text, finer) == ("な", "終助詞") and at and pieces[at - 1].form == "終止形":
            said = "do not"
        return _glossed(text, [piece], said, GRAMMAR), at + 1
    if kind == "助動詞":
        said = _COPULA_FORMS.get(piece.text) if piece.lemma == "だ" else None
        return _glossed(text, [piece], said or _COPULA.get(piece.lemma), GRAMMAR), at + 1
    if kind == "名詞" and piece.text in _FUNCTION:
        return _glossed(text, [piece], _FUNCTION[piece.text], GRAMMAR), at + 1
    if piece.lemma == "為る" and at and pieces[at - 1].speech[2] == "サ変可能":
        return _with_endings(text, pieces, at, at + 1, "do", GRAMMAR)
    if finer == "固有名詞":
        return _glossed(text, [piece], *_name(piece)), at + 1
    counted = _is_counted(pieces, at)
    if counted and piece.text in _COUNTED:
        return _glossed(text, [piece], _COUNTED[piece.text], GRAMMAR), at + 1
    if _is_doubtful(pieces, at):
        return _glossed(text, [piece], None, NAME), at + 1
    english = _said(_of_countries(piece.text, _meanings(piece, counted=counted)))
    if english:
        return _with_endings(text, pieces, at, at + 1, english, NAME)
    origin = piece.lemma.partition("-")[2]
    return _glossed(text, [piece], origin or None, UNIDIC), at + 1


def _is_counted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number stands right before a piece."""
    before = pieces[at - 1] if at and pieces[at - 1].end == pieces[at].start else None
    return before is not None and (before.speech[1] == "数詞" or before.text[-1:].isdigit())


def _is_doubtful(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is part of a katakana word cut into what are no common words: デリス, キング."""
    first = last = at
    while first and _KATAKANA.fullmatch(pieces[first - 1].text) and _touch(pieces, first):
        first -= 1
    while last + 1 < len(pieces) and _KATAKANA.fullmatch(pieces[last + 1].text) and _touch(pieces, last + 1):
        last += 1
    if first == last or not _KATAKANA.fullmatch(pieces[at].text):
        return False
    row = [one for one in pieces[first : last + 1] if one.speech[1] != "固有名詞"]
    return not all(any(entry.weight for entry in _entries(one)) for one in row)


def _touch(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece begins where the one before it ends."""
    return pieces[at - 1].end == pieces[at].start


def _name(piece: Piece) -> tuple[str | None, str]:
    """What is said of a proper noun: what the dictionary has as a name, or what kind of name it is."""
    found = _entries(piece)
    senses = [sense for sense in _senses(found) if sense.words[0][:1].isupper()]
    if senses:
        return _said(senses), NAME
    kinds = {"姓": "family name", "名": "given name"}
    if len(piece.text) > 1 and not any(entry.weight for entry in found):
        return kinds.get(piece.speech[3]), UNIDIC
    return None, UNIDIC


def _meanings(piece: Piece, *, counted: bool) -> list[Sense]:
    """The senses that agree with a piece's part of speech."""
    found = _entries(piece)
    pattern = _SPEECH.get(piece.speech[0])
    if not piece.speech[0]:
        return _senses(found) if len(found) == 1 else []
    if pattern is None:
        return []
    fitting = [(entry, kept) for entry in found if (kept := _of_speech(entry.senses, pattern))]
    if not fitting:
        sure = len(found) == 1 and (len(piece.base) > 2 or (len(piece.base) > 1 and _HAN.search(piece.base)))
        return _senses(found) if sure else []
    most = max(entry.weight for entry, _ in fitting)
    senses = [kept for entry, kept in fitting if entry.weight == most]
    chosen = senses[0] if len(senses) == 1 else [sense for kept in senses for sense in kept[:1]]
    return (counted and _of_speech(chosen, _COUNTS)) or chosen


def _of_speech(senses: Iterable[Sense], pattern: re.Pattern[str]) -> list[Sense]:
    return [sense for sense in senses if any(map(pattern.match, sense.speech))]


def _senses(found: Sequence[Entry]) -> list[Sense]:
    """The senses of the commonest entry, or the first of each where several are as common."""
    most = max((entry.weight for entry in found), default=0)
    common = [entry for entry in found if entry.weight == most]
    return list(common[0].senses) if len(common) == 1 else [entry.senses[0] for entry in common]


def _entries(piece: Piece) -> tuple[Entry, ...]:
    """The entries of a piece's dictionary form that are read as it is."""
    lemma = piece.lemma.partition("-")[0]
    spoken = hiragana(piece.base_kana)
    if _KANA.fullmatch(piece.base):
        found = _read_as(entries(lemma, in_kana=False), spoken)
        return found or _in_kana(piece.base, lemma)
    found = entries(piece.base, in_kana=False)
    origin = entries(lemma, in_kana=False)
    alike = (
        _read_as(found, spoken) or _read_as(origin, spoken) or _read_as(origin, hiragana(piece.lemma_kana))
    )
    return alike or (found if len(found) == 1 else ())


def _read_as(found: Iterable[Entry], spoken: str) -> tuple[Entry, ...]:
    """Entries with a reading; else those that have it but for its voicing."""
    found = tuple(found)
    alike = tuple(entry for entry in found if spoken in entry.kana)
    return alike or tuple(entry for entry in found if _bare(spoken) in map(_bare, entry.kana))


def _in_kana(written: str, lemma: str) -> tuple[Entry, ...]:
    """The entries of a word that stands in kana: no word that only sounds like it."""
    found = [entry for entry in entries(written, in_kana=True) if entry.in_kana]
    if _HAN.search(lemma):
        return tuple(entry for entry in found if lemma in entry.kanji or not entry.kanji)
    if len(found) > 1:
        found = [entry for entry in found if entry.weight]
    return tuple(found)


# -- endings -----------------------------------------------------------------------------------------


def _with_endings(
    text: str, pieces: Sequence[Piece], at: int, end: int, english: str, authority: str
) -> tuple[Glossed, int]:
    """A word with the endings of its verb or adjective, and what they say in brackets."""
    said = ["can"] if end == at + 1 and _is_potential(pieces[at]) else []
    if pieces[end - 1].speech[0] in ("動詞", "形容詞", "助動詞"):
        said += filter(None, [_FORMS.get(pieces[end - 1].form)])
        while end < len(pieces) and pieces[end].start == pieces[end - 1].end:
            ending = _ending(pieces, end)
            if ending is None:
                break
            more, end = ending
            said += filter(None, [*more, _FORMS.get(pieces[end - 1].form)])
    elif end < len(pieces) and _is_linking(pieces[end - 1], pieces[end]):
        end += 1
    note = f" ({', '.join(dict.fromkeys(said))})" if said else ""
    return _glossed(text, pieces[at:end], english + note, authority), end


def _ending(pieces: Sequence[Piece], at: int) -> tuple[list[str], int] | None:
    """What the ending at a piece says, and the piece after it; None if it is none."""
    piece = pieces[at]
    for end in range(at + 2, min(len(pieces), at + 5) + 1):
        if "".join(one.text for one in pieces[at:end]) in _MUST:
            return ["must"], end
    if piece.speech[0] == "助動詞":
        return ([_ENDINGS[piece.lemma]], at + 1) if piece.lemma in _ENDINGS else None
    if piece.speech[1] != "接続助詞":
        return None
    if piece.text in ("て", "で"):
        following = pieces[at + 1] if at + 1 < len(pieces) else piece
        if following.start == piece.end and following.speech[1] == "非自立可能":
            more = _AFTER_TE.get(following.lemma)
            return ([more], at + 2) if more else (["and"], at + 1)
        return ["and"], at + 1
    return (["if"], at + 1) if piece.text == "ば" else None


def _is_potential(piece: Piece) -> bool:
    """Whether a verb says that one can: 聞ける of 聞く, where the dictionary has the plain verb alone."""
    plain = _FINAL.get(piece.base[-2:-1])
    return piece.speech[0] == "動詞" and bool(plain) and piece.base[:-2] + str(plain) == piece.lemma


def _is_linking(word: Piece, piece: Piece) -> bool:
    """Whether a piece is the な that links 形状詞 to a noun."""
    return (
        piece.text == "な"
        and piece.start == word.end
        and piece.speech[0] == "助動詞"
        and word.speech[0] in ("形状詞", "接尾辞")
    )
