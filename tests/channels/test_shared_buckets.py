"""What several programs may do together: no more than one alone, and what one has taken in advance is all that can be lost."""

from __future__ import annotations

import pytest

from bot.channels.shared_buckets import SharedBuckets
from bot.storage.shared_limits import SharedLimits


class Counted(SharedLimits):
    """So much may be taken, and no more comes."""

    def __init__(self, left: float) -> None:
        self.left = left

    async def take(self, name: str, burst: float, per_second: float, count: float = 1.0) -> float:
        """Take it, or wait."""
        if self.left < count:
            return 1.0
        self.left -= count
        return 0.0


@pytest.mark.parametrize(("handful", "programs"), [(1, 20), (5, 4)])
async def test_one_request_to_each_of_many_programs(handful: int, programs: int) -> None:
    limits = Counted(20)
    waits = [await SharedBuckets(limits, 20, 1.0, handful).wait("somebody") for _ in range(programs + 1)]
    assert waits == [0.0] * programs + [1.0]


async def test_one_program_gets_all_of_it() -> None:
    buckets = SharedBuckets(Counted(20), 20, 1.0)
    assert [await buckets.wait("somebody") for _ in range(21)] == [0.0] * 20 + [1.0]
