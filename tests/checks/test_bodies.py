"""Regions, cities, letters of countries and well-known bodies, original against English."""

import re

import pytest
from tests.checks.reports import found_by, titled

from srcxlate.checks import bodies_checked
from srcxlate.checks.bodies import lines_of
from srcxlate.checks.names_checked import check_names
from srcxlate.checks.omissions import check_omissions
from srcxlate.checks.places import PLACES, find_english, named


def names_told(original: str, english: str) -> list[tuple[str, str]]:
    return [(f.printed, f.severity) for f in found_by(check_names, titled(original, english))]


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("山形の農家、海外へ", "Yamanashi farmers look abroad", "Yamanashi"),
        ("충남 당진에 제철소", "Steelworks for Dangjin in North Chungcheong", "North Chungcheong"),
        ("경남 조선소 채용 재개", "Shipyards in South Jeolla hire again", "South Jeolla"),
        ("전북 쌀값 폭락", "Rice prices collapse in Jeonnam", "Jeonnam"),
        ("陕西煤矿复产", "Shanxi coal mines reopen", "Shanxi"),
        ("湖南暴雨成灾", "Floods in Henan after heavy rain", "Henan"),
        ("江西稀土整合", "Jiangsu consolidates rare earths", "Jiangsu"),
        ("花蓮地震週年", "A year after the Taitung earthquake", "Taitung"),
        ("嘉義的老戲院", "Old cinemas of Changhua", "Changhua"),
        ("鳥取の砂丘で実証実験", "Trial on the Shimane dunes", "Shimane"),
        ("강원 산불 확산", "Wildfires spread in Gyeonggi", "Gyeonggi"),
        ("西安的城墙", "The city wall of Xining", "Xining"),
    ],
)
def test_another_region_is_told(original, english, printed):
    assert names_told(original, english) == [(printed, "error")]


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("英の病院で人手不足", "Dutch hospitals short of staff", "Dutch"),
        ("仏、年金改革へ", "Germany moves on pensions", "Germany"),
        ("独の自動車工場が閉鎖", "French car plant closes", "French"),
        ("미 국무부 대변인 논평", "Comment by British spokesman", "British"),
        ("美军机飞越海峡", "British military aircraft fly over the strait", "British"),
        ("豪の山火事", "Canadian bushfires", "Canadian"),
        ("露の燃料、欧州へ", "Iran's fuel heads for Europe", "Iran"),
        ("韓の造船業", "Shipbuilders of Vietnam", "Vietnam"),
    ],
)
def test_another_country_than_a_letter_s_is_told(original, english, printed):
    assert names_told(original, english) == [(printed, "error")]


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("厚労省、病床を削減", "Ministry of the Environment cuts beds", "Ministry of the Environment"),
        ("농식품부, 쌀 대책", "Health ministry acts on rice", "Health ministry"),
        ("財政部公布預算", "Ministry of Economic Affairs publishes budget", "Ministry of Economic Affairs"),
        ("全日空、赤字転落", "Japan Airlines falls into the red", "Japan Airlines"),
        ("대한항공, 신규 노선", "Asiana opens routes", "Asiana"),
        ("聯電擴廠", "TSMC expands plant", "TSMC"),
        ("工商银行下调利率", "China Construction Bank cuts rates", "China Construction Bank"),
        ("参院で可決", "Lower House passes bill", "Lower House"),
        ("대법원 판결", "Constitutional Court ruling", "Constitutional Court"),
        ("JR西日本の減便", "JR East cuts services", "JR East"),
        ("関西電力の値上げ", "Tohoku Electric raises prices", "Tohoku Electric"),
        ("海自の演習", "ASDF exercise", "ASDF"),
        ("朝日新聞の社説", "Editorial of the Yomiuri Shimbun", "Yomiuri Shimbun"),
        ("식약처, 김치 검사", "Environment ministry tests kimchi", "Environment ministry"),
        (
            "气象局发布预警",
            "State Administration for Market Regulation issues warning",
            "State Administration for Market Regulation",
        ),
        ("松竹、映画館を改装", "Toho refits cinema", "Toho"),
        ("テレ朝の新番組", "New programme at TV Tokyo", "TV Tokyo"),
        ("연세대 등록금 동결", "Korea University freezes tuition", "Korea University"),
        ("清华教授的讲座", "Lecture by a Fudan professor", "Fudan"),
        ("ローソン、値上げ", "FamilyMart raises prices", "FamilyMart"),
        ("知事、提言へ", "Mayor to make proposal", "Mayor"),
    ],
)
def test_another_body_is_told(original, english, printed):
    assert names_told(original, english) == [(printed, "error")]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("山口知事、原発に慎重", "Yamaguchi governor cautious on nuclear power"),
        ("中国自動車道の老朽化", "Ageing of the Chūgoku Expressway"),
        ("中国5県の知事", "Governors of the five Chūgoku prefectures"),
        ("日本海の漁業", "Fishing in the Sea of Japan"),
        ("浙江西部的山村", "Mountain villages of western Zhejiang"),
        ("黄河北岸的古城", "An old town on the north bank of the Yellow River"),
        ("경기 침체의 그늘", "In the shadow of recession"),
        ("지구 기후 회의", "Global climate meeting"),
        ("米の味わい", "The taste of rice"),
        ("市场监管总局约谈平台", "Market regulator summons platforms"),
        ("两岸学者座谈", "Scholars from both sides of the Taiwan Strait meet"),
        ("日韓の学生交流", "Student exchange between Japan and South Korea"),
        ("神奈川県横浜市の港", "The port of Yokohama"),
        ("愛知の自動車産業", "The car industry around Nagoya"),
        ("산시성 탄광 폐쇄", "Coal mine closed in Shaanxi"),
        ("国铁集团发布数据", "China Railway publishes figures"),
        ("央行降息", "People's Bank of China cuts rates"),
        ("日銀総裁の講演", "Speech by the BOJ governor"),
        ("財務相が会見", "Finance minister meets the press"),
        ("산업부 장관 방미", "Trade minister visits the US"),
        ("現代社会の孤独", "Loneliness in modern society"),
        ("自民党総裁選", "LDP leadership race"),
        ("台中美關係", "Relations between Taiwan, China and the US"),
        ("선전 문구의 힘", "The power of a slogan"),
        ("신장 이식 대기", "Waiting for a kidney"),
        ("独身者の増加", "More single people"),
    ],
)
def test_names_that_agree_are_not_told(original, english):
    note = titled(original, english)
    assert [*found_by(check_names, note), *found_by(check_omissions, note)] == []


