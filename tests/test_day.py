"""A day of work at the review: every key, and after each step files and queue hold what was confirmed."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from srcxlate.cards import ALL

from .book import Book, Place, look
from .conftest import Shell
from .day import TERM, TITLE, Day, editors, fill
from .terminals import KEYS, Person

LEAST = 40
"""Items that a day's work comes to."""


@pytest.fixture
def day(empty: Shell, tmp_path: Path) -> Iterator[Day]:
    shell = fill(empty, tmp_path / "models")
    tools = tmp_path / "tools"
    tools.mkdir()
    day = Day(shell, "Kim", tools, Book.begin(empty.folder))
    yield day
    day.close()


def test_a_day(day):
    """Kim alone, then Kim and Lee, where nobody may approve their own work."""
    waiting = Counter(row["language"] for row in look(day.shell.folder).rows.values())
    assert all(waiting[language] >= 3 for language in ("ja", "ko", "zh", "und"))
    assert waiting.total() >= 45
    alone(day)
    (day.shell.folder / "srcxlate.yaml").write_text("approve_own: false\n")
    day.own = False
    in_two(day)
    assert set(day.pressed) >= set(ALL)
    assert len(day.reviewed) >= LEAST
    assert not look(day.shell.folder).rest


def alone(day: Day) -> None:
    day.sit()
    day.help()
    languages(day)
    elsewhere(day)
    terms(day)
    day.go_to("all")
    through_the_queue(day, least=38)
    again(day)
    day.go_to("risk")
    day.skip()
    day.go_to("ko")
    assert day.card
    assert day.card.language == "ko"
    day.accept()
    day.go_to("zh")
    day.edit("两岸 (both shores), a survey")
    day.undo()
    day.skip()
    day.go_to("13")
    day.history()
    day.go_to("all")
    day.quit()


def languages(day: Day) -> None:
    """Three works are decided, one of them twice; their titles are drafted, or written without a draft."""
    assert day.card
    assert day.card.status == "undecided"
    day.history()
    day.decide("k")
    day.undo()
    day.decide("j")
    day.draft()
    day.accept()
    day.decide("z")
    day.edit("Maritime legal affairs (海事法務)")
    day.undo()
    day.draft()
    day.insert("海事 ")
    day.decide("k")
    day.draft()
    day.undo()
    day.decide("j")
    day.in_editor("The year 2021: white paper on farming\n農政白書")


def through_the_queue(day: Day, least: int) -> None:
    """Item by item in the order in which they come."""
    numbers = count()
    real = editors()
    while len(day.reviewed) < least:
        if day.now.status == "undecided":
            day.decide("z")
        if day.now.status == "undrafted":
            day.draft()
        number = next(numbers)
        match number % 6:
            case 0 | 3:
                day.accept()
            case 1:
                day.edit(f"The 3割 text no. {number}, with “quotes” and 長い長い長い言葉")
            case 2:
                day.comment(f"remark {number}: どちら?")
                day.insert(f"造船{number} ")
                day.undo()
                day.history()
                day.accept()
            case 4:
                day.in_editor(f"Text no. {number} – 조선 산업", real.pop() if real else "script")
            case 5:
                day.give_back(f"reason {number}: 直訳")
                day.undo()
                day.give_back(f"reason {number}: too literal")


def elsewhere(day: Day) -> None:
    """One title of three works: taken over, taken back as one, not taken over, taken from the memory."""
    works = [place for place, row in look(day.shell.folder).rows.items() if row["present"] == TITLE]
    open_ = [place for place in works if day.book.standing[place].status == "drafted"]
    assert len(open_) >= 2
    day.go_to(open_[0][0])
    day.edit("Studies of shipbuilding in Japan")
    assert day.undoable[-1].keys() == set(open_[1:])
    day.undo()
    day.same = "n"
    day.edit("Research on Japan's yards")
    day.go_to(open_[1][0])
    day.take("Studies of shipbuilding in Japan")  # which stands in the first of them
    day.same = "y"


def terms(day: Day) -> None:
    """A word that is corrected in title after title becomes a term."""
    rows = look(day.shell.folder).rows
    works = [place for place, row in rows.items() if TERM in row["present"]]
    english = ("A study of {}", "Investing in {}", "Thailand and {}", "{}: an entry into India")
    texts = iter(text.format("the battery industry") for text in english)
    day.terms = [("e", "battery makers")]
    for work, _ in works:
        day.go_to(work)
        day.edit(next(texts))
    assert TERM in day.offered


def again(day: Day) -> None:
    """What is approved is corrected, returned, and both taken back."""
    place = next(place for place, now in day.book.standing.items() if now.status == "approved")
    goto(day, place)
    day.edit("Another text altogether")
    day.undo()
    day.give_back("which yard?")
    day.undo()
    assert day.now.status == "approved"


def goto(day: Day, place: Place) -> None:
    day.go_to(place[0])
    while day.card and day.place != place:
        day.skip()
    assert day.card


def in_two(day: Day) -> None:
    """Kim corrects, Lee approves, returns and corrects; Kim sees first what was returned."""
    day.who = "Kim"
    day.sit()
    kims: list[Place] = []
    while len(kims) < 6:
        if day.now.status != "drafted":
            day.skip()
            continue
        kims.append(day.place)
        if len(kims) % 2:
            day.accept()
        else:
            day.edit(f"Kim's text {len(kims)} 海")
    day.undo()
    day.edit("Kim's other text 海")
    day.quit()

    day.who = "Lee"
    day.sit("--as", "Lee")
    for number, place in enumerate(kims):
        goto(day, place)
        assert day.now.corrected_by == "Kim"
        if number < 3:
            day.accept()
            day.undo()
            day.accept()
        elif number == 3:
            day.give_back("the name of the yard is 因島")
        elif number == 4:
            day.in_editor("Lee's text 港")
    day.quit()

    day.who = "Kim"
    day.sit()
    assert day.place == kims[3]
    day.edit("Innoshima 因島")
    goto(day, kims[4])
    day.accept()
    assert day.book.standing[kims[4]].approved_by == "Kim"
    day.quit()


KILLED = """
import os
from pathlib import Path
from srcxlate.desk.database import open_desk
from srcxlate.workspace import find_workspace

with open_desk(find_workspace(Path.cwd())):
    from srcxlate.desk import mend
    from srcxlate.desk.review import Review

    sitting = Review(find_workspace(Path.cwd()), "Kim")
    sitting.choose("und")
    item = sitting.next()
    print(item.segment.source, flush=True)
    sitting.decide(item, "ja")
    mend.queue.sync = lambda *_: os._exit(9)
    sitting.undo()
"""


def test_killed_while_a_language_is_opened_again(day):
    """Its record is in a file or in the queue at every moment; the next sitting has the work as decided."""
    environment = {**os.environ, **day.shell.environment}
    command = [sys.executable, "-c", KILLED]
    folder = day.shell.folder
    killed = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    assert killed.returncode == 9
    (work,) = killed.stdout.split()
    assert list(folder.glob(f"sources/ja/{work}.yaml"))
    with Person(day.shell, work) as person:
        person.sees(f"ja · undrafted · {work}", "cited in", KEYS)
