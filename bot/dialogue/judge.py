"""What is found on an intent: each measure, verdict, sum and question decided once. No words yet."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW
from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.comforting import comforted, listening, relieved
from bot.dialogue.comparing import with_the_matter_in_hand
from bot.dialogue.findings import (
    Accompanied,
    Answered,
    Chatted,
    Entitled,
    Judgment,
    Leaves,
    NotHere,
    NotInDocuments,
    NotUnderstood,
    OnlyPart,
    Page,
    Question,
)
from bot.dialogue.left_in_hand import offering, plainly
from bot.dialogue.measures import on_measures, on_topics
from bot.dialogue.overview_list import asks_for_more, declined, in_whole, listed_again, listing
from bot.dialogue.responsibility import charge_told, in_charge, left_to_be_told
from bot.dialogue.tapped import on_tapped
from bot.dialogue.told_here import asked_again_here
from bot.dialogue.verdicts import told_for_yes_or_no
from bot.language.kinship import SELF
from bot.understanding.going_on import inherited, whom_asked_again
from bot.understanding.intents import (
    AfterDistress,
    Answer,
    Around,
    Ask,
    Charged,
    Danger,
    Duty,
    Excluded,
    ExplainedAway,
    FollowUp,
    Intent,
    Introduced,
    Items,
    Listened,
    NoDetails,
    Outside,
    Overview,
    Perhaps,
    SmallTalk,
    StillOn,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
)
from bot.understanding.naming import names_plainly

_RESUMED_AFTER = (FollowUp, Introduced, Overview, Ask, Excluded, Unclear, Outside, SmallTalk)


def judge(intent: Intent, case: Case) -> Judgment:
    """Decide what there is to say."""
    return _resuming(_judge(intent, case), intent, case)


def _judge(intent: Intent, case: Case) -> Judgment:
    match intent:
        case Danger(distress, about):
            return comforted(case, distress, about)
        case Perhaps(distress, about):
            return Judgment(Accompanied(case.snapshot.care.kinds[distress.kind].unsure), offering(case, about))
        case AfterDistress(line):
            return Judgment(Accompanied((line,)))
        case ExplainedAway():
            return Judgment(Accompanied((relieved(case),)))
        case Listened(lightly):
            return Judgment(Accompanied((wording.LISTENING_LIGHTLY if lightly else listening(case),)))
        case Ask(topics):
            return declined(case, topics[0]) or on_topics(left_to_be_told(case), with_the_matter_in_hand(case, topics))
        case FollowUp(facets, brief):
            put = case.putting(facets, brief=brief)
            return _follow_up(replace(put, answers=put.answers or told_for_yes_or_no(put)))
        case Answer():
            return _resume(case)
        case Overview():
            return declined(case, OVERVIEW) or listing(case)
        case Items(measures):
            topic = case.snapshot.knowledge.measure_by_id[measures[0]].topics[0]
            return declined(case, topic) or on_measures(_of_the_item(case), measures)
        case Excluded(topic):
            return declined(case, topic) or plainly(case, NotUnderstood((topic,)))
        case Introduced():
            return declined(case, OVERVIEW) or plainly(case, Page("introduced"))
        case Told(about, lightly):
            offered = about if about and names_plainly(about[0], case.said, case.snapshot) else ()
            return replace(plainly(case, Page("talk") if lightly else Page("told", offered)), leaves=offering(case, about))
        case StillOn(topic):
            return plainly(case, Page("still-on", (topic,)))
        case Duty():
            return in_charge(case, intent)
        case Charged():
            return charge_told(case, intent)
        case SmallTalk(phrase, also):
            return plainly(case, Chatted(phrase, also))
        case Uncovered(place, about):
            leaves = Leaves(topics=about, measures=()) if about else Leaves()
            return replace(plainly(case, NotHere(place)), leaves=leaves)
        case Around(place):
            parts = tuple(part for part in case.snapshot.everywhere if place in part.region.around)
            return plainly(case, OnlyPart(place, parts))
        case Outside(topic, near):
            return plainly(case, NotInDocuments(case.snapshot.outside_by_id[topic], near))
        case Unclear(near, leaning):
            leaves = offering(case, (leaning,)) if leaning is not None and not case.memory.topics else Leaves()
            return replace(plainly(case, NotUnderstood(near)), leaves=leaves)
        case Unreadable() | TooLong() | NoDetails():
            return plainly(case, Page(_PAGES[type(intent)]))
    return on_tapped(intent, case)


_PAGES: dict[type, str] = {Unreadable: "unreadable", TooLong: "too-long", NoDetails: "no-details"}


def _resuming(judgment: Judgment, intent: Intent, case: Case) -> Judgment:
    """After an answer in the middle of an interview the open question is put again, once."""
    pending = case.before.pending if case.memory.gentle is None else None
    fact = case.snapshot.definitions.get(pending.fact) if pending else None
    answered = isinstance(judgment.findings, Answered | Entitled)
    if pending is None or fact is None or judgment.pending is not None or not answered:
        return judgment
    known = fact.id in case.memory.values()
    if known or pending.purpose == "entitlements" or pending.again or not isinstance(intent, _RESUMED_AFTER):
        return judgment
    if pending.purpose == "verdict" and set(pending.measures) & set(judgment.leaves.measures or ()):
        return judgment  # another side of the same matter: whoever asks it has seen the question
    again = replace(pending, again=True)
    return replace(judgment, pending=again, resumes=Question(fact, again))


def _follow_up(case: Case) -> Judgment:
    """The matter in hand again, for the side, the facts or the region now named."""
    memory, region_of = case.memory, case.snapshot.knowledge.region_of
    excluded = declined(case, memory.topics[0]) if memory.topics else None
    if excluded is not None:
        return excluded
    if memory.topics == (OVERVIEW,):
        listed = listed_again(case)
        return in_whole(listed) if asks_for_more(case) else listed
    named = case.said.spoken.region or (memory.region if case.signals("place-ours") or _of_own_again(case) else None)
    elsewhere = named is not None and any(region_of[m].region.id != named for m in memory.measures if m in region_of)
    if case.before.region is None and case.region is not None:
        case = asked_again_here(case, memory.topics, case.region)
    if memory.measures and not elsewhere:
        return on_measures(case, memory.measures)
    return on_topics(case, memory.topics)


def _of_own_again(case: Case) -> bool:
    """Whether somebody asks the same for themselves, after it was asked of one who works in another region."""
    own = case.said.region == case.memory.region and any(one.who == SELF or one.mine for one in case.said.people.named)
    return own and case.before.theirs is not None


def _resume(case: Case) -> Judgment:
    """Go on with what the answered question was for."""
    pending = case.before.pending
    if pending is None or pending.purpose == "entitlements":
        return listed_again(case)
    facets = case.said.facets or inherited(case.before, case.snapshot)
    return on_measures(case.putting(facets, answers=True), pending.measures)


def _of_the_item(case: Case) -> Case:
    """The case where an item is asked for by its number: what it says is asked of all of it, not of the point that lists something."""
    known = case.snapshot.facet_by_id
    sides = tuple(f for f in case.facets if known[f].contacts or known[f].amount or known[f].deadline or known[f].silent is not None)
    return replace(case.putting(sides or whom_asked_again(case.said, case.before, case.snapshot)), whole=True)
