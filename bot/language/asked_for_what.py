"""What a question asks for: what there is, a share, a rate, who leads, the difference of two things, what is required, all of it."""

from __future__ import annotations

import re

from bot.language.clauses import Stretch, without_end

_WHAT_ONE_GETS = re.compile(
    "(?:有|得(?!等|排|熬)|给|畀|享|拿|领|沾|落|捞|攞)[^，。？]{0,5}(?:什么|啥|哪些|哪几|咩|乜|嘛)(?!时候|时间)|(?:什么|啥|哪些|咩)(?:是)?(?:我|咱)"
)


def asks_what_one_gets(question: str) -> bool:
    """Whether a clause asks what there is, and of nothing in particular: 我能得着啥.

    >>> [asks_what_one_gets(text) for text in ("我能得着啥", "我能享受哪些", "我该找谁", "我得等到什么时候")]
    [True, True, False, False]
    """
    return _WHAT_ONE_GETS.search(question) is not None


_WHAT_ONE_HAS = re.compile(
    "(?:能|可以|也|都)*(?:有|享受?|领|拿)(?:到|得到?)?(?:什么|啥|哪些|哪几|咩|乜)(?!材料|证|手续|要求|条件|办法|单|表)"
)


def asks_what_one_has(behind: str) -> bool:
    """Whether what stands behind whoever is named asks what they have or are given: 我|有什么保险.

    >>> [asks_what_one_has(text) for text in ("有什么保险", "能领啥补助", "得带什么材料", "有什么办法")]
    [True, True, False, False]
    """
    return _WHAT_ONE_HAS.match(behind) is not None


_MAY_CALL = re.compile(
    "(?:能|可以|可唔可以|让|给|许)(?:[不唔]能)?[^，。？]{0,4}打(?:吗|么|不|嘛|没|过去|进去|通)?(?:吗|么|不|嘛)?"
    "|[^，。？]{0,6}打(?:[不唔]打)?得[吗么不嘛㗎]?"
)


def asks_to_call(clause: str) -> bool:
    """Whether a clause asks if somebody may ring up, by the verb alone: 我跟我爷爷能打吗; not 能打疫苗吗.

    >>> [asks_to_call(clause) for clause in ("我跟我爷爷能打吗", "佢打唔打得", "能打疫苗吗", "能报吗")]
    [True, True, False, False]
    """
    last = without_end(clause)
    return any(found.end() == len(last) for found in _MAY_CALL.finditer(last))


_ONE_AND_THE_SAME = re.compile(
    "(?:是不是|算不算|是|算|系咪|系)同?一(?:[回码]|[份笔个样件项种]?)(?:事|钱|款|假|险|东西|意思|样东西)?(?=[吗不么吧呀啊嘛嚟㗎？，。]|$)"
    "|[一同两][回码]事|两[码样]东?西?(?=吧|$)|同一[份笔个样件项种]|(?:什么|啥|咩|乜|嘛|有)(?:区别|不同|不一样|差别)|区别|差别"
)


def told_apart_by(text: str) -> list[Stretch]:
    """Where it is asked whether two things are one and the same, or how they differ.

    >>> [told_apart_by(text) != [] for text in ("津贴和补助是不是一份钱", "这俩有啥不一样", "补助是一天三百吗", "是一样东西不")]
    [True, True, False, True]
    """
    return [found.span() for found in _ONE_AND_THE_SAME.finditer(text)]


_BOTH = re.compile(
    "(?<![生士夫妻护线家人们的属工员])(?<![我你他她咱]俩)(?<!口子)都[^，。？]{0,2}(?:拿|领|赔|攞)"  # not all of them: 医生护士都
    "|都要(?=[吗么不嘛？]|$)|(?:同时|一起|一块儿?|一齐)[^，。？]{0,2}(?:拿|领|要|享|赔|得|攞)|冲突|重复|叠加|二选一"
    "|(?:赔|给|拿|领|发|攞|有)[了咗][^。？]{2,14}(?P<at>(?:还|仲)(?:给|赔|能|有|发|拿|领|俾|畀))"
)


def had_both_by(text: str) -> list[Stretch]:
    """Where it is asked whether one may have two things together.

    >>> [had_both_by(text) != [] for text in ("能都要吗", "工伤赔了，那份保险还给不给", "都能报什么", "医生护士都能领吗")]
    [True, True, False, False]
    """
    return [found.span("at" if found["at"] else 0) for found in _BOTH.finditer(text)]


