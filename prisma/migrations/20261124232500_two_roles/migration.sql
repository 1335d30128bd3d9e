-- The product works as a role that owns nothing: see prisma/rights.ts. What guards and derives must not be led astray by
-- tables of a role's own making, so it finds ours first, and temporary ones last.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

-- They move the head and the edition in the owner's name: nobody else needs a right to write those.
ALTER FUNCTION guard_entry() SECURITY DEFINER;
ALTER FUNCTION grow_edition() SECURITY DEFINER;
