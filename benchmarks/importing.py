"""What becomes of documents: items, amounts and units found and in the document, and what was left out by name.

    python benchmarks/importing.py FILE...

"In the document" is counted on the raw text, without the importer's idea of what an item is: amounts of money, and names
that end as offices do. "Lost" are those of them that are neither in a draft nor in the list of what was left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.authoring.importer_files import Found, found_in, read_source
from bot.authoring.importer_source import Source, tidy
from bot.authoring.unreadable import UnreadableError

AMOUNT = re.compile(r"\d[\d,.]*\s*(?:万元|亿元|元|倍|%|％|天|个月|小时)")
OFFICE = re.compile(r"(?<![\u4e00-\u9fff])[省市区县团各][\u4e00-\u9fff]{1,9}?(?:委|局|厅|联|会|部|政府|团委)(?![\u4e00-\u9fff])")
HEADINGS = ("文件", "项", "数额：文件里", "在草稿", "丢失", "单位：文件里", "在草稿", "丢失", "段或格", "没放进草稿")


def row(file: Path) -> tuple[str, ...]:
    """One line of the table."""
    try:
        source = read_source(file)
        found = found_in(source)
    except UnreadableError as error:
        return (file.name, str(error))
    amounts, units = (_counts(source, found, pattern) for pattern in (AMOUNT, OFFICE))
    return (file.name, str(len(found.drafts)), *amounts, *units, str(found.pieces), str(len(found.left_out)))


def _counts(source: Source, found: Found, pattern: re.Pattern[str]) -> tuple[str, str, str]:
    """Different ones in the document, in the drafts, and in neither draft nor list."""
    there = _all(pattern, (text for _, text in source.pieces()))
    drafted = "\n".join(_draft_texts(found))
    told = "\n".join(
        [drafted, found.head.title, found.head.issuer, found.head.number, *(left_out.text for left_out in found.left_out)]
    )
    plain = "".join(tidy(told).split())
    in_drafts = {one for one in there if one in "".join(tidy(drafted).split())}
    return str(len(there)), str(len(in_drafts)), str(len({one for one in there if one not in plain}))


def _all(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return {"".join(found.split()) for text in texts for found in pattern.findall(tidy(text))}


def _draft_texts(found: Found) -> Iterable[str]:
    for draft in found.drafts:
        yield from (draft.title, draft.text, draft.area, draft.officer, draft.deadline, draft.lead, *draft.units)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    sys.stdout.write("| " + " | ".join(HEADINGS) + " |\n|" + "---|" * len(HEADINGS) + "\n")
    for file in parser.parse_args().files:
        sys.stdout.write("| " + " | ".join(row(file)) + " |\n")


if __name__ == "__main__":
    main()
