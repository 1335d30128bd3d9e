-- Pure functions of values that CHECK constraints and indexes of tables rest on: localised texts, words of commitments.
-- Applied before the migrations, unlike the other files, because the tables need them. A new body is not held against
-- the rows that are there: a migration that comes with it checks them again, or makes the index anew.

-- A localised text is an object with at least one language.
CREATE OR REPLACE FUNCTION is_localised(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(value) = 'object' AND (value ? 'en' OR value ? 'zh')
$$;

-- What the list of commitments is filtered by: see the index commitment_words.
CREATE OR REPLACE FUNCTION commitment_text(ref text, title jsonb, words jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ref || chr(10) || coalesce(title ->> 'en', '') || chr(10) || coalesce(title ->> 'zh', '')
    || chr(10) || coalesce(words ->> 'en', '') || chr(10) || coalesce(words ->> 'zh', '')
$$;
