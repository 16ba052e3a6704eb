"""Makes parallel sentences, Japanese, Korean or Chinese with their English, out of our own word lists.

In: a language, a number and a seed. Out: that many distinct pairs, the same ones for the same seed.
They read like headlines and titles of politics, economy, trade, semiconductors and vehicles. The small
test packages beside this file are trained on them, and tests and benchmarks use them as texts that
belong to nobody else. Nothing in them is so: who visits whom is drawn by lot. The standard library is all
it needs::

    python tests/packages/pairs.py --language ja --count 5
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "ko", "zh"]
LANGUAGES: tuple[Language, ...] = ("ja", "ko", "zh")
SCRIPTS = ("zh-Hans", "zh-Hant")
COLUMNS = ("en", "ja", "ko", "zh")

Words = dict[str, str]
"""One thing in the four columns."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One text with its English."""

    original: str
    english: str
    language: Language
    script: str | None
    """``zh-Hans`` or ``zh-Hant`` for Chinese, else None."""


def _table(text: str) -> tuple[Words, ...]:
    """Reads the rows below: English, Japanese, Korean and Chinese (simplified), parted by ``|``."""
    rows = []
    for line in text.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(COLUMNS):
            raise ValueError(f"not four columns: {line}")
        rows.append(dict(zip(COLUMNS, cells, strict=True)))
    return tuple(rows)


def _blocks(text: str) -> tuple[Words, ...]:
    """Reads the sentences below: a line for each column, an empty line between two."""
    return _table("\n".join(block.replace("\n", "|") for block in text.strip().split("\n\n")))


COUNTRY = _table("""
Japan | 日本 | 일본 | 日本
South Korea | 韓国 | 한국 | 韩国
China | 中国 | 중국 | 中国
Taiwan | 台湾 | 대만 | 台湾
Australia | オーストラリア | 호주 | 澳大利亚
Germany | ドイツ | 독일 | 德国
France | フランス | 프랑스 | 法国
Canada | カナダ | 캐나다 | 加拿大
Indonesia | インドネシア | 인도네시아 | 印度尼西亚
Vietnam | ベトナム | 베트남 | 越南
Thailand | タイ | 태국 | 泰国
Malaysia | マレーシア | 말레이시아 | 马来西亚
Singapore | シンガポール | 싱가포르 | 新加坡
India | インド | 인도 | 印度
Mexico | メキシコ | 멕시코 | 墨西哥
Brazil | ブラジル | 브라질 | 巴西
Russia | ロシア | 러시아 | 俄罗斯
Ukraine | ウクライナ | 우크라이나 | 乌克兰
North Korea | 北朝鮮 | 북한 | 朝鲜
Mongolia | モンゴル | 몽골 | 蒙古
Turkey | トルコ | 튀르키예 | 土耳其
Italy | イタリア | 이탈리아 | 意大利
Poland | ポーランド | 폴란드 | 波兰
Chile | チリ | 칠레 | 智利
""")

COMPANY = _table("""
Toyota | トヨタ | 도요타 | 丰田
Honda | ホンダ | 혼다 | 本田
Nissan | 日産自動車 | 닛산자동차 | 日产汽车
Mazda | マツダ | 마쓰다 | 马自达
Hyundai Motor | 現代自動車 | 현대자동차 | 现代汽车
Kia | 起亜 | 기아 | 起亚
Samsung Electronics | サムスン電子 | 삼성전자 | 三星电子
SK Hynix | SKハイニックス | SK하이닉스 | SK海力士
LG Energy Solution | LGエナジーソリューション | LG에너지솔루션 | LG新能源
POSCO | ポスコ | 포스코 | 浦项制铁
TSMC | TSMC | TSMC | 台积电
Foxconn | 鴻海 | 폭스콘 | 鸿海
BYD | BYD | 비야디 | 比亚迪
CATL | 寧徳時代 | 닝더스다이 | 宁德时代
Huawei | ファーウェイ | 화웨이 | 华为
SMIC | 中芯国際 | 중신궈지 | 中芯国际
Xiaomi | シャオミ | 샤오미 | 小米
Sony | ソニー | 소니 | 索尼
Panasonic | パナソニック | 파나소닉 | 松下
Hitachi | 日立製作所 | 히타치 | 日立
Toshiba | 東芝 | 도시바 | 东芝
Tokyo Electron | 東京エレクトロン | 도쿄일렉트론 | 东京电子
Nikon | ニコン | 니콘 | 尼康
Canon | キヤノン | 캐논 | 佳能
Renesas | ルネサス | 르네사스 | 瑞萨电子
Kioxia | キオクシア | 키옥시아 | 铠侠
Nippon Steel | 日本製鉄 | 일본제철 | 日本制铁
Mitsubishi Heavy Industries | 三菱重工業 | 미쓰비시중공업 | 三菱重工
Intel | インテル | 인텔 | 英特尔
Micron | マイクロン | 마이크론 | 美光
Tesla | テスラ | 테슬라 | 特斯拉
Volkswagen | フォルクスワーゲン | 폭스바겐 | 大众汽车
ASML | ASML | ASML | 阿斯麦
Bosch | ボッシュ | 보쉬 | 博世
""")

