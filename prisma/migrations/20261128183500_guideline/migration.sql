-- What would count as evidence that a commitment is kept; {} where nothing is said. Postgres writes no row anew for it.
ALTER TABLE "Commitment" ADD COLUMN "guideline" JSONB NOT NULL DEFAULT '{}',
  ADD CONSTRAINT "Commitment_guideline_check" CHECK (guideline = '{}' OR is_localised(guideline));
ALTER TABLE "CommitmentAt" ADD COLUMN "guideline" JSONB;