def said_of_both(text: str) -> int:
    """Where a text begins to say one and the same of all that was named before, or -1: 补助和慰问金|都交税吗.

    >>> said_of_both("补助和慰问金都交税吗"), said_of_both("补助交税吗")
    (6, -1)
    """
    return text.find("都")


_AGAINST = re.compile("[的嘅](?:和|跟|与|同埋?|比)[^，。？]{1,16}(?:差|多|高|少)")


def sets_against(text: str) -> bool:
    """Whether what two kinds of people get is set against each other, so that nobody's own case is told.

    >>> sets_against("下病房的跟看大门的差多少"), sets_against("直接接触的比不接触的多几块"), sets_against("我和我爱人一共多少")
    (True, True, False)
    """
    return _AGAINST.search(text) is not None


_SHARE = re.compile("[有算][我他她]|份(?!保)|轮[得不]?[上到]|够格|够条件|资格|符合")


def asks_for_a_share(words: str) -> bool:
    """Whether words ask for somebody's own share of what is given.

    >>> asks_for_a_share("有我份"), asks_for_a_share("轮得到"), asks_for_a_share("能不能")
    (True, True, False)
    """
    return _SHARE.search(words) is not None


_THERE_IS = re.compile(
    "有没有|有冇|有无|有[^，。？]{1,10}(?:[吗么没不]|没有|冇)[啊呀呢的]*$|(?<![能会也都还就才只没我他她你佢])有(?:[吗么没]|没有|冇)[啊呀呢的]*$"
)


def asks_if_there_is(question: str) -> bool:
    """Whether a clause asks for yes or no whether there is something, not whether somebody has a share of it.

    >>> asks_if_there_is("软件里有心理咨询吗"), asks_if_there_is("有没有我份"), asks_if_there_is("能领吗")
    (True, False, False)
    >>> asks_if_there_is("体检有吗"), asks_if_there_is("那我也有吗")
    (True, False)
    """
    last = without_end(question)
    return _THERE_IS.search(last) is not None and not asks_for_a_share(last)


_LEADS = re.compile("牵头|牵的头|牵个头")


_PERSON = re.compile(
    "(?:找|问|归|由|跟|向|该|联系)(?:谁|边个|边位|哪位)|(?:谁|边个|边位|哪位)(?:来|在|去|给)?(?:管|负责|牵头|主管|办|处理|经手|盯)|联系人|哪个人"
)


def asks_for_a_person(question: str) -> bool:
    """Whether a clause asks for somebody to turn to, not only for an office.

    >>> [asks_for_a_person(text) for text in ("这事归谁管", "该找谁", "该找哪个局", "谁能领")]
    [True, True, False, False]
    """
    return _PERSON.search(question) is not None


def asks_who_leads(question: str) -> bool:
    """归谁牵头: asks for the unit that leads rather than for a name.

    >>> asks_who_leads("这事归谁牵头"), asks_who_leads("带头的叫啥")
    (True, False)
    """
    return _LEADS.search(question) is not None


_TO_WAIT = re.compile(
    "[，。！？ ]*(?:那|就|还|又)?(?:是不是|系咪|还是|难道)?(?:要|得|非得|必须|还得)?等(?:到)?[^，。？]{0,6}"
    "(?:完|结束|过去|过后|以后|之后|消停|平息)[了才]?[^，。？我他她你]{0,4}[吗么吧不呢]?[，。？ ]*"
)


def asks_if_to_wait(clause: str) -> bool:
    """等疫情完了再说吗: asks only whether one has to wait, of whatever matter stands beside it.

    >>> asks_if_to_wait("等疫情完了再说吗"), asks_if_to_wait("是不是得等结束以后"), asks_if_to_wait("疫情完了能歇几天")
    (True, True, False)
    """
    return _TO_WAIT.fullmatch(clause) is not None


_THEY_GET = re.compile(
    "(?:那|哦|，)*(?:他|她|佢|人家)?(?:们|哋)?(?:的|嘅)?[^，。？我咱俺]{0,5}(?:能|可以|会|该|得|应该|会不会)?"
    "(?:领|得|拿|有|享受?|给|落|着)(?:到|着|些|点|得)*(?:什么|啥|哪些|咩|乜)"
    "(?:待遇|好处|照顾|说法|补偿|优待|抚恤|东西|补助|保障)?[呢啊呀没吗]?？?"
)


