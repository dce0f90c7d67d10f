"""Words by which a stretch of text asks something, and by which several amounts are wanted as one."""

from __future__ import annotations

import re

ASKS = re.compile(
    r"[吗么呢]$|不$|(?<!还)没$|多少|(?<![点好十])几|哪|谁|(?<!没)什么|(?<!没)啥|怎|咋|点样|边个|(.)[不唔]\1|有没|有冇|能不|要不|多久|何时"
)
IN_ONE_SUM = re.compile("一共|总共|合计|合起来|加起来|加一块|加一起|加在一起|凑一起|凑一块|一起算|两样")
