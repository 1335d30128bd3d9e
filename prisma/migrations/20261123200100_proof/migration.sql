-- What the database itself guarantees, whoever writes to it. Triggers are ENABLE ALWAYS because plain ones
-- are skipped under session_replication_role = replica.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION guard_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state = 'PUBLISHED' THEN
      RAISE EXCEPTION 'an update begins as a draft' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'PUBLISHED' THEN
    RAISE EXCEPTION 'a published update is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.state = 'PUBLISHED' THEN
    IF NEW."publishedAt" IS NULL OR NEW."publishedById" IS NULL OR NEW."publishedById" = NEW."authorId" THEN
      RAISE EXCEPTION 'an update is published by a second person' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "updateId" = NEW.id) THEN
      RAISE EXCEPTION 'no status without proof' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found_state "UpdateState";
BEGIN
  -- FOR SHARE makes a change of evidence wait for a publication under way, and then be refused.
  FOR found_state IN
    SELECT state FROM "StatusUpdate"
    WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW."updateId" ELSE OLD."updateId" END
       OR (TG_OP <> 'DELETE' AND id = NEW."updateId")
    FOR SHARE
  LOOP
    IF found_state = 'PUBLISHED' THEN
      RAISE EXCEPTION 'evidence of a published update is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW."excerptId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Excerpt" e JOIN "Snapshot" s ON s.id = e."snapshotId"
    WHERE e.id = NEW."excerptId" AND s."articleId" = NEW."articleId"
  ) THEN
    RAISE EXCEPTION 'the excerpt is not from this article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_excerpt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Snapshot" WHERE id = NEW."snapshotId" AND position(NEW.exact IN text) > 0) THEN
    RAISE EXCEPTION 'an excerpt stands word for word in its snapshot' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head "LedgerHead";
BEGIN
  SELECT * INTO head FROM "LedgerHead" WHERE id = 1 FOR UPDATE;
  IF NEW.seq <> head.seq + 1 OR NEW."prevHash" <> head.hash OR NEW.at <= head.at
    OR NEW.hash <> encode(sha256(convert_to(NEW."prevHash" || chr(10) || NEW.body, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'ledger entry % does not follow the head', NEW.seq USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE "LedgerHead" SET seq = NEW.seq, at = NEW.at, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'the ledger only grows, one entry at a time' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

INSERT INTO "LedgerHead" (id, seq, at, hash) VALUES (1, 0, '1970-01-01T00:00:00Z', repeat('0', 64));
INSERT INTO "Installation" (id) VALUES (1);

CREATE TRIGGER guard_update BEFORE INSERT OR UPDATE OR DELETE ON "StatusUpdate" FOR EACH ROW EXECUTE FUNCTION guard_update();
CREATE TRIGGER guard_evidence BEFORE INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION guard_evidence();
CREATE TRIGGER guard_excerpt BEFORE INSERT ON "Excerpt" FOR EACH ROW EXECUTE FUNCTION guard_excerpt();
CREATE TRIGGER guard_entry BEFORE INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION guard_entry();
CREATE TRIGGER guard_head BEFORE UPDATE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION guard_head();
ALTER TABLE "StatusUpdate" ENABLE ALWAYS TRIGGER guard_update;
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER guard_evidence;
ALTER TABLE "Excerpt" ENABLE ALWAYS TRIGGER guard_excerpt;
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER guard_entry;
ALTER TABLE "LedgerHead" ENABLE ALWAYS TRIGGER guard_head;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Snapshot', 'Excerpt', 'Withdrawal', 'LedgerEntry'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Snapshot', 'Excerpt', 'Withdrawal', 'LedgerEntry', 'LedgerHead', 'StatusUpdate', 'Evidence'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER no_truncate', t);
  END LOOP;
END $$;
CREATE TRIGGER no_delete BEFORE DELETE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "LedgerHead" ENABLE ALWAYS TRIGGER no_delete;

-- One correction per update at most: a second one corrects the correction. Drafts of corrections may compete.
CREATE UNIQUE INDEX one_correction ON "StatusUpdate" ("supersedesId") WHERE state = 'PUBLISHED';

-- A localised text is an object with at least one language.
CREATE FUNCTION is_localised(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(value) = 'object' AND (value ? 'en' OR value ? 'zh')
$$;
ALTER TABLE "StatusUpdate" ADD CHECK (is_localised(headline));
ALTER TABLE "Commitment" ADD CHECK (is_localised(title)), ADD CHECK (is_localised(text)), ADD CHECK ("reviewEveryDays" > 0);
ALTER TABLE "Summit" ADD CHECK (is_localised(name)), ADD CHECK ("startsOn" <= "endsOn");
ALTER TABLE "Party" ADD CHECK (is_localised(name));
ALTER TABLE "Area" ADD CHECK (is_localised(name));
ALTER TABLE "Excerpt" ADD CHECK (start >= 0 AND "end" > start);

-- Published, not withdrawn and not corrected, as this tracker knew it at an instant.
CREATE FUNCTION live_updates(known timestamptz) RETURNS SETOF "StatusUpdate" LANGUAGE sql STABLE AS $$
  SELECT u.* FROM "StatusUpdate" u
  WHERE u.state = 'PUBLISHED' AND u."publishedAt" <= known
    AND NOT EXISTS (SELECT 1 FROM "Withdrawal" w WHERE w."updateId" = u.id AND w."withdrawnAt" <= known)
    AND NOT EXISTS (SELECT 1 FROM "StatusUpdate" c
      WHERE c."supersedesId" = u.id AND c.state = 'PUBLISHED' AND c."publishedAt" <= known)
$$;

-- The two clocks: as the world stood on a date, as this tracker knew it at an instant.
-- The pure rule is latest() in lib/updates/rules.ts; a test compares the two.
CREATE FUNCTION status_at("on" date, known timestamptz)
RETURNS TABLE ("commitmentId" text, "partyId" text, "updateId" text, status "Status", "occurredOn" date)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (u."commitmentId", u."partyId")
    u."commitmentId", u."partyId", u.id, u.status, u."occurredOn"
  FROM live_updates(known) u
  WHERE u."occurredOn" <= "on"
  ORDER BY u."commitmentId", u."partyId", u."occurredOn" DESC, u."publishedAt" DESC
$$;

CREATE VIEW current_status AS
  SELECT * FROM status_at((now() AT TIME ZONE 'UTC')::date, now());
