-- Which import brought a record back, so that it can be taken back whole. Whoever changes the record makes it the portal's own: NULL.
ALTER TABLE interaction ADD COLUMN import_id BIGINT;
ALTER TABLE workflow_run ADD COLUMN import_id BIGINT;
ALTER TABLE saved_view ADD COLUMN import_id BIGINT;

CREATE INDEX interaction_import ON interaction (import_id);
CREATE INDEX workflow_run_import ON workflow_run (import_id);
