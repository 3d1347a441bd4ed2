-- Staff whose role reaches only the customers they look after.
ALTER TABLE user_grant ADD COLUMN own_customers BOOLEAN DEFAULT FALSE NOT NULL;

-- The currency the vertical had before the import changed it; null: it did not.
ALTER TABLE import_run ADD COLUMN currency_before VARCHAR(3);
