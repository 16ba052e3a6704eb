"""Citations: titles with what belongs to them, and nothing that is a name, a publisher or a date."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from tests.extraction_truth import (
    LARGE,
    closed_up,
    hostile_text,
    invented_reports,
    needs_real_report,
    real_report,
    real_truth,
    seconds,
)

from srcxlate.citations import Citation, find_citations, plain, title_extents
from srcxlate.quotes import find_quotes
from srcxlate.references import find_references
from srcxlate.wording import looks_romanised


def only(wording: str) -> Citation:
    (citation,) = find_citations(wording)
    return citation


# -- one note --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wording", "original", "romanised", "english"),
    [
        (
            "‘Zōsen no kiki’ 造船の危機 (The Shipbuilding Crisis), 1999.",
            "造船の危機",
            "Zōsen no kiki",
            "The Shipbuilding Crisis",
        ),
        (
            "'Zōsen no kiki' 造船の危機 [The Shipbuilding Crisis], 1999.",
            "造船の危機",
            "Zōsen no kiki",
            "The Shipbuilding Crisis",
        ),
        (
            "*Zōsen no kiki* 造船の危機 (The Shipbuilding Crisis), 1999.",
            "造船の危機",
            "Zōsen no kiki",
            "The Shipbuilding Crisis",
        ),
        (
            "<i>Zōsen no kiki</i> 造船の危機 (*The Crisis*), 1999.",
            "造船の危機",
            "Zōsen no kiki",
            "The Crisis",
        ),
        (
            "Zōsen no kiki 造船の危機 [The Crisis] (Tokyo: Kaiji, 1999).",
            "造船の危機",
            "Zōsen no kiki",
            "The Crisis",
        ),
        ("“Zōsen no kiki 造船の危機 [The Crisis], 1999.", "造船の危機", "Zōsen no kiki", "The Crisis"),
        ("Tebiki (an) 手引き(案) [A Guide (Draft)], 2018.", "手引き(案)", "Tebiki (an)", "A Guide (Draft)"),
        (
            '『造船の危機』 (*Zōsen no kiki*, "The Crisis"), 1999.',
            "造船の危機",
            "Zōsen no kiki",
            "The Crisis",
        ),
        ("『造船の危機』 (*Zōsen no kiki*), 1999.", "造船の危機", "Zōsen no kiki", None),
        ("『造船の危機』 (Zōsen no kiki) [The Crisis], 1999.", "造船の危機", "Zōsen no kiki", "The Crisis"),
        ("「造船の危機」(The Crisis)、1999年。", "造船の危機", None, "The Crisis"),
        (
            "《船厂的危机》（The Crisis of the Yards），1999年。",
            "船厂的危机",
            None,
            "The Crisis of the Yards",
        ),
        ("『조선의 위기』, 1999년, 3쪽.", "조선의 위기", None, None),
        (
            "‘Joseonui wigi’ 조선의 위기 [The Crisis (Seoul, 1999), 3.",
            "조선의 위기",
            "Joseonui wigi",
            "The Crisis",
        ),
        ("‘5 dae wigi’ 5대 위기 (Five Crises), 1999.", "5대 위기", "5 dae wigi", "Five Crises"),
        ("‘EV no mirai’ EVの未来 (The Future of EVs), 1999.", "EVの未来", "EV no mirai", "The Future of EVs"),
        ("‘Zōsen, kiki’ 造船、危機 (Yards, Crises), 1999.", "造船、危機", "Zōsen, kiki", "Yards, Crises"),
        (
            "‘Naze “kiki” ka’ なぜ「危機」か (Why a ‘Crisis’?), 1999.",
            "なぜ「危機」か",
            "Naze “kiki” ka",
            "Why a ‘Crisis’?",
        ),
        ("*Umi no hi* 海の日 18 (17 May 2023): 3.", "海の日", "Umi no hi", None),
    ],
)
def test_a_title_with_its_romanised_form_and_its_english(wording, original, romanised, english):
    first = find_citations(wording)[0]
    assert (first.original, first.romanised, first.english) == (original, romanised, english)
    assert wording[first.start : first.start + len(original)] == original


@pytest.mark.parametrize(
    ("wording", "titles"),
    [
        ("Shen Bo [沈伯], “The Low Sky” [低空的经济], Air Review (航空评论), no. 2, 2023.",
         [("低空的经济", None, "The Low Sky"), ("航空评论", None, "Air Review")]),
        ("“The Low Sky,” 低空的经济, Gajeong Sallim (가정살림), 3 May 2020.",
         [("低空的经济", None, "The Low Sky"), ("가정살림", "Gajeong Sallim", None)]),
        ("“Waiting Room,” 대합실, 3 May 2020.", [("대합실", None, "Waiting Room")]),
        ("“Daehapsil,” 대합실, 3 May 2020.", [("대합실", "Daehapsil", None)]),
        ("Act on Welcoming Births, 출생환대기본법, Act No. 3.",
         [("출생환대기본법", None, "Act on Welcoming Births")]),
        ("Abe: Umi no hi (海の日) [Sea Day], Kobe, 1999.", [("海の日", "Umi no hi", "Sea Day")]),
        ("Kim 김민지: »냄새 없는 연료« [Fuel], in: 시민 [Citizens], 2021.",
         [("냄새 없는 연료", None, "Fuel"), ("시민", None, "Citizens")]),
        ("Chu: «바다의 ‹날›» [Sea Day], 2021.", [("바다의 ‹날›", None, "Sea Day")]),
    ],
)  # fmt: skip
def test_a_title_whose_script_follows_its_english(wording, titles):
    assert [(c.original, c.romanised, c.english) for c in find_citations(wording)] == titles


# -- the conventions of citing ---------------------------------------------------------------------

TITLES = [  # script, romanised, English, author, the author's script, outlet
    ("港の灯が消えるとき", "Minato no hi ga kieru toki", "When the Harbour's Lights Go Out", "Ōmura Sachi",
     "大村幸", "Shiokaze Shinbun"),
    ("AI相談員と「聴く」仕事", "AI sōdan'in to ‘kiku’ shigoto", "AI Advisers and the Work of ‘Listening’",
     "Tanabe Ryō", "田辺涼", "Kurashi Jihō"),
    ("막차는 밤 9시에 떠난다", "Makchaneun bam 9-sie tteonanda",
     "The last bus leaves at 9: a night in Jeongseon", "Ha Yu-mi", "하유미", "Gangwon Maeil"),
    ("소멸 위기의 섬, 누가 남았나", "Somyeol wigiui seom, nuga namanna",
     "Who is left on the vanishing islands?", "Baek In-su", "백인수", "Namhae Ilbo"),
    ("县城里的剧院", "Xiancheng li de juyuan", "A Theatre in the County Town", "Feng Lan", "冯岚",
     "Heyuan Wanbao"),
    ("5G基地台進山村", "5G jidi tai jin shancun", "5G Masts Come to the Mountain Villages", "Chuang Ya-ting",
     "莊雅婷", "Lanyang Zhoukan"),
]  # fmt: skip
MARKS = [("“", "”"), ("‘", "’"), ('"', '"'), ("*", "*"), ("_", "_"), ("<i>", "</i>")]
AUTHORS = ["{A} ({a}), ", "{A} {a}, ", "{A} [{a}], ", "{a}, ", "{A}, ", "{A} ({a}) (2023) ", "{A} {a}. ", ""]
OUTLETS = [
    ", {o}, March 4, 2023, https://www.shimbun.example/2023/03/04/y.",
    ". {o}, 2023-03-04.",
    " ({o}, March 2023), 4.",
]
CONVENTIONS = [  # <…> stands for a title in marks
    "<S> (R; E)", "<S> (E; R)", "<S> (R / E)", "<S> (*R*, “E”)", "<S> (“E”; R)", "<S> [E; R]",
    "<S> (R) [E]", "<S> (E) [R]", "<S> (E)", "<R> S (E)", "<R> S [E]", "<R> [E] S", "<R> (S; E)",
    "<R> (S, E)", "<R> (S, “E”)", "<R> [S] (E)", "<R> S, <E>", "<E> (S)", "<E> [S]",
    "<E> (in Korean: S)", "<E> (R S)", "<E> [R S]", "<E> (S R)", "<E> (*R* S)", "<E> [_R_ S]",
    "<E> (S, R)", "<E> (R, S)", "<E> (S; R)", "<E> [R: S]", "<E> （R S）", "<E> (in Korean: S (R))",
    "<E> (original: S, R)", "<E> (“S” R)", "<E> (S) [R]", "<E>, S (R)", "<E> S (R)", "<E,> [R S]",
    "<E,> (S)", "<E> [R] S",
]  # fmt: skip
BARE = ["S (R; E)", "S [E; R]", "S (R) [E]", "R S (E)", "R S, “E”", "R [E] S", "R (S; E)", "R (S, E)"]


def in_marks(wording: str, marks: tuple[str, str]) -> str:
    """Wording in marks, the marks inside it of the other kind."""
    if marks[0] == "‘":
        wording = wording.replace("‘", "“").replace("t’ ", "t” ").replace("u’ ", "u” ").replace("g’", "g”")
    return marks[0] + wording + marks[1]


def title_in(convention: str, script: str, romanised: str, english: str, marks: tuple[str, str]) -> str:
    """A title as a convention writes it: S, R and E are its wordings, those in <> stand in marks."""
    wordings = {"S": script, "R": romanised, "E": english}

    def one(match: re.Match[str]) -> str:
        if match["bare"]:
            return wordings[match["bare"]]
        wording = wordings[match["name"]]
        return in_marks(wording + ("," if match["comma"] and wording[-1] != "?" else ""), marks)

    return re.sub(
        r"<(?P<name>[SRE])(?P<comma>,)?>|(?<![A-Za-z])(?P<bare>[SRE])(?![A-Za-z])", one, convention
    )


def alike(wording: str | None) -> str | None:
    """Wording with its quotation marks all alike."""
    return wording and re.sub("[‘’“”]", "'", wording)


def read_alike(convention: str, marks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, object, object]]:
    """For each note that cites so, the note, what it cites and what is read."""
    for number, (mark, author) in enumerate(product(marks, AUTHORS)):
        outlet = OUTLETS[number % len(OUTLETS)]
        for script, romanised, english, name, own, paper in TITLES:
            title = title_in(convention, script, romanised, english, mark)
            note = author.format(A=name, a=own) + title + outlet.format(o=paper)
            printed = script, romanised if "R" in convention else None, english
            works = [c for c in find_citations(note) if c.role == "work"]
            yield (
                note,
                [(*map(alike, printed), paper)],
                [(alike(c.original), alike(c.romanised), alike(c.english), c.publisher) for c in works],
            )


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_a_title_in_marks_is_read_as_each_convention_writes_it(convention):
    wrong = [note for note, printed, read in read_alike(convention, MARKS) if printed != read]
    assert wrong == []


@pytest.mark.parametrize("convention", BARE)
def test_a_bare_title_is_read_as_each_convention_writes_it(convention):
    wrong = [note for note, printed, read in read_alike(convention, [("", "")]) if printed != read]
    assert wrong == []


@pytest.mark.parametrize(
    ("wording", "author", "date"),
    [
        ("Kuramoto, S. (2014) 海の日 (Umi no hi, ‘Sea day’), p. 1.", "Kuramoto, S.", "2014"),
        ("Kuramoto, S. (2014a) 海の日 (Umi no hi, ‘Sea day’), 3 May 2014.", "Kuramoto, S.", "2014-05-03"),
        ("Yard Office 造船庁 (2019) 海の白書 (Umi no sho, ‘Paper’), p. 1.", "Yard Office 造船庁", "2019"),
        ("Abe Jun [阿部純], “Sea Day” [海の日], 3 May 2014.", "Abe Jun [阿部純]", "2014-05-03"),
        ("Abe Jun [阿部純] (3 May 2014) “Sea Day” [海の日], *Kaiji*.", "Abe Jun [阿部純]", "2014-05-03"),
        ("Abe Jun. “Sea Day” [海の日]. Kaiji Shinbun, 3 May 2014.", "Abe Jun", "2014-05-03"),
        ("Abe Jun 阿部純. 海の日 (Umi no hi, ‘Sea day’). Kaiji, 2014-05-03.", "Abe Jun 阿部純", "2014-05-03"),
    ],
)
def test_the_year_after_the_author(wording, author, date):
    (citation,) = find_citations(wording)
    assert (citation.author, citation.date) == (author, date)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "Ibid., 34.",
        "‘Zōsen no kiki’ (The Shipbuilding Crisis), Nikkei, 1999.",  # romanised, without script
        "Kim Min-ji 김민지, *The Dockworkers* (Seoul, 2005).",  # an author
        "*The Yard* (Tokyo: Iwanami Shoten 岩波書店, 2001), 3.",  # a publisher
        "*The Yard*, ed. Kuroda Sachi 黒田幸 (London, 1999).",  # an editor
        "The Yard, 2023年5月17日, 3.",  # a date
        "The Yard, 令和5年5月.",
        "The Yard, 第3号, 45頁。",
        "同上、48頁。",
        "https://example.org/造船の危機",
        "Kim Min-ji (김민지), The Dockworkers (Seoul, 2005).",  # an author, in brackets
        "The Yard (Beijing: Ocean Gate Press [海门出版社], 2021), 3.",  # a publisher, in brackets
        "State Council Order No. 812 [国务院令第812号], May 2023.",  # the number of an order
        "Ministry of Yards, 造船省 2023年, p. 3.",
    ],
)
def test_what_is_no_title(wording):
    assert find_citations(wording) == []


@pytest.mark.parametrize(
    ("wording", "roles"),
    [
        ("Abe, ‘Kiki’ 危機論 (Crisis), *Kaiji* 海事雑誌 (Marine), 3 May 1999.", ["work", "container"]),
        ("田中宏「造船の危機」『海運』12巻3号（2021年）45頁。", ["work", "container"]),
        ("田中宏「造船の危機」海運論集12巻3号（2021年）45頁。", ["work", "container"]),
        ("田中宏「造船の危機」藤井孝編『海の法』（有明社、2023年）3頁。", ["work", "container"]),
        ("東京地判令和2年3月12日『判例海事』88号56頁。", ["container"]),
        ("国立記録所『記録所だより』第204号、平成31年4月1日、2頁。", ["work"]),
        ("An interview in *Kaiji* 海事雑誌 (Marine), 3 May 1999.", ["container"]),
        ("1999년판 『농정백서』에는 관련 서술이 있었다.", ["mention"]),
        ("The circular Kaihō 会報 printed nothing but tide tables in those months.", ["mention"]),
        ("Abe, ‘A no umi’ Aの海 (Sea A), 1999; Kim, ‘B no umi’ Bの海 (Sea B), 2000.", ["work", "work"]),
        (
            "Abe, ‘A no umi’ Aの海 (Sea A), 1999, cited in Kim, *B no umi* Bの海 (Sea B), 2000.",
            ["work", "work"],
        ),
    ],
)
def test_roles(wording, roles):
    assert [citation.role for citation in find_citations(wording)] == roles


FULL = "Kishi Tamotsu 岸保, ‘Zōsen no kiki’ 造船の危機 (The Crisis), {}."


@pytest.mark.parametrize(
    ("rest", "fields"),
    [
        (
            "Nikkei, 17 May 2023, p. 4, <https://a.org/x>",
            {"publisher": "Nikkei", "date": "2023-05-17", "pages": "4", "url": "https://a.org/x"},
        ),
        (
            "(Tokyo: Kaiji Shuppan 海事出版, 1999), 12–14",
            {"publisher": "Kaiji Shuppan 海事出版", "date": "1999", "pages": "12–14"},
        ),
        (
            "Osaka: Kaiji Shuppan, 1999, pp. 12-14",
            {"publisher": "Kaiji Shuppan", "date": "1999", "pages": "12-14"},
        ),
        ("（海事出版、1999年）45頁", {"publisher": "海事出版", "date": "1999", "pages": "45"}),
        ("Tokyo, May 1999", {"publisher": None, "date": "1999-05"}),
        ("2023.5.17, accessed 18 May 2024", {"publisher": None, "date": "2023-05-17"}),
        ("accessed 18 May 2024, https://a.org/x", {"date": None, "url": "https://a.org/x"}),
        ("令和5年5月17日", {"date": "2023-05-17"}),
        (
            "*Kaiji Shinbun*. Available at: https://a.org/x",
            {"publisher": "Kaiji Shinbun", "url": "https://a.org/x"},
        ),
        ("(Kaiji Shinbun, May 2023), 4", {"publisher": "Kaiji Shinbun", "date": "2023-05"}),
    ],
)
def test_fields(rest, fields):
    citation = find_citations(FULL.format(rest))[0]
    assert citation.author == "Kishi Tamotsu 岸保"
    assert {name: getattr(citation, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("before", "author"),
    [
        ("See, e.g., Abe Jun, ", "Abe Jun"),
        ("The piece was reprinted in Abe Jun 阿部純, ", "Abe Jun 阿部純"),
        ("His own account is in Abe Jun 阿部純, ", "Abe Jun 阿部純"),
        ("On the calendars, Abe Jun, ", "Abe Jun"),
        ("An Guohua 安国华, ", "An Guohua 安国华"),
        ("The story is told again and again: ", None),
        ("", None),
    ],
)
def test_authors(before, author):
    assert find_citations(f"{before}‘Umi no hi’ 海の日 (Sea Day), 1999.")[0].author == author


def test_an_editor_after_the_title_stands_for_the_author():
    assert only("Umi no hi 海の日 [Sea Day], ed. Abe Jun 阿部純 (Kobe, 1999).").author == "Abe Jun 阿部純"


def test_a_work_knows_its_container():
    work, container = find_citations(
        "Abe, ‘Umi no hi’ 海の日 (Sea Day), Kaiji Shinbun 海事新聞, 17 May 2019."
    )
    assert (work.part_of, container.original, container.role) == ("海事新聞", "海事新聞", "container")


def test_italics_and_separators_go():
    assert plain(" *Umi*, ") == "Umi"
    assert plain("_") == "_"
    assert plain(" , ") is None
    assert plain(None) is None


def test_the_extent_of_a_title_holds_its_romanised_form_and_english():
    wording = "Abe, ‘Umi no hi’ 海の日 (Sea Day), 1999."
    assert [wording[start:end] for start, end in title_extents(wording)] == ["‘Umi no hi’ 海の日 (Sea Day)"]


@pytest.mark.parametrize(
    ("text", "italic", "romanised"),
    [
        ("Zōsen no kiki", False, True),
        ("Watanabe Keita", False, True),
        ("Joseonui wigi", False, True),
        ("Hangang Gyeongje Sinmun", True, True),
        ("Chuanchang de weiji", False, True),
        ("Heisei 28-nenban hakusho", True, True),
        ("Bunkai", True, True),
        ("Bunkai", False, False),
        ("The Shipbuilding Crisis", False, False),
        ("Women in Asia", False, False),
        ("We Apologise", False, False),
        ("Battery Monthly", True, False),
        ("2023", False, False),
    ],
)
def test_romanised_wording_is_told_from_english(text, italic, romanised):
    assert looks_romanised(text, italic=italic) is romanised


# -- truth -----------------------------------------------------------------------------------------

Row = Mapping[str, Any]


def score(pairs: Iterable[tuple[Sequence[Row], Sequence[Citation]]]) -> Counter[str]:
    """Counts of titles found, printed and missed, and of fields that are right, note by note."""
    counts: Counter[str] = Counter()
    for rows, citations in pairs:
        left = list(citations)
        counts["printed"] += len(rows)
        counts["found"] += len(citations)
        for row in rows:
            match = next((c for c in left if closed_up(c.original) == closed_up(row["original"])), None)
            if match is None:
                continue
            left.remove(match)
            counts["right"] += 1
            names = ["role", "romanised", "english"]
            names += ["author", "publisher", "date", "url", "part_of"] if row["role"] == "work" else []
            for name in names:
                counts[f"{name} of"] += 1
                counts[name] += closed_up(getattr(match, name)) == closed_up(row[name])
    return counts


def assert_share(counts: Counter[str], **floors: float) -> None:
    shares = {"recall": counts["right"] / counts["printed"], "precision": counts["right"] / counts["found"]}
    shares.update({name: counts[name] / counts[f"{name} of"] for name in floors if f"{name} of" in counts})
    assert all(shares[name] >= floor for name, floor in floors.items()), shares


def of_reports(folder: str) -> Iterator[tuple[Sequence[Row], Sequence[Citation]]]:
    """For each note of the reports of a folder: its rows of the truth, and what is found."""
    for report in invented_reports(folder):
        rows: dict[tuple[int, int], list[Row]] = {}
        for row in report.truth["citations"]:
            rows.setdefault((row["series"], row["note"]), []).append(row)
        found: dict[tuple[int, int], list[Citation]] = {}
        for note in report.notes.notes:
            found.setdefault((note.series, note.number), []).extend(find_citations(note.text))
        yield from ((rows.get(place, []), found.get(place, [])) for place in rows.keys() | found.keys())


def test_the_invented_reports():
    assert_share(
        score(of_reports("reports")), recall=0.98, precision=0.98, role=0.97, romanised=0.98, english=0.98,
        author=0.95, publisher=0.95, date=0.98, url=0.98, part_of=0.97,
    )  # fmt: skip


def test_the_second_invented_reports():
    assert_share(
        score(of_reports("reports-second")), recall=0.97, precision=0.97, role=0.95, romanised=0.98,
        english=0.98, author=0.97, publisher=0.97, date=0.96, url=0.98, part_of=0.93,
    )  # fmt: skip


@pytest.mark.report
@needs_real_report
def test_the_real_report():
    _, notes = real_report()
    rows = [*real_truth("citations-odd"), *real_truth("citations-even")]
    pairs = [
        ([row for row in rows if row["note"] == note.number], find_citations(note.text))
        for note in notes.notes
    ]
    assert_share(
        score(pairs), recall=0.98, precision=0.98, role=0.95, romanised=0.95, english=0.95, author=0.95,
        publisher=0.9, date=0.95, url=0.95, part_of=0.95,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["04-short-forms", "08-law-review-ja", "10-page-footnotes"])
def test_the_whole_output(name, data_regression):
    report = next(report for report in invented_reports() if report.name == name)
    references = find_references(report.notes.notes)
    data_regression.check(
        {
            "notes": [
                {
                    "series": note.series,
                    "number": note.number,
                    "line": note.line,
                    "column": note.column,
                    "text": note.text,
                    "citations": [
                        {k: list(v) if k == "evidence" else v for k, v in asdict(c).items()}
                        for c in find_citations(note.text)
                    ],
                    "points at": [
                        {"kind": r.kind, "series": r.target[0], "note": r.target[1]}
                        for r in references
                        if (r.series, r.note) == (note.series, note.number)
                    ],
                }
                for note in report.notes.notes
            ],
            "marks": [[mark.series, mark.number, mark.start] for mark in report.notes.marks],
            "warnings": list(report.notes.warnings),
            "quotes": [
                {
                    **asdict(q),
                    "notes": [list(place) for place in q.notes],
                    "in_note": list(q.in_note) if q.in_note else None,
                }
                for q in find_quotes(report.text, report.notes)
            ],
        }
    )


# -- any text ----------------------------------------------------------------------------------------


@settings(max_examples=400, deadline=None)
@given(hostile_text)
def test_any_wording_is_read(wording):
    citations = find_citations(wording)
    for citation in citations:
        assert citation.original
        assert wording[citation.start : citation.start + len(citation.original)] == citation.original
    assert [c.start for c in citations] == sorted({c.start for c in citations})
    end = 0
    for start, stop in title_extents(wording):
        assert end <= start < stop <= len(wording)
        end = stop


@pytest.mark.parametrize(
    "unit", ["“", "'", "' 字 ", "「", "「字", "（", "(", "[字", ")", "字", "、", "字a", "A ", "a; ", ". ",
             "https://a.b/", "[x](", "2023年", "in ", "字1巻", "ed. A ", "Tokyo: ", "*", "\ue000"],
)  # fmt: skip
@pytest.mark.parametrize(
    "head", ["", "Kim 金, 'Umi' 海 (Sea), see https://a.b 2020 "], ids=["alone", "after a title"]
)
def test_time_is_linear(unit, head):
    wording = head + (unit * LARGE)[:LARGE]
    assert seconds(lambda: find_citations(wording)) < 2


@pytest.mark.parametrize(
    "unit", ["『字』", "字（a）", "字 (a) ", "《字》, ", "a; 字 ", "Ab [字] ", "“A” [字], ", "A of B, 字 ",
             "»A« 字 ", "(A [字"],
)  # fmt: skip
def test_time_is_linear_in_titles(unit):
    wording = "Kim 金, see https://a.b 2020 " + (unit * LARGE)[: LARGE // 4]
    assert seconds(lambda: find_citations(wording)) < 2


def test_a_row_of_brackets_is_no_depth() -> None:
    assert find_citations("造船の危機 " + "(The Crisis)" * 3000 + ", Port Weekly, 2023.")
