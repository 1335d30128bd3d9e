-- The status in force is read in this order; without drafts in it the index answers alone.
CREATE INDEX published_in_order ON "StatusUpdate" ("commitmentId", "partyId", "occurredOn" DESC, "publishedAt" DESC)
  INCLUDE (id, status) WHERE state = 'PUBLISHED';

-- Nearly every update corrects nothing: their NULLs made this index as large as the table is long.
DROP INDEX one_correction;
CREATE UNIQUE INDEX one_correction ON "StatusUpdate" ("supersedesId") WHERE state = 'PUBLISHED' AND "supersedesId" IS NOT NULL;
