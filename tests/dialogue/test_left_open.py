"""Which of the details that a measure leaves open a message asks for, and does not only come by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.left_open import details_open, tells_a_case
from bot.language.patterns import Found
from bot.model.measure import Measure, Unanswered
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

WORD = "早饭"


def measure(small: Snapshot) -> Measure:
    """The subsidy, with one detail left open."""
    left = Unanswered(cues=(WORD,), say="文件没写早饭。")
    return small.knowledge.measure_by_id["ja-01"].model_copy(update={"unanswered": (left,)})


def heard(text: str, word: str, small: Snapshot) -> Said:
    """A message in which a word singles out the detail."""
    said = read(hear(text, small), Session(), small, 2020)
    at = said.text.index(word)
    here = Found(at, at + len(word), (1, len(word)))
    return replace(said, parts={PartKey("ja-01", "unanswered", "0"): here}, region="jia")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("早饭有吗", True),
        ("连着两天没吃早饭，补助找谁领", False),
        ("连着两天没吃早饭，有没有补助", False),
        ("早饭在外头吃的，也算吗", True),
        ("听说早饭改了，早饭几点有", True),
        ("早饭没了", True),
        ("我不是要早饭，就想问补助多少", False),
    ],
)
def test_a_detail_counts_where_it_is_asked_for(text: str, asked: bool, case: MakeCase, small: Snapshot) -> None:
    found = details_open(case(heard(text, WORD, small)), measure(small), None)
    assert [detail.say for detail in found] == ["文件没写早饭。"] * asked


def test_words_of_somebodys_own_case_are_no_detail_by_the_way(case: MakeCase, small: Snapshot) -> None:
    said = read(hear("我不是医护，补助找谁", small), Session(), small, 2020)
    assert not tells_a_case(Found(0, 1, (1, 1)), case(said))


def test_words_amid_those_of_another_detail_are_not_asked(small: Snapshot, case: MakeCase) -> None:
    text = "老大占了名额，老二也能要吗"
    ja = small.knowledge.measure_by_id["ja-01"]
    gaps = (Unanswered(cues=("名额",), say="文件没写名额。"), Unanswered(cues=("老大 老二",), say="文件没写几个孩子。"))
    both = ja.model_copy(update={"unanswered": gaps})
    said = read(hear(text, small), Session(), small, 2020)
    within, wide = said.text.index("名额"), said.text.index("老二") + 2
    parts = {
        PartKey("ja-01", "unanswered", "0"): Found(within, within + 2, (1, 2)),
        PartKey("ja-01", "unanswered", "1"): Found(0, wide, (2, wide)),
    }
    found = details_open(case(replace(said, parts=parts, region="jia")), both, None)
    assert [detail.say for detail in found] == ["文件没写几个孩子。"]
