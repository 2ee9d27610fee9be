"""The board between organisations: what we need, what we can offer (P3.8)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.networks.models.network import Network, Organisation
from samenspel.networks.rules import PostKind, PostTheme

THEME_TEXTS = [
    (PostTheme.ROOM.value, _("Ruimte")),
    (PostTheme.TRANSPORT.value, _("Vervoer")),
    (PostTheme.VOLUNTEERS.value, _("Vrijwilligers")),
    (PostTheme.TRAINING.value, _("Scholing")),
    (PostTheme.KNOWLEDGE.value, _("Kennis en ervaring")),
    (PostTheme.MATERIAL.value, _("Spullen")),
    (PostTheme.PUBLICITY.value, _("Bekendheid")),
    (PostTheme.MONEY.value, _("Geld")),
    (PostTheme.OTHER.value, _("Iets anders")),
]


class BoardPost(models.Model):
    """One need or one offer of an organisation, seen by the partners of one network."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="posts")
    kind = models.CharField(
        _("Vraagt of biedt u iets?"),
        max_length=5,
        choices=[(PostKind.NEED.value, _("Wij zoeken")), (PostKind.OFFER.value, _("Wij bieden"))],
    )
    theme = models.CharField(_("Waar gaat het over?"), max_length=12, choices=THEME_TEXTS)
    title = models.CharField(_("Titel"), max_length=100)
    text = models.TextField(_("Toelichting"), max_length=1500)
    until_on = models.DateField(_("Tot wanneer?"), null=True, blank=True)
    posted_at = models.DateTimeField(default=clock.now)
    posted_by = models.UUIDField()
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("Wat is het geworden?"), max_length=200, blank=True)

    class Meta:
        ordering = ["-posted_at", "id"]
        indexes = [models.Index(fields=["network", "kind", "theme"], name="post_board")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="post_closed_has_outcome",
            ),
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in PostKind]), name="post_kind_is_known"),
            models.CheckConstraint(
                condition=Q(theme__in=[theme.value for theme in PostTheme]), name="post_theme_is_known"
            ),
        ]


class BoardReply(models.Model):
    """An organisation answers a need or an offer."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    post = models.ForeignKey(BoardPost, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("Uw reactie"), max_length=1500)
    replied_at = models.DateTimeField(default=clock.now)
    replied_by = models.UUIDField()

    class Meta:
        ordering = ["replied_at", "id"]
