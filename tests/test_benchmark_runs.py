"""What the benchmarks of sums share."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.runs import ALL, Benchmark, Found, Job


def _half_false(job: Job) -> Found:
    _, number = job
    return Counter({(ALL, "right"): number - number // 2, (ALL, "false"): number // 2}), ["false one"]


@pytest.mark.parametrize(("bearable", "code"), [(0.0, 1), (0.5, 0)])
def test_false_sums_beyond_what_can_be_borne_fail(bearable: float, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code, and the table."""
    benchmark = Benchmark(_half_false, ("right", "false"), chunk=4, number=10, bearable=bearable)
    assert benchmark.main(processes=1) == code
    assert "right 50.000%" in capsys.readouterr().out
