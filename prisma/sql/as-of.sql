-- History as of an instant (system-versioned tables): CommitmentHistory, SummitHistory and NameHistory, kept by the ledger, so that
-- a page of the past stays as it was when commitments, summits, areas and parties are amended. The first wording also
-- stands for the time before it (knownFrom is -infinity), for who asks by an address; lists ask for recordedAt besides.

-- The first entry about something begins its past. An area may be older than entries about areas: then it always was.
CREATE OR REPLACE FUNCTION past_enter(entry "LedgerKind", subject text, since timestamptz, said jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  begun timestamptz := '-infinity';
  first timestamptz;
BEGIN
  CASE
  WHEN entry IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') THEN
    UPDATE "CommitmentHistory" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since; END IF;
    -- What the entry says under the name of a column is that column: of a new field nothing is said here.
    INSERT INTO "CommitmentHistory" SELECT entered.* FROM "Summit" s, "Area" a,
      jsonb_populate_record(NULL::"CommitmentHistory", said || jsonb_build_object('id', subject, 'knownFrom', begun,
        'recordedAt', coalesce(first, since), 'summitId', s.id, 'areaId', a.id,
        'dueOn', CASE said->'due'->>'precision' WHEN 'YEAR' THEN left(said->'due'->>'on', 4) || '-01-01'
          WHEN 'MONTH' THEN left(said->'due'->>'on', 7) || '-01' ELSE said->'due'->>'on' END,
        'duePrecision', coalesce(said->'due'->>'precision', 'DAY'),
        'partyIds', ARRAY(SELECT p.id FROM "Party" p WHERE said->'partyCodes' ? p.code ORDER BY p.code))) entered
    WHERE s.slug = said->>'summitSlug' AND a.slug = said->>'areaSlug';
  WHEN entry IN ('SUMMIT_RECORDED', 'SUMMIT_AMENDED') THEN
    UPDATE "SummitHistory" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since; END IF;
    INSERT INTO "SummitHistory" SELECT subject, begun, NULL, coalesce(first, since), said->>'slug', said->'name', said->'place',
      (said->>'startsOn')::date, (said->>'endsOn')::date, coalesce((
        SELECT jsonb_agg(jsonb_build_object('partyId', p.id, 'leader', met->'leader') ORDER BY p.code)
        FROM jsonb_array_elements(said->'parties') met JOIN "Party" p ON p.code = met->>'code'), '[]');
  WHEN entry IN ('AREA_RECORDED', 'AREA_AMENDED', 'PARTY_RECORDED', 'PARTY_AMENDED') THEN
    UPDATE "NameHistory" SET "knownTo" = since WHERE id = subject AND "knownTo" IS NULL RETURNING "recordedAt" INTO first;
    IF first IS NOT NULL THEN begun := since;
    ELSIF entry IN ('AREA_RECORDED', 'PARTY_RECORDED') THEN first := since;
    END IF;
    INSERT INTO "NameHistory" SELECT subject, begun, NULL, coalesce(first, '-infinity'), said->>'slug', said->>'code',
      said->'name', (said->>'position')::int;
  ELSE NULL;
  END CASE;
END $$;

-- Everything at once, from the ledger alone; areas and parties of which it says nothing always had their name.
CREATE OR REPLACE FUNCTION past_afresh() RETURNS void LANGUAGE sql AS $$
  DELETE FROM "CommitmentHistory";
  DELETE FROM "SummitHistory";
  DELETE FROM "NameHistory";
  SELECT past_enter(kind, "subjectId", at, body::jsonb->'subject') FROM (
    SELECT * FROM "LedgerEntry" WHERE kind::text ~ '^(COMMITMENT|SUMMIT|AREA|PARTY)_(RECORDED|AMENDED)$' ORDER BY seq) entered;
  INSERT INTO "NameHistory" SELECT id, '-infinity', NULL, '-infinity', slug, NULL, name, position FROM "Area" a
    WHERE NOT EXISTS (SELECT FROM "NameHistory" n WHERE n.id = a.id);
  INSERT INTO "NameHistory" SELECT id, '-infinity', NULL, '-infinity', NULL, code, name, NULL FROM "Party" p
    WHERE NOT EXISTS (SELECT FROM "NameHistory" n WHERE n.id = p.id);
$$;

-- Runs as the owner of the tables: nobody else needs a right to write what is derived.
CREATE OR REPLACE FUNCTION past_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM past_enter(NEW.kind, NEW."subjectId", NEW.at, NEW.body::jsonb->'subject');
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER past_follow AFTER INSERT ON "LedgerEntry" FOR EACH ROW
  WHEN (NEW.kind NOT IN ('UPDATE_PUBLISHED', 'UPDATE_CORRECTED', 'UPDATE_WITHDRAWN', 'COMMITMENT_MERGED'))
  EXECUTE FUNCTION past_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER past_follow;
