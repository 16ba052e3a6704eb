"""Korean family names in the spellings that custom has given them.

One table: ``names`` asks whether an original can hold a name, ``leaders`` how a headline's surname is
spelled, ``readings`` what may be printed for one.
"""

from types import MappingProxyType

SPELLINGS = MappingProxyType({
    "강": "kang", "계": "kye", "고": "ko", "공": "kong", "곽": "kwak", "구": "koo ku", "권": "kwon",
    "금": "keum", "길": "kil", "김": "kim", "나": "na", "남궁": "namkung", "노": "roh noh",
    "도": "doh", "류": "ryoo", "문": "moon mun", "박": "park pak", "배": "pae", "백": "paik paek",
    "변": "byun", "서": "suh", "선": "sun", "성": "sung", "송": "sung", "신": "shin", "심": "shim",
    "안": "ahn an", "여": "yuh", "오": "oh", "우": "woo", "유": "yoo", "윤": "yoon yun",
    "이": "lee yi rhee ri li", "임": "lim rim", "전": "chun", "정": "jung chung", "조": "cho jo",
    "주": "choo", "최": "choi", "추": "choo chu", "한": "han", "허": "huh", "현": "hyun",
    "황": "hwang",
})  # fmt: skip
"""Each family name in hangul with its customary spellings, parted by spaces."""
HANJA = MappingProxyType(dict(zip("尹文朴李盧金曺安黃秋", "윤문박이노김조안황추", strict=True)))
"""Family names of presidents and ministers in the hanja of headlines."""


def hangul_of(spelling: str) -> str | None:
    """The family name that a spelling is one of, in hangul; None for any other word."""
    return _BY_SPELLING.get(spelling.casefold())


_BY_SPELLING = {spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings.split()}


_KOREAN = (
    "choe gim bak yang byeon seon seol jin chin ji chi hur hyeon gwak guk kuk gil kil gong gwon ra rah "
    "doh mo mun pang pae pyeon sa so sim shim yeom yum ye woo won im rim jeon jun chong hah ha ham "
    "namgung sunwoo son sohn ko go koo gu ban ma maeng myung bong seok sun sung do ki ok yuk eun in je "
    "cha tak pyo pi hyun byun min bang cheon chun chae wang eom um yeo wi"
)
_CHINESE = (
    "yu kuo chu tsai hsu hsieh chang chiang cheng chou lin lai yeh su lo liao tseng hung chiu kao pan "
    "tu shih ma hu he sun fang song shen han jin lu ding wei yin ye du cai hsiao hsueh chien chuang ou "
    "pai yao tsao kung mao mo bai ba bi bo bian cen chai che chi cui dai di dong dou duan fan fei fu "
    "gan gong gu guan gui hao hou hua ji jia jian jing ju kang ke kong kuang lei leng lian ling long "
    "lou lü lv man mei meng mi miao mu ni nie ning niu ouyang pei pu qi qian qiao qin qiu qu ran rao "
    "ren rong ruan shan shang shao she shi shu shuai si sima situ tan tao teng tian tong wan weng wen "
    "xia xian xiang xin xing xiong xue yan yi yue zhan zhen zhong zhuang zhuge zong zou zu zuo chow "
    "chung fung hsia hsiung hsin jen jung kuan lien liang nieh peng sheng soong szu tai tien ting tsou "
    "tsui yen ying"
)
KOREAN = frozenset(_KOREAN.split())
"""Korean family names besides the commonest, as they are spelled."""
CHINESE = frozenset(_CHINESE.split())
"""Family names of China and Taiwan besides the commonest, in pinyin and in Wade-Giles."""
