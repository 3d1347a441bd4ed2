-- Which roles might do what in a vertical, while it is not there and its data are.
ALTER TABLE vertical_notice ADD COLUMN role_limits VARCHAR(1000);
