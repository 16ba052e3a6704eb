"""Kinds that a translator of titles drops: public, frozen, compulsory, for a trial; a closed list.

A table only, read by ``title_senses``. Each row says what it is; the beginnings of English words that may
render it, wide; and the words of Japanese, Korean and Chinese that say it, narrow, as patterns.
"""

from typing import NamedTuple


class Dropped(NamedTuple):
    """Something that an original says: what it is, and by which words each language says it."""

    told: str
    english: str
    ja: str
    ko: str
    zh: str


QUALIFIERS = (
    Dropped(
        "that it is public",
        r"public|state|municip|national|prefect|government|city|metropolitan|local|community|"
        r"council|official|civic|communal|social|affordable|civil|tokyo|osaka|kyoto|hokkaid|seoul|busan|"
        r"incheon",
        "公立|公営|公設|[都道府県市町村区][立営](?=[一-鿿])",
        "(?<![가-힣])[시도구군]립 ?(?=병원|도서관|미술관|대학|유치원|어린이집|요양)|공립|공영|공공(?=병원|"
        "도서관|주택|임대|의료|기관| )",
        "公立|公[办辦][园園校]|公[营營共](?=[医醫][院疗療]|[图圖]|住房|交通)",
    ),
    Dropped(
        "that it is private",
        r"private|independent|non-?state|fee-paying|commercial|personal|individual|own\b|owner",
        "私立|私営|民営",
        "사립|사설|민영",
        "私立|民[办辦]|私[营營]|私人",
    ),
    Dropped(
        "that it is national",
        r"national|state|government|public|central|countr",
        "国立(?!市|駅)",
        "국립",
        "[国國]立",
    ),
    Dropped(
        "that it is for small children or primary schools",
        r"element|primary|grade|child|pupil|small|young|junior|kid|boys|girls|little|preschool|"
        r"kinder|nurser|infant|toddler|pre-?school|day[- ]?care|cr[eè]che|child|school-?(?:child|kid|boy|"
        r"girl)",
        "小学[校生]|小中学|幼稚園|保育[園所]|園児|幼児",
        "초등|유치원|어린이집|유아|영유아",
        "小[学學](?![者问])|幼[儿兒稚][园園]?|中小[学學]",
    ),
    Dropped(
        "that it is for secondary schools",
        r"secondary|middle|high|junior|teen|student|school|grade|adolesc|senior|lyc",
        "中学[校生]|高校(?!野)|中高生|高校生",
        "중학|고교|고등학",
        "初[中三]|高中|[国國]中(?=[生小])|中[学學]生",
    ),
    Dropped(
        "that it is for universities",
        r"univers|college|campus|student|academ|higher|undergrad|graduat|tertiary|faculty|dorm|"
        r"degree|scholar",
        "大学(?!校|入試センター)(?=[生のでが、院発教]|\\Z)|学生寮",
        "대학(?=생|가|원|의|에|들| )",
        "大[学學]生|高校|大[学學](?=[食宿校的])",
    ),
    Dropped(
        "that it is about men",
        r"\bm[ae]n\b|male|father|boy|dad|husband|paternal|masculin|gentlem|guys?|son|brother|"
        r"bachelor|he\b|his\b",
        "男性|男子(?!校)|父親|夫(?=の|が|婦の)",
        "남성|남자|아버지|아빠",
        "男性|男[生子人]|父[亲親]|[爸奶]爸",
    ),
    Dropped(
        "that it is about families",
        r"famil|parent|home|household|mother|father|domestic|relativ|kin\b|child|bereav|survivor|"
        r"dad|mum|mom|folks|clan|next of|couple|marri|generation|sibling|guardian|dynast|house|wife|wives|"
        r"husband|daughter|sons?\b|victim|left behind|loved",
        "家族|遺族|家庭(?!裁|教|科)|親子|保護者|世帯",
        "가족(?!부)|유족|가정(?=집|주부|폭력|위탁)|학부모|보호자|가구당",
        "家(?:[属屬]|[长長](?=[们們的、，]))(?![会會])|家庭(?!裁)|父母|[亲親]子|"
        "一家(?=[三四五六七]?口|老[小少])",
    ),
    Dropped(
        "that it is about one who lives alone",
        r"alone|single|one-person|solo|solitar|lone|on (?:his|her|their) own|unmarried|living by|lonel|"
        r"isolat|unnoticed|away|apart|separat",
        "一人暮らし|独居|単身|おひとりさま|孤独死",
        "1인 ?가구|독거|혼자|나홀로|혼밥|고독사",
        "[独獨]居|[单單]身|空巢|一人[户戶食]",
    ),
    Dropped(
        "that it is about the poor",
        r"poor|pover|low-?income|needy|depriv|hard-?up|welfare|hungry|struggl|indigen|disadvantag|"
        r"have-nots|underprivileg|vulnerab|slum|food bank|hardship|cheap|"
        r"benefit|assist|aid\b|safety net|relief|homeless",
        "貧困|生活困窮|低所得|生活保護",
        "저소득|빈곤|취약 ?계층|기초생활|가난",
        "[贫貧]困|低收入|困[难難][家学學群]|弱[势勢]|清寒",
    ),
    Dropped(
        "that it is about people with disabilities",
        r"disab|handicap|blind|deaf|special|wheelchair|impair|barrier|access|autis|needs|inclusi|"
        r"sight|hearing|mobility",
        "障害者|障がい|視覚障害|特別支援|車いす",
        "장애인|장애(?=학생|아동|인)|특수 ?학교|시각장애|휠체어",
        "[残殘](?:疾|障|[联聯])|障[礙碍](?:者|人)|身障|[视視]障|特殊[学學教]|[轮輪]椅",
    ),
    Dropped(
        "that it is about farmers",
        r"farm|grow|agric|peasant|rancher|producer|planter|rural|village|field|crop|cultivat|"
        r"orchard|herd|dair|livestock|stock|cattle|pig|poultry|breed|rice|fruit|vegetable|tea\b",
        "農家|農民|酪農|生産者",
        "농가|농민|농부|농업인|축산",
        "[农農][户戶民夫](?!工)|菜[农農]|果[农農]|[种種]植",
    ),
    Dropped(
        "that it is about fishers",
        r"fish|trawl|angler|seafood|boat|catch|sea|haul|net\b|squid|port|harbou?r|diver|marine|"
        r"vessel|fleet",
        "漁[師民業港村]|漁協",
        "(?<![가-힣])어[민부선촌업](?!회)|수협",
        "[渔漁](?:民|[业業]|船|村|港)",
    ),
    Dropped(
        "that it is about temporary or part-time workers",
        r"part-?time|temp|casual|contract|irregular|non-?regular|gig|hourly|dispatch|agency|"
        r"platform|precari|freelanc|seasonal|day labo|short-term|sub|"
        r"side|moonlight|jobs?\b",
        "非正規|非常勤|嘱託|派遣(?=社員|労働|切り)|パート(?=[の従タ])|アルバイト|契約社員|期間工|日雇い",
        "비정규|시간강사|무기계약|기간제|계약직|파견직|아르바이트|알바|일용직|단기 ?근로|특고",
        "[临臨][时時]工|派遣工|兼[职職]|零工|[约約]聘|[临臨]聘|[钟鐘][点點]工",
    ),
    Dropped(
        "that it is organic or green",
        r"organic|green|eco|environment|pesticid|natural|sustain|clean|friendly|bio|chemical|"
        r"carbon|climate|renewab",
        "有機(?!EL|的|化学|物)|無農薬|オーガニック|環境に優しい",
        "유기농|친환경|무농약",
        "有[机機](?!物|化|[会會])|[绿綠]色(?!通道)|[环環]保|[无無][农農][药藥]|生[态態]",
    ),
    Dropped(
        "that it is frozen or chilled",
        r"froz|freez|chill|cold|refriger|ice|cool",
        "冷凍|冷蔵",
        "냉동|냉장",
        "冷[冻凍藏]|速[冻凍]",
    ),
    Dropped(
        "that it is imported",
        r"import|foreign|overseas|abroad|inbound|oversea|shipped",
        "輸入(?!管理|税)",
        r"(?<![가-힣])수입(?=산|차(?!단)|쌀|품|육|수산|농산| (?:규제|금지|허용|쌀|소고기|농산물|물가|관세|"
        r"재개|중단))",
        "[进進]口(?!口)",
    ),
    Dropped(
        "that it is used or second-hand",
        r"used|second-?hand|old|pre-?owned|recycl|thrift|vintage|hand-me|refurbish|"
        r"reus|waste|circular|re-?s[ao]l[ed]|re-?sell|existing|secondary|previous|trade-in|lived-in|older",
        "中古(?!車販)|古着|リサイクル",
        "중고(?!교|등|생)|재활용",
        "二手|[旧舊](?:[书書車车衣物]|手[机機])",
    ),
    Dropped(
        "that it is abandoned or empty",
        r"empty|vacan|abandon|disus|derelict|unused|desert|closed|ghost|former|unoccup|idle|ruin|"
        r"defunct|shut|forsak|left|bankrupt|out of business|fold|quit|gone|disappear|demise|fail|unfinished|"
        r"unsold",
        "空き家|空き地|空き店舗|廃[校墟屋](?!止)|廃業",
        "빈집|공가|폐가|빈 ?점포|폐교|공실",
        "空[屋置房][率]?|[废廢](?:弃|棄|[墟校])|[闲閒閑]置|[烂爛]尾",
    ),
    Dropped(
        "that it is digital or online",
        r"online|tele|digital|internet|web|net\b|cyber|virtual|app|e-|smart|electronic|remote|platform|"
        r"social media|SNS|streaming|network|connect|site|comput|tablet|mobile|phone|click|IT\b|"
        r"chat|cash|QR|AI\b|tech|data|paperless|metaverse|video|live-?stream|influenc|blog|post(?:s|"
        r"ing)?\b|google|naver",
        "オンライン|ネット(?=[通販上で])|デジタル|電子(?=書籍|決済|マネー|化|図書|投票)",
        "온라인|인터넷|디지털|비대면|모바일|전자(?=책|결제|도서|투표)",
        "[线線]上|在[线線]|[网網](?:上|[络絡]|[购購])|[数數](?:字化|位)|[电電]子(?=[书書]|支付|"
        "票)|互[联聯][网網]",
    ),
    Dropped(
        "that it is compulsory",
        r"compuls|mandat|oblig|requir|must|forc|bind|have to|duty|statutory|legal|universal|order|"
        r"all\b|will\b|conscript|enforc|impos|coerc|involunt|evict|remov",
        "義務化|義務づけ|義務付け|強制(?!執行|労働|徴用|収容)",
        "의무(?=화|적|제|교육)|강제(?=로|적|철거)",
        "[义義][务務](?=[教服植])|[强強]制(?![执執]行)|必[须須修]",
    ),
    Dropped(
        "that it is voluntary",
        r"volunt|self|own|free|unforced|spontan|choos|willing|by choice|opt|autonom|independ|discret|"
        r"arbitrar|initiative",
        "自主(?=的|規制|返納|回収|避難)|任意",
        "자발|자율(?! ?주행|차)|자진|임의",
        "自[愿願主](?=[性返回参參])",
    ),
    Dropped(
        "that it is a trial",
        r"trial|test|pilot|experiment|try|tries|tried|demonstrat|proto|tentativ|probation|beta|"
        r"provisional|first|model|showcase|exampl|exempl",
        "試験的|試行|実証実験|社会実験|試験(?=運行|導入|放流|営業|栽培)|お試し",
        "시범|시험 ?(?=운영|운행|가동)|실증|시운전",
        "[试試](?:[点點行运運营營])|示[范範]",
    ),
    Dropped(
        "that it is for a limited time",
        r"limit|temporary|short|until|for \w+ (?:day|week|month|year)|period|time|one-off|end|"
        r"interim|deadline|season|flash|hours?\b|minutes?\b|provisional|while|days?\b|weeks?\b|months?\b|"
        r"pop-up",
        "期間限定|限定(?=で|的|公開|販)|一時(?=休|閉|停|的|帰|保護)",
        "한시(?:적)?|기간 ?한정|한정(?=판|적)",
        "限[时時]|限量|[短暂暫][期时時]",
    ),
    Dropped(
        "that it is large",
        r"large|big|mass|huge|great|major|giant|vast|mega|grand|super|jumbo|enorm|scale|immense|"
        r"massive|heavy|extensive|wide|bulk|biggest|hyper|over-?size|outsize|"
        r"many|lots|flood|abundan|tons\b|countless|thousands|hundreds|wholesale|LLM",
        "大規模|大型(?!連休|車|トラック|二輪|免許)|巨大|大量",
        "대규모|대형(?!마트)|거대|대량",
        "大[规規]模|大型|巨[大型]|大量",
    ),
    Dropped(
        "that it is small",
        r"small|mini|micro|little|tiny|compact|minor|tidd|petit|cottage|humble|short|slim|narrow|"
        r"light|modest|SME|boutique|low",
        "小規模|小型|小さな|ミニ(?=[一-鿿バ])|零細",
        "소규모|소형|작은|미니(?![가-힣]{2})|영세",
        "小[规規]模|小型|微型|[迷袖][你珍]|小小",
    ),
    Dropped(
        "that it is rising or repeated",
        r"serial|repeat|success|consecut|again|another|series|string|chain|wave|spate|one after|"
        r"row|running|straight|continu|keep|recur|frequent|rash|multi|many|every|still|in a|"
        r"on end|more|back-to|run\b|number|(?:second|third|four|fif|six|seven|eigh|nin|ten)\w* |"
        r"\d+(?:st|nd|rd|th)\b|for \w+ years",
        "相次ぐ|相次ぎ|相次いで|連続(?!テレビ|ドラマ)|続出|頻発|多発",
        "잇[따단달]|연쇄|연이어|속출|줄줄이|빈발|연속",
        "接[连連]|[连連](?:[续續]|[环環])|[频頻](?:[发發频頻]|繁)|[屡屢]|多[发發]",
    ),
    Dropped(
        "that it is early or ahead of time",
        r"early|ahead|advance|soon|prior|before|fast|premature|sooner|accelerat|bring forward|"
        r"brought forward|pre-?|hasten|rush|quick|head start|first|"
        r"pre-|in time|forward|snap|preempt",
        "前倒し|早期(?!胃)|繰り上げ",
        "조기(?!축구|유학)|앞당|미리",
        "提前|提早|及早",
    ),
    Dropped(
        "that it is late or put off",
        r"rais|older|linger|freez|suspend|late|delay|postpon|behind|defer|overdue|slow|put off|push|"
        r"hold|held|wait|backlog|extend|"
        r"prolong|shelv|miss|slip|stall|lag|belated|not yet|yet",
        "先送り|延期|遅れ(?=[るて、て]|\\Z)|持ち越し",
        "연기(?=[,되하 ]|\\Z)(?! ?[속자])|지연|늦[어춰춘]|미[뤄룬]",
        "推[迟遲][至到]?|延[期后後迟遲]|[拖滞滯][延后後]",
    ),
    Dropped(
        "that it is all or everyone",
        r"all\b|every|entire|whole|full|total|complete|across|universal|100|hundred|unanim|any\b|"
        r"both|through|each|without exception|none|altogether|alike|together|comprehensive|mass|"
        r"no\b|sweeping|blanket|general|overall|percent|%|out\b|fully|population",
        "全員|全戸|全校|全館|全線|全面(?!積|的に|広告)|全て|すべて|全域",
        "전원(?! ?[주생회])|전면|모든|모두|전체|전교|전 ?구간",
        "全(?:[部体體员員校程市省线線]|面(?=禁|停|取消|开放|開放|封|覆盖|覆蓋|罢工|罷工|[撤恢]))(?!大会)|"
        "所有|"
        "一[律切]",
    ),
    Dropped(
        "that it is over a long time",
        r"long|year|decade|centur|lasting|old|prolong|endur|perenn|chronic|history|generation|"
        r"persist|protract|age|time|life|perpetual|still|drag|no end|stalemate|weeks|months|continu|linger|"
        r"extend|deadlock",
        "長年|長引く|積年|恒久",
        "오랜|장기화|수십 ?년|해묵은|고질",
        "[长長]年|多年|[陈陳]年|[长長]期[以]|常年",
    ),
    Dropped(
        "that it is international or between countries",
        r"international|world|global|nation|cross|foreign|multi|countr|UN\b|intergov|abroad|"
        r"overseas|border|[A-Z][a-z]+-[A-Z]",
        "国際(?=会議|大会|交流|共同|機関|基準|比較|シンポ|線|便|貢献|支援|価格|競争)",
        "국제(?=회의|대회|교류|공동|기구|기준|비교|선|학술|사회|가격|행사)",
        "[国國][际際](?=[会會][议議]|比[较較賽赛]|交流|合作|[标標][准準]|[航社油])",
    ),
    Dropped(
        "that it is traditional or old",
        r"tradition|old|folk|ancest|herit|ancient|custom|time-honou?red|classic|historic|native|"
        r"anti|age-old|inherit|centur|craft|legacy|venerable|past|hand|establish|"
        r"institution|famed|well-known|\d",
        "伝統(?!的)|昔ながら|老舗|古民家",
        "전통(?!적|[ ]?강)|재래(?=시장|식| )|옛날|노포",
        "[传傳][统統](?!一|燃油)|老字[号號]|古[老法早]",
    ),
    Dropped(
        "that it is about the staff or the site's own",
        r"hand|craft|artisan|manual|pull|knit|mak|own\b|home|self|in-?house|local|school|site|on-?site|"
        r"internal|private|independent|"
        r"domestic|made|inside|itself|cook|direct",
        "自校(?=方|式|調)|自社(?=工|開|製|生)|自家(?=製|用|発|焙)|手作り|内製",
        "자체(?=적|[ 생개제조])|직영|손수|수제|자가(?=발|용|소)",
        "自[制製家][的]?(?=品|[发發用])|手[工制製]|自[产產研]",
    ),
    Dropped(
        "that someone is on leave or has retired",
        r"retire|pension|leave|absent|off\b|former|ex-|old|emerit|paternity|maternity|parental|"
        r"sabbatical|after work|veteran|elder|senior|sick|suspend",
        "定年|退職|休職|育休|育児休業|産休",
        "정년|퇴직|은퇴|휴직|육아 ?휴직|출산 ?휴가|명예퇴직",
        "退休|[离離]休|育[婴嬰]假|育[儿兒]假|[产產]假|停薪|留[职職]",
    ),
    Dropped(
        "that it is wild",
        r"wild|feral|natur|free|beast|stray|forest|untam|bird|animal|bear|boar|deer",
        "野生|野鳥|天然(?!ガス|痘|色)|野良",
        "야생|자연산|길고양이|들개|천연(?!가스)",
        "野生|野[猪豬鸟鳥狗猫貓]|流浪[狗猫貓犬]|天然(?![气氣])",
    ),
    Dropped(
        "that it is about divorce",
        r"divorc|separat|split|ex-|former|part(?:ed|ing)|break-?up|estrang|marri",
        "離婚",
        "(?<![가-힣])이혼",
        "[离離]婚",
    ),
    Dropped(
        "that it is about ordinary people",
        r"ordinary|low|working|common|people|poor|everyday|grass|average|humble|small|public|citizen|folk|"
        r"mass|popular|"
        r"household|resident|consumer",
        "庶民",
        "(?<![가-힣])서민",
        "老百姓|普通人|庶民",
    ),
    Dropped(
        "that it is about minors",
        r"minor|under-?age|juvenile|teen|child|young|youth|adolesc|student|18|school|girl|boy|kid",
        "未成年",
        "미성년",
        "未成年",
    ),
    Dropped(
        "that it is about single parents",
        r"single|lone|one-parent|solo|mother|father|unmarried|unwed|fatherless|motherless",
        "ひとり親|一人親|母子家庭|父子家庭|シングルマザー",
        "한부모|미혼모|편부모",
        "[单單][亲親]",
    ),
    Dropped(
        "that it is about mothers-to-be",
        r"pregn|matern|expect|mother|birth|obstet|prenatal|antenatal|bab(?:y|ies)|childbear|parturi|"
        r"deliver|midwi",
        "妊婦|妊産婦|妊娠",
        "임산부|임신|산모",
        "孕[妇婦产產期]|[怀懷]孕|[产產][妇婦]",
    ),
    Dropped(
        "that both of a couple work",
        r"dual|two|both|couple|working|work|double|income|earner|parents",
        "共働き|共稼ぎ",
        "맞벌이",
        "[双雙]薪|[双雙][职職]工",
    ),
)  # fmt: skip
