"""How people talk: topics, concepts, facets, small talk, distress, places."""

from __future__ import annotations

from pydantic import Field

from bot.model.base import Id, Text, Value
from bot.model.pattern import Pattern, Patterns


class LookAlike(Value):
    """A question that sounds like a topic and belongs to another one (or to none: an out-of-scope topic's id)."""

    ask: Text
    topic: Id


class Topic(Value):
    """What people ask about, whatever the region. ``phrasings`` are kept by viewpoint, so that one can test another."""

    id: Id
    title: Text
    short: Text = Field(max_length=10, description="Button label.")
    phrasings: dict[Id, tuple[Text, ...]] = Field(min_length=1)
    look_alikes: tuple[LookAlike, ...] = ()
    by_phone: bool = Field(default=False, description="打电话的：后面问“能打吗”，问的就是它。")
    money: bool = Field(default=False, description="发到手的钱：前面说的不是钱，只问“有没有钱”，答的就是它。")
    of_work: bool = Field(default=False, description="凭自己的工作才有的：没说谁是医务人员时，问到的那位亲属就是。")


class OutsideCase(Value):
    """One of the matters of an out-of-scope topic: who speaks of it is told of it alone."""

    says: Patterns = Field(min_length=1)
    decline: Text | None = Field(default=None, description="换掉这一类的 decline：只说出问的这一样")
    ask: Text | None = Field(default=None, max_length=45, description="换掉这一类的 ask：问的这一样归谁")


class OutOfScopeTopic(Value):
    """What is near but not covered, with what to say."""

    id: Id
    title: Text
    decline: Text
    ask: Text | None = Field(default=None, max_length=45, description="Whom to ask instead: 请问… or 请打….")
    signs: Patterns = Field(
        default=(), description="What alone makes a question this one, however covered the rest of it sounds."
    )
    cases: tuple[OutsideCase, ...] = Field(default=(), description="一类里有几样、各归各的地方：说到哪一样，只说那一样，先写的先用")
    idle: bool = Field(default=False, description="闲话：只说不问，就当是说说，不回“不在文件里”")
    matter: bool = Field(default=False, description="是一件事，不是哪种人：只在来龙去脉里提到、问的是文件里的事，就不算")
    names_it: bool = Field(default=False, description="短的问话，回绝时用问的人自己的词说出没写的是什么")
    people: bool = Field(default=False, description="是哪种人（别的职业）：说了自己是医务人员的，不用这句回")
    phrasings: dict[Id, tuple[Text, ...]] = Field(min_length=1)


class Facet(Value):
    """The side of a topic a question asks for: how much, who, whom to ask, when, how."""

    id: Id
    title: Text
    says: Patterns = Field(min_length=1)
    label: Text | None = Field(
        default=None, max_length=10, description="Button label; facets without one get no button."
    )
    silent: Text | None = Field(default=None, description="Said where a measure has no point on this side.")
    contacts: bool = Field(default=False, description="Shows the units first.")
    officer: bool = Field(default=False, description="May name the responsible officer.")
    deadline: bool = False
    source: bool = False
    sends_on: bool = Field(default=False, description="silent 后面接着说可问哪个牵头单位")
    verdict: bool = Field(default=False, description="Asks whether someone qualifies.")
    amount: bool = Field(default=False, description="Asks for a figure.")

    @property
    def asks_sum(self) -> bool:
        """Whether the figure asked for is the sum itself; not one about it (tax, who pays), with words of its own for silence."""
        return self.amount and self.silent is None


class AtWork(Value):
    """Who is read as the place one works at, where they do nothing or say that there is no such thing."""

    places: dict[Text, tuple[Text, ...]] = Field(default_factory=dict, description="听成哪里：谁。院长不批，听成医院不批。")
    speakers: tuple[Text, ...] = Field(default=(), description="也替单位说“没有”的人和地方；说他们不办，照原样听。")
    things: tuple[Text, ...] = Field(default=(), description="说没有的是什么：没有这个补助。")
    idle: tuple[Text, ...] = Field(default=(), description="不办是怎么说的：不批、不管。")


NOBODY_AT_WORK = AtWork()
"""Nobody is read as the place they work at."""


