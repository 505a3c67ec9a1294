-- The audit is read by days (T-078).
CREATE INDEX audit_event_at_idx ON audit_event (at);
CREATE INDEX security_event_at_idx ON security_event (at);