PERSON = _table("""
President Yoon Suk-yeol | 尹錫悦大統領 | 윤석열 대통령 | 尹锡悦总统
President Moon Jae-in | 文在寅大統領 | 문재인 대통령 | 文在寅总统
Prime Minister Kishida | 岸田首相 | 기시다 총리 | 岸田首相
Prime Minister Ishiba | 石破首相 | 이시바 총리 | 石破首相
President Xi Jinping | 習近平国家主席 | 시진핑 국가주석 | 习近平国家主席
Premier Li Qiang | 李強首相 | 리창 총리 | 李强总理
President Biden | バイデン大統領 | 바이든 대통령 | 拜登总统
President Trump | トランプ大統領 | 트럼프 대통령 | 特朗普总统
Prime Minister Albanese | アルバニージー首相 | 앨버니지 총리 | 阿尔巴尼斯总理
President Joko Widodo | ジョコ大統領 | 조코 위도도 대통령 | 佐科总统
Prime Minister Modi | モディ首相 | 모디 총리 | 莫迪总理
President Macron | マクロン大統領 | 마크롱 대통령 | 马克龙总统
Chancellor Scholz | ショルツ首相 | 숄츠 총리 | 朔尔茨总理
Foreign Minister Wang Yi | 王毅外相 | 왕이 외교부장 | 王毅外长
Foreign Minister Park Jin | 朴振外相 | 박진 외교부 장관 | 朴振外长
Foreign Minister Hayashi | 林外相 | 하야시 외무상 | 林外相
Trade Minister Nishimura | 西村経済産業相 | 니시무라 경제산업상 | 西村经济产业大臣
Finance Minister Suzuki | 鈴木財務相 | 스즈키 재무상 | 铃木财务大臣
""")

BODY = _table("""
the Bank of Japan | 日本銀行 | 일본은행 | 日本银行
the Bank of Korea | 韓国銀行 | 한국은행 | 韩国银行
the People's Bank of China | 中国人民銀行 | 중국 인민은행 | 中国人民银行
the Japanese government | 日本政府 | 일본 정부 | 日本政府
the South Korean government | 韓国政府 | 한국 정부 | 韩国政府
the Chinese government | 中国政府 | 중국 정부 | 中国政府
the Ministry of Commerce | 商務省 | 상무부 | 商务部
the Ministry of Finance | 財務省 | 재무성 | 财务省
the Ministry of Economy, Trade and Industry | 経済産業省 | 경제산업성 | 经济产业省
the World Trade Organization | 世界貿易機関 | 세계무역기구 | 世界贸易组织
the International Monetary Fund | 国際通貨基金 | 국제통화기금 | 国际货币基金组织
the European Union | 欧州連合 | 유럽연합 | 欧盟
the Japan Business Federation | 経団連 | 게이단렌 | 经团联
the Federation of Korean Industries | 全国経済人連合会 | 전국경제인연합회 | 全国经济人联合会
the National Assembly | 国会 | 국회 | 国会
the Supreme Court | 最高裁 | 대법원 | 最高法院
""")

