"""Names in originals against their English, and names that notes spell two ways."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks import measure
from tests.checks.reports import report_of

from srcxlate.checks import Finding
from srcxlate.checks.leaders import leaders_named
from srcxlate.checks.names_checked import check_names
from srcxlate.checks.names_checked.institutions import is_another
from srcxlate.checks.names_checked.ministries import misplaced
from srcxlate.checks.names_checked.people_read import may_be_read
from srcxlate.checks.places import countries_in, hinted, named
from srcxlate.glossary import Glossary, read_glossary

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_glossary(REPOSITORY / "glossary")


def found(glossary: Glossary, *notes: str) -> list[Finding]:
    """What is found in a report of given notes."""
    reading = report_of(*notes)
    findings = list(check_names(reading, glossary))
    assert all(reading.text[slice(*finding.span)] == finding.printed for finding in findings)
    return findings


def titled(original: str, english: str) -> str:
    """A note that cites one work by its original title."""
    japanese = re.search("[ぁ-ヿ]", original)
    romanised = "Kore wa hitotsu" if japanese else "Sori naneun geot"
    romanised = romanised.replace(" ", ", ", 1) if re.search("[,、]", original) else romanised
    outlet = "Nikkei" if japanese else "Maeil Ilbo"
    return f"Hong Mi-na, “{romanised}” {original} ({english}), {outlet}, May 4, 2023, https://example.com/1."


@pytest.mark.parametrize(
    ("original", "english", "printed", "severity"),
    [
        ("尹大統領、訪日へ", "President Moon to visit Japan", "President Moon", "error"),
        ("文, 백신 접종", "Yoon gets vaccinated", "Yoon", "error"),
        ("윤 대통령, 방미", "President Lee visits the US", "President Lee", "error"),
        ("중국, 수출 통제 강화", "Japan tightens export controls", "Japan", "error"),
        ("日, 韓과 협의", "Japan in talks with the PRC", "PRC", "error"),
        ("米、関税を発表", "The PRC announces tariffs", "PRC", "error"),
        ("해양수산부, 대책", "Ministry of Foreign Affairs acts", "Ministry of Foreign Affairs", "error"),
        ("외교부, 대책", "Ministry of Unification acts", "Ministry of Unification", "error"),
        ("釜山、会談の地に", "Incheon to host talks", "Incheon", "error"),
        ("韩国出口连续下跌", "Taiwan's exports keep falling", "Taiwan", "error"),
        ("中国の輸入が急減", "Imports drop sharply", "Imports drop sharply", "warning"),
    ],
)
def test_another_name_is_told(glossary, original, english, printed, severity):
    assert [(f.printed, f.severity) for f in found(glossary, titled(original, english))] == [
        (printed, severity)
    ]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("한중 관계의 미래", "The future of ROK-PRC relations"),
        ("한중 관계의 미래", "The future of Chinese-Korean relations"),
        ("日, 韓과의 관계", "Tokyo's relationship with Seoul"),
        ("尹大統領、訪日へ", "South Korea's president to visit Japan"),
        ("経産省、報告書を公表", "METI publishes a report"),
        ("東京電力、決算を公表", "TEPCO publishes its results"),
        ("経産省、報告書を公表", "The ministry publishes a report"),
        ("日本の自動車", "Cars at a crossroads"),
        ("中国電力の決算", "Results of Chugoku Electric Power"),
        ("3日の会談", "The talks on the 3rd"),
        ("종로의 문", "The gate of Jongno"),
    ],
)
def test_what_is_the_same_name_is_not_told(glossary, original, english):
    assert found(glossary, titled(original, english)) == []


def cited(author: str, outlet: str, address: str = "https://example.com/2") -> str:
    return f"{author}, ‘A title of its own’, *{outlet}*, May 4 2023, <{address}>."


@pytest.mark.parametrize(
    ("romanised", "english", "printed"),
    [
        ("Wang Wentao huijian", "Wang Wenbin meets a delegation", ["Wang Wenbin"]),
        ("Wang Wentao huijian", "Wang Wentao meets a delegation", []),
        ("Wang Wentao huijian", "Wang Ministry meets a delegation", []),
        ("Yun Seokyeol chwiim", "Yun Sukyeol takes office", []),
    ],
)
def test_a_person_of_another_given_name(glossary, romanised, english, printed):
    note = f"Li Min, “{romanised}” 王文涛会见代表团 [{english}], Renmin Ribao, May 4, 2023, https://example.com/1."
    findings = [f for f in found(glossary, note) if "romanised title" in f.message]
    assert [f.printed for f in findings] == printed


def both_ways(script: str, latin: str) -> str:
    return f"{script} ({latin}), 2023-07-20, 「港の統計」 (*Minato no tōkei*) [Port statistics], https://example.com/1"


def test_a_body_in_script_beside_the_name_of_another(glossary):
    assert [
        (f.printed, f.severity) for f in found(glossary, both_ways("財務省", "Ministry of Foreign Affairs"))
    ] == [("Ministry of Foreign Affairs", "error")]
    assert found(glossary, both_ways("財務省", "Ministry of Finance")) == []
    assert found(glossary, both_ways("財務省", "Zaimushō")) == []


def test_one_name_in_script_is_rendered_two_ways(glossary):
    one, other = (
        f"李明 (Li Min), 2023-07-0{day}, 「港の{day}」 (*Minato*) [Port {day}], "
        f"北方産業日報 (Hoppō Sangyō {name}), https://example.com/{day}"
        for day, name in ((1, "Nippō"), (2, "Nichihō"))
    )
    again = one.replace("-01", "-03").replace("com/1", "com/3")
    (finding,) = found(glossary, one, again, other)
    assert (finding.printed, finding.place) == ("Hoppō Sangyō Nichihō", (1, 3))


def test_names_may_hold_brackets(glossary):
    note = "Ann Lee, ‘A title’, The [ Industrial Quarterly Bulletin, May 2 2023, https://example.com/2."
    assert isinstance(found(glossary, note, note), list)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Keishi Nishimura", "The Asahi Shimbun"), ("Keisha Nishimura", "The Asahi Shimbun")),
        (("Mari Yamaguchi", "Reuters"), ("Mari Yamagushi", "Reuters")),
        (("Jo Hart", "Korea Herald"), ("Ann Wu", "Korean Herald")),
        (("Jo Hart", "Namnyeok Sinmun"), ("Ann Wu", "Namnyok Shinmun")),
        (
            ("Jo Hart", "European Council on Foreign Relations"),
            ("Ann Wu", "European Council of Foreign Relations"),
        ),
        (("Hyonhee Shin", "Reuters"), ("Shin Hyon-hee", "Reuters")),
        (("Kim Hyeon-su", "Reuters"), ("Kim Hyun-su", "Reuters")),
    ],
)
def test_the_rarer_spelling_is_told(glossary: Glossary, one: tuple[str, str], other: tuple[str, str]) -> None:
    first, again, last = (
        cited(who[0], who[1], f"https://example.com/{n}") for n, who in enumerate((one, one, other))
    )
    findings = found(glossary, first, again, last)
    assert [(f.place, f.severity) for f in findings] == [((1, 3), "warning")]
    assert findings[0].others == ((1, 1), (1, 2))
    assert findings[0].printed in other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Kang Jin-gyu", "Reuters"), ("Jin-gyu Kang", "Reuters")),
        (("Seo Ji-won", "Reuters"), ("Seo Ji-woo", "Reuters")),
        (("Jo Hart", "The Korea Herald"), ("Ann Wu", "Korea Herald")),
        (("Jo Hart", "Korea Times"), ("Ann Wu", "Korea Herald")),
        (("Jo Hart", "World Trade Organisation"), ("Ann Wu", "World Trade Organization")),
        (("Jo Hart", "JBPRESS"), ("Ann Wu", "JBPress")),
    ],
)
def test_names_that_may_well_be_written_so_are_not_told(
    glossary: Glossary, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert found(glossary, cited(*one), cited(*other, address="https://example.com/1")) == []


@pytest.mark.parametrize(
    ("author", "outlet", "address", "printed"),
    [
        ("Jo Hart", "Breaking Defence", "https://breakingdefense.com/2023/01/x", "Breaking Defence"),
        ("Willy Shig", "Forbes", "https://www.forbes.com/sites/willyshih/2024", "Willy Shig"),
    ],
)
def test_the_address_spells_the_name_otherwise(glossary, author, outlet, address, printed):
    assert [f.printed for f in found(glossary, cited(author, outlet, address))] == [printed]


def test_the_glossary_spells_an_institution_otherwise(glossary):
    note = cited("Jo Hart", "Korean Institute for International Economic Policy")
    assert [(f.printed, f.severity) for f in found(glossary, note)] == [
        ("Korean Institute for International Economic Policy", "warning")
    ]
    assert found(glossary, note.replace("Korean", "Korea")) == []


@given(st.text("中韓日米尹文 ,、과의월3本国대통령a", max_size=20))
def test_what_is_named_stands_in_the_original(original):
    for place in named(original, "ko"):
        assert 0 <= place.span[0] < place.span[1] <= len(original)
        assert hinted(original, place.name, "ko")
    for leader, spellings in leaders_named(original):
        assert original[slice(*leader.span)] == leader.name
        assert spellings


def test_korea_is_not_north_korea():
    assert countries_in("North Korea fires") == {"North Korea"}
    assert countries_in("Korean chips in the East China Sea") == {"South Korea"}


@pytest.mark.skipif(not measure.REAL_REPORT.exists(), reason="the real report is not here")
def test_the_real_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "name", (check_names,))
    told = measure.measure(["name"], "even")
    assert told.recall >= 0.8
    assert told.precision >= 0.85


def test_the_planted_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "name", (check_names,))
    told = measure.measure(["name"], "b")
    assert told.recall >= 0.85
    assert told.alarmed == 0


def test_one_author_in_script_read_two_ways(glossary):
    notes = [
        f"*Minato no uta*, 「港の歌{number}」 (Song {number} of the port), {name}, Port Weekly, "
        f"{number} May 2023, <https://port.example/{number}>."
        for number, name in enumerate(
            ("Kuroda Naoto 黒田直人", "Kuroda Naohito 黒田直人", "Mori Kana 森香奈"), 3
        )
    ]
    assert [(f.place, f.printed) for f in found(glossary, *notes)] == [((1, 2), "Kuroda Naohito")]


def test_one_author_whose_script_differs_by_a_character(glossary):
    def book(script: str, title: str) -> str:
        titles = f"*Ports {title}* (*Gangkou* 港口{title})"
        return f"Lin Shu-fen [{script}] (2019) {titles}, Taipei: Hai She, p. 5."

    again = book("林淑芬", "乙")
    (finding,) = found(glossary, book("林淑芬", "甲"), again, book("林淑芳", "丙"))
    assert (finding.printed, finding.place) == ("林淑芳", (1, 3))
    old, new = (
        book(script, title).replace("Lin", "Chen") for script, title in (("陳淑芬", "甲"), ("陈淑芬", "乙"))
    )
    assert found(glossary, old, new) == []


@pytest.mark.parametrize(
    ("script", "latin", "is_read"),
    [
        ("沈国强", "Chen Guoqiang", False),
        ("沈国强", "Shen Guoqiang", True),
        ("周文斌", "Zhou Wenbing", False),
        ("謝佩芬", "Hsieh Pei-fen", True),
        ("林佳龍", "Lin Chia-hung", False),
        ("김서준", "Lee Seo-jun", False),
        ("유승민", "Yoo Seung-min", True),
        ("류현진", "Hyun-jin Ryu", True),
        ("박지훈", "Daniel Park", None),
        ("渡辺春樹", "Watanabe Natsuki", False),
        ("羽生善一", "Hanyū Zen'ichi", True),
        ("中島みゆき", "Nakajima Miyuki", True),
    ],
)
def test_a_person_in_script_is_read_as_the_latin_name(script, latin, is_read):
    language = "ko" if script in ("김서준", "유승민", "류현진", "박지훈") else "zh"
    language = "ja" if script[:2] in ("渡辺", "羽生", "中島") else language
    assert may_be_read(script, latin, language) is is_read


@pytest.mark.parametrize(
    ("script", "english", "another"),
    [
        ("국민건강보험공단", "National Human Rights Commission", True),
        ("국토연구원", "Korea Development Institute", True),
        ("国家统计局", "National Development and Reform Commission", True),
        ("中国社会科学院", "Chinese Academy of Sciences", True),
        ("日本看護協会", "Japan Medical Association", True),
        ("국토연구원", "Korea Research Institute for Human Settlements", False),
        ("日本貿易振興機構", "Japan External Trade Organization", False),
        ("한국여성정책연구원", "Korean Women's Development Institute", False),
        ("中华全国总工会", "All-China Federation of Trade Unions", False),
    ],
)
def test_an_institution_in_script_beside_another(script, english, another):
    assert is_another(script, english) is another


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("環境省、基準を決定", "Ministry of Economy decides standard", "Ministry of Economy"),
        ("法相、改正を説明", "Foreign minister explains revised law", "Foreign minister"),
        ("農水省、鳥インフルで殺処分", "Health ministry orders cull", "Health ministry"),
        ("경산성, 지원 확대", "Ministry of Industry widens support", None),
        ("衛福部公布費率", "Welfare ministry announces rates", None),
        ("外務省と防衛省が協議", "Defence and foreign ministries confer", None),
    ],
)
def test_a_ministry_for_other_fields(original, english, printed):
    assert [english[slice(*one.english)] for one in misplaced(original, english)] == (
        [printed] if printed else []
    )


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("大津市、カフェを倍増", "Osaka doubles its cafés", "Osaka"),
        ("川崎市、ヘイト条例を施行", "Kawagoe enforces hate speech ordinance", "Kawagoe"),
        ("賴清德就職演說全文", "Full text of Tsai Ing-wen's inaugural address", "Tsai"),
        ("문재인 정부 대책 평가", "Assessing the Park administration's measures", "Park"),
        ("伊、一帯一路から離脱", "Spain leaves Belt and Road", "Spain"),
        ("JR西、収支を公表へ", "JR East to publish accounts", "JR East"),
        ("京都の老舗、閉店へ", "Old Kyoto shop to close", None),
        ("李强赴河南察看灾情", "Premier Li sees flood damage in Henan", None),
        ("カナダ社の提案を拒否", "Retailer turns down offer from Couche-Tard", None),
        ("自衛隊、能登で給水支援", "Troops bring water to Noto", None),
        ("習近平会見馬克宏", "Xi meets Macron", None),
    ],
)
def test_a_name_in_the_stead_of_another(glossary, original, english, printed):
    note = f"「{original}」 [{english}], 2023-07-20, https://example.com/1"
    note = f"Jo Hart, 2023-07-20, {note}"
    printed_names = [f.printed for f in found(glossary, note)]
    assert printed_names == ([printed] if printed else [])


def test_one_work_with_two_authors(glossary):
    end = "“Touch as Labor,” Eastern Ledger, May 4, 2023, https://example.com/1."
    notes = [f"{author}, {end}" for author in ("Priya Raman", "Prema Raman")]
    assert [f.printed for f in found(glossary, *notes)] == ["Prema Raman"]


def beside(original: str, english: str) -> str:
    romanised = "Kore wa, hitotsu" if re.search("[、，,]", original) else "Kore wa hitotsu"
    if not re.search("[ぁ-ヿ가-힣]", original):
        romanised = romanised.replace("Kore wa", "Zheshi yige").replace("hitotsu", "biaoti")
    return f"“{romanised}” {original} ({english}), Xin Bao, May 4, 2023, https://example.com/1."


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        # an office's holder by family name alone
        ("林外相、ASEAN会議に出席", "Foreign Minister Motegi attends ASEAN meeting", "Motegi"),
        ("日銀の植田総裁が会見", "BOJ Governor Kuroda holds news conference", "Kuroda"),
        ("조태열 외교장관 방중", "Foreign Minister Park Jin visits China", "Park"),
        # accents are no other name
        ("王毅会见日本外相林芳正", "Wang Yi meets Japanese Foreign Minister Kōno Tarō", "Kōno"),
        ("布林肯访华", "Sullivan visits China", "Sullivan"),
        # the given name is another's
        ("村上春樹の新作", "Murakami Ryū’s new work", "Murakami Ryū"),
        ("안창호의 사상", "The thought of Ahn Jung-geun", "Ahn Jung-geun"),
        ("봉준호 감독 인터뷰", "Interview with Park Chan-wook", "Park Chan-wook"),
        # a name that English has for a person
        ("侯孝賢電影中的家", "Home in the films of Edward Yang", "Edward Yang"),
        ("馬化騰致員工信", "Jack Ma’s letter to staff", "Jack Ma"),
        ("邓小平南巡", "Mao Zedong’s southern tour", "Mao"),
        # institutions
        ("日台交流協會民調", "American Institute in Taiwan poll", "American"),
        ("国際協力機構の報告", "Report by the Japan Foundation", "Japan Foundation"),
        ("日本医師会の声明", "Statement of the Japan Dental Association", "Japan Dental Association"),
        ("东京大学研究团队", "Kyoto University research team", "Kyoto"),
    ],
)
def test_another_person_or_institution(glossary, original, english, printed):
    told = found(glossary, beside(original, english))
    assert [f.severity for f in told] == ["error"]
    assert printed in told[0].printed


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("外相が訪中", "Foreign Minister Hayashi visits China"),
        ("大阪市長が会見", "Mayor Yokoyama meets the press"),
        ("兵庫県知事、百条委に出席", "Governor Saitō faces assembly inquiry"),
        ("斎藤知事の失職", "Hyōgo governor loses his post"),
        ("日本首相高市早苗涉台言论", "Takaichi Sanae’s remarks on Taiwan"),
        ("한미일 안보협력 여론 팽팽", "Public opinion divided on trilateral security cooperation"),
        ("总书记考察福建", "Xi Jinping tours Fujian"),
        ("孙中山与宫崎滔天", "Sun Yat-sen and Miyazaki Tōten"),
        ("李光耀谈两岸", "Lee Kuan Yew on cross-Strait relations"),
        ("北野武監督に聞く", "Interview with Beat Takeshi"),
        ("中华医学会", "Chinese Medical Association"),
        ("国立民族学博物館の五十年", "Fifty years of the National Museum of Ethnology"),
        ("日台交流協會代表離任", "Japan’s de facto ambassador to Taiwan leaves"),
    ],
)
def test_the_same_person_or_institution(glossary, original, english):
    assert found(glossary, beside(original, english)) == []


@pytest.mark.parametrize(
    "note",
    [
        "Kim Minsu (ㅋㅋㅋ), “Two ports” (ㅋㅋ 하하), Port Weekly, May 15 2023.",
        unicodedata.normalize("NFD", "Lee Su 이수, “Du hanggu” 두 항구 [Ports], Port Weekly, May 15 2023."),
    ],
)
def test_letters_that_are_no_whole_syllables(note: str) -> None:
    assert list(check_names(report_of(note, "Ibid."), read_glossary(REPOSITORY / "glossary"))) == []
