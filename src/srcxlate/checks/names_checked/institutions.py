"""What the names of institutions are made of: 보험 Insurance, 統計 Statistics; and a name that is another's.

In come an institution's name in script and in English, out comes whether the English is another
institution's: it has words for what the script does not name, and none for what it does.
"""

import re
from dataclasses import dataclass
from functools import cache

from srcxlate.checks.bodies_checked import swapped
from srcxlate.checks.places import PLACES, find, find_english, hinted, may_mean
from srcxlate.languages import HAN, HANGUL
from srcxlate.layout import Span

_WORDS = r"""
Insurance|Insured 보험|保険|保险|保險
Health|Healthcare|Medical|Medicine 건강|보건|의료|의학|健康|保健|医療|医学|卫生|衛生|医疗|醫療|公衆衛生
Human_Rights|Civil_Rights|Rights 인권|권익|人権|人权|人權
Statistics|Statistical|Census 통계|統計|统计|主計
Land|Territorial|National_Land|Settlements 국토|토지|(?<![国國])土地|国土(?!地理)|國土
Housing|Home|Dwelling|Residential 주택|주거|住宅|住居|住房
Finance|Financial|Banking|Capital_Market 금융|재정|자본|金融|財政|财政|財務|资本
~Development 개발|발전|開発|开发|開發|发展|發展
Environment|Environmental|Ecology|Ecological 환경|생태|環境|环境|生态|生態
Energy 에너지|エネルギー|能源|エネ
Nuclear|Atomic 원자력|핵|원전|原子力|原子|核
Transport|Transportation|Traffic 교통|운수|交通|運輸|运输
Railway|Rail|Railroad 철도|鉄道|铁路|鐵路|鐵道
Road|Expressway|Highway 도로|道路|公路|高速
Agriculture|Agricultural|Farm|Rural|Agro 농업|농촌|농림|농식품|農業|農村|農林|农业|农村|農政
Fisheries|Fishery|Marine|Maritime|Ocean|Oceans 수산|해양|해사|水産|海洋|海事|漁業|渔业
Forest|Forestry|Forests 산림|임업|森林|林業|林业
Food 식품|식량|食品|食糧|粮食|糧食
Labor|Labour|Employment|Workers?|Work|Trade_Unions?|Vocational 노동|고용|근로|노조|직업|労組|工会|工會|労働
    |雇用|劳动|勞動|就业|人力
Education|Educational|Teacher|Schools 교육|교원|학교|教育|学校|教員
Culture|Cultural 문화|文化
Arts|Art 예술|미술|芸術|藝術|艺术|美術|美术
Film|Cinema|Movie 영화|영상|映画|电影|電影
Sport|Sports|Athletic 체육|스포츠|スポーツ|体育|體育
Tourism|Travel|Tourist 관광|여행|観光|旅行|旅游|觀光
Trade(?!_Union)|Foreign_Trade|Export|Import 무역|통상|貿易|通商|贸易|进出口
Commerce|Commercial|Business|Chamber 상공|상업|상사|商工|商業|商业|商务|商務|商事|商会
Industry|Industrial|Manufacturing 산업|공업|産業|工業|产业|工业|產業
~Economic|Economics|Economy|Economies 경제|経済|经济|經濟
~Technology|Technical|Technological 기술|과기|技術|技术|科技|科技
~Science|Sciences|Scientific 과학|과기|科学|科學|科技
~Social|Societal 사회|社会|社會|복지
Welfare 복지|福祉|福利
Population|Demographic 인구|人口
Women|Gender|Feminist 여성|女性|婦女|妇女|양성
Youth|Juvenile|Adolescent 청소년|청년|青年|青少年|若者
Children|Child|Childcare 아동|어린이|보육|육아|児童|子ども|こども|儿童|兒童|保育
Elderly|Ageing|Aging|Gerontology|Gerontological|Senior|Older 노인|고령|노년|高齢|老人|老年|老龄|高齡|長壽|老化
~Security|Safety|Strategic_Security 안보|안전|보안|安全|保障|安保|安全保障
Defense|Defence|Military|Strategic|War 국방|방위|군사|전략|防衛|国防|國防|軍事|军事|戦略|战略|戰略
~Foreign|International|Diplomatic|Global 외교|국제|대외|国際|国际|國際|外交|対外|对外
Unification|North_Korean|Peace 통일|북한|평화|統一|平和|和平
Law|Legal|Legislation|Legislative|Bar 법률|법제|법|법학|입법|변호사|法律|法制|法務|法学|立法|弁護士|律师|法
Audit|Auditors|Inspection 감사|監査|審計|审计|検査|감리
Tax|Taxation|Revenue 조세|국세|세무|税|稅
Election|Electoral 선거|選挙|選舉|选举
Police 경찰|警察|公安
Fire|Disaster|Disasters 소방|재난|재해|방재|消防|防災|災害|防灾|应急|災防
Water|River|Rivers 수자원|하천|물|水資源|水利|河川|水资源|水道|水
Meteorological|Weather|Climate 기상|기후|気象|気候|气象|气候|氣象|氣候
Newspapers?|News|Journalists?|Broadcasting|Broadcast|Communications|Telecommunications|Press|Media 방송
    |통신|언론
    |미디어|放送|通信
    |メディア|新聞|广播|电视|傳播|通訊|传媒|媒体|媒體
~Information|Data|Digital|Internet|Cyberspace|Cyber 정보|데이터|디지털|인터넷|情報|データ|デジタル|信息
    |资讯|資訊|数据|数字|網路|网络|互联网|互聯網|數位
Consumer|Consumers 소비자|消費者|消费者
Elections|Voters 선거|選挙|選舉|유권자
~Policy|Policies 정책|政策
~Administration|Administrative|Public_Administration 행정|관리|행정|行政|管理
~Local|Regional|Municipal|Provincial|Province 지방|지역|지자체|地方|地域|自治|地区|区域|區域
Urban|City|Cities 도시|시|都市|城市|城乡|市
Construction|Architecture|Architectural|Building 건설|건축|建設|建築|建设|建筑
Electric|Electrical|Power|Electricity 전력|전기|電力|電気|电力|电气|電氣
Gas|Petroleum|Oil 가스|석유|ガス|石油|天然气|瓦斯|油
Pension|Pensions 연금|年金|养老|退休
Credit|Loan|Guarantee 신용|보증|信用|保証|信貸|信贷
Deposit 예금|預金|存款|存保
Securities|Exchange|Stock 증권|거래소|証券|証券取引|证券|證券|交易所|取引所
History|Historical 역사|歴史|历史|歷史|国史|史
Language|Linguistics|Linguistic 국어|언어|어문|国語|言語|语言|語言
Literature|Literary|Writers 문학|작가|文学|文學|作家
Heritage|Archaeology|Archaeological 유산|문화재|유물|고고|遺産|文化財|考古|文物|遗产|遺產
Religion|Religious|Buddhist|Christian 종교|불교|기독|宗教|仏教|佛教|基督|キリスト
Disease|Infectious|Epidemic|Virology 질병|질환|감염|感染|疾病|疾控|病毒|疫
Drug|Pharmaceutical|Pharmaceuticals|Drugs 의약|약품|약|医薬|薬|药品|藥|药
Nursing|Nurses|Nurse|Care 간호|요양|돌봄|看護|介護|护理|護理|照護|照顾|ケア
Hospital|Hospitals 병원|病院|医院|醫院
Psychology|Psychological|Psychiatric|Mental 심리|정신|心理|精神
Immigration|Immigrant|Migration|Migrant 이민|출입국|이주|入管|移民|在留|移住
Veterans 보훈|퇴역|退役|退輔
Geographic\w*|Geospatial|Geography|Survey 地理|지리|測量|测量
Physicians?|Doctors?|Medical 의사|医師|醫師|医师
Intellectual_Property|Patent|Patents 특허|지식재산|특허|特許|知的財産|知识产权|專利|智慧財產
Space|Aerospace|Aviation|Air|Aeronautics 항공|우주|航空|宇宙|航天|太空|民航
Shipbuilding|Ship|Ships|Shipping|Port|Ports 조선|해운|항만|造船|海運|港湾|船舶|航运|航運|港
Semiconductor|Semiconductors|Chip 반도체|半導体|半导体|半導體
Automobile|Automotive|Motor|Vehicle|Car 자동차|自動車|汽车|汽車
Steel|Iron|Metal|Metals 철강|금속|鉄鋼|鋼|金属|钢铁|鋼鐵|冶金
Chemical|Chemistry 화학|化学|化學|化工
Textile|Textiles|Fiber|Fibre 섬유|繊維|纺织|紡織|化纤
Coal|Mining|Mineral|Minerals|Geological|Geology|Resources 석탄|광물|지질|자원|광업|石炭|鉱物|鉱業|地質|資源
    |煤炭|矿|矿业|地质|资源
Democracy|Democratic 민주|民主
Dental|Dentists?|Stomatolog\w+ 歯科|치과|牙科|牙医|牙醫|口腔
Genetics?|Genomics? 遺伝|유전|遗传|遺傳|基因
Physics|Physical_Society 物理|물리
Mathematics|Mathematical 数学|數學|수학
Biolog\w+|Life_Sciences?|Bioscience 生物|生命|생물|생명
Materials? 材料|物質|소재|재료
Philosoph\w+ 哲学|哲學|철학
Folk(?:lore)?|Ethnolog\w+|Ethnograph\w+|Anthropolog\w+ 民俗|民族|人類|人类|민속|민족|인류
Sumo 相撲|스모
Football|Soccer サッカー|축구|足球|蹴球
Baseball 野球|야구|棒球
Basketball バスケ|농구|篮球|籃球
Volleyball バレー|배구|排球
Golf ゴルフ|골프|高尔夫|高爾夫
Olympics?|Olympic オリンピック|五輪|올림픽|奥林匹克|奧林匹克|奥委会|奧會|体育
Animal|Animals|Livestock|Veterinary 동물|축산|수의|動物|畜産|獣医|畜牧|兽医|獸醫|畜產
Plant|Plants|Botanical|Seed 식물|종자|植物|種子|种子
Cancer|Oncology 암센터|암|がん|癌
Disabled|Disability|Disabilities 장애|障害|障碍|残疾|身心障礙
Creative|Content 콘텐츠|창의|コンテンツ|内容|創意|创意
Standards|Standardi[sz]ation|Metrology 표준|規格|標準|标准|計量|计量
Customs 관세|税関|海关|海關|關務
Prosecutors?|Prosecution|Procuratorate 검찰|検察|检察|檢察
Refugees? 난민|難民|难民
Publishing|Publishers|Press|Books? 출판|도서|出版|図書|图书|書籍
Music|Musical|Musicians 음악|音楽|音樂|音乐
Theat(?:re|er)|Drama|Performing 연극|공연|演劇|戏剧|戲劇|劇場|文楽|芸能
Games?|Gaming 게임|ゲーム|游戏|遊戲
Earthquake|Seismic|Seismology 지진|地震
Polar 극지|極地|极地
Astronomy|Astronomical 천문|天文
Indigenous|Ainu|Hakka 原住民|アイヌ|客家|民族
Memory|Memorial 기억|추모|기념|記念|祈念|紀念|纪念
Banks?|Banking 은행|銀行|银行|日銀|央行
Ministry 省$|部$|부$|府$
Secretariat 官房|秘書|秘书|사무처|사무국|事務局
~Cooperation|Cooperative 협력|협동|協力|協同|合作
University|College|Universities 대학|대$|大学|大學|学院|學院|校
Court 법원|재판소|裁判所|法院|最高裁
Museum 박물관|미술관|博物館|博物馆|博物院|美術館
Library|Libraries 도서관|図書館|圖書館|图书馆
~Chung-?[Hh]wa|Chung-?[Hh]ua 中華|中华
~Taiwan|Taiwanese 台湾|台灣|臺灣|타이완|대만
~Japan|Japanese|Nippon 日本|일본|국립국어
~China|Chinese 中国|中國|中华|中華|중국
~Korea|Korean 한국|대한|국립|韓国|韩国|韓國|大韓
~American|America|US 미국|米国|美国|美國|アメリカ
~Asia|Asian 아시아|アジア|亚洲|亞洲|亚太|亞太|アジ
~Europe|European 유럽|欧州|ヨーロッパ|欧洲|歐洲
"""
"""What an institution is and deals with, one word a line: in English, and as the three languages have it.

Behind ``~`` stand words that many names add or leave out.
"""