GOODS = _table("""
semiconductors | 半導体 | 반도체 | 半导体
memory chips | メモリー半導体 | 메모리 반도체 | 存储芯片
electric vehicles | 電気自動車 | 전기차 | 电动汽车
hybrid vehicles | ハイブリッド車 | 하이브리드차 | 混合动力汽车
batteries | 電池 | 배터리 | 电池
car parts | 自動車部品 | 자동차 부품 | 汽车零部件
steel | 鉄鋼 | 철강 | 钢铁
machine tools | 工作機械 | 공작기계 | 机床
industrial robots | 産業用ロボット | 산업용 로봇 | 工业机器人
solar panels | 太陽光パネル | 태양광 패널 | 太阳能电池板
displays | ディスプレー | 디스플레이 | 显示器
smartphones | スマートフォン | 스마트폰 | 智能手机
rare earths | レアアース | 희토류 | 稀土
graphite | 黒鉛 | 흑연 | 石墨
lithium | リチウム | 리튬 | 锂
nickel | ニッケル | 니켈 | 镍
gallium | ガリウム | 갈륨 | 镓
crude oil | 原油 | 원유 | 原油
natural gas | 天然ガス | 천연가스 | 天然气
coal | 石炭 | 석탄 | 煤炭
seafood | 水産物 | 수산물 | 水产品
cosmetics | 化粧品 | 화장품 | 化妆品
ships | 船舶 | 선박 | 船舶
chipmaking equipment | 半導体製造装置 | 반도체 제조 장비 | 半导体制造设备
silicon wafers | シリコンウエハー | 실리콘 웨이퍼 | 硅晶圆
hydrogen fluoride | フッ化水素 | 불화수소 | 氟化氢
chemicals | 化学品 | 화학제품 | 化学品
textiles | 繊維製品 | 섬유제품 | 纺织品
""")

SECTOR = _table("""
the semiconductor industry | 半導体産業 | 반도체 산업 | 半导体产业
the car industry | 自動車産業 | 자동차 산업 | 汽车产业
the battery industry | 電池産業 | 배터리 산업 | 电池产业
the steel industry | 鉄鋼業 | 철강업 | 钢铁业
the shipbuilding industry | 造船業 | 조선업 | 造船业
manufacturing | 製造業 | 제조업 | 制造业
agriculture | 農業 | 농업 | 农业
tourism | 観光業 | 관광업 | 旅游业
the financial sector | 金融業 | 금융업 | 金融业
the defence industry | 防衛産業 | 방위산업 | 国防工业
the chemical industry | 化学産業 | 화학 산업 | 化学工业
the electronics industry | 電子産業 | 전자 산업 | 电子产业
small businesses | 中小企業 | 중소기업 | 中小企业
""")

TOPIC = _table("""
supply chains | サプライチェーン | 공급망 | 供应链
export controls | 輸出管理 | 수출통제 | 出口管制
critical minerals | 重要鉱物 | 핵심 광물 | 关键矿产
economic security | 経済安全保障 | 경제안보 | 经济安全
national security | 国家安全保障 | 국가안보 | 国家安全
free trade | 自由貿易 | 자유무역 | 自由贸易
tariffs | 関税 | 관세 | 关税
climate change | 気候変動 | 기후변화 | 气候变化
energy policy | エネルギー政策 | 에너지 정책 | 能源政策
industrial policy | 産業政策 | 산업 정책 | 产业政策
monetary policy | 金融政策 | 통화정책 | 货币政策
artificial intelligence | 人工知能 | 인공지능 | 人工智能
quantum technology | 量子技術 | 양자 기술 | 量子技术
nuclear power | 原子力発電 | 원자력 발전 | 核电
space development | 宇宙開発 | 우주 개발 | 航天开发
digital trade | デジタル貿易 | 디지털 무역 | 数字贸易
intellectual property | 知的財産 | 지식재산 | 知识产权
the currency swap | 通貨スワップ | 통화스와프 | 货币互换
wartime labour | 徴用工問題 | 강제징용 문제 | 强征劳工问题
technology standards | 技術標準 | 기술 표준 | 技术标准
overseas investment | 海外投資 | 해외 투자 | 海外投资
population ageing | 高齢化 | 고령화 | 人口老龄化
the declining birth rate | 少子化 | 저출생 | 少子化
food security | 食料安全保障 | 식량안보 | 粮食安全
""")

PLACE = _table("""
Tokyo | 東京 | 도쿄 | 东京
Osaka | 大阪 | 오사카 | 大阪
Kyoto | 京都 | 교토 | 京都
Nagoya | 名古屋 | 나고야 | 名古屋
Fukuoka | 福岡 | 후쿠오카 | 福冈
Hiroshima | 広島 | 히로시마 | 广岛
Kumamoto | 熊本 | 구마모토 | 熊本
Hokkaido | 北海道 | 홋카이도 | 北海道
Seoul | ソウル | 서울 | 首尔
Busan | 釜山 | 부산 | 釜山
Ulsan | 蔚山 | 울산 | 蔚山
Incheon | 仁川 | 인천 | 仁川
Beijing | 北京 | 베이징 | 北京
Shanghai | 上海 | 상하이 | 上海
Shenzhen | 深圳 | 선전 | 深圳
Guangzhou | 広州 | 광저우 | 广州
Hong Kong | 香港 | 홍콩 | 香港
Taipei | 台北 | 타이베이 | 台北
Kaohsiung | 高雄 | 가오슝 | 高雄
Washington | ワシントン | 워싱턴 | 华盛顿
New York | ニューヨーク | 뉴욕 | 纽约
Texas | テキサス | 텍사스 | 得克萨斯
Arizona | アリゾナ | 애리조나 | 亚利桑那
Sydney | シドニー | 시드니 | 悉尼
Canberra | キャンベラ | 캔버라 | 堪培拉
Hanoi | ハノイ | 하노이 | 河内
Jakarta | ジャカルタ | 자카르타 | 雅加达
Bangkok | バンコク | 방콕 | 曼谷
Geneva | ジュネーブ | 제네바 | 日内瓦
Brussels | ブリュッセル | 브뤼셀 | 布鲁塞尔
""")

