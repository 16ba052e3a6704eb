"""The readings of originals, and what may be printed for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.checks.readings import SYSTEMS, lattice_of
from srcxlate.checks.readings.alignment import align, read_printed
from srcxlate.checks.readings.japanese import letters_of, readings_of
from srcxlate.checks.readings.korean import syllables_of
from srcxlate.checks.readings.lattice import shown


def reads(original: str, romanised: str, language: str, system: str | None = None) -> bool:
    """Whether a romanised form is a reading in one of the systems, to the letter."""
    printed = read_printed(romanised, language)
    for one in (system,) if system else SYSTEMS[language]:
        steps = align(lattice_of(original, language, one), printed)
        if steps is not None and all(step.change == "same" for step in steps):
            return True
    return False


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("ジッコウガク", "jikkōgaku"),
        ("マッチャ", "matcha"),
        ("キョウリョク", "kyōryoku"),
        ("ケイザイ", "keizai"),
        ("チェーン", "chēn"),
        ("シンブン", "shinbun"),
        ("フェリー", "ferī"),
        ("クォーター", "kwōtā"),
    ],
)
def test_kana_in_letters(kana, letters):
    assert shown(letters_of(kana)) == letters


def test_a_kanji_has_the_readings_of_the_dictionary():
    assert {("コク", False), ("ゴク", True), ("クニ", False)} <= set(readings_of("国"))
    assert readings_of("着手") == (("チャクシュ", False),)
    assert readings_of("着手震災") == ()


@pytest.mark.parametrize(
    ("hanja", "syllables"),
    [("韓", {"한"}), ("北", {"북"}), ("李", {"이", "리"}), ("가", {"가"}), ("a", set())],
)
def test_the_readings_of_hanja(hanja, syllables):
    assert syllables <= set(syllables_of(hanja))


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("日本の新聞", "Nihon no shinbun"),
        ("日本の新聞", "Nippon no shimbun"),
        ("今日の市場", "Kyō no ichiba"),
        ("今日の市場", "Konnichi no shijō"),
        ("東京へ", "Toukyou e"),
        ("東京へ", "Tōkyō he"),
        ("本を読む人は", "Hon o yomu hito wa"),
        ("本を読む人は", "hon wo yomu hito ha"),
        ("日中関係", "Ni-Chū kankei"),
        ("日中関係", "Nitchū kankei"),
        ("立地", "ricchi"),
        ("4年ぶり", "yonen-buri"),
        ("四社が合同", "4-sha ga gōdō"),
        ("5月20日に1人", "Gogatsu hatsuka ni hitori"),
        ("8本の木", "Happon no ki"),
        ("6ヶ月", "rokkagetsu"),
        ("EV市場", "EV shijō"),
        ("ＦＴＡ戦略", "FTA senryaku"),
        ("人々の暮らし", "Hitobito no kurashi"),
        ("関釜フェリー", "Kampu ferī"),
        ("下関と釜山", "Shimonoseki to Pusan"),
        ("習近平国家主席", "Xi Jinping kokka shuseki"),
        ("習近平国家主席", "Shū Kinpei kokka shuseki"),
        ("新聞社", "sinbunsya"),
    ],
)
def test_japanese(original, romanised):
    assert reads(original, romanised, "ja")


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("国際法", "gokusaihō"),
        ("米国", "Beigoku"),
        ("影響", "eigyō"),
        ("実行額", "jikōgaku"),
        ("のための", "no tameni no"),
        ("世界", "segai"),
    ],
)
def test_what_is_no_reading_in_japanese(original, romanised):
    assert not reads(original, romanised, "ja")


@pytest.mark.parametrize(
    ("original", "romanised", "system"),
    [
        ("독립문", "Dongnimmun", "Revised Romanisation"),
        ("독립문", "Tongnimmun", "McCune-Reischauer"),
        ("한국의 역사", "Han'guk ŭi yŏksa", "McCune-Reischauer"),
        ("신라", "Silla", "Revised Romanisation"),
        ("화물이", "Hwamul-i", "Revised Romanisation"),
        ("화물이", "Hwamuri", "Revised Romanisation"),
        ("국회", "gukhoe", "Revised Romanisation"),
        ("좋고 많은", "joko maneun", "Revised Romanisation"),
        ("같이 해돋이", "gachi haedoji", "Revised Romanisation"),
        ("서울역", "Seoullyeok", "Revised Romanisation"),
        ("앉아 닭 읽고", "anja dak ilgo", "Revised Romanisation"),
        ("韓日 관계", "Han-Il gwangye", "Revised Romanisation"),
        ("北 미사일", "Buk misail", "Revised Romanisation"),
        ("5대 항만", "5dae hangman", "Revised Romanisation"),
        ("5대 항만", "Odae hangman", "Revised Romanisation"),
        ("이재명 대표", "Lee Jae-myung daepyo", "Revised Romanisation"),
    ],
)
def test_korean(original, romanised, system):
    assert reads(original, romanised, "ko", system)


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("수출입", "suchulip"),
        ("줄었다", "juleotda"),
        ("정치", "jongchi"),
        ("실업을", "saneop-eul"),
        ("전환", "jeonhwa"),
    ],
)
def test_what_is_no_reading_in_korean(original, romanised):
    assert not reads(original, romanised, "ko")


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("女性绿色经济", "Nüxing lüse jingji"),
        ("女性绿色经济", "nvxing lvse jingji"),
        ("女性", "nyuxing"),
        ("银行行长", "Yínháng hángzhǎng"),
        ("中國經濟", "Chung-kuo ching-chi"),
        ("香港金融", "Hong Kong jinrong"),
        ("5月", "wu yue"),
        ("西安", "Xi’an"),
    ],
)
def test_chinese(original, romanised):
    assert reads(original, romanised, "zh")


def test_what_is_no_reading_in_chinese():
    assert not reads("造船", "zhaochuan", "zh")


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(sorted(SYSTEMS)))
def test_any_text_has_a_lattice_and_an_alignment_reads_all_of_it(original, romanised, language):
    printed = read_printed(romanised, language)
    assert len(printed.letters) == len(printed.places) == len(printed.word_of)
    for system in SYSTEMS[language]:
        steps = align(lattice_of(original, language, system), printed)
        if steps is not None:
            ends = [0, *(step.until for step in steps)]
            assert [step.at for step in steps] == ends[:-1]
            assert ends[-1] == len(printed.letters)
