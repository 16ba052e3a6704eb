"""Tests of errors: what a person reads when something is wrong."""

import pytest

from srcxlate.errors import Fault, Faults, Place, visible


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 3), "a.yaml:3"),
        (Place("a.yaml", 3, 7), "a.yaml:3:7"),
        (Place("用語.yaml", 3), "用語.yaml:3"),
    ],
)
def test_place_reads_as_editors_take_it(place: Place, shown: str) -> None:
    assert str(place) == shown


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault("is empty"), "is empty"),
        (Fault("is empty", mend="Write a title."), "is empty. Write a title."),
        (Fault("is empty", place=Place("a", 2)), "a:2: is empty"),
        (Fault("is empty", mend="Write one.", place=Place("a", 2)), "a:2: is empty. Write one."),
        (Fault("two\nlines\r\nand\u2028more"), "two lines and more"),
        (Fault("an\x1b[31m escape and a \u202e turn"), "an\\x1b[31m escape and a \\u202e turn"),
        (Fault("x", place=Place("odd\nname\x07")), "odd name\\x07: x"),
        (Fault("a lone \ud800"), "a lone \\ud800"),
    ],
)
def test_fault_is_one_safe_line(fault: Fault, line: str) -> None:
    assert str(fault) == line


def test_fault_keeps_its_parts() -> None:
    fault = Fault("is empty", mend="Write one.", place=Place("a", 2))

    assert (fault.message, fault.mend, fault.place) == ("is empty", "Write one.", Place("a", 2))
    assert fault.each == (fault,)


def test_faults_are_one_line_each_in_their_order() -> None:
    first, second = Fault("one", place=Place("a", 1)), Fault("two", mend="Mend.", place=Place("a", 9))
    both = Faults(iter([first, second]))

    assert str(both) == "a:1: one\na:9: two. Mend."
    assert both.each == both.faults == (first, second)
    assert both.message == "one; two"


def test_faults_are_caught_as_one_fault() -> None:
    with pytest.raises(Fault, match="one\ntwo"):
        raise Faults([Fault("one"), Fault("two")])


def test_values_do_not_change() -> None:
    with pytest.raises(AttributeError):
        Place("a").line = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("中国 ō한😀", "中国 ō한😀"), ("a\tb", "a\\tb"), ("\u200b\ufeff", "\\u200b\\ufeff"), ("", "")],
)
def test_visible_escapes_only_what_does_not_show(raw: str, shown: str) -> None:
    assert visible(raw) == shown
