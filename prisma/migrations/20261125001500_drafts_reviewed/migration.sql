-- Drafts are taken to review and commented on as updates are, in the same two tables.
ALTER TABLE "ReviewClaim" ADD COLUMN "id" TEXT, ADD COLUMN "draftId" TEXT;
UPDATE "ReviewClaim" SET "id" = "updateId";
ALTER TABLE "ReviewClaim" DROP CONSTRAINT "ReviewClaim_pkey";
ALTER TABLE "ReviewClaim" ALTER COLUMN "id" SET NOT NULL, ALTER COLUMN "updateId" DROP NOT NULL;
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY ("id");
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "of_one_thing"
  CHECK (num_nonnulls("updateId", "draftId") = 1 AND "id" = coalesce("updateId", "draftId"));
CREATE UNIQUE INDEX "ReviewClaim_updateId_key" ON "ReviewClaim"("updateId");
CREATE UNIQUE INDEX "ReviewClaim_draftId_key" ON "ReviewClaim"("draftId");
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD COLUMN "draftId" TEXT;
ALTER TABLE "Comment" ALTER COLUMN "updateId" DROP NOT NULL;
ALTER TABLE "Comment" ADD CONSTRAINT "about_one_thing" CHECK (num_nonnulls("updateId", "draftId") = 1);
CREATE INDEX "Comment_draftId_at_idx" ON "Comment"("draftId", "at");
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
