"""Terms in exchange with other programs: what goes out comes in again, and no file can do harm."""

import re
import time
import tracemalloc
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from srcxlate.errors import Fault, Place
from srcxlate.glossary import termlists
from srcxlate.glossary.entries import Entry
from srcxlate.glossary.exchange import (
    Conflict,
    compare,
    format_of,
    glossary_file,
    read_terms,
    search,
    take_in,
    write_terms,
)
from srcxlate.glossary.tables import parse_table, render_table
from srcxlate.glossary.tbx import parse_tbx, render_tbx
from srcxlate.glossary.termlists import TermList, language_of
from srcxlate.records import read_records

ROOT = Path(__file__).parents[1]


def entry(original: str, english: str, language: str = "ja", **more: Any) -> Entry:
    return Entry.model_validate({"original": original, "language": language, "english": english} | more)


def entries(found: TermList) -> list[Entry]:
    assert found.broken == ()
    return [one for one, _ in found.entries]


def tbx(body: str, head: str = '<tbx type="TBX-Basic" style="dca" xml:lang="en">') -> TermList:
    """What a TBX file with some concepts in its body gives."""
    end = re.sub(r"\A<(\w+).*", r"</\1>", head, flags=re.DOTALL)
    return parse_tbx([f"{head}<text><body>{body}</body></text>{end}".encode()], "x.tbx")


METI = entry(
    "経済産業省",
    "Ministry of Economy, Trade and Industry",
    variants=("経産省", "METI"),
    avoid=("Ministry of Economy and Industry",),
    scope="house-style",
    note="Add 'of Japan' where another ministry is near",
    authority="METI, English site",
)

# -- out and in again ------------------------------------------------------------------------------------

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def _words(text: str) -> str:
    return UNFIT.sub("", text).strip()


WORDS = st.text(
    st.one_of(st.sampled_from("=+-@'＝＠|\\\";,\t\n\r<&>]# "), st.characters(codec="utf-8")), max_size=12
)
VALUES = WORDS.map(_words).filter(bool)
ENTRIES = st.builds(
    entry,
    VALUES,
    VALUES,
    st.sampled_from(["ja", "ko", "zh"]),
    variants=st.lists(VALUES, max_size=3).map(tuple),
    avoid=st.lists(VALUES, max_size=3).map(tuple),
    scope=st.none() | VALUES,
    note=st.none() | VALUES,
    authority=st.none() | VALUES,
)
ODD = entry("=1+1", "'=x", variants=("|", "\\", "a|b\\", "-c"), note="a \r\n\tb", scope='"', avoid=("'",))


@given(st.lists(ENTRIES, max_size=4), st.integers(1, 200))
@example([METI, ODD], 1)
@settings(deadline=None)
def test_tbx_gives_back_what_went_in(given_in: list[Entry], size: int) -> None:
    data = render_tbx(given_in).encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]

    assert entries(parse_tbx(pieces, "x.tbx")) == given_in


@given(st.lists(ENTRIES, max_size=4))
@example([METI, ODD])
@settings(deadline=None)
def test_a_table_gives_back_what_went_in(given_in: list[Entry]) -> None:
    text = render_table(given_in)

    assert entries(parse_table(text, "x.csv")) == given_in
    assert entries(parse_table("\ufeff" + text, "x.csv")) == given_in


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from(["\t;,", "\t"]))
@settings(deadline=None)
def test_any_text_is_a_table_or_a_fault(text: str, between: str) -> None:
    for head in ("", "original,english,variants\n", "original\tenglish\n"):
        try:
            found = parse_table(head + text, "x", between=between, language="ja")
        except Fault as fault:
            assert str(fault).startswith("x:")  # noqa: PT017  # a fault is an answer too
            continue
        assert all(place.line for _, place in found.entries)


@given(st.binary(max_size=200), st.booleans())
@settings(deadline=None)
def test_any_bytes_are_tbx_or_a_fault(data: bytes, opened: bool) -> None:
    try:
        found = parse_tbx([b"<tbx><text><body>"] * opened + [data], "x")
    except Fault as fault:
        assert re.match(r"x(:\d+)?: ", str(fault))  # noqa: PT017  # a fault is an answer too
        assert "\n" not in str(fault)  # noqa: PT017
    else:
        assert opened
        assert found.entries == ()