@pytest.mark.parametrize("name", PLACES)
def test_the_name_of_a_place_is_a_name_of_it(name):
    assert not re.search(r"[\[\]()|\\?*+]", name)
    assert [place.name for place in find_english(f"Trade in {name.removeprefix('the ')} falls")] == [name]


def test_tokyo_is_not_kyoto():
    assert {place.name for place in named("東京都の税制", "ja")} == {"Tokyo"}


@pytest.mark.parametrize("table", bodies_checked.ALL)
def test_the_name_of_a_body_is_one_of_its_names(table):
    for line in lines_of(table):
        name = bodies_checked.shown(line.partition(" ")[0])
        assert not re.search(r"[\[\]()|\\?*+_]", name), line


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("日独、原発で協定", "Japan and France sign agreement", "France"),
        ("日仏首脳会談", "Japan and Italy hold summit", "Italy"),
        ("日豪が共同訓練", "Japan and Canada train together", "Canada"),
        ("日加、鉱物で合意", "Japan and Australia agree on minerals", "Australia"),
        ("日印間の航路", "Sea route between Japan and Russia", "Russia"),
        ("中俄联合声明", "The PRC and Vietnam in joint statement", "Vietnam"),
        ("中欧投资协定", "PRC and Canada in investment agreement", "Canada"),
        ("한불 정상회담", "Korea and Germany hold summit", "Germany"),
        ("한호 무역협정", "Trade agreement of Korea and Italy", "Italy"),
    ],
)
def test_each_letter_of_a_pair_is_a_country(original, english, printed):
    assert (printed, "error") in names_told(original, english)


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("日伊、映画で協定", "Japan and Italy sign agreement on film"),
        ("朝日の記者", "A reporter of the Asahi"),
        ("한인 식당의 하루", "A day at a Korean restaurant"),
        ("欧米の港", "Ports of Europe and America"),
        ("日中の気温", "Temperatures by day"),
    ],
)
def test_a_pair_that_agrees_or_is_none_is_not_told(original, english):
    assert names_told(original, english) == []


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("国立感染症研究所の三十年", "Thirty years of the National Institute of Genetics",
         "National Institute of Genetics"),
        ("중국교육개발원 통계", "Statistics of the China Labor Institute", "China Labor Institute"),
        ("中国残疾人联合会通知", "Notice of the All-China Women's Federation",
         "All-China Women's Federation"),
        ("海基會董事長辭職", "Chair of the Association for Relations Across the Taiwan Straits resigns",
         "Association for Relations Across"),
        ("スポーツ庁の予算", "Budget of the Agency for Cultural Affairs", "Agency for Cultural Affairs"),
        ("南方周末调查", "Investigation by the Beijing News", "Beijing News"),
        ("京大の研究", "Research at the University of Tokyo", "University of Tokyo"),
    ],
)  # fmt: skip
def test_another_institution_in_a_title(original, english, printed):
    assert names_told(original, english) == [(printed, "error")]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("海基會董事長辭職", "Chair of the Straits Exchange Foundation resigns"),
        ("국제협력단 사업 평가", "Evaluation of KOICA’s projects"),
        ("臺灣醫療改革基金會", "Taiwan Healthcare Reform Foundation"),
        ("国立民族学博物館", "National Museum of Ethnography"),
        ("日本新聞協会の声明", "Statement of the Japan Newspaper Publishers and Editors Association"),
        ("韓國瑜院長談預算", "Legislative speaker Han Kuo-yu on the budget"),
        ("文化庁の予算", "The Agency for Cultural Affairs’ budget"),
        ("정주영과 소떼 방북", "Hyundai’s Chung Ju-yung takes cattle north"),
        ("한미일 안보협력의 여론", "Opinion on trilateral security cooperation"),
    ],
)
def test_the_same_institution_in_a_title(original, english):
    assert [printed for printed, severity in names_told(original, english) if severity != "info"] == []
