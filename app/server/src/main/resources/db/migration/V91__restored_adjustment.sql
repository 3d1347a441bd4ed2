-- Which import brought it back, so that undoing the import takes it along.
ALTER TABLE loyalty_adjustment ADD COLUMN import_id BIGINT;