@pytest.mark.parametrize("format", ["tbx", "csv"])
def test_the_glossary_of_the_repository_goes_out_and_in(
    tmp_path: Path, format: Literal["tbx", "csv"]
) -> None:
    there = [
        one for path in sorted((ROOT / "glossary").glob("*.yaml")) for one, _ in read_records(path, Entry)
    ]
    path = tmp_path / f"house.{format}"

    write_terms(path, there, format=format)
    back = entries(read_terms(path, format=format))
    assert len(back) > 1000
    assert back == there
    assert compare(read_terms(path, format=format), there).known == len(there)
    assert compare(read_terms(path, format=format), []).added == tuple(there)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\uffff"])
@pytest.mark.parametrize("render", [render_tbx, render_table])
def test_what_no_file_can_hold_is_refused_in_one_line(render: Any, character: str) -> None:
    code = f"U\\+{ord(character):04X}"
    with pytest.raises(
        Fault, match=rf"\A韓国 \(ja\): note holds {code}, a control character\. Remove it\.\Z"
    ):
        render([METI, entry("韓国", "South Korea", note=f"a{character}b")])


# -- TBX -------------------------------------------------------------------------------------------------

DCA = """<conceptEntry id="c1">
  <descrip type="subjectField">house-style</descrip>
  <note>Add 'of Japan' where
     another ministry is near</note>
  <admin type="source">METI, English site</admin>
  <langSec xml:lang="ja-JP">
    <termSec><term>経産省</term></termSec>
    <termSec><term>経済<hi type="bold">産業</hi>省<!-- its full name --></term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
    <termSec><term>METI</term></termSec>
  </langSec>
  <langSec xml:lang="en-GB">
    <descripGrp><descrip type="definition">A ministry</descrip><admin type="source">Book</admin></descripGrp>
    <termSec><term>Ministry of Economy and Industry</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
    <termSec><term>Ministry of Economy, Trade
       and Industry</term></termSec>
  </langSec>
  <langSec xml:lang="de"><termSec><term>Ministerium</term></termSec></langSec>
</conceptEntry>"""
DCT = """<conceptEntry id="c1">
  <min:subjectField>house-style</min:subjectField>
  <note>Add 'of Japan' where another ministry is near</note>
  <langSec xml:lang="ja">
    <termSec><term>経済産業省</term></termSec>
    <termSec><term>経産省</term>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>METI</term>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="en">
    <termSec><term>Ministry of Economy and Industry</term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Ministry of Economy, Trade and Industry</term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
      <basic:source>METI, English site</basic:source></termSec>
  </langSec>
</conceptEntry>"""
DCT_HEAD = (
    '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" '
    'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">'
)
MARTIF = """<termEntry id="c1">
  <descripGrp><descrip type="definition">A ministry</descrip><admin type="source">A book</admin></descripGrp>
  <descrip type="x-scope">house-style</descrip><descrip type="subjectField">Ministries</descrip>
  <langSet xml:lang="JA">
    <ntig><termGrp><term>経済産業省</term>
      <termNote type="normativeAuthorization">preferredTerm</termNote></termGrp>
      <adminGrp><admin type="source">METI, English site</admin></adminGrp></ntig>
    <tig><term>経産省</term></tig><tig><term>METI</term></tig><tig><term> </term></tig>
  </langSet>
  <langSet xml:lang="en">
    <tig><term>Ministry of Economy, Trade and Industry</term><note>Add 'of Japan' where another ministry \
is near</note></tig>
    <tig><term>Ministry of Economy and Industry</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
</termEntry>"""
MARTIF_HEAD = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX-Basic" xml:lang="en">'


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (DCA, '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">'),
        (DCA, "<tbx>"),
        (DCT, DCT_HEAD),
    ],
    ids=["DCA", "without a namespace", "DCT"],
)
def test_both_styles_of_version_3_are_read(body: str, head: str) -> None:
    assert entries(tbx(body, head)) == [METI]


def test_version_2_is_read() -> None:
    file = f"{MARTIF_HEAD}<martifHeader/><text><body>{MARTIF}</body></text></martif>"

    assert entries(parse_tbx([file.encode("utf-16")], "x.tbx")) == [METI]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("ja", "ja"), ("ja-JP", "ja"), ("JPN", "ja"), ("ko_KR", "ko"), ("zh-Hant-TW", "zh"), ("cmn", "zh"),
        ("en-US", "en"), ("de", None), ("jav", None), ("", None), ("x-ja", None),
    ],
)  # fmt: skip
def test_languages_of_tags(tag: str, language: str | None) -> None:
    assert language_of(tag) == language


