-- A big run stores its memberships in several transactions. They are seen once the run is DONE; until then readers go by what was
-- there before. Rows without a run were stored in one piece.
ALTER TABLE membership ADD COLUMN run_id BIGINT;

-- True while rows of the run wait to be taken over (run DONE) or taken back (any other state).
ALTER TABLE recompute_run ADD COLUMN staged BOOLEAN DEFAULT FALSE NOT NULL;

-- Last days that a big run gives to memberships stored before; a last day equal to the first one takes the membership away.
CREATE TABLE membership_end (
  vertical_id INTEGER NOT NULL,
  customer_id BIGINT NOT NULL,
  segment_key_id INTEGER NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (vertical_id, customer_id, segment_key_id, valid_from)
);