TREND = _table("""
rise | 増加 | 증가 | 增长
fall | 減少 | 감소 | 下降
""")

PRICE = _table("""
rise | 上昇 | 상승 | 上涨
fall | 下落 | 하락 | 下跌
""")

CURRENCY = _table("""
yen | 円 | 엔 | 日元
won | ウォン | 원 | 韩元
yuan | 元 | 위안 | 元
US dollars | ドル | 달러 | 美元
Australian dollars | 豪ドル | 호주달러 | 澳元
euros | ユーロ | 유로 | 欧元
""")

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# {slot} is filled from the tables; a Korean slot with a particle behind the colon gets the form of it
# that the word before asks for, and an English one with ":s" the verb's third person.
TEMPLATES = _blocks("""
{p} visits {c} for talks on {t}
{p}、{t}をめぐる協議で{c}を訪問
{p}, {t} 협의 위해 {c} 방문
{p}访问{c}，就{t}举行会谈

{p} meets {p2} in {pl}
{p}、{pl}で{p2}と会談
{p}, {pl}에서 {p2:과} 회담
{p}在{pl}会见{p2}

{p} and {p2} discuss {t} in {pl}
{p}と{p2}、{pl}で{t}を協議
{p:과} {p2}, {pl}에서 {t} 논의
{p}与{p2}在{pl}讨论{t}

{p} to visit {pl} on {date}
{p}、{date}に{pl}を訪問へ
{p}, {date} {pl} 방문 예정
{p}将于{date}访问{pl}

{p}: “Progress is needed on {t}”
{p}「{t}で進展が必要」
{p} “{t}에서 진전 필요”
{p}：“需要在{t}上取得进展”

{p} calls on {c} to change course on {t}
{p}、{t}の方針転換を{c}に要請
{p}, {c}에 {t} 방침 전환 요구
{p}要求{c}改变{t}方针

{c} and {c2} agree to cooperate on {t}
{c}と{c2}、{t}で協力に合意
{c:과} {c2}, {t} 협력 합의
{c}与{c2}同意在{t}方面合作

{c} and {c2} resume talks on {t} after {n} years
{c}と{c2}、{t}の協議を{n}年ぶりに再開
{c:과} {c2}, {t} 협의 {n}년 만에 재개
{c}与{c2}时隔{n}年重启{t}磋商

{c} and {c2} hold summit in {pl}
{c}と{c2}、{pl}で首脳会談
{c:과} {c2}, {pl}에서 정상회담 개최
{c}与{c2}在{pl}举行首脑会谈

{c}, {c2} and {c3} sign agreement on {t}
{c}・{c2}・{c3}、{t}の協定に署名
{c}·{c2}·{c3}, {t} 협정 서명
{c}、{c2}和{c3}签署{t}协定

{c} tightens export controls on {g} to {c2}
{c}、{c2}向け{g}の輸出規制を強化
{c}, {c2}에 대한 {g} 수출 규제 강화
{c}加强对{c2}的{g}出口管制

{c} lifts export controls on {g} to {c2}
{c}、{c2}向け{g}の輸出規制を解除
{c}, {c2}에 대한 {g} 수출 규제 해제
{c}解除对{c2}的{g}出口管制

{c} bans imports of {g} from {c2}
{c}、{c2}からの{g}輸入を禁止
{c}, {c2}산 {g} 수입 금지
{c}禁止从{c2}进口{g}

{c} to impose a tariff of {pct} on {g} from {c2}
{c}、{c2}からの{g}に{pct}の関税を課す方針
{c}, {c2}산 {g}에 {pct} 관세 부과 방침
{c}拟对来自{c2}的{g}征收{pct}关税

{c} takes {c2} to the World Trade Organization over {g}
{c}、{g}をめぐり{c2}を世界貿易機関に提訴
{c}, {g} 문제로 {c2:을} 세계무역기구에 제소
{c}就{g}向世界贸易组织起诉{c2}

{c}'s exports of {g} {trend} {pct} in {m}
{c}の{g}輸出、{m}は{pct}{trend}
{c} {g} 수출, {m} {pct} {trend}
{c}{m}{g}出口{trend}{pct}

{c}'s imports of {g} {trend} {pct} in {y}
{c}の{g}輸入、{y}年は{pct}{trend}
{c} {g} 수입, {y}년 {pct} {trend}
{c}{y}年{g}进口{trend}{pct}

{c}'s exports to {c2} {trend} for {n} straight months
{c}の{c2}向け輸出、{n}カ月連続で{trend}
{c}의 대{c2} 수출, {n}개월 연속 {trend}
{c}对{c2}出口连续{n}个月{trend}

{c}'s trade deficit with {c2} reaches {amt} in {y}
{c}の対{c2}貿易赤字、{y}年は{amt}
{c}의 대{c2} 무역적자, {y}년 {amt}
{c}{y}年对{c2}贸易逆差达{amt}

{c}'s economy grows {low} in {y}
{c}経済、{y}年は{low}成長
{c} 경제, {y}년 {low} 성장
{c}经济{y}年增长{low}

{c}'s economy shrinks for {n} straight quarters
{c}経済、{n}四半期連続でマイナス成長
{c} 경제, {n}분기 연속 마이너스 성장
{c}经济连续{n}个季度萎缩

{c}'s consumer prices {price} {low} in {m}
{c}の消費者物価、{m}は{low}{price}
{c} 소비자물가, {m} {low} {price}
{c}{m}消费者物价{price}{low}

Unemployment in {c} stands at {low} in {m} {y}
{c}の失業率、{y}年{m}は{low}
{c} 실업률, {y}년 {m} {low}
{c}{y}年{m}失业率为{low}

{c} to spend {amt} on {t}
{c}、{t}に{amt}を投入へ
{c}, {t}에 {amt} 투입
{c}将在{t}方面投入{amt}

{c} to build {n} {made} plants by {later}
{c}、{later}年までに{made}工場を{n}カ所建設へ
{c}, {later}년까지 {made} 공장 {n}곳 건설
{c}将在{later}年前建设{n}座{made}工厂

{c} relies on {c2} for {pct} of its {g}
{c}、{g}の{pct}を{c2}に依存
{c}, {g} {pct:을} {c2}에 의존
{c}{g}的{pct}依赖{c2}

{co} to invest {amt} in a {made} plant in {pl}
{co}、{pl}の{made}工場に{amt}を投資へ
{co}, {pl} {made} 공장에 {amt} 투자
{co}将向{pl}的{made}工厂投资{amt}

{co} and {co2} to jointly develop {made}
{co}と{co2}、{made}を共同開発へ
{co:과} {co2}, {made} 공동 개발 추진
{co}与{co2}将共同开发{made}

{co} and {co2} end partnership on {g}
{co}と{co2}、{g}での提携を解消
{co:과} {co2}, {g} 제휴 종료
{co}与{co2}终止{g}合作

{co} posts operating profit of {amt} in {y}
{co}、{y}年の営業利益は{amt}
{co}, {y}년 영업이익 {amt} 기록
{co}{y}年营业利润为{amt}

{co} reports net loss of {amt}
{co}、純損失{amt}
{co}, 순손실 {amt}
{co}净亏损{amt}

{co}'s sales in {c} {trend} {pct} in {m}
{co}の{c}販売、{m}は{pct}{trend}
{co} {c} 판매, {m} {pct} {trend}
{co}{m}在{c}的销量{trend}{pct}

{co} to cut {n}000 jobs in {c}
{co}、{c}で{n}000人を削減へ
{co}, {c}서 {n}000명 감원
{co}将在{c}裁员{n}000人

{co} halts production of {made} in {pl}
{co}、{pl}での{made}生産を停止
{co}, {pl}에서 {made} 생산 중단
{co}停止在{pl}生产{made}

{co} starts mass production of {made} in {m} {y}
{co}、{y}年{m}に{made}の量産を開始
{co}, {y}년 {m} {made} 양산 시작
{co}{y}年{m}开始量产{made}

{co} to buy {g} from {co2}
{co}、{co2}から{g}を調達へ
{co}, {co2}에서 {g} 조달
{co}将从{co2}采购{g}

{co} overtakes {co2} in {g}
{co}、{g}で{co2}を抜く
{co}, {g}에서 {co2} 추월
{co}在{g}领域超越{co2}

{co} opens research centre in {pl}
{co}、{pl}に研究拠点を開設
{co}, {pl}에 연구소 개설
{co}在{pl}设立研究中心

{co} to withdraw from {c} by {later}
{co}、{later}年までに{c}から撤退へ
{co}, {later}년까지 {c}에서 철수
{co}将在{later}年前撤出{c}

{co} shares {price} {pct}
{co}の株価、{pct}{price}
{co} 주가, {pct} {price}
{co}股价{price}{pct}

{body} announces new measures on {t}
{body}、{t}の新たな対策を発表
{body}, {t} 새 대책 발표
{body}公布{t}新措施

{body} to support {sector} with {amt}
{body}、{sector}を{amt}で支援へ
{body}, {sector}에 {amt} 지원
{body}将以{amt}支持{sector}

{bank} keeps interest rates at {low}
{bank}、金利を{low}に据え置き
{bank}, 금리 {low} 유지
{bank}将利率维持在{low}

{body} warns of risks to {sector}
{body}、{sector}へのリスクを警告
{body}, {sector}의 위험 경고
{body}警告{sector}面临风险

{body} publishes report on {t} on {date}
{body}、{date}に{t}の報告書を公表
{body}, {date} {t} 보고서 공개
{body}于{date}发布{t}报告

The impact of {t} on {sector} in {c}
{t}が{c}の{sector}に与える影響
{t:이} {c}의 {sector}에 미치는 영향
{t}对{c}{sector}的影响

The present state of {t} in {c} and its challenges
{c}における{t}の現状と課題
{c}의 {t} 현황과 과제
{c}{t}的现状与课题

A study of {t} in {c} and {c2}
{c}と{c2}における{t}の研究
{c:과} {c2}의 {t} 연구
{c}与{c2}{t}研究

{sector:cap} in {c}: competition with {c2}
{c}の{sector}――{c2}との競争
{c}의 {sector}: {c2:과}의 경쟁
{c}的{sector}：与{c2}的竞争

The future of relations between {c} and {c2}
{c}と{c2}の関係の行方
{c:과} {c2} 관계의 앞날
{c}与{c2}关系的未来

{c}'s strategy on {t} after {y}
{y}年以降の{c}の{t}戦略
{y}년 이후 {c}의 {t} 전략
{y}年以后{c}的{t}战略

Why {c} is falling behind in {g}
なぜ{c}は{g}で後れを取るのか
{c:은} 왜 {g}에서 뒤처지나
{c}为何在{g}上落后

Share of {g} from {c} in the world market reaches {pct}
{c}の{g}、世界シェア{pct}に
{c} {g}, 세계 점유율 {pct} 달해
{c}{g}全球份额达{pct}

{co} said on {date} that it would invest {amt} in {c}.
{co}は{date}、{c}に{amt}を投資すると発表した。
{co:은} {date} {c}에 {amt:을} 투자한다고 발표했다.
{co}{date}宣布将在{c}投资{amt}。

{p} said in {pl} that {t} would be discussed with {c}.
{p}は{pl}で、{t}を{c}と協議すると述べた。
{p:은} {pl}에서 {t:을} {c:과} 협의하겠다고 말했다.
{p}在{pl}表示将与{c}讨论{t}。

Exports of {g} to {c} amounted to {amt} in {m} {y}.
{y}年{m}の{c}への{g}輸出は{amt}だった。
{y}년 {m} {c}에 대한 {g} 수출은 {amt:이었다}.
{y}年{m}对{c}的{g}出口额为{amt}。

{body} decided on {date} to support {co}.
{body}は{date}、{co}を支援することを決めた。
{body:은} {date} {co:을} 지원하기로 결정했다.
{body}{date}决定支持{co}。

{c} and {c2} signed an agreement on {t} in {pl} on {date}.
{c}と{c2}は{date}、{pl}で{t}の協定に署名した。
{c:과} {c2:은} {date} {pl}에서 {t} 협정에 서명했다.
{c}和{c2}{date}在{pl}签署了{t}协定。
""")

