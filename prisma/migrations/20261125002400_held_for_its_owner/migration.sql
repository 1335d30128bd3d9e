-- Whose session had ended, where that is known: the form comes back to them alone.
ALTER TABLE "HeldForm" ADD COLUMN "ownerId" TEXT;
