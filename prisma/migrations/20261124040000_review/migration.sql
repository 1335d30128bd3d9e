-- Who reads what, what is said about it, what it said when it came back, and who approved it first.
CREATE TABLE "ReviewClaim" (
  "updateId" TEXT NOT NULL,
  "reviewerId" TEXT NOT NULL,
  "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY ("updateId")
);
CREATE TABLE "Comment" (
  "id" TEXT NOT NULL,
  "updateId" TEXT NOT NULL,
  "authorId" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "requestKey" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ReturnedText" (
  "updateId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "ReturnedText_pkey" PRIMARY KEY ("updateId", "version")
);
CREATE TABLE "Approval" (
  "updateId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "reviewerId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Approval_pkey" PRIMARY KEY ("updateId", "version")
);
CREATE UNIQUE INDEX "Comment_requestKey_key" ON "Comment"("requestKey");
CREATE INDEX "Comment_updateId_at_idx" ON "Comment"("updateId", "at");
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReturnedText" ADD CONSTRAINT "ReturnedText_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What was said stays as it was said; it goes only with a draft that is thrown away.
CREATE TRIGGER append_only BEFORE UPDATE ON "Comment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Comment" ENABLE ALWAYS TRIGGER append_only;
