-- The node that carries an import or a recompute out: what it left is taken back once it is dead, and by nobody before.
ALTER TABLE import_run ADD COLUMN node VARCHAR(36);
ALTER TABLE recompute_run ADD COLUMN node VARCHAR(36);
