"""Areas and postcodes as the national statistics office publishes them. No row here says anything about a person.

An `Area` is the thing people know and other contexts point at; what was published about it in a year stands beside
it: outline and figures in `AreaEdition`, figures of other publishers in `AreaFigures`. So a second year stands beside
the first, and a figure keeps its year and source. Rows come in through the importers (`actions`) only.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.lib import ids
from samenspel.places.rules import AreaKind

KIND_LABELS = {
    AreaKind.MUNICIPALITY: _("gemeente"),
    AreaKind.DISTRICT: _("wijk"),
    AreaKind.NEIGHBOURHOOD: _("buurt"),
}
FIRST_YEAR, LAST_YEAR = 1995, 2100
# A comparison with nothing is not false for the database, so being there has to be said.
_BOTH = {"parent__isnull": False, "municipality__isnull": False}


def _prefix(letters: str, length: int) -> Concat:
    """The code of a parent, cut from the code itself: `BU0363AA01` lies in `WK0363AA` and `GM0363`."""
    return Concat(Value(letters), Substr("code", 3, length), output_field=models.CharField())


class Area(models.Model):
    """A municipality, district or neighbourhood; its code is its identity through the years.

    The key is the code itself, not an id of our own: it is official, public and the same on every installation,
    so that exports and addresses agree. `name` is the newest name and `named_in` the year that published it, empty
    when no file named it yet and the name was made from the code. `latest_year` is the newest year that mentions it.
    """

    code = models.CharField(_("Code"), primary_key=True, max_length=10)
    kind = models.CharField(_("Soort"), max_length=13, choices=[(kind.value, KIND_LABELS[kind]) for kind in AreaKind])
    name = models.CharField(_("Naam"), max_length=120)
    name_key = models.CharField(max_length=120, help_text="rules.name_key(name): what searching compares")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", db_index=False)
    # No constraint of its own: it is the parent's parent by the check below, and that one has a constraint.
    municipality = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False, db_constraint=False
    )
    named_in = models.PositiveSmallIntegerField(null=True, blank=True)
    latest_year = models.PositiveSmallIntegerField()

    class Meta:
        """Kind and parents follow from the code; the database holds them to it."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="places_area_kind_by_code",
                condition=Q(kind="municipality", code__regex=r"^GM[0-9]{4}$")
                | Q(kind="district", code__regex=r"^WK[0-9]{4}[0-9A-Z]{2}$")
                | Q(kind="neighbourhood", code__regex=r"^BU[0-9]{4}[0-9A-Z]{4}$"),
            ),
            models.CheckConstraint(
                name="places_area_parents_by_code",
                condition=Q(kind="municipality", parent__isnull=True, municipality__isnull=True)
                | Q(kind="district", parent_id=_prefix("GM", 4), municipality_id=_prefix("GM", 4), **_BOTH)
                | Q(kind="neighbourhood", parent_id=_prefix("WK", 6), municipality_id=_prefix("GM", 4), **_BOTH),
            ),
            models.CheckConstraint(name="places_area_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="places_area_year", condition=Q(latest_year__gte=FIRST_YEAR, latest_year__lte=LAST_YEAR)
            ),
        ]
        # Named here and not on the field, where a key of letters would get two. Names need none: 18,000 rows are few.
        indexes: ClassVar = [models.Index(fields=["parent"], name="places_area_parent")]

    def __str__(self) -> str:
        """The label that tells 49 neighbourhoods called 'Centrum' apart: with the municipality behind it.

        Reads the municipality: select it along.
        """
        return f"{self.name} ({self.municipality.name})" if self.municipality else self.name

    @property
    def kind_label(self) -> str:
        """The Dutch word for the layer, in the language of the reader."""
        return gettext(str(KIND_LABELS[AreaKind(self.kind)]))

    @property
    def slug(self) -> str:
        """What stands in the address of its page: `BU03080000-centrum`."""
        return f"{self.code}-{slugify(self.name) or 'gebied'}"


