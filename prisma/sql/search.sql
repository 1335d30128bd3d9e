-- Full-text search: SearchEntry (tsvector) and SearchWord (trigrams), one row for each thing made public, from the
-- instant it was to the instant it was replaced. The ledger writes them, so that nothing is found before it is
-- published and a search of the past stays the same.

-- Han is written without spaces: each character is a word of its own, and each two that stand together are another,
-- so that 芬太尼 (芬太 and then 太尼) is found in 芬太尼前体 however a dictionary would cut it, and found quickly.
CREATE OR REPLACE FUNCTION spaced(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(coalesce(value, ''), '([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
$$;

CREATE OR REPLACE FUNCTION paired(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(substr(run[1], at, 2), ' '), '')
  FROM regexp_matches(coalesce(value, ''), '([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,})', 'g') run,
    generate_series(1, length(run[1]) - 1) at
$$;

CREATE OR REPLACE FUNCTION words_of(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('english', spaced(value)) || to_tsvector('simple', paired(value))
$$;

-- What a thing is filtered by stands among its words: a filter then narrows in the index, not row by row. No text that
-- is sought comes out in capitals with a colon, so none can be mistaken for one of these.
CREATE OR REPLACE FUNCTION sorts_of(
  kind "SearchKind", area text, parties text[], status "Status", publisher text, language text, day date
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(ARRAY['K:' || kind::text, 'A:' || area, 'S:' || status::text,
    'B:' || left(publisher, 200), 'L:' || language, 'Y:' || to_char(day, 'YYYY')]
    || ARRAY(SELECT 'P:' || each FROM unnest(parties) each), NULL))
$$;

-- All languages of a localised text, one after the other.
CREATE OR REPLACE FUNCTION every_language(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(each.value, ' / ' ORDER BY each.key), '') FROM jsonb_each_text(
    CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END) each
$$;

-- Every word that was published and since when, so that a typing error finds the word that was meant.
CREATE OR REPLACE FUNCTION words_alone(value text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT lexeme FROM unnest(to_tsvector('simple', value)) WHERE length(lexeme) BETWEEN 4 AND 60
    AND lexeme ~ '^\w+$' AND lexeme ~ '[[:alpha:]]' AND lexeme !~ '[\u3400-\u9fff]'
$$;

CREATE OR REPLACE FUNCTION search_learn(value text, since timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchWord" SELECT word, since FROM words_alone(value) word ORDER BY 1 ON CONFLICT DO NOTHING
$$;

-- title and body are shown as well as searched, also is only searched.
CREATE OR REPLACE FUNCTION search_add(
  kind "SearchKind", subject text, area text, parties text[], status "Status", publisher text, language text,
  day date, title text, body text, also text, since timestamptz
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" (kind, "subjectId", "areaId", "partyIds", status, publisher, language, day, title, body, words, "knownFrom")
  VALUES (kind, subject, area, array_remove(parties, NULL), status, publisher, language, day, title, body,
    setweight(words_of(title), 'A') || setweight(words_of(body), 'C') || setweight(words_of(also), 'B')
      || sorts_of(kind, area, parties, status, publisher, language, day), since);
  SELECT search_learn(concat_ws(' ', title, body, also), since);
$$;

-- A source enters with the first thing published that rests on it, under that thing's area.
CREATE OR REPLACE FUNCTION search_source(article text, excerpt text, area text, since timestamptz) RETURNS void LANGUAGE sql AS $$
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

CREATE OR REPLACE FUNCTION search_enter(entry "LedgerKind", subject text, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM search_enter(NEW.kind, NEW."subjectId", NEW.at);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER search_follow AFTER INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION search_follow();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER search_follow;
