"""A person whom the report cites nowhere, in the place of a source's own author: ``Vera Holt laments it``.

In comes a statement, out come the names that stand where a sentence says who wrote its source, and that the
note does not bear out. Whom a source tells of may do much the same as who wrote it; so the verb must be one
of study, in the present, or have a piece of writing for its object, and no office may stand with the name.
What may be either is told as a trifle.
"""

import re
from collections.abc import Iterator

from srcxlate.checks import Severity
from srcxlate.checks.body.attribution import WORKS, Ascribed, authors_of
from srcxlate.checks.body.statements import BODY, Statement, whole_words
from srcxlate.checks.body.writers import NO_NAME, OFFICE, ORGAN, WORD, is_body, is_leader
from srcxlate.checks.names import is_common
from srcxlate.checks.places import find_english
from srcxlate.wording import is_latin
from srcxlate.words.cedict import tells_of

_NAME = rf"(?:{WORD})(?:(?: of| for| and)?(?: the)?,? {WORD}){{1,7}}"
_WORK = r"(?:report|study|paper|survey|article|essay|analysis|statement|speech|piece|column|brief|bulletin)s?"
_AUTHORS = (
    r"(?:wrote|writes|written|argue[sd]|sets? out|report(?:s|ed)(?= (?:that|how|on|from)\b)"
    r"|calculate[sd]|reckon(?:s|ed)|traces|traced|compare[sd]|maps|mapped|chronicle[sd]|document(?:s|ed)"
    r"|analy[sz]e[sd]|examine[sd])"
)
"""What an author does, and hardly one of whom he tells."""
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WORK}\b[^.;,]{{0,40}}?\b(?:by|from) (?:the )?(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})(?:,[^,.;:]{{3,40}},)? (?:has |had )?{_AUTHORS}\b",
        rf"\b(?:wrote|writes|that of) (?P<name>{_NAME})",
        rf"\b(?:written|authored|published|issued|released|produced|compiled|conducted|penned) by"
        rf" (?:the )?(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})['’]s? (?:\w+ ){{0,3}}?{_WORK}\b",
    )
)
"""How a sentence names who a source is by, a person or a body."""
_WITH_BODY = re.compile(
    r"(?P<person>(?!(?:\S+ )*(?:Chamber|Board|Academy|Court|School|College|League|Forum|House|Army|Navy"
    r"|State|Cabinet|Minister|President|Chairman|Director|Head)\b)[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}) (?:of"
    r"|from|at) "
)
"""A person with the body that they work for; no title, no body's own name."""
_THING = re.compile(
    r"\b(?:Industr(?:y|ies)|Motors?|Electronics|Group|Holdings?|Steel|Heavy|Airlines?|Airways|Railways?|Lines?"
    r"|Electric|Energy|Power|Chemicals?|Foods?|Mart|Bank|Insurance|Securities|Capital|Partners|Brothers"
    r"|Shipping|Shipbuilding|Construction|Telecom|Mobile|Studios?|Entertainment|Pictures|Hotels?|Stores?"
    r"|Street|Road|Avenue|Lane|Airport|Station|Hall|Square|Palace|Castle|Temple|Shrine|Church|Cathedral|Mosque"
    r"|Bridge|Tower|Dam|Port|Harbou?r|Islands?|River|Lake|Sea|Bay|Strait|Mountains?|Mount|Valley|Desert|Beach"
    r"|Coast|Peninsula|Village|Town|City|County|Prefecture|Province|District|State|Republic|Kingdom|Empire"
    r"|Dynasty|Games|Cup|Olympics|Festival|Act|Law|Treaty|Agreement|Plan|Project|Programme|War|Revolution"
    r"|Movement|Week|Day|Year|Party|House|Garden|Market|Theatre|Opera|Orchestra|Stadium|Prison|Canal|Tunnel"
    r"|Typhoon|Hurricane|Cyclone|Storm|World|North|South|East|West|Northern|Southern|Eastern|Western|New|Great|Old|Big|Little|Red|Black|White"
    r"|Blue|Green|Golden|Silver|Grand|Royal|Imperial|National|International|Central|People|La|Le|El|Los|San)\b"
)
"""A word of a company's, a place's or a thing's name; in a person's it stands seldom."""

