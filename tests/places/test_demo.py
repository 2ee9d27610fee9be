"""The fictional municipality: through the same importers, in empty water, always the same."""

from pathlib import Path

import pytest
import shapely

from samenspel.places import actions, demo, finding, queries, spatial
from samenspel.places.demo import generate
from samenspel.places.loading import Counted
from samenspel.places.models import Area, AreaEdition, PostcodeArea
from tests.places.samples import GEO, needs_real_files

pytestmark = pytest.mark.django_db


def test_it_comes_in_and_comes_in_again_unchanged() -> None:
    assert all(outcome.counted.added for outcome in actions.import_meerlinden())
    assert [outcome.counted for outcome in actions.import_meerlinden()] == [Counted()] * 6
    assert Area.objects.filter(kind="neighbourhood").count() == len(generate.NEIGHBOURHOODS) == 12
    assert not AreaEdition.objects.exclude(source__startswith="Verzonnen").exists()


def test_its_neighbourhoods_fill_it_without_overlap() -> None:
    actions.import_meerlinden()
    parts = [shapely.from_wkb(bytes(one.outline)) for one in AreaEdition.objects.filter(area__kind="neighbourhood")]
    whole = shapely.from_wkb(bytes(AreaEdition.objects.get(area_id="GM9901").outline))
    assert sum(part.area for part in parts) == pytest.approx(whole.area, rel=0.002)
    assert shapely.union_all(parts).area == pytest.approx(whole.area, rel=0.002)


def test_its_centres_are_found_back_and_its_lake_is_no_neighbourhood() -> None:
    actions.import_meerlinden()
    index = spatial.current_index()
    for edition in AreaEdition.objects.filter(area__kind="neighbourhood"):
        assert index.code_at(edition.centre_lon, edition.centre_lat) == edition.area_id
    lake = generate.to_geojson(generate.lake())
    point = shapely.geometry.shape(lake).centroid
    assert queries.at_point(lon=point.x, lat=point.y) is None


def test_some_of_its_postcodes_have_to_be_asked_about() -> None:
    actions.import_meerlinden()
    shared = PostcodeArea.objects.filter(postcode__regex="[A-Z]$", share__lt=1).values_list("postcode", flat=True)
    assert len(set(shared)) >= 4
    assert len(finding.find(str(shared[0]), most=10).candidates) == 2
    assert len(finding.find("8691", most=10).candidates) == 3


def test_the_generator_makes_the_files_that_ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    generate.write()
    shipped = Path(demo.__file__).parent
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in shipped.iterdir() if path.suffix in {".csv", ".geojson"})
    assert [(tmp_path / name).read_text() == (shipped / name).read_text() for name in made] == [True] * len(made)


@needs_real_files
def test_it_lies_in_no_real_neighbourhood() -> None:
    actions.import_meerlinden()
    whole = AreaEdition.objects.get(area_id="GM9901")
    with (GEO / "nl_buurten_2024_afgeleid.geojson").open("rb") as stream:
        actions.import_areas(stream, origin=actions.Origin(year=2024))
    real = AreaEdition.objects.exclude(area__code__contains="9901").filter(
        west__lt=whole.east, east__gt=whole.west, south__lt=whole.north, north__gt=whole.south
    )
    outline = shapely.from_wkb(bytes(whole.outline))
    assert not any(shapely.from_wkb(bytes(one.outline)).intersects(outline) for one in real)
