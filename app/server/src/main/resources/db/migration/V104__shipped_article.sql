-- An article that a plugin ships has the key plugin:<id>; the keys of others are unlike it. A version whose content is the JSON null follows
-- the plugin: its text is read from the plugin and never copied.
ALTER TABLE article ALTER COLUMN article_key SET DATA TYPE VARCHAR(60);
