"""Roads, towns and institutions: what a place's name is only a part of."""

from __future__ import annotations

import pytest

from bot.language.addresses import beside_a_unit, is_another, is_road, unknown_places


@pytest.mark.parametrize(
    ("text", "name", "road"),
    [
        ("深圳路", "深圳", True),
        ("住在天津大道", "天津", True),
        ("广东中路小学", "广东", True),
        ("去深圳路上花了三小时", "深圳", False),
        ("深圳街道办", "深圳", False),
        ("深圳医院", "深圳", False),
    ],
)
def test_roads(text: str, name: str, road: bool) -> None:
    assert is_road(text, text.index(name) + len(name)) is road


@pytest.mark.parametrize("text", ["津南妇幼", "津南区妇幼保健院", "津南三院", "津南的定点医院"])
def test_an_institution_behind_a_name(text: str) -> None:
    assert beside_a_unit(text, len("津南"))


@pytest.mark.parametrize(("text", "longer"), [("红桥村", "红桥村"), ("红桥镇上", "红桥镇"), ("红桥区", None), ("红桥乡下", None)])
def test_another_place_that_begins_alike(text: str, longer: str | None) -> None:
    end = is_another(text, len("红桥"))
    assert (text[:end] if end else None) == longer


@pytest.mark.parametrize(
    ("text", "beside"),
    [("青岛的医院", True), ("青岛市第三人民医院", True), ("青岛那边的社区卫生服务中心", True), ("青岛的亲戚", False), ("青岛医生", False)],
)
def test_institutions(text: str, beside: bool) -> None:
    assert beside_a_unit(text, len("青岛")) is beside


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("她在临泽县中医院值班", ["临泽县"]),
        ("我们市医院", []),
        ("我在区医院", []),
        ("隔离区医院缺人", []),
        ("县医院和临泽县医院", ["临泽县"]),
    ],
)
def test_places_nobody_wrote_down(text: str, names: list[str]) -> None:
    assert [text[begin:end] for begin, end in unknown_places(text)] == names