_WHO = rf"(?P<name>{WORD} {WORD}(?: {WORD})?)"
_WRITING = (
    r"(?:reports?|reportage|stud(?:y|ies)|articles?|essays?|analys[ei]s|columns?|pieces?|books?|accounts?"
    r"|chapters?|reviews?|commentar(?:y|ies)|editorials?|histor(?:y|ies)|monographs?|memoirs?|profiles?"
    r"|portraits?|dispatch(?:es)?|obituar(?:y|ies)|dissertation|thesis|handbook|textbook|manual|guide"
    r"|chronology|chronicle|survey|critique|inventory|sketch|reckoning|summary|overview|biography|stor(?:y|ies)"
    r"|description|diary|travelogue|paper|primer)"
)
"""What an author makes, and seldom a politician."""
_STUDIES = (
    r"(?:analy[sz]es|argues|assesses|calculates|catalogues|charts|chronicles|classifies|collects|compares"
    r"|concludes|contends|contrasts|counts|dates|deals with|deduces|depicts|describes|diagnoses|discerns"
    r"|discusses|dissects|distinguishes|documents|enumerates|estimates|evokes|examines|explores|identifies"
    r"|illustrates|infers|interprets|investigates|likens|lists|locates|maps|measures|narrates|notes|observes"
    r"|outlines|ponders|portrays|quantifies|reckons|reconstructs|recounts|refutes|relates|remarks|retells"
    r"|reviews|revisits|sketches|speculates|summari[sz]es|sums up|surmises|surveys|traces|tracks|treats"
    r"|unpicks"
    r"|writes|points out|sets out|finds|draws|follows)"
)
"""What an author does in the present, in which a text is read, whenever that was of which it tells."""
_MINDS = (
    r"(?:advocates|agrees|asks|blames|calls|complains|concurs|condemns|considers|credits|criticises|criticizes"
    r"|defends|deplores|detects|disagrees|dismisses|disputes|doubts|dwells|explains|extols|faults|favours|favors"
    r"|forecasts|foresees|gives|grants|guesses|has no|holds|inquires|insists|judges|laments|looks"
    r"|maintains|mocks"
    r"|mourns|notices|objects|paints|pictures|pleads|points|praises|predicts|prefers|presents|proposes|puts"
    r"|questions|reads|recalls|recommends|records|reflects|regards|regrets|remembers|reports|reveals|ridicules"
    r"|sees|sets|shows|sides|speaks|studies|suggests|suspects|takes|tells|thinks|turns|understands|urges|views"
    r"|walks|wants|warns|weighs|wonders|worries)"
)
"""The same, which those do as well of whom a source tells."""
_AND_ONE = rf"(?: and {WORD} {WORD})?"
_ASIDE = (
    r"(?:,? (?:writing|who (?:wrote|writes|covers|studies|edits)|in (?:an?|the|his|her)\b|of the\b"
    r"|for (?:his|her"
    r"|one)\b|too\b|again\b|by contrast\b)[^.;:]{0,60}?,| of (?:the )?[A-Z][^,.;:]{2,40}?)?"
)
_OFTEN = r"(?:(?:has|have|also|then|later|once|still|even|rightly|[a-z]{2,}ly) ){0,2}"
_TOLD = (
    r"(?:drawn|told|described|shown|traced|counted|collected|mapped|chronicled|reckoned|calculated|worked out"
    r"|set out|argued|examined|recounted|portrayed|sketched|documented|surveyed|summed up|put together"
    r"|explained"
    r"|written up|looked into|gone into)"
)
_MADE = (
    r"(?:drew|drawn|wrote|written|gave|given|offered|offers|made|compiled|published|put together|drew up"
    r"|produced"
    r"|contributed|devoted|composed|penned|supplied|left)"
)
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w’'-]){_WHO}{_AND_ONE}{_ASIDE} {_OFTEN}(?:{_STUDIES}|has (?:{_TOLD}))\b",
        rf"(?<![\w’'-]){_WHO}{_AND_ONE}{_ASIDE} {_OFTEN}{_MADE} (?:an?|the|his|her|us)(?: [\w’-]+){{0,3}}?"
        rf" {_WRITING}\b",
        rf"\b[Aa]s {_WHO}{_AND_ONE}{_ASIDE} {_OFTEN}(?!said|did|put)(?:[a-z]{{2,}}(?:ed|s)|found|saw"
        rf"|shown|wrote)"
        r"\b",
        rf"\b(?:was|were|is|are|been|best|well|vividly|patiently|first|fully"
        rf"|plainly) (?:\w+ )?{_TOLD} by {_WHO}",
        rf"\b{_WRITING}\b[^.;,]{{0,40}}? by {_WHO}",
        rf"(?<![\w’'-]){_WHO}[’']s? (?:[\w’-]+ ){{0,3}}?{_WRITING}\b",
        rf"(?<![\w’'-]){_WHO},? who (?:writes|wrote|argues|argued|notes|has written|has shown)\b",
        rf"\b(?:so|thus) (?:thinks|argues|writes|says|holds|reads|concludes) {_WHO}",
    )
)
"""How a sentence names the person who wrote a source."""
_LIKELY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w’'-]){_WHO}{_AND_ONE}{_ASIDE} {_OFTEN}(?:had )?{_AUTHORS}\b",
        rf"(?<![\w’'-]){_WHO}[’']s? (?:[\w’-]+ ){{0,2}}?{WORKS}\b",
        rf"(?<![\w’'-]){_WHO}{_AND_ONE}{_ASIDE} {_OFTEN}{_MINDS}\b",
        rf"(?<![\w’'-]){_WHO}[’']s?(?:\W*\Z| (?:is|was|are|were|has)\b)",
        rf"\b(?:[Ii]n the words of|[Aa]ccording to|[Tt]o quote|in) {_WHO}(?:,|\W*\Z)",
        rf"\b(?:was|is|were|are) (?:\w+ ){{0,2}}?by {_WHO}",
        rf"{_WHO} (?:among them|among others|for one),",
        rf"\b[Ff]or {_WHO},? (?:the|this|that|it|they|these|those|all|no)\b",
        rf"\b[Ii]t was {_WHO} who\b",
        rf"\A\W*(?:(?:[Aa]nd|[Bb]ut|[Yy]et|[Hh]ere|[Tt]here) )?{_WHO}{_AND_ONE} {_OFTEN}(?!{BODY.pattern})"
        r"(?:is the (?:better|best|first|only)|asked|counted|described|found|followed|walked|went|took"
        r"|saw|spent"
        r"|told|called|compared|visited|remembered|showed|warned|thought|drew|read|put|gave|made|wanted)\b",
    )
)
"""The same where one of whom the source tells may be meant."""
_BEFORE = frozenset((
    "still", "only", "not", "perhaps", "them", "one",
    "as", "and", "but", "yet", "so", "while", "where", "how", "what", "which", "why", "that", "or", "here",
    "there", "when", "then", "thus", "by", "of", "from", "also", "since", "was", "is", "thinks", "argues",
    "writes", "colleague", "journalist", "author", "economist", "historian", "critic", "columnist",
    "reporter",
    "writer", "scholar", "sociologist", "essayist", "analyst", "researcher", "geographer", "anthropologist",
    "correspondent", "journalists", "authors", "professor", "jurist", "demographer", "observer", "for",
    "says",
    "holds", "reads", "concludes", "whom", "because", "although", "though", "whereas", "nor", "until",
    "fully",
))  # fmt: skip
"""Words that may stand right before an author's name; another one says what the person is."""
_ROLE = re.compile(
    r"(?:\A|[,;:–—] ?|\b(?:and|but|as|that|from|by|with|to) )(?:the|a|an|one|another|its|their|his|her|old"
    r"|[A-Z]\w+[’']s)(?: [\w-]+){1,4}, \Z",
    re.I,
)
"""What is said of a person before the name, between commas: ``one fisherman, Yoo Chang-sik``."""
_AFTER = re.compile(
    r"(?:[’']s?)?, (?:an?|the|its|their|his|her|then|once|now|former|who|whose|mayor|aged|\d)\b"
)
"""What is said of a person behind the name."""
_TWO = 2
"""Words of most names; before them a common word says what the person is: ``Taxpayer``."""
_TRADE = re.compile(r"(?:man|woman|er|or|ist|ian|ant|ent|ess)\Z")
_IN_ASIDE = re.compile(
    r", (?:who (?:wrote|writes|covers|studies|edits)|the (?:author|critic|historian|economist))\b"
)


