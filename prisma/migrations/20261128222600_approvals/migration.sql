-- A version may be approved by several people: that of one who reviews no longer does not count, and stays.
ALTER TABLE "Approval" DROP CONSTRAINT "Approval_pkey",
  ADD CONSTRAINT "Approval_pkey" PRIMARY KEY ("draftId", "version", "reviewerId");