def is_another(script: str, english: str) -> bool:
    """Whether an institution's English name is another's than its name in script."""
    if any(swapped(script, english)) or _elsewhere(script, english):
        return True
    rows = _table()
    said = {row for row in rows if row.english.search(english)}
    meant = {row for row in rows if row.named.search(script)}
    lost, strange = meant - said, said - meant
    return bool(lost and strange) and any(row.strong for row in lost | strange)


_HEADS = (
    "Foundation|Institute|Institution|Association|Academy|Society|Council|Cent(?:er|re)|Federation|Library|Museum"
    "|Union|League|Organi[sz]ation"
)
_PHRASE = re.compile(
    rf"(?:[A-Z][\w’'-]+(?:,? and|,)? )*(?:{_HEADS})\b"
    r"(?:(?: (?:of|for|on)(?: the)?| and|,)(?: [A-Z][\w’'-]+)+)*"
)
_NAMED = re.compile(
    rf"[{HAN}]+(?:基金[會会]|協[會会]|协会|[學学][會会]|研究[院所]|联合会|聯合會|連盟|联盟|聯盟"
    "|[医醫師师][會会]|工[会會]|組合|図書館|圖書館|图书馆|博物館|博物馆|財団|财团)"
    rf"|[{HANGUL}]+(?:재단|협회|학회|연맹|연합회|협의회|연구원|개발원|진흥원|연구소|도서관|박물관)"
)