class Lexicon(Value):
    """Words folded into concepts, and spoken or written variants rewritten before anything else."""

    rewrites: dict[str, str] = Field(default_factory=dict)
    concepts: dict[Id, tuple[Text, ...]] = Field(min_length=1)
    as_typed: tuple[Text, ...] = Field(default=(), description="Words meant as they were typed, though another known word sounds the same.")
    at_work: AtWork = NOBODY_AT_WORK


class Phrase(Value):
    """Small talk or a command in words: all that a message says, or, for one with ``like``, what it is most like."""

    id: Id
    says: tuple[Text, ...] = Field(min_length=1)
    like: tuple[Text, ...] = Field(
        default=(), description="More ways of saying it, by which longer messages are recognised."
    )
    reply: Text | None = None
    declines: bool = Field(default=False, description="The reply says that the documents do not say it.")
    action: Id | None = None
    about: Id | None = Field(
        default=None,
        description="What is asked of the document itself: issuer, published, number, follows, in-force, items; or a note of region.yaml, "
        "with a reply for documents that have none on it.",
    )


class Signal(Value):
    """Words by which people signal what they are doing: correcting, supposing, adding up, asking for everything."""

    id: Id
    says: tuple[Pattern, ...] = Field(
        min_length=1, description="Single words; with ^ before: only at the beginning; with ^ and $: the whole message."
    )


class CareReply(Value):
    """First lines for one situation: said where one of ``heard`` (words of care) was heard; without any, always."""

    heard: tuple[Id, ...] = ()
    along_with: tuple[Id, ...] = Field(default=(), description="还要听到这里的一个词：在前线的，是家里人")
    say: tuple[Text, ...] = Field(min_length=1)
    then: tuple[Text, ...] = Field(default=(), max_length=2, description="接着说的，换掉这一类的 then：说给孩子听的，不一样")
    help: tuple[Id, ...] = Field(default=(), description="换掉这一类的 help：等消息的人要的不是热线")


class CareAfter(Value):
    """What is said in the next turns to somebody who feels better, says thanks, or goes. Never a bare farewell."""

    better: Text
    thanks: Text
    farewell: Text
    again: Text | None = Field(
        default=None, description="几句话里又说到难受：号码和文件的帮助前面说过了，换这一句接着说；不写就照说"
    )


class CareKind(Value):
    """A kind of danger or grief: how it is told, by viewpoint, what gives it away, what is said to it."""

    id: Id
    phrasings: dict[Id, tuple[Text, ...]] = Field(min_length=1)
    signals: Patterns = Field(default=(), description="Evidence put together; <…> are words of care.")
    unless: tuple[Id, ...] = Field(
        default=(), description="话里听到这些词，signals 一条也不算：已经过去的、新闻里的、问规定的"
    )
    plainly: Patterns = Field(
        default=(),
        description="说到这一步就是了，旁边说的是谁、在哪里、问哪一项都不改：unless 的词只管它自己那几个分句，roles 的 past 管整句",
    )
    not_with: tuple[Id, ...] = Field(default=(), description="话里听到这些词，就不是这一类：说“我老公”的不是孩子")
    only_with: tuple[Id, ...] = Field(default=(), description="话里一个这些词也没有，就不是这一类：大人也说“我妈妈”")
    of_others: Id | None = Field(default=None, description="话是别人说的（我弟说他不想活了），就按这一类接")
    danger: bool = Field(default=False, description="A life is in danger now: 120 in the first line, no document.")
    grave: bool = Field(default=False, description="A life may be in danger: not made less by a lesser kind said after it.")
    reply: tuple[CareReply, ...] = Field(min_length=1, description="The first that fits is said; the last one always fits.")
    then: tuple[Text, ...] = Field(min_length=1, max_length=2)
    lines: tuple[Id, ...] = Field(min_length=1, description="National numbers the reply names.")
    after: CareAfter
    unsure: tuple[Text, ...] = Field(
        default=(), max_length=2, description="说得不明白、又没问什么时，轻轻接住的一两句；不写就照明白说了的答"
    )
    help: tuple[Id, ...] = Field(default=(), description="Topics of documented help, the first that the region has.")
    help_to_call: bool = Field(default=False, description="help 里只说有号码、有入口的：跟孩子说话，不报单位名")
    beside: Text | None = Field(
        default=None, description="问正事时先接的半句，reply 里没有更贴的就用它：不说问的人自己怎么了；不写就用 reply 最后一条"
    )
    alike: tuple[Id, ...] = Field(
        default=(), description="说的是同一件事的主题：话像它们，不算在问别的，除非真有一句在问"
    )


