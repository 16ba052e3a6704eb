"""TMX: what goes out comes in, whatever it holds; hostile, broken and very large files harm nothing."""

import contextlib
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from srcxlate.errors import Fault
from srcxlate.languages import Script
from srcxlate.memory import Approved
from srcxlate.memory.tmx import Reading, Unit, read_tmx, render_tmx, write_tmx

AT = datetime(2024, 10, 1, 9, 30, 5, tzinfo=UTC)
YOON = Approved("尹大統領が訪日", "ja", "President Yoon visits Japan", "A. Editor", AT, "nikkei-2023 title")


def of(body: str | bytes, *, head: str = '<?xml version="1.0"?>\n<tmx version="1.4"><body>\n') -> Reading:
    """What is read from these units; from bytes, from a whole file."""
    data = body if isinstance(body, bytes) else f"{head}{body}</body></tmx>".encode()
    return Reading([data], "a.tmx")


def unit(
    original: str, *, lang: str = "ja", english: str = "x", attributes: str = "", before: str = ""
) -> str:
    variant = f'<tuv xml:lang="{lang}"><seg>{original}</seg></tuv>'
    return f'<tu {attributes}>{before}{variant}<tuv xml:lang="en"><seg>{english}</seg></tuv></tu>\n'


def originals(reading: Reading) -> list[str]:
    return [one.original for one in reading]


# -- out, and in again --------------------------------------------------------------------------------


def test_a_file_as_tmx_says(tmp_path):
    hant = Approved("經濟安全", "zh", "Economic security", "A. Editor", AT, "", "zh-Hant")
    assert write_tmx(tmp_path / "a.tmx", [YOON, hant])
    assert not write_tmx(tmp_path / "a.tmx", [YOON, hant])
    root = ElementTree.parse(tmp_path / "a.tmx").getroot()
    header, body = root
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    needed = "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype"
    assert set(header.keys()) == set(needed.split())
    first, second = body
    assert first.attrib == {
        "srclang": "ja",
        "creationid": "A. Editor",
        "creationdate": "20241001T093005Z",
        "changeid": "A. Editor",
        "changedate": "20241001T093005Z",
    }
    assert [child.tag for child in first] == ["note", "tuv", "tuv"]
    tags = [variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in second.findall("tuv")]
    assert tags == ["zh-Hant", "en"]


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20
)
WORDED = st.text(max_size=60).filter(str.strip) | st.text(
    st.characters(exclude_categories=()), min_size=1, max_size=20
).filter(str.strip)


@settings(deadline=None)
@given(
    WORDED, WORDED, NAMES, NAMES, st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30))
)
@example(
    "a\r\nb\rc\n\td ", "<&>\"'\x00\x0b\x1f\ufffe\ud800]]>", 'A "B" <&>\u00a0', "&#13;", datetime(999, 1, 1)
)
@example("𠮷野家\U0001f600", "x\u0085\u2028 ", "", "", AT.replace(tzinfo=None))
def test_what_goes_out_comes_in(original, english, who, where, moment):
    at = moment.replace(tzinfo=UTC)
    languages: tuple[tuple[str, Script | None], ...]
    languages = (("ja", None), ("ko", None), ("zh", "zh-Hans"), ("zh", "zh-Hant"), ("zh", None))
    entries = [Approved(original, one, english, who, at, where, script) for one, script in languages]
    reading = of("".join(render_tmx(entries)).encode())
    seconds = at.replace(microsecond=0)
    assert list(reading) == [
        Unit(original, one, script, english, who, seconds, where) for one, script in languages
    ]
    assert (reading.units, reading.skipped, reading.reduced) == (5, {}, 0)


@pytest.mark.parametrize(("who", "where"), [("A\x0bB", "work title"), ("A", "work\x00 title")])
def test_a_name_that_xml_cannot_hold_is_refused(who, where, tmp_path):
    with pytest.raises(Fault, match=r"holds the character U\+000[0B], which XML cannot hold"):
        write_tmx(tmp_path / "a.tmx", [Approved("x", "ja", "x", who, AT, where)])
    assert list(tmp_path.iterdir()) == []


