-- Certificates whose signatures vouch for plugins. A row is never deleted: a revoked certificate must be known for ever.
CREATE TABLE trusted_signer (
  fingerprint VARCHAR(64) PRIMARY KEY,
  subject VARCHAR(1000) NOT NULL,
  certificate ${blob} NOT NULL,
  valid_until TIMESTAMP WITH TIME ZONE NOT NULL,
  added_at TIMESTAMP WITH TIME ZONE NOT NULL,
  added_by VARCHAR(100) NOT NULL,
  revoked_at TIMESTAMP WITH TIME ZONE,
  revoked_by VARCHAR(100),
  revocation_reason VARCHAR(500)
);

-- Who signed a jar that was taken, by the jar's digest: it belongs to the bytes, whichever version is installed.
CREATE TABLE plugin_signature (
  digest VARCHAR(128) PRIMARY KEY,
  certificate ${blob} NOT NULL,
  signed_at TIMESTAMP WITH TIME ZONE,
  -- when the portal first took these bytes: the certificate must have been valid then
  known_since TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Fingerprints of the signer's certificate and of its issuers.
CREATE TABLE plugin_signature_chain (
  digest VARCHAR(128) NOT NULL REFERENCES plugin_signature (digest),
  fingerprint VARCHAR(64) NOT NULL,
  PRIMARY KEY (digest, fingerprint)
);
