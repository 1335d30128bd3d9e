-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('RESOLVED', 'DISMISSED');

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "contact" TEXT,
    "sha256" CHAR(64) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "ReportOutcome",
    "note" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_sha256_key" ON "Report"("sha256");

-- CreateIndex
CREATE INDEX "Report_decidedAt_reportedAt_idx" ON "Report"("decidedAt", "reportedAt");

-- CreateIndex
CREATE INDEX "Report_commitmentId_idx" ON "Report"("commitmentId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
