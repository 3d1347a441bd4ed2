-- Who decided on a version of a strategy that somebody else had asked to approve, when, and why not. REVIEW waits; REFUSED and WITHDRAWN never apply.
ALTER TABLE strategy_version ADD COLUMN decided_by VARCHAR(100);
ALTER TABLE strategy_version ADD COLUMN decided_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE strategy_version ADD COLUMN decision_note VARCHAR(1000) DEFAULT '' NOT NULL;
