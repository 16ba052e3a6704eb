"""Regions, provinces, prefectures and cities of Japan, Korea, China and Taiwan, and capitals elsewhere.

Tables only, read by ``places``. One line a place: its names in English parted by ``|`` (``_`` for a space;
the first is the key), its names in the three languages as patterns, and behind ``@`` the region that it lies
in. A line that is indented goes on with the one before. Words that are another word too (저장 is to store,
三重 threefold, 기후 climate) stand with what makes them a place: 저장성, 三重県, 기후현.
"""

WORLD = """
Hong_Kong 香港|홍콩
Tokyo 東京|东京|도쿄|동경(?![심하])
Beijing|Peking 北京|베이징|북경
Seoul ソウル|首尔|首爾|서울|漢城
Washington ワシントン|华盛顿|華盛頓|워싱턴|華府
Taipei (?<!新)(?:台北|臺北)|タイペイ|타이베이
Pyongyang 平壌|평양|平壤|ピョンヤン
Moscow|Kremlin モスクワ|모스크바|莫斯科
London ロンドン|런던|伦敦|倫敦
Berlin ベルリン|베를린|柏林
Paris (?<![ァ-ヶー])パリ(?![ァ-ヶー])|파리(?=[ ,의에]|협정|\\Z)|巴黎
New_Delhi|Delhi ニューデリー|뉴델리|新德里
Canberra キャンベラ|캔버라|堪培拉
Hanoi ハノイ|하노이|河内(?![县市省])
Jakarta ジャカルタ|자카르타|雅加达|雅加達
Manila マニラ|마닐라|马尼拉|馬尼拉
Bangkok バンコク|방콕|曼谷
Kyiv|Kiev キーウ|キエフ|키이우|基辅|基輔
Ottawa オタワ|오타와|渥太华|渥太華
Rome (?<![ァ-ヶー])ローマ(?![ァ-ヶー])|(?<![가-힣])로마(?![가-힣])|罗马(?!尼)|羅馬(?!尼)
Tehran テヘラン|테헤란|德黑兰|德黑蘭
Brussels ブリュッセル|布鲁塞尔|布魯塞爾|브뤼셀
New_York ニューヨーク|纽约|紐約|뉴욕
California カリフォルニア|加州|캘리포니아
"""
JAPAN = """
Hokkaido|Hokkaidō 北海道|홋카이도
Aomori 青森|아오모리
Iwate 岩手|이와테
Miyagi 宮城|宫城|미야기(?!와)
Akita 秋田|아키타
Yamagata 山形|야마가타
Fukushima 福島|福岛|후쿠시마
Ibaraki 茨城|이바라키
Tochigi 栃木|枥木|도치기
Gunma|Gumma 群馬|群马|군마현
Saitama 埼玉|사이타마
Chiba 千葉|千叶|지바현|치바
Kanagawa 神奈川|가나가와
Niigata 新潟|니가타
Toyama 富山|도야마
Ishikawa 石川|이시카와
Fukui 福井|후쿠이
Yamanashi 山梨|야마나시
Nagano 長野|长野|나가노
Gifu 岐阜|기후현
Shizuoka 静岡|靜岡|静冈|시즈오카
Aichi 愛知|爱知|아이치
Mie 三重[県縣县]|미에현
Shiga 滋賀|滋贺|시가현
Kyoto|Kyōto (?<!東)京都|교토
Osaka|Ōsaka 大阪|오사카
Hyogo|Hyōgo 兵庫|兵库|효고
Nara 奈良|나라현
Wakayama 和歌山|와카야마
Tottori 鳥取|鸟取|돗토리
Shimane 島根|岛根|시마네
Okayama 岡山|冈山|오카야마
Hiroshima 広島|廣島|广岛|히로시마
Yamaguchi 山口[県縣县市]|야마구치
Tokushima 徳島|德島|德岛|도쿠시마
Kagawa 香川|가가와
Ehime 愛媛|爱媛|에히메
Kochi|Kōchi 高知(?!能)|고치현
Fukuoka 福岡|福冈|후쿠오카
Saga 佐賀|佐贺|사가현
Nagasaki 長崎|长崎|나가사키
Kumamoto 熊本|구마모토|쿠마모토
Oita|Ōita 大分[県縣县市]|오이타
Miyazaki 宮崎[県縣县市]|宫崎[县市]|미야자키현
Kagoshima 鹿児島|鹿兒島|鹿儿岛|가고시마
Okinawa 沖縄|沖繩|冲绳|오키나와
Nagoya 名古屋|나고야 @Aichi
Yokohama 横浜|橫濱|横滨|요코하마 @Kanagawa
Kawasaki 川崎市 @Kanagawa
Yokosuka 横須賀|요코스카 @Kanagawa
Kobe|Kōbe 神戸|神戶|神户|고베 @Hyogo
Himeji 姫路|히메지 @Hyogo
Sapporo 札幌|삿포로 @Hokkaido
Hakodate 函館|函馆|하코다테 @Hokkaido
Asahikawa|Asahigawa 旭川|아사히카와 @Hokkaido
Otaru 小樽|오타루 @Hokkaido
Kushiro 釧路|구시로 @Hokkaido
Tomakomai 苫小牧 @Hokkaido
Chitose 千歳市|新千歳 @Hokkaido
Rausu 羅臼 @Hokkaido
Nemuro 根室 @Hokkaido
Hachinohe 八戸 @Aomori
Rokkasho 六ケ所|六ヶ所 @Aomori
Morioka 盛岡 @Iwate
Sendai 仙台|센다이 @Miyagi
Ishinomaki 石巻 @Miyagi
Kanazawa 金沢|金泽|가나자와 @Ishikawa
Wajima 輪島 @Ishikawa
Utsunomiya 宇都宮 @Tochigi
Maebashi 前橋 @Gunma
Kofu|Kōfu 甲府 @Yamanashi
Matsumoto 松本市 @Nagano
Hamamatsu 浜松|하마마쓰 @Shizuoka
Takamatsu 高松 @Kagawa
Matsuyama 松山市 @Ehime
Matsue 松江 @Shimane
Kurashiki 倉敷 @Okayama
Fukuyama 福山市 @Hiroshima
Iwakuni 岩国|이와쿠니 @Yamaguchi
Shimonoseki 下関|시모노세키 @Yamaguchi
Kitakyushu|Kitakyūshū 北九州|기타큐슈 @Fukuoka
Sasebo 佐世保|사세보 @Nagasaki
Naha 那覇|나하(?=[시 ]) @Okinawa
Ishigaki 石垣[市島] @Okinawa
Yonaguni 与那国 @Okinawa
Kyushu|Kyūshū (?<!北)九州|규슈|큐슈
"""
KOREA = """
Busan|Pusan 釜山|プサン|(?<![가-힣])부산(?![물하스])
Incheon|Inchon 仁川|インチョン|인천
Daegu|Taegu 大邱|テグ|대구(?![탕잡포])
Daejeon|Taejon 大田(?!区)|テジョン|(?<![가-힣])(?<!차 )대전(?=[ ,시·의에과와]|광역|\\Z)
Gwangju|Kwangju 光州|クァンジュ|광주
Ulsan 蔚山|ウルサン|울산
Sejong 世宗市|세종(?=시|특별|청사|정부|[ ,]|\\Z)
Jeju|Cheju 済州|济州|濟州|チェジュ|제주
Gyeonggi|Kyŏnggi|Kyonggi 京畿(?!線)|경기도|경기(?= [가-힣]{2}시|·인천|[남북]부)
Gangwon|Kangwŏn|Kangwon 江原|강원(?=도|특별|[ ,·]|\\Z)
North_Chungcheong|Chungcheongbuk-do|Chungcheongbuk|Chungbuk|Ch’ungbuk 忠[清淸]北道|忠北|충북|충청북도
South_Chungcheong|Chungcheongnam-do|Chungcheongnam|Chungnam|Ch’ungnam 忠[清淸]南道|忠南|충남|충청남도
North_Jeolla|Jeollabuk-do|Jeollabuk|Jeonbuk|Chŏnbuk|Chonbuk|North_Cholla 全羅北道|全罗北道|全北(?=[道 ])
    |전북|전라북도
South_Jeolla|Jeollanam-do|Jeollanam|Jeonnam|Chŏnnam|Chonnam|South_Cholla 全羅南道|全罗南道|全南(?=[道 ])
    |(?<![가-힣])전남(?!편)|전라남도
North_Gyeongsang|Gyeongsangbuk-do|Gyeongsangbuk|Gyeongbuk|Kyŏngbuk|Kyongbuk|North_Kyongsang 慶尚北道
    |庆尚北道|慶北|경북|경상북도
South_Gyeongsang|Gyeongsangnam-do|Gyeongsangnam|Gyeongnam|Kyŏngnam|Kyongnam|South_Kyongsang 慶尚南道
    |庆尚南道|慶南|경남|경상남도
Honam 호남(?=[선권 ,지의에]|\\Z)|湖南線
Yeongnam|Youngnam 영남(?=[권 ,지의에]|\\Z)|嶺南
Suwon 水原|(?<![가-힣])수원(?=[시 ,특]|\\Z) @Gyeonggi
Yongin 龍仁|龙仁|용인(?=[시 ,에의]|\\Z) @Gyeonggi
Pyeongtaek 平沢|平泽|평택 @Gyeonggi
Hwaseong 華城市|화성시 @Gyeonggi
Seongnam 城南市|성남시|성남(?= |,) @Gyeonggi
Goyang 高陽市|고양시 @Gyeonggi
Paju 坡州|파주 @Gyeonggi
Gimpo 金浦|김포 @Gyeonggi
Ansan 安山市|안산시 @Gyeonggi
Icheon 利川|이천시 @Gyeonggi
Chuncheon 春川|춘천 @Gangwon
Wonju 原州|원주시 @Gangwon
Gangneung 江陵|강릉 @Gangwon
Sokcho 束草|속초 @Gangwon
Samcheok 三陟|삼척 @Gangwon
Cheongju 清州|淸州|청주(?=[시 ,에의]|\\Z) @North_Chungcheong
Chungju 忠州|충주 @North_Chungcheong
Cheonan 天安(?!门|門)|천안(?!함) @South_Chungcheong
Asan 牙山|아산시 @South_Chungcheong
Dangjin 唐津郡|당진 @South_Chungcheong
Jeonju 全州|(?<![가-힣])전주(?=[시 ,]|\\Z) @North_Jeolla
Gunsan 群山|군산 @North_Jeolla
Iksan 益山|익산 @North_Jeolla
Mokpo 木浦|목포 @South_Jeolla
Yeosu 麗水|여수(?=[시 ,에의]|\\Z) @South_Jeolla
Suncheon 順天|순천(?=[시만역 ,에의]|\\Z) @South_Jeolla
Gwangyang 光陽|광양 @South_Jeolla
Pohang 浦項|浦项|포항 @North_Gyeongsang
Gyeongju 慶州|庆州|경주시 @North_Gyeongsang
Gumi 亀尾|龟尾|구미시 @North_Gyeongsang
Andong 安東|안동(?=[시 ,댐에의]|\\Z) @North_Gyeongsang
Changwon 昌原|창원 @South_Gyeongsang
Jinju 晋州|晉州|진주시 @South_Gyeongsang
Gimhae 金海市|김해(?=[시 ,공에의]|\\Z) @South_Gyeongsang
Geoje 巨済|巨济|거제 @South_Gyeongsang
Tongyeong 統営|통영 @South_Gyeongsang
Ulleung 鬱陵|울릉 @North_Gyeongsang
"""
CHINA = """
Shanghai 上海|상하이|상해(?![죄보치해])
Tianjin 天津|톈진
Chongqing|Chungking 重慶|重庆|충칭
Hebei|Hopei (?<![黄银運运])河北(?![岸侧側部])|허베이
Shanxi|Shansi 山西(?![部麓侧側站])|산시성
Liaoning 遼寧|辽宁|랴오닝
Jilin|Kirin 吉林|지린성
Heilongjiang 黑[竜龍龙]江|黒[竜龍]江|헤이룽장
Jiangsu|Kiangsu 江蘇|江苏|장쑤
Zhejiang|Chekiang 浙江|저장성
Anhui|Anhwei 安徽|안후이
Fujian|Fukien 福建|푸젠
Jiangxi|Kiangsi (?<![浙龍龙])江西(?![部岸侧側])|장시성
Shandong|Shantung (?<![唐昆佛])山[東东](?![部麓侧側站路])|산둥
Henan|Honan (?<![黄银])河南(?![岸侧側部])|허난
Hubei|Hupeh (?<![太])湖北(?![岸侧側部])|후베이
Hunan (?<![太])湖南(?![岸侧側部線])|후난
Guangdong|Kwangtung|Canton 広東|广东|廣東|광둥
Guangxi|Kwangsi 広西|广西|廣西|광시(?=성|자치|좡족|[ ,])
Hainan (?<![上渤黄青])海南(?![岸侧側部])|하이난
Sichuan|Szechuan|Szechwan 四川|쓰촨
Guizhou|Kweichow 貴州|贵州|구이저우
Yunnan 雲南|云南|윈난
Shaanxi|Shensi 陝西|陕西|산시성
Gansu|Kansu 甘粛|甘肅|甘肃|간쑤
Qinghai|Tsinghai 青海(?!波|老虎)|칭하이
Inner_Mongolian?|Nei_Mongol 内蒙古|內蒙古|内モンゴル|네이멍구|내몽골
Ningxia 寧夏|宁夏|닝샤
Xinjiang|Sinkiang 新疆|신장(?=위구르| 위구르|자치구|웨이우얼|산 )
Tibet|Tibetans? 西藏|チベット|티베트
Guangzhou 広州|广州|廣州|광저우 @Guangdong
Shenzhen 深圳|深セン|シンセン|선전(?=시|특구|증시|거래소|공장|항) @Guangdong
Dongguan 東莞|东莞|둥관 @Guangdong
Foshan 佛山|仏山|포산 @Guangdong
Zhuhai 珠海|주하이 @Guangdong
Nanjing|Nanking 南京(?!町)|난징 @Jiangsu
Suzhou 蘇州|苏州|쑤저우 @Jiangsu
Wuxi 無錫|无锡|우시(?=시|공장| 공장) @Jiangsu
Lianyungang 連雲港|连云港 @Jiangsu
Hangzhou 杭州|항저우 @Zhejiang
Ningbo 寧波|宁波|닝보 @Zhejiang
Wenzhou 温州(?!みかん)|溫州|원저우 @Zhejiang
Yiwu 義烏|义乌|이우(?=시) @Zhejiang
Zhoushan 舟山|저우산 @Zhejiang
Hefei 合肥|허페이 @Anhui
Fuzhou|Foochow 福州|푸저우 @Fujian
Xiamen|Amoy 廈門|厦門|厦门|샤먼 @Fujian
Quanzhou 泉州(?!市内) @Fujian
Nanchang 南昌|난창 @Jiangxi
Jinan 済南|济南|濟南|지난시 @Shandong
Qingdao|Tsingtao 青島|青岛|칭다오 @Shandong
Yantai 烟台|煙台|옌타이 @Shandong
Weihai 威海|웨이하이 @Shandong
Zhengzhou 鄭州|郑州|정저우 @Henan
Luoyang 洛陽|洛阳|뤄양 @Henan
Wuhan 武漢|武汉|우한 @Hubei
Yichang 宜昌|이창시 @Hubei
Changsha 長沙|长沙|창사(?=시) @Hunan
Haikou 海口|하이커우 @Hainan
Sanya 三亚|三亞|싼야 @Hainan
Chengdu 成都|청두 @Sichuan
Guiyang 貴陽|贵阳|구이양 @Guizhou
Kunming 昆明|쿤밍 @Yunnan
Xi'an|Xi’an|Xian|Sian 西安|시안(?=시|공장| 공장|반도체) @Shaanxi
Yan'an|Yan’an|Yenan 延安|옌안 @Shaanxi
Lanzhou 蘭州|兰州|란저우 @Gansu
Xining 西寧|西宁|시닝 @Qinghai
Hohhot|Huhehot 呼和浩特|フフホト|후허하오터 @Inner_Mongolia
Baotou 包頭|包头|바오터우 @Inner_Mongolia
Yinchuan 銀川|银川|인촨 @Ningxia
Urumqi|Ürümqi 烏魯木斉|乌鲁木齐|烏魯木齊|ウルムチ|우루무치 @Xinjiang
Kashgar|Kashi 喀什|カシュガル|카슈가르 @Xinjiang
Lhasa 拉薩|拉萨|ラサ市|라싸 @Tibet
Nanning 南寧|南宁|난닝 @Guangxi
Guilin 桂林|구이린 @Guangxi
Shijiazhuang 石家荘|石家庄|石家莊|스자좡 @Hebei
Tangshan 唐山|탕산 @Hebei
Zhangjiakou|Kalgan 張家口|张家口|장자커우 @Hebei
Xiong'an|Xiong’an|Xiongan 雄安|슝안 @Hebei
Taiyuan 太原|타이위안 @Shanxi
Shenyang|Mukden 瀋陽|沈阳|선양 @Liaoning
Dalian|Dairen 大連|大连|다롄 @Liaoning
Dandong 丹東|丹东|단둥 @Liaoning
Changchun 長春|长春|창춘 @Jilin
Yanbian 延辺|延边|延邊|옌볜|연변 @Jilin
Harbin 哈爾濱|哈尔滨|ハルビン|하얼빈 @Heilongjiang
Daqing 大慶油田|大庆|다칭 @Heilongjiang
Macau|Macao 澳門|澳门|マカオ|마카오
"""
TAIWAN = """
New_Taipei 新北|신베이
Taoyuan 桃園|桃园|타오위안
Keelung|Jilong|Chilung 基隆|지룽
Hsinchu|Xinzhu 新竹|신주(?=시|과학)
Miaoli 苗栗|먀오리
Taichung|Taizhong 台中(?![美日印])|臺中|타이중
Changhua|Zhanghua 彰化|장화현
Nantou 南投|난터우
Yunlin 雲林|云林|윈린
Chiayi|Jiayi 嘉義|嘉义|자이현
Tainan 台南|臺南|타이난
Kaohsiung|Gaoxiong 高雄|가오슝
Pingtung|Pingdong 屏東|屏东|핑둥
Yilan|Ilan 宜蘭|宜兰|이란현
Hualien|Hualian 花蓮|花莲|화롄
Taitung|Taidong 台東[県縣市]|臺東|台东|타이둥
Penghu|Pescadores 澎湖|펑후
Kinmen|Quemoy|Jinmen 金門|金门|진먼
Matsu|Mazu|Lienchiang 馬祖|马祖|連江縣|마쭈
"""
TABLES = {"": WORLD, "Japan": JAPAN, "South Korea": KOREA, "the PRC": CHINA, "Taiwan": TAIWAN}
