"""What is offered as a term, and what can be made one."""

import pytest

from srcxlate.errors import Fault
from srcxlate.glossary import Entry, make_glossary
from srcxlate.proposals import Proposal

GLOSSARY = make_glossary([Entry(original="中国", language="ja", english="the PRC")])


@pytest.mark.parametrize(
    ("original", "instead", "is_another_s"),
    [("日本", "PRC or Japan increased by", True), ("日本", "Nippon", False), ("中国", "the PRC", False)],
)
def test_what_replaced_the_english_of_a_term_is_that_term_s_matter(desk, original, instead, is_another_s):
    from srcxlate.desk import offers

    proposal = Proposal("ja", original, "China", (instead,), 4)
    assert offers._of_another_term(proposal, GLOSSARY) is is_another_s


@pytest.mark.parametrize("english", ["What is the reason?", "one two three four five six seven eight nine"])
def test_a_sentence_is_no_term(desk, english):
    from srcxlate.desk import offers

    with pytest.raises(Fault, match="is no term"):
        offers.add_term(desk, Proposal("ja", "日本", "Japan", ("Nippon",), 3), english, "Kim")
    assert not desk.glossary.exists()
