"""Quantities of headlines that say them in many ways: in faithful translations and in wrong ones."""

import pytest

from srcxlate.checks.numbers import numbers_apart
from srcxlate.checks.numbers.measures import find_measures

FAITHFUL = """
ja|空き家、過去最多の900万戸に|Vacant homes reach a record nine million
ja|全国の空き家率13.8%|Vacancy rate stands at 13.8 percent nationwide
ja|家賃3割増の時代|The age of rents up by thirty percent
ja|築50年超の団地|Housing estates more than half a century old
ja|築五十年の団地に住む|Living in a fifty-year-old estate
ja|住宅ローン、7人に1人が返済に不安|One in seven borrowers worries about paying the mortgage
ja|地価32年ぶり高水準|Land prices at their highest in 32 years
ja|地価、二年連続上昇|Land prices rise for second straight year
ja|1億円マンション続々|Condominiums at 100 million yen, one after another
ja|2億円超の「億ション」|Flats at over ¥200 million
ja|新築着工、半世紀ぶり80万戸割れ|Housing starts fall below 800,000 for first time in half a century
ja|5戸に1戸が空き家|One home in five stands empty
ja|四半期で2.5%減|Down 2.5% on the quarter
ja|再エネ比率、30年度に36〜38%|Share of renewables to reach 36–38 percent in fiscal 2030
ja|原発33基のうち12基が再稼働|Twelve of 33 reactors back in operation
ja|震度6強の揺れ|Shaking of upper 6 on the Japanese scale
ja|震度7、二度襲う|Twice struck by intensity 7
ja|M7.3の衝撃|The shock of magnitude 7.3
ja|3・11から十三年|Thirteen years after March 11
ja|一万人が孤立|Ten thousand cut off
ja|数万世帯で停電|Power out in tens of thousands of households
ja|数十人が負傷|Dozens injured
ja|約1600億円を投じる|Some 160 billion yen to be spent
ja|1600億円の教訓|Lessons of ¥160bn
ja|12.5兆円の負担|A burden of 12.5 trillion yen
ja|半導体、シェア5割へ|Aiming for half the chip market
ja|3分の2が反対|Two-thirds opposed
ja|過半数が「信頼できない」|More than half say they "cannot trust" it
ja|日中韓、三カ国会談|Trilateral talks of Japan, China and South Korea
ja|第2次安倍政権の遺産|Legacies of the second Abe administration
ja|二階建て年金|A two-tier pension
ja|一帯一路の十年|Ten years of the Belt and Road
ja|平成30年版防衛白書|Defense of Japan 2018
ja|令和6年度予算案|The draft budget for fiscal 2024
ja|昭和五十年代の団地|Housing estates of the late 1970s
ja|2020年代後半の危機|Crisis of the late 2020s
ja|10月7日以後の世界|The world since October 7
ja|4～6月期GDP、年率3.1%増|GDP grows an annualized 3.1 percent in second quarter
ja|80歳の壁|The wall at eighty
ja|一人暮らしの高齢者|Old people living alone
ja|第三者委員会の報告|Report of the third-party commission
ja|世界一の座|First in the world
ja|六ヶ所村の再処理|Reprocessing at Rokkasho
ja|三菱重工の岐路|Mitsubishi Heavy Industries at a crossroads
ja|七尾市の水道復旧|Water restored in Nanao
ja|四国電力の決断|The decision of Shikoku Electric
ja|百年の計|A plan for a century
ja|十人十色の復興|To each his own recovery
ja|一石二鳥のはずが|It was meant to kill two birds with one stone
ja|半減期をどう待つか|How to wait out the half-life
ja|倍増する維持費|Upkeep costs double
ja|電気代2倍、暮らし圧迫|Electricity bills double, squeezing households
ja|第5世代戦闘機|Fifth-generation fighters
ja|24時間営業をやめた店|The shops that stopped opening round the clock
ja|1日8時間の壁|The wall of eight hours a day
ja|3万7千人が避難|37,000 evacuated
ja|被災者の声1000人分|The voices of a thousand survivors
ja|30代の半数が持ち家を諦める|Half of those in their thirties give up on owning a home
ja|40年超運転、初の認可|First approval to run beyond 40 years
ja|初の女性首相|The first woman prime minister
ja|三つ巴の選挙戦|A three-way race
ja|20年で人口半減|Population halves in two decades
ja|一部損壊と半壊|Partly damaged and half destroyed
ja|0.5ポイント上昇|Up half a percentage point
ja|年0.25%への利上げ|Rate raised to 0.25 percent
ko|전세가율 80% 넘은 아파트|Flats where the deposit tops 80 percent of the price
ko|5가구 중 1가구는 1인 가구|One in five households has a single member
ko|1인 가구 750만 시대|The age of 7.5 million single-person households
ko|빈집 151만 호|1.51 million empty homes
ko|원전 10기 더 짓는다|Ten more reactors to be built
ko|8년 만에 부활한 위원회|The commission revived after eight years
ko|한일 수교 60주년|Sixty years of diplomatic ties between South Korea and Japan
ko|6자회담의 추억|Memories of the Six-Party Talks
ko|3축 체계의 허점|Gaps in the three-axis system
ko|제3자 변제안|The third-party reimbursement plan
ko|12·3 비상계엄의 밤|The night of the December 3 martial law
ko|2만2천 가구 정전|Power cut to 22,000 households
ko|9·19 군사합의 파기|Scrapping of the September 19 military agreement
ko|국민 10명 중 7명 "핵무장 찬성"|Seven in ten favor nuclear armament
ko|국민 70% 핵무장 찬성|Seven in ten favor nuclear armament
ko|주담대 금리 6% 돌파|Mortgage rates pass 6 percent
ko|분양가 3.3㎡당 4천만원|40 million won per 3.3 square meters
ko|평당 1억 시대|The age of 100 million won per pyeong
ko|2조3000억원 적자|A deficit of 2.3 trillion won
ko|규모 5.8 지진|Magnitude 5.8 earthquake
ko|수백 채를 가진 사람들|People who own hundreds of homes
ko|첫 삽 뜨는 신도시|New town breaks ground
ko|1기 신도시 재건축|Rebuilding the first-generation new towns
ko|3기 신도시는 어디로|Where are the third-generation new towns going?
ko|4대강의 교훈|Lessons of the four rivers
ko|반값 아파트의 진실|The truth about half-price flats
ko|50년 모기지|The fifty-year mortgage
ko|하루 3명꼴 숨져|Three die each day
ko|절반이 "집 못 산다"|Half "cannot buy a home"
ko|청년 셋 중 하나는 월세|One young person in three pays monthly rent
ko|세 번째 만남|The third meeting
ko|십 년을 돌아보며|Looking back on ten years
ko|사드 배치 이후 3년|Three years after THAAD
zh|房价连跌18个月|House prices fall for eighteenth month in a row
zh|七成受访者看淡楼市|Seventy percent of respondents bearish on housing
zh|一线城市二手房成交翻倍|Resale deals double in first-tier cities
zh|三四线城市的空城|Ghost towns of the third and fourth tiers
zh|十四五规划的最后一年|The last year of the Fourteenth Five-Year Plan
zh|两会上的房产税|The property tax at the Two Sessions
zh|万亿国债去哪儿了|Where did the trillion yuan in bonds go
zh|百强房企销售额下降三成五|Sales of the top hundred developers fall 35 percent
zh|恒大两万亿债务|Evergrande's debts of two trillion yuan
zh|保交楼:1500亿元贷款|Delivering homes: loans of 150 billion yuan
zh|首付降至15%|Down payments cut to 15 percent
zh|公积金贷款下调0.25个百分点|Provident fund rate cut by a quarter of a percentage point
zh|六成民眾反對核電延役|Six in ten oppose longer life for nuclear plants
zh|逾八成民眾自認是台灣人|More than 80 percent identify as Taiwanese
zh|民國一一三年能源統計年報|Energy statistics annual 2024
zh|九二共識三十年|Thirty years of the 1992 Consensus
zh|十年內房價漲一倍|House prices double within ten years
zh|兩岸三地的青年|Young people in the mainland, Hong Kong and Taiwan
zh|第三次能源轉型|The third energy transition
zh|近三千戶停電|Nearly 3,000 households without power
zh|513大停電檢討|Review of the May 13 blackout
zh|921地震二十五周年|Twenty-five years after the 921 earthquake
zh|一例一休的後果|Consequences of one fixed day off and one rest day
zh|台海局势的三个变量|Three variables in the Taiwan Strait
zh|五千年文明|Five thousand years of civilization
zh|“九三”阅兵|The September 3 parade
zh|四川六点八级地震|Magnitude 6.8 earthquake in Sichuan
zh|2.5亿千瓦的缺口|A shortfall of 250 gigawatts
zh|装机突破10亿千瓦|Installed capacity passes one billion kilowatts
zh|半数以上|More than half
zh|每千名老人仅有3名护理员|Only 3 care workers for every thousand old people
zh|三十年河东|Thirty years east of the river
zh|一半家庭负债|Half of families in debt
zh|三代人的房子|A house for three generations
zh|十户九空|Nine in ten homes empty
ko|트럼프 2기 통상정책|Trade policy in Trump's second term
ko|3선 개헌의 그림자|The shadow of the third-term amendment
ko|연 5% 성장|Growth of 5 percent a year
ja|1日3人が犠牲に|Three a day fall victim
ja|毎月10万円の仕送り|A remittance of ¥100,000 a month
ja|時速300キロ|300 kilometers an hour
ja|一坪の土地|A plot of one tsubo
ja|東京ドーム5個分|The size of five Tokyo Domes
ja|30坪の家|A house of 100 square meters
ko|84㎡ 아파트 10억|An 84-square-meter flat at a billion won
ko|25평 아파트|An 83-square-meter flat
zh|三峡大坝三十年|Thirty years of the Three Gorges Dam
zh|三农问题|The three rural problems
zh|五台山的冬天|Winter at Mount Wutai
zh|千亿市值蒸发|A hundred billion in market value evaporates
zh|一线之隔|A thin line apart
ja|100万キロワット級原発|A gigawatt-class reactor
ja|100万kWの電力不足|A shortage of 1 GW
ja|1000万kW|10 million kilowatts
ko|1GW 해상풍력|One gigawatt of offshore wind
ko|8.2기가와트|8.2 gigawatts
zh|二级市场|The secondary market
zh|九三学社|The Jiusan Society
ja|三十六計逃げるに如かず|Of thirty-six stratagems, flight is best
ja|二・二六事件|The February 26 Incident
ja|五・一五事件|The May 15 Incident
ko|4·3의 기억|Memories of April 3
ko|5·18 민주화운동|The May 18 democratization movement
ko|6·25 전쟁|The Korean War
zh|五四运动|The May Fourth Movement
zh|六四三十周年|Thirty years after June Fourth
zh|八二三炮戰|The August 23 artillery battle
zh|二二八事件|The February 28 Incident
zh|七七事变|The July 7 Incident
zh|双十一|Singles' Day
zh|三一八運動|The March 18 movement
ja|一夜にして|Overnight
ja|8月15日|August 15
ko|7월 4일 0시|Midnight on July 4
ja|日米2プラス2、台湾海峡に言及|Japan-U.S. two-plus-two refers to the Taiwan Strait
ja|G7広島サミット、三日間の攻防|The three-day battle of the G7 Hiroshima summit
ja|安保3文書の改定|Revising the three security documents
ja|防衛費、GDP比2%へ|Defense spending toward 2 percent of GDP
ja|防衛費43兆円の財源|Where the 43 trillion yen for defense will come from
ja|三十年戦争としての台湾問題|The Taiwan question as a thirty years' war
ja|第一列島線の内側|Inside the first island chain
ja|中国軍機、延べ45機|Forty-five sorties by Chinese military aircraft
ja|九州沖で三隻が航行|Three ships sail off Kyushu
ja|戦後80年談話見送り|Statement for 80th anniversary of war's end put off
ja|戦後70年、安倍談話を読む|Reading the Abe statement, seventy years after the war
ja|一国二制度の終わり|The end of one country, two systems
ja|二国間協議は平行線|Bilateral talks remain far apart
ja|3カ月ぶり発射、今年5回目|First launch in three months, fifth this year
ja|「好感を持つ」が15ポイント減|Those with a favorable view down 15 points
ja|支持率、10カ月ぶりに四割回復|Approval back at forty percent for first time in ten months
ja|支持率3割切る|Approval falls below thirty percent
ja|10人に9人が「良くない印象」|Nine in ten have a bad impression
ja|10代の対韓感情|How teenagers feel about South Korea
ja|20代の7割が好感|Seventy percent of people in their twenties have a good impression
ja|二・二八事件から七十年|Seventy years since the February 28 Incident
ja|1965年体制の限界|The limits of the 1965 regime
ja|日中平和友好条約45年|Forty-five years of the Sino-Japanese treaty of peace and friendship
ja|1.5列の外交|Track 1.5 diplomacy
ja|半島有事に備える|Preparing for a contingency on the peninsula
ja|百年に一度の変化|Changes that come once in a century
ja|一枚岩ではない与党|A ruling party that is no monolith
ja|三権分立|Separation of the three powers
ja|千島列島|The Kuril Islands
ja|「一つの中国」の解釈|Interpreting "one China"
ja|輸出、前年同月比12.3%減|Exports down 12.3 percent from a year earlier
ja|輸出、7カ月連続マイナス|Exports down for seventh month in a row
ja|3品目の輸出規制|Export controls on three items
ja|5年ぶり首脳会談、45分で終わる|First summit in five years ends after 45 minutes
ja|午前3時の電話|A call at three in the morning
ja|二階氏、訪中へ|Nikai to visit China
ja|五輪ボイコット|Boycotting the Olympics
ja|六者会合の再開|Resuming the six-party talks
ja|四島返還論|The case for the return of the four islands
ja|十五年戦争史|A history of the fifteen-year war
ko|한미일 3국 정상회의|Trilateral summit of South Korea, the United States and Japan
ko|4·27 판문점 선언 6주년|Six years after the April 27 Panmunjom Declaration
ko|3개 품목 수출규제 5년|Five years of export curbs on three items
ko|사거리 800km 제한 해제|Limit of 800 kilometers on range lifted
ko|제2의 부산항|A second Busan port
ko|남북 9개월 만에 통화|First call between the Koreas in nine months
ko|20대 여론조사|A poll of people in their twenties
ko|22대 총선 이후|After the 22nd general election
ko|국회 3분의 2의 벽|The wall of two-thirds in the Assembly
ko|1인당 국민소득 3만 달러|Per capita income of 30,000 dollars
ko|백두산 천지|Heaven Lake on Mount Paektu
ko|일본 호감도 40% 첫 돌파|Favorable views of Japan pass 40 percent for first time
ko|응답자 열에 여덟 "사과 필요"|Eight in ten respondents say an apology is needed
ko|1박 2일 방한|A two-day visit to South Korea
ko|3·1절 기념사|The March 1 address
ko|8·15 경축사|The August 15 address
ko|8·15 경축사 논란|Row over Liberation Day address
ko|제로섬 게임|A zero-sum game
ko|한 번도 경험하지 못한 나라|A country never experienced before
ko|쌍방 합의|Agreement of both sides
ko|양국 국민 1000명 조사|Survey of 1,000 people in both countries
ko|1천 명 조사|Survey of 1,000
ko|배타적 경제수역 200해리|The exclusive economic zone of 200 nautical miles
ko|두 나라 이야기|A tale of two countries
ko|7년의 침묵|Seven years of silence
ko|단 한 척도 넘지 못했다|Not one ship got through
zh|解放军72小时演习|The PLA's seventy-two-hour exercise
zh|一中原则的边界|The borders of the one-China principle
zh|三个公报|The three communiqués
zh|中日韩三方峰会重启|Trilateral summit of China, Japan and South Korea resumes
zh|中美第二轮磋商|Second round of talks between China and the U.S.
zh|两岸十年回顾|Ten years across the strait
zh|国防预算连续第三年增7.2%|Defense budget up 7.2 percent for third year in a row
zh|军费7.2%增幅背后|Behind the 7.2 percent rise in military spending
zh|二十大后的外交|Diplomacy after the Twentieth Party Congress
zh|十九届四中全会|The fourth plenum of the Nineteenth Central Committee
zh|八千吨级海警船|Coast guard ship of the 8,000-ton class
zh|一艘万吨级海警船|A coast guard ship of 10,000 tons
zh|廿年磨一剑|Twenty years to grind one sword
zh|近九成民众不信任|Nearly ninety percent do not trust
zh|共機逾三十架次越中線|More than thirty sorties by PLA aircraft across the median line
zh|二十四小時內偵獲45架次|Forty-five sorties detected within twenty-four hours
zh|義務役恢復一年|Conscription back to one year
zh|四個月軍事訓練役走入歷史|Four months' military training becomes history
zh|六成七民眾支持|Sixty-seven percent in favor
zh|漢光40號演習|Han Kuang exercise no. 40
zh|第40屆漢光演習|The 40th Han Kuang exercise
zh|四海为家|At home anywhere
zh|七国集团声明|G7 statement
zh|百年未有之大变局|Changes unseen in a century
zh|千禧一代的民族主义|Nationalism of the millennials
zh|双十讲话|The Double Ten address
zh|一百天后|After a hundred days
zh|两千三百万人的声音|The voices of 23 million people
zh|钓鱼岛12海里|Twelve nautical miles from the Diaoyu Islands
zh|“十段线”地图|The map with the ten-dash line
"""
WRONG = """
ja|空き家、過去最多の900万戸に|Vacant homes reach a record 90 million
ja|7人に1人が返済に不安|One in six worries about repayment
ja|築40年の団地|Forty-five-year-old estates
ja|地価32年ぶり高水準|Land prices at their highest in 23 years
ja|約1600億円を投じる|Some 16 billion yen to be spent
ja|3分の2が反対|One-third opposed
ja|3割が反対|Three percent opposed
ja|平成30年版防衛白書|Defense of Japan 2019
ja|令和6年度予算案|The draft budget for fiscal 2023
ja|第2次安倍政権の遺産|Legacies of the third Abe administration
ja|震度6強の揺れ|Shaking of intensity 7
ja|20年で人口半減|Population halves in 12 years
ja|数万世帯で停電|Power out in thousands of households
ja|倍増する維持費|Upkeep costs triple
ja|三年連続の赤字|Fourth straight year in the red
ja|5大電力の決算|Results of the four large utilities
ja|1日8時間の壁|The wall of eight hours a week
ja|30代の半数が諦める|Half of those in their forties give up
ja|80歳の壁|The wall at ninety
ja|毎時5ミリシーベルト|Fifty millisieverts an hour
ja|四カ国の枠組み|A framework of three countries
ja|2040年度に5割|Half by fiscal 2050
ja|3月11日の海|The sea on March 12
ja|半世紀の記憶|Memories of a quarter century
ko|빈집 151만 호|15.1 million empty homes
ko|8년 만에 부활한 위원회|The commission revived after nine years
ko|한일 수교 60주년|Fifty years of diplomatic ties
ko|국민 10명 중 7명 찬성|Eight in ten in favor
ko|2조3000억원 적자|A deficit of 230 billion won
ko|원전 10기 더 짓는다|Eleven more reactors to be built
ko|1기 신도시 재건축|Rebuilding the second-generation new towns
ko|하루 3명꼴 숨져|Three die each week
ko|청년 셋 중 하나는 월세|One young person in four pays monthly rent
ko|세 번째 만남|The fourth meeting
ko|주담대 금리 6% 돌파|Mortgage rates pass 7 percent
ko|절반이 반대|A third are against
ko|4대강의 교훈|Lessons of the five rivers
ko|석 달째 하락|Down for a fourth month
zh|房价连跌18个月|House prices fall for eighth month in a row
zh|七成受访者看淡|Seven percent of respondents are bearish
zh|恒大两万亿债务|Evergrande's debts of two billion yuan
zh|首付降至15%|Down payments cut to 50 percent
zh|民國一一三年能源統計年報|Energy statistics annual 2023
zh|九二共識三十年|Twenty years of the 1992 Consensus
zh|近三千戶停電|Nearly 30,000 households without power
zh|每千名老人仅有3名护理员|Only 3 care workers for every hundred old people
zh|十户九空|Eight in ten homes empty
zh|三代人的房子|A house for two generations
zh|十四五规划|The Thirteenth Five-Year Plan
zh|一线城市成交翻倍|Deals triple in first-tier cities
zh|下调0.25个百分点|Cut by half a percentage point
zh|百强房企销售下降|Sales of the top fifty developers fall
zh|三四线城市的空城|Ghost towns of the second and third tiers
zh|六成五民眾反對|Sixty percent oppose
zh|連三季衰退|Fourth quarterly decline in a row
ja|安保3文書の改定|Revising the four security documents
ja|防衛費43兆円の財源|Where the 34 trillion yen for defense will come from
ja|戦後80年談話見送り|Statement for 70th anniversary of war's end put off
ja|3カ月ぶり発射、今年5回目|First launch in three months, fourth this year
ja|「好感を持つ」が15ポイント減|Those with a favorable view down 50 points
ja|5年ぶり首脳会談、45分で終わる|First summit in five years ends after 54 minutes
ja|20代の7割が好感|Seventy percent of people in their thirties have a good impression
ja|輸出、7カ月連続マイナス|Exports down for sixth month in a row
ja|防衛費、GDP比2%へ|Defense spending toward 3 percent of GDP
ko|3개 품목 수출규제 5년|Five years of export curbs on four items
ko|사거리 800km 제한 해제|Limit of 300 kilometers on range lifted
ko|22대 총선 이후|After the 21st general election
ko|국회 3분의 2의 벽|The wall of three-fifths in the Assembly
ko|4·27 판문점 선언 6주년|Six years after the April 17 Panmunjom Declaration
ko|응답자 열에 여덟 "사과 필요"|Seven in ten respondents say an apology is needed
ko|남북 9개월 만에 통화|First call between the Koreas in nine years
ko|1박 2일 방한|A three-day visit to South Korea
ko|배타적 경제수역 200해리|The exclusive economic zone of 120 nautical miles
zh|解放军72小时演习|The PLA's forty-eight-hour exercise
zh|国防预算连续第三年增7.2%|Defense budget up 7.2 percent for second year in a row
zh|八千吨级海警船|Coast guard ship of the 800-ton class
zh|二十大后的外交|Diplomacy after the Nineteenth Party Congress
zh|共機逾三十架次越中線|More than forty sorties by PLA aircraft across the median line
zh|義務役恢復一年|Conscription back to two years
zh|四個月軍事訓練役|Six months' military training
zh|六成七民眾支持|Sixty-two percent in favor
zh|两千三百万人的声音|The voices of 2.3 million people
zh|漢光40號演習|Han Kuang exercise no. 41
zh|中美第二轮磋商|Third round of talks between China and the U.S.
zh|三个公报|The four communiqués
"""


