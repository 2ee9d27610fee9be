"""The table of changes, and the triggers that fill it at every statement that touches what can be found."""

import django.db.models.functions
from django.db import migrations, models

import samenspel.finding.models.changes

OFFERS = """
CREATE FUNCTION finding_offers_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind, subject) SELECT 'offer', id FROM added WHERE state = 'open';
  RETURN NULL;
END $$;
CREATE FUNCTION finding_offers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind, subject)
    SELECT 'offer', id FROM added WHERE state = 'open' UNION SELECT 'offer', id FROM gone WHERE state = 'open';
  RETURN NULL;
END $$;
CREATE FUNCTION finding_offers_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind, subject) SELECT 'offer', id FROM gone WHERE state = 'open';
  RETURN NULL;
END $$;
CREATE TRIGGER finding_added AFTER INSERT ON directory_offer REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION finding_offers_added();
CREATE TRIGGER finding_changed AFTER UPDATE ON directory_offer REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION finding_offers_changed();
CREATE TRIGGER finding_gone AFTER DELETE ON directory_offer REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION finding_offers_gone();
"""
AROUND = """
CREATE FUNCTION finding_organisations_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind, subject)
    SELECT 'organisation', added.id FROM added JOIN gone USING (id)
    WHERE (added.name, added.area_id) IS DISTINCT FROM (gone.name, gone.area_id);
  RETURN NULL;
END $$;
CREATE FUNCTION finding_partners_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind) VALUES ('partners');
  RETURN NULL;
END $$;
CREATE FUNCTION finding_everything_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO finding_change (kind) VALUES ('everything');
  RETURN NULL;
END $$;
CREATE TRIGGER finding_changed AFTER UPDATE ON networks_organisation REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION finding_organisations_changed();
CREATE TRIGGER finding_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON networks_partner
  FOR EACH STATEMENT EXECUTE FUNCTION finding_partners_changed();
CREATE TRIGGER finding_changed AFTER UPDATE OR DELETE OR TRUNCATE ON networks_network
  FOR EACH STATEMENT EXECUTE FUNCTION finding_partners_changed();
CREATE TRIGGER finding_emptied AFTER TRUNCATE ON directory_offer
  FOR EACH STATEMENT EXECUTE FUNCTION finding_everything_changed();
CREATE TRIGGER finding_changed AFTER INSERT ON places_import
  FOR EACH STATEMENT EXECUTE FUNCTION finding_everything_changed();
"""
AWAY = """
DROP TRIGGER finding_changed ON places_import;
DROP TRIGGER finding_emptied ON directory_offer;
DROP TRIGGER finding_changed ON networks_network;
DROP TRIGGER finding_changed ON networks_partner;
DROP TRIGGER finding_changed ON networks_organisation;
DROP TRIGGER finding_gone ON directory_offer;
DROP TRIGGER finding_changed ON directory_offer;
DROP TRIGGER finding_added ON directory_offer;
DROP FUNCTION finding_everything_changed();
DROP FUNCTION finding_partners_changed();
DROP FUNCTION finding_organisations_changed();
DROP FUNCTION finding_offers_gone();
DROP FUNCTION finding_offers_changed();
DROP FUNCTION finding_offers_added();
"""


class Migration(migrations.Migration):
    """A log that only the database writes and every web process reads."""

    initial = True
    dependencies = [
        ("directory", "0001_initial"),
        ("networks", "0002_kept_by_the_database"),
        ("places", "0001_initial"),
    ]
    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "transaction",
                    samenspel.finding.models.changes.TransactionField(
                        db_default=samenspel.finding.models.changes.CurrentTransaction(), editable=False
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("subject", models.UUIDField(null=True)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.Now())),
            ],
            options={"indexes": [models.Index(fields=["transaction"], name="change_transaction")]},
        ),
        migrations.RunSQL(OFFERS + AROUND, AWAY),
    ]
