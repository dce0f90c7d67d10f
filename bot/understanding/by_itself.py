"""A matter that a message plainly names by itself, though it was taken for more on the one in hand: 我评职称呢, after one on school."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.keys import Column, FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.asked_for_what import asks_only_how_much, asks_only_if, asks_what_one_gets
from bot.language.asked_of_whom import (
    asks_of_another_case,
    asks_of_one_at_work,
    asks_of_the_one_told,
    asks_to_bring,
    asks_whether_one_is_in,
)
from bot.language.kinship import SELF
from bot.language.referring_back import asks_of_what_was_told, refers_back
from bot.model.session import Session
from bot.understanding.about import about
from bot.understanding.added import topics_in_hand
from bot.understanding.another import in_hand, surely_another
from bot.understanding.elliptical import asks_of_a_line, names_its_figure
from bot.understanding.follow_up import speaks_for_hand
from bot.understanding.going_on import alone_of
from bot.understanding.intents import Ask, FollowUp, Intent, Interpretation, Margin
from bot.understanding.naming import matters_named, names_a_topic, naming, words_besides
from bot.understanding.parts_in_hand import cued_by_a_phrase, cued_in_hand, says_only_an_open_detail
from bot.understanding.people import names_only_people
from bot.understanding.regional import has_something, in_region, measures_on, refuses
from bot.understanding.said import Act, Said
from bot.understanding.telling import only_tells


def named_by_itself(intent: Intent, said: Said, session: Session, snapshot: Snapshot) -> Interpretation | None:
    """What a message asks of by itself, where that is named, nothing in it is of the matter in hand, and other measures answer it."""
    if not isinstance(intent, FollowUp) or not session.measures or _leans_on_hand(said, session, snapshot):
        return None
    alone = alone_of(said, session, snapshot)
    topic = _surely_named(said, session, alone, snapshot)
    if topic is None:
        return None
    fresh = replace(session, topics=(), measures=(), facets=(), offered=False)
    meant = about(said, alone, fresh, snapshot)
    return Interpretation(meant, alone) if isinstance(meant, Ask) and topic in meant.topics else None


def asks_for_ones_own_list(intent: Intent, said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a relative turns from what the medical worker has to what there is for themselves: 她一天补多少 — 那我呢，我能得着啥."""
    relative = said.people.asked_for == SELF and bool(said.people.staff) and SELF not in said.people.staff
    turns = isinstance(intent, FollowUp) and relative and session.asked_for != SELF and bool(session.measures)
    if not turns or not said.asking or names_a_topic(said, snapshot, snapshot.weights.typical):
        return False
    return asks_what_one_gets(said.text[slice(*said.asking[-1])])


def _leans_on_hand(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message goes back to what was answered, whatever its words are like: takes it back, doubts it, puts another case of it."""
    if said.corrects or refers_back(said.text) or asks_only_if(said.text) or asks_of_another_case(said.text):
        return True
    if any(snapshot.signal(name).heard(said.text) for name in ("doubts-it", "phone-alone")) or asks_of_a_line(said, session, snapshot):
        return True
    if cued_by_a_phrase(said, session, snapshot, "point", "unanswered") or says_only_an_open_detail(said, session, snapshot):
        return True
    if asks_only_how_much(said.text) and names_its_figure(session, snapshot):
        return True
    if asks_of_one_at_work(said.text) or asks_of_the_one_told(said.text) or (session.pending and said.stated and only_tells(said)):
        return True
    if names_only_people(said.text, said.people) or asks_to_bring(said.text) or said.region != session.region:
        return True
    asked = [said.text[begin:end] for begin, end in said.asking]
    if any(asks_whether_one_is_in(clause) for clause in asked) or (len(said.clauses) > 1 and any(map(asks_of_what_was_told, asked))):
        return True  # 我在定点医院值班，包不包我
    told = {*map(FactHint, said.stated), *map(FactHint, said.counting.counted)}
    return Act.ASKS not in said.acts and not in_hand(session, snapshot).isdisjoint(told)


def _surely_named(said: Said, session: Session, alone: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic that a message is surely of by itself, if other measures answer it and nothing names the one in hand."""
    weights = snapshot.weights
    if not alone.covered or alone.margin < weights.sure:
        return None
    topic, best = in_region(said, alone, snapshot), alone.covered[0]
    if topic == OVERVIEW or topic in session.topics or not has_something(said.region, topic, snapshot):
        return None
    if Act.ASKS not in said.acts and any(refuses(topic, fact, said, snapshot) for fact in said.stated):
        return None  # 老人不跟我住: told for no care of them
    behind = best.total - max((s.total for s in alone.covered if s.column.id in session.topics), default=0.0)
    named = matters_named(said, weights.typical, snapshot)
    other_measures = measures_on(topic, said.region, snapshot).isdisjoint(session.measures)
    here = session.topics if other_measures else topics_in_hand(session, snapshot)
    if behind < (weights.clearly_alone if other_measures else weights.nothing_like):
        return None
    if any(Column("topic", one) in named for one in here if one != topic):
        return None
    of_contacts = bool(said.facets) and all(snapshot.facet_by_id[facet].contacts for facet in said.facets)
    if of_contacts and speaks_for_hand(said, session, alone, snapshot):
        return None
    apart = naming(said, snapshot, [*said.side_words, *snapshot.signal("generic").spans(said.text), *cued_in_hand(said, session)])
    if not {Column("topic", topic), best.column}.isdisjoint(column for column, degree in apart if degree >= weights.typical):
        return topic
    return topic if other_measures and _is_plain(said, session, alone, behind, snapshot) else None


def _is_plain(said: Said, session: Session, alone: Margin, behind: float, snapshot: Snapshot) -> bool:
    """Whether all words of a message together are plainly of another matter, though none of them alone names it: 孩子谁看."""
    weights, best = snapshot.weights, alone.covered[0]
    if not _says_more_than_whom(said, snapshot) or speaks_for_hand(said, session, alone, snapshot):
        return False  # 我家孩子行不行; 我是劳务工呢
    if behind < weights.nothing_like or (cued_in_hand(said, session) and not surely_another(session, alone, snapshot)):
        return False
    faintly = matters_named(said, weights.faintly, snapshot)
    if not faintly and snapshot.signal("generic").heard(said.text):
        return False  # 每月发吗, 科里也愿意推荐
    if alone.margin >= weights.telling and best.total >= weights.plain_total:
        return True
    asks = Act.ASKS in said.acts
    return asks and surely_another(session, alone, snapshot) and (not faintly or best.column in faintly)


def _says_more_than_whom(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message has any word, fact or count besides whom it is of and how it asks."""
    besides = [*((one.start, one.end) for one in said.people.named), *said.side_words, *snapshot.signal("generic").spans(said.text)]
    return bool(said.options or said.counting or words_besides(said, besides))
