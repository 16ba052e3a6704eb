"""Times and places that a translator of titles drops: in the vacations, on an island; a closed list.

Tables only, read by ``title_senses``, in the form of ``qualifiers``. Names of places stand in ``places``.
"""

from srcxlate.checks.omissions.qualifiers import Dropped

_WHEN = (
    r"spring|summer|autumn|fall\b|winter|season|january|february|march|april|may\b|june|july|august|"
    r"september|"
    r"october|november|december|(?:this|next|last|coming|new|school|academic|fiscal) year|month|quarter|"
    r"holiday|"
    r"christmas|cherry|"
)
_ALONG = (
    r"night|evening|midnight|dark|overnight|late|after hours|nocturn|sleep|dusk|moon|dawn|"
    r"small hours|early|morning|before day|[ap]\.?m\.?\b|"
)

TIMES = (
    Dropped(
        "that it is in the vacations",
        r"vacation|holiday|recess|break|summer|winter|off[- ]|closed|term|away|golden week|semester",
        "夏休み|冬休み|春休み|長期休[暇み]|休暇中",
        r"(?<![가-힣])(?:여름|겨울|봄)?방학(?![가-힣]{2})|휴가철",
        "[暑寒]假|假期|放假|[黄黃]金周",
    ),
    Dropped(
        "the season (spring)",
        _WHEN + r"early|vernal|fiscal|school",
        "(?<![青一-鿿])[来今昨]?春(?=[にのか闘季から、])(?!闘)",
        r"(?<![가-힣])(?:올|지난|내년|이듬해)?\s?봄(?=[에의은부철 ,]|\Z)",
        "(?<=[今明去])春|春季|春天",
    ),
    Dropped(
        "the season (summer)",
        _WHEN + r"hot|heat|mid-?year|august",
        "(?<![一-鿿])[来今昨]?夏(?=[にのか場から、季])(?!目)|夏場|真夏",
        r"(?<![가-힣])(?:올|지난|내년|한)?\s?여름(?=[에의은부철 ,]|\Z)|하계",
        "[今明去]夏|夏季|夏天|盛夏",
    ),
    Dropped(
        "the season (autumn)",
        _WHEN + r"harvest",
        "(?<![一-鿿])[来今昨]?秋(?=[にのか場から、季])(?!田|葉)",
        r"(?<![가-힣])(?:올|지난|내년)?\s?가을(?=[에의은부철 ,]|\Z)|추계",
        "[今明去]秋|秋季|秋天",
    ),
    Dropped(
        "the season (winter)",
        _WHEN + r"cold|snow|frost|chill|ice",
        "(?<![一-鿿])[来今昨]?冬(?=[にのか場から、季])|真冬|厳冬",
        r"(?<![가-힣])(?:올|지난|내년|한)?\s?겨울(?=[에의은부철 ,]|\Z)|동계(?! ?올림픽)|혹한",
        "[今明去]冬|冬季|冬天|[严嚴]冬",
    ),
    Dropped(
        "that it is at night",
        _ALONG + r"24|twenty-four|round-the-clock|light",
        "夜間|深夜|夜の|真夜中|未明|徹夜",
        r"(?<![가-힣])(?:야간|심야|한밤|새벽|밤에|밤의|철야)",
        "夜[间間晚市班校](?!长)|深夜|[凌淩]晨|半夜|午夜|通宵",
    ),
    Dropped(
        "that it is in the morning",
        r"morning|dawn|early|a\.?m\.?\b|breakfast|sunrise|daybreak|wake|before (?:work|school)|\d",
        "早朝|(?<![一-鿿])朝(?=[のに])|毎朝|午前中",
        r"(?<![가-힣])(?:아침|이른 아침|오전)(?=[에의 ])",
        "早[晨上](?!海)|清晨|每天早",
    ),
    Dropped(
        "that it is at weekends or on holidays",
        r"weekend|saturday|sunday|holiday|day off|weekday|golden week|festive|off-",
        "週末|土日|休日|祝日|大型連休|連休",
        "주말|휴일|연휴|공휴일|명절",
        "[周週]末|[节節]假日|[长長]假|假日",
    ),
    Dropped(
        "that it is at the year's end or the New Year",
        r"new year|year|end of|december|january|holiday|turn of|lunar|spring festival|hogmanay|"
        r"chuseok|seollal",
        "年末|年始|年の瀬|正月|年内(?=に|で|の)",
        "연말|연초|새해|설날|설 연휴|연내",
        "年底|年末|年[内內]|岁末|歲末|新年|春[节節]|年关|年關",
    ),
    Dropped(
        "when ('from next month', 'next week')",
        r"next|coming|month|week|soon|from|start|following|upcoming|ahead|january|february|march|"
        r"april|may\b|june|july|august|september|october|november|december",
        "来月|翌月|来週|翌週",
        r"(?<![가-힣])(?:다음 ?달|내달|다음 ?주)",
        "下个?個?月|下[周週]",
    ),
    Dropped(
        "when ('tomorrow', 'today')",
        r"tomorrow|today|tonight|now|day|on \w+day|from|begin|start|this (?:morning|afternoon)|\w+day\b",
        "(?<![一-鿿])(?:明日|あす|きょう|あさって)(?=[のにから、へ]|\\Z)",
        r"(?<![가-힣])(?:내일|오늘|모레)(?=[부은 ,]|\Z)(?!날)",
        "明[日天起](?!星)|明起|今起|今日起|[后後]天",
    ),
    Dropped(
        "that it is every day, week or month",
        r"da(?:y|il)|week|month|year|annual|night|every|each|per\b|regular|constant|always|round",
        "毎日|毎週|毎月|毎年|日々",
        "매일|매주|매달|매월|매년|해마다|날마다",
        "每[天日周週月年]",
    ),
    Dropped(
        "that it is from the next fiscal or school year",
        r"next|coming|fiscal|school year|academic|following|new|year|term|april|from|\d",
        "来年度|新年度|翌年度|次年度|新学期|来春",
        "내년도|새 ?학기|신학기|내학년도",
        "新[学學]年|新[学學]期|下[学學]期|下[学學]年|[开開][学學]",
    ),
    Dropped(
        "that it goes on for days",
        r"da(?:y|ys|ily)\b|straight|consecut|row\b|since|continu|still|\d|week|second|third|four|fif|six|"
        r"seven|ten",
        r"\d日連続|[二三四五六七八九十]日連続|数日",
        r"(?<![가-힣])(?:이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)(?=째|간| |연속)",
        "[连連](?:[续續])?[两兩二三四五六七八九十]天|[数數]日|多日",
    ),
    Dropped(
        "that it is just before or just after",
        r"before|after|eve\b|ahead|immediate|just|hours|follow|shortly|wake|post|soon|upon|when|as\b|"
        r"moment|last-?minute|"
        r"hot on|prior|run-?up|day|minutes|on the verge|brink|early|once|until|on\b",
        "直前|直後",
        "(?<![가-힣])(?:직전|직후)|(?<= )(?:직전|직후)",
        "前夕|(?<=[一-鿿])之[际際](?!遇)|[刚剛][刚剛]?[过過]",
    ),
    Dropped(
        "that it is before the war",
        r"pre-?war|before|imperial|inter-?war|wartime|empire|modern|early|until|19[0-4]\d|showa|shōwa|"
        r"taisho|taishō|old|"
        r"first half|colonial|history|histor",
        "戦前|戰前", "전전(?=[의 ])", "[战戰]前",
    ),
    Dropped(
        "that it is after the war",
        r"post|after|since|war|19[4-9]\d|early|aftermath|modern|history|occup|recover|20th|twentieth|showa|"
        r"reconstruct",
        "戦後", "전후(?=[의 ])(?!좌우)", "[战戰][后後]",
    ),
    Dropped(
        "that it is of the time of the war",
        r"war|conflict|battle|front|19[34]\d|blitz|mobili|militar|imperial|occup|fight|resist|anti-?japan|"
        r"victory|liberat|"
        r"invasion|invad|veteran|against japan|sino-japan|surrender",
        "戦時|戦中|戦争中", "전시(?=체제|기|하|동원|작전| 동원)", "[战戰][时時]|抗[战戰]",
    ),
    Dropped(
        "that it is of the Republican era",
        r"republic|19[1-4]\d|nanjing|nanking|nationalist|kmt|warlord|modern|early|before|twentieth|20th|"
        r"pre-|minguo|"
        r"interwar|histor|wartime|old",
        "民国期|民国時代", "민국(?=[시기])", "民[国國](?:[时時][期代]|初|以[来來]|年[间間])",
    ),
    Dropped(
        "that it is of the colonial time",
        r"coloni|japanese|imperial|empire|occup|19[0-4]\d|before|early|liberat|prewar|pre-war|under\b|"
        r"modern|histor",
        "植民地期|植民地時代|植民地下|日本統治|統治下",
        "식민지(?=기|[ ]?시[대기]|하| 조선)|일제(?![히])|일정기",
        "殖民(?:[时時]期|地[时時])|日[据據]|日治",
    ),
    Dropped(
        "that it is of the dynasty's time",
        r"qing|ch[’']ing|ming\b|manchu|imperial|dynast|joseon|chos[oŏ]n|edo\b|tokugawa|meiji|taish[oō]|"
        r"sh[oō]wa|feudal|pre-?modern|"
        r"early modern|1[5-9]\d\d|century|centuries|samurai|empire|kingdom|yi\b|medieval|shogun|old|19th|"
        r"late|restoration|"
        r"daehan|taehan|republic",
        "江戸(?=時代|期|後期|末|の)|幕末|明治(?=期|時代|初|維新|の)|大正(?=期|時代|の)|昭和(?=期|初|の)",
        "조선(?=시대|후기| 후기|왕조| 시대)|개화기|대한제국|구한말",
        "晚清|晚明|[清明]代|清末|明清|清朝|明朝",
    ),
    Dropped(
        "that it is for the time of a disaster",
        r"disaster|earthquake|quake|flood|typhoon|emergenc|crisis|tsunami|evacu|catastroph|"
        r"calamit|storm|hit\b|stricken|affected|victim|ravag|devast|surviv|relief|ruin|rebuil|recover|"
        r"accident|"
        r"injur|hazard",
        "災害時|被災地|震災",
        "재난|(?<!산업)(?<!중대)재해(?!석)|이재민",
        "[灾災](?:[区區后後]|害|民|情)",
    ),
)  # fmt: skip
PLACES = (
    Dropped(
        "that it is on an island",
        r"island|isle|islet|offshore|remote|sea\b|coast|outlying|insular|-shima|-jima|jeju|okinawa",
        "離島|小島|孤島|島々|(?<![一-鿿])島(?=の|で|に|へ|、)|島民|島しょ|諸島",
        r"(?<![가-힣])(?:섬|외딴섬|도서 ?지역|낙도|섬마을|섬에서|섬의)(?![가-힣]{2})",
        "[离離][岛島]|小[岛島]|海[岛島](?!市)|[岛島][上民]|孤[岛島]",
    ),
    Dropped(
        "that it is in the mountains",
        r"mount|hill|highland|upland|alpine|remote|valley|slope|peak|altitude|rural|forest|summit|"
        r"back-?country|terrac",
        "山間|山村|山奥|中山間|高原|山里|(?<![一-鿿])山(?=[のでに])",
        "산간|산골|산촌|두메|벽지|고산|오지(?=[의에 ])",
        "山[区區村里間间乡鄉]|深山|高山|偏[乡鄉远遠]",
    ),
    Dropped(
        "that it is in the countryside",
        r"rural|village|country|farm|field|hamlet|provinc|region|local|town|agric|peasant|"
        r"grassroot|outside|remote|depopulat|hinterland|communit|settlement|shrink|declin|dwindl|vanish",
        "農村|過疎|田舎|僻地|へき地|地方都市|集落",
        "농촌|농어촌|시골|읍면|벽지|산촌",
        "[农農]村|[乡鄉](?:村|[镇鎮]|下|[间間])|村[里庄落]|下[乡鄉]",
    ),
    Dropped(
        "that it is in the cities",
        r"cit(?:y|ies)|urban|metro|town|street|downtown|inner|municip|capital|tokyo|seoul|beijing|"
        r"taipei|shanghai|osaka|busan|center|centre|neighbou?rhood|district|block|resident|local",
        "都市部|都心|市街地|大都市|繁華街|下町|都会",
        "도심|도시(?=의|에|민| )|대도시|시내(?!버스)|번화가|원도심|구도심",
        "(?<![一-鿿])城(?:市(?![場场])|[里区區])(?!大[学學])|(?<=[大小进進都古])城市(?![場场])|都[会會]|"
        "市中心|[闹鬧]市|老城|[旧舊]城|[县縣]城|城[镇鎮]",
    ),
    Dropped(
        "that it is on the coast or at sea",
        r"coast|shore|sea|ocean|marine|maritime|harbou?r|port|beach|bay|fish|tidal|littoral|gulf|"
        r"water|offshore|island",
        "沿岸|海辺|海岸|(?<![一-鿿])浜(?=の|で|に)|沿海|海上(?!保安|自衛|都市)|沖合|港町",
        "해안|해변|바닷가|연안|해상(?!자위)|항구|갯벌|앞바다",
        "沿海|海[边邊岸]|[滨濱]海|港口|近海|海上",
    ),
    Dropped(
        "that it is at the border",
        r"border|frontier|cross|DMZ|demarcat|customs|checkpoint|line\b|boundary|front",
        "国境",
        "접경|(?<!한)국경(?!제)|휴전선",
        "[边邊](?:境|[关關]|疆|[检檢])|口岸|[国國]境",
    ),
    Dropped(
        "that it is in the suburbs",
        r"suburb|outskirt|edge|fringe|commuter|satellite|peripher|near|beyond|bed-?town|new town|"
        r"greater",
        "郊外|近郊|ベッドタウン",
        "교외|외곽|근교|신도시",
        "[郊市]郊|郊[区區外]|近郊",
    ),
    Dropped(
        "that it is across the country",
        r"nation|countr|all\b|across|wide|everywhere|whole|every|coast to|japan|korea|china|"
        r"taiwan|through|prc|rok|islandwide|anywhere",
        "全国(?!紙|人民|高校|大会|知事|市長|区)(?=[でのにへ各初一、]|\\Z)",
        r"(?<![가-힣])전국(?=[ 에의으]|곳곳|\Z)",
        "全[国國](?=各|最|首|[范範][围圍]|[农農]村|多地|推|[开開])|各地",
    ),
    Dropped(
        "the part of the country",
        r"north|south|east|west|delta|bay area|manchuria|central|coast|rust|greater|region|hualien|taitung|"
        r"keelung|"
        r"yangtze|pearl|t[oō]hoku|hokuriku|kant[oō]|kansai|ch[uū]bu|ch[uū]goku|shikoku|san-?[’']?in|"
        r"sany[oō]|t[oō]kai|"
        r"kinki|yeongnam|honam|chungcheong|jeolla|gyeongsang|tokyo|osaka|nagoya|shanghai|guangdong|taipei",
        "東北(?!大|新幹|電力|アジア|楽天)(?=[のでに地各被]|、)|北陸(?!新幹|電)|関東(?!学|軍|大)|関西(?!電|"
        "学|大学|国際|空|万博)"
        "|中部(?=地方|圏)|中国地方|四国(?!電|大)|山陰|山陽(?!新幹)|近畿(?!大|日本)",
        r"(?<![가-힣])(?:동북(?!아)|서남(?!아)|영동|영서|충청권|호남권|영남권|중부권)(?=[권 지]|\Z)",
        "西北|[东東]北(?![亚亞])|西南|[东東]南(?![亚亞])|[华華][东東北南中](?![师師大理])|[长長]三角|"
        "珠三角|大[湾灣][区區]|花[东東]|中南部|"
        "北北基",
    ),
    Dropped(
        "that it goes across the border",
        r"cross|border|international|overseas|global|foreign|transnational|trans-|import|export|abroad",
        "越境|国境を越え", "월경(?=[한 ])|국경을 넘", "跨境|跨[国國]",
    ),
    Dropped(
        "that it is on the high seas, in territorial waters or airspace",
        r"high seas|international|open|territor|water|airspace|sea\b|seas\b|ocean|offshore|violat|intru|"
        r"incur|breach",
        "公海|領海|領空", "(?<![가-힣])(?:공해(?=[상에])|영해|영공)", "公海|[领領][海空]",
    ),
    Dropped(
        "that it is underground",
        r"under|below|subterran|basement|bur(?:y|ied|ial)|tunnel|sub|beneath|groundwater|metro|deep|cellar|"
        r"bunker",
        "地下(?!鉄|アイドル|銀行|組織)", "지하(?!철|경제|드)", "地下(?![铁鐵党黨钱錢])",
    ),
    Dropped(
        "the side of the country (west)",
        r"west|hinterland|inland|interior|kansai|sea of japan|sichuan|xinjiang|yellow|remote|border|yunnan|"
        r"gansu",
        "西部(?!劇|電)|西日本", "(?<![가-힣])서부(?!극|영화|발전)|서쪽|서해안", "西部(?!片)",
    ),
    Dropped(
        "the side of the country (east)",
        r"east|pacific|coast|tokyo|kanto|shore",
        "(?<![一-鿿])東部|東日本(?!旅客|大震|高速)", "(?<![가-힣])동부(?!그룹|화재|제철)|동쪽|"
        "동해안", "(?<![一-鿿])[东東]部",
    ),
    Dropped(
        "the side of the country (north)",
        r"north|upper|border|hokkaido|arctic|jeju|gyeonggi",
        "(?<![一-鿿])北部|北日本", "(?<![가-힣])북부|북쪽", "(?<![一-鿿])北部",
    ),
    Dropped(
        "the side of the country (south)",
        r"south|lower|okinawa|tropic|gyeonggi",
        "(?<![一-鿿])南部", "(?<![가-힣])남부|남쪽|남해안", "(?<![一-鿿])南部",
    ),
    Dropped(
        "the side of the country (the coast of the Sea of Japan or of the Pacific)",
        r"sea of japan|pacific|coast|west|north|east|side|shore",
        "日本海側|太平洋側", "(?!)", "(?!)",
    ),
    Dropped(
        "that it is outside the capital's region",
        r"outside|beyond|non-|provinc|rural|local|regions\b|countryside|away from|rest of|else|far from",
        "首都圏以外|首都圏外|東京圏外|地方圏", "비수도권", "(?!)",
    ),
    Dropped(
        "that it is in the capital's region",
        r"capital|greater|metropol|tokyo|seoul|beijing|kanto|gyeonggi|area|jing-?jin|big cit|city|suburb|"
        r"incheon",
        "首都圏(?!外|以外)|東京圏(?!外)", "(?<!비)수도권", "首都圈|京津冀",
    ),
    Dropped(
        "that it is in a bay, strait or sea of that name",
        r"bay|sea\b|seas\b|strait|inland|coast|gulf|shore|water|offshore|tokyo|osaka|ise\b|port|harbou?r|"
        r"ocean|marine|fish|"
        r"setouchi|seto|bohai|channel|island|maritime|nav(?:al|y)|off\b",
        "(?:東京|大阪|伊勢|三河|駿河|相模|有明|陸奥|富山|若狭|広島|鹿児島)湾|瀬戸内|有明海|玄界灘|オホーツク",
        "(?<![가-힣])(?:서해|동해|남해)(?=[상에안 ])(?!안고속)|대한해협|다도해",
        "(?:渤|[东東]|黄|黃|南)海(?=[海渔漁油捕禁休沿岛島])|[杭州膠胶州渤]湾(?![区區])|海[峡峽]",
    ),
    Dropped(
        "that it is abroad",
        r"abroad|overseas|foreign|international|global|world|export|outside|emigr|expat|"
        r"cross-border|asia|europe|america|offshore|outbound|other countries",
        "海外|国外",
        r"(?<![가-힣])(?:해외|국외)",
        "海外|境外|[国國]外",
    ),
    Dropped(
        "that it is in North America", r"north america|america|u\.?s\b|u\.s|usa|canad|mexic|continent",
        "北米(?!局)", r"북미(?![ ·]?(?:회담|관계|대화|협상|정상))", "北美(?!洲)",
    ),
    Dropped(
        "that it is in the West", r"west|america|europ|u\.?s\b|u\.s|atlantic|abroad|overseas|foreign|world",
        "欧米", r"구미(?=[의에 ]|\Z)(?!시)|서구|서방", "[欧歐]美|西方",
    ),
    Dropped(
        "that it is in Africa", r"africa|sahara|kenya|nigeria|ethiopia|egypt|continent|south",
        "アフリカ", r"아프리카", "非洲",
    ),
    Dropped(
        "that it is in the Middle East", r"middle east|gulf|arab|mideast|iran|iraq|saudi|israel|gaza|"
        r"emirat|qatar|oil",
        "中東", r"(?<![가-힣])중동", "中[东東](?!部)",
    ),
    Dropped(
        "that it is in Latin America", r"latin|south america|america|brazil|mexic|argentin|chile|peru|caribb",
        "中南米|南米", r"중남미|남미", "拉美|拉丁美洲|南美",
    ),
    Dropped(
        "that it is in Asia", r"asia|region|east\b|pacific|orient|continent|neighbou?r|japan|chin|korea|"
        r"india|taiwan",
        "(?<![一-鿿])アジア(?!ナ|大会|開発|競技)", r"(?<![가-힣])(?:동)?아시아(?!나|드|"
        r"경기)", "[亚亞]洲(?!杯)|[东東][亚亞]",
    ),
    Dropped(
        "that it is in Central Asia", r"central asia|kazakh|uzbek|silk|stan\b|stans|eurasia|asia",
        "中央アジア", r"중앙아시아", "中[亚亞](?=[五国國地])",
    ),
    Dropped(
        "that it is in the Pacific", r"pacific|ocean|island|oceania|sea\b|australas|south sea",
        "太平洋(?!戦争)|大洋州", r"태평양(?!전쟁)", "太平洋(?![战戰])|大洋洲",
    ),
)  # fmt: skip
