"""Another author, outlet, number or place in the body than the note that it cites gives."""

import pytest

from srcxlate.checks import Finding
from srcxlate.checks.body import check_body
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report

NOTES = (
    "Laura Pettifer, ‘Ships’, *Sea Papers*, March 2 2021 <https://sea.example/1>.",
    "Kim Tong-hyung, ‘Seventeen empty harbours in Aomori’, *Harbour Times*, May 15 2023 <https://harbour.example/2>.",
    "Ishimori Kana, ‘A third of crews are over sixty’, *Tidal Review*, June 4 2022 <https://tidal.example/3>.",
)


def found(sentence: str) -> list[Finding]:
    """What is found where a sentence calls the second note."""
    notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1))
    text = (
        f"PORTS AND SHIPS\n\nMarch 2024\n\nShips go slowly everywhere.[^1] {sentence}[^2] "
        f"And the ports stay where they are.[^3]\n\nNotes\n\n{notes}\n"
    )
    reading = read_report(text, "report")
    findings = list(check_body(reading, make_glossary([])))
    assert all(text[slice(*finding.span)] == finding.printed for finding in findings)
    return [finding for finding in findings if finding.place == (1, 2)]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Laura Pettifer found the quays empty.", "Laura Pettifer"),
        ("In the spring Laura Pettifer walked along the quays.", "Laura Pettifer"),
        ("Nobody lands there, as Ishimori Kana has shown.", "Ishimori Kana"),
        ("Ishimori Kana’s account of the quays is the best.", "Ishimori Kana"),
        ("According to Laura Pettifer, the quays are empty.", "Laura Pettifer"),
        ("The quays are empty, Ishimori Kana reports.", "Ishimori Kana"),
        ("Ishimori Kana, who grew up there, once counted the boats.", "Ishimori Kana"),
        ("The best description is that given by Laura Pettifer.", "Laura Pettifer"),
        ("Pettifer also noted that the quays are empty.", "Pettifer"),
        ("An article in the Tidal Review describes the quays.", "Tidal Review"),
        ("The Tidal Review reported that the quays are empty.", "Tidal Review"),
        ("In the Tidal Review, it was put more bluntly.", "Tidal Review"),
        ("The Tidal Review’s report has the details.", "Tidal Review"),
        ("Somebody counted them for the Sea Papers.", "Sea Papers"),
        ("There are nineteen empty harbours.", "nineteen"),
        ("Some say that 18 harbours have no boats left.", "18"),
        ("In Akita the harbours are empty.", "Akita"),
    ],
)
def test_what_the_note_gives_otherwise_is_told(sentence, printed):
    assert [finding.printed for finding in found(sentence)] == [printed]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Tong-hyung found the quays empty.",
        "Unlike Laura Pettifer, he found the quays empty.",
        "Kim Tong-hyung agrees with Laura Pettifer about the quays.",
        "This goes further than Ishimori Kana’s account.",
        "The answer to Laura Pettifer came two years later.",
        "Laura Pettifer and Kim Tong-hyung both went there.",
        "The Harbour Times reported that the quays are empty.",
        "Unlike the Tidal Review, the Harbour Times went there.",
        "There are seventeen empty harbours.",
        "Seventeen empty harbours stand beside nineteen that live.",
        "Some twenty harbours are empty.",
        "The harbours of Aomori are empty, those of Akita are not.",
        "Nineteen boats are left.",
        "In Akita nothing of the sort has happened.",
        "The quays of Hirosaki are far from the sea.",
    ],
)
def test_what_the_note_bears_out_is_not_told(sentence):
    assert found(sentence) == []


PERSON = "Ueki Masato (植木真人), “Fune” 船 [Ships], Minato Shimbun, 4 May 2023, https://minato.example/1."
MINISTRY = (
    "Ministry of Defense (防衛省), “Fune” 船 [Ships], press release, 4 May 2023, https://mod.example/1."
)
INVERTED = "Ostrow, Hannah. “Ships.” Harbour Times, 4 May 2023, https://harbour.example/9."


def told_of(sentence: str, note: str) -> list[str]:
    """What is found of names where a sentence calls a note that the report cites alone."""
    text = (
        "PORTS AND SHIPS\n\nMarch 2024\n\nShips go slowly everywhere.[^1] "
        f"{sentence}[^2]\n\nNotes\n\n[^1]: {NOTES[0]}\n[^2]: {note}\n"
    )
    return [
        f.printed for f in check_body(read_report(text, "report"), make_glossary([])) if f.place == (1, 2)
    ]


