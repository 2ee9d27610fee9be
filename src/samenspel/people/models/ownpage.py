"""A person's own page: which link and code open it, and the news that they are to be told."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.networks.models import Network, Organisation
from samenspel.people.models.persons import TOLD_TEXTS, Person
from samenspel.people.rules import News, ToldBy

NEWS_TEXTS = [
    (News.RECEIVED.value, _("De vraag is binnen")),
    (News.SENT.value, _("Er is hulp gevraagd bij een organisatie")),
    (News.ACCEPTED.value, _("Een organisatie wil helpen")),
    (News.NOBODY_YET.value, _("Er is nog niemand gevonden")),
    (News.STARTED.value, _("De hulp is begonnen")),
    (News.ENDED.value, _("De hulp is gestopt")),
    (News.CLOSED.value, _("De vraag is afgesloten")),
]


class OwnPage(models.Model):
    """What opens the page of one person.

    A link carries the number it was made with; a higher `link_number` makes every older link void. Of the code and of
    the browser in which the page is open only keyed hashes are kept. `mailed_at` is when news was last mailed.
    """

    row_lock: ClassVar[RowLock] = RowLock("id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="own_page")
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+", db_index=False)
    link_number = models.PositiveIntegerField(default=1)
    code_key = models.CharField(max_length=32, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    tries_left = models.PositiveSmallIntegerField(default=0)
    open_key = models.CharField(max_length=32, blank=True)
    open_until = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code_key="", code_until=None) | (~Q(code_key="") & Q(code_until__isnull=False)),
                name="own_page_code_ends",
            ),
            models.CheckConstraint(
                condition=Q(open_key="", open_until=None) | (~Q(open_key="") & Q(open_until__isnull=False)),
                name="own_page_opening_ends",
            ),
        ]


class Telling(models.Model):
    """One piece of news that a person is to hear, by the way they chose.

    `organisation` is filled only when this person agreed that it may know them, so that it can be named. What goes by
    phone or letter waits on the desk of the network until somebody ticked it off (`told_by_user`).
    """

    row_lock: ClassVar[RowLock] = RowLock("network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tellings", db_index=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    request_id = models.UUIDField()
    news = models.CharField(max_length=10, choices=NEWS_TEXTS)
    way = models.CharField(max_length=6, choices=TOLD_TEXTS)
    happened_at = models.DateTimeField(default=clock.now)
    told_at = models.DateTimeField(null=True, blank=True)
    told_by_user = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["happened_at", "id"]
        indexes = [
            models.Index(fields=["network", "happened_at"], condition=Q(told_at=None), name="telling_waits"),
            models.Index(fields=["person", "happened_at"], name="telling_of_person"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(news__in=[one.value for one in News]), name="telling_news_is_known"),
            models.CheckConstraint(condition=Q(way__in=[one.value for one in ToldBy]), name="telling_way_is_known"),
        ]
