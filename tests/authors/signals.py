"""Signals for the small sound folder, a word or two of each."""

from __future__ import annotations

from bot.model.talk import Signal

SAID = {
    "opening": ("你好", "请问", "好的"),
    "corrects": ("不对", "更正"),
    "interjection": ("哦",),
    "supposes": ("要是",),
    "leans": ("那",),
    "together": ("一共",),
    "sum": ("一共", "算"),
    "lists": ("什么", "哪些"),
    "unsure": ("^ 不清楚 $",),
    "next-question": ("另外",),
    "turns-to": ("其实想问",),
    "all-regions": ("两地的",),
    "phone-alone": ("^ 电话多少 $",),
    "turns-to-somebody": ("找谁",),
    "work-it-out": ("^ 算一算 $",),
    "comes-to": ("应得几何",),
    "office-details": ("电话", "地址"),
    "office-idle": ("负责", "管"),
    "private-details": ("手机",),
    "looks-up": ("查",),
    "the-documents": ("文件",),
    "place-own": ("我在", "我调到"),
    "place-moved": ("不对", "调到"),
}
SIGNALS = tuple(Signal(id=name, says=says) for name, says in SAID.items())