# What the slots are filled from; a digit behind the name asks for another thing of the same table.
_RAW = (
    "rare earths",
    "graphite",
    "lithium",
    "nickel",
    "gallium",
    "crude oil",
    "natural gas",
    "coal",
    "seafood",
)
_TABLES = {
    "p": PERSON,
    "c": COUNTRY,
    "co": COMPANY,
    "body": BODY,
    "bank": BODY[:3],
    "g": GOODS,
    "made": tuple(row for row in GOODS if row["en"] not in _RAW),
    "sector": SECTOR,
    "t": TOPIC,
    "pl": PLACE,
    "trend": TREND,
    "price": PRICE,
}

# Traditional forms of the simplified characters in the tables; words come before characters, because
# 制, 系, 台 and 发 each stand for two.
_HANT_WORDS = {
    "芯片": "晶片",
    "制造": "製造",
    "制铁": "製鐵",
    "关系": "關係",
    "台积电": "台積電",
    "智能手机": "智慧型手機",
    "人工智能": "人工智慧",
    "得克萨斯": "德克薩斯",
    "征收": "徵收",
    "强征": "強徵",
}
_HANT_CHARACTERS = """
韩韓 湾灣 亚亞 国國 兰蘭 马馬 罗羅 乌烏 鲜鮮 达達 现現 车車 电電 产產 华華 为為 鸿鴻 东東 铁鐵 业業
铠鎧 侠俠 众眾 麦麥 丰豐 尔爾 锡錫 悦悅 总總 统統 习習 强強 龙龍 长長 经經 济濟 财財 务務 铃鈴 银銀
货貨 币幣 组組 织織 际際 贸貿 欧歐 团團 联聯 导導 体體 储儲 动動 机機 钢鋼 显顯 锂鋰 镍鎳 镓鎵 气氣
备備 硅矽 圆圓 氢氫 纺紡 农農 游遊 学學 关關 键鍵 矿礦 变變 术術 数數 识識 权權 换換 题題 标標 准準
资資 龄齡 粮糧 广廣 冈岡 岛島 纽紐 约約 萨薩 内內 鲁魯 访訪 问問 举舉 谈談 将將 于於 进進 协協 见見
讨討 论論 与與 针針 时時 启啟 签簽 对對 从從 拟擬 税稅 诉訴 连連 续續 个個 额額 维維 亏虧 损損 销銷
员員 开開 领領 设設 价價 险險 报報 响響 课課 竞競 争爭 战戰 决決 营營 润潤 净淨 发發 临臨 项項 终終
来來 妆妝 宁寧 状狀 会會 脑腦 阳陽 缩縮 费費 厂廠 赖賴 购購 采採 风風 后後 应應 劳勞 顿頓 涨漲 亿億
万萬
"""
_HANT = {each[0]: each[1] for each in _HANT_CHARACTERS.split()}


