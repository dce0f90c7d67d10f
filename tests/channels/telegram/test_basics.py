from __future__ import annotations
from tests.channels.telegram.harness import Person

async def test_answers(nurse: Person) -> None:
    heard = await nurse.asks("/start")
    print(heard.text, heard.labels)
    heard = await nurse.asks("一天补多少")
    print(heard.text, heard.labels)
    heard = await nurse.tapped(heard, "红桥")
    print(heard.text, heard.labels)
