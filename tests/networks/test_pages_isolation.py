"""Somebody of another network asks for every address of Meerlinden: the public ones answer, nothing else is there."""

import pytest
from django.test import Client

from samenspel.networks.models import BoardPost
from tests.cast import Cast, as_person
from tests.networks.writing import messages_at, write

pytestmark = pytest.mark.django_db
SECRET = "kanariegeel"


def everything(cast: Cast) -> tuple[list[str], list[str]]:
    """The addresses of Meerlinden that are public, and those that are not; all that is not public holds the secret."""
    post = BoardPost.objects.create(
        network=cast.meerlinden, organisation=cast.huisvriend, kind="need", theme="room", title=SECRET, text=SECRET,
        posted_by=cast.henk.pk,
    )  # fmt: skip
    write(text=SECRET, name=SECRET)
    network, partner = "/n/meerlinden/", f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/"
    public = [network, partner, f"{network}contact/", f"{network}contact/verstuurd/", f"{network}adviseur/"]
    board = [f"{network}prikbord/{rest}" for rest in ("", "van-ons/", "nieuw/", f"{post.pk}/", f"{post.pk}/aanpassen/")]
    inbox = [f"/berichten/{message.pk}/" for message in messages_at(cast.meerlinden)]
    own = [f"/o/{cast.huisvriend.slug}/", f"/o/{cast.huisvriend.slug}/profiel/", f"{network}bewerken/"]
    return [*public, f"{partner}contact/"], [*board, *inbox, *own]


@pytest.mark.parametrize("name", ["karin", "ali"])
def test_another_network_gets_the_public_pages_and_nothing_else(cast: Cast, name: str) -> None:
    public, closed = everything(cast)
    browser = as_person(cast.people[name])
    for address in public:
        answer = browser.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert SECRET not in answer.content.decode()
    for address in closed:
        answer = browser.get(address)
        assert (address, answer.status_code) == (address, 404)
        for word in (SECRET, "Meerlinden", "Huisvriend"):
            assert word not in answer.content.decode()


def test_a_visitor_is_sent_to_sign_in(cast: Cast) -> None:
    public, closed = everything(cast)
    assert {Client().get(address).status_code for address in public} == {200}
    answers = [Client().get(address) for address in closed]
    assert {answer.status_code for answer in answers} == {302}


def test_the_own_people_do_see_it(cast: Cast) -> None:
    _public, closed = everything(cast)
    henk = [as_person(cast.henk).get(address) for address in closed if "prikbord" in address or "profiel" in address]
    assert {answer.status_code for answer in henk} == {200}
    assert any(SECRET in answer.content.decode() for answer in henk)