class CareLookAlikes(Value):
    """What only sounds like distress, by viewpoint."""

    id: Id
    phrasings: dict[Id, tuple[Text, ...]] = Field(min_length=1)
    asks_nothing: bool = Field(default=False, description="只是随口说说，不是在问待遇：这样的话不给条款")


class CareRoles(Value):
    """What words of care are taken for, besides being compared. Words without a role may tell of danger to life."""

    frame: tuple[Id, ...] = Field(default=(), description="谁、在哪里、什么时候，还有问话的词：光有它们不算难过")
    everyday: tuple[Id, ...] = Field(default=(), description="寻常问话里也常有、说不到生命危险的词")
    signs: tuple[Id, ...] = Field(default=(), description="急病和行凶的样子：能说到生命危险，可问规定的话里也有，单有它们就让给问话")
    hides: tuple[Id, ...] = Field(default=(), description="寻常的长词，里头的短词不算：血压里的血、心跳里的跳")
    sighs: tuple[Id, ...] = Field(default=(), description="问正事时叹的一口气：先接半句再答")
    worn: tuple[Id, ...] = Field(default=(), description="不管问的事多明白，都要接半句的词")
    going: tuple[Id, ...] = Field(default=(), description="道谢、要走的词：答完以后说，就是道别")
    grief: tuple[Id, ...] = Field(default=(), description="说到有人走了的词：问正事时，先接的半句是节哀")
    only_plainly: tuple[Id, ...] = Field(default=(), description="只给 plainly、only_with 和挑 reply 用的词：不进权重，也不算听到了难过")
    others: tuple[Id, ...] = Field(default=(), description="说的是别人的词：他、我妈、同事")
    past: tuple[Id, ...] = Field(default=(), description="说事情早过去了、好了、是戏里的词：听到了，plainly 也不算")
    deadly: tuple[Id, ...] = Field(default=(), description="哪怕同时在问事，也不能当问话放过去的词")
    at_hand: tuple[Id, ...] = Field(default=(), description="说事情就在眼前的词：有它，“要是”也不是假设")
    heavy: tuple[Id, ...] = Field(default=(), description="笑着说也不算玩笑的词：想死、交代后事、告别")
    light: tuple[Id, ...] = Field(default=(), description="吃的、玩的、看的、家里的东西：接住以后再说到它们，就不再接着给号码")
    unasked: tuple[Id, ...] = Field(default=(), description="猫狗、花草：没有谁拿它们来问待遇")
    outcry: tuple[Id, ...] = Field(default=(), description="喊出来的一声：崩溃了。整句没有别的，就是说自己")
    asks: tuple[Id, ...] = Field(default=(), description="问话的词")
    entitled: tuple[Id, ...] = Field(default=(), description="说到待遇和文件的词")


class CareContent(Value):
    """All that is known of distress. ``words`` are folded into one within care only, so that no topic is touched."""

    kinds: tuple[CareKind, ...] = ()
    look_alikes: tuple[CareLookAlikes, ...] = ()
    words: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    roles: CareRoles = CareRoles()
    lightly: Patterns = ()


class CareWords(Value):
    """One file of words by which distress is heard."""

    words: dict[Id, tuple[Text, ...]] = Field(min_length=1)
    roles: CareRoles = Field(default=CareRoles(), description="程序认的词：各算什么")
    lightly: Patterns = Field(
        default=(), description="说得轻的样子：笑着说、早好了的旧事、玩笑。有它，别的话要说得更明白才算难过"
    )


class Places(Value):
    """Places people name that no region covers, and places where teams were sent."""

    uncovered: tuple[Text, ...]
    destinations: tuple[Text, ...]
    elsewhere: tuple[Text, ...] = Field(default=(), description="Words for another place that name none.")
    without_lines: tuple[Text, ...] = Field(default=(), description="Of the uncovered, those where no national line answers.")
