"""Well-known companies, ministries, banks, newspapers, parties and offices of Japan, Korea, China and Taiwan.

Tables only, read by ``bodies_checked``. A table is a class within which one may be mistaken for another. One
line a body: its names in English as patterns parted by ``
    |`` (``_`` for a space; the first is shown), then its
names in the three languages, as patterns, and behind ``~`` what else
may stand for it. A line that is indented
goes on with the one before. What is not here is not known, which proves nothing.
"""

MINISTRIES = """
Ministry_of_Foreign_Affairs|[Ff]oreign_(?:[Mm]inist\\w+|[Aa]ffairs)|MOFA 外務省|外交部|외교부|외무성|外相
    |外长|外長|외교장관|외무상
Ministry_of_Finance|[Ff]inance_[Mm]inist\\w+|(?:Economy|Strategy)_and_Finance|MOF|MOEF|[Tt]reasury
    |fiscal 財務省|기획재정부|기재부|재정부|재무부|재무성|财政部|財政部|大蔵省|財務相|財相|财长|財長|재무장관
Ministry_of_Justice|[Jj]ustice_(?:[Mm]inist\\w+|[Dd]epart\\w+)|MOJ 法務省|법무부|법무성|司法部|法務部|司法省
    |法相|법무장관
Ministry_of_Defen[cs]e|National_Defen[cs]e|[Dd]efen[cs]e_[Mm]inist\\w+|MOD|MND|Pentagon 防衛省|국방부|방위성
    |国防部|國防部|国防省|国防総省|防衛相|국방장관|防长|防長
Ministry_of_Education|[Ee]ducation_[Mm]inist\\w+|Education,|MEXT|MOE|science_ministry 文部科学省|文科省|교육부
    |教育部|문부과학성|문부성|文科相
Ministry_of_Health|[Hh]ealth_[Mm]inist\\w+|Health(?:,|_and)|[Ll]abou?r_ministry|welfare_ministry|MHLW
    |MOHW 厚生労働省|厚労省|보건복지부|복지부|卫健委|衛福部|衛生福利部|후생노동성|厚労相
Ministry_of_(?:Employment_and_)?Labou?r|[Ll]abou?r_[Mm]inist\\w+|Employment_and_Labou?r|MOEL 고용노동부
    |고용부|노동부|勞動部|劳动部|厚生労働省|厚労省
Ministry_of_Agriculture|[Aa]griculture_[Mm]inist\\w+|Agriculture|farm_ministry|MAFF|MAFRA 農林水産省|農水省
    |농림축산식품부|농식품부|农业农村部|農業部|농림수산성|農水相|農相
Ministry_of_Oceans_and_Fisheries|Oceans|[Ff]isheries_[Mm]inist\\w+|[Oo]ceans_ministry|MOF 해양수산부|해수부
Ministry_of_(?:the_)?Environment|[Ee]nvironment_[Mm]inist\\w+|Ecology_and_Environment|MOEN? 環境省|환경부
    |生态环境部|环保部|環境部|환경성|環境相|환경장관
Ministry_of_Economy,_Trade_and_Industry|(?:[Tt]rade|[Ee]conomy|[Ii]ndustry)_(?:and_\\w+_)?[Mm]inist\\w+|METI
    |MITI|Economy 経済産業省|経産省|通産省|경제산업성|경산성|経産相|通産相
Ministry_of_Trade,_Industry_and_Energy|(?:[Tt]rade|[Ii]ndustry|[Ee]nergy)_[Mm]inist\\w+|Trade,_Industry
    |MOTIE|MOTIR 산업통상자원부|산업통상부|산업부|산자부
Ministry_of_Economic_Affairs|[Ee]conom(?:y|ic|ics)_(?:affairs_)?[Mm]inist\\w+|MOEA 經濟部|经济部
Ministry_of_Commerce|[Cc]ommerce_(?:[Mm]inist\\w+|[Dd]epart\\w+)|MOFCOM|Department_of_Commerce 商务部|商務部
    |상무부|商務省
Ministry_of_Industry_and_Information_Technology|MIIT|[Ii]ndustry_(?:and_IT_)?[Mm]inist\\w+
    |Industry_and_Information|technology_ministry 工信部|工业和信息化部|공업정보화부
National_Development_and_Reform_Commission|NDRC|[Pp]lann(?:er|ing)|Development_and_Reform 发改委|发展改革委
    |發改委
Ministry_of_Land,_Infrastructure|(?:[Ll]and|[Tt]ransport|[Ii]nfrastructure)_[Mm]inist\\w+|Infrastructure
    |MLIT|MOLIT 国土交通省|国交省|国土省|국토교통부|국토부|국토교통성|国交相
Ministry_of_Transport|[Tt]ransport(?:ation)?_[Mm]inist\\w+|Transport(?:ation)?|MOTC|MOT 交通部|交通运输部
    |交通運輸部|교통부|運輸省|国土交通省|国交省|국토교통부
Ministry_of_(?:the_)?Interior|[Ii]nterior_[Mm]inist\\w+|Interior_and_Safety|MOIS 行政安全部|행정안전부
    |행안부|內政部|内政部|内務省
Ministry_of_Internal_Affairs_and_Communications|[Cc]ommunications_[Mm]inist\\w+|Internal_Affairs|MIC 総務省
    |총무성|総務相
Ministry_of_Unification|[Uu]nification_[Mm]inist\\w+|MOU 통일부|統一部|통일장관|統一相|统一部
Ministry_of_Science|[Ss]cience_(?:and_\\w+_)?[Mm]inist\\w+|Science_and|MSIT|MOST|ICT 과학기술정보통신부
    |과기정통부|과기부|科技部|科学技术部|科學技術部|国科會|國科會
Ministry_of_SMEs|SMEs?|[Ss]tart-?ups_ministry 중소벤처기업부|중기부
Ministry_of_Culture|[Cc]ulture_[Mm]inist\\w+|Culture 문화체육관광부|문체부|文旅部|文化和旅游部|文化部|文化庁
Ministry_of_Gender_Equality|[Gg]ender_\\w*_?[Mm]inist\\w+|Gender_Equality 여성가족부|여가부
Ministry_of_Public_Security|[Pp]ublic_[Ss]ecurity|MPS 公安部|공안부
Ministry_of_State_Security|[Ss]tate_[Ss]ecurity|MSS 国家安全部|国安部|國安部|국가안전부
Ministry_of_Civil_Affairs|[Cc]ivil_[Aa]ffairs 民政部
Ministry_of_Natural_Resources|[Nn]atural_[Rr]esources 自然资源部|自然資源部
Ministry_of_Water_Resources|[Ww]ater_[Rr]esources 水利部
Ministry_of_Housing|[Hh]ousing 住建部|住房和城乡建设部|国土交通省
"""
OFFICES = """
Financial_Services_Agency|FSA|[Ff]inancial_(?:watchdog|regulator) 金融庁|금융청
Financial_Services_Commission|FSC|[Ff]inancial_(?:watchdog|regulator) 금융위원회|금융위|金管會
Financial_Supervisory_(?:Service|Commission)|FSS|[Ff]inancial_(?:watchdog|regulator) 금융감독원|금감원|金管會
Fair_Trade_Commission|K?J?FTC|antitrust|[Ff]air_trade|antimonopoly 公正取引委員会|公取委|공정거래위원회
    |공정위|公平會|公平交易委員會
National_Tax_(?:Agency|Service)|[Tt]ax(?:_(?:[Ss]ervice|[Aa]dministration|[Aa]gency|[Aa]uthorit\\w+
    |[Oo]ffic\\w+))?|NTS|NTA 国税庁|국세청|税务总局|稅務局|国税局
Customs|[Cc]ustoms(?:_(?:[Ss]ervice|[Aa]dministration|[Aa]gency|[Oo]ffic\\w+))? 税関|관세청|세관|海关|海關
National_Police_Agency|police|NPA|Police 警察庁|경찰청|경찰|警視庁|公安
Coast_Guard|coast_guard 海上保安庁|海保|해양경찰|해경|海警|海巡
Meteorological_(?:Agency|Administration)|[Ww]eather|JMA|KMA|meteorolog\\w+ 気象庁|기상청|气象局|氣象[局署]
Patent_Office|KIPO|JPO|[Pp]atent|[Ii]ntellectual 特許庁|특허청|知识产权局
Board_of_Audit|Board_of_Audit_and_Inspection|[Aa]udit\\w* 会計検査院|감사원|审计署|審計部
National_Intelligence_Service|NIS|spy|[Ii]ntelligence 국정원|국가정보원|国情院
Statistics_Korea|[Ss]tatistic\\w+|NBS 통계청|统计局|統計局|主計總處
State_Council|cabinet 国务院|國務院
National_People’s_Congress|NPC|parliament|legislature 全国人大|人大常委会|人民代表大会
Executive_Yuan|[Cc]abinet 行政院
Legislative_Yuan|[Ll]egislat\\w+|parliament 立法院
Control_Yuan 監察院
Mainland_Affairs_Council|MAC 陸委會|大陸委員會
Taiwan_Affairs_Office|TAO 国台办|國台辦
House_of_Representatives|[Ll]ower_[Hh]ouse|LDP 衆議院|衆院
House_of_Councillors|[Uu]pper_[Hh]ouse 参議院|参院
"""
COURTS = """
Supreme_Court|[Tt]op_court|[Hh]ighest_court|Supreme_People’s_Court 最高裁|대법원|최고재|最高人民法院
    |最高法院|最高法
Constitutional_Court|constitutional 헌법재판소|헌재|憲法裁(?:判所)?|憲裁|憲法法庭
[Hh]igh_[Cc]ourt|[Aa]ppeals?_court|[Aa]ppellate (?<!最)高裁|고등법원|고법|高等法院|高級人民法院
Procuratorate|(?:Supreme_)?(?:People’s_)?[Pp]rocuratorate|[Tt]op_procurat\\w+ 最高检
    |最高人民检察院|检察院|檢察署
[Dd]istrict_[Cc]ourt 地裁|지방법원|지법|地方法院
"""
RAIL = """
JR_East|East_Japan_Railway [JＪ][RＲ]東(?!海)|東日本旅客鉄道
JR_West|West_Japan_Railway [JＪ][RＲ]西|西日本旅客鉄道
JR_Central|Central_Japan_Railway|JR_Tokai JR東海|ＪＲ東海|東海旅客鉄道
JR_Hokkaido|Hokkaido_Railway [JＪ][RＲ]北
JR_Kyushu|Kyushu_Railway JR九州|ＪＲ九州
JR_Shikoku|Shikoku_Railway JR四国|ＪＲ四国
JR_Freight|Japan_Freight JR貨物|ＪＲ貨物
Korail|KORAIL|Korea_Railroad|Korean_Railroad 한국철도공사|코레일|철도공사|韓国鉄道公社
Korea_National_Railway|Korea_Rail_Network_Authority|KRNA|National_Rail\\w* 국가철도공단|철도시설공단|철도공단
SR_Corporation|SR_Corp|SRT 에스알|수서고속철도|SRT
Seoul_Metro 서울교통공사|서울메트로|서울 지하철
Taiwan_Railways?(?:_Administration|_Corp\\w*)?|TRA|TRC 台鐵|臺鐵|台铁|台湾鉄路
Taiwan_High_Speed_Rail|THSR\\w? 高鐵|高铁|台湾高速鉄道|台湾新幹線
China_(?:State_)?Railway(?:_Group)?|national_railway 国铁|國鐵|国家铁路|中国铁路|铁总|铁路总公司
CRRC 中国中车|中车|中國中車
China_Railway_Construction|CRCC 中国铁建|铁建
"""
AIRLINES = """
ANA|All_Nippon 全日空|ANA|全日本空輸|전일본공수
Japan_Airlines|JAL 日本航空|日航|JAL|일본항공
Korean_Air 대한항공|大韓航空|大韩航空
Asiana 아시아나|アシアナ|韩亚航空|韓亞航空
Air_China 国航|中国国际航空|国际航空|에어차이나
China_Eastern 东航|东方航空|東方航空|동방항공
China_Southern 南航|南方航空|남방항공
China_Airlines 華航|中華航空|华航|中华航空
EVA(?:_Air\\w*)? 長榮航空|长荣航空|長榮
Cathay(?:_Pacific)? 国泰|國泰|キャセイ|캐세이
Korea_Airports_Corporation|KAC 한국공항공사
Incheon_International_Airport_Corporation|Incheon_Airport 인천국제공항공사|인천공항
"""
CARS = """
Toyota トヨタ|丰田|豐田|도요타|토요타
Nissan 日産|日产|닛산
Honda ホンダ|本田|혼다
Mazda マツダ|马自达|馬自達|마쓰다|마즈다
Subaru スバル|斯巴鲁|스바루|SUBARU
Suzuki スズキ|铃木|鈴木|스즈키
Mitsubishi_Motors 三菱自動車|三菱自|三菱汽车|미쓰비시자동차
Isuzu いすゞ|五十铃|이스즈
Daihatsu ダイハツ|大发|다이하쓰
Hyundai(?:_Motors?)? 현대차|현대자동차|現代自|现代汽车|現代汽車|ヒョンデ ~현대|現代|现代
Kia 기아|起亜|起亚|起亞|キア
SsangYong|Ssangyong|KG_Mobility 쌍용|KG모빌리티|双竜
BYD 比亚迪|比亞迪|비야디|BYD
Geely 吉利|지리자동차
SAIC 上汽|上海汽车|상하이자동차
FAW 一汽|第一汽车
Dongfeng 东风|東風汽車|둥펑
Chery 奇瑞|체리자동차
Great_Wall_Motors? 长城汽车|長城汽車
Nio|NIO 蔚来|니오
X[Pp]eng 小鹏|小鵬|샤오펑
Li_Auto 理想汽车|리오토
Tesla 特斯拉|テスラ|테슬라
Volkswagen|VW 大众汽车|フォルクスワーゲン|폭스바겐|폴크스바겐
"""
TECHNOLOGY = """
Samsung_Electronics|Samsung 삼성전자|삼성|サムスン|三星
SK_[Hh]ynix|Hynix 하이닉스|海力士|ハイニックス
LG_Electronics|LG LG전자|LG電子|LG电子|LG
TSMC|Taiwan_Semiconductor 台積電|台积电|TSMC|대만 반도체
UMC|United_Microelectronics 聯電|联电|UMC
Foxconn|Hon_Hai 鴻海|鸿海|富士康|ホンハイ|폭스콘
MediaTek 聯發科|联发科|미디어텍
SMIC 中芯|SMIC
YMTC|Yangtze_Memory 长江存储|長江存儲|YMTC
Huawei 华为|華為|ファーウェイ|화웨이
ZTE 中兴|中興|ZTE
Xiaomi 小米|シャオミ|샤오미
Lenovo 联想|聯想|レノボ|레노버
Alibaba 阿里巴巴|アリババ|알리바바 ~阿里
Tencent 腾讯|騰訊|テンセント|텐센트
Baidu 百度|バイドゥ|바이두
CATL|Contemporary_Amperex 宁德时代|寧德時代|CATL
Kioxia キオクシア|铠侠|키옥시아|東芝メモリ
Toshiba 東芝|东芝|도시바
Hitachi 日立|히타치
Sony ソニー|索尼|소니
Panasonic パナソニック|松下|파나소닉
Sharp シャープ|夏普|샤프
Fujitsu 富士通|후지쓰
NEC NEC|ＮＥＣ|日本電気
Renesas ルネサス|瑞萨|르네사스
Rapidus ラピダス|라피더스|Rapidus
Tokyo_Electron 東京エレクトロン|东京电子|도쿄일렉트론
SoftBank|Softbank ソフトバンク|软银|軟銀|소프트뱅크
NTT NTT|ＮＴＴ|日本電信電話
KDDI KDDI|ＫＤＤＩ
Rakuten 楽天|乐天|라쿠텐
Naver 네이버|ネイバー
Kakao 카카오|カカオ
LG_Energy_Solution|LGES LG에너지솔루션|LG엔솔|LGエナジー|LG新能源
Samsung_SDI 삼성SDI|三星SDI
SK_On SK온|SKオン
LG_Chem LG화학|LG化学
"""
INDUSTRY = """
Mitsubishi_Heavy|MHI 三菱重工|미쓰비시중공업
Mitsubishi_Electric 三菱電機|三菱电机|미쓰비시전기
Mitsubishi_Corp\\w* 三菱商事|미쓰비시상사
Mitsubishi_Materials 三菱マテリアル
Kawasaki_Heavy 川崎重工|가와사키중공업
IHI IHI|ＩＨＩ|石川島
Mitsui_(?:&|and)_Co 三井物産|미쓰이물산
Sumitomo_Corp\\w* 住友商事
Sumitomo_Electric 住友電工|住友電気
Sumitomo_Chemical 住友化学
Itochu 伊藤忠|이토추
Marubeni 丸紅|마루베니
Nippon_Steel 日本製鉄|日鉄|新日鉄|日本制铁|일본제철|신일철
JFE JFE|ＪＦＥ
Kobe_Steel 神戸製鋼|神鋼
P[Oo][Ss][Cc][Oo] 포스코|ポスコ|浦项制铁|浦項
Hyundai_Steel 현대제철|現代製鉄
Baowu|Baosteel 宝武|宝钢|寶鋼
China_Steel 中鋼
(?:HD_)?Hyundai_Heavy 현대중공업|現代重工業|现代重工
Samsung_Heavy 삼성중공업|サムスン重工業
Hanwha_Ocean|DSME|Daewoo_Shipbuilding 한화오션|대우조선|大宇造船
"""
POWER = """
T[Ee][Pp][Cc][Oo]|Tokyo_Electric 東京電力|東電|도쿄전력|东京电力
Kansai_Electric|KEPCO 関西電力|関電|간사이전력
Chubu_Electric 中部電(?!気)|中電
Kyushu_Electric 九州電(?!気)|九電
Tohoku_Electric 東北電(?!気)
Chugoku_Electric|Chūgoku_Electric|Energia 中国電力|中電
Hokkaido_Electric 北海道電力|北電
Hokuriku_Electric 北陸電(?!気)|北電
Shikoku_Electric 四国電(?!気)|四電
Okinawa_Electric 沖縄電力|沖電(?!気)
K[Ee][Pp][Cc][Oo]|Korea_Electric_Power 한국전력|한전|韓国電力
Korea_Hydro|KHNP 한국수력원자력|한수원
Tai[Pp]ower|Taiwan_Power 台電|臺電|台灣電力|台湾電力
State_Grid 国家电网|国网|國家電網
China_Southern_(?:Power_)?Grid 南方电网|南网
PetroChina|CNPC|China_National_Petroleum 中石油|中国石油(?!化)
Sinopec 中石化|中国石化|中国石油化工
CNOOC 中海油|中国海油
CPC(?:_Corp\\w*)? 中油
K[Oo][Gg][Aa][Ss]|Korea_Gas 가스공사
Korea_National_Oil|KNOC 석유공사
Korea_Expressway 도로공사
K-water|Korea_Water 수자원공사
Korea_Land_(?:and|&)_Housing|LH 토지주택공사|LH
"""
BANKS = """
Bank_of_Japan|B[Oo]J|[Cc]entral_bank 日本銀行|日銀|일본은행|日本央行|日银
Bank_of_Korea|B[Oo]K|[Cc]entral_bank 한국은행|(?<![가-힣])한은|韓国銀行|韩国央行|韩国银行|韓国中銀
People’s_Bank|PB[Oo]?C|[Cc]entral_bank 人民银行|人民銀行|中国央行|央行|인민은행
Bank_of_China|B[Oo]C 中国银行|中國銀行|中行|中国銀行|중국은행
ICBC|Industrial_and_Commercial 工商银行|工行|工商銀行|공상은행
China_Construction_Bank|CCB 建设银行|建行|建設銀行|건설은행
Agricultural_Bank|ABC 农业银行|农行|農業銀行|농업은행
Bank_of_Communications|BoCom 交通银行|交行
China_Merchants_Bank 招商银行|招行
China_Development_Bank|CDB 国家开发银行|国开行|國開行
MUFG|Mitsubishi_UFJ 三菱UFJ|三菱ＵＦＪ|三菱東京
SMBC|SMFG|Sumitomo_Mitsui 三井住友
Mizuho みずほ|瑞穂|미즈호
Japan_Post_Bank ゆうちょ
Development_Bank_of_Japan|DBJ 日本政策投資銀行|政投銀
JBIC|Japan_Bank_for_International 国際協力銀行
Norinchukin 農林中金|農林中央金庫
KB|Kookmin KB|국민은행
Shinhan 신한
Woori 우리은행|우리금융
(?:KEB_)?Hana 하나은행|하나금융
Industrial_Bank_of_Korea|IBK 기업은행
Korea_Development_Bank|KDB 산업은행|(?<![가-힣])산은
Export-Import_Bank|Eximbank|Exim 수출입은행|(?<![가-힣])수은|进出口银行|輸出入銀行
Asian_Development_Bank|ADB アジア開発銀行|亚洲开发银行|亚行|아시아개발은행|ADB
Asian_Infrastructure|AIIB アジアインフラ投資銀行|亚投行|亞投行|AIIB
World_Bank 世界銀行|世界银行|世银|世銀|세계은행
"""
MEDIA = """
Asahi(?:_Shimbun)? 朝日|아사히
Yomiuri(?:_Shimbun)? 読売|요미우리|读卖
Mainichi(?:_Shimbun)? 毎日新聞|마이니치|每日新闻 ~毎日
Sankei(?:_Shimbun)? 産経|산케이|产经
Nikkei|Nihon_Keizai 日経|日本経済新聞|닛케이|니혼게이자이|日经
Kyodo 共同通信|共同社|교도통신 ~共同|교도
Jiji 時事|지지통신
Chosun(?:_Ilbo)? 조선일보|朝鮮日報|朝鲜日报
JoongAng|Joongang 중앙일보|中央日報
Dong-?[Aa](?:_Ilbo)? 동아일보|東亜日報|东亚日报
Hankyoreh 한겨레|ハンギョレ|韩民族
Kyunghyang 경향|京郷|京乡
Hankook_Ilbo 한국일보|韓国日報
Maeil_(?:Business|Kyungjae|Gyeongje) 매일경제|매경|毎日経済
(?:Korea_Economic|Hankyung) 한국경제|한경|韓国経済
Yonhap 연합뉴스|聯合ニュース|韩联社|韓聯社
People’s_Daily 人民日报|人民日報|인민일보
Xinhua 新华|新華|신화통신
Global_Times 环球时报|環球時報|환구시보
China_Daily 中国日报
Guangming(?:_Daily)? 光明日报|光明日報
Economic_Daily 经济日报|經濟日報
PLA_Daily 解放军报|解放軍報
Caixin 财新|財新
United_Daily 聯合報|联合报
China_Times 中國時報|中时|中時
Liberty_Times 自由時報|自由时报
CNA|Central_News_Agency 中央社
Ta_Kung_Pao 大公報|大公报
Ming_Pao 明報|明报
"""
PARTIES = """
LDP|Liberal_Democrat\\w* 自民|자민당
CDP|Constitutional_Democrat\\w* 立憲|立民|입헌
Komeito|Kōmeitō 公明|공명당
Nippon_Ishin|Ishin|Japan_Innovation 維新|일본유신회
Japanese_Communist|JCP 共産|공산
Democratic_Party_for_the_People|DPFP 国民民主党|국민민주 ~国民
People_Power|PPP 국민의힘|국힘|国民の力
(?:Minjoo|Democratic)(?:_Party)? 민주|民主|民進|民进
Kuomintang|KMT|Nationalist\\w* 國民黨|国民党|국민당
DPP|Democratic_Progressive 民進黨|民进党|민진당|民進党
(?:Taiwan_)?People’s_Party|TPP 民眾黨|民众党|民衆党
"""
SERVICES = """
GSDF|Ground_Self-Defen[cs]e|army 陸上自衛隊|陸自|육상자위대|陸軍|육군|陆军
MSDF|Maritime_Self-Defen[cs]e|navy 海上自衛隊|海自|해상자위대|海軍|해군|海军
ASDF|Air_Self-Defen[cs]e|air_force 航空自衛隊|空自|항공자위대|空軍|공군|空军
"""
STATES = """
State_Department|Department_of_State|Foggy_Bottom 国務省|국무부|美国国务院|美國國務院|国务卿|國務卿
"""
WORLD = """
UN|U\\.N\\.|United_Nations 国連|国联|联合国|聯合國|유엔
NATO|North_Atlantic NATO|北約|北约|나토|北大西洋
WTO|World_Trade WTO|世贸|世貿|세계무역
WHO|World_Health WHO|世卫|世衛|世界保健|세계보건
IMF|International_Monetary IMF|国际货币|國際貨幣|国際通貨|국제통화
IAEA|Atomic_Energy_Agency IAEA|原子能机构|国際原子力|국제원자력
OECD OECD|经合组织|経済協力開発|경제협력개발
APEC APEC|亚太经合|アジア太平洋経済|아태경제
EU|European_Union EU|ＥＵ|欧盟|歐盟|欧州連合|유럽연합
ASEAN ASEAN|东盟|東盟|東協|アセアン|아세안
"""
POSTS = """
[Gg]overnors?|[Hh]eads?|[Cc]hiefs? 知事|도지사|省长|省長 ~총재|総裁|行长|総督|총독|长|長|도백|縣長
[Mm]ayor 市長|市长|市长|町長|村長|区長|군수|구청장|里長 ~시장|首長|시\\s장
[Aa]mbassador 大使|대사관|주[가-힣]{1,2}대사|대사(?=[ ,]) ~대사
[Cc]onsul 総領事|总领事|總領事|총영사 ~領事|领事|영사
[Pp]rime_[Mm]inister|PM|[Pp]remier 首相|総理|总理|總理|총리 ~院長|院长|相|총
[Pp]resident 大統領|总统|總統|대통령 ~長|长|主席|장|총재|総裁|総統
[Cc]hancellor (?!) ~首相|官房|総長|财政|총리|財務
"""
TABLES = (
    MINISTRIES, OFFICES, COURTS, RAIL, AIRLINES, CARS, TECHNOLOGY, INDUSTRY, POWER, BANKS, MEDIA, PARTIES,
    SERVICES, STATES, WORLD, POSTS,
)  # fmt: skip


def lines_of(table: str) -> list[str]:
    """The lines of a table, those that are indented joined to the one before."""
    return table.replace("\n    ", "").strip().splitlines()
