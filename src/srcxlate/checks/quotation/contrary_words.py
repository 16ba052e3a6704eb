"""Words for contraries, and ways of denying, in Japanese, Korean, Chinese and English: two tables.

``contraries`` reads them.
"""

_UP = (
    r"r(?:ise|ises|isen|ose|ising)|increas\w*|gr[eo]w(?:s|n|ing|th)?|climb\w*|soar\w*|surg(?:e[ds]?|ing)"
    r"|expand\w*|jump(?:s|ed|ing)?|gain(?:s|ed)|raise[sd]?|raising|higher",
    "増[加えやし]|上昇|上が|上げ|伸び|拡大|高ま|急増|急騰|値上|高騰",
    "늘[어었려리렸]|는다|증가|상승|올[라랐려렸리]|높아|높[였이]|확대|급증|급등|인상",
    "增|上[升涨漲调調]|提[高升]|[扩擴]大|[涨漲]|升高|攀升",
)
_DOWN = (
    r"f(?:all|alls|allen|ell|alling)|decreas\w*|declin(?:e[ds]?|ing)|drop(?:s|ped|ping)?|shr[aiu]nk\w*"
    r"|reduc\w*|lower(?:s|ed|ing)?|plunge[ds]?|dwindl\w*|contract(?:ed|ing|s)?|cut(?:s|ting)?|slump\w*|down",
    "減[少っりらる]|半減|激減|下落|低下|下が|下げ|下回|縮小|落ち|急落|値下|削減|割り込",
    "줄|감소|하락|떨어|낮아|낮[췄추]|내[려렸리]|축소|급감|급락|인하|위축",
    "[减減]|下[降跌滑调調]|降低|降|跌|[缩縮]|萎",
)
PAIRS: tuple[tuple[str, tuple[str, str, str, str], tuple[str, str, str, str]], ...] = (
    ("negation", _UP, _DOWN),
    (
        "negation",
        (
            r"support(?:s|ed|ing|ers?)?|back(?:s|ed|ing)|endors\w*|in favou?r|approv\w*|welcom\w*|agree[sd]?",
            "賛成|支持|賛同|歓迎|同意|承認|可決",
            "찬성|지지|환영|동의|승인|가결",
            "[赞贊]成|支持|[欢歡]迎|同意|批准|通[过過]",
        ),
        (
            r"oppos(?:e[ds]?|ing|ition to)|reject(?:s|ed|ing)?|against|object(?:s|ed)|den(?:y|ies|ied)"
            r"|condemn\w*|disapprov\w*",
            "反対|拒否|反発|否決|非難|却下|抗議 ~ 反し|対[しす]|拒|否",
            "반대|거부|반발|부결|비난|기각 ~ 맞서|대[한해]|부인",
            "反[对對]|拒[绝絕]|否[决決]|[谴譴][责責]|抗[议議] ~ [对對]|否",
        ),
    ),
    (
        "negation",
        (
            r"allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|legali[sz]\w*|open(?:s|ed|ing)? (?:up|the)",
            "許可|容認|解禁|許[しすさ] ~ 認|可能|でき",
            "허용|허가|인정|허락",
            "允[许許]|准[许許]|[许許]可|放[开開]",
        ),
        (
            r"ban(?:s|ned|ning)?|prohibit\w*|forb[ia]d\w*|outlaw\w*|bar(?:s|red)",
            "禁[じ止] ~ 禁|制限|規制|罰",
            "금지 ~ 금|막|제한|규제|차단",
            "禁止|[严嚴]禁 ~ 禁|限制|封",
        ),
    ),
    (
        "negation",
        (
            r"strengthen\w*|reinforc\w*|bolster\w*|tighten\w*|step(?:s|ped|ping)? up|toughen\w*",
            "強化|強め|強ま|厳格化|引き締 ~ 強|厳",
            "강화 ~ 강|굳|엄격|조[이여]|높",
            "加[强強]|[强強]化|增[强強]|收[紧緊] ~ [严嚴]|[强強]|加",
        ),
        (
            r"weaken\w*|eas(?:e[ds]?|ing)|relax(?:ed|es|ing)?|loosen\w*|soften\w*",
            "弱[めまく]|緩[めみ和]|和ら ~ 弱|緩",
            "약화|완화 ~ 약|느슨|풀",
            "[减減]弱|削弱|放[宽寬松鬆] ~ 弱|[宽寬]|[缓緩]|[减減]",
        ),
    ),
    (
        "negation",
        (
            r"widen(?:s|ed|ing)?",
            "広が|広げ|拡大 ~ 拡|開",
            "벌어[졌지진]|넓|확대 ~ 벌",
            "[扩擴]大|拉大 ~ [扩擴]|拓|[宽寬]",
        ),
        (
            r"narrow(?:s|ed|ing)?|clos(?:es|ed|ing) the gap",
            "縮[まめ小]|狭 ~ 縮|埋め|減",
            "좁|축소 ~ 줄|닫",
            "[缩縮]小|收窄 ~ [缩縮]|窄|近",
        ),
    ),
    (
        "number",
        (
            r"exceed(?:s|ed|ing)?|above|surpass\w*|outnumber\w*|outstrip\w*",
            "上回|超[えす過] ~ 以上|より多|増",
            "웃돌|초과|상회|넘[어었는긴] ~ 넘|이상|많",
            "超[过過出]|高[于於] ~ 超|逾|高|多[于於]|以上",
        ),
        (
            r"below|(?:fell|falls|fallen) short",
            "下回|届か|割り込 ~ 未満|以下|満た|割[りっ]|弱|足らず|少|低|減",
            "밑돌|하회 ~ 미만|이하|못 미|미치지|적|안 되|낮|줄",
            "低[于於] ~ 少[于於]|不足|不到|以下|[没沒]有[达達]|未[达達]|低|[减減]",
        ),
    ),
    (
        "number",
        (
            r"before|prior to|ahead of|in advance|until",
            "[のるう]前に|先立|以前 ~ 前|まで|事前",
            "기 전|이전|에 앞서|앞두고 ~ 전|앞|까지",
            "之前|以前|前夕 ~ 前|先",
        ),
        (
            r"after(?!noon)|following|in the wake of|since|later",
            "[たの]後[、にのもはで]|以降|以来|てから ~ 後|あと|経て|受け|から|たら|次|翌|のち|と、|て、|れば",
            "[한은난린된] 후|[한은난린된] 뒤|이후|이래 ~ 후|뒤|다음|나서|지나|고 |자 |하자|면|부터"
            "|[아어해]서",
            "[之以][后後]|以[来來]|[后後]， ~ [后後]|[过過]|次|随|隨|了|[继繼]|就|才",
        ),
    ),
    (
        "negation",
        (
            r"success(?:es|ful|fully)?|succeed\w*|won|wins?|victor\w*",
            "成功|勝利|当選 ~ 勝|破",
            "성공|승리|당선 ~ 이[기겨긴겼]|승|꺾|누르",
            "成功|[胜勝]利|[当當][选選] ~ [胜勝]|[赢贏]|[败敗]",
        ),
        (
            r"fail(?:s|ed|ing|ures?)?|lost|lose[s]?|defeat(?:s|ed)?",
            "失敗|敗北|落選 ~ 敗|失|負|破|でき|ず",
            "실패|패배|낙선 ~ 패|졌|지[다고]|잃|못|않|꺾|누르",
            "失[败敗]|落[选選] ~ 失|[败敗]|[输輸]|未|[没沒]|不",
        ),
    ),
    (
        "negation",
        (
            r"optimis\w*|hopeful|confident",
            "楽観 ~ 期待|自信|希望|前向き",
            "낙관 ~ 기대|자신|희망",
            "[乐樂][观觀]|看好 ~ 期待|信心|希望",
        ),
        (
            r"pessimis\w*|gloomy|sceptical|skeptical|doubtful",
            "悲観|懐疑 ~ 懸念|疑|慎重|難し",
            "비관|회의적 ~ 우려|의문|어렵|신중",
            "悲[观觀] ~ [忧憂擔担]|疑|[难難]|[谨謹]慎",
        ),
    ),
    (
        "negation",
        (r"safe(?:ly|r)?|harmless", "安全|無害", "안전|무해", "安全|[无無]害"),
        (
            r"unsafe|dangerous|harmful|hazardous",
            "危険|有害 ~ 危",
            "위험|유해 ~ 위태|해로",
            "危[险險]|有害|不安全 ~ 危|[险險]",
        ),
    ),
    (
        "negation",
        (
            r"voluntary|voluntarily|optional",
            "任意 ~ 自主|自発|希望",
            "자율|자발|임의 ~ 선택|원",
            "自[愿願] ~ 自[发發主]|任意|[选選]",
        ),
        (
            r"mandatory|compulsory|obligatory|must\b",
            "義務|強制|必須|必修 ~ なければ|べき",
            "의무|강제|필수 ~ 야 ",
            "[强強]制|必修|[义義][务務] ~ [应應]|必",
        ),
    ),
    (
        "negation",
        (
            r"join(?:s|ed|ing)?|accede[ds]?",
            "加盟|加入|参加 ~ 加わ|入[りっ]",
            "가입|합류 ~ 참여|참가|들어|입",
            "加入 ~ [参參]|入",
        ),
        (
            r"withdr[ae]w\w*|leav(?:e|es|ing)|quit(?:s|ting)?|pull(?:s|ed|ing)? out",
            "脱退|離脱|撤退 ~ 抜け|離れ|退|去|出",
            "탈퇴|이탈|철수 ~ 빠[져졌지]|떠[나났]|나[가간갔]|퇴",
            "退出|撤出|撤[离離] ~ 退|撤|[离離]|脱|脫|走",
        ),
    ),
    (
        "negation",
        (
            r"buy(?:s|ing|ers?)?|bought|purchas\w*",
            "買[いうっわ収]|購入 ~ 買|購|調達|仕入",
            "매입|구매|구입|사들 ~ 사|샀|산 |매매",
            "[买買]入|[购購][买買] ~ [买買]|[购購]",
        ),
        (
            r"sell(?:s|ing|ers?)?|sold|sales?",
            "売[りっる却] ~ 売|販|譲|商",
            "매각|판매|매도|팔[았아고] ~ 팔|매매|매출",
            "出售|[卖賣]出 ~ [卖賣]|售|[销銷]|[让讓]",
        ),
    ),
    (
        "negation",
        (
            r"exports?|exported|exporting",
            "輸出 ~ 出荷|輸",
            "수출 ~ 수출입|판매",
            "出口 ~ 外[销銷]|[进進]出口",
        ),
        (r"imports?|imported|importing", "輸入", "수입", "[进進]口"),
    ),
    (
        "name",
        (
            r"(?:the )?ruling (?:party|parties|camp|bloc|coalition)",
            "与党 ~ 与野党",
            "여당|여권 ~ 여야",
            "[执執]政[党黨] ~ [执執]政|與黨",
        ),
        (
            r"(?:the )?opposition(?: part(?:y|ies)| camp| bloc)?",
            "(?<!与)野党 ~ 与野党|反対",
            "야당|야권 ~ 여야|반대",
            "在野[党黨]|反[对對][党黨] ~ 在野|反[对對]",
        ),
    ),
    (
        "name",
        (r"north(?:ern)?\b(?! korea)", "北[部側] ~ 北", "북부|북쪽|북[도구] ~ 북", "北[部方] ~ 北"),
        (r"south(?:ern)?\b(?! korea)", "南[部側] ~ 南", "남부|남쪽|남[도구] ~ 남", "南[部方] ~ 南"),
    ),
    (
        "name",
        (r"east(?:ern)?\b", "東[部側] ~ 東", "동부|동쪽 ~ 동", "[东東][部方] ~ [东東]"),
        (r"west(?:ern)?\b(?!ern)", "西[部側] ~ 西|欧米", "서부|서쪽 ~ 서", "西[部方] ~ 西"),
    ),
    (
        "name",
        (
            r"women|woman|girls?|female|daughters?|mothers?|wife|wives",
            "女[性子] ~ 女|娘|母|妻|姉|妹|婦",
            "여성|여자|소녀|어머니|아내 ~ 여|딸|엄마|누나|언니|주부|임[산신]",
            "女[性子]|[妇婦]女 ~ 女|母|妻|妇|婦|[妈媽]|孕",
        ),
        (
            r"men|man|boys?|male|sons?|fathers?|husbands?",
            "男[性子] ~ 男|息子|父|夫|兄|弟|人|者|員",
            "남성|남자|소년|아들|아버지|남편 ~ 남|형|아빠|사람|자",
            "男[性子人] ~ 男|子|父|夫|兄|弟|人|者",
        ),
    ),
    (
        "name",
        (r"lower house|house of representatives", "衆院|衆議院|下院", "하원|중의원", "下院|[众眾][议議]院"),
        (
            r"upper house|house of councillors|senate",
            "参院|参議院|上院",
            "상원|참의원",
            "上院|[参參][议議]院",
        ),
    ),
)
"""A kind, and for two contraries what says each: English, then Japanese, Korean and Chinese. Before
the ``~`` of an original stands what surely says it, behind it what else may."""

