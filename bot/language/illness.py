"""Who is told to be ill, or in need, and what is asked for the ill."""

from __future__ import annotations

import re

BEARS = re.compile("(?<![医学先女男新发花考招])生(?:了|完|个|头|二)?$")
"""Before a child that is no person yet: 嫂子|生|孩子."""

PATIENT = re.compile("(?:确诊|疑似|感染|发热|发烧|患病|得病|生病|住院|阳性|隔离)的(?:小)?$")
"""Before a kin term for somebody who is only cared for: 给确诊的|孩子看病."""

_IN_HOSPITAL = "住院|住了院|住着院"
_HOW = "(?:一直|老|总|很)?"
_AMISS = "不太?好|不行|有毛病"
"""What is said of a part of the body: 身体|一直|不太好."""

IN_NEED = re.compile(
    "(?:最近|昨天|前天|今天|上周|上个月|又|刚|也|得|要|在)?(?:去|在)?"
    f"(?:{_IN_HOSPITAL}|看病|看了病|看牙|补牙|镶牙|病了|生病|生了病|病倒|做手术|动手术|透析|化疗|摔了|摔断|骨折"
    "|没人(?:管|照[看顾应料]|看|陪|伺候)"
    f"|(?:心脏|身体|身子|腿脚|腰|眼睛|牙|胃|肝|肾|肺|血压|血糖|关节|膝盖){_HOW}(?:{_AMISS}|有病|疼|高))"
)
"""Right behind somebody whose need a question that follows is about: 我婆婆|住院，能报吗."""

_ILLNESS = (
    _IN_HOSPITAL,
    "生病|病了|病倒",  # falls ill
    "看[了过]?病",  # sees a doctor
    "发了?[高低]?烧(?!门诊|病人|患者)",  # a fever, and no ward or patients called by it
    "做了?[^，。？]{0,3}手术|动手术|开刀",  # an operation
    "透析|化疗",  # a treatment
    "生孩子|产检",  # a birth
    "阑尾炎|骨折|摔[了断]",  # what is wrong, by its name
    "得了[^，。？]{0,5}(?:病|炎|癌|瘤|新冠)",  # what is wrong, by the end of its name
    "感染了|染上|确诊|中招",  # the infection
    f"(?:心脏|身体|身子|血压|血糖){_HOW}(?:{_AMISS}|高)",  # what has long been amiss
)
ILL = re.compile("|".join(_ILLNESS))
"""Behind somebody in their clause, who is told to be ill."""

OF_THE_ILL = re.compile("报[吗么不没得多几]|[能给可]报|报销|陪|自费|药费|医药费|住院费|照[顾看料应]|伺候|(?:掏|出|垫|花|要)钱")
"""What is asked for whoever is ill, and not for whoever else the message tells of: 我妈住院了，我爸是医生，能|报吗."""

PASSES_IT_ON = re.compile("们?(?:给|又)?(?:传染|感染|传上|染上)")
"""Behind somebody who passed an infection on: 被家人|传染."""
