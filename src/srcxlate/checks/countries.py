"""Further countries: how English says them, and how Japanese, Korean and Chinese write them.

A table only, read by ``places`` in the form of ``regions``; those that headlines abbreviate stand there.
"""

COUNTRIES = """
Spain|Spanish スペイン|스페인|西班牙
Portugal|Portuguese ポルトガル|포르투갈|葡萄牙
Switzerland|Swiss スイス|(?<![가-힣])스위스|瑞士
Austria|Austrians?|Austrian オーストリア|오스트리아|奥地利|奧地利
Belgium|Belgian ベルギー|벨기에|比利时|比利時
Sweden|Swedish スウェーデン|스웨덴|瑞典
Norway|Norwegian ノルウェー|노르웨이|挪威
Denmark|Danish デンマーク|덴마크|丹麦|丹麥
Finland|Finnish|Finns フィンランド|핀란드|芬兰|芬蘭
Iceland|Icelandic アイスランド|아이슬란드|冰岛|冰島
Ireland|Irish アイルランド|아일랜드|爱尔兰|愛爾蘭
Poland|Polish|Poles ポーランド|폴란드|波兰|波蘭
Czech|Czechia|Czech_Republic チェコ|(?<![가-힣])체코|捷克
Slovakia|Slovak スロバキア|슬로바키아|斯洛伐克
Hungary|Hungarian ハンガリー|헝가리|匈牙利
Romania|Romanian ルーマニア|루마니아|罗马尼亚|羅馬尼亞
Bulgaria|Bulgarian ブルガリア|불가리아|保加利亚|保加利亞
Greece|Greek ギリシャ|그리스(?!도)|希腊|希臘
Serbia|Serbian セルビア|세르비아|塞尔维亚|塞爾維亞
Croatia|Croatian クロアチア|크로아티아|克罗地亚|克羅埃西亞
Lithuania|Lithuanian リトアニア|리투아니아|立陶宛
Latvia|Latvian ラトビア|라트비아|拉脱维亚|拉脫維亞
Estonia|Estonian エストニア|에스토니아|爱沙尼亚|愛沙尼亞
Belarus|Belarusian ベラルーシ|벨라루스|白俄罗斯|白俄羅斯
Kazakhstan|Kazakh カザフスタン|카자흐스탄|哈萨克斯坦|哈薩克
Uzbekistan|Uzbek ウズベキスタン|우즈베키스탄|乌兹别克|烏茲別克
Kyrgyzstan|Kyrgyz キルギス|키르기스|吉尔吉斯|吉爾吉斯
Afghanistan|Afghan アフガニスタン|아프가니스탄|아프간|アフガン|阿富汗
Pakistan|Pakistani パキスタン|파키스탄|巴基斯坦
Bangladesh|Bangladeshi バングラデシュ|방글라데시|孟加拉
Sri_Lanka|Sri_Lankan スリランカ|스리랑카|斯里兰卡|斯里蘭卡
Nepal|Nepali|Nepalese ネパール|네팔|尼泊尔|尼泊爾
Bhutan|Bhutanese ブータン|부탄(?!가스)|不丹
Maldives|Maldivian モルディブ|몰디브|马尔代夫|馬爾地夫
Myanmar|Burma|Burmese ミャンマー|ビルマ|미얀마|버마|缅甸|緬甸
Cambodia|Cambodian カンボジア|캄보디아|柬埔寨
Laos|Lao|Laotian ラオス|라오스|老挝|寮國
Brunei ブルネイ|브루나이|文莱|汶萊
East_Timor|Timor-Leste 東ティモール|동티모르|东帝汶|東帝汶
Papua_New_Guinea パプアニューギニア|파푸아뉴기니|巴布亚|巴布亞
New_Zealand|New_Zealanders? ニュージーランド|뉴질랜드|新西兰|紐西蘭
Fiji|Fijian フィジー|피지(?= |,)|斐济|斐濟
Solomon_Islands|Solomons ソロモン|솔로몬제도|솔로몬 제도|所罗门|索羅門
Palau パラオ|팔라우|帕劳|帛琉
Nauru ナウル|나우루|瑙鲁|諾魯
Tuvalu ツバル|투발루|图瓦卢|吐瓦魯
Iraq|Iraqi イラク|이라크|伊拉克
Syria|Syrian シリア|시리아|叙利亚|敘利亞
Lebanon|Lebanese レバノン|레바논|黎巴嫩
Jordan|Jordanian ヨルダン|요르단|约旦|約旦
Kuwait|Kuwaiti クウェート|쿠웨이트|科威特
Qatar|Qatari カタール|카타르(?!시스)|卡塔尔|卡達
United_Arab_Emirates|UAE|U.A.E.|Emirati アラブ首長国連邦|UAE|아랍에미리트|阿联酋|阿聯
Oman|Omani オマーン|(?<![가-힣])오만(?=[ ,]?해)|阿曼
Yemen|Yemeni|Houthis? イエメン|예멘|也门|葉門|胡塞|후티|フーシ
Palestine|Palestinians?|Gaza|West_Bank|Hamas パレスチナ|팔레스타인|巴勒斯坦|ガザ|가자지구|加沙|加薩
Egypt|Egyptian エジプト|이집트|埃及
Libya|Libyan リビア|리비아|利比亚|利比亞
Algeria|Algerian アルジェリア|알제리|阿尔及利亚|阿爾及利亞
Morocco|Moroccan モロッコ|모로코|摩洛哥
Tunisia|Tunisian チュニジア|튀니지|突尼斯|突尼西亞
Sudan|Sudanese スーダン|수단(?=[ ,]내전)|苏丹|蘇丹
Ethiopia|Ethiopian エチオピア|에티오피아|埃塞俄比亚|衣索比亞
Kenya|Kenyan ケニア|케냐|肯尼亚|肯亞
Nigeria|Nigerian ナイジェリア|나이지리아|尼日利亚|奈及利亞
Ghana|Ghanaian ガーナ|(?<![가-힣])가나(?=[ ,]정부)|加纳|迦納
South_Africa|South_African 南アフリカ|南ア(?=[、の])|남아공|남아프리카|南非
Tanzania|Tanzanian タンザニア|탄자니아|坦桑尼亚|坦尚尼亞
Zambia|Zambian ザンビア|잠비아|赞比亚|尚比亞
Congo|Congolese コンゴ|콩고|刚果|剛果
Eswatini エスワティニ|에스와티니|斯威士兰|史瓦帝尼
Argentina|Argentine|Argentinian アルゼンチン|아르헨티나|阿根廷
Chile|Chilean (?<![ァ-ヶー])チリ(?![ァ-ヶー])|칠레|智利
Peru|Peruvian ペルー|페루|秘鲁|祕魯
Colombia|Colombian コロンビア|콜롬비아|哥伦比亚|哥倫比亞
Venezuela|Venezuelan ベネズエラ|베네수엘라|委内瑞拉|委內瑞拉
Ecuador|Ecuadorian エクアドル|에콰도르|厄瓜多尔|厄瓜多
Bolivia|Bolivian ボリビア|볼리비아|玻利维亚|玻利維亞
Paraguay|Paraguayan パラグアイ|파라과이|巴拉圭
Uruguay|Uruguayan ウルグアイ|우루과이|乌拉圭|烏拉圭
Cuba|Cuban キューバ|쿠바|古巴
Honduras|Honduran ホンジュラス|온두라스|洪都拉斯
Guatemala|Guatemalan グアテマラ|과테말라|危地马拉|瓜地馬拉
Nicaragua|Nicaraguan ニカラグア|니카라과|尼加拉瓜
Panama|Panamanian パナマ|파나마|巴拿马|巴拿馬
"""
