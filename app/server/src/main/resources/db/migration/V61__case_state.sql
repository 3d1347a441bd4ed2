-- Cases in one state in the order of their deadlines: those that wait have none, and would be looked for among all that have one.
CREATE INDEX service_case_state ON service_case (vertical_id, case_state, due_at, case_number);