def traditional(text: str) -> str:
    """The traditional characters of a simplified text made from the tables here; of no other text."""
    for word, form in _HANT_WORDS.items():
        text = text.replace(word, form)
    return "".join(_HANT.get(character, character) for character in text)


def pairs(language: Language, count: int, *, seed: int = 2024, script: str | None = None) -> Iterator[Pair]:
    """``count`` pairs of a language, no original twice; the same ones for the same arguments.

    :param script: ``zh-Hans`` or ``zh-Hant``; None takes both for Chinese, turn by turn at random.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}: one of {', '.join(LANGUAGES)}")
    chance = random.Random(f"{seed} {language}")
    seen: set[str] = set()
    while len(seen) < count:
        template = chance.choice(TEMPLATES)
        words = _fill(template, chance)
        original = _render(template[language], language, words)
        form = (script or chance.choice(SCRIPTS)) if language == "zh" else None
        if form == "zh-Hant":
            original = traditional(original)
        if original in seen:
            continue
        seen.add(original)
        english = _render(template["en"], "en", words)
        yield Pair(original, english[0].upper() + english[1:], language, form)


def _fill(template: Words, chance: random.Random) -> dict[str, Words]:
    """Something for each slot of a template, in all four columns."""
    filled: dict[str, Words] = {}
    for slot in dict.fromkeys(re.findall(r"\{(\w+)", template["en"])):
        table = _TABLES.get(slot.rstrip("0123456789"))
        if table is None:
            filled[slot] = _MADE[slot](chance)
            continue
        taken = list(filled.values())
        filled[slot] = chance.choice([row for row in table if row not in taken])
    return filled


def _render(pattern: str, column: str, words: dict[str, Words]) -> str:
    """A template's text in one column, with its slots filled."""

    def put(match: re.Match[str]) -> str:
        word, form = words[match[1]][column], match[2]
        if not form:
            return word
        if column == "ko":
            return word + particle(word, form)
        return word[0].upper() + word[1:] if form == "cap" else word + form

    return re.sub(r"\{(\w+)(?::([^}]+))?\}", put, pattern)