def asks_what_they_get(text: str) -> bool:
    """他爸妈能领啥: asks what somebody spoken of before is given, and names no matter.

    >>> asks_what_they_get("他爸妈能领啥"), asks_what_they_get("家里人有什么待遇"), asks_what_they_get("我爸妈能领啥")
    (True, True, False)
    """
    return _THEY_GET.fullmatch(text) is not None


_A_DAY_GIVES = re.compile("(?:每天|每日|一天|一日|天天)[^，。？]{0,8}(?:多少|几)|(?:哪一?|第几|什么|啥)档")
_TWO_RATES = re.compile(
    r"(?<!\d)(?:\d{3}|[二两三四六]百)(?:块钱?|元)?(?:一天|每天)?(?:的|那档)?(?:还是|，(?=[按算拿给发领]))[按算拿给发领]?"
    r"(?:\d{3}|[二两三四六]百)(?![天日\d])"
)
_IN_ALL = re.compile("共|合计|总|加起|加一")


def asks_for_a_rate(text: str) -> bool:
    """Whether what a day gives is asked, and no sum of days.

    >>> asks_for_a_rate("每天算几百块的"), asks_for_a_rate("一天几百，一共多少"), asks_for_a_rate("算下来多少"), asks_for_a_rate("算哪档")
    (True, False, False, True)
    >>> asks_for_a_rate("补助算200还是300"), asks_for_a_rate("按两百天还是三百天"), asks_for_a_rate("算20还是21天")
    (True, False, False)
    """
    one_of_two = _TWO_RATES.search(text) is not None
    return one_of_two or (_A_DAY_GIVES.search(text) is not None and _IN_ALL.search(text) is None)


_ONLY_HOW_MUCH = re.compile(
    "(?:那|那么|大概|大约|到底|具体|究竟|一共|总共|能|会|可以|可|要|给|是|得|，)*"
    "(?:加|增加?|核增|涨|提高?|升|发|补|给|报|扣)(?:了|到|出|我们?|咱们?|大家)?(?:多少|几多|几)(?:钱|块|元|倍|成)?[了的啊呀呢吗]*？?"
)


def asks_only_how_much(text: str) -> bool:
    """加多少: asks by a verb alone for the figure of what was spoken of before, and names nothing.

    >>> [asks_only_how_much(text) for text in ("加多少", "那能涨几倍呢", "一天加多少", "工资加多少", "加多少人")]
    [True, True, False, False, False]
    """
    return _ONLY_HOW_MUCH.fullmatch(text) is not None


_ONLY_THOSE = re.compile("[的了]?(?:人|那些)?才(?:能|行|可以|可|给|有|发|管|享受|轮|符合)[^，。；]{0,6}?(?:[吗嘛么吧？]|是不是|对不对)")


def asks_if_only_those(text: str, end: int, stop: int) -> bool:
    """表现好|才行？: asks of what stands before ``end`` whether it is needed, up to ``stop``, and tells nobody's case by it.

    >>> asks_if_only_those("表现好才行？", 3, 6), asks_if_only_those("户口在本区的才有吗", 5, 9), asks_if_only_those("我去了才知道", 3, 6)
    (True, True, False)
    """
    return _ONLY_THOSE.match(text, end, stop) is not None


_WHETHER_NEEDED = "要不要|用不用|需不需要|是不是(?:得|要|必须)"
_PUTS_ITSELF = re.compile(f"(?:{_WHETHER_NEEDED})(?:是|都|要|得)?$")
_NEEDED = re.compile(
    f"(?:(?<!觉)(?<!值)(?<!记)(?<!懂)(?<!不)得|必须|非得|非要|一定要|一定得|要求|需要|{_WHETHER_NEEDED})(?:是|都|要|得)?$"
)
_THEN_ASKS = re.compile("[^，。；？]{0,4}(?:[吗么嘛？]|不(?=？?$)|才[^，。；]{1,6})")


