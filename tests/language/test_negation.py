"""Where a negator reaches, and where it does not."""

from __future__ import annotations

import pytest

from bot.language.negation import denied

_PLACE = "隔离病区"


@pytest.mark.parametrize(
    "before", ["一天都没休一直在", "一直没休在", "没歇着在", "不休不眠在", "没敢歇就在", "没有休息过，在", "没怎么休息在", "不歇就在"]
)
def test_rest_that_is_denied_is_no_place(before: str) -> None:
    assert not denied(f"{before}{_PLACE}", len(before), len(before) + len(_PLACE))


@pytest.mark.parametrize("before", ["没进过", "没去", "没有一直在", "不在", "没怎么去过"])
def test_a_place_that_is_denied(before: str) -> None:
    assert denied(f"{before}{_PLACE}", len(before), len(before) + len(_PLACE))