_PARTICLES = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "이었다": ("이었다", "였다"),
}
# Digits and letters as they are read in Korean: those whose reading ends in a consonant.
_CLOSED = frozenset("013678LMNR")


def particle(word: str, form: str) -> str:
    """The Korean particle that belongs behind a word: ``은`` gives 은 or 는, and so on.

    A word that ends in a sign is taken as read without it, but ``%`` is read 퍼센트, which is open.
    """
    last = word[-1]
    hangul = "가" <= last <= "힣"
    closed = (ord(last) - ord("가")) % 28 > 0 if hangul else last in _CLOSED
    return _PARTICLES[form][0 if closed else 1]


def _number(chance: random.Random) -> Words:
    return dict.fromkeys(COLUMNS, str(chance.randint(2, 12)))


def _year(chance: random.Random) -> Words:
    return dict.fromkeys(COLUMNS, str(chance.randint(1995, 2024)))


def _later(chance: random.Random) -> Words:
    return dict.fromkeys(COLUMNS, str(chance.randint(2025, 2050)))


def _month(chance: random.Random) -> Words:
    month = chance.randint(1, 12)
    return {"en": MONTHS[month - 1], "ja": f"{month}月", "ko": f"{month}월", "zh": f"{month}月"}


def _date(chance: random.Random) -> Words:
    year, month, day = chance.randint(2015, 2024), chance.randint(1, 12), chance.randint(1, 28)
    return {
        "en": f"{MONTHS[month - 1]} {day}, {year}",
        "ja": f"{year}年{month}月{day}日",
        "ko": f"{year}년 {month}월 {day}일",
        "zh": f"{year}年{month}月{day}日",
    }


