"""Which words of two English texts say the same, where a draft and a person's translation differ freely.

In comes English, out come its :class:`Word` values, the words that carry what it says; two of them are alike
if they have one stem or stand in one group of words that translators use for each other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from srcxlate.glossary import stem
from srcxlate.layout import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LITTLE = (
    "a an the this that these those it its itself he him his she her hers they them their theirs we us "
    "our ours i my you your one ones who whom whose which what there here then so as and or but nor not "
    "no if than too also such of in on at by to from with without within for into onto upon over under "
    "about around among between through during after before since until till up down out off per via is "
    "are was were be been being am do does did done have has had having will would shall should can could "
    "may might must ought cannot more most much many very all any some each every both either neither "
    "other others another only just even still yet already again ever never however while whereas though "
    "although because therefore thus hence when where how why same own s t don doesn didn isn aren wasn "
    "weren won wouldn hasn haven hadn let get gets got getting go goes going went gone come comes came "
    "coming make makes made making take takes took taken taking put puts give gives gave given giving "
    "keep kept like whether toward towards against regarding concerning according further now far long "
    "well less least rather quite nearly almost always often once percent cent million billion trillion "
    "thousand hundred two three four five six seven eight nine ten first second third said say says "
    "saying told tell tells stated states "
)
_EMPTY = frozenset(_LITTLE.split())
"""Words that carry too little to be compared."""
_GROUPS = (
    "association council federation union society body organisation organization institute club",
    "company firm enterprise business corporation operator",
    "fall fell fallen falling decrease decline drop reduce reduction lower slip shrink shrank down dip",
    "rise rose risen rising increase grow grew growth growing climb expand up jump surge widen higher gain",
    "say said state tell announce declare report note mention remark comment speak spoke explain "
    "express reveal claim",
    "believe think consider regard judge view see hold assess assessment opinion evaluate analyse find "
    "found suggest",
    "large big great major huge considerable significant substantial",
    "small little slight modest minor",
    "talk meeting conference summit session discussion dialogue negotiation consultation gathering",
    "chief head leader principal chair chairperson chairman president boss chairwoman",
    "begin began begun start launch open commence initiate",
    "end finish close conclude stop halt complete ended",
    "people person human personnel talent staff worker employee",
    "need require necessary demand necessity must call ask seek request urge",
    "help aid support assistance assist back",
    "problem issue question matter difficulty challenge obstacle trouble task",
    "important key main vital crucial chief essential central principal",
    "try attempt seek aim target goal plan intend effort purpose",
    "show indicate reveal demonstrate point suggest",
    "buy purchase procure procurement acquire acquisition",
    "sell sale sold market",
    "law act legislation legal statute bill",
    "rule regulation restriction curb limit control",
    "country nation state national domestic home",
    "overseas abroad foreign external international outside",
    "quick fast rapid swift speed quickly hasty haste hurry prompt immediate early soon",
    "slow gradual",
    "worry concern fear afraid anxious anxiety apprehension",
    "hope wish expect expectation anticipate foresee predict forecast prospect outlook",
    "recovery recover revival revive rebound",
    "power strength force vigour",
    "weak lack shortage insufficient short inadequate scarce deficiency poor",
    "strong firm solid robust",
    "use used employ utilise apply application",
    "make maker manufacture manufacturer produce producer production product output",
    "build construct construction built set establish establishment create creation found founding set- up",
    "part portion share section component proportion percentage rate ratio",
    "whole total all entire overall full complete",
    "change alter revise amend shift alteration revision adjust",
    "keep maintain remain retain stay preserve",
    "answer reply respond response respondent",
    "survey questionnaire poll investigation study research inquiry",
    "researcher scholar scientist academic expert specialist author writer",
    "student pupil learner",
    "school university college",
    "child children kid",
    "boy son",
    "young youth younger",
    "old elderly aged senior",
    "money fund cash finance capital",
    "cost expense price fee charge",
    "pay payment paid spend spending",
    "budget expenditure",
    "tax duty levy tariff",
    "subsidy grant aid",
    "agree agreement consent accord pact deal",
    "oppose opposition object reject against",
    "allow permit approve approval licence license permission authorise grant",
    "ban prohibit prohibition forbid",
    "punish penalty punishable sentence prison jail imprisonment",
    "violate violation breach break offence",
    "official authority authorities functionary bureaucrat officer",
    "government administration authorities state",
    "ministry department",
    "bureau department office agency branch base",
    "minister secretary",
    "spokesperson spokesman spokeswoman",
    "method way means manner approach",
    "place location site venue spot region area district",
    "city town municipal",
    "land ground soil property estate",
    "ship vessel boat",
    "car vehicle automobile auto",
    "equipment device machine machinery apparatus tool facility",
    "material substance raw",
    "chip semiconductor",
    "electricity power electric energy",
    "battery cell",
    "supply provide deliver furnish",
    "store storage stock inventory reserve",
    "trade commerce commercial",
    "export outbound shipment",
    "economy economic",
    "industry industrial sector trade",
    "field area sphere",
    "technology technical tech",
    "skill skilled ability capability capacity competence",
    "security safety safe",
    "defence defense military",
    "war conflict clash collision fight",
    "peace peaceful",
    "relation relationship tie link",
    "cooperation cooperate collaborate collaboration joint partnership together common mutual",
    "exchange interaction contact communicate communication",
    "trust confidence credibility",
    "visit travel trip tour journey",
    "meet met encounter gather",
    "receive welcome accept take host admit",
    "guest visitor",
    "happy pleased delighted pleasure joy glad",
    "angry anger",
    "beginning outset opening start",
    "season time period term duration interval",
    "aware know knowledge grasp understand understanding awareness recognise",
    "enough sufficient adequate sufficiently adequately",
    "clear transparent explicit plain disclose disclosed reveal public",
    "publish release issue announce announced unveil disclose",
    "information data figure statistic",
    "message news",
    "book volume",
    "write wrote written describe",
    "read reading",
    "name term title call",
    "particular specific certain special",
    "aim direct target",
    "different difference differ disagreement divergence dispute",
    "similar same alike identical equal",
    "new fresh novel",
    "poor bad worse worst negative",
    "good better best positive improve improvement favourable",
    "stable stability steady stabilise",
    "proposal propose suggest recommendation recommend advise advice suggestion",
    "measure step policy action countermeasure",
    "plan programme project scheme",
    "set fix decide decision determine",
    "choose choice select selection pick",
    "join participate take-part attend participation enter",
    "leave depart departure exit withdraw quit",
    "move transfer relocate relocation shift",
    "stay remain",
    "live life living reside",
    "family household relative",
    "answer cite name mention list",
    "cite quote raise",
    "average mean",
    "level standard degree",
    "quality",
    "number quantity amount volume sum",
    "order ordering booking",
    "customer client user consumer",
    "reason cause factor ground",
    "result outcome consequence effect impact influence",
    "wait await",
    "seem appear look",
    "actual real true fact",
    "false fake wrong disinformation",
    "media press newspaper",
    "approximately roughly about",
    "almost nearly",
    "year annual yearly annually",
    "month monthly",
    "spring autumn",
    "position stance layout posture location deploy",
    "foreigner alien immigrant",
    "teach teacher instructor",
    "empty vacant vacancy blank",
    "fill replenish",
    "divide split share",
    "possible possibility may likely",
    "doubling double twice twofold",
    "half halve",
    "reach amount total hit number come",
    "stand stood",
    "carry conduct hold implement perform run",
    "agree consistent consensus unanimous",
    "restart resume reopen begin",
    "contain include comprise involve",
    "designate designated specify specified name appoint",
    "remove delete deletion removal",
    "criterion criteria standard norm",
    "fear scare",
    "emphasise stress underline highlight",
    "warn caution warning alert careful care cautious prudent",
    "handle deal treat address tackle cover",
    "surplus excess black",
    "deficit loss red",
    "import inbound",
    "merchandise good commodity",
    "balance account",
    "birth born newborn",
    "marriage wedding marry",
    "burden load pressure",
    "logistics distribution transport",
    "room classroom chamber",
    "factory plant works shipyard",
    "ease relax relieve simplify",
    "chance opportunity",
    "assume inaugurate inauguration office",
)
"""Words that translators use for each other, inflected forms where they are irregular."""
_LEAST = 4
"""Letters that two words must share at their beginning at least."""
_SHARED = 0.6
"""How much of the longer word they must share."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries something of what a text says."""

    text: str
    span: Span
    """Where it stands in the text."""


