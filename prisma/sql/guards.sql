-- Guards of publication: no status without proof, nothing published by who wrote it, quotes word for word.
-- They hold whoever writes to the database; the rules with their sentences for people stand in lib.

-- An update rests on evidence that is there before it, and is never changed: see append-only.sql.
CREATE OR REPLACE FUNCTION guard_update() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."publishedById" = NEW."authorId" THEN
    RAISE EXCEPTION 'an update is published by a second person' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "updateId" = NEW.id) THEN
    RAISE EXCEPTION 'no status without proof' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_update BEFORE INSERT ON "StatusUpdate" FOR EACH ROW EXECUTE FUNCTION guard_update();
ALTER TABLE "StatusUpdate" ENABLE ALWAYS TRIGGER guard_update;

CREATE OR REPLACE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- A publication under way has locked the head: whoever would add to its evidence waits, and then finds it published.
  PERFORM 1 FROM "LedgerHead" WHERE id = 1 FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "StatusUpdate" WHERE id = NEW."updateId") THEN
    RAISE EXCEPTION 'evidence of a published update is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."excerptId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Excerpt" e JOIN "Snapshot" s ON s.id = e."snapshotId"
    WHERE e.id = NEW."excerptId" AND s."articleId" = NEW."articleId"
  ) THEN
    RAISE EXCEPTION 'the excerpt is not from this article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_evidence BEFORE INSERT ON "Evidence" FOR EACH ROW EXECUTE FUNCTION guard_evidence();
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER guard_evidence;

CREATE OR REPLACE FUNCTION guard_excerpt() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Snapshot" WHERE id = NEW."snapshotId" AND position(NEW.exact IN text) > 0) THEN
    RAISE EXCEPTION 'an excerpt stands word for word in its snapshot' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_excerpt BEFORE INSERT ON "Excerpt" FOR EACH ROW EXECUTE FUNCTION guard_excerpt();
ALTER TABLE "Excerpt" ENABLE ALWAYS TRIGGER guard_excerpt;

-- A proposal is a passage of its snapshot, word for word, as an excerpt is.
CREATE OR REPLACE TRIGGER guard_proposal BEFORE INSERT ON "Proposal" FOR EACH ROW EXECUTE FUNCTION guard_excerpt();
ALTER TABLE "Proposal" ENABLE ALWAYS TRIGGER guard_proposal;

-- No draft is published by who wrote it, which nobody can rewrite, and what was published stays as it was read.
CREATE OR REPLACE FUNCTION guard_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state = 'PUBLISHED' THEN
      RAISE EXCEPTION 'a draft begins as a draft' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'PUBLISHED' THEN
    RAISE EXCEPTION 'a published draft is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.kind, NEW."authorId") IS DISTINCT FROM (OLD.id, OLD.kind, OLD."authorId") THEN
    RAISE EXCEPTION 'a draft keeps its id, kind and author' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state = 'PUBLISHED' AND (NEW."publishedAt" IS NULL OR NEW."publishedById" IS NULL OR NEW."publishedById" = NEW."authorId") THEN
    RAISE EXCEPTION 'a draft is published by a second person' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_draft BEFORE INSERT OR UPDATE OR DELETE ON "Draft" FOR EACH ROW EXECUTE FUNCTION guard_draft();
ALTER TABLE "Draft" ENABLE ALWAYS TRIGGER guard_draft;

-- What a second person read of an import is what is recorded. Once it is published only what became of it is added: the
-- columns that the trigger names.
CREATE OR REPLACE FUNCTION guard_import() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- A publication under way has locked the draft: whoever would change its rows waits, and then finds it published.
  PERFORM 1 FROM "Draft" WHERE id IN (OLD."draftId", NEW."draftId") FOR SHARE;
  IF EXISTS (SELECT 1 FROM "Draft" WHERE id IN (OLD."draftId", NEW."draftId") AND state = 'PUBLISHED')
    AND (TG_OP <> 'UPDATE' OR to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV) THEN
    RAISE EXCEPTION 'a published import is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER guard_import BEFORE INSERT OR UPDATE OR DELETE ON "Import" FOR EACH ROW EXECUTE FUNCTION guard_import('doneAt');
ALTER TABLE "Import" ENABLE ALWAYS TRIGGER guard_import;
CREATE OR REPLACE TRIGGER guard_import BEFORE INSERT OR UPDATE OR DELETE ON "ImportRow" FOR EACH ROW EXECUTE FUNCTION guard_import('isOver', 'fault');
ALTER TABLE "ImportRow" ENABLE ALWAYS TRIGGER guard_import;

-- A commitment is merged once, into one that stays; what was merged into it before leads on from there.
CREATE OR REPLACE FUNCTION guard_merge() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."commitmentId" = NEW."intoId" OR EXISTS (SELECT 1 FROM "Merge" WHERE "commitmentId" = NEW."intoId") THEN
    RAISE EXCEPTION 'a commitment is merged into another that stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_merge BEFORE INSERT ON "Merge" FOR EACH ROW EXECUTE FUNCTION guard_merge();
ALTER TABLE "Merge" ENABLE ALWAYS TRIGGER guard_merge;