class AreaEdition(models.Model):
    """The outline, name and figures of an area in one year, with who published them.

    `outline` is a multipolygon as WKB in WGS84. The bounding box and the centre are in degrees, `centre_x` and
    `centre_y` are the same centre in metres of the national grid (RD New), for distances. In `figures`
    (`{"inhabitants": 1825}`) what is unknown is absent, never 0; names are those of `figures.FIGURES`, else those of
    the file.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="editions", db_index=False)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    outline = models.BinaryField()
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    centre_lon = models.FloatField()
    centre_lat = models.FloatField()
    centre_x = models.FloatField()
    centre_y = models.FloatField()
    figures = models.JSONField()
    source = models.CharField(max_length=200)
    published_by = models.CharField(max_length=120)

    class Meta:
        """One outline per area and year, with its centre inside its box."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["area", "year"], name="places_edition_once_a_year"),
            models.CheckConstraint(name="places_edition_year", condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR)),
            models.CheckConstraint(
                name="places_edition_box",
                condition=Q(west__lte=F("centre_lon"), east__gte=F("centre_lon"))
                & Q(south__lte=F("centre_lat"), north__gte=F("centre_lat")),
            ),
            models.CheckConstraint(name="places_edition_has_source", condition=~Q(source="") & ~Q(published_by="")),
        ]


class AreaFigures(models.Model):
    """The figures that somebody published about an area for one year, apart from its outline.

    Often of another year than any outline we have: the health monitor of 2020 stays of 2020.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="figure_sets", db_index=False)
    year = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    source = models.CharField(max_length=200)
    published_by = models.CharField(max_length=120)

    class Meta:
        """One set of numbers per area, year and source."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["area", "year", "source"], name="places_figures_once_per_source"),
            models.CheckConstraint(name="places_figures_year", condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR)),
            models.CheckConstraint(name="places_figures_has_source", condition=~Q(source="") & ~Q(published_by="")),
        ]


class Postcode4(models.Model):
    """A postcode of four digits with the town it belongs to (`plaats`) and the municipality the post office names."""

    code = models.CharField(primary_key=True, max_length=4)
    place = models.CharField(max_length=120)
    municipality_name = models.CharField(max_length=120)

    class Meta:
        """Four digits, the first not zero."""

        constraints: ClassVar = [
            models.CheckConstraint(name="places_postcode4_digits", condition=Q(code__regex=r"^[1-9][0-9]{3}$")),
            models.CheckConstraint(name="places_postcode4_has_place", condition=~Q(place="")),
        ]


class PostcodeArea(models.Model):
    """The part of a postcode (4 digits, or 4 digits and 2 letters) that lies in a neighbourhood.

    `share` is the part of the postcode's addresses, or of its surface where addresses are unknown (`addresses` is then
    empty). `house_numbers` is filled only where a postcode lies in several neighbourhoods and the number decides.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    postcode = models.CharField(max_length=6)
    area = models.ForeignKey(Area, models.CASCADE, related_name="postcodes", db_index=False)
    year = models.PositiveSmallIntegerField()
    share = models.FloatField()
    addresses = models.PositiveIntegerField(null=True, blank=True)
    house_numbers = models.JSONField(null=True, blank=True)

    class Meta:
        """A postcode is in a neighbourhood once a year, with a real share."""

        indexes: ClassVar = [models.Index(fields=["area"], name="places_postcode_area")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["postcode", "year", "area"], name="places_postcode_area_once"),
            models.CheckConstraint(
                name="places_postcode_shape", condition=Q(postcode__regex=r"^[1-9][0-9]{3}([A-Z]{2})?$")
            ),
            models.CheckConstraint(name="places_postcode_share", condition=Q(share__gt=0, share__lte=1)),
            models.CheckConstraint(
                name="places_postcode_addresses", condition=Q(addresses__isnull=True) | Q(addresses__gt=0)
            ),
            models.CheckConstraint(name="places_postcode_year", condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR)),
        ]


class Import(models.Model):
    """One time that a file changed something here: what the page 'Gebieden' and the point index go by."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    subject = models.CharField(
        max_length=10, choices=[("areas", "areas"), ("postcodes", "postcodes"), ("figures", "figures")]
    )
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    published_by = models.CharField(max_length=120)
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    imported_at = models.DateTimeField()

    class Meta:
        """An import that changed nothing leaves no row."""

        get_latest_by = "imported_at"
        constraints: ClassVar = [
            models.CheckConstraint(name="places_import_did_something", condition=Q(added__gt=0) | Q(changed__gt=0)),
        ]
