"""Two rules that hold over several rows, kept by the database itself at the end of every transaction.

- An organisation that is a partner and had an administrator keeps at least one.
- A network that had a lead partner keeps one, as long as it has partners.

Both take a lock on the organisation or the network first: of two people who do it at the same moment the second
waits, looks again, and is refused.
"""

from django.db import migrations

ADMINISTRATOR = """
CREATE FUNCTION networks_keep_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.role = OLD.role AND NEW.organisation_id = OLD.organisation_id THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM networks_organisation WHERE id = OLD.organisation_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM networks_partner WHERE organisation_id = OLD.organisation_id AND ended_on IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM networks_rolegrant WHERE organisation_id = OLD.organisation_id AND role = 'administrator')
  THEN
    RAISE EXCEPTION 'an organisation in a network keeps an administrator'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_keeps_administrator';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organisation_keeps_administrator
  AFTER UPDATE OR DELETE ON networks_rolegrant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'administrator' AND OLD.organisation_id IS NOT NULL)
  EXECUTE FUNCTION networks_keep_administrator();
"""
LEAD = """
CREATE FUNCTION networks_keep_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM networks_network WHERE id = OLD.network_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM networks_partner WHERE network_id = OLD.network_id AND ended_on IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM networks_partner WHERE network_id = OLD.network_id AND ended_on IS NULL AND is_lead)
  THEN
    RAISE EXCEPTION 'a network with partners keeps a lead partner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'network_keeps_lead_partner';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER network_keeps_lead_partner
  AFTER UPDATE OR DELETE ON networks_partner DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.is_lead AND OLD.ended_on IS NULL)
  EXECUTE FUNCTION networks_keep_lead();
"""


class Migration(migrations.Migration):
    """Constraint triggers, because a check constraint sees one row only."""

    dependencies = [("networks", "0001_initial")]
    operations = [
        migrations.RunSQL(
            ADMINISTRATOR,
            "DROP TRIGGER organisation_keeps_administrator ON networks_rolegrant;"
            "DROP FUNCTION networks_keep_administrator();",
        ),
        migrations.RunSQL(
            LEAD,
            "DROP TRIGGER network_keeps_lead_partner ON networks_partner; DROP FUNCTION networks_keep_lead();",
        ),
    ]
