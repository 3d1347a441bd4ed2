-- When things that look at segments last did so: views when their owners opened them, strategies when they last made a task.
ALTER TABLE saved_view ADD COLUMN used_on DATE;

CREATE INDEX task_last_made ON task (vertical_id, model_id, segment_id, created_at);
