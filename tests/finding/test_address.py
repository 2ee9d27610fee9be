"""The address of a search: what it says is what is wanted, and nothing in it makes it break."""

import pytest
from django.http import QueryDict

from samenspel.finding.address import query_of, wanted_from
from samenspel.finding.wanted import Wanted

pytestmark = pytest.mark.django_db


def read(query: str) -> Wanted:
    return wanted_from(QueryDict(query), None)


def test_an_address_says_everything_that_is_wanted() -> None:
    wanted = read(
        "q=iemand+om+mee+te+praten&soort=social-visiting&vorm=group&door=volunteer&dag=tue&dag=fri&taal=tr&km=5"
        "&plaats=1&pagina=2"
    )
    assert wanted == Wanted(
        text="iemand om mee te praten",
        kinds=("social-visiting",),
        form="group",
        provider="volunteer",
        days=("tue", "fri"),
        languages=("tr",),
        within_km=5,
        with_room=True,
        page=2,
    )


@pytest.mark.parametrize(
    "query",
    [
        "q=een+vraag&soort=social-visiting&dag=mon&taal=en&vorm=remote&door=both&km=10&plaats=1&pagina=3",
        "q=%22%3Cscript%3E+%26+%27",
        "",
    ],
)
def test_what_is_written_is_read_back(query: str) -> None:
    wanted = read(query)
    assert read(query_of(wanted)) == wanted


@pytest.mark.parametrize(
    "query",
    [
        "soort=bestaat-niet&vorm=x&door=x&dag=x&taal=x&km=x&plaats=x&pagina=x&buurt=x",
        "km=-5&pagina=-1&km=%C2%B2&pagina=%D9%A3",
        "pagina=99999999999999999999999999999999&km=1e9",
        "buurt=%00&q=%00%1f%7f",
        "buurt=BU99999999&soort=&dag=",
        "q=%E2%80%AE%E2%80%AB%E2%81%A6",
        "&".join(f"soort=kind{number}" for number in range(900)),
    ],
)
def test_what_is_unknown_is_passed_over(query: str) -> None:
    wanted = read(query)
    assert (wanted.text, wanted.kinds, wanted.area, wanted.within_km, wanted.page) == ("", (), None, None, 1)


def test_a_very_long_text_is_kept_short() -> None:
    assert len(read("q=" + "hulp+" * 20_000).text) < 5_000
