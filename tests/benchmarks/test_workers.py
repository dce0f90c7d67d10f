"""The benchmark of several programs can be played: killed under load, nothing is lost and nothing applied twice."""

from __future__ import annotations

import multiprocessing
import random

from tests.storage.postgres_server import Server


async def test_programs_that_are_killed_lose_nothing(postgres: Server) -> None:
    from benchmarks.workers import kills, played  # it makes knowledge ready, which only this test needs

    multiprocessing.get_context("forkserver").set_forkserver_preload(["benchmarks.workers"])
    report = await played(lambda e, p: kills(e, p, 2, 1, 2, random.Random(1)), postgres.create(), 0.0)
    assert (report.kills, report.lost, report.twice, report.disordered) == (1, 0, 0, 0)
    assert report.right == report.conversations >= 2