# -- in -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "language", "script"),
    [
        ("JA", "ja", None),
        ("ja-JP", "ja", None),
        ("jpn", "ja", None),
        ("KO-KR", "ko", None),
        ("ko_kr", "ko", None),
        ("zh", "zh", None),
        ("zh_CN", "zh", "zh-Hans"),
        ("zh-TW", "zh", "zh-Hant"),
        ("ZH-HANT-HK", "zh", "zh-Hant"),
        ("zh-Hans-TW", "zh", "zh-Hans"),
        ("cmn-Hans-CN", "zh", "zh-Hans"),
        ("zh-CHT", "zh", "zh-Hant"),
    ],
)
def test_a_language_is_known_by_any_form_of_its_tag(tag, language, script):
    (one,) = of(unit("中国", lang=tag))
    assert (one.language, one.script) == (language, script)


@pytest.mark.parametrize("tag", ["de", "fr-FR", "yue", "", "jav", "-", "x-ja"])
def test_units_in_no_language_of_ours_are_skipped_and_counted(tag):
    reading = of(unit("中国", lang=tag) + unit("日本"))
    assert originals(reading) == ["日本"]
    (skipped,) = reading.skipped.items()
    assert skipped[0] == "has no Japanese, Korean or Chinese"
    assert (skipped[1].count, skipped[1].line) == (1, 3)


def test_units_without_english_are_skipped_and_counted():
    bare = '<tu><tuv xml:lang="ja"><seg>中国</seg></tuv></tu>\n'
    reading = of(bare + unit("日本") + bare + unit("韓国", english=" "))
    assert originals(reading) == ["日本"]
    assert reading.skipped["has no English"].count == 3
    assert reading.units == 1


def test_one_unit_in_two_of_our_languages_is_two_translations():
    body = (
        '<tu><tuv xml:lang="en-GB"><seg>security</seg></tuv><tuv xml:lang="en-US"><seg>safety</seg></tuv>'
        '<tuv xml:lang="ja"><seg>安全</seg></tuv><tuv xml:lang="ko"><seg>안전</seg></tuv></tu>'
    )
    assert [(one.original, one.language, one.english) for one in of(body)] == [
        ("安全", "ja", "security"),
        ("안전", "ko", "security"),
    ]


def test_who_and_when_are_those_of_the_english_else_of_the_unit():
    attributes = 'creationid="first" creationdate="20200101T000000Z" changeid="last" changedate="no time"'
    (one,) = of(
        unit("中国", attributes=attributes, before="<note>a</note><prop type='p'>b</prop><note>c</note>")
    )
    assert (one.who, one.at, one.note) == ("last", datetime(2020, 1, 1, tzinfo=UTC), "a\nc")
    english = '<tuv lang="EN" changeid="own" changedate="20210101T000000Z"><seg>x</seg></tuv>'
    (one,) = of(f'<tu {attributes}><tuv lang="JA"><seg>中国</seg></tuv>{english}</tu>')
    assert (one.who, one.at, one.note) == ("own", datetime(2021, 1, 1, tzinfo=UTC), "")
    (one,) = of(unit("中国"))
    assert (one.who, one.at, one.note, one.line) == ("", None, "", 3)


