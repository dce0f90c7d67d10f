"""How well topics are found on phrasings by a writer whose others the index has not seen, and what each evidence adds.

    python benchmarks/matching.py [--knowledge DIR] [--every N]

Each viewpoint in turn is left out of the index and asked instead. ``topic``: share of covered phrasings whose topic comes
first. ``scope``: share of all phrasings told apart rightly as covered or not. Accuracies, no timings.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from bot.compiled.features import compared, features
from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.compiled.weights import Weights
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge
from bot.model.talk import OutOfScopeTopic, Topic
from bot.reading.parse import load
from bot.understanding.topics import rank

T = TypeVar("T", Topic, OutOfScopeTopic)

KINDS = {
    "用词": Weights(profile=0.0, phrasing=0.0),
    "整体": Weights(contrast=0.0, phrasing=0.0),
    "用词+整体": Weights(phrasing=0.0),
    "用词+整体+例句": Weights(),
}


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
        snapshot = build_snapshot(without(knowledge, viewpoint), language=language)
        language = snapshot.language
        asked = phrasings_of(knowledge, viewpoint)[:: arguments.every]
        row = [topic_share(snapshot, asked, weights) for weights in KINDS.values()]
        row.append(scope_share(snapshot, asked))
        rows.append(row)
        print(f"{viewpoint:14}", *(f"{name} {share:6.1%}" for name, share in zip([*KINDS, "范围"], row, strict=True)))
    print("mean          ", *(f"{sum(column) / len(column):.1%}" for column in zip(*rows, strict=True)))


def viewpoints(knowledge: Knowledge) -> list[str]:
    """Every viewpoint from which covered topics are written."""
    return sorted({viewpoint for topic in knowledge.topics for viewpoint in topic.phrasings})


def without(knowledge: Knowledge, viewpoint: str) -> Knowledge:
    """The content as if nobody had written from a viewpoint."""

    def left_out(topic: T) -> T:
        kept = {view: said for view, said in topic.phrasings.items() if view != viewpoint}
        return topic.model_copy(update={"phrasings": kept})

    return knowledge.model_copy(
        update={"topics": tuple(map(left_out, knowledge.topics)), "out_of_scope": tuple(map(left_out, knowledge.out_of_scope))}
    )


def phrasings_of(knowledge: Knowledge, viewpoint: str) -> list[tuple[str, str]]:
    """Each phrasing from a viewpoint with its covered topic."""
    return [(topic.id, said) for topic in knowledge.topics for said in topic.phrasings.get(viewpoint, ())]


def topic_share(snapshot: Snapshot, asked: Sequence[tuple[str, str]], weights: Weights) -> float:
    """Share of phrasings whose topic ranks first under the given weights."""
    return _share([_first(snapshot, said, weights)[0] == topic for topic, said in asked])


def scope_share(snapshot: Snapshot, asked: Sequence[tuple[str, str]]) -> float:
    """Share of phrasings told to be covered by the scope evidence alone."""
    return _share([_first(snapshot, said, Weights())[1] > 0 for _, said in asked])


def _first(snapshot: Snapshot, phrasing: str, weights: Weights) -> tuple[str | None, float]:
    analysis = snapshot.language.analyse(phrasing, correct=False)
    tokens = compared(analysis)
    ranking = rank(features(tokens, analysis), "".join(tokens), snapshot.index, weights=weights)
    return (ranking.scored[0].column.id if ranking.scored else None), ranking.scope


def _share(results: Sequence[bool]) -> float:
    return sum(results) / max(1, len(results))


if __name__ == "__main__":
    main()