WAYS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        r"(?:すべて|全て|全部|全員|みな|皆|いつも|常に|誰も)[^。]{0,30}(?:わけでは|とは限ら|とは言え"
        r"|とはいえ)"
        r"|必ずしも|とは限ら",
        r"(?:모두|모든|전부|항상|반드시|다 )[^.]{0,30}(?:것은 아니|는 아니|건 아니|지는 않|수는 없)"
        r"|꼭 [^.]{0,20}아니",
        r"(?:并非|並非|[并並]不是|不是|[并並]不)(?:所有|[^，。]{0,12}都|每|一定|全)|不一定|未必|不全是|不都",
        r"(?:not|n['’]t|nor|hardly|far from) (?:\w+ ){0,3}(?:all|every\w*|always|each|both|necessarily"
        r"|invariably"
        r"|entirely|bound|inevitabl\w*)|some|only|part|few|exception",
        r"\b(?:none|nobody|no one|nothing|never|nowhere|neither|not (?:one|a single|any\w*)|no)\b",
    ),
    (
        r"(?:[一1１][つ人度件社切例]も|誰も|だれも|何も|まったく|全く|決して|いっさい|一切)[^。、]{0,30}"
        r"(?:な[いかくし]|ず|ませ|ぬ)",
        r"(?:하나도|아무도|아무런|아무것도|전혀|한 번도|결코|한 [명건곳]도)[^.,]{0,30}(?:않|없|못|아니)",
        r"[没沒]有?(?:任何|一[个個次人家名])|[无無]一|毫[无無不]|[从從](?:来|來)?[未没沒不]|[绝絕]不"
        r"|[谁誰]也[不没沒]|一概不",
        r"\b(?:none|nobody|no one|nothing|never|nowhere|neither|not (?:one|once|a single|any|at all"
        r"|in the least"
        r"|ever|the slightest)|no|any\w*|ever|single|whatsoever|deny|denied|denies|without|un\w+)\b",
        r"\b(?:not (?:all|every\w*|always|entirely|fully|both)|rarely|seldom|hardly ever|few|a few|some"
        r"|most)\b",
    ),
    (
        r"な(?:ければ|くては)(?:なら|いけ)な|ざるを[得え]な|(?:ほか|しか)(?:は)?な[いく]|義務[がを](?:あ|負)",
        r"수\s?밖에 없|지 않으면 안|[아어해여]야[만]? (?:한다|했다|할|하는|했던|합)|않을 수 없",
        r"不得不|必[须須]|[应應][当當]|只能|只好|非[^，。]{1,12}不可|不能不",
        r"\b(?:must(?! not\b)|ha(?:ve|s|d) to|ha(?:ve|s|d) no (?:choice|option|alternative)|cannot but"
        r"|can only"
        r"|cannot (?:avoid|help)|bound to|oblig\w*(?<!not obliged)|forced|compelled|should|inevitabl\w*|only"
        r"|no (?:choice|way|option|alternative)|nothing (?:\w+ )?(?:but|for it))\b",
        r"(?:need not|needn['’]t|(?:do|does|did|would|will)(?: not|n['’]t) (?:have|need) to"
        r"|not (?:obliged|required"
        r"|necessary|compelled|forced)|no need|without having to|free to)\b",
    ),
    (
        r"必要[はがも]な[いくか]|なくても?(?:よ|い[いく]|済|構)|義務[はが]な",
        r"필요[가는도]?\s?없|지 않아도|안 해도",
        r"不必|[无無][须須需]|不[用需](?!要求)|[没沒]有?必要|不[须須]",
        r"need not|needn|need(?:s|ed)? no|no need|not (?:\w+ )?(?:need|have|require|necessary|oblig"
        r"|compulsory"
        r"|mandatory)\w*|n['’]t (?:need|have)|without|unnecessary|exempt|dispens\w*|waive",
        r"\b(?:must|may not|cannot|can ?not|not (?:allowed|permitted)|ha(?:s|ve|d) to|obliged|required"
        r"|forbidden)\b",
    ),
    (
        r"て(?:は|も)?(?:なら|いけ)な|べきでは?な|禁[じ止]",
        r"[서선면] ?(?:는 )?안 ?[되된돼될됩]|말아야|금지",
        r"不得(?!不)|不准|不[许許](?!可)|禁止|[严嚴]禁|不[应應]|[勿]",
        r"must|may not|cannot|can ?not|not (?:be )?(?:\w+ )?(?:allow|permit)\w*|forbid\w*|forbade"
        r"|prohibit\w*|ban\w*"
        r"|should|ought|bar(?:s|red)|never|shall|no \w+ (?:may|can|shall)|out of bounds|rule[sd]? out"
        r"|not to\b",
        r"\b(?:need not|needn['’]t|(?:do|does|did)(?: not|n['’]t) (?:have|need) to|not (?:required"
        r"|obliged|necessary))\b",
    ),
    (
        r"もはや[^。]{0,30}な[いくか]|なくな[っるり]",
        r"더 ?이상[^.]{0,30}(?:않|없|못|아니)|[지게] 않게 [되됐]",
        r"不再(?![次一])",
        r"no longer|any (?:longer|more)|anymore|no more|cease\w*|stop\w*|ended|cannot|lost|gone|without"
        r"|vanish\w*"
        r"|disappear\w*|given up|never again|not .{0,30}again|unable|end\b",
        r"\b(?:not yet|yet to|still not|has never|have never)\b",
    ),
    (
        r"(?:まだ|いまだ|未だ)[^。、]{0,30}(?:な[いくか]|ず|ませ)",
        r"아직[^.,]{0,30}(?:않|없|못|아니)",
        r"尚未|[还還][没沒未]|仍未|[还還]不",
        r"yet|still|so far|remain|not .{0,30}(?:now|date)|as of|has not|have not|to be",
        r"\b(?:no longer|already|any longer|anymore)\b",
    ),
    (
        r"(?:唯一)[^。]{0,20}(?:では?な|わけ)|だけ(?:で|と)は?な",
        r"(?:유일|뿐)[^.]{0,20}아니",
        r"(?:不是|非)[^，。]{0,16}唯一|不[仅僅只]",
        r"not|n['’]t|nor|also|as well|too\b|besides|in addition|more than|other|far from|neither|both|one of",
        r"\b(?:sole(?:ly)?|only|alone|merely)\b",
    ),
    (
        r"を?除[きいくけ]|以外|のぞ[きく]",
        r"제외|빼고|빼면|이외|말고",
        r"除(?![非以夕了])[^，。]{1,14}外|除了|不包括|不含|除外",
        r"except|other than|apart|exclu\w*|aside|beside\w*|but\b|save\b|beyond|outside|without|not\b"
        r"|bar\b|minus"
        r"|leav\w+ out|omit\w*|set aside|rest of|elsewhere|in addition|as well as|also",
        r"\b(?:including|includes?|included|even in|especially|above all)\b",
    ),
    (
        r"を(?:含め|含む|はじめ)",
        r"포함|비롯",
        r"包括|包含|在[内內]",
        r"includ\w*|among|such as|like|as well as|contain\w*|cover\w*|with|and|compris\w*|count\w*|starting",
        r"\b(?:except(?: for)?|excluding|apart from|other than|with the exception)\b",
    ),
)
"""For a way of denying: what surely says it in Japanese, Korean and Chinese, all English that may render it,
and English that says otherwise where none of that stands."""