@pytest.mark.parametrize(
    ("seg", "text", "reduced"),
    [
        ("日<hi>韓</hi>関係", "日韓関係", 0),
        ('<bpt i="1">&lt;b&gt;</bpt>日韓<ept i="1">&lt;/b&gt;</ept>', "日韓", 1),
        ("日<ph>{0}<sub>脚注</sub></ph>韓", "日韓", 1),
        ("日<it pos='begin'>x<hi>y</hi></it>韓<ut>z</ut>", "日韓", 1),
        ("日<hi>韓<ph>x</ph>関<hi>係</hi></hi>", "日韓関係", 1),
        ("日<strong>韓</strong>", "日韓", 0),
        ("<![CDATA[日<韓>]]>&amp;&#x4e2d;<!-- no -->国", "日<韓>&中国", 0),
        ('日<ph type="x-character" x="11">U+000B</ph>韓', "日\x0b韓", 0),
        ('日<ph type="x-character" x="65">A</ph>韓', "日韓", 1),
        ('日<ph type="x-character" x="9999999">A</ph>韓', "日韓", 1),
        ('日<ph type="x-character" x="-1">A</ph>韓', "日韓", 1),
    ],
)
def test_inline_elements_are_reduced_to_their_text(seg, text, reduced):
    reading = of(unit(seg))
    assert originals(reading) == [text]
    assert reading.reduced == reduced


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding, tmp_path):
    text = "".join(render_tmx([YOON])).replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8")
    bom = "\ufeff" if encoding[-2:] in ("le", "be") else ""
    (tmp_path / "a.tmx").write_bytes((bom + text).encode(encoding))
    assert originals(read_tmx(tmp_path / "a.tmx")) == [YOON.original]


def test_pieces_of_any_size_give_the_same():
    data = "".join(render_tmx([YOON, YOON])).encode()
    assert list(Reading((data[at : at + 1] for at in range(len(data))), "a.tmx")) == list(of(data))


# -- hostile and broken -------------------------------------------------------------------------------


def laughs() -> str:
    lines = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{"".join(lines)}]><tmx><body>{unit("&l9;")}</body></tmx>'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (laughs(), "a.tmx:1: declares entities or elements of its own"),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>', "declares entities"),
        ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><tmx/>', "declares entities"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body>&nbsp;</body></tmx>', "uses the entity &nbsp;"),
        ("<tmx><body>&nbsp;</body></tmx>", "undefined entity"),
        ("<xliff/>", "begins with the element xliff, so it is no TMX"),
        ("<tmx>" * 65, "holds elements more than 64 deep"),
        ("", "no element found"),
        ("PK\x03\x04", "not well-formed"),
        ('<?xml version="1.0" encoding="shift_jis"?><tmx/>', "is in the encoding shift_jis"),
        ('<?xml version="1.0" encoding="rot13"?><tmx/>', "is in the encoding rot13"),
        ("<tmx></tmx><tmx></tmx>", "junk after document element"),
    ],
)
def test_a_hostile_file_is_refused(text, found):
    with pytest.raises(Fault) as caught:
        list(of(text.encode()))
    assert found in str(caught.value)
    assert str(caught.value).startswith("a.tmx:1: ")
    assert "units before it: 0" in str(caught.value)
    assert caught.value.mend


def test_what_came_before_a_fault_is_given_and_counted():
    text = f"<tmx><body>\n{unit('一')}{unit('二')}<tu><tuv></tu>\n{unit('三')}</body></tmx>"
    reading = of(text.encode())
    given_before: list[str] = []
    with pytest.raises(Fault, match="is no valid XML: mismatched tag; units before it: 2") as caught:
        given_before.extend(one.original for one in reading)
    assert given_before == ["一", "二"]
    assert caught.value.place is not None
    assert caught.value.place.line == 4


def test_a_file_that_was_cut_off_says_so():
    data = "".join(render_tmx([YOON, YOON])).encode()
    with pytest.raises(Fault, match=r"(unclosed token|no element found); units before it: 1"):
        list(of(data[:-60]))


def test_units_that_make_no_sense_harm_no_others():
    body = (
        f"<tu><tu>{unit('外')}</tu></tu>\n<seg>x</seg><tu><seg>y</seg></tu>"
        '<tu><tuv/><tuv xml:lang="en"/><tuv xml:lang="ja"/></tu>'
    )
    reading = of(body + unit("日本"))
    assert originals(reading) == ["外", "日本"]
    counts = {reason: skipped.count for reason, skipped in reading.skipped.items()}
    assert counts == {"holds another unit": 2, "has no English": 2}


