"""Qualifiers of a title that its English drops or adds, and places that it leaves out."""

import pytest
from tests.checks.reports import found_by, titled

from srcxlate.checks.omissions import check_omissions


@pytest.mark.parametrize(
    ("original", "english", "told"),
    [
        ("工場閉鎖か", "Factory to close", "that something is only possible"),
        ("수출 줄어들 듯", "Exports fall", "that something is only possible"),
        ("집값 오를까", "House prices rise", "that something is only possible"),
        ("项目或于明年停工", "Project stops next year", "that something is only possible"),
        ("多家银行或被合并", "Several banks merge", "that something is only possible"),
        ("恐将引发裁员", "Layoffs", "that something is only possible"),
        ("景気後退の見通し", "Recession", "that it is only forecast"),
        ("금리 인하 전망", "Interest rates cut", "that it is only forecast"),
        ("高齢者の買い物難民", "Shopping without shops", "that it is about the elderly"),
        ("无人驾驶公交上路", "Buses hit the road", "that it is run without people"),
        ("자원봉사자의 겨울", "A winter", "that someone gives time unpaid"),
        ("緊急融資制度", "A loan scheme", "that it is an emergency"),
        ("불법 주차 단속", "Parking checks", "that it is against the law"),
        ("元首相の回顧録", "Memoirs of a prime minister", "that someone no longer is in office"),
        ("无偿献血的背后", "Behind blood collection", "that it costs nothing"),
        ("마지막 등대지기", "The lighthouse keeper", "that it is the last"),
        ("부산 택시 요금 인상", "Taxi fares rise", "the place (Busan)"),
        ("熊本の酪農、岐路に", "Dairy farming at a crossroads", "the place (Kumamoto)"),
        ("四川茶农的选择", "The choice of tea growers", "the place (Sichuan)"),
        ("경기도 버스 파업", "Bus drivers strike", "the place (Gyeonggi)"),
        ("屏東養殖業的困境", "Fish farming in difficulty", "the place (Pingtung)"),
    ],
)
def test_what_is_dropped_is_told(original, english, told):
    findings = found_by(check_omissions, titled(original, english))
    assert [f.message for f in findings] == [f"The English drops {told}, which the original has."]


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("漁村の食堂", "Secret eatery of a fishing village", "Secret"),
        ("학교 급식 노동자", "Elderly school-lunch workers", "Elderly"),
        ("港の倉庫群", "Illegal warehouses of the port", "Illegal"),
        ("시장 상인들의 하루", "A day of young market traders", "young"),
        ("茶农的一天", "A day of women tea growers", "women"),
        ("港町の写真館", "Former photo studio of a port town", "Former"),
        ("橋の点検", "Emergency bridge inspection", "Emergency"),
        ("마을 도서관", "Temporary village library", "Temporary"),
        ("社区菜园", "Immigrants’ community garden", "Immigrants"),
        ("港口罢工", "Deadly port strike", "Deadly"),
    ],
)
def test_what_is_added_is_told(original, english, printed):
    assert [f.printed for f in found_by(check_omissions, titled(original, english))] == [printed]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("静かな港町", "A quiet port town"),
        ("どう生きるか", "How to live"),
        ("なぜ若者は去るのか", "Why young people leave"),
        ("誰のための改革か", "Reform for whom?"),
        ("집값 어디까지 오를까", "How far will house prices rise?"),
        ("언제까지 기다릴까", "How long to wait"),
        ("地図で見る都市", "The city as seen in a map"),
        ("或许是最后的机会", "Perhaps the last chance"),
        ("汽车或火车", "By car or by train"),
        ("预计明年完工", "Completion expected next year"),
        ("人口減の予測", "Population forecast to shrink"),
        ("若い漁師たち", "Young fishermen"),
        ("長者食堂開張", "Elderly canteen opens"),
        ("离退休教师的课堂", "Classes by former teachers"),
        ("예산 없어 중단", "Halted for want of funds"),
        ("人手足りず休館", "Museum closes for lack of staff"),
        ("길 잃은 개혁", "Reform that lost its way"),
        ("没有围墙的校园", "A campus open to all"),
        ("不眠の街", "The city that never sleeps"),
        ("外国人 노동자의 밥상", "The table of migrant workers"),
        ("核心技术的突破", "Breakthrough in core technology"),
        ("새 학기 풍경", "Scenes of a new term"),
        ("上海的弄堂", "Shanghai lanes"),
        ("福岡県の条例", "The prefecture’s ordinance"),
        ("서울시 청년수당", "Youth allowance"),
    ],
)
def test_free_renderings_are_not_told(original, english):
    assert found_by(check_omissions, titled(original, english)) == []


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("한국영업 재개", "Sales in Korea resume"),
        ("제주 한국영화제 개막", "Jeju film festival opens"),
        ("每人僅五百元", "Little more than 500 each"),
        ("國片票房創新高", "Taiwanese films break box-office record"),
        ("江城市场的早点摊", "Breakfast stalls of Jiangcheng"),
        ("最後一家書店熄燈", "Lights out at the last bookshop"),
        ("가구 수출 회복", "Furniture exports recover"),
        ("자율주행 시험장 개소", "Self-steering cars on test ground"),
        ("더불어민주당 전당대회", "Democratic Party convention"),
        ("充電网络扩大", "More connected chargers"),
        ("위안부 기록물 공개", "Records of comfort women released"),
        ("海外企业撤资", "Foreign Companies Pull Out of the Market"),
    ],
)
def test_what_other_words_say_or_only_looks_alike_is_not_told(original, english):
    found = found_by(check_omissions, titled(original, english))
    assert [f.message for f in found if f.severity != "info"] == []


