-- Runs that write, or left rows aside, are few among many: whoever writes one customer's memberships asks for them every time.
CREATE INDEX recompute_run_running ON recompute_run (run_state, vertical_id);
CREATE INDEX recompute_run_staged ON recompute_run (staged, vertical_id);
