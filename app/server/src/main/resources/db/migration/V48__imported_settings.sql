-- As V42, for what consultants set and the tasks that come of it: which import brought it back. Whoever changes it makes it the portal's own.
ALTER TABLE guide_text ADD COLUMN import_id BIGINT;
ALTER TABLE model_version ADD COLUMN import_id BIGINT;
ALTER TABLE model_draft ADD COLUMN import_id BIGINT;
ALTER TABLE model_review ADD COLUMN import_id BIGINT;
ALTER TABLE task ADD COLUMN import_id BIGINT;
ALTER TABLE running_strategy ADD COLUMN import_id BIGINT;
ALTER TABLE treatment_order ADD COLUMN import_id BIGINT;

CREATE INDEX task_import ON task (import_id);
