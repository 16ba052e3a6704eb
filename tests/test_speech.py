"""Tests of speech: which quotation marks stand round a speaker's words, and which round names and titles."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.glossary.speech import spoken

SPEECH = [
    # Japanese: a verb of saying
    ("ja", "首相は「中国との対話を続ける」と述べた。"),
    ("ja", "同氏は「韓国は重要な隣国だ」と18日の会見で強調した。"),
    ("ja", "幹部は「米国次第だ」と話す。"),
    ("ja", "「中国側の回答を待つ」と外相は記者団に語った。"),
    ("ja", "局長は「中国が最大の顧客」との認識を示した。"),
    ("ja", "社長は「中国市場は縮まない」などと説明し、増産を急いだ。"),
    ("ja", "「中国は譲らない」とも指摘した。"),
    ("ja", "習主席は「中国の発展は誰にも止められない」と演説した。"),
    ("ja", "「中国企業の技術力は侮れない」。大手メーカーの技術者はこう漏らす。"),
    ("ja", "文大統領は演説で「日本と対話する用意がある」と呼び掛けた。"),
    # a sentence in it
    ("ja", "「中国の出方を見る。」首相は短くそう答えた。"),
    # a headline with its speaker
    ("ja", "首相「中国との関係改善が必要」"),
    ("ja", "トランプ氏「韓国は関税を払うべき」"),
    ("ja", "経産相、「中国への依存を減らす」"),
    ("ja", "経団連会長、対中投資「中国市場は手放せない」"),
    ("ja", "中国外務省「断固反対する」"),
    ("ja", "「中国市場は重要」トヨタ社長"),
    # Korean
    ("ko", '그는 "중국과 대화하겠다"고 말했다.'),
    ("ko", '장관은 "한국의 입장은 변함없다"며 선을 그었다.'),
    ("ko", "대통령은 “미국과 협의 중”이라고 밝혔다."),
    ("ko", '그는 "중국 시장은 크다"면서도 신중했다.'),
    ("ko", '"중국은 경쟁자"라는 발언이 논란이 됐다.'),
    ("ko", '왕이 부장 "한국과 협력 확대해야"'),
    ("ko", '산업연구원 "대중 수출 10% 감소 전망"'),
    ("ko", '"중국 없이는 안 된다" 업계의 하소연'),
    ("ko", "총리는 '중국과 척지지 않겠다'고 했다."),
    # Chinese
    ("zh", "他说：“中国不会退让。”"),
    ("zh", "外交部发言人表示，“中方坚决反对”。"),
    ("zh", "“中国市场足够大，”他对记者说。"),
    ("zh", "“我国经济韧性强。”这位官员强调。"),
    ("zh", "部長稱「中國企業將繼續投資」。"),
    ("zh", "王毅：“中韩应相向而行”"),
    ("zh", "發言人指出：「中方一貫主張對話。」"),
    ("zh", "总理问道：“我国的短板在哪里？”"),
    ("zh", "特朗普警告：“中国会付出代价！”"),
    ("zh", "“中国的产能不是问题”，他指出。"),
]
NO_SPEECH = [
    # Japanese: names, titles, words held up
    ("ja", "半導体の「急所」"),
    ("ja", "政府、中国の「国産化」"),
    ("ja", "「中国製造2025」と呼ばれる計画"),
    ("ja", "いわゆる「中国リスク」が高まる。"),
    ("ja", "『中国の台頭』を読む"),
    ("ja", "「中国脅威論」とは何か"),
    ("ja", "同社は「中国市場」を重点地域と位置付けた。"),
    ("ja", "「中国標準2035」という構想"),
    ("ja", "著書「米中対立の時代」を出版した。"),
    ("ja", "「対中包囲網」とされる枠組みについて説明した。"),
    ("ja", "米、中国を「競争相手」"),
    ("ja", "特集「韓国の半導体産業」"),
    ("ja", "日韓の「競争の戦略」"),
    # Korean
    ("ko", "'K-반도체 전략' 발표"),
    ("ko", '정부, "K-반도체 전략" 발표'),
    ("ko", "정부는 '중국 리스크'를 점검했다."),
    ("ko", '이른바 "중국 특수"가 사라졌다.'),
    ("ko", "'반도체 동맹'이라고 불리는 협의체"),
    ("ko", "'중국 견제'라는 표현"),
    ("ko", "삼성·SK '지각 진출'"),
    ("ko", "『중국의 부상』 서평"),
    ("ko", "보고서 「중국의 산업정책」"),
    ("ko", '논문 "한중 무역구조의 변화"에서'),
    ("ko", "책 “중국의 시대”를 펴냈다."),
    # Chinese
    ("zh", "所谓“中国威胁论”由来已久。"),
    ("zh", "被称为“中国硅谷”的地区"),
    ("zh", "“中国制造2025”的评估"),
    ("zh", "《中国的和平发展》白皮书指出"),
    ("zh", "专家提醒“卡脖子”难题"),
    ("zh", "坚持“一个中国”原则"),
    ("zh", "“中国芯”崛起"),
    ("zh", "這種做法被稱為「中國模式」，學者認為爭議很大。"),
    ("zh", "“一带一路”和“中国方案”引发讨论"),
    ("zh", "美国炒作“中国产能过剩论”，专家认为站不住脚。"),
    ("zh", "“中美脱钩”，企业怎么办"),
    ("zh", "推出“中国版芯片法案”"),
]


def said(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in spoken(text, language)]


@pytest.mark.parametrize(("language", "text"), SPEECH)
def test_a_speakers_words(language: str, text: str) -> None:
    (words,) = said(text, language)

    assert len(words) > 3
    assert words in text


@pytest.mark.parametrize(("language", "text"), NO_SPEECH)
def test_names_titles_and_words_held_up(language: str, text: str) -> None:
    assert said(text, language) == []


def test_each_quotation_is_looked_at_by_itself() -> None:
    assert said("「中国製造2025」について首相は「中国に学ぶ」と述べた。", "ja") == ["中国に学ぶ"]
    assert said("他表示，“中国会遵守承诺”，并介绍了“中国方案”。", "zh") == ["中国会遵守承诺"]


def test_a_quotation_in_a_quotation_belongs_to_it() -> None:
    assert said("首相は「『中国脅威論』や「脱中国」には与しない」と述べた。", "ja") == [
        "『中国脅威論』や「脱中国」には与しない"
    ]


def test_decomposed_characters() -> None:
    text = unicodedata.normalize("NFD", '그는 "중국과 대화하겠다"고 말했다.')

    assert said(text, "ko") == [unicodedata.normalize("NFD", "중국과 대화하겠다")]


def test_marks_that_never_close_and_texts_without_any() -> None:
    assert said("首相は「中国は", "ja") == said("「」と述べた", "ja") == said("", "zh") == []
    assert said("He said “yes”.", "und") == []


@given(st.text(st.sampled_from("中국가다「」“”\"'‘’と述べた고 說说:：。,，、라는"), max_size=60))
def test_spans_lie_inside_their_marks(text: str) -> None:
    for language in ("ja", "ko", "zh"):
        for start, end in spoken(text, language):
            assert 0 < start < end < len(text)
            assert text[start - 1] in "「“\"‘'"
