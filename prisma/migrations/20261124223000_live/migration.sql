-- What counts, kept by the ledger beside the history it is derived from, so that no page goes over all of it.
-- live_updates() and status_at() remain the rule; a test compares the two on generated histories.

-- A published update from the instant it was to the instant it was corrected or withdrawn.
CREATE TABLE "LiveUpdate" (
  "updateId" TEXT NOT NULL,
  "commitmentId" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "partyId" TEXT,
  "status" "Status" NOT NULL,
  "occurredOn" DATE NOT NULL,
  "precision" "DatePrecision" NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  CONSTRAINT "LiveUpdate_pkey" PRIMARY KEY ("updateId")
);
CREATE INDEX live_in_order ON "LiveUpdate"("commitmentId", "partyId", "occurredOn" DESC, "knownFrom" DESC)
  INCLUDE (status, "knownTo", "updateId", precision);
CREATE INDEX "LiveUpdate_summitId_occurredOn_knownFrom_idx" ON "LiveUpdate"("summitId", "occurredOn" DESC, "knownFrom" DESC);
CREATE INDEX "LiveUpdate_occurredOn_knownFrom_idx" ON "LiveUpdate"("occurredOn" DESC, "knownFrom" DESC);

-- Where each commitment stands now: overall (partyId is empty) and for each party bound. newsOn is the day of its
-- latest update, lastOn that or the day of the promise, staleOn the last day on which it is not yet stale.
CREATE TABLE "InForce" (
  "commitmentId" TEXT NOT NULL,
  "partyId" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "areaId" TEXT NOT NULL,
  "status" "Status",
  "newsOn" DATE,
  "lastOn" DATE NOT NULL,
  "staleOn" DATE NOT NULL,
  CONSTRAINT "InForce_pkey" PRIMARY KEY ("commitmentId", "partyId")
);
CREATE INDEX "InForce_partyId_status_idx" ON "InForce"("partyId", "status");
CREATE INDEX "InForce_partyId_lastOn_commitmentId_idx" ON "InForce"("partyId", "lastOn", "commitmentId");
CREATE INDEX "InForce_partyId_newsOn_commitmentId_idx" ON "InForce"("partyId", "newsOn" DESC NULLS LAST, "commitmentId");

