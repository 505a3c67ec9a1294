-- Work that goes on without a request (issue 3 §7): one row a job. A worker holds a job by a lease that it renews; a lease
-- that ran out is taken by another. Leases live by the real clock, because a demo's own clock may stand still.
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

CREATE TABLE "background_job" (
  "id" SERIAL NOT NULL,
  "kind" TEXT NOT NULL,
  "slot" TEXT,
  "payload" JSONB NOT NULL,
  "state" "job_state" NOT NULL DEFAULT 'queued',
  "done" INTEGER NOT NULL DEFAULT 0,
  "total" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  "requested_by_id" INTEGER,
  "created_at" TIMESTAMPTZ NOT NULL,
  "started_at" TIMESTAMPTZ,
  "finished_at" TIMESTAMPTZ,
  "not_before" TIMESTAMPTZ,
  "claim" TEXT,
  "claimed_until" TIMESTAMPTZ,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "cancel_asked_by_id" INTEGER,
  "result" JSONB,
  "error" TEXT,
  CONSTRAINT "background_job_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "background_job_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "background_job_cancel_asked_by_id_fkey" FOREIGN KEY ("cancel_asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "background_job_kind" CHECK (kind ~ '^[a-z][a-z-]{2,39}$'),
  CONSTRAINT "background_job_progress" CHECK (done >= 0 AND done <= total AND attempts >= 0),
  CONSTRAINT "background_job_lease" CHECK ((claim IS NULL) = (claimed_until IS NULL) AND (state = 'running') = (claim IS NOT NULL)),
  CONSTRAINT "background_job_end" CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
  CONSTRAINT "background_job_error" CHECK ((state = 'failed') = (error IS NOT NULL))
);

-- A periodic job's slot is filled once, whoever of several processes is first (T-101).
CREATE UNIQUE INDEX "background_job_kind_slot_key" ON "background_job"("kind", "slot");
CREATE INDEX "background_job_requested_by_id_idx" ON "background_job"("requested_by_id");
CREATE INDEX "background_job_waiting" ON "background_job"("id") WHERE state IN ('queued', 'running');

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON background_job TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE background_job_id_seq TO %I', app);
END $$;

-- Installations that have their table of functions already: the administrator sees the queue (R-003).
INSERT INTO role_permission (role, permission)
  SELECT 'admin', 'jobs.manage' WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;
