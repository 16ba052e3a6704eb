"""Further well-known bodies of Japan, Korea, China and Taiwan: agencies, studios, universities.

Tables only, read by ``bodies_checked``, in the form of ``bodies``; ``@`` stands for any word for
an agency.
"""
AGENCIES = r"""
Ministry_of_Food_and_Drug_Safety|[Ff]ood_and_[Dd]rug(?:_[Ss]afety)?|[Dd]rug_safety|[Ff]ood_safety_@|MFDS
    |KFDA 식품의약품안전처|식약처|식약청
Food_and_Drug_Administration|T?FDA|[Ff]ood_and_drug 食藥署|食药监|食品药品监督|食品藥物管理署|FDA
Food_Safety_Commission|[Ff]ood_safety 食品安全委員会
Consumer_Affairs_Agency|[Cc]onsumer_@|CAA 消費者庁|소비자원|消費者委員會|消保會|消费者协会|消協|消协
State_Administration_for_Market_Regulation|SAMR|[Mm]arket_(?:[Rr]egulat|[Ss]upervis|watch)\w+ 市场监管
    |市场监督管理|市監局|市場監管
National_Health_Commission|NHC|[Hh]ealth_(?:[Cc]ommission|authorit\w+|ministry) 卫健委|卫生健康委|衛健委
Centers?_for_Disease_Control|K?CDC|[Dd]isease_[Cc]ontrol\w*|KDCA 疾控中心|疾控局|疾管[署局]|疾病管制
    |질병관리청|질병청|질병관리본부
National_Medical_Products_Administration|NMPA|[Dd]rug_regulator\w* 药监局|药监总局|國家藥監
National_Healthcare_Security_Administration|NHSA|[Hh]ealth(?:care)?_(?:security|insurance) 医保局|医疗保障局
National_Health_Insurance_Service|National_Health_Insurance_@|NHI[SA]?|[Hh]ealth_insur\w+ 건강보험공단
    |건보공단|健保署|健保局
Japan_Tourism_Agency|[Tt]ourism_@|JTA 観光庁
Tourism_Administration|[Tt]ourism_@|KTO 觀光[署局]|한국관광공사|관광공사|旅游局|文旅部
Agency_for_Cultural_Affairs|[Cc]ultur\w+_@ 文化庁|문화청
Korea_Heritage_Service|[Hh]eritage_@|Cultural_Heritage|CHA 국가유산청|문화재청|文物局|文資局
Fisheries_Agency|[Ff]isher\w+_@ 水産庁|漁業署|渔业局|수산청
Forest(?:ry)?_(?:Agency|Service|Bureau)|[Ff]orest\w*_@ 林野庁|산림청|林草局|林業署|林務局
Fire_and_Disaster_Management_Agency|[Ff]ire_@|FDMA|NFA 消防庁|소방청|消防署|消防局
Japan_Sports_Agency|[Ss]ports?_@ スポーツ庁|体育总局|體育署
Digital_Agency|[Dd]igital_@ デジタル庁|數位發展部|數發部|数据局
Reconstruction_Agency|[Rr]econstruct\w+ 復興庁
Children_and_Families_Agency|[Cc]hildren\w*_@ こども家庭庁
Immigration_(?:Services_)?Agency|[Ii]mmigration_@ 入管庁|出入国在留管理庁|移民署|移民局|출입국
Public_Security_Intelligence_Agency 公安調査庁
Acquisition,_Technology_&_Logistics_Agency|ATLA|[Pp]rocurement_@ 防衛装備庁
Defen[cs]e_Acquisition_Program_Administration|DAPA|[Aa]rms_(?:procurement|agency) 방위사업청|방사청
Military_Manpower_Administration|[Cc]onscription_@|MMA 병무청
Rural_Development_Administration|RDA|[Rr]ural_@ 농촌진흥청|농진청
Public_Procurement_Service|[Pp]rocurement_@ 조달청
National_Personnel_Authority|[Pp]ersonnel_@ 人事院|인사혁신처
Nuclear_Regulation_Authority|NRA|[Nn]uclear_(?:regulat|watch|safety)\w* 原子力規制委|規制委|原子力規制庁
Nuclear_Safety_and_Security_Commission|NSSC|[Nn]uclear_(?:regulat|watch|safety)\w* 원자력안전위|원안위
    |核安[會局]
Imperial_Household_Agency|[Ii]mperial_@ 宮内庁
Cabinet_Office|[Cc]abinet_office|[Gg]overnment_survey 内閣府
Cabinet_Secretariat|[Cc]abinet_[Ss]ecretar\w+|(?:[Tt]op_)?government_spokes\w+ 内閣官房|官房
Ministry_of_Government_Legislation 법제처
Ministry_of_(?:Patriots|Veterans)\w*|[Vv]eterans\w*_@ 국가보훈부|보훈처|보훈부|退役军人|退輔會
Anti-Corruption_and_Civil_Rights_Commission|ACRC|[Aa]nti-?corruption_@ 권익위
National_Human_Rights_Commission|NHRCK|[Hh]uman_rights_@ 인권위
Korea_Communications_Commission|KCC|[Bb]roadcast\w+_@|[Cc]ommunications_@ 방송통신위|방통위
National_Communications_Commission|NCC|[Cc]ommunications_@ 通傳會
National_Radio_and_Television_Administration|NRTA|SARFT|[Bb]roadcast\w+_@
    |[Rr]adio_and_[Tt]elevision 广电总局|广播电视总局|廣電總局
Cyberspace_Administration|CAC|[Cc]yber\w+_@|[Ii]nternet_@ 网信办|網信辦
China_Film_Administration|[Ff]ilm_(?:[Aa]dmin|[Bb]ureau|auth|regul)\w+ 电影局|電影局
Korean_Film_Council|KOFIC|[Ff]ilm_[Cc]ouncil 영화진흥위|영진위
Korea_Media_Rating_Board|KMRB|[Rr]ating_@ 영상물등급위|영등위|映倫
National_Election_Commission|[Ee]lection_@|NEC|CEC 선관위|선거관리위|中選會|中央選舉委員會
China_Securities_Regulatory_Commission|CSRC|[Ss]ecurities_@ 证监会|證監會
National_Financial_Regulatory_Administration|NFRA|CBIRC|CBRC|[Bb]anking_@
    |[Ff]inancial_regulat\w+ 金融监管总局|银保监会|银监会
State_Administration_of_Foreign_Exchange|SAFE|[Ff]oreign_[Ee]xchange_@ 外汇局|外管局|外汇管理局
SASAC|[Ss]tate-owned_[Aa]ssets\w*|[Ss]tate_assets_@ 国资委|國資委
Central_Commission_for_Discipline_Inspection|CCDI|[Dd]iscipline_@|[Aa]nti-?graft_@ 中纪委|中央纪委|中紀委
National_Energy_Administration|NEA|[Ee]nergy_@ 能源局|资源能源厅|資源エネルギー庁|エネ庁|에너지공단
National_Bureau_of_Statistics|NBS|[Ss]tatistic\w+ 国家统计局|統計局|통계청|統計処
Postal_Service|State_Post_Bureau|Postal_@|[Pp]ostal_@|[Pp]ost_office 邮政局|우정사업본부|郵政省|中華郵政
Prosecutors|[Pp]rosecut(?:ors?|ion)(?:’s_office)? 検察|검찰|대검|最高检|检察|檢察|檢方|地検|地檢
National_Archives|[Aa]rchiv\w+ 公文書館|국가기록원|档案局|國史館
National_Diet_Library|Diet_Library 国会図書館
National_Library|[Nn]ational_[Ll]ibrary 국립중앙도서관|国家图书馆|國家圖書館|國圖
""".replace(
    "@",
    "(?:[Aa]genc(?:y|ies)|[Bb]ureau|[Aa]uthorit(?:y|ies)|[Oo]ffice|[Aa]dministration|[Ss]ervice"
    "|[Cc]ommission|[Cc]ouncil|watchdog|regulators?|officials?|[Mm]inistry|[Dd]epartment|[Bb]oard"
    "|[Cc]ent(?:er|re))",
)
STUDIOS = r"""
Toho|Tōhō 東宝|도호(?=[ ,의가])
Shochiku|Shōchiku 松竹|쇼치쿠
Toei|Tōei 東映|도에이
Kadokawa|KADOKAWA 角川|KADOKAWA|カドカワ|가도카와
Nikkatsu 日活
Daiei 大映
(?:Studio_)?Ghibli ジブリ|지브리|吉卜力
Kyoto_Animation|KyoAni 京都アニメ|京アニ
CJ_ENM|CJ_Entertainment CJ ?ENM|씨제이|CJ엔터
Lotte 롯데|ロッテ|乐天(?!市场)|樂天
Showbox 쇼박스
Megabox 메가박스
CGV CGV
Wanda 万达|萬達
Huayi 华谊|華誼
Bona 博纳|博納
Enlight 光线(?:传媒|影业)
China_Film_(?:Group|Co\w*) 中影|中国电影(?:集团|股份)
Shanghai_Film 上影|上海电影集团
Shaw_Brothers|Shaw 邵氏
Golden_Harvest 嘉禾
Emperor 英皇
Netflix ネットフリックス|ネトフリ|넷플릭스|奈飞|網飛|NETFLIX|Netflix
Disney|Walt_Disney ディズニー|디즈니|迪士尼
Warner(?:_Bros\w*)? ワーナー|워너|华纳|華納
Paramount パラマウント|파라마운트|派拉蒙
Amazon アマゾン|아마존|亚马逊|亞馬遜|Amazon
Apple アップル|애플|苹果|蘋果
Google グーグル|구글|谷歌
YouTube ユーチューブ|유튜브|油管|YouTube
iQ[Ii][Yy][Ii] 爱奇艺|愛奇藝
Youku 优酷|優酷
Bilibili B站|哔哩|嗶哩|ビリビリ
TikTok|Douyin 抖音|TikTok|ティックトック|틱톡
Kuaishou 快手
Weibo 微博
WeChat|Weixin 微信
T[Vv][Ii][Nn][Gg] 티빙
Wavve 웨이브(?![가-힣])
Watcha 왓챠
HYBE|Hybe 하이브(?!리드)
SM_Entertainment|SM SM(?:엔터)?|에스엠
JYP JYP
YG YG
Nintendo 任天堂|닌텐도
Sega セガ|세가
Konami コナミ|코나미
Capcom カプコン|캡콤
Square_Enix スクウェア|스퀘어
Bandai_Namco バンダイナムコ|反斗|万代
Nexon 넥슨|ネクソン
NCSoft|NC_Soft 엔씨소프트|엔씨
Krafton 크래프톤
Netmarble 넷마블
NetEase 网易|網易
[Mm]i[Hh]o[Yy]o 米哈游
"""
BROADCASTERS = r"""
NHK NHK|ＮＨＫ|日本放送協会
TBS TBS|ＴＢＳ
Nippon_T(?:V|elevision)|NTV 日本テレビ|日テレ
TV_Asahi テレビ朝日|テレ朝
Fuji_T(?:V|elevision)|Fuji フジテレビ|フジ
TV_Tokyo テレビ東京|テレ東
WOWOW|Wowow WOWOW
KBS KBS|한국방송
MBC MBC|문화방송
SBS SBS
EBS EBS|교육방송
JTBC JTBC
YTN YTN
tvN tvN
CCTV|China_Central_Television 央视|央視|中央电视台|中央電視台
Hunan_TV|Mango 湖南卫视|芒果
Dragon_TV 东方卫视
PTS|Public_Television 公視|公共電視
TVBS TVBS
Formosa_T(?:V|elevision)|FTV 民視
CTi 中天
TVB 無綫|无线电视
RTHK 香港電台|香港电台
BBC BBC
CNN CNN
"""
UNIVERSITIES = r"""
University_of_Tokyo|Tokyo_University|Tōdai|Todai 東京大学|東大(?!阪|和|門|寺)|도쿄대|东京大学
Kyoto_University 京都大学|(?<!東)京大(?!阪)|교토대
Osaka_University 大阪大学|阪大
Tohoku_University|Tōhoku_University 東北大
Nagoya_University 名古屋大学|名大
Kyushu_University 九州大学|九大
Hokkaido_University 北海道大学 ~北大
Hitotsubashi 一橋
Keio|Keiō 慶應|慶応
Waseda 早稲田|早大|와세다
Meiji_University 明治大学|明大
Sophia 上智大
Doshisha|Dōshisha 同志社
Ritsumeikan 立命館
Tsukuba 筑波大
Kobe_University 神戸大
Seoul_National 서울대(?!공원|입구|교)|首尔大学|首爾大學|ソウル大
Yonsei 연세|延世
Korea_University 고려대|高麗大
KAIST 카이스트|KAIST|한국과학기술원
POSTECH|Postech 포스텍|포항공대
Sungkyunkwan|SKKU 성균관
Hanyang 한양대
Ewha 이화여대|이화
Sogang 서강대
Chung-?[Aa]ng 중앙대(?!로|교|책|회)
Kyung_?[Hh]ee 경희대
Hankuk|HUFS 한국외대|외국어대
Pusan_National 부산대(?!교)
Kyungpook 경북대
Peking_University|PKU|Beida 北京大学|北大(?!荒|西)
Tsinghua|Tsing_Hua|NTHU 清华|清華|清大
Fudan 复旦|復旦
Jiao_?[Tt]ong 交通大学|交通大學|交大
Zhejiang_University 浙江大学|浙大
Nanjing_University 南京大学|南大
Wuhan_University 武汉大学|武大
Sun_Yat-?sen 中山大学|中山大學
Renmin_University|People’s_University 人民大学|人民大學
Nankai 南开|南開
Xiamen_University 厦门大学|厦大
National_Taiwan_University|NTU 台大|臺大|台灣大學|臺灣大學
Cheng_Kung|NCKU 成大|成功大學
Cheng_?chi|NCCU 政大|政治大學
University_of_Hong_Kong|HKU 香港大[學学]|港大
Palace_Museum|NPM 故宫|故宮
National_Museum 국립중앙박물관|국립박물관|国立博物館|国家博物馆|國立.{2,6}博物館|国博
National_Library|NLK 국립중앙도서관|国家图书馆|國家圖書館|国図|國圖
Chung_Hsing|NCHU 中興大|興大
Yang_Ming|NYCU 陽明交(?:大|通)|陽明
Asan(?:_Medical)? 서울아산|아산병원
Severance 세브란스
Samsung_Medical 삼성서울병원
Academia_Sinica 中研院|中央研究院
Academy_of_Social_Sciences|CASS 社科院|社会科学院
Academy_of_Sciences|CAS 中科院|中国科学院
R[Ii][Kk][Ee][Nn] 理研|理化学研究所
AIST 産総研|産業技術総合研究所
"""


def one_class(*tables: str) -> str:
    """Tables whose bodies may be mistaken for one another, as one."""
    return "\n".join(table.strip("\n") for table in tables) + "\n"

