-- CreateEnum
CREATE TYPE "Packing" AS ENUM ('NONE', 'BROTLI');

-- CreateEnum
CREATE TYPE "LookOutcome" AS ENUM ('SAME', 'CHANGED', 'GONE', 'WALLED', 'FAILED');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('ACCEPTED', 'DISMISSED');

-- AlterEnum
ALTER TYPE "CaptureMethod" ADD VALUE 'ADDRESS';
ALTER TYPE "CaptureMethod" ADD VALUE 'UPLOADED';
ALTER TYPE "CaptureMethod" ADD VALUE 'REREAD';

-- CreateTable
CREATE TABLE "Original" (
    "sha256" CHAR(64) NOT NULL,
    "packing" "Packing" NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "Original_pkey" PRIMARY KEY ("sha256")
);

-- Every content is kept once; what is there already stays as it was stored.
INSERT INTO "Original" (sha256, packing, bytes, size)
SELECT DISTINCT ON ("bytesSha256") "bytesSha256", 'NONE', bytes, octet_length(bytes) FROM "Snapshot";

-- AlterTable
ALTER TABLE "Snapshot" DROP COLUMN "bytes",
ADD COLUMN     "charset" TEXT,
ADD COLUMN     "contentType" TEXT,
ADD COLUMN     "finalAddress" TEXT,
ADD COLUMN     "headers" JSONB,
ADD COLUMN     "hops" JSONB,
ADD COLUMN     "layout" JSONB;

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL,
    "method" "CaptureMethod" NOT NULL,
    "address" TEXT,
    "fileName" TEXT,
    "contentType" TEXT,
    "hint" JSONB,
    "articleId" TEXT,
    "originalSha256" CHAR(64),
    "answer" JSONB,
    "reading" JSONB,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "requestKey" TEXT,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetchingAt" TIMESTAMPTZ(3),
    "readingAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "fault" TEXT,
    "detail" TEXT,
    "retryAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "keptAt" TIMESTAMPTZ(3),
    "snapshotId" TEXT,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Look" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "LookOutcome" NOT NULL,
    "fault" TEXT,
    "detail" TEXT,
    "retryAt" TIMESTAMPTZ(3),
    "finalAddress" TEXT,
    "textSha256" CHAR(64),
    "text" TEXT,
    "originalSha256" CHAR(64),
    "contentType" TEXT,

    CONSTRAINT "Look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ranking" (
    "snapshotId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" TEXT NOT NULL,
    "model" TEXT,
    "fault" TEXT,

    CONSTRAINT "Ranking_pkey" PRIMARY KEY ("snapshotId")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "snapshotId" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "bearing" "Bearing" NOT NULL,
    "because" JSONB NOT NULL,
    "decision" "Decision",
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "excerptId" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Capture_requestKey_key" ON "Capture"("requestKey");

-- CreateIndex
CREATE INDEX "Capture_startedAt_idx" ON "Capture"("startedAt" DESC);

-- CreateIndex
CREATE INDEX "Capture_address_idx" ON "Capture"("address");

-- CreateIndex
CREATE INDEX "Look_articleId_at_idx" ON "Look"("articleId", "at" DESC);

-- CreateIndex
CREATE INDEX "Proposal_commitmentId_decidedAt_idx" ON "Proposal"("commitmentId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_snapshotId_commitmentId_start_end_key" ON "Proposal"("snapshotId", "commitmentId", "start", "end");

-- CreateIndex
CREATE INDEX "Snapshot_bytesSha256_idx" ON "Snapshot"("bytesSha256");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_bytesSha256_fkey" FOREIGN KEY ("bytesSha256") REFERENCES "Original"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_originalSha256_fkey" FOREIGN KEY ("originalSha256") REFERENCES "Original"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Look" ADD CONSTRAINT "Look_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Look" ADD CONSTRAINT "Look_originalSha256_fkey" FOREIGN KEY ("originalSha256") REFERENCES "Original"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_excerptId_fkey" FOREIGN KEY ("excerptId") REFERENCES "Excerpt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An original never changes; it can go only while nothing rests on it, which its foreign keys see to.
CREATE TRIGGER append_only BEFORE UPDATE ON "Original" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Original" ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "Original" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Original" ENABLE ALWAYS TRIGGER no_truncate;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Look" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Look" ENABLE ALWAYS TRIGGER append_only;

-- A proposal is a passage of its snapshot, word for word, as an excerpt is.
CREATE TRIGGER guard_proposal BEFORE INSERT ON "Proposal" FOR EACH ROW EXECUTE FUNCTION guard_excerpt();
ALTER TABLE "Proposal" ENABLE ALWAYS TRIGGER guard_proposal;
ALTER TABLE "Proposal" ADD CHECK (start >= 0 AND "end" > start);
ALTER TABLE "Proposal" ADD CHECK ((decision IS NULL) = ("decidedAt" IS NULL));
