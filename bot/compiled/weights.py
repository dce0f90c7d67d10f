"""Every number that weighs one kind of evidence against another. ``python -m benchmarks.ablation`` prints what each is worth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Scores are in standard deviations of a message's topics, so that kinds of evidence can be added."""

    contrast: float = 1.0
    """How unlike all other topics a message's words are."""

    profile: float = 1.0
    """How like a topic's phrasings as a whole."""

    phrasing: float = 3.0
    """How much the likeness to single phrasings (0–2) adds to the leaders."""

    sure: float = 2.5
    """Margin from which a covered topic is answered without asking back."""

    doubtful: float = 0.0
    """Margin below which the best topic outside the documents is named as the reason."""

    in_hand: float = 2.0
    """For the topics of the last answer."""

    leaned_on: float = 4.0
    """For the topics of the last answer, where the message opens as one that goes on with it: 那…."""

    fact: float = 4.0
    """For the topics of measures that look at a stated fact."""

    counted: float = 10.0
    """The same for what is counted, where money is asked for."""

    named: float = 6.0
    """For the topic of a scheme that is called by its name, or whose figure is named."""

    cue: float = 3.0
    """For the topic of a measure that a cue of several words singles out."""

    own_phrasing: float = 4.0
    """For the topic of a measure whose own author says people ask for it so, or nearly so."""

    alike: float = 80.0
    """Per cent of likeness from which a message is nearly what an author says."""

    verbatim: float = 8.0
    """For a message that is, word for word, how an author says people ask: a bare 口罩 too."""

    outside: float = 30.0
    """For a topic outside the documents that a sign singles out, or the year that is asked about."""

    known: float = 0.5
    """How much what is known besides the words counts for being covered at all."""

    scope: float = 2.6
    """How much it counts whether the words are used in covered questions or in others."""

    covering: float = 4.0
    """How much it takes off that all words together sound like no covered question. That they do sound so adds nothing:
    so do the questions of those who are not meant.
    """

    hardly_covered: float = -1.0
    """Log odds of being a covered question from which down that begins."""

    presumed: float = 1.0
    """Scope of a message whose words name a covered topic and nothing else."""

    left_open: float = -6.0
    """Margin from which a topic named for somebody whom its measure leaves open is answered so."""

    far_outside: float = 10.0
    """How far below 0 a plain word of a matter outside the documents leaves even a matter in hand that is like it."""

    hardly: float = 0.2
    """How typical of a matter outside the documents a word may be without naming it."""

    strange: float = 1.4
    """How much each word that nobody has used in any phrasing takes off."""

    told: float = 0.5
    """How much a word counts that is only told, beside a clause that plainly asks."""

    had: float = 0.2
    """The same of a clause that tells of what somebody has already, before the message turns to something else."""

    told_hint: float = 0.5
    """How much a fact or count points to its topics that is only told there."""

    asking: float = 12.0
    """Score from which the clauses that ask are plain about what they ask, so that what others tell counts less."""

    asking_lead: float = 5.0
    """The same for their lead."""

    side_told: float = 8.0
    """By how much one topic may lead another that alone tells the side asked, who pays or the tax, and yet come behind it."""

    near: float = 2.0
    """Lead below which the best two topics are told apart by what only one of them is asked with."""

    apart: float = 0.25
    """How much that counts (log odds of the asked words between the two)."""

    outright: float = 9.0
    """Score from which a message and its clauses that ask, each by itself, are about a topic, whatever else is told."""

    outright_lead: float = 3.0
    """The same for the lead of the clauses that ask."""

    typical: float = 0.24
    """Log odds from which a word names a topic."""

    faintly: float = 0.12
    """The same where any trace of a topic counts."""

    plainly: float = 0.4
    """The same where only a plain word counts."""

    of_another: float = 0.6
    """How typical of another topic a word must be for the message to be taken apart into two questions."""

    compared: float = 0.24
    """How typical of a topic a word must be where two things are put side by side."""

    clear_lead: float = 3.0
    """Lead by which a piece of a message names its topic."""

    clear_total: float = 8.0
    """Score from which a clause names its topic; a clause is less than a sentence and has to be plainer."""

    besides: float = 6.5
    """Score from which a message is about a second topic too, that one of its pieces names."""

    doubtful_lead: float = 1.0
    """Lead over a topic of other measures up to which it is asked which of the two is meant, if neither is plain."""

    plain_total: float = 10.0
    """Score from which a topic is plain whatever its lead."""

    earlier: float = 1.0
    """For the topics answered before the last answer."""

    named_outright: float = 6.0
    """Score without phrasings from which a topic is named beside a wish for everything."""

    nearly: float = 4.0
    """How far a topic of the person's own document may lie behind the best one."""

    slack: float = 0.5
    """How much less a message without its introduction may sound like a covered one before that counts."""

    telling: float = 18.0
    """Margin from which a message that only tells is taken to ask what there is on the matter it tells of."""

    alone: float = 7.0
    """Margin without what is in hand from which a message may leave it for a topic its words name less plainly."""

    surely_alone: float = 13.5
    """Score without what is in hand from which 那…呢 is about that topic: 那我妈看病呢, not 那我妈呢."""

    clearly_alone: float = 5.0
    """The same for its lead over every other topic."""

    beside_the_best: float = 0.2
    """Share of the best topic's score from which another of its area is told too, where all on a matter is asked for."""

    nothing_like: float = 9.0
    """How far the matter in hand must lie behind another for a message to be nothing like it."""

    telling_of_hardship: float = 9.0
    """The same where it tells of a hardship: most who do ask for help."""

    close: float = 2.0
    """Lead below which leading topics' phrasings are compared one by one; those further behind stay as they are."""

    point_cued: float = 4.0
    """For the point of a measure that its author's own words single out."""

    point_later: float = 1.5
    """The more of it, the later they stand: what is named first is the matter, what is named last is asked of it."""

    point_asked: float = 3.0
    """For a point singled out in the clause that asks, where others only tell."""

    point_case: float = 6.0
    """For a point that is written for the case known to be theirs."""

    point_case_shared: float = 2.0
    """How much less for one that is written for several cases together, where another is written for theirs alone."""

    point_other_case: float = -3.0
    """For one that is written for a case known not to be theirs."""

    point_side: float = 3.0
    """For a point on the side that is asked for."""

    point_whom: float = 1.0
    """The same for the side that every question for yes or no asks: it says little of which point is meant."""

    point_topic: float = 2.0
    """For a point on the topic, and against one on other topics alone."""

    point_likeness: float = 0.12
    """For each word a point shares with the message, times its rarity."""


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class CareWeights:
    """When a message counts as distress. Log odds; 0 is as often distress as not among the sentences of the content."""

    whole: float = -0.2
    part: float = 1.4
    """A part of a message alone must speak more plainly: it lacks what stands around it."""

    practical: float = 1.0
    """How much it takes off that a message sounds like one to a clerk, and from where on."""

    businesslike: float = -1.0

    near: float = 30.0
    """How much it counts whether the sentences likest to a message as a whole tell of distress."""

    nearest: float = 0.1
    """What leans so far away that it would have to be nearer than this is not held against 45,000 sentences: nothing that leans
    away comes near it."""

    signal: float = 2.5
    """What evidence put together adds."""

    outcry: float = 2.5
    """What it adds that a message holds nothing but that one breaks down: beside anything else it may be of a machine or in jest."""

    near_part: float = 0.5
    """How much of what that takes off a message counts against a part of it, where a death or a danger to life is named: 我爸没了
    in one that goes on about his ward.
    """

    lightly: float = 4.0
    """What it takes off that somebody laughs, jokes, or tells of what healed long ago, and nothing said weighs more."""

    grave: float = 0.8
    """What speaks for danger to life before the kinds are compared: to miss it costs more than to ask too much."""

    glance: float = -1.8
    """Below this, by characters and their pairs alone, a message is not looked at any further: nearly every question."""

    shortest_part: int = 4

    plainly: float = 1.0
    """From here on distress is plain; below it the words may mean something else, and are taken up lightly."""

    plainly_unspoken: float = 2.5
    """The same where no word of care was heard but for people and times."""

    unspoken: float = 1.2
    """Least confidence where no word of care was heard but for people and times: everybody speaks of those."""

    unspoken_short: float = 2.4
    """The same where that is all of a few characters: 她跟我住, 他推了我一下."""

    wish_unspoken: float = 1.8
    """The same for the wish to be gone, told in no word of it: nothing at hand has to be done for it."""

    one_word: float = 1.2
    """Least confidence in danger to life that a single word of it tells of: a rope may be for the washing."""

    one_heavy_word: float = 0.3
    """The same where that word weighs heavily, though it may stand in any message: a farewell, 留言."""

    idle: float = -1.0
    """Down from here, by what is told to clerks and what is not, a message that asks nothing is talk."""

    idle_question: float = -3.5
    """The same where something in it has the form of a question: 问我要不要给自己上保险，我说命硬."""

    idle_thing: float = -0.2
    """The same of a pet or a plant, which nobody asks an office about: 猫上了柜顶，谁来救."""

    light_talk: float = 2.0
    """How far what is said after distress must lean away from it to be heard as talk of something else."""

    light_thing: float = 0.5
    """The same where a word of an everyday thing was heard."""

    light_talk_grave: float = 3.5
    """The same after a danger to life, or the wish to die, where no word of an everyday thing was heard."""

    told: float = -0.3
    """Least confidence where the words are surely of another topic: a night shift is also only a night shift."""

    plain: float = 1.5
    """Least confidence in what is plainly something else: small talk word for word, a correction, an officer asked for."""

    asked: float = 3.3
    """The same where that topic is asked about: below it the question is answered, behind half a line."""

    asked_grave: float = 2.6
    """The same for danger to life."""

    told_unspoken: float = 3.5
    """Least confidence in a message that tells what a measure looks at, where no word of care but for people and times was heard."""

    told_in_passing: float = 2.4
    """The same where words of care were heard, but none of danger to life."""

    goes_on: float = 1.0
    """Least confidence amid a conversation on a measure, where no word of care was heard."""

    leaving: float = 1.3
    """Least confidence behind thanks or a good-bye after an answer: 就这样吧，我睡了."""

    beside_a_name: float = 2.0
    """Least confidence where a word plainly names the covered matter that a message only tells of."""

    named_of: float = 15.0
    """Score from which a message is of that matter."""

    sighed: float = 2.5
    """From here on half a line takes up the sigh beside a question."""

    surely: float = 12.0
    """Margin from which a message that sounds like distress may be about a covered topic after all."""

    more_surely: float = 18.0
    """The same where distress is plain: to whom it was told comes first."""

    plainly_of: float = 11.0
    """Score of a topic from which danger that no word of care tells of is about that topic: neighbours who bar the door."""

    drowned: float = 0.5
    """How much plainer a part must speak the less the rest of the message tells of distress."""

    question: float = -2.5
    """Down from here a clause that asks sounds like a question to a clerk."""

    asked_of: float = 9.0
    """Score from which a topic is what such a clause asks about."""

    refused: float = -6.0
    """Down from here a clause that asks is surely a question, be it one that no document answers."""


CARE_WEIGHTS = CareWeights()
