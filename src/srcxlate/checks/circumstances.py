"""Times and places that a translator of titles drops: in the vacations, on an island; a closed list.

Tables only, read by ``title_senses``, in the form of ``qualifiers``. Names of places stand in ``places``.
"""

from srcxlate.checks.qualifiers import Dropped

_WHEN = (
    r"spring|summer|autumn|fall\b|winter|season|january|february|march|april|may\b|june|july|august|september|"
    r"october|november|december|year|month|quarter|holiday|christmas|new year|cherry|"
)
_ALONG = r"night|evening|midnight|dark|overnight|late|after hours|nocturn|sleep|dusk|moon|dawn|"
r"small hours|early|"

TIMES = (
    Dropped(
        "that it is in the vacations",
        r"vacation|holiday|recess|break|summer|winter|off[- ]|closed|term|away",
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
        "夜[间間晚]|深夜|[凌淩]晨|半夜|午夜|通宵",
    ),
    Dropped(
        "that it is in the morning",
        r"morning|dawn|early|a\.?m\.?\b|breakfast|sunrise|daybreak|wake|before (?:work|school)",
        "早朝|(?<=[、の])朝(?=[のに])|毎朝|午前中",
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
        "that it is for the time of a disaster",
        r"disaster|earthquake|quake|flood|typhoon|emergenc|crisis|tsunami|evacu|catastroph|"
        r"calamit|storm",
        "災害時|被災地|震災",
        "재난|재해(?!석)|이재민",
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
        r"grassroot|outside|remote|depopulat|hinterland",
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
        "(?<![一-鿿])城(?:市(?![場场])|[里区區])(?!大[学學])|(?<=[大小进進都古])城市(?![場场])|都[会會]|市中心|[闹鬧]市|老城|[旧舊]城|[县縣]城",
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
