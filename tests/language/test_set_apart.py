"""One set apart from all others, and a noun that is left out."""

from __future__ import annotations

from bot.language.set_apart import AT_SOME_PLACE, EXCEPT, HEADLESS, LEFT, LIKEWISE, NONE_OF, ONLY


def test_the_one_of_whom_alone_it_is_so_or_not() -> None:
    assert ONLY.search("谁的都不在，就")
    assert EXCEPT.search("除了孩子他")
    assert LEFT.search("户口在这儿的就剩")
    assert NONE_OF.search("其他人都不在")
    assert not NONE_OF.search("都在")


def test_the_noun_of_the_clause_before_is_left_out() -> None:
    found = HEADLESS.search("我的在保定")
    assert found is not None
    assert AT_SOME_PLACE.match("我的在保定", found.end())
    assert not AT_SOME_PLACE.match("我的在这边", found.end())
    assert LIKEWISE.search("他爸的也是")
