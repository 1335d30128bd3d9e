-- AlterTable
ALTER TABLE "User" ADD COLUMN     "deactivatedAt" TIMESTAMPTZ(3);

-- CreateTable
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

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "AddressChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
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

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenSha256_key" ON "Invitation"("tokenSha256");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_requestKey_key" ON "Invitation"("requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_acceptedById_key" ON "Invitation"("acceptedById");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AddressChange_fromSha256_key" ON "AddressChange"("fromSha256");

-- CreateIndex
CREATE UNIQUE INDEX "AddressChange_toSha256_key" ON "AddressChange"("toSha256");

-- CreateIndex
CREATE INDEX "AddressChange_personId_idx" ON "AddressChange"("personId");

-- CreateIndex
CREATE INDEX "Message_writtenAt_idx" ON "Message"("writtenAt" DESC);

-- CreateIndex
CREATE INDEX "Activity_at_id_idx" ON "Activity"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_kind_at_idx" ON "Activity"("kind", "at" DESC);

-- CreateIndex
CREATE INDEX "Activity_byId_at_idx" ON "Activity"("byId", "at" DESC);

-- CreateIndex
CREATE INDEX "Activity_aboutId_at_idx" ON "Activity"("aboutId", "at" DESC);

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AddressChange" ADD CONSTRAINT "AddressChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was done stays as it was noted; ALWAYS, because plain triggers are skipped under session_replication_role.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Activity" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Activity" ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "Activity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Activity" ENABLE ALWAYS TRIGGER no_truncate;

-- One open invitation for an address: a second one would leave two keys to one door. Past ones may stand beside it.
CREATE UNIQUE INDEX one_open_invitation ON "Invitation" (email) WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX one_open_change ON "AddressChange" ("personId") WHERE "droppedAt" IS NULL AND ("fromAgreedAt" IS NULL OR "toAgreedAt" IS NULL);