def asks_if_needed(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """得|跟我住|吗: asks of ``text[start:end]``, in the clause from ``begin`` to ``stop``, whether it is required.

    >>> asks_if_needed("得跟我住吗", 0, 1, 4, 5), asks_if_needed("用不用同住", 0, 3, 5, 5), asks_if_needed("我得跟我妈住", 0, 2, 6, 6)
    (True, True, False)
    """
    before = text[begin:start]
    if _NEEDED.search(before) is None:
        return False
    return _PUTS_ITSELF.search(before) is not None or _THEN_ASKS.match(text, end, stop) is not None


_ONLY_IF = re.compile("[^，。；]{1,8}才(?:能|行|可以|可|给|有|发|管|享受|轮到|符合)[的吗嘛么吧啊呀]*？?(?:(?<=？)[^，。；？]{1,4})?")


def asks_only_if(text: str) -> bool:
    """那表现好才行？: asks of what was told before whether it takes that.

    >>> asks_only_if("那表现好才行？"), asks_only_if("孩子户口在这才能上小学吗")
    (True, False)
    """
    return _ONLY_IF.fullmatch(text) is not None


_ALL_ON = re.compile(
    "(?:有关|相关|关于|方面|这块|那块|这类|那类|沾边|挨边)[^，。？]{0,6}(?:(?<![成首])都(?!市|江堰)|(?<!安)全(?![免额职程国])|所有|哪些|统统|逐|一[条项样]一[条项样])"
    "|(?:(?<![成首])都(?!市|江堰)|全部|所有|哪些|统统|凡是)[^，。？]{0,8}(?:有关|相关|沾边|挨边)"
)


def asks_for_all_on(text: str) -> bool:
    """跟食宿有关的都说说: asks for all there is on a matter.

    >>> asks_for_all_on("跟食宿有关的都说说"), asks_for_all_on("有关部门是哪个")
    (True, False)
    """
    return _ALL_ON.search(text) is not None


_WHAT_TO_DO = re.compile(
    "(?:怎么|怎样|咋|如何)(?:办(?!理|的?手续|下来|卡|他|她)|[弄整](?!他|她|人)|处理(?!打|他|她|人)|解决|是好)|点(?:搞|整|办)|(?<![补贴助钱])点算(?=$|[，。？啊呀好])"
)


def asks_what_to_do(text: str) -> bool:
    """Whether somebody asks what to do about something: they need to know whom to turn to as well.

    >>> asks_what_to_do("材料不齐咋弄"), asks_what_to_do("冇车返工点算"), asks_what_to_do("怎么办理")
    (True, True, False)
    >>> asks_what_to_do("补助点算"), asks_what_to_do("怎么处理打人的"), asks_what_to_do("这种闹事的会怎么办他")
    (False, False, False)
    """
    return _WHAT_TO_DO.search(text) is not None


_WHETHER_COUNTED = re.compile("算不算|属不属于")
_COUNTS_AS = re.compile("(?:(?<!不)算得上|(?<![不打])算是?|(?<!不)属于)(?:得上|是|作)?$")
_ENDS_IN_DOUBT = re.compile("[^，。；？！]{0,8}(?:[吗么嘛？]|[不没](?=[，。？]|$))")


def asks_if_counted(text: str, begin: int, start: int, end: int) -> bool:
    """隔离算|感染|吗: asks, in the clause from ``begin``, whether something counts as ``text[start:end]``, and tells it of nobody.

    >>> asks_if_counted("隔离算感染吗", 0, 3, 5), asks_if_counted("算不算援鄂", 0, 3, 5), asks_if_counted("我不算援鄂吧", 0, 3, 5)
    (True, True, False)
    >>> asks_if_counted("记者算不算", 0, 0, 5), asks_if_counted("去佛山算不算援鄂", 0, 0, 8)
    (False, True)
    >>> asks_if_counted("我算援鄂的，有吗", 0, 2, 4), asks_if_counted("我打算援鄂行吗", 0, 3, 5)
    (False, False)
    """
    whether = _WHETHER_COUNTED.search(text, begin, end)
    if whether is not None and whether.end() < end:  # not 记者算不算, of whom it is asked
        return True
    before = _COUNTS_AS.search(text, begin, start)
    return before is not None and _ENDS_IN_DOUBT.match(text, end) is not None


_HOW_MANY_ITEMS = re.compile(
    "(?:那|这|你们?|咱们?|的|个|份|些|套|文件|文|台账|解读|政策|措施|保障|规定|里[头面边]?|上|中|总共|一共|共|拢共|统共|合计|到底|都|也|有|是|写了?|列了?|包括|含|省|市|区|，)*"
    "(?:几|多少|幾|几多)(?:大)?[条项款](?:措施|政策|内容|工作|规定|办法|东西)?(?:啊|呀|呢|来着|嘛|吗|的|吧)*？?"
)


def asks_how_many_items(text: str) -> bool:
    """Whether nothing but how many items a document has is asked.

    >>> asks_how_many_items("台账里一共列了多少项呀"), asks_how_many_items("几条措施"), asks_how_many_items("归我的有几项")
    (True, True, False)
    """
    return _HOW_MANY_ITEMS.fullmatch(text) is not None
