-- How strategies are carried out, as people set it: the contact rules of a vertical, the holdout of each strategy and of all of them. What
-- concerns all strategies has '~' for a model and a segment.
CREATE TABLE strategy_setting (
  vertical_id INTEGER NOT NULL REFERENCES vertical (id),
  model_id VARCHAR(40) NOT NULL,
  segment_id VARCHAR(40) NOT NULL,
  setting_kind VARCHAR(10) NOT NULL,
  content VARCHAR(4000) NOT NULL,
  author VARCHAR(100) NOT NULL,
  set_at TIMESTAMP WITH TIME ZONE NOT NULL,
  import_id BIGINT,
  PRIMARY KEY (vertical_id, model_id, segment_id, setting_kind)
);
