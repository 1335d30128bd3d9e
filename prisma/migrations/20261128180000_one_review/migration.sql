-- One review: what is not published yet of a status update becomes a draft like any other, and "StatusUpdate" keeps
-- published facts alone. A draft's body is from now on the fields of its form as they were typed.

-- What guards rows that are moved here; prisma/sql makes them again.
DROP TRIGGER IF EXISTS guard_update ON "StatusUpdate";
DROP TRIGGER IF EXISTS guard_evidence ON "Evidence";
DROP TRIGGER IF EXISTS guard_draft ON "Draft";
DROP TRIGGER IF EXISTS append_only ON "Comment";

ALTER TYPE "UpdateState" RENAME TO "DraftState";
-- Not ADD VALUE: the transaction that adds a value cannot use it.
ALTER TYPE "DraftKind" RENAME TO "DraftKind_before";
CREATE TYPE "DraftKind" AS ENUM ('UPDATE', 'SUMMIT', 'COMMITMENT', 'MERGE', 'IMPORT');
ALTER TABLE "Draft" ALTER COLUMN kind TYPE "DraftKind" USING kind::text::"DraftKind";
DROP TYPE "DraftKind_before";

-- A day as its form writes it: as many of YYYY-MM-DD as are known.
CREATE FUNCTION pg_temp.typed_day(day text, known_to text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT left(day, CASE known_to WHEN 'YEAR' THEN 4 WHEN 'MONTH' THEN 7 ELSE 10 END)
$$;
-- {"en": "…"} of a name as the two fields of a form.
CREATE FUNCTION pg_temp.both(name text, said jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(name || '.en', coalesce(said ->> 'en', ''), name || '.zh', coalesce(said ->> 'zh', ''))
$$;
-- Each thing in a list as fields, put together.
CREATE FUNCTION pg_temp.rows_of(list jsonb) RETURNS TABLE (at bigint, said jsonb) LANGUAGE sql IMMUTABLE AS $$
  SELECT place - 1, each FROM jsonb_array_elements(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END)
    WITH ORDINALITY found(each, place)
$$;
CREATE AGGREGATE pg_temp.joined(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');

UPDATE "Draft" d SET body = jsonb_build_object('slug', coalesce(s ->> 'slug', ''),
    'startsOn', coalesce(s ->> 'startsOn', ''), 'endsOn', coalesce(s ->> 'endsOn', ''))
  || pg_temp.both('name', s -> 'name') || pg_temp.both('place', s -> 'place')
  || (SELECT pg_temp.joined(jsonb_build_object('parties.' || at || '.code', said ->> 'code')
      || pg_temp.both('parties.' || at || '.leader', said -> 'leader')
      || pg_temp.both('parties.' || at || '.name', (SELECT known -> 'name' FROM jsonb_array_elements(d.body -> 'named') known
        WHERE known ->> 'code' = said ->> 'code' LIMIT 1)) ORDER BY at) FROM pg_temp.rows_of(s -> 'parties'))
FROM (SELECT id, body -> 'summit' s FROM "Draft") parts
WHERE parts.id = d.id AND d.kind = 'SUMMIT' AND s IS NOT NULL;

UPDATE "Draft" d SET body = jsonb_build_object(
    'ref', coalesce(c ->> 'ref', ''), 'summitSlug', coalesce(c ->> 'summitSlug', ''),
    'areaSlug', CASE jsonb_typeof(d.body -> 'area') WHEN 'object' THEN '' ELSE coalesce(c ->> 'areaSlug', '') END,
    'madeOn', coalesce(c ->> 'madeOn', ''),
    'due', coalesce(pg_temp.typed_day(c -> 'due' ->> 'on', c -> 'due' ->> 'precision'), ''),
    'reviewEveryDays', coalesce(c ->> 'reviewEveryDays', ''), 'promisedInId', coalesce(c ->> 'promisedInId', ''))
  || pg_temp.both('title', c -> 'title') || pg_temp.both('text', c -> 'text')
  || CASE jsonb_typeof(d.body -> 'area') WHEN 'object'
      THEN jsonb_build_object('newArea', coalesce(d.body -> 'area' -> 'name' ->> 'en', '')) ELSE '{}' END
  || (SELECT pg_temp.joined(jsonb_build_object('partyCodes.' || (said #>> '{}'), said #>> '{}') ORDER BY at)
      FROM pg_temp.rows_of(c -> 'partyCodes'))
  || (SELECT pg_temp.joined(pg_temp.both('criteria.' || at, said) ORDER BY at) FROM pg_temp.rows_of(c -> 'criteria'))
FROM (SELECT id, body -> 'commitment' c FROM "Draft") parts
WHERE parts.id = d.id AND d.kind = 'COMMITMENT' AND c IS NOT NULL;

UPDATE "Draft" SET body = (SELECT pg_temp.joined(jsonb_build_object('columns.' || at, said #>> '{}') ORDER BY at)
    FROM pg_temp.rows_of(body -> 'mapping'))
WHERE kind = 'IMPORT' AND body ? 'mapping';

-- A draft for every update that came by the review, under the same id: links to it lead on. What a merge carried over
-- was never a draft.
INSERT INTO "Draft" (id, kind, "subjectId", body, state, version, "requestKey", "authorId", "savedAt", "submittedAt",
  "returnedAt", "returnedById", "returnReason", "publishedAt", "publishedById")
SELECT u.id, 'UPDATE', CASE u.state WHEN 'PUBLISHED' THEN u.id ELSE u."supersedesId" END,
  jsonb_build_object('commitmentId', u."commitmentId", 'partyId', coalesce(u."partyId", ''), 'status', u.status,
    'occurred', pg_temp.typed_day(u."occurredOn"::text, u."occurredPrecision"::text))
  || pg_temp.both('headline', u.headline) || pg_temp.both('note', u.note)
  || CASE WHEN u."correctionReason" IS NULL THEN '{}' ELSE jsonb_build_object('correctionReason', u."correctionReason") END
  || (SELECT pg_temp.joined(jsonb_build_object(
        'evidence.' || at || '.source', CASE WHEN e."excerptId" IS NULL THEN 'article:' || e."articleId" ELSE 'excerpt:' || e."excerptId" END,
        'evidence.' || at || '.bearing', e.bearing,
        'evidence.' || at || '.locator', coalesce(e.locator, '')) ORDER BY at)
      FROM (SELECT *, row_number() OVER (ORDER BY position) - 1 AS at FROM "Evidence" WHERE "updateId" = u.id) e),
  u.state, u.version,
  -- By this key whoever corrects an update again finds the correction they have begun.
  CASE WHEN u.state <> 'PUBLISHED' AND u."supersedesId" IS NOT NULL AND NOT EXISTS (SELECT FROM "StatusUpdate" o
    WHERE o."supersedesId" = u."supersedesId" AND o."authorId" = u."authorId" AND o.state <> 'PUBLISHED' AND o.id < u.id)
    THEN 'correct:' || u."supersedesId" || ':' || u."authorId" ELSE u."requestKey" END,
  u."authorId", u."savedAt", u."submittedAt",
  u."returnedAt", u."returnedById", u."returnReason", u."publishedAt", u."publishedById"
FROM "StatusUpdate" u
WHERE u.state <> 'PUBLISHED' OR u."submittedAt" IS NOT NULL
  OR EXISTS (SELECT FROM "Comment" c WHERE c."updateId" = u.id) OR EXISTS (SELECT FROM "ReviewClaim" r WHERE r."updateId" = u.id)
  OR EXISTS (SELECT FROM "ReturnedText" t WHERE t."updateId" = u.id) OR EXISTS (SELECT FROM "Approval" a WHERE a."updateId" = u.id);

ALTER TABLE "ReviewClaim" DROP CONSTRAINT of_one_thing, DROP CONSTRAINT "ReviewClaim_pkey";
UPDATE "ReviewClaim" SET "draftId" = "updateId" WHERE "draftId" IS NULL;
DROP INDEX "ReviewClaim_draftId_key";
ALTER TABLE "ReviewClaim" DROP COLUMN id, DROP COLUMN "updateId", ALTER COLUMN "draftId" SET NOT NULL,
  ADD CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY ("draftId");

ALTER TABLE "Comment" DROP CONSTRAINT about_one_thing;
UPDATE "Comment" SET "draftId" = "updateId" WHERE "draftId" IS NULL;
ALTER TABLE "Comment" DROP COLUMN "updateId", ALTER COLUMN "draftId" SET NOT NULL;

ALTER TABLE "ReturnedText" DROP CONSTRAINT "ReturnedText_updateId_fkey";
ALTER TABLE "ReturnedText" RENAME COLUMN "updateId" TO "draftId";
ALTER TABLE "ReturnedText" ADD CONSTRAINT "ReturnedText_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Approval" DROP CONSTRAINT "Approval_updateId_fkey";
ALTER TABLE "Approval" RENAME COLUMN "updateId" TO "draftId";
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"(id) ON UPDATE CASCADE ON DELETE CASCADE;

DELETE FROM "Evidence" USING "StatusUpdate" u WHERE u.id = "updateId" AND u.state <> 'PUBLISHED';
DELETE FROM "StatusUpdate" WHERE state <> 'PUBLISHED';

DROP INDEX "StatusUpdate_commitmentId_partyId_occurredOn_publishedAt_idx", "StatusUpdate_supersedesId_idx", published_in_order, one_correction;
-- The view and the functions of prisma/sql that return rows of this table are made again there.
DROP VIEW IF EXISTS current_status;
DROP FUNCTION IF EXISTS status_at(date, timestamptz), live_updates(timestamptz);
ALTER TABLE "StatusUpdate" DROP COLUMN state, DROP COLUMN version, DROP COLUMN "requestKey", DROP COLUMN "createdAt",
  DROP COLUMN "savedAt", DROP COLUMN "submittedAt", DROP COLUMN "returnedAt", DROP COLUMN "returnedById", DROP COLUMN "returnReason",
  ALTER COLUMN "publishedAt" SET NOT NULL, ALTER COLUMN "publishedById" SET NOT NULL;
-- The status in force is read in this order: the index answers alone.
CREATE INDEX published_in_order ON "StatusUpdate" ("commitmentId", "partyId", "occurredOn" DESC, "publishedAt" DESC) INCLUDE (id, status);
-- One correction per update at most: a second one corrects the correction. Drafts of corrections may compete.
-- Nearly every update corrects nothing: their NULLs made this index as large as the table is long.
CREATE UNIQUE INDEX one_correction ON "StatusUpdate" ("supersedesId") WHERE "supersedesId" IS NOT NULL;
-- Evidence is there first, and the update that rests on it by the end of the transaction.
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_updateId_fkey", ADD CONSTRAINT "Evidence_updateId_fkey"
  FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
