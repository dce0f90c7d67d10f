"""What others said is told, not said of oneself."""

from __future__ import annotations

import pytest

from bot.language.speech import reports_what_was_asked, tells_what_another_says


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("我爸说等忙完就去找我妈", True),
        ("同事讲活着没劲", True),
        ("婆婆说我拖累她儿子", False),
        ("我老公说不想活了，我怕", False),
        ("护士长说好了明天开会", False),
        ("我总说没事", False),
    ],
)
def test_what_another_says_is_told_from_what_is_said_of_the_speaker(text: str, another: bool) -> None:
    assert tells_what_another_says(text) is another


@pytest.mark.parametrize(
    ("text", "reported"),
    [("我妈问我吃了没", True), ("想问我妈能不能领", False), ("来问他们几点来", False), ("这药饭前吃还是饭后吃，新同事问我", False)],
)
def test_a_question_that_was_put_to_somebody_is_reported(text: str, reported: bool) -> None:
    assert reports_what_was_asked(text) is reported
