"""The database guards the log itself: nothing is changed or removed, and every line gets its place in the chain.

Why at commit: docs/adr/0011-the-log-is-chained-at-commit.md. The form of the hashed bytes:
`samenspel.audit.chain`, which computes the same once more in Python.
"""

from django.db import migrations

BYTES = """
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value)::text || ':' || value || ',' END $$;

CREATE FUNCTION audit_content_hash(line audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to('1,'
        || audit_field(line.id::text)
        || audit_field(to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_field(line.event)
        || audit_field(line.action)
        || audit_field(line.outcome)
        || audit_field(line.user_id::text)
        || audit_field(line.on_behalf_of_id::text)
        || audit_field(line.roles)
        || audit_field(line.object_type)
        || audit_field(line.object_id::text)
        || audit_field(line.subject_id::text)
        || audit_field(line.organisation_id::text)
        || audit_field(line.network_id::text)
        || audit_field(line.purpose)
        || audit_field(line.permission)
        || audit_field(line.consent_id::text)
        || audit_field(line.is_emergency::text)
        || audit_field(line.detail)
        || audit_field(line.access_point_type)
        || audit_field(line.access_point)
        || audit_field(line.source), 'UTF8')), 'hex')
$$;
"""

CHAIN = """
INSERT INTO audit_head (id, number, hash) VALUES (1, 0, repeat('0', 64));

CREATE FUNCTION audit_lock() RETURNS void LANGUAGE sql AS
$$ SELECT pg_advisory_xact_lock(hashtext('samenspel.audit')) $$;

-- Without enable_seqscan = off a plan made while the chain was short would read all of it for every line.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    content text := audit_content_hash(NEW);
    last_number bigint;
    last_hash text;
    made text;
BEGIN
    PERFORM audit_lock();
    SELECT number, hash INTO last_number, last_hash FROM audit_link ORDER BY number DESC LIMIT 1;
    IF NOT FOUND THEN
        SELECT number, hash INTO last_number, last_hash FROM audit_anchor ORDER BY number DESC LIMIT 1;
    END IF;
    last_number := coalesce(last_number, 0);
    last_hash := coalesce(last_hash, repeat('0', 64));
    made := encode(sha256(convert_to(
        last_hash || '|' || (last_number + 1)::text || '|' || NEW.id::text || '|' || content, 'UTF8')), 'hex');
    INSERT INTO audit_link (number, entry_id, version, content_hash, hash)
        VALUES (last_number + 1, NEW.id, 1, content, made);
    RETURN NULL;
END $$;

CREATE FUNCTION audit_move_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    -- Once per transaction, for its last link: updating one row again and again in a transaction is quadratic.
    UPDATE audit_head SET number = NEW.number, hash = NEW.hash
        WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM audit_link WHERE number > NEW.number);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_move_head AFTER INSERT ON audit_link
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_move_head();
CREATE CONSTRAINT TRIGGER audit_chain AFTER INSERT ON audit_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();
"""

GUARDS = """
CREATE FUNCTION audit_owner(of oid) RETURNS name LANGUAGE sql STABLE AS
$$ SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = of $$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('audit_entry', 'audit_link')
        AND current_user = audit_owner(TG_RELID) AND current_setting('samenspel.audit_closing', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the log can only be added to (% on %)', TG_OP, TG_TABLE_NAME;
END $$;

CREATE FUNCTION audit_only_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> audit_owner(TG_RELID) THEN
        RAISE EXCEPTION 'only the log itself writes in %', TG_TABLE_NAME;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.number <= OLD.number
        OR NOT EXISTS (SELECT 1 FROM audit_link WHERE number = NEW.number AND hash = NEW.hash)) THEN
        RAISE EXCEPTION 'the head of the log only moves on to a line that is there';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_own BEFORE INSERT ON audit_link FOR EACH ROW EXECUTE FUNCTION audit_only_owner();
CREATE TRIGGER audit_keep BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_own BEFORE INSERT OR UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_only_owner();
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_own BEFORE INSERT ON audit_anchor FOR EACH ROW EXECUTE FUNCTION audit_only_owner();
"""

CLOSE = """
CREATE FUNCTION audit_close(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    upto bigint;
    removed bigint;
BEGIN
    PERFORM audit_lock();
    SELECT coalesce(min(l.number) - 1, (SELECT max(number) FROM audit_link)) INTO upto
        FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE e.at >= before;
    SELECT count(*) INTO removed FROM audit_link WHERE number <= upto;
    IF removed = 0 THEN
        RETURN 0;
    END IF;
    INSERT INTO audit_anchor (number, hash, lines, closed_before, closed_at)
        SELECT number, hash, removed, before, statement_timestamp() FROM audit_link WHERE number = upto;
    PERFORM set_config('samenspel.audit_closing', 'on', true);
    DELETE FROM audit_entry e USING audit_link l WHERE l.entry_id = e.id AND l.number <= upto;
    DELETE FROM audit_link WHERE number <= upto;
    PERFORM set_config('samenspel.audit_closing', 'off', true);
    RETURN removed;
END $$;
COMMENT ON FUNCTION audit_close(timestamptz) IS
    'Removes the oldest lines, up to the first one at or after the moment, and writes down where the chain now begins. '
    'For the nightly job of samenspel.privacy, which runs as the owner; nobody else can.';
REVOKE EXECUTE ON FUNCTION audit_close(timestamptz) FROM PUBLIC;
"""

UNDO = """
DROP FUNCTION audit_close(timestamptz);
DROP TRIGGER audit_chain ON audit_entry;
DROP FUNCTION audit_refuse() CASCADE;
DROP FUNCTION audit_only_owner() CASCADE;
DROP FUNCTION audit_owner(oid);
DROP TRIGGER audit_move_head ON audit_link;
DROP FUNCTION audit_chain();
DROP FUNCTION audit_move_head();
DROP FUNCTION audit_lock();
DROP FUNCTION audit_content_hash(audit_entry);
DROP FUNCTION audit_field(text);
DELETE FROM audit_head;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(BYTES + CHAIN + GUARDS + CLOSE, UNDO)]
