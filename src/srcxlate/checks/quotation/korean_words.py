"""What the words of a Korean text may mean in English, as far as can be told without a Korean dictionary.

In comes a word as it stands, with its endings; out come the English words that its parts may mean. Most words
of Korean prose are Chinese ones that Japanese has too (회담 is 會談, in JMdict 会談), so JMdict is asked by
their sound: words that sound alike are all given. The commonest words of Korean's own stand in a table.
This is evidence for finding a sentence, and no gloss to be shown.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product

from srcxlate.checks.likeness import words
from srcxlate.checks.readings.korean import syllables_of
from srcxlate.languages import HAN, HANGUL
from srcxlate.words.jmdict import entries

_RUN = re.compile(f"[{HANGUL}]+")
_COMPOUND = re.compile(f"[{HAN}]{{2,5}}")
_OWN = """
가격 price | 가난 poor poverty | 가르치 가르쳐 teach | 가르친 taught | 가볍 가벼 light
가운데 among middle | 가을 autumn fall | 갈등 conflict | 강하 strong | 같 same alike together
갚 repay pay | 거두 거둬 gather reap | 거듭 repeatedly | 거래 trade deal transaction | 거부 refuse reject
거의 almost nearly | 걱정 worry concern | 건너 cross | 걷 walk collect | 걸리 걸려 take hang
겨울 winter | 겪 experience suffer undergo | 결코 never | 고르 골라 choose
고치 고쳐 change revise amend mend fix | 그치 그쳐 stop end | 길 long road way | 깊 deep
까다 strict demanding | 깨끗 clean | 꺼리 꺼려 reluctant avoid | 꾸준 steady | 꾸리 꾸려 form
끊 cut break sever interrupt | 끌 draw pull attract | 끝 end finish | 나가 leave go
나누 나눠 share divide | 나라 country nation state | 나란 side | 나머지 rest remainder remaining
나무 tree wood | 나서 forward | 나오 나와 come appear emerge | 나타나 appear show | 낡 old worn
남 remain left stay | 낮 low daytime | 낮아 fall lower decline | 낮추 낮춰 lower reduce cut
내놓 present offer release put | 내다 look forecast predict expect foresee
내리 내려 fall drop lower hand | 내세 put forward | 넓 wide broad | 넓히 넓혀 widen expand broaden
넘 exceed more over pass | 노래 song sing | 논 rice paddy | 높 high | 높아 rise higher increase
높이 높여 raise increase heighten | 놓이 놓여 lie placed | 누리 enjoy | 눈 eye snow
늘 increase grow rise | 늘리 늘려 increase expand extend raise more | 늘어 increase grow rise
늦 late delay | 늦추 늦춰 delay postpone slow | 다루 다뤄 deal handle treat | 다른 other different
다리 bridge leg | 다시 again | 다음 next following | 다투 dispute compete | 닫 close shut | 달 month moon
달라 differ different change | 닿 reach touch | 담 contain include put | 닷새 five days | 더하 더해 add
덜 less reduce | 덧붙 add | 데 place | 도와 help | 돈 money | 돌려 return give | 돌아 return come back
돕 help assist support | 동안 during while | 되찾 regain recover | 두드 notable | 두려 fear afraid
뒤 after behind later | 뒤집 overturn reverse | 듣 hear listen | 들어 enter come hear listen
들이 bring take | 따뜻 warm | 따로 separately | 따르 따라 follow according | 땅 land ground
떠나 leave depart | 떠오르 emerge rise | 떨어 fall drop decline | 또 again also
뛰어 jump leap excellent | 뜻 meaning intention will | 마련 prepare arrange provide
마무리 finish conclude | 마을 village | 마지막 last final | 마치 마쳐 finish complete end
막 block prevent stop | 만나 meet met | 만들 만든 make made create build | 많 many much lot numerous
말 say word horse end | 맞 match fit meet right | 맞추 맞춰 adjust match | 맡 take charge entrust handle
머무 머문 stay remain | 먹 eat | 먼저 first before | 멀 far distant | 멈추 멈춰 stop halt
메우 메워 fill | 모두 all every | 모으 모아 gather collect pool | 모이 모여 gather meet
모자라 lack short insufficient | 목소리 voice call | 무겁 무거 heavy | 무너 collapse | 묶 tie bind
묻 ask bury | 물 water | 물가 price prices inflation | 물러 step down resign retreat
미루 미뤄 postpone delay put | 미치 미쳐 reach affect influence | 믿 believe trust | 밀 push wheat
바꾸 바꿔 change switch replace | 바뀌 바뀐 change | 바다 sea ocean | 바라 hope wish want
바람 wind hope | 바로 immediately directly | 받 receive accept get obtain take
받아 accept receive obtain | 밝 bright | 밝히 밝혀 밝힌 say state reveal announce disclose | 밤 night
밭 field | 배 ship boat vessel times pear | 배우 배워 learn study | 버티 버텨 endure hold
벌 earn punish | 벌어 arise happen occur earn widen | 벌이 벌여 carry conduct wage | 벗어 escape leave
보내 send sent | 보이 보여 show seem appear expect | 봄 spring | 부르 불러 call | 부추 fuel encourage
불거 arise surface | 붙 stick attach | 비 rain | 비슷 similar | 비싸 비싼 expensive dear
빌리 빌려 borrow lend | 빠르 빠른 빨라 빨리 fast quick rapid early soon | 빠져 빠진 fall missing
빼 remove subtract take | 뽑 choose elect select pull | 뿌리 root | 사고팔 trade | 사라 disappear vanish
사람 person people | 사이 between among gap relation | 사흘 three days | 살 live buy age
살리 살려 save revive | 살피 살펴 examine look | 삼 make | 새 new | 새로 new newly
생각 think thought idea expect | 서두르 서둘 hurry haste rush | 섬 island
세우 세워 set establish build erect | 소리 sound voice | 손 hand | 손님 customer guest | 쉬 rest
쉽 쉬운 easy | 스스로 self own | 시키 make order | 싣 load carry | 싶 want wish | 싸 cheap wrap
싸우 싸워 fight | 쌀 rice | 쌓 build pile accumulate stack | 쏟 pour | 쓰 use write | 쓰이 쓰여 use
아들 son | 아름 beautiful | 아쉬 regret regrettable sorry | 아이 child children | 아직 yet still
안팎 about around | 알 know known | 알려 알리 inform tell known report announce
앞 front ahead before future | 앞당 advance bring forward | 앞두 ahead before | 앞서 ahead before earlier
앞장 lead | 애쓰 effort | 약하 weak | 양쪽 both sides | 어려 어렵 difficult hard | 어린 child young
언 freeze | 얻 get obtain gain win | 없 no without lack nothing | 없애 abolish remove eliminate
여기 여겨 here regard consider | 여름 summer | 열 open heat | 열리 열려 open held hold | 열쇠 key
옛 old former | 오가 come go between operate | 오르 올라 오른 rise climb increase up | 오늘 today
오래 long old | 오히려 rather | 올리 올려 raise increase lift | 올해 year | 옮 move transfer shift
왔 come | 외치 shout call | 요즘 recently | 움직 move | 웃 laugh smile | 위 above on | 이끌 lead
이기 이겨 win | 이루 이뤄 achieve make accomplish | 이르 이른 reach early | 이름 name | 이미 already
이어 continue follow | 이웃 neighbour neighboring | 이제 now | 이틀 two days | 일 work day
일어나 happen occur rise | 일으 cause | 일자리 job employment | 일하 work | 읽 read | 잃 lose
입 wear mouth suffer | 잇 connect link continue follow | 잇따 successive | 있 have there | 잊 forget
자라 grow | 자리 place seat position post | 작 small little | 잘못 wrong mistake error | 잠 sleep
잡 catch hold take set | 잡히 잡혀 set caught | 적 little few write | 젊 young | 접 fold | 젖 wet
조금 little | 좁 narrow | 좁히 좁혀 narrow | 좋 good like better | 주 give week | 주고받 exchange
줄 decrease shrink fall reduce cut line | 줄이 줄여 줄인 reduce cut decrease | 쥐 hold | 즐기 enjoy
지나 pass past last | 지난 last past | 지난달 last month | 지난해 last year | 지내 spend
지켜 지키 지킨 keep observe protect defend respect | 짓 지어 build make | 짧 short brief | 쪽 side
찾 find seek look visit search | 책 book | 처음 first beginning | 첫 first | 추위 cold
치르 치러 hold pay | 친구 friend | 커 grow large big | 크 큰 large big great
키우 키워 raise grow foster | 타 ride board | 터 site place | 털어 confess | 통하 통해 through
틀 frame framework | 팔 sell arm eight | 팔리 sold sell | 펴 펼 carry unfold
풀 solve resolve ease relax release grass | 피하 피해 avoid | 하늘 sky | 하루 day | 하지만 but however
함께 together with | 해마다 yearly every year | 햇 sun new | 힘 power strength effort | 힘쓰 strive
힘들 hard difficult
"""
"""Words of Korean's own, each by the beginnings that all its forms have, and what English says for them."""
_ALIKE = 3
"""Words of one sound of which the commonest are asked."""
_SENSES = 3
"""Senses of such a word that are taken."""
_COMMONEST = 60_000
"""Words of Japanese among which the Chinese ones are looked for."""


