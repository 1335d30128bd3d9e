-- Names that an industry knows: live checks, parked forms, the current status and its counts, history tables, and the
-- version of the content. Indexes and constraints go by the names of their tables.
DO $$ DECLARE pair text[]; each text; BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ARRAY['Look', 'LiveCheck'],
    ARRAY['HeldForm', 'ParkedForm'],
    ARRAY['InForce', 'CurrentStatus'],
    ARRAY['Tally', 'StatusCount'],
    ARRAY['NameAt', 'NameHistory'],
    ARRAY['CommitmentAt', 'CommitmentHistory'],
    ARRAY['SummitAt', 'SummitHistory'],
    ARRAY['Edition', 'ContentVersion']
  ] LOOP
    EXECUTE format('ALTER TABLE %I RENAME TO %I', pair[1], pair[2]);
    FOR each IN SELECT conname FROM pg_constraint WHERE conrelid = format('%I', pair[2])::regclass
        AND starts_with(conname, pair[1] || '_') LOOP
      EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', pair[2], each,
        pair[2] || substr(each, length(pair[1]) + 1));
    END LOOP;
    FOR each IN SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = pair[2]
        AND starts_with(indexname, pair[1] || '_') LOOP
      EXECUTE format('ALTER INDEX %I RENAME TO %I', each, pair[2] || substr(each, length(pair[1]) + 1));
    END LOOP;
  END LOOP;
END $$;
ALTER TYPE "LookOutcome" RENAME TO "LiveCheckOutcome";
ALTER TABLE "ParkedForm" RENAME COLUMN "heldAt" TO "parkedAt";
ALTER INDEX IF EXISTS "ParkedForm_heldAt_idx" RENAME TO "ParkedForm_parkedAt_idx";
