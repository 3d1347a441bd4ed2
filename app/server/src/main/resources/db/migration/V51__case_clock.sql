-- What a vertical promises its customers, and when it works.
CREATE TABLE case_policy (
  vertical_id INTEGER NOT NULL PRIMARY KEY REFERENCES vertical (id),
  policy VARCHAR(60000) NOT NULL,
  version INTEGER DEFAULT 0 NOT NULL,
  import_id BIGINT
);

-- Clocks of a case as they were last read: tier is the segment of its customer when it was opened, alert how late it is (0 not, 1 nearly, 2 late,
-- 3 so late that managers are told), look_at when they are to be read again.
ALTER TABLE service_case ADD COLUMN tier VARCHAR(40);
ALTER TABLE service_case ADD COLUMN answer_due_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE service_case ADD COLUMN solve_due_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE service_case ADD COLUMN due_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE service_case ADD COLUMN alert INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE service_case ADD COLUMN look_at TIMESTAMP WITH TIME ZONE;
UPDATE service_case SET look_at = opened_at WHERE is_open;

CREATE INDEX service_case_due_at ON service_case (vertical_id, is_open, due_at, case_number);
CREATE INDEX service_case_look ON service_case (vertical_id, look_at, id);
CREATE INDEX service_case_alert ON service_case (vertical_id, is_open, alert, due_on, id);