@pytest.mark.parametrize(
    ("sentence", "note", "printed"),
    [
        ("Ueki Haruto had sold his own ship.", PERSON, "Ueki Haruto"),
        ("In Uemura Masato’s reckoning ships are dear.", PERSON, "Uemura Masato"),
        ("Ships are dear, wrote Professor Ueki Masaru in his essay.", PERSON, "Ueki Masaru"),
        ("Hannah Oster returned to the ships.", INVERTED, "Hannah Oster"),
        (
            "Seo Min-jae reported that ships are dear.",
            PERSON.replace("Ueki Masato", "Yun Seo-yeon"),
            "Seo Min-jae",
        ),
        ("Tomas Vik calculated that ships are dear.", PERSON, "Tomas Vik"),
        (
            "The Ministry of Foreign Affairs explained where the ships are.",
            MINISTRY,
            "Ministry of Foreign Affairs",
        ),
        ("According to the Ministry of Finance, ships are dear.", MINISTRY, "Ministry of Finance"),
        ("The Coast Guard Academy published its list of ships.", MINISTRY, "Coast Guard Academy"),
        ("The Umi Shimbun of 4 May 2023 printed the list of ships.", PERSON, "Umi Shimbun"),
        ("In the Journal of Naval Affairs, ships are dear.", PERSON, "Journal of Naval Affairs"),
    ],
)
def test_a_name_that_the_report_cites_nowhere(sentence, note, printed):
    assert told_of(sentence, note) == [printed]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Masato Ueki had sold his own ship.", PERSON),
        ("Prime Minister Ueki Haruto said that ships are dear.", PERSON),
        ("Ueki Masato, who is not Ueki Haruto, wrote of ships.", PERSON),
        ("Hannah Ostrow returned to the ships.", INVERTED),
        ("The Ministry of Defense answered the Ministry of Finance.", MINISTRY),
        ("Unlike the Ministry of Finance, the ministry wants ships.", MINISTRY),
        ("The Cabinet Office paid for the ships.", MINISTRY),
        ("There was not a word of it in the Umi Shimbun of 4 May 2023.", PERSON),
        ("Ueki Masato of the Minato Shimbun read the Umi Shimbun.", PERSON),
    ],
)
def test_a_name_that_is_not_the_writer_s(sentence, note):
    assert told_of(sentence, note) == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Laura Pettifer calls the quays a promise.", "Laura Pettifer"),
        ("Two have counted them, and the better count is Laura Pettifer’s.", "Laura Pettifer"),
        ("Ōhashi Kanako traces the loss to the ferries.", "Ōhashi Kanako"),
        ("Helen Ockley drew the portrait of one harbour.", "Helen Ockley"),
        ("The quays are empty, and Helen Ockley explains why.", "Helen Ockley"),
        ("It has been counted by Helen Ockley.", "Helen Ockley"),
        ("In the words of Helen Ockley, they are empty.", "Helen Ockley"),
        ("One of the accounts is Helen Ockley’s.", "Helen Ockley"),
    ],
)
def test_another_person_who_tells(sentence, printed):
    assert [finding.printed for finding in found(sentence)] == [printed]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilot, Helen Ockley, calls the quays a promise.",
        "Fisherman Helen Ockley calls the quays a promise.",
        "Helen Ockley, who sells fish there, calls the quays a promise.",
        "Mayor Helen Ockley traces the loss to the ferries.",
        "Elon Musk calls the quays a promise.",
        "Narita Airport counts its passengers.",
        "Samsung Heavy Industries reported on the quays.",
        "Park Chung-hee wrote the characters over the gate.",
        "Helen Ockley sold her boat.",
    ],
)
def test_another_person_who_is_told_of(sentence):
    assert found(sentence) == []


INSTITUTE = (
    "Sudo Jutaek Yeonguso 수도주택연구소, “Bae” 배 [Ships], Harbour Times, 4 May 2023, https://h.example/1."
)
POLICY = "Yiliao Zhengce Yanjiuyuan (医疗政策研究院), “Chuan” 船 [Ships], Gang Bao, 4 May 2023, https://g.example/1."


@pytest.mark.parametrize(
    ("sentence", "note", "printed"),
    [
        ("A survey by the Bank of Korea counts the ships.", INSTITUTE, ["Bank of Korea"]),
        ("A survey by the Capital Housing Institute counts the ships.", INSTITUTE, []),
        ("A report by the Ministry of Transport counts the ships.", POLICY, ["Ministry of Transport"]),
        ("A report by the Institute for Medical Policy counts the ships.", POLICY, []),
        ("The Bank of China closed its office there.", POLICY, []),
        ("As Helen Ockley wrote, the ships are counted.", POLICY, []),
    ],
)
def test_a_body_whose_name_is_only_romanised(sentence, note, printed):
    assert told_of(sentence, note) == printed


def told_together(sentence: str) -> list[tuple[int, str]]:
    """What is found where a sentence calls the second note and the third at one place."""
    notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1))
    text = f"PORTS\n\nMarch 2024\n\nShips go slowly everywhere.[^1] {sentence}[^2][^3]\n\nNotes\n\n{notes}\n"
    told = check_body(read_report(text, "report"), make_glossary([]))
    return [(finding.place[1], finding.printed) for finding in told if finding.place]


def test_two_notes_called_at_one_place():
    assert told_together("Laura Pettifer found the quays empty.") == [(2, "Laura Pettifer")]
    assert told_together("Ishimori Kana found the quays empty.") == []
    assert told_together("In May 2021 Ishimori Kana found the quays empty.") == [(3, "May 2021")]


def test_a_phrase_that_only_says_whose_it_is():
    notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1))
    text = (
        "PORTS\n\nMarch 2024\n\nThere are three accounts: Laura Pettifer’s,[^1] Ishimori Kana’s,[^2] and a"
        f" third.[^3]\n\nNotes\n\n{notes}\n"
    )
    told = check_body(read_report(text, "report"), make_glossary([]))
    assert [(finding.place, finding.printed) for finding in told] == [((1, 2), "Ishimori Kana")]
