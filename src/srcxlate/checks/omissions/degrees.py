"""How, how far and by whom: cautiously, slightly, anonymously; what titles' English drops; a closed list.

A table only, read by ``title_senses``, in the form of ``qualifiers``.
"""

from srcxlate.checks.omissions.qualifiers import Dropped

DEGREES = (
    Dropped(
        "that it is only slight",
        r"slight|small|edg|inch|modest|margin|little|bit\b|tick|narrow|moderate|mild|somewhat|fraction|"
        r"nudg|tweak|"
        r"dip|trim|creep|slow|nibble|just|slip|eas(?:e|es|ed|ing)\b|minor|barely|sluggish|limited|soft|"
        r"minim|\d",
        "小幅|わずかに|微[増減]",
        "(?<![가-힣])(?:소폭|약간|다소)",
        "适度|適度|小幅|略有|微[涨漲跌升降增减減]",
    ),
    Dropped(
        "that it is great",
        r"sharp|steep|large|big|major|great|signific|substantial|drastic|massive|huge|consider|much|heav|"
        r"wide|deep|"
        r"broad|surg|soar|jump|plung|slash|tumbl|doubl|halv|radical|dramatic|vast|overhaul|boost|expand|"
        r"swell|"
        r"swollen|strong|far|more|slump|plumm|leap|gut|hik|record|rapid|robust|bold|sweeping|markedly|hefty|"
        r"extensive|well (?:above|below)|rocket|collaps|div(?:e|es|ed|ing)\b|dove\b|spik|balloon|rais|"
        r"strengthen",
        "大幅",
        "(?<![가-힣])(?:대폭|큰 폭)",
        "大幅",
    ),
    Dropped(
        "that it is done with care",
        r"cautio|careful|prudent|wary|reluct|hesita|delica|deliberat|guard|slow|circumspect|chary|low-key|"
        r"restrain|"
        r"hold|held|wait|think twice|mull|weigh|consider\w* (?:whether|how)|cool|lukewarm|skeptic|sceptic|"
        r"doubt|"
        r"hedg|measured|tread|unwilling|not\b|no\b",
        "慎重(?!審議|論)",
        "신중",
        "[审審]慎|[谨謹]慎",
    ),
    Dropped(
        "that it is really so",
        r"real|tru(?:e|th|ly)|genuin|actual|indeed|sincere|in fact|authentic|honest|proper|ever\b|anyone|"
        r"anything",
        "本当に|ほんとうに|ほんとに",
        "정말(?!로이)|진짜(?=로)|진정(?!제|[서시])(?=으로|한 )",
        "真的|真正(?=[的实實成])",
    ),
    Dropped(
        "that it is a first step",
        r"prelimin|initial|tentativ|first|early|rough|provision|in principle|basic|begin|began|start|"
        r"interim|draft|"
        r"outline|prima|take shape|emerg|taking|so far",
        "初歩的|予備的",
        "예비적|(?<![가-힣])1차(?= 합의| 결과)",
        "初步",
    ),
    Dropped(
        "that it is for a short time",
        r"short|brief|tempor|near|soon|immediate|for now|moment|quick|one-off|days?\b|weeks?\b|months?\b|"
        r"interim|"
        r"small",
        "短期(?!大学|大)",
        "(?<![가-힣])단기(?=적|간| )",
        "短期",
    ),
    Dropped(
        "how early it may be ('at the earliest')",
        r"early|earli|soon|may\b|might|could|possib|perhaps|before|expect|likely|as of|starting",
        "早ければ|最短で|早くて",
        "이르면|빠르면",
        "最快|最早(?=[将將在于於明今下本年\\d])",
    ),
    Dropped(
        "that it is so to this day",
        r"still|remain|yet|now\b|today|continu|linger|persist|keep|even|stay|present|are\b|is\b|ha(?:s|"
        r"ve)\b|not\b|no\b|"
        r"current|years|after|since|\w+ing\b|on the run|endur|never|to date|live",
        "今も|いまも|今なお|いまなお|今だに|現在も|今でも",
        "지금도|여태|지금까지도|오늘날에도",
        "至今|[时時]至今日|迄今",
    ),
    Dropped(
        "that it comes at last",
        r"final|at last|at long|long|eventual|after|belated|in the end|ultimate|come|came|dawn|begin|began|"
        r"arriv|now\b|"
        r"way\b|open|reali[sz]|bow|happen|true",
        "ようやく|ついに(?!て)|やっと",
        "드디어|마침내|비로소",
        "[终終][于於]",
    ),
    Dropped(
        "that it is sudden",
        r"sudden|abrupt|surpris|unexpect|shock|without warning|overnight|out of|bolt|unannounc|snap|flash|"
        r"jolt|"
        r"blind-?sid|spring|sprang|sprung|scrambl|stun|bombshell|swift|emergen",
        "突然(?!変異|死)|いきなり|突如",
        "갑자기|갑작스|느닷없|(?<![가-힣])돌연(?!변이|사)",
        "突然|忽然|猝然",
    ),
    Dropped(
        "that it is rare",
        r"rare|unusual|unprecedent|exception|unheard|extraordin|first|seldom|uncommon|surpris|uncharacter|"
        r"odd|once|"
        r"never|singular|special|unlike",
        "異例|まれな|珍しい",
        "이례적|보기 드문",
        "罕[见見]|[异異]例",
    ),
    Dropped(
        "that it has no end set",
        r"indefin|open-ended|unlimit|without|limitless|perman|no (?:end|time|fixed|deadline|limit)|until|"
        r"forever|"
        r"for good|never",
        "無期限",
        "무기한",
        "[无無]限期|[无無]期限",
    ),
    Dropped(
        "that it is without leave",
        r"without|unauthor|unapprov|permission|illeg|consent|awol|secret|own|un-?licen|unlawful|steal|"
        r"stole|theft|"
        r"truan|pirat|misus|desert|absen|unnotif|unilateral|un\w+ed\b|jay",
        "無断|無許可|無届け",
        "무단|무허가",
        "擅自|[无無][证証證許许][照可]|未[经經](?=[许許批同允])",
    ),
    Dropped(
        "that no name is given",
        r"anonym|unnamed|unidentif|nameless|pseudonym|mask|secret|undisclos|unknown|unsigned",
        "匿名(?!性)",
        "(?<![가-힣])익명",
        "匿名",
    ),
    Dropped(
        "that it is done beforehand",
        r"prior|advance|before|ahead|pre|early|first|ex ante|upfront|up front|previous|until|earlier",
        "事前",
        "(?<![가-힣])사전(?=[에 ](?!편찬|출간|집|적 의미))",
        "事前|事先|[预預]先",
    ),
    Dropped(
        "that it is in one go",
        r"all\b|once|together|lump|blo[ck]|bulk|uniform|blanket|simultan|pack|single|one\b|masse|combin|"
        r"joint|across|"
        r"sweep|automat|whole|full|entire|every|each|collect|mass|batch|consolid|centrali|wholesale|"
        r"universal",
        "一括|一斉",
        "(?<![가-힣])(?:일괄|일제히|한꺼번에)",
        "一[并併次]性|一[并併](?=[审審处處通])|同步(?=上|实|實|推)",
    ),
    Dropped(
        "that it is open to the public",
        r"public|open|publish|releas|disclos|televis|reveal|show|unveil|post|online|access|transparen|"
        r"known|live\b|"
        r"apolog|print|call|invit|recruit|seek|auction|tender|bid|divulg|expos|debut|see\b",
        "公開(?=審|討論|質問|裁判|競争|処刑|で|書簡)",
        "공개(?= ?(?:토론|재판|변론|모집|채용|처형|서한|사과|경쟁|매각))(?<!비공개)",
        "(?<![不未非])公[开開](?=[审審][理判]|道歉|招[聘募标標]|竞|競|[辩辯]|信|[听聽])",
    ),
    Dropped(
        "that it is at home",
        r"home|remote|tele|house|domicil|visit|work-from|bed\b|stay|indoor|self-",
        "在宅",
        "재택|재가(?=[ 요서급]|급여)",
        "居家|在家(?=[办辦工学學上照])|到[户戶]",
    ),
    Dropped(
        "that it is about large firms",
        r"large|big|major|giant|conglom|chaebol|leading|top|blue|corporat|tech|mega|heavyweight|titan|"
        r"listed|keiretsu",
        "大企業|大手(?=[銀行企メゼ5五4四3三電私商])",
        "대기업(?!병)",
        "大(?:型)?企[业業]|大型国企",
    ),
    Dropped(
        "that it is about small traders",
        r"small|self-?employ|owner|merchant|shop|trad|micro|mom|business|retail|store|vendor|propriet|"
        r"stall|tiny|mini",
        "小規模事業者|個人商店|個人事業主|自営業",
        "소상공인|자영업|영세 ?상인|구멍가게",
        "[个個][体體][户戶]|小微企[业業]|自[营營][业業]者|[摊攤][贩販]",
    ),
    Dropped(
        "that it is renewable",
        r"renew|green|solar|wind|clean|hydro|sustain|geotherm|biomass|carbon|low-|RE\b|energy transition",
        "再生可能エネ|再エネ",
        "재생 ?에너지|신재생|재생에너지",
        "可再生|再生能源",
    ),
    Dropped(
        "that wages or rates are low",
        r"low|poor|cheap|minim|under|paltry|meag|badly|pittance|starvation|ill-|small|cut-|less|zero|"
        r"exploit|sweat|"
        r"poverty|precari|bottom",
        "低賃金|低金利|低収入|安月給",
        "저임금|저금리|저소득|박봉",
        "低(?:工[资資]|薪|收入|利率|[价價])",
    ),
    Dropped(
        "that prices or rates are high",
        r"high|expens|soar|steep|cost|dear|top|premium|rais|ris|rose|surg|record|up\b|inflat|exorbit|hefty|"
        r"pric(?:e|ey)|"
        r"large|lucrat|big|skyrocket|well-paid|generous|huge|fat\b|luxur",
        "物価高|高金利|高額|高騰",
        "고금리|고물가|고유가|고액|고가(?=[의 ]|주택|아파트)",
        "高(?:[价價](?!值)|利率|油[价價]|房[价價]|薪|昂)|天[价價]",
    ),
    Dropped(
        "that it is old or worn",
        r"old|ag(?:e|ed|eing|ing)\b|dilapid|deterior|outdat|decrep|obsole|crumbl|decay|worn|ancient|dated|"
        r"vintage|"
        r"histor|derelict|run-?down|elder|heritage|tradition|renew|renovat|longstanding|shabby|moderni|"
        r"retire|later|"
        r"pension|golden|infrastruct|years|rust|creak|urban",
        "老朽|築古",
        "(?<![가-힣])노후(?=[된 ]|화|주택|아파트|차|건축|원전|도심|학교|시설)|낡은",
        "老(?:[旧舊]|屋|房(?!子的))|破[旧舊]",
    ),
    Dropped(
        "that it is one's own work",
        r"own|independ|indigen|origin|uniqu|home-?grown|home-|self|alone|sole|domestic|in-house|separate|"
        r"autonom|alone|"
        r"distinct|native|local|unilateral|made|develop",
        "独自(?!性)|国産化|自主開発",
        "(?<![가-힣])(?:독자(?=적|[ 개노]| 개발)|자체 개발)",
        "自主(?=研[发發制]|[创創]新|知[识識]|可控)|自研",
    ),
    Dropped(
        "that there are many",
        r"many|most|num|major|multi|lots|large|mass|sever|scores|dozens|hundreds|thousands|plenty|crowd|"
        r"wide|much|"
        r"throng|pack|flood|string|slew|array|count|more|heav|host\b|wave|droves|swath|"
        r"(?:bank|compan|firm|cit|countr|universit|college|hospital|school|brand|place|region|province|"
        r"airline|official|"
        r"resident|student|developer|lender|carrier|maker|nation|government|shop|store|platform|"
        r"victim)(?:s|ies)\b|some|number",
        "多くの(?!人)|多数の|数多く|大勢の",
        "(?<![가-힣])(?:수많은|많은|다수의)",
        "(?<![一-鿿])(?:多[名位家地国國](?=[一-鿿])|[许許]多|大批|[众眾]多)",
    ),
    Dropped(
        "that it is of the next kind",
        r"next|new|future|advanc|gen\b|generation|tomorrow|emerg|success|cutting|heir|young",
        "次世代",
        "차세대",
        "下一代|新一代|次世代",
    ),
    Dropped(
        "that it is now in force",
        r"current|exist|present|now\b|status quo|today|prevail|in force|as is|unchanged|keep|kept|maintain|"
        r"stay",
        "現行",
        "(?<![가-힣])현행",
        "[现現]行",
    ),
    Dropped(
        "that it is direct",
        r"direct|straight|person|hand|face|himself|herself|themselves|themself|own\b|first-|immediate|"
        r"itself|live",
        "直接(?=[投交対会話]|、|的|に)(?!投資|税)",
        "(?<![가-힣])(?:직접(?!투자|세)(?= )|몸소)",
        "直接(?!投[资資]|[税稅]|融)",
    ),
    Dropped(
        "that it is about graduates",
        r"graduat|new|colleg|univers|fresh|school|degree|diploma|alum|class of",
        "新卒|卒業生",
        "졸업생|신규 ?졸업|대졸",
        "[应應]届|[毕畢][业業]生",
    ),
    Dropped(
        "that it is peaceful",
        r"peace|calm|amic|non-?violen|concili|quiet|harmon|civil\w*\b|pacif|denuclear|stab",
        "平和的",
        "평화적|평화롭",
        "和平(?=[的地解方演集抗示统統])",
    ),
    Dropped(
        "that there is a condition to it",
        r"condition|if\b|strings|subject|provid|proviso|qualif|terms|limit|certain|partial|some|caveat|case",
        "条件付き|条件つき",
        "조건부",
        "附[带帶]?[条條]件|有[条條]件",
    ),
    Dropped(
        "that it is makeshift",
        r"tempor|provision|prefab|makeshift|shelter|emergen|transit|interim",
        "仮設",
        "(?<![가-힣])(?:임시 ?주택|가건물|가설)",
        "板房|[组組]合屋",
    ),
    Dropped(
        "the least or the most of a number",
        r"least|minim|more|over\b|\+|up to|above|from|exceed|upward|maxim|most|no (?:less|fewer)|"
        r"as (?:many|much|few)|or\b",
        "少なくとも|最低でも",
        r"적어도|(?<![가-힣])최소 (?=\d)",
        "至少|起[码碼](?=\\d|[一二三四五六七八九十])",
    ),
    Dropped(
        "that they earn much",
        r"high|wealth|rich|affluent|well-|top|million|better|upper|earn|luxur|fortune",
        "高所得|富裕(?=層)",
        "고소득|부유층",
        "高收入|高[净淨]值|富裕[阶階]",
    ),
    Dropped(
        "that it is unsold",
        r"unsold|vacan|empty|inventor|glut|unclaim|left over|surplus|unbought|stock|buyer",
        "売れ残",
        "미분양",
        "未售|滞销|滯銷",
    ),
    Dropped(
        "that it is of middling size",
        r"mid|medium|second-tier|moderate|small|sme",
        "中堅(?!手)",
        "(?<![가-힣])중견(?=[기업 건])",
        "中型",
    ),
    Dropped(
        "that it is about first peoples or minorities",
        r"indigen|aborig|native|trib|first|ainu|ethnic|minorit|maori|inuit|amis|paiwan|atayal|uyghur|"
        r"uighur|tibet|mongol|"
        r"hui\b|yi\b|miao|zhuang|nation",
        "先住民|少数民族",
        "원주민|소수민족|선주민",
        "原住民|少[数數]民族",
    ),
    Dropped(
        "that it is about the nation's politics",
        r"national|general|diet|parliament|lower|upper|house|govern|federal",
        "国政(?=選|調)",
        "(?!)",
        "(?!)",
    ),
    Dropped(
        "how far it reaches",
        r"short|medium|long|range|interm|icbm|srbm|irbm|inter-?continent|distance|far\b|near",
        "[短中長]距離",
        "(?:단|중|중장|장)거리(?! 연애)",
        "[短近中长長远遠]程(?=[导導弹彈飞飛火])",
    ),
    Dropped(
        "that a sentence is suspended",
        r"suspend|probat|deferr|repriev|spared|avoid|stay|without|no (?:jail|prison)|escape",
        "執行猶予",
        "집행유예|선고유예",
        "[缓緩]刑",
    ),
    Dropped(
        "that it is of the underground railway",
        r"sub|metro|under|tube|rail|train|transit|MRT|line\b|commut|rapid",
        "地下鉄(?!サリン)", "지하철", "地[铁鐵](?!板)|捷[运運]",
    ),
    Dropped(
        "that it is of high-speed trains",
        r"shinkansen|bullet|high-?speed|rail|train|KTX|SRT|express|fast|HSR|line\b|maglev",
        "新幹線", "고속철|(?<![A-Z])KTX", "高[铁鐵](?!分)",
    ),
    Dropped(
        "that it is foreign-owned",
        r"foreign|overseas|international|multination|global|abroad|non-|outside|fdi|investor|western|"
        r"american|japanese|"
        r"korean|chinese|european|inward",
        "外資", "외국계|외국 ?자본|외자", "外[资資商企]",
    ),
    Dropped(
        "that it is about visitors or workers from abroad",
        r"foreign|overseas|non-|migra|immigra|international|abroad|expat|alien|inbound|multi|global|asian|"
        r"world|guest w"
        r"|[a-z]{3,}(?:an|ese|ish)s?\b|other countries|languages?\b|visa",
        "外国人(?=観光|旅行|客|労働|技能|実習)|訪日客", "외국인 ?(?=관광|여행|노동|근로)",
        "外[国國](?=[游遊]客|[劳勞]工)|外籍(?=移工|[劳勞])",
    ),
    Dropped(
        "that it is electric",
        r"electr|EVs?\b|e-|batter|plug|charg|NEV|new-?energy|tesla|BYD|hybrid|power|volt",
        "(?<![一-鿿])電気自動車|電動(?!工具)|(?<![A-Z])EV", "전기차|전동(?=킥|휠|차)",
        "[电電][动動](?=[车車自汽])|新能源[车車汽]",
    ),
    Dropped(
        "that it is of solar or wind power",
        r"solar|sun|photovolt|pv\b|wind|turbin|renew|green|mega-|blade|clean|farm",
        "太陽光|風力|風車", "태양광|풍력", "光伏|太[阳陽]能|[风風]力[发發]|[风風][电電]",
    ),
    Dropped(
        "that it is without detention",
        r"without|detention|custody|bail|not\b|free\b|no arrest|at large|summar",
        "在宅起訴",
        "불구속",
        "取保候[审審]",
    ),
)  # fmt: skip
