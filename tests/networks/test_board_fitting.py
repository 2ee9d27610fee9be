"""When a need and an offer may fit each other."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from samenspel.networks import rules
from samenspel.networks.fitting import PostFacts, fit_of, shared_words
from samenspel.networks.rules import PostKind, PostTheme

NEED = PostFacts(PostKind.NEED, PostTheme.TRANSPORT, "Wij zoeken een rolstoelbus", organisation=1)
facts = st.builds(
    PostFacts,
    kind=st.sampled_from(PostKind),
    theme=st.sampled_from(PostTheme),
    words=st.text(max_size=60),
    organisation=st.integers(1, 3),
    until_on=st.none() | st.dates(),
)


def offer(*, theme: PostTheme = PostTheme.TRANSPORT, organisation: int = 2, until_on: date | None = None) -> PostFacts:
    return PostFacts(PostKind.OFFER, theme, "Rolstoelbussen te leen", organisation, until_on)


def test_an_offer_of_another_with_the_same_theme_fits() -> None:
    fit = fit_of(NEED, offer(until_on=date(2026, 12, 1)))
    assert fit
    assert fit.shared_words == ("rolstoelbus",)
    assert fit.until_on == date(2026, 12, 1)


def test_another_theme_or_ones_own_offer_or_another_need_does_not_fit() -> None:
    assert fit_of(NEED, offer(theme=PostTheme.ROOM)) is None
    assert fit_of(NEED, offer(organisation=1)) is None
    assert fit_of(NEED, NEED) is None


@given(facts, facts)
def test_fitting_works_both_ways(one: PostFacts, other: PostFacts) -> None:
    there, back = fit_of(one, other), fit_of(other, one)
    assert (there is None) == (back is None)
    if there and back:
        assert there.until_on == back.until_on
        assert bool(there.shared_words) == bool(back.shared_words)


def test_words_that_say_nothing_do_not_count() -> None:
    assert shared_words("Wij zoeken graag iemand", "Iemand die wij graag zoeken") == ()
    assert shared_words("Een BUSJE!", "busjes genoeg, busje") == ("busje",)


def test_a_post_stays_through_its_last_day() -> None:
    day = date(2026, 12, 1)
    assert not rules.has_expired(until_on=day, today=day)
    assert rules.has_expired(until_on=day, today=date(2026, 12, 2))
    assert not rules.has_expired(until_on=None, today=day)
