"""What the database itself refuses: one test breaks each constraint."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from samenspel.lib import clock
from samenspel.places.models import Area, AreaEdition, AreaFigures, Import, Postcode4, PostcodeArea
from tests.places.samples import bring_in, neighbourhood

pytestmark = pytest.mark.django_db


@pytest.fixture
def centrum() -> Area:
    """One neighbourhood with its outline."""
    bring_in(neighbourhood())
    return Area.objects.select_related("municipality").get(code="BU03080000")


def broken_by(constraint: str, make: Any) -> None:
    """Saving has to fail on exactly this constraint."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make()


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("places_area_kind_by_code", {"kind": "district"}),
        ("places_area_kind_by_code", {"code": "BU0308 000"}),
        ("places_area_parents_by_code", {"parent_id": "GM0308"}),
        ("places_area_parents_by_code", {"municipality_id": None}),
        ("places_area_has_name", {"name": ""}),
        ("places_area_year", {"latest_year": 24}),
    ],
)
def test_an_area_is_held_to_its_code(centrum: Area, constraint: str, changes: dict[str, Any]) -> None:
    broken_by(constraint, lambda: Area.objects.filter(pk=centrum.pk).update(**changes))


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("places_edition_year", {"year": 24}),
        ("places_edition_box", {"centre_lon": 9}),
        ("places_edition_box", {"centre_lat": 9}),
        ("places_edition_has_source", {"source": ""}),
        ("places_edition_has_source", {"published_by": ""}),
    ],
)
def test_an_outline_has_a_year_a_source_and_a_centre(centrum: Area, constraint: str, changes: dict[str, Any]) -> None:
    broken_by(constraint, lambda: AreaEdition.objects.filter(area=centrum).update(**changes))


def test_an_area_has_one_outline_a_year(centrum: Area) -> None:
    edition = AreaEdition.objects.get(area=centrum)
    edition.pk = None
    broken_by("places_edition_once_a_year", lambda: edition.save(force_insert=True))


def test_a_source_has_one_set_of_figures_a_year(centrum: Area) -> None:
    made = {"area": centrum, "year": 2020, "figures": {}, "source": "Monitor", "published_by": "RIVM"}
    AreaFigures.objects.create(**made)
    broken_by("places_figures_once_per_source", lambda: AreaFigures.objects.create(**made))
    broken_by("places_figures_has_source", lambda: AreaFigures.objects.create(**made | {"source": ""}))
    broken_by("places_figures_year", lambda: AreaFigures.objects.create(**made | {"year": 20}))


def test_a_postcode_has_its_shape() -> None:
    town = {"place": "Baarn", "municipality_name": "Baarn"}
    broken_by("places_postcode4_digits", lambda: Postcode4.objects.create(code="0123", **town))
    broken_by("places_postcode4_has_place", lambda: Postcode4.objects.create(code="3743", **town | {"place": ""}))


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("places_postcode_shape", {"postcode": "3743A"}),
        ("places_postcode_share", {"share": 0}),
        ("places_postcode_share", {"share": 1.01}),
        ("places_postcode_addresses", {"addresses": 0}),
        ("places_postcode_year", {"year": 1}),
    ],
)
def test_a_postcode_lies_in_an_area_for_a_real_part(centrum: Area, constraint: str, changes: dict[str, Any]) -> None:
    made = {"postcode": "3743AB", "area": centrum, "year": 2024, "share": 1.0, "addresses": 3}
    broken_by(constraint, lambda: PostcodeArea.objects.create(**made | changes))


def test_a_postcode_is_in_an_area_once_a_year(centrum: Area) -> None:
    made = {"postcode": "3743AB", "area": centrum, "year": 2024, "share": 0.5}
    PostcodeArea.objects.create(**made)
    broken_by("places_postcode_area_once", lambda: PostcodeArea.objects.create(**made))


def test_an_import_that_did_nothing_leaves_no_row() -> None:
    made = {"subject": "areas", "year": 2024, "source": "x", "published_by": "y", "added": 0, "changed": 0}
    broken_by("places_import_did_something", lambda: Import.objects.create(imported_at=clock.now(), **made))


def test_the_label_tells_namesakes_apart(centrum: Area) -> None:
    assert str(centrum) == "Centrum (Baarn)"
    assert (centrum.kind_label, centrum.slug) == ("buurt", "BU03080000-centrum")
