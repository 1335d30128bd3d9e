-- What readers can search: one row for each thing made public, from the instant it was to the instant it was replaced.
-- The ledger writes it, so that nothing is found before it is published and a search of the past stays the same.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE "SearchKind" AS ENUM ('SUMMIT', 'COMMITMENT', 'UPDATE', 'EXCERPT', 'ARTICLE');

CREATE TABLE "SearchEntry" (
  "id" SERIAL NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "subjectId" TEXT NOT NULL,
  "areaId" TEXT,
  "partyIds" TEXT[] NOT NULL,
  "status" "Status",
  "publisher" TEXT,
  "language" TEXT,
  "day" DATE,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "words" tsvector NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchEntry_subjectId_idx" ON "SearchEntry"("subjectId");
CREATE INDEX search_words ON "SearchEntry" USING gin ("words");
CREATE INDEX search_promises ON "SearchEntry" USING gin ("words") WHERE kind IN ('SUMMIT', 'COMMITMENT');
CREATE INDEX search_alike ON "SearchEntry" USING gin (title gin_trgm_ops);

-- Han is written without spaces: each character is a word of its own, and each two that stand together are another,
-- so that 芬太尼 (芬太 and then 太尼) is found in 芬太尼前体 however a dictionary would cut it, and found quickly.
CREATE FUNCTION spaced(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(coalesce(value, ''), '([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
$$;
CREATE FUNCTION paired(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(substr(run[1], at, 2), ' '), '')
  FROM regexp_matches(coalesce(value, ''), '([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,})', 'g') run,
    generate_series(1, length(run[1]) - 1) at
$$;
CREATE FUNCTION words_of(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('english', spaced(value)) || to_tsvector('simple', paired(value))
$$;

-- All languages of a localised text, one after the other.
CREATE FUNCTION every_language(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(each.value, ' / ' ORDER BY each.key), '') FROM jsonb_each_text(
    CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END) each
$$;

-- title and body are shown as well as searched, also is only searched.
CREATE FUNCTION search_add(
  kind "SearchKind", subject text, area text, parties text[], status "Status", publisher text, language text,
  day date, title text, body text, also text, since timestamptz
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" (kind, "subjectId", "areaId", "partyIds", status, publisher, language, day, title, body, words, "knownFrom")
  VALUES (kind, subject, area, array_remove(parties, NULL), status, publisher, language, day, title, body,
    setweight(words_of(title), 'A') || setweight(words_of(body), 'C') || setweight(words_of(also), 'B'), since)
$$;

-- A source enters with the first thing published that rests on it, under that thing's area.
CREATE FUNCTION search_source(article text, excerpt text, area text, since timestamptz) RETURNS void LANGUAGE sql AS $$
  SELECT search_add('ARTICLE', a.id, area, ARRAY[a."voicePartyId"], NULL, a.publisher, a.language, a."publishedOn",
    a.title, every_language(a."titleTranslation"), concat_ws(' ', a.publisher, a.author), since)
  FROM "Article" a WHERE a.id = article
    AND NOT EXISTS (SELECT 1 FROM "SearchEntry" s WHERE s."subjectId" = a.id AND s.kind = 'ARTICLE');
  SELECT search_add('EXCERPT', x.id, area, ARRAY[x."partyId"], NULL, a.publisher, a.language, a."publishedOn",
    x.exact, every_language(x.translation), concat_ws(' ', x.speaker, a.title), since)
  FROM "Excerpt" x JOIN "Snapshot" n ON n.id = x."snapshotId" JOIN "Article" a ON a.id = n."articleId"
  WHERE x.id = excerpt
    AND NOT EXISTS (SELECT 1 FROM "SearchEntry" s WHERE s."subjectId" = x.id AND s.kind = 'EXCERPT');
$$;

CREATE FUNCTION search_enter(entry "LedgerKind", subject text, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchEntry" SET "knownTo" = since WHERE "subjectId" = subject AND "knownTo" IS NULL;
  CASE
  WHEN entry IN ('SUMMIT_RECORDED', 'SUMMIT_AMENDED') THEN
    PERFORM search_add('SUMMIT', s.id, NULL, (SELECT array_agg("partyId") FROM "SummitParty" WHERE "summitId" = s.id),
      NULL, NULL, NULL, s."startsOn", every_language(s.name), every_language(s.place), s.slug, since)
    FROM "Summit" s WHERE s.id = subject;
  WHEN entry IN ('COMMITMENT_RECORDED', 'COMMITMENT_AMENDED') THEN
    PERFORM search_add('COMMITMENT', c.id, c."areaId",
      (SELECT array_agg("partyId") FROM "CommitmentParty" WHERE "commitmentId" = c.id), NULL, NULL, NULL, c."madeOn",
      every_language(c.title), every_language(c.text), c.ref, since),
      search_source(n."articleId", x.id, c."areaId", since)
    FROM "Commitment" c LEFT JOIN "Excerpt" x ON x.id = c."promisedInId" LEFT JOIN "Snapshot" n ON n.id = x."snapshotId"
    WHERE c.id = subject;
  WHEN entry IN ('UPDATE_PUBLISHED', 'UPDATE_CORRECTED') THEN
    UPDATE "SearchEntry" SET "knownTo" = since WHERE "knownTo" IS NULL
      AND "subjectId" = (SELECT "supersedesId" FROM "StatusUpdate" WHERE id = subject);
    PERFORM search_add('UPDATE', u.id, c."areaId", ARRAY[u."partyId"], u.status, NULL, NULL, u."occurredOn",
      every_language(u.headline), every_language(u.note), c.ref, since)
    FROM "StatusUpdate" u JOIN "Commitment" c ON c.id = u."commitmentId" WHERE u.id = subject;
    PERFORM search_source(e."articleId", e."excerptId", c."areaId", since)
    FROM "Evidence" e JOIN "StatusUpdate" u ON u.id = e."updateId" JOIN "Commitment" c ON c.id = u."commitmentId"
    WHERE u.id = subject ORDER BY e.position;
  ELSE NULL;
  END CASE;
END $$;

-- Runs as the owner of the tables: nobody else needs a right to write what can be searched.
CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM search_enter(NEW.kind, NEW."subjectId", NEW.at);
  RETURN NULL;
END $$;
CREATE TRIGGER search_follow AFTER INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION search_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER search_follow;

SELECT search_enter(kind, "subjectId", at) FROM "LedgerEntry" ORDER BY seq;
