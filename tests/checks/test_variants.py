"""One work that different notes cite in different ways."""

import pytest
from tests.checks.reports import found_by

from srcxlate.checks import Finding
from srcxlate.checks.variants import check_variants

PAGE = "https://port.example/a"


def cited(
    author: str = "Ann Lee", title: str = "A Long Day at Sea", day: str = "May 2, 2023", url: str = PAGE
) -> str:
    return f"{author}, “{title}”, Port Weekly, {day}, {url}."


def differences(*notes: str) -> list[Finding]:
    """What is told of notes, less the hints at those that are likelier right."""
    return [found for found in found_by(check_variants, *notes) if not found.message.startswith("Note ")]


def told(*notes: str) -> list[tuple[int, str]]:
    return [(found.place[1], found.severity) for found in differences(*notes) if found.place]


def test_the_other_note_has_a_hint() -> None:
    dated = "https://port.example/2023/05/02/a"
    right, wrong = cited(url=dated), cited(url=dated, day="May 4, 2023")
    hints = [found for found in found_by(check_variants, right, wrong) if found.message.startswith("Note ")]
    (hint,) = hints
    assert (hint.place, hint.severity, hint.others) == ((1, 1), "info", ((1, 2),))
    assert hint.message == "Note 2 prints the date “May 4, 2023” for the same address."


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        (cited(title="A Long – Day at Sea"), "info"),
        (cited(title="A Longer Day at Sea"), "warning"),
        (cited(author="Lee Ann"), "info"),
        (cited(author="Ann Leo"), "info"),  # the check of names tells it more gravely
        (cited(day="May 4, 2023"), "warning"),
        (cited(day="May 2023"), "info"),
    ],
)
def test_one_address_cited_in_two_ways(other: str, severity: str) -> None:
    assert told(cited(), other) == [(2, severity)]


def test_another_work_at_one_address() -> None:
    other = cited(title="Why Islanders Stay at Home")
    assert told(cited(), other) == [(2, "error")]
    (found,) = differences(cited(), other)
    assert found.others == ((1, 1),)
    assert "A Long Day at Sea" in found.message
    assert "Why Islanders Stay at Home" in found.message


def test_a_difference_is_told_where_the_wording_is_rarer() -> None:
    notes = (cited(title="Why Islanders Stay at Home"), cited(), cited())
    assert told(*notes) == [(1, "error")]
    (found,) = differences(*notes)
    assert found.others == ((1, 2), (1, 3))


def test_three_wordings_as_common_are_told_each() -> None:
    notes = (cited(title=f"A Long {word} Day at Sea") for word in ("Warm", "Cold", "Dry"))
    assert [note for note, _ in told(*notes)] == [1, 2, 3]


def test_a_difference_is_told_where_the_address_has_another_date() -> None:
    dated = "https://port.example/2023/05/04/a"
    assert told(cited(url=dated), cited(url=dated, day="May 4, 2023")) == [(1, "warning")]
    assert told(cited(url=dated, day="May 4, 2023"), cited(url=dated)) == [(2, "warning")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (("Minato no hyakunen", "港の百年", "A hundred years of a port"),
         ("Minato no hyakunen", "川の百年", "A hundred years of a port")),
        (("Kawa no uta", "川の歌", "Song of the river"),
         ("Kawa no uta", "川の歌", "Letters from a mountain")),
    ],
)  # fmt: skip
def test_a_difference_is_told_where_the_note_contradicts_itself(
    right: tuple[str, str, str], wrong: tuple[str, str, str]
) -> None:
    def note(title: tuple[str, str, str]) -> str:
        return f"Uchida Ai, “{title[0]}” {title[1]} ({title[2]}), Nikkei, May 2, 2023, {PAGE}."

    assert {note for note, _ in told(note(right), note(wrong))} == {2}
    assert {note for note, _ in told(note(wrong), note(right))} == {1}


@pytest.mark.parametrize(
    "other",
    [
        cited(),
        cited(url="https://web.archive.org/web/2024/https://port.example/a/"),
        cited(title="A Long Night at Sea", url="https://port.example/b"),
        cited(day="May 9, 2023", url="https://port.example/b"),
    ],
)
def test_what_agrees_or_is_another_work(other: str) -> None:
    assert told(cited(), other) == []


def test_one_work_without_an_address() -> None:
    other = "Lee Ann, “A Long Day at Sea”, Port Weekly, May 4, 2023, p. 7."
    assert sorted(told(cited(), other)) == [(2, "info"), (2, "warning")]


def test_two_editions_of_a_book_may_be_right() -> None:
    first, second = (f"Ann Lee, *A Long Day at Sea* (Busan: Quay, {year}), p. 4." for year in (1990, 2005))
    assert told(first, second) == [(2, "info")]


def test_one_book_with_another_original_title_and_its_author_behind() -> None:
    notes = (
        "*Minato no hyakunen*, 『港の百年』 (Century in ports), Uchida Ai 内田愛, Kobe: Hama-sha, 2019.",
        "*Minatoshi*, 『港百年史』 (Century in ports), Uchida Ai 内田愛, Kobe: Hama-sha, 2019, p. 3.",
        "*Kawa no uta*, 『川の歌』 (Song of the river), Mori Kana 森香奈, Osaka: Kita-sha, 2020.",
    )
    assert (2, "warning") in told(*notes)
    assert not any(note == 3 for note, _ in told(*notes))


def test_one_book_under_two_english_titles() -> None:
    def book(title: str, year: int = 2018, page: int = 4) -> str:
        return f"Ann Lee ({year}) *{title}*, Busan: Quay Press, p. {page}."

    first = book("Counting the Winter Ships")
    assert (2, "warning") in told(first, book("Counting the Winter Boats", page=9))
    assert told(first, book("A Year of Storms")) == []
    assert told(book("Sea and Land, Volume 1"), book("Sea and Land, Volume 2")) == []
    assert told(first, book("Counting the Winter Boats", year=2011)) == []


def test_a_short_form_with_another_word() -> None:
    full = cited(title="The Long Day at the Sea Wall")
    other = cited(author="Bo Kim", title="Night at Sea", url="https://port.example/b")
    assert told(full, other, "Lee, “The Long Night at the Sea Wall.”") == [(3, "warning")]
    assert told(full, other, "Lee, “The Long Day at the Sea Wall,” 7.") == []
    assert told(full, other, "Lee, “The Long Day.”") == []
    assert told(full, other, "Kim, “The Long Night at the Sea Wall.”") == []
