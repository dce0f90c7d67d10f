"""How well topics are found on phrasings by a writer whose others the index has not seen, and what each evidence adds.

    python benchmarks/matching.py [--knowledge DIR] [--every N]

Each viewpoint in turn is left out of the index and asked instead. ``topic``: share of covered phrasings whose topic comes
first. ``scope``: share of all phrasings told apart rightly as covered or not. Accuracies, no timings.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.compiled.features import compared, features
from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge
from bot.reading.parse import load
from bot.understanding.topics import rank

KINDS = {"c": "用词", "p": "整体", "cp": "用词+整体", "cpf": "用词+整体+例句"}


def main() -> None:
    """Print one line a viewpoint, then the means."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--knowledge", type=Path, default=Path(__file__).parent.parent / "knowledge")
    parser.add_argument("--every", type=int, default=3, help="ask every Nth phrasing (default 3)")
    arguments = parser.parse_args()
    knowledge = load(arguments.knowledge)
    language: Language | None = None
    rows = []
    for viewpoint in viewpoints(knowledge):
        snapshot = build_snapshot(knowledge, without=lambda _, view, left=viewpoint: view == left, language=language)
        language = snapshot.language
        row = [topic_share(snapshot, viewpoint, kind, arguments.every) for kind in KINDS]
        row.append(scope_share(snapshot, viewpoint, arguments.every))
        rows.append(row)
        print(f"{viewpoint:14}", *(f"{name} {share:6.1%}" for name, share in zip([*KINDS.values(), "范围"], row, strict=True)))
    print("mean          ", *(f"{sum(column) / len(column):.1%}" for column in zip(*rows, strict=True)))


def viewpoints(knowledge: Knowledge) -> list[str]:
    """Every viewpoint from which covered topics are written."""
    return sorted({viewpoint for topic in knowledge.topics for viewpoint in topic.phrasings})


def topic_share(snapshot: Snapshot, viewpoint: str, evidence: str, every: int) -> float:
    """Share of the viewpoint's phrasings whose topic ranks first by the given kinds of evidence."""
    asked = [(t.id, p) for t in snapshot.knowledge.topics for p in t.phrasings.get(viewpoint, ())[::every]]
    return _share([_first(snapshot, phrasing, evidence)[0] == topic for topic, phrasing in asked])


def scope_share(snapshot: Snapshot, viewpoint: str, every: int) -> float:
    """Share of the viewpoint's phrasings told to be covered by the scope evidence alone."""
    asked = [p for t in snapshot.knowledge.topics for p in t.phrasings.get(viewpoint, ())[::every]]
    return _share([_first(snapshot, phrasing, "cp")[1] > 0 for phrasing in asked])


def _first(snapshot: Snapshot, phrasing: str, evidence: str) -> tuple[str | None, float]:
    analysis = snapshot.language.analyse(phrasing, correct=False)
    tokens = compared(analysis)
    ranking = rank(features(tokens, analysis), "".join(tokens), snapshot.index, evidence=evidence)
    return (ranking.scored[0].topic if ranking.scored else None), ranking.scope


def _share(results: Sequence[bool]) -> float:
    return sum(results) / max(1, len(results))


if __name__ == "__main__":
    main()
