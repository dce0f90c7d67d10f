"""What was told since the matter opened, in the author's words."""

from __future__ import annotations

from bot.dialogue.replies.told import Row, Statement, told
from bot.dialogue.replies.told_before import told_before
from bot.model.knowledge import Knowledge


def test_a_sentence_is_known_by_its_pieces_whatever_opened_it(knowledge: Knowledge) -> None:
    measure = knowledge.measure_by_id["hq-11"]
    said = Statement("算：一线医务人员感染新冠，当日申报、当日受理、当日作出认定决定。").marks
    lines = told_before([measure], said)
    assert "一线医务人员感染新冠，当日申报、当日受理、当日作出认定决定" in lines
    assert not [line for line in lines if line.startswith("当天")]


def test_only_what_was_told_of_the_measure_is_known(knowledge: Knowledge) -> None:
    measure = knowledge.measure_by_id["hq-11"]
    assert told_before([measure], ()) == ()
    assert told_before([measure], Statement("每个家庭发一份。").marks) == ()


def test_a_row_that_was_told_gives_the_lines_back(knowledge: Knowledge) -> None:
    measure = knowledge.measure_by_id["gd-09"]
    gap = measure.unanswered[0].say
    marks = told([Row((Statement(gap),), kept=True)], ()).marks
    assert any(gap.removesuffix("。")[:8] in line for line in told_before([measure], marks))