-- The orders in which commitments are listed, and the words by which they are filtered.
CREATE INDEX "Commitment_madeOn_idx" ON "Commitment"("madeOn" DESC);
CREATE INDEX commitment_order ON "Commitment" (rtrim(ref, '0123456789'), length(ref), ref);
CREATE FUNCTION commitment_text(ref text, title jsonb, words jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ref || chr(10) || coalesce(title ->> 'en', '') || chr(10) || coalesce(title ->> 'zh', '')
    || chr(10) || coalesce(words ->> 'en', '') || chr(10) || coalesce(words ->> 'zh', '')
$$;
CREATE INDEX commitment_words ON "Commitment" USING gin (commitment_text(ref, title, text) gin_trgm_ops);

-- How many rows of InForce are alike: by summit, area or party and status, and by the day after which they are stale.
CREATE TABLE "Tally" (
  "of" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "Tally_pkey" PRIMARY KEY ("of", "id", "status")
);

-- Every function below takes some ids, or NULL for all.
CREATE FUNCTION tally_in_force(ids text[], sign int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "Tally" ("of", id, status, times)
  SELECT each."of", each.id, each.status, sign * count(*)::int FROM "InForce" f CROSS JOIN LATERAL (
    SELECT 'summit' "of", f."summitId" id, coalesce(f.status::text, '') status WHERE f."partyId" = ''
    UNION ALL SELECT 'area', f."areaId", coalesce(f.status::text, '') WHERE f."partyId" = ''
    UNION ALL SELECT 'stale', f."staleOn"::text, '' WHERE f."partyId" = ''
    UNION ALL SELECT 'party', f."partyId", coalesce(f.status::text, '') WHERE f."partyId" <> '') each
  WHERE ids IS NULL OR f."commitmentId" = ANY (ids)
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("of", id, status) DO UPDATE SET times = "Tally".times + excluded.times
$$;

-- Only what counts has a row: a commitment that counts no longer must be left out here.
CREATE FUNCTION in_force_of(ids text[]) RETURNS SETOF "InForce" LANGUAGE sql STABLE AS $$
  WITH live AS MATERIALIZED (
    SELECT s.* FROM "LiveUpdate" s WHERE s."knownTo" IS NULL AND (ids IS NULL OR s."commitmentId" = ANY (ids))
  ), latest AS (
    SELECT DISTINCT ON ("commitmentId", "partyId") "commitmentId", coalesce("partyId", '') "partyId", status
    FROM live ORDER BY "commitmentId", "partyId", "occurredOn" DESC, "knownFrom" DESC
  ), news AS (SELECT "commitmentId", max("occurredOn") "newsOn" FROM live GROUP BY 1)
  SELECT c.id, side."partyId", c."summitId", c."areaId", l.status, n."newsOn", greatest(n."newsOn", c."madeOn"),
    greatest(n."newsOn", c."madeOn") + c."reviewEveryDays"
  FROM "Commitment" c
  CROSS JOIN LATERAL (
    SELECT '' "partyId" UNION ALL SELECT p."partyId" FROM "CommitmentParty" p WHERE p."commitmentId" = c.id) side
  LEFT JOIN news n ON n."commitmentId" = c.id
  LEFT JOIN latest l ON l."commitmentId" = c.id AND l."partyId" = side."partyId"
  WHERE ids IS NULL OR c.id = ANY (ids)
$$;

-- What counts of updates, read again from what was published.
CREATE FUNCTION live_of(ids text[]) RETURNS SETOF "LiveUpdate" LANGUAGE sql STABLE AS $$
  SELECT u.id, u."commitmentId", c."summitId", u."partyId", u.status, u."occurredOn", u."occurredPrecision",
    u."publishedAt", least(w."withdrawnAt", next."publishedAt")
  FROM "StatusUpdate" u JOIN "Commitment" c ON c.id = u."commitmentId"
  LEFT JOIN "Withdrawal" w ON w."updateId" = u.id
  LEFT JOIN "StatusUpdate" next ON next."supersedesId" = u.id AND next.state = 'PUBLISHED'
  WHERE u.state = 'PUBLISHED' AND (ids IS NULL OR u.id = ANY (ids))
$$;

-- Whatever kind of entry names an update or a commitment, what counts of it is derived again.
CREATE FUNCTION live_enter(subjects text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  updates text[];
  commitments text[];
BEGIN
  SELECT array_agg(id), array_agg("commitmentId") INTO updates, commitments FROM (
    SELECT u.id, u."commitmentId" FROM "StatusUpdate" u WHERE u.id = ANY (subjects)
    UNION SELECT u."supersedesId", u."commitmentId" FROM "StatusUpdate" u
      WHERE u.id = ANY (subjects) AND u."supersedesId" IS NOT NULL) touched;
  IF updates IS NOT NULL THEN
    DELETE FROM "LiveUpdate" WHERE "updateId" = ANY (updates);
    INSERT INTO "LiveUpdate" SELECT * FROM live_of(updates);
  END IF;
  SELECT array_agg(c.id) INTO commitments FROM "Commitment" c WHERE c.id = ANY (subjects || commitments);
  IF commitments IS NOT NULL THEN
    UPDATE "LiveUpdate" s SET "summitId" = c."summitId" FROM "Commitment" c
      WHERE c.id = s."commitmentId" AND s."commitmentId" = ANY (commitments) AND s."summitId" <> c."summitId";
    PERFORM tally_in_force(commitments, -1);
    DELETE FROM "InForce" WHERE "commitmentId" = ANY (commitments);
    INSERT INTO "InForce" SELECT * FROM in_force_of(commitments);
    PERFORM tally_in_force(commitments, 1);
  END IF;
END $$;

-- Everything at once, from the history alone.
CREATE FUNCTION live_afresh() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "Tally";
  DELETE FROM "InForce";
  DELETE FROM "LiveUpdate";
  INSERT INTO "LiveUpdate" SELECT * FROM live_of(NULL);
  INSERT INTO "InForce" SELECT * FROM in_force_of(NULL);
  SELECT tally_in_force(NULL, 1);
$$;

-- Once for each statement, however many entries it appends. Runs as the owner of the tables: nobody else needs a right
-- to write what is derived.
CREATE FUNCTION live_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM live_enter((SELECT array_agg(DISTINCT "subjectId") FROM entered));
  RETURN NULL;
END $$;
CREATE TRIGGER live_follow AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION live_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER live_follow;

SELECT live_afresh();