@pytest.mark.parametrize(
    ("original", "english", "told"),
    [
        ("国有铁路的困境", "Railways in difficulty", "state-owned"),
        ("僅三成通過檢查", "Thirty percent pass inspection", "only"),
        ("老人院暂不开放", "Nursing home not to open", "for the time being"),
        ("当分の間運休", "Trains do not run", "for the time being"),
        ("家族の介護", "Caring in numbers", "families"),
        ("动画工作室的夜班", "Night Shift at a Foreign Animation Studio", "foreign"),
    ],
)
def test_qualifiers_at_issue_are_told(original, english, told):
    found = [f.message.casefold() for f in found_by(check_omissions, titled(original, english))]
    assert any(told in message for message in found), found


@pytest.mark.parametrize(
    ("original", "english", "told"),
    [
        ("日銀、追加利上げを慎重に検討", "BOJ considers additional rate hike", "that it is done with care"),
        ("外国人介護士は本当に救世主なのか", "Are foreign care workers saviors?", "that it is really so"),
        ("原発事故の避難者、今も2万人", "20,000 evacuated in nuclear accident", "that it is so to this day"),
        ("서울 아파트값 소폭 하락", "Seoul apartment prices fall", "that it is only slight"),
        ("수도권 집값 다시 상승", "Housing prices rise again", "that it is in the capital's region"),
        ("식민지기 조선의 여성 교육", "Women's education in Korea", "that it is of the colonial time"),
        ("央行适度下调利率", "Central bank cuts interest rates", "that it is only slight"),
        ("西部地区高校扩招", "Universities expand enrollment", "the side of the country (west)"),
        ("戦前の農村における小作争議", "Tenant disputes in farm villages", "that it is before the war"),
        ("재개발 조합장 징역형 집행유예", "Co-op head gets prison term", "that a sentence is suspended"),
        ("기업 대출 조건부 완화", "Company loans eased", "that there is a condition to it"),
        ("無許可営業の店が減少", "Trading by shops in decline", "that it is without leave"),
    ],
)
def test_manners_and_times_that_are_dropped_are_told(original, english, told):
    found = [f.message for f in found_by(check_omissions, titled(original, english))]
    assert [message for message in found if told in message] == found != []


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("米価が下落", "Rice prices fall nationwide", "nationwide"),
        ("町立病院が閉鎖", "Town hospital to close permanently", "permanently"),
        ("高速バス、減便相次ぐ", "Highway bus services reportedly cut one after another", "reportedly"),
        ("北京试点养老护理员培训", "Beijing successfully pilots elder-care worker training", "successfully"),
        ("미국, 반도체 관세 유예", "U.S. indefinitely delays chip tariffs", "indefinitely"),
        ("공공병원 예산 삭감", "Budget for public hospitals slashed in half", "slashed in half"),
        ("空港の滑走路延伸", "Military airport runway extension", "Military"),
        ("大学が学費を改定", "University surreptitiously revises tuition", "surreptitiously"),
    ],
)
def test_what_narrows_a_claim_is_told_where_nothing_leads_to_it(original, english, printed):
    found = found_by(check_omissions, titled(original, english))
    assert [f.printed for f in found if f.severity == "warning"] == [printed]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("同性婚認めぬ規定は「違憲」　高裁判決", "High court rules same-sex marriage ban unconstitutional"),
        ("ホンダと日産、統合協議を打ち切り", "Honda and Nissan call off merger talks"),
        ("待機児童、ほぼ解消", "Waiting lists for day care all but gone"),
        ("요양보호사의 하루는 새벽 5시에 시작된다", "A care worker's day begins at 5 in the morning"),
        ("중대재해처벌법, 사업장에도 적용", "Serious Accidents Punishment Act extended to workplaces"),
        ("의대 증원 둘러싼 갈등 장기화", "Dispute over medical school quotas drags on"),
        ("中国人口连续三年负增长", "China's population shrinks for third year"),
        ("为什么年轻人不愿意结婚", "Why young people don't want to marry"),
        ("유학생, 요양보호사로 취업 허용", "Foreign students allowed to take jobs as care workers"),
        ("陸客團未見鬆綁", "No easing for Chinese tour groups"),
        ("限界集落に生きる人々", "Life in Japan's dying villages"),
        ("コメ高騰、備蓄米の放出でも下がらず", "Rice prices stay high despite release of stockpiles"),
        ("未成年人网络保护条例", "Regulations on protection of minors online"),
        ("북한 노동당 전원회의 개최", "North Korea holds party plenum"),
        ("都更條例修法", "Amending the Urban Renewal Act"),
    ],
)
def test_headlines_put_freely_are_not_told(original, english):
    found = found_by(check_omissions, titled(original, english))
    assert [f.message for f in found if f.severity != "info"] == []


