-- What was done for a complaint, step by step, and what a case cost in minor units of the vertical's currency.
CREATE TABLE case_step (
  case_id BIGINT NOT NULL REFERENCES service_case (id),
  step VARCHAR(20) NOT NULL,
  note VARCHAR(4000) NOT NULL,
  done_by BIGINT NOT NULL REFERENCES app_user (id),
  done_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (case_id, step)
);

ALTER TABLE service_case ADD COLUMN cost_minor BIGINT;

CREATE INDEX service_case_solved ON service_case (vertical_id, solved_at);
