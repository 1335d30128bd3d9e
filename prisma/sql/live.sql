-- What counts now (materialised current status): LiveUpdate, CurrentStatus and StatusCount, kept by the ledger beside the history.
-- live_updates() and status_at() in status.sql remain the rule; a test compares the two on generated histories.
-- Every function here takes some ids, or NULL for all.

-- How many rows of CurrentStatus are alike: taken away with sign -1 before they change, added with 1 after.
CREATE OR REPLACE FUNCTION tally_in_force(ids text[], sign int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "StatusCount" ("of", id, status, times)
  SELECT each."of", each.id, each.status, sign * count(*)::int FROM "CurrentStatus" f CROSS JOIN LATERAL (
    SELECT 'summit' "of", f."summitId" id, coalesce(f.status::text, '') status WHERE f."partyId" = ''
    UNION ALL SELECT 'area', f."areaId", coalesce(f.status::text, '') WHERE f."partyId" = ''
    UNION ALL SELECT 'stale', f."staleOn"::text, '' WHERE f."partyId" = ''
    UNION ALL SELECT 'party', f."partyId", coalesce(f.status::text, '') WHERE f."partyId" <> '') each
  WHERE ids IS NULL OR f."commitmentId" = ANY (ids)
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("of", id, status) DO UPDATE SET times = "StatusCount".times + excluded.times
$$;

-- What was merged into another counts there, and no longer here.
CREATE OR REPLACE FUNCTION in_force_of(ids text[]) RETURNS SETOF "CurrentStatus" LANGUAGE sql STABLE AS $$
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
  WHERE (ids IS NULL OR c.id = ANY (ids)) AND NOT EXISTS (SELECT FROM "Merge" m WHERE m."commitmentId" = c.id)
$$;

-- What counts of updates, read again from what was published.
CREATE OR REPLACE FUNCTION live_of(ids text[]) RETURNS SETOF "LiveUpdate" LANGUAGE sql STABLE AS $$
  SELECT u.id, u."commitmentId", c."summitId", u."partyId", u.status, u."occurredOn", u."occurredPrecision",
    u."publishedAt", least(w."withdrawnAt", next."publishedAt")
  FROM "StatusUpdate" u JOIN "Commitment" c ON c.id = u."commitmentId"
  LEFT JOIN "Withdrawal" w ON w."updateId" = u.id
  LEFT JOIN "StatusUpdate" next ON next."supersedesId" = u.id
  WHERE ids IS NULL OR u.id = ANY (ids)
$$;

-- Whatever kind of entry names an update or a commitment, what counts of it is derived again.
CREATE OR REPLACE FUNCTION live_enter(subjects text[]) RETURNS void LANGUAGE plpgsql AS $$
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
    DELETE FROM "CurrentStatus" WHERE "commitmentId" = ANY (commitments);
    INSERT INTO "CurrentStatus" SELECT * FROM in_force_of(commitments);
    PERFORM tally_in_force(commitments, 1);
  END IF;
END $$;

-- Everything at once, from the history alone.
CREATE OR REPLACE FUNCTION live_afresh() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "StatusCount";
  DELETE FROM "CurrentStatus";
  DELETE FROM "LiveUpdate";
  INSERT INTO "LiveUpdate" SELECT * FROM live_of(NULL);
  INSERT INTO "CurrentStatus" SELECT * FROM in_force_of(NULL);
  SELECT tally_in_force(NULL, 1);
$$;

-- Once for each statement, however many entries it appends. Runs as the owner of the tables: nobody else needs a right
-- to write what is derived.
CREATE OR REPLACE FUNCTION live_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM live_enter((SELECT array_agg(DISTINCT "subjectId") FROM entered));
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER live_follow AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION live_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER live_follow;
