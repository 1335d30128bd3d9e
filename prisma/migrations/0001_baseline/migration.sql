-- Tables, types, indexes and constraints as of version 0.1.0: what its 21 migrations came to. A database that has all of
-- those is taken to have this one (prisma/applied.ts). Functions, triggers and views stand in prisma/sql; of
-- those only values.sql is there when this runs.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE "ArticleKind" AS ENUM ('OFFICIAL_READOUT', 'NEWS', 'ANALYSIS', 'LEGAL_TEXT', 'DATA');
CREATE TYPE "ArticleAccess" AS ENUM ('OPEN', 'RESTRICTED');
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'YEAR');
CREATE TYPE "Status" AS ENUM ('NOT_STARTED', 'UNDER_WAY', 'PARTLY_KEPT', 'KEPT', 'STALLED', 'BROKEN');
CREATE TYPE "UpdateState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED');
CREATE TYPE "Bearing" AS ENUM ('SUPPORTS', 'CONTRADICTS', 'CONTEXT');
CREATE TYPE "CaptureMethod" AS ENUM ('PASTED', 'ADDRESS', 'UPLOADED', 'REREAD');
CREATE TYPE "LedgerKind" AS ENUM ('SUMMIT_RECORDED', 'SUMMIT_AMENDED', 'COMMITMENT_RECORDED', 'COMMITMENT_AMENDED', 'UPDATE_PUBLISHED', 'UPDATE_CORRECTED', 'UPDATE_WITHDRAWN', 'COMMITMENT_MERGED', 'AREA_RECORDED', 'AREA_AMENDED', 'PARTY_RECORDED', 'PARTY_AMENDED');
CREATE TYPE "Role" AS ENUM ('ANALYST', 'REVIEWER', 'ADMIN');
CREATE TYPE "Packing" AS ENUM ('NONE', 'BROTLI');
CREATE TYPE "LookOutcome" AS ENUM ('SAME', 'CHANGED', 'GONE', 'WALLED', 'FAILED');
CREATE TYPE "Decision" AS ENUM ('ACCEPTED', 'DISMISSED');
CREATE TYPE "SearchKind" AS ENUM ('SUMMIT', 'COMMITMENT', 'UPDATE', 'EXCERPT', 'ARTICLE');
CREATE TYPE "DraftKind" AS ENUM ('SUMMIT', 'COMMITMENT', 'MERGE', 'IMPORT');
CREATE TYPE "ReportOutcome" AS ENUM ('RESOLVED', 'DISMISSED');