def section(language: str, *terms: str) -> str:
    inner = "".join(f"<termSec><term>{term}</term></termSec>" for term in terms)
    return f'<langSec xml:lang="{language}">{inner}</langSec>'


def test_each_language_of_a_concept_is_an_entry_and_scripts_are_variants() -> None:
    found = tbx(
        "<conceptEntry>"
        + section("zh-Hans", "半导体")
        + section("en", "semiconductor")
        + section("ko", "반도체")
        + section("zh-Hant", "半導體")
        + "</conceptEntry>"
    )
    assert entries(found) == [
        entry("半导体", "semiconductor", "zh", variants=("半導體",)),
        entry("반도체", "semiconductor", "ko"),
    ]


def test_what_has_no_place_is_counted_and_what_is_broken_is_told() -> None:
    found = tbx(
        f"<conceptEntry>{section('de', 'Chip')}{section('en', 'chip')}</conceptEntry>\n"
        f"<conceptEntry>{section('ja', '半導体')}{section('en', 'semiconductor', 'chip')}</conceptEntry>\n"
        f"<conceptEntry>{section('ja', '韓国')}{section('de', 'Korea')}</conceptEntry>\n"
        f"<conceptEntry>{section('ja', '中&#x202e;国')}{section('en', 'China')}</conceptEntry>\n"
        f"<conceptEntry>{section('ja', 'あ' * 10_001)}{section('en', 'a')}</conceptEntry>"
    )

    assert [one for one, _ in found.entries] == [entry("半導体", "semiconductor")]
    assert found.entries[0][1] == Place("x.tbx", 2)
    assert found.left_out == {
        "concepts without a Japanese, Korean or Chinese term": 1,
        "further English terms": 1,
    }
    assert [str(fault) for fault in found.broken] == [
        'x.tbx:3: 韓国 has no English that may be used. Give it a term in a section with xml:lang="en".',
        "x.tbx:4: original holds U+202E, a control character. Remove it.",
        "x.tbx:5: original is longer than 10,000 characters. Shorten it.",
    ]


# -- hostile TBX -----------------------------------------------------------------------------------------

CONCEPT = f"<conceptEntry>{section('ja', '半導体')}{section('en', '&x;')}</conceptEntry>"


def document(types: str, body: str = CONCEPT, size: int = 1 << 16) -> TermList:
    data = f"<!DOCTYPE tbx {types}><tbx><text><body>{body}</body></text></tbx>".encode()
    return parse_tbx([data[at : at + size] for at in range(0, len(data), size)], "x.tbx")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize("size", [7, 1 << 16])
@pytest.mark.parametrize(
    "types",
    [
        '[<!ENTITY x "y">]',
        '[<!ENTITY x SYSTEM "file:///etc/passwd">]',
        '[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]',
        '[<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> ]',
        f'[<!ENTITY l0 "lol">{LAUGHS}<!ENTITY x "&l11;">]',
    ],
    ids=["own", "file", "network", "parameter", "laughs"],
)
def test_entities_are_refused(types: str, size: int) -> None:
    began = time.monotonic()
    told = "declares entities. Remove|holds more than a list of terms|is no valid XML: Entity 'x' not defined"
    with pytest.raises(Fault, match=f"x.tbx:1: ({told})"):
        document(types, size=size)
    assert time.monotonic() - began < 5