@pytest.mark.parametrize(
    ("original", "english", "told"),
    [
        ("药店或关停", "Pharmacies shut", "that something is only possible"),
        ("多地或取消限购", "Curbs are scrapped in many cities", "that something is only possible"),
        ("油價可望調降", "Fuel prices cut", "that something is only possible"),
        ("今年もコメ不足か", "Rice shortage this year", "that something is only possible"),
        ("電車運賃値上げか", "Railway raises fares", "that something is only possible"),
        ("제철소 멈추나 생산 중단되나", "Steelworks stops production", "that something is only possible"),
        ("涉嫌受贿官员被捕", "Official who took bribes arrested", "that it is only suspected"),
        ("台積電擬赴德設廠", "TSMC builds plant in Germany", "that it is planned"),
        ("両社が統合で基本合意", "Both sides say yes to merger", "'in principle'"),
        ("房租又涨", "Rents rise", "'again'"),
        ("またも検査不正", "Scandal at inspections", "'again'"),
        ("地下鉄の運賃改定", "Fares revised", "that it is of the underground railway"),
        ("外资医院获批", "Hospitals approved", "that it is foreign-owned"),
        ("전기차 보조금 축소", "Subsidies for cars cut", "that it is electric"),
        ("光伏补贴取消", "Subsidies scrapped", "that it is of solar or wind power"),
        ("訪日客のマナー", "Manners", "that it is about visitors or workers from abroad"),
    ],
)
def test_hedges_and_kinds_that_are_dropped_are_told(original, english, told):
    found = [f.message for f in found_by(check_omissions, titled(original, english)) if f.severity != "info"]
    assert found == [f"The English drops {told}, which the original has."]


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("変電所が浸水", "Substation flooded again", "again"),
        ("教师工资上调", "Teachers’ pay raised ahead of schedule", "ahead of schedule"),
        ("병원 예약 어려워", "Hospital appointments hard to get at weekends", "at weekends"),
        ("檢討教科書", "Review of textbooks in primary schools", "in primary schools"),
        ("空港の建設始まる", "Construction of the airport begins in Okinawa", "in Okinawa"),
        ("배달 노동자 산재 급증", "Injuries of delivery workers surge in Seoul", "in Seoul"),
        ("地铁票价调整", "Metro fares adjusted in Beijing", "in Beijing"),
    ],
)
def test_phrases_that_are_added_are_told(original, english, printed):
    found = found_by(check_omissions, titled(original, english))
    assert [f.printed for f in found if f.severity == "warning"] == [printed]


def test_a_phrase_that_no_word_stands_for_is_a_hint():
    found = found_by(check_omissions, titled("図書館の利用者が減る", "Library users fall among the sailors"))
    assert [(f.severity, f.printed) for f in found] == [("info", "among the sailors")]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("买房或租房", "Buy or rent?"),
        ("快递费或将上涨", "Courier fees look set to rise"),
        ("药价或再谈判", "Drug prices to be renegotiated"),
        ("値上げか、量を減らすか", "Raise prices, shrink portions"),
        ("拟声词研究", "A study of onomatopoeia"),
        ("한시적 양도세 완화", "Temporary relief on gains tax"),
        ("二手房成交翻倍", "Resales double"),
        ("抗战胜利七十周年阅兵", "Parade marks 70th anniversary of victory over Japan"),
        ("八年抗战", "Eight years of resistance"),
        ("在日コリアンの老い", "Old age among Koreans in Japan"),
        ("歌舞伎俳優の襲名披露", "Kabuki actor takes his stage name"),
        ("闲置土地可以退还", "Idle land may be handed back"),
        ("渋谷の再開発", "Redevelopment in Tokyo’s Shibuya"),
        ("강남역 침수 대책", "Flood measures for Gangnam Station in Seoul"),
        ("道産米が一位", "Rice grown in Hokkaido takes first place"),
        ("老店复出", "Old shop is in business again"),
        ("돌아온 명태", "Pollack are back again"),
        ("限时抢购引发混乱", "Flash sale causes chaos"),
        ("장관, 사퇴 가능성 배제 안 해", "Minister keeps resignation on the table"),
    ],
)
def test_free_hedges_and_places_are_not_told(original, english):
    found = found_by(check_omissions, titled(original, english))
    assert [f.message for f in found if f.severity != "info"] == []
