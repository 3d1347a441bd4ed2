-- Which segment's strategy a customer gets who is in several segments: the first of these. Segments not listed come after them, as the
-- vertical lists its models and segments.
CREATE TABLE treatment_order (
  vertical_id INTEGER NOT NULL REFERENCES vertical (id),
  place INTEGER NOT NULL,
  model_id VARCHAR(40) NOT NULL,
  segment_id VARCHAR(40) NOT NULL,
  PRIMARY KEY (vertical_id, place),
  CONSTRAINT treatment_order_segment UNIQUE (vertical_id, model_id, segment_id)
);