def words(text: str) -> list[Word]:
    """The words of an English text that carry what it says, in its order; numbers are none."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = re.sub(r"['’]s\Z", "", match[0])
        plain = word.casefold()
        if (
            plain not in _EMPTY
            and not word[0].isdigit()
            and word.isalnum()
            and (len(word) > 2 or word.isupper())
        ):
            found.append(Word(word, (match.start(), match.start() + len(word))))
    return found


def is_empty(word: str) -> bool:
    """Whether a word carries too little to be compared."""
    return word.casefold() in _EMPTY


@lru_cache(maxsize=20_000)
def akin(one: str, other: str) -> bool:
    """Whether two words of English have one stem, or begin alike for the most part."""
    first, second = stem(one), stem(other)
    if first == second:
        return True
    shared = next(
        (at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        min(len(first), len(second)),
    )
    return shared >= _LEAST and shared >= _SHARED * max(len(first), len(second))


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> bool:
    """Whether two words of English may render the same word: akin, or in one group."""
    return akin(one, other) or bool(_groups(stem(one)) & _groups(stem(other)))


def held(word: str, others: Iterable[str]) -> bool:
    """Whether one of the words is like a word."""
    return any(alike(word, other) for other in others)


_ENDINGS = ("", "ing", "ed", "er", "ly", "d", "ment", "s", "r")


@lru_cache(maxsize=20_000)
def _groups(stemmed: str) -> frozenset[int]:
    """The groups that a stem, or the word that it is an inflected form of, stands in."""
    found: set[int] = set()
    for ending in _ENDINGS:
        if stemmed.endswith(ending):
            base = stemmed[: len(stemmed) - len(ending)]
            for form in {base, base[:-1] if base[-2:-1] == base[-1:] else base, stem(base)}:
                found |= _BY_STEM.get(form, frozenset())
    return frozenset(found)


def _by_stem() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(_GROUPS):
        for word in group.split():
            key = stem(word)
            found[key] = found.get(key, frozenset()) | {number}
    return found


_BY_STEM = _by_stem()


@lru_cache(maxsize=20_000)
def weight(word: str) -> float:
    """How much a word tells: from 0.5 for the commonest to 4 for the rarest, by its Zipf frequency."""
    from wordfreq import zipf_frequency

    frequency: float = zipf_frequency(word.casefold(), "en")
    return min(4.0, max(0.5, 7.0 - frequency))
