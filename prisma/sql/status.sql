-- The two clocks (bitemporal status): what counted on a date, as this tracker knew it at an instant.
-- The rule in SQL, over the whole history; live.sql keeps what it comes to now. A test compares it with lib/updates/rules.ts.

-- Published, not withdrawn and not corrected, as this tracker knew it at an instant.
CREATE OR REPLACE FUNCTION live_updates(known timestamptz) RETURNS SETOF "StatusUpdate" LANGUAGE sql STABLE AS $$
  SELECT u.* FROM "StatusUpdate" u
  WHERE u."publishedAt" <= known
    AND NOT EXISTS (SELECT 1 FROM "Withdrawal" w WHERE w."updateId" = u.id AND w."withdrawnAt" <= known)
    AND NOT EXISTS (SELECT 1 FROM "StatusUpdate" c WHERE c."supersedesId" = u.id AND c."publishedAt" <= known)
$$;

-- The two clocks: as the world stood on a date, as this tracker knew it at an instant.
-- The pure rule is latest() in lib/updates/rules.ts; a test compares the two.
CREATE OR REPLACE FUNCTION status_at("on" date, known timestamptz)
RETURNS TABLE ("commitmentId" text, "partyId" text, "updateId" text, status "Status", "occurredOn" date)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (u."commitmentId", u."partyId")
    u."commitmentId", u."partyId", u.id, u.status, u."occurredOn"
  FROM live_updates(known) u
  WHERE u."occurredOn" <= "on"
  ORDER BY u."commitmentId", u."partyId", u."occurredOn" DESC, u."publishedAt" DESC
$$;

CREATE OR REPLACE VIEW current_status AS
  SELECT * FROM status_at((now() AT TIME ZONE 'UTC')::date, now());

-- The commitments that had been merged into another by an instant: they count no longer, and are listed no longer.
CREATE OR REPLACE FUNCTION merged(known timestamptz) RETURNS SETOF "Merge" LANGUAGE sql STABLE AS $$
  SELECT m.* FROM "Merge" m WHERE m."mergedAt" <= known
$$;
