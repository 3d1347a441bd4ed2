-- As V42, for points, surveys, files of cases, proofs of erasure and what is being written of strategies: which import brought it back. Whoever
-- changes it makes it the portal's own: NULL. Entries of points and answers go with their account or invitation.
ALTER TABLE loyalty_programme ADD COLUMN import_id BIGINT;
ALTER TABLE loyalty_reward ADD COLUMN import_id BIGINT;
ALTER TABLE loyalty_account ADD COLUMN import_id BIGINT;
ALTER TABLE loyalty_entry ADD COLUMN import_id BIGINT;
ALTER TABLE survey ADD COLUMN import_id BIGINT;
ALTER TABLE survey_invitation ADD COLUMN import_id BIGINT;
ALTER TABLE case_attachment ADD COLUMN import_id BIGINT;
ALTER TABLE strategy_draft ADD COLUMN import_id BIGINT;
ALTER TABLE strategy_entry ADD COLUMN import_id BIGINT;
ALTER TABLE erasure_proof ADD COLUMN import_id BIGINT;

CREATE INDEX loyalty_account_import ON loyalty_account (import_id);
CREATE INDEX survey_invitation_import ON survey_invitation (import_id);
CREATE INDEX case_attachment_import ON case_attachment (import_id);
CREATE INDEX strategy_entry_import ON strategy_entry (import_id);