def in_title(original: str, english: str) -> tuple[Span, Span] | None:
    """Where a title names its one institution, and where its English the one that is another's, if so.

    A word of another field must be in the English, and one of the original's must be lost.
    """
    names, phrases = list(_NAMED.finditer(original)), list(_PHRASE.finditer(english))
    if len(names) != 1 or len(phrases) != 1:
        return None
    rows = [row for row in _table() if row.strong]
    lost = [row for row in rows if row.named.search(names[0][0]) and not row.english.search(english)]
    meant = [row for row in rows if row.named.search(original)]
    strange = [
        match
        for row in rows
        for match in row.english.finditer(phrases[0][0])
        if row not in meant and not any(one.english.search(match[0]) for one in meant)
    ]
    return (names[0].span(), phrases[0].span()) if lost and strange else None


def _elsewhere(script: str, english: str) -> bool:
    """Whether the script names one region or city and the English another."""
    there = [one.name for one in find(script) if PLACES[one.name].city]
    named = [one.name for one in find_english(english) if PLACES[one.name].city]
    return bool(there and named) and not any(may_mean(english, name) for name in there) and not any(
        hinted(script, name, "und") for name in named
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    english: re.Pattern[str]
    named: re.Pattern[str]
    strong: bool
    """Whether it tells institutions apart; what many names add or leave out does not."""


@cache
def _table() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            re.compile(rf"\b(?:{words.lstrip('~').replace('_', ' ')})\b"), re.compile(signs), words[0] != "~"
        )
        for words, signs in (line.split(" ", 1) for line in _WORDS.replace("\n    ", "").strip().splitlines())
    )
