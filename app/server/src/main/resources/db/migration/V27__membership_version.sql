-- The version of the model under which a customer came in; unknown for memberships stored before there were versions.
ALTER TABLE membership ADD COLUMN model_version INTEGER;
