"""A network, the organisations in it, and the tie between them."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.networks.rules import SIDE_OF, OrganisationKind, Side
from samenspel.places.models import Area

KIND_TEXTS = [
    (OrganisationKind.VOLUNTEER_CARE.value, _("Vrijwilligersorganisatie")),
    (OrganisationKind.WELFARE.value, _("Welzijnsorganisatie")),
    (OrganisationKind.MUNICIPALITY.value, _("Gemeente")),
    (OrganisationKind.CARE_PROVIDER.value, _("Zorgaanbieder")),
    (OrganisationKind.CITIZEN_INITIATIVE.value, _("Bewonersinitiatief")),
    (OrganisationKind.NATIONAL_BODY.value, _("Landelijke organisatie")),
]


class Network(models.Model):
    """A local network (P0.1): one name, one area, one front page, one named contact (P0.16)."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("Naam van het netwerk"), max_length=120)
    summary = models.CharField(_("In één zin"), max_length=200, blank=True)
    about = models.TextField(_("Over het netwerk"), max_length=4000, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    phone = models.CharField(_("Telefoonnummer"), max_length=20, blank=True)
    phone_hours = models.CharField(_("Bereikbaar"), max_length=120, blank=True)
    email = models.EmailField(_("E-mailadres"), blank=True)
    contact_name = models.CharField(_("Contactpersoon"), max_length=120, blank=True)
    contact_role = models.CharField(_("Functie van de contactpersoon"), max_length=120, blank=True)
    started_on = models.DateField(default=clock.today)
    is_public = models.BooleanField(_("De pagina is voor iedereen te zien"), default=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An organisation of any kind; a citizen initiative needs no legal form but does need a named contact (P3.7)."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(_("Naam van de organisatie"), max_length=120)
    kind = models.CharField(_("Soort organisatie"), max_length=20, choices=KIND_TEXTS)
    kvk = models.CharField(
        _("KvK-nummer"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("Een KvK-nummer heeft 8 cijfers."))],
    )
    rsin = models.CharField(_("RSIN"), max_length=9, blank=True)
    what_we_do = models.TextField(_("Wat wij doen"), max_length=2000, blank=True)
    what_we_offer = models.TextField(_("Wat wij kunnen bieden"), max_length=2000, blank=True)
    what_we_need = models.TextField(_("Wat wij nodig hebben"), max_length=2000, blank=True)
    contact_name = models.CharField(_("Contactpersoon"), max_length=120, blank=True)
    contact_email = models.EmailField(_("E-mailadres"), blank=True)
    contact_phone = models.CharField(_("Telefoonnummer"), max_length=20, blank=True)
    website = models.URLField(_("Website"), blank=True)
    picture = models.ImageField(_("Foto of logo"), upload_to="organisations/", blank=True)
    picture_alt = models.CharField(_("Wat is er op de foto te zien?"), max_length=200, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["kvk"], condition=~Q(kvk=""), name="one_organisation_per_kvk"),
            models.CheckConstraint(condition=Q(kvk="") | Q(kvk__regex=r"^\d{8}$"), name="kvk_has_eight_digits"),
            models.CheckConstraint(condition=Q(rsin="") | Q(rsin__regex=r"^\d{9}$"), name="rsin_has_nine_digits"),
            models.CheckConstraint(
                condition=~Q(kind=OrganisationKind.CITIZEN_INITIATIVE.value) | ~Q(contact_name=""),
                name="initiative_has_named_contact",
            ),
            models.CheckConstraint(condition=Q(picture="") | ~Q(picture_alt=""), name="picture_has_words"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OrganisationKind]), name="organisation_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def side(self) -> Side:
        """Informal or formal: decides the colour that goes with the organisation."""
        return SIDE_OF[OrganisationKind(self.kind)]


class Partner(models.Model):
    """An organisation takes part in a network since a day; one of them is the lead partner (penvoerder).

    A partnership that ended stays as history, and so does `lead_until_on`: the day the lead went to another partner.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="partnerships")
    is_lead = models.BooleanField(default=False)
    lead_until_on = models.DateField(null=True, blank=True)
    since_on = models.DateField(default=clock.today)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-is_lead", "organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "organisation"], condition=Q(ended_on=None), name="partner_once_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["network"], condition=Q(is_lead=True, ended_on=None), name="one_lead_partner_per_network"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("since_on")), name="partner_ends_after_it_began"
            ),
        ]

    objects: ClassVar[models.Manager["Partner"]] = models.Manager()
