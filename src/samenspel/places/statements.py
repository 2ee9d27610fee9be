"""The SQL of the imports: from temporary tables to the real ones, touching only rows that differ.

Written by hand because Django's bulk upsert cannot leave equal rows alone, nor tell new from changed.
"""

_AREA_COLUMNS = "code, kind, name, name_key, parent_id, municipality_id, named_in, latest_year"

_ON_KNOWN_AREA = """
ON CONFLICT (code) DO UPDATE SET
    name = CASE WHEN excluded.named_in >= coalesce(known.named_in, 0) THEN excluded.name ELSE known.name END,
    name_key = CASE
        WHEN excluded.named_in >= coalesce(known.named_in, 0) THEN excluded.name_key ELSE known.name_key END,
    named_in = greatest(known.named_in, excluded.named_in),
    latest_year = greatest(known.latest_year, excluded.latest_year)
WHERE known.latest_year < excluded.latest_year OR (
    excluded.named_in >= coalesce(known.named_in, 0)
    AND (known.name, known.named_in) IS DISTINCT FROM (excluded.name, excluded.named_in)
)
RETURNING (xmax = 0) AS new
"""

PARENTS = f"""
INSERT INTO places_area AS known ({_AREA_COLUMNS})
SELECT code, kind, name, name_key, parent, parent, named_in, %(year)s FROM new_parents
{_ON_KNOWN_AREA}
"""  # noqa: S608 -- made of constants

AREAS = f"""
INSERT INTO places_area AS known ({_AREA_COLUMNS})
SELECT code,
       CASE left(code, 2) WHEN 'GM' THEN 'municipality' WHEN 'WK' THEN 'district' ELSE 'neighbourhood' END,
       name, name_key, parent, municipality, %(year)s, %(year)s
FROM new_areas
{_ON_KNOWN_AREA}
"""  # noqa: S608 -- made of constants

EDITIONS = """
INSERT INTO places_areaedition AS known
    (id, area_id, year, name, outline, west, south, east, north,
     centre_lon, centre_lat, centre_x, centre_y, figures, source, published_by)
SELECT id, code, %(year)s, name, outline, west, south, east, north,
       centre_lon, centre_lat, centre_x, centre_y, figures::jsonb, %(source)s, %(published_by)s
FROM new_areas
ON CONFLICT (area_id, year) DO UPDATE SET
    name = excluded.name, outline = excluded.outline,
    west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
    centre_lon = excluded.centre_lon, centre_lat = excluded.centre_lat,
    centre_x = excluded.centre_x, centre_y = excluded.centre_y,
    figures = excluded.figures, source = excluded.source, published_by = excluded.published_by
WHERE (known.name, known.outline, known.figures, known.source, known.published_by)
    IS DISTINCT FROM (excluded.name, excluded.outline, excluded.figures, excluded.source, excluded.published_by)
RETURNING (xmax = 0) AS new
"""

FIGURES = """
INSERT INTO places_areafigures AS known (id, area_id, year, figures, source, published_by)
SELECT new_figures.id, new_figures.code, new_figures.year, new_figures.figures::jsonb, %(source)s, %(published_by)s
FROM new_figures JOIN places_area USING (code)
ON CONFLICT (area_id, year, source) DO UPDATE SET
    figures = excluded.figures, published_by = excluded.published_by
WHERE (known.figures, known.published_by) IS DISTINCT FROM (excluded.figures, excluded.published_by)
RETURNING (xmax = 0) AS new
"""

UNKNOWN_FIGURES = "SELECT 1 FROM new_figures LEFT JOIN places_area USING (code) WHERE places_area.code IS NULL"

UNKNOWN_SHARES = "SELECT 1 FROM new_shares LEFT JOIN places_area USING (code) WHERE places_area.code IS NULL"

GONE_SHARES = """
DELETE FROM places_postcodearea AS known
WHERE known.year = %(year)s
    AND known.postcode IN (SELECT postcode FROM new_shares)
    AND NOT EXISTS (
        SELECT 1 FROM new_shares WHERE new_shares.postcode = known.postcode AND new_shares.code = known.area_id
    )
"""
"""A corrected file may take a postcode out of a neighbourhood; postcodes that it does not name stay as they are."""

SHARES = """
INSERT INTO places_postcodearea AS known (id, postcode, area_id, year, share, addresses, house_numbers)
SELECT new_shares.id, new_shares.postcode, new_shares.code, %(year)s,
       new_shares.share, new_shares.addresses, new_shares.house_numbers::jsonb
FROM new_shares JOIN places_area USING (code)
ON CONFLICT (postcode, year, area_id) DO UPDATE SET
    share = excluded.share, addresses = excluded.addresses, house_numbers = excluded.house_numbers
WHERE (known.share, known.addresses, known.house_numbers)
    IS DISTINCT FROM (excluded.share, excluded.addresses, excluded.house_numbers)
RETURNING (xmax = 0) AS new
"""

TOWNS = """
INSERT INTO places_postcode4 AS known (code, place, municipality_name)
SELECT postcode, place, municipality_name FROM new_towns
ON CONFLICT (code) DO UPDATE SET place = excluded.place, municipality_name = excluded.municipality_name
WHERE (known.place, known.municipality_name) IS DISTINCT FROM (excluded.place, excluded.municipality_name)
RETURNING (xmax = 0) AS new
"""
