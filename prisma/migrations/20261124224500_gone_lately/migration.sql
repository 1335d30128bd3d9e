-- What was corrected or withdrawn lately is asked for by its instant; few updates ever are.
CREATE INDEX live_gone ON "LiveUpdate" ("knownTo" DESC) WHERE "knownTo" IS NOT NULL;