def may_mean(word: str) -> list[frozenset[str]]:
    """For each part of a Korean word that may be known, the English words that it may mean."""
    return [part for run in _RUN.findall(word) for part in _parts(run)]


@lru_cache(maxsize=1 << 14)
def _parts(run: str) -> tuple[frozenset[str], ...]:
    """The parts from the first known word on, one right after the other; what follows them are endings."""
    found: list[frozenset[str]] = []
    at = 0
    while at < len(run):
        said, end, own = _longest(run, at)
        if said:
            found.append(said)
            at = len(run) if own else end
        elif at == 0 and len(run) > _PREFIXED:
            at = 1  # a syllable before the word: 대, 첫, 각
        else:
            break
    return tuple(found)


_PREFIXED = 2


def _longest(run: str, at: int) -> tuple[frozenset[str], int, bool]:
    """What the longest known word at a place may mean, where it ends, and whether it is Korean's own."""
    own, chinese = _own(), _by_sound()
    end = next((end for end in range(min(len(run), at + 5), at + 1, -1) if run[at:end] in chinese), at)
    said = frozenset(
        word for compound in chinese.get(run[at:end], ())[:_ALIKE] for word in _english(compound)
    )
    spelled = unicodedata.normalize("NFD", run[at:])
    for length in range(min(len(spelled), max(map(len, own))), 1, -1):
        if spelled[:length] in own:
            syllables = len(unicodedata.normalize("NFC", spelled[:length]))
            if at == 0 or syllables > 1:
                said |= own[spelled[:length]]
                if at + syllables >= end:
                    return said, at + syllables, True
            break
    return said, end, False


