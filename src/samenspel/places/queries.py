"""Questions about places: where is this, what is it called, what lies in it.

A postcode is not a neighbourhood: most four-digit postcodes lie in several. These queries give all candidates with
their share and never choose; with more than one the caller asks (`forms.PlaceForm` does).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet

from samenspel.places import geometry, rules, spatial, words
from samenspel.places.models import Area, AreaEdition, Import, Postcode4, PostcodeArea
from samenspel.places.rules import AreaKind, Postcode

SEARCH_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """An area that may be meant; `share` is the part of the postcode in it, between 0 and 1, None for a name."""

    area: Area
    share: float | None = None

    @property
    def share_in_words(self) -> str:
        """How much of the postcode lies in this area; empty for a name."""
        return words.share_of_postcode(self.share) if self.share is not None else ""


def has_areas() -> bool:
    """Whether any area was imported on this installation."""
    return Area.objects.exists()


def area(*, code: str) -> Area | None:
    """The area with this code, with its parents; padded or small-letter codes are understood."""
    found = Area.objects.select_related("parent", "municipality").filter(code=rules.clean_code(code))
    return found.first()


def at_point(*, lon: float, lat: float) -> Area | None:
    """The neighbourhood that a point in degrees lies in; None outside the Netherlands or where nothing is known."""
    if not geometry.in_netherlands(lon, lat):
        return None
    code = spatial.current_index().code_at(lon, lat)
    return area(code=code) if code else None


def codes_at(points: Sequence[tuple[float, float]]) -> list[str | None]:
    """For each point (longitude, latitude) the code of its neighbourhood; None abroad or where nothing is known."""
    if not points:
        return []
    return spatial.current_index().codes_at([lon for lon, _lat in points], [lat for _lon, lat in points])


def centres(codes: Collection[str]) -> dict[str, tuple[float, float]]:
    """The middle (longitude, latitude) of each of these areas that has an outline, in its newest year."""
    rows = AreaEdition.objects.filter(area__in=codes).order_by("year")
    return {code: (lon, lat) for code, lon, lat in rows.values_list("area_id", "centre_lon", "centre_lat")}


def by_postcode(postcode: Postcode) -> list[Candidate]:
    """The neighbourhoods a postcode lies in, the largest share first; empty for a postcode that nobody knows.

    A full postcode that is unknown falls back on its four digits. A house number narrows down when it is known to
    lie in fewer neighbourhoods than the postcode.
    """
    return by_postcodes([postcode])[postcode]


def by_postcodes(postcodes: Collection[Postcode]) -> dict[Postcode, list[Candidate]]:
    """The same for many postcodes, in one question."""
    shares = _newest_shares({code for postcode in postcodes for code in (postcode.code, postcode.digits)})
    return {postcode: _candidates(postcode, shares) for postcode in postcodes}


def _candidates(postcode: Postcode, shares: Mapping[str, list[PostcodeArea]]) -> list[Candidate]:
    rows = shares.get(postcode.code) or shares.get(postcode.digits) or []
    if postcode.house_number is not None:
        rows = [row for row in rows if postcode.house_number in (row.house_numbers or ())] or rows
    return [Candidate(row.area, row.share) for row in rows]


def _newest_shares(codes: Collection[str]) -> dict[str, list[PostcodeArea]]:
    """The shares of each postcode in the newest year that knows it."""
    rows = PostcodeArea.objects.filter(postcode__in=codes).select_related("area__municipality")
    found: dict[str, list[PostcodeArea]] = {}
    for row in rows.order_by("-year", "-share", "area_id"):
        kept = found.setdefault(row.postcode, [])
        if not kept or row.year == kept[0].year:
            kept.append(row)
    return found


def town(*, digits: str) -> Postcode4 | None:
    """The town of a four-digit postcode."""
    return Postcode4.objects.filter(code=digits).first()


def search(text: str, *, kind: AreaKind | None = None, limit: int = SEARCH_LIMIT) -> list[Area]:
    """Areas whose name, or that of their municipality, holds every word of the text; best matches first.

    Accents, signs and `'s-` do not matter. `centrum baarn` finds the one Centrum of 49 that lies in Baarn.
    """
    key = rules.name_key(text)
    if not key:
        return []
    found = Area.objects.select_related("municipality", "parent").filter(_every_word(key))
    if kind is not None:
        found = found.filter(kind=kind)
    ranked = sorted(found.order_by("code"), key=lambda area: _rank(area, key))
    return ranked[:limit]


def _every_word(key: str) -> Q:
    condition = Q()
    for word in key.split():
        condition &= Q(name_key__contains=word) | Q(municipality__name_key__contains=word)
    # A match in the municipality alone would list all its neighbourhoods.
    return condition & Q.create([("name_key__contains", word) for word in key.split()], connector=Q.OR)


def _rank(area: Area, key: str) -> tuple[int, int, str, str]:
    """Exactly this name first, then names that begin with it; larger areas before smaller ones."""
    closeness = 0 if area.name_key == key else 1 if area.name_key.startswith(key) else 2
    return closeness, list(AreaKind).index(AreaKind(area.kind)), area.name_key, area.code


def municipalities() -> QuerySet[Area]:
    """All municipalities that are here, by name."""
    return Area.objects.filter(kind=AreaKind.MUNICIPALITY).order_by("name_key", "code")


def children(area: Area) -> QuerySet[Area]:
    """The areas one layer down that still existed in the newest year of this area."""
    below = Area.objects.filter(parent=area)
    newest = below.aggregate(year=Max("latest_year"))["year"]
    return below.filter(latest_year=newest).order_by("name_key", "code")


def neighbourhoods_in(area: Area) -> QuerySet[Area]:
    """All neighbourhoods in a municipality or district that still existed in the newest year; itself for one."""
    within = Area.objects.select_related("municipality").filter(
        kind=AreaKind.NEIGHBOURHOOD, code__startswith="BU" + area.code[2:]
    )
    newest = within.aggregate(year=Max("latest_year"))["year"]
    return within.filter(latest_year=newest).order_by("name_key", "code")


def neighbourhoods_of_town(name: str) -> list[Area]:
    """The neighbourhoods in which the postcodes of a town lie; towns are known from the postcode file only."""
    codes = Postcode4.objects.filter(place__iexact=name).values("code")
    within = Area.objects.select_related("municipality").filter(postcodes__postcode__in=codes)
    return list(within.order_by("name_key", "code").distinct())


def latest_edition(area: Area) -> AreaEdition | None:
    """The newest outline of an area; None when it is only known as the parent of others."""
    return AreaEdition.objects.filter(area=area).order_by("-year").first()


def latest_import() -> Import | None:
    """The newest import that changed something."""
    return Import.objects.order_by("-imported_at").first()
