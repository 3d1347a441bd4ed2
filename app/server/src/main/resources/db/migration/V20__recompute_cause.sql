-- Why a recompute ran and who asked for it; nobody: the portal itself. Of runs before, that was not noted.
ALTER TABLE recompute_run ADD COLUMN cause VARCHAR(20) DEFAULT 'UNKNOWN' NOT NULL;
ALTER TABLE recompute_run ADD COLUMN started_by VARCHAR(200);
-- What could not be done, for a sentence that users read.
ALTER TABLE recompute_run ADD COLUMN failed_at VARCHAR(20);
