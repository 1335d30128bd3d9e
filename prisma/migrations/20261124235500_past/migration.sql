-- What was said of commitments, summits, areas and parties at each instant, kept by the ledger: a page of the past
-- stays as it was when they are amended. The first wording also stands for the time before it (knownFrom is -infinity),
-- for who asks by an address; lists ask for recordedAt besides.
CREATE TABLE "CommitmentAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "ref" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "areaId" TEXT NOT NULL,
  "title" JSONB NOT NULL,
  "text" JSONB NOT NULL,
  "madeOn" DATE NOT NULL,
  "dueOn" DATE,
  "duePrecision" "DatePrecision" NOT NULL,
  "reviewEveryDays" INTEGER NOT NULL,
  "promisedInId" TEXT,
  "partyIds" TEXT[] NOT NULL,
  "criteria" JSONB NOT NULL,
  CONSTRAINT "CommitmentAt_pkey" PRIMARY KEY ("id", "knownFrom")
);
CREATE INDEX "CommitmentAt_ref_idx" ON "CommitmentAt"("ref");
CREATE INDEX "CommitmentAt_summitId_idx" ON "CommitmentAt"("summitId");

CREATE TABLE "SummitAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "slug" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "place" JSONB NOT NULL,
  "startsOn" DATE NOT NULL,
  "endsOn" DATE NOT NULL,
  "parties" JSONB NOT NULL,
  CONSTRAINT "SummitAt_pkey" PRIMARY KEY ("id", "knownFrom")
);
CREATE INDEX "SummitAt_slug_idx" ON "SummitAt"("slug");

-- Areas by their slug, with their place among the others, and parties by their code.
CREATE TABLE "NameAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "slug" TEXT,
  "code" TEXT,
  "name" JSONB NOT NULL,
  "position" INTEGER,
  CONSTRAINT "NameAt_pkey" PRIMARY KEY ("id", "knownFrom")
);

-- The first entry about something begins its past. An area may be older than entries about areas: then it always was.
CREATE FUNCTION past_enter(entry "LedgerKind", subject text, since timestamptz, said jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  begun timestamptz := '-infinity';
  first timestamptz;
BEGIN
  CASE
  WHEN entry IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') THEN
    UPDATE "CommitmentAt" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since; END IF;
    INSERT INTO "CommitmentAt" SELECT subject, begun, NULL, coalesce(first, since), said->>'ref', s.id, a.id,
      said->'title', said->'text', (said->>'madeOn')::date,
      CASE said->'due'->>'precision' WHEN 'YEAR' THEN (left(said->'due'->>'on', 4) || '-01-01')::date
        WHEN 'MONTH' THEN (left(said->'due'->>'on', 7) || '-01')::date ELSE (said->'due'->>'on')::date END,
      coalesce(said->'due'->>'precision', 'DAY')::"DatePrecision", (said->>'reviewEveryDays')::int,
      said->>'promisedInId', ARRAY(SELECT p.id FROM "Party" p WHERE said->'partyCodes' ? p.code ORDER BY p.code),
      said->'criteria'
    FROM "Summit" s, "Area" a WHERE s.slug = said->>'summitSlug' AND a.slug = said->>'areaSlug';
  WHEN entry IN ('SUMMIT_RECORDED', 'SUMMIT_AMENDED') THEN
    UPDATE "SummitAt" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since; END IF;
    INSERT INTO "SummitAt" SELECT subject, begun, NULL, coalesce(first, since), said->>'slug', said->'name', said->'place',
      (said->>'startsOn')::date, (said->>'endsOn')::date, coalesce((
        SELECT jsonb_agg(jsonb_build_object('partyId', p.id, 'leader', met->'leader') ORDER BY p.code)
        FROM jsonb_array_elements(said->'parties') met JOIN "Party" p ON p.code = met->>'code'), '[]');
  WHEN entry IN ('AREA_RECORDED', 'AREA_AMENDED', 'PARTY_RECORDED', 'PARTY_AMENDED') THEN
    UPDATE "NameAt" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since;
    ELSIF entry IN ('AREA_RECORDED', 'PARTY_RECORDED') THEN first := since;
    END IF;
    INSERT INTO "NameAt" SELECT subject, begun, NULL, coalesce(first, '-infinity'), said->>'slug', said->>'code',
      said->'name', (said->>'position')::int;
  ELSE NULL;
  END CASE;
END $$;

-- Everything at once, from the ledger alone; areas and parties of which it says nothing always had their name.
CREATE FUNCTION past_afresh() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "CommitmentAt";
  DELETE FROM "SummitAt";
  DELETE FROM "NameAt";
  SELECT past_enter(kind, "subjectId", at, body::jsonb->'subject') FROM (
    SELECT * FROM "LedgerEntry" WHERE kind::text ~ '^(COMMITMENT|SUMMIT|AREA|PARTY)_(RECORDED|AMENDED)$' ORDER BY seq) entered;
  INSERT INTO "NameAt" SELECT id, '-infinity', NULL, '-infinity', slug, NULL, name, position FROM "Area" a
    WHERE NOT EXISTS (SELECT FROM "NameAt" n WHERE n.id = a.id);
  INSERT INTO "NameAt" SELECT id, '-infinity', NULL, '-infinity', NULL, code, name, NULL FROM "Party" p
    WHERE NOT EXISTS (SELECT FROM "NameAt" n WHERE n.id = p.id);
$$;

-- Runs as the owner of the tables: nobody else needs a right to write what is derived.
CREATE FUNCTION past_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM past_enter(NEW.kind, NEW."subjectId", NEW.at, NEW.body::jsonb->'subject');
  RETURN NULL;
END $$;
CREATE TRIGGER past_follow AFTER INSERT ON "LedgerEntry" FOR EACH ROW
  WHEN (NEW.kind NOT IN ('UPDATE_PUBLISHED', 'UPDATE_CORRECTED', 'UPDATE_WITHDRAWN', 'COMMITMENT_MERGED'))
  EXECUTE FUNCTION past_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER past_follow;

SELECT past_afresh();
