-- What an activity and its fields were called at first, and of which type: rows are told apart by it, so that a file imported again after
-- a renaming is still found known. Null: as they are called now.
ALTER TABLE vertical_table ADD COLUMN origin_id VARCHAR(41);
ALTER TABLE vertical_column ADD COLUMN origin_id VARCHAR(40);
ALTER TABLE vertical_column ADD COLUMN origin_type VARCHAR(10);

-- Versions that can be gone back to; the one that runs stands in plugin.
CREATE TABLE plugin_version (
  plugin_id VARCHAR(41) NOT NULL,
  digest VARCHAR(128) NOT NULL,
  plugin_version VARCHAR(40) NOT NULL,
  provider VARCHAR(200) NOT NULL,
  trust VARCHAR(20) NOT NULL,
  jar ${blob} NOT NULL,
  installed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  installed_by VARCHAR(100) NOT NULL,
  replaced_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (plugin_id, digest)
);

-- Where a version's fields lay when it was replaced, by the version's digest. A row outlives its version while no other row names the
-- column, so that nothing entered is ever out of reach.
CREATE TABLE plugin_version_column (
  vertical_id INTEGER NOT NULL REFERENCES vertical (id),
  digest VARCHAR(128) NOT NULL,
  owner_id VARCHAR(41) NOT NULL,
  table_name VARCHAR(30) NOT NULL,
  table_origin VARCHAR(41) NOT NULL,
  field_id VARCHAR(40) NOT NULL,
  field_type VARCHAR(10) NOT NULL,
  column_name VARCHAR(30) NOT NULL,
  origin_id VARCHAR(40) NOT NULL,
  origin_type VARCHAR(10) NOT NULL,
  PRIMARY KEY (vertical_id, digest, owner_id, field_id)
);

-- The change of plugins that goes on: one for all nodes. What a crash leaves is taken back or finished by whoever finds it expired.
CREATE TABLE plugin_change (
  id INTEGER PRIMARY KEY,
  token VARCHAR(36) NOT NULL,
  plugin_id VARCHAR(41) NOT NULL,
  operation VARCHAR(20) NOT NULL,
  started_by VARCHAR(100) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  paused BOOLEAN NOT NULL,
  cancel_work BOOLEAN NOT NULL
);

-- Raised in the transaction of every change that other nodes must follow.
CREATE TABLE plugin_revision (
  id INTEGER PRIMARY KEY,
  revision BIGINT NOT NULL
);

INSERT INTO plugin_revision (id, revision) VALUES (1, 0);

-- Nodes that are alive, with the revision each has followed.
CREATE TABLE portal_node (
  id VARCHAR(36) PRIMARY KEY,
  revision BIGINT NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What became of a vertical that is not there, for whoever still looks for it.
CREATE TABLE vertical_notice (
  vertical_key VARCHAR(41) PRIMARY KEY,
  happened VARCHAR(20) NOT NULL,
  name_en VARCHAR(200) NOT NULL,
  name_zh VARCHAR(200) NOT NULL,
  done_by VARCHAR(200) NOT NULL,
  done_at TIMESTAMP WITH TIME ZONE NOT NULL,
  reason VARCHAR(500)
);