def named_otherwise(statement: Statement) -> Iterator[Ascribed]:
    """Somebody else, a person or a body, is named as the author of the source."""
    if statement.names_source:
        return
    wording = whole_words(" ".join(unit.text for unit in statement.units))
    units = [unit for unit in statement.units if unit.author and is_latin(unit.author.text)]
    for pattern in _NAMED:
        for match in pattern.finditer(statement.clause):
            name = re.sub(r"^(?:In|On|As|The|When|And|But|While) ", "", match["name"])
            person = _WITH_BODY.match(name)
            name = person["person"] if person and not BODY.search(person["person"]) else name
            words = whole_words(name)
            body = BODY.search(name) is not None
            alike = [
                unit.author for unit in units
                if unit.author and (BODY.search(unit.author.text) if body else not is_body(unit))
            ]  # fmt: skip
            if len(name.split()) < 2 or not words or not alike or words & wording:
                continue
            start = match.start("name") + match["name"].index(name)
            if not body and not _may_write(statement, start, name):
                continue
            yield Ascribed((start, start + len(name)), name, alike[0].text, "error")


def stranger(statement: Statement) -> Iterator[Ascribed]:
    """A person who is said to tell what the source of another author tells."""
    if statement.names_source or not all(authors_of(unit) and not is_body(unit) for unit in statement.units):
        return
    wording = whole_words(" ".join(unit.text for unit in statement.units))
    author = authors_of(statement.units[0])[0]
    ways: tuple[tuple[tuple[re.Pattern[str], ...], Severity], ...] = ((_SURE, "warning"), (_LIKELY, "info"))
    for patterns, severity in ways:
        for pattern in patterns:
            for match in pattern.finditer(statement.clause):
                start, name = match.start("name"), match["name"]
                words = whole_words(name)
                if words and not words & wording and _may_write(statement, start, name):
                    yield Ascribed((start, start + len(name)), name, author, severity)
                    return


def _may_write(statement: Statement, start: int, name: str) -> bool:
    """Whether a name is a person's who holds no office and plays no part that the sentence gives him."""
    before, after = statement.clause[:start], statement.clause[start + len(name) :]
    words = name.split()
    last = re.search(r"([^\W_]+(?:[’'-]\w+)*)[ (]*\Z", before)
    return not (
        set(words) & NO_NAME or (len(words) > _TWO and (is_common(words[0]) or _TRADE.search(words[0])))
        or ORGAN.search(name) or _THING.search(name) or tells_of(name) or is_leader(name)
        or any(OFFICE.search(f"{word} ") for word in words) or OFFICE.search(before) or _ROLE.search(before)
        or (last and (last[1].casefold() not in _BEFORE))
        or (_AFTER.match(after) and not _IN_ASIDE.match(after))
        or any(find_english(name))
    )  # fmt: skip
