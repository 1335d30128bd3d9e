-- CreateEnum
CREATE TYPE "DraftKind" AS ENUM ('SUMMIT', 'COMMITMENT', 'MERGE', 'IMPORT');

-- AlterEnum
ALTER TYPE "LedgerKind" ADD VALUE 'COMMITMENT_MERGED';
ALTER TYPE "LedgerKind" ADD VALUE 'AREA_RECORDED';
ALTER TYPE "LedgerKind" ADD VALUE 'AREA_AMENDED';
ALTER TYPE "LedgerKind" ADD VALUE 'PARTY_RECORDED';
ALTER TYPE "LedgerKind" ADD VALUE 'PARTY_AMENDED';

-- AlterTable
ALTER TABLE "Party" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Merge" (
    "commitmentId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("commitmentId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "kind" "DraftKind" NOT NULL,
    "subjectId" TEXT,
    "baseVersion" INTEGER,
    "body" JSONB NOT NULL,
    "state" "UpdateState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "requestKey" TEXT,
    "authorId" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),
    "returnedById" TEXT,
    "returnReason" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" TEXT,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "draftId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "total" INTEGER,
    "fault" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("draftId")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "draftId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "subjectId" TEXT,
    "baseVersion" INTEGER,
    "input" JSONB NOT NULL,
    "isOver" BOOLEAN NOT NULL DEFAULT false,
    "fault" TEXT,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("draftId","number")
);

-- CreateIndex
CREATE INDEX "Merge_intoId_idx" ON "Merge"("intoId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_requestKey_key" ON "Draft"("requestKey");

-- CreateIndex
CREATE INDEX "Draft_state_submittedAt_idx" ON "Draft"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Draft_authorId_state_idx" ON "Draft"("authorId", "state");

-- CreateIndex
CREATE INDEX "Draft_subjectId_idx" ON "Draft"("subjectId");

-- CreateIndex
CREATE INDEX "ImportRow_draftId_isOver_number_idx" ON "ImportRow"("draftId", "isOver", "number");

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_returnedById_fkey" FOREIGN KEY ("returnedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Import"("draftId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nothing that is recorded, amended or merged is published by who wrote it, and what was published stays as it was read.
CREATE FUNCTION guard_draft() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW.state = 'PUBLISHED' AND (NEW."publishedAt" IS NULL OR NEW."publishedById" IS NULL OR NEW."publishedById" = NEW."authorId") THEN
    RAISE EXCEPTION 'a draft is published by a second person' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE OR DELETE ON "Draft" FOR EACH ROW EXECUTE FUNCTION guard_draft();
ALTER TABLE "Draft" ENABLE ALWAYS TRIGGER guard_draft;

-- A commitment is merged once, into one that stays; what was merged into it before leads on from there.
CREATE FUNCTION guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."commitmentId" = NEW."intoId" OR EXISTS (SELECT 1 FROM "Merge" WHERE "commitmentId" = NEW."intoId") THEN
    RAISE EXCEPTION 'a commitment is merged into another that stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_merge BEFORE INSERT ON "Merge" FOR EACH ROW EXECUTE FUNCTION guard_merge();
ALTER TABLE "Merge" ENABLE ALWAYS TRIGGER guard_merge;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Merge" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Merge" ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "Merge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Merge" ENABLE ALWAYS TRIGGER no_truncate;

-- The commitments that had been merged into another by an instant: they count no longer, and are listed no longer.
CREATE FUNCTION merged(known timestamptz) RETURNS SETOF "Merge" LANGUAGE sql STABLE AS $$
  SELECT m.* FROM "Merge" m WHERE m."mergedAt" <= known
$$;

-- What was merged into another counts there, and no longer here.
CREATE OR REPLACE FUNCTION in_force_of(ids text[]) RETURNS SETOF "InForce" LANGUAGE sql STABLE AS $$
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