@pytest.mark.parametrize(
    "large",
    [
        unit("大" * 1_000_001),
        unit("x", before=f"<note>{'大' * 1_000_001}</note>"),
        "<tu>" + "<tuv xml:lang='en'/>" * 10_001 + "</tu>",
        unit("<hi>大</hi>" * 10_001),
        unit("大<ph>x</ph>" * 10_001),
    ],
)
def test_a_unit_that_is_too_large_is_skipped(large):
    reading = of(unit("一") + large + unit("二"))
    assert originals(reading) == ["一", "二"]
    assert reading.skipped["is larger than 1,000,000 characters"].count == 1


@pytest.mark.parametrize(("begin", "more"), [("<!--", " x "), ("<tu a='", "x" * 9), ("<tu ", "b" * 9)])
def test_a_tag_without_an_end_is_refused_before_it_fills_memory(begin, more):
    fed = 0

    def endless() -> Iterator[bytes]:
        nonlocal fed
        yield b"<tmx><body>" + begin.encode()
        while fed < 1_000_000_000:
            chunk = more.encode() * 7_000
            fed += len(chunk)
            yield chunk

    with pytest.raises(Fault, match="holds a tag or comment of more than 1,000,000 bytes"):
        list(Reading(endless(), "a.tmx"))
    assert fed < 2_000_000


def test_a_large_file_does_not_fill_memory():
    piece = (unit("尹大統領が訪日", before="<note>x</note>") * 300 + unit("中国", lang="de")).encode()

    def chunks() -> Iterator[bytes]:
        yield b"<tmx><body>"
        for _ in range(30):
            yield piece
        yield b"</body></tmx>"

    tracemalloc.start()
    reading = Reading(chunks(), "a.tmx")
    assert sum(1 for _ in reading) == reading.units == 9_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert reading.skipped["has no Japanese, Korean or Chinese"].count == 30


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path):
    with pytest.raises(Fault, match="no such file"):
        list(read_tmx(tmp_path / "none.tmx"))
    with pytest.raises(Fault, match="is a folder"):
        list(read_tmx(tmp_path))


PIECES = st.sampled_from([
    b"<tmx>", b"</tmx>", b"<body>", b"<tu>", b"</tu>", b'<tuv xml:lang="ja">', b'<tuv xml:lang="en">',
    b"</tuv>", b"<seg>", b"</seg>", b"<ph>", b"</ph>", b"<hi>", b"</hi>", b"<note>", b"</note>",
    b"\xe4\xb8\xad", b"&amp;", b"<!DOCTYPE tmx [", b"]>", b"&x;", b"<![CDATA[", b"]]>",
    b'<?xml version="1.0" encoding="', b'"?>', b"hex", b"utf-16", b"utf-7", b"\xff\xfe", b"\xfe\xff", b"\x00",
    b'<ph type="x-character" x="0">',
])  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES | st.binary(max_size=8), max_size=40), st.booleans())
def test_no_bytes_raise_anything_but_a_fault(pieces, whole):
    data = (b"<tmx><body>" if whole else b"") + b"".join(pieces)
    with contextlib.suppress(Fault):
        for one in Reading([data[:7], data[7:]], "a.tmx"):
            assert one.original.strip()
            assert one.english.strip()


@pytest.mark.parametrize(
    "encoding",
    ["idna", "punycode", "hex", "utf-7", "big5", "undefined", "unicode_escape", "mbcs", "\u00e9", "a" * 999],
)
def test_an_encoding_that_is_not_read_is_a_fault(encoding):
    with pytest.raises(Fault):
        list(of(f'<?xml version="1.0" encoding="{encoding}"?><tmx/>'.encode()))
