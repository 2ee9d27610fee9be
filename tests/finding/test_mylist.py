"""The code of a list is the list: whole it gives the same ids in the same order, broken it says so."""

from uuid import UUID, uuid4

import pytest

from samenspel.finding import mylist
from samenspel.finding.mylist import BadCode, Full, Ids


def some(number: int) -> Ids:
    return tuple(uuid4() for _each in range(number))


@pytest.mark.parametrize("number", [1, 2, 3, 7, mylist.MOST])
def test_a_code_gives_back_the_list_in_its_order(number: int) -> None:
    ids = some(number)
    code = mylist.code_of(ids)
    assert mylist.ids_in(code) == ids
    assert len(code) <= mylist.LONGEST_CODE
    assert code.replace("-", "").replace("_", "").isalnum()


def test_a_code_that_lost_or_changed_a_letter_is_refused() -> None:
    code = mylist.code_of(some(3))
    other = "A" if code[5] != "A" else "B"
    for broken in (
        code[:-1],
        code[1:],
        code[:22],
        code[:5] + other + code[6:],
        code + "AAAA",
        "",
        "A",
        "é",
        "x" * 9999,
    ):
        with pytest.raises(BadCode):
            mylist.ids_in(broken)


def test_nothing_stands_on_a_list_twice_and_no_list_is_longer_than_it_may_be() -> None:
    one = uuid4()
    for ids in ((one, one), some(mylist.MOST + 1), ()):
        with pytest.raises(BadCode):
            mylist.ids_in(mylist.code_of(ids))


def test_putting_on_and_taking_off() -> None:
    first, second = some(2)
    assert mylist.with_one((first,), second) == (first, second)
    assert mylist.with_one((first, second), first) == (first, second)
    assert mylist.without((first, second), first) == (second,)
    with pytest.raises(Full):
        mylist.with_one(some(mylist.MOST), first)


def test_moving_goes_no_further_than_the_ends() -> None:
    a, b, c = ids = some(3)
    assert mylist.moved(ids, c, by=-1) == (a, c, b)
    assert mylist.moved(ids, a, by=1) == (b, a, c)
    assert mylist.moved(ids, a, by=-1) == ids
    assert mylist.moved(ids, c, by=1) == ids
    assert mylist.moved(ids, UUID(int=0), by=1) == ids


def test_two_lists_together_keep_what_one_had_first() -> None:
    a, b, c = some(3)
    assert mylist.together((a, b), (c, a)) == (a, b, c)
    assert len(mylist.together(some(15), some(15))) == mylist.MOST
