from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from planner.outgoing.documents.same_bytes import same_bytes

PARTS = {"xl/b.xml": b"<b/>", "[Content_Types].xml": b"<Types/>", "a.xml": b"<a>" + b"x" * 500 + b"</a>"}


def archive(names: list[str], year: int) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as packed:
        for name in names:
            packed.writestr(ZipInfo(name, (year, 4, 15, 16, 30, 0)), PARTS[name])
    return target.getvalue()


def test_archives_of_other_hours_and_orders_become_the_same() -> None:
    one, other = archive(sorted(PARTS), 2021), archive(list(PARTS), 2026)
    assert one != other
    assert same_bytes(one) == same_bytes(other)


def test_parts_stay_what_they_are_with_the_list_of_types_first() -> None:
    with ZipFile(BytesIO(same_bytes(archive(list(PARTS), 2026)))) as packed:
        assert packed.namelist() == ["[Content_Types].xml", "a.xml", "xl/b.xml"]
        assert {name: packed.read(name) for name in packed.namelist()} == PARTS
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_packing_twice_changes_nothing() -> None:
    once = same_bytes(archive(list(PARTS), 2026))
    assert same_bytes(once) == once
