"""Which kind of people somebody is, or asks of; and who says that they are not whom the documents are for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.compiled.snapshot import Snapshot
from bot.language.question_forms import ends_with_the_rest
from bot.model.fact import Fact, FactOption
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.understanding.said import Act, Said


def for_anyone(topic: str, snapshot: Snapshot) -> bool:
    """Whether some measure on the topic is not only for medical staff and their families."""
    measures = (m for part in snapshot.regions_for(topic) for m in snapshot.answers[topic, part.region.id])
    return any(measure.anyone for measure in measures)


def asks_of_another_kind(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message asks of another kind of people than whoever was spoken of: 规培的呢, 保安也给吗; not of oneself or a relative."""
    kinds = any(snapshot.definitions[key.fact].kind_of_staff for key in said.options)
    return kinds and not said.people.named and (Act.ASKS in said.acts or ends_with_the_rest(said.text))


def outside_by(known: Mapping[str, str | int], snapshot: Snapshot) -> tuple[Fact, FactOption] | None:
    """The first known fact that puts a person outside the documents, unless another leaves that to the measures."""
    facts = Facts(snapshot.definitions, known)
    for fact_id, value in known.items():
        fact = snapshot.definitions[fact_id]
        option = fact.option(str(value))
        if option is None or option.outside is None:
            continue
        if option.unless is None or evaluate(option.unless, facts) is not Truth.YES:
            return fact, option
    return None
