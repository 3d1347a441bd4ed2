-- What it costs to keep one customer of a vertical who may be lost; no row: nobody has said so.
CREATE TABLE keeping_cost (
  vertical_id INTEGER NOT NULL PRIMARY KEY REFERENCES vertical (id),
  cost_minor BIGINT NOT NULL,
  import_id BIGINT
);
