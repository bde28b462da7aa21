"""Records are made, compared and shown as dataclasses are, and do not change."""

from dataclasses import fields, is_dataclass

import pytest
from pydantic import TypeAdapter

from certeval.record import record


@record
class Point:
    x: int
    y: int = 0
    tags: tuple[str, ...] = ()


@record
class Other:
    x: int
    y: int = 0
    tags: tuple[str, ...] = ()


@record(kw_only=True)
class Base:
    version: int = 1
    name: str


@record(kw_only=True)
class Named(Base):
    name: str
    of: Point


@pytest.mark.parametrize(
    "point",
    [Point(1, 2), Point(1, y=2), Point(y=2, x=1), Point(1, 2, ())],
    ids=["in-order", "mixed", "by-name", "all"],
)
def test_fields_are_given_in_order_or_by_name(point):
    assert (point.x, point.y, point.tags) == (1, 2, ())


def test_a_record_takes_the_fields_of_its_base():
    named = Named(name="n", of=Point(1))
    assert (named.version, named.name, named.of) == (1, "n", Point(1))
    assert [field.name for field in fields(Named)] == ["version", "name", "of"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Point, "Point: no value for the field 'x'"),
        (lambda: Point(y=1), "Point: no value for the field 'x'"),
        (lambda: Point(1, 2, (), 4), "Point: a field too many, or one given twice"),
        (lambda: Point(1, x=1), "Point: a field too many, or one given twice"),
        (lambda: Point(1, z=1), "Point: no field 'z'"),
        (lambda: Named(1, name="n", of=Point(1)), "Named: a field too many, or one given twice"),
        (lambda: Named(name="n"), "Named: no value for the field 'of'"),
    ],
)
def test_wrong_fields(make, message):
    with pytest.raises(TypeError) as caught:
        make()
    assert str(caught.value) == message


def test_a_record_is_equal_to_one_of_its_kind_with_the_same_values():
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Other(1, 2)
    assert Point(1, 2) != (1, 2, ())


def test_equal_records_are_one_in_a_set():
    assert len({Point(1), Point(1, 0), Point(2)}) == 2
    assert hash(Point(1)) == hash(Point(1, 0))


def test_a_record_with_a_list_has_no_hash():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1, 0, []))


def test_a_record_is_shown_as_it_is_written():
    assert repr(Point(1, tags=("a",))) == "Point(x=1, y=0, tags=('a',))"
    assert repr(Named(name="n", of=Point(1))) == (
        "Named(version=1, name='n', of=Point(x=1, y=0, tags=()))"
    )


def test_a_record_does_not_change():
    point = Point(1)
    with pytest.raises(AttributeError, match=r"^Point.x cannot be changed$"):
        point.x = 2
    with pytest.raises(AttributeError, match=r"^Point.new cannot be changed$"):
        point.new = 2
    with pytest.raises(AttributeError, match=r"^Point.x cannot be deleted$"):
        del point.x
    assert point == Point(1)


def test_a_record_has_room_for_its_fields_only():
    assert not hasattr(Point(1), "__dict__")
    assert not hasattr(Named(name="n", of=Point(1)), "__dict__")


def test_a_record_is_a_dataclass_to_pydantic():
    assert is_dataclass(Point)
    described = TypeAdapter(Named).json_schema()
    assert set(described["properties"]) == {"version", "name", "of"}
    assert TypeAdapter(Named).dump_json(Named(name="n", of=Point(1))) == (
        b'{"version":1,"name":"n","of":{"x":1,"y":0,"tags":[]}}'
    )