@cache
def _own() -> dict[str, frozenset[str]]:
    """The table, each beginning by its letters: 늘리 is in 늘린다."""
    found: dict[str, frozenset[str]] = {}
    for row in re.split(r"[|\n]", _OWN):
        forms = [one for one in row.split() if _RUN.fullmatch(one)]
        said = frozenset(word.text for word in words(row, light=True))
        for form in forms:
            key = unicodedata.normalize("NFD", form)
            found[key] = found.get(key, frozenset()) | said - {form}
    return found


@cache
def _by_sound() -> dict[str, tuple[str, ...]]:
    """The common Chinese words of Japanese by how Koreans read their characters, the commonest first."""
    from wordfreq import top_n_list

    found: dict[str, tuple[str, ...]] = {}
    for word in top_n_list("ja", _COMMONEST):
        if _COMPOUND.fullmatch(word):
            for syllables in product(*map(syllables_of, word)):
                sound = "".join(syllables)
                found[sound] = (*found.get(sound, ()), word)
    return found


@lru_cache(maxsize=1 << 14)
def _english(compound: str) -> frozenset[str]:
    """The English of a word's first senses."""
    senses = [sense for entry in entries(compound, in_kana=False)[:2] for sense in entry.senses[:_SENSES]]
    return frozenset(
        word.text for sense in senses for said in sense.words for word in words(said, light=True)
    )
