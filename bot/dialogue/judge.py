"""What is found on an intent: each measure, verdict, sum and question decided once. No words yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW
from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.entitlements import entitlements, of_the_same
from bot.dialogue.findings import (
    Accompanied,
    Answered,
    Carded,
    ChargeTold,
    Chatted,
    Comforted,
    Entitled,
    FactAsked,
    Findings,
    InCharge,
    InFull,
    Judgment,
    Leaves,
    NotForThem,
    NotHere,
    NotInDocuments,
    NotUnderstood,
    OnlyPart,
    OnMeasure,
    Page,
    Question,
    ToPeople,
)
from bot.dialogue.measures import GONE, deciding_fact, on_measures, on_topics
from bot.dialogue.told_here import asked_again_here
from bot.dialogue.verdicts import told_for_yes_or_no
from bot.language.kinship import SELF
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.session import Pending
from bot.understanding.distress import Distress
from bot.understanding.distress import wording as first_words
from bot.understanding.going_on import inherited, whom_asked_again
from bot.understanding.intents import (
    AfterDistress,
    Answer,
    Around,
    Ask,
    AskForFact,
    Card,
    Charged,
    ChooseRegion,
    Command,
    Danger,
    Duty,
    Excluded,
    ExplainedAway,
    FollowUp,
    Intent,
    Introduced,
    Items,
    Listened,
    Menu,
    MoveTo,
    NoDetails,
    Outside,
    Overview,
    Perhaps,
    ShowInFull,
    ShowMeasure,
    ShowTopic,
    SmallTalk,
    StateFact,
    StillOn,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
    WorkOut,
)
from bot.understanding.said import Said
from bot.understanding.standing import for_anyone, outside_by

_CITED = 3
_HELPS = 2
"""Regions up to which each one's help is named while the person's is not known."""

_RESUMED_AFTER = (FollowUp, Introduced, Overview, Ask, Excluded, Unclear, Outside, SmallTalk)


def judge(intent: Intent, case: Case) -> Judgment:
    """Decide what there is to say."""
    return _resuming(_judge(intent, case), intent, case)


def _judge(intent: Intent, case: Case) -> Judgment:
    match intent:
        case Danger(distress, about):
            return _comforted(case, distress, about)
        case Perhaps(distress, about):
            return Judgment(Accompanied(case.snapshot.care.kinds[distress.kind].unsure), _offering(case, about))
        case AfterDistress(line):
            return Judgment(Accompanied((line,)))
        case ExplainedAway():
            return Judgment(Accompanied((_relieved(case),)))
        case Listened(lightly):
            return Judgment(Accompanied((wording.LISTENING_LIGHTLY if lightly else _listening(case),)))
        case Ask(topics):
            return _excluded(case, topics[0]) or on_topics(_whom_again(case), topics)
        case FollowUp(facets, brief):
            put = case.putting(facets, brief=brief)
            return _follow_up(replace(put, answers=put.answers or told_for_yes_or_no(put)))
        case Answer():
            return _resume(case)
        case Overview():
            return _excluded(case, OVERVIEW) or _listed(case)
        case Items(measures):
            topic = case.snapshot.knowledge.measure_by_id[measures[0]].topics[0]
            return _excluded(case, topic) or on_measures(_of_the_item(case), measures)
        case Excluded(topic):
            return _excluded(case, topic) or _plainly(case, NotUnderstood((topic,)))
        case Introduced():
            return _excluded(case, OVERVIEW) or _plainly(case, Page("introduced"))
        case Told(about, lightly):
            return replace(_plainly(case, Page("talk" if lightly else "told")), leaves=_offering(case, about))
        case StillOn(topic):
            return _plainly(case, Page("still-on", (topic,)))
        case Duty():
            return _in_charge(case, intent)
        case Charged():
            return _charge_told(case, intent)
        case SmallTalk(phrase, also):
            return _plainly(case, Chatted(phrase, also))
        case Uncovered(place, about):
            leaves = Leaves(topics=about, measures=()) if about else Leaves()
            return replace(_plainly(case, NotHere(place)), leaves=leaves)
        case Around(place):
            parts = tuple(part for part in case.snapshot.everywhere if place in part.region.around)
            return _plainly(case, OnlyPart(place, parts))
        case Outside(topic, near):
            return _plainly(case, NotInDocuments(case.snapshot.outside_by_id[topic], near))
        case Unclear(near, leaning):
            leaves = _offering(case, (leaning,)) if leaning is not None and not case.memory.topics else Leaves()
            return replace(_plainly(case, NotUnderstood(near)), leaves=leaves)
        case Unreadable() | TooLong() | NoDetails():
            return _plainly(case, Page(_PAGES[type(intent)]))
    return _tapped(intent, case)


_PAGES: dict[type, str] = {Unreadable: "unreadable", TooLong: "too-long", NoDetails: "no-details"}


def _tapped(intent: Intent, case: Case) -> Judgment:
    """What buttons and commands want."""
    match intent:
        case Command(name):
            return _commanded(case, name)
        case StateFact(fact, option):
            return _stated(case, fact, option)
        case AskForFact(fact):
            return _plainly(case, FactAsked(case.snapshot.definitions[fact]))
        case ShowMeasure(measure, facet):
            return on_measures(case.putting((facet,) if facet else ()), (measure,))
        case ShowTopic(topic):
            return on_topics(case, (topic,))
        case WorkOut(measure):
            facets = [facet.id for facet in case.snapshot.knowledge.facets if facet.amount][-1:]
            return on_measures(case.putting(tuple(facets), answers=True), (measure,), wants_sum=True)
        case MoveTo(region, place):
            return _moved(case, region, place)
        case ChooseRegion(within, page):
            return _plainly(case, Page("region", (within, str(page))))
        case Menu(region, area):
            return _plainly(case, Page("menu", tuple(name for name in (region, area) if name is not None)))
        case Card(measures):
            return _carded(case, measures or case.memory.measures)
        case ShowInFull(measure, page):
            return _in_full(case, measure, page)
    return _plainly(case, Page(GONE))


def _plainly(case: Case, findings: Findings) -> Judgment:
    """Findings that leave the matter in hand and the open question as they are."""
    return Judgment(findings, pending=case.memory.pending)


def _offering(case: Case, about: tuple[str, ...]) -> Leaves:
    """What is only told of left in hand, for what may be asked of it next."""
    return on_topics(case, about).leaves if about else Leaves()


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


def _excluded(case: Case, topic: str) -> Judgment | None:
    """Decline where a stated fact puts the person outside the documents. Nobody is asked first."""
    if for_anyone(topic, case.snapshot):
        return None
    stated = outside_by({**case.memory.values(), **case.said.stated}, case.snapshot)
    return Judgment(NotForThem(*stated, topic), Leaves(topics=(topic,))) if stated is not None else None


def _listed_again(case: Case) -> Judgment:
    """The list once more, of whom it was for before."""
    return _listed(of_the_same(case))


def _in_whole(listed: Judgment) -> Judgment:
    """The list with every measure, not the first three."""
    found = listed.findings
    return replace(listed, findings=replace(found, all=True)) if isinstance(found, Entitled) else listed


def _asks_for_more(case: Case) -> bool:
    """Whether a message behind the list says nothing that would change it: 还有呢."""
    said, known = case.said, case.snapshot.definitions
    new = any(known[fact].relation is None for fact in said.stated) or said.counting or said.people.named or said.spoken.region
    return case.before.topics == (OVERVIEW,) and not new


def _listed(case: Case) -> Judgment:
    found = entitlements(case)
    if not isinstance(found, Entitled):
        return Judgment(found, Leaves(topics=(OVERVIEW,)), case.memory.pending)
    question = found.question
    return Judgment(found, Leaves(topics=(OVERVIEW,), measures=()), question.pending if question else None)


def _follow_up(case: Case) -> Judgment:
    """The matter in hand again, for the side, the facts or the region now named."""
    memory, region_of = case.memory, case.snapshot.knowledge.region_of
    excluded = _excluded(case, memory.topics[0]) if memory.topics else None
    if excluded is not None:
        return excluded
    if memory.topics == (OVERVIEW,):
        listed = _listed_again(case)
        return _in_whole(listed) if _asks_for_more(case) else listed
    named = case.said.spoken.region or (memory.region if case.signals("place-ours") or _of_own_again(case) else None)
    elsewhere = named is not None and any(region_of[m].region.id != named for m in memory.measures if m in region_of)
    if case.before.region is None and case.region is not None:
        case = asked_again_here(case, memory.topics, case.region)
    if memory.measures and not elsewhere:
        return on_measures(case, memory.measures)
    return on_topics(case, memory.topics)


def _of_own_again(case: Case) -> bool:
    """Whether somebody asks the same for themselves, after it was asked of one who works in another region."""
    own = case.said.region == case.memory.region and any(one.who == SELF for one in case.said.people.named)
    return own and case.before.theirs is not None


def _resume(case: Case) -> Judgment:
    """Go on with what the answered question was for."""
    pending = case.before.pending
    if pending is None or pending.purpose == "entitlements":
        return _listed_again(case)
    facets = case.said.facets or inherited(case.before, case.snapshot)
    return on_measures(case.putting(facets, answers=True), pending.measures)


def _stated(case: Case, fact: str, option: str) -> Judgment:
    """An option tapped: the answer to a question, or a fact set right."""
    case = replace(case, said=replace(case.said, stated={fact: option}))
    pending = case.before.pending
    if pending is not None and pending.purpose == "entitlements":
        return _listed_again(case)
    measures = pending.measures if pending else case.memory.measures
    if not measures:
        return _plainly(case, Page("facts"))
    facets = tuple(facet for facet in case.memory.facets if facet in case.snapshot.facet_by_id)
    return on_measures(case.putting(facets, answers=True), measures)


def _moved(case: Case, region: str, place: str = "") -> Judgment:
    """The matter in hand for the region now chosen."""
    case = replace(case, said=replace(case.said, region=region))
    if case.memory.topics == (OVERVIEW,):
        return _listed_again(case)
    if case.memory.topics:
        facets = tuple(facet for facet in case.memory.facets if facet in case.snapshot.facet_by_id)
        put = asked_again_here(case.putting(facets), case.memory.topics, region)
        return on_topics(replace(put, answers=told_for_yes_or_no(put)), case.memory.topics)
    return _plainly(case, Page("moved", (region, place) if place else (region,)))


def _commanded(case: Case, name: str) -> Judgment:
    match name:
        case "my":
            return _listed(case)
        case "all":
            return _in_whole(_listed_again(case))
        case "card":
            return _carded(case, case.memory.measures)
        case "full" | "human" | "simpler" | "change-count" | "change-rate":
            return _on_matter_in_hand(case, name)
        case "menu":
            return _plainly(case, Page("menu", (case.memory.region,) if case.memory.region else ()))
    return _plainly(case, Page(name))


def _on_matter_in_hand(case: Case, name: str) -> Judgment:
    """What is wanted of the measure that was answered last."""
    knowledge = case.snapshot.knowledge
    known = [knowledge.measure_by_id[m] for m in case.memory.measures if m in knowledge.measure_by_id]
    if name == "human":
        found = ToPeople(known[0], knowledge.region_of[known[0].id]) if known else ToPeople(None, None)
        return _plainly(case, found)
    if name in ("change-count", "change-rate"):
        return _changing(case, [measure for measure in known if measure.amounts], name)
    if not known:
        return _plainly(case, Page("nothing-in-hand"))
    if name == "full":
        return _in_full(case, known[0].id, None)
    again = replace(case, said=Said(region=case.region)).putting(inherited(case.memory, case.snapshot))
    judgment = on_measures(again, [measure.id for measure in known])
    found_again = judgment.findings
    if not isinstance(found_again, Answered):
        return judgment
    return replace(judgment, findings=replace(found_again, terse=True))


def _changing(case: Case, paying: Sequence[Measure], name: str) -> Judgment:
    """The question whose answer changes a sum."""
    if not paying:
        return _plainly(case, Page("no-sum"))
    amount = paying[0].amounts[0]
    fact = amount.counts if name == "change-count" else deciding_fact(amount) or amount.counts
    return Judgment(FactAsked(case.snapshot.definitions[fact]), pending=Pending(fact, (paying[0].id,), "sum"))


def _in_full(case: Case, measure: str, page: int | None) -> Judgment:
    """All that a measure says; it stays, or comes, in hand."""
    knowledge = case.snapshot.knowledge
    found = InFull(knowledge.measure_by_id[measure], knowledge.region_of[measure], page)
    here = measure in case.memory.measures
    leaves = Leaves() if here else Leaves(found.measure.topics[:1], (measure,))
    return Judgment(found, leaves, case.memory.pending)


def _carded(case: Case, measures: tuple[str, ...]) -> Judgment:
    """The card of the first of the measures that has one, on the topic in hand."""
    knowledge = case.snapshot.knowledge
    wanted = [knowledge.measure_by_id[measure] for measure in measures if measure in knowledge.measure_by_id]
    measure = next((m for m in wanted if m.id in case.snapshot.carded), None)
    if measure is None:
        return _plainly(case, Page("no-card"))
    topic = next((topic for topic in case.memory.topics if topic in measure.topics), None)
    leaves = Leaves() if measure.id in case.memory.measures else Leaves(measure.topics[:1], (measure.id,))
    return Judgment(Carded(measure, knowledge.region_of[measure.id], topic), leaves)


def _whom_again(case: Case) -> Case:
    """The case with whom to ask as its side, where a message leaves that to the question before."""
    again = whom_asked_again(case.said, case.before, case.snapshot)
    return case.putting(again) if again else case


def _of_the_item(case: Case) -> Case:
    """The case where an item is asked for by its number: what it says is asked of all of it, not of the point that lists something."""
    known = case.snapshot.facet_by_id
    sides = tuple(f for f in case.facets if known[f].contacts or known[f].amount or known[f].deadline or known[f].silent is not None)
    return replace(case.putting(sides or whom_asked_again(case.said, case.before, case.snapshot)), whole=True)


def _in_charge(case: Case, duty: Duty) -> Judgment:
    """What an officer or office leads, or takes part in: the measure itself, if it is one."""
    if len(duty.measures) == 1 and not duty.details and duty.officer is None and not (case.signals("duties") or duty.shares):
        return on_measures(_whom_again(case), duty.measures)
    knowledge = case.snapshot.knowledge
    led = tuple(knowledge.measure_by_id[measure] for measure in duty.measures)
    who = duty.who or bool(whom_asked_again(case.said, case.before, case.snapshot))
    findings = InCharge(led, knowledge.region_of[led[0].id], duty.officer, duty.details, duty.shares, who)
    return Judgment(findings, Leaves(measures=duty.measures[:_CITED]))


def _charge_told(case: Case, asked: Charged) -> Judgment:
    """Whether officers, or an office, are in charge; the measure asked of stays, or comes, in hand."""
    knowledge = case.snapshot.knowledge
    measure = knowledge.measure_by_id[asked.measures[0]] if asked.measures else None
    part = knowledge.region_of[measure.id] if measure is not None else _part_of(asked, case)
    office = part.contact_by_id[asked.office.rpartition("/")[2]] if asked.office is not None else None
    theirs = tuple(m for m in part.measures if m.officer in asked.officers)
    led = tuple(m for m in part.measures if office is not None and m.lead == office.id)
    found = ChargeTold(part, asked.officers, office, measure, theirs, led, asked.plainly)
    here = measure is None or measure.id in case.memory.measures
    return Judgment(found, Leaves() if here or measure is None else Leaves(measure.topics[:1], (measure.id,)))


def _part_of(asked: Charged, case: Case) -> RegionKnowledge:
    """The region of an office."""
    region = (asked.office or "").rpartition("/")[0]
    return next(part for part in case.snapshot.knowledge.regions if part.region.id == region)


def _listening(case: Case) -> str:
    """What is said to who goes on talking; danger is not spoken of to somebody who spoke of none."""
    gentle = case.before.gentle
    grave = gentle is not None and case.snapshot.care.kinds[gentle.kind].grave
    return wording.LISTENING_IN_DANGER if grave else wording.LISTENING


def _relieved(case: Case) -> str:
    """What is said to who says that it was of a thing; the number stays where a life might have been in danger."""
    gentle = case.before.gentle
    grave = gentle is not None and case.snapshot.care.kinds[gentle.kind].grave
    return wording.EXPLAINED_IN_DANGER if grave else wording.EXPLAINED


def _comforted(case: Case, distress: Distress, about: tuple[str, ...]) -> Judgment:
    """What to say first, and the documented help of the person's region, or of each while there are few; once for a kind."""
    care = case.snapshot.care
    kind = care.kinds[distress.kind]
    parts = [part for part in case.snapshot.knowledge.regions if case.region in (None, part.region.id)]
    before = case.before.gentle
    told = (before is not None and before.kind == distress.kind) or len(parts) > _HELPS
    reply = first_words(distress, care)
    topics = reply.help or kind.help
    helps = [] if told else [_help_of(case, topics, part) for part in parts]
    found = tuple(on for on in helps if on is not None and (_reached_by_phone(on) or not kind.help_to_call))
    stays = case.before.measures and not kind.grave  # 我妈没怎么吃东西 beside a question: whom to ask is asked of that
    leaves = Leaves(topics[:1], tuple(on.measure.id for on in found)) if found and not stays else Leaves()
    leaves = _offering(case, about) if about else leaves
    return Judgment(Comforted(kind, reply, found), leaves)


def _reached_by_phone(on: OnMeasure) -> bool:
    """Whether the document gives a number by which its help is reached."""
    return any(on.part.contact_by_id[channel].phone is not None for channel in on.measure.channels)


def _help_of(case: Case, topics: Sequence[str], part: RegionKnowledge) -> OnMeasure | None:
    """The documented help of a region, by the first of its points on the first of the topics that it has."""
    for topic in topics:
        for measure in case.snapshot.answers.get((topic, part.region.id), ())[:1]:
            points = tuple(point for point in measure.points if not point.topics or topic in point.topics)
            return OnMeasure(measure, part, points or measure.points)
    return None
