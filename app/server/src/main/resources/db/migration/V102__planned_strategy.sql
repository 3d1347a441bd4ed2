-- From when a version of a strategy applies, or is wished to apply; NULL: at once, when approved. Until now versions applied when they were
-- published or approved.
ALTER TABLE strategy_version ADD COLUMN effective_at TIMESTAMP WITH TIME ZONE;
UPDATE strategy_version SET effective_at = COALESCE(decided_at, created_at) WHERE version_status = 'PUBLISHED';