def _percent(chance: random.Random) -> Words:
    """A share; a whole tenth is 割 in Japanese and 成 in Chinese now and then, as in the papers."""
    if chance.random() < 0.2:
        tenths = chance.randint(1, 9)
        chinese = f"{'一二三四五六七八九'[tenths - 1]}成"
        return {"en": f"{tenths}0 percent", "ja": f"{tenths}割", "ko": f"{tenths}0%", "zh": chinese}
    value = f"{chance.randint(1, 60)}" + (f".{chance.randint(1, 9)}" if chance.random() < 0.7 else "")
    return {"en": f"{value} percent", "ja": f"{value}％", "ko": f"{value}%", "zh": f"{value}%"}


def _low(chance: random.Random) -> Words:
    """A rate of interest, of growth or of the jobless."""
    value = f"{chance.randint(0, 9)}.{chance.randint(1, 9)}"
    return {"en": f"{value} percent", "ja": f"{value}％", "ko": f"{value}%", "zh": f"{value}%"}


def _amount(chance: random.Random) -> Words:
    """Money: in millions (万), in billions (億) or in trillions (兆), in a currency of the tables."""
    money = chance.choice(CURRENCY)
    # Trillions are for the small units: nobody has sixty trillion dollars.
    kinds = ("million", "billion", "trillion") if money in CURRENCY[:3] else ("million", "billion")
    kind = chance.choice(kinds)
    if kind == "million":
        whole = chance.randint(1, 99) * 10
        above, below = divmod(whole, 100)
        ten_thousands = f"{below}00万" if below else ""
        ja = (f"{above}億" if above else "") + ten_thousands
        zh = f"{whole / 100:g}亿" if above else ten_thousands
        en = f"{whole} million"
    elif kind == "billion":
        whole = chance.randint(1, 999)
        ja, zh, en = f"{whole}0億", f"{whole}0亿", f"{whole} billion"
    else:
        whole, tenth = chance.randint(1, 99), chance.randint(0, 9)
        ja = f"{whole}兆" + (f"{tenth}000億" if tenth else "")
        value = f"{whole}.{tenth}" if tenth else f"{whole}"
        zh, en = f"{value}万亿", f"{value} trillion"
    ko = ja.replace("兆", "조 ").replace("億", "억 ").replace("万", "만 ")
    return {
        "en": f"{en} {money['en']}",
        "ja": ja + money["ja"],
        "ko": ko + money["ko"],
        "zh": zh + money["zh"],
    }


_MADE: dict[str, Callable[[random.Random], Words]] = {
    "n": _number,
    "y": _year,
    "later": _later,
    "m": _month,
    "date": _date,
    "pct": _percent,
    "low": _low,
    "amt": _amount,
}


def main() -> None:
    """Prints pairs, one a line: original, tab, English."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES, required=True)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--script", choices=SCRIPTS, help="for zh; both if not given")
    given = parser.parse_args()
    for pair in pairs(given.language, given.count, seed=given.seed, script=given.script):
        sys.stdout.write(f"{pair.original}\t{pair.english}\n")


if __name__ == "__main__":
    main()