def test_entities_in_an_attribute_do_not_grow() -> None:
    types = f'[<!ENTITY l0 "lol">{LAUGHS}]'
    file = f'<!DOCTYPE tbx {types}><tbx a="&l11;"><text/></tbx>'
    tracemalloc.start()
    with pytest.raises(Fault, match=r"x.tbx:1: "):
        parse_tbx([file.encode()], "x.tbx")
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_an_entity_of_a_foreign_document_type_breaks_its_entry(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY x "semiconductor">')
    found = document(f'SYSTEM "{tmp_path / "x.dtd"}"')

    assert found.entries == ()
    assert [str(fault) for fault in found.broken] == [
        "x.tbx:1: uses the entity &x;. Write the character itself."
    ]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("", "x:1: is no valid XML: Document is empty"),
        ("PK\x03\x04", "x:1: is no valid XML: "),
        ("<tbx><text>", "x:1: is no valid XML: "),
        ("<tbx>\n<text>\n</tbx>", "x:3: is no valid XML: "),
        ("<html/>", "x:1: is no TBX: it begins with <html>. Export it as TBX-Basic."),
        ("<tbx>" + "<a>" * 70, "x:1: is nested more than 64 deep"),
        ("<tbx>" + "<a>" * 100_000, "x:1: holds more than a list of terms needs. Check that it is the right"),
        ("<tbx><conceptEntry>" + "<a/>" * 21_000, "x:1: holds more elements than a list of terms needs"),
        ("<tbx><conceptEntry>" + "<termEntry/>" * 21_000, "x:1: holds more elements than a list"),
        ("<tbx>\n&nbsp;</tbx>", "x:2: is no valid XML: Entity 'nbsp' not defined. Export it anew."),
        ("<tbx>&nbsp;" + " " * (1 << 16) + "<tbx/>", "x:1: is no valid XML: Entity 'nbsp' not defined"),
        ("<tbx>" + '<a xmlns="b"/>' * 2_000 + "&x;", "x:1: is no valid XML: Entity 'x' not defined"),
    ],
)
def test_what_is_no_tbx_is_told_in_one_line(file: str, told: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_tbx([file.encode()], "x")
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "begin",
    [b"<tbx a='", b"<tbx><!--", b"<!DOCTYPE tbx [", b"<tbx><term>"],
    ids=["tag", "comment", "types", "text"],
)
def test_nothing_grows_without_an_end(begin: bytes) -> None:
    with pytest.raises(Fault, match=r"x: holds more than a list of terms needs. Check that it is the right"):
        parse_tbx([begin, *[b" " * (1 << 16)] * 1000], "x")


def test_a_file_is_let_go_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The elements of a million empty ones are never all there; 128 MB and 100,000 entries are the most."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert parse_tbx([b"<tbx>", *[b"<a/>" * 10_000] * 100, b"</tbx>"], "x").entries == ()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB

    with pytest.raises(Fault, match=r"x: is larger than 128 MB. Check that"):
        parse_tbx([b"<tbx>", *[b"<a/>" + b" " * 1_000_000] * 128], "x")
    monkeypatch.setattr(termlists, "MOST_ENTRIES", 2)
    with pytest.raises(Fault, match=r"x: holds more than 2 entries. Cut it into several files."):
        parse_tbx([render_tbx([METI] * 3).encode()], "x")


# -- tables ----------------------------------------------------------------------------------------------

HEAD = ("Original", "language", " English ", "variants", "avoid", "scope", "note", "authority")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_tables_of_spreadsheets(tmp_path: Path, sign: str, encoding: str) -> None:
    lines = [HEAD, ("", "") * 4, ("中国", "zh-Hans", '"the PRC"', "中國|PRC", "", "", "'-x", "")]
    lines.append(("半導体", "JA", "a; b, c\td", "", "", "", "", ""))
    text = "\r\n".join(
        sign.join(f'"{c.replace(chr(34), chr(34) * 2)}"' if re.search('[",;\t]', c) else c for c in line)
        for line in lines
    )
    path = tmp_path / "x.csv"
    path.write_bytes(("\ufeff" * (encoding == "utf-16-be") + text).encode(encoding))

    found = read_terms(path, format="csv")
    assert entries(found) == [
        entry("中国", '"the PRC"', "zh", variants=("中國", "PRC"), note="-x"),
        entry("半導体", "a; b, c\td"),
    ]
    assert [place.line for _, place in found.entries] == [3, 4]


