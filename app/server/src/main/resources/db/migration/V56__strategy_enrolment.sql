-- Who takes part in the measurement of a strategy, or of all of them ('~'), since when, and whether the draw kept the customer untreated. Never
-- drawn again: who left and comes back stays what they were.
CREATE TABLE strategy_enrolment (
  vertical_id INTEGER NOT NULL REFERENCES vertical (id),
  model_id VARCHAR(40) NOT NULL,
  segment_id VARCHAR(40) NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  enrolled_on DATE NOT NULL,
  held_out BOOLEAN NOT NULL,
  stratum VARCHAR(60) NOT NULL,
  import_id BIGINT,
  PRIMARY KEY (vertical_id, model_id, segment_id, customer_id)
);

CREATE INDEX strategy_enrolment_customer ON strategy_enrolment (customer_id);
CREATE INDEX strategy_enrolment_import ON strategy_enrolment (import_id);
