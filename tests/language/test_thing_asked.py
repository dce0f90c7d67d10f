"""What a question asks for, in the asker's words."""

from __future__ import annotations

import pytest

from bot.language.thing_asked import thing_asked


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("护士家属坐高铁打折吗", "坐高铁打折"),
        ("有没有取暖补贴", "取暖补贴"),
        ("防暑降温费有多少", "防暑降温费"),
        ("医护人员看电影能便宜点吗", "看电影能便宜点"),
    ],
)
def test_a_short_question_says_what_it_asks_for(question: str, thing: str) -> None:
    assert thing_asked(question) == thing


@pytest.mark.parametrize("question", ["停车费找谁报", "能给我老公换个岗位吗", "说是发两万块对吗", "有吗", "装电梯"])
def test_what_names_no_thing_is_not_quoted(question: str) -> None:
    assert thing_asked(question) == ""
