"""What pays by the days or months that a message counts, where another matter is in hand."""

from __future__ import annotations

from collections.abc import Iterator

from bot.compiled.keys import FactHint
from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Relation
from bot.language.set_right import puts_on_top
from bot.model.measure import Measure
from bot.model.session import Session
from bot.understanding.another import in_hand
from bot.understanding.counting_tools import counting_tools
from bot.understanding.naming import names_another, names_outside
from bot.understanding.said import Said
from bot.understanding.telling import asks_nothing

_BESIDES_DAYS = 5
"""Characters besides a count up to which a message tells nothing else: 应该是26天 数岔了."""


def topic_counted_for(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """What pays by the days or months counted before, where money is asked for and the matter in hand has none to pay."""
    known = snapshot.knowledge.measure_by_id
    of_its_own = _topic_counted_by_name(said, session, snapshot)
    if of_its_own is not None:
        return of_its_own
    in_hand_pays = any(known[measure].amounts for measure in session.measures if measure in known)
    told_for = None if in_hand_pays else _topic_days_are_told_for(said, session, snapshot)
    if told_for is not None:
        return told_for
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    asks_amount = asks_amount or snapshot.signal("together").heard(said.text)
    counted = [spell.fact for spell in session.tally.spells] + list(said.counting.counted)
    if in_hand_pays or not asks_amount or not counted or names_another(said, session.topics, snapshot):
        return None
    if said.rates and not said.counting.counted and counted[-1] not in said.rates:
        return None  # 一天多少, after months were counted
    if not session.tally.spells and not said.counting.spells and names_outside(said, snapshot):
        return None
    paying = next(_paying_for(counted[-1], said, snapshot), None)
    return None if paying is None else paying.topics[0]


def _topic_counted_by_name(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """What a message names and counts for by itself, of other units than the matter in hand, so that its total is of that alone.

    补助 20天多少 — 慰问金三个月一共多少; not 再加三个月慰问金一共多少, nor where nothing was asked of the days before.
    """
    counting, known = said.counting, snapshot.knowledge.measure_by_id
    counted = {spell.fact for spell in counting.spells}
    in_hand = {amount.counts for name in session.measures if name in known for amount in known[name].amounts}
    added = counting.everything or counting.put_in or counting.relation is not Relation.NEW or puts_on_top(said.text)
    if len(counted) != 1 or counted <= in_hand or not in_hand or session.tally.told or added:
        return None
    paying = list(_paying_for(next(iter(counted)), said, snapshot))
    named = len(paying) == 1 and any(key.measure == paying[0].id for key in said.parts)
    return paying[0].topics[0] if named else None


def _paying_for(counted: str, said: Said, snapshot: Snapshot) -> Iterator[Measure]:
    """The measures that pay for what is counted, in the person's region or in any."""
    for part in snapshot.knowledge.regions:
        if said.region in (None, part.region.id):
            yield from (measure for measure in part.measures if any(amount.counts == counted for amount in measure.amounts))


def _topic_days_are_told_for(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """What pays by the days that a message only tells, after work that decides its rate was told.

    The matter in hand was only leant to, or is of pay too; 连着干了17天, after a question on rest, is told for that.
    """
    counted = [spell.fact for spell in said.counting.spells]
    if not counted or not asks_nothing(said) or FactHint(counted[-1]) in in_hand(session, snapshot):
        return None
    besides = sum(ch.isalnum() for ch in said.text) - sum(end - start for start, end in said.counting.spans)
    decided_by = counting_tools(snapshot).decided_by
    worked = any(counted[-1] in decided_by.get(item.fact, ()) for item in session.facts)
    paying = next(_paying_for(counted[-1], said, snapshot), None)
    if besides > _BESIDES_DAYS or not worked or paying is None or not (session.topics or session.measures):
        return None
    known = snapshot.knowledge.measure_by_id
    of_pay = any(known[name].area == paying.area for name in session.measures if name in known)
    return paying.topics[0] if of_pay or session.offered else None