def test_cells_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    text = render_table(
        [entry("=HYPERLINK(1)", "+1", variants=("@x",), note="＝1", scope="-", authority="'=")]
    )

    assert text.splitlines()[1] == "'=HYPERLINK(1),ja,'+1,'@x,,'-,'＝1,''="
    assert entries(parse_table(text.replace("'=HYPER", "=HYPER"), "x"))[0].original == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("original,english\n半導体,chip\n", [entry("半導体", "chip")]),
        ("Source;Target;Comment\n半導体;chip;of silicon\n", [entry("半導体", "chip", note="of silicon")]),
        ("半導体,chip\n韓国,South Korea\n", [entry("半導体", "chip"), entry("韓国", "South Korea")]),
        ("半導体\tchip, small\n", [entry("半導体", "chip, small")]),
        (
            '# Glossary in tab-separated format\n半導体\tthe "chip"\t"a\n\n韓国\t"a ""b"""\n',
            [entry("半導体", 'the "chip"', note='"a'), entry("韓国", 'a "b"')],
        ),
        ("english,language,original\nchip,ko,반도체\nchip,,半導体", [
            entry("반도체", "chip", "ko"), entry("半導体", "chip")
        ]),
        ("", []),
    ],
    ids=["two columns", "other names", "no header", "tabs before commas", "OmegaT", "own order", "empty"],
)  # fmt: skip
def test_plain_tables(text: str, wanted: list[Entry]) -> None:
    assert entries(parse_table(text, "x", language="ja")) == wanted


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("original,english\na,b\n", None, "x:1: has no column language. Add one (ja, ko, zh), or say --lang"),
        ("a,b\n", None, "x:1: does not begin with the names of columns. Begin it with original,language,eng"),
        ("original,english,English\na,b,c\n", "ja", "x:1: has two columns english. Remove one."),
        ('original,english\na,b\nc,"d\ne', "ja", "x:3: is no valid table: unexpected end of data. Close the"),
        (
            "original,english\na," + "b" * 140_000,
            "ja",
            "x:2: is no valid table: field larger than field limit",
        ),
        ("one\n", "ja", "x:1: does not begin with the names of columns."),
    ],
)
def test_tables_that_are_not_understood(text: str, language: str | None, told: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_table(text, "x", language=language)
    assert str(caught.value).startswith(told)


def test_broken_rows_are_told_with_their_lines() -> None:
    found = parse_table(
        'original,language,english,id\n半導体,ja,"chi\np",1\n,ja,a\n韓国,ja\n中国,de,China\n'
        f"中国,,China\n台湾,zh,Taiwan,2,\n台湾,zh,Tai,wan,3\n\x07,ja,a\n前,ja,a,{'x' * 20_000}\n",
        "x",
    )

    assert [one for one, _ in found.entries] == [
        entry("半導体", "chi\np"), entry("台湾", "Taiwan", "zh"), entry("前", "a")
    ]  # fmt: skip
    assert found.left_out == {"columns (id)": 1}
    assert [str(fault).partition(". ")[0] for fault in found.broken] == [
        "x:4: original is empty",
        "x:5: english of 韓国 is empty",
        "x:6: language 'de' is none of ja, ko and zh",
        "x:7: has no language",
        "x:9: has 5 cells under 4 columns",
        "x:10: original holds U+0007, a control character",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"original,english\n\x93\xfa", "x.csv:2: byte 18 (0x93) is not utf-8. Save it as UTF-8, in a"),
        (b"\xff\xfea", "x.csv:1: byte 3 (0x61) is not utf-16. "),
        (b"PK\x03\x04rest", "x.csv: is a Word, OpenDocument or zip file, not plain text"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(Fault) as caught:
        read_terms(path, format="csv", language="ja")
    assert str(caught.value).startswith(f"{tmp_path}/{told}")


@pytest.mark.parametrize("format", ["tbx", "csv", "tsv"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, format: Literal["tbx", "csv", "tsv"]) -> None:
    with pytest.raises(Fault, match=r"no such file or folder"):
        read_terms(tmp_path / "x", format=format)


# -- compared with the glossary --------------------------------------------------------------------------


def listed(*found: Entry) -> TermList:
    return TermList(tuple((one, Place("x", line)) for line, one in enumerate(found, 1)), (), {})


def test_what_is_new_known_and_in_conflict() -> None:
    there = [entry("中国", "the PRC", variants=("支那",)), entry("経済", "economy")]
    new = entry("半導体", "chip", variants=("ＩＣ",))
    intake = compare(
        listed(
            entry("中国", "the PRC", note="other"),
            entry("中國", "China"),
            entry("支那", "the PRC"),
            new,
            entry("中国", "China", "zh"),
            entry("半導体", "chip"),
            entry("ic", "integrated circuit"),
            entry("集積回路", "integrated circuit", variants=("IC",)),
            entry("經濟", "economics"),
        ),
        there,
    )

    assert intake.added == (new, entry("中国", "China", "zh"))
    assert intake.known == 3
    assert [f"{conflict.place}: {conflict}" for conflict in intake.conflicts] == [
        "x:2: 中國 (ja) is 'the PRC' already (under 中国), not 'China'",
        "x:7: ic (ja) is 'chip' already (under 半導体), not 'integrated circuit'",
        "x:8: 集積回路 (ja) is 'chip' already (under 半導体), not 'integrated circuit'",
        "x:9: 經濟 (ja) is 'economy' already (under 経済), not 'economics'",
    ]
    assert all(isinstance(conflict, Conflict) for conflict in intake.conflicts)


def test_house_style_may_stand_beside_another_english_in_a_file() -> None:
    house, plain = entry("中国", "the PRC", scope="house-style"), entry("中国", "China")

    assert compare(listed(house, plain), []).added == (house, plain)
    assert compare(listed(house, plain), [plain, house]).known == 2
    assert [str(conflict) for conflict in compare(listed(plain), [house]).conflicts] == [
        "中国 (ja) is 'the PRC' already, not 'China'"
    ]


ONE = "# Mine\n- original: 中国   # not in names\n  language: ja\n  english: the PRC\n"


@pytest.mark.parametrize(
    "there", [None, "", "# none yet", ONE, ONE.replace("\n", "\r\n"), ONE.rstrip(), ONE.replace("\n", "\n  ")]
)
def test_what_a_person_wrote_stays_when_more_is_added(tmp_path: Path, there: str | None) -> None:
    path = tmp_path / "more.yaml"
    if there is not None:
        path.write_bytes(there.encode())
    before = [one for one, _ in read_records(path, Entry)] if there else []

    assert take_in(tmp_path, "more.yaml", [METI, ODD]) == path
    assert path.read_bytes().startswith((there or "").encode())
    assert [one for one, _ in read_records(path, Entry)] == [*before, METI, ODD]


@pytest.mark.parametrize("there", ["[{original: 中国, language: ja, english: the PRC}]\n", ONE + "...\n"])
def test_a_file_that_cannot_be_added_to_is_left(tmp_path: Path, there: str) -> None:
    (tmp_path / "more.yaml").write_text(there)
    with pytest.raises(Fault, match=r"more.yaml: cannot be added to after its last entry. Write the list"):
        take_in(tmp_path, "more.yaml", [METI])
    assert (tmp_path / "more.yaml").read_text() == there


@pytest.mark.parametrize(
    "name", ["../x.yaml", "/etc/x.yaml", "x.yml", ".yaml", ".x.yaml", "a\\b.yaml", "", "a\n.yaml"]
)
def test_names_that_are_none_of_a_glossary_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(Fault, match=r"is no name of a glossary file. Give a name without folders"):
        glossary_file(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "named", "format"),
    [("a.TBX", None, "tbx"), ("a.xml", None, "tbx"), ("a.csv", None, "csv"), ("a.txt", None, "tsv"),
     ("a.csv", "tbx", "tbx")],
)  # fmt: skip
def test_formats_by_ending_or_by_name(name: str, named: str | None, format: str) -> None:
    assert format_of(Path(name), named) == format


def test_a_format_that_is_not_known() -> None:
    with pytest.raises(
        Fault, match=r"a.doc: has an ending that tells no format. Say which: --format tbx, csv"
    ):
        format_of(Path("a.doc"))
    with pytest.raises(Fault, match=r"no format is called 'xls'. Say tbx, csv, tsv."):
        format_of(Path("a.csv"), "xls")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("mine")
    with pytest.raises(Fault, match=r"x.csv: is there already. Name another file, or write over it with --f"):
        write_terms(path, [METI], format="csv")
    with pytest.raises(Fault, match=r"tsv is only read"):
        write_terms(path, [METI], format="tsv", replace=True)
    assert path.read_text() == "mine"
    write_terms(path, [METI], format="csv", replace=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbforiginal,")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["経産"], [METI]),
        (["ｍｅｔｉ"], [METI]),
        (["trade", "ministry"], [METI]),
        (["經濟"], [METI]),
        (["ministry", "korea"], []),
        ([], [METI, entry("韓国", "South Korea")]),
    ],
)
def test_looking_terms_up(words: list[str], found: list[Entry]) -> None:
    assert search([METI, entry("韓国", "South Korea")], words) == found
