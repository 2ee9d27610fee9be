"""Reading rests on consent, kept by the database itself.

- A reading needs a consent of the same person to the same receiver that was not withdrawn; an ended one stays ended.
- A withdrawn consent stays withdrawn, keeps its words, and ends every reading that rests on it at once (L5). That last
  part works as the owner: who withdraws may not see the readings of others.
"""

from django.db import migrations

NEEDS_CONSENT = """
CREATE FUNCTION people_reading_needs_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'an ended reading stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_stays_ended';
  END IF;
  IF NEW.ended_at IS NULL THEN
    PERFORM 1 FROM people_consent c
      WHERE c.id = NEW.consent_id AND c.person_id = NEW.person_id AND c.withdrawn_at IS NULL
        AND coalesce(c.network_id, c.organisation_id) = NEW.reader_id FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'reading a person needs their consent'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_needs_consent';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_needs_consent BEFORE INSERT OR UPDATE ON people_reading
  FOR EACH ROW EXECUTE FUNCTION people_reading_needs_consent();
"""
WITHDRAWN = """
CREATE FUNCTION people_consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
    OR (NEW.person_id, NEW.purpose, NEW.text_version, NEW.given_at, NEW.network_id, NEW.organisation_id)
      IS DISTINCT FROM (OLD.person_id, OLD.purpose, OLD.text_version, OLD.given_at, OLD.network_id, OLD.organisation_id)
  THEN
    RAISE EXCEPTION 'what was agreed to stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_stays BEFORE UPDATE ON people_consent
  FOR EACH ROW EXECUTE FUNCTION people_consent_stays();

CREATE FUNCTION people_end_readings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE people_reading SET ended_at = greatest(NEW.withdrawn_at, since)
    WHERE consent_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_ends_readings AFTER UPDATE OF withdrawn_at ON people_consent
  FOR EACH ROW WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
  EXECUTE FUNCTION people_end_readings();
"""
UNDO = """
DROP TRIGGER consent_ends_readings ON people_consent;
DROP TRIGGER consent_stays ON people_consent;
DROP TRIGGER reading_needs_consent ON people_reading;
DROP FUNCTION people_end_readings();
DROP FUNCTION people_consent_stays();
DROP FUNCTION people_reading_needs_consent();
"""


class Migration(migrations.Migration):
    """Triggers beside the tables of 0001."""

    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunSQL(NEEDS_CONSENT + WITHDRAWN, UNDO)]
