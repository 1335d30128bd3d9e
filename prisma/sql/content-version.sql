-- The content version (like an ETag) of what public pages show besides the ledger: see server/content-version.ts.
-- Two numbers in ContentVersion that grow when it changes, and a NOTIFY that says so.

-- Runs when the transaction commits, once for each number: the one row is locked last and for a moment, so that
-- captures neither wait for each other nor for a publication.
CREATE OR REPLACE FUNCTION grow_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('followthrough.' || TG_ARGV[0], true), '') <> 'grown' THEN
    PERFORM set_config('followthrough.' || TG_ARGV[0], 'grown', true);
    UPDATE "ContentVersion" SET
      pages = pages + (TG_ARGV[0] = 'pages')::int,
      sources = sources + (TG_ARGV[0] = 'sources')::int
    WHERE id = 1;
    PERFORM pg_notify('followthrough_edition', '');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tell_head() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('followthrough_edition', '');
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tell_head AFTER INSERT OR UPDATE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION tell_head();
ALTER TABLE "LedgerHead" ENABLE ALWAYS TRIGGER tell_head;

-- What is said of a source stands on the pages that cite it too; a new one is cited by nothing yet.
-- A constraint trigger cannot be replaced, and dropping one makes readers wait: only one that differs is made again,
-- its text as Postgres itself writes it.
DO $$
DECLARE
  each record;
  wanted text;
BEGIN
  FOR each IN SELECT "table", event, number FROM (VALUES
    (ARRAY['Party', 'Area', 'Installation'], 'INSERT OR DELETE OR UPDATE', 'pages'),
    (ARRAY['Article'], 'DELETE OR UPDATE', 'pages'),
    (ARRAY['Article', 'Snapshot', 'Excerpt', 'LiveCheck', 'Checkpoint', 'LedgerCheck'], 'INSERT OR DELETE OR UPDATE', 'sources')
  ) kinds(tables, event, number), unnest(tables) "table" LOOP
    wanted := format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW '
      'EXECUTE FUNCTION grow_edition(%L)', 'grow_' || each.number, each.event, each."table", each.number);
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('%I', each."table")::regclass
        AND tgname = 'grow_' || each.number AND pg_get_triggerdef(oid) = wanted) THEN
      EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', 'grow_' || each.number, each."table");
      EXECUTE wanted;
    END IF;
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', each."table", 'grow_' || each.number);
  END LOOP;
END $$;
