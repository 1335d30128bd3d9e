-- The hash chain of the ledger: an entry follows the head, and the head moves with it, one entry at a time.
-- What an entry sets in motion besides: live.sql, as-of.sql, search.sql, content-version.sql.

-- Moves the head in the owner's name: nobody else needs a right to write it.
CREATE OR REPLACE FUNCTION guard_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "LedgerHead";
BEGIN
  SELECT * INTO head FROM "LedgerHead" WHERE id = 1 FOR UPDATE;
  IF NEW.seq <> head.seq + 1 OR NEW."prevHash" <> head.hash OR NEW.at <= head.at
    OR NEW.hash <> encode(sha256(convert_to(NEW."prevHash" || chr(10) || NEW.body, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'ledger entry % does not follow the head', NEW.seq USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE "LedgerHead" SET seq = NEW.seq, at = NEW.at, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_entry BEFORE INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION guard_entry();
ALTER TABLE "LedgerEntry" ENABLE ALWAYS TRIGGER guard_entry;

CREATE OR REPLACE FUNCTION guard_head() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'the ledger only grows, one entry at a time' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER guard_head BEFORE UPDATE ON "LedgerHead" FOR EACH ROW EXECUTE FUNCTION guard_head();
ALTER TABLE "LedgerHead" ENABLE ALWAYS TRIGGER guard_head;
