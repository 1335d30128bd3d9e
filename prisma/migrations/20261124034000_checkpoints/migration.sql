-- What the key of this installation signed: that the ledger had this head.
CREATE TABLE "Checkpoint" (
  "seq" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "note" TEXT NOT NULL,
  CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("seq")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Checkpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "Checkpoint" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Checkpoint" ENABLE ALWAYS TRIGGER append_only, ENABLE ALWAYS TRIGGER no_truncate;
