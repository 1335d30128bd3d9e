-- What a thing is filtered by stands among its words: a filter then narrows in the index, not row by row. No text that
-- is sought comes out in capitals with a colon, so none can be mistaken for one of these.
CREATE FUNCTION sorts_of(
  kind "SearchKind", area text, parties text[], status "Status", publisher text, language text, day date
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(ARRAY['K:' || kind::text, 'A:' || area, 'S:' || status::text,
    'B:' || left(publisher, 200), 'L:' || language, 'Y:' || to_char(day, 'YYYY')]
    || ARRAY(SELECT 'P:' || each FROM unnest(parties) each), NULL))
$$;

-- Every word that was published and since when, so that a typing error finds the word that was meant.
CREATE TABLE "SearchWord" (
  "word" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX search_word_alike ON "SearchWord" USING gin (word gin_trgm_ops);
CREATE FUNCTION words_alone(value text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT lexeme FROM unnest(to_tsvector('simple', value)) WHERE length(lexeme) BETWEEN 4 AND 60
    AND lexeme ~ '^\w+$' AND lexeme ~ '[[:alpha:]]' AND lexeme !~ '[\u3400-\u9fff]'
$$;
CREATE FUNCTION search_learn(value text, since timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchWord" SELECT word, since FROM words_alone(value) word ORDER BY 1 ON CONFLICT DO NOTHING
$$;

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

DROP INDEX search_words, search_promises, search_alike;
UPDATE "SearchEntry" SET words = words || sorts_of(kind, "areaId", "partyIds", status, publisher, language, day);
INSERT INTO "SearchWord" SELECT word, min("knownFrom")
  FROM "SearchEntry", words_alone(concat_ws(' ', title, body)) word GROUP BY 1;
CREATE INDEX search_words ON "SearchEntry" USING gin ("words");
CREATE INDEX search_promises ON "SearchEntry" USING gin ("words") WHERE kind IN ('SUMMIT', 'COMMITMENT');
-- Titles written alike are looked for among promises alone: to compare every quote took a tenth of a second.
CREATE INDEX search_alike ON "SearchEntry" USING gin (title gin_trgm_ops) WHERE kind IN ('SUMMIT', 'COMMITMENT');
CREATE INDEX "SearchEntry_day_idx" ON "SearchEntry" (day DESC NULLS LAST);
CREATE INDEX search_promises_day ON "SearchEntry" (day DESC NULLS LAST) WHERE kind IN ('SUMMIT', 'COMMITMENT');
