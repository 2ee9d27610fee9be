"""Mail about the board: one notice of new replies to who posted, without what was said."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samenspel.accounts.models import User
from samenspel.lib.mail import send_later
from samenspel.networks.emails.gathering import once_in
from samenspel.networks.models import BoardPost

NOTICE_TASK = "samenspel.networks.tell_poster"
GATHERED_FOR_MINUTES = 30


def tell_poster_soon(post: BoardPost) -> None:
    """One notice in half an hour for all replies to a post that come in until then."""
    once_in(GATHERED_FOR_MINUTES, task=NOTICE_TASK, lock=f"post:{post.pk}", post_id=str(post.pk))


def tell_poster(*, person: User, post: BoardPost) -> None:
    """Tell who posted that there is a reply, and where to read it."""
    with translation.override(person.language):
        link = settings.SITE_ADDRESS + reverse("networks:post", args=[post.network.slug, post.pk])
        text = render_to_string("networks/mail/board_reply.txt", {"network": post.network, "link": link})
        send_later(to=person.email, subject=_("Er is een reactie op uw prikbordbericht"), text=text)
