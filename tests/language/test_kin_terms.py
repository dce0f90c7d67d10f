"""What stands around a kin term."""

from __future__ import annotations

import pytest

from bot.language.kin_terms import (
    I_AM,
    IS_MINE,
    OF_THE_WORKER,
    SAYS_TO_BE,
    SEVERAL_OF,
    addressed,
    is_any_helper,
    speaks_as,
)


def test_a_helper_whom_nobody_knows_is_no_kin() -> None:
    assert is_any_helper("想找个哥哥教练字", 3, 5)
    assert not is_any_helper("我哥哥教练字", 1, 3)


@pytest.mark.parametrize(("text", "kin"), [("我这个当老婆的也有吗", "spouse"), ("咱们做家属的呢", "family"), ("我当司机的", None)])
def test_what_the_speaker_calls_themselves(text: str, kin: str | None) -> None:
    assert speaks_as(text) == kin


def test_a_speaker_says_to_be_the_kin_of_somebody() -> None:
    assert SAYS_TO_BE.search("孩子上学，我是")
    assert I_AM.search("我是检验员的")
    assert IS_MINE.search("她就是我")
    assert not SAYS_TO_BE.search("孩子上学，她是")
    assert not I_AM.search("我，她是检验员的")


def test_only_a_link_stands_between_a_worker_and_their_kin() -> None:
    assert OF_THE_WORKER.fullmatch("护士家的")
    assert not OF_THE_WORKER.fullmatch("说我的")


def test_more_than_one_is_told_before_the_term() -> None:
    assert SEVERAL_OF.search("家里三个小")
    assert not SEVERAL_OF.search("家里一个")


@pytest.mark.parametrize(("term", "told"), [("俺哥", "您哥哥"), ("我们家老人", "您家老人"), ("外婆", "外婆")])
def test_how_an_answer_calls_a_relative(term: str, told: str) -> None:
    assert addressed(term) == told