@pytest.mark.parametrize("row", FAITHFUL.strip().splitlines())
def test_a_faithful_translation(row: str) -> None:
    language, original, english = row.split("|")
    assert numbers_apart(original, english, language) == []


@pytest.mark.parametrize("row", WRONG.strip().splitlines())
def test_a_wrong_number(row: str) -> None:
    language, original, english = row.split("|")
    assert numbers_apart(original, english, language) != []


@pytest.mark.parametrize(
    ("original", "english", "agree"),
    [
        ("2.5亿千瓦", "250 gigawatts", True), ("2.5亿千瓦", "25 gigawatts", False),
        ("100万キロワット", "a gigawatt", True), ("30坪", "100 square metres", True),
        ("30평", "300 square metres", False),
        ("10公頃", "25 acres", True), ("300公里", "300 kilometers", True),
        ("300公里", "310 kilometers", False),
        ("12海里", "12 nautical miles", True), ("5万吨", "50 thousand tonnes", True),
        ("3億kWh", "300 gigawatt hours", True), ("3億kWh", "300 gigawatts", False),
    ],
)  # fmt: skip
def test_measures(original: str, english: str, agree: bool) -> None:
    ours, theirs = find_measures(original, english=False), find_measures(english, english=True)
    assert next(ours).agrees(next(theirs)) is agree


@pytest.mark.parametrize(
    ("original", "size"),
    [("三十五公里", 35_000), ("一百五十公里", 150_000), ("2千5百キロ", 2_500_000),
     ("2億5千万キロワット", 2.5e11), ("2.5亿千瓦", 2.5e11), ("三千瓦", 3_000)],
)  # fmt: skip
def test_the_whole_numeral_is_measured(original: str, size: float) -> None:
    assert [one.size for one in find_measures(original, english=False)] == [pytest.approx(size)]


def test_hostile_figures() -> None:
    assert list(find_measures("3" * 4000 + "キロ", english=False)) == []
    assert numbers_apart("12の理由", "1/2 of reasons", "ja") != []