CREATE TABLE "Article" (
  "id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "titleTranslation" JSONB,
  "publisher" TEXT,
  "author" TEXT,
  "address" TEXT,
  "publishedOn" DATE,
  "publishedPrecision" "DatePrecision" NOT NULL DEFAULT 'DAY',
  "language" TEXT NOT NULL,
  "kind" "ArticleKind" NOT NULL,
  "voicePartyId" TEXT,
  "access" "ArticleAccess" NOT NULL DEFAULT 'RESTRICTED',
  "version" INTEGER NOT NULL DEFAULT 1,
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  "requestKey" TEXT,
  "createdById" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Article_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Article_requestKey_key" ON "Article" ("requestKey");
CREATE INDEX "Article_address_idx" ON "Article" (address);
CREATE INDEX "Article_createdAt_idx" ON "Article" ("createdAt" DESC);

CREATE TABLE "Snapshot" (
  "id" TEXT NOT NULL,
  "articleId" TEXT NOT NULL,
  "method" "CaptureMethod" NOT NULL,
  "bytesSha256" CHAR(64) NOT NULL,
  "text" TEXT NOT NULL,
  "textSha256" CHAR(64) NOT NULL,
  "extractorVersion" TEXT NOT NULL,
  "takenById" TEXT NOT NULL,
  "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "charset" TEXT,
  "contentType" TEXT,
  "finalAddress" TEXT,
  "headers" JSONB,
  "hops" JSONB,
  "layout" JSONB,
  CONSTRAINT "Snapshot_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Snapshot_articleId_takenAt_idx" ON "Snapshot" ("articleId", "takenAt");
CREATE INDEX "Snapshot_bytesSha256_idx" ON "Snapshot" ("bytesSha256");

CREATE TABLE "Excerpt" (
  "id" TEXT NOT NULL,
  "snapshotId" TEXT NOT NULL,
  "exact" TEXT NOT NULL,
  "prefix" TEXT NOT NULL,
  "suffix" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "speaker" TEXT,
  "partyId" TEXT,
  "translation" JSONB,
  "requestKey" TEXT,
  "quotedById" TEXT NOT NULL,
  "quotedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Excerpt_pkey" PRIMARY KEY (id),
  CONSTRAINT "Excerpt_check" CHECK (start >= 0 AND "end" > start)
);
CREATE UNIQUE INDEX "Excerpt_requestKey_key" ON "Excerpt" ("requestKey");
CREATE INDEX "Excerpt_snapshotId_start_idx" ON "Excerpt" ("snapshotId", start);

CREATE TABLE "StatusUpdate" (
  "id" TEXT NOT NULL,
  "commitmentId" TEXT NOT NULL,
  "partyId" TEXT,
  "status" "Status" NOT NULL,
  "occurredOn" DATE NOT NULL,
  "occurredPrecision" "DatePrecision" NOT NULL DEFAULT 'DAY',
  "headline" JSONB NOT NULL,
  "note" JSONB,
  "state" "UpdateState" NOT NULL DEFAULT 'DRAFT',
  "version" INTEGER NOT NULL DEFAULT 1,
  "requestKey" TEXT,
  "authorId" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "submittedAt" TIMESTAMPTZ(3),
  "returnedAt" TIMESTAMPTZ(3),
  "returnedById" TEXT,
  "returnReason" TEXT,
  "publishedAt" TIMESTAMPTZ(3),
  "publishedById" TEXT,
  "supersedesId" TEXT,
  "correctionReason" TEXT,
  CONSTRAINT "StatusUpdate_pkey" PRIMARY KEY (id),
  CONSTRAINT "StatusUpdate_headline_check" CHECK (is_localised(headline))
);
CREATE UNIQUE INDEX "StatusUpdate_requestKey_key" ON "StatusUpdate" ("requestKey");
CREATE INDEX "StatusUpdate_commitmentId_partyId_occurredOn_publishedAt_idx" ON "StatusUpdate" ("commitmentId", "partyId", "occurredOn", "publishedAt");
CREATE INDEX "StatusUpdate_state_submittedAt_idx" ON "StatusUpdate" (state, "submittedAt");
CREATE INDEX "StatusUpdate_authorId_state_idx" ON "StatusUpdate" ("authorId", state);
CREATE INDEX "StatusUpdate_publishedAt_idx" ON "StatusUpdate" ("publishedAt" DESC);
CREATE INDEX "StatusUpdate_occurredOn_idx" ON "StatusUpdate" ("occurredOn" DESC);
CREATE INDEX "StatusUpdate_supersedesId_idx" ON "StatusUpdate" ("supersedesId");
-- The status in force is read in this order; without drafts in it the index answers alone.
CREATE INDEX published_in_order ON "StatusUpdate" ("commitmentId", "partyId", "occurredOn" DESC, "publishedAt" DESC) INCLUDE (id, status) WHERE state = 'PUBLISHED';
-- One correction per update at most: a second one corrects the correction. Drafts of corrections may compete.
-- Nearly every update corrects nothing: their NULLs made this index as large as the table is long.
CREATE UNIQUE INDEX one_correction ON "StatusUpdate" ("supersedesId") WHERE state = 'PUBLISHED' AND "supersedesId" IS NOT NULL;

CREATE TABLE "Withdrawal" (
  "updateId" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "withdrawnById" TEXT NOT NULL,
  "withdrawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("updateId")
);

CREATE TABLE "Evidence" (
  "id" TEXT NOT NULL,
  "updateId" TEXT NOT NULL,
  "bearing" "Bearing" NOT NULL,
  "position" INTEGER NOT NULL,
  "articleId" TEXT NOT NULL,
  "excerptId" TEXT,
  "locator" TEXT,
  CONSTRAINT "Evidence_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Evidence_excerptId_idx" ON "Evidence" ("excerptId");
CREATE INDEX "Evidence_articleId_idx" ON "Evidence" ("articleId");
CREATE UNIQUE INDEX "Evidence_updateId_position_key" ON "Evidence" ("updateId", "position");

CREATE TABLE "Commitment" (
  "id" TEXT NOT NULL,
  "ref" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "areaId" TEXT NOT NULL,
  "title" JSONB NOT NULL,
  "text" JSONB NOT NULL,
  "madeOn" DATE NOT NULL,
  "dueOn" DATE,
  "duePrecision" "DatePrecision" NOT NULL DEFAULT 'DAY',
  "reviewEveryDays" INTEGER NOT NULL DEFAULT 90,
  "promisedInId" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Commitment_pkey" PRIMARY KEY (id),
  CONSTRAINT "Commitment_reviewEveryDays_check" CHECK ("reviewEveryDays" > 0),
  CONSTRAINT "Commitment_text_check" CHECK (is_localised(text)),
  CONSTRAINT "Commitment_title_check" CHECK (is_localised(title))
);
CREATE UNIQUE INDEX "Commitment_ref_key" ON "Commitment" (ref);
CREATE INDEX "Commitment_summitId_idx" ON "Commitment" ("summitId");
CREATE INDEX "Commitment_areaId_idx" ON "Commitment" ("areaId");
-- The orders in which commitments are listed, and the words by which they are filtered.
CREATE INDEX "Commitment_madeOn_idx" ON "Commitment" ("madeOn" DESC);
CREATE INDEX commitment_order ON "Commitment" (rtrim(ref, '0123456789'), length(ref), ref);
CREATE INDEX commitment_words ON "Commitment" USING gin (commitment_text(ref, title, text) gin_trgm_ops);

CREATE TABLE "CommitmentParty" (
  "commitmentId" TEXT NOT NULL,
  "partyId" TEXT NOT NULL,
  CONSTRAINT "CommitmentParty_pkey" PRIMARY KEY ("commitmentId", "partyId")
);
CREATE INDEX "CommitmentParty_partyId_idx" ON "CommitmentParty" ("partyId");

CREATE TABLE "Criterion" (
  "commitmentId" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "text" JSONB NOT NULL,
  CONSTRAINT "Criterion_pkey" PRIMARY KEY ("commitmentId", "position")
);

CREATE TABLE "Summit" (
  "id" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "place" JSONB NOT NULL,
  "startsOn" DATE NOT NULL,
  "endsOn" DATE NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Summit_pkey" PRIMARY KEY (id),
  CONSTRAINT "Summit_check" CHECK ("startsOn" <= "endsOn"),
  CONSTRAINT "Summit_name_check" CHECK (is_localised(name))
);
CREATE UNIQUE INDEX "Summit_slug_key" ON "Summit" (slug);
CREATE INDEX "Summit_startsOn_idx" ON "Summit" ("startsOn" DESC);

CREATE TABLE "SummitParty" (
  "summitId" TEXT NOT NULL,
  "partyId" TEXT NOT NULL,
  "leader" JSONB,
  CONSTRAINT "SummitParty_pkey" PRIMARY KEY ("summitId", "partyId")
);

CREATE TABLE "Party" (
  "id" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Party_pkey" PRIMARY KEY (id),
  CONSTRAINT "Party_name_check" CHECK (is_localised(name))
);
CREATE UNIQUE INDEX "Party_code_key" ON "Party" (code);

CREATE TABLE "Area" (
  "id" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "position" INTEGER NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Area_pkey" PRIMARY KEY (id),
  CONSTRAINT "Area_name_check" CHECK (is_localised(name))
);
CREATE UNIQUE INDEX "Area_slug_key" ON "Area" (slug);

CREATE TABLE "LedgerEntry" (
  "seq" INTEGER NOT NULL,
  "kind" "LedgerKind" NOT NULL,
  "subjectId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "body" TEXT NOT NULL,
  "prevHash" CHAR(64) NOT NULL,
  "hash" CHAR(64) NOT NULL,
  CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY (seq)
);
CREATE UNIQUE INDEX "LedgerEntry_hash_key" ON "LedgerEntry" (hash);
CREATE INDEX "LedgerEntry_subjectId_idx" ON "LedgerEntry" ("subjectId");

CREATE TABLE "LedgerHead" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "seq" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "hash" CHAR(64) NOT NULL,
  CONSTRAINT "LedgerHead_pkey" PRIMARY KEY (id)
);

CREATE TABLE "LedgerCheck" (
  "id" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seq" INTEGER NOT NULL,
  "snapshots" INTEGER NOT NULL,
  "excerpts" INTEGER NOT NULL,
  "updates" INTEGER NOT NULL,
  "fault" TEXT,
  CONSTRAINT "LedgerCheck_pkey" PRIMARY KEY (id)
);
CREATE INDEX "LedgerCheck_at_idx" ON "LedgerCheck" (at DESC);

CREATE TABLE "HeldForm" (
  "id" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "fields" JSONB NOT NULL,
  "heldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ownerId" TEXT,
  CONSTRAINT "HeldForm_pkey" PRIMARY KEY (id)
);
CREATE INDEX "HeldForm_heldAt_idx" ON "HeldForm" ("heldAt");

CREATE TABLE "Installation" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "demoLoadedAt" TIMESTAMPTZ(3),
  "demoRemovedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Installation_pkey" PRIMARY KEY (id)
);

CREATE TABLE "User" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "emailVerified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "role" "Role" NOT NULL DEFAULT 'ANALYST',
  "isDemo" BOOLEAN NOT NULL DEFAULT false,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "deactivatedAt" TIMESTAMPTZ(3),
  "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "User_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "User_email_key" ON "User" (email);

CREATE TABLE "Session" (
  "id" TEXT NOT NULL,
  "token" TEXT NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "ipAddress" TEXT,
  "userAgent" TEXT,
  "userId" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Session_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Session_token_key" ON "Session" (token);
CREATE INDEX "Session_userId_idx" ON "Session" ("userId");

CREATE TABLE "Account" (
  "id" TEXT NOT NULL,
  "accountId" TEXT NOT NULL,
  "providerId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "accessToken" TEXT,
  "refreshToken" TEXT,
  "idToken" TEXT,
  "accessTokenExpiresAt" TIMESTAMPTZ(3),
  "refreshTokenExpiresAt" TIMESTAMPTZ(3),
  "scope" TEXT,
  "password" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Account_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Account_userId_idx" ON "Account" ("userId");

CREATE TABLE "Verification" (
  "id" TEXT NOT NULL,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Verification_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Verification_identifier_idx" ON "Verification" (identifier);

CREATE TABLE "RateLimit" (
  "id" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "lastRequest" BIGINT NOT NULL,
  CONSTRAINT "RateLimit_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit" (key);

CREATE TABLE "Original" (
  "sha256" CHAR(64) NOT NULL,
  "packing" "Packing" NOT NULL,
  "bytes" BYTEA NOT NULL,
  "size" INTEGER NOT NULL,
  CONSTRAINT "Original_pkey" PRIMARY KEY (sha256)
);

CREATE TABLE "Capture" (
  "id" TEXT NOT NULL,
  "method" "CaptureMethod" NOT NULL,
  "address" TEXT,
  "fileName" TEXT,
  "contentType" TEXT,
  "hint" JSONB,
  "articleId" TEXT,
  "originalSha256" CHAR(64),
  "answer" JSONB,
  "reading" JSONB,
  "attempt" INTEGER NOT NULL DEFAULT 1,
  "requestKey" TEXT,
  "startedById" TEXT NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "fetchingAt" TIMESTAMPTZ(3),
  "readingAt" TIMESTAMPTZ(3),
  "readAt" TIMESTAMPTZ(3),
  "failedAt" TIMESTAMPTZ(3),
  "fault" TEXT,
  "detail" TEXT,
  "retryAt" TIMESTAMPTZ(3),
  "cancelledAt" TIMESTAMPTZ(3),
  "keptAt" TIMESTAMPTZ(3),
  "snapshotId" TEXT,
  CONSTRAINT "Capture_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Capture_requestKey_key" ON "Capture" ("requestKey");
CREATE INDEX "Capture_startedAt_idx" ON "Capture" ("startedAt" DESC);
CREATE INDEX "Capture_address_idx" ON "Capture" (address);

CREATE TABLE "Look" (
  "id" TEXT NOT NULL,
  "articleId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "outcome" "LookOutcome" NOT NULL,
  "fault" TEXT,
  "detail" TEXT,
  "retryAt" TIMESTAMPTZ(3),
  "finalAddress" TEXT,
  "textSha256" CHAR(64),
  "text" TEXT,
  "originalSha256" CHAR(64),
  "contentType" TEXT,
  CONSTRAINT "Look_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Look_articleId_at_idx" ON "Look" ("articleId", at DESC);

CREATE TABLE "Ranking" (
  "snapshotId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "version" TEXT NOT NULL,
  "model" TEXT,
  "fault" TEXT,
  CONSTRAINT "Ranking_pkey" PRIMARY KEY ("snapshotId")
);

CREATE TABLE "Proposal" (
  "id" TEXT NOT NULL,
  "snapshotId" TEXT NOT NULL,
  "commitmentId" TEXT NOT NULL,
  "exact" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "bearing" "Bearing" NOT NULL,
  "because" JSONB NOT NULL,
  "decision" "Decision",
  "decidedById" TEXT,
  "decidedAt" TIMESTAMPTZ(3),
  "excerptId" TEXT,
  CONSTRAINT "Proposal_pkey" PRIMARY KEY (id),
  CONSTRAINT "Proposal_check" CHECK (start >= 0 AND "end" > start),
  CONSTRAINT "Proposal_check1" CHECK ((decision IS NULL) = ("decidedAt" IS NULL))
);
CREATE INDEX "Proposal_commitmentId_decidedAt_idx" ON "Proposal" ("commitmentId", "decidedAt");
CREATE UNIQUE INDEX "Proposal_snapshotId_commitmentId_start_end_key" ON "Proposal" ("snapshotId", "commitmentId", start, "end");

CREATE TABLE "Invitation" (
  "id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "role" "Role" NOT NULL,
  "tokenSha256" CHAR(64) NOT NULL,
  "requestKey" TEXT,
  "invitedById" TEXT NOT NULL,
  "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "withdrawnAt" TIMESTAMPTZ(3),
  "acceptedAt" TIMESTAMPTZ(3),
  "acceptedById" TEXT,
  CONSTRAINT "Invitation_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Invitation_tokenSha256_key" ON "Invitation" ("tokenSha256");
CREATE UNIQUE INDEX "Invitation_requestKey_key" ON "Invitation" ("requestKey");
CREATE UNIQUE INDEX "Invitation_acceptedById_key" ON "Invitation" ("acceptedById");
CREATE INDEX "Invitation_email_idx" ON "Invitation" (email);
-- One open invitation for an address: a second one would leave two keys to one door. Past ones may stand beside it.
CREATE UNIQUE INDEX one_open_invitation ON "Invitation" (email) WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;

CREATE TABLE "AddressChange" (
  "id" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "fromEmail" TEXT NOT NULL,
  "toEmail" TEXT NOT NULL,
  "fromSha256" CHAR(64) NOT NULL,
  "toSha256" CHAR(64) NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "fromAgreedAt" TIMESTAMPTZ(3),
  "toAgreedAt" TIMESTAMPTZ(3),
  "droppedAt" TIMESTAMPTZ(3),
  CONSTRAINT "AddressChange_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "AddressChange_fromSha256_key" ON "AddressChange" ("fromSha256");
CREATE UNIQUE INDEX "AddressChange_toSha256_key" ON "AddressChange" ("toSha256");
CREATE INDEX "AddressChange_personId_idx" ON "AddressChange" ("personId");
CREATE UNIQUE INDEX one_open_change ON "AddressChange" ("personId") WHERE "droppedAt" IS NULL AND ("fromAgreedAt" IS NULL OR "toAgreedAt" IS NULL);

CREATE TABLE "Message" (
  "id" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "link" TEXT,
  "linkEndsAt" TIMESTAMPTZ(3),
  "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "sentAt" TIMESTAMPTZ(3),
  "failedAt" TIMESTAMPTZ(3),
  "fault" TEXT,
  CONSTRAINT "Message_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Message_writtenAt_idx" ON "Message" ("writtenAt" DESC);

CREATE TABLE "Activity" (
  "id" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" TEXT NOT NULL,
  "byId" TEXT,
  "by" TEXT,
  "aboutId" TEXT,
  "about" TEXT,
  "address" TEXT,
  "device" TEXT,
  CONSTRAINT "Activity_pkey" PRIMARY KEY (id)
);
CREATE INDEX "Activity_at_id_idx" ON "Activity" (at DESC, id DESC);
CREATE INDEX "Activity_kind_at_idx" ON "Activity" (kind, at DESC);
CREATE INDEX "Activity_byId_at_idx" ON "Activity" ("byId", at DESC);
CREATE INDEX "Activity_aboutId_at_idx" ON "Activity" ("aboutId", at DESC);

-- What readers can search: see prisma/sql/search.sql.
CREATE TABLE "SearchEntry" (
  "id" SERIAL NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "subjectId" TEXT NOT NULL,
  "areaId" TEXT,
  "partyIds" TEXT[] NOT NULL,
  "status" "Status",
  "publisher" TEXT,
  "language" TEXT,
  "day" DATE,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "words" TSVECTOR NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY (id)
);
CREATE INDEX "SearchEntry_subjectId_idx" ON "SearchEntry" ("subjectId");
CREATE INDEX search_words ON "SearchEntry" USING gin (words);
CREATE INDEX search_promises ON "SearchEntry" USING gin (words) WHERE kind IN ('SUMMIT', 'COMMITMENT');
-- Titles written alike are looked for among promises alone: to compare every quote took a tenth of a second.
CREATE INDEX search_alike ON "SearchEntry" USING gin (title gin_trgm_ops) WHERE kind IN ('SUMMIT', 'COMMITMENT');
CREATE INDEX "SearchEntry_day_idx" ON "SearchEntry" (day DESC NULLS LAST);

-- What the key of this installation signed: that the ledger had this head.
CREATE TABLE "Checkpoint" (
  "seq" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "note" TEXT NOT NULL,
  CONSTRAINT "Checkpoint_pkey" PRIMARY KEY (seq)
);

CREATE TABLE "TwoFactor" (
  "id" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "backupCodes" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "verified" BOOLEAN NOT NULL DEFAULT true,
  "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
  "lockedUntil" TIMESTAMPTZ(3),
  CONSTRAINT "TwoFactor_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "TwoFactor_userId_key" ON "TwoFactor" ("userId");

-- Who reads what, what is said about it, what it said when it came back, and who approved it first.
CREATE TABLE "ReviewClaim" (
  "updateId" TEXT,
  "reviewerId" TEXT NOT NULL,
  "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "id" TEXT NOT NULL,
  "draftId" TEXT,
  CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY (id),
  CONSTRAINT "of_one_thing" CHECK (num_nonnulls("updateId", "draftId") = 1 AND id = coalesce("updateId", "draftId"))
);
CREATE UNIQUE INDEX "ReviewClaim_updateId_key" ON "ReviewClaim" ("updateId");
CREATE UNIQUE INDEX "ReviewClaim_draftId_key" ON "ReviewClaim" ("draftId");

CREATE TABLE "Comment" (
  "id" TEXT NOT NULL,
  "updateId" TEXT,
  "authorId" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "requestKey" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "draftId" TEXT,
  CONSTRAINT "Comment_pkey" PRIMARY KEY (id),
  CONSTRAINT "about_one_thing" CHECK (num_nonnulls("updateId", "draftId") = 1)
);
CREATE UNIQUE INDEX "Comment_requestKey_key" ON "Comment" ("requestKey");
CREATE INDEX "Comment_updateId_at_idx" ON "Comment" ("updateId", at);
CREATE INDEX "Comment_draftId_at_idx" ON "Comment" ("draftId", at);

CREATE TABLE "ReturnedText" (
  "updateId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "ReturnedText_pkey" PRIMARY KEY ("updateId", version)
);

CREATE TABLE "Approval" (
  "updateId" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "reviewerId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Approval_pkey" PRIMARY KEY ("updateId", version)
);

-- What public pages show besides the ledger: see prisma/sql/content-version.sql.
CREATE TABLE "Edition" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "pages" INTEGER NOT NULL DEFAULT 0,
  "sources" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Edition_pkey" PRIMARY KEY (id)
);

-- A published update from the instant it was to the instant it was corrected or withdrawn: see prisma/sql/live.sql.
CREATE TABLE "LiveUpdate" (
  "updateId" TEXT NOT NULL,
  "commitmentId" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "partyId" TEXT,
  "status" "Status" NOT NULL,
  "occurredOn" DATE NOT NULL,
  "precision" "DatePrecision" NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  CONSTRAINT "LiveUpdate_pkey" PRIMARY KEY ("updateId")
);
CREATE INDEX live_in_order ON "LiveUpdate" ("commitmentId", "partyId", "occurredOn" DESC, "knownFrom" DESC) INCLUDE (status, "knownTo", "updateId", "precision");
CREATE INDEX "LiveUpdate_summitId_occurredOn_knownFrom_idx" ON "LiveUpdate" ("summitId", "occurredOn" DESC, "knownFrom" DESC);
CREATE INDEX "LiveUpdate_occurredOn_knownFrom_idx" ON "LiveUpdate" ("occurredOn" DESC, "knownFrom" DESC);
-- What was corrected or withdrawn lately is asked for by its instant; few updates ever are.
CREATE INDEX live_gone ON "LiveUpdate" ("knownTo" DESC) WHERE "knownTo" IS NOT NULL;

-- Where each commitment stands now: overall (partyId is empty) and for each party bound. newsOn is the day of its
-- latest update, lastOn that or the day of the promise, staleOn the last day on which it is not yet stale.
CREATE TABLE "InForce" (
  "commitmentId" TEXT NOT NULL,
  "partyId" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "areaId" TEXT NOT NULL,
  "status" "Status",
  "newsOn" DATE,
  "lastOn" DATE NOT NULL,
  "staleOn" DATE NOT NULL,
  CONSTRAINT "InForce_pkey" PRIMARY KEY ("commitmentId", "partyId")
);
CREATE INDEX "InForce_partyId_status_idx" ON "InForce" ("partyId", status);
CREATE INDEX "InForce_partyId_lastOn_commitmentId_idx" ON "InForce" ("partyId", "lastOn", "commitmentId");
CREATE INDEX "InForce_partyId_newsOn_commitmentId_idx" ON "InForce" ("partyId", "newsOn" DESC NULLS LAST, "commitmentId");

-- How many rows of InForce are alike: by summit, area or party and status, and by the day after which they are stale.
CREATE TABLE "Tally" (
  "of" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "Tally_pkey" PRIMARY KEY ("of", id, status)
);

CREATE TABLE "Passkey" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "publicKey" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "credentialID" TEXT NOT NULL,
  "counter" INTEGER NOT NULL,
  "deviceType" TEXT NOT NULL,
  "backedUp" BOOLEAN NOT NULL,
  "transports" TEXT,
  "aaguid" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lastUsedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Passkey_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Passkey_credentialID_key" ON "Passkey" ("credentialID");
CREATE INDEX "Passkey_userId_idx" ON "Passkey" ("userId");

CREATE TABLE "Merge" (
  "commitmentId" TEXT NOT NULL,
  "intoId" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "mergedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Merge_pkey" PRIMARY KEY ("commitmentId")
);
CREATE INDEX "Merge_intoId_idx" ON "Merge" ("intoId");

CREATE TABLE "Draft" (
  "id" TEXT NOT NULL,
  "kind" "DraftKind" NOT NULL,
  "subjectId" TEXT,
  "baseVersion" INTEGER,
  "body" JSONB NOT NULL,
  "state" "UpdateState" NOT NULL DEFAULT 'DRAFT',
  "version" INTEGER NOT NULL DEFAULT 1,
  "requestKey" TEXT,
  "authorId" TEXT NOT NULL,
  "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "submittedAt" TIMESTAMPTZ(3),
  "returnedAt" TIMESTAMPTZ(3),
  "returnedById" TEXT,
  "returnReason" TEXT,
  "publishedAt" TIMESTAMPTZ(3),
  "publishedById" TEXT,
  CONSTRAINT "Draft_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Draft_requestKey_key" ON "Draft" ("requestKey");
CREATE INDEX "Draft_state_submittedAt_idx" ON "Draft" (state, "submittedAt");
CREATE INDEX "Draft_authorId_state_idx" ON "Draft" ("authorId", state);
CREATE INDEX "Draft_subjectId_idx" ON "Draft" ("subjectId");

CREATE TABLE "Import" (
  "draftId" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "total" INTEGER,
  "fault" TEXT,
  "doneAt" TIMESTAMPTZ(3),
  CONSTRAINT "Import_pkey" PRIMARY KEY ("draftId")
);

CREATE TABLE "ImportRow" (
  "draftId" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "ref" TEXT NOT NULL,
  "subjectId" TEXT,
  "baseVersion" INTEGER,
  "input" JSONB NOT NULL,
  "isOver" BOOLEAN NOT NULL DEFAULT false,
  "fault" TEXT,
  CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("draftId", number)
);
CREATE INDEX "ImportRow_draftId_isOver_number_idx" ON "ImportRow" ("draftId", "isOver", number);

-- Every word that was published and since when, so that a typing error finds the word that was meant.
CREATE TABLE "SearchWord" (
  "word" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "SearchWord_pkey" PRIMARY KEY (word)
);
CREATE INDEX search_word_alike ON "SearchWord" USING gin (word gin_trgm_ops);

CREATE TABLE "Report" (
  "id" TEXT NOT NULL,
  "commitmentId" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "contact" TEXT,
  "sha256" CHAR(64) NOT NULL,
  "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "outcome" "ReportOutcome",
  "note" TEXT,
  "decidedById" TEXT,
  "decidedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Report_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "Report_sha256_key" ON "Report" (sha256);
CREATE INDEX "Report_decidedAt_reportedAt_idx" ON "Report" ("decidedAt", "reportedAt");
CREATE INDEX "Report_commitmentId_idx" ON "Report" ("commitmentId");

-- What was said of commitments, summits, areas and parties at each instant: see prisma/sql/as-of.sql.
CREATE TABLE "CommitmentAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "ref" TEXT NOT NULL,
  "summitId" TEXT NOT NULL,
  "areaId" TEXT NOT NULL,
  "title" JSONB NOT NULL,
  "text" JSONB NOT NULL,
  "madeOn" DATE NOT NULL,
  "dueOn" DATE,
  "duePrecision" "DatePrecision" NOT NULL,
  "reviewEveryDays" INTEGER NOT NULL,
  "promisedInId" TEXT,
  "partyIds" TEXT[] NOT NULL,
  "criteria" JSONB NOT NULL,
  CONSTRAINT "CommitmentAt_pkey" PRIMARY KEY (id, "knownFrom")
);
CREATE INDEX "CommitmentAt_ref_idx" ON "CommitmentAt" (ref);
CREATE INDEX "CommitmentAt_summitId_idx" ON "CommitmentAt" ("summitId");

CREATE TABLE "SummitAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "slug" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "place" JSONB NOT NULL,
  "startsOn" DATE NOT NULL,
  "endsOn" DATE NOT NULL,
  "parties" JSONB NOT NULL,
  CONSTRAINT "SummitAt_pkey" PRIMARY KEY (id, "knownFrom")
);
CREATE INDEX "SummitAt_slug_idx" ON "SummitAt" (slug);

-- Areas by their slug, with their place among the others, and parties by their code.
CREATE TABLE "NameAt" (
  "id" TEXT NOT NULL,
  "knownFrom" TIMESTAMPTZ(3) NOT NULL,
  "knownTo" TIMESTAMPTZ(3),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "slug" TEXT,
  "code" TEXT,
  "name" JSONB NOT NULL,
  "position" INTEGER,
  CONSTRAINT "NameAt_pkey" PRIMARY KEY (id, "knownFrom")
);

ALTER TABLE "Article" ADD CONSTRAINT "Article_voicePartyId_fkey" FOREIGN KEY ("voicePartyId") REFERENCES "Party"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Article" ADD CONSTRAINT "Article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Excerpt" ADD CONSTRAINT "Excerpt_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Excerpt" ADD CONSTRAINT "Excerpt_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Excerpt" ADD CONSTRAINT "Excerpt_quotedById_fkey" FOREIGN KEY ("quotedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_returnedById_fkey" FOREIGN KEY ("returnedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_excerptId_fkey" FOREIGN KEY ("excerptId") REFERENCES "Excerpt"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_summitId_fkey" FOREIGN KEY ("summitId") REFERENCES "Summit"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_promisedInId_fkey" FOREIGN KEY ("promisedInId") REFERENCES "Excerpt"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "CommitmentParty" ADD CONSTRAINT "CommitmentParty_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "CommitmentParty" ADD CONSTRAINT "CommitmentParty_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "SummitParty" ADD CONSTRAINT "SummitParty_summitId_fkey" FOREIGN KEY ("summitId") REFERENCES "Summit"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "SummitParty" ADD CONSTRAINT "SummitParty_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_bytesSha256_fkey" FOREIGN KEY ("bytesSha256") REFERENCES "Original"(sha256) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_originalSha256_fkey" FOREIGN KEY ("originalSha256") REFERENCES "Original"(sha256) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Look" ADD CONSTRAINT "Look_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Look" ADD CONSTRAINT "Look_originalSha256_fkey" FOREIGN KEY ("originalSha256") REFERENCES "Original"(sha256) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_excerptId_fkey" FOREIGN KEY ("excerptId") REFERENCES "Excerpt"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "AddressChange" ADD CONSTRAINT "AddressChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "ReturnedText" ADD CONSTRAINT "ReturnedText_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "StatusUpdate"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_returnedById_fkey" FOREIGN KEY ("returnedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Import" ADD CONSTRAINT "Import_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Import"("draftId") ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Report" ADD CONSTRAINT "Report_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "Report" ADD CONSTRAINT "Report_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"(id) ON UPDATE CASCADE ON DELETE CASCADE;

INSERT INTO "LedgerHead" (id, seq, at, hash) VALUES (1, 0, '1970-01-01T00:00:00Z', repeat('0', 64));
INSERT INTO "Installation" (id) VALUES (1);
INSERT INTO "Edition" (id) VALUES (1);
