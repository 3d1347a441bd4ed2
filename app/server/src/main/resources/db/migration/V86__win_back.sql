-- That a lost customer came back: when, what they are expected to bring in a year, and what brought them back (a play, an offer).
ALTER TABLE customer_loss ADD COLUMN won_on DATE;
ALTER TABLE customer_loss ADD COLUMN won_yearly_minor BIGINT;
ALTER TABLE customer_loss ADD COLUMN won_by VARCHAR(200);
