-- Append-only tables: what is archived, published, signed or noted is never changed, deleted or truncated.
-- Triggers are ENABLE ALWAYS because plain ones are skipped under session_replication_role = replica; their functions
-- find our tables first and temporary ones last, so that no table of a role's own making leads them astray.

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- An original can go, while nothing rests on it, which its foreign keys see to; a comment goes only with a draft that is
-- thrown away. The head changes as entries are appended (ledger.sql).
DO $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT "table", trigger, event, scope FROM (VALUES
    (ARRAY['Snapshot', 'Excerpt', 'LiveCheck', 'StatusUpdate', 'Evidence', 'Withdrawal', 'Merge', 'LedgerEntry', 'Checkpoint',
      'Activity'], 'append_only', 'UPDATE OR DELETE', 'ROW'),
    (ARRAY['Original', 'Comment'], 'append_only', 'UPDATE', 'ROW'),
    (ARRAY['LedgerHead'], 'no_delete', 'DELETE', 'ROW'),
    (ARRAY['Original', 'Snapshot', 'Excerpt', 'StatusUpdate', 'Evidence', 'Withdrawal', 'Merge', 'LedgerEntry', 'LedgerHead',
      'Checkpoint', 'Activity'], 'no_truncate', 'TRUNCATE', 'STATEMENT')
  ) kinds(tables, trigger, event, scope), unnest(tables) "table" LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE %s ON %I FOR EACH %s EXECUTE FUNCTION refuse_change()',
      each.trigger, each.event, each."table", each.scope);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', each."table", each.trigger);
  END LOOP;
END $$;
