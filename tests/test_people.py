"""Who acts: names as they are kept, and whether two names are one person's."""

import subprocess
import unicodedata
from pathlib import Path

import pytest

from srcxlate.errors import Fault
from srcxlate.people import PROGRAM, Person, acting, acting_or_program, known_name, person_name, same_person
from srcxlate.records import Unfit, parse_record
from srcxlate.workspace import Settings

PEOPLE = (Person(name="Lee Ji-eun", also=("이지은", "李", "jlee@example.org")), Person(name="Kim"))


@pytest.fixture(autouse=True)
def nobody(monkeypatch, tmp_path):
    """Nobody is named by the environment, nor by git."""
    monkeypatch.delenv("SRCXLATE_USER", raising=False)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestNames:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("Kim", "Kim"),
            ("  Kim \t Ji-\n eun ", "Kim Ji- eun"),
            ("", ""),
            (" \n", ""),
            ("Ji\u3000eun", "Ji eun"),
            ("이지은", "이지은"),
            (unicodedata.normalize("NFD", "이지은 é"), "이지은 é"),
            ("ＫＩＭ", "ＫＩＭ"),
            ("O'Neil, Jr. (UTS)", "O'Neil, Jr. (UTS)"),
            ("x" * 100, "x" * 100),
        ],
    )
    def test_as_it_is_kept(self, given, kept):
        assert person_name(given) == kept

    @pytest.mark.parametrize(
        "given", ["x" * 101, "Kim\x1b[31m", "Kim\u202e", "Ki\u200bm", "Kim\x00", "Kim\ud800", "Ki\u00adm"]
    )
    def test_what_is_none(self, given):
        with pytest.raises(Unfit, match="cannot be a person's name"):
            person_name(given)


class TestOnePerson:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Kim", "Kim"),
            ("Kim", "kim"),
            ("Kim", "ＫＩＭ"),
            ("STRASSE", "Straße"),
            ("Kim  J", " kim j "),
            ("Lee Ji-eun", "이지은"),
            ("李", "이지은"),
            ("李", "JLee@Example.org"),
            (unicodedata.normalize("NFD", "이지은"), "lee ji-eun"),
        ],
    )
    def test_is_one(self, one, other):
        assert same_person(one, other, iter(PEOPLE))
        assert same_person(other, one, PEOPLE)

    @pytest.mark.parametrize(
        ("one", "other"), [("Kim", "Lee Ji-eun"), ("Lee", "Lee Ji-eun"), ("Kim", "Kim J")]
    )
    def test_is_two(self, one, other):
        assert not same_person(one, other, PEOPLE)

    def test_what_the_settings_do_not_say_is_not_guessed(self):
        assert not same_person("이지은", "李")

    def test_the_name_of_the_settings_is_kept(self):
        assert [known_name(name, PEOPLE) for name in ("李", "jlee@EXAMPLE.org", "KIM", "Park")] == [
            "Lee Ji-eun",
            "Lee Ji-eun",
            "Kim",
            "Park",
        ]

    def test_people_in_srcxlate_yaml(self):
        text = "people:\n  - name: Lee  Ji-eun\n    also: [이지은, 李, jlee@example.org]\n  - name: Kim\n"
        assert parse_record(text, Settings, "srcxlate.yaml").people == PEOPLE

    @pytest.mark.parametrize("name", ['""', '" "', '"a\\x1b"', '"a\\u202e"'])
    def test_a_name_there_that_is_none(self, name):
        with pytest.raises(Fault, match=r"srcxlate\.yaml:2"):
            parse_record(f"people:\n  - name: {name}\n", Settings, "srcxlate.yaml")


class TestActing:
    def git_says(self, folder: Path, name: str) -> None:
        subprocess.run(["git", "config", "--global", "user.name", name], check=True, cwd=folder)

    def test_who_is_asked_in_turn(self, nobody, monkeypatch):
        assert acting(None, ask=lambda: "Asked") == "Asked"
        self.git_says(nobody, "Git Name")
        assert acting(None, ask=lambda: "Asked") == "Git Name"
        monkeypatch.setenv("SRCXLATE_USER", " Env ")
        assert acting(None) == "Env"
        assert acting("  As  Told ") == "As Told"
        assert acting(" ") == "Env"

    def test_under_the_name_that_the_settings_give(self, nobody, monkeypatch):
        self.git_says(nobody, "jlee@example.org")
        assert acting(None, PEOPLE) == "Lee Ji-eun"
        monkeypatch.setenv("SRCXLATE_USER", "ｋｉｍ")
        assert acting(None, PEOPLE) == "Kim"

    def test_nobody(self):
        with pytest.raises(Fault, match=r"^nobody says who acts") as nobody_says:
            acting(None)
        assert nobody_says.value.mend == "Give your name with --as NAME, or set SRCXLATE_USER."
        assert acting_or_program(None) == PROGRAM
        assert acting_or_program("Kim") == "Kim"

    @pytest.mark.parametrize("name", ["x" * 101, "a\x1b", "a\u202eb"])
    def test_no_name(self, name):
        with pytest.raises(Fault, match="cannot be a person's name") as no_name:
            acting(name)
        assert str(no_name.value).isprintable()

    def test_without_git(self, monkeypatch, nobody):
        monkeypatch.setenv("PATH", str(nobody))
        assert acting(None, ask=lambda: "Asked") == "Asked"
