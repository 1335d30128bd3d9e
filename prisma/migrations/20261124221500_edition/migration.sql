-- What public pages show besides the ledger, as two numbers that grow when it changes: see server/content-version.ts.
CREATE TABLE "Edition" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "sources" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);
INSERT INTO "Edition" (id) VALUES (1);

-- Runs when the transaction commits, once for each number: the one row is locked last and for a moment, so that
-- captures neither wait for each other nor for a publication.
CREATE FUNCTION grow_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('followthrough.' || TG_ARGV[0], true), '') <> 'grown' THEN
    PERFORM set_config('followthrough.' || TG_ARGV[0], 'grown', true);
    UPDATE "Edition" SET
      pages = pages + (TG_ARGV[0] = 'pages')::int,
      sources = sources + (TG_ARGV[0] = 'sources')::int
    WHERE id = 1;
    PERFORM pg_notify('followthrough_edition', '');
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION tell_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('followthrough_edition', '');
  RETURN NULL;
END $$;

CREATE TRIGGER tell_head AFTER INSERT OR UPDATE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION tell_head();
ALTER TABLE "LedgerHead" ENABLE ALWAYS TRIGGER tell_head;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Party', 'Area', 'Installation'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER grow_pages AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_edition(''pages'')', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER grow_pages', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Article', 'Snapshot', 'Excerpt', 'Look', 'Checkpoint', 'LedgerCheck'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER grow_sources AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grow_edition(''sources'')', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER grow_sources', t);
  END LOOP;
END $$;

-- What is said of a source stands on the pages that cite it too; a new one is cited by nothing yet.
CREATE CONSTRAINT TRIGGER grow_pages AFTER UPDATE OR DELETE ON "Article" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION grow_edition('pages');
ALTER TABLE "Article" ENABLE ALWAYS TRIGGER grow_pages;
