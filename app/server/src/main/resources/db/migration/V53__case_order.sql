-- Open and finished cases together, in the orders that a list of them has.
CREATE INDEX service_case_all_due ON service_case (vertical_id, due_at, case_number);
CREATE INDEX service_case_all_priority ON service_case (vertical_id, priority, case_number);
